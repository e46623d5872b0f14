"""Lines → footnotes: note bodies found by their layout, each tied to the mark in the text that its number calls for.

Bodies stand at the foot of a page (under a rule, or by their number alone), or gathered at the end of an
opinion, numbered (``[1] …``, ``1 . …``, a number on a line of its own) or with the number lost (``. See …``).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from citator.corpus.model import Footnote, Part
from citator.corpus.structure.lines import Layout, Line
from citator.corpus.structure.marks import Mark, best_run, find_marks
from citator.corpus.structure.pages import RULE, Sheets

_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("bracket", re.compile(r"\[(?:fn|FN|n)?\.? ?(\d{1,3})\]\.?\s*|\((?:fn|FN)\.? ?(\d{1,3})\)\s*")),
    ("fn", re.compile(r"(?:FN|fn|Fn|Footnote|FOOTNOTE)\.? ?(\d{1,3})[.:]?\s*")),
    ("alone", re.compile(r"(\d{1,3})$")),
    (
        "number",
        re.compile(
            r"(\d{1,3})(?:Link to the location of the note in the document)?\s?[.)]?\s*(?=[^\s\d%,.;:)\]–-]|\.\.\.|\d+ [A-Z]|$)"
        ),
    ),
)
_LOST = re.compile(r"\.\s?(?=[A-Z“\"‘'(\[§¶])")
_STAR_NOTE = re.compile(r"(?:\[(\*{1,4}|†|‡)\]|(\*{1,4}|†|‡)(?!\d))\s*")
_STAR_MARK = re.compile(r"([*†‡]{1,4})(?![*†‡\w])")
_NOTES_HEADING = re.compile(r"^(?:FOOT)?NOTES?:?$|^(?:Foot)?notes?:?$")


class _Body(NamedTuple):
    line: int
    number: int
    start: int
    form: str


class _Chain(NamedTuple):
    bodies: tuple[_Body, ...]
    end: int
    marks: dict[int, int]


def find_notes(text: str, layout: Layout, sheets: Sheets, parts: Sequence[Part]) -> tuple[Footnote, ...]:
    """Every footnote, in the order of the bodies."""
    lines = layout.lines
    candidates = _candidates(text, lines, sheets)
    notes = _gathered(text, lines, candidates, parts)
    if layout.wrapped and not notes:
        notes = _at_page_feet(text, lines, sheets, candidates, parts)
    lost = _numberless(text, lines, parts)
    if _tied(lost) > _tied(notes):
        notes = lost
    notes += _starred(text, lines, sheets, parts, notes)
    return tuple(sorted(notes, key=lambda note: note.start))


def _tied(notes: Sequence[Footnote]) -> int:
    return sum(1 for note in notes if note.ref is not None)


def _candidates(text: str, lines: Sequence[Line], sheets: Sheets) -> list[_Body]:
    found: list[_Body] = []
    for i, line in enumerate(lines):
        first = text[line.start]
        if not (first.isdigit() or first in "[(Ff") or i in sheets.furniture:
            continue
        for form, pattern in _FORMS:
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
                found.append(_Body(i, number, start, form))
            break
    return found


def _gathered(text: str, lines: Sequence[Line], candidates: Sequence[_Body], parts: Sequence[Part]) -> list[Footnote]:
    """Chains of bodies at the end of an opinion, or of all opinions; a chain's marks follow those of the chain before."""
    plain: list[Mark] = []
    tried: list[tuple[_Chain, list[Mark]]] = []
    for form in ("bracket", "fn", "alone", "number"):
        of_form = [body for body in candidates if body.form == form]
        if not any(body.number == 1 for body in of_form):
            continue
        if form == "bracket":
            marks = find_marks(text, bracketed=True)
        else:
            marks = plain = plain or find_marks(text, bracketed=False)
        tried += [(chain, marks) for chain in _chains(text, lines, of_form, marks, parts)]
    tried.sort(key=lambda pair: (-len(pair[0].marks), -pair[0].bodies[0].start))
    kept: list[tuple[_Chain, list[Mark]]] = []
    for chain, marks in tried:
        if all(_apart(chain, other) for other, _ in kept):
            kept.append((chain, marks))
    kept.sort(key=lambda pair: pair[0].bodies[0].start)
    notes: list[Footnote] = []
    floor = 0
    for (chain, marks), following in zip(kept, [*kept[1:], None], strict=False):
        begin = lines[chain.bodies[0].line].start
        open_marks = [
            mark
            for mark in marks
            if floor <= mark.start < begin and not any(n.start <= mark.start < n.end for n in notes)
        ]
        found = _match(chain.bodies, open_marks)
        if found is None:
            continue
        end = _end_of_region(text, chain, parts, following[0] if following else None)
        notes += _notes_of(text, lines, _Chain(chain.bodies, end, found), end, parts)
        floor = max(found.values()) + 1
    return notes


