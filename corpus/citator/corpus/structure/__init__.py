"""Document → Opinion: its parts and their authors, printed pages, footnotes, paragraphs, and whose decision it is."""

from __future__ import annotations

from citator.corpus.model import Document, Facts, Opinion, Span
from citator.corpus.structure.caption import read_caption
from citator.corpus.structure.lines import lay_out
from citator.corpus.structure.notes import find_notes
from citator.corpus.structure.pages import paginate
from citator.corpus.structure.paragraphs import into_blocks
from citator.corpus.structure.parts import divide

__all__ = ["analyse"]


def analyse(document: Document, facts: Facts | None = None) -> Opinion:
    """The structure of ``document``. What its markup knew is kept; the rest is told from the text.

    ``facts`` (a facts file) goes before what the document's own container said, and both before the text.
    """
    text, marks = document.text, document.marks
    layout = lay_out(text)
    sheets = paginate(text, layout)
    divided = divide(text, layout, sheets)
    parts = marks.parts or divided.parts
    notes = marks.notes or find_notes(text, layout, sheets, parts)
    blocks = into_blocks(text, layout, sheets, parts, notes)
    furniture = [Span(layout.lines[i].start, layout.lines[i].end) for i in sheets.furniture]
    furniture += [Span(start, end) for start, end in layout.margin]
    decision = read_caption(text, layout, sheets, divided, document.facts, facts)
    return Opinion(
        document=document,
        decision=decision,
        parts=parts,
        pages=marks.pages or sheets.pages,
        footnotes=notes,
        paragraphs=blocks.paragraphs,
        headings=marks.headings or blocks.headings,
        quotes=marks.quotes or blocks.quotes,
        announced=() if marks.parts else divided.announced,
        furniture=tuple(sorted(furniture)),
    )
