"""Where a pin points: pages, notes, subsections; one spelling for all who cite the place."""

from __future__ import annotations

import pytest

from citator.graph.propositions.places import places


@pytest.mark.parametrize(
    ("pin", "expected"),
    [
        pytest.param("939", [("939", (939,))], id="page"),
        pytest.param("1358–59", [("1358-1359", (1358, 1359))], id="two-pages"),
        pytest.param("1298, 1302", [("1298", (1298,)), ("1302", (1302,))], id="pages-apart"),
        pytest.param("61 & n. 4", [("61", (61,))], id="page-and-note"),
        pytest.param("61, n. 4", [("61", (61,))], id="page-and-its-note"),
        pytest.param("61 n. 4", [("61 n. 4", ())], id="note-alone"),
        pytest.param("61 n.4", [("61 n. 4", ())], id="note-without-space"),
        pytest.param("701-19", [], id="many-pages"),
        pytest.param("*3", [("*3", ())], id="star-page"),
        pytest.param("¶ 12", [("¶12", ())], id="paragraph"),
        pytest.param("(a)(2)", [("(a)(2)", ())], id="subsection"),
        pytest.param("et seq.", [], id="no-place"),
        pytest.param("19-12", [], id="backwards"),
    ],
)
def test_a_pin_points_to_places(pin: str, expected: list[tuple[str, tuple[int, ...]]]) -> None:
    assert expected == [tuple(place) for place in places(pin)]
