"""When a difference that is told makes none: it is conceded, called immaterial, or makes the case at hand the stronger one."""

from __future__ import annotations

import re

from citator.corpus.treatments.passages import Passage
from citator.corpus.treatments.scene import Scene

_CONCEDES = re.compile(
    r"^\W*(?:to be sure|of course|granted|admittedly|concededly|true|it is true|it is of course true),? ", re.IGNORECASE
)
_TURNS = re.compile(
    r"^\W*(?:but|yet|still|however|nevertheless|nonetheless|even so|(?:all|just) the same)\b", re.IGNORECASE
)
_ALTHOUGH = re.compile(
    r"^\W*(?:(?:but|and|thus|moreover),? )?(?:al|even )?though (?P<clause>[^;]*?), (?P<main>[^;]*)", re.IGNORECASE
)
_SAME_CASE = re.compile(
    r"(?:(?:it|the court|we|that (?:court|case|decision|holding)|its \w+|the (?:\w+ )?(?:principle|reasoning|rationale|rule|logic|analysis)s?|\ue000(?:'s)?)\b|(?:we|i) (?:\w+ )?(?:find|think|believe|agree|conclude))(?!,? (?:is|are|was|were)(?: \w+ly)? (?:not|inapposite|inapplicable|distinguishable))(?! (?:had|has) no occasion)",
    re.IGNORECASE,
)
_NO_MATTER = re.compile(
    r"\b(?:differen\w+|differ|distinction|distinguish\w*)\b[^.;]*\b(?:immaterial|not material|neither (?:of them |is |was )*material|insignificant|irrelevant|unimportant"
    r"|of no (?:\w+ )?(?:moment|consequence|significance|importance)|does not matter|do not matter|makes? no difference)\b"
    r"|\b(?:distinctions?|differences?) without (?:an? )?(?:difference|distinction)s?\b|\b(?:that|this|the) (?:difference|distinction) (?:is|makes) (?:\w+ly )?(?:immaterial|no\b|not\b)",
    re.IGNORECASE,
)
_ALL_THE_MORE = re.compile(
    r"\b(?:not|no|nor|without|lack\w*|fail\w*)\b[^.;,]{0,40}\beven (?:the|an?|that|as much|so much)\b|\b(?:at least some|a fortiori|all the more|let alone)\b",
    re.IGNORECASE,
)
_NONE_THAT = re.compile(
    r"\b(?:nothing|none|never|nobody)\b[^;]*\b(?:that|which|who) (?:is |are |was |were )?$", re.IGNORECASE
)
_COMPARISON_FIRST = re.compile(r"^\W*(?:indeed|still|perhaps|even|far|much|and|but|,| )*$", re.IGNORECASE)


_LAW = re.compile(
    r"\b(?:must|may|can|cannot|shall|bars?|requires?|permits?|prohibits?|forbids?|allows?|is|are|need(?:s|ed)?|applies|will)\b",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    r"\b(?:was|were|had|did|involved|concerned|held|found|upheld|arose|came|made|gave|took|[a-z]{3,}ed (?:the|an?|to|by|that|it|his|her|their|its|no)\b)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r'"[^"]*"')


def only_law(scene: Scene, passage: Passage) -> bool:
    """Just before, a rule was laid down and no case told of: *Here, however, …* applies it."""
    for earlier in scene.before(passage.index, 3):
        words = _QUOTED.sub(" ", earlier.masked)
        if not earlier.citation_only:
            return bool(_LAW.search(earlier.masked)) and not _HAPPENED.search(words)
    return False


def made_nothing_of(scene: Scene, passage: Passage, m: re.Match[str]) -> bool:
    """The difference that ``m`` tells is none that the author relies on."""
    words = passage.masked
    if _CONCEDES.match(words) and (_turns(scene, passage) or re.search(r", but\b", words[m.end() :])):
        return True
    although = _ALTHOUGH.match(words)
    if although and m.end() <= although.end("clause") and _SAME_CASE.match(although["main"]):
        return True
    if _ALL_THE_MORE.search(words) or _NONE_THAT.search(words, 0, m.start()):
        return True
    if " than " in m[0] and _COMPARISON_FIRST.match(words[: m.start()]):
        return True
    around = [passage, *scene.before(passage.index, 1)]
    if passage.index + 1 < len(scene.sentences):
        around.append(scene.passage(passage.index + 1))
    return any(_NO_MATTER.search(place.masked) for place in around)


def _turns(scene: Scene, passage: Passage) -> bool:
    return passage.index + 1 < len(scene.sentences) and bool(_TURNS.match(scene.passage(passage.index + 1).masked))
