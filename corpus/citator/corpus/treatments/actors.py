"""Whose act a clause tells: the court's own, a separate opinion's, another court's, the court's below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citator.corpus.model import Actor, Part
from citator.corpus.treatments import guards
from citator.corpus.treatments.passages import Passage, Ref

LEADING = frozenset({"lead", "plurality", "per_curiam", "other", "statement"})
ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|\d{1,2}(?:st|n?d|r?d|th)|d\. ?c\.|federal)"
SUBJECT = re.compile(
    r"(?P<we>\b(?:we|i|today's (?:decision|holding|opinion)|our (?:holding|decision|opinion) (?:today|here)"
    r"|this (?:opinion|decision|holding))\b)"
    r"|(?P<this>\b(?:this court|our court)\b)"
    r"|(?P<below>\b(?:the )?(?:(?:district|trial|circuit|superior|lower|sentencing|bankruptcy|juvenile|family|county|chancery|probate"
    r"|municipal|habeas|state) courts?|(?:court|judge|judgment) below|magistrate|special master|chancellor"
    r"|(?:hearing|administrative law|trial|district|motion|sentencing|bankruptcy|circuit|learned) (?:court )?(?:judges?|justice))\b"
    r"|\bthe judge\b(?! (?-i:[A-Z])))"
    r"|(?P<separate>\b(?:the )?(?:dissent(?:ers?|ing \w+)?|dissents|concurrence|concurring \w+"
    r"|(?:a |the )?minority(?: of (?:this|the) court)?)\b|\b(?:mr\. )?(?:chief )?(?:justice|judge) (?-i:[A-Z][\w'-]+)"
    r"|\b(?:my|our) (?:\w+ )?(?:brethren|brothers?|colleagues?)\b(?! (?:in|on|of|at)\b))"
    r"|(?P<majority>\b(?:the|today's) (?:majority|plurality)\b)"
    r"|(?P<supreme>\b(?:the )?(?:united states |u\. ?s\. |[a-z]+ )?supreme (?:judicial )?court\b|\bhigh court\b)"
    rf"|(?P<circuit>\b(?:the )?{ORDINAL} (?:circuit|district)s?\b|\b(?:the )?courts? of appeals?\b|\bcourt of criminal appeals\b"
    r"|\b(?:a number of |several |some |most |many |two |three |four )?(?:other )?(?:courts|circuits)\b|\bpanel\b"
    r"|\bthe (?-i:[A-Z][\w.'-]+(?: [A-Z][\w.'-]+)?) courts?\b(?! (?:of|in)\b)|\bcommonwealth court\b|\b(?:the )?(?:appellate (?:court|division)|appeals court)\b)"
    r"|(?P<nocourt>\b(?:congress|the legislature|legislat\w+|commentators?|scholars?|the commission"
    r"|the sentencing commission|statute|amendments?|act)\b)"
    r"|(?P<court>\b(?:the|that) court\b(?! of (?:\w+ )?appeals?\b))"
    r"|(?P<case>\ue000)",
    re.IGNORECASE,
)
BESIDE = re.compile(  # what may stand between a case that acts and its verb
    r"(?:'s)?(?:,? (?:which|that|who|court|panel|decisions?|majority|opinion|case|holding|has|have|had|did|does|also|further|again|\w+ly"
    r"|[a-z]+(?:ed|s)(?: at length| in detail)?(?=,| and| but| then)(?:,? (?:and|but|then))?"
    r"|then|later|itself|thus|in effect|in turn|an? (?:later |recent |subsequent )?(?:case|decision) (?:which|that)))*,? ?",
    re.IGNORECASE,
)
TODAY = re.compile(
    r"(?<=Court)'s (?:overruling|rejection|abandonment|repudiation|disapproval)\b|\b(?:today|now|overrules|distinguishes|disapproves|rejects|relies|holds|concludes|limits|extends|follows|adopts)\b"
    r"|(?<=Court)(?:,? (?:\w+ly|also|then|thus|of course),?)* (?!(?:was|has|is|as|its|his|this|cases|decisions|precedents|opinions|holdings|rules|views)\b)[a-z]{3,}s\b"
)
SAYING = re.compile(
    r"(?:[^\ue000;]{20,130}?\b(?:its|their|his|her|the) (?:conclusion|view|holding|finding|belief|ruling|determination) that\b|[^\ue000;]{0,60}?\b(?:held|holds|concluded|found|reasoned|stated|states|noted|observed|said|thought|explained|ruled"
    r"|determined|suggest(?:s|ed)?|reject(?:s|ed)|declared|believed|believes?|says?|thinks?|hint(?:s|ed)|argues|insists?|contends?|concludes"
    r"|finds|notes|observes|reads|remarked|pointed out|made (?:it )?(?:clear|plain)|wrote|opined|took the (?:view|position|grounds?)|(?:was|were|is) of (?:the )?(?:opinion|view|belief)|answered|responded"
    r"|(?:read|viewed|treated|regarded|interpreted|construed|understood)(?= (?:[\w']+ ){0,6}\ue000)|considered|decided|assumed|recognized|acknowledged|highlighted|emphasized|stressed|cautioned|clarified|warned|claims|asserts|maintain(?:s|ed)|argued|insisted|contended|felt|(?<=by )(?:arguing|contending|insisting|asserting|suggesting|claiming|maintaining) that|observing|holding|stating|noting|(?<!in )(?<!of )(?<!by )(?:agreeing|concluding|finding|reasoning)|would)\b)",
    re.IGNORECASE,
)
AS_HE_SAID = re.compile(
    r"(?:^\W*|[,;:] |\b(?:and|but|for|that) )(?:just )?as (?!(?:to|for|of|an?|if|though|in)\b)(?:[^,;]{0,60} )?$",
    re.IGNORECASE,
)
"""*As Judge Hale observed in X, Y cannot be read so*: what another said, and the author says after him."""
HIS_WORDS = re.compile(
    r"(?:(?<='s)|'s?) (?!(?:\w+ )?(?:opinions?|decisions?|holdings?|majority|panel|dissent|concurrence|court|circuit|view|reasoning|analysis|rulings?|judgment|order|conclusion)\b)",
    re.IGNORECASE,
)
"""*The trial court's instruction*: it is not the court that says what follows."""
OF_ITS = re.compile(
    r"'s? [^,;:\ue000]{3,60}, (?-i:[A-Z])[\w.'&-]+(?: (?-i:[A-Z])[\w.'&-]+)*(?: \w+ly)? ?$", re.IGNORECASE
)
"""Behind a court in the genitive: somebody else, by name, is the subject of the clause."""
ACCORDING = re.compile(r"\baccording to $", re.IGNORECASE)
ON_THE_GROUND = re.compile(
    r"(?: \w+ly)? (?:distinguished|rejected|refused|declined|dismissed|limited|disposed of)\b[^.;]{0,90}? on the (?:\w+ )?grounds? that\b",
    re.IGNORECASE,
)
ENOUGH = re.compile(r" enough\b", re.IGNORECASE)
SAID_AHEAD = re.compile(
    r"\W*(?:while |although |after |by )?(?:acknowledging|recogni[sz]ing|conceding|noting|believing|finding|reasoning|concluding|holding|observing|stating|assuming"
    r"|explaining|ruling|determining|reading|distinguishing)\b",
    re.IGNORECASE,
)
SPOKEN_OF = re.compile(r",|[^,]*\b(?:been|was|were|is|are) ", re.IGNORECASE)
BELOW = re.compile(r"\b(?:in|its) (?:the |its )?(?:decision|opinion|case|judgment|ruling) below\b", re.IGNORECASE)
OURSELVES = re.compile(r"\b(?:we|this court|our court)\b", re.IGNORECASE)
IN_IT = re.compile(r"(?:^\W*|\b(?:in|by|of|under|through|from|with) (?:the )?|[;:(] ?(?:see )?)$", re.IGNORECASE)
WHERE_WE = re.compile(
    r"(?:'s)?,? (?:we|this court|the court|our|where|in which|which|that|decided|a case|an? \w+ (?:case|decision|opinion))\b",
    re.IGNORECASE,
)
"""Around a case of the court's own through which it acted."""
THE_COURTS = re.compile(r"today's|this (?:decision|holding)", re.IGNORECASE)
"""What a separate opinion calls what the others decide."""
APPEALS = re.compile(
    r"(?:the )?(?:court of (?:criminal |civil )?appeals|appellate (?:court|division)|appeals court)", re.IGNORECASE
)
WRITING = re.compile(r"\b(?:his|her|the|an) opinion (?:for the court )?in \ue000, ?(?:mr\. |chief )*$", re.IGNORECASE)
ITS_CLAUSE = re.compile(r"\b(?:and|but|yet) (?:it|he|she) $", re.IGNORECASE)
REVIEWED = re.compile(
    r"(?:,? \w+ly)? (?:affirmed|reversed|vacated|upheld) (?:the (?:district|trial|superior|circuit) court|the (?:judgment|dismissal|convictions?)\b)",
    re.IGNORECASE,
)
OF_THE_UNION = re.compile(r" of the united states", re.IGNORECASE)
OF_A_STATE = re.compile(r" of (?:the state of )?((?:new |north |south |west |rhode )?(?-i:[A-Z])\w+)", re.IGNORECASE)
IN_A_CASE = re.compile(r"(?:'s (?:\w+ )?(?:decision|opinion|holding))?,? in \ue000", re.IGNORECASE)
IN_A_CASE_BEFORE = re.compile(
    r"(?:^\W*|[,;:(] |\b(?:and|but|that|thus|then|when|where) )in \ue000,? (?:(?:the|mr\.|chief|then|[a-z]+ly,?) )*$|\ue000,? (?:where|wherein|in which) (?:[a-z]+ly |however, )?$",
    re.IGNORECASE,
)
PAST = re.compile(
    r"(?:ed|held|found|said|withdrew|made|wrote|thought|took the \w+|out|made (?:it )?(?:clear|plain))$", re.IGNORECASE
)
BY = re.compile(
    r",? ?(?:(?:\w+ly|on [^,;\ue000]{3,30}|by)?,? )?(?:by|(?<=by)) (?:the )?(?=\ue000|(?:the|a|an|our|other|several|many|most)? ?\w)",
    re.IGNORECASE,
)
BELOW_ONLY = re.compile(r" below\b(?! \w)", re.IGNORECASE)
OPINION_BY = re.compile(
    r"\b(?:opinion|decision|order|judgment|court)(?: written| authored)? (?:by|per|through) (?:then-|the )?$",
    re.IGNORECASE,
)
DID = re.compile(r"(?: \w+ly)? (?!need)(?:[a-z]+ed|held|found|said|upheld|overruled|struck|took|made)\b", re.IGNORECASE)
PERFECT = re.compile(r"\b(?:has|have|had|having)\b(?: \w+){0,3} ?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who acts. ``case`` is the decision through which another court acts, where it is named."""

    actor: Actor
    name: str | None = None
    case: Ref | None = None


def own(part: Part | None) -> Actor:
    """The actor whose voice the running text of ``part`` is."""
    return "this_court" if part is None or part.kind in LEADING else "this_separate"


def mine(passage: Passage) -> Speaker:
    """The author of the passage."""
    actor = own(passage.part)
    return Speaker(actor, passage.part.author if passage.part and actor == "this_separate" else None)


def earlier(passage: Passage, at: int) -> Speaker:
    """The court itself in a decision of old (*in X we overruled Y*): the last case before ``at`` in which somebody acts."""
    words = passage.masked
    before = max((m.start() for m in OURSELVES.finditer(words, 0, at)), default=at)  # not what it did to another first
    spots = [
        at for at in passage.spots if at < before and (IN_IT.search(words, 0, at) or WHERE_WE.match(words, at + 1))
    ]
    return Speaker("third_court", None, passage.refs_within(spots[-1], spots[-1] + 1)[0] if spots else None)


def subject(passage: Passage, start: int, at: int, *, loosely: bool = False) -> re.Match[str] | None:
    """The last possible subject between two places; a case or a law must stand beside the verb unless ``loosely``."""
    found = None
    for hit in SUBJECT.finditer(passage.masked, start, at):
        if hit.lastgroup == "separate" and OPINION_BY.search(passage.masked, 0, hit.start()):
            continue  # "the Sixth Circuit, in an opinion by Judge Moss, refused"
        if not loosely and OF_ITS.match(passage.masked, hit.end(), at):
            continue  # "against the district court's conclusion, Hollis relies on X"
        if loosely or hit.lastgroup not in ("case", "nocourt") or BESIDE.fullmatch(passage.masked, hit.end(), at):
            found = hit
    return found


def resumed(passage: Passage, start: int) -> re.Match[str] | None:
    """The subject that *and it* before the clause at ``start`` takes up, from the clauses before."""
    if not ITS_CLAUSE.search(passage.masked[:start]):
        return None
    hit = next((hit for hit in SUBJECT.finditer(passage.masked, 0, start) if hit.lastgroup != "case"), None)
    return hit if hit and hit.lastgroup not in ("we", "this", "nocourt") else None


def named(passage: Passage, hit: re.Match[str]) -> Speaker:
    """Who the words of a subject mean."""
    kind, words = hit.lastgroup, hit[0]
    if kind == "we" and own(passage.part) == "this_separate" and THE_COURTS.match(words):
        return Speaker("separate_opinion", words)
    if kind in ("we", "this"):
        return mine(passage)
    if kind in ("circuit", "court") and BELOW.search(passage.masked):
        return Speaker("lower_court", words)
    if kind in ("below", "circuit", "supreme", "separate", "court") and (told_of := of_a_case(passage, hit)):
        return told_of
    if kind in ("circuit", "supreme") and _under_review(passage, hit):
        return Speaker("lower_court", words)
    if kind == "below" or (passage.highest and (APPEALS.fullmatch(words) or _reviewing(passage, hit))):
        return Speaker("lower_court", words)
    if kind == "separate" and (through := _writing_for(passage, hit.start())):
        return through
    if kind == "separate":
        return Speaker("separate_opinion", words)
    if kind == "nocourt":
        return Speaker("non_court", words)
    if kind == "case":
        ref = next(iter(passage.refs_within(hit.start(), hit.start() + 1)), None)
        return Speaker("third_court", ref.citation.name if ref else None, ref)
    of_the_court = words.endswith("Court") and TODAY.search(passage.masked, hit.end())
    if own(passage.part) == "this_separate" and (kind == "majority" or of_the_court):
        return Speaker("separate_opinion", words)  # a dissent speaks of the opinion of the Court
    return Speaker("third_court", words)


def of_a_case(passage: Passage, hit: re.Match[str]) -> Speaker | None:
    """The court or judge of another case: *in X, the district court*, *Judge Hale in X*."""
    before = IN_A_CASE_BEFORE.search(passage.masked[: hit.start()])
    inside = IN_A_CASE.match(passage.masked, hit.end()) if hit.lastgroup != "separate" else None
    if before is None and inside is None:
        return None
    place = inside.end() - 1 if inside else passage.masked.rindex("\ue000", 0, hit.start())
    ref = next(iter(passage.refs_within(place, place + 1)), None)
    return Speaker("third_court", hit[0], ref)


def _under_review(passage: Passage, hit: re.Match[str]) -> bool:
    """The court whose judgment the court that speaks now reviews, and not in another case of its."""
    left, right = passage.masked[: hit.start()], hit.end()
    if not passage.reviewed or IN_A_CASE.match(passage.masked, right) or IN_A_CASE_BEFORE.search(left):
        return False
    if hit[0].lower() in passage.reviewed:
        return not OF_THE_UNION.match(passage.masked, right)  # the highest court of all does not call itself so
    state = OF_A_STATE.match(passage.masked, right)
    return not passage.reviewed.isdisjoint((state[1] if state else hit[0]).lower().split())


def _reviewing(passage: Passage, hit: re.Match[str]) -> bool:
    """*A divided panel affirmed the District Court's judgment*: whoever did so is itself below the highest court."""
    return hit.lastgroup == "circuit" and not passage.refs and REVIEWED.match(passage.masked, hit.end()) is not None


def behind(passage: Passage, at: int) -> Speaker | None:
    """The court, or case, that *by* names behind a passive verb: *was distinguished by the trial court*."""
    if BELOW_ONLY.match(passage.masked, at):
        return Speaker("lower_court")
    by = BY.match(passage.masked, at)
    hit = SUBJECT.match(passage.masked, by.end()) if by else None
    speaker = named(passage, hit) if hit and hit.lastgroup not in ("we", "this", "nocourt") else None
    return None if speaker is None or speaker.actor == own(passage.part) else speaker


def _writing_for(passage: Passage, at: int) -> Speaker | None:
    """The court that a judge spoke for: *in his opinion in X, Justice Hale said*."""
    opinion = WRITING.search(passage.masked[:at])
    ref = next(iter(passage.refs_within(opinion.start(), at)), None) if opinion else None
    return Speaker("third_court", ref.citation.name, ref) if ref else None


def according(passage: Passage, at: int) -> tuple[Speaker, bool] | None:
    """*According to the trial court, X held …*: the court whose account it is."""
    for hit in SUBJECT.finditer(passage.masked, 0, at):
        if hit.lastgroup not in ("we", "this", "nocourt", "case") and ACCORDING.search(passage.masked, 0, hit.start()):
            return named(passage, hit), True
    return None


def reported_voice(passage: Passage, at: int) -> tuple[Speaker, bool] | None:
    """Who is made to say what stands at ``at``: a court, a dissent, an earlier decision of this court; ``None`` if nobody."""
    found = None
    for hit in SUBJECT.finditer(passage.masked, 0, at):
        say = SAYING.match(passage.masked, hit.end()) or ON_THE_GROUND.match(passage.masked, hit.end())
        if say is None or say.end() > at + 1 or guards.TURN.search(passage.masked.lower(), say.end(), at):
            continue
        if hit.lastgroup == "nocourt":
            continue  # a legislature calls no decision distinguishable
        if AS_HE_SAID.search(passage.masked, 0, hit.start()) or HIS_WORDS.match(passage.masked, hit.end()):
            continue
        if hit.lastgroup == "case" and SPOKEN_OF.match(passage.masked, hit.end(), say.end()):
            continue  # "X had been decided", "since X, the court held": the case is not who says it
        if hit.lastgroup in ("we", "this") and (not PAST.search(say[0]) or ENOUGH.match(passage.masked, say.end())):
            continue  # "we think that" reports nobody, nor does "we have said enough to show that"
        found = hit
    if found is None and SAID_AHEAD.match(passage.masked):  # "Acknowledging that X controls, the trial court …"
        ahead = (m for pattern in (SUBJECT, guards.ARGUED) for m in pattern.finditer(passage.masked, at))
        after_comma = [
            m for m in ahead if passage.masked.endswith(", ", 0, m.start()) and m.lastgroup not in ("case", "nocourt")
        ]
        first = min(after_comma, key=lambda m: m.start(), default=None)
        if first is not None and first.re is guards.ARGUED:
            return Speaker("party"), True
        found = first if first is not None and first.lastgroup not in ("we", "this") else None
    if found is None:
        return according(passage, at)
    speaker = named(passage, found)
    return (earlier(passage, found.start()) if speaker.actor == own(passage.part) else speaker), True
