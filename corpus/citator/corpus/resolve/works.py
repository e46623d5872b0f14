"""Articles, books and papers cited → what ``Akamine, supra`` or ``51 Fed. Reg., supra`` means among them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from citator.corpus.citations.authorities.works import surnames
from citator.corpus.citations.short_names import fold
from citator.corpus.model import Citation
from citator.corpus.resolve.cases import slot_of


class Works:
    """Every work cited, by its author's folded surname and by volume and title."""

    def __init__(self, citations: Iterable[Citation]) -> None:
        self._by_name: dict[str, list[tuple[int, str]]] = {}
        self._by_volume: dict[str, list[tuple[int, str]]] = {}
        for c in citations:
            if c.name and c.authority and c.kind in ("journal", "book", "news", "other"):
                for name in surnames(c.name):
                    self._by_name.setdefault(fold(name), []).append((c.start, c.authority))
            if c.authority and c.kind in ("journal", "regulation", "legislative") and (slot := slot_of(c.cite)):
                self._by_volume.setdefault(fold(slot[0]), []).append((c.start, c.authority))

    def called(self, name: str, at: int) -> str | None:
        """The work of that volume or by an author of that name, cited last before ``at``, else the first after it."""
        words = fold(name)
        for known in (self._by_volume.get(words), *(self._by_name.get(word) for word in reversed(words.split()))):
            if known:
                return known[max(0, bisect_left(known, (at, "")) - 1)][1]
        return None
