"""Sentences by which an opinion takes a stance though they hold, cite and treat nothing.

Two kinds: what a party or a separate opinion says, where this opinion answers it at once; and what this opinion
itself says of a standard by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citator.corpus.model import Span
from citator.graph.propositions.model import Manner
from citator.graph.propositions.speaking import Speaker
from citator.graph.propositions.words import spoken_of

_WORTH_READING = re.compile(
    r"\b(?:[Ww]e (?:\w+ )?(?:dis)?agree|reject|unpersuaded|not persuaded|"
    r"(?:dissent|majority|concurrence|plurality|Judge|Justice)|"
    r"(?:tests?|standards?|rules?|requirements?|frameworks?|approach))\b"
)
_SAYS = (
    r"(?:argu|assert|assum|believ|claim|conten[dt]|contention|insist|maintain|position|premis|submit|suggest|urg)"
    r"(?:e|es|s|ion|ions)?\b"
)
_CONTENDED = re.compile(rf"\b{_SAYS}[^.;]{{0,40}}? that\b|\bargument that\b")
_OTHER_OPINION = re.compile(
    r"\b(?:[Tt]he (?:dissent|majority|concurrence|plurality)(?: opinion)?|(?:Judge|Justice) [A-Z]\w+)"
    rf" (?:\w+ ){{0,2}}{_SAYS}"
)
_CITING = re.compile(r"(?:But )?(?:See|Cf|Accord|Compare|E\.g)\b")
_AGREES = re.compile(r"(?:\w+, )?[Ww]e (?:\w+ )?agree\b")
_DISAGREES = re.compile(
    r"(?:\w+, )?[Ww]e (?:\w+ )?(?:disagree|reject|are (?:not |un)persuaded|cannot agree|do not agree)\b"
)


def answers(speaker: Speaker) -> Iterator[tuple[Manner, Span]]:
    """Each such sentence and the opinion's stance to what it says, in order."""
    if not _WORTH_READING.search(speaker.text):
        return
    said = [" ".join(sentence.of(speaker.text).split()) for sentence in speaker.sentences]
    for sentence, words, answer in zip(speaker.sentences, said, (*said, "")[1:], strict=True):
        contended = _CONTENDED.search(words)
        if contended and _AGREES.match(answer):
            yield "states", sentence
        elif _OTHER_OPINION.search(words) or (contended and _DISAGREES.match(answer)):
            yield "rejects", sentence
        elif not contended and not _CITING.match(words) and spoken_of(words):
            yield "states", sentence
