"""Citations that stand behind words of another paragraph or alone → what they are cited for.

A citation that opens a paragraph tells whose the words before it are: a block quotation, or else the last sentence.
One that is a sentence by itself (*See id.*) is cited for the sentence before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from citator.corpus.model import CASE_KINDS, Citation, CitedFor, Span
from citator.graph.propositions.speaking import Speaker

_LONGEST = 1200  # characters of a block quotation that speaks of one point
_SHORTEST = 40  # characters of words that say anything
_ALONE = 160  # characters of a sentence that may be a citation alone
_STEPS = 6  # paragraphs of a block quotation, or sentences that are citations

_ENDED = re.compile(r"(?:[.?!…:;]|[”\"])[”\"’'\])]*\s*\Z")
_LETTER = re.compile(r"\w")
_WORD = re.compile(r"[a-z]{3,}")
_OF_CITATIONS = frozenset("accord also and cir cited citing quoted quoting see supra the".split())  # noqa: SIM905


def cited_for(speaker: Speaker) -> Iterator[CitedFor]:
    """What the reading tells, put where it is said, and then what it leaves untold."""
    told = speaker.reading.cited_for
    citations = _Citations(speaker)
    for item in told:
        yield _put_before(speaker, citations, item) if item.how == "supports" else item
    taken = {item.citation for item in told if item.how != "parenthetical"}
    for citation, words in _opening_paragraphs(speaker, taken):
        assert citation.authority is not None
        yield CitedFor(
            citation.authority, citation.start, words, "described", citation.part, citation.page, citation.footnote
        )


class _Citations:
    """The citations of a reading, to be taken out of its sentences."""

    def __init__(self, speaker: Speaker) -> None:
        self._text = speaker.text
        self._full = sorted(citation.full for citation in speaker.reading.citations)

    def alone_in(self, sentence: Span) -> bool:
        """Whether a sentence says nothing but what it cites."""
        if len(sentence) > _ALONE:
            return False
        pieces, at = [], sentence.start
        for full in self._full[bisect_left(self._full, Span(sentence.start, 0)) :]:
            if full.start >= sentence.end:
                break
            pieces.append(self._text[at : max(at, full.start)])
            at = max(at, full.end)
        pieces.append(self._text[at : sentence.end])
        return len(pieces) > 1 and _OF_CITATIONS.issuperset(_WORD.findall(" ".join(pieces).lower()))


def _put_before(speaker: Speaker, citations: _Citations, item: CitedFor) -> CitedFor:
    """The same for the sentence before, in its paragraph, when a citation is all that its own sentence holds."""
    if not citations.alone_in(item.evidence):
        return item
    paragraph = speaker.reading.opinion.paragraph_at(item.evidence.start) or item.evidence
    last = bisect_left(speaker.sentences, Span(item.evidence.start, 0))
    for sentence in reversed(speaker.sentences[max(0, last - _STEPS) : last]):
        if sentence.start < paragraph.start:
            break
        if not citations.alone_in(sentence):
            return replace(item, evidence=sentence)
    return item


def _opening_paragraphs(speaker: Speaker, taken: set[int]) -> Iterator[tuple[Citation, Span]]:
    """Citations that open a paragraph, with no signal, and the words that are cited from there."""
    opinion, text = speaker.reading.opinion, speaker.text
    paragraphs = opinion.paragraphs
    citing = [citation for citation in speaker.reading.citations if _names_a_source(citation, taken)]
    if not citing:
        return
    opens = {_first_letter(text, paragraph): i for i, paragraph in enumerate(paragraphs)}
    for citation in citing:
        i = opens.get(citation.full.start, 0)
        if i == 0:
            continue
        before = paragraphs[i - 1]
        if text[before.end : paragraphs[i].start].strip() or not _ENDED.search(text, before.start, before.end):
            continue  # something else stands between them, or the paragraph is no paragraph's end
        if _place(speaker, before.start) != _place(speaker, citation.full.start) or before in opinion.headings:
            continue
        words = _block(speaker, i - 1) or _last_sentence(speaker, before)
        if words is not None and len(words) >= _SHORTEST:
            yield citation, words


def _names_a_source(citation: Citation, taken: set[int]) -> bool:
    return (
        citation.authority is not None
        and citation.kind in CASE_KINDS
        and citation.kind != "name_ref"
        and citation.signal is None
        and citation.parallel_of is None
        and not (citation.depth or citation.history)
        and citation.start not in taken
    )


def _first_letter(text: str, paragraph: Span) -> int:
    found = _LETTER.search(text, paragraph.start, paragraph.end)
    return found.start() if found else -1


def _place(speaker: Speaker, offset: int) -> tuple[object, object]:
    opinion = speaker.reading.opinion
    return opinion.part_at(offset), opinion.footnote_at(offset)


def _block(speaker: Speaker, last: int) -> Span | None:
    """The block quotation whose last paragraph this is: set off as one, or announced by a colon."""
    opinion, text = speaker.reading.opinion, speaker.text
    paragraphs = opinion.paragraphs
    end = paragraphs[last].end
    first = last
    set_off = _is_quoted(speaker, paragraphs[last])
    while first > 0 and last - first < _STEPS:
        before = paragraphs[first - 1]
        if set_off and not _is_quoted(speaker, before):
            break
        if not set_off and text[before.start : before.end].rstrip().endswith(":"):
            set_off = True
            break
        first -= 1
    words = _stripped(text, Span(paragraphs[first].start, end))
    return words if set_off and len(words) <= _LONGEST else None


def _is_quoted(speaker: Speaker, paragraph: Span) -> bool:
    return any(quote.overlaps(paragraph) for quote in speaker.reading.opinion.quotes)


def _last_sentence(speaker: Speaker, paragraph: Span) -> Span | None:
    sentence = speaker.sentence_at(_stripped(speaker.text, paragraph).end - 1)
    return sentence if sentence is not None and sentence.start >= paragraph.start else None


def _stripped(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))
