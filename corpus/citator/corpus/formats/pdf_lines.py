"""A PDF page's words → lines in reading order, each with its place and size, and which of them are page furniture or notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_PAGE_NUMBER = re.compile(r"[-–—]?\s*(?:page\s+)?(\d{1,4})(?:\s+of\s+\d{1,4})?\s*[-–—]?$", re.I)
_AT_EDGE = re.compile(r"^(\d{1,4})\s{2,}\S|\s{2,}(\d{1,4})$")
# What slip opinions print at the head of each sheet; a separate opinion of one sheet prints it once.
_RUNNING = re.compile(
    r"Cite as: .*|(?:Opinion|Statement) of (?:the Court|[A-Z’'. ]+, (?:C\. ?)?J\.)|Per Curiam|Syllabus"
    r"|[A-Z’'. ]+, (?:C\. ?)?J\.,? (?:concurring|dissenting).{0,60}"
)
_HEAD_SHARE, _FOOT_SHARE = 0.14, 0.86  # of the page's height: where heads end and feet begin
_COLUMN_GAP = 2.5  # times the type size: more than the widest blank of a justified line
_NOTE_SIZE = 0.95  # of the body's size: a line set smaller is of a note


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    x0: float
    x1: float
    size: float
    raised: bool = False  # a superscript: a small number above the line


@dataclass(frozen=True, slots=True)
class PdfLine:
    """``x0``, ``x1``, ``top``, ``bottom`` in points from the top left of the page; ``size`` is the type's."""

    words: tuple[Word, ...]
    top: float
    bottom: float
    size: float

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def text(self) -> str:
        """The words a blank apart; columns four."""
        pieces: list[str] = []
        for before, word in zip((None, *self.words), self.words, strict=False):
            if before is not None and not (word.raised or word.x0 - before.x1 < 0.12 * self.size):
                pieces.append("    " if word.x0 - before.x1 > _COLUMN_GAP * self.size else " ")
            pieces.append(word.text)
        return "".join(pieces)

    @property
    def columns(self) -> bool:
        return "    " in self.text


@dataclass(frozen=True, slots=True)
class PdfPage:
    """``number`` is as printed, where it is."""

    body: tuple[PdfLine, ...]
    notes: tuple[PdfLine, ...]
    number: str | None


