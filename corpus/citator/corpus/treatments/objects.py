"""The case that a treatment is done to: named in the clause, or meant by *it*, *that case*, *the Tenth Circuit*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citator.corpus.model import Citation
from citator.corpus.treatments import around
from citator.corpus.treatments.nouns import NOUN
from citator.corpus.treatments.passages import Passage, Ref
from citator.corpus.treatments.phrases import ANAPHOR, CASES, WRAP
from citator.corpus.treatments.scene import Scene

AHEAD = re.compile(
    rf"[^\w\ue000]{{0,3}}(?:(?!\b(?:because|and (?:hold|affirm|reverse|remand|we)|but|when|if|unless|since|so that|in order)\b)[^;?\ue000]){{0,110}}?(?P<cases>{CASES})",
    re.IGNORECASE,
)
BARE_GAP = re.compile(
    r"\W*(?:(?:the|our|both|cases? of|of|in|from|in part|only|most|so much|much|part|all|some|portions?|remainder|rest|remnants?|pro tanto|sub silentio|that|as well|not only|so-called|court's|supreme|th?is)\W*)*",
    re.IGNORECASE,
)
DESCRIBED = re.compile(rf"\b{NOUN}\b", re.IGNORECASE)
SIGNALLED = re.compile(r"\b(?:see(?: also)?|e\.? ?g|citing|quoting|cf|accord|compare)\b\W*$", re.IGNORECASE)
APPOSED = re.compile(
    r"\b(?:decisions?|cases?|opinions?|holdings?|precedents?|authorit(?:y|ies)|rulings?|judgments?|dict(?:um|a)|both),\W*(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
OF_IT = re.compile(
    r",? its (?:authority|holding|reasoning|rule|doctrine|rationale|language|force|dict(?:um|a))\s*$", re.IGNORECASE
)
OF_CASE = re.compile(r"\b(?:in|of|from|by|as) (?:the )?(?:cases? of )?\W*$", re.IGNORECASE)
NOUN_PHRASE = re.compile(rf"\s*(?:{WRAP})?(?P<cases>{CASES})", re.IGNORECASE)
ANAPHORIC = re.compile(rf"[\s,]*(?:{ANAPHOR})", re.IGNORECASE)
PLURAL = re.compile(r"\b(?:they|them|these|those|both|neither|none|cases|decisions|opinions|holdings)\b", re.IGNORECASE)
PRONOUN_FIRST = re.compile(rf"\W*(?:(?:but|and|yet|accordingly|however),? )?(?:{ANAPHOR})", re.IGNORECASE)
THERE = re.compile(
    r"\bthe (?:\w+ )?(?:position|rule|view|doctrine|proposition|principle|language|test|conclusion|holding)s? (?:there|therein) \w+",
    re.IGNORECASE,
)
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
AUXILIARY = re.compile(
    r"(?:[\s,]*\b(?:must|should|shall|will|can|may|has|have|had|to|now|too|also|and|which|therefore|accordingly|hereby|thus|necessarily|be|been|is|are|was|were)\b[\s,]*)+$",
    re.IGNORECASE,
)
LAST_ANAPHOR = re.compile(
    rf"\b({ANAPHOR})(?: (?:to (?:this|that|such) extent|on (?:this|that) point|too|of this court|\w+ly))*[\s,]*$",
    re.IGNORECASE,
)
RELATIVE = re.compile(
    r",? (?:which|who|where|in which|as in|relying on|citing|following|quoting|based on)\b[^,;]*(?:,|$)|\([^)]*\)"
)
THINGS_IN = re.compile(  # "the statute at issue in X" is not X
    r"\b(?:regulations?|statutes?|provisions?|ordinances?|acts?|sections?|variances?|contracts?|agreements?|leases?|deeds?|wills?|orders?"
    r"|injunctions?|convictions?|sentences?|verdicts?|awards?|polic(?:y|ies)|plans?|permits?|licenses?|plaintiffs?|defendants?|part(?:y|ies)"
    r"|objections?|motions?)(?: [\w-]+){0,3} (?:in|under|by) (?:the )?$",
    re.IGNORECASE,
)
RELATIVE_OF = re.compile(
    r"(?<![\ue000])(?<!\ue000's)(?<![,;)]) [a-z]+ (?:that|which|who)(?: (?:has|have|had|was|were|is|are|been|since|later|long|now|\w+ly))* ?$"
    r"|(?<![\ue000,;)])(?<!\ue000's) [a-z]+ (?:since|later|subsequently|now|long since) ?$",
    re.IGNORECASE,
)
HOLDING_THAT = re.compile(
    r"(?:'s| `s) (?:[\w-]+ ){0,2}?(?:holding|rule|statement|dictum|conclusion|suggestion|assumption|ruling|proposition) that\b",
    re.IGNORECASE,
)
"""*X's holding that no seal is needed was overruled*: the holding, whatever its words end with."""
NEW_SUBJECT = re.compile(
    r"(?:,|\b(?:that|and)) (?:the|his|her|its|their|an?|each|any|all|no|such|our|[\w-]+'s)"
    r" (?:(?!(?:is|are|was|were|be|been|has|have|had|must|may|can|should|will|would|to|not)\b)[\w-]+ ){0,4}?(?P<head>[a-z-]+)$",
    re.IGNORECASE,
)
OF_DECISIONS = re.compile(
    rf"{NOUN}|(?:today|there(?:fore|by)?|thus|hence|accordingly|again|similar|ones?|same|others?|rest|progeny|like|following|extent|respects?|both|\w+ly)",
    re.IGNORECASE,
)
ORDINALS = {
    "first": "ca1", "second": "ca2", "third": "ca3", "fourth": "ca4", "fifth": "ca5", "sixth": "ca6", "seventh": "ca7",
    "eighth": "ca8", "ninth": "ca9", "tenth": "ca10", "eleventh": "ca11", "federal": "cafc",
}  # fmt: skip
COURT_WORDS = re.compile(rf"\b({'|'.join(ORDINALS)}|d\. ?c\.)(?=[\w, ]* circuits?)", re.IGNORECASE)


