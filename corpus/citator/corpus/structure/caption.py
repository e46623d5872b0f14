"""The head of a decision → its name, citation, court, date, docket, and how each was worked out."""

from __future__ import annotations

from dataclasses import fields

from citator.corpus.model import Decision, Facts
from citator.corpus.structure.lines import Layout
from citator.corpus.structure.pages import Sheets
from citator.corpus.structure.parts import Divided


def read_caption(
    text: str, layout: Layout, sheets: Sheets, divided: Divided, container: Facts, facts: Facts | None
) -> Decision:
    values: dict[str, object] = {}
    basis: dict[str, str] = {}
    for source, how in ((facts, "facts file"), (container, "container")):
        if source is None:
            continue
        for field in fields(source):
            value = getattr(source, field.name)
            if field.name != "source" and value not in (None, ()) and field.name not in values:
                values[field.name] = value
                basis[field.name] = how
    return Decision(**values, basis=tuple(sorted(basis.items())))  # type: ignore[arg-type]
