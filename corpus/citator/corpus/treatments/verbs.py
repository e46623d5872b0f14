"""A strong verb in any voice (*we overrule X*, *X is overruled*, *X, overruled by Y*) → a claim, or why it is none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citator.corpus.treatments import actors, around, guards, objects, separate
from citator.corpus.treatments.actors import Speaker
from citator.corpus.treatments.passages import Passage, Ref
from citator.corpus.treatments.scene import Scene

WINDOW = 90
"""How far back, in characters, the auxiliary of a passive verb may stand."""
BOARD = re.compile(
    r"\b(?:the (?:[a-z]+ ){0,2}?(?:board|agency|department|commission|tax court)|nlrb|bia)(?: (?:\w+ly|then|later|has|had|itself))* $",
    re.IGNORECASE,
)
NOW_BE = re.compile(r"\b(?:should|must) be\b|\band (?:is|are)\b", re.IGNORECASE)
"""*was wrongly decided and should be overruled*: done now, whatever was."""
ADVERB = (
    r"\w+ly|now|hereby|thus|also|therefore|again|further|today|no longer|accordingly|in part|in effect|must be|should be"
    r"|to (?:that|this|such|the) extent|as to this \w+|and (?:should be|hereby \w+|is|are|(?:it|they) (?:now )?(?:is|are))"
    r"|\w+ed and|disapproved of and"
)
PASSIVE = re.compile(
    r"\b(?P<be>is|are|was|were|be|been|being|stands?|remains?|as|deem(?:ed)?|considered?|held|due to be|ordered|am)"
    rf"(?:,? ?(?:{ADVERB}),?)*[,)]? $",
    re.IGNORECASE,
)
BARE = re.compile(
    r"(?:[\ue000)],? ?|\bif not |\b(?:since|later|subsequently|implicitly|expressly|effectively|both|all) "
    r"|^ ?(?:similarly |likewise |hereby |also )?)$",
    re.IGNORECASE,
)
THE_OBJECT = re.compile(  # whatever follows but the words that go on after a passive: "overruled on other grounds"
    r" (?:\ue000|(?!(?:by|in|on|as|sub|at|to|today|here|now|ante|post|supra|infra|insofar|and|or|but|when|for|because|since|only|even|sua|with|per|\w+ly)\b)[a-z])",
    re.IGNORECASE,
)
OUTSIDE = re.compile(r" (?:in|on|as|sub|at) ", re.IGNORECASE)  # "overruled in X": X is where, not what
BY = re.compile(
    r"[\s,]*(?:(?:in part|in effect|sub silentio|on other grounds|\w+ly|as \w+)[\s,]+){0,2}by (?P<agent>[^;,]{0,80})",
    re.IGNORECASE,
)
IN_CASE = re.compile(
    r"[\s,]*(?:(?:in part|\w+ly|long (?:ago|since)|(?:[\w-]+ ){1,4}(?:years?|months?|terms?|days?|weeks?) (?:later|ago|after(?:wards?)?)|later|last (?:term|year))[\s,]+){0,2}in (?=\ue000)",
    re.IGNORECASE,
)
THIS = re.compile(r"(?:this|our|today's) (?:opinion|decision|holding|court|ruling)|\bus\b", re.IGNORECASE)
STATUTE = re.compile(r"statut|congress|legislat|amend|\bact\b|\brule \d|\bcode\b|enactment|§", re.IGNORECASE)
ADJECTIVE = re.compile(r"\b(?:an?|the|its|his|her|their|this|that|no|any|some)(?: \w+ly| new| later)? $", re.IGNORECASE)
NOUN_NEXT = re.compile(r" (?!of\b)[a-z]")
WHOSE = re.compile(r"\b(our|this court's|its|their|his|her|the|any|an?)(?: [\w-]+)? $", re.IGNORECASE)
NOUN_OF = re.compile(r"(?<=ing) of ")
TODAY = re.compile(r"\b(?:today|here|now|in this case)\b", re.IGNORECASE)
SUPPOSED = re.compile(
    r"(?<=ing)(?: of)? [^.;,?\ue000]{0,60}\ue000(?:'s(?: [\w-]+){1,3})?,?(?: \w+ly)? (?:would|could|might|may)\b",
    re.IGNORECASE,
)
"""*Overruling X would unsettle titles*: nobody does."""
GERUND = re.compile(r"\b(?:in|by) (?:\w+ly )?$", re.IGNORECASE)
WE_AHEAD = re.compile(
    r"(?<=ing)[^;?,\ue000]{0,60}\ue000[^;?,]{0,60}, (?:we|i|this court)\b(?!(?: \w+ly| also| then)* (?:held|said|[a-z]+ed)\b)",
    re.IGNORECASE,
)
OF_ANOTHER = re.compile(r"(?<!\ue000)(?<!\ue000 )(?<!\ue000's )\b[a-z]{4,} ?\((?:\w+ ){0,3}$")
"""A parenthesis behind a noun: what it tells was done to that, as in *several opinions (later overruled)*."""
INFINITIVE = re.compile(r"\bto (?:\w+ ){0,2}$")
RESOLVED = re.compile(  # "we are constrained to overrule" is done, "we are asked to overrule" is not
    r"\b(?:constrain|compel|requir|oblig|bound|forc|decid|decision|conclud|determin|vot|opportunity|occasion|appropriate"
    r"|proper|time|necessary|persuad|inclin|ha(?:ve|s) (?:chosen|come)|choose|chose|led|lead|here|ready|prepared|agree"
    r"|course|went on|go on|must|best|hesitat)\w*[^;]{0,40}$",
    re.IGNORECASE,
)
OBLIGED = re.compile(r"\b(?:required|compelled|led|forced|obliged|caused) (?:us|this court) to\b[^;]*$", re.IGNORECASE)
ENACTED = re.compile(  # "Congress amended the act to overrule X"
    r"\b(?:congress|legislat\w+|statute|bill|act|amend\w+|enact\w+)\b[^;]{0,80}\bto (?:legislatively )?$", re.IGNORECASE
)
WE_NOW = re.compile(r", (?:we|i)(?: \w+ly| now| hereby)? $", re.IGNORECASE)
WHICH_WE = re.compile(
    r"(?P<case>\ue000),? (?:which|that|(?:a|the) (?:case|decision|holding) (?:which|that)) (?:we|i|this court|the court)(?: \w+ly| now| today| here| have| had| later| since| must| hereby)* $",
    re.IGNORECASE,
)
NOBODY_S = re.compile(  # "the witness disavowed that statement": nobody whose act would be a court's
    r"(?:\b(?:he|she|they|who)|\b(?:the|his|her|their|an?) (?!(?:\w+ )?(?:court|opinion|decision|holding)\b)(?:\w+ )?\w+)(?: (?:\w+ly|has|have|had|later|then|also|since))* $",
    re.IGNORECASE,
)
ON_POINT = re.compile(
    r"\b(?:on|as to|in|upon) (?:this|that|these|those|the) (?:\w+ )?(?:points?|issues?|grounds?|claims?|questions?)",
    re.IGNORECASE,
)
RELATED = re.compile(  # "X, a case that we overruled in Y": the case before the relative clause
    r"(?P<case>\ue000)?,? ?(?P<noun>(?:for |of )?\b(?:an?|the|another) (?:[\w-]+ ){0,3}?(?:propositions?|rules?|doctrines?|principles?|holdings?|cases?"
    r"|decisions?|precedents?|opinions?|views?|lines? of (?:cases|authority|decisions)))(?: that|,? which)"
    r" (?:we|this court|(?:the|our) (?:\w+ ){0,2}court)(?: \w+ly| later| since| long ago| have| had| itself)* $",
    re.IGNORECASE,
)
AUXILIARIES = re.compile(r"\b(?:is|are|was|were|must|should|has|have|had|been|be|to)\b")
NO_DECISION = re.compile(
    r"(?:objections?|demurrers?|motions?|exceptions?|assignments?(?: of errors?)?|grounds?(?: of error)?|issues?"
    r"|points?(?: of error)?|contentions?|arguments?|challenges?|claims?|requests?|petitions?|pleas?|errors?|propositions?"
    r"|jur(?:y|ies|ors?)|verdicts?|judges?|magistrates?|referees?|umpires?|counsel|(?:trial|district|lower) courts?)"
    r"(?: (?:of|to|by|on|that|in|for|under|at|made|raised) [^,;.]{0,40})?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody did to which cases. ``statute``: a legislature did it, so it superseded, whatever the verb."""

    refs: tuple[Ref, ...]
    speaker: Speaker
    reported: bool
    statute: bool = False


