"""Rows of the table against one passage → treatments: object, guards, actor, scope, in this order.

The first guard that holds ends the matter; its name goes into the trace that ``--explain`` prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from citator.corpus.model import Basis, Span, Target, Treatment
from citator.corpus.treatments import actors, guards, objects
from citator.corpus.treatments.actors import Speaker
from citator.corpus.treatments.clauses import Passage, Ref, Scene
from citator.corpus.treatments.phrases import Row, span
from citator.corpus.treatments.scope import scope

ADVERBS = r"(?:,? ?(?:\w+ly|now|hereby|thus|also|therefore|again|further|today|no longer|to (?:that|this|such|the) extent|and should be|and (?:it|they) (?:now )?(?:is|are)|and (?:is|are)|must be|should be|in part|accordingly|in effect|and hereby \w+|\w+ed and|disapproved of? and|as to this \w+),?)*"
PASSIVE = re.compile(
    rf"\b(?P<be>is|are|was|were|be|been|being|stands?|remains?|as|deem(?:ed)?|considered?|held|due to be|ordered|am){ADVERBS},? $", re.IGNORECASE
)
BARE = re.compile(r"(?:[\ue000)],? ?|\bif not |\bsince |\blater |\bsubsequently |\bimplicitly |\bexpressly |\beffectively |\b(?:both|all) |^ ?(?:similarly |likewise |hereby |also )?)$", re.IGNORECASE)
BY = re.compile(r"[\s,]*(?:(?:in part|in effect|sub silentio|expressly|implicitly|on other grounds|\w+ly|as \w+)[\s,]+){0,2}by (?P<agent>[^;,]{0,80})", re.IGNORECASE)
IN_AGENT = re.compile(r"[\s,]*(?:(?:in part|expressly|\w+ly)[\s,]+)?in (?=\ue000)", re.IGNORECASE)
THIS = re.compile(r"(?:this|our|today's) (?:opinion|decision|holding|court|ruling)|\bus\b", re.IGNORECASE)
STATUTE = re.compile(r"statut|congress|legislat|amend|\bact\b|\brule \d|\bcode\b|enactment|§", re.IGNORECASE)
INFINITIVE = re.compile(r"\bto (?:\w+ ){0,2}$")
RESOLVED = re.compile(
    r"\b(?:constrain|compel|requir|oblig|bound|forc|decid|conclud|determin|vot|opportunity|occasion|appropriate|proper|time|necessary|persuad|inclin|ha(?:ve|s) (?:chosen|come)|choose|chose|led|lead|leave us|decision|here|ready|prepared|agree|course|went on|go on|must|best)\w*[^;]{0,40}$",
    re.IGNORECASE,
)
PERFECT = re.compile(r"\b(?:has|have|had|having)\b(?: \w+){0,3} ?$", re.IGNORECASE)
SAYING = re.compile(
    r"[^\ue000;]{0,30}?\b(?:held|holds|concluded|found|reasoned|stated|states|noted|observed|said|thought|explained|ruled|determined|suggest(?:s|ed)|reject(?:s|ed)|declared|believed|believes|says|thinks|argues|insists|contends|concludes|finds|notes|observes|reads|views?|remarked|pointed out|wrote|opined|took the (?:view|position|grounds?)|answered|responded|considered|decided|assumed|recognized|acknowledged|would)\b",
    re.IGNORECASE,
)
STATUTORILY = re.compile(r"legislatively|statutorily|by statute", re.IGNORECASE)
PAST = re.compile(r"(?:ed|held|found|said|withdrew|made|wrote|thought|took the \w+|out)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claim:
    """A row that matched: where, what it is done to, and what the guards said."""

    refs: tuple[Ref, ...]
    speaker: Speaker
    reported: bool
    statute: bool = False  # done by a legislature: superseded, whatever verb was used


def treat(scene: Scene, passage: Passage, row: Row, *, loose: bool = False) -> Iterator[Treatment]:
    """Treatments that ``row`` finds in ``passage``; with ``loose`` also of cases that are described, not named."""
    for m in row.pattern.finditer(passage.masked):
        claim = _judge(scene, passage, row, m, loose)
        if isinstance(claim, Claim) and (claim.refs or loose):
            yield _treatment(passage, row, m, claim)


def refusals(scene: Scene, passage: Passage, row: Row) -> Iterator[tuple[str, str]]:
    """For ``--explain``: the words that matched and the guard that refused them."""
    for m in row.pattern.finditer(passage.masked):
        verdict = _judge(scene, passage, row, m, loose=False)
        if isinstance(verdict, str):
            yield passage.masked[m.start() : m.end()], verdict


def _judge(scene: Scene, passage: Passage, row: Row, m: re.Match[str], loose: bool) -> Claim | str:
    at = _verb_at(m)
    if guards.question(passage):
        return "question"
    if guards.quoted(passage, at):
        return "quotation"
    if guards.argued(passage, at):
        return "party"
    if guards.hypothetical(passage, at, modal=not MODALS.search(row.match)):
        return "hypothesis"
    if not row.negated and guards.negated(passage, at):
        return "negation"
    if row.object == "verb":
        claim = _by_verb(scene, passage, row, m, loose)
        if isinstance(claim, Claim) and guards.own_words(passage, at):
            return replace(claim, speaker=Speaker("third_court"), reported=True)
        return claim
    where = span(m, "obj")
    if where is not None and where[0] == m.start() and "{gap}" not in row.match and _inside(passage.masked[: where[0]]):
        return "not the subject"
    refs = _about(scene, passage, m) if row.object == "antecedent" else _group(scene, passage, m, together=row.label == "reconciles")
    if refs is None or (not refs and not loose):
        return "no case"
    if row.label == "reconciles" and len(refs) < 2:
        return "one case alone"
    speaker = _speaker(passage, row, m, at)
    if speaker is None:
        return "no actor"
    actor, reported = speaker
    if actor.case is not None and any(_same(actor.case, ref) for ref in refs):
        return "its own case"
    return Claim(tuple(refs), actor, reported)


def _inside(left: str) -> bool:
    """What follows stands within another noun's phrase (*the plaintiff in X*): it is not the subject."""
    return bool(INSIDE.search(left)) and not WORTH.search(left)


