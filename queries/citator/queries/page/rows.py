"""PageData → the rows of its tables and the values to filter them by, in words; what the page and its script share."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from citator.queries.page import legend
from citator.queries.page.data import Act, Evidence, PageData, Passage

_MOST_YEARS: Final = 12
"""More years than these are filtered by decade."""
_SENTENCE: Final = 600
"""Longest evidence shown in the table; the evidence panel has all of it."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Evidence in words. ``at`` is the index of its passage, and start and end within it as JavaScript counts."""

    source: str
    words: str
    part: str
    where: str
    cite: str
    at: tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class Row:
    """One act. ``filters`` has a value for each of ``FACETS``."""

    id: str
    acting: str
    targets: tuple[str, ...]
    treatment: str
    edge: str
    line: str
    rank: int
    weak: bool
    year: int | None
    who: str
    extent: str | None
    basis: str
    confidence: str
    filters: tuple[str, ...]
    proof: Proof


@dataclass(frozen=True, slots=True)
class StanceRow:
    """One stance on one point of law."""

    id: str
    point: str
    case: str
    kind: str
    how: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to filter: its values, each with the number of acts that have it."""

    key: str
    title: str
    values: tuple[tuple[str, int], ...]


_WIDE: Final = re.compile("[\U00010000-\U0010ffff]")

FACETS: Final = (
    ("treatment", "Treatment"),
    ("court", "Court"),
    ("year", "Year"),
    ("part", "Part of the opinion"),
    ("basis", "Basis"),
)


class Passages:
    """Finds the passage that holds a piece of evidence, and its place there in UTF-16 units.

    Offsets count code points; JavaScript counts a character beyond the Basic Multilingual Plane twice.
    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._of: dict[str, list[tuple[int, Passage, list[int]]]] = {}
        for index, passage in enumerate(passages):
            wide = [match.start() for match in _WIDE.finditer(passage.text)]
            self._of.setdefault(passage.case, []).append((index, passage, wide))

    def find(self, evidence: Evidence) -> tuple[int, int, int] | None:
        for index, passage, wide in self._of.get(evidence.source, ()):
            start, end = evidence.start - passage.start, evidence.end - passage.start
            if start >= 0 and passage.text[start:end] == evidence.words:
                return index, start + bisect_left(wide, start), end + bisect_left(wide, end)
        return None


def rows(data: PageData) -> tuple[Row, ...]:
    """Every act as a row, the strongest first."""
    passages = Passages(data.passages)
    many_years = len({data.by_id[act.acting].year for act in data.acts}) > _MOST_YEARS
    ordered = sorted(data.acts, key=lambda act: (act.rank, -(data.by_id[act.acting].year or 0), act.id))
    return tuple(_row(act, data, passages, many_years) for act in ordered)


def _row(act: Act, data: PageData, passages: Passages, many_years: bool) -> Row:
    acting = data.by_id[act.acting]
    year = "not known" if acting.year is None else f"{acting.year // 10 * 10}s" if many_years else str(acting.year)
    filters = (
        legend.treatment_words(act.treatment),
        (acting.court or "not known") + (" en banc" if acting.en_banc else ""),
        year,
        legend.part_words(act.evidence.part, None),
        legend.BASIS_WORDS[act.basis],
    )
    return Row(
        id=act.id,
        acting=act.acting,
        targets=act.targets,
        treatment=legend.act_words(act),
        edge=legend.edge_words(act),
        line=legend.line_of(act).key,
        rank=act.rank,
        weak=act.weak,
        year=acting.year,
        who=legend.who_words(act),
        extent=act.extent,
        basis=legend.BASIS_WORDS[act.basis],
        confidence="" if act.confidence is None else f"{act.confidence:.0%}",
        filters=filters,
        proof=_proof(act.evidence, data, passages),
    )


def stances(data: PageData) -> tuple[StanceRow, ...]:
    """Every stance on every point of law, in the order of the points."""
    passages = Passages(data.passages)
    return tuple(
        StanceRow(
            id=stance.id,
            point=point.id,
            case=stance.case,
            kind=stance.kind,
            how="as another opinion describes it" if stance.described else "in its own words",
            proof=_proof(stance.evidence, data, passages),
        )
        for point in data.points
        for stance in point.stances
    )


def _proof(evidence: Evidence, data: PageData, passages: Passages) -> Proof:
    return Proof(
        source=evidence.source,
        words=evidence.words,
        part=legend.part_words(evidence.part, evidence.author),
        where=legend.where_words(evidence.page, evidence.footnote),
        cite=data.by_id[evidence.source].cite(evidence.page, evidence.footnote),
        at=passages.find(evidence),
    )


def facets(rows: Sequence[Row]) -> tuple[Facet, ...]:
    """The values of each filter with their counts: treatments as the rows come, years in order, others by count."""
    made = []
    for i, (key, title) in enumerate(FACETS):
        counts = Counter(row.filters[i] for row in rows)
        made.append(Facet(key, title, tuple(_in_order(key, counts))))
    return tuple(made)


def _in_order(key: str, counts: Mapping[str, int]) -> list[tuple[str, int]]:
    if key == "treatment":
        return list(counts.items())
    if key == "year":
        return sorted(counts.items())
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def excerpt(words: str) -> str:
    """Evidence for a table cell: on one line, cut when it is very long."""
    line = " ".join(words.split())
    return line if len(line) <= _SENTENCE else line[: _SENTENCE - 1].rsplit(" ", 1)[0] + "…"