def claim(scene: Scene, passage: Passage, m: re.Match[str], *, loose: bool) -> Claim | str:
    """The act that the verb matched by ``m`` tells; the name of what stands against it otherwise."""
    words, start, end = passage.masked, m.start(), m.end()
    if m[0].endswith("ing") and ADJECTIVE.search(words[:start]) and NOUN_NEXT.match(words, end):
        return "no verb"  # "issued a superseding opinion"
    if m[0].endswith("ing") and (whose := WHOSE.search(words, 0, start)) and NOUN_OF.match(words, end):
        return _noun(scene, passage, m, whose[1].lower(), loose=loose)
    if m[0].endswith("ing") and SUPPOSED.match(words, end):
        return "hypothesis"  # "overruling X would unsettle titles"
    if not actors.PAST.search(m[0].split()[0]):
        return _active(scene, passage, m, loose=loose)
    be = PASSIVE.search(words[max(0, start - WINDOW) : start])
    agent = BY.match(words, end)
    bare = BARE.search(words[:start]) and not THE_OBJECT.match(words, end)
    if be or agent or bare or OUTSIDE.match(words, end):
        return _passive(scene, passage, m, be, agent, loose=loose)
    return _active(scene, passage, m, loose=loose)


def _active(scene: Scene, passage: Passage, m: re.Match[str], *, loose: bool) -> Claim | str:
    left, start, end = passage.masked[: m.start()], m.start(), m.end()
    if guards.procedural(passage.masked[end : end + 120]):
        return "no decision"
    found = objects.after(scene, passage, end)
    if found is None and WE_NOW.search(left):
        found = objects.before(scene, passage, start)  # "other reasoning in X we now repudiate"
    if not found and (which := WHICH_WE.search(left)) and not THE_OBJECT.match(passage.masked, end):
        found = around.listed(passage, *which.span("case"))  # "X, which the Court now overrules"
    if not found and not loose:
        return "no case"
    if found and m[0].lower().startswith("abrogat") and not passage.refs_within(end, len(passage.masked)):
        return "no case"  # "abrogate them": a doctrine, an immunity
    if INFINITIVE.search(left) and not RESOLVED.search(left) and not ENACTED.search(left):
        return "not resolved"
    refs, mine = tuple(found or ()), actors.mine(passage)
    dangling = m[0].lower().endswith("ing") and left.endswith(", ")  # "Congress disagreed, overruling X"
    clause = passage.clause(start)[0]
    if m[0].endswith("ing") and GERUND.search(left[clause:]) and WE_AHEAD.match(passage.masked, end):
        return Claim(refs, mine, reported=False)  # "In overruling X today, we hold to the older rule"
    hit = actors.subject(passage, clause, start, loosely=dangling) or actors.subject(passage, 0, start)
    if hit is None and BOARD.search(left):
        return Claim(refs, Speaker("third_court"), reported=True)
    if hit is None and not refs and NOBODY_S.search(left):
        return "no court"
    if hit is None or ENACTED.search(left):
        return Claim(refs, mine, reported=False, statute=bool(ENACTED.search(left)))
    speaker = mine if separate.asked_of(passage, hit) else actors.named(passage, hit)
    past = bool(actors.PAST.search(m[0].split()[0]))
    if speaker.case is not None and refs and speaker.case.same(refs[0]):
        return "its own case"
    voice = actors.reported_voice(passage, hit.start()) if speaker.actor == mine.actor else None
    if voice is not None and voice[0].actor == "separate_opinion":
        return "another's account"  # "the dissent says we have overruled X"
    if speaker.actor == mine.actor and (past or actors.PERFECT.search(left) or OBLIGED.search(left)):
        return Claim(refs, actors.earlier(passage, start), reported=True)
    if speaker.actor == "non_court":
        return Claim(refs, *(actors.reported_voice(passage, hit.start()) or (mine, False)), statute=True)
    if hit.lastgroup == "court" and not past and mine.actor == "this_court":
        return Claim(refs, mine, reported=False)
    return Claim(refs, speaker, reported=speaker.actor != mine.actor)


