"""Section marks whose code is spelled out, named behind, or not named: ``Cal. Penal Code § 187``, ``§ 1326(b)``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from citator.corpus.citations.authorities import heads, sections
from citator.corpus.citations.authorities.found import Found, positions
from citator.corpus.model import CitationKind

_MARK = re.compile(r"(?:§+\.?|\[§+\s?\]|[Ss]ec(?:tion)?s?\b\.?)\s?(?=\d)")
_GUIDELINE = re.compile(r"\d[A-Z]\d+\.\d+")
_SAME_CODE = re.compile(r"[,;]?\s?(?:(?:and|or|&|see also|to)\s)?\Z")
_SAME_ACT = re.compile(r"\s(?:of|to|in)\s(?:(?:the|that|this)\ssame|that|said|such)\s[Aa]ct\b")
_ACT = re.compile(r"\bAct\b")
_BEGINS = re.compile(r"(?:\n|\A|[.;:]\s|“)[\s“\"‘'\[(*]*\Z")
_OWN_TEXT = re.compile(r"\d+[\w-]*\.\s[“\"(]?[A-Z(]")
_OF_CHAPTER = re.compile(r"\bch\. \w+$")
_BOOK_PAGE = re.compile(r",?\s(?P<pin>(?:at|pp?\.)\s\d[\d–-]*)")
_BARE_NUMBER = re.compile(r"\d{3,5}(?=\((?:[a-z]|\d)\))")


def find(text: str, covered: list[tuple[int, int]]) -> Iterator[Found]:
    """Sections at marks outside ``covered`` (sorted stretches other recognisers have claimed)."""
    previous: tuple[Found, str] | None = None
    last_act: str | None = None
    until = -1
    for mark in _marks(text):
        i = bisect_right(covered, (mark.start(), len(text))) - 1
        if mark.start() < until or (i >= 0 and mark.start() < covered[i][1]):
            continue
        words = mark[0].strip()
        several = "§§" in words or words.rstrip(".").endswith("s")
        cited = sections.read(text, mark.end(), several=several)
        if not cited or _heads_its_own_text(text, mark):
            continue
        until = cited[-1].until
        head = heads.before(text, mark.start()) or heads.behind(text, until)
        if head is None and last_act and _SAME_ACT.match(text, until):
            head = heads.Head("statute", last_act)
        if head is None and previous and _SAME_CODE.match(text[previous[0].full_end : mark.start()]):
            head = heads.Head("statute", previous[1])
        found = list(_cited(text, mark.start(), cited, head, several))
        previous = (found[-1], head.name) if found and head and head.name else None
        if previous and _ACT.search(previous[1]):
            last_act = previous[1]
        yield from found


def _heads_its_own_text(text: str, mark: re.Match[str]) -> bool:
    """Whether the words are the heading of a section that is printed there: ``“Sec. 2. It shall be unlawful``."""
    return (
        mark[0][0] == "S"
        and _BEGINS.search(text, max(0, mark.start() - 4), mark.start()) is not None
        and _OWN_TEXT.match(text, mark.end()) is not None
    )


def _marks(text: str) -> list[re.Match[str]]:
    """Every section mark with a number behind it, in order."""
    starts = set(positions(text, "§"))
    starts.update(at - 1 for at in positions(text, "ection ", "ections "))
    starts.update(positions(text, "sec. ", "Sec. ", "secs. ", "Secs. ", "[§"))
    return [mark for start in sorted(starts) if start >= 0 and (mark := _MARK.match(text, start))]


def _cited(
    text: str, mark: int, cited: list[sections.Section], head: heads.Head | None, several: bool
) -> Iterator[Found]:
    """What ``cited`` is of ``head``: nothing, of a contract; a book's section; else each section for itself."""
    if head and head.kind in ("constitution", "none"):
        return
    start = mark if head is None or head.start is None else head.start
    year, full_end = sections.year_after(text, cited[-1].until)
    if head and head.kind == "book":
        cite = f"{head.name} § {cited[0].number}"
        page = _BOOK_PAGE.match(text, cited[-1].until)
        if page is not None:
            year, full_end = sections.year_after(text, page.end())
        pin = ", ".join(filter(None, (cited[0].pin, page["pin"] if page else None))) or None
        yield Found(start, cited[0].end, "book", cite, pin=pin, year=year, name=head.name, full_end=full_end)
        return
    for i, section in enumerate(cited):
        kind, cite = _normal(section.number, head, spelled=start < mark, several=several)
        yield Found(
            start if i == 0 else section.start,
            section.end,
            kind,
            cite,
            authority=cite if head or kind == "guideline_short" else None,
            pin=section.pin,
            year=year,
            full_end=full_end if i == len(cited) - 1 else section.until,
        )


def _normal(number: str, head: heads.Head | None, *, spelled: bool, several: bool) -> tuple[CitationKind, str]:
    sign = "§§" if several and sections.is_range(number) else "§"  # a state's "§ 113-238" is one section
    if head is None or head.name is None:
        if _GUIDELINE.fullmatch(number):
            return "guideline_short", f"U.S.S.G. § {number}"
        return "statute_short", f"{sign} {number}"
    name = f"{head.name}," if _OF_CHAPTER.search(head.name) else head.name
    cite = " ".join(filter(None, (head.title, name, sign, number)))
    if head.kind == "regulation":
        return "regulation", cite
    return "statute" if spelled or head.title else "statute_short", cite


def bare(text: str, numbers: set[str], covered: list[tuple[int, int]]) -> Iterator[Found]:
    """Sections among ``numbers``, cited elsewhere, with a subsection but no mark: ``under 1326(b)``."""
    for number in _BARE_NUMBER.finditer(text):
        start, end = number.span()
        i = bisect_right(covered, (start, len(text))) - 1
        if start and number[0] in numbers and text[start - 1] in ' ([“"/' and not (i >= 0 and start < covered[i][1]):
            section = sections.read(text, start, several=False)[0]
            yield Found(start, end, "statute_short", f"§ {number[0]}", pin=section.pin, full_end=section.until)