def _verb_at(m: re.Match[str]) -> int:
    """Where the words stand that the guards look at: after a case or subject that opens the match, else its first word."""
    for group in ("obj", "we", "agent"):
        where = span(m, group)
        if where is not None and where[0] == m.start():
            return where[1]
    we = span(m, "we")
    return we[1] if we else m.start()


def _group(scene: Scene, passage: Passage, m: re.Match[str], *, together: bool = False) -> list[Ref] | None:
    where = span(m, "obj")
    if where is None:
        return None
    words = passage.masked[slice(*where)]
    if words.lower() == "it" and EXPLETIVE.match(passage.masked, where[1]):
        return None
    if PARTYS.match(passage.masked, where[1] - 2 if words.endswith("'s") else where[1]):
        return None
    refs = objects.listed(passage, *(m.span() if together else where))
    if refs:
        return refs
    if objects.COURT_WORDS.search(words):
        return objects.of_court(scene, passage, words, where[0])
    return objects.antecedent(scene, passage, where[0], words)


def _about(scene: Scene, passage: Passage, m: re.Match[str]) -> list[Ref]:
    """The case a row speaks of without naming it: nearest after the words, else what was under discussion."""
    if span(m, "obj") is not None:
        return _group(scene, passage, m) or []
    after = objects.listed(passage, m.end(), passage.clause(m.end())[1])
    return after[:1] or objects.antecedent(scene, passage, m.end(), "these")


def _speaker(passage: Passage, row: Row, m: re.Match[str], at: int) -> tuple[Speaker, bool] | None:
    """The actor of a row whose pattern tells the object, and whether his act is reported."""
    mine = Speaker(actors.own(passage.part), actors.own_name(passage.part))
    if row.actor is not None:
        return Speaker(row.actor), row.actor not in ("this_court", "this_separate")
    if span(m, "we") is not None:
        return mine, False
    agent = span(m, "agent")
    if agent is not None:
        acting = objects.listed(passage, *agent)
        return Speaker("third_court", acting[0].citation.name if acting else None, acting[0] if acting else None), True
    voice = _reported_voice(passage, m.start())
    opening = OPENING.match(passage.masked, m.start())
    if opening and not voice:
        main = MAIN.search(passage.masked, m.end(), m.end() + 60)
        if main and PAST.search(main["verb"]):
            return Speaker("third_court", None, _acting(passage, m.start())), True
        return mine, False
    if row.own:
        return voice or (mine, False)
    start = passage.clause(at)[0]
    hit = actors.subject(passage, start, m.start())
    verb = passage.masked[at : m.end()].split(" ", 1)[0]
    if hit is None:
        return voice
    speaker = actors.named(passage, hit)
    if speaker.actor.startswith("this_"):
        past = bool(PAST.search(verb)) or bool(PERFECT.search(passage.masked[: m.start()]))
        return (Speaker("third_court", None, _acting(passage, m.start())), True) if past else (speaker, False)
    return speaker, True


