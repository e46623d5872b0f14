"""Edited text → the reporter citations in it (``48 F.3d 1508``, ``470 U.S., at 608``), as eyecite knows reporters.

One cheap expression finds a number before a capital letter; whether a reporter follows it, and which, is asked of
``spellings``; then come a page, a pin or a blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from citator.corpus.citations.spellings import editions, longest, spellings

if TYPE_CHECKING:
    from eyecite.models import Edition, TokenExtractor

Shape = Literal["full", "short", "placeholder"]

_NUMBER = re.compile(
    r"(?<![A-Za-z0-9$/§])(?<!\d-)(?P<volume>[1-9]\d{0,3}[ABI]?|[_—–-]+)(?P<gap> |['’] ?|-|)(?=[A-Zmcpw])"
)
_FULL_PAGE = re.compile(r",? (?P<page>\d+)(?!-?[A-Za-z0-9]|\. ?c\.|[.,]\d{3}\b|[(\[][AU][)\]])")
_SHORT_PAGE = re.compile(
    r"(?:[,.:;'’]{0,2} ?\.?at ?|, (?=p)|,? [lI1]\. ?c\. ?|,? loc\. ?cit\.,? )(?:(?:pp?\.?|pages?|pg\.) ?)?"
    r"(?P<page>\*{0,2}\d+(?:,\d{3}(?!\d))?|_+|[—–-]{1,3})(?: ?[-–—] ?\*?\d+)?(?![A-Za-z0-9])"
)
_BLANK_PAGE = re.compile(r",? ?(?:_+|[—–-]+)(?![A-Za-z0-9])")
_PARAGRAPH = re.compile(
    r",? ?(?P<mark>¶|P|para\.) ?(?P<page>\d{2},\d{3})(?!\d)"
)  # what stands for a page in FERC's reports
_LOOSE_PAGE = re.compile(r"[.,:;'’]{0,2} ?(?P<page>\d+)(?!-?[A-Za-z0-9]|[.,]\d{3}\b)")
_SAME_REPORTER = re.compile(
    r"[Ii]d\.(?<=\d [Ii]d\.),? (?P<page>\d{1,4})(?!-?[A-Za-z0-9])"
)  # the letter first, for speed
_ITS_VOLUME = re.compile(r"(?<![\w.-])(\d{1,3}) \Z")
_LETTER_MARK = re.compile(r"(?<=[A-Za-z])[.,:'’]")
_LOUISIANA = re.compile(r"(?<![A-Za-z0-9])\d{2,4}[- ]\d{2,5}[A-Z]? (?=\(La)")
_CASE_BEFORE = re.compile(r" v\. |[Ii]n re |[Ee]x parte ")
_YEAR_AFTER = re.compile(r",? \d+,? \((?:[^()]* )?1[789]\d\d\)")
# Reporters of one volume whose name is also a surname; "Holmes, 5" alone is not a citation.
_SURNAMES = frozenset(
    {
        "Bee",
        "Chase",
        "Cooke",
        "Crabbe",
        "Deady",
        "Gilmer",
        "Holmes",
        "McCahon",
        "Olcott",
        "Robards",
        "Taney",
        "Thompson",
    }
)


_APPENDIX = "App"  # "3 App. 27": the case's own, in volumes; an Ohio court's reports name their state


@dataclass(frozen=True, slots=True)
class Cite:
    """A reporter citation: its place in the text, its parts, and the editions it can mean.

    ``text`` is the citation in good order, ``reporter`` as it stands there. ``page`` is the first page of a
    full citation, the pin of a short one, ``None`` for a page that was not known yet.
    """

    start: int
    end: int
    shape: Shape
    volume: str | None
    reporter: str
    page: str | None
    editions: tuple[Edition, ...]
    text: str

    def edition(self, year: int | None = None) -> Edition | None:
        """The one edition meant; ``year`` chooses among several."""
        meant = self.editions
        if len(meant) > 1 and year is not None:
            meant = tuple(edition for edition in meant if edition.includes_year(year))
        return meant[0] if len(meant) == 1 else None

    def name(self, year: int | None = None) -> str:
        """The name of the edition meant; the reporter as printed, when that is not certain."""
        edition = self.edition(year)
        names = {edition.short_name} if edition else {str(edition.short_name) for edition in self.editions}
        return names.pop() if len(names) == 1 else self.reporter

    def normal(self, year: int | None = None) -> str:
        """The citation with its reporter under its one name, as eyecite prints it."""
        return self.text.replace(self.reporter, self.name(year), 1)


def scan(text: str) -> list[Cite]:
    """Every reporter citation in ``text`` (single spaces, one line a paragraph), in order, none overlapping another.

    >>> [(cite.normal(), cite.shape) for cite in scan("Koon, 518 U. S. 81, 116 S.Ct., at 2044")]
    [('518 U.S. 81', 'full'), ('116 S. Ct. at 2044', 'short')]
    """
    found: list[Cite] = []
    end = 0
    for number in _NUMBER.finditer(text):
        if number.start() >= end and (cite := _at(text, number)):
            found.append(cite)
            end = cite.end
    return _merged(_merged(found, _without_volume(text)), _same_reporter(text, found))


def _merged(cites: list[Cite], others: Iterable[Cite]) -> list[Cite]:
    """``cites`` and those of ``others`` that overlap none of them, in order."""
    taken = sorted(cites, key=lambda cite: cite.start)
    merged: list[Cite] = []
    i = 0
    for other in others:
        while i < len(taken) and taken[i].end <= other.start:
            merged.append(taken[i])
            i += 1
        if (i >= len(taken) or other.end <= taken[i].start) and (not merged or merged[-1].end <= other.start):
            merged.append(other)
    return merged + taken[i:]


def _at(text: str, number: re.Match[str]) -> Cite | None:
    """The citation whose volume is ``number``, if a reporter follows it."""
    begin = number.end()
    ends = [found for found in spellings().ends(text, begin) if text[begin : found[0]].strip(" .") != _APPENDIX]
    for end, extractors in reversed(ends):
        if cite := _standard(text, number, end, extractors) or _special(text, number, extractors):
            return cite
    for end, extractors in reversed(ends):
        if cite := _misread(text, number, end, extractors):
            return cite
    return None


def _standard(text: str, number: re.Match[str], end: int, extractors: list[TokenExtractor]) -> Cite | None:
    """``volume reporter page``, ``volume reporter, at pin``, or either with a blank for what is not known yet."""
    volume = number["volume"]
    closing = ".)]" if "(" in text[number.end() : end] else "."
    while text[end : end + 1] and text[end] in closing and (text[end - 1] not in closing or text[end] == ")"):
        end += 1
    printed = text[number.end() : end]
    known = volume[0].isdigit()
    if known and printed in spellings().more and (paragraph := _PARAGRAPH.match(text, end)):
        return _by_paragraph(number, spellings().more[printed][0], paragraph, extractors)
    page, shape = _page(text, end)
    if page is None or (known and number["gap"] != " "):
        return None
    blank_page = shape == "placeholder" or not any(map(str.isdigit, page["page"]))
    if not (known or blank_page):
        return None
    if printed in spellings().more:
        printed, comma = spellings().more[printed]
        if shape == "placeholder" or len(volume) > 3 or (comma and (shape == "short" or text[end] != ",")):
            return None
    meant = spellings().meant(printed, volume, extractors)
    if not meant:
        return None
    if shape == "placeholder":
        blank = f"{volume if known else '___'} {printed} ___"
        return Cite(number.start(), page.end(), shape, volume, printed, None, meant, blank)
    first = f"{volume if known else '___'} {printed}"
    cleaned = f"{first} {'at ' if shape == 'short' else ''}{'___' if blank_page else page['page']}"
    return Cite(number.start(), page.end(), shape, volume, printed, page["page"], meant, cleaned)


def _by_paragraph(
    number: re.Match[str], name: str, paragraph: re.Match[str], extractors: list[TokenExtractor]
) -> Cite | None:
    """A reporter of paragraphs, in a spelling that eyecite lacks: ``88 F.E.R.C. ¶ 61,227``."""
    volume, page = number["volume"], paragraph["page"]
    cleaned = f"{volume} {name} ¶ {page}"
    match, meant = longest(cleaned, 0, extractors)
    return None if match is None else Cite(number.start(), paragraph.end(), "full", volume, name, page, meant, cleaned)


def _page(text: str, end: int) -> tuple[re.Match[str] | None, Shape]:
    """What follows a reporter: a page, a pin, or a blank."""
    if page := _FULL_PAGE.match(text, end):
        return page, "full"
    if page := _SHORT_PAGE.match(text, end):
        return page, "short"
    return _BLANK_PAGE.match(text, end), "placeholder"


def _special(text: str, number: re.Match[str], extractors: list[TokenExtractor]) -> Cite | None:
    """A form of its own: ``2006-Ohio-2095``, ``12 Neb. App. lxiv``, ``5 U.S. (1 Cranch) 137``."""
    match, meant = longest(text, number.start(), extractors)
    return None if match is None else _cite(match, meant)


def _misread(text: str, number: re.Match[str], end: int, extractors: list[TokenExtractor]) -> Cite | None:
    """A citation whose punctuation was misread: ``840 F:2d 1087``, ``964'F.2d' at 939``."""
    volume, printed = number["volume"], text[number.end() : end + 1]
    meant = editions(extractor for extractor in extractors if extractor.extra["exact_editions"])
    names = {str(edition.short_name) for edition in meant}
    page = _SHORT_PAGE.match(text, end) or _LOOSE_PAGE.match(text, end)
    if page is None or not volume[0].isdigit() or len(names) != 1:
        return None
    name = names.pop()
    marks = len(_LETTER_MARK.findall(printed))
    if not marks or len(name) < 3 or abs(len(_LETTER_MARK.findall(name)) - marks) > 1:
        return None
    shape: Shape = "short" if page.re is _SHORT_PAGE else "full"
    cleaned = f"{volume} {name} {'at ' if shape == 'short' else ''}{page['page']}"
    return Cite(number.start(), page.end(), shape, volume, name, page["page"], meant, cleaned)


def _same_reporter(text: str, cites: list[Cite]) -> Iterator[Cite]:
    """Another volume of the reporter cited before: ``Roe v. Doe, 12 Wall. 204; Poe v. Hall, 19 id. 581``."""
    before: Cite | None = None
    i = 0
    for match in _SAME_REPORTER.finditer(text):
        volume = _ITS_VOLUME.search(text, max(0, match.start() - 5), match.start())
        while i < len(cites) and cites[i].start < match.start():
            before, i = cites[i], i + 1
        if volume and before and before.shape == "full" and "\n" not in text[before.end : match.start()]:
            cleaned = f"{volume[1]} {before.reporter} {match['page']}"
            before = replace(
                before, start=volume.start(), end=match.end(), volume=volume[1], page=match["page"], text=cleaned
            )
            yield before


def _without_volume(text: str) -> Iterator[Cite]:
    """Citations that do not begin with a volume: ``T.C. Memo. 2019-233``, ``Deady, 12``; and Louisiana's dockets."""
    table = spellings()
    starts = [*table.bare_start.finditer(text), *(_LOUISIANA.finditer(text) if "(La" in text else ())]
    for start in sorted(starts, key=re.Match.start):
        if start.re is _LOUISIANA:
            extractors = [extractor for _, found in table.ends(text, start.end())[-1:] for extractor in found]
        elif start[1].strip(".,") in _SURNAMES and not _looks_cited(text, start.start(), start.end()):
            continue
        else:
            extractors = table.bare[start[1]]
        match, meant = longest(text, start.start(), extractors)
        if match is not None:
            yield _cite(match, meant)


def _cite(match: re.Match[str], meant: tuple[Edition, ...]) -> Cite:
    """The citation that one of eyecite's expressions matched."""
    groups = match.groupdict()
    start, end = match.span(1)
    page = groups.get("page")
    if page is not None and not page.strip("_"):
        return Cite(start, end, "placeholder", groups.get("volume"), groups["reporter"].rstrip(), None, meant, match[1])
    return Cite(start, end, "full", groups.get("volume"), groups["reporter"].rstrip(), page, meant, match[1])


def _looks_cited(text: str, start: int, end: int) -> bool:
    """Whether a case name stands before and a year in parentheses after."""
    return bool(_CASE_BEFORE.search(text, max(0, start - 80), start) and _YEAR_AFTER.match(text, end))
