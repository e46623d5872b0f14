"""A library in, networkx graphs out: of all of it, or of the neighbourhood of some decisions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

    from citator.graph.library import Library, Row

__all__ = ["decisions", "neighbourhood", "propositions"]

_NODES = """SELECT ?node ?label ?name ?citation ?court ?tier ?year ?date ?en_banc ?text_held {
    #NEAR
    ?node a c:Decision ; rdfs:label ?label ; c:textHeld ?text_held .
    OPTIONAL { ?node c:caption ?name } OPTIONAL { ?node c:citation ?citation }
    OPTIONAL { ?node c:court ?seat . ?seat c:courtId ?court . OPTIONAL { ?seat c:tier ?tier } }
    OPTIONAL { ?node c:year ?year } OPTIONAL { ?node c:date ?date } OPTIONAL { ?node c:enBanc ?en_banc }
} ORDER BY ?node"""
_ACTS = """SELECT ?act ?citing ?acting ?node ?treatment ?polarity ?scope ?extent ?actor ?actor_name ?part ?author
        ?page ?footnote ?point ?basis ?rule ?confidence ?text ?start ?end ?words {
    #NEAR
    ?act cito:hasCitedEntity ?node ; a c:Treatment ; cito:hasCitingEntity ?citing ;
        cito:hasCitationCharacterization/skos:notation ?treatment ; c:polarity/skos:notation ?polarity ;
        c:scope/skos:notation ?scope ; c:actor/skos:notation ?actor ; c:basis/skos:notation ?basis ;
        c:confidence ?confidence ; c:evidence ?evidence .
    ?node a c:Decision .
    ?evidence oa:hasSource/c:textId ?text ; oa:hasSelector ?place , ?quote .
    ?place oa:start ?start ; oa:end ?end . ?quote oa:exact ?words .
    OPTIONAL { ?act c:actingDecision ?acting } OPTIONAL { ?act c:actorName ?actor_name }
    OPTIONAL { ?act c:actingPart ?in . ?in c:partKind ?part . OPTIONAL { ?in c:author/rdfs:label ?author } }
    OPTIONAL { ?act c:page ?page } OPTIONAL { ?act c:footnote ?footnote } OPTIONAL { ?act c:rule ?rule }
    OPTIONAL { ?act c:extent ?extent } OPTIONAL { ?act c:pointOfLaw ?point }
} ORDER BY ?act ?node"""
_CITES = "SELECT ?citing ?node {\n    #NEAR\n    ?citing cito:cites ?node . ?node a c:Decision } ORDER BY ?citing ?node"
_NEIGHBOURS = """SELECT DISTINCT ?other {
    VALUES ?near {}
    { ?near cito:cites ?other } UNION { ?other cito:cites ?near }
    UNION { ?act c:actingDecision ?near ; cito:hasCitedEntity ?other }
    UNION { ?act cito:hasCitedEntity ?near ; c:actingDecision ?other }
    ?other a c:Decision
} ORDER BY ?other"""
_STANCES = """SELECT ?stance ?node ?proposition ?wording ?kind ?own_words ?described_by ?text ?start ?end ?words {
    #SHARED
    ?stance c:stanceOf ?node ; c:onProposition ?proposition ; c:stanceKind/skos:notation ?kind ;
        c:ownWords ?own_words ; c:evidence ?evidence .
    ?proposition skos:prefLabel ?wording .
    ?evidence oa:hasSource/c:textId ?text ; oa:hasSelector ?place , ?quote .
    ?place oa:start ?start ; oa:end ?end . ?quote oa:exact ?words .
    OPTIONAL { ?stance c:describedBy ?described_by }
} ORDER BY ?proposition ?stance"""
_SHARED = """{ SELECT DISTINCT ?proposition {
        VALUES ?holder {}
        ?own c:stanceOf ?holder ; c:onProposition ?proposition
    } }"""


def decisions(library: Library, around: Sequence[str] | None = None, depth: int = 1) -> nx.MultiDiGraph[str]:
    """Decisions and what they do to one another.

    Nodes are IRIs with ``label``, ``name``, ``citation``, ``court``, ``tier``, ``year``, ``date``, ``en_banc``,
    ``text_held``. An edge runs from the decision that acts (that recounts, where no decision acts) to the treated
    one. Its key is the treatment's IRI; its data are ``treatment``, ``polarity``, ``scope``, ``extent``, ``actor``,
    ``actor_name``, ``part``, ``author``, ``page``, ``footnote``, ``point``, ``basis``, ``rule``, ``confidence``,
    the ``date`` of the acting decision (a year where no more is known), and its evidence: ``text`` (id), ``start``,
    ``end``, ``words``; what is not known is missing. Who cites a case and does nothing else to it has an edge with
    treatment ``cites`` and no evidence.

    ``around`` keeps decisions within ``depth`` steps of these IRIs, whichever way the edges point.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    near = None if around is None else neighbourhood(library, around, depth)
    for row in _ask(library, _NODES, near):
        graph.add_node(str(row.pop("node")), **_known(row))
    for row in _ask(library, _ACTS, near):
        act, citing, treated = str(row.pop("act")), row.pop("citing"), str(row.pop("node"))
        acting = str(row.pop("acting") or citing)
        if acting in graph and treated in graph:
            data = graph.nodes[acting]
            row["date"] = data.get("date") or (str(data["year"]) if "year" in data else None)
            graph.add_edge(acting, treated, key=act, **_known(row))
    for row in _ask(library, _CITES, near):
        citing, cited = str(row["citing"]), str(row["node"])
        if citing in graph and cited in graph and not graph.has_edge(citing, cited):
            key = f"{citing} cites {cited.rpartition('/')[2]}"
            graph.add_edge(citing, cited, key=key, treatment="cites", polarity="positive")
    return graph


