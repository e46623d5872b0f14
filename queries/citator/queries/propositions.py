"""Points of law across opinions: who states, adopts, rejects or limits each, in whose words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from citator.queries import stored
from citator.queries.cases import Case, Evidence, details, short_id
from citator.queries.points import ENOUGH, Matcher

if TYPE_CHECKING:
    from citator.graph.library import Library, Row

__all__ = ["Stance", "stances"]

_PRESENT = re.compile(
    r"\b(?:may|must|shall|should|can|cannot|will|would|could|is|are|does|do|has|have|need|needs|ought|we|[a-z]{3,}(?<!s)s(?= (?:that|this|these|those|its|his|us|not|only|the|a|an|no|to)\b))\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\b(?:held|holding|ruled|decided|rule|test|standard|doctrine|principle|proposition)\b", re.IGNORECASE
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|[a-z]{2,}ed|[a-z]+ent|gave|brought|fled|told|took|made|pled)\b", re.IGNORECASE
)
_ANSWERS = frozenset({"rejects", "limits"})


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
    """By point of law; with ``case`` the points it takes a stand on, with ``words`` the points they are about.

    First the points on which decisions differ and those on which most speak, last what only tells the facts of a case;
    with ``words`` the points that say most of them.
    """
    rows = library.select(stored.load("stances").text)
    cases = details(library, dict.fromkeys(str(row[c]) for row in rows for c in ("case", "describedBy") if row[c]))
    found = [_stance(list(group), cases) for _, group in groupby(rows, _same_stance)]
    points: dict[str, list[Stance]] = {}
    for stance in found:
        points.setdefault(stance.proposition, []).append(stance)
    kept = [point for point in points.values() if case is None or any(stance.case == case for stance in point)]
    kept.sort(key=_by_weight)
    if words:
        matcher = Matcher(words, [stance.evidence.text for stance in found])
        scored = [(max(map(matcher.score, _passages(point))), point) for point in kept]
        scored = [(score, point) for score, point in scored if score >= ENOUGH]
        kept = [point for _, point in sorted(scored, key=lambda pair: -pair[0])]
    return tuple(stance for point in kept for stance in point)


def _by_weight(point: Sequence[Stance]) -> tuple[bool, bool, int, str, int]:
    taken = {stance.stance for stance in point}
    differ = bool(taken & _ANSWERS and taken - _ANSWERS)
    first = min((stance.evidence.source, stance.evidence.start) for stance in point)
    return _tells_facts(point[0].wording), not differ, -len({stance.case.id for stance in point}), *first


def _tells_facts(wording: str) -> bool:
    """Whether a passage tells what happened, and no law.

    >>> _tells_facts("The defendant fled and hid the gun."), _tells_facts("A search was held lawful if brief.")
    (True, False)
    >>> _tells_facts("A stop must be brief."), _tells_facts("Tribes lack jurisdiction over strangers.")
    (False, False)
    """
    return bool(_PAST.search(wording)) and not _PRESENT.search(wording) and not _DECIDED.search(wording)


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