def _passive(
    scene: Scene,
    passage: Passage,
    m: re.Match[str],
    be: re.Match[str] | None,
    agent: re.Match[str] | None,
    *,
    loose: bool,
) -> Claim | str:
    words, start, end = passage.masked, m.start(), m.end()
    if be is None and OF_ANOTHER.search(words[:start]):
        return "no case"
    if be is None and (related := RELATED.search(words[:start])):
        return _related(passage, m, related, loose=loose)
    cut = start if be is None else max(0, start - WINDOW) + be.start()
    left = ON_POINT.sub(lambda m: " " * len(m[0]), words[:cut])
    if NO_DECISION.search(AUXILIARIES.sub("", left[-60:]).rstrip()):
        return "no decision"
    found = objects.before(scene, passage, cut)
    if not found and be is None and (after := objects.NOUN_PHRASE.match(words, end)):
        found = around.listed(passage, *after.span("cases"))  # "Similarly overruled is X"
    if not found and not loose:
        return "no case"
    refs, mine = tuple(found or ()), actors.mine(passage)
    if agent is not None:
        return _by_agent(passage, refs, agent, start, clause=be is None)
    if place := IN_CASE.match(words, end):
        return Claim(refs, _through(passage, place.end(), place.end() + 1), reported=True)
    if be is None and TODAY.match(words, end + 1):  # "X, disapproved today"
        return (
            Claim(refs, mine, False) if _leads(passage) else Claim(refs, Speaker("separate_opinion", "the Court"), True)
        )
    if be is None or (be["be"].lower() in ("was", "were", "been") and not NOW_BE.search(be[0])):
        return Claim(refs, Speaker("third_court"), reported=True)
    voice = actors.reported_voice(passage, start)
    if voice is not None and voice[0].actor != "third_court":
        return Claim(refs, *voice)
    return Claim(refs, mine, reported=False)


