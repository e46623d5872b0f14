"""A store on disk, filled part by part."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pyoxigraph
import pytest

from citator.graph.filling import Filling
from citator.graph.sheet import iri
from citator.graph.vocabulary import Iri

GRAPHS = [iri(f"opinion-{number}") for number in range(40)]


def statement(graph: Iri) -> bytes:
    return f'{graph} {iri("says")} "so" {graph} .\n'.encode()


@pytest.mark.parametrize("jobs", [1, 2])
def test_parts_added_at_different_times_are_all_there(tmp_path: Path, jobs: int) -> None:
    with Filling(tmp_path, jobs) as filling:
        filling.add(map(statement, GRAPHS[:3]))
    with Filling(tmp_path, jobs) as filling:
        filling.add(map(statement, GRAPHS[2:5]))
    assert held(tmp_path) == set(GRAPHS[:5])


def test_graphs_in_the_order_of_the_store(tmp_path: Path) -> None:
    orders: list[Sequence[Iri]] = []
    for name, graphs in (("one", GRAPHS), ("other", GRAPHS[::-1])):
        with Filling(tmp_path / name, 1) as filling:
            orders.append(filling.as_kept(graphs))
            filling.add(map(statement, graphs))
        kept = pyoxigraph.Store.read_only(str(tmp_path / name))
        assert [str(quad.subject) for quad in kept] == orders[-1]  # each graph speaks of what has its name
    assert orders[0] == orders[1] != GRAPHS
    assert set(orders[0]) == set(GRAPHS)


def test_merging_leaves_fewer_files_that_hold_the_same(tmp_path: Path) -> None:
    with Filling(tmp_path, 1) as filling:
        filling.add(map(statement, GRAPHS))
    before = len(list(tmp_path.glob("*.sst")))
    with Filling(tmp_path, 1) as filling:
        filling.merge()
    assert len(list(tmp_path.glob("*.sst"))) < before
    assert held(tmp_path) == set(GRAPHS)


def test_a_part_that_is_no_nquads_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(SyntaxError), Filling(tmp_path, 2) as filling:
        filling.add([statement(GRAPHS[0]), b"what is this"])


@pytest.mark.skipif(sys.platform != "linux", reason="threads have priorities of their own on Linux alone")
def test_who_fills_keeps_its_priority(tmp_path: Path) -> None:
    before = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    with Filling(tmp_path, 1):
        assert os.getpriority(os.PRIO_PROCESS, threading.get_native_id()) == before


def held(folder: Path) -> set[Iri]:
    return {Iri(str(quad.subject)) for quad in pyoxigraph.Store.read_only(str(folder))}
