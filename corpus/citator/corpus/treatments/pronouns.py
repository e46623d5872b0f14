"""What *it*, *that case*, *these decisions* mean: the case that the sentences before are about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citator.corpus.treatments import around
from citator.corpus.treatments.passages import Passage, Ref
from citator.corpus.treatments.phrases import ANAPHOR, CASES
from citator.corpus.treatments.scene import Scene

PLURAL = re.compile(r"\b(?:they|them|these|those|both|neither|none|cases|decisions|opinions|holdings)\b", re.IGNORECASE)
PRONOUN_FIRST = re.compile(rf"\W*(?:(?:but|and|yet|accordingly|however),? )?(?:{ANAPHOR})", re.IGNORECASE)
SAME_TOPIC = re.compile(r"\b(?:this|that) (?:holding|case|decision|rule|ruling|reasoning)\b", re.IGNORECASE)
WHERE_IT_ACTS = re.compile(
    r"\W*(?:\w+,? )?(?:in \ue000,? (?:the|that|this|a|our) (?:[\w.]+ ){0,4}?(?:courts?|circuit|panel|majority|we)\b|in \ue000,? (?:however, )?we\b|the (?:[\w.]+ ){0,4}?(?:court|circuit|panel|majority) in \ue000)",
    re.IGNORECASE,
)
WORDS_OF = re.compile(
    r"\b(?:the|this|that) (?:(?:quoted|foregoing|cited|above|broad) )?(?:dict(?:um|a)|obiter)\b"
    r"|\bthe (?:sentence|language|statement|passage|phrase|remark)s? (?:relied (?:up)?on|quoted|in question|just quoted)\b"
    r"|\b(?:this|that) (?:sentence|passage|remark)\b",
    re.IGNORECASE,
)
DECISIONS = re.compile(
    r"\b(?:these|those|such|both) (?:\w+ )?(?:cases|decisions|opinions|precedents|authorities)\b"
    r"|\b(?:that|this) (?:\w+ )?(?:case|decision|opinion)\b",
    re.IGNORECASE,
)
EARLIER = re.compile(r"\bthe (?:earlier|prior|previous|former) (?:decision|opinion)s?\b", re.IGNORECASE)
AT_HEAD = 40
"""Characters within which *these cases* stands at the head of its sentence."""
MANY = 6
"""Cases of a paragraph, at most, that *these cases* means all."""
ORDERED = re.compile(
    r"\b(?:certiorari|rehearing|reargument|probable jurisdiction|leave to appeal)(?: (?:was|were|has been|is))? ?(?:granted|denied|noted|allowed)?\W*$",
    re.IGNORECASE,
)
"""*The Court granted a petition for rehearing, 400 U.S. 2*: what is cited is an order, which *that decision* does not mean."""
PRONOUNS = frozenset({"it", "they", "them"})
THE_TWO = re.compile(r"\b(?:the two|both|these|those) (?:cases|decisions|opinions|holdings)\b(?! of)", re.IGNORECASE)
BOTH = re.compile(r"\b(?:both|two)\b", re.IGNORECASE)


def antecedent(scene: Scene, passage: Passage, at: int, words: str = "it") -> list[Ref]:
    """What a pronoun at ``at`` means: the topic of this sentence so far, else of the sentences before it."""
    if source := _quoted_source(scene, passage, at, words):
        return source
    plural, bare = bool(PLURAL.search(words)), words.lower() in PRONOUNS
    if plural and " " in words and not passage.refs_within(0, at) and len(noted := _noted(scene, passage)) > 1:
        return noted
    fallback: list[Ref] = []
    topic = (
        at if not (bare and PRONOUN_FIRST.match(passage.masked)) else 0
    )  # "They are …, and they should be overruled"
    for place, end in [(passage, topic), *((place, len(place.masked)) for place in scene.before(passage.index))]:
        refs = _decisions(place, end)
        if not refs:
            if bare and SAME_TOPIC.search(place.masked[:end]):
                fallback = []  # "The court below relied on this holding. 64 F.3d 650. But it is …"
            continue
        if (
            bare
            and place is passage
            and (told := SAME_TOPIC.search(place.masked, 0, place.spots[0]))
            and told.start() < at
        ):
            continue  # "no court reviewed this decision; but in X it was said that it had been overruled"
        if plural and len(around.distinct(refs)) < 2 and THE_TWO.search(place.masked[:end]):
            continue  # "the two cases are at odds, said X, but they are …": those of the sentence before
        if bare and place.citation_only:
            fallback = fallback or refs[:1]  # a citation sentence is the topic only where nothing else is
            continue
        if not plural:
            if place is passage and len(refs) > 1 and WHERE_IT_ACTS.match(place.masked):
                refs = refs[1:]  # "In X the court considered Y but found it …"
            return refs[-1:] if words.lower().endswith(("latter", "which")) else refs[:1]
        runs = [around.listed(place, *m.span()) for m in re.finditer(CASES, place.masked[:end], re.IGNORECASE)]
        wanted = [run for run in runs if len(run) == 2 or (len(run) > 1 and not BOTH.search(words))]
        if wanted:
            return wanted[0]
        if bare or len(around.distinct(refs)) > 1 or place is not passage:
            return around.distinct(refs)
        fallback = refs[:1]
    if fallback or bare:
        return fallback
    if found := _introduced(scene, passage):
        return found
    if EARLIER.search(words):
        return _of_paragraph_before(scene, passage, plural, scene.before(passage.index))
    return _of_paragraph_before(scene, passage, plural) if at < AT_HEAD and DECISIONS.search(words) else []


def _decisions(place: Passage, end: int) -> list[Ref]:
    """What a passage cites before ``end``, but for orders on procedure."""
    spots = zip(place.refs_within(0, end), place.spots, strict=False)
    return [ref for ref, spot in spots if not ORDERED.search(place.masked, max(0, spot - AT_HEAD), spot)]


def _noted(scene: Scene, passage: Passage) -> list[Ref]:
    """What the footnote cites whose mark stands at the end of this sentence: *these cases rely on statutes.2*."""
    return [
        ref
        for note in scene.opinion.footnotes
        if note.ref is not None and passage.span.end - 4 <= note.ref <= passage.span.end + 1
        for ref in around.distinct(scene.refs_between(note.start, note.end))
    ]


def _introduced(scene: Scene, passage: Passage) -> list[Ref]:
    """The case whose words a block quotation gave just before this paragraph."""
    index = passage.index - 1
    while index >= max(0, passage.index - around.LONG_QUOTATION) and scene.passage(index).block:
        index -= 1
    if index < 0 or index == passage.index - 1 or scene.passage(index).block:
        return []
    for place in (scene.passage(index), *scene.before(index)):
        if place.refs:
            return list(place.refs[:1]) if place.part == passage.part else []
    return []


def _of_paragraph_before(scene: Scene, passage: Passage, plural: bool, past: Sequence[Passage] = ()) -> list[Ref]:
    """What *these cases*, *that decision* at the head of a paragraph mean: the cases of the one before, or its only case.

    So *the previous decisions* ``past`` sentences of the paragraph that cite none; these may have one citation.
    """
    first = passage.index - len(past)
    if first == 0 or scene.before(first, 1) or scene.opinion.footnote_at(passage.span.start):
        return []
    found: list[Ref] = []
    for earlier in (scene.passage(first - 1), *scene.before(first - 1, around.LONG_QUOTATION)):
        if earlier.part != passage.part or earlier.block or scene.opinion.footnote_at(earlier.span.start):
            return []
        found += earlier.refs
    cases = around.distinct(found)
    least, most = (2 if plural and not past else 1), (MANY if plural else 1)
    return cases if least <= len(cases) <= most else []


def _quoted_source(scene: Scene, passage: Passage, at: int, words: str) -> list[Ref]:
    """The case whose words were quoted or told before *the dictum*, *the sentence relied upon*, and *it* after them."""
    named = WORDS_OF.search(f"{passage.masked[:at]} {words}")
    if named is None or passage.refs_within(0, at):
        return []
    for earlier in scene.before(passage.index, 6, beyond=True):
        if earlier.part != passage.part:
            return []
        if earlier.refs:
            return [earlier.refs[-1]]
    return []
