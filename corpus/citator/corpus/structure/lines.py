"""Text → its lines that are not blank, with the facts of layout every later step asks about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]+")
_UNDERLINE = re.compile(r"[\n\r]  +\n")  # what is left of it when a scan keeps no underscores
_MARGIN_NUMBER = re.compile(r"\s{0,8}(\d{1,2})(?:\s{2,}|\t|\s*$)")
_TAB = 8
_WRAPPED_WIDTH = 170  # characters; the widest lines of a typed or printed page


class Line(NamedTuple):
    """One line without the blanks around it. ``gap`` counts the blank lines before it.

    ``underlined``: typed underlining reached to its end; what is left of it, a line of blanks, is no blank line.
    """

    start: int
    end: int
    indent: int
    gap: int
    feed: bool  # a form feed stands before it
    underlined: bool = False

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Layout:
    """``wrapped``: lines end where the page does, not where the paragraph does. ``spacing``: blank lines
    usual between two lines of one paragraph. ``margin``: spans of the line numbers of a pleading paper."""

    lines: tuple[Line, ...]
    wrapped: bool
    spacing: int
    margin: tuple[tuple[int, int], ...] = ()


def lay_out(text: str) -> Layout:
    """The lines of ``text`` and how they are set.

    >>> [line.of("I\\n\\n  agree") for line in lay_out("I\\n\\n  agree").lines]
    ['I', 'agree']
    """
    underlined = _is_underlined(text)
    lines, margin = _split(text, strip_margin=False, underlined=underlined)
    if _has_margin_numbers(text, lines):
        lines, margin = _split(text, strip_margin=True, underlined=underlined)
    wrapped = _is_wrapped(text, lines)
    return Layout(tuple(lines), wrapped, _spacing(text, lines) if wrapped else 0, tuple(margin))


def _is_underlined(text: str) -> bool:
    """Whether lines of nothing but blanks stand for typed underlining: blank lines are empty as a rule, and these
    follow closely on lines of text."""
    underlines = sum(1 for blanks in _UNDERLINE.finditer(text) if text[blanks.start() - 1] not in "\n\r")
    return underlines > 5 and underlines < text.count("\n\n")


def _split(text: str, *, strip_margin: bool, underlined: bool) -> tuple[list[Line], list[tuple[int, int]]]:
    lines: list[Line] = []
    margin: list[tuple[int, int]] = []
    previous = 0
    gap, feed = -1, False
    for match in _LINE.finditer(text):
        start, end = match.span()
        between = text[previous:start]
        previous = end
        gap += max(between.count("\n"), between.count("\r"), 1)
        feed = feed or "\f" in between
        raw = match.group()
        offset = 0
        if strip_margin and (number := _MARGIN_NUMBER.match(raw)):
            margin.append((start + number.start(1), start + number.end(1)))
            offset = number.end(1)
        stripped = raw[offset:].strip()
        if not stripped:
            if underlined and gap == 0 and lines and len(raw) > 1 and not feed:
                gap = -1
                lines[-1] = lines[-1]._replace(
                    underlined=len(raw) + 1 >= lines[-1].indent + lines[-1].end - lines[-1].start
                )
            continue
        lead = raw[: raw.index(stripped, offset)]
        indent = len(lead) + lead.count("\t") * (_TAB - 1)
        at = start + len(lead)
        lines.append(Line(at, at + len(stripped), indent, max(gap, 0), feed))
        gap, feed = -1, False
    return lines, margin


def _has_margin_numbers(text: str, lines: list[Line]) -> bool:
    """Nearly every line begins with a number one higher than the line before, or with 1 on a new page."""
    previous, runs = 0, 0
    for line in lines:
        match = _MARGIN_NUMBER.match(text, line.start, line.end)
        if match is None:
            continue
        number = int(match.group(1))
        if number == previous + 1 or (number == 1 and previous >= 10):
            runs += 1
        previous = number
    return runs >= 20 and runs > 0.6 * len(lines)


def _is_wrapped(text: str, lines: list[Line]) -> bool:
    if len(lines) < 8:
        return False
    widths = sorted(line.end - line.start for line in lines)
    if widths[int(0.97 * (len(widths) - 1))] > _WRAPPED_WIDTH:
        return False
    half = widths[-1] / 2
    long_lines = [line for line in lines if line.end - line.start > half]
    broken = sum(1 for line in long_lines if _breaks_off(text, line))
    return broken > 0.35 * len(long_lines)


def _spacing(text: str, lines: list[Line]) -> int:
    """1 when most lines that break off within a sentence have a blank line after them (double spacing)."""
    apart = close = 0
    for line, following in pairwise(lines):
        if _breaks_off(text, line):
            if following.gap:
                apart += 1
            else:
                close += 1
    return 1 if apart > close else 0


def _breaks_off(text: str, line: Line) -> bool:
    """Whether the line ends inside a sentence, as far as its last character tells."""
    last = text[line.end - 1]
    return last.islower() or last in ",-–"
