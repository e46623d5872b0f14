"""Word (.docx) → Document: paragraphs and tables in order, footnotes and endnotes tied to their marks.

python-docx gives no footnotes (1.1, 1.2), so their part of the package is read through lxml.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from citator.corpus.errors import UnreadableInput
from citator.corpus.formats.writer import Writer
from citator.corpus.model import Document, Facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOTES = {"footnoteReference": "/footnotes", "endnoteReference": "/endnotes"}
_LARGEST = 100 << 20  # bytes of XML; the longest opinions come to a few
_PROSE = 160  # characters; a cell that holds so much in one paragraph is no line of a caption
_QUOTE_INDENT = 700  # twips on both sides: what a block quotation is set in by


def read(data: bytes, path: str) -> Document:
    import docx

    if _unpacked(data) > _LARGEST:
        raise UnreadableInput(path, f"a Word file that unpacks to more than {_LARGEST >> 20} MB; save its text as .txt")
    try:
        package = docx.Document(io.BytesIO(data))
        reader = _Reader(package)
        reader.body()
    except Exception:  # of zipfile, zlib, lxml or python-docx; a broken file must not end a build
        raise UnreadableInput(path, "a damaged Word file; open it in Word and save it anew") from None
    writer = reader.writer
    writer.end_part()
    if not writer.text.strip():
        raise UnreadableInput(path, "no text in this Word file")
    return Document(path, hashlib.sha256(data).hexdigest(), "docx", writer.text, writer.marks, Facts())


def _unpacked(data: bytes) -> int:
    """The bytes of text in the package, as its directory says."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return sum(entry.file_size for entry in package.infolist() if entry.filename.endswith(".xml"))


class _Reader:
    def __init__(self, package: Any) -> None:
        self.package = package
        self.writer = Writer()
        self.count = 0
        self.notes = {kind: self._note_elements(suffix) for kind, suffix in _NOTES.items()}

    def _note_elements(self, suffix: str) -> dict[str, Any]:
        from lxml import etree

        for relation in self.package.part.rels.values():
            if not relation.is_external and relation.reltype.endswith(suffix):
                root = etree.fromstring(relation.target_part.blob)
                return {str(note.get(f"{_W}id")): note for note in root}
        return {}

    def body(self) -> None:
        for element in self.package.element.body.iterchildren():
            if element.tag == f"{_W}p":
                self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                self._table(element)
            elif element.tag == f"{_W}sdt":
                for paragraph in element.iter(f"{_W}p"):
                    self._paragraph(paragraph)

    def _paragraph(self, element: Any) -> None:
        self.writer.paragraph()
        start = self.writer.begin()
        self._runs(element, self.writer)
        if self._style(element).startswith(("Heading", "Title")):
            self.writer.heading(start)
        elif self._is_quote(element):
            self.writer.quote(start)

    def _table(self, element: Any) -> None:
        """A caption's columns are often a table; cells come out well apart and line by line, as on the page."""
        for row in element.iter(f"{_W}tr"):
            cells = [list(cell.iter(f"{_W}p")) for cell in row.iterchildren(f"{_W}tc")]
            self.writer.paragraph()
            if any(len(_plain(paragraph)) > _PROSE for cell in cells for paragraph in cell):
                for cell in cells:
                    for paragraph in cell:
                        self._paragraph(paragraph)
                continue
            for line in zip_longest(*cells):
                self._line([paragraph for paragraph in line if paragraph is not None and _plain(paragraph).strip()])
        self.writer.paragraph()

    def _line(self, cells: Sequence[Any]) -> None:
        for n, paragraph in enumerate(cells):
            if n:
                self.writer.verbatim("    ")
            self._runs(paragraph, self.writer)
        if cells:
            self.writer.line()

    def _runs(self, element: Any, writer: Writer) -> None:
        for node in _inline(element):
            name = str(node.tag).removeprefix(_W)
            if name == "t":
                writer.words(node.text or "")
            elif name in ("tab", "ptab"):
                writer.words(" ")
            elif name in ("br", "cr"):
                writer.line()
            elif name in ("noBreakHyphen", "softHyphen"):
                writer.words("-" if name == "noBreakHyphen" else "")
            elif name in _NOTES and writer is self.writer:
                self._note(name, node)

    def _note(self, kind: str, reference: Any) -> None:
        """A note in its place; a mark typed by hand, such as a star, stands behind the reference and is not counted."""
        element = self.notes[kind].get(str(reference.get(f"{_W}id")))
        if element is None:
            return
        typed = reference.getnext() if reference.get(f"{_W}customMarkFollows") in ("1", "true", "on") else None
        if typed is not None and typed.tag == f"{_W}t" and (typed.text or "").strip():
            number, typed.text = typed.text.strip(), ""
        else:
            self.count += 1
            number = str(self.count)
        self.writer.mark(number)
        body = self.writer.note(number)
        for n, paragraph in enumerate(element.iter(f"{_W}p")):
            if not n and not number.isdigit():
                _drop_label(paragraph, number)
            body.paragraph()
            self._runs(paragraph, body)

    def _style(self, element: Any) -> str:
        properties = element.find(f"{_W}pPr/{_W}pStyle")
        if properties is None:
            return ""
        style_id = str(properties.get(f"{_W}val"))
        style = next((style for style in self.package.styles if style.style_id == style_id), None)
        return str(style.name if style is not None else style_id)

    def _is_quote(self, element: Any) -> bool:
        if "quot" in self._style(element).lower():
            return True
        indent = element.find(f"{_W}pPr/{_W}ind")
        if indent is None:
            return False
        left = _twips(indent.get(f"{_W}left") or indent.get(f"{_W}start"))
        right = _twips(indent.get(f"{_W}right") or indent.get(f"{_W}end"))
        return left >= _QUOTE_INDENT and right >= _QUOTE_INDENT


def _inline(element: Any) -> Iterator[Any]:
    """Text, breaks and note marks of a paragraph, deleted text left out."""
    for node in element.iterchildren():
        name = str(node.tag).removeprefix(_W)
        if name in ("del", "moveFrom", "pPr", "rPr", "instrText"):
            continue
        if name in ("r", "hyperlink", "ins", "smartTag", "sdt", "sdtContent", "fldSimple", "moveTo"):
            yield from _inline(node)
        else:
            yield node


def _drop_label(paragraph: Any, label: str) -> None:
    """The mark repeated at the head of its note."""
    first = next((t for t in paragraph.iter(f"{_W}t") if (t.text or "").strip()), None)
    if first is not None and first.text.lstrip().startswith(label):
        first.text = first.text.lstrip().removeprefix(label)


def _plain(element: Any) -> str:
    return "".join(t.text or "" for t in element.iter(f"{_W}t"))


def _twips(value: str | None) -> int:
    try:
        return int(value or 0)
    except ValueError:
        return 0
