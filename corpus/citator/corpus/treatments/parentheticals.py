"""Explanatory parentheses (*overruling X*, *adopting …*) → what the cited decision did to another."""

from __future__ import annotations

import re
from functools import cache

from citator.corpus.model import CASE_KINDS, Citation, Scope, Span, Target, Treatment, TreatmentLabel
from citator.corpus.treatments import history
from citator.corpus.treatments.phrases import entries
from citator.corpus.treatments.scene import Scene


@cache
def _openings() -> tuple[tuple[re.Pattern[str], TreatmentLabel], ...]:
    return tuple(
        (re.compile(rf"\W*(?:\w+ly |and |in part )?(?:{entry.match})\b", re.IGNORECASE), entry.label)
        for entry in entries("parenthesis")
    )


def label_of(words: str) -> TreatmentLabel | None:
    """The act that a parenthesis opens with.

    >>> label_of("expressly overruling Dent"), label_of("holding that notice was late")
    ('overrules', None)
    """
    return next((label for pattern, label in _openings() if pattern.match(words)), None)


DONE_TO_IT = re.compile(  # "(overruled on other grounds)" tells of the cited decision itself
    r"\W*(?:(?:since|later|subsequently|expressly) )?(?P<done>overruled|abrogated|superseded|disapproved|(?P<review>reversed|vacated))\b"
    r"(?(review)(?:,? in part)?,? (?:(?:and remanded )?(?:on (?:other|different) grounds|by|sub nom|on (?:appeal|rehearing|reconsideration|review)|en banc)\b)"
    r"|(?:,|(?= (?:on|in|by|sub|as|for|and|to|at|per|insofar|with|only|when|because|since|\d))|\W*$))[^.;]{0,60}$",
    re.IGNORECASE,
)
"""What a court *reversed* or *vacated*, and nothing more, is what it decided itself: a conviction, an award."""
NAME = re.compile(
    r"\b(?:in|of|by|with|from|overruling|distinguishing|following|citing|quoting) ((?:[A-Z][\w'’.&-]+ ?){1,4})"
)
GENERIC = frozenset(
    [
        "United",
        "States",
        "State",
        "People",
        "City",
        "County",
        "Board",
        "Commonwealth",
        "America",
        "National",
        "American",
        "First",
        "Union",
        "Company",
    ]
)


def find(scene: Scene) -> list[Treatment]:
    """What a decision is said, in the parenthesis behind it, to do to another, or to have suffered itself."""
    found = []
    inner: dict[int, list[Citation]] = {}
    for citation in scene.citations:
        if citation.within is not None and citation.authority and (citation.kind in CASE_KINDS):
            inner.setdefault(citation.within, []).append(citation)
    for citation in scene.citations:
        span = citation.parenthetical
        if span is None or citation.authority is None or citation.kind not in CASE_KINDS:
            continue
        words = span.of(scene.opinion.text)
        label = label_of(words)
        if done := DONE_TO_IT.match(words):
            by = next((c for c in inner.get(citation.start, []) if c.authority != citation.authority), None)
            found.append(_treatment(scene, span, citation, history.labels(done["done"].lower())[0], by, words))
        elif label is not None:
            targets = _named(citation, span, inner.get(citation.start, [])) or _called(scene, citation, words)
            if label not in ("quotes", "cites", "overrules"):
                targets = targets[:1]
            found += [_treatment(scene, span, target, label, citation, words) for target in targets]
    return found


def _named(citation: Citation, span: Span, inner: list[Citation]) -> list[Citation]:
    """Other decisions cited near the opening of the parenthesis, each once."""
    found: dict[str | None, Citation] = {}
    for target in inner:
        near = span.start <= target.start < min(span.end, span.start + 200)
        other = target.authority != citation.authority and target.history_of is None
        if near and other and target.depth <= citation.depth + 1:
            found.setdefault(target.authority, target)
    return list(found.values())


def _called(scene: Scene, citation: Citation, words: str) -> list[Citation]:
    """The decision that a parenthesis calls by a party's name, when only one cited so far has it."""
    for m in NAME.finditer(words):
        key = m[1].split()[0].rstrip(".,'’")
        if key in GENERIC:
            continue
        before = [c for c in scene.citations_between(0, citation.start) if c.kind == "full_case" and c.authority]
        meant = {
            c.authority: c for c in before if c.name and key in c.name.split() and c.authority != citation.authority
        }
        if len(meant) == 1:
            return list(meant.values())
    return []


def _treatment(
    scene: Scene, span: Span, target: Citation, label: TreatmentLabel, acting: Citation | None, words: str
) -> Treatment:
    part = scene.opinion.part_at(span.start)
    scope: Scope = (
        "on_other_grounds"
        if "other grounds" in words
        else "in_part"
        if "in part" in words or "partial" in words
        else "full"
    )
    return Treatment(
        treatment=label,
        actor="third_court",
        targets=(Target(target.authority, target.name, target.start),),
        evidence=span,
        part=part.id if part else "",
        rule=f"parenthesis:{label}",
        scope=scope,
        basis="reported",
        confidence=0.85,
        acting_case=acting.authority if acting else None,
        actor_name=acting.name if acting else None,
    )
