"""CourtListener's JSON (API v3 and v4, and the bulk files) → Document: one opinion, or a cluster with all of its opinions."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any

from citator.corpus.errors import UnreadableInput
from citator.corpus.formats.html import write_html
from citator.corpus.formats.writer import Writer
from citator.corpus.model import Document, Facts, PartKind

# Where the text may be, best first.
_TEXTS = ("html_with_citations", "xml_harvard", "html_columbia", "html_lawbox", "html_anon_2020", "html", "plain_text")
# https://www.courtlistener.com/help/api/rest/case-law/: codes of the field ``type``; None is read from the text.
TYPES: dict[str, PartKind | None] = {
    "010combined": None, "015unamimous": "lead", "020lead": "lead", "025plurality": "plurality",
    "030concurrence": "concurrence", "035concurrenceinpart": "concurrence_in_part", "040dissent": "dissent",
    "050addendum": "other", "060remittitur": "other", "070rehearing": "other", "080onthemerits": "other",
    "090onmotiontostrike": "other", "100trialcourt": None,
}  # fmt: skip
_FLAT = "HTMLtext"
_PREFIX = re.compile(r"^CL_(?:opinion|cluster|docket|court)_")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_COURT_URL = re.compile(r"/courts/(\w+)/?$")
_HEAD_MATTER = ("headmatter", "syllabus", "headnotes", "summary", "disposition", "posture")
_CITE_FIELDS = (
    "federal_cite_one", "federal_cite_two", "federal_cite_three", "state_cite_one", "state_cite_two", "state_cite_three",
    "state_cite_regional", "specialty_cite_one", "scotus_early_cite", "neutral_cite", "lexis_cite", "westlaw_cite",
)  # fmt: skip


def knows(record: Mapping[str, Any]) -> bool:
    """Whether ``record`` is an opinion or a cluster of this kind."""
    return "sub_opinions" in record or "opinions" in record or any(field in record for field in (*_TEXTS, _FLAT))


def read(record: Mapping[str, Any], data: bytes, path: str) -> Document:
    record = _unflattened(record) if _FLAT in record else record
    opinions = [
        o for o in _sequence(record.get("sub_opinions")) or _sequence(record.get("opinions")) if isinstance(o, Mapping)
    ]
    opinions.sort(key=lambda opinion: str(opinion.get("type") or ""))
    writer = Writer()
    if opinions:
        for field in _HEAD_MATTER[:1]:
            write_html(str(record.get(field) or ""), writer)
        for opinion in opinions:
            _write(opinion, writer, alone=len(opinions) == 1)
    else:
        _write(record, writer, alone=True)
    writer.end_part()
    if not writer.text.strip():
        raise UnreadableInput(path, "a CourtListener record without text")
    sha = hashlib.sha256(data).hexdigest()
    return Document(path, sha, "courtlistener", writer.text, writer.marks, _facts(record))


def _unflattened(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """A row of a data set made from the bulk files: each level's name before its fields, the text in ``HTMLtext``."""

    def bare(value: Any) -> Any:
        return (
            {_PREFIX.sub("", key): bare(item) for key, item in value.items()} if isinstance(value, Mapping) else value
        )

    opinion: dict[str, Any] = bare(record)
    opinion["html_with_citations"] = opinion.pop(_FLAT)
    cluster = opinion.get("cluster")
    if isinstance(cluster, dict) and isinstance(cluster.get("docket"), dict):
        court = cluster["docket"].get("court")
        if isinstance(court, dict):
            cluster["docket"]["court"] = court.get("id") or court.get("resource_uri")
    return opinion


def _write(opinion: Mapping[str, Any], writer: Writer, *, alone: bool) -> None:
    field, text = _best_text(opinion)
    if not text.strip():
        return
    kind = TYPES.get(str(opinion.get("type") or "010combined"))
    if kind is None and not alone:
        kind = "lead"
    if kind is not None and "<opinion" not in text:
        writer.begin_part(kind, str(opinion.get("author_str") or "") or None)
    if field == "plain_text":
        writer.verbatim(text)
    else:
        write_html(text, writer)
    writer.end_part()


def _best_text(opinion: Mapping[str, Any]) -> tuple[str, str]:
    """The first field that has text, unless it is a mere summary of the plain text."""
    filled = [(field, said) for field in _TEXTS if isinstance(said := opinion.get(field), str) and said]
    if not filled:
        return "", ""
    field, text = filled[0]
    plain = dict(filled).get("plain_text", "")
    return ("plain_text", plain) if len(plain) > 4 * len(text) else (field, text)


def _facts(record: Mapping[str, Any]) -> Facts:
    cluster = record.get("cluster") if isinstance(record.get("cluster"), Mapping) else record
    assert isinstance(cluster, Mapping)
    docket = cluster.get("docket") if isinstance(cluster.get("docket"), Mapping) else {}
    assert isinstance(docket, Mapping)
    cites = _cites(cluster)
    filed = _DATE.match(str(cluster.get("date_filed") or ""))
    date = filed[0] if filed else None
    name = cluster.get("case_name") or cluster.get("case_name_full") or docket.get("case_name")
    return Facts(
        name=name if isinstance(name, str) and name else None,
        citation=cites[0] if cites else None,
        other_citations=tuple(cites[1:]),
        court=_court(docket) or _court(cluster),
        date=date,
        year=int(date[:4]) if date else None,
        docket=str(docket.get("docket_number") or cluster.get("docket_number") or "") or None,
        source="CourtListener",
    )


def _court(record: Mapping[str, Any]) -> str | None:
    court = record.get("court_id") or record.get("court")
    if isinstance(court, Mapping):
        court = court.get("id")
    if not isinstance(court, str):
        return None
    match = _COURT_URL.search(court)
    return match[1] if match else court if re.fullmatch(r"[a-z]\w*", court) else None


def _cites(cluster: Mapping[str, Any]) -> list[str]:
    """Citations of the decision; v4 has a list of volume, reporter and page, v3 a field for each sort."""
    found: list[str] = []
    for cite in _sequence(cluster.get("citations")):
        if isinstance(cite, Mapping) and cite.get("reporter"):
            found.append(f"{cite.get('volume')} {cite['reporter']} {cite.get('page')}")
        elif isinstance(cite, str):
            found.append(cite)
    found += [str(cluster[field]) for field in _CITE_FIELDS if cluster.get(field)]
    return list(dict.fromkeys(found))


def _sequence(value: object) -> Sequence[Any]:
    return value if isinstance(value, (list, tuple)) else ()
