"""An opinion and its citations → the identity of the decision: what head and facts say, and what citations let one work out.

Every value says in ``basis`` how it was come by. What the text gives no firm hold on stays None; a year
told only by the decisions cited is an estimate and says so.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from citator.corpus.citations.courts import court_of_reporter
from citator.corpus.model import Citation, Decision, Facts, Opinion
from citator.corpus.structure import merge

_KEY = re.compile(r"[^0-9a-z]")
_PARTY = re.compile(
    r"\b(?:Appellant|Appellee|Defendant|Defendant-Appell(?:ant|ee)|Petitioner|Respondent)s? "
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){0,3} [A-Z][\w’'-]+)"
)
_GOVERNMENT = re.compile(r"\bthe (?:government|United States)\b", re.I)
_CRIMINAL = re.compile(r"\b(?:indict|convict|sentenc|pled guilty|pleaded guilty|prosecut)", re.I)
_FEDERAL_JUDGE = re.compile(r"\b(?P<rank>Circuit|District) (?:Judge|JUDGE)")
_JUSTICE = re.compile(r"\b(?:Mr\.|MR\.|Me\.|Chief) +(?:Chief +)?(?:Justice|JUSTICE)\b|\bJUSTICE [A-Z]|\bJustice [A-Z]")
_OF_THE_COURT = re.compile(r"\bof the Court\b|\bcertiorari\b", re.I)
_HEAD = 4_000
_OPENED = re.compile(r"(?:\d:)?(\d\d)-(?:cv|cr|mc|md)-\d")  # the year in a docket number of a district court
_US_REPORTS = re.compile(r"(\d+) U\.S\. \d+")
# Volumes of the U.S. Reports and the year of their first decisions; between two, years run evenly enough.
_VOLUMES = (
    100,
    120,
    140,
    160,
    180,
    200,
    220,
    240,
    260,
    280,
    300,
    320,
    340,
    360,
    380,
    400,
    420,
    440,
    460,
    480,
    500,
    520,
    540,
    560,
    580,
)
_YEARS = (1879, 1887, 1891, 1895, 1901, 1906, 1911, 1916, 1922, 1929, 1937, 1943, 1950, 1959, 1965, 1970, 1975, 1979, 1983, 1987, 1991, 1997, 2003, 2010, 2017)  # fmt: skip


def identify(opinion: Opinion, citations: Sequence[Citation], facts: Facts | None = None) -> Decision:
    """The decision of ``opinion``, as far as it can be known: facts file, container, text, then its citations."""
    decision = opinion.decision
    if facts is not None:
        decision = _prefer(facts, decision)
    decision = _normalised(decision, citations)
    worked_out: dict[str, tuple[Any, str]] = {}

    def work_out(field: str, found: tuple[Any, str] | None) -> None:
        if found is not None and getattr(decision, field) in (None, ()):
            worked_out[field] = found

    work_out("court", _court_of_reporter(decision) or _court(opinion, citations))
    court = decision.court or worked_out.get("court", (None,))[0]
    work_out("name", _name(opinion, court))
    work_out("citation", _own_citation(opinion, decision, citations))
    work_out("year", _year(decision, citations))
    work_out("en_banc", (False, "nothing in the text says en banc"))
    basis = {**dict(decision.basis), **{field: how for field, (_, how) in worked_out.items()}}
    values = {field: value for field, (value, _) in worked_out.items()}
    return replace(decision, **values, basis=tuple(sorted(basis.items())))


def _prefer(facts: Facts, decision: Decision) -> Decision:
    known = Facts(
        **{
            field: getattr(decision, field)
            for field in (
                "name",
                "citation",
                "other_citations",
                "court",
                "date",
                "year",
                "docket",
                "en_banc",
                "disposition",
            )
        }
    )
    return merge((facts, "facts file"), (known, dict(decision.basis)))


def _court_of_reporter(decision: Decision) -> tuple[str, str] | None:
    """The one court whose decisions the reporter it is printed in holds."""
    for cite in (decision.citation, *decision.other_citations):
        match = re.fullmatch(r"\d+ (.+) \d+", cite or "")
        if match and (court := court_of_reporter(match[1])):
            return court, f"worked out: {match[1]} prints the decisions of this court alone"
    return None


def _court(opinion: Opinion, citations: Sequence[Citation]) -> tuple[str, str] | None:
    """The Supreme Court by its justices' style; a court of appeals by the circuit a circuit judge cites most."""
    openings = " ".join(opinion.text[part.start : part.start + 300] for part in opinion.parts)
    if match := _FEDERAL_JUDGE.search(" ".join(openings.split())):
        federal = Counter(
            c.court
            for c in citations
            if c.kind == "full_case" and c.parallel_of is None and c.court and re.fullmatch(r"ca(?:\d+|dc|fc)", c.court)
        )
        total = sum(federal.values())
        if match["rank"] == "Circuit" and federal:
            (court, count), (_, second) = (*federal.most_common(2), (None, 0))[:2]
            if count > 2 and count >= 2 * second:
                return (
                    str(court),
                    f"worked out: a circuit judge writes, and {count} of {total} courts of appeals decisions cited are of this court",
                )
        return None
    if _JUSTICE.search(openings) and (opinion.parts[0].kind != "lead" or _OF_THE_COURT.search(openings)):
        reporters = Counter(c.court for c in citations if c.kind == "full_case" and c.court)
        if reporters and reporters.most_common(1)[0][0] == "scotus":
            return "scotus", "worked out: a Justice speaks for “the Court”, and cites the Supreme Court most"
    return None


