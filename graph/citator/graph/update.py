"""Files and folders in, a library on disk out: created, or brought up to date."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from citator.graph.library import Library, Skipped


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` files; ``path`` is the one just finished."""

    done: int
    total: int
    path: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What the library holds after an update, and what the update did."""

    opinions: int
    citations: int
    authorities: int  # distinct decisions and other authorities cited
    treatments: Mapping[str, int]  # label → number
    unresolved: int
    skipped: tuple[Skipped, ...]
    duplicates: tuple[Skipped, ...]  # files whose bytes another file has
    read: int
    unchanged: int
    removed: int


def update(
    target: Path,
    paths: Sequence[Path],
    *,
    facts: Path | None = None,
    jobs: int = 1,
    progress: Callable[[Progress], None] | None = None,
    page: Callable[[Library], bytes] | None = None,
) -> Summary:
    """Make the library ``target`` hold exactly the opinions in ``paths`` (files, and folders searched through).

    A file whose bytes, facts and citator version are unchanged is not read again. A file that cannot be read
    is skipped and listed. ``jobs`` is the number of processes that read. ``page`` makes the explorer page.
    The old library answers until the new one is complete, whatever happens meanwhile.

    Raises ``LibraryBusy`` when another process is writing ``target``, ``LibraryError`` when ``target`` is
    something else than a library, ``UnreadableInput`` when a path does not exist.
    """
    raise NotImplementedError
