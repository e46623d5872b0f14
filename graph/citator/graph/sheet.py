"""Plain values in, the quads of one named graph out, sorted and each once."""

from __future__ import annotations

from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Quad

from citator.graph.vocabulary import ID, RDF, RDFS, XSD, C


@lru_cache(maxsize=200_000)
def iri(slug: str) -> NamedNode:
    """The IRI of something a library speaks of."""
    return NamedNode(ID + slug)


class Sheet:
    """Statements of one named graph. A value of ``None`` is not stated."""

    def __init__(self, graph: NamedNode) -> None:
        self.graph = graph
        self._quads: set[Quad] = set()

    def add(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | str | int | bool | None) -> None:
        if value is None:
            return
        node = value if isinstance(value, NamedNode) else _literal(value)
        self._quads.add(Quad(subject, predicate, node, self.graph))

    def thing(
        self,
        subject: NamedNode,
        *types: NamedNode,
        label: str | None = None,
        **values: NamedNode | str | int | bool | None,
    ) -> NamedNode:
        """State the types, the label, and each ``name=value`` with the property ``c:name``."""
        for type in types:
            self.add(subject, RDF.type, type)
        self.add(subject, RDFS.label, label)
        for name, value in values.items():
            self.add(subject, C[name], value)
        return subject

    def number(self, subject: NamedNode, predicate: NamedNode, value: float) -> None:
        """A decimal of at most three places, so that it prints the same everywhere."""
        digits = f"{value:.3f}".rstrip("0").rstrip(".")
        self._quads.add(Quad(subject, predicate, Literal(digits, datatype=XSD.decimal), self.graph))

    def date(self, subject: NamedNode, predicate: NamedNode, value: str | None) -> None:
        if value is not None:
            self._quads.add(Quad(subject, predicate, Literal(value, datatype=XSD.date), self.graph))

    def quads(self) -> list[Quad]:
        return sorted(self._quads, key=str)


def _literal(value: str | int | bool) -> Literal:
    try:
        return Literal(value)
    except ValueError:  # pyoxigraph 0.5 on a lone surrogate, which is no character and has no place in RDF
        return Literal(str(value).encode("utf-8", "replace").decode())
