"""``build``, ``export`` and ``validate``: a library made, given away and checked."""

from __future__ import annotations

import gc
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from citator.corpus.errors import UnreadableInput
from citator.queries.cli.frame import Command, fail_softly
from citator.queries.cli.options import NEW_LIBRARY, quiet_option, with_library, with_output
from citator.queries.cli.output import Output
from citator.queries.cli.progress import reading_bar

if TYPE_CHECKING:
    from citator.graph.library import Library
    from citator.graph.update import PageBegun, Summary

__all__ = ["build", "export", "validate"]

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(
    cls=Command,
    examples=(
        ("citator build opinions/", f"read a folder into {NEW_LIBRARY}, or bring it up to date"),
        ("citator build opinions/ more.pdf -o chambers.citator", "folders and files into a library of your own naming"),
        ("citator build opinions/ --facts opinions.toml", "with what the texts do not say of themselves"),
    ),
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", "target", type=click.Path(path_type=Path), help=f"The library; {NEW_LIBRARY} when not given."
)
@click.option("--facts", type=_FILE, help="What is known of the decisions (a TOML file).")
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1), help="Processes that work.")
@quiet_option
@click.pass_context
def build(
    context: click.Context, paths: tuple[Path, ...], target: Path | None, facts: Path | None, jobs: int, quiet: bool
) -> None:
    """Read opinions, from files and folders, into a library.

    Folders are read with all that is below them. The library then holds exactly what was named; files that have not changed are not read again. Files
    that cannot be read are named on standard error, the rest is read, and the exit code is 4.
    """
    from citator.graph.update import update

    where = target or (context.find_root().obj or {}).get("library") or NEW_LIBRARY
    with reading_bar(quiet) as progress:
        done = update(Path(where), paths, facts=facts, jobs=jobs, progress=progress, page=partial(_page, jobs))
    for skipped in done.skipped:
        fail_softly(UnreadableInput(skipped.path, skipped.why))
    if not quiet:
        click.echo(_summary(Path(where), done), nl=False)
    gc.freeze()  # what is left in memory goes with the process, which need not look through it once more
    context.exit(UnreadableInput.exit_code if done.skipped else 0)


def _page(jobs: int, library: Library) -> PageBegun:
    from citator.queries.page import begin

    return begin(library, jobs)


def _summary(where: Path, done: Summary) -> str:
    from citator.graph.library import Library
    from citator.queries import summary

    with Library.open(where) as library:
        return summary.in_words(library, where, done)


@click.command(
    cls=Command,
    examples=(
        ("citator export --to ttl -o library.ttl", "Turtle, for any RDF tool"),
        ("citator export --to graphml -o library.graphml", "for networkx, Gephi, yEd"),
    ),
)
@click.option(
    "--to",
    "format_",
    required=True,
    type=click.Choice(["ttl", "jsonld", "nq", "graphml", "gexf", "csv"]),
    help="The format.",
)
@click.option("-o", "--output", "target", type=_FILE, help="Write to a file.")
@quiet_option
@with_library
def export(library: Library, format_: str, target: Path | None, quiet: bool) -> None:
    """Write the graph for other tools. The same library gives the same bytes every time."""
    from citator.graph.export import EXPORTS

    Output(target=target, quiet=quiet).write(EXPORTS[format_](library))


@click.command(cls=Command, examples=(("citator validate", "does the library keep its own rules"),))
@with_output()
@with_library
@click.pass_context
def validate(context: click.Context, library: Library, out: Output) -> None:
    """Check the library against its shapes and its own rules. Exit code 1 when something is wrong."""
    from citator.graph.validation import validate as check
    from citator.queries import results

    findings = check(library)
    out.show(results.of_findings(findings))
    context.exit(1 if findings else 0)
