"""Bytes → the name of the format they are in, by what they hold; bytes no reader takes are refused in a few words."""

from __future__ import annotations

from citator.corpus.errors import UnreadableInput

# What a file begins with, and how to call it to somebody who expected an opinion.
_NOT_TEXT: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG picture, not text"),
    (b"\xff\xd8\xff", "a JPEG picture, not text"),
    (b"GIF8", "a GIF picture, not text"),
    (b"II*\x00", "a TIFF picture, not text"),
    (b"MM\x00*", "a TIFF picture, not text"),
    (b"PK\x03\x04", "a zip archive, not an opinion"),
    (b"\x1f\x8b", "a gzip archive, not an opinion"),
    (b"\xd0\xcf\x11\xe0", "an old Word (.doc) file; save it as .docx"),
    (b"\x7fELF", "a program, not text"),
    (b"SQLite format 3", "a database, not text"),
)
_SAMPLE = 1 << 16
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b") | {0x7F})


def tell(data: bytes, path: str) -> str:
    """The key of READERS for ``data``.

    >>> tell(b"Id. at 3.", "a.txt")
    'text'
    """
    if not data.strip(b"\x00\xef\xbb\xbf \t\r\n\f"):
        raise UnreadableInput(path, "empty file" if not data else "no text in it")
    for magic, what in _NOT_TEXT:
        if data.startswith(magic):
            raise UnreadableInput(path, what)
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and _looks_binary(data[:_SAMPLE]):
        raise UnreadableInput(path, "not a text file")
    return "text"


def _looks_binary(sample: bytes) -> bool:
    """More than one byte in twenty is a control character: no text, whatever its encoding."""
    return len(sample) - len(sample.translate(None, _CONTROL)) > len(sample) / 20
