"""Footnotes at the feet of pages, each tied to its mark on the page or the one before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from citator.corpus.model import Footnote, Part
from citator.corpus.structure.lines import Line
from citator.corpus.structure.notes.bodies import Body, make_note
from citator.corpus.structure.notes.carried import is_unfinished, rest_of_note, rest_set_apart
from citator.corpus.structure.notes.marks import LABEL_INDENT, Mark, find_marks
from citator.corpus.structure.pages import Sheets, is_rule

_AHEAD = 3  # numbers that may be lost before a note that is found
_LONGEST = 60  # lines of a note
_WIDE = 45  # characters of a line of text
_CERTAIN = 3.0  # weight of a mark that needs no other sign


def at_page_feet(
    text: str, lines: Sequence[Line], sheets: Sheets, bodies: Sequence[Body], parts: Sequence[Part]
) -> list[Footnote]:
    """Notes at the foot of each sheet; a rule without a number under it goes on with the note of the sheet before."""
    return _Feet(text, lines, sheets, bodies, parts).read()


class _Feet:
    """One pass over the sheets, knowing which number is due and where the last mark stood."""

    def __init__(
        self, text: str, lines: Sequence[Line], sheets: Sheets, bodies: Sequence[Body], parts: Sequence[Part]
    ) -> None:
        self.text, self.lines, self.sheets, self.parts = text, lines, sheets, parts
        self.on_line = {body.line: body for body in bodies if body.form != "bracket"}
        furniture = {lines[i].start: lines[i].end for i in sheets.furniture}
        ends = sorted(furniture.values())
        starts = sorted(furniture)
        self.marks = [
            mark
            for mark in find_marks(text, bracketed=False)
            if not starts or ends[bisect_right(starts, mark.start) - 1] <= mark.start or mark.start < starts[0]
        ]
        self.mark_starts = [mark.start for mark in self.marks]
        self.notes: list[Footnote] = []
        self.due = 1
        self.after_mark = 0  # marks before this are spent
        self.previous_sheet = 0

    def read(self) -> list[Footnote]:
        for first, last in pairwise([0, *self.sheets.tops, len(self.lines)]):
            while last > first and last - 1 in self.sheets.furniture:
                last -= 1
            if first < last:
                self._sheet(first, last)
                self.previous_sheet = self.lines[first].start
        return self.notes

    def _sheet(self, first: int, last: int) -> None:
        zone: list[tuple[Body, int | None]] = []
        for i in range(first, last):
            body = self._due_on(i)
            if body is None:
                continue
            begin = self.lines[zone[0][0].line].start if zone and self.sheets.tops else self.lines[i].start
            fitting = self._marks_for(body.number, begin)
            low = (last - i) < 0.6 * (last - first)
            if (
                self.sheets.tops
                and low
                and not fitting
                and self._may_be_called_between_words(body, first_in_zone=not zone)
            ):
                fitting = self._between_words(body.number, begin)
            if not (self._stands_apart(i) or (fitting and self._above_its_words(body, low=low))):
                continue
            if self._numbers_a_heading(body, last):
                continue
            if not self._accept(body, fitting, under_rule=i > 0 and is_rule(self.text, self.lines[i - 1]), low=low):
                continue
            best = max(fitting, key=lambda mark: (mark.weight, -mark.start), default=None)
            zone.append((body, best.start if best else None))
            self.after_mark = best.start + 1 if best else self.after_mark
            self.due = body.number + 1
        self._carry_over(first, zone[0][0].line if zone else last)
        for (body, ref), following in zip(zone, [*zone[1:], None], strict=False):
            limit = self.lines[following[0].line].start if following else self.lines[last - 1].end
            limit = min(limit, self._text_again(body, limit))
            if not self.sheets.tops:
                limit = min(limit, self._end_without_sheets(body, limit))
            self.notes.append(make_note(self.text, str(body.number), body.start, limit, ref, self.parts))

    def _due_on(self, i: int) -> Body | None:
        """The body on line ``i`` if its number may come next; ``121 U.S.C.`` may be note 1 on 21 U.S.C."""
        body = self.on_line.get(i)
        if body is None or self.lines[i].indent > LABEL_INDENT:
            return None
        if body.number == 1 or self.due <= body.number <= self.due + _AHEAD:
            return body
        digits = str(self.due)
        start = self.lines[i].start
        if body.form != "number" or not str(body.number).startswith(digits) or self._within_citation(i):
            return None
        if self._marks_for(self.due, start):
            return Body(i, self.due, start + len(digits), body.form)
        return None

    def _within_citation(self, i: int) -> bool:
        """Whether a number that opens line ``i`` goes on with what the line above cites: ``Roe v. Doe,`` / ``121 U. S. 4``."""
        before = self.lines[i - 1].of(self.text) if i else ""
        return before.endswith((",", " at", "(")) and not is_rule(self.text, self.lines[i - 1])

    def _marks_for(self, number: int, before: int) -> list[Mark]:
        start = max(self.after_mark, self.previous_sheet)
        window = self.marks[bisect_left(self.mark_starts, start) : bisect_left(self.mark_starts, before)]
        return [mark for mark in window if mark.number == number]

    def _between_words(self, number: int, before: int) -> list[Mark]:
        """A mark set apart in mid sentence, ``his Miranda 1 rights``, for a note whose number has a line to itself."""
        start = max(self.after_mark, self.previous_sheet)
        found = re.finditer(
            rf"(?:(?<=[A-Za-z)”’\"])|(?<=[A-Z]-)|(?<=\d\d\d\d\.)) (?={number}(?: [A-Za-z(“\"]|\s*\n))",
            self.text[start:before],
        )
        return [Mark(start + match.end(), number, 0.5) for match in found][-1:]

    def _may_be_called_between_words(self, body: Body, *, first_in_zone: bool) -> bool:
        """The number that is due, on a line of its own or before a note's first word; well apart, if no note is above."""
        if body.number != self.due or body.form == "alone":
            return body.number == self.due
        opening, line = self.text[body.start], self.lines[body.line]
        bare = self.text[line.start + len(str(body.number))] not in ".)"
        return bare and not opening.islower() and line.gap > (1 if first_in_zone else 0)

    def _above_its_words(self, body: Body, *, low: bool) -> bool:
        """Whether the number stands on a line of its own above words that are set in, or above words that are set close at
        the foot of the page or under words set apart."""
        lines, i = self.lines, body.line
        if body.form != "alone" or i + 1 >= len(lines):
            return False
        closer = low or (lines[i].gap == 0 and i > 0 and lines[i - 1].gap > 0)
        return lines[i + 1].indent >= lines[i].indent + 4 or (closer and lines[i + 1].gap == 0)

    def _numbers_a_heading(self, body: Body, last: int) -> bool:
        """Whether ``1.`` stands above the note whose number, with no stop, has a line of its own on the same sheet."""
        if self.text[body.start - 1].isdigit() or "." not in self.text[self.lines[body.line].start : body.start]:
            return False
        below = (self.on_line.get(i) for i in range(body.line + 1, last))
        return any(other is not None and other.form == "alone" and other.number == body.number for other in below)

    def _accept(self, body: Body, fitting: Sequence[Mark], *, under_rule: bool, low: bool) -> bool:
        weight = max((mark.weight for mark in fitting), default=0.0)
        if body.number == self.due:
            return bool(fitting) or under_rule or (body.form == "alone" and low and self.due > 1)
        if body.number > self.due:
            return under_rule or weight >= _CERTAIN
        return weight >= _CERTAIN

    def _stands_apart(self, i: int) -> bool:
        """A blank line, a rule, another indent or the end of a sentence above parts a note from the body."""
        line, before = self.lines[i], self.lines[i - 1] if i else None
        if before is None or line.gap > 0 or line.indent != before.indent:
            return True
        return self.text[before.end - 1] in '.?!)”"’' or is_rule(self.text, before)

    def _carry_over(self, first: int, last: int) -> None:
        """The rest of the last note at the foot of the next sheet: a second Footnote of the same number."""
        if not self.notes or not self.sheets.tops:
            return
        before = self.notes[-1]
        beneath = rest_of_note(self.text, self.lines, range(first, last))
        if beneath is None and before.end > self.previous_sheet and is_unfinished(self.text, before.end):
            beneath = rest_set_apart(self.text, self.lines, range(first, last))
        if beneath is None or beneath - 1 in self.sheets.furniture:
            return
        start, end = self.lines[beneath].start, self.lines[last - 1].end
        self.notes.append(make_note(self.text, before.number, start, end, before.ref, self.parts))

    def _text_again(self, body: Body, limit: int) -> int:
        """Where lines set close are followed by lines set apart: a page end that nothing marks, and the text goes on."""
        lines = [line for line in self.lines[body.line : body.line + _LONGEST] if line.start < limit]
        close = next((n for n, line in enumerate(lines) if n > 1 and line.gap), len(lines))
        apart = lines[close : close + 4]
        wide = sum(line.end - line.start > _WIDE for line in apart)
        return lines[close - 1].end if close > 2 and wide > 2 and all(line.gap for line in apart) else limit

    def _end_without_sheets(self, body: Body, limit: int) -> int:
        """Where no page end is marked, a note ends at a blank line, or where a sentence is done and the indent changes."""
        indent, end = self.lines[body.line].indent, self.lines[body.line].end
        for line in self.lines[body.line + 1 :]:
            if line.start >= limit or line.gap or (line.indent != indent and self.text[end - 1] in '.)”"’?!'):
                break
            end = line.end
        return min(end, limit)
