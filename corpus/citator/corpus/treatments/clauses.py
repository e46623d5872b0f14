"""Opinion, citations and sentences → passages that the phrase grammar can read.

A passage is a sentence made plain: each case reference is one private-use character, white space is one
space, page marks and hyphens at line ends are gone, quotation marks are straight. Where each word stood
in the text is remembered.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from citator.corpus.model import CASE_KINDS, Citation, Opinion, Part, Span

PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\n": " ", "\r": " ", "\t": " ", "\f": " ", "\xa0": " ", "•": " ", "—": "-", "–": "-"})  # fmt: skip
OPENING = re.compile(r"\s{0,3}\((?![a-z0-9]{1,2}\))")
UNEVEN = re.compile(r"(?P<page>\*{1,2}\d{1,5} ?)|(?P<hyphen>(?<=[a-z])- +(?=[a-z]))|(?P<space>  +)")
CUT_WORD = re.compile(r"\*{1,2}\d{1,5} ?|(?<=[a-z])- (?=[a-z])")
REF = "\ue000"
BORROWED = re.compile(r'"((?:[^\s"]+ +){0,5}[^\s"]+)"')  # a few borrowed words are the writer's own
STOP = re.compile(
    r"(?<=[\w)\"'])[;:](?= )| -+ |(?<=,) (?:but|and (?:we|it|i|this court|the court|that|therefore|thus|hence|accordingly|hold|affirm|reverse|remand)|although|while|whereas|because|since|for which|so) |(?<=,) (?=(?:we|i|this court|it is|they are|it must|they must) )"
)
OPENING_MARK = re.compile(r'(?:^|[ (\[,-])?"(?! )')
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
    r"\b(?:judgments? of|certiorari to) the (?:united states )?(?:court of appeals for the (?P<circuit>\w+) circuit"
    r"|(?:(?P<state>\w+(?: \w+)?) supreme court|supreme court of (?:the state of )?(?P<of>(?:new |north |south |west |rhode )?\w+)))",
    re.IGNORECASE,
)
A_CASE = re.compile(r"\bvs?\.? |\b(?:in re|ex parte|matter of)\b", re.IGNORECASE)
REACH = 2000
"""How far, in characters, one sentence or quotation may go on, and a pronoun's case stand back."""
SIGNALS = re.compile(
    r"\b(?:see|also|but|cf|accord|contra|compare|with|and|e\. ?g|generally|citing|quoting|in|supra|infra|at|pp?|the|of|id|ibid"
    r"|accord|cert|denied|n|nn|note|reh'g|en|banc|per|curiam|eg|cases|cited|there)\b|[\W\d_]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Ref:
    """A case named in the text, with its parallels and its parenthesis: ``start:end`` covers all of it."""

    start: int
    end: int
    citation: Citation

    @property
    def authority(self) -> str | None:
        return self.citation.authority

    def same(self, other: Ref) -> bool:
        """The same case, as far as known."""
        return self.start == other.start or (self.authority is not None and self.authority == other.authority)


@dataclass(frozen=True)
class Passage:
    """A sentence as the grammar reads it. ``places`` pairs offsets in ``masked`` with offsets in the text."""

    span: Span
    masked: str
    refs: tuple[Ref, ...]
    spots: tuple[int, ...]  # where each of ``refs`` stands in ``masked``
    places: tuple[tuple[int, int], ...]
    index: int = 0
    part: Part | None = None
    block: bool = False
    highest: bool = False  # the court that speaks reviews the courts of appeals
    reviewed: frozenset[str] = frozenset()  # whose judgment it reviews: "ninth", "ohio"

    def text_at(self, at: int) -> int:
        """The offset in the text of a place in ``masked``."""
        i = max(0, bisect_right(self.places, at, key=lambda place: place[0]) - 1)
        return min(self.places[i][1] + at - self.places[i][0], self.span.end) if self.places else self.span.start

    def span_of(self, start: int, end: int) -> Span:
        """The stretch of the text that ``masked[start:end]`` stands for; a reference counts whole."""
        last = self.refs_within(end - 1, end)
        return Span(self.text_at(start), last[0].end if last else self.text_at(end - 1) + 1)

    def refs_within(self, start: int, end: int) -> list[Ref]:
        """References that stand between two places of ``masked``."""
        return list(self.refs[bisect_left(self.spots, start) : bisect_left(self.spots, end)])

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """Stretches between quotation marks; offsets within the passage."""
        found, opened = [], None
        for m in re.finditer('"', self.masked):
            if opened is None:
                opened = m.start()
            else:
                found.append((opened, m.end()))
                opened = None
        if opened is not None and OPENING_MARK.match(self.masked, max(0, opened - 1)):
            found.append((opened, len(self.masked)))  # the closing mark stands in a later sentence
        return tuple(found)

    def clause(self, at: int) -> tuple[int, int]:
        """Bounds of the clause around ``at``, as offsets within the passage."""
        start, end = 0, len(self.masked)
        for m in STOP.finditer(self.masked):
            if m.end() <= at:
                start = m.end()
            elif m.start() > at:
                end = m.start()
                break
        return start, end

    @cached_property
    def citation_only(self) -> bool:
        """A citation sentence: nothing is left once references and signals are taken away."""
        if not self.refs:
            return False
        rest = SIGNALS.sub("", re.sub(r"\([^()]*\)", "", self.masked.replace(REF, " ")))
        return len(rest) <= 3


@dataclass
class Scene:
    """Everything the rules may look at: the opinion's references in order, and its passages, made when asked for."""

    opinion: Opinion
    citations: Sequence[Citation]
    sentences: Sequence[Span]
    refs: list[Ref] = field(init=False)

    def __post_init__(self) -> None:
        self.refs = list(_refs(self.opinion.text, self.citations))
        self.sentences = list(whole(self.opinion, self.sentences))
        self._starts = [ref.start for ref in self.refs]
        self._sentence_starts = [sentence.start for sentence in self.sentences]
        self._passages: dict[int, Passage] = {}
        self._citation_starts = [citation.start for citation in self.citations]
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
        return frozenset(name.lower().split()[-1] for m in REVIEWED.finditer(words) for name in m.groups() if name)

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


def mask(
    text: str,
    span: Span,
    refs: Sequence[Ref],
    index: int = 0,
    part: Part | None = None,
    block: bool = False,
    highest: bool = False,
    furniture: Sequence[Span] = (),
) -> Passage:
    """The passage of one sentence; ``furniture`` of the page is no part of it.

    >>> mask("we over-\\nrule  *1302 it", Span(0, 23), ()).masked
    'we overrule it'
    """
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    spots: list[int] = []
    kept: list[Ref] = []
    at, length = span.start, 0

    def add(words: str, offset: int) -> None:
        nonlocal length
        places.append((length, offset))
        pieces.append(words)
        length += len(words)

    def add_plain(start: int, end: int) -> None:
        words = text[start:end]
        for head in furniture:
            if head.start < end and head.end > start:
                words = blanked(words, max(head.start - start, 0), head.end - start)
        words = BORROWED.sub(lambda m: f" {m[1]} ", words.translate(PLAIN))
        done = 0
        for m in UNEVEN.finditer(words):
            if m.start() > done:
                add(words[done : m.start()], start + done)
            done = m.end()
            if m.lastgroup == "space":
                done -= 1  # one space stays
        if done < len(words):
            add(words[done:], start + done)

    for ref in refs:
        start, end = max(ref.start, at), min(ref.end, span.end)
        if end <= start:
            continue
        add_plain(at, start)
        kept.append(ref)
        spots.append(length)
        add(REF, start)
        at = end
    add_plain(at, span.end)
    return Passage(span, "".join(pieces), tuple(kept), tuple(spots), tuple(places), index, part, block, highest)


def blanked(words: str, start: int, end: int) -> str:
    """``words`` with spaces for ``words[start:end]``.

    >>> blanked("over 12 rule", 5, 7)
    'over    rule'
    """
    return words[:start] + " " * len(words[start:end]) + words[end:]


def _refs(text: str, citations: Sequence[Citation]) -> list[Ref]:
    """Case references in running text; what stands in another's parenthesis or history is no reference of its own."""
    refs: list[Ref] = []
    begun: dict[int, int] = {}  # "_ U.S. _, 118 S. Ct. 488": the name stands before a parallel of the citation proper
    for citation in citations:
        if citation.kind not in CASE_KINDS or citation.kind == "self_cite":
            continue
        if citation.kind == "supra" and citation.authority is None and not A_CASE.search(citation.name or ""):
            continue  # a treatise, a paper of the file
        start = begun.get(citation.start, min(citation.full.start, citation.start))
        if citation.parallel_of is not None and citation.parallel_of > citation.start:
            begun.setdefault(citation.parallel_of, start)
            continue
        end = _past_parentheses(text, _trimmed(text, citation))
        head = refs[-1] if refs else None
        if head is not None and (
            start < head.end or citation.parallel_of is not None or citation.history_of is not None
        ):
            if end > head.end and (citation.parallel_of is not None or citation.history_of is not None):
                refs[-1] = Ref(head.start, end, head.citation)
            continue
        if citation.within is None:
            refs.append(Ref(start, end, citation))
    return refs


def _trimmed(text: str, citation: Citation) -> int:
    end = max(citation.full.end, citation.end)
    while end > citation.end and text[end - 1] in " \n\r.;,":
        end -= 1
    return end


def _past_parentheses(text: str, end: int) -> int:
    """The end of the parentheses that follow a cite: ``(1990) (en banc) (holding that …)``."""
    while m := OPENING.match(text, end):
        depth, at = 1, m.end()
        limit = min(len(text), at + 2000)
        while at < limit and depth:
            depth += {"(": 1, ")": -1}.get(text[at], 0)
            at += 1
        if depth:
            return end
        end = at
    return end
