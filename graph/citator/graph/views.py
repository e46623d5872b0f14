"""A library in, networkx graphs out: of all of it, or of the neighbourhood of some decisions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from citator.graph.binding import Value
from citator.graph.vocabulary import CODES

if TYPE_CHECKING:
    import networkx as nx

    from citator.graph.library import Library, Row

__all__ = ["decisions", "neighbourhood", "propositions"]

# oxigraph 0.5 answers an OPTIONAL behind many patterns by reading all there is of its predicate: half a second
# where a look-up takes three milliseconds. So what something has comes as property and value, a row each, and
# is put together here. #NEAR is where VALUES go when not the whole library is asked for.
_NODES = """SELECT ?subject ?property ?value { #NEAR
    ?subject a c:Decision ; ?property ?value .
    FILTER(?property IN (rdfs:label, c:caption, c:citation, c:court, c:year, c:date, c:enBanc, c:textHeld)) }"""
_COURTS = "SELECT ?subject ?property ?value { ?subject a c:Court ; ?property ?value }"
_ACTS = """SELECT DISTINCT ?subject ?property ?value { #NEAR
    ?subject cito:hasCitedEntity ?treated ; a c:Treatment ; ?property ?value }"""
_PARTS = """SELECT ?subject ?property ?value { #NEAR
    { ?subject c:partKind ?value BIND(c:partKind AS ?property) }
    UNION { ?subject c:author/rdfs:label ?value BIND(c:author AS ?property) } }"""
_PLACES = """SELECT ?subject ?text ?start ?end ?words { #NEAR
    ?subject oa:hasSource/c:textId ?text ; oa:hasSelector ?place , ?quote .
    ?place oa:start ?start ; oa:end ?end . ?quote oa:exact ?words }"""
_CITES = """SELECT ?citing ?treated { #NEAR
    ?citing cito:cites ?treated . ?treated a c:Decision } ORDER BY ?citing ?treated"""
_NEIGHBOURS = """SELECT DISTINCT ?other {
    VALUES ?near {}
    { ?near cito:cites ?other } UNION { ?other cito:cites ?near }
    UNION { ?act c:actingDecision ?near ; cito:hasCitedEntity ?other }
    UNION { ?act cito:hasCitedEntity ?near ; c:actingDecision ?other }
    ?other a c:Decision
} ORDER BY ?other"""
_STANCES = """SELECT DISTINCT ?subject ?property ?value { #NEAR
    ?subject c:onProposition ?proposition ; a c:Stance ; ?property ?value }"""
_HELD = "SELECT DISTINCT ?proposition { VALUES ?holder {} ?stance c:stanceOf ?holder ; c:onProposition ?proposition }"
_WORDINGS = "SELECT ?subject ?property ?value { ?subject a c:Proposition ; skos:prefLabel ?value BIND(skos:prefLabel AS ?property) }"

Has = dict[str, list[Value]]
"""Property (without its namespace) → values."""

_ACT = {
    "treatment": "hasCitationCharacterization", "polarity": "polarity", "scope": "scope", "extent": "extent",
    "actor": "actor", "actor_name": "actorName", "page": "page", "footnote": "footnote", "point": "pointOfLaw",
    "basis": "basis", "rule": "rule", "confidence": "confidence",
}  # fmt: skip
_NODE = {
    "label": "label", "name": "caption", "citation": "citation", "year": "year", "date": "date",
    "en_banc": "enBanc", "text_held": "textHeld",
}  # fmt: skip


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
    courts = _gather(library, _COURTS)
    for node, has in _gather(library, _NODES, near, "subject").items():
        graph.add_node(node, **_named(has, _NODE), **_court(has, courts))
    acts = _gather(library, _ACTS, near, "treated")
    places = _places(library, acts, whole=near is None)
    parts = _gather(library, _PARTS, None if near is None else _all(acts, "actingPart"), "subject")
    for act, has in acts.items():
        acting = str((has.get("actingDecision") or has["hasCitingEntity"])[0])
        part = parts.get(str(has.get("actingPart", [""])[0]), {})
        data = _named(has, _ACT) | _named(part, {"part": "partKind", "author": "author"})
        data |= _decided(graph.nodes[acting]) if acting in graph else {}
        data |= places.get(str(has["evidence"][0]), {})
        for treated in sorted(map(str, has["hasCitedEntity"])):
            if acting in graph and treated in graph:
                graph.add_edge(acting, treated, key=act, **data)
    for row in _ask(library, _CITES, near, "treated"):
        citing, cited = str(row["citing"]), str(row["treated"])
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
    held = None
    if around is not None:
        held = [str(row["proposition"]) for row in library.select(_HELD, holder=around)]
    stances = _gather(library, _STANCES, held, "proposition")
    places = _places(library, stances, whole=held is None)
    holders = None if held is None else _all(stances, "stanceOf")
    for node, has in _gather(library, _NODES, holders, "subject").items():
        graph.add_node(node, kind="decision", **_named(has, _NODE))
    graph.remove_nodes_from(sorted(set(graph) - set(_all(stances, "stanceOf"))))
    wordings = _gather(library, _WORDINGS)
    names = {"stance": "stanceKind", "own_words": "ownWords", "described_by": "describedBy"}
    for stance, has in stances.items():
        holder, proposition = str(has["stanceOf"][0]), str(has["onProposition"][0])
        graph.add_node(proposition, kind="proposition", label=wordings[proposition]["prefLabel"][0])
        data = _named(has, names) | places.get(str(has["evidence"][0]), {})
        graph.add_edge(holder, proposition, key=stance, **data)
    return graph


def _ask(library: Library, query: str, near: Sequence[str] | None = None, variable: str = "") -> list[Row]:
    """All rows, or those for which ``variable`` is among ``near``."""
    if near is None:
        return library.select(query)
    return library.select(query.replace("#NEAR", f"VALUES ?{variable} {{}}"), **{variable: near})


def _gather(library: Library, query: str, near: Sequence[str] | None = None, variable: str = "") -> dict[str, Has]:
    """Subjects in order, each with what it has."""
    found: dict[str, Has] = {}
    for row in _ask(library, query, near, variable):
        name = _local(str(row["property"]))
        found.setdefault(str(row["subject"]), {}).setdefault(name, []).append(row["value"])
    return dict(sorted(found.items()))


def _local(iri: str) -> str:
    return iri[max(iri.rfind("/"), iri.rfind("#")) + 1 :]


def _named(has: Has, names: dict[str, str]) -> Row:
    """What is known of these names, concepts of closed lists as their codes."""
    values = {name: has[property][0] for name, property in names.items() if property in has}
    return {name: CODES.get(value, value) if isinstance(value, str) else value for name, value in values.items()}


def _court(has: Has, courts: dict[str, Has]) -> Row:
    return _named(courts.get(str(has.get("court", [""])[0]), {}), {"court": "courtId", "tier": "tier"})


def _decided(node: Row) -> Row:
    when = node.get("date") or node.get("year")
    return {} if when is None else {"date": str(when)}


def _places(library: Library, subjects: dict[str, Has], whole: bool) -> dict[str, Row]:
    """Passage → text, start, end and words."""
    rows = _ask(library, _PLACES, None if whole else _all(subjects, "evidence"), "subject")
    return {str(row.pop("subject")): row for row in rows}


def _all(subjects: dict[str, Has], property: str) -> list[str]:
    return sorted({str(value) for has in subjects.values() for value in has.get(property, ())})
