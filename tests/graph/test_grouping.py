"""Propositions from a process of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from citator.graph import disk, grouping, propositions
from citator.graph.files import Source
from citator.graph.library import Library
from citator.graph.shelf import Shelf


@pytest.fixture
def shelf(four: Library) -> Shelf:
    """The readings of the four opinions as a build has them."""
    entries = four.manifest.opinions
    return Shelf(Path(four.where), [Source(Path(e.file), e.file, e.sha256, None, e.record) for e in entries])


def test_another_process_finds_the_same(four: Library, shelf: Shelf) -> None:
    with grouping.started(Path(four.where), shelf) as group:
        found = group.result(shelf)
    assert propositions.group(shelf) == found


def test_a_process_that_fails_is_done_without(shelf: Shelf, tmp_path: Path) -> None:
    with disk.only_writer(tmp_path), grouping.started(tmp_path, shelf) as group:  # no records there
        found = group.result(shelf)
    assert propositions.group(shelf) == found


def test_what_the_process_does(four: Library, shelf: Shelf) -> None:
    records = [(source.file, source.sha256, source.key) for source in shelf.sources]
    assert propositions.group(shelf) == grouping.grouped(Path(four.where), records)
