"""Lines → whether a block quotation, which keeps no quotation marks, begins with one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citator.corpus.model import Span
from citator.corpus.structure.lines import Layout, Line

_QUOTED = re.compile(r"[“\"‘']|\[[A-Z]\]|\. \. \.")
_SAYS = re.compile(
    r"\b(?:said|say|says|saying|stated?|states|stating|provid(?:es|ed|ing)|reads?|reading|held|holding|wrote|writes|explain(?:s|ed|ing)|"
    r"observ(?:es|ed|ing)|conclud(?:es|ed|ing)|not(?:es|ed|ing)|quot(?:es|ed|ing)|follow(?:s|ing)|testi(?:fies|fied)|language|declar(?:es|ed|ing)|"
    r"reason(?:s|ed|ing)|instruct(?:s|ed|ing)|defin(?:es|ed|ing)|in (?:relevant |pertinent )?part|words|replied|added)\b[^.]*$"
)
_LOWERED = re.compile(r"\[[a-z]\][a-z ]")  # a sentence begun small by those who quote it
LIST_ITEM = re.compile(r"(?:\(\w{1,4}\)|\d{1,2}\.|[a-z]{1,3}\.(?<!v\.)|[•·●-])\s")
# The author's line of an opinion ends in a colon too: "ROE, Circuit Judge, dissenting in part:".
_BYLINE = re.compile(
    r"(?:,\s(?:[A-Z][a-z]+\s)*(?:Judges?|Justice|JJ?\.)|\bPER CURIAM|\bPer Curiam)(?:,\s(?:concurring|dissenting)[^.:]{0,60})?:$"
)


def begins_quote(text: str, last: Line, line: Line) -> bool:
    """Whether a quotation set apart takes up the sentence of the text.

    >>> begins_quote("The act says that\\n[n]o one may", Line(0, 17, 0, 0, False), Line(18, 30, 0, 0, False))
    True
    """
    return (
        _LOWERED.match(text, line.start) is not None
        and _SAYS.search(text, max(last.start, last.end - 160), last.end) is not None
    )


def is_quote(text: str, layout: Layout, paragraphs: Sequence[Span], line: Line, base: int) -> bool:
    """A block quotation follows a colon: set in, or opened by a bracket or quotation mark, or announced by a verb.

    >>> is_quote("We held:\\n“It is so.”", Layout((), False, 0), [Span(0, 8)], Line(9, 21, 0, 0, False), 0)
    True
    """
    if not paragraphs or LIST_ITEM.match(text, line.start):
        return False
    if text[paragraphs[-1].end - 1] not in ":—":
        before = Line(paragraphs[-1].start, paragraphs[-1].end, 0, 0, False)
        return not layout.wrapped and begins_quote(text, before, line)
    if _BYLINE.search(text, paragraphs[-1].start, paragraphs[-1].end):
        return False
    if (layout.wrapped and line.indent > base + 1) or _QUOTED.match(text, line.start):
        return True
    end = paragraphs[-1].end
    return _SAYS.search(text, max(paragraphs[-1].start, end - 160), end) is not None
