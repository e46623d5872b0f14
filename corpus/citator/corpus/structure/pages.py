"""Lines → the printed pages and the furniture of the page (running heads, feet, rules) that is no part of the opinion.

Two ways of paging occur: star marks in the text (``favor*1298able``), and the sheets of a slip opinion,
told by form feeds or by the numbers at their feet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from citator.corpus.model import Page, Span
from citator.corpus.structure.lines import Layout, Line

_STAR = re.compile(r"(\*{1,5}) ?(?:Page )?(\d{1,5})(?!\d)\]?")
_PIN_BEFORE = re.compile(r"(?:\bat|[,;&–-]|\band)\s*$")
_NO_CITE = re.compile(r"[a-z)](?:,| at)\s*$")  # "(1824), *7 the Court", "the case at *8 bar"
_GOES_ON = re.compile(r" (?:[A-Za-z]|\d{1,3} [A-Z])")  # or with a volume, a name before it
_FEW = 50  # pages; so low a number behind a comma is as a rule a page of a decision in a database
_COUNSEL = 20  # pages that the argument of counsel, left out, may take up before the opinion
_NUMBER_ONLY = re.compile(r"[-–—\[(]?\s*(?:Page\s+)?(\d{1,4})(?:\s+of\s+\d{1,4})?\s*[-–—\])]?$", re.I)
_DASHED_NUMBER = re.compile(r"[-–—]\s*(\d{1,4})\s*[-–—]$")
_HEAD_NUMBER = re.compile(r"^(\d{1,4})\s{2,}\S|\S\s{2,}(?:Page\s+)?(\d{1,4})$|\bPage:?\s+(\d{1,4})\b")
_PAGE_OF_PAGES = re.compile(r"\bPage \d+ of \d+$")
_KNOWN_HEAD = re.compile(
    r"^Cite as:|^Opinion of the Court$|^Syllabus$|^(?:USCA\S*\s+)?Case:? \S+\s+(?:Document|Filed)|^Opinion of [A-Z]{3}"
    r"|^[A-Z][A-Z’']+, (?:C\. )?J\., (?:dissenting|concurring)|^Per Curiam$"
)
_CITE_AS_END = re.compile(r"\((?:19|20)\d\d\)\s+\d{1,4}$")
_LABEL = re.compile(r"(?:- ?){3,}(?:End )?Footnotes ?(?:- ?){3,}$")
_RULE = re.compile(r"(?!_{1,4}$)[_—–=*\s-]{3,}$|-{5,}$")  # "589 U. S." may end a line before its "___"
_TOO_SHORT = 8  # characters; so few may begin two lines by chance
_CENTRED = 20  # blanks before a number in the middle of a line
_HEAD_DEPTH, _FOOT_DEPTH = 4, 3
_FIRST_FEET = 6  # numbers of which one begins the count; the first of them may be no page's


@dataclass(frozen=True, slots=True)
class Sheets:
    """``tops``: indexes of the lines that begin a new sheet; ``furniture``: of lines that belong to the page."""

    pages: tuple[Page, ...]
    tops: tuple[int, ...]
    furniture: frozenset[int]
    marks: tuple[Span, ...]  # star marks of every series, the second reporter's too


def paginate(text: str, layout: Layout) -> Sheets:
    pages, marks = _star_pages(text)
    labels = _labels_of_notes(text, layout.lines)
    if not layout.wrapped:
        return Sheets(pages, (), labels, marks)
    tops, furniture, numbers = _sheets(text, layout.lines)
    furniture |= _overstruck(text, layout.lines) | labels
    if not pages and numbers:
        pages = tuple(
            Page(label, layout.lines[top].start, layout.lines[top].start) for top, label in sorted(numbers.items())
        )
    return Sheets(pages, tops, furniture, marks)


def _star_pages(text: str) -> tuple[tuple[Page, ...], tuple[Span, ...]]:
    """The pages of the reporter with the fewest stars, and the marks of all.

    >>> _star_pages("favor*1298able to the *government, and *1299 then")[0]
    (Page(page='1298', start=5, end=10), Page(page='1299', start=39, end=44))
    """
    if "*" not in text:
        return (), ()
    series: dict[int, list[Page]] = {}
    for match in _STAR.finditer(text):
        start, stars = match.start(), len(match[1])
        before = text[start - 1] if start else "\n"
        if before in "*\\" or (before.isalnum() and not (match.end() < len(text) and text[match.end()].isalnum())):
            continue
        bracketed = before == "["
        end = match.end() if bracketed or not match.group().endswith("]") else match.end() - 1
        if not bracketed and _PIN_BEFORE.search(text, max(0, start - 6), start):
            earlier = series.get(stars, [])
            if not earlier or int(match[2]) != int(earlier[-1].page) + 1:
                continue
            if int(match[2]) < _FEW and not (
                _NO_CITE.search(text, max(0, start - 8), start) and _GOES_ON.match(text, end)
            ):
                continue
        series.setdefault(stars, []).append(Page(match[2], start - bracketed, end))
    kept = {stars: _run(text, pages) for stars, pages in sorted(series.items())}
    marks = tuple(sorted(Span(page.start, page.end) for pages in kept.values() for page in pages))
    return next((pages for pages in kept.values() if pages), ()), marks


def _run(text: str, pages: list[Page]) -> tuple[Page, ...]:
    """The marks that count upwards together; a lone star number is a mark only by its looks."""
    values = [int(page.page) for page in pages]
    sure = [
        i
        for i in range(len(values))
        if (i and 1 <= values[i] - values[i - 1] <= 3) or (i + 1 < len(values) and 1 <= values[i + 1] - values[i] <= 3)
    ]
    if not sure:
        return tuple(page for page in pages if len(page.page) >= 3 or text[page.start] == "[")
    low, high = values[sure[0]], max(values[i] for i in sure)
    low = min((value for value in values[: sure[0]] if low - _COUNSEL <= value < low), default=low)
    return tuple(page for page, value in zip(pages, values, strict=True) if low <= value <= high)


def _sheets(text: str, lines: tuple[Line, ...]) -> tuple[tuple[int, ...], frozenset[int], dict[int, str]]:
    """Indexes of first lines of sheets, of furniture lines, and the number of each sheet by its first line."""
    feet = _numbered_feet(text, lines)
    begun = {i for i, line in enumerate(lines) if line.feed and i} | {i + 1 for i in feet if i + 1 < len(lines)}
    tops = sorted(top for top in begun if top - 1 not in begun or lines[top].feed)
    sheets = list(pairwise([0, *tops, len(lines)]))
    keys = _recurring(text, lines, sheets)
    furniture = set(feet)
    numbers: dict[int, str] = {}
    for first, last in sheets:
        head = _head(text, lines, keys, first, last)
        foot = _foot(text, lines, keys, first, last)
        furniture.update(head, foot)
        number = next((found for i in (*head, *foot) if (found := _number_in(lines[i].of(text)))), None)
        if number is not None:
            numbers[first] = number
    return tuple(tops), frozenset(furniture), numbers


def _labels_of_notes(text: str, lines: tuple[Line, ...]) -> frozenset[int]:
    """Lines by which a database parts notes from the text: ``- - - Footnotes - - -``."""
    if "Footnotes -" not in text:
        return frozenset()
    return frozenset(i for i, line in enumerate(lines) if _LABEL.match(text, line.start, line.end))


def _overstruck(text: str, lines: tuple[Line, ...]) -> set[int]:
    """Lines that strike the beginning of the line above once more, for bold print: ``ROE, Circuit Judge.``"""
    return {
        i
        for i, (above, line) in enumerate(pairwise(lines), 1)
        if not line.gap
        and line.indent == above.indent
        and line.end - line.start > _TOO_SHORT
        and text.startswith(text[line.start : line.start + 3], above.start)
        and " ".join(above.of(text).split()).startswith(" ".join(line.of(text).split()))
    }


def _head(text: str, lines: tuple[Line, ...], recurring: Mapping[int, int], first: int, last: int) -> list[int]:
    """The lines at the top of a sheet that are a running head; ``recurring`` counts the sheets each stands on."""
    head: list[int] = []
    i = first
    while i < min(first + _HEAD_DEPTH, last):
        words = lines[i].of(text)
        known = _KNOWN_HEAD.search(words) is not None
        if not (known or (i and _NUMBER_ONLY.match(words)) or (first and recurring.get(i, 0) > 1)):
            break
        end = _end_of_cite_as(text, lines, i, last) if words == "Cite as:" else None
        head += range(i, (end or i) + 1)
        i = head[-1] + 1
    return head


def _foot(text: str, lines: tuple[Line, ...], recurring: Mapping[int, int], first: int, last: int) -> list[int]:
    """The lines at the bottom of a sheet that are its number, or stand on several sheets."""
    foot: list[int] = []
    for i in range(last - 1, max(first - 1, last - 1 - _FOOT_DEPTH), -1):
        words = lines[i].of(text)
        repeated = recurring.get(i, 0) > 2 and (last < len(lines) or _PAGE_OF_PAGES.search(words))
        if not (_NUMBER_ONLY.match(words) or repeated):
            break
        foot.append(i)
    return foot


def _recurring(text: str, lines: tuple[Line, ...], sheets: Sequence[tuple[int, int]]) -> dict[int, int]:
    """For the lines at the top and bottom of sheets, on how many sheets the like stands there, numbers apart."""
    widths = sorted(line.end - line.start for line in lines)
    full = 0.7 * widths[len(widths) * 9 // 10] if widths else 0
    counts: dict[int, int] = {}
    for depth_at_head, depth_at_foot in ((_HEAD_DEPTH, 0), (0, _FOOT_DEPTH)):
        places: list[tuple[int, str]] = []
        seen: Counter[str] = Counter()
        for first, last in sheets:
            edge = (
                range(first, min(first + depth_at_head, last))
                if depth_at_head
                else range(max(first, last - depth_at_foot), last)
            )
            like = [(i, _key(words)) for i in edge if not _is_prose(words := lines[i].of(text), full)]
            seen.update({key for _, key in like})
            places += like
        for i, key in places:
            counts[i] = max(counts.get(i, 0), seen[key])
    return counts


def _is_prose(line: str, full: float) -> bool:
    """A line as wide as the text with no gap in it: no running head, however often it comes."""
    letters = [char for char in line if char.isalpha()]
    return len(line) > full and "   " not in line and sum(char.isupper() for char in letters) * 2 < len(letters)


def _numbered_feet(text: str, lines: tuple[Line, ...]) -> list[int]:
    """Lines that are nothing but a page number, where they count upwards through the whole text.

    A dash on both sides, or a form feed beside it, makes sure of one; without any such sign a number far out
    on a line of its own, with blank lines about it, is taken for one.
    """
    sure: list[tuple[int, int]] = []
    likely: list[tuple[int, int]] = []
    for i, line in enumerate(lines):
        if line.end - line.start > 12 or (match := _NUMBER_ONLY.match(line.of(text))) is None:
            continue
        if _DASHED_NUMBER.match(line.of(text)) or line.feed or _fed_after(lines, i):
            sure.append((i, int(match[1])))
        elif line.gap and line.indent > _CENTRED and (i + 1 == len(lines) or lines[i + 1].gap):
            likely.append((i, int(match[1])))
    candidates = sure or ([] if "\f" in text else likely)
    feet = max((_counting_up(candidates[i:]) for i in range(min(len(candidates), _FIRST_FEET))), key=len, default=[])
    return feet if sure or len(feet) > 2 else []


def _counting_up(numbered: Sequence[tuple[int, int]]) -> list[int]:
    """The lines of those that are ``numbered`` which count upwards from the first, a few numbers lost."""
    feet: list[int] = []
    last = 0
    for i, number in numbered:
        if not feet or last < number <= last + 3:
            feet.append(i)
            last = number
    return feet


def _fed_after(lines: tuple[Line, ...], i: int) -> bool:
    return i + 1 < len(lines) and lines[i + 1].feed


def _end_of_cite_as(text: str, lines: tuple[Line, ...], i: int, last: int) -> int | None:
    """``Cite as:`` may be broken over three lines by the link inside it."""
    return next((j for j in range(i, min(i + 4, last)) if _CITE_AS_END.search(lines[j].of(text))), None)


def _number_in(line: str) -> str | None:
    match = _NUMBER_ONLY.match(line) or _CITE_AS_END.search(line) or _HEAD_NUMBER.search(line)
    if match is None:
        return None
    return next((group for group in match.groups() if group), None) if match.groups() else match.group().split()[-1]


def is_rule(text: str, line: Line) -> bool:
    """A line ruled across the page, above its footnotes."""
    return _RULE.match(text, line.start, line.end) is not None


def _key(line: str) -> str:
    return " ".join(re.sub(r"\d+", " ", line).split()).lower()
