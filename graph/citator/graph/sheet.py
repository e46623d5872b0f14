"""Plain values in, the statements of one named graph out: lines of N-Quads, sorted and each once."""

from __future__ import annotations

from functools import lru_cache

from pyoxigraph import Literal

from citator.graph.vocabulary import ID, RDF, RDFS, XSD, C, Iri

Value = Iri | str | int | bool | None


@lru_cache(maxsize=100_000)
def iri(slug: str) -> Iri:
    """The IRI of something a library speaks of."""
    return Iri(f"<{ID}{slug}>")


class Sheet:
    """Statements of one named graph. A value of ``None`` is not stated."""

    def __init__(self, graph: Iri) -> None:
        self.graph = graph
        self._lines: set[str] = set()

    def add(self, subject: Iri, predicate: Iri, value: Value) -> None:
        if value is not None:
            node = value if isinstance(value, Iri) else _literal(value)
            self._lines.add(f"{subject} {predicate} {node} {self.graph} .\n")

    def thing(self, subject: Iri, *types: Iri, label: str | None = None, **values: Value) -> Iri:
        """State the types, the label, and each ``name=value`` with the property ``c:name``."""
        for type in types:
            self.add(subject, RDF.type, type)
        self.add(subject, RDFS.label, label)
        for name, value in values.items():
            self.add(subject, C[name], value)
        return subject

    def number(self, subject: Iri, predicate: Iri, value: float) -> None:
        """A decimal of at most three places, so that it prints the same everywhere."""
        digits = f"{value:.3f}".rstrip("0").rstrip(".")
        self._lines.add(f'{subject} {predicate} "{digits}"^^{XSD.decimal} {self.graph} .\n')

    def date(self, subject: Iri, predicate: Iri, value: str | None) -> None:
        """``value`` is a day as YYYY-MM-DD."""
        if value is not None:
            self._lines.add(f'{subject} {predicate} "{value}"^^{XSD.date} {self.graph} .\n')

    def lines(self) -> list[str]:
        return sorted(self._lines)


@lru_cache(maxsize=10_000)
def _literal(value: str | int | bool) -> str:
    try:
        return str(Literal(value))
    except ValueError:  # pyoxigraph 0.5 on a lone surrogate, which is no character and has no place in RDF
        return str(Literal(str(value).encode("utf-8", "replace").decode()))
