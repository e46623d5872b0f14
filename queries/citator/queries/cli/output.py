"""Where answers go: standard output or a file for results, standard error for everything else."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from citator.corpus.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from citator.queries.tables import Table

__all__ = ["Output"]


@dataclass(frozen=True, slots=True)
class Output:
    """How one command prints: ``format`` is a name in ``WRITERS``; ``target`` a file, or ``None`` and ``-`` for standard output."""

    format: str = "table"
    target: Path | None = None
    quiet: bool = False

    @property
    def to_terminal(self) -> bool:
        return self._file is None and sys.stdout.isatty()

    @property
    def width(self) -> int | None:
        """Columns to fit into; no limit unless a person is looking."""
        return shutil.get_terminal_size().columns if self.to_terminal else None

    @property
    def _file(self) -> Path | None:
        return None if self.target is None or str(self.target) == "-" else self.target

    def show(self, table: Table) -> None:
        from citator.queries.tables import WRITERS, text

        if self.format == "table":
            self.write(text.write(table, self.width, self.to_terminal))
        else:
            self.write(WRITERS[self.format](table))

    def answer(self, value: Any, in_words: Callable[[int | None, bool], str]) -> None:
        """One object: JSON of ``value``, or ``in_words(width, colour)``."""
        from citator.queries.tables import json

        self.write(json.dumps(value) if self.format == "json" else in_words(self.width, self.to_terminal))

    def write(self, content: str | bytes) -> None:
        """Results, whole and in UTF-8. Raises ``UsageError`` when the file cannot be written."""
        data = content.encode("utf-8", "replace") if isinstance(content, str) else content
        if self._file is None:
            if self.to_terminal and isinstance(content, str):
                click.echo(content, nl=False, color=True)
            else:
                sys.stdout.flush()
                sys.stdout.buffer.write(data)
                sys.stdout.buffer.flush()
            return
        try:
            self._file.write_bytes(data)
        except OSError as error:
            raise UsageError(f"cannot write {self._file}: {error.strerror}") from None
        self.remark(f"Wrote {self._file}")

    def pieces(self, pieces: Iterable[str]) -> None:
        """Results that come one after another: printed as they come, or a file written once all are there."""
        if self._file is not None:
            self.write("".join(pieces))
            return
        for piece in pieces:
            self.write(piece)

    def remark(self, words: str) -> None:
        """Something worth knowing that is no part of the answer."""
        if not self.quiet:
            click.echo(words, err=True)
