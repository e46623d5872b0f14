"""Readings in, what a library says of points of law out: the stances as rows, and everything as statements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from citator.corpus.model import Reading
from citator.graph import propositions, taken
from citator.graph.identity import Register
from citator.graph.merged import MERGED, state_propositions, state_questions
from citator.graph.propositions.model import Proposition, Question
from citator.graph.sheet import Sheet
from citator.graph.store import Row


class Grouping(Protocol):
    """Points of law, and then the questions they answer, by the id of each."""

    def propositions(self) -> Sequence[Proposition]: ...
    def questions(self) -> Mapping[str, Question]: ...


class Points(Protocol):
    """What is said of points of law: first the stances, then the rest."""

    def stances(self) -> Iterable[Row]:
        """Every stance: the rows that a library gives which holds them."""

    def stated(self) -> Iterator[bytes]:
        """Propositions and then their questions as N-Quads, in pieces, each sorted; two may state the same passage."""


@dataclass(frozen=True)
class PointsHere:
    """Worked out when asked for, by this process.

    ``texts`` are the ids of the readings' texts; ``group`` finds the points, of which ``at_once`` are stated in a piece.
    """

    readings: Sequence[Reading]
    texts: Sequence[str]
    register: Register
    group: Callable[[Sequence[Reading]], Grouping] = propositions.Grouping
    at_once: int = 2000

    @cached_property
    def _grouping(self) -> Grouping:
        return self.group(self.readings)

    @cached_property
    def _found(self) -> Sequence[Proposition]:
        return self._grouping.propositions()

    def stances(self) -> Iterator[Row]:
        return taken.rows(self._found, self.readings, self.texts, self.register)

    def stated(self) -> Iterator[bytes]:
        for first in range(0, len(self._found), self.at_once):
            sheet = Sheet(MERGED)
            points = self._found[first : first + self.at_once]
            state_propositions(sheet, points, self.readings, self.texts, self.register)
            yield "".join(sheet.lines()).encode()
        asked = Sheet(MERGED)
        state_questions(asked, self._grouping.questions())
        if lines := asked.lines():
            yield "".join(lines).encode()
