"""Rows of an answer in, a table to read, file or compute with out.

``WRITERS`` names the formats: ``--format NAME``, or the ending of the file given to ``-o``.
"""

from __future__ import annotations

from collections.abc import Callable

from citator.queries.tables import csv, html, json, markdown, text
from citator.queries.tables.table import CaseName, Cell, Column, Layout, Table

__all__ = ["ENDINGS", "WRITERS", "CaseName", "Cell", "Column", "Layout", "Table", "Writer"]

Writer = Callable[[Table], str]

WRITERS: dict[str, Writer] = {
    "table": text.write,
    "json": json.write,
    "csv": csv.write,
    "md": markdown.write,
    "html": html.write,
}

#: File ending → format, for ``-o FILE`` without ``--format``.
ENDINGS: dict[str, str] = {
    ".txt": "table",
    ".json": "json",
    ".csv": "csv",
    ".md": "md",
    ".html": "html",
    ".htm": "html",
}
