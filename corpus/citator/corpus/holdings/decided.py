"""Opinion, citations and sentences → the sentences by which the opinion itself decides a point of law.

What the words of a sentence say for or against it (``holdings.toml``) and what its surroundings say are
added up; the threshold is where a careful reader would begin to mark sentences. It is higher where an opinion
decides in plain words throughout: beside those, a reader passes over the sentences that only might decide.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import nlargest
from itertools import chain
from math import fsum, log

from citator.corpus.holdings import cues
from citator.corpus.model import Citation, Holding, Opinion, Part, Span, Treatment

_OWN = frozenset({"this_court", "this_separate"})
_LEADING = frozenset({"lead", "plurality", "per_curiam"})
_PERIPHERAL = 0.40  # share of an opinion's sentences
_INTRODUCTION, _FACTS, _SECOND_HALF, _CONCLUSION = 0.10, 0.35, 0.60, 0.90  # shares of a part's length
_PLAINEST = 8  # sentences that show how plainly an opinion speaks
_NEAR = 3  # sentences before the disposition
_SURVEY = 3  # citations in one paragraph, beyond which it surveys the law
_CENTRAL = 0.75  # share of an opinion's sentences
_SEVERAL = 3  # rows that speak for one sentence
_SHORT = 7  # different words of a sentence
_LONG, _VERY_LONG = 150, 300  # sentences of an opinion
_SECTION_END = 430  # characters before the next heading
_OFTEN = 0.03  # times a name is told, to a sentence of the opinion
_MANY_NAMES = 5
_ISSUES = 6  # questions and contentions back, one of which a sentence may answer
_ANSWER = 0.15  # share of what a sentence says that stood in the question
_LONGEST = 3000  # characters: what is longer is a list or a table
_REACH = 2000  # characters back in which a quotation was opened

_WORD = re.compile(r"[a-z][a-z’'-]*")
_LONG_WORD = re.compile(r"[a-z]{5,}")
_HYPHEN_OF_LINE = re.compile(r"(?<=[a-z])-\s+(?!(?:and|or|to)\b)(?=[a-z])")
_STAR_PAGE = re.compile(r"\[\*+\d{1,5}\]\s?|\*+\d{1,5}\s?")
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
_LONG_QUOTATION = re.compile(r"“(?:[^”\s]+\s+){5}[^”]*(?:”|$)")  # another's words, not a term of art
_ANNOUNCES = re.compile(r":\s*(?:$|[“\"‘'])")
# A name that is not the first word of a sentence. The letter comes first, so that the search runs from one to the next.
_NAME = re.compile(r"[A-Z](?<=[a-z,;’] .)[A-Za-z’'-]{2,}")
_ISSUE = frozenset({"whether", "issue", "question", "questions", "argues", "contends", "claims", "asserts"})
_REASON = re.compile(r"(?:because|since|as|given|inasmuch)\b", re.IGNORECASE)
# What heads a sentence and is not its own: the number of a section, the marks of a publisher's headnotes.
_HEAD = re.compile(
    r"(?:(?:\[\*+\d{1,5}\]|\*+\d{1,5}|\[(?:¶ ?)?\d{1,3}[A-Za-z]?\]|(?:LEd)?HN\d{0,2}(?:\[\w{1,3}\])?|"
    r"(?:[IVX]{2,5}|[A-Z]|\d{1,2})\.|•|\.)\s*){1,4}(?=[A-Z“\"])"
)


def find(
    opinion: Opinion, citations: Sequence[Citation], sentences: Sequence[Span], treatments: Sequence[Treatment]
) -> tuple[Holding, ...]:
    """Holdings in text order: whole sentences, but for the number or letter that heads one."""
    table = cues.load()
    weighed = list(weigh(opinion, citations, sentences, treatments))
    sums = [fsum(weights.values()) for _, weights in weighed]
    plainest = nlargest(_PLAINEST, sums)
    eighth = plainest[-1] if len(plainest) == _PLAINEST else 0.0
    threshold = table.threshold + table.raised_by * max(0.0, eighth)
    holdings = []
    for (sentence, weights), weight in zip(weighed, sums, strict=True):
        if weight >= threshold:
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
    """Each sentence that may be a holding, and what was found for and against it, by name."""
    table = cues.load()
    text = opinion.text
    lines = [plain(text[_after_head(text, sentence) : sentence.end]) for sentence in sentences]
    words = [frozenset(_WORD.findall(line)) for line in lines]
    disposing = [i for i, line in enumerate(lines) if table.disposes(line, words[i])]
    surroundings = _Surroundings(opinion, citations, sentences, treatments, lines, words, disposing)
    for i, line in enumerate(lines):
        if len(line) > _LONGEST or surroundings.bare(i):
            continue
        own_words = _LONG_QUOTATION.sub("“…”", line) if "“" in line else line
        weights = table.speaking(own_words, words[i])
        if not weights:
            continue
        if len(weights) == 1:
            weights["lone"] = table.context["lone"]
        elif len(weights) >= _SEVERAL:
            weights["several"] = table.context["several"]
        weights |= {name: table.context[name] for name in surroundings.of(i, line)}
        if sum(weights.values()) > 0:  # else what speaks against it need not be looked for
            yield sentences[i], weights | table.opposing(own_words, words[i])


def plain(text: str) -> str:
    """A sentence in small letters on one line: no hyphens of line ends, no marks of pages.

    >>> plain("The dispar-\\nity *1298 was shown.")
    'the disparity was shown.'
    >>> plain("The dispar- ity of first- and second-rate goods was shown.")
    'the disparity of first- and second-rate goods was shown.'
    """
    if "- " in text or "-\n" in text:
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
        lines: list[str],
        words: list[frozenset[str]],
        disposing: list[int],
    ) -> None:
        self._opinion = opinion
        self._sentences = sentences
        self._citations = sorted(citations, key=lambda citation: citation.full)
        self._citation_starts = [citation.full.start for citation in self._citations]
        self._quotes = sorted(opinion.quotes)
        self._quote_starts = [quote.start for quote in self._quotes]
        self._headings = sorted(opinion.headings)
        self._heading_starts = [heading.start for heading in self._headings]
        recounted = (treatment.evidence.start for treatment in treatments if treatment.actor not in _OWN)
        self._recounted = sorted(recounted)
        self._disposing = disposing
        self._ends = {part.id: self._last_words(part) for part in opinion.parts}
        self._words = words
        self._telling = [_LONG_WORD.findall(line) for line in lines]
        told = Counter(chain.from_iterable(self._telling))
        self._rarity = {word: log(1 + len(lines) / count) for word, count in told.items()}
        self._centrality = _centrality(self._telling, told)
        ordered = sorted(self._centrality) or [0.0]
        self._peripheral = ordered[int(len(lines) * _PERIPHERAL)]
        self._central = ordered[int(len(lines) * _CENTRAL)]
        names = Counter(_NAME.findall(opinion.text))
        self._often = {name for name, n in names.items() if n >= _OFTEN * len(lines)}
        self._issues = [
            i for i, line in enumerate(lines) if not _ISSUE.isdisjoint(words[i]) or line.endswith(("?", "?”", '?"'))
        ]
        self._asked = [frozenset(self._telling[i]) for i in self._issues]

    def bare(self, i: int) -> bool:
        """Whether a sentence is little else than citations, or is a heading."""
        sentence = self._sentences[i]
        cited = sum(len(citation.full) for citation in self._citations_in(sentence) if citation.depth == 0)
        return 4 * cited > 3 * len(sentence) or _within(self._headings, self._heading_starts, sentence.start)

    def of(self, i: int, line: str) -> Iterator[str]:
        sentence, opinion = self._sentences[i], self._opinion
        part = opinion.part_at(sentence.start)
        if part is None or part.kind not in _LEADING:
            yield "separate"
        at = bisect_left(self._recounted, sentence.start)
        if at < len(self._recounted) and self._recounted[at] < sentence.end:
            yield "recounted"
        if _ANNOUNCES.search(line):
            yield "announces"
        quoted = sum(len(quotation[0]) for quotation in _QUOTED.finditer(line))
        if 4 * quoted > 3 * len(line):
            yield "all-quoted"
        elif 5 * quoted > 2 * len(line):
            yield "mostly-quoted"
        if self._centrality[i] < self._peripheral:
            yield "peripheral"
        elif self._centrality[i] >= self._central:
            yield "central"
        yield from self._content(i)
        yield from self._place(i, part)
        yield from self._paragraph(i, line)

    def _content(self, i: int) -> Iterator[str]:
        """What a sentence speaks of."""
        sentence = self._sentences[i]
        if len(self._words[i]) < _SHORT:
            yield "short"
        names = set(_NAME.findall(self._opinion.text, sentence.start, sentence.end)) - cues.load().never_a_party
        if not names.isdisjoint(self._often):
            yield "names-often-told"
        if len(names) >= _MANY_NAMES:
            yield "many-names"
        if self._answers(i):
            yield "answers"

    def _answers(self, i: int) -> bool:
        """Whether one of the last questions or contentions spoke of what this sentence speaks of."""
        own, rarity = frozenset(self._telling[i]), self._rarity
        enough = _ANSWER * (2 + sum(map(rarity.__getitem__, own)))
        at = bisect_left(self._issues, i)
        return any(
            sum(map(rarity.__getitem__, own & asked)) >= enough for asked in self._asked[max(0, at - _ISSUES) : at]
        )

    def _place(self, i: int, part: Part | None) -> Iterator[str]:
        """Where in its opinion a sentence stands."""
        sentence = self._sentences[i]
        if self._opinion.footnote_at(sentence.start):
            yield "note"
        elif part is not None:
            share = (sentence.start - part.start) / max(1, self._ends[part.id] - part.start)
            if share < _INTRODUCTION:
                yield "introduction"
            elif share < _FACTS:
                yield "facts"
            elif share >= _CONCLUSION:
                yield "conclusion"
            elif share >= _SECOND_HALF:
                yield "second-half"
        at = bisect_right(self._disposing, i)
        if at < len(self._disposing) and self._disposing[at] <= i + _NEAR:
            yield "disposition-near"
        if len(self._sentences) >= _LONG:
            yield "very-long" if len(self._sentences) >= _VERY_LONG else "long"
        heading = bisect_left(self._heading_starts, sentence.end)
        if heading < len(self._headings) and self._heading_starts[heading] < sentence.end + _SECTION_END:
            yield "section-ends"
        above = self._sentences[i - 1] if i else Span(0, 0)
        if _any_between(self._heading_starts, above.start, sentence.start):
            yield "section-begins"

    def _paragraph(self, i: int, line: str) -> Iterator[str]:
        """What stands before and after a sentence in its paragraph."""
        text, sentence = self._opinion.text, self._sentences[i]
        paragraph = self._opinion.paragraph_at(sentence.start) or sentence
        before = text[max(paragraph.start, sentence.start - _REACH) : sentence.start]
        if (
            before.count("“") > before.count("”")
            or line.count("”") > line.count("“")
            or _within(self._quotes, self._quote_starts, sentence.start)
        ):
            yield "quoted"
        if 1 <= len(self._citations_in(paragraph)) <= _SURVEY:
            yield "some-cites"
        opens = i == 0 or self._sentences[i - 1].start < paragraph.start
        following = self._sentences[i + 1] if i + 1 < len(self._sentences) else None
        closes = following is None or following.start >= paragraph.end
        if opens != closes:
            yield "opens" if opens else "closes"
        if following is not None and _REASON.match(text, following.start):
            yield "reason-next"

    def _last_words(self, part: Part) -> int:
        """Where the body of a part ends; its notes may be gathered behind."""
        i = bisect_left(self._sentences, Span(part.end, part.end)) - 1
        while i >= 0 and self._sentences[i].start > part.start and self._opinion.footnote_at(self._sentences[i].start):
            i -= 1
        return self._sentences[i].end if i >= 0 else part.end

    def _citations_in(self, span: Span) -> list[Citation]:
        starts = self._citation_starts
        return self._citations[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def _any_between(starts: Sequence[int], first: int, last: int) -> bool:
    return bisect_left(starts, first) < bisect_left(starts, last)


def _within(spans: Sequence[Span], starts: Sequence[int], offset: int) -> bool:
    i = bisect_right(starts, offset) - 1
    return i >= 0 and offset < spans[i].end


def _centrality(words: list[list[str]], told: Counter[str]) -> list[float]:
    """How much each sentence speaks of what the whole opinion speaks of: its words' mean log frequency."""
    weight = {word: log(1 + count) for word, count in told.items()}
    return [sum(map(weight.__getitem__, sentence)) / max(4, len(sentence)) for sentence in words]
