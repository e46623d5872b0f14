"""Works cited before, cited again by author or first word (``Mrozek at 9``) or the name given to them (``Senate Report 6``)."""

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
_NAMED = frozenset({"book", "journal", "legislative", "other", "news", "record"})
_AT = re.compile(
    r"(?P<name>[A-Z][\w’'-]{2,})(?:\set\sal\.)?,?\s(?P<at>at|p+\.)\s(?P<pin>\d+(?:[-–]\d+)?(?:,\s\d+(?:[-–]\d+)?)*)(?!\w)"
)
# The name a work is given behind its first cite: "(hereinafter Roe & Hall)", "(2014) (Senate Report)".
_CALLED = re.compile(
    r"[\s,]*[(\[](?:here(?:in)?after:?,?\s)?(?:cited as\s|called\s)?[“\"‘']?(?P<name>(?:\d{4}\s)?[A-Z][^()\[\]“”\"]{1,38}?)[”\"’']?[)\]]"
)
_AGAIN = re.compile(
    r"(?P<mark>,?\s(?:at\s|pp?\.\s)|,?\s§+\s?|\s)(?P<pin>\d[\d.:]*\d(?:\([a-z\d]\))*|\d)(?P<more>(?:[-–]\d+(?:\.\d+)?)?(?:,\s\d+(?:[-–]\d+)?(?!\w|\s[A-Z]))*)(?!\w|\s[A-Z])"
)
_WORD = re.compile(r"\s[a-z]")
_VOLUME = re.compile(r"(?<![\w.])\d{1,2}\s\Z")
_FIRST_VOLUME = re.compile(r"\d{1,2}\s(?=[A-Z])")
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
    claimed = list(claimed)
    yield from _by_author(text, claimed)
    yield from _by_given_name(text, claimed)


def _by_given_name(text: str, claimed: Iterable[Found]) -> Iterator[Found]:
    called: dict[str, list[tuple[int, Found]]] = {}
    for work in claimed:
        if work.kind not in _NAMED or not work.cite or work.cite.startswith("Restatement "):
            continue  # restatements are cited again by section
        if given := _CALLED.match(text, max(work.end, work.full_end)):
            called.setdefault(given["name"], []).append((given.end(), work))
    for name, works in called.items():
        for at in positions(text, name):
            meant = next((work for since, work in reversed(works) if since <= at), None)
            again = _AGAIN.match(text, at + len(name)) if meant else None
            if again and again["mark"] == " " and _WORD.match(text, again.end()):
                continue  # "the Report 3 times"
            if meant and again and not text[at - 1 : at].isalnum():
                yield _again(text, at, meant, again)


def _again(text: str, at: int, work: Found, again: re.Match[str]) -> Found:
    """The short cite at ``at``; a section of what is cited by sections is an authority of its own."""
    volume = _VOLUME.search(text, max(0, at - 4), at)
    start = volume.start() if volume else at
    authority = work.authority or work.cite
    if volume and authority and (first := _FIRST_VOLUME.match(authority)):  # "7 Oxford … (OED)", then "8 OED 524"
        authority = volume[0] + authority[first.end() :]
    whole, _, number = (authority or "").rpartition(" § ")
    pin: str | None = f"{again['pin']}{again['more']}"
    if "§" in again["mark"]:
        pin = f"§ {pin}"
        if whole and number:
            section, _, rest = again["pin"].partition("(")
            authority, pin = f"{whole} § {section}", f"({rest}" if rest else None
    return Found(
        start, again.end(), _SHORT.get(work.kind, work.kind), authority, authority=authority, pin=pin,
        name=work.name, full_end=again.end(),
    )  # fmt: skip


def _by_author(text: str, claimed: Iterable[Found]) -> Iterator[Found]:
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
