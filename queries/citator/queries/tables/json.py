"""A table's records as a JSON list, whole: every field under its own name, nothing rounded."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from typing import Any

from citator.queries.tables.table import Table

__all__ = ["dumps", "write"]


def write(table: Table) -> str:
    return dumps(list(table.records))


def dumps(value: Any) -> str:
    """Frozen dataclasses, tuples and plain values as JSON, keys in the order of the fields."""
    return json.dumps(value, default=_plain, ensure_ascii=False, indent=2) + "\n"


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(f"no JSON for {type(value).__name__}")
