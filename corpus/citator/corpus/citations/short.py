"""Edited text → the references that name no reporter: ``Id.``, ``Ibid.``, ``supra``, and cases cited by docket number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from citator.corpus.citations.reporters import Cite, Shape
from citator.corpus.model import CitationKind

_ID = re.compile(r"[Ii](?<![\w’'-].)(?<!\w\..)(?:d\.|bid\b\.?|dem\b|D\.|BID\.|b\.)(?! Code)")
_SUPRA = re.compile(r"(?:upra|UPRA)\b(?<=[Ss].{4})(?<![\w-].{5})")  # letters first, for speed
_NOTE = re.compile(r"[,.]? ?(?:at )?(?P<note>(?:nn?\.|[Nn]otes?|fn\.) ?\d+(?:[-–]\d+)?)")
_UNNAMED = re.compile(
    r"(?:[;:.(—]|\b[Ss]ee(?: also)?,?|\b[Pp]ages?|\b[Pp]p?\.|\b[Pp]art|[Ss]ection|[Nn]otes?|[a-z]{2,}(?<!v))[ \d,IVX-]*$"
)
_PLACE = re.compile(
    r"\b(?:[Pp]arts?|[Nn]otes?|nn?\.|fn\.|[Pp]p?\.|[Pp]ages?|[Ss]ections?|§+|[Cc]h\.) ?[\w.()-]{1,8},? \Z"
)
# A page of this very opinion, and the same page in another reporter: "ante, at 484, 177 L. Ed. 2d, at 717".
_OWN_PAGE = re.compile(
    r"(?:\b[Aa]nte|\b[Pp]ost|(?:[Ss]ee |[a-z”\"]\. |[;(] |(?<![\w’'.-])[a-z]+ )[Ss]upra|[Ii]nfra),? at (?:[\d_, n.&–-]+, )?\Z"
)
_DOCKET = re.compile(
    r"Nos?\. ?(?P<number>(?:[A-Z]{0,3}|[A-Z]-)[\d:]+(?:[-–][A-Za-z]{0,4}[-–]?\d+[A-Z]{0,3})+(?:[-–][A-Z\d]+)*|\d{4,7}[-–][A-Z]\b|\d{1,2} (?:Civ|Cr|Civ\.|Cr\.) \d{2,5}|[A-Z]\d{5,7})"
    r"(?P<more>(?:,| &| and)(?: and)? ?[A-Z]{0,3}[\d:]+[-–][A-Z\d-]+)*(?: ?\([A-Z/]{2,6}\))*(?: et al\.)?"
)
_NAME_BEFORE = re.compile(
    r"(?: v\. |\b[Ii]n re |\b[Ee]x parte |\bMatter of )[^;\n]{2,140}, (?:\[)?(?:(?:Docket|Case|Civ(?:il)?\.?|Cr(?:im)?\.?|Appeal|Record|Misc\.|C\. ?A\.|CA) (?:Action )?)?\Z"
)
_DATED_AFTER = re.compile(
    r"[^().;\n]{0,60}?(?:,? slip\.? op\.[^()\n]{0,40}|),? ?\([^()\n]{0,40}(?:1[89]|20)\d\d[^()\n]{0,30}\)"
)
_TO_REPORTER = re.compile(
    r"(?: ?(?:&|and) [A-Z]* ?[\d-]+)?(?: ?\([^()]{1,20}\))?[, ]*(?:slip op\.[^;()]{0,30})?[ ,\[]*"
)

Kind = CitationKind | Literal["placeholder"]


@dataclass(frozen=True, slots=True)
class Core:
    """What a citation is recognised by, in the edited text. ``cite`` when it names a reporter."""

    start: int
    end: int
    kind: Kind
    cite: Cite | None = None
    note: str | None = None  # "note 5", of "supra, note 5"
    words: str | None = None  # the number of a docket
    opens: int | None = None  # where the author and title before it begin, of an article or a book


def references(text: str) -> Iterator[Core]:
    """Every *id.* and *supra* of a case; a *supra* that only points into the opinion itself is none.

    >>> [text.kind for text in references("Id. at 7; Abrams, supra note 4, at 32; see page 12 supra.")]
    ['id', 'supra']
    """
    for match in _ID.finditer(text):
        yield Core(match.start(), match.end(), "id")
    for match in _SUPRA.finditer(text):
        start, end = match.start() - 1, match.end()
        before = text[max(0, start - 24) : start]
        if _PLACE.search(before):
            continue
        if before.endswith((", ", "cited ")) or not _UNNAMED.search(before.rstrip()):
            note = _NOTE.match(text, end)
            yield Core(start, end, "supra", note=note["note"] if note else None)


def dockets(text: str) -> Iterator[Core]:
    """Cases cited by their docket number: a case name stands before it, a date or slip opinion behind.

    >>> [core.words for core in dockets("Doe v. Roe, No. 96-552 (9th Cir. Mar. 3, 1997). In No. 96-553 we")]
    ['96-552']
    """
    for match in _DOCKET.finditer(text):
        before = text[max(0, match.start() - 160) : match.start()]
        if _NAME_BEFORE.search(before) and _DATED_AFTER.match(text, match.end()):
            yield Core(match.start(), match.end(), "docket", words=match["number"])


def core(cite: Cite) -> Core:
    """The core of a citation to a reporter."""
    kinds: dict[Shape, Kind] = {"full": "full_case", "short": "short_case", "placeholder": "placeholder"}
    return Core(cite.start, cite.end, kinds[cite.shape], cite)


def settled(text: str, cores: list[Core]) -> list[Core]:
    """``cores`` without those that belong to the one behind them.

    ``Ledesma, supra, 43 Cal.3d at p. 215`` is one short citation; a docket number before a reporter's citation is
    part of that.
    """
    kept: list[Core] = []
    for core in reversed(cores):
        following = kept[-1] if kept else None
        if following is not None and following.cite is not None and core.kind in ("supra", "docket"):
            between = text[core.end : following.start]
            if core.kind == "supra" and between.strip(" ,([") == "":
                continue
            if core.kind == "docket" and _TO_REPORTER.fullmatch(between):
                continue
        if core.kind == "short_case" and _OWN_PAGE.search(text, max(0, core.start - 48), core.start):
            kept.append(replace(core, kind="xref", cite=None))
        else:
            kept.append(core)
    return kept[::-1]
