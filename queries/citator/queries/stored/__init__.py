"""Named SPARQL queries: a ``.rq`` file whose header says what it answers, what it asks for and what it returns.

::

    # title: Treatments of a case
    # param case (case): the case asked about
    # column treatment: the kind of treatment

A parameter's kind is ``case`` (looked up as everywhere), ``cases`` (the same, for ``VALUES ?name {}``), ``text`` or
``number``; it is bound, never written into the query. A parameter marked ``optional`` may stay unbound.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from citator.corpus.errors import UsageError

__all__ = ["Parameter", "StoredQuery", "load", "names", "parse"]

Kind = Literal["case", "cases", "text", "number"]


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    kind: Kind
    about: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class StoredQuery:
    """``columns`` are (variable, what it holds), in the order of the SELECT."""

    name: str
    title: str
    parameters: tuple[Parameter, ...]
    columns: tuple[tuple[str, str], ...]
    text: str


_PARAMETER = re.compile(r"# param (\w+) \((\w+)(, optional)?\): (.+)")
_COLUMN = re.compile(r"# column (\w+): (.+)")
_TITLE = re.compile(r"# title: (.+)")


def names() -> tuple[str, ...]:
    """Every stored query, sorted."""
    found = (entry.name for entry in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".rq") for name in found if name.endswith(".rq")))


@cache
def load(name: str) -> StoredQuery:
    """The stored query of that name. Raises ``UsageError`` when there is none."""
    if name not in names():
        raise UsageError(f"no stored query is called “{name}”; citator query --list names them")
    return parse(name, files(__name__).joinpath(f"{name}.rq").read_text(encoding="utf-8"))


def parse(name: str, text: str) -> StoredQuery:
    """A query and its header; a file without a header is a query without parameters.

    >>> parse("x", "# title: Courts\\n# column court: its id\\nSELECT ?court {}").columns
    (('court', 'its id'),)
    """
    title, parameters, columns = name, [], []
    for line in text.splitlines():
        if found := _TITLE.fullmatch(line):
            title = found[1]
        elif found := _PARAMETER.fullmatch(line):
            kind = next((kind for kind in get_args(Kind) if kind == found[2]), None)
            if kind is None:
                raise UsageError(f"{name}: parameter {found[1]} is of no known kind ({found[2]})")
            parameters.append(Parameter(found[1], kind, found[4], bool(found[3])))
        elif found := _COLUMN.fullmatch(line):
            columns.append((found[1], found[2]))
    return StoredQuery(name, title, tuple(parameters), tuple(columns), text)
