"""Edited text → the reporter citations in it (``48 F.3d 1508``, ``470 U.S., at 608``), as eyecite knows reporters.

eyecite tries each of its 6,800 expressions on the text. Here one cheap expression finds a number before a
capital letter, a trie of all spellings tells whether a reporter follows, and only that reporter's own
expressions, eyecite's, are tried at that place. What they accept, and the editions they name, is theirs.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from eyecite.models import Edition, TokenExtractor

Shape = Literal["full", "short", "placeholder"]

_NUMBER = re.compile(
    r"(?<![A-Za-z0-9$/§])(?<!\d-)(?P<volume>[1-9]\d{0,3}[ABI]?|[_—–-]+)(?P<gap> |['’] ?|-|)(?=[A-Zmcpw])"
)
_SKIPPED = frozenset(" .,'’:()[]-&")
_FULL_PAGE = re.compile(r",? (?P<page>\d+)(?!-?[A-Za-z0-9]|[.,]\d{3}\b|[(\[][AU][)\]])")
_SHORT_PAGE = re.compile(
    r"(?:[,.:;'’]{0,2} ?\.?at ?|, (?=p))(?:(?:pp?\.?|pages?|pg\.) ?)?"
    r"(?P<page>\*{0,2}\d+(?:,\d{3}(?!\d))?|_+|[—–]{1,3})(?: ?[-–—] ?\*?\d+)?(?![A-Za-z0-9])"
)
_BLANK_PAGE = re.compile(r",? ?(?:_+|[—–-]+)(?![A-Za-z0-9])")
_LOOSE_PAGE = re.compile(r"[.,:;'’]{0,2} ?(?P<page>\d+)(?!-?[A-Za-z0-9]|[.,]\d{3}\b)")
_LETTER_MARK = re.compile(r"(?<=[A-Za-z])[.,:'’]")
_LOUISIANA = re.compile(r"(?<![A-Za-z0-9])\d{2,4}[- ]\d{2,5}[A-Z]? (?=\(La)")
_CASE_BEFORE = re.compile(r" v\. |[Ii]n re |[Ee]x parte ")
_YEAR_AFTER = re.compile(r",? \d+,? \((?:[^()]* )?1[789]\d\d\)")
_OPENING = "(?:^|[^a-zA-Z0-9])("
# Reporters of one volume whose name is also a surname; "Holmes, 5" alone is not a citation.
_SURNAMES = frozenset(
    [
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
        "Syllabi",
        "Taney",
        "Thompson",
    ]
)


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
        editions = self.editions
        if len(editions) > 1 and year is not None:
            editions = tuple(edition for edition in editions if edition.includes_year(year))
        return editions[0] if len(editions) == 1 else None

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
    index = _index()
    found: list[Cite] = []
    end = 0
    for number in _NUMBER.finditer(text):
        if number.start() >= end and (cite := index.at(text, number)):
            found.append(cite)
            end = cite.end
    return _merged(found, index.without_volume(text))


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


@lru_cache(maxsize=1)
def _index() -> _Index:
    return _Index()


def _spellings() -> list[dict[str, Any]]:
    """The rows of reporters.toml."""
    table = resources.files("citator.corpus.citations").joinpath("reporters.toml")
    rows: list[dict[str, Any]] = tomllib.loads(table.read_text(encoding="utf-8"))["spelling"]
    return rows


class _Index:
    """All spellings of all reporters as a trie, punctuation left out, with eyecite's expressions at its ends."""

    def __init__(self) -> None:
        from eyecite.tokenizers import EDITIONS_LOOKUP, EXTRACTORS

        spellings: dict[Edition, list[str]] = {}
        for spelling, editions in EDITIONS_LOOKUP.items():
            for edition in editions:
                spellings.setdefault(edition, []).append(spelling)
        self._trie: dict[str, Any] = {}
        self._known: dict[tuple[str, bool], tuple[Edition, ...]] = {}
        bare: dict[str, list[TokenExtractor]] = {}
        for extractor in EXTRACTORS:
            editions = _editions([extractor])
            if not editions or editions[0].reporter.source != "reporters" or extractor.extra["short"]:
                continue
            volume_first = extractor.regex.startswith(f"{_OPENING}(?P<volume>")
            for spelling in extractor.strings or spellings[editions[0]]:
                self._add(spelling, extractor)
                if not volume_first:
                    bare.setdefault(spelling, []).append(extractor)
        self._more = {row["printed"]: (row["as"], row.get("comma", False)) for row in _spellings()}
        for printed, (name, _) in self._more.items():
            for _, extractors in self._walk(name, 0)[-1:]:
                for extractor in extractors:
                    self._add(printed, extractor)
        self._bare = {spelling.rstrip(","): found for spelling, found in bare.items()}
        self._bare_start = re.compile(rf"(?<![A-Za-z0-9])({_any_of(self._bare)})(?=,? ?(?:P|¶|para?\. ?|\()?\d)")

    def _add(self, spelling: str, extractor: TokenExtractor) -> None:
        node = self._trie
        for letter in spelling:
            if letter not in _SKIPPED:
                node = node.setdefault(letter, {})
        found = node.setdefault("", [])
        if not found or found[-1] is not extractor:
            found.append(extractor)

    def at(self, text: str, number: re.Match[str]) -> Cite | None:
        """The citation whose volume is ``number``, if a reporter follows it."""
        ends = self._walk(text, number.end())
        for end, extractors in reversed(ends):
            if cite := self._standard(text, number, end, extractors) or _special(text, number, extractors):
                return cite
        for end, extractors in reversed(ends):
            if cite := _misread(text, number, end, extractors):
                return cite
        return None

    def _walk(self, text: str, start: int) -> list[tuple[int, list[TokenExtractor]]]:
        """Where spellings that begin at ``start`` end, shortest first."""
        node, ends = self._trie, []
        for at in range(start, min(start + 60, len(text))):
            letter = text[at]
            if letter in node:
                node = node[letter]
                if "" in node:
                    ends.append((at + 1, node[""]))
            elif letter not in _SKIPPED:
                break
        return ends

    def _standard(self, text: str, number: re.Match[str], end: int, extractors: list[TokenExtractor]) -> Cite | None:
        """``volume reporter page``, ``volume reporter, at pin``, or either with a blank for what is not known yet."""
        volume = number["volume"]
        closing = ".)]" if "(" in text[number.end() : end] else "."
        while text[end : end + 1] and text[end] in closing and text[end - 1] not in closing:
            end += 1
        printed = text[number.end() : end]
        page, shape = _page(text, end)
        if printed in self._more:
            printed, comma = self._more[printed]
            if (comma and text[end : end + 1] != ",") or shape != "full" or len(volume) > 3:
                return None
        if page is None or number["gap"] != " " or not (volume[0].isdigit() or shape == "placeholder"):
            return None
        editions = self._meant(printed, volume, extractors)
        if not editions:
            return None
        if shape == "placeholder":
            cleaned, words = f"{volume if volume[0].isdigit() else '___'} {printed} ___", None
        else:
            words = page["page"]
            cleaned = f"{volume} {printed} {'at ' if shape == 'short' else ''}{words}"
        return Cite(number.start(), page.end(), shape, volume, printed, words, editions, cleaned)

    def _meant(self, printed: str, volume: str, extractors: list[TokenExtractor]) -> tuple[Edition, ...]:
        """The editions that eyecite finds in ``volume printed 1``; none, if it finds no citation there."""
        yearly = len(volume) == 4
        known = self._known.get((printed, yearly))
        if known is None:
            sample = f"{volume if volume[0].isdigit() else 1} {printed} 1"
            match, known = _first(sample, 0, extractors)
            if match is None or match.end(1) < len(sample):
                known = ()
            self._known[printed, yearly] = known
        return known

    def without_volume(self, text: str) -> Iterator[Cite]:
        """Citations that do not begin with a volume: ``T.C. Memo. 2019-233``, ``Deady, 12``; and Louisiana's dockets."""
        starts = [*self._bare_start.finditer(text), *(_LOUISIANA.finditer(text) if "(La" in text else ())]
        for start in sorted(starts, key=re.Match.start):
            if start.re is _LOUISIANA:
                ends = self._walk(text, start.end())
                extractors = ends[-1][1] if ends else []
            else:
                extractors = self._bare[start[1]]
                if start[1].strip(".,") in _SURNAMES and not _looks_cited(text, start.start(), start.end()):
                    continue
            match, editions = _first(text, start.start(), extractors)
            if match is not None:
                yield _cite(match, editions)