def _name(opinion: Opinion, court: object) -> tuple[str, str] | None:
    """A federal criminal appeal names its defendant and calls the other side the government."""
    if not opinion.parts or not isinstance(court, str) or not court.startswith("ca"):
        return None
    start = opinion.parts[0].start
    opening = " ".join(opinion.text[start : start + _HEAD].split())
    match = _PARTY.search(opening)
    if match is None or not _CRIMINAL.search(opening):
        return None
    full = match["name"].removesuffix("'s").removesuffix("’s")
    last = full.split()[-1]
    if opinion.text.count(last) < 4 or len(_GOVERNMENT.findall(opinion.text)) < 3:
        return None
    return f"United States v. {last}", f"worked out: “{match.group()}”, and the government is the other party"


def _own_citation(opinion: Opinion, decision: Decision, citations: Sequence[Citation]) -> tuple[str, str] | None:
    """A cite of this very case whose first page lies just before the pages marked here.

    The sheets of a slip opinion have marks of no length, and numbers that are no reporter's.
    """
    pages = [int(page.page) for page in opinion.pages if page.page.isdigit() and page.start < page.end]
    if not pages or not decision.name:
        return None
    words = _last_party(decision.name)
    for citation in citations:
        if (
            citation.kind in ("full_case", "self_cite")
            and citation.cite
            and citation.name
            and _last_party(citation.name) == words
        ):
            page = re.search(r"(\d+)$", citation.cite)
            if page and pages[0] - 4 <= int(page[1]) <= pages[0]:
                return citation.cite, "worked out: cited in the text, and its page is the first of those marked"
    return None


def _last_party(name: str) -> str:
    return _KEY.sub("", name.lower().split(" v. ")[-1].split()[-1])


def _year(decision: Decision, citations: Sequence[Citation]) -> tuple[int, str] | None:
    """From the date; else an estimate, for most decisions cite one of the year before their own or of their own."""
    if decision.date:
        return int(decision.date[:4]), "from the date"
    dated = [
        (year, c.cite)
        for c in citations
        if c.kind == "full_case" and c.cite and (year := c.year or _volume_year(c.cite))
    ]
    if len(dated) < 3:
        return None
    year, cite = max(dated)
    opened = _OPENED.match(decision.docket or "")
    if opened and (begun := int(opened[1]) + (1900 if int(opened[1]) > 50 else 2000)) > year + 1:
        return begun, f"estimate: the case was opened then (No. {decision.docket})"
    return year + 1, f"estimate: a year after the latest decision cited ({cite}, {year})"


def _volume_year(cite: str) -> int | None:
    """The year a volume of the U.S. Reports tells; older opinions cite them without one.

    >>> _volume_year("298 U.S. 587")
    1936
    """
    match = _US_REPORTS.fullmatch(cite)
    volume = int(match[1]) if match else 0
    i = bisect_right(_VOLUMES, volume) - 1
    if not 0 <= i < len(_VOLUMES) - 1:
        return None
    share = (volume - _VOLUMES[i]) / (_VOLUMES[i + 1] - _VOLUMES[i])
    return int(_YEARS[i] + share * (_YEARS[i + 1] - _YEARS[i]))


def _normalised(decision: Decision, citations: Sequence[Citation]) -> Decision:
    """Own citations in the reporters' normal form, where the citation step knows it."""
    forms = {_KEY.sub("", c.cite.lower()): c.cite for c in citations if c.cite}

    def form(cite: str) -> str:
        return forms.get(_KEY.sub("", cite.lower()), cite)

    return replace(
        decision,
        citation=form(decision.citation) if decision.citation else None,
        other_citations=tuple(form(cite) for cite in decision.other_citations),
    )
