"""Readings → the same point of law across opinions: propositions, and each opinion's stance to them.

Passages that an opinion itself ties together are one unit, and so are those that quote the same words, or cite one
page of a decision in like words. Units closely alike on average are one proposition; propositions less closely alike
answer one question. Nothing is learnt, nothing depends on the order of the readings, and every join says why.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from citator.corpus.model import Reading
from citator.graph.propositions.agglomerate import agglomerate
from citator.graph.propositions.likeness import Comparison, Likeness
from citator.graph.propositions.model import Manner, Proposition, Question, Stance
from citator.graph.propositions.passages import Link, passages
from citator.graph.propositions.questions import questions
from citator.graph.propositions.wording import assemble

__all__ = ["Grouping", "Manner", "Proposition", "Question", "Stance", "group"]

SAME_POINT = 0.5
"""Average likeness of units that are one proposition; leaving two apart is better than joining wrongly."""
CONTRARY = 0.35
"""What is left of a likeness when one passage denies what the other says: the words are the same, the point is not."""

_Pair = tuple[int, int]
_Reason = tuple[int, str]


def group(readings: Sequence[Reading]) -> tuple[Proposition, ...]:
    """Group what the opinions hold, and are said to hold, into points of law, sorted by id."""
    grouping = Grouping(readings)
    asked = grouping.questions()
    return tuple(replace(point, question=asked.get(point.id)) for point in grouping.propositions())


class Grouping:
    """The same in two steps: points of law, and then the questions they answer."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        found, links = passages(sorted(enumerate(readings), key=lambda numbered: _identity(numbered[1])))
        comparison = Comparison(found)
        compared = list(comparison.likenesses())
        tied = _tied(len(found), links)
        # Those who quote the same words or cite one page first: later averages take them for one voice, however many.
        voices, telling = _joined(tied, [each for each in compared if each.telling], comparison)
        points, joins = _joined(voices, compared, comparison)
        point_of = _membership(points)
        why: dict[int, list[str]] = defaultdict(list)
        for passage, reason in (*((link.one, link.why) for link in links), *telling, *joins):
            why[point_of[passage]].append(reason)
        near = _between(compared, point_of)
        opposed = [pair for pair, likeness in near.items() if likeness.contrary and likeness.score >= SAME_POINT]
        self._members = [[found[i] for i in point] for point in points]
        self._propositions = assemble(readings, self._members, why, opposed)

    def propositions(self) -> tuple[Proposition, ...]:
        """The points of law, sorted by id, without their questions."""
        return tuple(point for _, point in self._propositions)

    def questions(self) -> dict[str, Question]:
        """The question of each proposition, by its id, that shares one with another."""
        asked = questions(self._members)
        return {point.id: asked[number] for number, point in self._propositions if number in asked}


def _identity(reading: Reading) -> tuple[str, str, str]:
    decision = reading.decision
    return decision.citation or "", decision.name or "", reading.opinion.document.sha256


def _as_one_point(likeness: Likeness) -> float:
    return likeness.score * CONTRARY if likeness.contrary else likeness.score


def _membership(clusters: Sequence[Sequence[int]]) -> dict[int, int]:
    return {member: number for number, members in enumerate(clusters) for member in members}


def _tied(count: int, links: Iterable[Link]) -> list[list[int]]:
    """The numbers of passages joined by links, as units in order."""
    leader = list(range(count))

    def lead(i: int) -> int:
        while leader[i] != i:
            leader[i] = i = leader[leader[i]]
        return i

    for link in links:
        one, other = sorted((lead(link.one), lead(link.other)))
        leader[other] = one
    units: dict[int, list[int]] = defaultdict(list)
    for i in range(count):
        units[lead(i)].append(i)
    return [units[first] for first in sorted(units)]


def _joined(
    units: Sequence[Sequence[int]], compared: Iterable[Likeness], comparison: Comparison
) -> tuple[list[list[int]], list[_Reason]]:
    """Units of passages into larger ones whose members are alike on average, and a passage and a reason for each join."""
    alike = _between(compared, _membership(units))
    clusters, joins = agglomerate(len(units), {pair: _as_one_point(found) for pair, found in alike.items()}, SAME_POINT)
    larger = [[i for unit in cluster for i in units[unit]] for cluster in clusters]
    return larger, [(units[join.one][0], comparison.why(alike[join.one, join.other])) for join in joins]


def _between(compared: Iterable[Likeness], group_of: Mapping[int, int]) -> dict[_Pair, Likeness]:
    """The closest likeness between two groups, for every two that have one, in order."""
    closest: dict[_Pair, Likeness] = {}
    for likeness in compared:
        one, other = group_of[likeness.one], group_of[likeness.other]
        if one != other:
            pair = (one, other) if one < other else (other, one)
            known = closest.get(pair)
            if known is None or _as_one_point(likeness) > _as_one_point(known):
                closest[pair] = likeness
    return dict(sorted(closest.items()))
