"""Everything citator raises on purpose; each error knows the exit code of the command that meets it.

::

    CitatorError                 1
    ├── UsageError               2   a value or option that cannot be right
    ├── CaseError                3
    │   ├── UnknownCase              no decision answers to what was asked
    │   └── AmbiguousCase            several do; they are listed, none is guessed
    ├── UnreadableInput          4   a file that holds no text citator can read
    └── LibraryError             5   the library is missing, damaged or of another version
        └── LibraryBusy              another process is writing it
"""

from __future__ import annotations

__all__ = [
    "AmbiguousCase",
    "CaseError",
    "CitatorError",
    "LibraryBusy",
    "LibraryError",
    "UnknownCase",
    "UnreadableInput",
    "UsageError",
]


class CitatorError(Exception):
    """Root of the tree. The message is one line a lawyer can act on."""

    exit_code = 1


class UsageError(CitatorError):
    exit_code = 2


class CaseError(CitatorError):
    exit_code = 3


class UnknownCase(CaseError):
    pass


class AmbiguousCase(CaseError):
    """``candidates`` holds one line for each decision that matches."""

    def __init__(self, message: str, candidates: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.candidates = candidates


class UnreadableInput(CitatorError):
    """``path`` names the file, ``why`` says what is wrong with it in a few words."""

    exit_code = 4

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why


class LibraryError(CitatorError):
    exit_code = 5


class LibraryBusy(LibraryError):
    pass
