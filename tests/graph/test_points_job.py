"""Points of law from a process of their own."""

from __future__ import annotations

import pickle
from io import BytesIO
from pathlib import Path

import pytest

from citator.graph import disk, points_job, propositions
from citator.graph.files import Source
from citator.graph.identity import identify
from citator.graph.library import Library
from citator.graph.points import PointsHere
from citator.graph.shelf import Shelf


@pytest.fixture
def shelf(four: Library) -> Shelf:
    """The readings of the four opinions as a build has them."""
    entries = four.manifest.opinions
    return Shelf(Path(four.where), [Source(Path(e.file), e.file, e.sha256, None, e.record) for e in entries])


@pytest.fixture
def here(shelf: Shelf) -> PointsHere:
    return PointsHere(shelf, shelf.texts, identify(shelf))


def never(readings: object) -> propositions.Grouping:
    raise AssertionError("worked out here")


def test_another_process_says_the_same(four: Library, shelf: Shelf, here: PointsHere) -> None:
    with points_job.started(Path(four.where), shelf) as points_of:
        there = points_of(shelf, shelf.texts, here.register)
        assert isinstance(there, points_job.PointsAwaited)
        there.here = PointsHere(shelf, shelf.texts, here.register, never)
        assert list(here.stances()) == list(there.stances())
        assert list(here.stated()) == list(there.stated())


def test_a_process_that_fails_is_done_without(shelf: Shelf, here: PointsHere, tmp_path: Path) -> None:
    with disk.only_writer(tmp_path), points_job.started(tmp_path, shelf) as points_of:  # no records there
        there = points_of(shelf, shelf.texts, here.register)
        assert list(here.stances()) == list(there.stances())
        assert list(here.stated()) == list(there.stated())


def test_a_process_that_dies_half_way_is_done_without(here: PointsHere) -> None:
    piece, *rest = here.stated()
    assert rest
    answers = [pickle.dumps(list(here.stances())), pickle.dumps(piece), pickle.dumps(rest[0])[:-10]]
    there = points_job.PointsAwaited(BytesIO(b"".join(answers)), here)
    assert list(here.stances()) == there.stances()
    assert [piece, piece, *rest] == list(there.stated())


def test_what_the_process_does(four: Library, shelf: Shelf, here: PointsHere) -> None:
    records = [(source.file, source.sha256, source.key) for source in shelf.sources]
    answers = points_job.answers(Path(four.where), records, lambda: here.register)
    assert [list(here.stances()), *here.stated(), b""] == list(answers)


def test_both_steps_make_the_whole(shelf: Shelf) -> None:
    asked = propositions.Grouping(shelf).questions()
    assert asked
    assert asked == {point.id: point.question for point in propositions.group(shelf) if point.question is not None}
