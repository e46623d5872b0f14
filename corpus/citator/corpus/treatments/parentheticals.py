"""Explanatory parentheses (*overruling X*, *adopting …*) → what the cited decision did to another."""

from __future__ import annotations

import re

from citator.corpus.model import CASE_KINDS, Citation, Span, Target, Treatment, TreatmentLabel
from citator.corpus.treatments.clauses import Scene

TABLE: tuple[tuple[str, TreatmentLabel], ...] = (
    ("overruling|overrules|overruled", "overrules"),
    ("abrogating", "abrogates"),
    ("disapproving|disavowing|repudiating", "disapproves"),
    ("declining to (?:follow|apply|adopt)|refusing to follow|rejecting|disagreeing with", "declines_to_follow"),
    ("declining to extend|refusing to extend", "declines_to_extend"),
    ("criticizing", "criticizes"),
    ("questioning|doubting", "questions"),
    ("limiting|narrowing", "limits"),
    ("distinguishing", "distinguishes"),
    ("reversing", "reverses"),
    ("vacating", "vacates"),
    ("affirming", "affirms"),
    ("following|applying|reaffirming", "follows"),
    ("adopting", "adopts"),
    ("approving|agreeing with|endorsing", "approves"),
    ("extending", "extends"),
    ("reconciling", "reconciles"),
    ("quoting", "quotes"),
    ("citing", "cites"),
)
OPENINGS = tuple(
    (re.compile(rf"\W*(?:\w+ly |and |in part )?(?:{pattern})\b", re.IGNORECASE), label) for pattern, label in TABLE
)


def find(scene: Scene) -> list[Treatment]:
    """One treatment for each decision named in a parenthesis that opens with a word of treatment."""
    found = []
    inner: dict[int, list[Citation]] = {}
    for citation in scene.citations:
        if citation.within is not None and citation.authority and (citation.kind in CASE_KINDS):
            inner.setdefault(citation.within, []).append(citation)
    for citation in scene.citations:
        if citation.parenthetical is None or citation.authority is None or citation.kind not in CASE_KINDS:
            continue
        start, end = citation.parenthetical.start, citation.parenthetical.end
        words = scene.opinion.text[start:end]
        label = next((label for pattern, label in OPENINGS if pattern.match(words)), None)
        if label is None:
            continue
        seen: set[str] = set()
        for target in inner.get(citation.start, []):
            if not start <= target.start < end or target.authority in seen or target.authority == citation.authority:
                continue
            if target.start - start > 200 or target.depth > citation.depth + 1 or target.history_of is not None:
                continue
            seen.add(target.authority or "")
            found.append(_treatment(scene, citation, target, label))
            if label not in ("quotes", "cites", "overrules"):
                break
    return found


def _treatment(scene: Scene, acting: Citation, target: Citation, label: TreatmentLabel) -> Treatment:
    span = acting.parenthetical
    assert span is not None
    part = scene.opinion.part_at(span.start)
    return Treatment(
        treatment=label,
        actor="third_court",
        targets=(Target(target.authority, target.name, target.start),),
        evidence=Span(span.start, span.end),
        part=part.id if part else "",
        rule=f"parenthesis:{label}",
        basis="reported",
        confidence=0.85,
        acting_case=acting.authority,
        actor_name=acting.name,
    )
