"""Caselaw Access Project JSON → Document: head matter, then every opinion of ``casebody`` as a part."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from citator.corpus.errors import UnreadableInput
from citator.corpus.formats.html import KINDS, write_html
from citator.corpus.formats.writer import Writer
from citator.corpus.model import Document, Facts

_DOCKET = re.compile(r"^\W*(?:Nos?\.|Docket Nos?\.|Case Nos?\.) ?", re.I)


def knows(record: Mapping[str, Any]) -> bool:
    return "casebody" in record


def read(record: Mapping[str, Any], data: bytes, path: str) -> Document:
    body = record["casebody"]
    if isinstance(body, Mapping) and "data" in body:
        body = body["data"]
    writer = Writer()
    if isinstance(body, str):
        write_html(body, writer)
    elif isinstance(body, Mapping):
        _write(body, writer)
    writer.end_part()
    if not writer.text.strip():
        raise UnreadableInput(path, "a Caselaw Access Project record without text")
    return Document(path, hashlib.sha256(data).hexdigest(), "caselaw", writer.text, writer.marks, _facts(record))


def _write(body: Mapping[str, Any], writer: Writer) -> None:
    _lines(_said(body, "head_matter"), writer)
    for opinion in body.get("opinions") or ():
        kind = KINDS.get(str(opinion.get("type") or "majority").lower(), "other")
        writer.begin_part(kind, _said(opinion, "author") or None)
        _lines(_said(opinion, "text"), writer)
        writer.end_part()


def _said(record: Mapping[str, Any], field: str) -> str:
    said = record.get(field)
    return said if isinstance(said, str) else ""


def _lines(text: str, writer: Writer) -> None:
    """A line is a paragraph in these records."""
    for line in text.splitlines():
        if line.strip():
            writer.paragraph()
            writer.words(line)
    writer.paragraph()


def _facts(record: Mapping[str, Any]) -> Facts:
    cites = [
        cite["cite"]
        for cite in record.get("citations") or ()
        if isinstance(cite, Mapping) and isinstance(cite.get("cite"), str) and cite["cite"]
    ]
    decided = str(record.get("decision_date") or "")
    court = record.get("court")
    court_name = str(court.get("name") or "") if isinstance(court, Mapping) else ""
    name = _said(record, "name_abbreviation") or _said(record, "name")
    docket = _DOCKET.sub("", _said(record, "docket_number")).strip(" .")
    return Facts(
        name=name or None,
        citation=cites[0] if cites else None,
        other_citations=tuple(cites[1:]),
        court=court_name or None,
        date=decided if re.fullmatch(r"\d{4}-\d\d-\d\d", decided) else None,
        year=int(decided[:4]) if re.match(r"\d{4}", decided) else None,
        docket=docket or None,
        source="Caselaw Access Project",
    )
