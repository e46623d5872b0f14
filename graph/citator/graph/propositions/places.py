"""Pins → the places they point to: who cites one page of a decision is likely to speak of one point."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_LONG = 2
"""Pages: whoever cites more of them at once speaks of more than one point."""

_NOTE = re.compile(r",?\s*(?:&|and)\s*nn?\.\s*[\d\s,&-]+$|,\s*nn?\.\s*[\d\s,&-]+$")
_RANGE = re.compile(r"((?:¶+|\*)?\s*)(\d+)(?:\s*[-–—]\s*(\d+))?")
_NOTE_ALONE = re.compile(r"(\d+) nn?\. ?(\d+)")
_SUBSECTION = re.compile(r"(?:\(\w{1,4}\))+")


class Place(NamedTuple):
    """``at`` is written the same by all who cite it; ``pages`` are those it covers, none for other kinds of place."""

    at: str
    pages: tuple[int, ...] = ()


@lru_cache(maxsize=16384)
def places(pin: str) -> tuple[Place, ...]:
    """Where a pin points; a note alone is another place than its page, and a long range is none.

    >>> [place.at for place in places("1358-59, 1363 & n. 7")]
    ['1358-1359', '1363']
    >>> places("468 n. 2"), places("701-19"), places("(a)(2)")
    ((Place(at='468 n. 2', pages=()),), (), (Place(at='(a)(2)', pages=()),))
    """
    pin = " ".join(_NOTE.sub("", pin).split())
    return tuple(place for part in re.split(r"[,;&]| and ", pin) if (place := _place(part.strip())) is not None)


def _place(part: str) -> Place | None:
    if _SUBSECTION.fullmatch(part):
        return Place(part)
    if note := _NOTE_ALONE.fullmatch(part):
        return Place(f"{note[1]} n. {note[2]}")
    found = _RANGE.fullmatch(part)
    if not found:
        return None
    mark, first, last = found[1].strip(), found[2], found[3] or found[2]
    last = first[: len(first) - len(last)] + last if len(last) < len(first) else last
    if not 0 <= int(last) - int(first) < _LONG:
        return None
    at = first if first == last else f"{first}-{last}"
    return Place(f"{mark}{at}", () if mark else tuple(range(int(first), int(last) + 1)))
