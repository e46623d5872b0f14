"""A table as one HTML page that needs nothing else: escaped by its template, readable on paper."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from citator.queries.tables.table import CaseName, Table, plain

if TYPE_CHECKING:
    import jinja2

__all__ = ["write"]


def write(table: Table) -> str:
    return _template().render(table=table)


@cache
def _template() -> jinja2.Template:
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("citator.queries.tables", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["plain"] = plain
    environment.tests["case_name"] = lambda cell: isinstance(cell, CaseName)
    return environment.get_template("table.html")
