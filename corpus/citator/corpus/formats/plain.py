"""A text file → a Document whose text is exactly the file decoded, so that offsets count in the file itself."""

from __future__ import annotations

import codecs
import hashlib

from citator.corpus.model import Document


def read(data: bytes, path: str) -> Document:
    return Document(path=path, sha256=hashlib.sha256(data).hexdigest(), format="text", text=decode(data))


def decode(data: bytes) -> str:
    """``data`` as text: UTF-8, else UTF-16 by its byte order mark, else Windows-1252, else Latin-1.

    Nothing is normalised: line ends, NULs and a UTF-8 byte order mark stay where they are.

    >>> decode(b"\\xa7 1326 \\x97 see")
    '§ 1326 — see'
    """
    encodings = ["utf-8", "windows-1252"]
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings.insert(0, "utf-16")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
