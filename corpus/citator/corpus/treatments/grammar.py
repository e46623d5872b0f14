"""Rows of the table against one passage → treatments: guards, object, actor, scope, in this order.

The first guard that holds ends the matter. With ``explain`` the trace of a treatment tells what was
tried, and ``refusals`` tells what stood against the rows that came to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from citator.corpus.model import Treatment
from citator.corpus.treatments import (
    around,
    differences,
    discourse,
    facts,
    guards,
    invoked,
    objects,
    openings,
    pronouns,
    separate,
    speakers,
    stated,
    verbs,
)
from citator.corpus.treatments.actors import Speaker
from citator.corpus.treatments.passages import Passage, Ref
from citator.corpus.treatments.phrases import Row, span
from citator.corpus.treatments.scene import Scene
from citator.corpus.treatments.verbs import Claim

DOING_TO = re.compile(
    r"\b(?:endorsement|approval|adoption|rejection|application|extension|citation|discussion|treatment|criticism|invocation|understanding|use) of $",
    re.IGNORECASE,
)
WORTH = re.compile(
    r"\b(?:vitality|validity|viability|force|authority|soundness|correctness|wisdom|premise|rationale|core|status|scope"
    r"|approach|\w+ing) of $|\bsyllabus (?:of|in) $",
    re.IGNORECASE,
)
MODALS = re.compile(r"\b(?:can|may|would|could|should)\b")
PARTYS = re.compile(
    r"'?s? (?:[\w-]+ )?(?:arguments?|claims?|contentions?|attempts?|requests?|assertions?|challenges?|motions?|efforts?"
    r"|invitations?|briefs?|allegations?|objections?|complaints?|pleas?|offers?|testimony|convictions?|sentences?)\b"
)
EXPLETIVE = re.compile(r" (?:is|was|seems|appears|would be)\b[^,.;]{0,40}\b(?:that|whether|to)\b", re.IGNORECASE)
UNDOES = frozenset({"overrules", "abrogates", "disapproves"})
NAMED_FOR = re.compile(
    r" ?(?:[\w-]+ )?(?:exceptions?|exemptions?|exclusions?|immunity|privileges?|warnings?|hearings?|remed(?:y|ies)|factors?|abstention|deference|waivers?|presumptions?|defenses?|doctrine)\b",
    re.IGNORECASE,
)
OF_THAT_VIEW = re.compile(
    r"(?:that|this|such an?) (?:\w+ )?(?:view|approach|conclusion|reading|interpretation|analysis|position|reasoning)",
    re.IGNORECASE,
)
LED_IN = re.compile(
    r"(?:^\W*(?:\w+,? )?|[;,:] |\bthat )(?:after(?! (?:\w+ ){0,3}(?:re-?)?(?:consider|view|review|examin|stud|reflect|weigh)\w*)|since|under|given|following|before|until|with|in (?:light|view|the wake) of|because of"
    r"|as a result of|pursuant to|by virtue of)(?: [\w'-]+){0,6}? $",
    re.IGNORECASE,
)
FIRST_OF_TWO = re.compile(r"[^\ue000]*\ue000, (?=\ue000[^\ue000]*$)")

MARKS = re.compile(r"[^\w\ue000]*")
GOES_ON = frozenset({"follows", "extends", "approves", "adopts"})
"""What a paragraph may open with, of the case that the one before told of: *The same reasoning applies to …*."""
REASONING = re.compile(r"(?:this|that|the same) (?:\w+ )?(?:reasoning|rationale|logic|analysis)", re.IGNORECASE)
THE_COURT = frozenset({"the court", "that court", "the panel", "panel", "the majority"})

Guard = Callable[[Passage, int, Row], bool]
GUARDS: dict[str, Guard] = {
    "question": lambda passage, at, row: guards.question(passage),
    "quotation": lambda passage, at, row: guards.quoted(passage, at),
    "party": lambda passage, at, row: guards.argued(passage, at),
    "hypothesis": lambda passage, at, row: guards.hypothetical(passage, at, modal=not MODALS.search(row.match)),
    "negation": lambda passage, at, row: not row.negated and guards.negated(passage, at),
    "denial": lambda passage, at, row: row.negated and guards.denied(passage, at),
}


def treat(
    scene: Scene, passage: Passage, row: Row, *, loose: bool = False, explain: bool = False
) -> Iterator[Treatment]:
    """Treatments that ``row`` finds in ``passage``; with ``loose`` also of cases that are described, not named."""
    if not row.may_mean_a_case(passage.masked):
        return
    for m in row.pattern.finditer(passage.marked):
        claim = _judge(scene, passage, row, m, loose=loose)
        if isinstance(claim, Claim):
            if claim.speaker.actor == "this_separate" and row.label in UNDOES and not claim.statute:
                courts = separate.the_courts(passage, *m.span())
                claim = replace(claim, speaker=courts, reported=True) if courts else claim
            treatment = stated.treatment(passage, row, m, claim)
            yield replace(treatment, trace=_trace(passage, m, treatment)) if explain else treatment


def refusals(scene: Scene, passage: Passage, row: Row) -> Iterator[tuple[str, str]]:
    """The words of ``passage`` that ``row`` matched in vain, each with what stood against it."""
    for m in row.pattern.finditer(passage.marked):
        verdict = _judge(scene, passage, row, m, loose=False)
        if isinstance(verdict, str):
            yield _shown(m[0]), verdict


def _judge(scene: Scene, passage: Passage, row: Row, m: re.Match[str], *, loose: bool) -> Claim | str:
    at = _verb_at(m)
    for name, holds in GUARDS.items():
        if holds(passage, at, row) and name != row.actor:
            return name
    if row.difference and differences.made_nothing_of(scene, passage, m):
        return "no difference that matters"
    if row.difference and row.object == "antecedent" and not row.negated and differences.only_law(scene, passage):
        return "a rule applied"
    if row.object == "verb":
        claim = verbs.claim(scene, passage, m, loose=loose)
        if (
            isinstance(claim, Claim)
            and claim.speaker.case
            and any(scene.later(ref, claim.speaker.case) for ref in claim.refs)
        ):
            return "a later case"
        if isinstance(claim, Claim) and guards.own_words(passage, at):
            return replace(claim, speaker=Speaker("third_court"), reported=True)
        return claim
    where = _subject(passage, m)
    if where and where[0] == m.start() and "{gap}" not in row.match and _inside(passage.masked[: where[0]]):
        return "not the subject"
    if (
        where
        and "{gap}" in row.match
        and passage.masked[where[1] - 1] == ","
        and LED_IN.search(passage.masked, 0, where[0])
    ):
        return "not the subject"  # "given the decision in X, this case is no longer good law"
    spoken_of = where is not None and (where[0] == m.start() or "{facet}" in row.match)
    if where and spoken_of and DOING_TO.search(passage.masked, 0, where[0]):
        return "not the subject"  # "the Sixth Circuit's endorsement of X is of no moment"
    if where and guards.closes_parenthesis(passage.masked, where[0], m.end()):
        return "not the subject"  # "A (followed in B; C) is no longer good law"
    refs = _objects(scene, passage, row, m)
    if refs is None or (not refs and not loose):
        return "no case"
    if row.label == "reconciles" and len(refs) < 2:
        return "one case alone"
    if row.difference and len(refs) < 2 and where and passage.masked[where[0] :].lower().startswith("these"):
        return "no case"  # "in these cases, in contrast": the cases at bar
    if row.label == "declines_to_follow" and where:
        if "apply" in m[0].lower() and NAMED_FOR.match(passage.masked, where[1]):
            return "no decision"  # "declined to apply the X exception"
        if OF_THAT_VIEW.fullmatch(passage.masked, *where) and separate.view_of_others(scene, passage):
            return "another's view"
    voice = speakers.of_row(passage, row, m, at)
    if (
        voice is None
        or (voice[0].actor == "third_court" and voice[0].case is None and (voice[0].name or "").lower() in THE_COURT)
        or speakers.it_says(passage, row)
    ):
        ahead = openings.opens(passage, m.start())
        going_on = discourse.continued(scene, passage, m.start(), m.end() if voice is None and ahead else 0)
        if going_on is None and voice is not None and voice[0].actor == "third_court":
            going_on = discourse.the_court(scene, passage, refs)
        voice = (going_on, True) if going_on else voice
    if voice is None:
        return "no actor"
    if voice[0].actor == "separate_opinion" and (court := discourse.for_the_court(scene, passage, voice[0])):
        voice = court, True
    acting = voice[0].case
    if acting is not None:
        refs = [ref for ref in refs if not acting.same(ref) and not scene.later(ref, acting)]
        if not refs:
            return "its own case, or a later one"
    return Claim(tuple(refs), *voice)


def _verb_at(m: re.Match[str]) -> int:
    """Where the guards look: after a case or subject that opens the match, else at its first word."""
    for group in ("obj", "we", "agent"):
        where = span(m, group)
        if where is not None and where[0] == m.start():
            return where[1]
    we = span(m, "we")
    return we[1] if we else m.start() + MARKS.match(m[0]).end()  # type: ignore[union-attr]


def _subject(passage: Passage, m: re.Match[str]) -> tuple[int, int] | None:
    """Where the case stands that the match speaks of; *in light of X, Y is …* speaks of Y."""
    where = span(m, "obj")
    if where and LED_IN.search(passage.masked, 0, where[0]) and (first := FIRST_OF_TWO.match(passage.masked, *where)):
        return (first.end(), where[1]) if m.end() > where[1] + 2 else (where[0], first.end())
    return where


def _inside(left: str) -> bool:
    """What follows stands within another noun's phrase (*the plaintiff in X*): it is not the subject."""
    return bool(speakers.INSIDE.search(left)) and not WORTH.search(left)


