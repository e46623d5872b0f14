"""The case whose facts were told just before the court turns to its own: *In X the deed was signed. Here, it was not.*"""

from __future__ import annotations

import re

from citator.corpus.treatments import guards
from citator.corpus.treatments.around import recent
from citator.corpus.treatments.passages import Passage, Ref
from citator.corpus.treatments.pronouns import antecedent
from citator.corpus.treatments.scene import Scene

THERE_ONLY = re.compile(
    r"^\W*(?:but )?(?:there(?!,? (?:is|are|was|were|has|have|had|may|must|can|could|appear|seem)\w*\b)|in that case|in those cases),? ",
    re.IGNORECASE,
)
OF_FACTS = re.compile(
    r"^\W*(?:in|under) \ue000|\b(?:in|at issue in|of) \ue000[^.;]* (?:was|were|had|did)\b|^\W*(?:the|an?|each) (?!(?:\w+ ){0,2}(?:court|panel|majority|circuit|rule|holding)\b)(?:[\w'-]+ ){1,6}?in \ue000,? (?:\w+ly )?(?:\w+ed|made|knew|gave|took|came|went|told|sold|bought|paid|sent|left|brought|sought|lost|kept|wrote|drove|struck|fell|ran|began|built|chose|bore)\b|\ue000,? (?:an? (?:\w+ )?case )?(?:where|wherein|in which)\b[^.;]* (?:was|were|had|did)\b|^\W*(?:the )?\ue000[^.;]{0,20} (?:involved|concerned|arose|presented)\b",
    re.IGNORECASE,
)
IN_THAT_CASE = re.compile(
    r"\b(?:the|an?|that) (?:[\w'-]+ ){1,6}?in (?:that|the \w+) case,? (?:\w+ly )?(?:was|were|had|did|could|\w+ed)\b",
    re.IGNORECASE,
)
DENIED = re.compile(r"\b(?:not|no|none|nobody|never|nothing|neither|nor|cannot|without)\b|n't\b", re.IGNORECASE)
WANTING = re.compile(
    r"\b(?:lack\w*|absent|absence|want of|fail\w*|refus\w*|declin\w*|omit\w*|neglect\w*|silent|lost)\b", re.IGNORECASE
)
BARELY = re.compile(r"\b(?:only|merely|solely)\b", re.IGNORECASE)
NO_SUCH = re.compile(r"\b(?:no|any|never|not) such\b", re.IGNORECASE)
QUOTED = re.compile(r'"[^"]*"')
INVOKED = re.compile(
    r"\b(?:cit(?:es?|ed)|rel(?:y|ies|ied) (?:\w+ly )?(?:up)?on|points? (?:us )?to|directs? us to|invokes?) (?:the case of )?\ue000,? (?:an? (?:\w+ )?case )?(?:where|wherein|in which)\b",
    re.IGNORECASE,
)
LAID_DOWN = re.compile(r"\b(?:must|shall|requires?|(?:held|rule[ds]?|we|court) [^.;]{0,60}required)\b", re.IGNORECASE)
HELD = re.compile(
    r"\b(?:h[eo]ld(?:s|ing)?|concluded?|ruled?|found|reasoned|rejected|explained|recogni[sz]ed|stated|said|noted|observed|requires?|must|is|are)\b",
    re.IGNORECASE,
)


def contrasted(scene: Scene, passage: Passage, at: int) -> list[Ref]:
    """The case whose facts were told just before *here, by contrast*."""
    for place, end in [(passage, at), *((earlier, len(earlier.masked)) for earlier in recent(scene, passage))]:
        refs = place.refs_within(0, end)
        if THERE_ONLY.search(place.masked[:end]):
            return refs[:1] or antecedent(scene, place, 0, "that case")
        if refs and not place.citation_only:
            return refs[:1] if OF_FACTS.search(place.masked[:end]) else []
    return []


def unshared(scene: Scene, passage: Passage) -> list[Ref]:
    """The case whose facts the last sentences told, where they or this one deny what the other affirms."""
    denied, such = bool(DENIED.search(passage.masked)), bool(NO_SUCH.search(passage.masked))
    for earlier in recent(scene, passage)[:3]:
        words = QUOTED.sub(" ", earlier.masked)
        if earlier.citation_only:
            continue
        wanting = any(pattern.search(words) for pattern in ((DENIED, WANTING) if denied else (DENIED, WANTING, BARELY)))
        if (wanting == denied and not such) or (guards.argued(earlier, len(words)) and not INVOKED.search(words)):
            return []
        if (denied and not such and LAID_DOWN.search(earlier.masked)) or (not denied and HELD.search(words)):
            return []  # a rule is stated, which this case meets or does not meet
        if THERE_ONLY.search(words) or IN_THAT_CASE.search(words):
            return list(earlier.refs[:1]) or antecedent(scene, earlier, 0, "that case")
        if OF_FACTS.search(words):
            return list(earlier.refs[:1])
    return []
