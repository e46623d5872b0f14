"""The explorer page: a library in, one offline HTML file out, with the graph, the evidence and the table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citator.graph.library import Library
    from citator.queries.page.data import PageData

__all__ = ["collect", "render"]


def collect(library: Library, cases: Sequence[str] | None = None, jobs: int = 1) -> PageData:
    """What the page of a library shows; with ``cases`` (IRIs of decisions), of their neighbourhood.

    ``jobs`` is the number of queries asked at once.
    """
    from citator.queries.page.gather import gather

    return gather(library, cases, jobs)


def render(data: PageData) -> bytes:
    """The page as UTF-8."""
    # pyvis pulls in IPython, which takes a second: imported only when a page is made.
    from citator.queries.page.writer import render

    return render(data)
