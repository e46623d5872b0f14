"""Opinion, citations and sentences → the sentences by which the opinion itself decides a point of law.

What the words of a sentence say for or against it (``holdings.toml``) and what its surroundings say are
added up; the threshold is where a careful reader would begin to mark sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log

from citator.corpus.holdings import cues
from citator.corpus.model import CASE_KINDS, Citation, Holding, Opinion, Span, Treatment

_OWN = frozenset({"this_court", "this_separate"})
_LEADING = frozenset({"lead", "plurality", "per_curiam"})
_CENTRAL, _NEAR, _PERIPHERAL = 0.85, 0.70, 0.40  # shares of an opinion's sentences
_SHORT = 8  # words
_LONGEST = 3000  # characters: what is longer is a list or a table
_REACH = 2000  # characters back in which a quotation was opened

_WORD = re.compile(r"[a-z][a-z’'-]*")
_HYPHEN_OF_LINE = re.compile(r"(?<=[a-z])-\s*\n\s*(?=[a-z])")
_STAR_PAGE = re.compile(r"\*\d{1,5}\s?")
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
_LONG_QUOTATION = re.compile(r"“(?:[^”\s]+\s+){5}[^”]*(?:”|$)")  # another's words, not a term of art
_SIGNAL = re.compile(r"(?:see|cf|accord|but see|compare|contra)\b", re.IGNORECASE)
_HEAD = re.compile(r"(?:\[\d{1,3}\]|(?:[IVX]{1,5}|[A-Z]|\d{1,2})\.|•|\.)\s+(?=[A-Z“\"])")


def find(
    opinion: Opinion, citations: Sequence[Citation], sentences: Sequence[Span], treatments: Sequence[Treatment]
) -> tuple[Holding, ...]:
    """Holdings in text order: whole sentences, but for the number or letter that heads one."""
    table = cues.load()
    holdings = []
    for sentence, weights in weigh(opinion, citations, sentences, treatments):
        if sum(weights.values()) >= table.threshold:
            start = _after_head(opinion.text, sentence)
            part, note = opinion.part_at(start), opinion.footnote_at(start)
            holdings.append(
                Holding(
                    Span(start, sentence.end),
                    part.id if part else "",
                    opinion.page_at(start),
                    note.number if note else None,
                    max(weights.keys() - table.context.keys(), key=lambda rule: (weights[rule], rule)),
                )
            )
    return tuple(holdings)


def weigh(
    opinion: Opinion, citations: Sequence[Citation], sentences: Sequence[Span], treatments: Sequence[Treatment]
) -> Iterator[tuple[Span, dict[str, float]]]:
    """Each sentence with words that speak for a holding, and what was found for and against it, by name."""
    table = cues.load()
    lines = [plain(sentence.of(opinion.text)) for sentence in sentences]
    words = [_WORD.findall(line) for line in lines]
    surroundings = _Surroundings(opinion, citations, sentences, treatments, words)
    for i, line in enumerate(lines):
        if len(line) > _LONGEST:
            continue
        if weights := table.matching(_LONG_QUOTATION.sub("“…”", line), set(words[i])):
            weights |= {name: table.context[name] for name in surroundings.of(i, line)}
            yield sentences[i], weights


def plain(text: str) -> str:
    """A sentence in small letters on one line: no hyphens of line ends, no marks of pages.

    >>> plain("The dispar-\\nity *1298 was shown.")
    'the disparity was shown.'
    """
    if "\n" in text:
        text = _HYPHEN_OF_LINE.sub("", text)
    if "*" in text:
        text = _STAR_PAGE.sub("", text)
    return " ".join(text.lower().split())


def _after_head(text: str, sentence: Span) -> int:
    head = _HEAD.match(text, sentence.start, sentence.end)
    return head.end() if head else sentence.start


class _Surroundings:
    """What stands around and within a sentence, named as in the table's ``[context]``."""

    def __init__(
        self,
        opinion: Opinion,
        citations: Sequence[Citation],
        sentences: Sequence[Span],
        treatments: Sequence[Treatment],
        words: list[list[str]],
    ) -> None:
        self._opinion = opinion
        self._sentences = sentences
        self._words = words
        self._citations = sorted(citations, key=lambda citation: citation.full)
        self._citation_starts = [citation.full.start for citation in self._citations]
        self._quotes = sorted(opinion.quotes)
        self._quote_starts = [quote.start for quote in self._quotes]
        self._headings = sorted(opinion.headings)
        self._heading_starts = [heading.start for heading in self._headings]
        recounted = (treatment.evidence.start for treatment in treatments if treatment.actor not in _OWN)
        self._recounted = sorted(recounted)
        self._centrality = _centrality(words)
        ranked = sorted(self._centrality)
        self._marks = [ranked[int(len(ranked) * share)] for share in (_CENTRAL, _NEAR, _PERIPHERAL)] if ranked else []

    def of(self, i: int, line: str) -> Iterator[str]:
        sentence, opinion, text = self._sentences[i], self._opinion, self._opinion.text
        part = opinion.part_at(sentence.start)
        if part is None or part.kind not in _LEADING:
            yield "separate"
        at = bisect_left(self._recounted, sentence.start)
        if at < len(self._recounted) and self._recounted[at] < sentence.end:
            yield "recounted"
        if len(self._words[i]) < _SHORT:
            yield "short"
        within = self._citations_in(sentence)
        if any(citation.kind in CASE_KINDS for citation in within):
            yield "cites"
        if 2 * sum(len(citation.full) for citation in within if citation.depth == 0) > len(sentence):
            yield "citation"
        if 5 * sum(len(quotation[0]) for quotation in _QUOTED.finditer(line)) > 2 * len(line):
            yield "mostly-quoted"
        paragraph = opinion.paragraph_at(sentence.start) or sentence
        before = text[max(paragraph.start, sentence.start - _REACH) : sentence.start]
        if not before.strip():
            yield "opens"
        if (
            before.count("“") > before.count("”")
            or line.count("”") > line.count("“")
            or _within(self._quotes, self._quote_starts, sentence.start)
        ):
            yield "quoted"
        if _within(self._headings, self._heading_starts, sentence.start):
            yield "heading"
        following = self._sentences[i + 1] if i + 1 < len(self._sentences) else None
        if following and following.start < paragraph.end:
            if _SIGNAL.match(text, following.start):
                yield "signal-next"
            elif self._citations_in(Span(following.start, following.start + 1)):
                yield "citation-next"
        central, near, peripheral = self._marks
        if self._centrality[i] >= central:
            yield "central"
        elif self._centrality[i] >= near:
            yield "near-centre"
        elif self._centrality[i] < peripheral:
            yield "peripheral"

    def _citations_in(self, span: Span) -> list[Citation]:
        starts = self._citation_starts
        return self._citations[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def _within(spans: Sequence[Span], starts: Sequence[int], offset: int) -> bool:
    i = bisect_right(starts, offset) - 1
    return i >= 0 and offset < spans[i].end


def _centrality(words: list[list[str]]) -> list[float]:
    """How much each sentence speaks of what the whole opinion speaks of: its words' mean log frequency."""
    stems = [{word[:6] for word in sentence if len(word) > 4} for sentence in words]
    spread = Counter(stem for sentence in stems for stem in sentence)
    weight = {stem: log(1 + count) for stem, count in spread.items()}
    return [sum(weight[stem] for stem in sentence) / max(4, len(sentence)) for sentence in stems]
