"""What the disposition does to the decision under review, where the opinion cites it: *AFFIRMED* treats the decision below.

The disposition names no case. It is told which by a citation of the same parties in a court that the
court at hand reviews or, in the Supreme Court, whose style gives the decisions of the case at hand
without a name (*The Court of Appeals affirmed. 12 F. 3d 345 (CA9 1993)*), by such a citation. Where two
decisions could be meant, none is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citator.corpus.citations.short_names import same_parties
from citator.corpus.model import Citation, Decision, Scope, Target, Treatment, TreatmentLabel
from citator.corpus.treatments import actors, guards, history
from citator.corpus.treatments.passages import Passage
from citator.corpus.treatments.scene import HIGHEST, Scene

_LABELS: dict[str, TreatmentLabel] = {"affirm": "affirms", "revers": "reverses", "vacat": "vacates"}
_VERBS = "affirm|revers|vacat"
_JUDGED = r"(?:judgments?|decisions?|orders?|decrees?|rulings?|convictions?|sentences?)"
_THE = r"(?:the|its|that|their|this|his|her|both|these|\w+'s?)"
_DISPOSES = re.compile(
    rf"\b(?:we|this court)\b,? (?:(?:must|therefore|thus|accordingly|hereby|now|also|hence|consequently),? |[^;\ue000\"]{{0,60}}? and (?:\w+ly |now )?|granted [^;\"]{{0,60}}? and (?:we )?(?:now )?)?(?P<own>{_VERBS})e?\b"
    rf"(?= (?:and (?:remand|dismiss|vacate|reverse|set aside)|in part|{_THE} (?:[\w.',’-]+ ){{0,12}}?{_JUDGED}|(?:on|for|the) [\w ]*(?:grounds?|court|circuit|reasons)\b)|[,;.]|$)"
    rf"|\b{_THE} (?:[\w.',’-]+ ){{0,6}}?{_JUDGED}\b[^;:\"]{{0,160}}?\b(?:(?:is|are)|must be|ordered[^;]*? be)(?:,? (?:therefore|accordingly|hereby|thus|hence|and)\b,?)*(?: is)?(?: hereby)? (?P<passive>{_VERBS})ed\b"
    rf"|^\W*(?:no[.s] [\d-]+, )?(?P<alone>{_VERBS})ed\b(?=(?:[\s,.;]+(?:and|in|part|affirmed|reversed|vacated|remanded|dismissed|as|modified|case|cause|with|instructions|directions|it|is|so|ordered))*\W*$)",
    re.IGNORECASE,
)
_VERB = re.compile(_VERBS, re.IGNORECASE)
_IN_PART = re.compile(r"\b(?:in part|(?:that|those) (?:parts?|portions?)|insofar as|to the extent)\b", re.IGNORECASE)
_OWN_VIEW = re.compile(r"\b(?:in my|I|my)\b")
_TRIAL = re.compile(r"(?:district|trial|superior|county|bankruptcy|chancery) court\b|court of claims", re.IGNORECASE)
_APPELLATE = re.compile(
    r"courts? of (?:criminal |civil )?appeals?|\bcircuit\b|supreme (?:judicial )?court|appellate (?:court|division)",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:courts?|circuit|panel|tribunal|judge|board|commission)\b", re.IGNORECASE)
_LEADING = frozenset({"lead", "plurality", "per_curiam"})
_CIRCUIT = re.compile(r"ca(?:\d+|dc|fc)")
_BEFORE = 800
"""How far before a citation, in characters, the court below is spoken of."""
_LAST = 4
"""Years between a decision and its review, at most."""
_DATED = 1940
"""Since when the Supreme Court gives the years of decisions."""
_LONGEST = 1500
"""Characters of a sentence that disposes of a case."""


def find(scene: Scene, found: Sequence[Treatment]) -> list[Treatment]:
    """What the court at hand does with the decision it reviews, unless ``found`` says so already of a case by name."""
    candidates = list(_candidates(scene))
    if not candidates:
        return []
    known = {(t.treatment, target.authority) for t in found for target in t.targets if t.actor == "this_court"}
    last: dict[TreatmentLabel, tuple[Passage, Scope]] = {}  # the last word counts
    for passage, label, scope in _dispositions(scene):
        last[label] = (passage, scope)
    closing = scene.opinion.decision.disposition or ""
    final = {passage for label, (passage, _) in last.items() if label.removesuffix("s") in closing}
    made = []
    for label, (passage, scope) in last.items():
        below = _meant(scene, candidates, passage)
        if below is None or (label, below.authority) in known or (final and passage not in final):
            continue
        made.append(_treatment(passage, below, label, scope))
    return made


def _candidates(scene: Scene) -> Iterator[Citation]:
    """Each decision in the case at hand of a court that the court at hand reviews, where it is first cited in full."""
    decision = scene.opinion.decision
    seen: set[str | None] = {decision.citation, *decision.other_citations}
    heads = {citation.history_of for citation in scene.citations}
    for citation in scene.citations:
        if citation.kind not in ("full_case", "docket") or citation.parallel_of is not None:
            continue
        part = scene.opinion.part_at(citation.start)
        if citation.authority in seen or citation.within is not None or citation.depth:
            continue
        if part is not None and part.kind not in _LEADING and part.kind != "syllabus":
            continue
        chained = citation.history_of is not None or citation.start in heads
        if chained and citation.year is None and (decision.year or 0) > _DATED:
            continue  # the last link of a chain alone has a year
        if _reviewable(decision, citation) and _of_this_case(scene, decision, citation):
            seen.add(citation.authority)
            yield citation


def _reviewable(decision: Decision, citation: Citation) -> bool:
    """Whether the court at hand may review a decision: it is of another court, no higher one, and not too old."""
    ours, its = decision.court, citation.court
    if its == "scotus" or (its is not None and its == ours):
        return False
    if decision.year is not None and citation.year is not None and not 0 <= decision.year - citation.year <= _LAST:
        return False
    if ours == "scotus":
        return True
    if ours is None:
        return its is not None and "app" in its
    if HIGHEST.fullmatch(ours):
        return its is not None and its.startswith(ours)
    return _CIRCUIT.fullmatch(ours) is not None and _rank(citation) == 2


def _of_this_case(scene: Scene, decision: Decision, citation: Citation) -> bool:
    """Its name or, in the Supreme Court, the want of one tells so, and a court is spoken of before it."""
    text, start = scene.opinion.text, min(citation.full.start, citation.start)
    if _TOLD.search(text, max(0, start - _BEFORE), start) is None or citation.signal not in (None, "see"):
        return False
    if citation.name is not None:
        return decision.name is not None and same_parties(decision.name, citation.name)
    head = scene.by_start.get(citation.history_of) if citation.history_of is not None else None
    return decision.court == "scotus" and (head is None or head.name is None)


def _rank(citation: Citation) -> int:
    """1 for a decision of an appellate court, 2 for a trial court's; 1 where that is not told."""
    court = citation.court or ""
    appellate = _CIRCUIT.fullmatch(court) or HIGHEST.fullmatch(court) or "app" in court
    return 2 if history.TRIALS.match(citation.cite or "") or (court and not appellate) else 1


