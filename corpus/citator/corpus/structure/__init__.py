"""Document → Opinion: its parts and their authors, printed pages, footnotes, paragraphs, and whose decision it is."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from citator.corpus.model import Decision, Document, Facts, Opinion, Span
from citator.corpus.structure.caption import read_head
from citator.corpus.structure.lines import lay_out
from citator.corpus.structure.marked import settle_facts, settle_notes, settle_parts
from citator.corpus.structure.notes import find_notes
from citator.corpus.structure.notes.labelled import labels
from citator.corpus.structure.pages import paginate
from citator.corpus.structure.paragraphs import into_blocks
from citator.corpus.structure.parts import divide, with_notes_apart

__all__ = ["analyse"]


def merge(*sources: tuple[Facts | None, str | dict[str, str]]) -> Decision:
    """One Decision of what several sources say; the first to know a value wins, and ``basis`` says which it was."""
    values: dict[str, Any] = {}
    basis: dict[str, str] = {}
    for facts, how in sources:
        for field in fields(facts) if facts is not None else ():
            value = getattr(facts, field.name)
            if field.name != "source" and value not in (None, ()) and field.name not in values:
                values[field.name] = value
                basis[field.name] = how if isinstance(how, str) else how.get(field.name, "text")
        if "date" in values and "year" not in values:
            values["year"], basis["year"] = int(values["date"][:4]), basis["date"]
    return Decision(**values, basis=tuple(sorted(basis.items())))


def analyse(document: Document, facts: Facts | None = None) -> Opinion:
    """The structure of ``document``. What its markup knew is kept; the rest is told from the text.

    ``facts`` (a facts file) goes before what the document's own container said, and both before the text.
    """
    text, marks = document.text, document.marks
    layout = lay_out(text)
    sheets = paginate(text, layout)
    divided = divide(text, layout, sheets)
    parts = settle_parts(text, marks.parts) or divided.parts
    notes = settle_notes(marks.notes, parts) or find_notes(text, layout, sheets, parts)
    if not marks.parts:
        parts = with_notes_apart(text, parts, notes, [layout.lines[top].start for top in sheets.tops])
    blocks = into_blocks(text, layout, sheets, parts, notes)
    furniture = [Span(layout.lines[i].start, layout.lines[i].end) for i in sheets.furniture]
    furniture += [*(Span(start, end) for start, end in layout.margin), *labels(text)]
    pages = marks.pages or sheets.pages
    own = {page.start for page in pages}
    furniture += [mark for mark in sheets.marks if mark.start not in own]
    told, how = read_head(text, layout, sheets, parts, notes)
    decision = merge((facts, "facts file"), (settle_facts(document.facts), "container"), (told, how))
    return Opinion(
        document=document,
        decision=decision,
        parts=parts,
        pages=pages,
        footnotes=notes,
        paragraphs=blocks.paragraphs,
        headings=marks.headings or blocks.headings,
        quotes=marks.quotes or blocks.quotes,
        announced=() if marks.parts else divided.announced,
        furniture=tuple(sorted(furniture)),
    )
