"""What a build came to, in a few lines, and what to type next."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from citator.queries import stored

if TYPE_CHECKING:
    from citator.graph.library import Library, Skipped
    from citator.graph.update import Summary

__all__ = ["in_words"]


def in_words(library: Library, where: Path, done: Summary) -> str:
    treatments = sorted(done.treatments.items(), key=lambda item: (-item[1], item[0]))
    counted = ", ".join(f"{label.replace('_', ' ')} {count}" for label, count in treatments)
    lines = [
        f"{where}: {_count(done.opinions, 'opinion')} ({done.read} read, {done.unchanged} unchanged"
        + (f", {done.removed} removed)" if done.removed else ")"),
        f"  {_count(done.citations, 'citation')} of {_count(done.authorities, 'authority', 'authorities')}; "
        f"{_count(done.unresolved, 'reference')} could not be resolved",
        f"  {_count(sum(done.treatments.values()), 'treatment')}: {counted}" if treatments else "  no treatments",
    ]
    if done.skipped:
        lines.append(f"  {_count(len(done.skipped), 'file')} could not be read: {_names(done.skipped)}")
    if done.duplicates:
        lines.append(f"  {_count(len(done.duplicates), 'file')} held already: {_names(done.duplicates)}")
    lines += ["", "Next:", *(f"  {line}" for line in _next(library, where))]
    return "\n".join(lines) + "\n"


def _names(files: Iterable[Skipped]) -> str:
    return "; ".join(f"{file.path} ({file.why})" for file in files)


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _next(library: Library, where: Path) -> list[str]:
    """Commands that have something to say in this library."""
    rows = [row for row in library.select(stored.load("overruled").text) if row["citation"]]
    told = next((row["citation"] for row in sorted(rows, key=lambda row: not row["actingHeld"])), None)
    return [
        "citator show",
        *([f'citator status "{told}"'] if told else []),
        f"open {where / 'explorer.html'} in a browser",
    ]
