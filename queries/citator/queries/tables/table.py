"""An answer ready to be written: records, and the columns that show them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Literal

__all__ = ["CaseName", "Cell", "Column", "Layout", "Table", "one_line", "plain"]

Layout = Literal["grid", "entries", "leaders"]


@dataclass(frozen=True, slots=True)
class CaseName:
    """A name to be set in italics, and what follows it in roman.

    >>> str(CaseName("Wayte v. United States", ", 470 U.S. 598 (1985)"))
    'Wayte v. United States, 470 U.S. 598 (1985)'
    """

    name: str
    rest: str = ""

    def __str__(self) -> str:
        return self.name + self.rest


Cell = str | int | float | bool | CaseName | None


@dataclass(frozen=True, slots=True)
class Column:
    """``key`` heads it in CSV, ``title`` everywhere else. ``show`` takes a record to what stands in the cell.

    ``quote`` marks words of an opinion, which a reader expects set apart. ``spoken`` marks what the headline
    of an entry says already: text leaves it out, the other formats keep it.
    """

    key: str
    title: str
    show: Callable[[Any], Cell]
    quote: bool = False
    right: bool = False
    spoken: bool = False


@dataclass(frozen=True)
class Table:
    """``records`` are frozen dataclasses; JSON prints them whole, the other formats through ``columns``.

    ``group`` names a heading for each run of records (they come sorted). Layouts, which only text
    and print care about: ``grid`` is rows and columns, ``entries`` one block a record (first column its
    headline), ``leaders`` two columns joined by dots. ``nothing`` is said in place of an empty table.
    """

    title: str
    columns: tuple[Column, ...]
    records: tuple[Any, ...]
    group: Callable[[Any], str] | None = None
    layout: Layout = "grid"
    notes: tuple[str, ...] = ()
    nothing: str = field(default="Nothing found.", kw_only=True)

    def groups(self) -> Iterator[tuple[str, tuple[Any, ...]]]:
        """Heading and its records; one heading, empty, when the table has no groups; nothing of nothing."""
        if self.group is None:
            if self.records:
                yield "", self.records
            return
        for heading, records in groupby(self.records, self.group):
            yield heading, tuple(records)

    def cells(self, record: Any) -> tuple[Cell, ...]:
        return tuple(column.show(record) for column in self.columns)


_BROKEN_WORD = re.compile(r"(?<=\w)-\s*\n\s*(?=[a-z])")


def one_line(words: str) -> str:
    """Words of an opinion without its line breaks; a hyphen at the end of a line stays, it may belong there.

    >>> one_line("a co-\\ndefendant's  sentence")
    "a co-defendant's sentence"
    """
    return " ".join(_BROKEN_WORD.sub("-", words).split())


def plain(cell: Cell) -> str:
    """A cell as words on one line.

    >>> plain(None), plain(True), plain(0.5), plain("two\\n lines")
    ('', 'yes', '0.50', 'two lines')
    """
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case float():
            return f"{cell:.2f}"
        case _:
            return one_line(str(cell))
