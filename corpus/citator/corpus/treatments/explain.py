"""Opinion, citations and sentences → what looked like a treatment and was refused, with the guard that refused it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citator.corpus.model import Citation, Opinion, Span
from citator.corpus.treatments import grammar
from citator.corpus.treatments.engine import cued
from citator.corpus.treatments.scene import Scene


@dataclass(frozen=True, slots=True)
class Refusal:
    """Words that a row of the table matched in vain. ``why`` names the guard, or what was missing."""

    sentence: Span
    rule: str
    words: str
    why: str


def refused(opinion: Opinion, citations: Sequence[Citation], sentences: Sequence[Span]) -> Iterator[Refusal]:
    """Every refusal in ``opinion``, in the order of its sentences; ``--explain`` prints them beside what was found."""
    scene = Scene(opinion, citations, sentences)
    for index, tried in cued(scene):
        passage = scene.passage(index)
        for row in tried:
            for words, why in grammar.refusals(scene, passage, row):
                yield Refusal(passage.span, row.id, words, why)
