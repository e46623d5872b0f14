"""Treatments in, splits out: a court that goes another way than others divides a question, or settles it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from citator.corpus.model import Reading, Span, Treatment
from citator.graph.courts import Bench, may_overrule
from citator.graph.identity import Identity, Register
from citator.graph.nodes import court_iri, treatment_iris
from citator.graph.sheet import Sheet, iri
from citator.graph.statements import OF_THE_COURT
from citator.graph.vocabulary import C, Iri

Act = tuple[Iri, Treatment]
_GOES_ANOTHER_WAY = frozenset({"declines_to_follow", "disapproves", "criticizes", "contrasts", "overrules"})


def state_splits(sheet: Sheet, readings: Iterable[Reading], texts: Sequence[str], register: Register) -> None:
    """A split for each passage in which a court itself goes another way than the decisions it names."""
    for text, reading in zip(texts, readings, strict=True):
        parts = {part.id: part.kind for part in reading.opinion.parts}
        passages: defaultdict[Span, list[Act]] = defaultdict(list)
        for act in treatment_iris(text, reading.treatments):
            treatment = act[1]
            own_act = treatment.actor == "this_court" and parts.get(treatment.part) in OF_THE_COURT
            if own_act and treatment.treatment in _GOES_ANOTHER_WAY:
                passages[treatment.evidence].append(act)
        for evidence, acts in passages.items():
            _state(sheet, evidence, acts, reading, text, register)


def _state(sheet: Sheet, evidence: Span, acts: Sequence[Act], reading: Reading, text: str, register: Register) -> None:
    own = register.own(text)
    meant = (register.meant(text, target.authority) for _, treatment in acts for target in treatment.targets)
    against = [other for other in meant if other is not None and other is not own and other.kind == own.kind]
    if not against:
        return
    name = f"split-{text}-{evidence.start}-{evidence.end}"
    # The point of law as the passage puts it; the passage, where it does not say.
    point = next((treatment.proposition for _, treatment in acts if treatment.proposition is not None), evidence)
    split = sheet.thing(iri(name), C.Split, question=" ".join(point.of(reading.text).split()))
    for node, _ in acts:
        sheet.add(split, C.statedIn, node)
    sides = (_side(sheet, f"{name}-for", [own]), _side(sheet, f"{name}-against", against))
    for side in sides:
        sheet.add(split, C.side, side)
    if all(may_overrule(_bench(own), _bench(other)).answer == "yes" for other in against):
        sheet.thing(split, resolvedBy=iri(own.slug), prevailing=sides[0])


def _side(sheet: Sheet, name: str, members: Sequence[Identity]) -> Iri:
    side = sheet.thing(iri(name), C.Side)
    for member in members:
        sheet.add(side, C.member, iri(member.slug))
        sheet.add(side, C.memberCourt, court_iri(member.court) if member.court else None)
    return side


def _bench(decision: Identity) -> Bench:
    return Bench(decision.court, decision.en_banc, decision.date or (str(decision.year) if decision.year else None))
