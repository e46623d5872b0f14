"""How far a long reading has come: a bar on standard error while a person watches, silence otherwise."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citator.graph.update import Progress

__all__ = ["reading_bar"]


@contextmanager
def reading_bar(quiet: bool) -> Iterator[Callable[[Progress], None] | None]:
    """Something to tell of each file read: files done, rate and time left; ``None`` when nobody is looking."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn, TimeRemainingColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task):  # type: ignore[no-untyped-def]
            return Text(f"{task.speed:.1f}/s" if task.speed else "")

    with Progress(
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[file]}"),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task("", total=None, file="")

        def tell(step: object) -> None:
            bar.update(task, total=step.total, completed=step.done, file=step.path)  # type: ignore[attr-defined]

        yield tell
