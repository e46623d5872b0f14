"""Lines → the places where an opinion seems to open: a byline that begins a paragraph, be it over several lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citator.corpus.model import PartKind
from citator.corpus.structure.bylines import parse
from citator.corpus.structure.lines import Layout, Line
from citator.corpus.structure.pages import Sheets

# The first letter comes first, for speed.
_TRIGGER = re.compile(
    r"[BCDJOPRSTjp](?:(?<=[Jj])(?:udge|ustice)\b|(?<=J)(?:UDGE|USTICE)|(?<=\bJ)J?\.|(?<=C)(?:hancellor|HANCELLOR|ONCURR|oncurr|ommissioner)"
    r"|(?<=[Pp])er\s+[Cc]uriam|(?<=P)ER\s+CURIAM|(?<=B)(?:Y THE|y the) C|(?<=T)HE COURT|(?<=D)(?:ISSENT|issent)|(?<=O)PINION|(?<=S)urrogate|(?<=R)eferee)"
)
_LEAD_IN = re.compile(r"^(?:\*{1,2}\d+ ?|\[\*+\d+\] ?|\[?¶ ?\d+\]? ?|\d{1,2} (?=[A-Z]{3})|[—–-]+ ?|By (?=[A-Z]{3}))+")
_NOISE = re.compile(r"\s+|\s*\[\*+\](?=\s|$)")
_STARS = re.compile(r"\s*\[?\*{1,5} ?\d+\]?\s*")
_COURT = re.compile(r"\bcourt\b", re.I)
_WINDOW = 420
_REACH = 90  # characters from the start of a byline within which its title stands
_MAX_LINES = 6


@dataclass(frozen=True, slots=True)
class Opening:
    start: int
    end: int
    kind: PartKind | None
    author: str | None
    lineup: bool = False


def find_openings(text: str, layout: Layout, sheets: Sheets) -> list[Opening]:
    lines = layout.lines
    found: list[Opening] = []
    done = -1
    for i, line in enumerate(lines):
        if line.start < done or i in sheets.furniture or not _may_open(text, lines, i, layout.wrapped):
            continue
        reach = line.start + _REACH
        if i + 1 < len(lines) and line.end - line.start < _REACH // 2:
            reach = lines[i + 1].start + _REACH // 2
        if _TRIGGER.search(text, line.start, reach) is None:
            continue
        opening = _opening(text, lines, i, sheets)
        if opening is not None:
            found.append(opening)
            done = opening.end
    return found


def _may_open(text: str, lines: tuple[Line, ...], i: int, wrapped: bool) -> bool:
    """An opinion opens a paragraph: the line before is done."""
    if i == 0:
        return True
    line, before = lines[i], lines[i - 1]
    if line.gap or line.feed or line.indent > before.indent + 1:
        return True
    last = text[before.end - 1]
    return last not in ",-" and not (wrapped and last.islower())


def _opening(text: str, lines: tuple[Line, ...], first: int, sheets: Sheets) -> Opening | None:
    """The byline that begins at line ``first``; it may run over several lines."""
    pieces: list[str] = []
    size = 0
    for i in range(first, min(first + _MAX_LINES, len(lines))):
        if i in sheets.furniture:
            continue
        piece = _NOISE.sub(
            " ", _STARS.sub(" ", text[lines[i].start : min(lines[i].end, lines[i].start + _WINDOW)])
        ).strip()
        if i == first:
            piece = _LEAD_IN.sub("", piece)
        pieces.append(piece)
        size += len(piece)
        if size > _WINDOW:
            break
    if not pieces or not pieces[0][:1].isupper():
        return None
    words = " ".join(pieces)
    whole = parse(words)
    alone = parse(pieces[0])
    byline = whole if whole is not None and (whole.kind is not None or alone is None) else alone
    if byline is None:
        return None
    if byline.kind is None and (
        byline.length > len(pieces[0]) + 1 or _judge_below(text, lines, first, words[: byline.length])
    ):
        return None
    return Opening(lines[first].start, lines[first].start + byline.length, byline.kind, byline.author, byline.lineup)


def _judge_below(text: str, lines: tuple[Line, ...], i: int, words: str) -> bool:
    """``FROM THE CIRCUIT COURT OF HENRICO COUNTY`` and under it ``L. A. Roe, Judge``: the judge appealed from."""
    return (
        i > 0 and words.rstrip()[-1].isalpha() and _COURT.search(text, lines[i - 1].start, lines[i - 1].end) is not None
    )
