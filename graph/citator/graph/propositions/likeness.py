"""Passages → how alike two of them are, and why, for every two that have anything telling in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log, sqrt

from citator.graph.propositions.passages import FEW_WORDS, Passage
from citator.graph.propositions.places import Place
from citator.graph.propositions.words import Meaning, telling

SAME_QUOTATION = 0.5  # three runs of five quoted words, or more
SAME_STANDARD = 0.5  # both say of one doctrine, by its name, what it is or whether it governs, in one opinion
SAME_NAME = 0.3  # the same in two opinions: one name may be of two doctrines
SAME_PLACE = 0.3  # both cite one page, or one states there what the other cites it for
_ENOUGH_ALIKE = 0.2  # a page holds more than one point
_BESIDE = 0.1  # one passage after the other
_FORMULA = 0.4  # with less of what they say in the words they share, courts use a formula
_TELLING = 5
_COMMON = 32
_WELL_KNOWN = 128
_PROBES = 8
_RUNS = 3


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike the passages ``one`` and ``other`` are, by number.

    ``score`` from 0; more than one when words are quoted. ``telling``: they quote enough of
    the same words, or cite one page in like words, to be told by that alone.
    ``contrary``: like words, denied in one of the two.
    """

    one: int
    other: int
    score: float
    contrary: bool
    telling: bool


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
        self._stems = [frozenset(t for t in each if " " not in self._words[t]) for each in self._terms]
        self._stems_length = [sqrt(self._sum(each)) or 1.0 for each in self._stems]
        self._quoted = self._shared_quotations()
        self._places = dict(self._same_places())

    def likenesses(self) -> Iterator[Likeness]:
        """Of every two passages with something telling in common, in order."""
        for one, other in sorted(sharing_rare_terms(self._terms, _COMMON) | self._quoted.keys() | self._places.keys()):
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
        if place := self._places.get((one, other)):
            return place
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
        if (one, other) in self._places:
            score = max(score, self._in_words(one, other), _ENOUGH_ALIKE) + SAME_PLACE
        if a.spoken_of and self._standards(one, other):
            score += SAME_STANDARD if here.reading == there.reading else SAME_NAME
        quoted = self._telling(one, other)
        score += SAME_QUOTATION * quoted
        contrary = a.negative != b.negative and (one, other) not in self._places  # one place states no two contraries
        return Likeness(one, other, round(score, 6), contrary, quoted >= 1 or (one, other) in self._places)

    def _telling(self, one: int, other: int) -> float:
        """From 0 to 1, how far the words that two passages share as a quotation tell their point: a formula does not."""
        runs = self._quoted.get((one, other))
        if not runs:
            return 0.0
        said = frozenset(s for run in runs for s in telling(run))
        fewer = min(len(self._passages[i].meaning.stems) for i in (one, other)) or 1
        much = min(1.0, len(said) / _TELLING) * min(1.0, len(said) / fewer / _FORMULA)
        return min(1.0, len(runs) / _RUNS) * much**2

    def _in_words(self, one: int, other: int) -> float:
        """How alike two passages are word by word, whatever the order of the words."""
        return self._sum(self._stems[one] & self._stems[other]) / (self._stems_length[one] * self._stems_length[other])

    def _same_places(self) -> Iterator[tuple[tuple[int, int], str]]:
        """Passages with words in common that point to one place, and why they do."""
        citing: dict[tuple[str, Place], list[int]] = defaultdict(list)
        held: dict[tuple[str, int], list[int]] = defaultdict(list)
        for i, passage in enumerate(self._passages):
            for cited in passage.cited:
                citing[cited].append(i)
            if passage.own is not None and passage.page is not None:
                held[passage.own, passage.page].append(i)
        for (decision, place), citers in sorted(citing.items()):
            for one, other in combinations(citers, 2) if len(citers) <= _WELL_KNOWN else ():
                beside = other == one + 1 and self._passages[one].reading == self._passages[other].reading
                if self._in_words(one, other) >= (_BESIDE if beside else _ENOUGH_ALIKE):
                    yield (one, other), f"both cite {decision} at {place.at}"
            there = [i for page in place.pages for i in held.get((decision, page), ())]
            for one in citers if there else ():
                closest = max(there, key=lambda i: (self._in_words(one, i), -i))
                if one != closest and self._in_words(one, closest) >= _ENOUGH_ALIKE:
                    yield (
                        (min(one, closest), max(one, closest)),
                        f"one cites {decision} at {place.at} for what it says there",
                    )

    def _standards(self, one: int, other: int) -> list[str]:
        """The standards that both passages are about, unless one of them speaks of another term besides."""
        a, b = self._passages[one].meaning, self._passages[other].meaning
        standards = sorted(a.spoken_of & b.spoken_of)
        return standards if standards and _coins_nothing(a, b) and _coins_nothing(b, a) else []


def _coins_nothing(one: Meaning, other: Meaning) -> bool:
    """Whether every term that ``one`` sets in quotation marks stands in the other: else it speaks of that term."""
    return all(set(term.split()) <= other.stems for term in one.coined)
