"""A library in, findings out: whether it keeps its shapes, opinion by opinion, and its own rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from citator.graph.store import Embedded
from citator.graph.vocabulary import ID, NS

if TYPE_CHECKING:
    import pyoxigraph
    import rdflib

    from citator.graph.library import Library

__all__ = ["Finding", "validate"]

_ENDS_A_CASE = "treatment:overrules treatment:abrogates treatment:reverses treatment:vacates treatment:superseded"
_TOO_EARLY = f"""SELECT DISTINCT ?act ?acting ?treated ?actingYear ?treatedYear {{
    VALUES ?kind {{ {_ENDS_A_CASE} }}
    ?act cito:hasCitationCharacterization ?kind ; c:actingDecision ?by ; cito:hasCitedEntity ?of .
    ?by rdfs:label ?acting ; c:year ?actingYear . ?of rdfs:label ?treated ; c:year ?treatedYear .
    OPTIONAL {{ ?by c:date ?actingDate }} OPTIONAL {{ ?of c:date ?treatedDate }}
    FILTER(?by != ?of && (?actingYear < ?treatedYear || ?actingDate < ?treatedDate))
}} ORDER BY ?act ?of"""
_OUT_OF_YEAR = """SELECT ?decision ?year ?date { ?decision c:year ?year ; c:date ?date FILTER(YEAR(?date) != ?year) }
    ORDER BY ?decision"""
_CITED_TOO_EARLY = """SELECT DISTINCT ?citing ?cited ?citingYear ?citedYear {
    ?citing cito:cites ?cited ; c:year ?citingYear . ?cited c:year ?citedYear FILTER(?citingYear < ?citedYear)
} ORDER BY ?citing ?cited"""
_EVIDENCE = """SELECT ?evidence ?start ?end ?words {
    ?evidence oa:hasSource/c:textId ?id ; oa:hasSelector ?place , ?quote .
    ?place oa:start ?start ; oa:end ?end . ?quote oa:exact ?words } ORDER BY ?evidence"""
_CITATIONS = """SELECT ?citation ?start ?end ?words {
    ?citation a c:Citation ; c:inText/c:textId ?id ; c:start ?start ; c:end ?end ; c:words ?words } ORDER BY ?citation"""


@dataclass(frozen=True, slots=True)
class Finding:
    """``what`` is wrong with the node ``where`` (an IRI); ``opinion`` is the id of a text, if it is in one."""

    where: str
    what: str
    opinion: str | None = None


def validate(library: Library) -> list[Finding]:
    """What is wrong with a library; nothing, if all is well."""
    return [*_against_shapes(library), *_evidence_not_in_text(library), *_out_of_time(library)]


def _against_shapes(library: Library) -> Iterator[Finding]:
    """pyshacl checks some 30,000 triples a second and slows down on large graphs: one named graph at a time."""
    for row in library.select("SELECT DISTINCT ?graph { GRAPH ?graph { ?s a ?type } } ORDER BY ?graph"):
        name = str(row["graph"])
        if name.startswith(ID):
            text = name.removeprefix(f"{ID}opinion-") if name.startswith(f"{ID}opinion-") else None
            for where, what in sorted(set(_violations(library.source.quads(name)))):
                yield Finding(where, what, text)


def _violations(quads: Iterable[pyoxigraph.Quad]) -> Iterator[tuple[str, str]]:
    """Through N-Triples: oxrdflib 0.5 hands rdflib strings with a datatype, which equal none without."""
    import pyshacl
    import rdflib

    triples = b"".join(f"{quad.triple} .\n".encode() for quad in quads)
    data = rdflib.Graph().parse(data=triples, format="nt")
    shacl = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    conforms, report, _ = pyshacl.validate(data, shacl_graph=_shapes(), inference="none")
    if conforms or not isinstance(report, rdflib.Graph):
        return
    for result in report.subjects(rdflib.RDF.type, shacl.ValidationResult):
        path = report.value(result, shacl.resultPath)
        about = f" ({str(path).removeprefix(NS)})" if isinstance(path, rdflib.URIRef) else ""
        yield str(report.value(result, shacl.focusNode)), f"{report.value(result, shacl.resultMessage)}{about}"


@cache
def _shapes() -> rdflib.Graph:
    import rdflib

    return rdflib.Graph().parse(data=resources.files(__package__).joinpath("shapes.ttl").read_text(encoding="utf-8"))


def _evidence_not_in_text(library: Library) -> Iterator[Finding]:
    """At an endpoint there are no texts to look in."""
    if not isinstance(library.source, Embedded):
        return
    for id, reading in library.readings():
        for query, name in ((_EVIDENCE, "evidence"), (_CITATIONS, "citation")):
            for row in library.select(query, id=id):
                start, end = row["start"], row["end"]
                if not (isinstance(start, int) and isinstance(end, int) and reading.text[start:end] == row["words"]):
                    yield Finding(str(row[name]), f"its words are not what the text says at {start}-{end}", id)


def _out_of_time(library: Library) -> Iterator[Finding]:
    for row in library.select(_OUT_OF_YEAR):
        yield Finding(str(row["decision"]), f"its date {row['date']} is not in its year {row['year']}")
    for row in library.select(_TOO_EARLY):
        what = f"{row['acting']} cannot have acted on {row['treated']}, which was decided later"
        yield Finding(str(row["act"]), what)
    for row in library.select(_CITED_TOO_EARLY):
        what = (
            f"cites {str(row['cited']).removeprefix(ID)} of {row['citedYear']}, but was decided in {row['citingYear']}"
        )
        yield Finding(str(row["citing"]), what)
