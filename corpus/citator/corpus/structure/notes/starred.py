"""Asterisk and dagger notes, each with the nearest such mark before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citator.corpus.model import Footnote, Part
from citator.corpus.structure.lines import Line
from citator.corpus.structure.notes.bodies import make_note
from citator.corpus.structure.pages import Sheets, is_rule

_STAR_NOTE = re.compile(r"(?:\[(\*{1,4}|†|‡)\]|(\*{1,4}|†|‡)(?!\d))\s*")
_STAR_MARK = re.compile(r"([*†‡]{1,4})(?![*†‡\w])")


def starred(
    text: str, lines: Sequence[Line], sheets: Sheets, parts: Sequence[Part], numbered: Sequence[Footnote]
) -> list[Footnote]:
    """Asterisk and dagger notes, each with the nearest such mark before it."""
    if "*" not in text and "†" not in text:
        return []
    page_marks = {span.start for span in sheets.marks}
    free = _free_stars(text, page_marks)
    used: set[int] = set()
    taken = sorted((note.start, note.end) for note in numbered)
    notes: list[Footnote] = []
    for i, line in enumerate(lines):
        if text[line.start] not in "*†‡[" or line.start in page_marks or i in sheets.furniture:
            continue
        match = _STAR_NOTE.match(text, line.start, line.end)
        if match is None or is_rule(text, line):
            continue
        symbol = match[1] or match[2]
        start = match.end() if match.end() < line.end else lines[i + 1].start if i + 1 < len(lines) else None
        ref = next((at for at, mark in reversed(free) if at < line.start and mark == symbol and at not in used), None)
        if start is None or ref is None:
            continue
        used.add(ref)
        limit = min(
            (lines[i + 1].start if i + 1 < len(lines) else len(text)) if match.end() < line.end else lines[i + 1].end,
            next((a for a, _ in taken if a > start), len(text)),
        )
        notes.append(make_note(text, symbol, start, limit, ref, parts))
    return notes


def _free_stars(text: str, page_marks: set[int]) -> list[tuple[int, str]]:
    """Stars and daggers after a word or a stop, which may call for a note."""
    found = []
    for match in _STAR_MARK.finditer(text):
        at = match.start()
        if at and at not in page_marks and (not text[at - 1].isspace() or not text[max(0, at - 2)].isspace()):
            found.append((at, match[1]))
    return found