def _reported_voice(passage: Passage, at: int) -> tuple[Speaker, bool] | None:
    """Who says what stands at ``at``, when a court, a dissent or an earlier decision of this court is made to say it."""
    found = None
    for hit in actors.SUBJECT.finditer(passage.masked, 0, at):
        say = SAYING.match(passage.masked, hit.end())
        if say and hit.lastgroup in ("we", "this") and not PAST.search(say[0]):
            continue
        if say and say.end() <= at + 1 and not guards.TURN.search(passage.masked.lower(), say.end(), at):
            found = hit
    if found is None:
        return None
    speaker = actors.named(passage, found)
    if speaker.actor.startswith("this_"):
        return Speaker("third_court", None, _acting(passage, found.start())), True
    return speaker, True


def _acting(passage: Passage, at: int) -> Ref | None:
    here = passage.refs_within(0, at)
    return here[-1] if here else None


def _by_verb(scene: Scene, passage: Passage, row: Row, m: re.Match[str], loose: bool) -> Claim | str:
    """A strong verb in any voice: *we overrule X*, *X is overruled*, *X, overruled by Y*."""
    words, start, end = passage.masked, m.start(), m.end()
    participle = bool(PAST.search(m[0].split(" ")[0]))
    passive = PASSIVE.search(words[max(0, start - 90) : start]) if participle else None
    agent = BY.match(words, end) if participle else None
    if passive or agent or (participle and OUTSIDE.match(words, end)) or (participle and BARE.search(words[:start]) and not re.match(r"\s+(?:the|that|this|our|these|those|\ue000)", words[end:])):
        return _passive(scene, passage, row, m, passive, agent, loose)
    if guards.procedural(words[end : end + 120]):
        return "no decision"
    refs = objects.after(scene, passage, end)
    if refs is None and WE_NOW.search(words[:start]):
        refs = objects.before(scene, passage, start)  # "other reasoning in X we now repudiate"
    if not refs and not loose:
        return "no case"
    left = words[:start]
    if INFINITIVE.search(left) and not RESOLVED.search(left):
        return "not resolved"
    loosely = m[0].lower().endswith("ing") and left.endswith(", ")  # "Congress disagreed, overruling X"
    hit = actors.subject(passage, passage.clause(start)[0], start, loosely=loosely) or actors.subject(passage, 0, start)
    mine = Speaker(actors.own(passage.part), actors.own_name(passage.part))
    if hit is None:
        return Claim(tuple(refs or ()), mine, False)
    speaker = actors.named(passage, hit)
    if speaker.case is not None and refs and _same(speaker.case, refs[0]):
        return "its own case"
    if speaker.actor.startswith("this_") and (participle or PERFECT.search(left)):
        return Claim(tuple(refs or ()), Speaker("third_court", None, _acting(passage, start)), True)
    if speaker.actor == "non_court":
        return Claim(tuple(refs or ()), *(_reported_voice(passage, hit.start()) or (mine, False)), statute=True)
    if hit.lastgroup == "court" and not participle and passage.part is not None and mine.actor == "this_court":
        return Claim(tuple(refs or ()), mine, False)
    return Claim(tuple(refs or ()), speaker, not speaker.actor.startswith("this_"))


OPENING = re.compile(r"\W*(?:following|applying|relying (?:up)?on|consistent with|in accord(?:ance)? with|adopting)\b", re.IGNORECASE)
MAIN = re.compile(r",? (?:we|this court|the court) (?:\w+ly |have |then )?(?P<verb>\w+)", re.IGNORECASE)
WE_NOW = re.compile(r", (?:we|i)(?: \w+ly| now| hereby)? $", re.IGNORECASE)
INSIDE = re.compile(r"\b(?:in|of|from|under|by|with|than|at|on|upon|since|before|after|between|to) $", re.IGNORECASE)
WORTH = re.compile(r"\b(?:vitality|validity|viability|force|authority|soundness|correctness|wisdom|premise|rationale|core|status|scope|approach|\w+ing) of $", re.IGNORECASE)
MODALS = re.compile(r"\b(?:can|may|would|could|should)\b")
OUTSIDE = re.compile(r" (?:in|on|as|sub|at) ", re.IGNORECASE)  # "overruled in X": X is where, not what
PARTYS = re.compile(r"'?s? (?:[\w-]+ )?(?:arguments?|claims?|contentions?|attempts?|requests?|assertions?|challenges?|motions?|efforts?|invitations?|briefs?|allegations?|objections?|complaints?|pleas?|offers?|testimony|convictions?|sentences?)\b")
EXPLETIVE = re.compile(r" (?:is|was|seems|appears|would be)\b[^,.;]{0,40}\b(?:that|whether|to)\b", re.IGNORECASE)
ON_POINT = re.compile(r"\b(?:on|as to|in|upon) (?:this|that|these|those|the) (?:\w+ )?(?:points?|issues?|grounds?|claims?|questions?)", re.IGNORECASE)
SUBJECT_NOUN = re.compile(
    r"(?:objections?|demurrers?|motions?|exceptions?|assignments?(?: of errors?)?|grounds?(?: of error)?|issues?|points?(?: of error)?|contentions?|arguments?|challenges?|claims?|requests?|petitions?|pleas?|errors?|propositions?)"
    r"(?: (?:of|to|by|on|that|in|for) [^,;.\ue000]{0,40})?$",
    re.IGNORECASE,
)


