"""What the opinion says of the decision below where it names no case, but the court: *We agree with the Court of Appeals*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citator.corpus.model import Actor, Target, Treatment, TreatmentLabel
from citator.corpus.treatments import actors, guards, objects, under_review
from citator.corpus.treatments.passages import Passage
from citator.corpus.treatments.scene import HIGHEST, Scene
from citator.corpus.treatments.under_review import AGENCY, APPELLATE, TRIAL, Below

_COURT = (
    rf"(?:the |that )?(?:(?P<appeals>(?:united states )?(?:circuit )?court of (?:criminal |civil )?appeals(?: for the \w+ circuit)?|appellate (?:court|division))"
    rf"|(?P<circuit>(?:{'|'.join(objects.ORDINALS)}) circuit)|(?P<supreme>(?:[a-z]+ ){{1,2}}supreme (?:judicial )?court|supreme (?:judicial )?court of [a-z]+)"
    r"|(?P<trial>(?:federal |united states )?district court)|(?P<below>courts? below|lower court)|(?P<agency>board|commission|agency))\b(?: below)?(?:,? however,)?"
)
_WE = r"\b(?:we|i) (?:\w+ly |also |therefore |must |thus )?"
_ADVERB = r"(?:\w+ly |also |thus |therefore )?"
_WITH, _SUCH, _DID = r"(?:\w+ )?with ", r" (?:in|to|when|that|about)\b", r" (?:[a-z]+ed|held|found)\b"
_WORDS: tuple[tuple[TreatmentLabel, str], ...] = (
    ("approves", rf"{_WE}(?P<verb>agree|concur) {_WITH}{_COURT}(?!'s)(?! (?:of|in) )"),
    ("approves", rf"\b{_COURT} (?:was|were) {_ADVERB}(?P<verb>correct|right){_SUCH}"),
    ("approves", rf"\b{_COURT} (?:quite |very )?(?P<verb>correctly|properly|rightly){_DID}"),
    ("disapproves", rf"{_WE}(?P<verb>disagree) {_WITH}{_COURT}(?!'s)(?! (?:of|in) )"),
    ("disapproves", rf"(?P<verb>{_WE}(?:cannot|do not) agree) {_WITH}{_COURT}(?!'s)(?! (?:of|in) )"),
    ("disapproves", rf"\b{_COURT} {_ADVERB}(?P<verb>erred)\b"),
    ("disapproves", rf"\b{_COURT} (?:was|were) {_ADVERB}(?P<verb>wrong|mistaken|incorrect){_SUCH}"),
    ("disapproves", rf"\b{_COURT} (?P<verb>incorrectly|improperly|mistakenly|erroneously|wrongly){_DID}"),
)
_SAYS = tuple((label, re.compile(words, re.IGNORECASE)) for label, words in _WORDS)
_CUE = re.compile(r"agree|concur|correct|right|proper|erred|wrong|mistaken|erroneous", re.IGNORECASE)
_CLAIMED = re.compile(
    r"\b(?:contention|premise|argument|claim|ground|issue|question|charge|complaint|appeal|contest|assignment)s?(?:ed)?\b",
    re.IGNORECASE,
)  # whoever says so is a party, however it is put
_COURT_DID = re.compile(
    rf"^\W*(?:\w+,? )?{_COURT} (?:\w+ly |also |thus |therefore |has |had )?(?:held|concluded|found|reasoned|ruled|determined|rejected|recogni[sz]ed|decided)\b",
    re.IGNORECASE,
)
_SO_DO_WE = re.compile(
    r"^\W*(?:and )?(?:we|i) (?P<verb>agree)(?: with (?:that|this|its) (?:conclusion|holding|ruling|determination|reasoning|analysis|view|assessment))?\W*$",
    re.IGNORECASE,
)
_NOR_WE = re.compile(
    r"^\W*(?:but )?(?:we|i) (?:\w+ly )?(?P<verb>disagree)(?: with (?:that|this|its) (?:conclusion|holding|ruling|determination|reasoning|analysis|view|assessment))?\W*$",
    re.IGNORECASE,
)
_REPLIES: tuple[tuple[TreatmentLabel, re.Pattern[str]], ...] = (("approves", _SO_DO_WE), ("disapproves", _NOR_WE))
_LONGEST = 1500


def find(scene: Scene, candidates: Sequence[Below], found: Sequence[Treatment]) -> list[Treatment]:
    """What an author says of the decision below, unless ``found`` says already that it undoes it."""
    if not candidates:
        return []
    known = {(t.treatment, t.actor, target.authority) for t in found for target in t.targets}
    made: dict[tuple[TreatmentLabel, str, str | None], Treatment] = {}
    for passage, label, m in _said(scene):
        below = _meant(scene, candidates, passage, m)
        if below is None:
            continue
        actor, case = actors.own(passage.part), below.citation.authority
        undone = label == "disapproves" and any((act, actor, case) in known for act in ("reverses", "vacates"))
        if not undone and (label, actor, case) not in known:
            made.setdefault((label, actor, case), _treatment(below, passage, label, actor))
    return list(made.values())


def _said(scene: Scene) -> Iterator[tuple[Passage, TreatmentLabel, re.Match[str]]]:
    """The sentences that speak so of a court, in the author's own voice."""
    text = scene.opinion.text
    for index, sentence in enumerate(scene.sentences):
        if len(sentence) > _LONGEST or not _CUE.search(text, sentence.start, sentence.end):
            continue
        passage = scene.passage(index)
        if passage.block or guards.question(passage) or (passage.part and passage.part.kind == "syllabus"):
            continue
        if here := _here(passage):
            yield passage, *here
        elif before := next(iter(scene.before(index, 1)), None):
            for label, pattern in _REPLIES:
                told = _COURT_DID.match(before.masked) if pattern.match(passage.masked) else None
                if told is not None and not before.refs:
                    yield passage, label, told


