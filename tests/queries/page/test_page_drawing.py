"""Pictures from a process of their own."""

from __future__ import annotations

import json

import pytest

from citator.queries import page
from citator.queries.page import drawing, layout
from citator.queries.page.data import PageData


def test_another_process_draws_the_same(forest: PageData) -> None:
    assert page.render(forest) == page.render(forest, jobs=2)


def test_the_other_process_is_asked(forest: PageData, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = [view.focus for view in layout.views(forest)]
    monkeypatch.setattr(drawing, "_drawn", None)  # nothing is drawn here
    with drawing.drawing(forest, 2) as views:
        assert expected == [view["focus"] for view in json.loads(views())]


def test_a_process_that_fails_is_done_without(forest: PageData, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "child_environment", lambda: {"PYTHONHOME": "nowhere"})
    with drawing.drawing(forest, 1) as here, drawing.drawing(forest, 2) as there:
        assert here() == there()
