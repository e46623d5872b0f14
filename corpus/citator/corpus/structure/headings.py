"""The words of a line or paragraph → whether they are a heading, and not the number of a paragraph or a name of counsel."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citator.corpus.model import Span
from citator.corpus.structure.lines import Line

_TITLE_WORD = r"(?:[A-Z][\w’'-]*|of|the|and|or|to|in|for|a|an|on|by|under|with|v\.|&|–|—|-)"
_HEADING = re.compile(
    r"(?:[IVXL]+|[A-Z]|\d{1,2}|[a-z])\.?$|(?:(?:[IVXL]+|[A-Z]|\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[IVXL]+)\s+[A-Z“\"][^.?!;]{2,120}\.?$"
    r"|(?:[IVXL]+|[A-PR-Z]|\d{1,2})[.)]\s+(?:[A-Z][A-Z’',()“”\"\d\- ]{8,150}|[A-Z][\w’' -]{2,40})\?$"
    rf"|[A-Z][A-Z’'&,:;—–()\- ]{{2,90}}\.?$|[A-Z][\w’'-]*(?: {_TITLE_WORD})*$"
)
# A paragraph of its own, numbered and without an end, is a title though there are stops in it: "B. The Text of 7 U.S.C. § 14(a)".
_TITLE = re.compile(r"(?:[IVXL]{1,5}|[A-K]|\d{1,2}|[a-k])\. ?(?![A-Z]\.|.*\.{4})[A-Z“][^;:?!]{2,150}(?<![.,—”\"])$")
# "A. Roe, for appellant.", which begins as a section does
_COUNSEL = re.compile(r"(?:,| for (?:the )?(?:appell|defend|petition|plaint|respond)\w+\.?)\Z", re.I)
# The beginning of a sentence whose next word, in italics, stands on a line of its own: "And in", then "Roe v. Doe".
_UNFINISHED = re.compile(
    r"(?:\b(?:[Ii]n|of|[Tt]he|[Aa]nd|to|[Bb]y|for|[Uu]nder|with|on|at|from|that|as|or|[Ss]ee|than|between)|,)\Z"
)
_PAGE_MARKS = re.compile(r"(?:\[?\*{1,4} ?\d{1,5}\]?\s+)+")
_MANY = 10  # paragraphs; sections are seldom so many


def looks_like_heading(text: str, current: Sequence[Line]) -> bool:
    """Whether the lines gathered so far may be a heading as they are."""
    span = Span(current[0].start, current[-1].end)
    return len(current) <= 3 and len(span) <= 200 and _HEADING.match(" ".join(span.of(text).split())) is not None


def is_heading_line(text: str, line: Line) -> bool:
    return _HEADING.match(text, line.start, line.end) is not None


def is_heading(text: str, span: Span, *, wrapped: bool = True) -> bool:
    """Whether a whole paragraph is a heading, behind the marks of pages; ``wrapped``: it may be cut off by a line end."""
    if marks := _PAGE_MARKS.match(text, span.start, span.end):
        span = Span(marks.end(), span.end)
    if not 0 < len(span) <= 160 or _COUNSEL.search(text, span.start, span.end):
        return False
    words = " ".join(span.of(text).split())
    if _UNFINISHED.search(words):
        return False
    return bool(_HEADING.match(words) or (not wrapped and _TITLE.match(words)))


def paragraph_numbers(text: str, lines: Sequence[Line], marks: dict[int, int]) -> set[int]:
    """Where the numbers of paragraphs stand that a text counts from first to last, each on a line of its own."""
    found: list[int] = []
    last = 0
    for line in lines:
        words = line.of(text) if line.end - line.start < 4 and line.start not in marks else ""
        if words.isdecimal() and last < int(words) <= last + 3:  # some may be lost
            found.append(line.start)
            last = int(words)
    return set(found) if len(found) >= _MANY else set()
