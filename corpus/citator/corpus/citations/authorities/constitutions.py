"""Constitutional provisions with an article, amendment or section: ``U.S. Const., Art. II, § 3`` → ``U.S. Const. art. II, § 3``.

A clause called by its name ("the Fourteenth Amendment", "Article III standing") is no citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citator.corpus.citations.authorities.found import Found, positions
from citator.corpus.citations.authorities.heads import state_named

_ROMAN = r"[IVXL]+|\d{1,2}"
_PART = re.compile(
    r",?\s?(?:(?P<ordinal>\d{1,2})(?:st|nd|rd|d|th)\sAmend(?:ment|\.)"
    rf"|(?:(?P<art>[Aa]rt(?:icle|s?\.)?)|(?P<amend>[Aa]m(?:end(?:ment|s?\.)?|dts?\.)))\s?(?P<number>{_ROMAN})\b(?:\s?\((?:1[789]\d\d)\))?"
    r"|(?=\s?§\s?\d{1,3}\b))"
    r"(?P<rest>(?:,?\s?(?:§+|[Ss]ec(?:tion|s?\.))\s?\d{1,3}[a-z]?(?:\([a-z\d]\))*)?(?:,?\s(?:cl|par|para|pt)\.\s?\d{1,2})*)"
)
_ARTICLE = re.compile(rf"(?:[Aa]rt(?:icle|\.))\s(?P<number>{_ROMAN})\b,?\s(?:§+|[Ss]ec(?:tion|\.))\s?\d")
_AMENDMENT = re.compile(r"Amdts?\.\s?\d")
_CONST = re.compile(r"Const(?:itution|\.)?(?:,?\s(?:of\s)?1[789]\d\d(?=,?\s[Aa]rt))?")
_NAMED_BEFORE = re.compile(r"(?P<name>(?:U\.?\s?S\.?|United States|[Ff]ederal|(?:[A-Z][\w]*\.?\s?){1,3}))\s?\Z")
_BEHIND = re.compile(
    r",?\s(?:(?:of|to)\s(?:the\s|our\s)?)?(?P<name>United States|U\.\s?S\.|Federal|federal|[A-Z]\w+(?:\s[A-Z]\w+)?|(?:[A-Z]\.\s?){2}|[A-Z][a-z]+\.)?\s?(?:Constitution\b|Const\.)"
)
# "Constitution of Kansas, art. 2", "§ 4 of the Constitution of the State of Ohio"
_OF_WHOM = re.compile(
    r"\sof\s(?:the\s)?(?:(?:State|Commonwealth)\sof\s)?(?P<name>(?:(?:New|North|South|West|Rhode|United)\s)?[A-Z][\w.]*(?<![^.]\.(?=\s[A-Z])))"
)
_BEFORE_PAREN = re.compile(r"(?P<name>(?:[A-Z]\w*\.?\s){1,2})(?:Constitution|Const\.)\s\(\Z")
# "§ 5 of the Fourteenth Amendment", "section 4 of Art. IX of the State Constitution"
_SECTION_OF = re.compile(
    r"(?:§+|[Ss]ec(?:tions?|\.)|[Cc]lause)\s?(?P<section>\d{1,2}[a-z]?)(?P<pin>\([a-z\d]\))?(?:,?\s(?:of|to)\s(?:the\s)?|,\s(?=[Aa]rt))"
    rf"(?:(?P<ordinal>[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?)\sAmendment\b|[Aa]rt(?:icle|\.)\s(?P<article>{_ROMAN})\b)"
)
_ORDINALS = {
    "First": "I", "Second": "II", "Third": "III", "Fourth": "IV", "Fifth": "V", "Sixth": "VI", "Seventh": "VII",
    "Eighth": "VIII", "Ninth": "IX", "Tenth": "X", "Eleventh": "XI", "Twelfth": "XII", "Thirteenth": "XIII",
    "Fourteenth": "XIV", "Fifteenth": "XV", "Sixteenth": "XVI", "Seventeenth": "XVII", "Eighteenth": "XVIII",
    "Nineteenth": "XIX", "Twentieth": "XX",
}  # fmt: skip
_FEDERAL = {"u.s.", "us", "unitedstates", "federal", "u.s"}
_STOP = re.compile(r"\A(?:(?:See|Under|The|In|Of|And|Cf\.|But|Also|By)\s)+")


def find(text: str) -> Iterator[Found]:
    """Every provision, by its name (``Const.``) or by its article and section alone."""
    until = -1
    sections = {found.start: found for found in _sections(text)}
    starts = {at: _CONST for at in positions(text, "Const")}
    starts |= {at: _ARTICLE for at in positions(text, "Art. ", "art. ", "Article ", "article ")}
    starts |= {at: _AMENDMENT for at in positions(text, "Amdt")}
    for at in sorted({*starts, *sections}):
        if at < until:
            continue
        if at in sections:
            found: Found | None = sections[at]
        else:
            found = _by_name(text, at) if starts[at] is _CONST else _alone(text, at, starts[at])
        if found:
            until = max(found.end, found.full_end)
            yield found


def _sections(text: str) -> Iterator[Found]:
    """A section of an amendment or article that is named behind it."""
    for at in positions(text, " Amendment", " Art. ", " Article ", " art. ", " article "):
        match = next(
            (m for m in _SECTION_OF.finditer(text, max(0, at - 40), at + 24) if m.start() < at < m.end()), None
        )
        if match is None:
            continue
        behind = _BEHIND.match(text, match.end())
        name = _name_behind(text, behind).removeprefix("State")
        section = f"{match['section']}{match['pin'] or ''}"
        kind = "cl." if match[0][0] in "Cc" else "§"
        if amendment := _ORDINALS.get(match["ordinal"] or ""):
            cite = f"{name or 'U.S.'} Const. amend. {amendment}, {kind} {section}"
        elif match["article"] and behind:
            cite = f"{name} Const. art. {match['article']}, {kind} {section}".strip()
        else:
            continue
        yield Found(match.start(), match.end(), "constitution", cite, full_end=match.end())


def _by_name(text: str, at: int) -> Found | None:
    word = _CONST.match(text, at)
    of = _of_whom(text, word.end()) if word else None
    part = _PART.match(text, of[1] if of else word.end()) if word else None
    if part is None or text[part.start() : part.start() + 1] not in (" ", ","):
        return None
    start, name = at, of[0] if of else ""
    if not of and (before := _NAMED_BEFORE.search(text, max(0, at - 28), at)):
        name = before["name"]
        lead = _STOP.match(name)
        start = before.start("name") + (lead.end() if lead else 0)
        name = name[lead.end() :] if lead else name
    return Found(start, part.end(), "constitution", _cite(_name(name), part), full_end=part.end())


def _alone(text: str, at: int, pattern: re.Pattern[str]) -> Found | None:
    if not pattern.match(text, at) or text[at - 1 : at].isalnum():
        return None
    part = _PART.match(text, at)
    if part is None:
        return None
    behind = _BEHIND.match(text, part.end())
    if behind is None and part["art"] and part["number"].isdigit():
        return None  # codes have articles with plain numbers
    name = _name_behind(text, behind)
    if not name and (before := _BEFORE_PAREN.search(text, max(0, at - 50), at)):
        name = _name(re.sub(_STOP, "", before["name"]))
    return Found(at, part.end(), "constitution", _cite(name, part), full_end=part.end())


def _of_whom(text: str, at: int) -> tuple[str, int] | None:
    """The state, or the United States, whose constitution is spoken of at ``at``, and where its name ends."""
    of = _OF_WHOM.match(text, at)
    name = _name(of["name"]) if of else ""
    return (name, of.end()) if of and (name == "U.S." or state_named(name)) else None


def _name_behind(text: str, behind: re.Match[str] | None) -> str:
    if behind is None:
        return ""
    of = _of_whom(text, behind.end()) if not behind["name"] else None
    return of[0] if of else _name(behind["name"] or "")


def _name(words: str) -> str:
    words = words.strip(" ,")
    if re.sub(r"\s", "", words).lower() in _FEDERAL:
        return "U.S."
    if state := state_named(words):
        return state
    return re.sub(r"\.(?=[A-Z]\w)", ". ", words)


def _cite(name: str, part: re.Match[str]) -> str:
    rest = re.sub(r",?\s?(?:§+|[Ss]ec(?:tion|s?\.))\s?", ", § ", part["rest"], count=1)
    rest = re.sub(r",?\s(cl|par|para|pt)\.\s?", r", \1. ", rest)
    if part["ordinal"]:
        what = f"amend. {part['ordinal']}"
    elif part["number"]:
        what = f"{'art.' if part['art'] else 'amend.'} {part['number']}"
    else:
        what, rest = "", rest.removeprefix(", ")
    return f"{name} Const. {what}{rest}".strip()
