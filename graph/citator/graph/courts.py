"""Court ids in, precedent out: who binds whom, and who may overrule whom, each answer with its rule and source.

The rules and the order of courts are data in ``courts.toml``; names and abbreviations come from courts-db.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

Answer = Literal["yes", "no", "unknown"]
SUPREME_COURT = "scotus"


@dataclass(frozen=True, slots=True)
class Court:
    """``tier`` is 1 for a court of last resort, 2 intermediate, 3 trial, 4 bankruptcy; ``reviewed_by`` a court id."""

    id: str
    name: str
    abbreviation: str
    system: str  # "federal", "state", "tribal" …
    tier: int
    reviewed_by: str | None


@dataclass(frozen=True, slots=True)
class Bench:
    """A court as it sat: ``en_banc`` counts for courts of appeals, ``date`` (or year) for inherited precedent."""

    court: str | None
    en_banc: bool | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of precedent: what it says, in words for a lawyer, and on what authority."""

    id: str
    says: str
    source: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """``unknown`` where the rule differs from place to place, or a court is not known."""

    answer: Answer
    rule: Rule


@cache
def table() -> dict[str, Any]:
    """``courts.toml`` as it stands."""
    return tomllib.loads(resources.files(__package__).joinpath("courts.toml").read_text(encoding="utf-8"))


@cache
def rule(id: str) -> Rule:
    row = table()["rules"][id]
    return Rule(id, row["says"], row["source"])


def court(id: str | None) -> Court | None:
    """The court of a courts-db id.

    >>> court("ca9").abbreviation, court("ca9").tier, court("cand").reviewed_by
    ('9th Cir.', 2, 'ca9')
    >>> court("calctapp").reviewed_by, court("nonesuch")
    ('cal', None)
    """
    return _courts().get(id) if id else None


def reviewers(id: str | None) -> Iterator[str]:
    """The courts above, nearest first.

    >>> list(reviewers("cand"))
    ['ca9', 'scotus']
    """
    here = court(id)
    while here is not None and here.reviewed_by is not None:
        yield here.reviewed_by
        here = court(here.reviewed_by)


def may_overrule(acting: Bench, treated: Bench) -> Ruling:
    """Whether ``acting`` can take away the standing of a decision of ``treated`` (on federal law, where they share it).

    >>> may_overrule(Bench("ca9", en_banc=True), Bench("ca9")).answer
    'yes'
    >>> may_overrule(Bench("ca9"), Bench("ca9")).rule.says
    'a panel is bound by earlier panels and by the court en banc; it may depart only where a higher court has undercut them'
    """
    ours, theirs = court(acting.court), court(treated.court)
    if ours is None or theirs is None:
        return Ruling("unknown", rule("court_unknown"))
    if SUPREME_COURT in (ours.id, theirs.id):
        return Ruling("yes" if ours.id == SUPREME_COURT else "no", rule("higher_federal"))
    if ours.id == theirs.id:
        return _own_precedent(ours, acting)
    if ours.id in reviewers(theirs.id):
        return Ruling("yes", rule("reviewing_court"))
    if theirs.id in reviewers(ours.id):
        return Ruling("no", rule("lower_court"))
    if _inherits(ours.id, treated):
        return Ruling("yes" if acting.en_banc else "no", rule("predecessor"))
    if ours.system != theirs.system and {ours.system, theirs.system} == {"federal", "state"}:
        return Ruling("no", rule("state_law"))
    if ours.system == "state" and ours.tier == theirs.tier == 2 and ours.reviewed_by == theirs.reviewed_by:
        return Ruling("unknown", rule("same_intermediate_court"))
    return Ruling("no", rule("trial_court" if ours.tier >= 3 else "sister_court"))


