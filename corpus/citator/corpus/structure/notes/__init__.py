"""Lines → footnotes: note bodies found by their layout, each tied to the mark in the text that its number calls for.

Bodies stand at the foot of a page (under a rule, or by their number alone), or gathered at the end of an
opinion, numbered (``[1] …``, ``1 . …``, a number on a line of its own) or with the number lost (``. See …``), or
are labelled by the database the text comes from.
"""

from __future__ import annotations

from collections.abc import Sequence

from citator.corpus.model import Footnote, Part
from citator.corpus.structure.lines import Layout
from citator.corpus.structure.notes.bodies import candidates
from citator.corpus.structure.notes.feet import at_page_feet
from citator.corpus.structure.notes.gathered import gathered, numberless
from citator.corpus.structure.notes.labelled import labelled
from citator.corpus.structure.notes.starred import starred
from citator.corpus.structure.pages import Sheets

__all__ = ["find_notes"]


def find_notes(text: str, layout: Layout, sheets: Sheets, parts: Sequence[Part]) -> tuple[Footnote, ...]:
    """Every footnote, in the order of the bodies."""
    lines = layout.lines
    bodies = candidates(text, lines, sheets)
    layouts = [gathered(text, lines, bodies, parts), numberless(text, layout, parts)]
    if layout.wrapped:
        layouts.insert(0, at_page_feet(text, lines, sheets, bodies, parts))
    layouts.append(labelled(text, parts))
    notes = max(layouts, key=_tied)
    notes += starred(text, layout, sheets, parts, notes)
    return tuple(sorted(notes, key=lambda note: note.start))


def _tied(notes: Sequence[Footnote]) -> int:
    """How many marks the notes account for: the layout that ties most is the layout of the text."""
    return len({note.ref for note in notes if note.ref is not None})
