"""An opinion's sentences → where the court itself affirms, reverses or vacates what it reviews."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citator.corpus.model import Scope, TreatmentLabel
from citator.corpus.treatments import actors, guards
from citator.corpus.treatments.passages import Passage
from citator.corpus.treatments.scene import Scene
from citator.corpus.treatments.under_review import LEADING

_LABELS: dict[str, TreatmentLabel] = {"affirm": "affirms", "revers": "reverses", "vacat": "vacates"}
_VERBS = "affirm|revers|vacat"
_JUDGED = r"(?:judgments?|decisions?|orders?|decrees?|rulings?|convictions?|sentences?)"
_THE = r"(?:the|its|that|their|this|his|her|both|these|\w+'s?)"
_AFTER = (
    r"(?=(?:[\s,.;]+(?:and|in|part|affirmed|reversed|vacated|remanded|dismissed|as|modified|case|causes?|judgments?|with|instructions|directions|it|is|so|ordered"
    r"|the|for|further|proceedings|not|inconsistent|consistent|this|our|opinion|to|conformity))*\W*$)"
)
_DISPOSES = re.compile(
    rf"\b(?:we|this court)\b,? (?:(?:must|therefore|thus|accordingly|hereby|now|also|hence|consequently),? |[^;\ue000\"]{{0,60}}? and (?:\w+ly |now )?|granted [^;\"]{{0,60}}? and (?:we )?(?:now )?)?(?P<own>{_VERBS})e?\b"
    rf"(?= (?:and (?:remand|dismiss|vacate|reverse|set aside)|in part|{_THE} (?:[\w.',’-]+ ){{0,12}}?{_JUDGED}|(?:on|for|the) [\w ]*(?:grounds?|court|circuit|reasons)\b)|[,;.]|$)"
    rf"|\b{_THE} (?:[\w.',’-]+ ){{0,6}}?{_JUDGED}\b[^;:\"]{{0,160}}?\b(?:(?:is|are)|must be|ordered[^;]*? be)(?:,? (?:therefore|accordingly|hereby|thus|hence|and)\b,?)*(?: is)?(?: hereby)? (?P<passive>{_VERBS})ed\b"
    rf"|\bordered[^;\"]{{0,40}}?\bthat {_THE} (?:[\w.',’-]+ ){{0,6}}?{_JUDGED}\b[^;:\"]{{0,120}}?\bbe (?:and (?:the same )?(?:is )?)?(?:hereby )?(?P<ordered>{_VERBS})ed\b"
    rf"|^\W*(?:no[.s] [\d-]+, )?(?:{_JUDGED},? (?:and \w+,? )?)?(?P<alone>{_VERBS})ed\b{_AFTER}"
    rf"|[.)\]]\"? (?:{_JUDGED} )?(?-i:(?P<last>Affirm|AFFIRM|Revers|REVERS|Vacat|VACAT))ed\b{_AFTER}",
    re.IGNORECASE,
)
_AN_AGENCYS = (
    r"(?:commission|board|agency|department|secretary|administrator|bureau|commissioner|nlrb|ferc|fcc|bia|ijs?)(?:'s|')"
)
_OF_AN_AGENCY = re.compile(
    rf"\b(?:we|this court)\b[^;\"]{{0,80}}?\b(?P<denied>deny) [^;\"]{{0,60}}?\bpetitions?(?: \w+){{0,3}} (?:for|to) review"
    rf"|\b(?:we|this court)\b[^;\"]{{0,80}}?\b(?P<granted>grant) [^;\"]{{0,60}}?\bpetitions?(?: \w+){{0,3}} (?:for|to) review"
    r"|\bpetitions? for review (?:is|are|must be)(?: \w+ly)? (?:(?P<is_denied>denied)|(?P<is_granted>granted))\b"
    r"|\b(?:we|this court)\b[^;\"]{0,80}?\b(?P<enforced>enforce|grant enforcement)\b[^;\"]{0,40}?\border"
    r"|\b(?:we|this court)\b[^;\"]{0,80}?\bgrant [^;\"]{0,60}?(?P<to_enforce>\b(?:petition|application)s? (?:for|to) enforce)"
    rf"|\benforcement of {_THE} (?:[\w.',’-]+ ){{0,4}}?order,?(?: \w+,?)? is(?: \w+ly)? (?:(?P<is_enforced>granted)|(?P<not_enforced>denied))"
    rf"|\b(?:we|this court)\b[^;\"]{{0,80}}?\b(?:(?P<set_aside>set aside) {_THE} (?:[\w.',’-]+ ){{0,4}}?(?:orders?|decisions?)|(?P<affirmed>affirm) the {_AN_AGENCYS})",
    re.IGNORECASE,
)
_AGENCYS: dict[str, TreatmentLabel] = {
    "denied": "affirms",
    "is_denied": "affirms",
    "enforced": "affirms",
    "to_enforce": "affirms",
    "is_enforced": "affirms",
    "affirmed": "affirms",
    "granted": "vacates",
    "is_granted": "vacates",
    "set_aside": "vacates",
    "not_enforced": "reverses",
}
_VERB = re.compile(_VERBS, re.IGNORECASE)
_ANY = re.compile(rf"{_VERBS}|set aside|petition|enforce", re.IGNORECASE)
_IN_PART = re.compile(r"\b(?:in part|(?:that|those) (?:parts?|portions?)|insofar as|to the extent)\b", re.IGNORECASE)
_OWN_VIEW = re.compile(r"\b(?:in my|I|my)\b")
_CASE_OF = re.compile(r"(?:\bin |^\W*)nos?\.? ?(?P<numbers>\d[\d-]*(?:(?:, | and |, and )\d[\d-]*)*)", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d-]*")
_SEVERAL = re.compile(
    rf"\b(?:judgments|decisions|orders|decrees|rulings)\b[^;]*\b(?:are|be)\b|\b(?:{_VERBS})e? (?:[\w.',’-]+ ){{0,12}}?(?:judgments|decisions|orders|decrees|rulings)\b",
    re.IGNORECASE,
)
_LONGEST = 1500
"""Characters of a sentence that disposes of a case."""
_CLOSING = 400
"""Characters that the last words of an opinion take, be they laid to its last footnote."""


@dataclass(frozen=True, slots=True)
class Act:
    """What the court does, where it says so. ``agency``: only an agency's decision can be meant."""

    passage: Passage
    label: TreatmentLabel
    scope: Scope
    agency: bool = False
    several: bool = False  # judgments, orders
    dockets: frozenset[str] = frozenset()  # the numbers of the cases, of several heard together


