"""Likenesses of units → clusters by average linkage: no two are joined through a third alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush


@dataclass(frozen=True, slots=True)
class Join:
    """``one`` and ``other``, the two most alike members of two clusters, brought these together."""

    one: int
    other: int


@dataclass(slots=True)
class _Between:
    """What lies between two clusters: the sum of their members' likenesses, and the closest two."""

    total: float
    best: float
    pair: tuple[int, int]

    def plus(self, more: _Between) -> _Between:
        closest = max(self, more, key=lambda between: (between.best, (-between.pair[0], -between.pair[1])))
        return _Between(self.total + more.total, closest.best, closest.pair)


def agglomerate(
    units: int, likeness: Mapping[tuple[int, int], float], least: float
) -> tuple[list[list[int]], list[Join]]:
    """Join the two clusters most alike on average, as long as that is ``least`` or more.

    ``likeness`` of two units, the smaller number first; units it does not name are not alike at all. Equal
    averages are taken in the order of the clusters' first members, so the outcome depends on nothing else.
    """
    clusters = {unit: [unit] for unit in range(units)}
    between: dict[int, dict[int, _Between]] = {unit: {} for unit in range(units)}
    for pair, score in likeness.items():
        between[pair[0]][pair[1]] = between[pair[1]][pair[0]] = _Between(score, score, pair)
    waiting = [(-score, *pair) for pair, score in likeness.items() if score >= least]
    heapify(waiting)
    joins: list[Join] = []
    while waiting:
        score, one, other = heappop(waiting)
        if one not in clusters or other not in clusters:
            continue
        current = between[one].get(other)
        if current is None or -current.total / (len(clusters[one]) * len(clusters[other])) != score:
            continue
        joins.append(Join(*current.pair))
        clusters[one] += clusters.pop(other)
        for third, more in between.pop(other).items():
            del between[third][other]
            if third != one:
                mine = between[one].get(third)
                between[one][third] = between[third][one] = mine.plus(more) if mine else more
        for third, now in between[one].items():
            average = now.total / (len(clusters[one]) * len(clusters[third]))
            if average >= least:
                heappush(waiting, (-average, min(one, third), max(one, third)))
    return [sorted(members) for _, members in sorted(clusters.items())], joins