def _passive(
    scene: Scene, passage: Passage, row: Row, m: re.Match[str], be: re.Match[str] | None, agent: re.Match[str] | None, loose: bool
) -> Claim | str:
    words, start, end = passage.masked, m.start(), m.end()
    left = words[:start]
    if be is not None:
        left = left[: max(0, start - 90) + be.start()]
    cut = len(left)
    left = ON_POINT.sub(lambda m: " " * len(m[0]), left)
    if SUBJECT_NOUN.search(re.sub(r"\b(?:is|are|was|were|must|should|has|have|had|been|be|to)\b", "", left[-60:]).rstrip()):
        return "no decision"
    refs = objects.before(scene, passage, cut)
    if not refs and be is None:
        after = objects.NOUN_PHRASE.match(words, end)
        refs = objects.listed(passage, *after.span("cases")) if after else refs
    if not refs and not loose:
        return "no case"
    mine = Speaker(actors.own(passage.part), actors.own_name(passage.part))
    found = tuple(refs or ())
    if agent is not None:
        by = agent["agent"]
        if THIS.search(by):
            return Claim(found, mine, False)
        acting = objects.listed(passage, agent.start("agent"), agent.end("agent"))
        if acting:
            return Claim(found, Speaker("third_court", acting[0].citation.name, acting[0]), True)
        if STATUTE.search(by):
            voice = _reported_voice(passage, start)
            return Claim(found, *(voice or (mine, False)), statute=True)
        hit = actors.SUBJECT.search(words, agent.start("agent"), agent.end("agent"))
        return Claim(found, actors.named(passage, hit) if hit else Speaker("third_court"), True)
    place = IN_AGENT.match(words, end)
    if place:
        acting = objects.listed(passage, place.end(), place.end() + 1)
        return Claim(found, Speaker("third_court", None, acting[0] if acting else None), True)
    verb = be["be"].lower() if be else ""
    if verb in ("was", "were") or (verb == "been" or not be):
        return Claim(found, Speaker("third_court"), True)
    voice = _reported_voice(passage, start)
    if voice is not None and voice[0].actor != "third_court":
        return Claim(found, *voice)
    return Claim(found, mine, False)


def _treatment(passage: Passage, row: Row, m: re.Match[str], claim: Claim) -> Treatment:
    how_far, extent = scope(passage, m.start(), m.end())
    label = row.label
    if label in ("overrules", "abrogates") and (claim.statute or claim.speaker.actor == "non_court" or STATUTORILY.search(passage.masked, max(0, m.start() - 20), m.start())):
        label = "superseded"  # a legislature supersedes, it cannot overrule
    basis: Basis = "reported" if claim.reported else "express"
    acting = claim.speaker.case
    targets = tuple(Target(ref.authority, ref.citation.name, ref.citation.start) for ref in claim.refs) or (Target(None),)
    return Treatment(
        treatment=label,
        actor=claim.speaker.actor,
        targets=targets,
        evidence=passage.span,
        part=passage.part.id if passage.part else "",
        rule=row.id,
        scope=row.scope or how_far,
        basis=basis,
        confidence=row.confidence,
        acting_case=acting.authority if acting else None,
        actor_name=claim.speaker.name,
        extent=extent,
    )


def stamped(treatment: Treatment, scene: Scene) -> Treatment:
    """The same treatment with its page and footnote."""
    opinion, at = scene.opinion, treatment.evidence.start
    note = opinion.footnote_at(at)
    return replace(treatment, page=opinion.page_at(at), footnote=note.number if note else None)


def _same(a: Ref, b: Ref) -> bool:
    return a.start == b.start or (a.authority is not None and a.authority == b.authority)
