"""Lines → paragraphs, headings and block quotations; sentences broken by a page end or a link are made whole again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citator.corpus.model import Footnote, Part, Span
from citator.corpus.structure.headings import is_heading, is_heading_line, looks_like_heading, paragraph_numbers
from citator.corpus.structure.lines import Layout, Line
from citator.corpus.structure.pages import Sheets, is_rule
from citator.corpus.structure.quotations import LIST_ITEM, begins_quote, is_quote

_DONE = frozenset(".?!:;”\"’')]*†‡")
_NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|\*{1,3}|[†‡§])[\])]?")
_NUMBERED = re.compile(
    r"[{\[]¶ ?\d+[}\]]|¶ ?\d{1,3}\s+[A-Z“\"]"
)  # "{¶ 21}", and "¶21   The" behind a sentence that is done
_PARAGRAPH_MARK = re.compile(r"\[?¶ ?\d+\]?|\d{1,3}$")
_NUMBERED_TITLE = re.compile(r"(?:[IVX]{1,4}|[A-Z]|\d{1,2})\.\s{2,}[A-Z]")
_UNCLOSED = re.compile(r"(?:^|[\s(“])(?:v|vs|[Cc]f|Nos?|[Ss]ee,? e\. ?g|pp?|nn?|§)\.,?$|\b[Ss]ee(?: also)?$|§$")
_MAY_CLOSE = re.compile(
    r"(?:^|[\s(“])(?:[Ii]d|[Ii]bid|Corp|Inc|Co|Ltd|Bros|Cir|Auth|Ass[’']n|Dep[’']t|Comm[’']n|(?:[A-Z]\.)+[A-Z]|al|seq)\.,?$"
)
_OPEN_PARENTHESIS = re.compile(r"\([^()]{1,9}\.$")  # "(9th Cir."
_CLAUSE = re.compile(r",[”’\"']{1,2}\Z")  # "privacy,” / we hold": the quotation closes, the sentence does not
_ANSWER = re.compile(r"[“\"‘']?[QA][.:]\s")  # "A. Yes." behind "Q. Were you there?"
_FULL = 55  # characters; a line so long that is set in opens a paragraph or note
_LINK = re.compile(
    r"(?:\d{1,4} [A-Z][\w. ]{0,18},?(?: at)?(?: ?[\d_–-]+)?|(?:\d+ )?(?:[A-Z][\w.]* ){1,6}§+ ?\d[\w.–-]*|[Ii]d\.,?(?: at \d[\d–]*)?|[Ii]bid\.)[,;]?$"
)


@dataclass(frozen=True, slots=True)
class Blocks:
    paragraphs: tuple[Span, ...]
    headings: tuple[Span, ...]
    quotes: tuple[Span, ...]


def into_blocks(text: str, layout: Layout, sheets: Sheets, parts: Sequence[Part], notes: Sequence[Footnote]) -> Blocks:
    """Spans in text order; none crosses a part or a footnote."""
    labels = _labels(text, layout.lines, notes)
    lines = list(_opinion_lines(layout, sheets, labels))
    marks = {mark.start: mark.end for mark in sheets.marks} | _note_marks(text, notes)
    blocks = _Gatherer(text, layout, marks, _base_indent(lines), paragraph_numbers(text, lines, marks))
    left_out = False  # a wall stands before a piece that is no paragraph's
    for piece, walled in _pieces(text, lines, _walls(parts, notes, labels)):
        if labels.get(piece.start, 0) < piece.end and not (layout.wrapped and is_rule(text, piece)):
            blocks.add(piece, walled or left_out)
            left_out = False
        else:
            left_out |= walled
    blocks.close()
    return Blocks(tuple(blocks.paragraphs), tuple(blocks.headings), tuple(blocks.quotes))


class _Gatherer:
    """Gathers lines into paragraphs. A line that is only the mark of a page or note breaks nothing and joins what is
    about it."""

    def __init__(self, text: str, layout: Layout, marks: dict[int, int], base: int, numbers: set[int]) -> None:
        self.text, self.layout, self.marks, self.base, self.numbers = text, layout, marks, base, numbers
        self.paragraphs: list[Span] = []
        self.spoken: list[Span] = []  # the same without the numbers of paragraphs
        self.headings: list[Span] = []
        self.quotes: list[Span] = []
        self.lines: list[Line] = []  # of the paragraph being gathered
        self.words: list[Line] = []  # the same without lines that are marks
        self.in_quote = False

    def add(self, line: Line, walled: bool) -> None:
        is_mark = self.marks.get(line.start) == line.end
        if self.lines and (
            walled or (self.words and not is_mark and not _goes_on(self.text, self.layout, self.words, line))
        ):
            self.close()
        if not self.words and not is_mark:
            self.in_quote = line.start not in self.numbers and is_quote(
                self.text, self.layout, self.spoken, line, self.base
            )
        self.lines.append(line)
        if not is_mark:
            self.words.append(line)

    def _asked(self) -> bool:
        """Whether the paragraph before is one of a witness's testimony."""
        return _ANSWER.match(self.text, self.paragraphs[-1].start) is not None

    def close(self) -> None:
        if not self.lines:
            return
        span = Span(self.lines[0].start, self.lines[-1].end)
        answer = bool(self.paragraphs) and _ANSWER.match(self.text, span.start) and self._asked()
        self.paragraphs.append(span)
        words = Span(self.words[0].start, self.words[-1].end) if self.words else span
        numbered = words.start in self.numbers
        if not numbered or len(self.words) > 1:
            self.spoken.append(span)
        if (
            len(self.words) <= 2
            and not answer
            and not numbered
            and is_heading(self.text, words, wrapped=self.layout.wrapped)
        ):
            self.headings.append(span)
        elif self.in_quote:
            self.quotes.append(span)
        self.lines, self.words, self.in_quote = [], [], False


