"""Opinion, citations and sentences → what the opinion cites each authority for.

The court's words about another decision are kept apart from its holdings: an explanatory parenthetical, a
sentence that says what the other court held, or the sentence a citation stands behind.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from citator.corpus.model import CASE_KINDS, Citation, CitedFor, CitedForHow, Opinion, Span

_SAID = (
    r"(?:held|holds|holding|stated|states|said|says|concluded|concludes|explained|explains|ruled|rules|reasoned|"
    r"recognized|recognizes|recognised|noted|notes|observed|observes|decided|determined|found|declared|announced|"
    r"emphasized|made (?:it )?clear|makes (?:it )?clear|established|establishes|teaches|taught|requires|required|"
    r"rejected|adopted|stands? (?:only |merely )?for the (?:proposition|principle|rule)|instructs|reaffirmed|upheld|"
    r"approved|disapproved|affirmed|reversed|struck down|invalidated)"
)
_ADVERBS = r"(?:(?:\w+ly|also|there|then|first|thus|therefore|itself|further|again|never|not|did not|does not|has|had|have) ){0,3}"
# "… Doe [, 1 F.2d at 3,] squarely held that": the citation is the subject.
_AFTER = re.compile(rf"[’']?s?,?\s+(?:court\s+|panel\s+|majority\s+)?{_ADVERBS}{_SAID}\b", re.IGNORECASE)
# "In Doe, [1 F.2d at 3,] the Supreme Court held that": the court of the citation is.
_COURT_AFTER = re.compile(
    rf",?\s+(?:for example,\s+|however,\s+|supra,\s+)?(?:we|this court|the (?:\w+\.? ){{0,4}}(?:court|circuit|panel|majority|plurality)|"
    rf"it|they|the defendants?|the plaintiffs?)(?: of appeals)?,?\s+{_ADVERBS}{_SAID}\b",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:in|under|since|both in)\s+(?:the case of\s+)?\Z", re.IGNORECASE)
# "the holding of Doe [is] that", "the rule of Doe that", "as stated in Doe": the citation is named for its words.
_OF = re.compile(
    r"\b(?:holding|rule|teaching|principle|proposition|conclusion|reasoning|decision|standard|test|statement)"
    r"(?:\s+(?:announced|stated|set forth|established|laid down|adopted))?\s+(?:of|in|from|by)\s+\Z",
    re.IGNORECASE,
)
_AND = re.compile(r"[’']?,?\s*(?:(?:and|or|,|;)\s*)?")
_REACH = 120  # characters on either side in which a verb or preposition belongs to a citation
_NOTE_NUMBER = 8  # characters of a note's own number before its first words
_SUPPORTING = frozenset({None, "see", "see also", "see, e.g.", "e.g.", "accord", "see generally"})
_UNTELLING = re.compile(
    r"(?:same|quoting|citing|quotation|internal|emphasis|citations?|alterations?|footnotes?|en banc|per curiam|"
    r"plurality|mem\b|table|unpublished|concurr|dissent|\w+, (?:C\.)?J\.)",
    re.IGNORECASE,
)


def find(opinion: Opinion, citations: Sequence[Citation], sentences: Sequence[Span]) -> tuple[CitedFor, ...]:
    """What each authority is cited for, in the order of the citations; one citation may tell two things."""
    text = opinion.text
    starts = [sentence.start for sentence in sentences]
    wholly_citations = _citation_sentences(citations, sentences, starts)
    found: list[CitedFor] = []
    lists = _lists(text, citations)
    for citation in citations:
        if citation.authority is None or citation.kind not in CASE_KINDS or citation.parallel_of is not None:
            continue
        said = citation.parenthetical
        if said is not None and not _UNTELLING.match(text, said.start, said.end):
            found.append(_cited_for(opinion, citation, said, "parenthetical"))
        i = bisect_right(starts, citation.start) - 1
        if i < 0 or citation.depth or citation.history:
            continue
        if i in wholly_citations:
            supported = _before(opinion, sentences, starts, wholly_citations, i)
            if supported is not None and citation.signal in _SUPPORTING:
                found.append(_cited_for(opinion, citation, supported, "supports"))
        elif _describes(text, lists[citation.start], sentences[i]):
            found.append(_cited_for(opinion, citation, sentences[i], "described"))
        elif citation.kind != "name_ref" and citation.signal in _SUPPORTING:
            found.append(_cited_for(opinion, citation, sentences[i], "supports"))
    return tuple(found)


def _citation_sentences(citations: Sequence[Citation], sentences: Sequence[Span], starts: list[int]) -> frozenset[int]:
    """Sentences (by number) that are little else than citations and their signals."""
    covered = [0] * len(sentences)
    done = 0
    for full, signal in sorted((citation.full, citation.signal or "") for citation in citations):
        i = bisect_right(starts, full.start) - 1
        if i >= 0 and full.end > done:
            covered[i] += full.end - max(full.start, done) + len(signal)
            done = full.end
    return frozenset(i for i, sentence in enumerate(sentences) if 5 * covered[i] > 3 * len(sentence))


def _lists(text: str, citations: Sequence[Citation]) -> dict[int, Span]:
    """For each citation, by its start, the list it stands in (``Doe, Roe, and Poe``), or its own extent."""
    chains: list[list[Citation]] = []
    for citation in citations:
        end = chains[-1][-1].full.end if chains else 0
        if chains and end <= citation.full.start and _AND.fullmatch(text, end, citation.full.start):
            chains[-1].append(citation)
        else:
            chains.append([citation])
    return {member.start: Span(chain[0].full.start, chain[-1].full.end) for chain in chains for member in chain}


def _describes(text: str, cited: Span, sentence: Span) -> bool:
    """Whether ``sentence`` says of the decision or decisions at ``cited`` what was held there."""
    before = text[max(sentence.start, cited.start - _REACH) : cited.start]
    after = text[cited.end : min(sentence.end, cited.end + _REACH)]
    if _AFTER.match(after) or _OF.search(before):
        return True
    return bool(_IN.search(before) and _COURT_AFTER.match(after))


def _before(
    opinion: Opinion, sentences: Sequence[Span], starts: list[int], wholly_citations: frozenset[int], i: int
) -> Span | None:
    """The sentence a citation sentence stands behind: the last before it, in its paragraph, that is not one itself.

    A note that begins with citations stands behind the sentence that bears its mark.
    """
    paragraph = opinion.paragraph_at(sentences[i].start) or sentences[i]
    while i >= 0 and i in wholly_citations and sentences[i].start >= paragraph.start:
        i -= 1
    if i >= 0 and sentences[i].start >= paragraph.start:
        return sentences[i]
    note = opinion.footnote_at(paragraph.start)
    if note is None or note.ref is None or paragraph.start - note.start > _NOTE_NUMBER:
        return None
    marked = bisect_right(starts, max(0, note.ref - 1)) - 1
    return sentences[marked] if marked >= 0 and marked not in wholly_citations else None


def _cited_for(opinion: Opinion, citation: Citation, evidence: Span, how: CitedForHow) -> CitedFor:
    """On the page where the words stand, which is not always that of the citation."""
    assert citation.authority is not None
    note, page = opinion.footnote_at(evidence.start), opinion.page_at(evidence.start)
    return CitedFor(
        citation.authority, citation.start, evidence, how, citation.part, page, note.number if note else None
    )
