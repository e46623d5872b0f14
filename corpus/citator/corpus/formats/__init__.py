"""A file's bytes → a Document: clean text, with what its markup said about structure beside it.

A format is told by content, never by name. To add one: a module with ``read(data, path) -> Document``,
a row in ``READERS``, and its sign in ``sniff``.
"""

from __future__ import annotations

import errno
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from citator.corpus.errors import UnreadableInput
from citator.corpus.formats.sniff import tell
from citator.corpus.model import Document

__all__ = ["READERS", "read", "read_bytes"]

Reader = Callable[[bytes, str], Document]


def _reader(module: str) -> Reader:
    """The ``read`` of a module of this package, imported when first used: some pull in large libraries."""

    def read(data: bytes, path: str) -> Document:
        document: Document = import_module(f"{__name__}.{module}").read(data, path)
        return document

    return read


READERS: dict[str, Reader] = {
    "text": _reader("plain"),
    "html": _reader("html"),
    "json": _reader("json_records"),
    "pdf": _reader("pdf"),
    "docx": _reader("docx"),
    "rtf": _reader("rtf"),
}


def read(path: str | Path) -> Document:
    """The document in the file at ``path``; raises UnreadableInput when there is no text to be had."""
    try:
        data = Path(path).read_bytes()
    except IsADirectoryError:
        raise UnreadableInput(str(path), "a folder, not a file") from None
    except FileNotFoundError:
        raise UnreadableInput(str(path), "no such file") from None
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise UnreadableInput(str(path), "a link that leads back to itself; name the file it stands for") from None
        raise UnreadableInput(str(path), (error.strerror or "cannot be read").lower()) from None
    return read_bytes(data, str(path))


def read_bytes(data: bytes, path: str) -> Document:
    """The document held in ``data``; ``path`` only names it in messages and in the Document."""
    return READERS[tell(data, path)](data, path)
