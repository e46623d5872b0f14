"""The head or the close of an opinion → the date it was decided, told from dates of argument, rehearing and the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citator.corpus.structure.found import Cell, Found
from citator.corpus.structure.lines import Layout

_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
_DATE = re.compile(
    rf"\b(?P<month>{_MONTH})[.,]? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? ?(?P<year>1[6-9]\d\d|20\d\d)\b"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?: day of)?[ -](?P<month2>{_MONTH})\.?,?[ -](?P<year2>1[6-9]\d\d|20\d\d)\b"
    r"|(?<![\d/])(?P<month3>\d{1,2})/(?P<day3>\d{1,2})/(?P<year3>19\d\d|20\d\d)\b",
    re.I,
)
_DECIDED = re.compile(
    r"\b(?:decided|filed|dated|issued|entered|promulgated|signed|rendered|delivered|announced)\b", re.I
)
_TAKEN_BACK = re.compile(r"rehearing|withdrawn|denied", re.I)
_CLAUSES = re.compile(r"[.;—–|]|\d{4},?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ALONE = 14  # characters beside a date that stands alone
_CLOSING_LINES = 24
_CLOSED = re.compile(
    r"\b(?:dated?|entered|signed|ordered|filed|issued)\b[^a-z]{0,12}(?:this )?(?:the )?(?P<date>\w+\.? \d{1,2},? \d{4}|\d{1,2}(?:st|nd|rd|th)? (?:day of )?\w+,? \d{4})",
    re.I,
)
_OTHER_DATE = re.compile(
    r"\b(?:argued|submitted|argument|rehearing|reh'?g|withdrawn|certiorari|term|conference|amended|modified|denied|review|trial|"
    r"heard|adjudged|convened|vacated|revised)\b",
    re.I,
)


def decided_date(cells: Sequence[Cell]) -> Found | None:
    """The latest date marked as decided or filed, else the latest that stands alone."""
    best: tuple[int, str, str] | None = None
    for i, cell in enumerate(cells):
        for match in _DATE.finditer(cell.words):
            label = _label(cells, i, match)
            if _DECIDED.search(label) and not _TAKEN_BACK.search(label):
                rank = 2
            elif len(cell.words) - len(match.group()) <= _ALONE and not _OTHER_DATE.search(label):
                rank = 1
            else:
                continue
            value = _iso(match)
            if value and (best is None or (rank, value) > best[:2]):
                best = (rank, value, match.group())
    return Found(best[1], f"text: {best[2]}") if best else None


def _label(cells: Sequence[Cell], i: int, match: re.Match[str]) -> str:
    """What says of which event the date is: the words before it, after it, or of the cell before."""
    words = cells[i].words
    before = [part for part in _CLAUSES.split(words[: match.start()]) if part.strip(" ,:")]
    own = _CLAUSES.split(words[: match.start()])[-1]
    if own.strip(" ,:"):
        return own
    after = _CLAUSES.split(words[match.end() :])[0]
    if _DECIDED.search(after) or _OTHER_DATE.search(after):
        return after
    if before:
        return before[-1]
    previous = cells[i - 1] if i else None
    if previous is None or previous.line < cells[i].line - 1 or _DATE.search(previous.words):
        return ""  # a date that stands there has that label
    return previous.words


def closing_date(text: str, layout: Layout) -> Found | None:
    """An order may be dated at its end: ``Dated: April 3, 2012``, ``ENTERED this 3rd day of April, 2012``."""
    start = 0.8 * len(text)
    for line in reversed([line for line in layout.lines[-_CLOSING_LINES:] if line.start > start]):
        words = " ".join(line.of(text).split())
        match = _CLOSED.search(words)
        if match and len(words) < 120 and (found := _DATE.search(match["date"])) and (value := _iso(found)):
            return Found(value, f"text: {match.group()}")
    return None


def _iso(match: re.Match[str]) -> str | None:
    day, year = (int(match[name] or match[f"{name}2"] or match[f"{name}3"]) for name in ("day", "year"))
    number = int(match["month3"] or _MONTHS.index((match["month"] or match["month2"])[:3].lower()) + 1)
    return f"{year:04}-{number:02}-{day:02}" if 1 <= day <= 31 and 1 <= number <= 12 else None
