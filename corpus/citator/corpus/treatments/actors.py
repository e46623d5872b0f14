"""Whose act a clause tells: the court's own, a separate opinion's, another court's, the court's below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citator.corpus.model import Actor, Part
from citator.corpus.treatments.clauses import Passage, Ref

LEADING = frozenset({"lead", "plurality", "per_curiam"})
SUBJECT = re.compile(
    r"(?P<we>\b(?:we|i|today's (?:decision|holding|opinion)|our (?:holding|decision|opinion) (?:today|here)|this (?:opinion|decision|holding))\b)"
    r"|(?P<this>\b(?:this court|our court)\b)"
    r"|(?P<below>\b(?:the )?(?:district|trial|circuit|superior|lower|sentencing|bankruptcy|juvenile|family|county|chancery|state) courts?\b|\b(?:court|judge|judgment) below\b|\bmagistrate\b|\b(?:hearing|administrative law|trial|district) judges?\b|\btrial justice\b)"
    r"|(?P<separate>\b(?:the )?(?:dissent(?:ers?|ing \w+)?|dissents|concurrence|concurring \w+|(?:a |the )?minority(?: of (?:this|the) court)?)\b|\b(?:mr\. )?(?:chief )?(?:justice|judge) [A-Z][a-z]+)"
    rf"|(?P<majority>\b(?:the|today's) (?:majority|plurality)\b)"
    r"|(?P<supreme>\b(?:the )?(?:united states |u\. ?s\. |[a-z]+ )?supreme (?:judicial )?court\b|\bhigh court\b)"
    r"|(?P<circuit>\b(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|d\. ?c\.|federal) (?:circuit|district)s?\b|\bcourts? of appeals?\b|\bcourt of criminal appeals\b|\bother (?:courts|circuits)\b|\b(?:a number of|several|some|most|many|two|three|four) (?:other )?(?:courts|circuits)\b|\bpanel\b|\bcommonwealth court\b)"
    r"|(?P<nocourt>\b(?:congress|the legislature|legislat\w+|commentators?|scholars?|the commission|the sentencing commission|statute|amendments?|act)\b)"
    r"|(?P<court>\bthe court\b)"
    r"|(?P<case>\ue000)",
    re.IGNORECASE,
)
TODAY = re.compile(r"\b(?:today|now|overrules|distinguishes|disapproves|rejects|relies|holds|concludes|limits|extends|follows|adopts)\b")
BESIDE = re.compile(
    r"(?:'s)?(?:,? (?:which|that|who|court|panel|decisions?|majority|opinion|case|holding|has|have|had|did|does|also|\w+ly|then|later|itself|thus|in effect|in turn|expressly))*,? ?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who acts. ``case`` is the decision through which another court acts, where it is named."""

    actor: Actor
    name: str | None = None
    case: Ref | None = None


def own(part: Part | None) -> Actor:
    """The actor whose voice the running text of ``part`` is."""
    return "this_court" if part is None or part.kind in LEADING or part.kind == "other" else "this_separate"


def own_name(part: Part | None) -> str | None:
    return part.author if part is not None and own(part) == "this_separate" else None


def subject(passage: Passage, start: int, at: int, *, loosely: bool = False) -> re.Match[str] | None:
    """The last possible subject between two places; a case or a statute must stand beside the verb unless ``loosely``."""
    found = None
    for hit in SUBJECT.finditer(passage.masked, start, at):
        if loosely or hit.lastgroup not in ("case", "nocourt") or BESIDE.fullmatch(passage.masked, hit.end(), at):
            found = hit
    return found


def named(passage: Passage, hit: re.Match[str]) -> Speaker:
    """Who the words of a subject mean."""
    kind, words = hit.lastgroup, " ".join(hit[0].split())
    if kind in ("we", "this"):
        return Speaker(own(passage.part), own_name(passage.part))
    if kind == "below":
        return Speaker("lower_court", words)
    if kind == "separate":
        return Speaker("separate_opinion", words)
    if own(passage.part) == "this_separate" and (kind == "majority" or (hit[0].endswith("Court") and TODAY.search(passage.masked, hit.end()))):
        return Speaker("separate_opinion", words)  # a dissent speaks of the opinion of the Court
    if kind == "nocourt":
        return Speaker("non_court", words)
    if kind == "case":
        ref = ref_at(passage, hit.start())
        return Speaker("third_court", ref.citation.name if ref else None, ref)
    return Speaker("third_court", words)


def ref_at(passage: Passage, at: int) -> Ref | None:
    """The reference that stands at ``at``."""
    return next(iter(passage.refs_within(at, at + 1)), None)
