"""What a recogniser hands back: one authority in the edited text, before its place in the opinion is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from citator.corpus.model import CitationKind


@dataclass(frozen=True, slots=True)
class Found:
    """``text[start:end]`` is the core cite. ``cite`` is its normal form, ``authority`` what it is a part or parallel of."""

    start: int
    end: int
    kind: CitationKind
    cite: str | None = None
    authority: str | None = None
    pin: str | None = None
    year: int | None = None
    name: str | None = None
    name_start: int | None = None
    full_end: int = 0  # end of pin and parenthesis, when they go past ``end``
    parallel_of: int | None = None


def positions(text: str, *literals: str) -> Iterator[int]:
    """Where any of ``literals`` begins, literal by literal.

    A recogniser looks for a few letters first and tries its patterns only there: searching a literal costs a
    hundredth of what searching a pattern costs.

    >>> list(positions("a b a", "a", "b"))
    [0, 4, 2]
    """
    for literal in literals:
        at = text.find(literal)
        while at >= 0:
            yield at
            at = text.find(literal, at + 1)