def _pieces(text: str, lines: Sequence[Line], walls: Sequence[int]) -> Iterator[tuple[Line, bool]]:
    """The lines, cut at the walls, and whether one stands before each."""
    wall = 0
    for line in lines:
        walled = False
        while wall < len(walls) and walls[wall] <= line.start:
            walled = True
            wall += 1
        while wall < len(walls) and walls[wall] < line.end:
            left = text[line.start : walls[wall]].rstrip()
            right = text[walls[wall] : line.end].lstrip()
            if left:
                yield line._replace(end=line.start + len(left)), walled
            line = line._replace(start=line.end - len(right))
            walled = True
            wall += 1
        if line.start < line.end:
            yield line, walled


def _opinion_lines(layout: Layout, sheets: Sheets, labels: dict[int, int]) -> Iterator[Line]:
    """The lines without furniture and note numbers; a line after furniture begins a sheet."""
    new_sheet = False
    for i, line in enumerate(layout.lines):
        if i in sheets.furniture:
            new_sheet = True
        elif labels.get(line.start, 0) < line.end:
            yield line._replace(feed=True) if new_sheet else line
            new_sheet = False


def _note_marks(text: str, notes: Sequence[Footnote]) -> dict[int, int]:
    """The marks of notes in the text, start → end."""
    marks = (_NOTE_MARK.match(text, note.ref) for note in notes if note.ref is not None)
    return {mark.start(): mark.end() for mark in marks if mark}


def _labels(text: str, lines: Sequence[Line], notes: Sequence[Footnote]) -> dict[int, int]:
    """The numbers that open the notes, start → end: on the note's own line, or alone on the line before."""
    starts = [line.start for line in lines]
    labels: dict[int, int] = {}
    for note in notes:
        i = bisect_right(starts, note.start) - 1
        if i < 0:
            continue
        if lines[i].start == note.start:
            i -= 1
            if i < 0 or lines[i].end - lines[i].start > 60 or note.number not in lines[i].of(text):
                continue
        elif note.start - lines[i].start > 60:
            continue
        label = text[lines[i].start : min(lines[i].end, note.start)].rstrip()
        labels[lines[i].start] = lines[i].start + len(label)
    return labels


def _walls(parts: Sequence[Part], notes: Sequence[Footnote], labels: dict[int, int]) -> list[int]:
    ends = {at for part in parts for at in (part.start, part.end)} | {
        at for note in notes for at in (note.start, note.end)
    }
    return sorted(ends.union(labels))


def _base_indent(lines: Sequence[Line]) -> int:
    """The indent most long lines share."""
    counts: dict[int, int] = {}
    for line in lines:
        if line.end - line.start > 40:
            counts[line.indent] = counts.get(line.indent, 0) + 1
    return max(counts, key=lambda indent: (counts[indent], -indent), default=0)


