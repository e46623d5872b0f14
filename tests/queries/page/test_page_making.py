"""A page made in steps, here and in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from pathlib import Path

import pytest

from citator.graph.library import Library, Row
from citator.graph.update import update
from citator.queries import page
from citator.queries.page import gather, layout, making, writer

from ..conftest import OPINIONS


@pytest.fixture(scope="module")
def whole(library: Library) -> bytes:
    return page.render(page.collect(library))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_page_begun_early_is_the_same(library: Library, whole: bytes, jobs: int) -> None:
    with page.begin(library, jobs) as complete:
        assert complete(None)() == whole
    with page.begin(library, jobs) as complete:
        assert complete(reversed(gather.stances(library)))() == whole


def test_a_page_is_given_the_stances_that_the_library_tells(tmp_path: Path) -> None:
    given: list[Row] = []

    def complete(stances: Iterable[Row] | None) -> Callable[[], bytes]:
        given.extend(stances or ())
        return lambda: b"a page"

    update(tmp_path / "new.citator", [OPINIONS], page=lambda library: nullcontext(complete))
    with Library.open(tmp_path / "new.citator") as library:
        told = gather.stances(library)
    once = {tuple(row.items()): row for row in gather.in_order(given)}
    assert list(once.values()) == told
    assert len(told) > 100


def test_the_other_process_is_asked(library: Library, whole: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "render", None)  # nothing is made here
    with making.elsewhere(gather.begin(library)) as make:
        assert make(gather.stances(library))() == whole


def test_a_process_that_fails_is_done_without(library: Library, whole: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "child_environment", lambda: {"PYTHONHOME": "nowhere"})
    with making.elsewhere(gather.begin(library)) as make:
        assert make(gather.stances(library))() == whole


def test_a_process_that_is_not_asked_in_the_end_is_no_burden(library: Library) -> None:
    with pytest.raises(KeyError, match="spruce"), making.elsewhere(gather.begin(library)):
        raise KeyError("spruce")


def test_cases_drawn_before_are_not_drawn_again(library: Library, whole: bytes) -> None:
    begun, stances = gather.begin(library), gather.stances(library)
    views = layout.views_of_cases(begun.data)
    assert writer.render(begun.complete(stances), views) == whole
    assert writer.render(begun.complete(stances), views[:-1]) != whole
