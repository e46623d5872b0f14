"""Passages → how alike two of them are, and why, for every two that have anything telling in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log, sqrt

from citator.graph.propositions.passages import FEW_WORDS, Passage

SAME_QUOTATION = 0.5  # three runs of five quoted words, or more
SAME_STANDARD = 0.15  # both name the same doctrine
OTHER_STANDARD = 0.4  # a factor: each names a doctrine, and not the same
SAME_AUTHORITY = 0.1
_COMMON = 32
_PROBES = 8
_RUNS = 3


@dataclass(frozen=True, slots=True)
class Likeness:
    """``score`` from 0; one is hardly passed but by quotations. ``contrary``: like words, denied in one of the two."""

    score: float
    why: str
    contrary: bool


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
        named = Counter(name for passage in passages for name in passage.meaning.standards)
        self._standards = [frozenset(n for n in p.meaning.standards if named[n] > 1) for p in passages]

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
        a, b = self._passages[one], self._passages[other]
        shared = sorted(set(a.meaning.terms) & set(b.meaning.terms), key=lambda term: (-self._weight[term], term))
        score = 0.0
        if min(len(a.meaning.stems), len(b.meaning.stems)) >= FEW_WORDS:
            score = sum(self._weight[term] ** 2 for term in shared) / (self._length[one] * self._length[other])
        reason = f"shared words: {', '.join(shared[:3])}"
        named, others = self._standards[one], self._standards[other]
        if common := sorted(named & others):
            score += SAME_STANDARD * len(common) / len(named | others)
            reason = f"both name the {common[0]} standard"
        elif named and others:
            score *= OTHER_STANDARD
        if score and (authorities := sorted(a.authorities & b.authorities)):
            score += SAME_AUTHORITY
            reason += f"; both on {authorities[0]}"
        if quoted:
            score += SAME_QUOTATION * min(1.0, len(quoted) / _RUNS)
            reason = f"shared quotation “{quoted[0]}”"
        contrary = a.meaning.negative != b.meaning.negative
        return Likeness(round(score, 6), reason, contrary)
