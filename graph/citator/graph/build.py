"""Readings in, PrecedentGraph out: pure and sorted, the same quads in the same order every time.

Each opinion's statements are a named graph of their own, what is known by putting opinions together is
another, and the vocabulary a third. Every node has an IRI of its own: there are no blank nodes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from importlib import resources

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

    def nquads(self, size: int = 100_000) -> Iterator[bytes]:
        """The whole graph as N-Quads. Its two parts can be had one by one: points of law may be long in coming."""
        yield from self.told(self.graphs, size)
        yield from self.points.stated()

    def told(self, names: Iterable[Iri], size: int = 100_000) -> Iterator[bytes]:
        """These named graphs without points of law, as many in a piece as make ``size`` statements."""
        piece: list[str] = []
        for name in names:
            piece += self.graphs[name]()
            if len(piece) >= size:
                yield "".join(piece).encode()
                piece = []
        if piece:
            yield "".join(piece).encode()

    @cached_property
    def graphs(self) -> Mapping[Iri, Callable[[], list[str]]]:
        """Each named graph, and what gives its N-Quads, sorted: the vocabulary, the opinions by id, and what is known by
        putting them together, but for points of law.
        """
        opinions = {graph_of(text): partial(self._opinion, number) for number, text in enumerate(self.texts)}
        return {Iri(f"<{NS}>"): _ontology, **opinions, MERGED: self._merged}

    def _opinion(self, number: int) -> list[str]:
        return statements(self.readings[number], self.texts[number], self.register, self.version)

    def _merged(self) -> list[str]:
        sheet = Sheet(MERGED)
        state_identities(sheet, self.register)
        state_world(sheet, self.readings, self.texts, self.register, self.version)
        state_splits(sheet, self.readings, self.texts, self.register)
        return sheet.lines()


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
