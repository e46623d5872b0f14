"""JSON → Document, by whichever of the known kinds of record it holds; an API's page of results must hold just one."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from citator.corpus.errors import UnreadableInput
from citator.corpus.formats import caselaw, courtlistener
from citator.corpus.formats.plain import decode
from citator.corpus.model import Document

# Whether a record is of the kind, and its reader.
KINDS: tuple[tuple[Callable[[Mapping[str, Any]], bool], Callable[[Mapping[str, Any], bytes, str], Document]], ...] = (
    (caselaw.knows, caselaw.read),
    (courtlistener.knows, courtlistener.read),
)


def read(data: bytes, path: str) -> Document:
    try:
        record = json.loads(decode(data).lstrip("\ufeff"))
    except (ValueError, RecursionError):
        raise UnreadableInput(path, "broken JSON") from None
    record = _only(record, path)
    for knows, read_record in KINDS:
        if knows(record):
            try:
                return read_record(record, data, path)
            except (AttributeError, KeyError, TypeError, ValueError):
                raise UnreadableInput(path, "JSON of a known kind, but not as that kind is made") from None
    raise UnreadableInput(path, "JSON of no known kind (CourtListener or Caselaw Access Project)")


def _only(record: Any, path: str) -> Mapping[str, Any]:
    if isinstance(record, Mapping) and isinstance(record.get("results"), list):
        record = record["results"]
    if isinstance(record, list):
        if len(record) != 1:
            raise UnreadableInput(path, f"{len(record)} records in one file; give each its own")
        record = record[0]
    if not isinstance(record, Mapping):
        raise UnreadableInput(path, "JSON of no known kind (CourtListener or Caselaw Access Project)")
    return record
