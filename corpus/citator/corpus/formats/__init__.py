"""A file's bytes → a Document: clean text, with what its markup said about structure beside it.

A format is told by content, never by name. To add one: a module with ``read(data, path) -> Document``
and a row in ``READERS``.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from citator.corpus.errors import UnreadableInput
from citator.corpus.formats import plain
from citator.corpus.formats.sniff import tell
from citator.corpus.model import Document

__all__ = ["READERS", "read", "read_bytes"]

Reader = Callable[[bytes, str], Document]

READERS: dict[str, Reader] = {
    "text": plain.read,
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
        raise UnreadableInput(str(path), (error.strerror or "cannot be read").lower()) from None
    return read_bytes(data, str(path))


def read_bytes(data: bytes, path: str) -> Document:
    """The document held in ``data``; ``path`` only names it in messages and in the Document."""
    return READERS[tell(data, path)](data, path)
