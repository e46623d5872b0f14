"""Bytes → the name of the format they are in, by what they hold; bytes no reader takes are refused in a few words."""

from __future__ import annotations

import io
import re
import zipfile

from citator.corpus.errors import UnreadableInput
from citator.corpus.formats.plain import MARKED, decode

# What a file begins with, and how to call it to somebody who expected an opinion.
_NOT_TEXT: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG picture, not text"),
    (b"\xff\xd8\xff", "a JPEG picture, not text"),
    (b"GIF8", "a GIF picture, not text"),
    (b"II*\x00", "a TIFF picture, not text"),
    (b"MM\x00*", "a TIFF picture, not text"),
    (b"\x1f\x8b", "a gzip archive, not an opinion"),
    (b"7z\xbc\xaf", "a 7-Zip archive, not an opinion"),
    (b"\xd0\xcf\x11\xe0", "an old Word file (.doc); save it as .docx"),
    (b"\x7fELF", "a program, not text"),
    (b"MZ\x90", "a program, not text"),
    (b"SQLite format 3", "a database, not text"),
)
_SAMPLE = 1 << 16
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b") | {0x7F})
_WIDE = tuple(mark for mark, _ in MARKED)
_ZIPPED: tuple[tuple[str, str], ...] = (
    ("word/", "a damaged Word file; open it in Word and save it anew"),
    ("xl/", "an Excel workbook, not an opinion"),
    ("content.xml", "an OpenDocument file; save it as .docx"),
    ("", "a zip archive, not an opinion; unpack it first"),
)
_MARKUP = re.compile(
    rb"<(?:!doctype html|\?xml|!--|(?:html|head|body|div|p|pre|section|article|opinion|center|span|casebody|h\d|b|i|em|table|blockquote)"
    rb"\b[^<>]*>)",
    re.I,
)


def tell(data: bytes, path: str) -> str:
    """The key of READERS for ``data``; raises UnreadableInput when none would do.

    >>> tell(b"Id. at 3.", "a.txt"), tell(b"<p>Id. at 3.</p>", "a.txt"), tell(b'{"plain_text": "Id."}', "a.txt")
    ('text', 'html', 'json')
    """
    if data.startswith(_WIDE):
        data = decode(data).encode("utf-8", "replace")
    start = data[:_SAMPLE].lstrip(b"\xef\xbb\xbf \t\r\n\f\x00")
    if not start:
        raise UnreadableInput(path, "empty file" if not data else "no text in it")
    if data[:1024].find(b"%PDF-") >= 0:
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _tell_zip(data, path)
    for magic, what in _NOT_TEXT:
        if data.startswith(magic):
            raise UnreadableInput(path, what)
    if _looks_binary(data[:_SAMPLE]):
        raise UnreadableInput(path, "not a text file")
    if _MARKUP.match(start):
        return "html"
    if start[:1] in b"{[" and _looks_like_json(data):
        return "json"
    return "text"


def _tell_zip(data: bytes, path: str) -> str:
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise UnreadableInput(path, "a damaged zip or Word file; open it in Word and save it anew") from None
    if "word/document.xml" in names:
        return "docx"
    raise UnreadableInput(
        path, next(what for sign, what in _ZIPPED if any(name.startswith(sign) for name in names or [""]))
    )


def _looks_like_json(data: bytes) -> bool:
    """An object or a list of them; an opinion may begin with ``[`` or ``{`` too."""
    return re.match(rb'[\s\xef\xbb\xbf]*(?:\[\s*)?\{\s*(?:"|\})', data) is not None and data.rstrip()[-1:] in b"]}"


def _looks_binary(sample: bytes) -> bool:
    """More than one byte in twenty is a control character: no text, whatever its encoding."""
    return len(sample) - len(sample.translate(None, _CONTROL)) > len(sample) / 20
