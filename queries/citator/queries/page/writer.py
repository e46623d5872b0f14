"""PageData → one HTML file that asks for nothing: markup, style, scripts, vis-network and data inside it.

pyvis (0.3.2) holds the network and brings vis-network; its own template is not used: it asks a CDN for Bootstrap,
and lets a case name become script. Every text from an opinion is either escaped by Jinja or data in JSON.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Final
from urllib.parse import quote

import jinja2
from markupsafe import Markup
from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from citator.queries.page import layout, legend, rows
from citator.queries.page.data import Case, PageData, short_name
from citator.queries.page.script_data import script_data

_HERE: Final = files("citator.queries.page")
_VIS_NETWORK: Final = "templates/lib/vis-9.1.2/vis-network.min.js"
_SCRIPTS: Final = ("state.js", "graph.js", "paint.js", "walk.js", "evidence.js", "table.js", "save.js", "page.js")
_ROWS_AT_A_TIME: Final = 50
# Runs before anything is laid out: what needs scripts is then shown, and of a long table only its first rows.
_ALIVE: Final = 'document.documentElement.classList.add("alive");'

_OPTIONS: Final[dict[str, Any]] = {
    "autoResize": True,
    "physics": False,
    "layout": {"improvedLayout": False},
    "nodes": {"shape": "box", "margin": layout.MARGIN, "labelHighlightBold": False, "physics": False},
    "edges": {"arrowStrikethrough": False, "selectionWidth": 0, "physics": False,
              "smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.12}},
    # The wheel scrolls the page until the graph is focused; the script then turns zooming on.
    "interaction": {"hover": False, "zoomView": False, "dragNodes": False, "selectConnectedEdges": False,
                    "hideEdgesOnDrag": False, "tooltipDelay": 0, "keyboard": False},
}  # fmt: skip


class Explorer(Network):  # type: ignore[misc]  # pyvis has no types
    """The network of one page. ``Edge`` and ``Node`` are appended, for ``add_edge`` scans a list each time."""

    def __init__(self, data: PageData, views: Sequence[layout.View]) -> None:
        super().__init__(directed=True)
        self.data = data
        self.views = views
        self.rows = rows.rows(data)
        self.stances = rows.stances(data)
        self.options = _OPTIONS
        self._add_cases()
        self._add_edges()
        self._add_points()

    def _add_cases(self) -> None:
        for case in self.data.cases:
            box = layout.case_box(case)
            self._add_box(box, kind="held" if case.held else "cited", borderWidth=2 if case.held else 1)

    def _add_points(self) -> None:
        for point in self.data.points:
            self._add_box(layout.point_box(point), kind="point", hidden=True)
            for case in dict.fromkeys(stance.case for stance in point.stances):
                kinds = dict.fromkeys(stance.kind for stance in point.stances if stance.case == case)
                self._add_edge(case, point.id, legend.STANCE, ", ".join(kinds), hidden=True)

    def _add_box(self, box: layout.Box, kind: str, **options: Any) -> None:
        # borderDashes must be given either way: vis-network keeps the last node's otherwise.
        options["shapeProperties"] = {"borderDashes": [5, 4] if kind == "cited" else False, "borderRadius": 4}
        inner = box.width - 2 * layout.MARGIN
        # A case's two lines are cut already; vis-network 9.1.2 wraps some that would fit.
        options["widthConstraint"] = {"minimum": inner, "maximum": inner if kind == "point" else 2 * inner}
        options["font"] = {"size": layout.FONT}
        self.nodes.append(Node(box.id, "box", box.label, kind=kind, **options).options)

    def _add_edges(self) -> None:
        pairs: dict[tuple[str, str], list[int]] = {}
        for index, row in enumerate(self.rows):
            for target in row.targets:
                pairs.setdefault((row.acting, target), []).append(index)
        lines = {line.key: line for line in (*legend.LINES, legend.NOT_OWN)}
        for (acting, target), acts in pairs.items():
            self._add_edge(acting, target, lines[self.rows[acts[0]].line], acts=acts)

    def _add_edge(self, start: str, end: str, line: legend.Line, words: str = "", **options: Any) -> None:
        # The words of an edge are not its label: the script finds them a place where they cover nothing.
        drawn: dict[str, Any] = {
            "id": f"{start} {end}",
            "line": line.key,
            "words": words,
            "dashes": list(line.dashes) or False,
            "width": line.width,
            "arrows": {"to": {"enabled": True, "type": line.head, "scaleFactor": 0.7}},
        }
        self.edges.append(Edge(start, end, **drawn, **options).options)

    def payload(self) -> dict[str, Any]:
        """All that the scripts need but the pictures, as JSON types and dataclasses of them."""
        cases = {
            case.id: {
                "name": case.name, "short": short_name(case.name), "cite": case.cite(), "held": case.held,
                "other": list(case.other_citations), "where": case.where_when, "date": case.date,
                "tier": legend.TIER_WORDS[case.tier],
            }
            for case in self.data.cases
        }  # fmt: skip
        return {
            "cases": cases,
            "rows": self.rows,
            "points": {point.id: point.wording for point in self.data.points},
            "stances": self.stances,
            "passages": self.data.passages,
            "rows_at_a_time": _ROWS_AT_A_TIME,
            "facets": [key for key, _ in rows.FACETS],
            "tiers": legend.TIER_WORDS,
            "lines": {line.key: line for line in (*legend.LINES, legend.NOT_OWN, legend.STANCE)},
            "opening": layout.opening(self.data),
            "nodes": self.nodes,
            "edges": self.edges,
            "options": self.options,
        }

    def generate_html(self, *_: object, **__: object) -> str:
        """The page, from the template of this package and never from that of pyvis."""
        style = _HERE.joinpath("page.css").read_text(encoding="utf-8")
        scripts = [_ALIVE, vis_network(), _script()]
        cases = sorted(self.data.cases, key=lambda case: (short_name(case.name).casefold(), case.year or 0, case.id))
        stances: dict[str, list[rows.StanceRow]] = {point.id: [] for point in self.data.points}
        for stance in self.stances:
            stances[stance.point].append(stance)
        return _environment().get_template("page.html.j2").render(
            data=self.data,
            case=self.data.by_id,
            link={case.id: _link(case) for case in cases},
            held=[case for case in cases if case.held],
            cited=[case for case in cases if not case.held],
            rows=self.rows,
            stances=stances,
            rows_at_a_time=_ROWS_AT_A_TIME,
            facets=rows.facets(self.rows),
            lines=(*legend.LINES, legend.NOT_OWN, *((legend.STANCE,) if self.data.points else ())),
            payload=script_data(self.payload()),
            views=script_data(self.views),
            style=Markup(style),
            scripts=[Markup(script) for script in scripts],
            policy=_policy(style, scripts),
        )  # fmt: skip


def render(data: PageData, of_cases: Iterable[layout.View] | None = None) -> bytes:
    """The page as UTF-8, whatever the locale; ``of_cases``, when they are there, are the views that need no points of law."""
    return Explorer(data, layout.views(data, of_cases)).generate_html().encode("utf-8")


def _link(case: Case) -> Markup:
    """What a case is called wherever it is spoken of."""
    cite = Markup("<cite>{}</cite>").format(case.name) + (f", {case.citation}" if case.citation else "")
    return Markup('<a href="#case={}">{}</a>').format(quote(case.id), cite)


@cache
def vis_network() -> str:
    """The script of vis-network that pyvis carries, without the pointer to a source map that is not there."""
    script = files("pyvis").joinpath(_VIS_NETWORK).read_text(encoding="utf-8")
    return script[: script.rindex("//# sourceMappingURL=")]


def _script() -> str:
    """The scripts of the page as one, so that their names stay among themselves."""
    parts = [_HERE.joinpath(name).read_text(encoding="utf-8") for name in _SCRIPTS]
    return '"use strict";\n(() => {\n' + "\n".join(parts) + "})();\n"


def _policy(style: str, scripts: list[str]) -> str:
    """A Content-Security-Policy that lets this style and these scripts run, and nothing be fetched.

    Inside ``script`` and ``style`` the browser hashes the element's text exactly; the template adds no space.
    """
    allowed = " ".join(_digest(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_digest(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _digest(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode('utf-8')).digest()).decode('ascii')}'"


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("citator.queries.page", "."),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["short_name"] = short_name
    environment.filters["excerpt"] = rows.excerpt
    return environment
