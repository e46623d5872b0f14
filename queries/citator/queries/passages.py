"""A treatment → the passages that say which point of law it is about.

Those are its own words and the points of law that the graph joins it to. Where its words only point back
("that language was in error"), they are the sentences before it, too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from citator.corpus.errors import LibraryError
from citator.queries import stored
from citator.queries.tables.table import one_line

if TYPE_CHECKING:
    from citator.corpus.model import Reading
    from citator.graph.library import Library
    from citator.queries.acts import Act
    from citator.queries.cases import Case

__all__ = ["Passages"]

_QUOTED = re.compile(r"[“\"]([^“”\"]{3,200})[”\"]")
_THE_WORDING = re.compile(
    r"\b(?:th(?:at|is|e|ose|ese)|such) (?:language|wording|words|phrases?|phrasing)\b", re.IGNORECASE
)
_BEFORE = 2  # sentences: farther back an opinion may be on another point


class Passages:
    """For the treatments of one case in one library; each text is read once."""

    def __init__(self, library: Library, case: Case) -> None:
        self._library = library
        self._readings: dict[str, Reading | None] = {}
        self._points: defaultdict[str, list[str]] = defaultdict(list)
        for row in library.select(stored.load("points-of-treatments").text, case=case.iri):
            self._points[str(row["act"])].append(str(row["wording"]))

    def of(self, act: Act) -> tuple[str, ...]:
        """Each on one line, the treatment's own words first."""
        own = one_line(act.point)
        before = self._before(act) if act.proposition is None else ""
        if _THE_WORDING.search(act.evidence.text) and (quoted := _QUOTED.findall(f"{before} {own}")):
            return tuple(quoted)  # a wording is meant: what the sentences are about besides it still stands
        return (f"{before} {own}".strip(), *self._points[act.iri])

    def _before(self, act: Act) -> str:
        """The sentences before the evidence, within its paragraph."""
        reading = self._reading(act.evidence.source)
        if reading is None:
            return ""
        here = bisect_right([sentence.start for sentence in reading.sentences], act.evidence.start) - 1
        paragraph = reading.opinion.paragraph_at(act.evidence.start)
        near = [
            s for s in reading.sentences[max(here - _BEFORE, 0) : max(here, 0)] if paragraph and paragraph.contains(s)
        ]
        return one_line(" ".join(sentence.of(reading.text) for sentence in near))

    def _reading(self, source: str) -> Reading | None:
        if source not in self._readings:
            try:
                self._readings[source] = self._library.reading(source)
            except LibraryError:  # an endpoint answers queries but holds no texts
                self._readings[source] = None
        return self._readings[source]