def into_lines(words: Iterable[Mapping[str, Any]]) -> list[PdfLine]:
    """Words as pdfplumber gives them, with ``size``, to lines from the top down."""
    rows: list[list[Mapping[str, Any]]] = []
    for word in sorted(words, key=lambda word: (-float(word["size"]), float(word["top"]))):
        middle = (float(word["top"]) + float(word["bottom"])) / 2
        row = next((row for row in rows if float(row[0]["top"]) - 1 <= middle <= float(row[0]["bottom"]) + 1), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    lines = [_line(row) for row in rows]
    return sorted(lines, key=lambda line: line.top)


def _line(row: list[Mapping[str, Any]]) -> PdfLine:
    row = sorted(row, key=lambda word: float(word["x0"]))
    sizes: Counter[float] = Counter()
    for word in row:
        sizes[round(float(word["size"]), 1)] += len(str(word["text"]))
    size = max(sizes, key=lambda each: (sizes[each], each))
    base = max(float(word["bottom"]) for word in row if abs(float(word["size"]) - size) < 0.6)
    words = tuple(
        Word(
            str(word["text"]),
            float(word["x0"]),
            float(word["x1"]),
            float(word["size"]),
            raised=float(word["size"]) < 0.8 * size and float(word["bottom"]) < base - 0.15 * size,
        )
        for word in row
    )
    return PdfLine(words, min(float(word["top"]) for word in row), base, size)


def body_size(pages: Sequence[Sequence[PdfLine]]) -> float:
    """The type size most of the text is set in, in points."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=12.0)


def divide_pages(
    pages: Sequence[Sequence[PdfLine]], heights: Sequence[float], rules: Sequence[float | None]
) -> list[PdfPage]:
    """Body, notes and number of every page. ``rules``: the height of the line ruled over the notes, where one is."""
    size = body_size(pages)
    repeated = Counter(
        key
        for lines, height in zip(pages, heights, strict=True)
        for key in {
            _key(line) for line in lines if line.bottom < _HEAD_SHARE * height or line.top > _FOOT_SHARE * height
        }
    )
    first = _first_number(pages, heights)
    return [
        _divide(lines, height, rule, size, repeated, None if first is None else str(first + index))
        for index, (lines, height, rule) in enumerate(zip(pages, heights, rules, strict=True))
    ]


def _first_number(pages: Sequence[Sequence[PdfLine]], heights: Sequence[float]) -> int | None:
    """The number of the first page, as far as the numbers at the edges of the others count on from it."""
    said = Counter(
        int(number) - index
        for index, (lines, height) in enumerate(zip(pages, heights, strict=True))
        for number in {_number_at_edge(line) for line in lines if _is_at_edge(line, height)}
        if number is not None
    )
    first, count = max(said.items(), key=lambda item: (item[1], -item[0]), default=(None, 0))
    return first if count > 1 else None


def _is_at_edge(line: PdfLine, height: float) -> bool:
    return line.bottom < _HEAD_SHARE * height or line.top > _FOOT_SHARE * height


def _number_at_edge(line: PdfLine) -> str | None:
    alone = _PAGE_NUMBER.match(line.text)
    return alone[1] if alone else next((g for m in _AT_EDGE.finditer(line.text) for g in m.groups() if g), None)


def _divide(
    lines: Sequence[PdfLine],
    height: float,
    rule: float | None,
    size: float,
    repeated: Mapping[str, int],
    due: str | None,
) -> PdfPage:
    lines = _without_line_numbers(lines)
    number: str | None = None
    kept = []
    for line in lines:
        edge = _is_at_edge(line, height)
        found = _number_at_edge(line) if edge else None
        running = found is not None and found == due
        if edge and (_PAGE_NUMBER.match(line.text) or repeated[_key(line)] > 1 or running or _is_running(line, number)):
            number = number or found
            continue
        kept.append(line)
    first_note = len(kept)
    while first_note and _is_note_line(kept[first_note - 1], size, rule):
        first_note -= 1
    body, gathered = _gathered_apart(kept[:first_note], size)
    return PdfPage(tuple(body), (*gathered, *kept[first_note:]), number)


def _gathered_apart(lines: Sequence[PdfLine], size: float) -> tuple[list[PdfLine], list[PdfLine]]:
    """The notes gathered at the end of an opinion, above the one that follows: small type that a raised number opens."""
    body: list[PdfLine] = []
    notes: list[PdfLine] = []
    within = False
    for line in lines:
        first = line.words[0]
        opens = first.raised and first.text.isdecimal()
        within = line.size < _NOTE_SIZE * size and (within or opens)
        (notes if within else body).append(line)
    return body, notes


def _is_running(line: PdfLine, number: str | None) -> bool:
    """A head without a number of its own, under the line with the number."""
    return number is not None and _RUNNING.fullmatch(line.text) is not None


def _is_note_line(line: PdfLine, size: float, rule: float | None) -> bool:
    return line.size < _NOTE_SIZE * size or (rule is not None and line.top > rule)


def _without_line_numbers(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Pleading paper numbers its lines in the left margin."""
    numbered = [line for line in lines if line.words[0].text.isdigit() and len(line.words[0].text) <= 2]
    values = [int(line.words[0].text) for line in numbered]
    rising = sum(b == a + 1 for a, b in pairwise(values))
    if rising < 10:
        return list(lines)
    edge = sorted(line.words[0].x1 for line in numbered)[len(numbered) // 2]
    kept = []
    for line in lines:
        if line in numbered and line.words[0].x1 <= edge + line.size:
            if len(line.words) == 1:
                continue
            line = PdfLine(line.words[1:], line.top, line.bottom, line.size)
        kept.append(line)
    return kept


def _key(line: PdfLine) -> str:
    return " ".join(re.sub(r"\d+", " ", line.text).split()).lower() or "#"
