"""Passages of one point of law → its plainest wording, its id, its stances."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from citator.corpus.model import Reading
from citator.graph.propositions.model import Proposition, Stance
from citator.graph.propositions.passages import FEW_WORDS, Passage

_USUAL_LENGTH = 150  # characters of a proposition plainly put
_EDGES = " ,;:.—–-\t\n"
_LEFTOVER = re.compile(r"(?:\s*,)+(?=\s*[,.;])|\(\s*\)|^\W*(?:see also|see|cf\.|accord)\b\W*", re.IGNORECASE)


def assemble(
    readings: Sequence[Reading],
    members: Sequence[Sequence[Passage]],
    why: Mapping[int, Sequence[str]],
    opposed: Iterable[tuple[int, int]],
) -> list[tuple[int, Proposition]]:
    """Propositions of clusters of passages that say anything, each with the cluster's number, sorted by id."""
    telling = {number for number, passages in enumerate(members) if any(p.meaning.stems for p in passages)}
    plainest = {number: _plainest(members[number]) for number in telling}
    ids = {number: _id(readings, plainest[number]) for number in telling}
    against: dict[int, set[str]] = defaultdict(set)
    for one, other in opposed:
        if one in telling and other in telling:
            against[one].add(ids[other])
            against[other].add(ids[one])
    propositions = (
        (
            number,
            Proposition(
                ids[number],
                _tidy(plainest[number].wording),
                _stances(members[number]),
                tuple(sorted(set(why.get(number, ())))),
                tuple(sorted(against[number])),
            ),
        )
        for number in telling
    )
    return sorted(propositions, key=lambda numbered: numbered[1].id)


def _plainest(passages: Sequence[Passage]) -> Passage:
    """In a court's own words if any, of a usual length, the first of equals."""

    def rank(passage: Passage) -> tuple[bool, bool, int]:
        own = any(not stance.described and stance.manner == "states" for stance in passage.stances)
        return len(passage.meaning.stems) < FEW_WORDS, not own, abs(len(passage.wording) - _USUAL_LENGTH)

    return min(passages, key=rank)


def _id(readings: Sequence[Reading], passage: Passage) -> str:
    document = readings[passage.reading].opinion.document
    place = f"{document.sha256} {passage.span.start} {passage.span.end} {passage.wording}"
    return "p-" + sha256(place.encode(errors="replace")).hexdigest()[:12]


def _tidy(wording: str) -> str:
    return _LEFTOVER.sub("", wording).strip(_EDGES)


def _stances(passages: Sequence[Passage]) -> tuple[Stance, ...]:
    """Each stance once: what a citation stands for is told where it is told best, first."""
    kept: dict[tuple[object, ...], Stance] = {}
    for passage in passages:
        for stance in passage.stances:
            where = stance.citation if stance.described and stance.citation is not None else stance.evidence
            kept.setdefault((stance.reading, stance.decision, stance.manner, stance.described, where), stance)
    return tuple(
        sorted(kept.values(), key=lambda stance: (stance.decision, stance.reading, stance.evidence, stance.manner))
    )
