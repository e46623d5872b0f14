"""Opinion, citations and sentences → everything the rules may look at: references, and passages when asked for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from citator.corpus.model import CASE_KINDS, Citation, Opinion, Span
from citator.corpus.treatments.passages import Passage, Ref, blanked, mask
from citator.corpus.treatments.references import references

CUT_WORD = re.compile(r"\*{1,2}\d{1,5} ?|(?<=[a-z])- (?=[a-z])")
ENDED = re.compile(r"(?<!\bv)[.?!:][\"”’')\]]*(?:\s*\d{1,3})?\s*$")
HIGHEST = re.compile(
    "scotus|ala|alaska|ariz|ark|cal|colo|conn|dc|del|fla|ga|haw|idaho|ill|ind|iowa|kan|ky|la|me|mass|mich|minn|miss|mo|mont"
    "|neb|nev|nh|nj|nm|nc|nd|ohio|okla|or|pa|ri|sc|sd|tenn|tex|utah|vt|va|wash|wva|wis|wyo"
)
"""Courts that review a court of appeals of their own: *the Court of Appeals* is then the court below."""
GRANTED = re.compile(
    r"\bwe (?:have )?(?:granted|accepted|allowed) (?:[\w.'’-]+ ){0,7}(?:review|certiorari|transfer|appeal)\b",
    re.IGNORECASE,
)
"""So does whoever chooses to review it."""
REVIEWED = re.compile(  # whose judgment is under review, as its highest court names it
    r"\b(?:judgments? of|certiorari to|error to) the (?:united states )?(?:court of appeals for the (?P<circuit>\w+) circuit"
    r"|(?:(?P<state>\w+(?: \w+)?) supreme court|supreme court of (?:the state of )?(?P<of>(?:new |north |south |west |rhode )?\w+)))",
    re.IGNORECASE,
)
REACH = 2000
"""How far, in characters, one sentence or quotation may go on, and a pronoun's case stand back."""


