"""The words around a surname → what it is there: the case of that name, or the person.

``name_senses.toml`` holds the words; a decision holds, states and has reasoning, a party appeals and has a sentence.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import resources

_BEFORE = re.compile(r"(?P<word>[\w’'.]+)(?P<gap>[,;:]?\s*[“\"(\[]?)$")
_AFTER = re.compile(r"(?P<possessive>['’]s?)?(?P<gap>,?\s+)(?P<word>[\w’'-]+)?")
_OTHER_SIDE = re.compile(r",?\s+vs?\.\s")
_JUDGE = re.compile(r"(?:,? and [A-Z][\w’'-]+)?, (?:C\. ?J|JJ?|Circuit|District|Chief)\b")
_FIRM = re.compile(r"(?:, [A-Z][\w’'-]+){0,6},? & [A-Z]")
# Part of a longer name of a person or a place: John T. Smith, Jimmy “Flash” Smith, Bank of Smith.
_NAMED_SO = re.compile(
    r"(?:(?<=[^\n\w.&])[A-Z]\.|(?:^|\s)[“\"][A-Z][\w’'-]+[”\"]"
    r"|\b(?:Company|Co\.|City|County|Town|Village|Port|Bank|Trust|University|College|Church|Diocese|Committee"
    r"|Commission(?:er)?|Secretary|Board|Department|Bureau|Office|Association|Republic) of(?: the)?) $"
)
# "Harlow-type", "Harlow-barred": what is made after a decision.
AFTER_IT = r"[-–]\s{0,3}(?:like|type|style|specific|based|barred|required|related|compliant|ineligible|eligible)\b"
_MADE_AFTER = re.compile(AFTER_IT)
_MONTHS = frozenset({"March", "April", "May", "June", "August"})  # surnames, and the month before a day
_DAY = re.compile(r"\.? \d{1,4}\b")
# "of Harlow claims", "his Harlow challenges": behind such words stands no subject of a verb.
_NO_SUBJECT = re.compile(
    r"(?:\b(?:[Oo]f|[Ff]or|[Tt]o|[Oo]n|[Ww]ith|[Ff]rom|[Aa]gainst|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Tt]hese|[Tt]hose|[Ss]uch|[Aa]ny|[Aa]ll|no|two|three|other|many|most|some|several)"
    r"|[a-z]{2}ing|[a-z][’']s)\s+\Z"
)
_CLAIMS = re.compile(r"\s+(?:claims|challenges)\b")
_ADVERB = re.compile(r",?\s+(?:also|then|thus|too|never|later|simply|further|not|[a-z]+ly)\b")
_VERB = re.compile(
    r"\s+(?P<first>[a-z]+?(?:-[a-z]+)*)(?:n[’']t)?(?![a-z’'-])(?:\s+(?:not\s+|also\s+)?(?P<second>[a-z]+))?"
)
# Behind "the" and a name of several words: the body so named, unless a noun makes it "the Elm Burn rule".
_A_BODY = re.compile(
    r"[.;](?! (?:Inc|Co|Corp|Ltd)\b)|,(?!\s+[A-Z])|\s+(?:is|are|was|were|has|had|should|would|could|will|may|must|in|of|from|to|upon|on|by|that|who|which)\b"
)
_EVENT = re.compile(
    r"\b(?:arrests?|convictions?|sentences?|trials?|(?:re)?prosecutions?|custody|indictments?|testimony|deportation"
    r"|death|behalf|possession) of $"
)
_HAD = re.compile(
    r"\b(?:force|authority|vitality|rule|holding|reasoning|logic|wake|teaching|validity|scope|reach|progeny|meaning|effect|interpretation|import|rationale|dictates) of $"
)
_DECIDED = re.compile(
    r"\s+(?:(?:was|were|is|are|had|has|have|been)\s+){1,3}(?:\w+ly\s+|not\s+|itself\s+|in\s+turn\s+)*(?:decided|overruled|held\s+(?:controlling|dispositive|inapplicable)|reaffirmed|distinguishable|distinguished"
    r"|inapposite|controlling|dispositive|limited\s+to|confined\s+to)\b"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_QUOTED = re.compile(r"\s+[“\"][^”\"\n]{3,50}[”\"](?=\s)")
_BE = frozenset({"was", "were", "is", "are", "been", "being", "had", "has", "be"})


class Sense(Enum):
    """What a name means at one place."""

    DECISION = 2  # "in Daas", "the Smith court"
    LIKELY = 1  # "Bourgeois stated"
    OPEN = 0
    PERSON = -1


@dataclass(frozen=True, slots=True)
class _Words:
    """The lists of name_senses.toml."""

    decision_nouns: frozenset[str]
    persons_too: frozenset[str]
    decision_verbs: frozenset[str]
    person_verbs: frozenset[str]
    person_participles: frozenset[str]
    decisions_doing: frozenset[str]
    done_to_persons: frozenset[str]
    titles: frozenset[str]
    sure_before: frozenset[str]
    openers: frozenset[str]


@cache
def _words() -> _Words:
    table = tomllib.loads(resources.files(__package__).joinpath("name_senses.toml").read_text(encoding="utf-8"))
    return _Words(**{kind: frozenset(listed.split()) for kind, listed in table.items()})


def sense(text: str, start: int, end: int) -> Sense:
    """What the words around ``text[start:end]`` say the name is.

    >>> [sense(words, 3, 7) for words in ("In Daas, we", "of Daas’s sentence", "   Daas stated", "so Daas, too")]
    [<Sense.DECISION: 2>, <Sense.PERSON: -1>, <Sense.LIKELY: 1>, <Sense.OPEN: 0>]
    """
    words = _words()
    before = _BEFORE.search(text, max(0, start - 24), start)
    after = _AFTER.match(text, end)
    previous = before["word"] if before else ""
    following = _POSSESSIVE.sub("", after["word"] or "") if after else ""
    adjoining = bool(before and before["gap"] == " "), bool(after and after["gap"] == " ")
    if (
        _OTHER_SIDE.match(text, end)
        or text.startswith("v. ", max(0, start - 3))
        or _JUDGE.match(text, end)
        or _FIRM.match(text, end)
        or _NAMED_SO.search(text, max(0, start - 32), start)
        or (text[start:end] in _MONTHS and _DAY.match(text, end))
    ):
        return Sense.PERSON  # one side of a whole name, a judge, a firm, a date
    if previous in words.titles or (adjoining[0] and _continues(previous, words)):
        return Sense.PERSON
    if adjoining[1] and following[:1].isupper() and following.lower() not in words.decision_nouns:
        return Sense.PERSON
    if adjoining[0] and previous in ("the", "The") and " " in text[start:end] and _A_BODY.match(text, end):
        return Sense.PERSON
    if _MADE_AFTER.match(text, end) or (
        _CLAIMS.match(text, end) and _NO_SUBJECT.search(text, max(0, start - 12), start)
    ):
        return Sense.DECISION
    if after and after["possessive"]:
        return _possessed(text, after.end("possessive"), words)
    if after and after["gap"].isspace() and following.lower() in words.decision_nouns:
        return Sense.DECISION
    if _HAD.search(text, max(0, start - 24), start) or _DECIDED.match(text, end):
        return Sense.DECISION
    if previous in words.sure_before:
        return Sense.DECISION
    if previous in words.done_to_persons or _EVENT.search(text, max(0, start - 24), start):
        return Sense.PERSON
    return _doing(text, end, words)


def _continues(previous: str, words: _Words) -> bool:
    """Whether the word before is part of a longer name: *John* Smith, not *In* Smith."""
    return (
        previous[:1].isupper() and previous not in words.openers and not previous.endswith((".", "’s", "'s", "’", "'"))
    )


def _possessed(text: str, end: int, words: _Words) -> Sense:
    """What is had: reasoning, a long-standing rule; or a sentence, a claim."""
    quoted = _QUOTED.match(text, end)  # Smith’s “generous” test
    had = _VERB.match(text, quoted.end() if quoted else end)
    of_decision = had and not (words.decision_nouns - words.persons_too).isdisjoint(had.groups())
    return Sense.DECISION if of_decision else Sense.PERSON


def _doing(text: str, end: int, words: _Words) -> Sense:
    """What the verb behind a name says it is."""
    adverb = _ADVERB.match(text, end)
    verb = _VERB.match(text, adverb.end() if adverb else end)
    if verb is None:
        return Sense.OPEN
    if verb["first"] in _BE:
        second = verb["second"] or ""
        of_person = second in words.person_participles or (
            second.endswith("ing") and second not in words.decisions_doing
        )
        return Sense.PERSON if of_person else Sense.OPEN
    if verb["first"] in words.person_verbs:
        return Sense.PERSON
    return Sense.LIKELY if verb["first"] in words.decision_verbs else Sense.OPEN
