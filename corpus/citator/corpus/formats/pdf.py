"""PDF → Document: paragraphs made whole again, running heads dropped, page numbers as page marks, notes tied to their marks."""

from __future__ import annotations

import hashlib
import io
import logging
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from citator.corpus.errors import UnreadableInput
from citator.corpus.formats.pdf_lines import PdfLine, PdfPage, Word, body_size, divide_pages, into_lines
from citator.corpus.formats.pdf_margins import edges, margins, usual_gap, usual_indents
from citator.corpus.formats.writer import Writer
from citator.corpus.model import Document

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_KEEPS_HYPHEN = frozenset(("non", "co", "self", "ex", "quasi", "anti", "cross", "well"))
_COUPLES = frozenset(("and", "or", "to", "versus"))  # "pre- and post-": the hyphen waits for the second word
_STARRED = re.compile(r"(.*?)(\*{1,4}|[†‡])$")
_STAR_PAGE = re.compile(r"\*{1,2}(\d{1,4})$")
_DONE = re.compile(r"[.?!:;][”\"’')\]]*\d{0,3}$")
_FIRM = re.compile(r"\b(?:vs?|Inc|Corp|Co|Ltd|Bros|et al)\.$", re.I)  # a full stop that ends no line of a caption
_SCANNED = 25  # characters a page; fewer, and the page is a picture


def read(data: bytes, path: str) -> Document:
    import pdfplumber
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every odd font
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            pages = [
                into_lines(page.extract_words(extra_attrs=["size"], x_tolerance_ratio=0.15)) for page in document.pages
            ]
            heights = [float(page.height) for page in document.pages]
            rules = [_rule(page) for page in document.pages]
    except Exception as error:  # pdfminer (20260107) lets through whatever a damaged file makes it stumble over
        if isinstance(error.args[0] if error.args else error, (PDFPasswordIncorrect, PDFEncryptionError)):
            raise UnreadableInput(path, "a PDF locked with a password; save it without one") from None
        raise UnreadableInput(path, "a damaged or locked PDF; print it to a new one") from None
    if sum(len(line.text) for page in pages for line in page) < _SCANNED * max(1, len(pages)):
        raise UnreadableInput(path, "no text in this PDF (scanned?); run it through text recognition first")
    writer = Writer()
    _Setter(writer, divide_pages(pages, heights, rules), body_size(pages)).write()
    writer.end_part()
    return Document(path, hashlib.sha256(data).hexdigest(), "pdf", writer.text, writer.marks)


def _rule(page: Any) -> float | None:
    """The height of a short line ruled across the lower part of the page."""
    ruled = [
        float(shape["top"])
        for shape in (*page.lines, *page.rects)
        if float(shape["height"]) < 3
        and 40 < float(shape["width"]) < 0.6 * float(page.width)
        and float(shape["top"]) > 0.25 * float(page.height)
    ]
    return max(ruled, default=None)


