"""RTF → Document. striprtf makes the text; footnotes, which it drops, are taken out first and tied to their places."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable

from citator.corpus.errors import UnreadableInput
from citator.corpus.formats.writer import Writer
from citator.corpus.model import Document

_FOOTNOTE = re.compile(r"\{(?:\\\*)?\\footnote\b")
_HEADER = re.compile(r"\\ansicpg\d+")
_PLACE = re.compile(r"(\d{1,3})?([\ue000-\uf8ff])")
_FIRST_PLACE = 0xE000
_LABEL = re.compile(r"\s*\d{1,3}[.)]?\s+")


def read(data: bytes, path: str) -> Document:
    from striprtf import striprtf

    to_text: Callable[..., str] = striprtf.rtf_to_text
    source = data.decode("latin-1")
    source, notes = _take_out_notes(source)
    codepage = _HEADER.search(source)
    wrap = f"{{\\rtf1\\ansi{codepage[0] if codepage else ''} %s}}"
    try:
        text = to_text(source, errors="replace")
        bodies = [to_text(wrap % note, errors="replace") for note in notes]
    except Exception as error:  # striprtf has no error of its own; a broken file must not end a build
        raise UnreadableInput(path, f"damaged RTF ({type(error).__name__})") from None
    writer = Writer()
    _write(text, bodies, writer)
    writer.end_part()
    if not writer.text.strip():
        raise UnreadableInput(path, "no text in this RTF")
    return Document(path, hashlib.sha256(data).hexdigest(), "rtf", writer.text, writer.marks)


def _take_out_notes(source: str) -> tuple[str, list[str]]:
    """The source with a private character in place of each footnote group, and the groups' insides."""
    pieces: list[str] = []
    notes: list[str] = []
    done = 0
    for match in _FOOTNOTE.finditer(source):
        if match.start() < done or len(notes) > 6000:
            continue
        end = _end_of_group(source, match.start())
        pieces.append(source[done : match.start()] + f"\\uc1\\u{_FIRST_PLACE + len(notes) - 65536}?")
        notes.append(source[match.end() : end - 1])
        done = end
    pieces.append(source[done:])
    return "".join(pieces), notes


def _end_of_group(source: str, start: int) -> int:
    depth = 0
    at = start
    while at < len(source):
        char = source[at]
        if char == "\\":
            at += 2
            continue
        depth += (char == "{") - (char == "}")
        at += 1
        if not depth:
            return at
    return len(source)


def _write(text: str, bodies: list[str], writer: Writer) -> None:
    """Lines are paragraphs; a printed number before a note's place is the note's number, else they count upwards."""
    count = 0
    for line in text.replace("\t", " " * 4).split("\n"):
        if not line.strip():
            continue
        writer.paragraph()
        done = 0
        for match in _PLACE.finditer(line):
            index = ord(match[2]) - _FIRST_PLACE
            if index >= len(bodies):
                continue
            count += 1
            number = match[1] or str(count)
            writer.words(line[done : match.start()])
            writer.mark(number)
            body = writer.note(number)
            for paragraph in _LABEL.sub("", bodies[index], count=1).split("\n"):
                body.words(paragraph)
                body.paragraph()
            done = match.end()
        writer.words(line[done:])
