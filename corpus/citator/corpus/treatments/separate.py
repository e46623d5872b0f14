"""What the court does, as the author of a separate opinion tells it: *Today X is overruled*, *this holding overrules X*.

A judge alone overrules nothing. Where a dissent or concurrence says plainly that a case is overruled, the others did it;
where it says that the court should, the author alone is of that mind.
"""

from __future__ import annotations

import re

from citator.corpus.treatments import actors, guards
from citator.corpus.treatments.actors import Speaker
from citator.corpus.treatments.passages import Passage
from citator.corpus.treatments.scene import Scene

_UNDONE = r"(?:overruled|overturned|disapproved|discarded|abandoned|rejected|repudiated|disavowed|jettisoned|renounced)"
_IS_UNDONE = re.compile(
    rf"\b(?:is|are|stands?)(?: (?:\w+ly|now|hereby|thus|also|therefore|again|today|then|too|in effect))*,? {_UNDONE}(?: of)?$",
    re.IGNORECASE,
)
_UNDOES = re.compile(
    r"(?:overrule|overturn|abandon|discard|reject|repudiate|disavow|disapprove|abrogate|jettison)s(?: of)?$|recedes(?: from)?$",
    re.IGNORECASE,
)
_SHOULD = re.compile(r"(?: \w+ly| also| now| instead)* (?:should|ought to|must)\b(?! have\b)", re.IGNORECASE)
_OTHERS = frozenset({"separate", "majority"})
_COURT = frozenset({"court", "supreme", "this"})
_BEFORE = 60
"""Characters before a participle within which its auxiliary stands."""


def the_courts(passage: Passage, start: int, end: int) -> Speaker | None:
    """The others, where a separate opinion tells between two places that a case *is overruled*, or that something *overrules* it."""
    if actors.own(passage.part) != "this_separate":
        return None
    told = _IS_UNDONE.search(passage.masked[max(0, start - _BEFORE) : end]) or _UNDOES.search(passage.masked[start:end])
    return Speaker("separate_opinion", "the Court") if told else None


def asked_of(passage: Passage, hit: re.Match[str]) -> bool:
    """*The Court should overrule X*, in a separate opinion: who says so is of that mind, the court is not."""
    if actors.own(passage.part) != "this_separate" or hit.lastgroup not in _COURT:
        return False
    return _SHOULD.match(passage.masked, hit.end()) is not None


def view_of_others(scene: Scene, passage: Passage) -> bool:
    """*I do not share that view*: that view is the majority's, a dissent's or a party's, of whom the sentence before spoke."""
    for earlier in scene.before(passage.index, 1, beyond=True):
        if guards.argued(earlier, len(earlier.masked)):
            return True
        for hit in actors.SUBJECT.finditer(earlier.masked):
            if hit.lastgroup != "case":
                told = actors.named(earlier, hit)
                return hit.lastgroup in _OTHERS or told.actor == "separate_opinion"
    return False
