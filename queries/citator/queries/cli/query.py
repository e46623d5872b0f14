"""``query``: a stored SPARQL query, or one's own, read-only."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from citator.corpus.errors import UsageError
from citator.queries.cli.frame import Command
from citator.queries.cli.options import find_library, library_option, with_output
from citator.queries.cli.output import Output

if TYPE_CHECKING:
    from citator.graph.binding import Bindable
    from citator.graph.library import Library
    from citator.queries.stored import StoredQuery

__all__ = ["query"]


@click.command(
    cls=Command,
    examples=(
        ("citator query --list", "what can be asked"),
        ("citator query overruled", "every overruling, reversal and the like"),
        ("citator query citations-of --param case=Gutierrez --format csv", "a query with a parameter"),
        ("citator query mine.rq", "your own SPARQL; the prefixes c: and treatment: are known"),
    ),
)
@click.argument("which", required=False, metavar="NAME|FILE.rq")
@click.option("--list", "listing", is_flag=True, help="Name the stored queries, their parameters and columns.")
@click.option("--param", "given", multiple=True, metavar="NAME=VALUE", help="A value for a parameter; may be repeated.")
@click.option("--timeout", default=30.0, show_default=True, type=click.FloatRange(0.1), help="Seconds to allow.")
@with_output()
@library_option
def query(
    out: Output, which: str | None, listing: bool, given: tuple[str, ...], timeout: float, where: str | None
) -> None:
    """Ask the graph in SPARQL.

    A stored query by its name, or one of your own from a file (- for standard input). Queries only read.
    """
    from citator.queries import results, stored

    if listing:
        out.show(results.of_stored([stored.load(name) for name in stored.names()]))
        return
    if which is None:
        raise UsageError("say which query; citator query --list names them")
    asked = _query(which)
    with find_library(where) as library:
        values = _values(library, asked, given)
        rows = library.run_user_query(asked.text, values, timeout)
    out.show(results.of_rows(asked, rows))


def _query(which: str) -> StoredQuery:
    from citator.queries import stored

    if which == "-":
        return stored.parse("standard input", sys.stdin.read())
    if which in stored.names():
        return stored.load(which)
    path = Path(which)
    if path.suffix in (".rq", ".sparql") or path.is_file():
        try:
            return stored.parse(path.name, path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"cannot read {path}: {getattr(error, 'strerror', None) or 'no UTF-8 text'}") from None
    return stored.load(which)


def _values(library: Library, asked: StoredQuery, given: tuple[str, ...]) -> dict[str, Bindable]:
    """Parameter → value to bind: a case as its address, a number as a number, all else as it stands."""
    from citator.queries import lookup

    kinds = {parameter.name: parameter.kind for parameter in asked.parameters}
    values: dict[str, Bindable] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals:
            raise UsageError(f"--param {pair}: write NAME=VALUE")
        if kinds and name not in kinds:
            raise UsageError(f"{asked.name} has no parameter {name}; it has {', '.join(kinds)}")
        if kinds.get(name) == "case":
            values[name] = lookup.find(library, value).iri
        elif kinds.get(name) == "cases":
            values[name] = [lookup.find(library, value).iri]
        elif kinds.get(name) == "number":
            values[name] = _number(name, value)
        else:
            values[name] = value
    missing = [p.name for p in asked.parameters if not p.optional and p.name not in values]
    if missing:
        raise UsageError(f"{asked.name} needs --param {missing[0]}=VALUE")
    return values


def _number(name: str, value: str) -> int:
    try:
        return int(value)
    except ValueError:
        raise UsageError(f"--param {name}={value}: a whole number is wanted") from None
