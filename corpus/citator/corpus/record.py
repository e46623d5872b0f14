"""A Reading as JSON, and back without loss: what ``citator extract`` prints and the library keeps.

``schema()`` is the contract. Beyond what the contract names, a record carries what is needed to make
the very same Reading again (paragraphs, full spans, weights …). The text itself is not part of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any, get_args

from citator.corpus.model import (
    Actor,
    Basis,
    Citation,
    CitationKind,
    CitedFor,
    CitedForHow,
    Decision,
    Document,
    Footnote,
    Holding,
    Opinion,
    Page,
    Part,
    PartKind,
    Polarity,
    Reading,
    Scope,
    Signal,
    Span,
    Target,
    Treatment,
    TreatmentLabel,
    Unresolved,
)  # fmt: skip

__all__ = ["from_json", "schema", "to_json"]

Json = dict[str, Any]


def to_json(reading: Reading, *, explain: bool = False) -> Json:
    """The reading as plain dictionaries and lists, keys in a fixed order.

    With ``explain`` each treatment carries its ``trace``: the guards that were tried.
    """
    opinion, text = reading.opinion, reading.text
    document, decision = opinion.document, opinion.decision
    return {
        "source": {
            "path": document.path,
            "sha256": document.sha256,
            "characters": len(text),
            "format": document.format,
        },
        "decision": {
            **{
                f.name: getattr(decision, f.name)
                for f in fields(decision)
                if f.name not in ("basis", "other_citations")
            },
            "other_citations": list(decision.other_citations),
            "basis": dict(decision.basis),
        },
        "parts": [_flat(part) for part in opinion.parts],
        "announced": [{"kind": kind, "author": author} for kind, author in opinion.announced],
        "pages": [_flat(page) for page in opinion.pages],
        "footnotes": [_flat(note) for note in opinion.footnotes],
        "paragraphs": _pairs(opinion.paragraphs),
        "headings": _pairs(opinion.headings),
        "quotes": _pairs(opinion.quotes),
        "furniture": _pairs(opinion.furniture),
        "sentences": _pairs(reading.sentences),
        "citations": [_citation(citation, text) for citation in reading.citations],
        "treatments": [_treatment(treatment, text, explain) for treatment in reading.treatments],
        "holdings": [{**_flat(holding), "evidence": _span(holding.evidence, text)} for holding in reading.holdings],
        "cited_for": [{**_flat(item), "evidence": _span(item.evidence, text)} for item in reading.cited_for],
        "unresolved": [{**_span(item.span, text), "why": item.why} for item in reading.unresolved],
    }


def from_json(record: Json, text: str) -> Reading:
    """The Reading that ``to_json`` was given (a treatment's trace apart). ``text`` is the document's text.

    Raises ``KeyError`` or ``TypeError`` when ``record`` is no such record.
    """
    source, decision = record["source"], record["decision"]
    opinion = Opinion(
        document=Document(source["path"], source["sha256"], source["format"], text),
        decision=Decision(
            **{
                **decision,
                "other_citations": tuple(decision["other_citations"]),
                "basis": tuple(decision["basis"].items()),
            }
        ),
        parts=tuple(Part(**part) for part in record["parts"]),
        pages=tuple(Page(**page) for page in record["pages"]),
        footnotes=tuple(Footnote(**note) for note in record["footnotes"]),
        paragraphs=_spans(record["paragraphs"]),
        headings=_spans(record["headings"]),
        quotes=_spans(record["quotes"]),
        furniture=_spans(record["furniture"]),
        announced=tuple((item["kind"], item["author"]) for item in record["announced"]),
    )
    return Reading(
        opinion,
        citations=tuple(map(_read_citation, record["citations"])),
        treatments=tuple(map(_read_treatment, record["treatments"])),
        holdings=tuple(Holding(**{**item, "evidence": _read_span(item["evidence"])}) for item in record["holdings"]),
        cited_for=tuple(CitedFor(**{**item, "evidence": _read_span(item["evidence"])}) for item in record["cited_for"]),
        unresolved=tuple(Unresolved(_read_span(item), item["why"]) for item in record["unresolved"]),
        sentences=_spans(record["sentences"]),
    )


def _flat(value: Any) -> Json:
    return {f.name: getattr(value, f.name) for f in fields(value)}


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _spans(pairs: Iterable[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def _span(span: Span, text: str) -> Json:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _maybe_span(span: Span | None, text: str) -> Json | None:
    return None if span is None else _span(span, text)


def _read_span(value: Json) -> Span:
    return Span(value["start"], value["end"])


def _read_maybe_span(value: Json | None) -> Span | None:
    return None if value is None else _read_span(value)


_CITATION_PLAIN = (
    "kind", "cite", "name", "pin", "year", "court", "authority", "signal", "parallel_of", "history", "history_of",
    "part", "footnote", "page", "within", "depth", "string",
)  # fmt: skip
_CITATION_SPANS = ("full", "name_span", "parenthetical")


def _citation(citation: Citation, text: str) -> Json:
    return {
        **_span(citation.span, text),
        **{name: getattr(citation, name) for name in _CITATION_PLAIN},
        **{name: _maybe_span(getattr(citation, name), text) for name in _CITATION_SPANS},
        "weights": list(citation.weights),
    }


def _read_citation(value: Json) -> Citation:
    values: Json = {name: value[name] for name in _CITATION_PLAIN}
    values |= {name: _read_maybe_span(value[name]) for name in _CITATION_SPANS}
    return Citation(span=_read_span(value), weights=tuple(value["weights"]), **values)


_TREATMENT_PLAIN = (
    "treatment", "actor", "actor_name", "acting_case", "scope", "part", "footnote", "page", "basis", "confidence",
    "rule", "signal",
)  # fmt: skip
_TREATMENT_SPANS = ("extent", "proposition", "evidence")


def _treatment(treatment: Treatment, text: str, explain: bool) -> Json:
    record = {
        **{name: getattr(treatment, name) for name in _TREATMENT_PLAIN},
        "polarity": treatment.polarity,
        "targets": [_flat(target) for target in treatment.targets],
        **{name: _maybe_span(getattr(treatment, name), text) for name in _TREATMENT_SPANS},
    }
    return {**record, "trace": list(treatment.trace)} if explain else record


def _read_treatment(value: Json) -> Treatment:
    values: Json = {name: value[name] for name in _TREATMENT_PLAIN}
    values |= {name: _read_maybe_span(value[name]) for name in _TREATMENT_SPANS}
    return Treatment(targets=tuple(Target(**target) for target in value["targets"]), **values)


def schema() -> Json:
    """The JSON Schema (draft 2020-12) of a record; the closed lists are those of ``model``."""
    offset = {"type": "integer", "minimum": 0}
    string, maybe_string, maybe_integer = (
        {"type": "string"},
        {"type": ["string", "null"]},
        {"type": ["integer", "null"]},
    )
    span = _object(start=offset, end=offset, text=string)
    maybe_span = {"anyOf": [{"type": "null"}, span]}
    where = {"part": string, "footnote": maybe_string, "page": maybe_string}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Reading",
        "description": "Everything found in one opinion. Offsets are code points into the text of the document.",
        **_object(
            source=_object(path=string, sha256=string, characters=offset),
            decision={
                "type": "object",
                "properties": {
                    **{name: maybe_string for name in ("name", "citation", "court", "docket", "disposition")},
                    "date": {"type": ["string", "null"], "format": "date"},
                    "year": maybe_integer,
                    "en_banc": {"type": ["boolean", "null"]},
                    "other_citations": _list(string),
                    "basis": {"type": "object", "additionalProperties": string},
                },
            },
            parts=_list(_object(id=string, kind=_enum(PartKind), author=maybe_string, start=offset, end=offset)),
            pages=_list(_object(page=string, start=offset)),
            footnotes=_list(_object(number=string, part=string, ref=maybe_integer, start=offset, end=offset)),
            citations=_list(
                _object(
                    **span["properties"],
                    kind=_enum(CitationKind),
                    **{name: maybe_string for name in ("cite", "name", "pin", "court", "authority", "history")},
                    **{name: maybe_integer for name in ("year", "parallel_of", "history_of")},
                    signal={"enum": [None, *get_args(Signal)]},
                    parenthetical=maybe_span,
                    **where,
                )
            ),
            treatments=_list(
                _object(
                    treatment=_enum(TreatmentLabel),
                    polarity=_enum(Polarity),
                    actor=_enum(Actor),
                    acting_case=maybe_string,
                    targets={**_list(_object(authority=maybe_string, name=maybe_string)), "minItems": 1},
                    scope=_enum(Scope),
                    extent=maybe_span,
                    proposition=maybe_span,
                    evidence=span,
                    basis=_enum(Basis),
                    confidence={"type": "number", "minimum": 0, "maximum": 1},
                    rule=string,
                    **where,
                )
            ),
            holdings=_list(_object(evidence=span, **where)),
            cited_for=_list(_object(authority=string, evidence=span, how=_enum(CitedForHow), **where)),
            unresolved=_list(_object(**span["properties"], why=string)),
        ),
    }


def _object(**properties: Any) -> Json:
    return {"type": "object", "required": list(properties), "properties": properties}


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _enum(literal: Any) -> Json:
    return {"enum": list(get_args(literal))}
