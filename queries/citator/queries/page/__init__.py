"""The explorer page: a library in, one offline HTML file out, with the graph, the evidence and the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citator.graph.library import Library
    from citator.queries.page.data import PageData

__all__ = ["begin", "collect", "render"]


@contextmanager
def begin(library: Library, jobs: int = 1) -> Iterator[Callable[[Library], Callable[[], bytes]]]:
    """Begin the page of a library that has no points of law yet.

    What it gives asks the same library for these, once they are there, and gives what makes the page: with more
    ``jobs`` than one, in a process of its own.
    """
    from citator.queries.page import gather, making

    with (making.here if jobs == 1 else making.elsewhere)(gather.begin(library)) as make:
        yield lambda library: make(gather.stances(library))


def collect(library: Library, cases: Sequence[str] | None = None) -> PageData:
    """What the page of a library shows; with ``cases`` (IRIs of decisions), of their neighbourhood."""
    from citator.queries.page import gather

    return gather.begin(library, cases).complete(gather.stances(library))


def render(data: PageData) -> bytes:
    """The page as UTF-8."""
    # pyvis pulls in IPython, which takes a while: imported only when a page is made.
    from citator.queries.page.writer import render

    return render(data)
