"""A library in, bytes for other tools out: the same library gives the same bytes every time.

To add a format: a function from a library to bytes, and a row in ``EXPORTS``.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import pyoxigraph
from pyoxigraph import Quad, RdfFormat

from citator.graph import views
from citator.graph.vocabulary import ID, PREFIXES

if TYPE_CHECKING:
    import networkx as nx

    from citator.graph.library import Library

__all__ = ["EXPORTS"]

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DATED = re.compile(rb' lastmodifieddate="[^"]*"')
_COLUMNS = (
    "acting", "acting_name", "acting_citation", "acting_court", "acting_year", "treatment", "polarity", "scope",
    "extent", "treated", "treated_name", "treated_citation", "treated_court", "treated_year", "actor", "actor_name",
    "part", "author", "page", "footnote", "point", "basis", "rule", "confidence", "text", "start", "end", "words",
)  # fmt: skip


def turtle(library: Library) -> bytes:
    """All statements as one graph; which opinion states what is lost."""
    triples = sorted({quad.triple for quad in library.source.quads()}, key=str)
    lines = _serialize(triples, RdfFormat.TURTLE, prefixes=PREFIXES).splitlines(keepends=True)
    count = len(PREFIXES)  # pyoxigraph 0.5 declares them in an order that changes from run to run
    return b"".join([*sorted(lines[:count]), *lines[count:]])


def jsonld(library: Library) -> bytes:
    """All statements with their named graphs as JSON-LD."""
    return _serialize(_sorted(library.source.quads()), RdfFormat.JSON_LD)


def nquads(library: Library) -> bytes:
    """All statements with their named graphs, one a line."""
    return _serialize(_sorted(library.source.quads()), RdfFormat.N_QUADS)


def graphml(library: Library) -> bytes:
    """Decisions and what they do to one another."""
    import networkx as nx

    out = io.BytesIO()
    nx.write_graphml_xml(_flat(library), out, named_key_ids=True)
    return out.getvalue()


def gexf(library: Library) -> bytes:
    """Decisions and what they do to one another, for Gephi."""
    import networkx as nx

    out = io.BytesIO()
    nx.write_gexf(_flat(library), out)
    return _DATED.sub(b"", out.getvalue())  # networkx 3 writes today's date


def table(library: Library) -> bytes:
    """What decisions do to one another as CSV: one row for each act and case acted upon."""
    graph = views.decisions(library)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, _COLUMNS, extrasaction="ignore")
    writer.writeheader()
    for acting, treated, _, data in _edges(graph):
        ends = {"acting": acting, "treated": treated}
        about = {
            f"{role}_{field}": graph.nodes[node].get(field)
            for role, node in ends.items()
            for field in ("name", "citation", "court", "year")
        }
        writer.writerow({**data, **about, **{role: node.removeprefix(ID) for role, node in ends.items()}})
    return out.getvalue().encode("utf-8", "replace")


EXPORTS: dict[str, Callable[[Library], bytes]] = {
    "ttl": turtle,
    "jsonld": jsonld,
    "nq": nquads,
    "graphml": graphml,
    "gexf": gexf,
    "csv": table,
}


def _sorted(quads: Iterable[Quad]) -> list[Quad]:
    return sorted(quads, key=lambda quad: (str(quad.graph_name), str(quad)))


def _serialize(statements: Iterable[Any], format: RdfFormat, **options: Any) -> bytes:
    return pyoxigraph.serialize(statements, format=format, **options) or b""


def _flat(library: Library) -> nx.MultiDiGraph[str]:
    """Nodes, edges and their data in order, with nothing in them that XML cannot hold (form feeds occur)."""
    import networkx as nx

    graph = views.decisions(library)
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in sorted(graph):
        flat.add_node(node.removeprefix(ID), **_plain(graph.nodes[node]))
    for start, end, key, data in _edges(graph):
        flat.add_edge(start.removeprefix(ID), end.removeprefix(ID), key=key.replace(ID, ""), **_plain(data))
    return flat


def _edges(graph: nx.MultiDiGraph[str]) -> list[tuple[str, str, str, dict[str, Any]]]:
    edges: Any = graph.edges(keys=True, data=True)
    return sorted(edges, key=lambda edge: edge[:3])


def _plain(data: dict[str, Any]) -> dict[str, Any]:
    """GEXF has a meaning of its own for ``start`` and ``end``: the offsets go by other names."""
    names = {"start": "from_offset", "end": "to_offset"}
    return {
        names.get(name, name): _UNPRINTABLE.sub(" ", value) if isinstance(value, str) else value
        for name, value in data.items()
    }
