"""Who acts in a phrase that opens a sentence (*Relying on X, the district court …*): whoever the sentence goes on to speak of."""

from __future__ import annotations

import re

from citator.corpus.treatments import actors, guards
from citator.corpus.treatments.actors import Speaker
from citator.corpus.treatments.passages import Passage

OPENING = re.compile(
    r"\W*(?:(?P<always>following|applying|(?:relying|resting|drawing)(?: \w+){0,2}? (?:up)?on|consistent with|in accord(?:ance)? with|adopting|rather than|instead of|distinguishing"
    r"|rejecting|criticizing|limiting|extending|reaffirming|endorsing|approving|disagreeing with|declining to|refusing to)"
    r"|(?:(?:thus|accordingly|instead|rather|finally|moreover|\w+ly),? )?(?:employing|invoking|citing|in reliance (?:up)?on|(?:adhering|looking|turning|true|faithful) to|(?:bound|guided|constrained|persuaded|compelled) by"
    r"|(?:up)?on (?:the )?(?:authority|strength|basis) of|under the (?:authority|rule) of))\b",
    re.IGNORECASE,
)
PRONOUN_AHEAD = re.compile(
    r"(?:\W{0,2}|[^;,\ue000]{0,40}, )(?:it|he|she|that court)\b(?! (?:is|was|seems|appears|would|may|must|can|follows|becomes)\b)",
    re.IGNORECASE,
)
OWN_WORK = re.compile(  # "in accordance with X, we have examined the record" tells of the case at hand
    r"(?:examined|reviewed|searched|studied|considered|scrutinized|read|made|conducted)\b[^;.]{0,60}?\b(?:record|briefs?|transcripts?|file|papers)\b",
    re.IGNORECASE,
)
MAIN = re.compile(r",? (?:we|this court|the court) (?:\w+ly |have |has |had |then )*(?P<verb>\w+)", re.IGNORECASE)
NEXT = re.compile(
    r",? (?:(?:[a-z]+ly|then|thus|therefore|also|however|in turn|instead),? )*(?:(?:the|a|an) )?(?:(?:[a-z]+ )?panel of )?(?:the )?$",
    re.IGNORECASE,
)
"""What stands between the opening phrase and the subject of the sentence."""
ACTS = re.compile(
    r"(?:'s)?(?: (?:court|panel|majority))?(?: (?:in|of) \ue000)?,? (?:(?:[a-z]+ly|also|then|had|first|thus),? )*(?:[a-z]+ed|held|found|said|upheld|struck|took|made|went|gave|wrote|read|drew|saw|thought)\b",
    re.IGNORECASE,
)
AGENCY = re.compile(
    r",? the (?:[A-Z][a-z]+ ){0,3}(?:Board|Commission|Commissioner|Agency|Department|Secretary|Bureau|Administrator|Service|board|commission|agency|department|secretary)(?: (?:[a-z]+ly|then|also|first))* (?:[a-z]+ed|found|held|said)\b"
)
LITIGANT = re.compile(
    r",? (?:the )?(?:appell(?:ants?|ees?)|petitioners?|respondents?|plaintiffs?|defendants?|government|prosecution|state|commonwealth|counsel|claimants?|movants?|debtors?|trustee|taxpayers?)(?: (?:[a-z]+ly|then|also|first))* (?:moved|sought|filed|asked|sued|brought|requested|demanded|claimed)\b",
    re.IGNORECASE,
)
SOMEBODY = re.compile(
    r",? (?:the )?[A-Z][\w.']+(?: [A-Z][\w.']+){0,3}(?: (?:[a-z]+ly|then|also|first|later|has|have|had))* (?:[a-z]+ed|held|found|said|upheld|struck|made|took)\b"
)
"""Whoever it is that has this name acted: *Congress amended*, *the CCA held*."""
ITS = re.compile(r"\b(?:its|their) ", re.IGNORECASE)
OTHERS = frozenset({"majority", "separate", "circuit", "below", "supreme"})
SPAN = 60
"""Characters within which the subject of the sentence stands."""


def opens(passage: Passage, at: int) -> bool:
    """What a row matched at ``at`` is such a phrase."""
    m = OPENING.match(passage.masked, at)
    return m is not None and (m["always"] is not None or not passage.masked[:at].strip(" \"'"))


def actor(passage: Passage, start: int, end: int) -> tuple[Speaker, bool] | None:
    """Whose act the phrase between two places tells, and whether it is reported."""
    words, mine = passage.masked, actors.mine(passage)
    if PRONOUN_AHEAD.match(words, end):
        return None  # "Relying on X, it held …": who that is, the sentence before tells
    end -= words[end - 1] == ","
    main = MAIN.search(words, end, end + SPAN)
    ahead = _subject(passage, end)
    argues = guards.ARGUED.search(words, end, end + 80)
    if argues is not None and (ahead is None or argues.start() < ahead.start()):
        return Speaker("party"), True
    if ahead is not None and ahead.lastgroup not in ("we", "this"):
        return actors.named(passage, ahead), True
    if ahead is None and AGENCY.match(words, end):
        return Speaker("non_court"), True
    if ahead is None and LITIGANT.match(words, end):
        return Speaker("party"), True
    if ahead is None and (SOMEBODY.match(words, end) or (ITS.search(words, start, end) and main is None)):
        return None
    if main is None and words[:start].strip():
        return None  # "In distinguishing X, the following was said"
    told = main is not None and actors.PAST.search(main["verb"]) and not OWN_WORK.match(words, main.start("verb"))
    return (actors.earlier(passage, start), True) if told else (mine, False)


def _subject(passage: Passage, end: int) -> re.Match[str] | None:
    """The first court behind the phrase; a case, or *the court*, must stand next to it and act."""
    for hit in actors.SUBJECT.finditer(passage.masked, end, end + SPAN):
        if hit.lastgroup in ("we", "this"):
            return hit
        nearest = NEXT.fullmatch(passage.masked, end, hit.start()) is not None
        if hit.lastgroup in OTHERS:
            return hit
        if hit.lastgroup in ("case", "court") and nearest and ACTS.match(passage.masked, hit.end()):
            return hit
    return None
