"""Opinion → its text as a citation is meant to read: one line a paragraph, words whole, marks and furniture gone.

Lines are joined, hyphens at line ends closed, star pages and the marks of notes left out, and a note is read
after the running text instead of in the middle of a sentence. Every position leads back to the original.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from citator.corpus.citations import lost
from citator.corpus.model import Footnote, Opinion, Span
from citator.corpus.offsets import Edited, Piece, edit

_UNEVEN = re.compile(r"\s\s+|[^\S ]|[\u200b-\u200d\u2060\ufeff\xad]+|&amp;|[งถ]|Â(?=[§¶])")
# What a page says in place of a mark: an entity, or the mark read in another code page than it was written in.
_MEANT = {"&amp;": "&", "ง": "§", "ถ": "¶"}
_LINE_END = re.compile(r"\n(?<![\s‐\u2011¬–-].)(?![\s,;])", re.DOTALL)  # between two words, neither of them cut
_ONE = re.compile(
    r"(?<=§ )l{1,2}(?=[A-Z]?\d|-\d|[a-z]?\(|[,.;)]?\s)|(?<=\([a-z]\)\()l(?=\))"
)  # "§ lB1.3(a)(l)": a 1 read as an l
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§]{1,3}|[⁰¹²³⁴-⁹]{1,3})[\])]?")
_SECOND_SERIES = re.compile(r"\[?\*{2,5}(?<!\d, at \*\*) ?\d{1,5}\]?(?!\d)")  # the pages of another reporter: **1486
_HYPHENS = "-‐\u2011¬"
_NUMERIC = frozenset("0123456789_")
_DASHES = _HYPHENS + "–"
_REST_OF_RANGE = re.compile(r"[–-]\d++(?![–-](?!\d))")  # "§ 13" and "–4041", "–5–103"; not a page’s "-7-"
_NOTE_HEAD = re.compile(r"(?P<rule>[_-]{3,}\s*)?(?:(?<!\S)[\[(]?(?P<number>\d{1,3}|[*†‡]{1,3})[\])]?[.:]?\s*)?\Z")
_SPLIT_NAME = re.compile(r"\b[A-Z]\w*(?:-\w+)*?-[a-z]\w+(?:-\w+)*")
_SPLIT = re.compile(r"-(?<=\w-)[a-z]\w")
_CAPITAL_BEFORE = re.compile(r"\b[A-Z][\w-]*\Z")
_LONGEST = 40  # characters of a name before its hyphen
_NAME = re.compile(r"[A-Z][\w-]+")
_INNER_HYPHEN = re.compile(r"(?<=\w)-(?=[a-z])")
_SPLIT_NUMBER = re.compile(r"(?<=\d,)-(?=\d{3}(?!\d))")  # "¶ 61,-241": a line ended within the number

# What stands before a paragraph break that italics or a lost line caused, and not the end of a paragraph.
_RUNS_ON = re.compile(
    r"(?:[,(&;–—]|\b(?:v|vs)\.|\b(?:[Ii]n|[Ss]ee|[Aa]nd|[Oo]r|[Tt]he|[Oo]f|[Tt]o|[Bb]y|[Aa]lso|[Ii]n re|[Ee]x parte"
    r"|[Cc]f\.|[Aa]n?|with|that|from|under|on|for|at|[Cc]iting|[Qq]uoting|[Cc]ompare|[Aa]ccord|[Uu]nlike|e\. ?g\.,?)|\([^()]{2,20}\.)$"
)
_GOES_ON = re.compile(
    r"\((?:[\w.]+,?\s+){0,5}(?:1[6-9]|20)\d\d\)|(?:F|S|U|L|N|P|A|So|Cal)\.|at \d"
)  # "(1st Cir. 1978)"
_SECTION = re.compile(r"§ ?\d[\w.:–-]*\Z")
_SUBSECTION = re.compile(r"\((?:[a-z]{1,2}|\d{1,2}|[A-Z]) ?\)(?! [a-z])")
_NO_OPENING = re.compile(r"\d+[,;]? (?!\s)(?!\.)|\((?!\w{1,3}\))|\$\d")
_UNDERLINE = re.compile(r"[\n\r] {8,}\n")  # typed underlining leaves a line of blanks within the sentence
# A reporter citation cut by the break: "534 U. S." and "61", or "1" and "Black, at 488".
_VOLUME_AND_REPORTER = re.compile(r"(?<!\d)\d{1,4} [A-Z][A-Za-z. ]{0,14}(?:\dd|\dth|\d[dr]d)?\.?\Z")
_PAGE = re.compile(r"\d{1,4}\b")
_VOLUME = re.compile(r"[,(\]] ?\d{1,3}\Z")
_REPORTER_AND_PAGE = re.compile(r"[A-Z][A-Za-z.]{0,8}(?: [A-Z\d][\w.]{0,6}){0,2},? (?:at )?\d")
_ITALICS = 70  # characters; a name set apart as a paragraph, because its italics were a line of their own
_STOPS = frozenset('.;:?!)”"’')  # "in equity.[7]United States v. Roe"
_NEUTRAL = re.compile(r"(?:19|20)\d\d-(?:(?:Ohio|[A-Z]{2,5})-)?\Z")  # "2014-Ohio-", cut before its number
_NEUTRAL_GOES_ON = re.compile(r"(?:(?:Ohio|NM[A-Z]{2})-)?\d")
_CLOSED = '.?!:”"’*_-'


def repair(opinion: Opinion) -> Edited:
    """The edited text of ``opinion``; paragraphs and notes are lines of it."""
    work = _Repair(opinion)
    return edit(opinion.text, work.pieces(), kept=work.flat)


class _Repair:
    def __init__(self, opinion: Opinion) -> None:
        self.text = opinion.text
        self.breaks = sorted({span.start for span in opinion.paragraphs})
        self.flat = _without_line_ends(self.text, self.breaks)
        self.notes = _notes(opinion)
        numbers = (Span(*hyphen.span()) for hyphen in _SPLIT_NUMBER.finditer(self.text)) if ",-" in self.text else ()
        self.marks = sorted([*_marks(opinion), *_split_names(self.text), *numbers])
        self.lost = dict(lost.blanks(self.text)) | dict(lost.section_marks(self.text))

    def pieces(self) -> Iterator[Piece]:
        """Kept and changed stretches: the running text, then every note on a line of its own."""
        notes = [(note.start, note.end) for note in self.notes]
        inside: list[list[Span]] = [[] for _ in notes]
        running: list[Span] = []
        for mark in self.marks:
            i = bisect_right(notes, (mark.start, len(self.text))) - 1
            (inside[i] if i >= 0 and mark.start < notes[i][1] else running).append(mark)
        lifted = [Span(self._head(note), note.end) for note in self.notes]
        yield from self._stretch(0, len(self.text), [*running, *lifted])
        for (start, end), marks in zip(notes, inside, strict=True):
            yield Piece(start, start, "\n")
            yield from self._stretch(start, end, marks)

    def _head(self, note: Footnote) -> int:
        """Where the number of ``note``, and the rule above it, begin."""
        for head in _NOTE_HEAD.finditer(self.text, max(0, note.start - 200), note.start):
            if head["number"] in (None, note.number):
                return head.start()
        return note.start

    def _stretch(self, start: int, end: int, marks: list[Span]) -> Iterator[Piece]:
        """Pieces of ``text[start:end]`` without ``marks``."""
        kept = start
        i = bisect_right(self.breaks, start)
        last = len(self.breaks)
        for left, right in self._gaps(start, end, marks):
            while i < last and self.breaks[i] <= left:
                i += 1
            is_break = i < last and self.breaks[i] <= right
            i += is_break
            following = self.breaks[i] if i < last else end
            piece = self._joint(left, right, is_break, following)
            if piece.start < kept:
                continue
            if piece.start > kept:
                yield Piece(kept, piece.start)
            yield piece
            kept = piece.end
        if kept < end:
            yield Piece(kept, end)

    def _gaps(self, start: int, end: int, marks: list[Span]) -> Iterator[tuple[int, int]]:
        """Marks with the whitespace around them, and uneven whitespace, in order."""
        at = start
        for left, right in _merge(self.text, start, end, marks):
            yield from map(_bounds, _UNEVEN.finditer(self.flat, at, left))
            yield left, right
            at = right
        yield from map(_bounds, _UNEVEN.finditer(self.flat, at, end))

    def _joint(self, start: int, end: int, is_break: bool, following: int) -> Piece:
        """What the gap ``text[start:end]`` becomes: nothing, a space, or the end of a line when a paragraph ends there.

        The next paragraph begins at ``following``.
        """
        text = self.text
        if start in self.lost:
            return Piece(start, end, self.lost[start])
        words = text[start:end]
        if not words.isspace():
            if words in _MEANT:
                return Piece(start, end, _MEANT[words])
            if "\xad" in words or not any(map(str.isspace, words)):
                between_sentences = text[start - 1 : start] in _STOPS and text[end : end + 1].isupper()
                return Piece(start, end, " " if between_sentences else "")
        before, after = text[max(0, start - 2) : start], text[end : end + 1]
        if before[-1:] in _DASHES and len(before) == 2 and ("\n" in words or "*" in words):
            left = before[0]
            if left.isalpha() and after.islower() and before[1] in _HYPHENS:
                return Piece(start - 1, end, "")
            if (left.isalpha() and after.isupper()) or (left in _NUMERIC and after in _NUMERIC):
                return Piece(start, end, "")
            if _NEUTRAL.search(text, max(0, start - 12), start) and _NEUTRAL_GOES_ON.match(text, end):
                return Piece(start, end, "")
        if before[-1:] in _NUMERIC and "\n" in words and _REST_OF_RANGE.match(text, end):
            return Piece(start, end, "")
        if is_break and not self._runs_on(start, end, following):
            return Piece(start, end, "\n")
        if after == "(" and is_break and _SECTION.search(text, max(0, start - 16), start):
            return Piece(start, end, "")
        return Piece(start, end, "" if after in (",", ";") else " ")

    def _runs_on(self, start: int, end: int, following: int) -> bool:
        """Whether a sentence goes on over the paragraph break in ``text[start:end]``."""
        words = self.text[start:end]
        before = self.text[max(0, start - 24) : start]
        if _VOLUME_AND_REPORTER.search(before) and _PAGE.match(self.text, end):
            return True
        if _VOLUME.search(before) and _REPORTER_AND_PAGE.match(self.text, end):
            return True
        if _RUNS_ON.search(before) or self.text.startswith(("v.", "vs.", ", ", "; "), end):
            return True
        if self.text.startswith("(", end) and _SUBSECTION.match(self.text, end) and _SECTION.search(before):
            return True
        if _GOES_ON.match(self.text, end) and before[-1:].isalnum():
            return True
        if before[-1:] in _CLOSED and not before.endswith(("s’", "s'")):
            return False
        if _NO_OPENING.match(self.text, end) and before[-1:].isalnum() and not before.isupper():
            return True
        interrupted = not words.isspace() or _UNDERLINE.search(words)
        italics = following - end < _ITALICS and self.text[end:following].rstrip().endswith((",", ";", " v."))
        return bool(interrupted) or italics or self.text[end : end + 1].islower()


def _notes(opinion: Opinion) -> list[Footnote]:
    """Footnotes in order, none overlapping another, none beginning within a number."""
    notes: list[Footnote] = []
    for note in sorted(opinion.footnotes, key=lambda note: (note.start, note.end)):
        within = opinion.text[max(0, note.start - 1) : note.start + 1].isdigit() and note.start > 0
        if note.end > note.start and not within and (not notes or note.start >= notes[-1].end):
            notes.append(note)
    return notes


def _marks(opinion: Opinion) -> Iterator[Span]:
    """Where pages begin, what else belongs to the page, and where notes are called for."""
    for page in opinion.pages:
        yield Span(page.start, page.end)
    yield from opinion.furniture
    if "**" in opinion.text:
        yield from (Span(*mark.span()) for mark in _SECOND_SERIES.finditer(opinion.text))
    for note in opinion.footnotes:
        if note.ref and (mark := _MARK.match(opinion.text, note.ref)):
            glued = not opinion.text[note.ref - 1].isspace() or mark[0][0] in "[("
            alone = opinion.text[note.ref - 1] == "\n" and opinion.text.startswith("\n", mark.end())
            if glued or alone:  # a number between spaces could be the volume of a reporter, and does no harm
                yield Span(*mark.span())


def _without_line_ends(text: str, breaks: list[int]) -> str:
    """``text`` with a space for every line end between two words of a paragraph, all at once as they are so many;
    and with the hyphens of ``2006–Ohio–2095``, the ones of ``§ lB1.3(a)(l)``, and lost section marks.

    No offset changes; what is left to be weighed one by one are hyphens, gaps, and the ends of paragraphs.
    """
    flat = lost.marked(_LINE_END.sub(" ", text).replace("–Ohio–", "-Ohio-"))
    if "§ l" in flat or ")(l)" in flat:
        flat = _ONE.sub(lambda ones: "1" * len(ones[0]), flat)
    pieces: list[str] = []
    at = 0
    for start in breaks:
        if start and text[start - 1] == "\n":
            pieces += flat[at : start - 1], "\n"
            at = start
    return "".join([*pieces, flat[at:]])


def _split_names(text: str) -> Iterator[Span]:
    """Hyphens that a scan left inside a name which the text elsewhere spells without."""
    candidates: list[re.Match[str]] = []
    for split in _SPLIT.finditer(text):
        head = _CAPITAL_BEFORE.search(text, max(0, split.start() - _LONGEST), split.start())
        if head and not (candidates and head.start() < candidates[-1].end()):
            candidates += filter(None, [_SPLIT_NAME.match(text, head.start())])
    if not candidates:
        return
    names = set(_NAME.findall(text))
    for name in candidates:
        for hyphen in _INNER_HYPHEN.finditer(name[0]):
            if name[0][: hyphen.start()] + name[0][hyphen.end() :] in names:
                yield Span(name.start() + hyphen.start(), name.start() + hyphen.end())


def _bounds(match: re.Match[str]) -> tuple[int, int]:
    return match.span()


def _merge(text: str, start: int, end: int, spans: list[Span]) -> list[tuple[int, int]]:
    """``spans`` within ``text[start:end]`` widened by the whitespace around them; those that touch become one."""
    merged: list[tuple[int, int]] = []
    for span in sorted(spans):
        left, right = max(start, span.start), min(end, span.end)
        if right <= left:
            continue
        while left > start and text[left - 1].isspace():
            left -= 1
        while right < end and text[right].isspace():
            right += 1
        if merged and left <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        else:
            merged.append((left, right))
    return merged
