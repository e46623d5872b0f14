"""Passages → how alike two of them are, and why, for every two that have anything telling in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log, sqrt

from citator.graph.propositions.passages import FEW_WORDS, Passage
from citator.graph.propositions.words import Meaning

SAME_QUOTATION = 0.5  # three runs of five quoted words, or more
SAME_STANDARD = 0.5  # both say of one doctrine, by its name, what it is or whether it governs, in one opinion
SAME_NAME = 0.3  # the same in two opinions: one name may be of two doctrines
_COMMON = 32
_PROBES = 8
_RUNS = 3


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike the passages ``one`` and ``other`` are, by number.

    ``score`` from 0; more than one when words are quoted. ``quoting``: enough of them to be told by that alone.
    ``contrary``: like words, denied in one of the two.
    """

    one: int
    other: int
    score: float
    contrary: bool
    quoting: bool


def ranked(terms: Sequence[Collection[str]]) -> tuple[list[str], list[frozenset[int]]]:
    """Every term, the rarest first, and what each of ``terms`` holds as places in that order."""
    used = Counter(term for each in terms for term in each)
    order = sorted(used, key=lambda term: (used[term], term))
    place = {term: i for i, term in enumerate(order)}
    return order, [frozenset(place[term] for term in each) for each in terms]


def sharing_rare_terms(terms: Sequence[frozenset[int]], common: int) -> set[tuple[int, int]]:
    """Pairs that share one of the rarest terms of either: comparing them grows little faster than their number.

    A term that more than ``common`` share brings no two of them together. ``terms`` are as ``ranked`` gives them.
    """
    sharers: dict[int, list[int]] = defaultdict(list)
    for i, each in enumerate(terms):
        for term in each:
            sharers[term].append(i)
    telling = {term for term, those in sharers.items() if 1 < len(those) <= common}
    pairs: set[tuple[int, int]] = set()
    for i, each in enumerate(terms):
        for term in sorted(each & telling)[:_PROBES]:
            pairs.update([(i, j) if i < j else (j, i) for j in sharers[term] if j != i])
    return pairs


class Comparison:
    """Compares passages; the weight of a word is how seldom the passages use it."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._words, self._terms = ranked([passage.meaning.terms for passage in passages])
        used = Counter(term for each in self._terms for term in each)
        self._square = [log(1 + len(passages) / used[term]) ** 2 for term in range(len(self._words))]
        self._length = [sqrt(self._sum(each)) or 1.0 for each in self._terms]
        self._quoted = self._shared_quotations()

    def likenesses(self) -> Iterator[Likeness]:
        """Of every two passages with something telling in common, in order."""
        for one, other in sorted(sharing_rare_terms(self._terms, _COMMON) | self._quoted.keys()):
            likeness = self._compare(one, other)
            if likeness.score > 0:
                yield likeness

    def why(self, likeness: Likeness) -> str:
        """What two passages have in common."""
        one, other = likeness.one, likeness.other
        if quoted := self._quoted.get((one, other)):
            return f"shared quotation “{quoted[0]}”"
        if standards := self._standards(one, other):
            return f"both on what the {standards[0]} standard is"
        shared = sorted(self._terms[one] & self._terms[other])
        return f"shared words: {', '.join(self._words[term] for term in shared[:3])}"

    def _sum(self, terms: Iterable[int]) -> float:
        """Rarest first, so that rounding is the same every time."""
        return sum(map(self._square.__getitem__, sorted(terms)))

    def _shared_quotations(self) -> dict[tuple[int, int], list[str]]:
        """Runs of words that one passage has between quotation marks and another has at all."""
        quoting: dict[str, list[int]] = defaultdict(list)
        for i, passage in enumerate(self._passages):
            for run in passage.meaning.quoted:
                quoting[run].append(i)
        runs: dict[tuple[int, int], set[str]] = defaultdict(set)
        for i, passage in enumerate(self._passages):
            for run in passage.meaning.said & quoting.keys():
                for j in quoting[run]:
                    if i != j:
                        runs[min(i, j), max(i, j)].add(run)
        return {pair: sorted(found) for pair, found in runs.items()}

    def _compare(self, one: int, other: int) -> Likeness:
        here, there = self._passages[one], self._passages[other]
        a, b = here.meaning, there.meaning
        score = 0.0
        if len(a.stems) >= FEW_WORDS <= len(b.stems):
            score = self._sum(self._terms[one] & self._terms[other]) / (self._length[one] * self._length[other])
        if a.spoken_of and self._standards(one, other):
            score += SAME_STANDARD if here.reading == there.reading else SAME_NAME
        quoted = len(self._quoted.get((one, other), ()))
        if quoted:
            score += SAME_QUOTATION * min(1.0, quoted / _RUNS)
        return Likeness(one, other, round(score, 6), a.negative != b.negative, quoted >= _RUNS)

    def _standards(self, one: int, other: int) -> list[str]:
        """The standards that both passages are about, unless one of them speaks of another term besides."""
        a, b = self._passages[one].meaning, self._passages[other].meaning
        standards = sorted(a.spoken_of & b.spoken_of)
        return standards if standards and _coins_nothing(a, b) and _coins_nothing(b, a) else []


def _coins_nothing(one: Meaning, other: Meaning) -> bool:
    """Whether every term that ``one`` sets in quotation marks stands in the other: else it speaks of that term."""
    return all(set(term.split()) <= other.stems for term in one.coined)