def _objects(scene: Scene, passage: Passage, row: Row, m: re.Match[str]) -> list[Ref] | None:
    if row.object == "antecedent":
        if row.difference and span(m, "obj") is None:
            return pronouns.antecedent(scene, passage, m.end(), "these")
        return _about(scene, passage, m) or (around.just_told(scene, passage) if row.label in GOES_ON else [])
    if row.object == "described":
        return around.listed(passage, 0, m.start()) or around.described(scene, passage)
    if row.object == "following":
        return around.following(scene, passage)
    if row.object == "recited":
        return around.recited(scene, passage, *(span(m, "obj") or m.span()))
    if row.object == "supporting":
        return around.supporting(scene, passage, m.end())
    if row.object == "courts":
        return around.of_courts(scene, passage, m.end())
    if row.object == "invoked":
        return invoked.cases(scene, passage, *m.span())
    if row.object == "told":
        return around.told(scene, passage, elsewhere=row.label == "declines_to_follow")
    if row.object == "asked":
        return around.asked(scene, passage, m.start(), row.label)
    if row.object == "unshared":
        return facts.unshared(scene, passage)
    if row.object == "contrasted":
        return facts.contrasted(scene, passage, m.end())
    if row.object == "agent":  # what a case says is the case explained
        where = span(m, "agent")
        return around.listed(passage, *where) if where else None
    return _named(scene, passage, row, m)


