"""A point of law across opinions, and who takes which stance to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from citator.corpus.model import Span

Manner = Literal["states", "adopts", "follows", "limits", "rejects", "reserves"]


@dataclass(frozen=True, slots=True)
class Stance:
    """What one decision does with a proposition, in its own words or as another opinion describes it.

    ``decision`` is the normalised first citation of the decision whose stance it is (its name when it has no
    citation); ``reading`` the index, among the readings given, of the opinion whose text holds ``evidence``.
    ``described`` is true when that opinion speaks about another decision. ``part``, ``page`` and ``footnote``
    say where ``evidence`` stands, ``citation`` is the start of the citation that names a described decision.
    """

    decision: str
    manner: Manner
    reading: int
    part: str
    evidence: Span
    described: bool
    page: str | None = None
    footnote: str | None = None
    citation: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What several propositions answer, each in its own way; ``label`` are the words they share."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Proposition:
    """One point of law: its plainest wording, who takes which stance to it, and why they were joined.

    ``id`` depends only on the words and places of the stances, never on the order of the readings. ``why``
    says, join by join, what made two passages one point (``shared quotation “colorable basis”``).
    ``opposed`` are the ids of propositions that say the contrary in much the same words; ``question`` is shared
    by propositions on one subject, agreeing or not.
    """

    id: str
    wording: str
    stances: tuple[Stance, ...]
    why: tuple[str, ...] = ()
    opposed: tuple[str, ...] = ()
    question: Question | None = None
