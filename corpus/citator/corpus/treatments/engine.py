"""The order of work: find cue words in the whole text, read only their sentences, try only their rows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from citator.corpus.model import (
    TREATMENTS,
    Actor,
    Citation,
    Decision,
    Document,
    Opinion,
    Part,
    Span,
    Treatment,
    TreatmentLabel,
)
from citator.corpus.treatments import below, courts_below, cues, direct, grammar, history, parentheticals, under_review
from citator.corpus.treatments.phrases import Row, rows
from citator.corpus.treatments.scene import Scene

NAME = re.compile(
    r"\b(?:(?:(?-i:[A-Z])[\w.'&’-]+,? ){0,4}[\w.'&’-]+ v\.? (?:(?-i:[A-Z])[\w.'&’-]+,? ?(?:of |& |and )?){0,5}(?:[\w.'&’-]+)"
    r"|in re (?:[\w.'&’-]+ ){0,2}[\w.'&’-]+|ex parte [\w.'&’-]+)"
    r"(?:,? (?:supra|ante)\b)?",
    re.IGNORECASE,
)
CITE = re.compile(
    r"\(?\b\d{1,4} [A-Za-z][\w. ']{0,18}? ?\d{1,5}\b(?:, (?:at )?[\d-]+)*\)?(?:,? \d{1,4} [A-Za-z][\w. ]{0,14} \d{1,5}\b)*",
    re.IGNORECASE,
)

RECITED = "in-case-we-held"
"""The row that takes a holding told, and not turned from, for one followed."""
UNDONE: frozenset[TreatmentLabel] = frozenset(["overrules", "abrogates", "superseded"])
INVOKED = re.compile(r"\b(?:cases|decisions|authorities)\b[^.;]{0,40}?\b(?:cite[sd]?|rel(?:y|ies|ied)|invoked)\b")
"""Words that mean cases which somebody cited any number of sentences before."""
BEHIND, AHEAD = 900, 200
"""How far before and after a sentence, in characters, the case may be named that it speaks of."""

LONGEST = 6000
"""Characters; what is longer was never a sentence, and its cost would grow with the square of its length."""
ACTS = r"(?!(?:overrul|disapprov|abrogat|reject|reced|disavow|abandon|that|which|we|is|are|was|were|has|have)\w*\b)"
DESCRIBED = re.compile(
    rf"\b(?:(?:the|our|this court's|any|all|those|these|such|that|prior|previous|earlier|older|[\w/-]+'s) (?!(?:instant|present|case at) )(?:{ACTS}[\w/-]+ ){{0,5}}?"
    r"(?:holdings?|decisions?|opinions?|cases|precedents?|dicta|dictum|progeny|approach|interpretation|construction|rule|language|view|case)\b(?! to )"
    rf"(?: (?:in|of|by|from|announced in|set forth in|enunciated in) (?!this\b|the (?:district|trial|lower)|error|law\b|fact\b|light\b){ACTS}[\w.'-]+(?:(?:,? and|,) {ACTS}[\w.'-]+){{0,2}})?"
    r"|[\w-]+(?: and|,) (?:similar|related|other such) cases"
    r"|(?:(?<=much of )|(?<=portion of )|(?<=part of ))(?!the\b|this\b|that\b|an?\b|his\b|our\b)[\w'-]+)(?=[ ,.;])",
    re.IGNORECASE,
)


CALLED = re.compile(  # a name in lower case that nothing but its place tells
    r"(?:(?<=\berred in )|(?<=\bwe modify )|(?<=\bhereby modify )|(?<=\bto the extent that )|(?<=\bto the extent )|(?<=\binsofar as ))(?!(?:the|this|that|our|any|it|they|an?|such|these|those)\b)(?:[\w'-]+ ?){1,3}?(?=[ ,](?:suggest|hold|stat|impl|require|conflict|and\b|to\b))"
    r"|(?:^|(?<=, ))(?!(?:it|this|that|he|she|which|there)\b)[\w'-]+(?: [\w'-]+)?(?= (?:is|are) (?:hereby )?(?:in (?:direct )?conflict with|modified (?:as|to|accordingly)))",
    re.IGNORECASE,
)
OWN_OR_DICTUM = re.compile(r"(?:our|this court's)\b|.*\bdict(?:um|a)$", re.IGNORECASE)


def find(
    opinion: Opinion, citations: Sequence[Citation], sentences: Sequence[Span], *, explain: bool = False
) -> tuple[Treatment, ...]:
    """Every treatment in ``opinion``, in the order of the text; each evidence span is a range of ``opinion.text``.

    ``sentences`` must be in order and not overlap. With ``explain`` a treatment's ``trace`` tells
    which guards were tried.
    """
    scene = Scene(opinion, citations, sentences)
    found: list[Treatment] = []
    for index, tried in cued(scene):
        passage = scene.passage(index)
        if passage.part is not None and passage.part.kind == "syllabus":
            continue
        acts = [act for row in tried for act in grammar.treat(scene, passage, row, explain=explain)]
        found += strongest(acts)
    found += history.find(scene)
    found += history.told(scene)
    found += parentheticals.find(scene)
    taken = {t.evidence for t in found if t.actor != "party"}
    found += direct.find(scene, taken)
    reviewed = under_review.decisions(scene)
    found += below.find(scene, reviewed, found)
    found += courts_below.find(scene, reviewed, found)
    found = [grammar.stamped(t, scene) for t in withdrawn(found)]
    return tuple(sorted(set(found), key=lambda t: (t.evidence, TREATMENTS.index(t.treatment), t.actor, str(t.targets))))


def withdrawn(found: Sequence[Treatment]) -> list[Treatment]:
    """``found`` without what is only inferred of a case that the same author treats expressly to the contrary elsewhere."""
    against: dict[tuple[Actor, str | None], set[TreatmentLabel]] = defaultdict(set)
    for treatment in found:
        if treatment.polarity == "negative" and treatment.basis != "signal":
            for target in treatment.targets:
                against[treatment.actor, target.authority].add(treatment.treatment)

    def stands(treatment: Treatment) -> bool:
        told = [against.get((treatment.actor, target.authority), set()) for target in treatment.targets]
        if treatment.rule == RECITED:
            return not all(told)
        return treatment.rule != "supported-statement" or not all(labels & UNDONE for labels in told)

    return [treatment for treatment in found if stands(treatment)]


def classify(sentence: str) -> Treatment | None:
    """The weightiest treatment that one sentence tells, judged by itself; ``None`` when it tells none.

    >>> classify("We overrule Smith v. Jones, 1 U.S. 2, to the extent it holds otherwise.").treatment
    'overrules'
    >>> classify("The objection was overruled.") is None
    True
    """
    sentence = sentence[:LONGEST]
    text = Span(0, len(sentence))
    document = Document("-", "", "sentence", sentence)
    part = Part("lead", "lead", None, 0, len(sentence))
    opinion = Opinion(document, Decision(), (part,), (), (), (text,))
    scene = Scene(opinion, _crude(sentence), (text,))
    found: list[Treatment] = []
    for row in rows():
        if any(cue in sentence.lower() for cue in row.cue):
            found += grammar.treat(scene, scene.passage(0), row, loose=True)
    weightiest = min(found, key=lambda t: TREATMENTS.index(t.treatment), default=None)
    if weightiest is None or (weightiest.treatment, weightiest.actor) != ("declines_to_follow", "this_court"):
        return weightiest
    own = any(OWN_OR_DICTUM.match(target.name or "") for target in weightiest.targets)
    return replace(weightiest, treatment="disapproves") if own else weightiest  # one's own is not declined to follow


def _crude(sentence: str) -> list[Citation]:
    """Case names and cites of a sentence that nobody has read for citations."""
    spans = [m.span() for pattern in (NAME, CITE, DESCRIBED, CALLED) for m in pattern.finditer(sentence)]
    found: list[Citation] = []
    for start, end in sorted(spans):
        if found and start <= found[-1].full.end + 2:
            head = found.pop()
            end, start = max(end, head.full.end), head.start
        found.append(Citation(Span(start, end), "name_ref", Span(start, end), name=sentence[start:end]))
    return found


def cued(scene: Scene) -> Iterable[tuple[int, list[Row]]]:
    """Sentences that hold a cue near a case, with the rows to try there in the order of the table."""
    near = [
        index
        for index, sentence in enumerate(scene.sentences)
        if len(sentence) <= LONGEST
        and (
            scene.refs_between(sentence.start - BEHIND, sentence.end + AHEAD)
            or INVOKED.search(scene.opinion.text, sentence.start, sentence.end)
        )
    ]
    near = [index for index in near if not _mere_citation(scene, index)]
    for i, found in cues.tried([scene.words(index) for index in near]):
        yield near[i], found


def _mere_citation(scene: Scene, index: int) -> bool:
    """A sentence that is all citation; its parentheses are read elsewhere."""
    start, end = scene.sentences[index].start, scene.sentences[index].end
    cited = sum(min(ref.end, end) - ref.start for ref in scene.refs_between(start, end))
    return bool(cited) and end - start - cited < 10


def strongest(found: Sequence[Treatment]) -> list[Treatment]:
    """One act a case in a sentence: of several of the same actor and polarity the weightiest is kept."""
    kept: list[Treatment] = []
    for treatment in sorted(found, key=lambda t: TREATMENTS.index(t.treatment)):
        if not any(_same_act(treatment, other) for other in kept):
            kept.append(treatment)
    return kept


def _same_act(a: Treatment, b: Treatment) -> bool:
    if "party" in (a.actor, b.actor) and a.actor != b.actor:
        return False  # a party's act says nothing of what the court tells besides
    if a.polarity != "neutral" and (a.actor != b.actor or a.polarity != b.polarity):
        return False  # whatever is said neutrally goes without saying beside an act
    return bool({t.authority for t in a.targets} & {t.authority for t in b.targets})
