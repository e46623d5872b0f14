"""Readings → the same point of law across opinions: propositions, and each opinion's stance to them."""

from __future__ import annotations

from collections.abc import Sequence

from citator.corpus.model import Reading
from citator.graph.propositions.model import Manner, Proposition, Stance

__all__ = ["Manner", "Proposition", "Stance", "group"]


def group(readings: Sequence[Reading]) -> tuple[Proposition, ...]:
    """Group what the opinions hold, and are said to hold, into points of law, sorted by id."""
    return ()
