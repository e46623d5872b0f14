"""``841(a)(1) and 846`` after a section mark → each section with its pin; what a list of sections may hold."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_LETTERS = r"(?:[A-Za-z]{1,2}(?![A-Za-z]))?"
NUMBER = rf"\d+{_LETTERS}(?:[-–.:/]\d+{_LETTERS}|[-–][a-z](?![\w-]))*"
_NUMBER = re.compile(NUMBER)
_GUIDELINE = re.compile(r"\d[A-Z]\d+\.\d+")
# A section of the revenue's regulations, which bears the number of the code's: "§ 1.411(b)-1(a)(2)".
_REVENUE = re.compile(r"\d{1,3}\.\d+[A-Z]?(?:\([a-z0-9]{1,2}\))+ ?[-–—] ?[1-9]\d?[A-Z]?(?![\w.]\w)")
_DASHES = re.compile(r" ?[-–—] ?")
# A scan that reads a final 1 as an l leaves a gap: "§ 251 l(2)(c)".
_LOST_ONE = re.compile(r" l(?=\()")

_GROUP = (
    r"\((?!(?:1[789]|20)\d\d\b)(?:\d{1,3}(?:\.\d+)?[A-Za-z]?|[a-z]{1,2}|[A-Z]{1,3}|[ivxl]{1,6}|[IVXL]{1,6}"
    r"|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh) ?\)"
)
_PIN = re.compile(
    rf"(?:(?: ?{_GROUP})+(?:(?: ?[-–] ?|, (?:and |or |& )?| (?:and|or|to|through|&) )(?:{_GROUP})+)*)?"
    r"(?:,? (?:subd|subdiv|subsec|par|para|cl)(?:\.|s\.|ivision|ivisions|section|agraph) \(?\w{1,4}\)?(?: ?\(\w{1,4}\))*)*"
    r"(?:,? et seq\b\.?)?"
)
_JOINT = re.compile(r"(?:, ?(?:and |or |& )?| (?:and|or|&|to|through) |; )(?:§+ ?)?(?=\d)")
# Sections of a state's code that share a chapter: "§§ 18.2-63, -67.3, and -370".
_OF_CHAPTER = re.compile(r"(?:, ?(?:and |or )?| (?:and|or|to|through) )(?=[-–]\d)")
_DASH = re.compile(r" ?(?:[-–—]|to|through) ?(?=\d)")
# A number that begins another citation ("and 21 U.S.C.", ", 115 Stat.") or is a year or a count of things.
_NOT_A_SECTION = re.compile(r" ?(?:[A-Z][\w.’']*\.|U ?S ?C|CFR|F\d|§)|(?<=\b(?:1[789]|20)\d\d) (?:ed|Supp|to)\b")
_YEAR = re.compile(r",? ?\(((?:[^();]|\([^()]*\)){0,60}?\b((?:1[789]|20)\d\d)\b[^()]{0,40})\)")


@dataclass(frozen=True, slots=True)
class Section:
    """``text[start:end]`` is the number as printed; ``until`` is the end of its pin."""

    start: int
    end: int
    number: str
    pin: str | None
    until: int


def read(text: str, at: int, *, several: bool, dots: bool = True) -> list[Section]:
    """The sections that a mark at ``at`` announces: one, or a list when the mark is plural.

    Without ``dots`` a point ends the number: the United States Code has no section 3731.2, but a note may be
    called for behind a full stop.

    >>> [(s.number, s.pin) for s in read("841(b)(1)(A), 952(a), and 963.", 0, several=True)]
    [('841', '(b)(1)(A)'), ('952', '(a)'), ('963', None)]
    >>> [s.number for s in read("2702-03 and 21 U.S.C. 846", 0, several=True)]
    ['2702-2703']
    >>> [s.number for s in read("18.2-63, -67.3(a), and -370", 0, several=True)]
    ['18.2-63', '18.2-67.3', '18.2-370']
    """
    sections: list[Section] = []
    while section := _one(text, at, dots):
        if sections and _NOT_A_SECTION.match(text, section.end):
            break
        section = _whole_range(text, section) if several else section
        sections.append(section)
        while following := _of_chapter(text, sections[-1]):
            sections.append(following)
        section = sections[-1]
        joint = _JOINT.match(text, section.until) if several else None
        if joint is None:
            break
        if not joint[0].endswith((" ", "§")) and not re.match(r"\d{3}", text[joint.end() : joint.end() + 3]):
            break  # "§§ 841, 846,3 which": a note's mark, not a section
        at = joint.end()
    return sections


def _of_chapter(text: str, before: Section) -> Section | None:
    """The section behind ``before`` that is printed without the chapter they share."""
    joint = _OF_CHAPTER.match(text, before.until) if "-" in before.number and not is_range(before.number) else None
    section = _one(text, joint.end() + 1, dots=True) if joint else None
    if joint is None or section is None:
        return None
    return replace(section, start=joint.end(), number=f"{before.number.rpartition('-')[0]}-{section.number}")


def _one(text: str, at: int, dots: bool) -> Section | None:
    number = _GUIDELINE.match(text, at) or (dots and _REVENUE.match(text, at)) or _NUMBER.match(text, at)
    if not number:
        return None
    end, words = number.end(), number[0]
    if not dots and "." in words:
        words = words.partition(".")[0]
        end = at + len(words)
    if lost := _LOST_ONE.match(text, end):
        end, words = lost.end(), words + "1"
    pin = _PIN.match(text, end)
    until = pin.end() if pin else end
    pinned = text[end:until].strip(" ,").replace(" )", ")")  # a slanted f keeps its distance: "(f )"
    return Section(at, end, _DASHES.sub("-", words), pinned or None, until)


def _whole_range(text: str, section: Section) -> Section:
    """``2702-03`` → 2702-2703; ``2510 to 2522`` too. Hyphens inside a number (``13-1105``) stay."""
    first, _, last = section.number.partition("-")
    if not last and section.pin is None and (dash := _DASH.match(text, section.end)):
        following = _NUMBER.match(text, dash.end())
        if following and following[0].isdigit() and not _NOT_A_SECTION.match(text, following.end()):
            last = following[0]
            section = replace(section, end=following.end(), until=following.end())
    if first.isdigit() and last.isdigit() and len(last) <= len(first):
        whole = first[: len(first) - len(last)] + last
        if int(whole) > int(first):
            return replace(section, number=f"{first}-{whole}")
    return section


def is_range(number: str) -> bool:
    """Whether ``2702-2703`` means several sections.

    >>> is_range("2702-2703"), is_range("13-1105"), is_range("2000e-5")
    (True, False, False)
    """
    first, _, last = number.partition("-")
    return first.isdigit() and last.isdigit() and len(first) == len(last) and int(last) > int(first)


def year_after(text: str, at: int) -> tuple[int | None, int]:
    """The year of a parenthesis (``(1988 ed. and Supp. IV)``) at ``at``, and where it ends."""
    found = _YEAR.match(text, at)
    return (int(found[2]), found.end()) if found else (None, at)
