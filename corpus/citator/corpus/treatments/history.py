"""History clauses between citations (*aff'd*, *overruled by*) → acts of one decision upon another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from citator.corpus.citations.short_names import same_parties
from citator.corpus.model import Citation, Scope, Span, Target, Treatment, TreatmentLabel
from citator.corpus.treatments import actors
from citator.corpus.treatments.passages import Passage, Ref
from citator.corpus.treatments.phrases import entries
from citator.corpus.treatments.scene import Scene

DECIDED = re.compile(
    r"\W*(?:[\w ]{2,40}, )?(?P<by>(?:an? |the )(?:[\w.]+ ){0,8}?(?:courts?|circuit|appeals|panel|division)\b(?:,? [^,;.\ue000]{0,70})?|we|this court),?"
    r"(?: (?:later|then|in turn|unanimously|\w+ly|en banc),?)* (?P<done>(?:affirmed|reversed|vacated)\b(?! by\b)[^;\ue000]{0,60})",
    re.IGNORECASE,
)
"""A sentence that tells how a decision fared: *On appeal, the Court of Appeals reversed.*"""
VERB = re.compile(r"affirmed|reversed|vacated", re.IGNORECASE)
ENDS = re.compile(r"[\s.)\"\ue000,]*")
LONGEST = 1500
"""Characters of a sentence that tells so."""
TRIALS = re.compile(r"\d+ (?:F\. ?Supp|F\.R\.D|B\.R|Fed\. Cl|Cl\. Ct|Ct\. Cl|T\.C|Ct\. Int)")
"""Citations of trial courts, as their reporters tell."""
YEARS = 5
"""Between a decision and its review, at most."""
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


def told(scene: Scene) -> Iterator[Treatment]:
    """History told in two sentences: *The District Court dismissed the suit. X. The Court of Appeals reversed. Y.*"""
    for index, sentence in enumerate(scene.sentences):
        if len(sentence) > LONGEST or not VERB.search(scene.opinion.text, sentence.start, sentence.end):
            continue
        passage = scene.passage(index)
        m = DECIDED.match(passage.masked)
        if m is None or passage.block or (passage.part and passage.part.kind == "syllabus"):
            continue
        acting, head = _review(scene, passage, m.end("by")), None
        if acting is not None:
            head = _reviewed(scene, passage, acting)
        if acting is None or head is None:
            continue
        who = actors.SUBJECT.search(passage.masked, *m.span("by"))
        speaker = actors.named(passage, who) if who else actors.Speaker("third_court")
        for label in labels(m["done"]):
            yield Treatment(
                treatment=label,
                actor="third_court" if speaker.actor == actors.own(passage.part) else speaker.actor,
                targets=(Target(head.authority, head.citation.name, head.citation.start),),
                evidence=passage.span,
                part=passage.part.id if passage.part else "",
                rule=f"told:{label}",
                scope="in_part" if "in part" in m["done"] else "full",
                basis="reported",
                confidence=0.9,
                acting_case=acting.authority,
                actor_name=speaker.name,
            )


def _review(scene: Scene, passage: Passage, at: int) -> Ref | None:
    """The decision that the sentence tells of: cited at its end, or by the citation after it."""
    refs = passage.refs_within(at, len(passage.masked))
    if not refs and passage.index + 1 < len(scene.sentences):
        ahead = scene.passage(passage.index + 1)
        refs = list(ahead.refs[:1]) if ahead.citation_only else []
    elif refs and not ENDS.fullmatch(passage.masked, passage.spots[passage.refs.index(refs[0])] + 1):
        return None
    return refs[0] if refs and refs[0].citation.kind == "full_case" and not refs[0].citation.signal else None


def _reviewed(scene: Scene, passage: Passage, acting: Ref) -> Ref | None:
    """The last decision cited before, in the paragraph, if it is of the same case, in another court, and no older than may be."""
    for earlier in scene.before(passage.index, 5):
        for ref in reversed(earlier.refs):
            one, other = ref.citation, acting.citation
            years = scene.year(ref.authority), scene.year(acting.authority)
            if one.kind != "full_case" or ref.same(acting) or one.history_of is not None:
                return None
            if other.name is not None and (one.name is None or not same_parties(one.name, other.name)):
                return None
            near = years[0] is not None and years[1] is not None and 0 <= years[1] - years[0] <= YEARS
            courts = scene.court(ref), scene.court(acting)
            lower = TRIALS.match(one.cite or "") or (all(courts) and courts[0] != courts[1])
            return ref if near and lower else None
    return None


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
