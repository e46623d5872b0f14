"""Which court *it*, *he* or *the court* goes on to speak of: the last one that the sentences before made their subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citator.corpus.treatments import actors, guards
from citator.corpus.treatments.actors import SUBJECT, Speaker
from citator.corpus.treatments.passages import Passage, Ref
from citator.corpus.treatments.scene import Scene

GOING_ON = re.compile(
    r"\W*(?:(?:accordingly|thus|therefore|moreover|further|finally|first|second|rather|instead|however|in (?:addition|particular|its view)|in (?:so|its) (?:\w+ )?\w+ing|in (?:doing|ruling|holding) so|as a result|and|but|yet|nonetheless|nevertheless),? |(?:[^,;:\"\ue000]{1,60}, ){1,2}(?=(?:the|that) (?:court|panel)\b))?"
    r"(?P<who>(?-i:It|He|She|The court|That court|The panel|The (?:panel )?majority|it|he|she|the court|that court|the panel))(?:,? (?:\w+ly|also|then|thus|further|therefore|nonetheless|first|next|instead|had|has|did so because it))*,? ?"
    r"(?!(?:seem|appear|happen|matter|need)ed\b|followed(?! \ue000| (?:the|our|its)\b))(?P<verb>[a-z]+ed|held|found|said|thought|read|drew|took|saw|felt|made|gave|went|came|wrote|declined|relying|citing|applying|following|holds|concludes|finds|applies|relies)\b",
    re.IGNORECASE,
)
ACTED = re.compile(  # a decision that is the topic: "X considered the same lease"
    r"\W*(?:in )?(?P<case>\ue000),? (?:(?:also|too|then|itself|first|\w+ly) )*(?:considered|construed|addressed|reviewed|examined|rejected|upheld|applied|followed|distinguished|declined|refused)\b",
    re.IGNORECASE,
)
IN_ANOTHER_CASE = re.compile(
    r"\W*(?:(?:[a-z]+ly|but|so|thus|and|there|likewise|again|too|for example),? )*(?:in|under) \ue000", re.IGNORECASE
)
NO_SUBJECT = re.compile(r"\b(?:of|by|from|in|to|with|before|for|against|that of) (?:the )?$", re.IGNORECASE)
"""Before a court that something else is said of: *the judgment of the district court*."""
PERSON = re.compile(r"judge|justice|magistrate|master|chancellor", re.IGNORECASE)
PERSONAL = re.compile(r"s?he\b", re.IGNORECASE)
A_COURT = re.compile(r"(?-i:the|that|The|That) (?:court|majority)")
THEIRS = re.compile(
    r"\b(?:(?:in|of) (?:that|those|the (?:former|latter)) (?:cases?|decisions?|opinions?|suit|appeal)|there,? the court|court there)\b",
    re.IGNORECASE,
)
FOR_THE_COURT = re.compile(
    r"\b(?:Judge|Justice) (?:[A-Z][\w.]* )*(?P<judge>[A-Z][\w'-]+), (?:writing|speaking) for (?:the|a) (?:\w+ )?(?:court|panel|majority)(?:[^.;,\ue000]{0,60} in \ue000)?"
)
COURTS = frozenset({"below", "circuit", "supreme", "court", "case"})
BACK = 8
"""Sentences over which a court that told of what it did is still *the court*."""


def continued(scene: Scene, passage: Passage, at: int, head: int = 0) -> Speaker | None:
    """The court that *it* or *the court* at the head of a sentence, or from ``head`` on, goes on to speak of."""
    m = GOING_ON.match(passage.masked, head)
    if m is None or (m.start("verb") > at and not head):
        return None
    who = m["who"].lower()
    personal = PERSONAL.match(who) is not None
    for earlier in scene.before(passage.index, 4):
        if who == "it" and (topic := ACTED.match(earlier.masked)):
            ref = next(iter(earlier.refs_within(topic.end("case") - 1, topic.end("case"))), None)
            return Speaker("third_court", ref.citation.name, ref) if ref else None
        hit = next((hit for hit in SUBJECT.finditer(earlier.masked, 0, 120) if hit.lastgroup != "case"), None)
        if hit is not None and not (personal and not PERSON.search(hit[0])):
            of_a_court = hit.lastgroup in ("below", "circuit", "supreme") or (personal and hit.lastgroup == "separate")
            if of_a_court and not earlier.refs_within(0, hit.start()):
                return actors.named(earlier, hit)
            if (of_a_court or hit.lastgroup == "court") and (elsewhere := actors.of_a_case(earlier, hit)):
                return elsewhere
        goes_on = earlier.citation_only or GOING_ON.match(earlier.masked) or (hit and hit.lastgroup == "court")
        if not goes_on:
            return None
    return None


def for_the_court(scene: Scene, passage: Passage, speaker: Speaker) -> Speaker | None:
    """The court that a judge spoke for in another case, as the sentences before tell: *Judge Hale, writing for the court in X*."""
    name = (speaker.name or "").rpartition(" ")[2].removesuffix("'s")
    for place in [passage, *scene.before(passage.index, 4)]:
        told = FOR_THE_COURT.search(place.masked)
        if told is not None and name and told["judge"] == name:
            ref = next(iter(place.refs_within(*told.span())), None)
            return Speaker("third_court", ref.citation.name if ref else speaker.name, ref)
    return None


def the_court(scene: Scene, passage: Passage, refs: Sequence[Ref]) -> Speaker | None:
    """The court below, where *the court* did something with ``refs`` and no other court was spoken of since that one was."""
    here = A_COURT.search(passage.masked)
    others = (
        [ref for ref in passage.refs_within(0, here.start()) if not any(ref.same(it) for it in refs)] if here else []
    )
    if here is None or others or THEIRS.search(passage.masked, 0, here.end() + 6):
        return None
    for earlier in scene.before(passage.index, BACK, beyond=True):
        if earlier.part != passage.part or earlier.block or guards.question(earlier):
            return None
        if earlier.citation_only:
            continue
        hits = list(SUBJECT.finditer(earlier.masked))
        told = _told(earlier, hits)
        if IN_ANOTHER_CASE.match(earlier.masked) or (told is not None and told.lastgroup == "case"):
            return None
        if told is None:
            if earlier.refs:
                return None
            continue
        if actors.of_a_case(earlier, told) or earlier.refs_within(0, told.start()):
            return None
        if told.lastgroup != "court":
            speaker = actors.named(earlier, told)
            return speaker if speaker.actor == "lower_court" else None
    return None


def _told(passage: Passage, hits: list[re.Match[str]]) -> re.Match[str] | None:
    """The court, or case, that a sentence tells of; failing that the court below, wherever the sentence speaks of it."""
    courts = [hit for hit in hits if hit.lastgroup in COURTS]
    subjects = (hit for hit in courts if not NO_SUBJECT.search(passage.masked, 0, hit.start()))
    return next(subjects, None) or next((hit for hit in courts if hit.lastgroup == "below"), None)
