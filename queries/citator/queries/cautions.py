"""What nobody said about a case but a careful reader would check before relying on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from citator.queries import stored
from citator.queries.acts import Act, acts_by, own
from citator.queries.cases import Case, Evidence, details
from citator.queries.points import same_point
from citator.queries.standing import LOST, STANDINGS, Inquiry, Reason

__all__ = ["Caution", "cautions"]

Kind = Literal["later_history", "relies_on_overruled", "text_not_held", "unresolved", "name_differs"]

_RELIES = frozenset({"follows", "adopts", "extends", "approves"})

# Review of a judgment takes a few years; the same names again after ten are another dispute.
_YEARS_OF_REVIEW = 10


@dataclass(frozen=True, slots=True)
class Caution:
    """``case`` and ``evidence`` say which decision is meant and where it shows, where that applies."""

    kind: Kind
    text: str
    case: Case | None = None
    evidence: Evidence | None = None


def cautions(inquiry: Inquiry, case: Case, reasons: tuple[Reason, ...]) -> tuple[Caution, ...]:
    """For the case, and for the decisions whose treatments made it what it is."""
    actors = {
        reason.act.acting_case.id: reason.act.acting_case
        for reason in reasons
        if reason.act.acting_case is not None and reason.makes in LOST
    }
    later = {
        caution.case.id if caution.case else "": caution
        for decision in (case, *actors.values())
        for caution in _later_history(inquiry, decision, case)
    }
    return (
        *later.values(),
        *_relies_on_lost(inquiry, case),
        *_name_differs(inquiry, case),
        *_not_told(inquiry, case),
        *_not_held(case),
    )


def _later_history(inquiry: Inquiry, decision: Case, asked: Case) -> Iterator[Caution]:
    """A later decision of a higher court under the same caption, cited anywhere, of which no act is known."""
    from citator.graph.courts import reviewers

    above = set(reviewers(decision.court))
    known = {act.acting_case.id for act in inquiry.acts_on(decision) if act.acting_case is not None}
    for later in _same_caption(inquiry, decision):
        if later.court not in above or later.id in known or decision.year is None or later.year is None:
            continue
        if not decision.year <= later.year <= decision.year + _YEARS_OF_REVIEW:
            continue
        if inquiry.as_of is not None and str(later.year) > inquiry.as_of[:4]:
            continue
        where, evidence = _cited_where(inquiry, later)
        held = "no act upon this case was read in its text" if later.text_held else "its text is not in this library"
        about = "" if decision.id == asked.id else f" as {decision}, which acts here"
        yield Caution(
            "later_history",
            f"a later decision of a higher court has the same caption{about}: {later}; "
            f"it is cited{where}, but {held}: check whether it changes what is said here",
            later,
            evidence,
        )


def _same_caption(inquiry: Inquiry, case: Case) -> list[Case]:
    """Other decisions between the same parties, whichever stands first."""
    from citator.graph.names import caption_key

    if not case.name:
        return []
    parties = _parties(caption_key(case.name))
    letters = max(re.findall(r"[^\W_]+", case.name.lower().replace("united states", "")), key=len, default="")
    if not letters:
        return []
    rows = inquiry.library.select(stored.load("cases-named").text, letters=letters)
    same = dict.fromkeys(str(row["case"]) for row in rows if _parties(caption_key(str(row["name"]))) == parties)
    return [found for found in details(inquiry.library, same).values() if found.id != case.id]


def _parties(key: str) -> frozenset[str]:
    return frozenset(key.split(" v "))


def _cited_where(inquiry: Inquiry, case: Case) -> tuple[str, Evidence | None]:
    rows = inquiry.library.select(stored.load("citations-of").text, case=case.iri)
    if not rows:
        return "", None
    row = rows[0]
    citing = details(inquiry.library, [str(row["citing"])])
    where = ", ".join(
        [str(case) for case in citing.values()]
        + ([f"page {row['page']}"] if row["page"] else [])
        + ([f"note {row['footnote']}"] if row["footnote"] else [])
    )
    evidence = Evidence(str(row["words"]), int(row["start"] or 0), int(row["end"] or 0), str(row["source"]))
    return f" in {where}", evidence


def _relies_on_lost(inquiry: Inquiry, case: Case) -> Iterator[Caution]:
    """It follows or adopts a case that has since lost its force on the same point."""
    seen: set[str] = set()
    for act in acts_by(inquiry.involving(case), case):
        if act.treatment not in _RELIES or not (own(act) or act.acting_case == case):
            continue
        for target in act.targets:
            standing, lost = inquiry.standing(target)
            if standing not in LOST or target.id in seen:
                continue
            if (why := _on_same_point(act, lost)) is not None:
                seen.add(target.id)
                yield Caution(
                    "relies_on_overruled",
                    f"it {act.treatment.replace('_', ' ')} {target}, since {STANDINGS[standing]} "
                    f"by {why.act.actor_words} ({why.act.place})",
                    target,
                    act.evidence,
                )


def _on_same_point(act: Act, lost: tuple[Reason, ...]) -> Reason | None:
    """The act that took the force of what is relied on: all of it, or the point that ``act`` takes from it."""
    for reason in lost:
        if reason.act.scope == "full" or same_point(act.point, reason.act.point, [act.point, reason.act.point]):
            return reason
    return None


def _name_differs(inquiry: Inquiry, case: Case) -> Iterator[Caution]:
    for row in inquiry.library.select(stored.load("name-differs").text, case=case.iri):
        yield Caution("name_differs", f"its citation is also given with another name: {row['name']}", case)


def _not_told(inquiry: Inquiry, case: Case) -> Iterator[Caution]:
    """References that could not be told and whose words could mean this case."""
    names = [word for word in re.findall(r"[^\W\d_]{4,}", case.name or "") if word not in ("United", "States")]
    for row in inquiry.library.select(stored.load("unresolved").text):
        words = str(row["words"])
        if any(re.search(rf"\b{name}\b", words) for name in names):
            yield Caution(
                "unresolved",
                f"“{' '.join(words.split())}” in {row['file']} may mean this case"
                + (f": {row['why']}" if row["why"] else ""),
                case,
                Evidence(words, int(row["start"] or 0), int(row["end"] or 0), str(row["source"])),
            )


def _not_held(case: Case) -> Iterator[Caution]:
    if not case.text_held:
        yield Caution(
            "text_not_held",
            "its own text is not in this library: what it holds is known only from the opinions that cite it",
            case,
        )
