"""What a row matched and who acts in it → the treatment: its label corrected by who can do what, its scope, its words."""

from __future__ import annotations

import re

from citator.corpus.model import Actor, Target, Treatment
from citator.corpus.treatments import actors
from citator.corpus.treatments.passages import Passage
from citator.corpus.treatments.phrases import Row
from citator.corpus.treatments.scope import proposition, scope
from citator.corpus.treatments.verbs import Claim

IN_VIEW_OF_LAW = re.compile(
    r"\b(?:in (?:view|light) of|because of|by (?:virtue|reason) of|since|with|after|before|prior to|predat\w+|due to|under|owing to) (?:the )?[^,;.\ue000]{0,40}?"
    r"\b(?:enactment|amendments?|passage|repeal|legislation)\b[^;]*$",
    re.IGNORECASE,
)
I_WOULD = re.compile(r"\bi would (?:\w+ )*$", re.IGNORECASE)
IN_VIEW_OF_CASE = re.compile(
    r"\b(?:in (?:view|light|the wake) of|because of|after|given|since|following|as a result of) (?:[\w'.-]+ ){0,8}?(?P<case>\ue000)",
    re.IGNORECASE,
)
STATUTORILY = re.compile(r"legislatively|statutorily|by statute", re.IGNORECASE)
UNDERSTOOD = 0.95
"""What is left of a row's confidence when its case stands in another sentence, behind a pronoun or a court's name."""


def treatment(passage: Passage, row: Row, m: re.Match[str], claim: Claim) -> Treatment:
    """What ``claim`` says is done, as ``row`` names it."""
    label = row.label
    told = m.end() if label in ("overrules", "abrogates") else m.start()
    by_law = (
        claim.statute
        or STATUTORILY.search(passage.masked, max(0, m.start() - 20), m.start()) is not None
        or (row.object != "verb" and IN_VIEW_OF_LAW.search(passage.masked, 0, told) is not None)
    )
    if by_law and label in ("overrules", "abrogates", "disapproves"):
        label = "superseded"  # a legislature supersedes, it cannot overrule
    if label == "overrules" and _no_court(passage, claim.speaker.actor, m.start()):
        label = "disapproves"  # nor can a judge alone
    if label == "overrules" and row.object != "verb" and _in_view_of_another(passage, m, claim):
        label = "abrogates"  # it was the other case that displaced it
    how_far, extent = scope(passage, m.start(), m.end(), label)
    acting = claim.speaker.case
    if acting is not None and any(acting.same(ref) for ref in claim.refs):
        acting = None
    understood = any(ref not in passage.refs for ref in claim.refs)
    return Treatment(
        treatment=label,
        actor=claim.speaker.actor,
        targets=tuple(Target(ref.authority, ref.citation.name, ref.citation.start) for ref in claim.refs)
        or (Target(None),),
        evidence=passage.span,
        part=passage.part.id if passage.part else "",
        rule=row.id,
        scope=row.scope or how_far,
        basis="reported" if claim.reported else "express",
        confidence=round(row.confidence * (UNDERSTOOD if understood else 1.0), 2),
        acting_case=acting.authority if acting else None,
        actor_name=claim.speaker.name,
        extent=extent,
        proposition=proposition(passage, m.start()),
    )


def _in_view_of_another(passage: Passage, m: re.Match[str], claim: Claim) -> bool:
    """*In light of X*, before the case or after what is said of it."""
    hits = [
        *IN_VIEW_OF_CASE.finditer(passage.masked, 0, m.end()),
        IN_VIEW_OF_CASE.search(passage.masked, m.end(), m.end() + 90),
    ]
    named = [ref for hit in hits if hit for ref in passage.refs_within(*hit.span("case"))]
    return any(not ref.same(old) for ref in named for old in claim.refs)


def _no_court(passage: Passage, actor: Actor, at: int) -> bool:
    """The act is a separate opinion's: its own, or one that the court speaks of; *I would overrule X* is, wherever found."""
    if actor == "separate_opinion":
        return actors.own(passage.part) == "this_court"
    return actor == "this_separate" or I_WOULD.search(passage.masked, 0, at) is not None
