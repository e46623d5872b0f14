"""A SPARQL query and values in, the query with the values in the places of its variables out.

A value takes a variable's place as a term, written as SPARQL writes terms, wherever the grammar allows one;
it can never become syntax. oxigraph's own substitution (0.5) wants every variable in the projection, and a
VALUES block at the end, rdflib's way, is not seen by a FILTER: so the query is read token by token.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from pyoxigraph import Literal, NamedNode

from citator.corpus.errors import UsageError

Value = str | int | float | bool | None
Bindable = Value | Sequence[str]
Token = tuple[str, str]  # kind and text

_TOKEN = re.compile(
    r"""
    (?P<skip>\s+|\#[^\n]*)
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<string>\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
  | (?P<variable>[?$]\w+)
  | (?P<name>[\w.-]*:(?:[\w:%.-]|\\.)*)
  | (?P<word>@?[A-Za-z_][\w-]*)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_READS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_REACHES_OUT = frozenset({"SERVICE", "FROM", "LOAD"})
_ENDS_OF_ORDER = frozenset({"HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES", "GROUP"})


@lru_cache(maxsize=256)
def _tokens(query: str) -> tuple[Token, ...]:
    return tuple((match.lastgroup or "", match.group()) for match in _TOKEN.finditer(query))


def check_reads_only(query: str) -> None:
    """Raise ``UsageError`` unless the query only reads, and only this library."""
    words = [text.upper() for kind, text in _tokens(query) if kind == "word"]
    verb = next((word for word in words if word not in ("BASE", "PREFIX")), "")
    if verb not in _READS:
        raise UsageError("a query must be a SELECT, ASK, CONSTRUCT or DESCRIBE: a library is never changed by a query")
    for word in sorted(_REACHES_OUT & set(words)):
        raise UsageError(f"{word} is not allowed: a query reads this library and nothing else")


def bind(query: str, values: Mapping[str, Bindable]) -> str:
    """Put each value in the place of its variable; ``None`` leaves the variable free.

    ``BOUND(?name)`` of a bound variable is true. A sequence of IRIs or strings fills the braces of
    ``VALUES ?name {}``. Raises ``UsageError`` for a name the query does not have.

    >>> bind("SELECT ?case { ?case c:year ?year FILTER(!BOUND(?since) || ?year >= ?since) }", {"since": 1990})
    'SELECT ?case { ?case c:year ?year FILTER(!true || ?year >= "1990"^^<http://www.w3.org/2001/XMLSchema#integer>) }'
    >>> bind("SELECT ?x { ?x rdfs:label ?label }", {"label": 'Doe" } INSERT'})
    'SELECT ?x { ?x rdfs:label "Doe\\\\" } INSERT" }'
    """
    tokens = _tokens(query)
    unknown = values.keys() - {text[1:] for kind, text in tokens if kind == "variable"}
    if unknown:
        raise UsageError(f"the query has no variable ?{min(unknown)}")
    single: dict[str, str] = {}
    several: dict[str, str] = {}
    for name, value in values.items():
        if isinstance(value, str | int | float):
            single[name] = _term(value)
        elif value is not None:
            several[name] = " ".join(map(_term, value))
    return "".join(_bound(tokens, single, several)) if single or several else query


def _term(value: str | int | float) -> str:
    try:
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            return str(NamedNode(value))
        return str(Literal(value))
    except ValueError as error:
        raise UsageError(f"no value for a query: {value!r}") from error


def _bound(tokens: Sequence[Token], single: Mapping[str, str], several: Mapping[str, str]) -> Iterator[str]:
    section, depth = "", 0  # where a bare variable is a name, not a term: behind SELECT, GROUP BY, ORDER BY
    i = 0
    while i < len(tokens):
        kind, text = tokens[i]
        name = text[1:] if kind == "variable" else ""
        word = text.upper() if kind == "word" else text
        if word in ("SELECT", "GROUP", "ORDER"):
            section, depth = word, 0
        elif word in ("{", "}", "WHERE") or (section in ("GROUP", "ORDER") and word in _ENDS_OF_ORDER):
            section = ""
        elif text in ("(", ")"):
            depth += 1 if text == "(" else -1
        ahead = _next(tokens, i + 1, 3) if word in ("BOUND", "VALUES") else []
        if word == "BOUND" and len(ahead) == 3 and tokens[ahead[1]][1][1:] in single:
            yield "true"
            i = ahead[2]
        elif word == "VALUES" and len(ahead) > 1 and (listed := tokens[ahead[0]][1])[1:] in several:
            yield f"VALUES {listed} {{ {several[listed[1:]]} "
            i = ahead[1]
        elif name in single:
            yield _in_place(single[name], text, section if depth == 0 else "")
        else:
            yield text
        i += 1


def _in_place(term: str, variable: str, section: str) -> str:
    if section == "SELECT":
        return f"({term} AS {variable})"
    return f"({term})" if section else term


def _next(tokens: Sequence[Token], i: int, count: int) -> list[int]:
    """The places of the next tokens that are not space."""
    return list(islice((j for j in range(i, len(tokens)) if tokens[j][0] != "skip"), count))
