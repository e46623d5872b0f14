"""History clauses between citations (*aff'd*, *overruled by*) → acts of one decision upon another."""

from __future__ import annotations

import re
from functools import cache

from citator.corpus.model import Citation, Scope, Span, Target, Treatment, TreatmentLabel
from citator.corpus.treatments.clauses import Scene
from citator.corpus.treatments.phrases import entries

PRIOR = re.compile(r"(?:aff'g|rev'g|vac'g|affirming|reversing|vacating|overruling|modifying)", re.IGNORECASE)
NO_DECISION = re.compile(r"\b(?:cert|pet|petition|leave|appeal|review)\b")


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], TreatmentLabel], ...]:
    return tuple((re.compile(entry.match, re.IGNORECASE), entry.label) for entry in entries("history"))


def labels(words: str) -> list[TreatmentLabel]:
    """What a history phrase says was done.

    >>> labels("rev'd and vacated in part on other grounds"), labels("cert. denied")
    (['reverses'], ['history'])
    """
    found = [label for pattern, label in _patterns() if pattern.search(words)]
    if "affirms" in found[1:] and "in part" in words:
        return [found[0], "affirms"]
    return found[:1]


def find(scene: Scene) -> list[Treatment]:
    """One treatment for each history clause, whatever parallels its decision is cited by. A chain links neighbours."""
    found = []
    ends: dict[int, int] = {}  # where the last parallel of a citation ends
    for citation in scene.citations:
        if citation.parallel_of is not None:
            ends[citation.parallel_of] = max(citation.full.end, citation.end)
    for citation in scene.citations:
        if citation.history is None or citation.history_of is None or citation.parallel_of is not None:
            continue
        head = _decision(scene, scene.by_start.get(citation.history_of))
        if head is None or head.authority is None:
            continue
        words = citation.history.replace("’", "'")
        for label in labels(words):
            found.append(_treatment(scene, head, citation, words, label, ends))
    return found


def _decision(scene: Scene, head: Citation | None) -> Citation | None:
    """The decision that a clause tells of: not the denial of certiorari that it stands behind."""
    while head is not None and head.history_of is not None and NO_DECISION.match(head.history or ""):
        head = scene.by_start.get(head.history_of)
    return head


def _treatment(
    scene: Scene, head: Citation, citation: Citation, words: str, label: TreatmentLabel, ends: dict[int, int]
) -> Treatment:
    target, acting = (citation, head) if PRIOR.search(words) else (head, citation)
    # "superseded by statute as stated in X": X reports the act
    scope: Scope = "full"
    if "other grounds" in words:
        scope = "on_other_grounds"
    elif "in part" in words:
        scope = "in_part"
    start, end = min(head.full.start, head.start), max(citation.full.end, citation.end)
    start = min(start, citation.full.start)
    end = max(end, head.end, ends.get(citation.start, 0), ends.get(head.start, 0))
    part = scene.opinion.part_at(start)
    return Treatment(
        treatment=label,
        actor="third_court",
        targets=(Target(target.authority, target.name, target.start),),
        evidence=Span(start, end),
        part=part.id if part else "",
        rule=f"history:{label}",
        scope=scope,
        basis="reported",
        confidence=0.95,
        acting_case=None if "as stated" in words or "as recognized" in words else acting.authority,
    )
