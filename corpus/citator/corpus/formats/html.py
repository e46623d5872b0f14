"""HTML or XML of an opinion → Document: CourtListener's markup, Harvard's (Caselaw Access Project), or a plain page.

Printed pages come from ``star-pagination`` spans and ``page-number`` elements, notes from the elements
that hold them, parts from ``<article class="opinion">`` and ``<opinion type="…">``.
"""

from __future__ import annotations

import hashlib
import re
from html import unescape

from lxml import html as lxml_html
from lxml.html import HtmlElement

from citator.corpus.errors import UnreadableInput
from citator.corpus.formats.plain import decode
from citator.corpus.formats.writer import Writer
from citator.corpus.model import Document, PartKind

_BLOCKS = frozenset((
    "p", "div", "section", "article", "aside", "blockquote", "pre", "center", "h1", "h2", "h3", "h4", "h5", "h6",
    "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "hr", "address", "header", "opinion", "author", "parties",
    "docketnumber", "court", "decisiondate", "otherdate", "attorneys", "judges", "syllabus", "summary",
    "disposition", "headnotes", "history", "footnote", "footnote_body", "casebody", "body", "main", "block_quote",
))  # fmt: skip
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_SKIPPED = frozenset(
    ["script", "style", "head", "nav", "form", "button", "svg", "title", "template", "noscript", "iframe"]
)
_DECORATION = re.compile(r"</?(?:font|b|i|u|em|strong|small|big|tt|s|center)(?:\s[^<>]*)?>", re.I)
_TAG = re.compile(r"<[^<>]*>")
_PAGE_TAGS = frozenset(("page-number", "page_number", "pagenumber"))
_NOTE_TAGS = frozenset(("footnote", "footnote_body"))
_MARK_TAGS = frozenset(("footnotemark", "footnote_reference"))
_PAGE = re.compile(r"\[?\*{0,4}\s*(?:Page\s+)?(\d{1,5})\]?$", re.I)
_NUMBER = re.compile(r"[\[(]?\s*(?:fn\.?|n\.?)?\s*(\d{1,3}|\*{1,4}|[†‡a-z])\s*[\])]?\.?$", re.I)
# The names that Harvard and CourtListener give to kinds of opinion.
KINDS: dict[str, PartKind] = {
    "majority": "lead", "unanimous": "lead", "lead": "lead", "lead-opinion": "lead", "combined": "lead", "opinion": "lead",
    "plurality": "plurality", "concurrence": "concurrence", "concurring": "concurrence", "dissent": "dissent",
    "dissenting": "dissent", "concurring-in-part-and-dissenting-in-part": "concurrence_in_part",
    "concurrence-in-part": "concurrence_in_part", "rehearing": "other", "remittitur": "other", "addendum": "other",
    "on-the-merits": "other", "on-motion-to-strike": "other", "per-curiam": "per_curiam",
}  # fmt: skip


def read(data: bytes, path: str) -> Document:
    writer = Writer()
    write_html(decode(data), writer)
    writer.end_part()
    if not writer.text.strip():
        raise UnreadableInput(path, "no text in this HTML")
    return Document(path, hashlib.sha256(data).hexdigest(), "html", writer.text, writer.marks)


def write_html(source: str, writer: Writer) -> None:
    """Write the text of ``source`` into ``writer``."""
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", source.replace("\x00", "").lstrip("\ufeff"))
    if not source.strip():
        return
    root = _parse(source)
    if root is None:
        root = _parse(_DECORATION.sub("", source))
    if root is not None:
        _Walk(writer, root).element(root)
        return
    for line in _TAG.sub("\n", source).splitlines():
        writer.paragraph()
        writer.words(unescape(line))


def _parse(source: str) -> HtmlElement | None:
    """The tree; None where tags left open nest deeper than libxml2 reads, which (2.14) drops the rest without a word."""
    parser = lxml_html.HTMLParser()
    root = lxml_html.document_fromstring(f"<div>{source}</div>", parser=parser)
    return None if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log) else root


