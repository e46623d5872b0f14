"""Passages → how alike two of them are, and why, for every two that have anything telling in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
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
    """``score`` from 0; more than one when words are quoted. ``quoting``: enough of them to be told by that alone.

    ``contrary``: like words, denied in one of the two.
    """

    score: float
    why: str
    contrary: bool
    quoting: bool


def likenesses(passages: Sequence[Passage]) -> Iterator[tuple[int, int, Likeness]]:
    """Every two passages with something telling in common, by their numbers, in order."""
    return _Comparison(passages).pairs()


def sharing_rare_terms(terms: Sequence[Sequence[str]], common: int) -> set[tuple[int, int]]:
    """Pairs that share one of the rarest terms of either: comparing them grows little faster than their number.

    A term that more than ``common`` share brings no two of them together.
    """
    used = Counter(term for each in terms for term in each)
    sharers: dict[str, list[int]] = defaultdict(list)
    for i, each in enumerate(terms):
        for term in each:
            if 1 < used[term] <= common:
                sharers[term].append(i)
    pairs: set[tuple[int, int]] = set()
    for i, each in enumerate(terms):
        rarest = sorted((used[term], term) for term in each if term in sharers)[:_PROBES]
        pairs.update((min(i, j), max(i, j)) for _, term in rarest for j in sharers[term] if j != i)
    return pairs


class _Comparison:
    """Compares passages; the weight of a word is how seldom the passages use it."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        used = Counter(term for passage in passages for term in passage.meaning.terms)
        self._weight = {term: log(1 + len(passages) / count) for term, count in used.items()}
        self._length = [sqrt(sum(self._weight[term] ** 2 for term in p.meaning.terms)) or 1.0 for p in passages]

    def pairs(self) -> Iterator[tuple[int, int, Likeness]]:
        quoted = self._quoted()
        for one, other in sorted(
            sharing_rare_terms([passage.meaning.terms for passage in self._passages], _COMMON) | quoted.keys()
        ):
            likeness = self._compare(one, other, quoted.get((one, other), ()))
            if likeness.score > 0:
                yield one, other, likeness

    def _quoted(self) -> dict[tuple[int, int], list[str]]:
        """Runs of words that one passage has between quotation marks and another has at all."""
        quoting: dict[str, list[int]] = defaultdict(list)
        for i, passage in enumerate(self._passages):
            for run in passage.meaning.quoted:
                quoting[run].append(i)
        runs: dict[tuple[int, int], list[str]] = defaultdict(list)
        for i, passage in enumerate(self._passages):
            for run in passage.meaning.said & quoting.keys():
                for j in quoting[run]:
                    if i != j and run not in runs[min(i, j), max(i, j)]:
                        runs[min(i, j), max(i, j)].append(run)
        return {pair: sorted(found) for pair, found in runs.items() if found}

    def _compare(self, one: int, other: int, quoted: Sequence[str]) -> Likeness:
        here, there = self._passages[one], self._passages[other]
        a, b = here.meaning, there.meaning
        shared = sorted(set(a.terms) & set(b.terms), key=lambda term: (-self._weight[term], term))
        score = 0.0
        if min(len(a.stems), len(b.stems)) >= FEW_WORDS:
            score = sum(self._weight[term] ** 2 for term in shared) / (self._length[one] * self._length[other])
        reason = f"shared words: {', '.join(shared[:3])}"
        if (standards := sorted(a.spoken_of & b.spoken_of)) and _coins_nothing(a, b) and _coins_nothing(b, a):
            score += SAME_STANDARD if here.reading == there.reading else SAME_NAME
            reason = f"both on what the {standards[0]} standard is"
        if quoted:
            score += SAME_QUOTATION * min(1.0, len(quoted) / _RUNS)
            reason = f"shared quotation “{quoted[0]}”"
        return Likeness(round(score, 6), reason, a.negative != b.negative, len(quoted) >= _RUNS)


def _coins_nothing(one: Meaning, other: Meaning) -> bool:
    """Whether every term that ``one`` sets in quotation marks stands in the other: else it speaks of that term."""
    return all(set(term.split()) <= other.stems for term in one.coined)
