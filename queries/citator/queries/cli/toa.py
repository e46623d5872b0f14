"""``toa``: the table of authorities of a case held, or of a document."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from citator.queries.cli.frame import Command
from citator.queries.cli.options import find_library, library_option, with_output
from citator.queries.cli.output import Output

if TYPE_CHECKING:
    from citator.corpus.model import Reading

__all__ = ["toa"]


@click.command(
    cls=Command,
    examples=(
        ('citator toa "48 F.3d 1508" --format md', "of an opinion in the library"),
        ("citator toa brief.txt -o toa.html", "of a document, as a page to print"),
    ),
)
@click.argument("subject", metavar="CASE|FILE")
@click.option("--names", is_flag=True, help="Count pages on which a case is only named, too.")
@with_output()
@library_option
def toa(out: Output, subject: str, names: bool, where: str | None) -> None:
    """Make a table of authorities.

    Each authority stands once, with every page on which it is cited. Parallel citations are merged and subsequent history is appended. References that could not be
    resolved stand last. Only opinions whose text is held can be meant by a CASE.
    """
    from citator.queries import listings
    from citator.queries.authorities import authorities, locators

    title, reading = _subject(subject, where)
    rows = authorities(reading, names=names)
    out.show(listings.of_authorities(f"Table of authorities: {title}", rows, (locators(reading),)))


def _subject(subject: str, where: str | None) -> tuple[str, Reading]:
    """What the table is called, and the reading it is made from. A file that exists is meant before a case."""
    if subject == "-" or Path(subject).is_file():
        from citator.corpus import formats, reading
        from citator.corpus.facts import facts_beside

        if subject == "-":
            document = formats.read_bytes(sys.stdin.buffer.read(), "standard input")
        else:
            document = formats.read(subject)
        return document.path, reading.read_document(document, facts_beside(document.path))
    from citator.queries import held, lookup

    with find_library(where) as library:
        case = lookup.find(library, subject, held=True)
        return str(case), held.reading(library, case)
