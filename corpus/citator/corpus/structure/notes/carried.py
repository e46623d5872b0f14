"""Lines of a sheet → where the note of the sheet before goes on: under a rule, or set otherwise than the text above."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citator.corpus.structure.lines import Line
from citator.corpus.structure.pages import is_rule

_LOST_RULE = re.compile(r"\n\r?\n {12,44}\r?\n")  # typed underscores, of which a scan has kept the blanks
_DONE = frozenset(".?!)”\"’'*]")
_APART = 2  # blank lines above a foot that no rule parts from the text
_HEAD = 4  # lines at the top of a sheet that may be set apart from the text


def rest_of_note(text: str, lines: Sequence[Line], sheet: range) -> int | None:
    """The line under a rule with no number beneath it. "* * *" parts the body."""
    rules = (i for i in sheet if is_rule(text, lines[i]))
    rule = next((i for i in rules if text[lines[i].start] != "*"), None)
    return rule + 1 if rule is not None and rule + 1 in sheet else None


def is_unfinished(text: str, end: int) -> bool:
    """Whether a note that ends at ``end`` breaks off within a sentence.

    >>> [is_unfinished(words, len(words)) for words in ("as the", "See Roe, 1 F.3d 2,", "it does.", "so in Maine (1990)")]
    [True, True, False, False]
    """
    return text[end - 1] not in _DONE


def rest_set_apart(text: str, lines: Sequence[Line], sheet: range) -> int | None:
    """The first of the last lines of ``sheet`` that stand by themselves: under a rule that is lost, under blank lines,
    or set close where the text is set apart."""
    for i in reversed(sheet[1:]):
        if _LOST_RULE.search(text, lines[i - 1].end, lines[i].start):
            return i
        if lines[i].gap > _APART and sheet.stop - i < i - sheet.start:
            return i
    close = next((i for i in reversed(sheet) if lines[i].gap), sheet.start)
    above = [lines[i].gap for i in sheet[1:] if i <= close]
    return close if sheet.stop - close > 1 and sum(gap == 1 for gap in above) > 0.7 * len(above) > _HEAD else None
