"""A text file → a Document whose text is exactly the file decoded, so that offsets count in the file itself."""

from __future__ import annotations

import codecs
import hashlib

from citator.corpus.model import Document

MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as the mark of UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read(data: bytes, path: str) -> Document:
    return Document(path=path, sha256=hashlib.sha256(data).hexdigest(), format="text", text=decode(data))


def decode(data: bytes) -> str:
    """``data`` as text: UTF-16 or UTF-32 by its byte order mark, else UTF-8, else Windows-1252, else Latin-1.

    Nothing is normalised: line ends, NULs and a UTF-8 byte order mark stay where they are.

    >>> decode(b"\\xa7 1326 \\x97 see")
    '§ 1326 — see'
    """
    for mark, encoding in MARKED:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    for encoding in ("utf-8", "windows-1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