def _named(scene: Scene, passage: Passage, row: Row, m: re.Match[str]) -> list[Ref] | None:
    """The cases that the words of the match name, or mean."""
    where = _subject(passage, m)
    if where is None:
        return None
    words = passage.masked[slice(*where)]
    if words.lower() == "it" and EXPLETIVE.match(passage.masked, where[1]):
        return None
    if PARTYS.match(passage.masked, where[1] - 2 if words.endswith("'s") else where[1]):
        return None
    refs = around.listed(passage, *(m.span() if row.label == "reconciles" else where))
    if refs:
        return refs
    if objects.COURT_WORDS.search(words):
        return objects.of_court(scene, passage, words, where[0])
    told = pronouns.antecedent(scene, passage, where[0], words)
    if not told and row.label in GOES_ON and REASONING.fullmatch(words):
        return around.just_told(scene, passage)
    return told


def _about(scene: Scene, passage: Passage, m: re.Match[str]) -> list[Ref]:
    """The case a row speaks of without naming it: nearest after the words, else what was under discussion."""
    where = span(m, "obj")
    if where is not None:
        return around.listed(passage, *where) or pronouns.antecedent(scene, passage, *where[:1])
    after = around.listed(passage, m.end(), passage.clause(m.end())[1])
    return after[:1] or pronouns.antecedent(scene, passage, m.end(), "these")


def _trace(passage: Passage, m: re.Match[str], treatment: Treatment) -> tuple[str, ...]:
    """What was tried, for a reader: the words, the guards that did not hold, and what was concluded."""
    who = treatment.actor_name or treatment.acting_case
    return (
        f"matched: {_shown(m[0])}",
        *(f"{name}: no" for name in GUARDS),
        f"object: {', '.join(t.name or t.authority or 'not named' for t in treatment.targets)}",
        f"actor: {treatment.actor}" + (f" ({who})" if who else ""),
        f"scope: {treatment.scope}",
    )


def _shown(words: str) -> str:
    return " ".join(words.replace("\ue000", "[case]").split())


def stamped(treatment: Treatment, scene: Scene) -> Treatment:
    """The same treatment with its page and footnote."""
    opinion, at = scene.opinion, treatment.evidence.start
    note = opinion.footnote_at(at)
    return replace(treatment, page=opinion.page_at(at), footnote=note.number if note else None)