def _page(text: str, end: int) -> tuple[re.Match[str] | None, Shape]:
    """What follows a reporter: a page, a pin, or a blank."""
    if page := _FULL_PAGE.match(text, end):
        return page, "full"
    if page := _SHORT_PAGE.match(text, end):
        return page, "short"
    return _BLANK_PAGE.match(text, end), "placeholder"


def _special(text: str, number: re.Match[str], extractors: list[TokenExtractor]) -> Cite | None:
    """A form of its own: ``2006-Ohio-2095``, ``12 Neb. App. lxiv``, ``5 U.S. (1 Cranch) 137``."""
    match, editions = _first(text, number.start(), extractors)
    return None if match is None else _cite(match, editions)


def _misread(text: str, number: re.Match[str], end: int, extractors: list[TokenExtractor]) -> Cite | None:
    """A citation whose punctuation was misread: ``840 F:2d 1087``, ``964'F.2d' at 939``."""
    volume, printed = number["volume"], text[number.end() : end + 1]
    exact = [extractor for extractor in extractors if extractor.extra["exact_editions"]]
    editions = _editions(exact)
    names = {edition.short_name for edition in editions}
    if not volume[0].isdigit() or len(names) != 1:
        return None
    name = names.pop()
    marks = len(_LETTER_MARK.findall(printed))
    page = _SHORT_PAGE.match(text, end) or _LOOSE_PAGE.match(text, end)
    if page is None or not marks or len(name) < 3 or abs(len(_LETTER_MARK.findall(name)) - marks) > 1:
        return None
    shape: Shape = "short" if page.re is _SHORT_PAGE else "full"
    cleaned = f"{volume} {name} {'at ' if shape == 'short' else ''}{page['page']}"
    return Cite(number.start(), page.end(), shape, volume, name, page["page"], editions, cleaned)


