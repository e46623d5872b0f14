"""Readings → the stances that decisions take, told by holdings, uses of authority, treatments and answers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from citator.corpus.model import CASE_KINDS, CitedFor, Reading, Span, Treatment, TreatmentLabel
from citator.graph.propositions.answers import answers
from citator.graph.propositions.model import Manner, Stance
from citator.graph.propositions.quotations import quoted
from citator.graph.propositions.speaking import Speaker

MANNERS: dict[TreatmentLabel, Manner] = {
    "overrules": "rejects", "abrogates": "rejects", "superseded": "rejects", "reverses": "rejects", "vacates": "rejects",
    "disapproves": "rejects", "declines_to_follow": "rejects", "criticizes": "rejects", "questions": "rejects",
    "contrasts": "rejects", "limits": "limits", "distinguishes": "limits", "declines_to_extend": "limits",
    "affirms": "follows", "follows": "follows", "extends": "follows", "approves": "follows", "reconciles": "follows",
    "adopts": "adopts",
}  # fmt: skip
"""The stance of the one who acts; a treatment not named here (quotes, cites, explains …) tells none."""

_OWN = frozenset({"this_court", "this_separate"})
_OWN_VIEW = re.compile(
    r"Unlike [^,]{3,80}, (?:we|I) |(?:We|I) (?:\w+ )?(?:do not|cannot) (?:think|believe|agree) that "
)
_HOLDS = re.compile(
    r"\W*\s(?:now\s|therefore\s)?(?:we|I|this [Cc]ourt)\s(?:\w+\s)?(?:affirm|conclude|find|hold|reverse)s?\b"
)
_RESERVED = re.compile(
    r"(?:We|I) (?:need not|do not(?: here)?|express no|decline to) (?:now |here |therefore )?"
    r"(?:decide|address|reach|consider|resolve|determine|opinion|view|intimate)\b[^.;]{20,500}[.;]"
)


def stances(speakers: Sequence[Speaker]) -> dict[int, list[Stance]]:
    """The stances told in each reading, by its number, in text order."""
    held = {
        cite: decision.citation
        for decision in (speaker.reading.decision for speaker in speakers)
        if decision.citation
        for cite in (*decision.other_citations, decision.citation)
    }
    told = {speaker.number: list(_told(speaker, held)) for speaker in speakers}
    described = [stance for each in told.values() for stance in each]
    for stance in quoted(described, {speaker.number: speaker for speaker in speakers}):
        told[stance.reading].append(stance)
    return {number: sorted(each, key=_place) for number, each in told.items()}


def _place(stance: Stance) -> tuple[int, int, bool, str, str, int]:
    span = stance.evidence
    return (span.start, -span.end, stance.described, stance.decision, stance.manner, stance.citation or 0)


def _told(speaker: Speaker, held: Mapping[str, str]) -> Iterator[Stance]:
    reading, number, own = speaker.reading, speaker.number, speaker.decision
    parted = dict(_parted(reading))
    for holding in reading.holdings:
        evidence = parted[holding.evidence][1] if holding.evidence in parted else holding.evidence
        yield Stance(own, "states", number, holding.part, evidence, False, holding.page, holding.footnote)
    uses: dict[int, CitedFor] = {}
    denied = {
        (target.authority, act.evidence)
        for act in reading.treatments
        if MANNERS.get(act.treatment) == "rejects" and act.actor in _OWN
        for target in act.targets
    }
    for item in reading.cited_for:
        if (item.authority, item.evidence) in denied:
            continue  # the case cited is the one it disagrees with
        if item.evidence in parted:
            item = replace(item, evidence=parted[item.evidence][0])
        uses.setdefault(item.citation, item)
        yield _use(number, held.get(item.authority, item.authority), item, item.citation)
        if item.how == "supports":
            yield Stance(own, "states", number, item.part, item.evidence, False, item.page, item.footnote)
    for citation in reading.citations:  # "A, 1 F.2d 1 (quoting B, 2 F.2d 2)": B says it too
        use = uses.get(citation.within) if citation.within is not None and citation.start not in uses else None
        if use and citation.authority and citation.kind in CASE_KINDS and not citation.history:
            yield _use(number, held.get(citation.authority, citation.authority), use, citation.start)
    for act in reading.treatments:
        yield from _of_act(number, speaker.text, own, act, held, uses)
    for manner, sentence in answers(speaker):
        yield from speaker.says(manner, sentence)
    for match in _RESERVED.finditer(speaker.text):
        yield from speaker.says("reserves", Span(*match.span()))


def _parted(reading: Reading) -> Iterator[tuple[Span, tuple[Span, Span]]]:
    """Sentences of the kind *Because this is so, 1 F.2d 1, we hold that …*, and their clauses: only the first is cited for."""
    held = sorted({holding.evidence for holding in reading.holdings})
    starts = [sentence.start for sentence in held]
    for citation in reading.citations:
        i = bisect_right(starts, citation.full.start) - 1
        if i >= 0 and citation.full.end < held[i].end and _HOLDS.match(reading.text, citation.full.end):
            sentence = held[i]
            yield sentence, (Span(sentence.start, citation.full.start), Span(citation.full.end, sentence.end))


def _use(number: int, decision: str, use: CitedFor, citation: int) -> Stance:
    return Stance(decision, "states", number, use.part, use.evidence, True, use.page, use.footnote, citation)


def _of_act(
    number: int, text: str, own: str, act: Treatment, held: Mapping[str, str], uses: Mapping[int, CitedFor]
) -> Iterator[Stance]:
    """Who acts, and who is acted upon unless what it is cited for is told already."""
    manner = MANNERS.get(act.treatment)
    contrary: Manner = "states"
    if manner == "rejects" and act.actor in _OWN and _OWN_VIEW.match(" ".join(act.evidence.of(text).split())):
        manner, contrary = "states", "rejects"  # what the sentence says is its own view, not theirs
    acting = held.get(act.acting_case, act.acting_case) if act.acting_case else None
    first = next((target.citation for target in act.targets if target.citation is not None), None)
    if manner is not None and act.actor in _OWN:
        yield Stance(own, manner, number, act.part, act.evidence, False, act.page, act.footnote, first)
    elif manner is not None and act.actor == "third_court" and acting:
        yield Stance(acting, manner, number, act.part, act.evidence, True, act.page, act.footnote, first)
    for target in act.targets:
        if target.authority is not None and (manner is not None or target.citation not in uses):
            treated = held.get(target.authority, target.authority)
            yield Stance(
                treated, contrary, number, act.part, act.evidence, True, act.page, act.footnote, target.citation
            )  # fmt: skip
