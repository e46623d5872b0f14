"""Articles, books and papers cited → what ``Akamine, supra`` means among them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from citator.corpus.citations.authorities.works import surnames
from citator.corpus.citations.short_names import fold
from citator.corpus.model import Citation


class Works:
    """Every work cited with its author, by the author's folded surname."""

    def __init__(self, citations: Iterable[Citation]) -> None:
        self._by_name: dict[str, list[tuple[int, str]]] = {}
        for c in citations:
            if c.name and c.authority and c.kind in ("journal", "book", "news", "other"):
                for name in surnames(c.name):
                    self._by_name.setdefault(fold(name), []).append((c.start, c.authority))

    def called(self, name: str, at: int) -> str | None:
        """The work by an author of that name cited last before ``at``, else the first after it."""
        for word in reversed(fold(name).split()):
            if known := self._by_name.get(word):
                return known[max(0, bisect_left(known, (at, "")) - 1)][1]
        return None
