"""What the disposition does to the decision under review, where the opinion cites it: *AFFIRMED* treats the decision below.

The disposition names no case. It is told which by the court or agency it speaks of, or the number of a case;
where two decisions could be meant, none is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citator.corpus.citations.short_names import same_parties
from citator.corpus.model import Target, Treatment
from citator.corpus.treatments import actors, dispositions, under_review
from citator.corpus.treatments.dispositions import Act
from citator.corpus.treatments.scene import Scene
from citator.corpus.treatments.under_review import AGENCY, TRIAL, Below

_TRIAL = re.compile(r"(?:district|trial|superior|county|bankruptcy|chancery) court\b|court of claims", re.IGNORECASE)
_APPELLATE = re.compile(
    r"courts? of (?:criminal |civil )?appeals?|\bcircuit\b|supreme (?:judicial )?court|appellate (?:court|division)",
    re.IGNORECASE,
)
_APPEALED = re.compile(
    r"\b(?:the|that)\s+(?:court\s+of\s+appeals|\w+\s+circuit)(?:\s+\w+){0,2}?\s+(?:affirm|revers|vacat|remand|(?:dis)?agreed|dismiss|h[eo]ld)",
    re.IGNORECASE,
)
_OF_AN_AGENCY = re.compile(
    rf"(?:{under_review.AGENCIES.pattern})(?:'s|')? (?:\w+ )?(?:orders?|decisions?|rulings?)", re.I
)


def find(scene: Scene, candidates: Sequence[Below], found: Sequence[Treatment]) -> list[Treatment]:
    """What the court at hand does with the decision it reviews, unless ``found`` says so already of a case by name."""
    if not candidates:
        return []
    known = {(t.treatment, target.authority) for t in found for target in t.targets if t.actor == "this_court"}
    last: dict[tuple[str, frozenset[str], bool], Act] = {}  # the last word counts
    for act in dispositions.acts(scene):
        last[act.label, act.dockets, act.agency] = act
    closing = scene.opinion.decision.disposition or ""
    final = {act.passage for act in last.values() if act.label.removesuffix("s") in closing}
    made: dict[tuple[str, str | None], Treatment] = {}
    for act in last.values():
        if final and act.passage not in final and not act.agency:
            continue
        for below in _meant(scene, candidates, act):
            case = act.label, below.citation.authority
            if case not in known:
                made.setdefault(case, _treatment(below, act))
    return list(made.values())


def _meant(scene: Scene, candidates: Sequence[Below], act: Act) -> list[Below]:
    """The decisions that the words of a disposition mean: the last of the highest court below, or of the court named."""
    ranks = {below.rank for below in candidates}
    rank, words = min(ranks), act.passage.masked
    if act.agency or (_OF_AN_AGENCY.search(words) and not _TRIAL.search(words) and not _APPELLATE.search(words)):
        rank = AGENCY
    elif rank == AGENCY and _TRIAL.search(words):
        return []
    elif _TRIAL.search(words) and not _APPELLATE.search(words) and scene.opinion.decision.court == "scotus":
        rank = TRIAL
    elif rank == TRIAL and scene.opinion.decision.court == "scotus" and _APPEALED.search(scene.opinion.text):
        return []  # the judgment under review is that of a court of appeals, which is not cited
    these = [below for below in candidates if below.rank == rank and not below.inferior]
    numbered = [below for below in these if below.docket]
    if numbered and act.dockets:
        these = [below for below in numbered if below.docket in act.dockets]
    elif len(numbered) < 2 or not act.several or rank == AGENCY:
        return _last(scene, these, act)
    else:
        these = numbered
    return list(
        {below.docket: below for below in sorted(these, key=lambda below: under_review.date(scene, below))}.values()
    )


def _last(scene: Scene, these: Sequence[Below], act: Act) -> list[Below]:
    """The last of several in one case, if it can be told; of an agency's *orders*, that and those it was asked to reconsider."""
    last = under_review.last(scene, these)
    if last is None:
        return []
    if last.citation.name is None and last.citation.start > act.passage.span.start and not last.alone:
        return []  # told of after the court disposed of the case
    name = last.citation.name
    if act.several and last.rank == AGENCY and name is not None:
        names = [(one, under_review.bare(one.citation.name)) for one in these if one.citation.name is not None]
        return [one for one, its in names if same_parties(its, under_review.bare(name))]
    return [last]


def _treatment(below: Below, act: Act) -> Treatment:
    passage, citation = act.passage, below.citation
    return Treatment(
        treatment=act.label,
        actor=actors.own(passage.part),
        targets=(Target(citation.authority, citation.name, citation.start),),
        evidence=passage.span,
        part=passage.part.id if passage.part else "",
        rule="disposition",
        scope=act.scope,
        basis="implied",
        confidence=0.9,
    )
