"""``treatments.toml`` → compiled rows, indexed by the literal words that must occur before a row is tried.

A row's ``match`` is a regular expression over a *masked* sentence (see ``passages``) with a few
shorthands: a space is any white space, ``<overrule>`` any inflection of a verb, ``<overrule:ed>``
its participle, and ``{case}``, ``{we}``, ``{be}`` … the phrases of ``MACROS``.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any, Literal, cast

from citator.corpus.model import Actor, Scope, TreatmentLabel
from citator.corpus.treatments.nouns import MARKED, NOUN, SAID

CASE = "\ue000"
"""A case reference in a masked sentence."""

CASES = rf"{CASE}(?:(?:[,;]? and|, as well as|;|,| n?or|[,;]? and in| and the|, the(?! {CASE}(?:'s)? (?:court|panel|majority)\b)| or in) ?{CASE})*"
USE = r"(?:help|aid|assistance|avail|use|value|moment|relevance|significance|consequence|weight|benefit|service|guidance|comfort|support|precedential (?:value|weight|force))"
APART = (  # what a case is that does not bear upon this one
    r"(?:distinguishable|inapposite|inapplicable|inapt|unavailing|unhelpful|irrelevant|dissimilar|off point|off the mark|far (?:afield|removed from)"
    rf"|wide of the mark|beside the point|unlike this|of (?:little|no|scant|limited|minimal|doubtful|small) (?:\w+ )?{USE}"
    r"|(?:no|little|scant|small) (?:\w+ )?(?:help|aid|assistance|answer|guide|guidance|support|comfort|bar|obstacle|application|bearing|relevance|relation|connection)\b"
    r"|nothing to do with|(?:an? )?(?:\w+ly |very |quite )?different (?:case|matter|situation|question|story)|another matter"
    r"|different(?: (?:from|in\b|than|because)|(?= here|,? and\b|[.;]))|in no way \w+|not (?:\w+ly )?(?:(?:\w+ )?(?:on|in) point|on all fours|apposite|apt|applicable|analogous|comparable"
    rf"|similar|helpful|relevant|pertinent|germane|instructive|useful|to the contrary|contrary to|such a case|this case|like this|parallel|of (?:any |much )?(?:\w+ )?{USE}))"
)
INVOLVED = r"(?:involve[sd]?|concern(?:s|ed)?|deal(?:s|t) with|ar(?:ose|ises)|present(?:s|ed)|address(?:es|ed)|turn(?:s|ed) (?:up)?on|rest(?:s|ed) (?:up)?on|rel(?:y|ies|ied) (?:up)?on(?! ?[,\"])|stem(?:s|med) from|hinge[sd]? (?:up)?on|(?:is|was|were) (?:decided|based|premised|predicated|grounded|governed|concerned|an? \w+ (?:case|suit|action)))"
ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|d\.? ?c\.?|federal)"
COURT = rf"(?:(?:the (?:[\w-]+ )?{NOUN} (?:\w+e[dn] )?(?:of|by|in) )?the (?:(?:{ORDINAL}|other|two|three|four|five)(?:,|,? and| ))*{ORDINAL} circuits?|our sister circuits?)(?:'s?)?(?: {NOUN})?"
FROM = r"(?:\w+(?:ed|ly)(?: on)?|set (?:forth|out|down|up)|laid down|first|found|made|given|taken)"
WRAP = (
    rf"(?:(?:so much of|that (?:part|portion) of|any|the|our|its|this court's|\w+'s|both|(?:all|some|each|most|many|none) of(?: the| these| those)?|that|those|these|such) "
    rf"(?:(?!(?:the|an?|this|our|its|his|her|their|we|i|is|was|are|were|trial|lower|sentencing)\b)[\w-]+,? ){{0,5}}?(?:{NOUN} )(?:{FROM} ){{0,2}}?(?:by (?:[\w.']+ ){{1,6}}?|of (?:the|that|our) (?:[\w.]+ ){{0,4}}?(?:courts?|circuits?|panel|appeals|majority|plurality) )?(?:in|of|from|by|as|like) (?:the )?(?:cases? of |(?:[\w-]+ ){{0,4}}?(?:cases|decisions|precedents),? (?:such as|including|like) )?"
    rf"|(?:the|this|our) (?:[\w.-]+ ){{0,4}}?(?:court|circuit|panel|appeals|division)'s? (?:[\w-]+ ){{0,4}}?{NOUN} (?:{FROM} ){{0,2}}?in (?:the )?(?:cases? of )?"
    rf"|(?:much|most|some|parts?|aspects?|portions?) of (?:the |our |its )?|both |the (?:cases? of |so-called )?|our |its )?"
)
TAIL = rf"(?:'s?)?(?: (?:and \w+ )?(?:[\w'-]+ ){{0,2}}?{NOUN})?"
NAMED = rf"{WRAP}{CASES}{TAIL},?"
CHAINED = (  # "the reasoning of its opinion in X", "the test laid down by this court in its decision in X"
    rf"(?:(?:the|our|its|his|her|their) (?:(?!(?:on|in|of|by|to|for|from|at|with|under)\b)[\w-]+ ){{0,3}}?{NOUN} (?:{FROM} ){{0,2}}?(?:by (?:[\w.']+ ){{1,6}}?)?(?:in|of|from) (?=(?:the|our|its|his|her|their|an?|th(?:at|is)) ))?{NAMED}"
)
THAT_CASE = (
    r"(?:(?!this (?:case|opinion|decision|holding|ruling|rule)\b)(?:that|this|these|those|such|both|the (?:earlier|prior|former|previous|latter|first|same|other|quoted|above|cited|foregoing|aforesaid|aforementioned|(?:last|above|just)[- ](?:cited|quoted|mentioned))) (?:(?!(?:this|the|an?|our|his|her|its|their|that|no|any|such)\b)[\w-]+ ){0,2}?"
    rf"{SAID}|the (?:[\w-]+ )?(?:{NOUN} (?:of|from)|(?:decisions?|holdings?|opinions?|reasoning|rationale|rulings?|dict(?:um|a)|language) in) (?:(?:all|each|both|either) of )?(?:that|those|these|both) (?:[\w-]+ )?(?:cases?|decisions?|opinions?|precedents?|authorities)|that (?:court|panel)|the (?:earlier|prior|previous) panel|the (?:decision|opinion|case|cases|decisions|holding|language|dict(?:um|a))|the (?:language|statement|sentence|passage|remark)s? (?:relied (?:up)?on|quoted|in question|just quoted))\b(?! (?:case|below|at bar|before us)\b)"
)
ANAPHOR = rf"(?:{THAT_CASE}|(?:it|they|them)\b|the (?:former|latter)(?= (?:is|are|was|were|must|has|have|cannot|should)\b)|(?:these|those|both)(?= (?:is|are|was|were|has|have|had|must|should|can|now|of them)\b|[.,;]|$))"

THE_CASE = r"(?:(?:this|our|the (?:instant|present|subject)) (?:case|appeal|action|matter|situation|controversy|dispute|question|issue)|the (?:case|situation|question|issue|facts|matter) (?:at (?:bar|hand|issue)|here|before us|now before us|presented here|sub judice)|these (?:facts|circumstances))"
HERE = rf"(?:(?:right )?here|today|(?:in|to|on|under) {THE_CASE}|at bar)"
SOUND = (  # what reasoning is that a court takes over
    r"(?:sound|well[- ](?:reasoned|founded|considered)|persuasive|correct|right|compelling|convincing|cogent|apt|unassailable|logical|sensible"
    r"|helpful|instructive|illuminating|thoughtful|thorough|salutary|worthy of adoption|well taken|enlightening)"
)
NEAREST = (
    r"(?:(?:most|more) (?:\w+ly )?(?:analogous|similar|relevant|pertinent|apposite|instructive|apt|comparable|on point)|closest|nearest|leading|seminal"
    r"|controlling|governing|dispositive|guiding|foundational|pathmarking|applicable|lead|principal|key)"
)
THESE_RULES = r"(?:(?:this|that) (?:\w+ )?(?:standard|test|framework|precedent)|(?:these|those) (?:\w+ )?(?:standards|principles|tests|cases|decisions|precedents|authorities))"
COURTS = (  # other courts, or their decisions, in a body
    r"(?:(?:(?:with|in|of|by|the|those|these|our|all|every|other|sister|majority|minority|weight|number|vast|great|overwhelming|growing|clear"
    r"|federal|state|district|appellate|circuit|bankruptcy|lower|several|many|most|two|three|four|five|numerous|view|views|reasoning|approach|position"
    r"|line|conclusion|rule|consensus|taken|adopted|reached|expressed|followed|decisions)[ -])+"
    r"(?:circuits|courts(?: of appeals?)?|jurisdictions|states|authorit(?:y|ies)|decisions|cases))"
)

WRONG = (  # what reasoning is that a court will not have
    r"(?:wrong(?:ly decided|-headed|headed)?|mistaken|incorrect|erroneous|in error|unsound|flawed|misguided|untenable|unconvincing|indefensible|unfounded|faulty|defective"
    r"|fallacious|circular|illogical|anomalous|aberrant|an (?:anomaly|aberration|outlier)|unworkable|inexplicable|insupportable|unsupportable|unsupported"
    r"|ill[- ](?:considered|reasoned|advised|conceived|founded)|(?:poorly|badly|inadequately) (?:reasoned|supported|explained)|over-?(?:broad|inclusive|simplified|stated)"
    r"|simplistic|misplaced|misleading|unhelpful|unfortunate|problematic|troubling|troublesome|disturbing|puzzling|conclusory|cursory|imprecise|inaccurate|inartful|unclear)"
)
WORTH = (  # what is doubted of a decision
    r"(?:(?:the|its|their) (?:[\w-]+ ){0,2}?(?:correctness|validity|vitality|wisdom|soundness|viability|legitimacy|force|authority|propriety|strength|underpinnings?|foundations?"
    r"|basis|premises?|logic|weight|value|status|scope|reach|rationale|accuracy|usefulness|reasoning|approach|rule|holding)(?: and \w+)? (?:of|in) )?"
)
ALIKE = (  # a case like this one: the same question, a closely analogous situation
    r"(?:(?:an?|the|this|that|just|such|very|much|essentially|virtually|substantially|precisely|exactly|almost|nearly|closely|somewhat|strikingly|remarkably|quite"
    r"|factually|materially|practically|legally) ){0,3}(?<!superficially )(?:same|similar|identical|analogous|comparable|parallel|indistinguishable|like)(?: \w+)?"
    r" (?:facts?|fact patterns?|situations?|circumstances|questions?|issues?|claims?|arguments?|problems?|cases?|contentions?|challenges?|scenarios?|statutes?|provisions?"
    r"|language|clauses?|propositions?|instructions?|theor(?:y|ies)|conduct|agreements?|contracts?|polic(?:y|ies)|facts and circumstances)\b"
)
REFUSE = (
    r"(?:declin(?:e|es|ed) (?:[\w']+ ){0,5}?|refuses? to (?:\w+ )?|(?:do|does|will|shall) not (?:\w+ly )?|cannot (?:\w+ly )?|can not |(?:are|am|is) (?:unable|unwilling|disinclined|reluctant"
    r"|not (?:\w+ly )?(?:able|willing|inclined|prepared|disposed|ready)) to |(?:see|find|perceive|discern)s? no (?:\w+ )?(?:reason|basis|cause|need) (?:to|for) |chooses? not to |opts? not to )"
)

NEAR = (  # a named case in the words of those who recount: "our decision in X", "the cases of X and Y"
    rf"(?:(?:the|our|this|its|an?|his|her|their|that|those|these|two|three|several|such|other|cases|decisions|[\w.]+'s)\b[^,;.\ue000]{{0,80}} )?(?P<obj>{CASES})"
)
PARTY = (  # who argues; a name alone is a party's where no court or judge has it
    r"(?:(?<!for )(?:appell(?:ants?|ees?)|petitioners?|respondents?|plaintiffs?|defendants?|the (?:government|prosecution|people|commonwealth|company|city|county|union|bank|employer|insurer|insured|carrier"
    r"|debtors?|trustee|taxpayers?|parties|husband|wife|mother|father|claimants?|movants?|defense|attorney general|state(?! (?:supreme|appellate|trial|courts?)))|(?:learned )?counsel(?: for [\w' ]{3,25}?)?|amic(?:i|us)|s?he(?= (?:\w+ )?(?:relies|cites|points|invokes|finds|seeks|also|draws|looks)\b)"
    r"|(?<!justice )(?<!judge )(?-i:(?!(?:Court|Circuit|Appeals|Division|Panel|Congress|Commission|Board|Tribunal|Bench|Master|Magistrate|Justice|Judge|It|He|She|This|That|We|They|Both|Each)\b)[A-Z][a-z][\w.&'-]*))(?:'s?)?)"
)

MACROS = {
    "near": NEAR,
    "party": PARTY,
    "case": rf"(?P<obj>{NAMED}|{COURT}|{ANAPHOR})",
    "that": rf"(?P<obj>{NAMED}|{COURT}|{THAT_CASE})",
    "named": rf"(?P<obj>{NAMED})",
    "chained": rf"(?P<obj>{CHAINED})",
    "other": rf"(?P<also>{NAMED}|{COURT}|{ANAPHOR})",
    "agent": rf"(?P<agent>{CASE}(?:'s)?)",
    "cases": rf"(?P<obj>{NAMED}|both (?:cases|decisions)|these (?:\w+ )?(?:cases|decisions)|(?:the|those) (?:two )?(?:cases|decisions|holdings)|they|them)",
    "court": rf"(?P<obj>{COURT})",
    "we": r"(?P<we>(?:we|i|this court|the court)(?:,[^,;]{1,40},)?(?: now| hereby| therefore| also| must| here)*)",
    "be": r"(?:is|are|was|were|be|been|being|am)",
    "adv": r"(?:(?:\w+ly|now|hereby|therefore|thus|also|again|further|today|quite|no longer|here|very|so|rather|still|equally|somewhat|clearly|in fact),? ){0,3}",
    "aside": r"(?:(?:,|(?<=,))[^,;]{1,90},)?",
    "noun": NOUN,
    "here": HERE,
    "the_case": THE_CASE,
    "sound": SOUND,
    "nearest": NEAREST,
    "courts": COURTS,
    "these_rules": rf"(?P<obj>{THESE_RULES})",
    "wrong": WRONG,
    "worth": WORTH,
    "refuse": REFUSE,
    "own": r"(?:we|i|this court)",
    "whose": r"(?P<by>(?:(?:the|our) )?(?:[\w.]+ ){0,3}?(?:court|circuit|appeals|panel|majority|plurality|dissent|concurrence|judge|justice|chancellor|colleague)s?)'s?(?: own)?(?: \w+)?",
    "alike": ALIKE,
    "any": r"[^;.?\ue000]{0,60}?",
    "gap": r"[^;?\ue000]{0,90}?",
    "ours": rf"(?:{THE_CASE}|the [\w'-]+(?: [\w'-]+)? {HERE})",
    "facet": r"(?:(?:in|under|(?:the|that|those|any|its|our|what) (?:(?:[\w'-]+,?|\ue000) ){0,12}?(?:in|of|by|from|under)) )?",
    "grade": r"(?:(?:\w+ly|very|quite|so|much|far|also|thus|therefore|all|both|of|just|rather|somewhat|at all|nonetheless|indeed|no less|likewise|still),? ){0,3}",
    "apart": APART,
    "involved": INVOLVED,
}

UNNAMED = {  # what a passage must hold, if it names no case, for a row with this macro to mean one
    "case": re.compile(rf"\b(?:{COURT}|{ANAPHOR})", re.IGNORECASE),
    "court": re.compile(rf"\b(?:{COURT})", re.IGNORECASE),
    "that": re.compile(rf"\b(?:{COURT}|{THAT_CASE})", re.IGNORECASE),
}

IRREGULAR = {
    "hold": "hold|holds|held|holding",
    "find": "find|finds|found|finding",
    "withdraw": "withdraw|withdraws|withdrew|withdrawn|withdrawing",
    "misread": "misread|misreads|misreading",
    "cast": "cast|casts|casting",
    "undercut": "undercut|undercuts|undercutting",
    "say": "say|says|said|saying",
    "teach": "teach|teaches|taught|teaching",
    "make": "make|makes|made|making",
    "go": "go|goes|went|going",
    "understand": "understand|understands|understood",
    "err": "err|errs|erred|erring",
    "overrule": "over-?rules?|over-?ruled|over-?ruling",
    "limit": "limit|limits|limited|limiting",
    "rely": "rely|relies|relied|relying",
    "question": "question|questions|questioned|questioning",
    "apply": "apply|applies|applied|applying",
    "reject": "reject|rejects|rejected|rejecting",
}

BEHIND = re.compile(r"\(\?<[=!][^()]*\)")
"""What must or must not stand before: of one width, so that a space in it is one space."""

Object = Literal[
    "verb",
    "group",
    "antecedent",
    "agent",
    "described",
    "contrasted",
    "following",
    "supporting",
    "recited",
    "courts",
    "invoked",
    "told",
    "unshared",
    "asked",
]


@dataclass(frozen=True)
class Row:
    """One way of saying one treatment. ``object`` tells where the case stands that it is done to."""

    id: str
    label: TreatmentLabel
    cue: tuple[str, ...]
    match: str
    object: Object
    actor: Actor | None
    scope: Scope | None
    own: bool
    negated: bool
    difference: bool
    confidence: float
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """``match`` compiled; only when it is first needed, for a hundred long patterns take a third of a second."""
        return re.compile(rf"(?<![\w-]){expand(self.match)}(?!\w)", re.IGNORECASE)

    def may_mean_a_case(self, words: str) -> bool:
        """Whether masked ``words`` hold anything that the row could take for a case: asked first, for it is asked cheaply."""
        return CASE in words or self._unnamed is None or any(_unnamed(macro, words) for macro in self._unnamed)

    @cached_property
    def _unnamed(self) -> tuple[str, ...] | None:
        macros = set(re.findall(r"\{([a-z]\w+)\}", self.match))
        if self.object != "group" or "(?P<obj" in self.match or macros & {"cases", "these_rules"}:
            return None
        return tuple(sorted(macros & UNNAMED.keys()))


@lru_cache(maxsize=64)
def _unnamed(macro: str, words: str) -> bool:
    """Asked by one row after the other of the same words."""
    return UNNAMED[macro].search(words) is not None


def inflect(lemma: str, form: str | None) -> str:
    """Alternation of a regular verb's forms, or only its participle for ``form == "ed"``.

    >>> inflect("disapprove", None), inflect("distinguish", "ed")
    ('(?:disapprov(?:es?|ed|ing))', 'distinguished')
    """
    if lemma in IRREGULAR:
        return f"(?:{IRREGULAR[lemma]})"
    if lemma.endswith("e"):
        stem, endings = lemma[:-1], ("es?", "ed", "ing")
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        stem, endings = lemma[:-1], ("y|ies", "ied", "ying")
    else:
        stem, endings = lemma, ("e?s|", "ed", "ing")
    if form == "ed":
        return stem + endings[1]
    return f"(?:{stem}(?:{'|'.join(endings)}))"


OBJECT_NEXT = re.compile(r"(?<=[a-z)?]) \{(?:case|that|named|near|chained)\}")
ASIDE = "(?:, (?:however|moreover|nonetheless|nevertheless|instead|in turn|too|for example|(?:ante|post|supra),? at [\\w-]{1,9}(?:,? nn?\\. ?[\\d-]+)?),)?"
"""What may come between a verb and the case it governs."""


def expand(match: str) -> str:
    """The regular expression that a row's shorthand stands for."""
    text = re.sub(r"(?<!P)<(\w+)(?::(\w+))?>", lambda m: inflect(m[1], m[2]), match)
    text = OBJECT_NEXT.sub(lambda m: ASIDE + m[0], text)
    text = re.sub(r"\{([a-z]\w+)\}", lambda m: MACROS[m[1]], text)
    seen: Counter[str] = Counter()

    def numbered(m: re.Match[str]) -> str:  # a group name may be used once: the second {case} is obj2
        seen[m[1]] += 1
        return f"(?P<{m[1]}{seen[m[1]] if seen[m[1]] > 1 else ''}>"

    text = re.sub(r"\(\?P<([a-z]+)\d?>", numbered, text)
    text = BEHIND.sub(lambda m: m[0].replace(" ", r"\s"), text)
    for noun, told in MARKED.items():
        text = text.replace(noun, told)
    return text.replace(" ?", r"\s*").replace(" ", r"\s+")