def neighbourhood(library: Library, around: Sequence[str], depth: int = 1) -> list[str]:
    """The IRIs of decisions within ``depth`` steps of some, sorted, these included."""
    found = set(around)
    edge = sorted(found)
    for _ in range(depth):
        rows = library.select(_NEIGHBOURS, near=edge) if edge else []
        edge = sorted({str(row["other"]) for row in rows} - found)
        found.update(edge)
    return sorted(found)


def propositions(library: Library, around: Sequence[str] | None = None) -> nx.MultiDiGraph[str]:
    """Decisions and the points of law they take a stance to: every edge runs from a decision to a proposition.

    Nodes have ``kind`` (``decision`` or ``proposition``) and ``label``; an edge's key is the stance's IRI, its data
    ``stance``, ``own_words``, ``described_by`` and the evidence. ``around`` keeps the propositions of these
    decisions, with everybody's stance to them.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    if around is None:
        rows = library.select(_STANCES)
    else:
        rows = library.select(_STANCES.replace("#SHARED", _SHARED), holder=around)
    labels = {str(row.pop("node")): row for row in _ask(library, _NODES, sorted({str(row["node"]) for row in rows}))}
    for node, row in labels.items():
        graph.add_node(node, kind="decision", **_known(row))
    for row in rows:
        stance, node, proposition = str(row.pop("stance")), str(row.pop("node")), str(row.pop("proposition"))
        graph.add_node(proposition, kind="proposition", label=row.pop("wording"))
        graph.add_edge(node, proposition, key=stance, stance=row.pop("kind"), **_known(row))
    return graph


def _ask(library: Library, query: str, near: Sequence[str] | None) -> list[Row]:
    """All rows, or those whose ``?node`` is among ``near``."""
    if near is None:
        return library.select(query)
    return library.select(query.replace("#NEAR", "VALUES ?node {}"), node=near)


def _known(row: Row) -> Row:
    return {name: value for name, value in row.items() if value is not None}
