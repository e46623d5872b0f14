"""A case whose text a library holds → its reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citator.corpus.errors import LibraryError, UnknownCase
from citator.queries import stored

if TYPE_CHECKING:
    from citator.corpus.model import Reading
    from citator.graph.library import Library
    from citator.queries.cases import Case

__all__ = ["needs_text", "reading"]


def needs_text(case: Case) -> None:
    """Raises ``UnknownCase`` when the library does not hold the text of the case."""
    if not case.text_held:
        raise UnknownCase(f"the text of {case} is not in this library; it is only cited there")


def reading(library: Library, case: Case) -> Reading:
    """The reading of the case's text; where it has several texts, of the first."""
    needs_text(case)
    for row in library.select(stored.load("opinions-held").text):
        if row["case"] == case.iri:
            return library.reading(str(row["source"]))
    raise LibraryError(f"the library says that it holds {case}, but has no text of it")
