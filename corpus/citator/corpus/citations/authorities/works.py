"""Works cited before, cited again by their author or first word alone: ``Mrozek at 9``, ``Webster’s at 1299``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from citator.corpus.citations.authorities.found import Found, positions
from citator.corpus.model import CitationKind

_SHORT: dict[CitationKind, CitationKind] = {
    "journal": "journal_short",
    "book": "book",
    "news": "news",
    "other": "other",
}
_AT = re.compile(
    r"(?P<name>[A-Z][\w’'-]{2,})(?:\set\sal\.)?,?\s(?P<at>at|p+\.)\s(?P<pin>\d+(?:[-–]\d+)?(?:,\s\d+(?:[-–]\d+)?)*)(?!\w)"
)
_INITIALS = re.compile(r"^(?:\d+\s)?(?:[A-Z]\.\s?)+|,?\s(?:Jr|Sr)\.")


def surnames(work: str) -> list[str]:
    """The surnames (or a dictionary's first word) by which ``Author & Author, Title`` may be cited again.

    >>> surnames("William W. Wilkins, Jr. & John R. Steer, The Role of Amendments")
    ['Wilkins', 'Steer']
    >>> surnames("Webster’s Ninth New Collegiate Dictionary")
    ['Webster’s']
    """
    if "Dictionary" in work:
        return work.split()[:1]
    authors = _INITIALS.sub("", work).split(",")[0]
    last = [author.split()[-1] for author in re.split(r"\s(?:&|and)\s", authors) if author.split()]
    return [name for name in last if name[0].isupper() and len(name) > 2]


def find(text: str, claimed: Iterable[Found]) -> Iterator[Found]:
    """Short cites of the works among ``claimed``, by name and page."""
    known: dict[str, Found] = {}
    for work in claimed:
        if work.kind in _SHORT and work.name:
            for name in surnames(work.name):
                known.setdefault(name.replace("-", ""), work)
    if not known:
        return
    for at in positions(text, " at ", " p. ", " pp. "):
        start = text.rfind(" ", 0, at) + 1
        start = max(start, text.rfind("\n", 0, at) + 1)
        short = _AT.match(text, start)
        cited = known.get(short["name"].replace("-", "")) if short else None
        if short and cited:
            end = (
                short.end("pin")
                if cited.kind == "book"
                else short.start("at") + len(short["at"]) + 1 + len(short["pin"])
            )
            yield Found(
                start,
                end,
                _SHORT[cited.kind],
                cited.cite,
                authority=cited.authority or cited.cite,
                pin=short["pin"],
                name=cited.name,
                full_end=end,
            )
