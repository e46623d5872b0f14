"""RTF → Document. striprtf makes the text; footnotes, which it drops, are taken out first and tied to their places."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable

from citator.corpus.errors import UnreadableInput
from citator.corpus.formats.plain import decode
from citator.corpus.formats.writer import Writer
from citator.corpus.model import Document

_FOOTNOTE = re.compile(r"\{(?:\\\*)?\\footnote\b")
_HEADER = re.compile(r"\\ansicpg\d+")
_PLACE = re.compile(r"(\d{1,3}|[*†‡§]{1,4})?([\ue000-\uf8ff])")
_FIRST_PLACE = 0xE000
_COUNTED = "\\chftn"  # the number that a word processor counts
# A mark typed by hand: ``{\super 7}``, ``{\cs16\super *}``, and a dagger in Windows-1252.
_RAISED = re.compile(r"\\(?:super|up\d+)\b(?:\\[a-z]+-?\d*|\s)*?[ {](?P<label>\d{1,3}|\*{1,4}|\\'8[67])\s*\}*\s*$")
_LABEL = re.compile(r"\s*(\d{1,3}|[*†‡§]{1,4})[.)]?(?:\s+|(?<=[*†‡§]))")
_DAGGERS = {"\\'86": "†", "\\'87": "‡"}
_BEFORE = 120  # characters of the source before a note in which its mark stands


def read(data: bytes, path: str) -> Document:
    from striprtf import striprtf

    to_text: Callable[..., str] = striprtf.rtf_to_text
    source = data.decode("latin-1") if data.startswith(b"{") else decode(data)
    source, notes = _take_out_notes(source)
    codepage = _HEADER.search(source)
    wrap = f"{{\\rtf1\\ansi{codepage[0] if codepage else ''} %s}}"
    try:
        text = to_text(source, errors="replace")
        bodies = [(label, to_text(wrap % note, errors="replace")) for label, note in notes]
    except Exception as error:  # striprtf has no error of its own; a broken file must not end a build
        raise UnreadableInput(path, f"damaged RTF ({type(error).__name__}); save it anew as .rtf or .docx") from None
    writer = Writer()
    _write(text, bodies, writer)
    writer.end_part()
    if not writer.text.strip():
        raise UnreadableInput(path, "no text in this RTF")
    return Document(path, hashlib.sha256(data).hexdigest(), "rtf", writer.text, writer.marks)


def _take_out_notes(source: str) -> tuple[str, list[tuple[str | None, str]]]:
    """The source with a private character in place of each footnote group, and each group's label and inside.

    A label is what was typed as the mark; it is "" where the number is counted, None where the source does not say.
    """
    pieces: list[str] = []
    notes: list[tuple[str | None, str]] = []
    done = 0
    for match in _FOOTNOTE.finditer(source):
        if match.start() < done or len(notes) > 6000:
            continue
        end = _end_of_group(source, match.start())
        inside = source[match.end() : end - 1]
        begin = max(done, match.start() - _BEFORE)
        before = source[begin : match.start()]
        typed = _RAISED.search(before)
        label: str | None = None
        if typed:
            label = _DAGGERS.get(typed["label"], typed["label"])
            before = before[: typed.start("label")] + before[typed.end("label") :]
        elif _COUNTED in before or _COUNTED in inside:
            label = ""
        pieces.append(source[done:begin] + before + f"\\uc1\\u{_FIRST_PLACE + len(notes) - 65536}?")
        notes.append((label, inside))
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


def _write(text: str, bodies: list[tuple[str | None, str]], writer: Writer) -> None:
    """Lines are paragraphs; notes whose number was not typed count upwards."""
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
            label, body = bodies[index]
            printed = _LABEL.match(body)
            number, end = label, match.start(2)
            if number is None and match[1] and (printed is None or printed[1] == match[1]):
                number, end = match[1], match.start()
            if not number:
                count += 1
                number = str(count)
            writer.words(line[done:end])
            writer.mark(number)
            _write_note(body[printed.end() :] if printed and printed[1] == number else body, writer.note(number))
            done = match.end()
        writer.words(line[done:])


def _write_note(text: str, writer: Writer) -> None:
    for paragraph in text.split("\n"):
        writer.words(paragraph)
        writer.paragraph()
