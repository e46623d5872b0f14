"""Asterisk and dagger notes, each with the nearest such mark before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citator.corpus.model import Footnote, Part
from citator.corpus.structure.lines import Layout, Line
from citator.corpus.structure.notes.bodies import make_note
from citator.corpus.structure.pages import Sheets, is_rule

_DAGGERS = str.maketrans("\x86\x87", "†‡")  # as they stand in Windows-1252, read as Latin-1
_STAR_NOTE = re.compile(
    r"(?:\[(\*{1,4}|[†‡\x86\x87])\]|(\*{1,4}|[†‡\x86\x87])(?!\d))(?!(?:\s*[*•%])+\s*$|[ \t]\*)\s*"
)  # "* * * % *" leaves words out, and so does "* * * The rule"
_DONE = ".?!)”\"’'"
_FULL = 60  # characters; a line so long does not end its paragraph
_STAR_MARK = re.compile(r"(?<!\* )([*†‡\x86\x87]{1,4})(?![*†‡\w]| \*)")


def starred(
    text: str, layout: Layout, sheets: Sheets, parts: Sequence[Part], numbered: Sequence[Footnote]
) -> list[Footnote]:
    """Asterisk and dagger notes, each with the nearest such mark before it."""
    if "*" not in text and "†" not in text and "\x86" not in text:
        return []
    lines = layout.lines
    page_marks = {span.start for span in sheets.marks}
    bodies = _without_marks(list(_bodies(text, lines, sheets, page_marks)))
    if layout.wrapped:
        bodies = [body._replace(limit=_last_line(text, lines, sheets, body).end) for body in bodies]
    labels = [(lines[body.line].start, body.symbol) for body in bodies]
    their_own = (at + (text[at] == "[") for at, _ in labels)
    refs = _pair(_free_stars(text, page_marks.union(their_own)), labels)
    numbers = sorted(note.start for note in numbered)
    notes: list[Footnote] = []
    for body in bodies:
        ref = refs.get(lines[body.line].start)
        if ref is not None:
            following = numbers[bisect_right(numbers, body.start) :][:1] or [len(text)]
            notes.append(
                make_note(text, body.symbol.translate(_DAGGERS), body.start, min(body.limit, following[0]), ref, parts)
            )
    return notes


class _Body(NamedTuple):
    line: int
    symbol: str
    start: int
    limit: int
    alone: bool  # the symbol stands on a line of its own, as a raised mark may too


def _bodies(text: str, lines: Sequence[Line], sheets: Sheets, page_marks: set[int]) -> Iterator[_Body]:
    """Lines that open with a star or dagger; where it stands alone, the note is the next line."""
    for i, line in enumerate(lines):
        if text[line.start] not in "*†‡\x86\x87[" or line.start in page_marks or i in sheets.furniture:
            continue
        match = _STAR_NOTE.match(text, line.start, line.end)
        if match is None or is_rule(text, line):
            continue
        following = lines[i + 1] if i + 1 < len(lines) else None
        if match.end() < line.end:
            yield _Body(i, match[1] or match[2], match.end(), following.start if following else len(text), False)
        elif following is not None:
            yield _Body(i, match[1] or match[2], following.start, following.end, True)


def _last_line(text: str, lines: Sequence[Line], sheets: Sheets, body: _Body) -> Line:
    """Where printed lines end a note: before a blank line or the next sheet, or where a sentence is done and another
    indent or a note begins."""
    first = body.line + body.alone
    at = first
    for i in range(first + 1, len(lines)):
        line, before = lines[i], lines[at]
        if line.gap or i in sheets.furniture or i in sheets.tops or _STAR_NOTE.match(text, line.start, line.end):
            break
        usual = before.indent if at > first else line.indent
        short = before.end - before.start < _FULL or line.indent > before.indent
        if text[before.end - 1] in _DONE and (line.indent != usual or (at == first and short)):
            break
        at = i
    return lines[at]


def _without_marks(bodies: Sequence[_Body]) -> list[_Body]:
    """A symbol on a line of its own is the mark, not the note, where a note with its symbol comes later."""
    kept: list[_Body] = []
    noted: set[str] = set()
    for body in reversed(bodies):
        if not body.alone:
            noted.add(body.symbol)
        if not (body.alone and body.symbol in noted):
            kept.append(body)
    return kept[::-1]


def _free_stars(text: str, known: set[int]) -> list[tuple[int, str]]:
    """Stars and daggers after a word or a stop, which may call for a note."""
    found = []
    for match in _STAR_MARK.finditer(text):
        at = match.start()
        if at and at not in known and (not text[at - 1].isspace() or not text[max(0, at - 2)].isspace()):
            found.append((at, match[1]))
    return found


def _pair(marks: Sequence[tuple[int, str]], bodies: Sequence[tuple[int, str]]) -> dict[int, int]:
    """Body → mark. Bodies with no mark of their symbol between them take the last so many marks before them, in order."""
    pairs: dict[int, int] = {}
    for symbol in {symbol for _, symbol in bodies}:
        places = sorted(
            [(at, False) for at, s in marks if s == symbol] + [(at, True) for at, s in bodies if s == symbol]
        )
        unused: list[int] = []
        run: list[int] = []
        for at, is_body in [*places, (-1, False)]:
            if is_body:
                run.append(at)
                continue
            if run:
                taken = unused[-len(run) :]
                pairs.update(zip(run, taken, strict=False))
                del unused[len(unused) - len(taken) :]
                run = []
            unused.append(at)
    return pairs