def _meant(scene: Scene, candidates: Sequence[Citation], passage: Passage) -> Citation | None:
    """The one decision that the words of a disposition can mean: the last of the highest court below, or of the court named."""
    ranks = {_rank(citation) for citation in candidates}
    rank = min(ranks)
    if (
        _TRIAL.search(passage.masked)
        and not _APPELLATE.search(passage.masked)
        and scene.opinion.decision.court == "scotus"
    ):
        rank = 2
    these = [citation for citation in candidates if _rank(citation) == rank]
    years = [scene.year(citation.authority) or 0 for citation in these]
    if all(years):
        these = [citation for citation, year in zip(these, years, strict=True) if year == max(years)]
    told = these[0].name or these[0].start < passage.span.start if these else False
    return these[0] if len(these) == 1 and told else None


def _dispositions(scene: Scene) -> Iterator[tuple[Passage, TreatmentLabel, Scope]]:
    """Where the court's own opinion affirms, reverses or vacates, in its own voice."""
    text = scene.opinion.text
    for index, sentence in enumerate(scene.sentences):
        if len(sentence) > _LONGEST or not _VERB.search(text, sentence.start, sentence.end):
            continue
        passage = scene.passage(index)
        if passage.part is None or passage.part.kind not in _LEADING or passage.block or guards.question(passage):
            continue
        if scene.opinion.footnote_at(sentence.start) is not None or _OWN_VIEW.search(passage.masked):
            continue
        verbs = {
            m[m.lastgroup or 0].lower(): m.start(m.lastgroup or 0)
            for m in _DISPOSES.finditer(passage.masked)
            if _in_earnest(passage, m.start(m.lastgroup or 0))
        }
        if verbs and _IN_PART.search(passage.masked, min(verbs.values())):
            verbs |= {m[0].lower(): m.start() for m in _VERB.finditer(passage.masked, min(verbs.values()))}
            yield from ((passage, _LABELS[verb], "in_part") for verb in verbs)
        else:
            yield from ((passage, _LABELS[verb], "full" if len(verbs) == 1 else "in_part") for verb in verbs)


def _in_earnest(passage: Passage, at: int) -> bool:
    """The court itself says so, and not of what might be or of what others did."""
    refused = guards.quoted, guards.negated, guards.hypothetical, guards.argued, actors.reported_voice
    return not any(guard(passage, at) for guard in refused)


def _treatment(passage: Passage, below: Citation, label: TreatmentLabel, scope: Scope) -> Treatment:
    return Treatment(
        treatment=label,
        actor=actors.own(passage.part),
        targets=(Target(below.authority, below.name, below.start),),
        evidence=passage.span,
        part=passage.part.id if passage.part else "",
        rule="disposition",
        scope=scope,
        basis="implied",
        confidence=0.9,
    )
