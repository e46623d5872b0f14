"""Cases and acts → where each case stands in the picture: year decided by column, court tier by row.

Columns are the years that occur, in order and evenly spaced (a scale in real time would crowd). Within a row of
courts, cases stand in lanes so that no two boxes touch: the cases whose text is held, and those to which most is
done, in the lane next to the neighbouring row, so that the main line of precedent reads along a line. The same data
gives the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from citator.queries.page.data import TIERS, Case, PageData, Point, short_name

if TYPE_CHECKING:
    import networkx as nx

AT_ONCE: Final = 300
"""Cases that can be told apart on one screen; a library with more is shown by neighbourhoods."""
NEAR: Final = 26
"""Cases whose names can be read without zooming; as many are shown before more are asked for."""

FONT: Final = 13
LINE: Final = 17
MARGIN: Final = 6
GAP: Final = 12
HEAD: Final = 26
"""Height kept free at the top of a row for its name."""
_LONGEST_NAME: Final = 20
_EM_PER_CHARACTER: Final = 0.6  # of DejaVu Sans, the widest of the usual system fonts
_ASPECT: Final = 1.25
_NARROWEST: Final = 28
_TREATED, _CITED = 2, 3  # how far apart an act and a mere citation put two cases
_POINT_WIDTH: Final = 230
_POINT_HEIGHT: Final = 3 * LINE + 2 * MARGIN


@dataclass(frozen=True, slots=True)
class Box:
    """A labelled box; ``width`` and ``height`` in pixels at scale 1."""

    id: str
    label: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Row:
    """A court tier, from ``top`` to ``bottom``."""

    tier: str
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Picture:
    """Centres of the boxes of cases and of points of law by id, and what the axes say."""

    places: dict[str, tuple[int, int]]
    columns: tuple[tuple[str, int], ...]
    rows: tuple[Row, ...]


def shorten(words: str, longest: int) -> str:
    """Words cut at a length, with an ellipsis.

    >>> shorten("Inmates of Attica Correctional Facility", 20), shorten("Mejia", 20)
    ('Inmates of Attica…', 'Mejia')
    """
    if len(words) <= longest:
        return words
    cut = words[: longest - 1]
    return (cut[: cut.rfind(" ")] if " " in cut else cut).rstrip(" ,;") + "…"


def case_box(case: Case) -> Box:
    """Name over court and year."""
    lines = [shorten(short_name(case.name), _LONGEST_NAME), case.where_when]
    width = max(len(line) for line in lines) * FONT * _EM_PER_CHARACTER + 2 * MARGIN + 6
    return Box(case.id, "\n".join(line for line in lines if line), round(width), 2 * LINE + 2 * MARGIN)


def point_box(point: Point) -> Box:
    """The wording of a point of law, cut to three lines."""
    return Box(point.id, shorten(point.wording, 84), _POINT_WIDTH, _POINT_HEIGHT)


def precedent(data: PageData) -> nx.DiGraph[str]:
    """An edge from each case to each it speaks of; ``far`` is less where it does something to it than where it cites it."""
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(case.id for case in data.cases)
    for act in data.acts:
        for target in act.targets:
            known = graph.get_edge_data(act.acting, target, {"far": _CITED})
            graph.add_edge(act.acting, target, far=min(_CITED if act.weak else _TREATED, known["far"]))
    return graph


def importance(data: PageData, graph: nx.DiGraph[str]) -> list[str]:
    """Ids of the cases, first those held, then those that do, and to which is done, most."""

    def key(case: Case) -> tuple[bool, int, int, str]:
        joined = [*graph.succ[case.id].values(), *graph.pred[case.id].values()]
        return (not case.held, -sum(edge["far"] == _TREATED for edge in joined), -len(joined), case.id)

    return [case.id for case in sorted(data.cases, key=key)]


def neighbourhood(graph: nx.DiGraph[str], focus: str, order: dict[str, int]) -> list[str]:
    """The case and what it relies on or is treated by, directly or through another, nearest first; at most ``AT_ONCE``.

    What it treats comes before what it only cites, and that before what leads on from there. ``order`` breaks ties:
    the place of each case by importance.
    """
    import networkx as nx

    distance: dict[str, int] = {}
    for way in (graph, graph.reverse(copy=False)):
        for case, far in nx.single_source_dijkstra_path_length(way, focus, cutoff=2 * _TREATED, weight="far").items():
            distance[case] = min(int(far), distance.get(case, int(far)))
    return sorted(distance, key=lambda case: (distance[case], order[case]))[:AT_ONCE]


def arrange(data: PageData, order: dict[str, int], shown: Collection[str]) -> Picture:
    """Place the cases shown, and below them the points of law to which two or more of them speak.

    Columns are as wide as makes the picture fit a window best.
    """
    cases = sorted((data.by_id[case] for case in shown), key=lambda case: order[case.id])
    columns = len({case.year for case in cases})
    area = sum(box.width * (box.height + GAP) for box in map(case_box, cases))
    widths = [math.sqrt(area * _ASPECT) * stretch / columns for stretch in (0.8, 1.0, 1.3, 1.6, 2.0)]
    drawn = [_cases(cases, max(width, _NARROWEST)) for width in widths]
    picture = min(drawn, key=_misfit)
    places = picture.places | _points(data, picture.places, picture.rows[-1].bottom + 2 * GAP)
    return Picture(places, picture.columns, picture.rows)


def _misfit(picture: Picture) -> float:
    left, right = picture.columns[0][1], picture.columns[-1][1]
    return abs(math.log((right - left + _LONGEST_NAME * FONT * _EM_PER_CHARACTER) / picture.rows[-1].bottom / _ASPECT))


def _cases(cases: list[Case], width: float) -> Picture:
    years = sorted({case.year or 0 for case in cases})
    columns = {year: round(rank * width) for rank, year in enumerate(years)}
    places: dict[str, tuple[int, int]] = {}
    rows: list[Row] = []
    top = 0
    for tier in TIERS:
        here = [(case_box(case), columns[case.year or 0]) for case in cases if case.tier == tier]
        if not here:
            continue
        lanes = _lanes(here)
        height = here[0][0].height + GAP
        count = max(lanes.values()) + 1
        for box, x in here:
            lane = lanes[box.id]
            # The Supreme Court's main line is the lowest of its row, next to the courts below it.
            row = count - 1 - lane if tier == "supreme" else lane
            places[box.id] = (x, top + HEAD + row * height + box.height // 2)
        rows.append(Row(tier, top, top + HEAD + count * height))
        top = rows[-1].bottom
    return Picture(places, tuple((str(year or "no year"), x) for year, x in columns.items()), tuple(rows))


def _points(data: PageData, cases: dict[str, tuple[int, int]], top: int) -> dict[str, tuple[int, int]]:
    """Each point of law below the middle of the cases that speak to it."""
    here = []
    for point in data.points:
        members = {stance.case for stance in point.stances if stance.case in cases}
        if len(members) > 1:
            here.append((point_box(point), round(sum(cases[case][0] for case in members) / len(members))))
    lanes = _lanes(here)
    return {box.id: (x, top + lanes[box.id] * (box.height + GAP) + box.height // 2) for box, x in here}


def _lanes(boxes: Iterable[tuple[Box, int]]) -> dict[str, int]:
    """For each box the first lane in which it touches none of those placed before it."""
    taken: list[list[tuple[float, float]]] = []
    lanes: dict[str, int] = {}
    for box, x in boxes:
        left, right = x - (box.width + GAP) / 2, x + (box.width + GAP) / 2
        lane = next((i for i, spans in enumerate(taken) if all(right <= a or b <= left for a, b in spans)), len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append((left, right))
        lanes[box.id] = lane
    return lanes


@dataclass(frozen=True, slots=True)
class View:
    """A picture of part of the library: of what is around ``focus``, or of all of it."""

    focus: str | None
    picture: Picture


def views(data: PageData) -> tuple[View, ...]:
    """What is near each case, and a wider picture: of the whole library where that fits a screen.

    A view of all has no focus. Where a case has two views, the second is the wider one.
    """
    graph = precedent(data)
    ranked = importance(data, graph)
    order = {case: rank for rank, case in enumerate(ranked)}
    made = []
    for focus in ranked if len(ranked) > NEAR else ():
        around = neighbourhood(graph, focus, order)
        made.append(View(focus, arrange(data, order, around[:NEAR])))
        if len(around) > NEAR and len(ranked) > AT_ONCE:
            made.append(View(focus, arrange(data, order, around)))
    if 0 < len(ranked) <= AT_ONCE:
        made.append(View(None, arrange(data, order, ranked)))
    return tuple(made)


def opening(data: PageData) -> str | None:
    """The case on which the page opens: the one asked for, else the one held to which, and by which, most is done."""
    if data.focus:
        return data.focus[0]
    ranked = importance(data, precedent(data))
    return ranked[0] if ranked else None
