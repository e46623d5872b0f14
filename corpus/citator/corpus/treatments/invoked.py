"""The cases that somebody else has brought up: *the cases that appellant cites*, *the authorities cited by the dissent*."""

from __future__ import annotations

import re

from citator.corpus.treatments import around, guards
from citator.corpus.treatments.passages import Passage, Ref
from citator.corpus.treatments.pronouns import antecedent
from citator.corpus.treatments.scene import Scene

OPINION = r"(?:dissent\w*|majority|concurr\w+|plurality|minority|(?:chief )?justice \w+|judge \w+)"
OF_AN_OPINION = re.compile(rf"\b{OPINION}", re.IGNORECASE)
_CITES = (
    r"(?:cit(?:e|es|ed|ing)|rel(?:y|ies|ied|ying)(?: \w+ly)? (?:up)?on|point(?:s|ed)? (?:us )?to|invok(?:e|es|ed|ing)"
    r"|direct(?:s|ed)? us to|draw(?:s|ing)? (?:\w+ )?support from)"
)
BY_AN_OPINION = re.compile(
    rf"\b{OPINION}(?:,? [^.;\ue000]{{1,60}}?)? {_CITES}\b|\bcit(?:ed|ations?) (?:by|in|of) (?:the )?{OPINION}",
    re.IGNORECASE,
)
BY_A_PARTY = re.compile(
    rf"\b{guards.PARTY}(?:,? (?:\w+ly|also|now|next|then|further|has|have|had|first|merely),?)* {_CITES}\b"
    rf"|\b{guards.ARGUE} that\b[^.;\ue000]*\b(?:citing|relying (?:up)?on)\b",
    re.IGNORECASE,
)
OPENS = re.compile(
    r"\W*(?:(?:for example|first|second|third|next|likewise|similarly|finally),? )?in \ue000", re.IGNORECASE
)
NEXT = re.compile(r"(?: (?!see\b|in\b)[\w'-]+){0,4} \ue000(?:'s| `s)? [a-z]", re.IGNORECASE)
"""*None of the cases cited support X's rule*: X is not among them."""
KINDS = {"dissent": "dissent", "majority": "lead", "concurr": "concurrence"}
FEW = 5
"""Cases, at most, that another opinion cites when they are all meant."""
BACK, AHEAD = 15, 30
"""Sentences over which the cases that somebody cites are answered."""


def cases(scene: Scene, passage: Passage, start: int, end: int) -> list[Ref]:
    """The cases meant by words between two places: named there, for the sentence, just before, brought up before, told next."""
    refs = around.listed(passage, start, end)
    if not refs and not NEXT.match(passage.masked, end):
        refs = around.supporting(scene, passage, end)
    if refs:
        return refs
    told = antecedent(scene, passage, end, "these")
    if len(told) > 1:
        return told
    return (
        brought_up(scene, passage, start, end)
        or taken_in_turn(scene, passage)
        or cited_in_another(scene, passage, start, end)
    )


def brought_up(scene: Scene, passage: Passage, start: int, end: int) -> list[Ref]:
    """What a party, or another opinion, was said to cite: *Appellant points to X and Y.*"""
    cites = BY_AN_OPINION if OF_AN_OPINION.search(passage.masked, start, end) else BY_A_PARTY
    found: list[Ref] = []
    for earlier in scene.before(passage.index, BACK, beyond=True):
        if earlier.part != passage.part or earlier.block:
            continue
        said = cites.search(earlier.masked)
        if said is not None:
            found += around.listed(earlier, said.start(), len(earlier.masked)) or around.supporting(
                scene, earlier, said.end()
            )
    return around.distinct(found)


def cited_in_another(scene: Scene, passage: Passage, start: int, end: int) -> list[Ref]:
    """What another opinion of the decision cites, where it is little: *the cases cited in the dissent*, told nowhere else."""
    whose = OF_AN_OPINION.search(passage.masked, start, end + 40)
    kind = next((kind for word, kind in KINDS.items() if whose and whose[0].lower().startswith(word)), None)
    others = [part for part in scene.opinion.parts if part.kind == kind and part != passage.part]
    if passage.part is None or len(others) != 1 or scene.opinion.part_at(passage.span.start) == others[0]:
        return []
    here = {ref.authority for ref in scene.refs_between(passage.part.start, passage.part.end)}
    cited = around.distinct(
        ref for ref in scene.refs_between(others[0].start, others[0].end) if ref.citation.kind == "full_case"
    )
    alone = [ref for ref in cited if ref.authority not in here]
    return alone if len(alone) <= FEW else []


def taken_in_turn(scene: Scene, passage: Passage) -> list[Ref]:
    """What the sentences after it take up one by one: *The cases cited by appellant are no help. In X, … In Y, …*"""
    found: list[Ref] = []
    for index in range(passage.index + 1, min(passage.index + 1 + AHEAD, len(scene.sentences))):
        later = scene.passage(index)
        opens = OPENS.match(later.masked)
        first = index == passage.index + 1 or not scene.before(index, 1)  # of a paragraph
        if later.part != passage.part or (first and opens is None):
            break
        if opens is not None:
            found += around.listed(later, *opens.span())
    return around.distinct(found)
