"""How one case leads to another, and the line of precedent behind or after a case.

An edge runs from the decision that acts to the one it acts upon. A hop that follows, adopts or overrules tells
more than one that merely cites, so ways of substance come before shorter ways of mere citation.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

from citator.corpus.model import TREATMENTS
from citator.queries import stored
from citator.queries.acts import SCOPES, part_words
from citator.queries.cases import Case, Evidence, short_id
from citator.queries.points import ENOUGH, Matcher

if TYPE_CHECKING:
    import networkx as nx

    from citator.graph.library import Library

__all__ = ["MOST_HOPS", "Chain", "Hop", "chain", "paths"]

#: A way of more hops than this explains nothing.
MOST_HOPS = 6

# What a hop costs: the less it says about the law, the more. Any label not named here is of substance.
_COST: dict[str, float] = {
    "quotes": 1.5,
    "explains": 1.5,
    "compares": 2.0,
    "history": 2.0,
    "mentions": 2.5,
    "cites": 3.0,
}
_RECOUNTED = 0.3  # its own words tell more than another's account of them
_PLAIN = frozenset(_COST) - {"quotes", "explains"}


@dataclass(frozen=True, slots=True)
class Hop:
    """``from_case`` does ``treatment`` to ``to_case``, as the text of ``citing_case`` says.

    ``distance`` counts hops from where the walk began, this one included. ``evidence`` is ``None`` only
    for a bare citation.
    """

    from_case: Case
    to_case: Case
    treatment: str
    scope: str
    actor: str | None
    part: str | None
    page: str | None
    footnote: str | None
    proposition: str | None
    evidence: Evidence | None
    basis: str | None
    confidence: float | None
    citing_case: Case
    author: str | None = None
    distance: int = 1

    @property
    def words(self) -> str:
        """``follows`` … as an active verb with its limits."""
        return f"{self.treatment.replace('_', ' ')} {SCOPES.get(self.scope, '')}".strip()

    @property
    def place(self) -> str:
        """Part, page and note, and the text they are in where another decision recounts the act."""
        bits = (
            part_words(self.part, self.author),
            f"page {self.page}" if self.page else "",
            f"note {self.footnote}" if self.footnote else "",
            f"as recounted in {self.citing_case}" if self.citing_case.id != self.from_case.id else "",
        )
        return ", ".join(filter(None, bits))


@dataclass(frozen=True, slots=True)
class Chain:
    hops: tuple[Hop, ...]


def paths(library: Library, start: Case, goal: Case, *, limit: int = 3) -> tuple[Chain, ...]:
    """Up to ``limit`` ways from one case to another, the most telling first; empty when none is known."""
    import networkx as nx

    for reach in range(1, (MOST_HOPS + 1) // 2 + 1):
        graph = _neighbourhood(library, [start, goal], reach)
        simple = _strongest(graph)
        if not (simple.has_node(start.iri) and simple.has_node(goal.iri) and nx.has_path(simple, start.iri, goal.iri)):
            continue
        ways = nx.shortest_simple_paths(simple, start.iri, goal.iri, weight="cost")
        found = [way for way in islice(ways, limit) if len(way) - 1 <= MOST_HOPS]
        texts = _texts(library)
        return tuple(
            Chain(tuple(_hop(graph, simple, texts, *pair, n) for n, pair in enumerate(pairwise(way), 1)))
            for way in found
        )
    return ()


def chain(
    library: Library, case: Case, *, forward: bool = False, on: str | None = None, depth: int = 3
) -> tuple[Hop, ...]:
    """The precedent a case rests on (or, ``forward``, what became of it), hop by hop, nearest first.

    Only hops of substance count. With ``on``, only those whose words are about that point of law.
    """
    graph = _neighbourhood(library, [case], depth)
    simple = _strongest(graph)
    plain = [(start, end) for start, end, data in simple.edges(data=True) if data["treatment"] in _PLAIN]
    simple.remove_edges_from(plain)
    matcher = Matcher(on, [str(data.get("words") or "") for *_, data in simple.edges(data=True)]) if on else None
    if not simple.has_node(case.iri):
        return ()
    hops: list[Hop] = []
    seen, ring, texts = {case.iri}, [case.iri], _texts(library)
    for distance in range(1, depth + 1):
        following: list[str] = []
        for here in ring:
            pairs = (
                [(other, here) for other in simple.predecessors(here)]
                if forward
                else [(here, other) for other in simple.successors(here)]
            )
            for pair in sorted(pairs, key=lambda pair: _order(graph, simple, pair)):
                hop = _hop(graph, simple, texts, *pair, distance)
                if matcher is not None and matcher.score(_about(hop)) < ENOUGH:
                    continue
                hops.append(hop)
                other = pair[0] if forward else pair[1]
                if other not in seen:
                    seen.add(other)
                    following.append(other)
        ring = following
    return tuple(hops)


def _about(hop: Hop) -> str:
    return " ".join(filter(None, (hop.proposition, hop.evidence.text if hop.evidence else None)))


def _order(graph: nx.MultiDiGraph[str], simple: nx.DiGraph[str], pair: tuple[str, str]) -> tuple[int, int, str]:
    treatment = simple.edges[pair]["treatment"]
    years = [graph.nodes[node].get("year") or 0 for node in pair]
    return TREATMENTS.index(treatment), -min(years), pair[1]


def _neighbourhood(library: Library, around: list[Case], depth: int) -> nx.MultiDiGraph[str]:
    from citator.graph.views import decisions

    return decisions(library, [case.iri for case in around], depth)


def _strongest(graph: nx.MultiDiGraph[str]) -> nx.DiGraph[str]:
    """One edge for each pair of decisions: the most telling treatment; only courts' own acts and bare citations."""
    import networkx as nx

    simple: nx.DiGraph[str] = nx.DiGraph()
    simple.add_nodes_from(graph.nodes)
    for start, end, key, data in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        if start == end or data.get("actor") not in (None, "this_court", "third_court"):
            continue
        cost = _COST.get(data["treatment"], 1.0) - float(data.get("confidence") or 0) / 10
        cost += _RECOUNTED if data.get("actor") == "third_court" else 0.0
        if not simple.has_edge(start, end) or cost < simple.edges[start, end]["cost"]:
            simple.add_edge(
                start,
                end,
                cost=cost,
                key=key,
                treatment=data["treatment"],
                words=data.get("words"),
                text=data.get("text"),
            )
    return simple