class _Setter:
    """Sets lines as paragraphs, in one pass over the pages."""

    def __init__(self, writer: Writer, pages: Sequence[PdfPage], size: float) -> None:
        self.writer = writer
        self.pages = pages
        self.size = size
        self.left, self.right = margins(pages)
        self.edges = edges(pages)
        self.known = {
            word.lower() for page in pages for line in (*page.body, *page.notes) for word in _WORD.findall(line.text)
        }
        self.paragraph: list[PdfLine] = []
        self.start = 0
        self.note: Writer | None = None
        self.last_note = 0
        self.called: set[int] = set()  # the marks raised in the text so far, less those whose notes are found
        self.raises = any(
            _raised_number(line, n) for page in pages for line in page.body for n in range(len(line.words))
        )
        self.stars: set[str] = set()  # the symbols that open notes of the page
        self.own_pages = not _has_star_pages(pages)
        self.usual = usual_indents(pages, size)
        self.gap = usual_gap(pages)
        self.last_note_line: PdfLine | None = None
        chains = [line for page in pages for line in page.body], [line for page in pages for line in page.notes]
        self.following = {id(line): after for chain in chains for line, after in pairwise(chain)}
        aligned = [(line, after) for chain in chains for line, after in pairwise(chain) if abs(line.x0 - after.x0) < 1]
        self.aligned = {id(line) for pair in aligned for line in pair}

    def write(self) -> None:
        for index, page in enumerate(self.pages):
            self.stars = {label for line in page.notes if (label := _star(line))}
            for position, line in enumerate(page.body):
                number = (page.number or str(index + 1)) if not position and index else None
                self._set(line, number)
                self.called.update(n for at in range(len(line.words)) if (n := _raised_number(line, at)))
            self._notes(page.notes)
        self._close()

    def _set(self, line: PdfLine, page_number: str | None) -> None:
        before = self.paragraph[-1] if self.paragraph else None
        goes_on = before is not None and self._goes_on(before, line, new_page=page_number is not None)
        if not goes_on:
            self._close()
            self.writer.paragraph()
        broken = goes_on and before is not None and self._broken_word(before, line)
        if page_number is not None:
            if goes_on and not broken:
                self.writer.words(" ")
            if self.own_pages:
                self.writer.page(page_number)
                if not broken:
                    self.writer.words(" ")
        elif goes_on and not broken:
            self.writer.words(" ")
        if not self.paragraph:
            self.start = self.writer.begin()
        self.paragraph.append(line)
        self._words(self.writer, line, cut_hyphen=self._ends_broken(line))

    def _words(self, writer: Writer, line: PdfLine, *, cut_hyphen: bool) -> None:
        if line.columns:
            writer.verbatim(line.text)
            return
        for n, word in enumerate(line.words):
            before = line.words[n - 1] if n else None
            if _raised_number(line, n):
                writer.mark(word.text)
                continue
            if before is not None and word.x0 - before.x1 >= 0.12 * line.size and word.text not in self.stars:
                writer.words(" ")
            last = n == len(line.words) - 1
            starred = _STARRED.match(word.text)
            if starred and starred[2] in self.stars and writer is self.writer:
                self.stars.discard(starred[2])
                writer.words(starred[1])
                writer.mark(starred[2])
            else:
                writer.words(word.text[:-1] if last and cut_hyphen else word.text)

    def _goes_on(self, before: PdfLine, line: PdfLine, *, new_page: bool) -> bool:
        if before.columns or line.columns:
            return False
        if self._is_centred(line) or self._is_centred(before):
            return not new_page and self._wraps_centred(before, line)
        indented = line.x0 - before.x0 > 0.7 * self.size
        if new_page:
            return not _DONE.search(before.text) or (
                before.x1 > self.right - 3 * self.size and line.x0 < self.left + 0.7 * self.size
            )
        if line.top - before.bottom > 1.3 * max(self.size, before.bottom - before.top) and not self._double_spaced():
            return False
        outdented = before.x0 - line.x0 > 0.7 * self.size and len(self.paragraph) > 1
        edge = self.edges.get(round(before.x0), self.right)
        word = line.words[0]
        had_room = before.x1 + 0.8 * self.size + word.x1 - word.x0 < edge
        widens = before.x0 - line.x0 > 1 and line.x1 > edge + self.size and len(self.paragraph) > 1
        return not (indented or outdented or had_room or widens)

    def _wraps_centred(self, before: PdfLine, line: PdfLine) -> bool:
        """Both lines are centred, and the one above had no room for the first word of the other."""
        room = before.x0 - self.left + self.right - before.x1
        word = line.words[0]
        return (
            self._is_balanced(before)
            and self._is_balanced(line)
            and line.top - before.bottom < self.gap + 0.25 * self.size
            and room < 0.25 * self.size + word.x1 - word.x0
            and not (_DONE.search(before.text) and not _FIRM.search(before.text))
        )

    def _double_spaced(self) -> bool:
        return self.gap > 0.8 * self.size

    def _is_centred(self, line: PdfLine) -> bool:
        return min(line.x0 - self.left, self.right - line.x1) > 2.5 * self.size and self._is_balanced(line)

    def _is_balanced(self, line: PdfLine) -> bool:
        """It stands as far from the left margin as from the right, and not where other lines begin."""
        left, right = line.x0 - self.left, self.right - line.x1
        return id(line) not in self.aligned and round(line.x0) not in self.usual and abs(left - right) < 3 * self.size

    def _ends_broken(self, line: PdfLine) -> bool:
        """The line ends in a hyphen that only parts a word, as far as the next line is known to go on."""
        text = line.words[-1].text
        return len(text) > 2 and text[-1] == "-" and text[-2].isalpha() and self._loses_hyphen(line)

    def _loses_hyphen(self, line: PdfLine) -> bool:
        following = self.following.get(id(line))
        if following is None:
            return False
        first, second = _tail(line.words[-1].text[:-1]), _lead(following.words[0].text)
        if not second or not second[0].islower():
            return False
        if f"{first}-{second}".lower() in self.known or second in _COUPLES:
            return False
        return (first + second).lower() in self.known or first.lower() not in _KEEPS_HYPHEN

    def _broken_word(self, before: PdfLine, line: PdfLine) -> bool:
        last, first = before.words[-1].text, line.words[0].text
        if not (last.endswith("-") and last[-2:-1].isalnum()) or _lead(first) in _COUPLES:
            return False
        return first[:1].islower() or last[-2].isdigit() or last[-2].isupper() or first[:1].isdigit()

    def _close(self) -> None:
        if self.paragraph:
            lines = self.paragraph
            if len(lines) <= 2 and all(self._is_centred(line) for line in lines):
                self.writer.heading(self.start)
            elif all(line.x0 > self.left + 1.5 * self.size for line in lines) and len(lines) > 1:
                self.writer.quote(self.start)
        self.paragraph = []

    def _notes(self, lines: Sequence[PdfLine]) -> None:
        """Notes go on over lines and pages until the next number."""
        for line in lines:
            number, words = self._note_number(line)
            if number is not None:
                self.note = self.writer.note(number)
            elif self.note is None:
                continue
            elif line.x0 > self.left + 0.7 * self.size:
                self.note.paragraph()
            elif self.last_note_line is not None and not self._broken_word(self.last_note_line, line):
                self.note.words(" ")
            self.last_note_line = line
            self._words(self.note, words, cut_hyphen=self._ends_broken(line))

    def _note_number(self, line: PdfLine) -> tuple[str | None, PdfLine]:
        """The number that a note's first line opens with, and the line without it.

        A number not raised may be of a citation that goes on; the note it would open must be due.
        """
        rest = PdfLine(line.words[1:], line.top, line.bottom, line.size) if len(line.words) > 1 else line
        if star := _star(line):
            word = line.words[0]
            return star, rest if word.text == star else replace(line, words=(_without(word, star), *line.words[1:]))
        match = re.match(r"(\d{1,3})[.)]?$", line.words[0].text)
        if match is None or rest is line or not int(match[1]):
            return None, line
        number = int(match[1])
        due = number == self.last_note + 1 or (number == 1 and self.last_note_line is None)
        if line.words[0].raised or number in self.called or (due and not self.raises):
            self.last_note = number
            self.called.discard(number)
            return match[1], rest
        return None, line


def _raised_number(line: PdfLine, at: int) -> int:
    """The number of the mark that the word is, or 0."""
    word = line.words[at]
    return int(word.text) if at and word.raised and word.text.isdecimal() and len(word.text) <= 3 else 0


def _star(line: PdfLine) -> str | None:
    """The star or dagger that a note's first line opens with."""
    match = re.match(r"(\*{1,4}|[†‡])(?![*\d])", line.words[0].text)
    return match[1] if match and not all(set(word.text) <= set("*. ") for word in line.words) else None


def _without(word: Word, label: str) -> Word:
    return replace(word, text=word.text.removeprefix(label))


def _has_star_pages(pages: Sequence[PdfPage]) -> bool:
    """The text carries the pages of a reporter, which are the ones that are cited: ``*1298`` … ``*1299``."""
    words = (word.text for page in pages for line in page.body for word in line.words)
    numbers = [int(match[1]) for text in words if (match := _STAR_PAGE.match(text))]
    return any(after == before + 1 for before, after in pairwise(numbers))


def _tail(text: str) -> str:
    match = re.search(r"[A-Za-z]+$", text)
    return match[0] if match else ""


def _lead(text: str) -> str:
    match = re.match(r"[A-Za-z]+", text)
    return match[0] if match else ""
