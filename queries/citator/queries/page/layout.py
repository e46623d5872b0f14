"""Cases and acts → where each case stands in the picture: year decided by column, court tier by row.

Columns are the years that occur, in order; a crowded year has several (a scale in real time would crowd). Within a
row of courts, cases stand in lanes so that no two boxes touch: the cases whose text is held, and those to which most is
done, in the lane next to the neighbouring row, so that the main line of precedent reads along a line. The same data
gives the same picture.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from citator.queries.page.data import TIERS, Case, PageData, Point, Tier, short_name

if TYPE_CHECKING:
    import networkx as nx

AT_ONCE: Final = 300
"""Cases that can be told apart on one screen; a library with more is shown by neighbourhoods."""
NEAR: Final = 26
"""Cases whose names can be read without zooming; as many are shown before more are asked for."""
POINTS: Final = 6
"""Points of law shown with a case; the others are shown one at a time."""

FONT: Final = 13
LINE: Final = 17
MARGIN: Final = 6
GAP: Final = 12
HEAD: Final = 26
"""Height kept free at the top of a row for its name."""
_LONGEST_NAME: Final = 20
_EM_PER_CHARACTER: Final = 0.64  # of DejaVu Sans, the widest of the usual system fonts
_ASPECT: Final = 1.25
_LANES: Final = (1, 2, 3, 4, 6)
_PITCHES: Final = (28, 40, 56, 76, 104, 140)
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


@lru_cache(maxsize=4096)
def case_box(case: Case) -> Box:
    """Name over court and year."""
    lines = [shorten(short_name(case.name), _LONGEST_NAME), case.where_when]
    width = max(len(line) for line in lines) * FONT * _EM_PER_CHARACTER + 2 * MARGIN
    return Box(case.id, "\n".join(line for line in lines if line), round(width), 2 * LINE + 2 * MARGIN)


def point_box(point: Point) -> Box:
    """The wording of a point of law, cut to three lines."""
    return Box(point.id, shorten(point.wording, 76), _POINT_WIDTH, _POINT_HEIGHT)


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
    """Place the cases shown. Of several ways to set the columns, the one that can be shown largest in a window."""
    cases = sorted((data.by_id[case] for case in shown), key=lambda case: order[case.id])
    boxed = [(case, case_box(case)) for case in cases]
    tallest = max(Counter((case.year, case.tier) for case in cases).values())
    enough = next((i for i, high in enumerate(_LANES, 1) if high >= tallest), len(_LANES))  # higher ones are alike
    return min((picture for high in _LANES[: min(enough, len(cases))] for picture in _wider(boxed, high)), key=_size)


def _wider(boxed: list[tuple[Case, Box]], high: int) -> Iterator[Picture]:
    """Pictures with their columns farther and farther apart, until one is larger across than down: the next are larger."""
    for pitch in _PITCHES:
        picture = _cases(boxed, pitch, high)
        yield picture
        if _across(picture) >= picture.rows[-1].bottom:
            return


def with_points(picture: Picture, points: Iterable[Point]) -> Picture:
    """The same picture with points of law below the courts."""
    return replace(picture, places=picture.places | _points(picture, points))


def _size(picture: Picture) -> float:
    return max(_across(picture), picture.rows[-1].bottom)


def _across(picture: Picture) -> float:
    """Its width, as high as a window of that width is."""
    places = [x for x, _ in picture.places.values()]
    return (max(places) - min(places) + _POINT_WIDTH) / _ASPECT


def _cases(cases: list[tuple[Case, Box]], pitch: int, high: int) -> Picture:
    """Cases in columns, of which a year has as many as keep its stacks within ``high`` boxes, ``pitch`` apart."""
    stacks: dict[tuple[int, Tier], list[Case]] = {}
    for case, _ in cases:
        stacks.setdefault((case.year or 0, case.tier), []).append(case)
    spans: dict[int, range] = {}
    for year in sorted({year for year, _ in stacks}):
        tallest = max(len(stack) for (its, _), stack in stacks.items() if its == year)
        start = spans[max(spans)].stop if spans else 0
        spans[year] = range(start, start + pitch * math.ceil(tallest / high), pitch)
    slots = {
        case.id: spans[year][i % len(spans[year])]
        for (year, _), stack in stacks.items()
        for i, case in enumerate(stack)
    }

    places: dict[str, tuple[int, int]] = {}
    rows: list[Row] = []
    top = 0
    for tier in TIERS:
        here = [(box, slots[case.id]) for case, box in cases if case.tier == tier]
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
    columns = tuple((str(year or "no year"), (span[0] + span[-1]) // 2) for year, span in spans.items())
    return Picture(places, columns, tuple(rows))


def _points(picture: Picture, points: Iterable[Point]) -> dict[str, tuple[int, int]]:
    """Points of law in lines below the courts, each as nearly below its cases as the others let it."""
    middles = {}
    for point in points:
        members = {stance.case for stance in point.stances} & picture.places.keys()
        middles[point.id] = sum(picture.places[case][0] for case in members) / max(len(members), 1)
    ordered = sorted(middles, key=lambda id: (middles[id], id))
    across = [x for x, _ in picture.places.values()]
    left, width = min(across), max(across) - min(across)
    a_line = max(1, min(len(ordered), width // _POINT_WIDTH + 1))
    top = picture.rows[-1].bottom + 2 * GAP + _POINT_HEIGHT // 2
    places = {}
    for i, id in enumerate(ordered):
        # Those of one stretch of the picture stand below one another.
        stretch, line = divmod(i, math.ceil(len(ordered) / a_line))
        x = left + width // 2 + round((stretch - (a_line - 1) / 2) * max(width / a_line, _POINT_WIDTH + GAP))
        places[id] = (x, top + line * (_POINT_HEIGHT + GAP))
    return places


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
    """A picture of part of the library: of what is around ``focus``, a case or a point of law, or of all of it."""

    focus: str | None
    picture: Picture


def views_of_cases(data: PageData) -> tuple[View, ...]:
    """What is near each case, and a wider picture of each or all, without points of law.

    The view of the whole library, where that fits a screen, has no focus. Where a case has two views, the second is
    the wider one.
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


def views(data: PageData, of_cases: Iterable[View] | None = None) -> tuple[View, ...]:
    """The cases of each point of law, then the views of cases (``of_cases``, when they are there) with points of law."""
    order = {case: rank for rank, case in enumerate(importance(data, precedent(data)))}
    spoken_to: dict[str | None, list[Point]] = {None: list(data.points)}
    made = []
    for point in data.points:
        cases = dict.fromkeys(stance.case for stance in point.stances)
        made.append(View(point.id, with_points(arrange(data, order, cases), [point])))
        for case in cases:
            spoken_to.setdefault(case, []).append(point)
    for view in views_of_cases(data) if of_cases is None else of_cases:
        points = spoken_to.get(view.focus, [])[:POINTS]
        made.append(View(view.focus, with_points(view.picture, points)))
    return tuple(made)


def opening(data: PageData) -> str | None:
    """The case on which the page opens: the one asked for, else the one held to which, and by which, most is done."""
    if data.focus:
        return data.focus[0]
    ranked = importance(data, precedent(data))
    return ranked[0] if ranked else None
