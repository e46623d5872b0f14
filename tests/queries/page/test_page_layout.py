"""Where the boxes stand: nothing touches, time runs one way, courts stand in rows, and it is always the same."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from citator.queries.page import layout
from citator.queries.page.data import PageData


def whole(data: PageData) -> layout.Picture:
    return next(view.picture for view in layout.views(data) if view.focus is None)


@pytest.mark.parametrize("name", ["forest", "grove_of_300"])
def test_no_box_touches_another(name: str, request: pytest.FixtureRequest) -> None:
    data: PageData = request.getfixturevalue(name)
    boxes = [layout.case_box(case) for case in data.cases] + [layout.point_box(point) for point in data.points]
    for view in layout.views(data):
        places = view.picture.places
        shown = [box for box in boxes if box.id in places]
        touching = [
            (a.id, b.id)
            for a, b in combinations(shown, 2)
            if abs(places[a.id][0] - places[b.id][0]) < (a.width + b.width) / 2
            and abs(places[a.id][1] - places[b.id][1]) < (a.height + b.height) / 2
        ]
        assert touching == []


def test_later_decisions_stand_to_the_right(grove_of_300: PageData) -> None:
    places = whole(grove_of_300).places
    by_year = sorted((case.year or 0, places[case.id][0]) for case in grove_of_300.cases)
    assert [x for _, x in by_year] == sorted(x for _, x in by_year)


def test_each_case_stands_in_the_row_of_its_court(grove_of_300: PageData) -> None:
    picture = whole(grove_of_300)
    rows = {row.tier: row for row in picture.rows}
    for case in grove_of_300.cases:
        assert rows[case.tier].top < picture.places[case.id][1] < rows[case.tier].bottom
    assert [row.tier for row in picture.rows] == ["supreme", "en_banc", "panel", "district", "state"]


def test_the_order_of_what_is_given_does_not_matter(forest: PageData) -> None:
    turned = replace(forest, cases=forest.cases[::-1], acts=forest.acts[::-1])
    assert whole(forest) == whole(turned)


def test_a_case_without_a_year_stands_first(forest: PageData) -> None:
    assert whole(forest).columns[0][0] == "no year"


def test_points_of_law_stand_below_the_courts(forest: PageData) -> None:
    picture = whole(forest)
    assert picture.places["colorable"][1] > picture.rows[-1].bottom


def test_a_point_of_law_has_a_picture_of_its_cases(forest: PageData) -> None:
    picture = next(view.picture for view in layout.views(forest) if view.focus == "colorable")
    assert set(picture.places) == {"ash", "cedar", "dogwood", "colorable"}


def test_small_library_has_one_picture(forest: PageData) -> None:
    assert [view.focus for view in layout.views(replace(forest, points=()))] == [None]


def test_library_of_a_screen_has_what_is_near_each_case_and_all(grove_of_300: PageData) -> None:
    views = layout.views(grove_of_300)
    assert {*(case.id for case in grove_of_300.cases), None} == {view.focus for view in views}
    assert all(len(view.picture.places) <= layout.NEAR for view in views if view.focus)


def test_large_library_is_never_shown_all_at_once(grove_of_900: PageData) -> None:
    views = layout.views(grove_of_900)
    assert None not in {view.focus for view in views}
    assert max(len(view.picture.places) for view in views) <= layout.AT_ONCE
    assert all(view.focus in view.picture.places for view in views)


def test_neighbourhood_puts_treatments_before_mere_citations(forest: PageData) -> None:
    graph = layout.precedent(forest)
    order = {case: rank for rank, case in enumerate(layout.importance(forest, graph))}
    assert layout.neighbourhood(graph, "dogwood", order) == ["dogwood", "cedar", "ash", "birch", "elm", "fir"]


def test_cases_that_share_an_authority_are_no_neighbours(forest: PageData) -> None:
    """*Elm* and *In re Fir* are cited beside one another; neither leads to the other."""
    graph = layout.precedent(forest)
    assert {"elm", "dogwood"} == set(layout.neighbourhood(graph, "elm", dict.fromkeys(graph, 0)))


@pytest.mark.parametrize(
    ("focus", "expected"),
    [pytest.param((), "dogwood", id="most-done"), pytest.param(("elm",), "elm", id="asked-for")],
)
def test_opening(forest: PageData, focus: tuple[str, ...], expected: str) -> None:
    assert expected == layout.opening(replace(forest, focus=focus))


def test_empty_library() -> None:
    empty = PageData("empty", ())
    assert (layout.opening(empty), layout.views(empty)) == (None, ())
