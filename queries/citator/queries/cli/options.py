"""Options that several commands share, and what they come to."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from citator.corpus.errors import LibraryError, UsageError
from citator.queries.cli.output import Output

if TYPE_CHECKING:
    from citator.graph.library import Library

__all__ = [
    "FORMATS",
    "NEW_LIBRARY",
    "case_argument",
    "find_library",
    "library_option",
    "library_place",
    "quiet_option",
    "with_library",
    "with_output",
]

#: The names of ``citator.queries.tables.WRITERS``, known without importing them; a test holds the two equal.
FORMATS = ("table", "json", "csv", "md", "html")

#: Where ``build`` puts a library when nothing says otherwise.
NEW_LIBRARY = Path("opinions.citator")


def with_output(*choices: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add --format (one of ``choices``, all when none is given), --json, -o and --quiet; the command gets ``out``."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        @click.option("--format", "format_", type=click.Choice(choices or FORMATS), help="How to print the answer.")
        @click.option("--json", "as_json", is_flag=True, help="Short for --format json.")
        @click.option("-o", "--output", "target", type=_FILE, help="Write to a file; its ending tells the format.")
        @quiet_option
        @wraps(function)
        def command(
            *args: Any, format_: str | None, as_json: bool, target: Path | None, quiet: bool, **given: Any
        ) -> Any:
            return function(*args, out=Output(_format(format_, as_json, target), target, quiet), **given)

        return command

    return decorate


_FILE = click.Path(path_type=Path, dir_okay=False)


def _format(format_: str | None, as_json: bool, target: Path | None) -> str:
    """The format asked for: ``--format``, else ``--json``, else the ending of ``-o``, else a table."""
    from citator.queries.tables import ENDINGS

    if as_json and format_ not in (None, "json"):
        raise UsageError(f"--json and --format {format_} ask for two formats; give one of them")
    if as_json:
        return "json"
    return format_ or ENDINGS.get(target.suffix.lower() if target else "", "table")


def quiet_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --quiet; the same before the command's name counts too."""

    @click.option("--quiet", is_flag=True, help="No progress and no remarks on standard error.")
    @wraps(function)
    def command(*args: Any, quiet: bool, **given: Any) -> Any:
        return function(*args, quiet=quiet or bool(_given_before("quiet")), **given)

    return command


def case_argument(required: bool = True) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add CASE, which may be several words: who types a citation without quotes means it all the same."""
    return click.argument(
        "case", nargs=-1, required=required, metavar="CASE" if required else "[CASE]", callback=_joined
    )


def _joined(context: click.Context, parameter: click.Parameter, words: tuple[str, ...]) -> str | None:
    return " ".join(words) or None


def library_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --library alone; the command gets ``where`` and may call ``find_library``."""
    help_ = "The library to ask: a folder, or the address of a SPARQL endpoint."
    return click.option("--library", "where", metavar="LIBRARY", help=help_)(function)


def with_library(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --library; the command gets ``library``, open."""

    @library_option
    @wraps(function)
    def command(*args: Any, where: str | None, **given: Any) -> Any:
        with find_library(where) as library:
            return function(*args, library=library, **given)

    return command


def _given_before(name: str) -> Any:
    """An option that stood before the command's name."""
    return (click.get_current_context().find_root().obj or {}).get(name)


def library_place(given: str | Path | None) -> str | Path:
    """Which library is meant: the one given (``CITATOR_LIBRARY`` counts as given), else the nearest upwards.

    Raises ``LibraryError`` when there is none, ``UsageError`` when one folder holds several.
    """
    if given:
        return given
    for folder in (here := Path.cwd(), *here.parents):
        found = sorted(path for path in folder.glob("*.citator") if path.is_dir())
        if len(found) > 1:
            names = ", ".join(path.name for path in found)
            raise UsageError(f"{folder} holds {len(found)} libraries ({names}); say which with --library")
        if found:
            return found[0]
    raise LibraryError("no library here; make one with: citator build FOLDER")


def find_library(given: str | None) -> Library:
    """Open the library meant; ``given`` is what --library said, if anything."""
    from citator.graph.library import Library

    return Library.open(library_place(given or _given_before("library")))
