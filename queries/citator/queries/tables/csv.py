"""A table as CSV (RFC 4180): one header of column keys, nothing cut, cells never taken for formulas."""

from __future__ import annotations

import csv
from io import StringIO

from citator.queries.tables.table import Cell, Table, plain

__all__ = ["write"]


def write(table: Table) -> str:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*(["group"] if table.group else []), *(column.key for column in table.columns)])
    for heading, records in table.groups():
        for record in records:
            writer.writerow([*([heading] if table.group else []), *map(_safe, table.cells(record))])
    return out.getvalue()


def _safe(cell: Cell) -> str:
    """A spreadsheet would run a cell that begins like a formula; the words come from opinions, so quote them."""
    words = plain(cell)
    return f"'{words}" if isinstance(cell, str) and words[:1] in ("=", "+", "-", "@") else words
