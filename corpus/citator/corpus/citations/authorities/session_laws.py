"""The laws of one session of a legislature, and the Illinois code that is cited by year and chapter.

``Laws of 1914, c. 369``, ``Stats. 1961, ch. 850, p. 2223``, ``1987 Mont. Laws, ch. 563``; ``Ill. Rev. Stat. 1983, ch. 41, par. 2``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citator.corpus.citations.authorities.found import Found, positions
from citator.corpus.citations.authorities.heads import state_named

_YEAR = r"(?P<year>1[6-9]\d\d|20\d\d)"
_STATE = r"(?:(?:New|North|South|West|Rhode)\s)?[A-Z][a-z]*\.?(?:\s?[A-Z]\.)?"
_UNIT = r"(?P<unit>[Cc](?:h(?:ap(?:ter|\.)|\.)|\.)|[Pp]p?\.|[Nn]o\.|Act(?=\s\d+(?!\d|,\s?§)))\s(?P<number>\d+)"
_PIN = r"(?P<pin>(?:,?\s(?:§+|[Ss]ecs?\.|pp?\.|at)\s?\d+(?:[–-]\d+|,\s\d+(?!\s[A-Z]))*)*)"
_OF_YEAR = re.compile(
    rf"(?P<what>Laws?|Acts|Stats\.|(?:P\.\s?)?L\.)\s?(?:of\s)?{_YEAR}(?:\s\((?P<state>{_STATE})\))?,?\s{_UNIT}{_PIN}"
)
_BY_YEAR = re.compile(
    rf"{_YEAR}\s(?:(?P<state>{_STATE})\s)?(?:(?:Gen(?:eral|\.)|Sess(?:ion|\.)|Pub(?:lic|\.))\s)*(?P<what>Laws|Acts|Stats\.)"
    rf"(?:\sof\s(?P<whose>{_STATE}))?(?:,?\s(?:\d\w+\s)?(?:Ex|Spec)\.\sSess\.(?:\s[IVX]+)?)?,?\s{_UNIT}{_PIN}"
)
# "Chapter 158 of the Laws of 1933", "Ch. 239, S.L. 1977", "Chapter 390, General Laws of Oregon, 1919"
_CHAPTER_OF = re.compile(
    rf"[Cc]h(?:ap(?:ter|\.)|apter|\.)\s(?P<number>\d+),?\s(?:of\s(?:the\s)?)?(?:(?:[Ss]ession|[Gg]en(?:eral|\.)|[Pp]ublic)\s)?(?P<what>[Ll]aws|Acts|S\.\s?L\.)"
    rf"(?:\sof\s(?P<state>{_STATE}),?)?\s(?:of\s)?{_YEAR}"
)
_SECTION_OF = re.compile(r"(?:§+\s?|[Ss]ec(?:tion|\.)\s)(?P<section>\d+),?\s(?:of\s)?\Z")
_STATE_BEFORE = re.compile(rf"(?<![\w.])(?P<state>{_STATE})\s(?:(?:Gen(?:eral|\.)|Sess(?:ion|\.)|Pub(?:lic|\.))\s)*\Z")
_REACH = 40
_ILLINOIS = re.compile(
    r"Ill\.\s?Rev\.\s?Stat\.?,?\s(?:Ann\.,?\s)?(?:(?P<year>1[89]\d\d),?\s)?ch\.\s(?P<chapter>\d+[A-Z]?(?:\s(?:1/2|½))?),?\s"
    r"(?:pars?\.|§+|¶+)\s?(?P<number>\d[\w.–-]*\w|\d)(?P<pin>(?:\(\w{1,3}\))*)"
)


def find(text: str) -> Iterator[Found]:
    """Every law of a session, with its state where that is named."""
    yield from _by_chapter(text)
    for at in positions(text, "Law", "Acts ", "Stats. ", "L. 1", "L. 2", "L.1"):
        at -= next((len(public) for public in ("P.", "P. ") if text.endswith(public, 0, at)), 0)
        law = _OF_YEAR.match(text, at)
        if law is not None and not (text[at - 1 : at].isalnum() or text.endswith(("Pub. ", "Pub."), 0, at)):
            state = _state(law["state"])
            start = at
            if state is None and (before := _STATE_BEFORE.search(text, max(0, at - _REACH), at)):
                state = _state(before["state"])
                start = before.start() if state else at
            yield _law(law, start, state)
        if text[at] in "LP" and text[at + 1] in ". ":
            continue
        for law in _BY_YEAR.finditer(text, max(0, at - _REACH), at + 80):
            if law.start() < at < law.end():
                whose = law["whose"] or law["state"]
                if whose is None or _state(whose):
                    yield _law(law, law.start(), _state(whose))
    for at in positions(text, "Ill. Rev", "Ill.Rev"):
        if code := _ILLINOIS.match(text, at):
            cite = f"Ill. Rev. Stat. ch. {code['chapter']}, § {code['number'].replace('–', '-')}"
            year = int(code["year"]) if code["year"] else None
            yield Found(
                at, code.end("number"), "statute", cite, pin=code["pin"] or None, year=year, full_end=code.end()
            )


def _by_chapter(text: str) -> Iterator[Found]:
    for at in positions(text, "Chapter ", "chapter ", "Ch. ", "ch. "):
        law = _CHAPTER_OF.match(text, at)
        if law is None or text[at - 1 : at].isalnum():
            continue
        state = _state(law["state"])
        if law["state"] and state is None:
            continue
        section = _SECTION_OF.search(text, max(0, at - 30), at)
        what = law["what"].replace(" ", "") if law["what"][0] == "S" else law["what"].capitalize()
        yield Found(
            section.start() if section else at, law.end(), "statute",
            " ".join(filter(None, (law["year"], state, what, "ch.", law["number"]))),
            pin=f"§ {section['section']}" if section else None, year=int(law["year"]), full_end=law.end(),
        )  # fmt: skip


def _law(law: re.Match[str], start: int, state: str | None) -> Found:
    what = "Laws" if law["what"].startswith("L") else law["what"].replace(" ", "")
    unit = {"p": "p.", "n": "No.", "a": "Act"}.get(law["unit"][0].lower(), "ch.")
    cite = " ".join(filter(None, (law["year"], state, what, unit, law["number"])))
    pin = law["pin"].strip(" ,") or None
    return Found(start, law.end("number"), "statute", cite, pin=pin, year=int(law["year"]), full_end=law.end())


def _state(words: str | None) -> str | None:
    """The abbreviation of the state that ``words`` are; none if they are no state."""
    return state_named(words) if words else None
