"""``graph``: the explorer page of a library, or of the neighbourhood of some cases."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from citator.queries.cli.frame import Command
from citator.queries.cli.options import quiet_option, with_library
from citator.queries.cli.output import Output

if TYPE_CHECKING:
    from citator.graph.library import Library

__all__ = ["graph"]


@click.command(
    cls=Command,
    examples=(
        ("citator graph -o chambers.html", "the whole library as one page that opens offline"),
        ("citator graph Armstrong Caperna -o two.html", "two cases and what stands around them"),
    ),
)
@click.argument("cases", nargs=-1, metavar="[CASE]...")
@click.option(
    "-o",
    "--output",
    "target",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The page to write.",
)
@quiet_option
@with_library
def graph(library: Library, cases: tuple[str, ...], target: Path, quiet: bool) -> None:
    """Write the explorer page, one file that opens offline.

    It shows the chain of precedent as a graph, with the evidence beside it and the same as a table below.
    """
    from citator.queries import lookup
    from citator.queries.page import collect, render

    found = [lookup.find(library, case).iri for case in cases] or None
    Output(target=target, quiet=quiet).write(render(collect(library, found)))
