"""Readings → the same point of law across opinions: propositions, and each opinion's stance to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from citator.corpus.model import Reading, Span

Manner = Literal["states", "adopts", "follows", "limits", "rejects", "reserves"]


@dataclass(frozen=True, slots=True)
class Stance:
    """What one decision does with a proposition, in its own words or as another opinion describes it.

    ``decision`` is the normalised first citation of the decision whose stance it is (its name when it has no
    citation); ``reading`` the index, among the readings given, of the opinion whose text holds ``evidence``.
    ``described`` is true when that opinion speaks about another decision; ``part`` is then the part that
    describes, else the part that decides.
    """

    decision: str
    manner: Manner
    reading: int
    part: str
    evidence: Span
    described: bool
    page: str | None = None
    footnote: str | None = None


@dataclass(frozen=True, slots=True)
class Proposition:
    """One point of law: its plainest wording, who takes which stance to it, and why they were joined.

    ``id`` depends only on the stances' places, never on the order of the readings. ``why`` says, join by
    join, what made two stances one point (``shared quotation “colorable basis”``).
    """

    id: str
    wording: str
    stances: tuple[Stance, ...]
    why: tuple[str, ...] = ()


def group(readings: Sequence[Reading]) -> tuple[Proposition, ...]:
    """Group what the opinions hold, and are said to hold, into points of law, sorted by id."""
    return ()
