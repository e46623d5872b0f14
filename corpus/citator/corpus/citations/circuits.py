"""The circuit or district an opinion of the Supreme Court leaves out of a citation, since its sentence or caption names it.

``The Ninth Circuit reversed. 48 F.3d 1508 (1995)``: the year alone stands in the parenthesis.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from citator.corpus.citations.courts import STATES, court_named
from citator.corpus.model import Citation, Opinion
from citator.corpus.offsets import Edited

_WORDS = r"First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|D\.\s?C\.|District\sof\sColumbia|Federal"
_CIRCUIT = re.compile(rf"\b(?P<which>{_WORDS})\sCircuit\b")
_BELOW = re.compile(rf"\bCOURT\s+OF\s+APPEALS\s+FOR\s+THE\s+(?P<which>{_WORDS})\s+CIRCUIT\b", re.I)
_STATE = "|".join(form for forms in STATES.values() for form in forms if "." not in form)
_DISTRICT = re.compile(
    rf"\bDistrict Court (?:for|of) the (?:(?P<side>[NSEWMC])[a-z]+(?:ern|dle|ral) )?District of (?P<state>Columbia|{_STATE})\b"
)
_OF_DISTRICTS = re.compile(r" F\. Supp\.(?: [23]d)? ")
_OF_CIRCUITS = re.compile(r" F\.(?:[23]d|4th|\sApp'x) ")
_MIXED = re.compile(r"[1-5]?\d F\.2d ")  # volumes that hold decisions of district courts too
_TRIAL_COURT = re.compile(r"\b[Dd]istrict [Cc]ourt\b")
_REACH = 350  # characters between the circuit's name and its decision
_HEAD = 6_000


def told(edited: Edited, opinion: Opinion, citations: Iterable[Citation]) -> list[Citation]:
    """``citations``, those of courts of appeals without a court given that of the words before them."""
    if opinion.decision.court not in (None, "scotus"):
        return list(citations)
    below = _below(opinion)
    found: list[Citation] = []
    ends = 0  # of the last citation that says its court itself
    for c in citations:
        open_ = c.kind == "full_case" and c.court is None and _OF_CIRCUITS.search(c.cite or "")
        trial = c.kind == "full_case" and c.court is None and _OF_DISTRICTS.search(c.cite or "")
        if trial and c.parallel_of is None and c.within is None and not c.name:
            court = _district_spoken_of(edited, ends, c)
            found.append(replace(c, court=court) if court else c)
            continue
        if open_ and c.parallel_of is None and c.within is None:
            court = _spoken_of(edited, ends, c) or (
                below if c.name is None and not _MIXED.match(c.cite or "") else None
            )
            found.append(replace(c, court=court) if court else c)
            continue
        found.append(c)
        if c.kind == "full_case" and c.court not in (None, "scotus"):
            ends = c.full.end
    return found


def _spoken_of(edited: Edited, ends: int, c: Citation) -> str | None:
    """The circuit named last before ``c`` in its paragraph, no other court's decision being cited since ``ends``."""
    at = edited.edited(c.start)
    floor = max(0, at - _REACH, edited.text.rfind("\n", 0, at) + 1, edited.edited(ends) if ends else 0)
    last = max(_CIRCUIT.finditer(edited.text, floor, at), key=re.Match.start, default=None)
    if last is None or (last["which"] == "Federal" and c.year is not None and c.year < 1982):
        return None
    if _MIXED.match(c.cite or "") and _TRIAL_COURT.search(edited.text, last.end(), at):
        return None
    return _court(last["which"])


def _district_spoken_of(edited: Edited, ends: int, c: Citation) -> str | None:
    """The district whose court is named last before ``c``, a decision without a name, in its paragraph."""
    at = edited.edited(c.start)
    floor = max(0, at - _REACH, edited.text.rfind("\n", 0, at) + 1, edited.edited(ends) if ends else 0)
    last = max(_DISTRICT.finditer(edited.text, floor, at), key=re.Match.start, default=None)
    return court_named(f"{last['side'] or ''}D. {last['state'].replace('Columbia', 'D.C.')}") if last else None


def _below(opinion: Opinion) -> str | None:
    """The court whose judgment is reviewed, by the caption."""
    match = _BELOW.search(opinion.text, 0, _HEAD) if opinion.decision.court == "scotus" else None
    return _court(match["which"]) if match else None


def _court(which: str) -> str | None:
    which = " ".join(which.split()).title()
    return court_named("D.C. Cir." if which.startswith("D") else f"{which} Circuit")
