"""The cases that the sentences around a passage speak of: told of, cited for what was said, asked about."""

from __future__ import annotations

import re
from collections.abc import Iterable

from citator.corpus.treatments import actors, guards
from citator.corpus.treatments.passages import Passage, Ref
from citator.corpus.treatments.phrases import WRAP
from citator.corpus.treatments.scene import Scene

COURTS = frozenset({"circuit", "below", "supreme", "case", "court"})
ASKED = re.compile(
    r"\b(?:ask|urge|invite|request|want|press|implore|call(?:s|ed)? (?:up)?on|have)(?:s|ed|d)? (?:(?:us|this court|the court)(?: to)?|to) (?:\w+ly )?"
    r"(?:(?P<declines_to_extend>extend|expand|broaden|enlarge|stretch)|(?P<follows>overrule|abandon|revisit|reconsider|re-?examine|overturn|depart from|disavow|recede from|repudiate)"
    rf"|(?P<declines_to_follow>adopt|follow|embrace))\b(?:{WRAP}|[^.;,\ue000]{{1,60}} (?:in|of|from|by) (?:the )?| )\ue000",
    re.IGNORECASE,
)
SEPARATE = re.compile(r"\b(?:dissenting|concurring|dissental|dissent|concurrence)\b", re.IGNORECASE)
CONTRARY = frozenset(["but see", "but cf.", "contra", "cf.", "compare"])
TURNED = re.compile(
    r"^\W*(?:(?:but|however|yet|still|nevertheless|nonetheless|here|by contrast|in contrast|unlike|that case|those cases|neither|this case"
    r"|in (?:this|that|those|the (?:present|instant)) cases?|conversely|on the other hand|the (?:present|instant|dissent|majority))\b)"
    r"|,? (?:but(?! (?:also|rather|only)\b)|although|whereas|however|though)\b"
    r"|\b(?:distinguish\w*|inapposite|overrul\w+|dict(?:a|um)|no longer|abrogat\w+|supersed\w+|not (?:controlling|apply|address|reach|decide)"
    r"|unlike|limited to|reversed|inapplicable|misplaced)\b",
    re.IGNORECASE,
)
TOLD = re.compile(
    r"^\W*(?:(?:\w+ly|thus|moreover|for example|indeed|but),? )?(?:in \ue000|the \w+ in \ue000)[^.;]*\b(?:court|we|panel|justices?)\b"
    r"|(?:\b(?:the (?:supreme )?court|we|that court|panel)|\ue000)(?: itself| also| further| \w+ly)? (?:held|noted|observed|explained|concluded|said|stated|reasoned|ruled|found|recognized|upheld|struck|addressed|considered|described|reversed|affirmed|relied|emphasized|rejected)\b",
    re.IGNORECASE,
)
CIRCUIT_TOLD = re.compile(
    r"\bcircuit(?: itself| also| further| has| \w+ly)? (?:held|concluded|ruled|reasoned|rejected|upheld|read|adopted|took|reached|found)\b",
    re.IGNORECASE,
)
LONG_QUOTATION = 12
"""Sentences that a block quotation may run to, between what told of its case and *that case*, or *the same reasoning*."""
TOLD_BY = 90
"""Characters within which a sentence that tells of a decision names it."""


def listed(passage: Passage, start: int, end: int) -> list[Ref]:
    """References between two places of the passage, one for each authority."""
    found: dict[object, Ref] = {}
    for ref in passage.refs_within(start, end):
        found.setdefault(ref.authority or ref.start, ref)
    return list(found.values())


def described(scene: Scene, passage: Passage) -> list[Ref]:
    """The decisions of another court told of just before *We agree*; none where a party spoke last."""
    cited: list[Ref] = []
    for earlier in scene.before(passage.index, 4):
        cited += earlier.refs
        if earlier.citation_only:
            continue
        told = actors.subject(earlier, 0, len(earlier.masked), loosely=True)
        by_court = any(hit.lastgroup in COURTS for hit in actors.SUBJECT.finditer(earlier.masked))
        if guards.argued(earlier, len(earlier.masked)) or told is None or not by_court:
            return []
        if cited:
            return distinct(cited)
    return []