def _apart(chain: _Chain, kept: _Chain) -> bool:
    """The two do not cross, and no mark of the one kept stands among the bodies of the other."""
    first = chain.bodies[0].start
    if not (chain.end < kept.bodies[0].start or kept.end < first):
        return False
    return not any(first - 12 <= mark <= chain.end for mark in kept.marks.values())


def _chains(
    text: str, lines: Sequence[Line], bodies: Sequence[_Body], marks: Sequence[Mark], parts: Sequence[Part]
) -> list[_Chain]:
    """Runs of bodies numbered 1, 2, 3 …, with marks for most of their numbers, all before the first body."""
    by_number: dict[int, list[_Body]] = {}
    for body in bodies:
        by_number.setdefault(body.number, []).append(body)
    mark_starts = [mark.start for mark in marks]
    part_starts = [part.start for part in parts]
    chains: list[_Chain] = []
    for first in by_number.get(1, [])[:40]:
        run = [first]
        limit = next((start for start in part_starts if start > first.start), len(text))
        while following := _next_body(by_number, run[-1], limit):
            run.append(following)
        before = marks[: bisect_left(mark_starts, lines[first.line].start)]
        found = _match(run, before)
        if found is not None:
            chains.append(_Chain(tuple(run), run[-1].start, found))
    return chains


def _next_body(by_number: dict[int, list[_Body]], last: _Body, limit: int) -> _Body | None:
    for step in (1, 2):
        for body in by_number.get(last.number + step, ()):
            if last.start < body.start < limit:
                return body
    return None


def _match(bodies: Sequence[_Body], marks: Sequence[Mark]) -> dict[int, int] | None:
    """A mark for each body's number; None unless half of them are found and one looks like a mark for certain."""
    numbers = {body.number for body in bodies}
    fitting = [mark for mark in marks if mark.number in numbers]
    found = best_run(fitting, bodies[-1].number)
    sure = {mark.start for mark in fitting if mark.weight >= 2.5}
    if 2 * len(found) < len(bodies) or not sure.intersection(found.values()):
        return None
    return found


def _end_of_region(text: str, chain: _Chain, parts: Sequence[Part], following: _Chain | None) -> int:
    last = chain.bodies[-1].start
    part_end = next((part.end for part in parts if part.start <= last < part.end), len(text))
    return min(part_end, following.bodies[0].start if following and following.bodies[0].start > last else part_end)


def _notes_of(text: str, lines: Sequence[Line], chain: _Chain, end: int, parts: Sequence[Part]) -> list[Footnote]:
    notes = []
    limits = [lines[body.line].start for body in chain.bodies[1:]] + [end]
    for body, limit in zip(chain.bodies, limits, strict=True):
        ref = chain.marks.get(body.number)
        notes.append(_note(text, str(body.number), body.start, limit, ref, parts))
    return notes


def _note(text: str, number: str, start: int, limit: int, ref: int | None, parts: Sequence[Part]) -> Footnote:
    stripped = text[start:limit].rstrip()
    return Footnote(number, _part_of(ref if ref is not None else start, parts), ref, start, start + len(stripped))


def _part_of(offset: int, parts: Sequence[Part]) -> str:
    i = bisect_right([part.start for part in parts], offset) - 1
    return parts[max(i, 0)].id if parts else ""


def _at_page_feet(
    text: str, lines: Sequence[Line], sheets: Sheets, candidates: Sequence[_Body], parts: Sequence[Part]
) -> list[Footnote]:
    """Notes at the foot of each sheet; a rule without a number under it goes on with the note of the sheet before."""
    marks = find_marks(text, bracketed=False)
    mark_starts = [mark.start for mark in marks]
    on_line = {body.line: body for body in candidates if body.form != "bracket"}
    bounds = [0, *sheets.tops, len(lines)]
    notes: list[Footnote] = []
    expected, after_mark, previous_sheet = 1, 0, 0
    for first, last in pairwise(bounds):
        while last > first and last - 1 in sheets.furniture:
            last -= 1
        zone: list[tuple[_Body, int | None]] = []
        for i in range(first, last):
            body = on_line.get(i)
            if body is None or body.number not in (expected, 1, expected + 1):
                continue
            under_rule = i > 0 and _is_rule(text, lines[i - 1])
            if not (under_rule or _stands_apart(text, lines, i)):
                continue
            lower = after_mark if body.number != 1 else (after_mark if expected > 1 else 0)
            begin = lines[zone[0][0].line].start if zone and sheets.tops else lines[i].start
            window = marks[bisect_left(mark_starts, max(lower, previous_sheet)) : bisect_left(mark_starts, begin)]
            fitting = [mark for mark in window if mark.number == body.number]
            sure = bool(fitting) and (body.number == expected or max(mark.weight for mark in fitting) >= 3)
            if not sure and not (under_rule and body.number == expected):
                continue
            best = max(fitting, key=lambda mark: (mark.weight, -mark.start), default=None)
            zone.append((body, best.start if best else None))
            if best:
                after_mark = best.start + 1
            expected = body.number + 1
        if first < last:
            previous_sheet = lines[first].start
        zone_end = lines[last - 1].end if last > first else 0
        notes += _carried_over(text, lines, sheets, first, zone[0][0].line if zone else last, notes, parts)
        for (body, ref), following in zip(zone, [*zone[1:], None], strict=False):
            limit = lines[following[0].line].start if following else zone_end
            if not sheets.tops:
                limit = min(limit, _end_without_sheets(text, lines, body, limit))
            notes.append(_note(text, str(body.number), body.start, limit, ref, parts))
    return notes


