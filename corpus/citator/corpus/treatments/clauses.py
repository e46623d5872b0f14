"""Opinion, citations and sentences → passages that the phrase grammar can read.

A passage is a sentence with its case references masked: every character of a reference becomes a
private-use character, marks and quotation marks are made plain, and the length never changes, so a
match in the masked words is a place in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from citator.corpus.model import CASE_KINDS, Citation, Opinion, Part, Span

PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\n": " ", "\r": " ", "\t": " ", "\f": " ", "\xa0": " ", "•": " ", "—": "-", "–": "-"})  # fmt: skip
OPENING = re.compile(r"\s{0,3}\((?![a-z0-9]{1,2}\))")
STAR_PAGE = re.compile(r"\*{1,2}\d{1,5}")
HYPHENATED = re.compile(r"([a-z])- +([a-z]+)")
STOP = re.compile(r"(?<=[\w)\"'])[;:](?= )| - |(?<=,) (?:but|and (?:we|it|i|this court|the court|that|therefore|thus|hence|accordingly|hold|affirm|reverse|remand)|although|while|whereas|because|since|for which|so) ")
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


@dataclass(frozen=True)
class Passage:
    """A sentence as the grammar reads it. ``start`` is its offset in the opinion's text."""

    start: int
    end: int
    masked: str
    refs: tuple[Ref, ...]
    index: int = 0
    part: Part | None = None
    block: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """Stretches between quotation marks, longer than a few borrowed words; offsets within the passage."""
        found, opened = [], None
        for m in re.finditer('"', self.masked):
            if opened is None:
                opened = m.start()
            else:
                found.append((opened, m.end()))
                opened = None
        if opened is not None:  # the closing mark stands in a later sentence, or was lost
            found.append((opened, len(self.masked)))
        return tuple(found)

    def in_quotation(self, at: int) -> bool:
        """Whether the words at ``at`` are another's: borrowed phrases of up to six words are the writer's own."""
        return any(a < at < b and self.masked.count(" ", a, b) > 6 for a, b in self.quoted)

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

    def refs_within(self, start: int, end: int) -> list[Ref]:
        return [ref for ref in self.refs if start <= ref.start - self.start < end]

    @cached_property
    def citation_only(self) -> bool:
        """A citation sentence: nothing is left once references and signals are taken away."""
        if not self.refs:
            return False
        rest = SIGNALS.sub("", re.sub(r"\([^()]*\)", "", self.masked.translate(BLANK)))
        return len(rest) <= 3


BLANK = {0xE000: " ", 0xE001: " "}


def plain(text: str) -> str:
    """``text`` with plain marks and joined words, exactly as long.

    >>> plain("we over-\\nrule it*1302 now")
    'we overrule  it      now'
    """
    out = text.translate(PLAIN)
    if "*" in out:
        out = STAR_PAGE.sub(lambda m: " " * len(m[0]), out)
    if "- " in out:
        out = HYPHENATED.sub(lambda m: m[1] + m[2] + " " * (len(m[0]) - len(m[1]) - len(m[2])), out)
    return out


@dataclass
class Scene:
    """Everything the rules may look at: the opinion's references in order, and its passages, made when asked for."""

    opinion: Opinion
    citations: Sequence[Citation]
    sentences: Sequence[Span]
    refs: list[Ref] = field(init=False)

    def __post_init__(self) -> None:
        self.refs = list(_refs(self.opinion.text, self.citations))
        self._starts = [ref.start for ref in self.refs]
        self._sentence_starts = [sentence.start for sentence in self.sentences]
        self._passages: dict[int, Passage] = {}
        self.by_start = {citation.start: citation for citation in self.citations}

    def sentence_at(self, offset: int) -> int | None:
        i = bisect_right(self._sentence_starts, offset) - 1
        return i if i >= 0 and offset < self.sentences[i].end else None

    def refs_between(self, start: int, end: int) -> list[Ref]:
        return self.refs[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def passage(self, index: int) -> Passage:
        if index not in self._passages:
            span = self.sentences[index]
            refs = self.refs_between(span.start, span.end)
            part, block = self.opinion.part_at(span.start), self.in_block_quote(span)
            self._passages[index] = mask(self.opinion.text, span, refs, index, part, block)
        return self._passages[index]

    def in_block_quote(self, span: Span) -> bool:
        quotes = self.opinion.quotes
        i = bisect_right(quotes, span.start, key=lambda quote: quote.start) - 1
        return i >= 0 and span.start < quotes[i].end

    def before(self, index: int, count: int = 3) -> list[Passage]:
        """Up to ``count`` passages before this one, nearest first, within its paragraph or footnote."""
        here = self.sentences[index].start
        paragraph = self.opinion.paragraph_at(here)
        floor = paragraph.start if paragraph else 0
        note = self.opinion.footnote_at(here)
        if note is not None:
            floor = note.start
        found = []
        for i in range(index - 1, max(-1, index - 1 - count), -1):
            if self.sentences[i].start < floor:
                break
            found.append(self.passage(i))
        return found


def mask(
    text: str, span: Span, refs: Sequence[Ref], index: int = 0, part: Part | None = None, block: bool = False
) -> Passage:
    """The passage of one sentence."""
    words = plain(text[span.start : span.end])
    pieces, at = [], 0
    for ref in refs:
        start, end = max(ref.start - span.start, at), min(ref.end, span.end) - span.start
        if end <= start:
            continue
        pieces += [words[at:start], "\ue000", "\ue001" * (end - start - 1)]
        at = end
    pieces.append(words[at:])
    return Passage(span.start, span.end, "".join(pieces), tuple(refs), index, part, block)


def _refs(text: str, citations: Sequence[Citation]) -> list[Ref]:
    """Case references in running text; what stands in another's parenthesis or history is no reference of its own."""
    refs: list[Ref] = []
    for citation in citations:
        if citation.kind not in CASE_KINDS or citation.kind == "self_cite":
            continue
        start = min(citation.full.start, citation.start)
        end = _past_parentheses(text, _trimmed(text, citation))
        head = refs[-1] if refs else None
        if head is not None and (start < head.end or citation.parallel_of is not None or citation.history_of is not None):
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
