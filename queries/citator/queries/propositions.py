"""Points of law across opinions: who states, adopts, rejects or limits each, in whose words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from citator.queries import stored
from citator.queries.cases import Case, Evidence, details, short_id
from citator.queries.points import ENOUGH, Matcher

if TYPE_CHECKING:
    from citator.graph.library import Library, Row

__all__ = ["Stance", "stances"]


@dataclass(frozen=True, slots=True)
class Stance:
    """Where one decision stands on one point of law. ``own_words`` is false when ``described_by`` describes it."""

    proposition: str
    wording: str
    because: tuple[str, ...]
    case: Case
    stance: str
    own_words: bool
    described_by: Case | None
    part: str | None
    author: str | None
    page: str | None
    footnote: str | None
    evidence: Evidence


def stances(library: Library, case: Case | None = None, words: str | None = None) -> tuple[Stance, ...]:
    """By point of law; with ``case`` the points it takes a stand on, with ``words`` the points they are about."""
    rows = library.select(stored.load("stances").text)
    cases = details(library, dict.fromkeys(str(row[c]) for row in rows for c in ("case", "describedBy") if row[c]))
    found = [_stance(list(group), cases) for _, group in groupby(rows, _same_stance)]
    points: dict[str, list[Stance]] = {}
    for stance in found:
        points.setdefault(stance.proposition, []).append(stance)
    kept = [point for point in points.values() if case is None or any(stance.case == case for stance in point)]
    if words:
        matcher = Matcher(words, [stance.evidence.text for stance in found])
        scored = [(max(map(matcher.score, _passages(point))), point) for point in kept]
        scored = [(score, point) for score, point in scored if score >= ENOUGH]
        kept = [point for _, point in sorted(scored, key=lambda pair: -pair[0])]
    return tuple(stance for point in kept for stance in point)


def _passages(point: Iterable[Stance]) -> Iterable[str]:
    for stance in point:
        yield stance.wording
        yield stance.evidence.text


def _same_stance(row: Row) -> tuple[object, ...]:
    """Rows of one stance differ only in the reasons for which its point is one point."""
    return tuple(row[column] for column in ("proposition", "source", "start", "case", "stance", "ownWords"))


def _stance(rows: list[Row], cases: dict[str, Case]) -> Stance:
    row = rows[0]
    return Stance(
        proposition=short_id(str(row["proposition"])),
        wording=str(row["wording"]),
        because=tuple(dict.fromkeys(str(row["because"]) for row in rows if row["because"])),
        case=cases[str(row["case"])],
        stance=str(row["stance"]),
        own_words=bool(row["ownWords"]),
        described_by=cases.get(str(row["describedBy"])),
        part=_word(row, "part"),
        author=_word(row, "author"),
        page=_word(row, "page"),
        footnote=_word(row, "footnote"),
        evidence=Evidence(str(row["words"]), int(row["start"] or 0), int(row["end"] or 0), str(row["source"])),
    )


def _word(row: Row, column: str) -> str | None:
    return None if row[column] is None else str(row[column])
