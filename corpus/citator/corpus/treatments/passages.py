"""A sentence → the passage that the phrase grammar reads: the sentence made plain.

Each case reference is one private-use character, white space is one space, page marks, the furniture of the page
and hyphens at line ends are gone, quotation marks are straight. Where each word stood in the text is remembered.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from citator.corpus.model import Citation, Part, Span
from citator.corpus.treatments.nouns import marked

PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\n": " ", "\r": " ", "\t": " ", "\f": " ", "\xa0": " ", "•": " ", "—": "-", "–": "-"})  # fmt: skip
UNEVEN = re.compile(r"(?P<page>\*{1,2}\d{1,5} ?)|(?P<hyphen>(?<=[a-z])- +(?=[a-z]))|(?P<space>  +)")
REF = "\ue000"
BORROWED = re.compile(r'"((?:[^\s"]+ +){0,5}[^\s"]+)"')  # a few borrowed words are the writer's own
STOP = re.compile(
    r"(?<=[\w)\"'])[;:](?= )| -+ |(?<=,) (?:but|and (?:we|it|i|this court|the court|that|therefore|thus|hence|accordingly|hold|affirm|reverse|remand)|although|while|whereas|because|since|for which|so) |(?<=,) (?=(?:we|i|this court|it is|they are|it must|they must) )"
)
OPENING_MARK = re.compile(r'(?:^|[ (\[,-])?"(?! )')
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
    def marked(self) -> str:
        """``masked`` with its nouns told, place for place: what the rows of the table are matched against."""
        return marked(self.masked)

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

    @cached_property
    def closes(self) -> int | None:
        """Where a quotation ends that an earlier sentence opened; ``None`` if none does."""
        first = self.masked.find('"')
        alone = self.masked.count('"') == 1 and first > 0 and not OPENING_MARK.match(self.masked, first - 1)
        return first + 1 if alone else None

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
