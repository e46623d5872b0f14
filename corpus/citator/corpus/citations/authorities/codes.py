"""Codes known by their letters (``codes.toml``): ``18 U.S.C. § 3731``, ``RCW 9.94A.310`` → statutes, regulations, guidelines.

A code's letters stand before its sections, with or without a section mark; one trie of all forms finds them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast

from citator.corpus.citations.authorities import sections
from citator.corpus.citations.authorities.found import Found
from citator.corpus.model import CitationKind

MARK = r"(?P<mark>§+\.?|\[§+\s?\]|[Ss]ec(?:tion)?s?\b\.?|SEC(?:TION)?S?\b\.?|[Aa]rt(?:icle)?s?\b\.?|ss?(?=\s\d)|[Pp](?:ar)?ts?\b\.?)"
_AFTER = re.compile(
    rf"(?:\s?Ann(?:\.|otated)|\sAnnotated)?,?\s?(?:\(?(?:1[89]|20)\d\d\)?(?:,?\s(?:Cum\.\s)?Supp\.)?,?\s?(?=§|[Ss]ec|\d+[A-Z]?[-:.]\d))?(?:{MARK})?\s?(?=\d)"
)
_ITS_OWN = re.compile(r"(?:\s?Ann\.)?,?\s?(?:§|[Ss]ec|[Aa]rt|[Cc]h|\d+[A-Z]?[-:.]\d|(?!(?:1[89]|20)\d\d\b)\d)")
_BARE_YEAR = re.compile(r"(?:1[89]|20)\d\d(?![\w:.–-]*\d|\()")
_SECTION_BEFORE = re.compile(r"\d[\w.:()–-]*,\s\Z")  # "§ 18-1-105, C.R.S. 2019": the code and its year
_CHAPTER = re.compile(r",?\s?[Cc](?:h(?:apter|\.)?|\.)\s?(?P<chapter>\d+[A-Z]{0,2}\d*)(?:,?\s?(?P<mark>§+)\s?(?=\d))?")
_TITLE = re.compile(r"(?:\b[Tt]itle\s)?(?<![\w.§-])(?P<title>\d{1,3}(?:-?[A-Z])?),?\s?(?:of\sthe\s)?\Z")
_TITLE_BEHIND = re.compile(r",?\s[Tt]it(?:le|\.)\s(?P<title>\d{1,3})(?=,?\s)")
_PART = re.compile(
    r"\s[Cc]h(?:\.|apter)\s?(\d+),?\s[Pp]t\.\s?([A-Z])\b(?P<pin>(?:,\s(?:[Ii]ntro\.?|p\.s\.\s\d[^\s,]*|cmt\.|at\s[\d-]+))*)"
)
_GUIDELINE_PIN = re.compile(
    r"(?:\([\w]+\))*(?:,?\s(?:comment\.|cmt\.|p\.s\.|\(?[Bb]ackg(?:roun)?d\.?\)?|n\.\s?\d+|\(n\.\s?\d+(?:\([A-Z]\))?\)))*"
)


@dataclass(frozen=True, slots=True)
class Code:
    """A row of ``codes.toml``."""

    name: str
    forms: tuple[str, ...]
    kind: CitationKind
    title: bool  # the number of a title stands before the name
    mark: bool  # the letters alone do not suffice: a section mark must follow
    chapter: bool  # a chapter stands before the section
    sign: str
    dots: bool
    number: re.Pattern[str]

    def cite(self, title: str | None, number: str, *, several: bool) -> str:
        """The normal form of a section; of ``several`` a hyphen may mean all from one to another."""
        sign = "§§" if self.sign == "§" and several and sections.is_range(number) else self.sign
        return " ".join(filter(None, (title, self.name, sign, number)))


@cache
def rows() -> tuple[dict[str, Any], ...]:
    """The table as it stands in the file, with its examples."""
    table = files(__package__).joinpath("codes.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(table)["code"])


@cache
def _codes() -> tuple[re.Pattern[str], dict[str, list[Code]]]:
    """One pattern for every printed form, and the codes that a form (without its spaces) can mean."""
    by_form: dict[str, list[Code]] = {}
    for row in rows():
        code = Code(
            row["name"],
            tuple(row["forms"]),
            cast(CitationKind, row.get("kind", "statute")),
            row.get("title") == "before",
            row.get("mark", False),
            row.get("chapter", False),
            row.get("sign", "§"),
            row.get("dots", True),
            re.compile(row.get("number", r"\d")),
        )
        for form in code.forms:
            by_form.setdefault(form.replace(" ", ""), []).append(code)
    forms = {form for row in rows() for form in row["forms"]}
    return re.compile(_trie(sorted(forms))), by_form


def _trie(forms: list[str]) -> str:
    """A pattern for any of ``forms``, the longest first, that looks at each letter once."""
    branches: dict[str, list[str]] = {}
    for form in forms:
        if form:
            branches.setdefault(form[0], []).append(form[1:])
    patterns = [
        ({".": r"\.\s?", " ": r"\s"}.get(letter) or re.escape(letter)) + _trie(rest)
        for letter, rest in branches.items()
    ]
    if not patterns:
        return ""
    return f"(?:{'|'.join(patterns)})" + ("?" if "" in forms else "")


def find(text: str) -> Iterator[Found]:
    """Every section cited with the letters of its code."""
    pattern, by_form = _codes()
    for form in pattern.finditer(text):
        start = form.start()
        end = start + len(form[0].rstrip())
        before = text[start - 1] if start else " "
        inside = before.isalnum() or before in "-." or text[end : end + 1].isalpha()
        if inside and not text.startswith(("c.", "ch.", "ch ", "Ann."), end):
            continue
        for code in by_form.get(form[0].replace(" ", ""), ()):
            cited = list(_sections(text, start, end, code))
            if cited:
                yield from cited
                break


def lettered(text: str, at: int) -> tuple[str, int] | None:
    """The code whose letters stand at ``at`` without a section of their own, and where they end.

    >>> lettered("§ 18-1-105, C.R.S. 2019, is", 12), lettered("§ 1, C.R.S. § 2", 5)
    (('Colo. Rev. Stat.', 18), None)
    """
    pattern, by_form = _codes()
    form = pattern.match(text, at)
    if form is None:
        return None
    end = at + len(form[0].rstrip())
    if text[end : end + 1].isalpha() or _ITS_OWN.match(text, end):
        return None
    named = [code for code in by_form.get(form[0].replace(" ", ""), ()) if not (code.title or code.chapter)]
    return (named[0].name, end) if named and named[0].kind == "statute" else None


def _sections(text: str, start: int, end: int, code: Code) -> Iterator[Found]:
    title = None
    if code.title:
        before = _TITLE.search(text, max(0, start - 24), start)
        behind = _TITLE_BEHIND.match(text, end)
        if before is None and behind is None:
            return
        if before is not None:
            title, start = before["title"], before.start()
        elif behind is not None:
            title, end = behind["title"], behind.end()
    if code.chapter:
        yield from _of_chapter(text, start, end, code)
        return
    if code.kind == "guideline" and (part := _PART.match(text, end)):
        cite = f"{code.name} ch. {part[1]}, pt. {part[2]}"
        yield Found(start, part.start("pin"), code.kind, cite, pin=part["pin"].strip(" ,") or None, full_end=part.end())
        return
    after = _AFTER.match(text, end)
    if after is None or (code.mark and not after["mark"]) or not code.number.match(text, after.end()):
        return
    mark = after["mark"] or ""
    if code.sign == "art." and mark.startswith("§"):
        return
    if not mark and _BARE_YEAR.match(text, after.end()) and _SECTION_BEFORE.search(text, max(0, start - 24), start):
        return
    if mark.startswith(("P", "p")):
        name = f"{title} {code.name} pt."
        for section in sections.read(text, after.end(), several=mark.rstrip(".").endswith("s"), dots=False):
            yield Found(start, section.end, code.kind, f"{name} {section.number}", full_end=section.until)
            start = section.end
        return
    several = "§§" in mark or mark.rstrip(".").endswith("s") or (not mark and code.name == "U.S.C.")
    yield from of_sections(text, start, after.end(), code, title, several)


def of_sections(text: str, start: int, at: int, code: Code, title: str | None, several: bool) -> Iterator[Found]:
    """The sections that begin at ``at``; the first cite begins at ``start``, the others are their number only."""
    cited = sections.read(text, at, several=several, dots=code.dots)
    if not cited:
        return
    until = cited[-1].until
    if code.kind == "guideline" and (pin := _GUIDELINE_PIN.match(text, cited[-1].end)):
        until = max(until, pin.end())
    year, full_end = sections.year_after(text, until)
    for i, section in enumerate(cited):
        last = i == len(cited) - 1
        pin_words = text[section.end : until].strip(" ,") if last else section.pin
        yield Found(
            start if i == 0 else section.start,
            section.end,
            code.kind,
            code.cite(title, section.number, several=several or code.title),
            pin=pin_words or None,
            year=year,
            full_end=full_end if last else section.until,
        )


def _of_chapter(text: str, start: int, end: int, code: Code) -> Iterator[Found]:
    chapter = _CHAPTER.match(text, end)
    if chapter is None:
        return
    name = f"{code.name} ch. {chapter['chapter']}"
    if not chapter["mark"]:
        yield Found(start, chapter.end(), code.kind, name)
        return
    at = start
    for section in sections.read(text, chapter.end(), several=len(chapter["mark"]) > 1):
        sign = "§§" if sections.is_range(section.number) else "§"
        yield Found(
            at, section.end, code.kind, f"{name}, {sign} {section.number}", pin=section.pin, full_end=section.until
        )
        at = section.start