def after(scene: Scene, passage: Passage, at: int) -> list[Ref] | None:
    """What stands after an active verb; ``None`` when nothing there can be a case."""
    m = AHEAD.match(passage.masked, at)
    pronoun = ANAPHORIC.match(passage.masked, at)
    if m is not None:
        gap = passage.masked[at : m.start("cases")]
        if BARE_GAP.fullmatch(gap) or (
            DESCRIBED.search(gap) and (not pronoun or OF_CASE.search(gap)) and not _only_cited(gap)
        ):
            return around.listed(passage, m.start("cases"), m.end("cases"))
    if pronoun:
        return antecedent(scene, passage, at, pronoun[0])
    return None


def _of_something_else(words: str, left: str, start: int, end: int) -> bool:
    """What stands before a passive verb is no case, but what a case at ``start:end`` relied on, or dealt with.

    >>> words = "\ue000 relied on cases that had been "
    >>> _of_something_else(words, words[:28], 0, 1)
    True
    >>> words = "The rule of \ue000 that a seal is needed has been "
    >>> _of_something_else(words, words[:36], 12, 13)
    False
    """
    if THINGS_IN.search(words[:start]) or RELATIVE_OF.search(words, end):
        return True
    if HOLDING_THAT.match(words, end):
        return False
    subject = NEW_SUBJECT.search(left, end)
    return subject is not None and OF_DECISIONS.fullmatch(subject["head"]) is None


MEASURED = re.compile(
    r"\b(?:before|after|since|until|than|(?:contrary|prior|similar) to|pre-?dat\w+|post-?dat\w+|preceding|against|inconsistent with) (?:the )?$",
    re.IGNORECASE,
)
"""*Cases decided long before X*: X is none of them."""


def _only_cited(gap: str) -> bool:
    """The case after ``gap`` is cited for what was said, and is not what the verb governs.

    >>> _only_cited(" exchange rules to the contrary, "), _only_cited(" our earlier decision, ")
    (True, False)
    """
    return bool(SIGNALLED.search(gap) or MEASURED.search(gap)) or (
        gap.rstrip().endswith(",") and not APPOSED.search(gap)
    )


def before(scene: Scene, passage: Passage, at: int) -> list[Ref] | None:
    """The subject of a passive verb: the reference nearest before it outside relative clauses, or an antecedent."""
    left = RELATIVE.sub(lambda m: " " * len(m[0]), passage.masked[:at])
    left = AUXILIARY.sub("", left).rstrip()
    start = left.rfind(";") + 1
    runs = list(re.finditer(CASES, left[start:], re.IGNORECASE))
    pronoun = LAST_ANAPHOR.search(left)
    if pronoun and (not runs or pronoun.start() >= start + runs[-1].end()):
        return antecedent(scene, passage, pronoun.start(1), pronoun[1])
    if its := OF_IT.search(left):
        return antecedent(scene, passage, its.start(), "it")
    if runs:
        run = start + runs[-1].start(), start + runs[-1].end()
        return None if _of_something_else(passage.masked[:at], left, *run) else around.listed(passage, *run)
    if there := THERE.search(left):
        return antecedent(scene, passage, there.start(), "that case")
    return None


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


def of_court(scene: Scene, passage: Passage, words: str, at: int) -> list[Ref]:
    """The decisions of the courts named in ``words`` that are cited in the sentence or beside it."""
    courts = {ORDINALS.get(m[1].lower(), "cadc") for m in COURT_WORDS.finditer(words)}
    ahead = scene.passage(passage.index + 1) if passage.index + 1 < len(scene.sentences) else None
    for refs in [
        passage.refs_within(0, at),
        *(earlier.refs for earlier in scene.before(passage.index, 6, beyond=True)),
        passage.refs_within(at, len(passage.masked)),
        ahead.refs if ahead and ahead.citation_only else (),
    ]:
        inner = [Ref(c.start, c.end, c) for ref in refs for c in _inner(scene, ref)]
        found = around.distinct([ref for ref in [*refs, *inner] if scene.court(ref) in courts])
        if found:
            return found
    return []


def _inner(scene: Scene, ref: Ref) -> list[Citation]:
    return [c for c in scene.citations_between(ref.start, ref.end) if c.within is not None]