def _texts(library: Library) -> dict[str, str]:
    """Id of a text → the decision whose text it is."""
    rows = library.select(stored.load("opinions-held").text)
    return {str(row["source"]): str(row["case"]) for row in rows}


def _hop(
    graph: nx.MultiDiGraph[str], simple: nx.DiGraph[str], texts: dict[str, str], start: str, end: str, distance: int
) -> Hop:
    citing = texts.get(str(simple.edges[start, end]["text"]), start)
    data = graph.edges[start, end, simple.edges[start, end]["key"]]
    return Hop(
        from_case=_case(start, graph.nodes[start]),
        to_case=_case(end, graph.nodes[end]),
        treatment=data["treatment"],
        scope=data.get("scope") or "full",
        actor=data.get("actor"),
        part=data.get("part"),
        page=data.get("page"),
        footnote=data.get("footnote"),
        proposition=data.get("point"),
        evidence=Evidence(data["words"], data["start"], data["end"], data["text"]) if data.get("words") else None,
        basis=data.get("basis"),
        confidence=data.get("confidence"),
        citing_case=_case(citing, graph.nodes[citing] if citing in graph else {}),
        author=data.get("author"),
        distance=distance,
    )


def _case(address: str, data: dict[str, Any]) -> Case:
    return Case(
        id=short_id(address),
        name=data.get("name") or data.get("label"),
        citation=data.get("citation"),
        court=data.get("court"),
        year=data.get("year"),
        text_held=bool(data.get("text_held")),
        date=data.get("date"),
        en_banc=data.get("en_banc"),
    )
