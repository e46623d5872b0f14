"""The explorer page: a library in, one offline HTML file out, with the graph, the evidence and the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citator.graph.library import Library
    from citator.queries.page.data import PageData

__all__ = ["begin", "collect", "render"]


@contextmanager
def begin(library: Library, jobs: int = 1) -> Iterator[Callable[[Library], Callable[[], bytes]]]:
    """Begin the page of a library that has no points of law yet.

    What it gives collects these from the same library, once they are there, and gives what makes the page. With more
    ``jobs`` than one, pictures are drawn in a process of their own meanwhile.
    """
    from citator.queries.page import drawing, gather
    from citator.queries.page.writer import render

    begun = gather.begin(library)
    with nullcontext(drawing.here) if jobs == 1 else drawing.elsewhere(begun.data) as draw:

        def complete(library: Library) -> Callable[[], bytes]:
            data = begun.complete(library)
            drawn = draw(data)
            return lambda: render(data, drawn)

        yield complete


def collect(library: Library, cases: Sequence[str] | None = None) -> PageData:
    """What the page of a library shows; with ``cases`` (IRIs of decisions), of their neighbourhood."""
    from citator.queries.page.gather import gather

    return gather(library, cases)


def render(data: PageData) -> bytes:
    """The page as UTF-8."""
    # pyvis pulls in IPython, which takes a second: imported only when a page is made.
    from citator.queries.page import drawing
    from citator.queries.page.writer import render

    return render(data, drawing.here(data))
