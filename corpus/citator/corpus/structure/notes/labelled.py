"""Footnotes that a legal database sets apart in words, each tied to its mark.

Either every place is a link (``counsel.1Link to the text of the note`` … ``1Link to the location of the note in the
document``), or the notes of a page stand between the lines ``- - - Footnotes - - -`` and ``- - - End Footnotes - - -``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from citator.corpus.model import Footnote, Part, Span
from citator.corpus.structure.notes.bodies import make_note
from citator.corpus.structure.notes.marks import find_marks

_LINKED_MARK = re.compile(r"(?P<number>\d{1,3})Link to the text of the note")
_LINKED_BODY = re.compile(r"^[ \t]*(?P<number>\d{1,3})Link to the location of the note in the document\s*", re.M)
_HEADNOTE = re.compile(r"\bHN\d{1,2}(?:\s{0,2}LEdHN\[\w{1,3}\] ?\[\w{1,3}\]|(?= ))|\bLEdHN\[\w{1,3}\] ?\[\w{1,3}\]")
_BLOCK = re.compile(r"^[ \t]*(?:- ?){3,}Footnotes ?(?:- ?){3,}$(?P<notes>.*?)(?:^[ \t]*(?:- ?){3,}End Footnotes ?(?:- ?){3,}$|\Z)", re.M | re.S)  # fmt: skip
_IN_BLOCK = re.compile(r"^[ \t]*(?P<number>\d{1,3})[ \t]+(?=\S)", re.M)


def labelled(text: str, parts: Sequence[Part]) -> list[Footnote]:
    """The notes of a text that a database has labelled; none in any other."""
    return list(_linked(text, parts)) + list(_in_blocks(text, parts))


def labels(text: str) -> list[Span]:
    """The links that the marks are, and the numbers of a database's headnotes: ``HN5 LEdHN[5] [5]``."""
    found = [Span(*mark.span()) for mark in _LINKED_MARK.finditer(text)] if "Link to the text" in text else []
    if "HN1 " in text or "LEdHN[" in text:
        found += [Span(*mark.span()) for mark in _HEADNOTE.finditer(text)]
    return found


def _linked(text: str, parts: Sequence[Part]) -> Iterator[Footnote]:
    if "Link to the location" not in text:
        return
    marks = list(_LINKED_MARK.finditer(text))
    bodies = list(_LINKED_BODY.finditer(text))
    for body, following in zip(bodies, [*bodies[1:], None], strict=True):
        end = following.start() if following else len(text)
        own = next((mark for mark in marks if mark["number"] == body["number"] and mark.start() < body.start()), None)
        if own is not None:
            marks.remove(own)
        yield make_note(text, body["number"], body.end(), end, own.start() if own else None, parts)


def _in_blocks(text: str, parts: Sequence[Part]) -> Iterator[Footnote]:
    if "Footnotes -" not in text:
        return
    blocks = list(_BLOCK.finditer(text))
    marks = find_marks(text, bracketed=False)
    begin = 0  # where the text that a block belongs to begins: behind the last mark, out of the block before
    for block in blocks:
        for note, following in pairwise([*_numbered(block), None]):
            assert note is not None
            number, end = int(note["number"]), following.start() if following else block.end("notes")
            fitting = [mark for mark in marks if begin <= mark.start < block.start() and mark.number == number]
            own = max(fitting, key=lambda mark: (mark.weight, -mark.start), default=None)
            begin = own.start if own else begin
            yield make_note(text, note["number"], note.end(), end, own.start if own else None, parts)
        begin = block.end()


def _numbered(block: re.Match[str]) -> Iterator[re.Match[str]]:
    """The lines of a block that begin a note: their numbers follow one another."""
    due = None
    for line in _IN_BLOCK.finditer(block.string, *block.span("notes")):
        if due is None or int(line["number"]) == due:
            due = int(line["number"]) + 1
            yield line