def _noun(scene: Scene, passage: Passage, m: re.Match[str], whose: str, *, loose: bool) -> Claim | str:
    """*Our overruling of X*: an earlier act, unless it is today's; *its overruling of X* is laid to nobody."""
    if whose not in ("our", "this court's"):
        return _active(scene, passage, m, loose=loose) if whose == "the" and _leads(passage) else "no actor"
    refs = tuple(objects.after(scene, passage, m.end()) or ())
    if not refs and not loose:
        return "no case"
    if TODAY.search(passage.masked):
        return Claim(refs, actors.mine(passage), reported=False) if _leads(passage) else "no actor"
    return Claim(refs, Speaker("third_court"), reported=True)


def _leads(passage: Passage) -> bool:
    return actors.own(passage.part) == "this_court"


def _related(passage: Passage, m: re.Match[str], related: re.Match[str], *, loose: bool) -> Claim | str:
    """What an earlier decision did, told in a clause about a case or about what it is cited for: *X, a case that we overruled in Y*."""
    place = IN_CASE.match(passage.masked, m.end())
    refs = tuple(around.listed(passage, *related.span("case"))) if related["case"] else ()
    if not loose and (place is None or not refs):
        return "no case"
    through = _through(passage, place.end(), place.end() + 1) if place else Speaker("third_court")
    return Claim(refs, through, reported=True)


def _by_agent(passage: Passage, refs: tuple[Ref, ...], agent: re.Match[str], start: int, *, clause: bool) -> Claim:
    """The act of whoever stands behind *by*; a ``clause`` (*X, superseded by statute*) reports it."""
    mine = actors.mine(passage)
    if THIS.search(agent["agent"]):
        return Claim(refs, mine, reported=False)
    through = _through(passage, *agent.span("agent"))
    if through.case is not None:
        return Claim(refs, through, reported=True)
    if STATUTE.search(agent["agent"]):
        if clause:
            return Claim(refs, Speaker("third_court"), reported=True, statute=True)
        return Claim(refs, *(actors.reported_voice(passage, start) or (mine, False)), statute=True)
    hit = actors.SUBJECT.search(passage.masked, *agent.span("agent"))
    return Claim(refs, actors.named(passage, hit) if hit else Speaker("third_court"), reported=True)


def _through(passage: Passage, start: int, end: int) -> Speaker:
    """Another court, by the decision named between two places."""
    cases = around.listed(passage, start, end)
    return Speaker("third_court", cases[0].citation.name, cases[0]) if cases else Speaker("third_court")
