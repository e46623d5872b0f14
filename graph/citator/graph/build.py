"""Readings in, PrecedentGraph out: pure and sorted, the same quads in the same order every time.

Each opinion's statements are a named graph of their own, what is known by putting opinions together is
another, and the vocabulary a third. Every node has an IRI of its own: there are no blank nodes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain, islice

from pyoxigraph import RdfFormat, parse

from citator.corpus.model import Reading
from citator.graph.claims import text_id
from citator.graph.identity import Register, identify
from citator.graph.made_by import version
from citator.graph.merged import MERGED, state_identities, state_world
from citator.graph.nodes import graph_of
from citator.graph.points import Points, PointsHere
from citator.graph.sheet import Sheet
from citator.graph.splits import state_splits
from citator.graph.statements import statements
from citator.graph.vocabulary import NS, Iri


@dataclass(frozen=True)
class PrecedentGraph:
    """What a set of readings says, as RDF. Statements are made when asked for: a large library never stands in memory.

    ``texts`` are the ids of the texts, in the order of ``readings``; ``points`` is what is said of points of law.
    """

    readings: Sequence[Reading]
    texts: tuple[str, ...]
    register: Register
    version: str
    points: Points

    def nquads(self, size: int = 200_000) -> Iterator[bytes]:
        """The whole graph as N-Quads. Its two parts can be had one by one: points of law may be long in coming."""
        yield from self.told(size)
        yield from self.points.stated()

    def told(self, size: int = 200_000) -> Iterator[bytes]:
        """What is known without points of law, some ``size`` statements at a time."""
        statements = chain.from_iterable(lines for _, lines in self.graphs())
        while part := list(islice(statements, size)):
            yield "".join(part).encode()

    def graphs(self) -> Iterator[tuple[Iri, list[str]]]:
        """Each named graph with its N-Quads, sorted: the vocabulary, the opinions by id, and what is known by putting
        them together, but for points of law.
        """
        yield Iri(f"<{NS}>"), _ontology()
        for text, reading in zip(self.texts, self.readings, strict=True):
            yield graph_of(text), statements(reading, text, self.register, self.version)
        sheet = Sheet(MERGED)
        state_identities(sheet, self.register)
        state_world(sheet, self.readings, self.texts, self.register, self.version)
        state_splits(sheet, self.readings, self.texts, self.register)
        yield MERGED, sheet.lines()


def build(readings: Iterable[Reading], version: str = version()) -> PrecedentGraph:
    """The graph of some readings, whatever their order. A text given twice counts once."""
    by_text = {text_id(reading): reading for reading in readings}
    texts = tuple(sorted(by_text))
    ordered = tuple(by_text[text] for text in texts)
    register = identify(ordered)
    return PrecedentGraph(ordered, texts, register, version, PointsHere(ordered, texts, register))


@cache
def _ontology() -> list[str]:
    """The vocabulary itself, so that queries can ask for labels and notations."""
    data = resources.files(__package__).joinpath("ontology.ttl").read_bytes()
    return sorted(f"{triple} <{NS}> .\n" for triple in parse(data, format=RdfFormat.TURTLE))