def _here(passage: Passage) -> tuple[TreatmentLabel, re.Match[str]] | None:
    for label, pattern in _SAYS:
        for m in pattern.finditer(passage.masked):
            if passage.refs_within(0, m.start()) or _CLAIMED.search(passage.masked, 0, m.start()):
                continue  # another case may be spoken of
            refused = guards.quoted, guards.negated, guards.hypothetical, guards.argued, actors.reported_voice
            if not any(guard(passage, m.start("verb")) for guard in refused):
                return label, m
    return None


def _meant(scene: Scene, candidates: Sequence[Below], passage: Passage, m: re.Match[str]) -> Below | None:
    """The one decision below of the court spoken of, the last of several."""
    kind = next(name for name in ("appeals", "circuit", "supreme", "trial", "below", "agency") if m[name])
    ranks = [below.rank for below in candidates if not below.inferior]
    rank = {"trial": TRIAL, "agency": AGENCY, "below": min(ranks, default=0)}.get(kind, APPELLATE)
    these = [
        below
        for below in candidates
        if below.rank == rank and not below.inferior and _of(below, kind, m[kind].lower(), passage)
    ]
    return under_review.last(scene, these)


def _of(below: Below, kind: str, words: str, passage: Passage) -> bool:
    """The decision can be of the court so called."""
    court = below.citation.court
    if kind == "circuit":
        ordinal = words.split()[0]
        return court == objects.ORDINALS[ordinal] if court else ordinal in passage.reviewed
    if kind == "supreme":
        state = (
            words.removeprefix("supreme court of ")
            .removeprefix("supreme judicial court of ")
            .split(" supreme")[0]
            .removeprefix("the ")
        )
        return court is not None and HIGHEST.fullmatch(court) is not None and _begins(court, state)
    if kind == "appeals":
        return court is None or HIGHEST.fullmatch(court) is None
    return True


def _begins(court: str, state: str) -> bool:
    """Whether the letters of a court's short name are those of a state's, in their order: *vt*, *vermont*."""
    letters = iter(state)
    return court[0] == state[:1] and all(letter in letters for letter in court)


def _treatment(below: Below, passage: Passage, label: TreatmentLabel, actor: Actor) -> Treatment:
    citation = below.citation
    return Treatment(
        treatment=label,
        actor=actor,
        targets=(Target(citation.authority, citation.name, citation.start),),
        evidence=passage.span,
        part=passage.part.id if passage.part else "",
        rule=f"court-below:{label}",
        scope="in_part",
        basis="implied",
        confidence=0.9,
        actor_name=actors.mine(passage).name,
    )
