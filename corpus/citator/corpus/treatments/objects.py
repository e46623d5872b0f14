"""The case that a treatment is done to: named in the clause, or meant by *it*, *that case*, *the Tenth Circuit*."""

from __future__ import annotations

import re

from citator.corpus.model import Citation
from citator.corpus.treatments import around
from citator.corpus.treatments.nouns import NOUN
from citator.corpus.treatments.passages import Passage, Ref
from citator.corpus.treatments.phrases import ANAPHOR, CASES, WRAP
from citator.corpus.treatments.pronouns import antecedent
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
THERE = re.compile(
    r"\bthe (?:\w+ )?(?:position|rule|view|doctrine|proposition|principle|language|test|conclusion|holding)s? (?:there|therein) \w+",
    re.IGNORECASE,
)
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
