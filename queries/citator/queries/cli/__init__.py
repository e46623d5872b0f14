"""The command line: what was typed in, an answer or one ``Error:`` line out.

Every module holds one group of commands; each command parses, calls and prints. Nothing here imports
eyecite, rdflib or pyvis before a command that needs it runs, so that ``citator --help`` is quick.
"""

from __future__ import annotations

import click

from citator.queries.cli.frame import CommandTable

__all__ = ["COMMANDS", "main"]

#: Command → the module it stands in, in the order ``citator --help`` lists them.
COMMANDS: dict[str, str] = {
    "build": "library",
    "show": "cases",
    "status": "status",
    "treatments": "cases",
    "cites": "cases",
    "cited-by": "cases",
    "path": "chains",
    "chain": "chains",
    "splits": "points",
    "propositions": "points",
    "toa": "toa",
    "graph": "page",
    "export": "library",
    "query": "query",
    "validate": "library",
    "extract": "reading",
    "classify": "reading",
    "completion": "shell",
}


@click.group(
    name="citator",
    cls=CommandTable,
    commands_in=COMMANDS,
    context_settings={"max_content_width": 100},
    examples=(
        ("citator build opinions/", "read a folder of opinions into opinions.citator"),
        ('citator status "990 F.2d 472"', "is it still good law, and what says so"),
        ("citator treatments --by Caperna", "what one case does to the others"),
        ("citator toa Armstrong --format md", "its table of authorities"),
    ),
)
@click.version_option(package_name="citator", message="citator %(version)s")
@click.option(
    "--library",
    envvar="CITATOR_LIBRARY",
    help="The library to ask; else the nearest *.citator folder upwards.",
)
@click.option("--quiet", is_flag=True, help="No progress and no remarks on standard error.")
@click.pass_context
def main(context: click.Context, library: str | None, quiet: bool) -> None:
    """Read court opinions and say, with the sentence that proves it, what each does to every authority it cites.

    A CASE is a citation (any parallel, any spacing), a name or part of one, or an id.

    Exit codes: 0 done, 1 findings, 2 usage, 3 case unknown or ambiguous, 4 input unreadable,
    5 library missing or damaged, 130 interrupted.
    """
    context.obj = {"library": library, "quiet": quiet}