class _Walk:
    """One pass over the elements, writing as it goes."""

    def __init__(self, writer: Writer, root: HtmlElement) -> None:
        self.writer = writer
        self.preformatted = 0
        notes = (element for element in root.iter() if isinstance(element.tag, str) and _is_note(element))
        self.note_ids = {str(inner.get("id")) for note in notes for inner in note.iter() if inner.get("id")}

    def element(self, element: HtmlElement) -> None:
        """Write ``element`` and what is in it, its tail left to the caller. Depth is bounded by the parser."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            return
        writer = self.writer
        classes = (element.get("class") or "").split()
        if label := _page_label(element, tag, classes):
            writer.page(label)
        elif tag == "span" and "num" in classes and _is_numbered_block(element.getparent()):
            pass  # paragraph numbers that a publisher of web pages added
        elif number := self._mark_number(element, tag, classes):
            writer.mark(number)
        elif _is_note(element) and (number := _note_number(element)):
            self._note(element, number)
        elif tag == "br":
            self._line()
        elif kind := _part_kind(element, tag, classes):
            writer.begin_part(kind, None)
            self._children(element)
            writer.end_part()
        else:
            self._block(element, tag, classes)

    def _block(self, element: HtmlElement, tag: str, classes: list[str]) -> None:
        writer = self.writer
        inline_pre = tag == "pre" and "inline" in classes
        if tag not in _BLOCKS or inline_pre:
            self.preformatted += inline_pre
            self._children(element)
            self.preformatted -= inline_pre
            return
        writer.paragraph()
        start = writer.begin()
        self.preformatted += tag == "pre"
        self._children(element)
        self.preformatted -= tag == "pre"
        if tag == "author" or "author" in classes:
            writer.name_author(" ".join(element.text_content().split()))
        if tag in ("blockquote", "block_quote"):
            writer.quote(start)
        elif tag in _HEADINGS:
            writer.heading(start)
        writer.paragraph()

    def _children(self, element: HtmlElement) -> None:
        self._text(element.text)
        for child in element:
            self.element(child)
            self._text(child.tail)

    def _text(self, text: str | None) -> None:
        if text:
            (self.writer.verbatim if self.preformatted else self.writer.words)(text)

    def _line(self) -> None:
        if self.preformatted:
            self.writer.verbatim("\n")
        else:
            self.writer.line()

    def _note(self, element: HtmlElement, number: str) -> None:
        outer = self.writer
        self.writer = outer.note(number)
        text = element.text
        label = _label_element(element, number)
        if label is None and text and (match := re.match(rf"\s*[\[(]?{re.escape(number)}[\])]?\.?\s*", text)):
            text = text[match.end() :]
        self._text(text)
        for child in element:
            if child is not label:
                self.element(child)
            self._text(child.tail)
        self.writer = outer

    def _mark_number(self, element: HtmlElement, tag: str, classes: list[str]) -> str | None:
        """The number of the note called for: ``<a class="footnote" href="#fn1">1</a>``, ``<footnotemark>1</footnotemark>``."""
        if tag in _MARK_TAGS:
            return _number(element)
        link = element if tag == "a" else next(iter(element.iter("a")), None) if tag == "sup" else None
        if link is None:
            return None
        target = (link.get("href") or "").removeprefix("#")
        if ("footnote" in classes or target in self.note_ids or "footnotemark" in classes) and target:
            return _number(element)
        return None


def _number(element: HtmlElement) -> str | None:
    match = _NUMBER.match(" ".join(element.text_content().split()))
    return match[1] if match else None


def _page_label(element: HtmlElement, tag: str, classes: list[str]) -> str | None:
    if tag not in _PAGE_TAGS and not {"star-pagination", "page-number", "page-label"}.intersection(classes):
        return None
    said = element.get("label") or element.get("data-label") or element.get("number") or element.text_content()
    match = _PAGE.match(said.strip())
    return match[1] if match else None


def _is_note(element: HtmlElement) -> bool:
    """An element that holds one note; the one that holds them all is often called ``footnotes``."""
    if element.tag in _NOTE_TAGS:
        return True
    classes = (element.get("class") or "").split()
    return element.tag in ("aside", "div", "p", "li") and "footnote" in classes


def _note_number(element: HtmlElement) -> str | None:
    said = element.get("label") or element.get("data-label")
    if said:
        return said.strip().strip("[]().") or None
    if not (element.text or "").strip():
        inner = next(iter(element), None)
        while inner is not None:
            if number := _number(inner):
                return number
            inner = None if (inner.text or "").strip() else next(iter(inner), None)
    match = re.match(r"\s*[\[(]?(\d{1,3}|\*{1,4}|[†‡a-z])[\])]?\.?(?:\s|$|[^\w])", element.text_content())
    return match[1] if match else None


def _label_element(element: HtmlElement, number: str) -> HtmlElement | None:
    """The child that prints the note's number, usually a link back to the mark."""
    if (element.text or "").strip():
        return None
    first = next(iter(element), None)
    while first is not None and _number(first) != number and not (first.text or "").strip() and len(first):
        first = first[0]
    if first is not None and _number(first) == number:
        if first.getparent() is not element:
            parent, tail = first.getparent(), first.tail
            if parent is not None:
                parent.text = (parent.text or "") + (tail or "")
                parent.remove(first)
            return None
        return first
    return None


def _is_numbered_block(element: HtmlElement | None) -> bool:
    return element is not None and "num" in (element.get("class") or "").split()


def _part_kind(element: HtmlElement, tag: str, classes: list[str]) -> PartKind | None:
    if tag == "opinion" or (tag == "article" and "opinion" in classes):
        return KINDS.get((element.get("type") or element.get("data-type") or "majority").lower(), "other")
    return None
