"""Reading → who speaks in it, and in which sentences: what every stance of a decision is made from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from citator.corpus.model import Reading, Span
from citator.graph.propositions.model import Manner, Stance


class Speaker:
    """A numbered reading and the name its decision goes by."""

    def __init__(self, number: int, reading: Reading) -> None:
        decision = reading.decision
        self.number = number
        self.reading = reading
        self.text = reading.text
        self.sentences = reading.sentences
        self.decision = decision.citation or decision.name or reading.opinion.document.path

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Span | None:
        i = bisect_right(self._starts, offset) - 1
        return self.sentences[i] if i >= 0 and offset < self.sentences[i].end else None

    def says(self, manner: Manner, evidence: Span) -> Iterator[Stance]:
        """The decision's own stance at ``evidence``; none outside its opinions."""
        opinion = self.reading.opinion
        part, note = opinion.part_at(evidence.start), opinion.footnote_at(evidence.start)
        if part is not None:
            page = opinion.page_at(evidence.start)
            yield Stance(
                self.decision, manner, self.number, part.id, evidence, False, page, note.number if note else None
            )
