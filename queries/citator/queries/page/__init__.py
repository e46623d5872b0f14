"""The explorer page: a library in, one offline HTML file out, with the graph, the evidence and the table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citator.graph.library import Library, Row
    from citator.queries.page.data import PageData

__all__ = ["begin", "collect", "render"]


@contextmanager
def begin(library: Library, jobs: int = 1) -> Iterator[Callable[[Iterable[Row] | None], Callable[[], bytes]]]:
    """Begin the page of a library, which may have no points of law yet.

    What it gives takes every stance on these, or ``None`` to ask the library for them, and gives what the page is to
    be had from; with more ``jobs`` than one it is made in a process of its own.
    """
    from citator.queries.page import gather, making

    with (making.here if jobs == 1 else making.elsewhere)(gather.begin(library)) as make:
        yield lambda stances: make(gather.stances(library) if stances is None else gather.in_order(stances))


def collect(library: Library, cases: Sequence[str] | None = None) -> PageData:
    """What the page of a library shows; with ``cases`` (IRIs of decisions), of their neighbourhood."""
    from citator.queries.page import gather

    return gather.begin(library, cases).complete(gather.stances(library))


def render(data: PageData) -> bytes:
    """The page as UTF-8."""
    # pyvis pulls in IPython, which takes a while: imported only when a page is made.
    from citator.queries.page.writer import render

    return render(data)
