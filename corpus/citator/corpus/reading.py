"""The façade of the corpus layer: a file in, everything found in it out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from citator.corpus import citations, decision, formats, holdings, resolve, sentences, structure, treatments
from citator.corpus.model import Document, Facts, Reading
from citator.corpus.record import from_json, schema, to_json

__all__ = ["from_json", "read", "read_document", "schema", "to_json"]


def read(path: str | Path, facts: Facts | None = None, *, explain: bool = False) -> Reading:
    """Read one file.

    ``facts`` supplies what the text does not say of the decision. With ``explain`` each treatment tells
    which guards were tried.

    Raises ``UnreadableInput`` when the file holds no text.
    """
    return read_document(formats.read(Path(path)), facts, explain=explain)


def read_document(document: Document, facts: Facts | None = None, *, explain: bool = False) -> Reading:
    """Read a document already decoded: structure, citations, what they mean, what is done to them, what is held."""
    opinion = structure.analyse(document, facts)
    found, unresolved = resolve.resolve(opinion, citations.find(opinion))
    opinion = replace(opinion, decision=decision.identify(opinion, found, facts))
    bounds = sentences.split(opinion, found)
    acts = treatments.find(opinion, found, bounds, explain=explain)
    held, cited_for = holdings.find(opinion, found, bounds, acts)
    return Reading(opinion, found, acts, held, cited_for, unresolved, bounds)