def supporting(scene: Scene, passage: Passage, at: int) -> list[Ref]:
    """The cases that bear out the words before ``at``: named in the rest of the sentence, else in the citation sentence next."""
    refs = listed(passage, at, len(passage.masked))
    if not refs and passage.index + 1 < len(scene.sentences):
        ahead = scene.passage(passage.index + 1)
        refs = distinct(ahead.refs) if ahead.citation_only else []
    return [
        ref
        for ref in refs
        if ref.citation.signal not in CONTRARY and ref.authority not in scene.laws and not alone(ref)
    ]


def alone(ref: Ref) -> bool:
    """What is cited is a separate opinion, and not what the court held."""
    return any(SEPARATE.search(words) for words in ref.citation.weights)


def recited(scene: Scene, passage: Passage, start: int, end: int) -> list[Ref]:
    """The cases between two places whose holding is told, unless a party brought them up or the next sentence turns from them."""
    refs = listed(passage, start, end)
    ahead = scene.passage(passage.index + 1) if passage.index + 1 < len(scene.sentences) else None
    if TURNED.search(passage.masked, end) or (ahead is not None and TURNED.search(ahead.masked)):
        return []
    for earlier in scene.before(passage.index, 2):
        if guards.argued(earlier, len(earlier.masked)) and any(old.same(ref) for old in earlier.refs for ref in refs):
            return []
    return refs


def of_courts(scene: Scene, passage: Passage, at: int) -> list[Ref]:
    """The decisions behind *our sister circuits*: cited for the sentence, else in the sentence before."""
    if refs := supporting(scene, passage, at):
        return refs
    told = next(iter(scene.before(passage.index, 1)), None)
    if told is None and len(refs := just_told(scene, passage, several=True)) > 1:
        return refs
    return distinct(told.refs) if told and not guards.argued(told, len(told.masked)) else []


def told(scene: Scene, passage: Passage, *, elsewhere: bool = False) -> list[Ref]:
    """The one case whose decision the sentence before told, by name or by the citation after it: *In X, the Court held …*.

    ``elsewhere``: another circuit's too.
    """
    cited: list[Ref] = []
    for earlier in scene.before(passage.index, 2):
        if earlier.citation_only and not cited:
            cited = distinct(earlier.refs)
        elif not guards.argued(earlier, len(earlier.masked)) and (
            TOLD.search(earlier.masked) or (elsewhere and CIRCUIT_TOLD.search(earlier.masked))
        ):
            found = earlier.refs_within(0, TOLD_BY) or cited
            return list(found) if len(distinct(found)) == 1 else []
        else:
            return []
    return []


def following(scene: Scene, passage: Passage) -> list[Ref]:
    """The case that the next sentence opens with: *our prior decisions. In X, we …*."""
    if passage.index + 1 >= len(scene.sentences):
        return []
    return scene.passage(passage.index + 1).refs_within(0, 12)[:1]


def recent(scene: Scene, passage: Passage) -> list[Passage]:
    """The sentences before this one; before its paragraph, where this one opens it."""
    return scene.before(passage.index, 4) or scene.before(passage.index, 4, beyond=True)


def just_told(scene: Scene, passage: Passage, *, several: bool = False) -> list[Ref]:
    """The last case of the paragraph before, where this sentence opens one: *The same reasoning applies to …*."""
    if passage.part is None or scene.before(passage.index, 1):
        return []
    told = [earlier for earlier in scene.before(passage.index, LONG_QUOTATION, beyond=True) if not earlier.block][:3]
    for earlier in told:
        if earlier.part != passage.part or guards.argued(earlier, len(earlier.masked)):
            return []
        if earlier.refs:
            return distinct(earlier.refs) if several else list(earlier.refs[:1])
    return []


def asked(scene: Scene, passage: Passage, at: int, label: str) -> list[Ref]:
    """The case that somebody asked the court just before to extend, to overrule, to adopt, as ``label`` refuses."""
    for place, end in [(passage, at), *((earlier, len(earlier.masked)) for earlier in recent(scene, passage)[:2])]:
        request = ASKED.search(place.masked, 0, end)
        if request is not None:
            wanted = request.lastgroup == label
            return listed(place, request.end() - 1, request.end()) if wanted else []
    return []


def distinct(refs: Iterable[Ref]) -> list[Ref]:
    found: dict[object, Ref] = {}
    for ref in refs:
        found.setdefault(ref.authority or ref.start, ref)
    return list(found.values())
