"""Which citator made something: its version, and digests of its code, by which stale work is known."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib import metadata, resources
from pathlib import Path

_READ_WITH = ("courts-db", "eyecite", "lxml", "nupunkt", "pdfplumber", "python-docx", "reporters-db", "striprtf")


@cache
def version() -> str:
    """The version of citator that is running."""
    return metadata.version("citator")


@cache
def reader_digest() -> str:
    """A digest of the code and tables that read opinions, and of the versions of what they read with."""
    versions = " ".join(f"{name} {metadata.version(name)}" for name in _READ_WITH)
    return sha256(f"{_package_digest('citator.corpus')} {versions}".encode()).hexdigest()


@cache
def code_digest() -> str:
    """A digest of all that a library depends on but the files it is made from."""
    return sha256(f"{reader_digest()} {_package_digest('citator.graph')}".encode()).hexdigest()


def _package_digest(package: str) -> str:
    digest = sha256()
    folder = Path(str(resources.files(package)))
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
