"""A facts file (TOML) → what is known about each decision from outside its text.

::

    ["caperna.txt"]
    caption = "United States v. Caperna"
    citation = "251 F.3d 827"
    court = "ca9"
    year = 2001

A table is named after the file it speaks of. Dates are ``YYYY-MM-DD``; courts are ids of courts-db.
"""

from __future__ import annotations

import datetime
import tomllib
from functools import lru_cache
from pathlib import Path

from citator.corpus.errors import UsageError
from citator.corpus.model import Facts

__all__ = ["BESIDE", "facts_beside", "load_facts"]

BESIDE = "opinions.toml"
_FIELDS: dict[str, tuple[str, type | tuple[type, ...]]] = {
    "caption": ("name", str),
    "citation": ("citation", str),
    "other_citations": ("other_citations", list),
    "court": ("court", str),
    "date": ("date", (str, datetime.date)),
    "year": ("year", int),
    "docket": ("docket", str),
    "en_banc": ("en_banc", bool),
    "disposition": ("disposition", str),
    "source": ("source", str),
}


def load_facts(path: str | Path) -> dict[str, Facts]:
    """File name → Facts of every table in the file at ``path``.

    Raises UsageError when it is no TOML or says something that is not a fact about a decision.
    """
    try:
        tables = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: {(error.strerror or 'cannot be read').lower()}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not a facts file: {error}") from None
    return {name: _facts(path, name, table) for name, table in tables.items()}


def facts_beside(opinion: str | Path) -> Facts | None:
    """What the ``opinions.toml`` in the same folder says of ``opinion``; None when there is no such file or table."""
    path = Path(opinion)
    beside = path.parent / BESIDE
    return _read_once(beside, beside.stat().st_mtime_ns).get(path.name) if beside.is_file() else None


@lru_cache(maxsize=64)
def _read_once(path: Path, _changed: int) -> dict[str, Facts]:
    """A folder of opinions is read file by file; its facts need reading only when they have changed."""
    return load_facts(path)


def _facts(path: str | Path, name: str, table: object) -> Facts:
    if not isinstance(table, dict):
        raise UsageError(f'{path}: "{name}" is not a table named after a file')
    values: dict[str, object] = {}
    for key, value in table.items():
        if key not in _FIELDS:
            raise UsageError(f'{path}: "{name}" has {key!r}; known are {", ".join(_FIELDS)}')
        field, kind = _FIELDS[key]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise UsageError(f'{path}: "{name}": {key} = {value!r} is of the wrong kind')
        values[field] = (
            tuple(value) if isinstance(value, list) else str(value) if isinstance(value, datetime.date) else value
        )
    facts = Facts(**values)  # type: ignore[arg-type]
    if facts.date is not None:
        try:
            year = datetime.date.fromisoformat(facts.date).year
        except ValueError:
            raise UsageError(f'{path}: "{name}": date = {facts.date!r} is not YYYY-MM-DD') from None
        if facts.year not in (None, year):
            raise UsageError(f'{path}: "{name}": year {facts.year} is not the year of {facts.date}')
    return facts
