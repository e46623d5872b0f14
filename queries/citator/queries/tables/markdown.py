"""A table as GitHub-flavoured Markdown: groups are headings, names in italics, words of opinions stay words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from citator.queries.tables.table import CaseName, Cell, Table, plain

__all__ = ["write"]

# What Markdown would take for markup in the middle of a cell; "*" also stands for printed pages in opinions.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")


def write(table: Table) -> str:
    lines = [f"# {_words(table.title)}", ""]
    if not table.records:
        lines += [table.nothing, ""]
    for heading, records in table.groups():
        if heading:
            lines += [f"## {_words(heading)}", ""]
        if records:
            lines.append(_row(_words(column.title) for column in table.columns))
            lines.append(_row("---:" if column.right else "---" for column in table.columns))
            lines += [_row(map(_cell, table.cells(record))) for record in records]
            lines.append("")
    for note in table.notes:
        lines += [_words(note), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    if isinstance(cell, CaseName):
        return f"*{_words(cell.name)}*{_words(cell.rest)}" if cell.name else _words(cell.rest)
    return _words(plain(cell))


def _words(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words)
