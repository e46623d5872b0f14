"""SPARQL in, rows of plain values out, from an Oxigraph on disk or an endpoint elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph

from citator.corpus.errors import LibraryError, UsageError
from citator.graph.binding import Value, bind
from citator.graph.vocabulary import PREFIXES

if TYPE_CHECKING:
    import rdflib

Row = dict[str, Value]
"""IRIs, dates and other literals come as ``str``, numbers and booleans as themselves; ``None`` is unbound."""
_XSD = PREFIXES["xsd"]
_WHOLE = frozenset({_XSD + "integer", _XSD + "int", _XSD + "long", _XSD + "nonNegativeInteger"})
_BROKEN = frozenset({_XSD + "decimal", _XSD + "double", _XSD + "float"})
_PROLOGUE = "".join(f"PREFIX {prefix}: <{iri}> " for prefix, iri in PREFIXES.items())


class Embedded:
    """The Oxigraph of a library, read-only: any number of processes may, also while another builds beside.

    ``store`` is given by who has it open already.
    """

    def __init__(self, path: Path, store: pyoxigraph.Store | None = None) -> None:
        self.path = path
        try:
            self.store = pyoxigraph.Store.read_only(str(path)) if store is None else store
        except (OSError, RuntimeError) as error:
            raise self._damaged(error) from error

    def query(self, query: str) -> list[Row]:
        """SELECT gives its rows; ASK one row ``answer``; CONSTRUCT and DESCRIBE subject, predicate and object."""
        try:
            # Named graphs stay out of the default graph unless asked in (pyoxigraph 0.5).
            answer = self.store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
            return list(_rows(answer))
        except SyntaxError as error:
            raise UsageError(f"not a SPARQL query: {error}") from error
        except (OSError, RuntimeError) as error:
            raise self._damaged(error) from error

    def dataset(self) -> rdflib.Dataset:
        """The store as rdflib sees it, without a copy."""
        import oxrdflib
        import rdflib

        return rdflib.Dataset(store=oxrdflib.OxigraphStore(store=self.store), default_union=True)

    def quads(self, graph: str | None = None) -> Iterator[pyoxigraph.Quad]:
        """Every statement, of one named graph or of all, in no order."""
        name = pyoxigraph.NamedNode(graph) if graph is not None else None
        return iter(self.store.quads_for_pattern(None, None, None, name))

    def _damaged(self, error: Exception) -> LibraryError:
        return LibraryError(f"{self.path}: the library's store is damaged, build it again ({error})")


class Remote:
    """A SPARQL 1.1 endpoint whose default graph is the union of its named graphs."""

    def __init__(self, url: str) -> None:
        from rdflib.plugins.stores.sparqlstore import SPARQLStore

        self.url = url
        self._store = SPARQLStore(url, method="POST_FORM", returnFormat="json")

    def query(self, query: str) -> list[Row]:
        """As ``Embedded.query``."""
        try:
            result: Any = self._store.query(_PROLOGUE + query)
        except Exception as error:  # whatever the network, or the parser of the answer, raises
            raise LibraryError(f"{self.url}: no answer that can be read ({error})") from error
        if isinstance(result, tuple):  # rdflib 7 returns the status of a refusal instead of raising it
            status, why, _ = result
            raise UsageError(f"not a SPARQL query: {why}") if status == 400 else LibraryError(f"{self.url}: {why}")
        return list(_remote_rows(result))

    def dataset(self) -> rdflib.Dataset:
        """The endpoint as rdflib sees it: every access is a query."""
        import rdflib

        return rdflib.Dataset(store=self._store, default_union=True)

    def quads(self, graph: str | None = None) -> Iterator[pyoxigraph.Quad]:
        """As ``Embedded.quads``."""
        query = bind("SELECT ?s ?p ?o ?graph { GRAPH ?graph { ?s ?p ?o } }", {"graph": graph})
        result: Any = self._store.query(query)
        for row in result:
            yield pyoxigraph.Quad(*map(_oxigraph_term, row))


Source = Embedded | Remote


def _rows(answer: Any) -> Iterator[Row]:
    if isinstance(answer, pyoxigraph.QueryBoolean):
        yield {"answer": bool(answer)}
    elif isinstance(answer, pyoxigraph.QueryTriples):
        for triple in answer:
            yield {
                "subject": _plain(triple.subject),
                "predicate": _plain(triple.predicate),
                "object": _plain(triple.object),
            }
    else:
        names = [variable.value for variable in answer.variables]
        for solution in answer:
            yield {name: _plain(term) for name, term in zip(names, solution, strict=True)}


def _plain(term: Any) -> Value:
    return _value(term.value, term.datatype.value) if isinstance(term, pyoxigraph.Literal) else term and term.value


def _remote_rows(result: Any) -> Iterator[Row]:
    if result.type == "ASK":
        yield {"answer": bool(result.askAnswer)}
    elif result.type in ("CONSTRUCT", "DESCRIBE"):
        for triple in sorted(result.graph):
            yield dict(zip(("subject", "predicate", "object"), map(_remote_plain, triple), strict=True))
    else:
        names = [str(name) for name in result.vars]
        for binding in result.bindings:
            yield {
                name: _remote_plain(binding.get(variable)) for name, variable in zip(names, result.vars, strict=True)
            }


def _remote_plain(term: Any) -> Value:
    return None if term is None else _value(str(term), str(getattr(term, "datatype", None)))


def _oxigraph_term(term: Any) -> Any:
    import rdflib

    if isinstance(term, rdflib.BNode):
        return pyoxigraph.BlankNode(str(term))
    if isinstance(term, rdflib.Literal):
        datatype = pyoxigraph.NamedNode(str(term.datatype)) if term.datatype is not None else None
        return pyoxigraph.Literal(str(term), language=term.language, datatype=datatype)
    return pyoxigraph.NamedNode(str(term))


def _value(text: str, datatype: str) -> Value:
    if datatype in _WHOLE:
        return int(text)
    if datatype in _BROKEN:
        return float(text)
    return text == "true" if datatype == _XSD + "boolean" else text