def binds(deciding: Bench, on: str | None) -> Ruling:
    """Whether a decision of ``deciding`` is binding precedent for the court ``on`` (a panel, if a court of appeals).

    >>> binds(Bench("ca9"), "cand").answer, binds(Bench("ca10", en_banc=True), "ca9").answer
    ('yes', 'no')
    """
    ours, theirs = court(deciding.court), court(on)
    if ours is None or theirs is None:
        return Ruling("unknown", rule("court_unknown"))
    if ours.id == SUPREME_COURT:
        return Ruling("yes", rule("higher_federal"))
    if ours.id == theirs.id:
        if ours.tier == 1:
            return Ruling("yes", rule("last_resort"))
        if ours.tier == 2:
            return (
                Ruling("yes", rule("panel"))
                if ours.system == "federal"
                else Ruling("unknown", rule("same_intermediate_court"))
            )
        return Ruling("no", rule("trial_court"))
    if ours.id in reviewers(theirs.id):
        return Ruling("yes", rule("vertical"))
    if _inherits(theirs.id, deciding):
        return Ruling("yes", rule("predecessor"))
    if ours.system == "state" and ours.tier == 1 and theirs.system == "federal":
        return Ruling("yes", rule("state_law"))
    return Ruling("no", rule("trial_court" if ours.tier >= 3 else "sister_court"))


def _own_precedent(court: Court, acting: Bench) -> Ruling:
    if court.tier == 1:
        return Ruling("yes", rule("last_resort"))
    if court.tier == 2 and court.system == "federal":
        return Ruling("yes", rule("en_banc")) if acting.en_banc else Ruling("no", rule("panel"))
    if court.tier == 2:
        return Ruling("unknown", rule("same_intermediate_court"))
    return Ruling("no", rule("trial_court"))


def _inherits(court: str, treated: Bench) -> bool:
    """A year alone counts when the whole of it lies before the day."""
    return any(
        row["court"] == court
        and row["predecessor"] == treated.court
        and treated.date is not None
        and (treated.date if len(treated.date) > 4 else f"{treated.date}-12-31") < row["before"]
        for row in table()["predecessors"]
    )


@cache
def _courts() -> dict[str, Court]:
    from courts_db import courts  # reads 2,800 courts: 0.05 s

    parents = _reviewed_by()
    return {row["id"]: _place(row, parents.get(row["id"])) for row in courts}


def _reviewed_by() -> dict[str, str]:
    """Court id → the court above it, for the courts that the table lists."""
    rows = table()
    return {
        below: above
        for section in ("subjects", "intermediate")
        for above, courts in rows[section].items()
        for below in courts
    }


def _place(row: dict[str, Any], above: str | None) -> Court:
    rows, id = table(), row["id"]
    system, state = row["system"], row["location"]
    tier = 3
    if id == SUPREME_COURT:
        tier = 1
    elif id in rows["circuits"] or id in rows["subjects"]:
        tier, above = 2, SUPREME_COURT
    elif id in rows["high"].get(state, ()):
        tier, above = 1, SUPREME_COURT
    elif above == SUPREME_COURT or id in _intermediate():
        tier = 2
    elif system == "federal" and above is None and id not in rows["varying"]["tier_3"]:
        tier = 4 if row["type"] == "bankruptcy" else 3
        above = _circuit(row)
    elif system == "state" and above is None and len(rows["high"].get(state, ())) == 1:
        above = rows["high"][state][0]
    return Court(id, row["name"].strip(), row["citation_string"], system, tier, above)


@cache
def _intermediate() -> frozenset[str]:
    rows = table()
    return frozenset([*rows["varying"]["tier_2"], *(id for courts in rows["intermediate"].values() for id in courts)])


def _circuit(row: dict[str, Any]) -> str | None:
    """The circuit a district or bankruptcy court sits in; the circuit courts of before 1912 were reviewed above."""
    if row.get("parent") == "uscirct" or row["id"] in ("uscirct", "circtndfl", "circtsdfl"):
        return SUPREME_COURT
    if "District Court" not in row["name"] and row["type"] != "bankruptcy":
        return None
    return next((id for id, states in table()["circuits"].items() if row["location"] in states), None)
