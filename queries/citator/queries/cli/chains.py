"""``path`` and ``chain``: how one case leads to another, and the line of precedent of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from citator.corpus.errors import UnknownCase
from citator.queries.cli.frame import Command
from citator.queries.cli.options import case_argument, with_library, with_output
from citator.queries.cli.output import Output

if TYPE_CHECKING:
    from citator.graph.library import Library

__all__ = ["chain", "path"]


@click.command(
    cls=Command,
    examples=(("citator path Caperna Mejia", "how the rule got from the one to the other, hop by hop"),),
)
@click.argument("start", metavar="FROM")
@click.argument("goal", metavar="TO")
@click.option("--limit", default=3, show_default=True, type=click.IntRange(1, 50), help="How many ways to show.")
@with_output()
@with_library
def path(library: Library, out: Output, start: str, goal: str, limit: int) -> None:
    """Show how one case leads to another, hop by hop.

    Ways on which cases follow, adopt or reject one another come before mere citations.
    """
    from citator.queries import chains, listings, lookup

    first, last = lookup.find(library, start, held=True), lookup.find(library, goal)
    found = chains.paths(library, first, last, limit=limit)
    if not found:
        back = chains.paths(library, last, first, limit=1)
        raise UnknownCase(
            f"no way leads from {first} to {last} in this library"
            + (f"; one leads back: citator path “{goal}” “{start}”" if back else "")
        )
    out.show(listings.of_paths(f"From {first} to {last}", found))


@click.command(
    cls=Command,
    examples=(
        ("citator chain Caperna", "the precedent it rests on"),
        ("citator chain Mejia --forward", "what became of it"),
        ('citator chain Armstrong --on "colorable basis"', "on one point of law"),
    ),
)
@case_argument()
@click.option("--back/--forward", "back", default=True, help="What it rests on (the default), or what came after.")
@click.option("--on", metavar='"WORDS"', help="Only hops about this point of law.")
@click.option("--depth", default=3, show_default=True, type=click.IntRange(1, 6), help="How many hops away.")
@with_output()
@with_library
def chain(library: Library, out: Output, case: str, back: bool, on: str | None, depth: int) -> None:
    """Show the line of precedent behind or after a case."""
    from citator.queries import chains, listings, lookup

    found = lookup.find(library, case, held=back)
    hops = chains.chain(library, found, forward=not back, on=on, depth=depth)
    what = "What rests on" if not back else "What stands behind"
    out.show(listings.of_hops(f"{what} {found}", hops))