def acts(scene: Scene) -> Iterator[Act]:
    """Where the court's own opinion disposes of what it reviews, in its own voice."""
    text = scene.opinion.text
    for index, sentence in enumerate(scene.sentences):
        if len(sentence) > _LONGEST or not _ANY.search(text, sentence.start, sentence.end):
            continue
        passage = scene.passage(index)
        if passage.part is None or passage.part.kind not in LEADING or passage.block or guards.question(passage):
            continue
        closing = passage.part.end - sentence.end < _CLOSING
        if (scene.opinion.footnote_at(sentence.start) is not None and not closing) or _OWN_VIEW.search(passage.masked):
            continue
        several = _SEVERAL.search(passage.masked) is not None
        for label, scope, at in _of_courts(passage):
            dockets = _dockets(passage.masked, at)
            yield Act(passage, label, "full" if dockets else scope, False, several, dockets)
        for label, scope in _of_agencies(passage):
            yield Act(passage, label, scope, True, several)


def _dockets(words: str, at: int) -> frozenset[str]:
    """The numbers of the cases that the verb at ``at`` disposes of: *in No. 12 affirmed, in No. 14 reversed*.

    >>> words = "The judgment in No. 12 is affirmed, that in No. 14 reversed."
    >>> _dockets(words, words.index("affirm")), _dockets(words, words.index("revers"))
    (frozenset({'12'}), frozenset({'14'}))
    """
    verbs = [m.span() for m in _VERB.finditer(words)]
    before = max((end for start, end in verbs if start < at), default=0)
    after = min((start for start, _ in verbs if start > at), default=len(words))
    named = _CASE_OF.search(words, before, at) or _CASE_OF.search(words, at, after)
    return frozenset(_NUMBER.findall(named["numbers"])) if named else frozenset()


def _of_courts(passage: Passage) -> Iterator[tuple[TreatmentLabel, Scope, int]]:
    words = passage.masked
    verbs = {
        m[m.lastgroup or 0].lower(): m.start(m.lastgroup or 0)
        for m in _DISPOSES.finditer(words)
        if _in_earnest(passage, m.start(m.lastgroup or 0))
    }
    if verbs and _IN_PART.search(words, min(verbs.values())):
        verbs |= {m[0].lower(): m.start() for m in _VERB.finditer(words, min(verbs.values()))}
        yield from ((_LABELS[verb], "in_part", at) for verb, at in verbs.items())
    else:
        yield from ((_LABELS[verb], "full" if len(verbs) == 1 else "in_part", at) for verb, at in verbs.items())


def _of_agencies(passage: Passage) -> Iterator[tuple[TreatmentLabel, Scope]]:
    words = passage.masked
    labels = {
        _AGENCYS[m.lastgroup or ""]: m.start(m.lastgroup or 0)
        for m in _OF_AN_AGENCY.finditer(words)
        if _in_earnest(passage, m.start(m.lastgroup or 0))
    }
    in_part = len(labels) > 1 or (labels and _IN_PART.search(words, min(labels.values())))
    yield from ((label, "in_part" if in_part else "full") for label in labels)


def _in_earnest(passage: Passage, at: int) -> bool:
    """The court itself says so, and not of what might be or of what others did."""
    refused = guards.quoted, guards.negated, guards.hypothetical, guards.argued, actors.reported_voice
    return not any(guard(passage, at) for guard in refused)
