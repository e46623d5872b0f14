"""Pictures from a process of their own."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from citator.graph.library import Library
from citator.queries import page
from citator.queries.page import drawing, layout
from citator.queries.page.data import PageData


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_page_begun_early_is_the_same(library: Library, jobs: int) -> None:
    with page.begin(library, jobs) as complete:
        assert complete(library)() == page.render(page.collect(library))


def test_the_other_process_is_asked(forest: PageData, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = [view.focus for view in layout.views(forest)]
    monkeypatch.setattr(drawing, "here", None)  # nothing is drawn here
    with drawing.elsewhere(replace(forest, points=())) as draw:
        assert expected == [view["focus"] for view in json.loads(draw(forest)())]


def test_a_process_that_fails_is_done_without(forest: PageData, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "child_environment", lambda: {"PYTHONHOME": "nowhere"})
    with drawing.elsewhere(replace(forest, points=())) as draw:
        assert draw(forest)() == drawing.here(forest)()


def test_a_process_that_is_not_asked_in_the_end_is_no_burden(forest: PageData) -> None:
    with pytest.raises(KeyError, match="spruce"), drawing.elsewhere(forest):
        raise KeyError("spruce")
