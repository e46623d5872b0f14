"""Propositions from a process of their own."""

from __future__ import annotations

import pickle
from io import BytesIO
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
    here = propositions.Grouping(shelf)
    with grouping.started(Path(four.where), shelf) as there:
        assert here.propositions() == there.propositions()
        assert here.questions() == there.questions()
        assert vars(there).keys() == {"_answers", "_readings"}  # nothing was worked out here


def test_a_process_that_fails_is_done_without(shelf: Shelf, tmp_path: Path) -> None:
    here = propositions.Grouping(shelf)
    with disk.only_writer(tmp_path), grouping.started(tmp_path, shelf) as there:  # no records there
        assert here.propositions() == there.propositions()
        assert here.questions() == there.questions()


def test_a_process_that_dies_half_way_is_done_without(shelf: Shelf) -> None:
    here = propositions.Grouping(shelf)
    half = BytesIO(pickle.dumps(here.propositions()) + pickle.dumps(here.questions())[:-10])
    there = grouping.Awaited(half, shelf)
    assert here.propositions() == there.propositions()
    assert here.questions() == there.questions()


def test_what_the_process_does(four: Library, shelf: Shelf) -> None:
    records = [(source.file, source.sha256, source.key) for source in shelf.sources]
    here = propositions.Grouping(shelf)
    assert [here.propositions(), here.questions()] == list(grouping.answers(Path(four.where), records))


def test_both_steps_make_the_whole(shelf: Shelf) -> None:
    asked = propositions.Grouping(shelf).questions()
    assert asked
    assert asked == {point.id: point.question for point in propositions.group(shelf) if point.question is not None}