def _row(data: dict[str, Any]) -> Row:
    match = data["match"]
    return Row(
        id=data["id"],
        label=cast(TreatmentLabel, data["label"]),
        cue=tuple(data["cue"]),
        match=match,
        object=data.get("object", "group"),
        actor=data.get("actor"),
        scope=data.get("scope"),
        own=data.get("own", False),
        negated=data.get("negated", False),
        difference=data.get("difference", False),
        confidence=data.get("confidence", 0.8),
        examples=tuple(data["examples"]),
        counterexamples=tuple(data["counterexamples"]),
    )


def span(m: re.Match[str], group: str) -> tuple[int, int] | None:
    """Where a group of a row's match stands, under whichever of its numbers it was matched."""
    return next((m.span(name) for name in m.re.groupindex if name.rstrip("0123456789") == group and m[name]), None)


@cache
def _table() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(files(__package__).joinpath("treatments.toml").read_text(encoding="utf-8"))


@cache
def rows() -> tuple[Row, ...]:
    """Every row of the table, in its order: an earlier row wins over a later one on the same words."""
    return tuple(_row(data) for data in _table()["row"])


@dataclass(frozen=True)
class Entry:
    """One kind of history clause or parenthesis."""

    label: TreatmentLabel
    match: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@cache
def entries(section: Literal["history", "parenthesis"]) -> tuple[Entry, ...]:
    """The entries of a section, in the order in which they are tried."""
    return tuple(
        Entry(data["label"], data["match"], tuple(data["examples"]), tuple(data["counterexamples"]))
        for data in _table()[section]
    )


@cache
def by_signal() -> dict[str, TreatmentLabel]:
    """Signal → the treatment it makes."""
    return {signal: data["label"] for data in _table()["signal"] for signal in data["signals"]}
