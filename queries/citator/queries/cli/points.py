"""``propositions`` and ``splits``: points of law, and the questions on which courts are divided."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from citator.queries.cli.frame import Command
from citator.queries.cli.options import case_argument, with_library, with_output
from citator.queries.cli.output import Output

if TYPE_CHECKING:
    from citator.graph.library import Library

__all__ = ["propositions", "splits"]


@click.command(
    cls=Command,
    examples=(
        ("citator propositions Armstrong", "the points of law it takes a stand on"),
        ('citator propositions --find "colorable basis"', "who states, adopts or rejects a point"),
    ),
)
@case_argument(required=False)
@click.option("--find", "words", metavar='"WORDS"', help="Only points of law that these words are about.")
@with_output()
@with_library
def propositions(library: Library, out: Output, case: str | None, words: str | None) -> None:
    """List points of law, and who states, adopts or rejects each.

    In a decision's own words, or as another describes it.
    """
    from citator.queries import listings, lookup, propositions

    found = propositions.stances(library, lookup.find(library, case) if case else None, words)
    out.show(listings.of_stances("Points of law", found))


@click.command(
    cls=Command,
    examples=(
        ("citator splits", "every question on which courts are divided"),
        ('citator splits --find "prima facie"', "on one question"),
    ),
)
@click.option("--find", "words", metavar='"WORDS"', help="Only questions that these words are about.")
@with_output()
@with_library
def splits(library: Library, out: Output, words: str | None) -> None:
    """List questions on which courts are divided, with the sides.

    Panels of one court count too, and what settled the question is said where it shows.
    """
    from citator.queries import listings, splits

    out.show(listings.of_splits("Where courts are divided", splits.splits(library, words)))
