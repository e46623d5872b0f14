"""A table as text: fitted to a terminal of ``width`` columns, or plain and never cut when it goes elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import StringIO
from typing import TYPE_CHECKING, Any

from citator.queries.tables.table import CaseName, Cell, Layout, Table, plain

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

__all__ = ["sheet", "write"]

UNCUT = 1_000_000
PAGE = 78  # where the dot leaders of an uncut table end


def write(table: Table, width: int | None = None, colour: bool = False) -> str:
    """``width`` in columns, ``None`` for no limit; ``colour`` allows terminal escapes (``NO_COLOR`` wins)."""
    from rich.text import Text

    console, out = sheet(width, colour)
    console.print(Text(table.title, style="bold"))
    if not table.records:
        console.print(table.nothing)
    for heading, records in table.groups():
        console.print()
        if heading:
            console.print(Text(heading, style="bold underline"))
        for block in _LAYOUTS[table.layout](table, records, width):
            console.print(block)
    if table.notes:
        console.print()
    for note in table.notes:
        console.print(note)
    return trimmed(out)


def sheet(width: int | None, colour: bool) -> tuple[Console, StringIO]:
    """Something to print on, and what it will hold. No markup or emoji: all words come from opinions."""
    from rich.console import Console

    out = StringIO()
    return (
        Console(
            file=out,
            width=width or UNCUT,
            force_terminal=colour,
            color_system="auto" if colour else None,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
        ),
        out,
    )


def trimmed(out: StringIO) -> str:
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n")).strip("\n") + "\n"


def _grid(table: Table, records: tuple[Any, ...], width: int | None) -> Iterator[RenderableType]:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as Grid

    grid = Grid(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in table.columns:
        grid.add_column(column.title, justify="right" if column.right else "left", overflow="fold")
    for record in records:
        grid.add_row(*map(_styled, table.cells(record)))
    yield grid


def _entries(table: Table, records: tuple[Any, ...], width: int | None) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    headline, *rest = table.columns
    for number, record in enumerate(records, 1):
        lead = f"{number}. "
        yield Text.assemble(lead, (plain(headline.show(record)), "bold"))
        indent = (0, 0, 0, len(lead))
        facts = [
            f"{column.title} {cell}" if column.title else cell
            for column in rest
            if not column.quote and not column.spoken and (cell := plain(column.show(record)))
        ]
        if facts:
            yield Padding(Text("; ".join(facts), style="dim"), indent, expand=False)
        for column in rest:
            if column.quote and (cell := plain(column.show(record))):
                label = f"{column.title}: " if column.title else ""
                yield Padding(Text(f"{label}“{cell}”"), indent, expand=False)


def _leaders(table: Table, records: tuple[Any, ...], width: int | None) -> Iterator[RenderableType]:
    from rich.cells import cell_len

    authority, pages = table.columns
    line = min(width or PAGE, PAGE)
    for record in records:
        where = plain(pages.show(record))
        entry = _styled(authority.show(record))
        # The entry hangs its second line and leaves the right third to the page numbers.
        lines = _hung(entry, line - min(len(where), line // 3) - 6)
        last = lines[-1]
        room = line - cell_len(last.plain) - 2
        dots = " " + "." * max(3, room - len(where)) + " "
        if len(where) > room - 3 and width is not None:
            lines.append(_text(where.rjust(line)))
        else:
            last.append(dots + where)
        yield from lines


def _hung(entry: Text, width: int) -> list[Text]:
    """An entry in lines of ``width``, all but the first set in by four."""
    from rich.console import Console

    console = Console(width=UNCUT, file=StringIO())
    first, *more = entry.wrap(console, max(width, 20)) or [entry]
    if not more:
        return [first]
    rest = entry[len(first.plain) :]
    rest = rest[len(rest.plain) - len(rest.plain.lstrip()) :]
    return [first, *(_text("    ") + line for line in rest.wrap(console, max(width - 4, 16)))]


def _text(words: str) -> Text:
    from rich.text import Text

    return Text(words)


def _styled(cell: Cell) -> Text:
    from rich.text import Text

    if isinstance(cell, CaseName):
        return Text.assemble((cell.name, "italic"), cell.rest)
    return Text(plain(cell))


_LAYOUTS: dict[Layout, Callable[[Table, tuple[Any, ...], int | None], Iterator[RenderableType]]] = {
    "grid": _grid,
    "entries": _entries,
    "leaders": _leaders,
}
