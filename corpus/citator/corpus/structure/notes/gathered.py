"""Footnotes gathered at the end of an opinion, or of all opinions, each tied to its mark."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from citator.corpus.model import Footnote, Part
from citator.corpus.structure.lines import Layout, Line
from citator.corpus.structure.notes.bodies import Body, make_note
from citator.corpus.structure.notes.marks import Mark, best_run, find_marks

_LOST = re.compile(r"\.\s?(?=[A-Z“\"‘'(\[§¶])")


_MOST_NOTES = 120
_MOST_CHAINS = 400  # beginnings of a run that are tried, and
_MOST_STEPS = 2_000_000  # marks looked at in all: enough for any opinion, and a bound for any text
_WIDE_GAP = 3  # blank lines that set notes apart more than paragraphs
_LONG = 5_000  # characters; few notes are longer, most stretches of an opinion between two numbers are


class _Chain(NamedTuple):
    bodies: tuple[Body, ...]
    end: int
    marks: dict[int, int]


def gathered(text: str, lines: Sequence[Line], candidates: Sequence[Body], parts: Sequence[Part]) -> list[Footnote]:
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
    begins = parts[0].start if parts else 0  # what has its marks in the caption may have its notes there too
    tried.sort(key=lambda pair: (-len(pair[0].marks), pair[0].end >= begins, -pair[0].bodies[0].start))
    kept: list[tuple[_Chain, list[Mark]]] = []
    for chain, marks in tried:
        if all(_apart(chain, other) for other, _ in kept):
            kept.append((chain, marks))
    kept.sort(key=lambda pair: pair[0].bodies[0].start)
    alone = _alone(text, lines)
    notes: list[Footnote] = []
    floor = 0
    closed: list[tuple[int, int]] = []  # where notes already found stand: no mark is there
    for (chain, marks), following in zip(kept, [*kept[1:], None], strict=False):
        begin = lines[chain.bodies[0].line].start
        open_marks = [
            mark
            for mark in marks
            if floor <= mark.start < begin and not any(start <= mark.start < end for start, end in closed)
        ]
        found = _match(chain.bodies, open_marks)
        if found is None or _number_paragraphs(found, alone):
            continue
        end = _end_of_region(text, lines, chain, parts, following[0] if following else None)
        if _is_list(lines, chain.bodies, end):
            continue
        notes += _notes_of(text, lines, _Chain(chain.bodies, end, found), end, parts)
        floor = max(found.values()) + 1
        closed = [*(region for region in closed if region[1] > floor), (begin, end)]
    return notes


def _apart(chain: _Chain, kept: _Chain) -> bool:
    """The two do not cross, and no mark of the one kept stands among the bodies of the other."""
    first = chain.bodies[0].start
    if not (chain.end < kept.bodies[0].start or kept.end < first):
        return False
    return not any(first - 12 <= mark <= chain.end for mark in kept.marks.values())


def _chains(
    text: str, lines: Sequence[Line], bodies: Sequence[Body], marks: Sequence[Mark], parts: Sequence[Part]
) -> list[_Chain]:
    """Runs of bodies numbered 1, 2, 3 …, with marks for most of their numbers, all before the first body."""
    by_number: dict[int, list[Body]] = {}
    for body in bodies:
        by_number.setdefault(body.number, []).append(body)
    mark_starts = [mark.start for mark in marks]
    part_starts = [part.start for part in parts]
    chains: list[_Chain] = []
    most = min(_MOST_CHAINS, max(12, _MOST_STEPS // (len(marks) + 1)))
    for first in by_number.get(1, [])[:most]:
        run = [first]
        limit = next((start for start in part_starts if start > first.start), len(text))
        while following := _next_body(by_number, run[-1], limit):
            run.append(following)
        before = marks[: bisect_left(mark_starts, lines[first.line].start)]
        found = _match(run, before)
        if found is not None:
            chains.append(_Chain(tuple(run), run[-1].start, found))
    return chains


def _next_body(by_number: dict[int, list[Body]], last: Body, limit: int) -> Body | None:
    """The nearest body with the next number, or the one after where that is lost."""
    for step in (1, 2):
        bodies = by_number.get(last.number + step, [])
        i = bisect_right(bodies, last.start, key=lambda body: body.start)
        if i < len(bodies) and bodies[i].start < limit:
            return bodies[i]
    return None


def _match(bodies: Sequence[Body], marks: Sequence[Mark]) -> dict[int, int] | None:
    """A mark for each body's number; None unless half of them are found and one looks like a mark for certain."""
    numbers = {body.number for body in bodies}
    fitting = [mark for mark in marks if mark.number in numbers]
    found = best_run(fitting, bodies[-1].number)
    sure = {mark.start for mark in fitting if mark.weight >= 2.5}
    if 2 * len(found) < len(bodies) or not sure.intersection(found.values()):
        return None
    return found


