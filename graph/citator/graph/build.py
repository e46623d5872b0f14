"""Readings in, PrecedentGraph out: pure and sorted, the same quads in the same order every time.

Each opinion's statements are a named graph of their own, what is known by putting opinions together is
another, and the vocabulary a third. Every node has an IRI of its own: there are no blank nodes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from itertools import chain, islice
from typing import Protocol

from pyoxigraph import RdfFormat, parse

from citator.corpus.model import Reading
from citator.graph import propositions, taken
from citator.graph.claims import text_id
from citator.graph.identity import Register, identify
from citator.graph.made_by import version
from citator.graph.merged import MERGED, state_identities, state_propositions, state_questions, state_world
from citator.graph.nodes import graph_of
from citator.graph.propositions.model import Proposition, Question
from citator.graph.sheet import Sheet
from citator.graph.splits import state_splits
from citator.graph.statements import statements
from citator.graph.store import Row
from citator.graph.vocabulary import NS, Iri

_AT_ONCE = 2000
"""Propositions stated in one piece: while it is loaded the next is made."""


class Grouping(Protocol):
    """Points of law, and then the questions they answer, by the id of each."""

    def propositions(self) -> Sequence[Proposition]: ...
    def questions(self) -> Mapping[str, Question]: ...


@dataclass(frozen=True)
class PrecedentGraph:
    """What a set of readings says, as RDF. Statements are made when asked for: a large library never stands in memory.

    ``texts`` are the ids of the texts, in the order of ``readings``; ``group`` finds the propositions,
    last of all.
    """

    readings: Sequence[Reading]
    texts: tuple[str, ...]
    register: Register
    version: str
    group: Callable[[Sequence[Reading]], Grouping] = propositions.Grouping

    def graphs(self) -> Iterator[tuple[Iri, list[str]]]:
        """Each named graph with its N-Quads, sorted: the vocabulary, the opinions by id, then merged knowledge.

        This comes in pieces, each sorted: what is known without propositions, these, some at a time, and their
        questions. Two pieces may state the same passage.
        """
        yield from self._told()
        yield from self._points()
        yield MERGED, self._asked()

    def nquads(self, size: int = 200_000) -> Iterator[bytes]:
        """The whole graph as N-Quads, some ``size`` statements at a time. Its three parts can be had one by one:
        propositions may be long in coming, and questions longer.
        """
        yield from self.told(size)
        yield from self.points()
        yield from self.questions()

    def told(self, size: int = 200_000) -> Iterator[bytes]:
        """What is known without the propositions."""
        statements = chain.from_iterable(lines for _, lines in self._told())
        while part := list(islice(statements, size)):
            yield "".join(part).encode()

    def points(self) -> Iterator[bytes]:
        """The propositions."""
        for _, lines in self._points():
            yield "".join(lines).encode()

    def stances(self) -> Iterator[Row]:
        """Every stance to the propositions: the rows that a library gives of them, before it has them."""
        return taken.rows(self._found, self.readings, self.texts, self.register)

    def questions(self) -> Iterator[bytes]:
        """The questions that they answer."""
        yield "".join(self._asked()).encode()

    def _told(self) -> Iterator[tuple[Iri, list[str]]]:
        yield Iri(f"<{NS}>"), _ontology()
        for text, reading in zip(self.texts, self.readings, strict=True):
            yield graph_of(text), statements(reading, text, self.register, self.version)
        sheet = Sheet(MERGED)
        state_identities(sheet, self.register)
        state_world(sheet, self.readings, self.texts, self.register, self.version)
        state_splits(sheet, self.readings, self.texts, self.register)
        yield MERGED, sheet.lines()

    @cached_property
    def _grouping(self) -> Grouping:
        return self.group(self.readings)

    @cached_property
    def _found(self) -> Sequence[Proposition]:
        return self._grouping.propositions()

    def _points(self) -> Iterator[tuple[Iri, list[str]]]:
        for first in range(0, len(self._found), _AT_ONCE):
            sheet = Sheet(MERGED)
            state_propositions(sheet, self._found[first : first + _AT_ONCE], self.readings, self.texts, self.register)
            yield MERGED, sheet.lines()

    def _asked(self) -> list[str]:
        sheet = Sheet(MERGED)
        state_questions(sheet, self._grouping.questions())
        return sheet.lines()


def build(readings: Iterable[Reading], version: str = version()) -> PrecedentGraph:
    """The graph of some readings, whatever their order. A text given twice counts once."""
    by_text = {text_id(reading): reading for reading in readings}
    texts = tuple(sorted(by_text))
    ordered = tuple(by_text[text] for text in texts)
    return PrecedentGraph(ordered, texts, identify(ordered), version)


@cache
def _ontology() -> list[str]:
    """The vocabulary itself, so that queries can ask for labels and notations."""
    data = resources.files(__package__).joinpath("ontology.ttl").read_bytes()
    return sorted(f"{triple} <{NS}> .\n" for triple in parse(data, format=RdfFormat.TURTLE))
