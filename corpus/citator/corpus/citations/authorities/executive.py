"""Orders of the executive, rulings of the revenue service and of Social Security, and treaties.

``Exec. Order No. 12,866``, ``Rev. Rul. 78-120``, ``SSR 77-3p``, ``21 U.S.T. 77``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citator.corpus.citations.authorities import sections
from citator.corpus.citations.authorities.found import Found, positions

_ORDER = re.compile(
    r"Exec(?:utive|\.)\sOrder(?:\sNo\.)?\s(?P<number>\d{1,2},?\d{3})(?!\d)(?P<pin>,?\s(?:§+|[Ss]ec(?:tion|\.))\s?\d[\d.]*(?:\(\w\))*)?"
)
_RULING = re.compile(r"(?P<what>Rev\.\s?Rul\.|Rev\.\s?Proc\.)\s(?:No\.\s)?(?P<number>\d{2,4}[-–]\d{1,3})(?!\d)")
_SECURITY = re.compile(r"(?:Social\sSecurity\sRulings?(?:\s\(\W?SSRs?\W?\))?|SSRs?)\s(?:Nos?\.\s)?(?=\d)")
_SECURITY_NUMBER = re.compile(
    r"(?P<number>\d\d[-–]\d{1,2}(?:[pc]|\(\d{1,2}\))?)(?![\w-])(?P<next>,?\s(?:and\s)?(?=\d\d[-–]\d))?"
)
_NOTICE = re.compile(
    r"Notice\s(?P<number>\d{2,4}[-–]\d{1,3})(?!\d)(?:,\s(?P<pin>(?:\d{4}-\d{1,2}\s(?:C\.\s?B\.|I\.\s?R\.\s?B\.))\s\d{1,4}))?"
)
_TREATY = re.compile(
    r"(?<![\w.])(?P<volume>\d{1,4})\s(?P<series>U\.\s?S\.\s?T\.|U\.\s?N\.\s?T\.\s?S\.),?\s(?P<at>at\s)?(?P<page>\d+)(?P<pin>(?:,\s\d+(?:[-–]\d+)?(?!\w|\s[A-Z]))*)"
)
_NUMBERED = re.compile(r"T\.\s?I\.\s?A\.\s?S\.\s(?:No\.\s)?(?P<number>\d{1,2},?\d{3}|\d{2}-\d{3,4})")

_SERVICE = re.compile(r"\bI\.?R\.?S\.?\s$")
_BESIDE = re.compile(r",?\s")


def find(text: str) -> Iterator[Found]:
    """Every order, ruling and treaty that is cited by its number or page."""
    for at in positions(text, "Exec. Order", "Executive Order"):
        if order := _ORDER.match(text, at):
            year, end = sections.year_after(text, order.end())
            cite = f"Exec. Order No. {order['number'].replace(',', '')}"
            yield Found(
                at,
                order.end("number"),
                "regulation",
                cite,
                pin=(order["pin"] or "").strip(" ,") or None,
                year=year,
                full_end=end,
            )
    for at in positions(text, "Rev. Rul", "Rev.Rul", "Rev. Proc", "Rev.Proc"):
        if ruling := _RULING.match(text, at):
            what = "Rev. Rul." if "Rul" in ruling["what"] else "Rev. Proc."
            yield Found(
                at, ruling.end(), "regulation", f"{what} {ruling['number'].replace('–', '-')}", full_end=ruling.end()
            )
    yield from _of_social_security(text)
    for at in positions(text, "Notice "):  # as numbered notices are many, one is named by its service or its bulletin
        if (notice := _NOTICE.match(text, at)) and (notice["pin"] or _SERVICE.search(text, max(0, at - 9), at)):
            year, end = sections.year_after(text, notice.end())
            yield Found(
                at,
                notice.end("number"),
                "regulation",
                f"I.R.S. Notice {notice['number'].replace('–', '-')}",
                year=year,
                full_end=end,
            )
    treaties = list(_treaties(text))
    yield from treaties
    for at in positions(text, "T.I.A.S", "T. I. A. S"):
        if numbered := _NUMBERED.match(text, at):
            cite = f"T.I.A.S. No. {numbered['number'].replace(',', '')}"
            head = next((one for one in treaties if _BESIDE.fullmatch(text, one.full_end or one.end, at)), None)
            yield Found(
                at, numbered.end(), "other", cite, authority=head.cite if head else None, full_end=numbered.end(),
                parallel_of=head.start if head else None,
            )  # fmt: skip


def _of_social_security(text: str) -> Iterator[Found]:
    """Rulings of the Social Security Administration, one or several behind one word."""
    for at in positions(text, "Social Security Ruling", "SSR ", "SSRs "):
        head = _SECURITY.match(text, at)
        following = head if head and not text[at - 1 : at].isalnum() else None
        while following and (ruling := _SECURITY_NUMBER.match(text, following.end())):
            cite = f"SSR {ruling['number'].replace('–', '-')}"
            yield Found(
                at if following is head else ruling.start(),
                ruling.end("number"),
                "regulation",
                cite,
                full_end=ruling.end("number"),
            )
            following = ruling if ruling["next"] else None


def _treaties(text: str) -> Iterator[Found]:
    first: dict[str, str] = {}
    for at in sorted(positions(text, " U.S.T", " U. S. T", " U.N.T", " U. N. T")):
        treaty = next((m for m in _TREATY.finditer(text, max(0, at - 4), at + 40) if m.start() <= at < m.end()), None)
        if treaty is None:
            continue
        volume = f"{treaty['volume']} {treaty['series'].replace(' ', '')}"
        year, end = sections.year_after(text, treaty.end())
        pin = treaty["pin"].strip(" ,")
        cite = f"{volume} {treaty['page']}"
        if treaty["at"] and volume in first:
            cite, pin = first[volume], f"{treaty['page']}{treaty['pin']}"
        first.setdefault(volume, cite)
        yield Found(treaty.start(), treaty.end("page"), "other", cite, pin=pin or None, year=year, full_end=end)
