"""Stored queries: what their headers promise is what they are."""

from __future__ import annotations

import re

import pytest

from citator.corpus.errors import UsageError
from citator.graph.library import Library
from citator.queries import stored

from .conftest import Ask


@pytest.mark.parametrize("name", stored.names())
def test_header_names_every_parameter_and_column(library: Library, name: str) -> None:
    query = stored.load(name)
    gutierrez = "https://w3id.org/citator/id/990-f2d-472"
    values = {p.name: [gutierrez] if p.kind == "cases" else gutierrez for p in query.parameters}
    columns = {column for row in library.select(query.text, **values) for column in row}
    named = {column for column, _ in query.columns}
    assert query.title != name
    assert columns - named - set(values) == set()
    assert {parameter.name for parameter in query.parameters} <= set(re.findall(r"\?(\w+)", query.text))


def test_parameter_of_an_unknown_kind() -> None:
    with pytest.raises(UsageError, match="x: parameter case is of no known kind"):
        stored.parse("x", "# param case (judge): who\nSELECT * {}")


def test_optional_parameter() -> None:
    query = stored.parse("x", "# param until (number, optional): year\nSELECT * {}")
    assert stored.Parameter("until", "number", "year", True) == query.parameters[0]


def test_list_names_them_all(ask: Ask) -> None:
    listed = ask("query", "--list").stdout
    assert [name for name in stored.names() if f"\n{name} " not in listed] == []
