"""A text and the changes made to it for matching → the edited text, and every position of it in the original.

The map is exact: a character that was kept has one original position, a replacement stands for the very
stretch it replaced, and what was deleted lies between its neighbours. Stretches may change their order (a
footnote that interrupts a sentence is read after it).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from citator.corpus.model import Span


class Piece(NamedTuple):
    """``source[start:end]``, kept as it is or replaced by ``text`` (deleted when that is empty)."""

    start: int
    end: int
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Edited:
    """``text`` made of ``source``; made with :func:`edit`.

    >>> edited = edit("favor*1298able", [Piece(0, 5), Piece(5, 10, ""), Piece(10, 14)])
    >>> edited.text, edited.original(5), edited.span(0, 9).of(edited.source)
    ('favorable', 10, 'favor*1298able')
    """

    text: str
    source: str
    _starts: list[int] = field(repr=False)  # where a piece begins in ``text``
    _origins: list[int] = field(repr=False)  # … and in ``source``
    _ends: list[int] = field(repr=False)  # its end in ``source``
    _exact: list[bool] = field(repr=False)  # whether its characters stand one for one
    _by_origin: list[tuple[int, int]] = field(repr=False)  # (origin, index of the piece), sorted

    def original(self, offset: int) -> int:
        """Where the character at ``offset`` of the edited text stands in the source.

        ``offset`` may be the length of the text; that is the end of its last piece.
        """
        if not self._starts:
            return 0
        if offset >= len(self.text):
            return self._ends[-1]
        i = bisect_right(self._starts, offset) - 1
        return self._origins[i] + (offset - self._starts[i] if self._exact[i] else 0)

    def span(self, start: int, end: int) -> Span:
        """The stretch of the source that ``text[start:end]`` stands for; empty when that is."""
        first = self.original(start)
        if end <= start:
            return Span(first, first)
        i = bisect_right(self._starts, end - 1) - 1
        last = self._origins[i] + end - self._starts[i] if self._exact[i] else self._ends[i]
        return Span(first, last) if last >= first else Span(first, self._ends[self._index(first)])

    def edited(self, offset: int) -> int:
        """Where position ``offset`` of the source is in the edited text; what was deleted is where the next piece is."""
        if not self._starts:
            return 0
        i = self._index(offset)
        if self._origins[i] <= offset < self._ends[i]:
            return self._starts[i] + (offset - self._origins[i] if self._exact[i] else 0)
        following = bisect_right(self._by_origin, (offset, len(self._starts)))
        if offset < self._origins[i]:
            following = 0
        if following >= len(self._by_origin):
            return len(self.text)
        return self._starts[self._by_origin[following][1]]

    def _index(self, offset: int) -> int:
        """The piece that begins last at or before ``offset`` of the source (the first, if none does)."""
        return self._by_origin[max(0, bisect_right(self._by_origin, (offset, len(self._starts))) - 1)][1]


def edit(source: str, pieces: Iterable[Piece], kept: str | None = None) -> Edited:
    """The edited text that ``pieces`` make, in their order. Pieces must not overlap.

    Stretches that stay are taken from ``kept`` when it is given: ``source`` with single characters exchanged.

    >>> edit("Carpen-\\nter", [Piece(0, 6), Piece(6, 8, ""), Piece(8, 11)]).text
    'Carpenter'
    """
    kept = source if kept is None else kept
    words: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    ends: list[int] = []
    exact: list[bool] = []
    length = 0
    joined = -1  # where a piece that stands one for one would go on
    for start, end, text in pieces:
        if text is None:
            text = kept[start:end]
        if not text:
            continue
        words.append(text)
        same = len(text) == end - start
        if same and joined == start:
            ends[-1] = end
        else:
            starts.append(length)
            origins.append(start)
            ends.append(end)
            exact.append(same)
        joined = end if same else -1
        length += len(text)
    by_origin = sorted((origin, i) for i, origin in enumerate(origins))
    return Edited("".join(words), source, starts, origins, ends, exact, by_origin)