def _first(
    text: str, start: int, extractors: Iterable[TokenExtractor]
) -> tuple[re.Match[str] | None, tuple[Edition, ...]]:
    """The longest match of ``extractors`` at ``start``, with the editions of all that match the same."""
    matches: list[tuple[re.Match[str], TokenExtractor]] = []
    for extractor in extractors:
        match = extractor.compiled_regex.match(text, max(0, start - 1))
        if match and match.start(1) == start:
            matches.append((match, extractor))
    if not matches:
        return None, ()
    longest = max((match for match, _ in matches), key=lambda match: match.end(1))
    return longest, _editions(extractor for match, extractor in matches if match.end(1) == longest.end(1))


def _editions(extractors: Iterable[TokenExtractor]) -> tuple[Edition, ...]:
    """The editions that ``extractors`` stand for: those of that very name, or else those it is a variant of."""
    extras = [extractor.extra for extractor in extractors]
    for kind in ("exact_editions", "variation_editions"):
        if editions := tuple(dict.fromkeys(edition for extra in extras for edition in extra.get(kind, ()))):
            return editions
    return ()


def _cite(match: re.Match[str], editions: tuple[Edition, ...]) -> Cite:
    groups = match.groupdict()
    page = groups.get("page")
    blank = page is not None and not page.strip("_")
    start, end = match.span(1)
    shape: Shape = "placeholder" if blank else "full"
    return Cite(
        start,
        end,
        shape,
        groups.get("volume"),
        groups["reporter"].rstrip(),
        None if blank else page,
        editions,
        match[1],
    )


def _looks_cited(text: str, start: int, end: int) -> bool:
    """Whether a case name stands before, or a year in parentheses after."""
    return bool(_CASE_BEFORE.search(text, max(0, start - 80), start) and _YEAR_AFTER.match(text, end))


def _any_of(words: Iterable[str]) -> str:
    """An expression for any of ``words``, those of one first letter together, spaces as the scan left them."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in sorted(by_letter.items()))