@dataclass
class Scene:
    """Everything the rules may look at: the opinion's references in order, and its passages, made when asked for."""

    opinion: Opinion
    citations: Sequence[Citation]
    sentences: Sequence[Span]
    refs: list[Ref] = field(init=False)

    def __post_init__(self) -> None:
        self.refs = list(references(self.opinion.text, self.citations))
        self.sentences = list(whole(self.opinion, self.sentences))
        self._starts = [ref.start for ref in self.refs]
        self._sentence_starts = [sentence.start for sentence in self.sentences]
        self._passages: dict[int, Passage] = {}
        self._citation_starts = [citation.start for citation in self.citations]
        self.laws = {c.authority for c in self.citations if c.kind not in CASE_KINDS} - {None}
        self.by_start = {citation.start: citation for citation in self.citations}
        self._years = {c.authority: c.year for c in reversed(self.citations) if c.year and c.parallel_of is None}
        self._courts = {c.authority: c.court for c in reversed(self.citations) if c.court and c.parallel_of is None}

    def sentence_at(self, offset: int) -> int | None:
        i = bisect_right(self._sentence_starts, offset) - 1
        return i if i >= 0 and offset < self.sentences[i].end else None

    def court(self, ref: Ref) -> str | None:
        """The court of a reference's decision, as any full cite of it tells."""
        return ref.citation.court or self._courts.get(ref.authority)

    def year(self, authority: str | None) -> int | None:
        """When a decision was made, as any full cite of it tells."""
        return self._years.get(authority)

    def later(self, ref: Ref, other: Ref) -> bool:
        """``ref`` was decided after ``other``, as far as their years are told."""
        one, two = self.year(ref.authority), self.year(other.authority)
        return one is not None and two is not None and one > two

    def citations_between(self, start: int, end: int) -> Sequence[Citation]:
        return self.citations[bisect_left(self._citation_starts, start) : bisect_left(self._citation_starts, end)]

    def refs_between(self, start: int, end: int) -> list[Ref]:
        return self.refs[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def passage(self, index: int) -> Passage:
        if index not in self._passages:
            span = self.sentences[index]
            refs = self.refs_between(span.start, span.end)
            part = self.opinion.part_at(span.start)
            block = self.in_block_quote(span) or self._inside_quotation(span.start)
            furniture = self._furniture_within(span)
            passage = mask(self.opinion.text, span, refs, index, part, block, self._highest, furniture)
            self._passages[index] = replace(passage, reviewed=self._reviewed) if self._reviewed else passage
        return self._passages[index]

    def words(self, index: int) -> str:
        """A sentence in lower case with one space between words, which are whole, without a passage being made."""
        span = self.sentences[index]
        words = span.of(self.opinion.text)
        for head in self._furniture_within(span):
            words = blanked(words, max(head.start - span.start, 0), head.end - span.start)
        words = " ".join(words.lower().split())
        return CUT_WORD.sub("", words) if "- " in words or "*" in words else words

    def _furniture_within(self, span: Span) -> Sequence[Span]:
        furniture = self.opinion.furniture
        first = bisect_left(furniture, span.start, key=lambda head: head.end)
        return furniture[first : bisect_left(furniture, span.end, first, key=lambda head: head.start)]

    @cached_property
    def _highest(self) -> bool:
        court = self.opinion.decision.court
        if court is None:
            return GRANTED.search(" ".join(self.opinion.text.split())) is not None
        return HIGHEST.fullmatch(court) is not None

    @cached_property
    def _reviewed(self) -> frozenset[str]:
        if self.opinion.decision.court != "scotus":
            return frozenset()
        words = " ".join(self.opinion.text.split())
        found = list(REVIEWED.finditer(words))
        names = {name.lower().split()[-1] for m in found for name in m.groups() if name}
        return frozenset(names | {"the supreme court"} if not any(m["circuit"] for m in found) else names)

    def in_block_quote(self, span: Span) -> bool:
        quotes = self.opinion.quotes
        i = bisect_right(quotes, span.start, key=lambda quote: quote.start) - 1
        return i >= 0 and span.start < quotes[i].end

    def before(self, index: int, count: int = 3, *, beyond: bool = False) -> list[Passage]:
        """Up to ``count`` passages before this one, nearest first, within its paragraph or footnote, or ``beyond``."""
        floor = 0 if beyond else self._floor(self.sentences[index].start)
        found = []
        for i in range(index - 1, max(-1, index - 1 - count), -1):
            if self.sentences[i].start < floor:
                break
            found.append(self.passage(i))
        return found

    def _floor(self, at: int) -> int:
        """Where the paragraph or footnote around ``at`` begins; a paragraph cut off in mid-sentence is none."""
        note = self.opinion.footnote_at(at)
        if note is not None:
            return note.start
        paragraph = self.opinion.paragraph_at(at)
        text, start = self.opinion.text, paragraph.start if paragraph else 0
        while (
            paragraph is not None and start > max(0, at - REACH) and not ENDED.search(text, max(0, start - 40), start)
        ):
            earlier = self.opinion.paragraph_at(start - 1)
            if earlier is None or earlier.start >= start:
                break
            start = earlier.start
        return start

    def _inside_quotation(self, at: int) -> bool:
        """A quotation opened before ``at`` in its paragraph is closed after it: both marks must agree, for marks get lost."""
        text, floor = self.opinion.text, self._floor(at)
        if text.rfind("“", floor, at) <= text.rfind("”", floor, at):
            return False
        closing, opening = text.find("”", at, at + REACH), text.find("“", at, at + REACH)
        return closing >= 0 and not 0 <= opening < closing


def whole(opinion: Opinion, sentences: Sequence[Span]) -> Iterator[Span]:
    """Sentences joined where a blank line within one, as around a name in italics, has cut it in two."""
    text, pending = opinion.text, None
    headings = {heading.start for heading in opinion.headings}
    for span in sentences:
        if pending is None:
            pending = span
            continue
        cut = not ENDED.search(text, max(pending.start, pending.end - 40), pending.end)
        heading = pending.start in headings and text[pending.end - 1] != ","
        heading = heading or pending.of(text).isdecimal()  # the number of a paragraph
        goes_on = text[span.start].islower() or (cut and not heading and not _quotation_ends(opinion, pending, span))
        near = not text[pending.end : span.start].strip() and span.end - pending.start < REACH
        if goes_on and near and opinion.footnote_at(pending.start) == opinion.footnote_at(span.start):
            pending = Span(pending.start, span.end)
        else:
            yield pending
            pending = span
    if pending is not None:
        yield pending


def _quotation_ends(opinion: Opinion, earlier: Span, later: Span) -> bool:
    """A block quotation, however its last sentence is cut, ends between two sentences."""
    i = bisect_right(opinion.quotes, earlier.start, key=lambda quote: quote.start) - 1
    return i >= 0 and earlier.start < opinion.quotes[i].end <= later.start