def _is_rule(text: str, line: Line) -> bool:
    return RULE.match(text, line.start, line.end) is not None


def _stands_apart(text: str, lines: Sequence[Line], i: int) -> bool:
    """A blank line, a rule or the end of the text above parts a note from the body."""
    line, before = lines[i], lines[i - 1] if i else None
    return before is None or line.gap > 0 or line.indent != before.indent or text[before.end - 1] in '.?!)”"’'


def _carried_over(
    text: str,
    lines: Sequence[Line],
    sheets: Sheets,
    first: int,
    last: int,
    notes: Sequence[Footnote],
    parts: Sequence[Part],
) -> list[Footnote]:
    """The rest of the last note, under a rule at the foot of the next sheet: a second Footnote of the same number."""
    if not notes or not sheets.tops:
        return []
    rule = next((i for i in range(first, last) if _is_rule(text, lines[i])), None)
    if rule is None or rule + 1 >= last or rule in sheets.furniture:
        return []
    before = notes[-1]
    return [_note(text, before.number, lines[rule + 1].start, lines[last - 1].end, before.ref, parts)]


def _end_without_sheets(text: str, lines: Sequence[Line], body: _Body, limit: int) -> int:
    """Where no page end is marked, a note ends at a blank line, or where a sentence is done and the indent changes."""
    indent = lines[body.line].indent
    end = lines[body.line].end
    for line in lines[body.line + 1 :]:
        if line.start >= limit or line.gap or (line.indent != indent and text[end - 1] in '.)”"’?!'):
            break
        end = line.end
    return min(end, limit)


def _numberless(text: str, lines: Sequence[Line], parts: Sequence[Part]) -> list[Footnote]:
    """Notes gathered at the end of a part, a stray full stop in place of each number."""
    marks = find_marks(text, bracketed=False)
    mark_starts = [mark.start for mark in marks]
    notes: list[Footnote] = []
    for part in parts:
        starts = [
            match.end()
            for line in lines
            if part.start <= line.start < part.end and (match := _LOST.match(text, line.start, line.end))
        ]
        if not starts:
            continue
        before = marks[bisect_left(mark_starts, part.start) : bisect_left(mark_starts, starts[0] - 2)]
        run = best_run(before, len(starts))
        if len(run) * 2 < len(starts):
            continue
        for number, (start, following) in enumerate(zip(starts, [*starts[1:], part.end], strict=True), 1):
            limit = text.rfind("\n", start, following) if following != part.end else part.end
            notes.append(_note(text, str(number), start, limit if limit > start else following, run.get(number), parts))
    return notes


def _starred(
    text: str, lines: Sequence[Line], sheets: Sheets, parts: Sequence[Part], numbered: Sequence[Footnote]
) -> list[Footnote]:
    """Asterisk and dagger notes, each with the nearest such mark before it."""
    if "*" not in text and "†" not in text:
        return []
    page_marks = {span.start for span in sheets.marks}
    free = _free_stars(text, page_marks)
    used: set[int] = set()
    taken = sorted((note.start, note.end) for note in numbered)
    notes: list[Footnote] = []
    for i, line in enumerate(lines):
        if text[line.start] not in "*†‡[" or line.start in page_marks or i in sheets.furniture:
            continue
        match = _STAR_NOTE.match(text, line.start, line.end)
        if match is None or _is_rule(text, line):
            continue
        symbol = match[1] or match[2]
        start = match.end() if match.end() < line.end else lines[i + 1].start if i + 1 < len(lines) else None
        ref = next((at for at, mark in reversed(free) if at < line.start and mark == symbol and at not in used), None)
        if start is None or ref is None:
            continue
        used.add(ref)
        limit = min(
            (lines[i + 1].start if i + 1 < len(lines) else len(text)) if match.end() < line.end else lines[i + 1].end,
            next((a for a, _ in taken if a > start), len(text)),
        )
        notes.append(_note(text, symbol, start, limit, ref, parts))
    return notes


def _free_stars(text: str, page_marks: set[int]) -> list[tuple[int, str]]:
    """Stars and daggers after a word or a stop, which may call for a note."""
    found = []
    for match in _STAR_MARK.finditer(text):
        at = match.start()
        if at and at not in page_marks and (not text[at - 1].isspace() or not text[max(0, at - 2)].isspace()):
            found.append((at, match[1]))
    return found
