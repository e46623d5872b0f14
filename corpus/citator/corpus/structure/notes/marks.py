"""Text → the places where a footnote mark may stand, by number, with a weight for how much they look like one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_NUMBER = re.compile(r"[1-9](?<![$§¶#/(\[<=+*&@0-9-].)\d{0,2}(?!\d)", re.DOTALL)  # the digit first, for speed
_SENTENCE_END = frozenset(".,;:?!)]”’\"'")
_LINE_SPACE = " \t\xa0\r"
LABEL_INDENT = 14  # blanks; a number set farther in is centred
_SECTION = re.compile(r"(?:§|\bs|\b[Ss]ection) ?(\d{3,7})\b")
_BRACKETED = re.compile(r"\[(?:fn\.?|FN|n)? ?(\d{1,3})\]|\((?:fn|FN)\.? ?(\d{1,3})\)")
_SUPER_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SUPERSCRIPT = re.compile(rf"[{_SUPER_DIGITS}]{{1,3}}")
_SUPER = str.maketrans(_SUPER_DIGITS, "0123456789")
_NUMBERED_THING = re.compile(
    r"(?:\b(?:nn?|Nos?|vs?|[Vv]ols?|pp?|cc?|[Cc]hs?|[Aa]rts?|cl|[Pp]ts?|[Ss]ecs?|R|[Ee]xs?|[Ff]igs?|App|Supp|Div|[Tt]it|par|"
    r"paras?|[Nn]otes?|Cong|Sess|Doc|Dkt|Tab|Att|U\.S|S\.Ct|F|P|A|Cal|Ill|Wis|Tr|Br|Op|Pub|Pub\.L|L|Ed|Ord|Reg|St|Am|No)\.|[\d.-]\.|\d[A-Za-z]|\b[A-Z])$"
)


class Mark(NamedTuple):
    start: int
    number: int
    weight: float


def find_marks(text: str, *, bracketed: bool) -> list[Mark]:
    """Every place that may be a mark, in order. ``bracketed``: the notes are numbered ``[1]``, nothing else counts."""
    if bracketed:
        return [
            Mark(m.start(), int(m[1] or m[2]), 4.0) for m in _BRACKETED.finditer(text) if _inside_line(text, m.start())
        ]
    found: list[Mark] = []
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if not start:
            continue
        before = text[start - 1]
        apart = before in _LINE_SPACE or before == "\n"
        weight = _apart_weight(text, start, end) if apart else _glued_weight(text, start, end)
        if weight:
            found.append(Mark(start, int(match.group()), weight))
    found += _on_sections(text)
    if any(digit in text for digit in _SUPER_DIGITS):  # asked first, for it is asked cheaply
        found += [Mark(m.start(), int(m.group().translate(_SUPER)), 4.0) for m in _SUPERSCRIPT.finditer(text)]
    return sorted(mark for mark in found if mark.number)


def _on_sections(text: str) -> Iterator[Mark]:
    """Marks stuck to the number of a section that is cited elsewhere without: ``§ 337923`` for note 23 on § 3379."""
    numbers = [(match.start(1), match[1]) for match in _SECTION.finditer(text)]
    counts = Counter(number for _, number in numbers)
    for start, number in numbers:
        for width in (1, 2) if len(number) > 4 and counts[number] == 1 else ():
            mark = number[-width:]
            if number[:-width] in counts and not mark.startswith("0"):
                yield Mark(start + len(number) - width, int(mark), 1.0)


def _inside_line(text: str, at: int) -> bool:
    """Not the number that opens the note itself."""
    at -= 1
    while at >= 0 and text[at] in _LINE_SPACE:
        at -= 1
    return at >= 0 and text[at] != "\n"


def _glued_weight(text: str, at: int, end: int) -> float:
    """Weight of a number stuck to the word or stop before it: ``objection.1``, ``showing,2 a``, ``benefit”3``."""
    last, after = text[at - 1], text[end : end + 1]
    if after == "%" or (after.isalpha() and not after.isupper()):
        return 0.0
    if last in ".,;:":
        if _NUMBERED_THING.search(text, max(0, at - 8), at):
            return 1.0 if last in ".," and text[at - 2].isdigit() and (after.isspace() or not after) else 0.0
        return 4.0 if not after or after.isspace() or after in "”\"’')" else 2.0
    if last in "?!)]”’\"'»":
        return 4.0 if not after or after.isspace() or after in "”\"’'.,;:—" else 1.5
    if last.isalpha():
        if _NUMBERED_THING.search(text, max(0, at - 8), at):
            return 0.0
        return 3.0 if last.islower() and not after.isalpha() else 1.0
    return 1.0 if last in "—–" and not text[at - 2 : at - 1].isdigit() else 0.0  # "pp. 3–4" are pages


def _apart_weight(text: str, at: int, end: int) -> float:
    """Weight of a number after white space: at the end of a sentence, or raised and so printed on a line of its own."""
    if text[end : end + 1].strip():
        return 0.0
    before = text[max(0, at - 40) : at].rstrip()
    if "\n" in text[max(0, at - 40) + len(before) : at]:
        line_end = text.find("\n", end)
        if text[end : line_end if line_end >= 0 else len(text)].strip() or _is_centred(text, at):
            return 0.0
        return 2.5 if before[-1:] in _SENTENCE_END or before[-1:] == "—" else 1.5
    if before[-1:] not in _SENTENCE_END:
        return 0.0
    if _NUMBERED_THING.search(before[-8:]):  # a sentence may end in a number: "Arg. at 19:49. 14"
        return 0.5 if before[-2:-1].isdigit() and text[end : end + 1] in "\r\n" else 0.0
    return 1.2


def _is_centred(text: str, at: int) -> bool:
    """A number far out on its line heads a section."""
    return at - text.rfind("\n", 0, at) > LABEL_INDENT + 1


def best_run(marks: Sequence[Mark], highest: int) -> dict[int, int]:
    """The heaviest choice of marks numbered upwards in text order: number → offset. Earlier wins a tie.

    >>> best_run([Mark(5, 1, 4.0), Mark(9, 3, 1.0), Mark(20, 2, 4.0), Mark(30, 3, 4.0)], 3)
    {1: 5, 2: 20, 3: 30}
    """
    tails: list[int] = []  # numbers with a best chain ending there, ascending, their values ascending too
    values: list[float] = []
    chains: list[tuple[Mark, object]] = []
    for mark in marks:
        if not 0 < mark.number <= highest:
            continue
        i = bisect_left(tails, mark.number)
        value = mark.weight + (values[i - 1] if i else 0.0)
        if i < len(tails) and tails[i] == mark.number and values[i] >= value:
            continue
        chain = (mark, chains[i - 1] if i else None)
        end = i
        while end < len(tails) and values[end] <= value and (tails[end] == mark.number or values[end] < value):
            end += 1
        tails[i:end], values[i:end], chains[i:end] = [mark.number], [value], [chain]
    run: dict[int, int] = {}
    link: object = chains[-1] if chains else None
    while isinstance(link, tuple):
        run[link[0].number] = link[0].start
        link = link[1]
    return dict(sorted(run.items()))
