"""History clauses between citations (*aff'd*, *overruled by*) → acts of one decision upon another."""

from __future__ import annotations

import re

from citator.corpus.model import Citation, Scope, Span, Target, Treatment, TreatmentLabel
from citator.corpus.treatments.clauses import Scene

TABLE: tuple[tuple[str, TreatmentLabel], ...] = (
    (r"reaffirm", "follows"),
    (r"overrul", "overrules"),
    (r"abrogat", "abrogates"),
    (r"supersed|withdrawn|replaced", "superseded"),
    (r"rev'?d|revers|rev'g", "reverses"),
    (r"vac(?:at|'d|'g|d\b)|set aside", "vacates"),
    (r"disapprov|disavow|repudiat", "disapproves"),
    (r"not followed|declined to follow|rejected", "declines_to_follow"),
    (r"criticiz", "criticizes"),
    (r"question", "questions"),
    (r"limited", "limits"),
    (r"distinguish", "distinguishes"),
    (r"aff'?d|affirm|aff'g|enf'?d", "affirms"),
    (r"followed", "follows"),
    (r"adopted", "adopts"),
    (r"approv", "approves"),
)
PHRASES = tuple((re.compile(pattern, re.IGNORECASE), label) for pattern, label in TABLE)
NEUTRAL = re.compile(
    r"cert|petition|review|appeal (?:dismissed|denied|docketed|pending)|reh'?g|rehearing|amended|modified|remanded|pet\.|stay|den(?:ied|\.)|argued",
    re.IGNORECASE,
)
PRIOR = re.compile(r"(?:aff'g|rev'g|affirming|reversing|vacating|overruling|modifying)", re.IGNORECASE)


def labels(words: str) -> list[TreatmentLabel]:
    """What a history phrase says was done.

    >>> labels("rev'd and vacated in part on other grounds"), labels("cert. denied")
    (['reverses'], ['history'])
    """
    found = [label for pattern, label in PHRASES if pattern.search(words)]
    if not found:
        return ["history"] if NEUTRAL.search(words) else []
    if "affirms" in found and len(found) > 1 and re.search(r"in part", words):
        return [found[0], "affirms"]
    return found[:1]


def find(scene: Scene) -> list[Treatment]:
    """One treatment for each history clause. A chain links neighbours; a denial of certiorari changes nobody's turn."""
    found = []
    for citation in scene.citations:
        if citation.history is None or citation.history_of is None:
            continue
        head = scene.by_start.get(citation.history_of)
        if head is None or head.authority is None:
            continue
        words = citation.history.replace("’", "'")
        for label in labels(words):
            found.append(_treatment(scene, head, citation, words, label))
    return found


def _treatment(scene: Scene, head: Citation, citation: Citation, words: str, label: TreatmentLabel) -> Treatment:
    target, acting = (citation, head) if PRIOR.search(words) else (head, citation)
    # "superseded by statute as stated in X": X reports the act
    scope: Scope = "full"
    if "other grounds" in words:
        scope = "on_other_grounds"
    elif "in part" in words:
        scope = "in_part"
    start, end = min(head.full.start, head.start), max(citation.full.end, citation.end)
    start, end = min(start, citation.full.start), max(end, head.end)
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
