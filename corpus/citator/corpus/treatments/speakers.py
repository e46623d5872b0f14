"""Whose act a row of the table tells, whose pattern tells the object: the author's, somebody's before the verb, a court's behind it."""

from __future__ import annotations

import re

from citator.corpus.treatments import actors, around, openings, separate
from citator.corpus.treatments.actors import Speaker
from citator.corpus.treatments.passages import Passage
from citator.corpus.treatments.phrases import Row, span

INSIDE = re.compile(
    r"\b(?:in|of|from|under|by|with|than|at|on|upon|since|before|after|between|to|distinguish) $", re.IGNORECASE
)
IT_FIRST = re.compile(r"\W*(?:\w+,? )?it\b", re.IGNORECASE)
LATER_CASES = re.compile(  # "X has been called into question by later decisions"
    r"(?: \w+ly)?,? (?:by|in) (?:\ue000|(?:(?!\b(?:th(?:e|is)|our|own)\b)[\w'-]+ ){0,3}(?:decisions|cases|opinions|authorities|courts|circuits|jurisdictions)\b)",
    re.IGNORECASE,
)


def of_row(passage: Passage, row: Row, m: re.Match[str], at: int) -> tuple[Speaker, bool] | None:
    """The actor of a row whose pattern tells the object, and whether his act is reported."""
    mine = actors.mine(passage)
    if row.actor == "third_court" and (whoever := actors.behind(passage, m.end())):
        return whoever, True
    if row.actor is not None:
        return Speaker(row.actor), row.actor != mine.actor
    if we := span(m, "we"):
        return _who_we_are(passage, m, we)
    if row.object == "agent":
        return actors.according(passage, m.start()) or (mine, False)
    if agent := span(m, "agent"):
        through = around.listed(passage, *agent)
        return (Speaker("third_court", through[0].citation.name, through[0]), True) if through else None
    if (by := span(m, "by")) is not None:
        who = actors.SUBJECT.search(passage.masked, *by)
        if who is None:
            return None
        whoever = actors.named(passage, who)
        return (Speaker("third_court") if whoever.actor == mine.actor else whoever), True
    if row.label in ("questions", "criticizes") and (later := LATER_CASES.match(passage.masked, m.end())):
        through = around.listed(passage, *later.span())
        return Speaker("third_court", through[0].citation.name, through[0]) if through else Speaker("third_court"), True
    voice = actors.reported_voice(passage, m.start())
    opening = actors.subject(passage, passage.clause(at)[0], m.start()) is None
    if voice is None and opening and openings.opens(passage, m.start()):
        return openings.actor(passage, m.start(), m.end())
    if row.object == "supporting" and voice == (Speaker("third_court"), True):
        voice = None  # "although we have recognized A, we have refused B": the court's own, both
    if row.own:
        return voice or _acting_before(passage, row, m, at) or (mine, False)
    clause = passage.clause(at)[0]
    hit = actors.subject(passage, clause, m.start()) or actors.resumed(passage, clause)
    if hit is None:
        return voice
    speaker = actors.named(passage, hit)
    if speaker.actor != mine.actor:
        return speaker, True
    verb = passage.masked[at : m.end()].split(" ", 1)[0]
    past = actors.PAST.search(verb) or actors.PERFECT.search(passage.masked[: m.start()])
    if verb.lower().endswith("ing"):
        past = past or actors.DID.match(passage.masked, hit.end())  # "we rejected it, reaffirming X"
    return (actors.earlier(passage, m.start()), True) if past else (speaker, False)


def _acting_before(passage: Passage, row: Row, m: re.Match[str], at: int) -> tuple[Speaker, bool] | None:
    """Whoever stands before the verb that a match begins with: *the court in X, following Y*, *X cast doubt on Y*."""
    where = span(m, "obj")
    if where is None or where[0] == m.start() or span(m, "we"):
        return None
    hit = actors.subject(passage, passage.clause(at)[0], m.start())
    participle = passage.masked[m.start() :].split(" ", 1)[0].lower().endswith("ing")
    if hit is None or (hit.lastgroup == "nocourt" and not participle) or separate.asked_of(passage, hit):
        return None
    if hit.lastgroup in ("we", "this") or m[0].lower().startswith("reliance"):
        return None  # "the dissent's reliance on X is misplaced": so the author says
    beside = hit.lastgroup == "case" or not INSIDE.search(f"{passage.masked[: hit.start()].rstrip()} ")
    if not participle and not (beside and actors.BESIDE.fullmatch(passage.masked, hit.end(), m.start())):
        return None
    speaker = actors.named(passage, hit)
    return None if speaker.actor == actors.own(passage.part) else (speaker, True)


def it_says(passage: Passage, row: Row) -> bool:
    """*It held that under X …*: what is said in the court's own voice is here another's."""
    return row.own and IT_FIRST.match(passage.masked) is not None


def _who_we_are(passage: Passage, m: re.Match[str], we: tuple[int, int]) -> tuple[Speaker, bool]:
    """*We*, and *the court* where the court speaks of itself: in a separate opinion it is the others, told in the past another."""
    mine = actors.mine(passage)
    if not passage.masked[we[0] : we[1]].lower().startswith("the court"):
        past = actors.PAST.search(passage.masked[we[1] : m.end()].lstrip().split(" ")[0])
        return (actors.earlier(passage, m.start()), True) if past else (mine, False)
    verb = passage.masked[we[1] : m.end()].split(" ", 2)
    court = actors.SUBJECT.match(passage.masked, we[0])
    if court is None or (mine.actor == "this_court" and not any(actors.PAST.search(word) for word in verb[:2])):
        return mine, False
    return actors.named(passage, court), True
