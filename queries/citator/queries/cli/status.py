"""``status``: is a case still good law, on a point, at a date, for a court."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from citator.queries.cli.frame import Command
from citator.queries.cli.options import case_argument, with_library, with_output
from citator.queries.cli.output import Output

if TYPE_CHECKING:
    from citator.graph.library import Library

__all__ = ["status"]


@click.command(
    cls=Command,
    examples=(
        ('citator status "990 F.2d 472"', "is it still good law, and what says so"),
        ('citator status Bourgeois --on "high threshold"', "on one point of law"),
        ("citator status Redondo-Lemos --as-of 1994", "as it stood at a date"),
        ("citator status Caldwell --in ca9", "as a court would see it"),
    ),
)
@case_argument()
@click.option("--on", metavar='"WORDS"', help="On this point of law, in your words.")
@click.option("--as-of", metavar="DATE", help="As it stood then: 1994, 1994-05 or 1994-05-31.")
@click.option("--in", "court", metavar="COURT", help="For this court: scotus, ca9, cand …")
@with_output("table", "json")
@with_library
def status(library: Library, out: Output, case: str, on: str | None, as_of: str | None, court: str | None) -> None:
    """Say what a case is worth, with every reason's sentence.

    The answer is worked out from the treatments in this library. "No treatment found" does not mean
    that a case is good law.
    """
    from citator.queries import lookup, narrative
    from citator.queries.status import record
    from citator.queries.status import status as ask

    answer = ask(library, lookup.find(library, case), on=on, as_of=as_of, court=court)
    out.answer(record(answer), lambda width, colour: narrative.in_words(answer, width, colour))
