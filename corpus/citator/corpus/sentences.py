"""Opinion and its citations → the sentences, in order, none of them crossing a paragraph or a footnote.

nupunkt decides where sentences end. It reads a copy of the text, of the same length, in which whatever
would mislead it is masked: a citation is one opaque word, the mark of a footnote or page that is glued to
a full stop stands before it, and the furniture of the page is blank but for
marks of pages, with which a sentence may begin.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from citator.corpus.model import Citation, Opinion, Span

if TYPE_CHECKING:
    from nupunkt import PunktSentenceTokenizer

# Abbreviations of citations that a citation finder may have left in the text and nupunkt 0.8 does not know.
_ABBREVIATIONS = [
    "amdt",
    "amdts",
    "arts",
    "nn",
    "ante",
    "penal",
    "ass'n",
    "comm'n",
    "comm'r",
    "dep't",
    "int'l",
    "nat'l",
    "attach",
    "attys",
    "chap",
    "chs",
    "cum",
    "decl",
    "decls",
    "ency",
    "equit",
    "interrogs",
    "mme",
    "mmes",
    "obj",
    "opp",
    "ops",
    "pg",
    "pgs",
    "prelim",
    "resps",
    "saf",
    "stmt",
    "subchs",
    "summ",
    "tits",
]

# "objection.1 The", "objection.”1 The", "objection.*98 The": the full stop, its closers, and the mark.
_GLUED_MARK = re.compile(r"(?<=[a-z)\]”’\"])([.?!][”’\"')\]]*)(\d{1,3}|\*\d{1,4})(?=\s+[“‘\"'(\[*]*[A-Z])")
_MARK = re.compile(r"[\[(*]?(?:\d{1,3}|\*{1,3}|†|‡)[\])]?")
_ENDING = re.compile(r"[.?!][”’\"')\]]*\s*\Z")
# "‘… the choice made.’ ” Roe v. Doe": of two quotation marks that close, the second has come to begin a sentence.
_CLOSERS = re.compile(r"[”’\"'](?:\s*[”’\"'])*(?:\d{1,3}(?!\d))?(?:\s+|$)")
# "“Mr. Roe", "“Q. Were you there?": nupunkt takes the quotation mark for a part of the word.
_QUOTED_TITLE = re.compile(r"(?<=[“\"‘(\[])(?:Mr|Mrs|Ms|Dr|Messrs|Mme|St|Sec|Hon|[A-Z])\.(?=\s+[A-Z\d])")
_STARS = re.compile(r"[\s*]*")
_AFTER_STAR = re.compile(r"\*\s*\Z")
_LIST_ITEM = re.compile(r"(?:[a-z]|[ivx]{1,4})[.)]\s")
_OPENS_SENTENCE = re.compile(r"\s*(?:[“‘\"'(\[*•]*[A-Z§]|$)")
_BROKEN = 40  # characters; a citation with notes in it is longer
_WORD = re.compile(r"\w")


def split(opinion: Opinion, citations: Iterable[Citation]) -> tuple[Span, ...]:
    """Sentences of ``opinion``. Only whitespace lies between one and the next.

    A closing quotation mark belongs to the sentence it closes; a citation that is a sentence of its own
    (``See X v. Y, 1 F.2d 3 (9th Cir. 1990).``) is one here.
    """
    text = opinion.text
    starts = [start for start, _ in _tokenizer().span_tokenize(_mask(opinion, citations))]
    sentences: list[Span] = []
    for paragraph in opinion.paragraphs:
        inner = starts[bisect_left(starts, paragraph.start + 1) : bisect_left(starts, paragraph.end)]
        found = {at for start in inner if (at := _beginning(text, start)) is not None}
        begins = sorted(at for at in found if at < paragraph.end)
        sentences += _pieces(text, [paragraph.start, *begins, paragraph.end])
    return tuple(sentences)


def _beginning(text: str, start: int) -> int | None:
    """Where a sentence begins that was taken to begin at ``start``; ``None`` if the one before it goes on.

    Past asterisks for what is left out, if it lies among them, and past closing quotation marks; and none begins
    with a small letter, but for an item of a list.
    """
    if text[start] == "*" and _AFTER_STAR.search(text, max(0, start - 4), start):
        start = _STARS.match(text, start).end()  # type: ignore[union-attr]
    if closers := _CLOSERS.match(text, start):
        start = closers.end()
    low = text[start : start + 1].islower() and not (closers is None and _LIST_ITEM.match(text, start))
    return None if low else start


def _pieces(text: str, bounds: list[int]) -> Iterator[Span]:
    """What lies between ``bounds``, trimmed; a piece without a letter or digit goes to the one before it."""
    begin = end = bounds[0]
    for left, right in pairwise(bounds):
        if end > begin and _WORD.search(text, left, right):
            yield _trim(text, begin, end)
            begin = left
        if end > begin or _WORD.search(text, left, right) or right == bounds[-1]:
            end = right
    if text[begin:end].strip():
        yield _trim(text, begin, end)


def _trim(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(end - len(piece.lstrip()), start + len(piece.rstrip()))


def _mask(opinion: Opinion, citations: Iterable[Citation]) -> str:
    text = opinion.text
    spans = [piece for citation in citations for piece in _outside_notes(opinion, citation)]
    edits = [(span.start, span.end, _citation_mask(text, span)) for span in spans]
    edits += _marks(opinion)
    edits += [(m.start(), m.end(), m[2] + m[1]) for m in _GLUED_MARK.finditer(text)]
    edits += [(m.end() - 1, m.end(), "x") for m in _QUOTED_TITLE.finditer(text)]
    edits += [(head.start, head.end, " " * len(head)) for head in opinion.furniture if text[head.start] not in "[*"]
    # The longest of several that begin at one place wins, and one that overlaps an earlier one is dropped:
    # citations inside a citation's parenthesis are masked with it.
    edits.sort(key=lambda edit: (edit[0], -edit[1]))
    pieces, done = [], 0
    for start, end, words in edits:
        if start >= done:
            pieces += [text[done:start], words]
            done = end
    return "".join([*pieces, text[done:]])


def _outside_notes(opinion: Opinion, citation: Citation) -> Iterator[Span]:
    """The citation but for notes at the foot of a page by whose end it is broken: they have sentences of their own."""
    start = citation.full.start
    for note in opinion.footnotes if len(citation.full) > _BROKEN else ():
        if start < note.start < citation.full.end:
            yield Span(start, note.start)
            start = min(note.end, citation.full.end)
    if start < citation.full.end:
        yield Span(start, citation.full.end)


def _citation_mask(text: str, span: Span) -> str:
    """One word that begins like the citation; its last full stop stays where a new sentence may begin (``See id. The``)."""
    words = "q" * (len(span) - 1)  # not "x": "ix." and "xx." are numerals, after which no sentence ends
    if text[span.end - 1] == "." and len(span) > 1 and _OPENS_SENTENCE.match(text, span.end):
        words = words[:-1] + "."
    first = text[span.start]
    return (first if first.isalpha() else "Q") + words


def _marks(opinion: Opinion) -> Iterator[tuple[int, int, str]]:
    """Footnote marks that structure has found, moved before the punctuation they follow."""
    text = opinion.text
    for note in opinion.footnotes:
        mark = _MARK.match(text, note.ref) if note.ref else None
        ending = _ENDING.search(text, max(0, mark.start() - 4), mark.start()) if mark else None
        if mark and ending:
            yield ending.start(), mark.end(), "x" * len(mark[0]) + ending[0]


@lru_cache(maxsize=1)
def _tokenizer() -> PunktSentenceTokenizer:
    from nupunkt.models import load_default_model  # a model of its own: nupunkt.load() shares one with every caller

    tokenizer = load_default_model()
    tokenizer.add_abbreviations(_ABBREVIATIONS)
    return tokenizer
