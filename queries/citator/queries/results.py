"""Rows of a SPARQL answer, and the list of stored queries, as tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from citator.queries.cases import short_id
from citator.queries.tables import Cell, Column, Table

if TYPE_CHECKING:
    from citator.graph.library import Row
    from citator.queries.stored import StoredQuery

__all__ = ["of_rows", "of_stored"]


def of_rows(query: StoredQuery, rows: Sequence[Row]) -> Table:
    """Columns as the query returns them; without a row, those its header names."""
    names = list(rows[0]) if rows else [name for name, _ in query.columns]
    return Table(query.title, tuple(Column(name, name, _cell(name)) for name in names), tuple(rows))


def _cell(name: str) -> Callable[[Row], Cell]:
    def show(row: Row) -> Cell:
        value = row[name]
        return short_id(value) if isinstance(value, str) else value

    return show


def of_stored(queries: Sequence[StoredQuery]) -> Table:
    return Table(
        "Stored queries",
        (
            Column("name", "Name", lambda query: query.name),
            Column("title", "Answers", lambda query: query.title),
            Column("parameters", "Parameters", _parameters),
            Column("columns", "Columns", lambda query: ", ".join(name for name, _ in query.columns)),
        ),
        tuple(queries),
    )


def _parameters(query: StoredQuery) -> str:
    return "; ".join(f"{parameter.name}: {parameter.about}" for parameter in query.parameters)


def of_findings(findings: Sequence[Any]) -> Table:
    return Table(
        "What is wrong with this library",
        (
            Column("where", "Where", lambda finding: short_id(finding.where)),
            Column("what", "What", lambda finding: finding.what),
        ),
        tuple(findings),
        nothing="Nothing: the library keeps its shapes and its own rules.",
    )
