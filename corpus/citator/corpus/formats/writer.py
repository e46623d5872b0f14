"""What a reader of a marked-up format finds, piece by piece → clean text with the marks' offsets in it.

Paragraphs come out a blank line apart, page marks as ``*1298`` where they stood, footnote marks as their
number glued on, and the notes' own text, ``1. …``, after the part they belong to.
"""

from __future__ import annotations

import re
from collections import Counter

from citator.corpus.model import Footnote, Marks, Page, Part, PartKind, Span

_SPACE = re.compile(r"[ \t\r\n\f\v\xa0\u2000-\u200a\u202f]+")
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufeff")


class Writer:
    """Mutable while a file is read; ``text`` and ``marks`` are what comes of it."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._pending = ""  # white space owed before the next words
        self._pages: list[Page] = []
        self._quotes: list[Span] = []
        self._headings: list[Span] = []
        self._parts: list[Part] = []
        self._notes: list[Footnote] = []
        self._refs: dict[str, int] = {}
        self._waiting: list[tuple[str, Writer, str]] = []
        self._ids: Counter[str] = Counter()
        self._open_part: tuple[str, PartKind, str | None, int] | None = None

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    @property
    def marks(self) -> Marks:
        return Marks(
            pages=tuple(self._pages),
            parts=tuple(self._parts),
            notes=tuple(self._notes),
            quotes=tuple(self._quotes),
            headings=tuple(self._headings),
        )

    def words(self, text: str) -> None:
        """Running text; every run of white space in it counts as one blank."""
        text = _SPACE.sub(" ", text.translate(_INVISIBLE))
        if text.startswith(" ") and not self._pending:
            self._pending = " "
        stripped = text.strip(" ")
        if stripped:
            self._put(stripped)
            self._pending = " " if text.endswith(" ") else ""

    def verbatim(self, text: str) -> None:
        """Text set by hand, whose line ends and blanks mean something."""
        if text:
            self._put(text)

    def line(self) -> None:
        if not self._pending.startswith("\n"):
            self._pending = "\n"

    def paragraph(self) -> None:
        self._pending = "\n\n"

    def page(self, label: str) -> None:
        """A printed page begins here, be it within a word."""
        at = self._put(f"*{label}")
        self._pages.append(Page(label, at, self._length))

    def mark(self, number: str) -> None:
        """A note is called for here."""
        self._pending = "" if self._pending == " " else self._pending
        self._refs[number] = self._put(number)

    def note(self, number: str) -> Writer:
        """Where to write the text of note ``number``."""
        body = Writer()
        self._waiting.append((number, body, self._open_part[0] if self._open_part else ""))
        return body

    def begin_part(self, kind: PartKind, author: str | None) -> None:
        self.end_part()
        self.paragraph()
        name = "lead" if kind in ("lead", "plurality", "per_curiam") else kind
        self._ids[name] += 1
        part_id = name if self._ids[name] == 1 else f"{name}-{self._ids[name]}"
        self._open_part = (part_id, kind, author, -1)

    def name_author(self, author: str | None) -> None:
        """The author of the part being written, where its first words tell."""
        if self._open_part is not None and author:
            part_id, kind, known, start = self._open_part
            self._open_part = (part_id, kind, known or author, start)

    def end_part(self) -> None:
        """Write the notes that wait, and close the part."""
        self.write_notes()
        if self._open_part is not None:
            part_id, kind, author, start = self._open_part
            if start >= 0:
                self._parts.append(Part(part_id, kind, author, start, self._length))
            self._open_part = None

    def write_notes(self) -> None:
        for number, body, part in self._waiting:
            self.paragraph()
            self._put(f"{number}." if number.isdigit() else number)
            self._pending = " "
            self._flush()
            start = self._length
            self._adopt(body)
            self._notes.append(Footnote(number, part, self._refs.pop(number, None), start, self._length))
        self._waiting.clear()

    def begin(self) -> int:
        """Where the next words will stand: to be given back to ``quote`` or ``heading``."""
        return self._length + len(self._pending if self._length else "")

    def quote(self, start: int) -> None:
        if self._length > start:
            self._quotes.append(Span(start, self._length))

    def heading(self, start: int) -> None:
        if self._length > start:
            self._headings.append(Span(start, self._length))

    def _adopt(self, other: Writer) -> None:
        shift = self._length
        self._append(other.text)
        self._pages += [Page(page.page, page.start + shift, page.end + shift) for page in other._pages]
        self._quotes += [Span(quote.start + shift, quote.end + shift) for quote in other._quotes]
        self._pages.sort(key=lambda page: page.start)

    def _put(self, words: str) -> int:
        self._flush()
        at = self._length
        self._append(words)
        if self._open_part is not None and self._open_part[3] < 0 and words.strip():
            self._open_part = (*self._open_part[:3], at + len(words) - len(words.lstrip()))
        return at

    def _flush(self) -> None:
        if self._length:
            self._append(self._pending)
        self._pending = ""

    def _append(self, words: str) -> None:
        if words:
            self._pieces.append(words)
            self._length += len(words)
