"""Average linkage: the closest are joined first, and nobody through a third alone."""

from __future__ import annotations

import pytest

from citator.graph.propositions.agglomerate import Join, agglomerate


@pytest.mark.parametrize(
    ("units", "likeness", "expected"),
    [
        pytest.param(3, {}, [[0], [1], [2]], id="strangers"),
        pytest.param(2, {(0, 1): 0.6}, [[0, 1]], id="two"),
        pytest.param(2, {(0, 1): 0.4}, [[0], [1]], id="not-enough"),
        pytest.param(3, {(0, 1): 0.9, (1, 2): 0.8}, [[0, 1], [2]], id="no-chain"),
        pytest.param(3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.3}, [[0, 1, 2]], id="alike-on-average"),
        pytest.param(4, {(0, 1): 0.7, (2, 3): 0.7, (1, 2): 0.7}, [[0, 1], [2, 3]], id="ties-in-order"),
    ],
)
def test_clusters(units: int, likeness: dict[tuple[int, int], float], expected: list[list[int]]) -> None:
    assert expected == agglomerate(units, likeness, 0.5)[0]


def test_a_join_names_the_two_that_were_closest() -> None:
    joins = agglomerate(3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.3}, 0.5)[1]
    assert [Join(0, 1), Join(1, 2)] == joins