def _goes_on(text: str, layout: Layout, current: Sequence[Line], line: Line) -> bool:
    """Whether ``line`` belongs to the paragraph of the lines in ``current``."""
    last = current[-1]
    ends_open = _ends_open(text, last)
    opens_low = text[line.start].islower() or text[line.start] in ",;.)]”’"
    if layout.wrapped:
        return _goes_on_wrapped(text, layout, current, line, ends_open, opens_low)
    if line.gap == 0 and text[last.end - 1] == "-":
        return True
    if begins_quote(text, last, line):
        return False
    if opens_low and not LIST_ITEM.match(text, line.start):
        return ends_open or text[line.start] in ",;.)" or _abbreviated(text, last, _UNCLOSED, _MAY_CLOSE)
    if _abbreviated(text, last, _UNCLOSED) or text.startswith("v. ", line.start):
        return True
    if not ends_open or _PARAGRAPH_MARK.match(text, line.start, line.end):
        return False
    broken_off = text[last.end - 1].islower() or text[last.end - 1] in ","
    return (
        broken_off and (last.end - current[0].start > 90 or len(current) > 1) and not looks_like_heading(text, current)
    )


def _ends_open(text: str, line: Line) -> bool:
    """No full stop, quotation mark or bracket ends the line, a note's mark after it left aside."""
    end = line.end
    while end > line.start and text[end - 1].isdigit() and line.end - end < 3:
        end -= 1
    if end == line.end or end == line.start or text[end - 1] not in _DONE:
        return text[line.end - 1] not in _DONE or _CLAUSE.search(text, line.start, line.end) is not None
    return False


def _abbreviated(text: str, line: Line, *patterns: re.Pattern[str]) -> bool:
    """The line ends in an abbreviation that closes no sentence, or need not close one."""
    start = max(line.start - 1, line.end - 14, 0)
    return any(pattern.search(text, start, line.end) for pattern in patterns)


def _goes_on_wrapped(
    text: str, layout: Layout, current: Sequence[Line], line: Line, ends_open: bool, opens_low: bool
) -> bool:
    last = current[-1]
    if _NUMBERED.match(text, line.start, line.end) and (text[line.start] != "¶" or not ends_open):
        return False
    step = line.indent - last.indent
    new_sheet = line.feed or line.gap > layout.spacing + 1
    if new_sheet or line.gap > layout.spacing:
        if _abbreviated(text, last, _UNCLOSED, _OPEN_PARENTHESIS):
            return True
        if not new_sheet and line.indent <= 1 and (_is_link(text, line) or _is_link(text, last)):
            return True
        hyphen = text[last.end - 1] == "-"
        if not (ends_open or opens_low or hyphen):
            return False
        if hyphen or opens_low:
            return True
        if looks_like_heading(text, current):
            return False
        if len(current) == 1 and line.indent <= 1 < last.indent and last.end - last.start > _FULL:
            return True
        if line.gap > layout.spacing and not new_sheet and (abs(step) >= 2 or not text[line.start].isdigit()):
            return text[last.end - 1] == "," and abs(step) < 2
        return text[last.end - 1].islower() or text[last.end - 1] in ",0123456789"
    if layout.spacing and line.gap == 0 and len(current) == 1 and last.gap >= 1:
        return True
    if last.underlined and not (line.underlined or opens_low) and looks_like_heading(text, current):
        return False
    if not ends_open and LIST_ITEM.match(text, line.start, line.end):
        return False
    if step == 0 and not opens_low and _NUMBERED_TITLE.match(text, last.start) and _is_short_title(text, current):
        return False
    if step >= 2:
        return ends_open and opens_low
    if step <= -2 and len(current) > 1:
        return ends_open and not is_heading_line(text, line)
    if opens_low and not ends_open and _abbreviated(text, last, _MAY_CLOSE):
        return True
    if not ends_open and is_heading_line(text, line) and line.end - line.start < 45:
        return False
    return not (looks_like_heading(text, current) and not opens_low and (step != 0 or not ends_open))


def _is_short_title(text: str, current: Sequence[Line]) -> bool:
    """A title that is set in as far as the paragraph below it begins: "B.     The Lease"."""
    return (
        len(current) == 1
        and current[0].indent > 3
        and current[0].end - current[0].start < _FULL
        and looks_like_heading(text, current)
    )


def _is_link(text: str, line: Line) -> bool:
    """A citation set apart by blank lines, because it was a link on the page the text was taken from."""
    return line.gap == 1 and line.indent <= 1 and _LINK.match(text, line.start, line.end) is not None
