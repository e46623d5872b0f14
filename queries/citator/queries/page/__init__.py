"""The explorer page: a library in, one offline HTML file out, with the graph, the evidence and the table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citator.graph.library import Library
    from citator.queries.page.data import PageData

__all__ = ["begin", "collect", "render"]


def begin(library: Library) -> Callable[[Library], PageData]:
    """Collect what the page of a library shows, but the points of law: what is returned collects these and gives all."""
    from citator.queries.page.gather import begin

    return begin(library)


def collect(library: Library, cases: Sequence[str] | None = None) -> PageData:
    """What the page of a library shows; with ``cases`` (IRIs of decisions), of their neighbourhood."""
    from citator.queries.page.gather import gather

    return gather(library, cases)


def render(data: PageData, jobs: int = 1) -> bytes:
    """The page as UTF-8. With more ``jobs`` than one, pictures are laid out in a process of their own meanwhile."""
    # pyvis pulls in IPython, which takes a second: imported only when a page is made.
    from citator.queries.page.writer import render

    return render(data, jobs)
