"""Lines → the places where the text of a footnote may begin, by the number or lost number that opens it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from citator.corpus.model import Footnote, Part
from citator.corpus.structure.lines import Line
from citator.corpus.structure.pages import Sheets

FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("bracket", re.compile(r"\[(?:fn|FN|n)?\.? ?(\d{1,3})\]\.?\s*|\((?:fn|FN)\.? ?(\d{1,3})\)\s*")),
    ("fn", re.compile(r"(?:FN|fn|Fn|Footnote|FOOTNOTE)\.? ?(\d{1,3})[.:]?\s*")),
    ("alone", re.compile(r"(\d{1,3})$")),
    (
        "number",
        re.compile(
            r"(\d{1,3})(?!(?:st|[nr]?d|th)\b)(?: \. +(?=\d)|(?:Link to the location of the note in the document)?\s?[.)]?"
            r"(?:\s*(?=[^\s\d%,.;:)\]–-]|\.\.\.|\d+ [A-Z]|$)| {3,}(?=\d+\()))"  # "7 . 2011-77 I.R.B. 9"; "1.   924(e)": its section mark is lost
        ),
    ),
)


class Body(NamedTuple):
    """A note's text may begin at ``start``; ``line`` is the index of the line with its number."""

    line: int
    number: int
    start: int
    form: str


def candidates(text: str, lines: Sequence[Line], sheets: Sheets) -> list[Body]:
    found: list[Body] = []
    for i, line in enumerate(lines):
        first = text[line.start]
        if not (first.isdigit() or first in "[(Ff") or i in sheets.furniture:
            continue
        for form, pattern in FORMS:
            match = pattern.match(text, line.start, line.end)
            if match is None:
                continue
            start = match.end()
            if start >= line.end:
                if i + 1 == len(lines):
                    break
                start = lines[i + 1].start
            number = int(next(group for group in match.groups() if group))
            if number:
                found.append(Body(i, number, start, form))
            break
    return found


def make_note(text: str, number: str, start: int, limit: int, ref: int | None, parts: Sequence[Part]) -> Footnote:
    stripped = text[start:limit].rstrip()
    return Footnote(number, part_of(ref if ref is not None else start, parts), ref, start, start + len(stripped))


def part_of(offset: int, parts: Sequence[Part]) -> str:
    i = bisect_right([part.start for part in parts], offset) - 1
    return parts[max(i, 0)].id if parts else ""