def _alone(text: str, lines: Sequence[Line]) -> dict[int, int]:
    """The numbers that have a line to themselves, by where they stand."""
    short = (line for line in lines if line.end - line.start <= 3)
    return {line.start: int(line.of(text)) for line in short if line.of(text).isdecimal()}


def _number_paragraphs(marks: dict[int, int], alone: dict[int, int]) -> bool:
    """Numbers on lines of their own that count on past the last note number the paragraphs of the text."""
    if any(start not in alone for start in marks.values()):
        return False
    last, at = max(marks.items(), default=(0, 0))
    further = [start for start, number in alone.items() if start > at and number in (last + 1, last + 2)]
    return len(further) >= 2 and alone[further[0]] == last + 1


def _is_list(lines: Sequence[Line], bodies: Sequence[Body], end: int) -> bool:
    """A numbered list or headings: what follows the last number is no note but the rest of the opinion."""
    if bodies[0].form in ("bracket", "fn"):
        return False
    lengths = sorted(after.start - body.start for body, after in pairwise(bodies))
    usual = lengths[len(lengths) // 2] if lengths else 0
    return usual > _LONG or end - bodies[-1].start > max(_LONG, 8 * usual)


def _end_of_region(
    text: str, lines: Sequence[Line], chain: _Chain, parts: Sequence[Part], following: _Chain | None
) -> int:
    last = chain.bodies[-1].start
    if parts and last < parts[0].start:  # the notes of a caption
        return parts[0].start
    part_end = next((part.end for part in parts if part.start <= last < part.end), len(text))
    if following is None or following.bodies[0].start <= last:
        return part_end
    return min(part_end, lines[following.bodies[0].line].start)


def _notes_of(text: str, lines: Sequence[Line], chain: _Chain, end: int, parts: Sequence[Part]) -> list[Footnote]:
    notes = []
    limits = [lines[body.line].start for body in chain.bodies[1:]] + [end]
    for body, limit in zip(chain.bodies, limits, strict=True):
        ref = chain.marks.get(body.number)
        notes.append(make_note(text, str(body.number), body.start, limit, ref, parts))
    return notes


def numberless(text: str, layout: Layout, parts: Sequence[Part]) -> list[Footnote]:
    """Notes gathered at the end of a part, a stray full stop or a single blank in place of each number."""
    if layout.wrapped:
        return []
    marks = find_marks(text, bracketed=False)
    mark_starts = [mark.start for mark in marks]
    line_starts = [line.start for line in layout.lines]
    notes: list[Footnote] = []
    for part in parts:
        lines = layout.lines[bisect_left(line_starts, part.start) : bisect_left(line_starts, part.end)]
        own = marks[bisect_left(mark_starts, part.start) : bisect_left(mark_starts, part.end)]
        stopped = [match.end() for line in lines if (match := _LOST.match(text, line.start, line.end))]
        for starts in (stopped, _set_in(text, lines, own)):
            run = best_run([mark for mark in own if mark.start < starts[0] - 2], len(starts)) if starts else {}
            if starts and len(run) * 2 >= len(starts) and not _number_paragraphs(run, _alone(text, lines)):
                notes += _numbered(text, starts, part.end, run, parts)
                break
    return notes


def _numbered(text: str, starts: Sequence[int], end: int, run: dict[int, int], parts: Sequence[Part]) -> list[Footnote]:
    notes = []
    for number, (start, following) in enumerate(zip(starts, [*starts[1:], end], strict=True), 1):
        limit = text.rfind("\n", start, following) if following != end else end
        notes.append(make_note(text, str(number), start, limit if limit > start else following, run.get(number), parts))
    return notes


def _set_in(text: str, lines: Sequence[Line], marks: Sequence[Mark]) -> list[int]:
    """Paragraphs set in by one blank, in a text that sets in few others: the last so many as there are marks for."""
    sure = [mark for mark in marks if mark.weight >= 2.5]
    inset = [line for line in lines if line.indent == 1 and text[line.start] not in "*["]
    if not sure or len(inset) * 2 > len(lines):
        return []
    apart = [line.start for line in inset if line.gap >= _WIDE_GAP]
    return max(
        (_tail_with_marks(starts, sure) for starts in (apart, [line.start for line in inset])), key=lambda s: s[0]
    )[1]


def _tail_with_marks(starts: Sequence[int], marks: Sequence[Mark]) -> tuple[int, list[int]]:
    """The last so many starts as best agree with the marks before them, and how well they do."""
    best, score = len(starts), 0
    for first in range(max(0, len(starts) - _MOST_NOTES), len(starts)):
        run = best_run([mark for mark in marks if mark.start < starts[first]], len(starts) - first)
        tied = 2 * len(run) - (len(starts) - first)
        if tied > score:
            best, score = first, tied
    return score, list(starts[best:])
