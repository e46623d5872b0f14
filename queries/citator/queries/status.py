"""Is a case still good law? Worked out from its treatments every time it is asked, never stored as a flag.

Finding nothing is said to be finding nothing: it never means that a case is good.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from citator.corpus.errors import UsageError
from citator.queries import stored
from citator.queries.acts import Act
from citator.queries.cautions import Caution, cautions
from citator.queries.passages import Passages
from citator.queries.points import ENOUGH, Matcher
from citator.queries.standing import Inquiry, Reason, Standing, bounded, worst

if TYPE_CHECKING:
    from citator.graph.library import Library
    from citator.queries.cases import Case

__all__ = ["Checked", "Match", "Status", "record", "status"]

# Treatments that, without a limit in their words, go to the whole decision and so to every point of it.
_OF_THE_WHOLE = frozenset(
    {"overrules", "abrogates", "superseded", "reverses", "vacates", "limits", "affirms", "reconciles"}
)


@dataclass(frozen=True, slots=True)
class Match:
    """A passage about the point of law that was asked for, and how much of the question it says (0 to 1)."""

    proposition: str
    score: float


@dataclass(frozen=True, slots=True)
class Checked:
    """``citing`` of ``opinions`` held cite the case; ``unresolved`` references in them lead nowhere for certain."""

    opinions: int
    citing: int
    unresolved: int


@dataclass(frozen=True, slots=True)
class Status:
    """``reasons`` are the treatments that count, gravest first; ``others`` could not change the standing."""

    case: Case
    on: str | None
    as_of: str | None
    court: str | None
    standing: Standing
    reasons: tuple[Reason, ...]
    others: tuple[Reason, ...]
    cautions: tuple[Caution, ...]
    matched: tuple[Match, ...]
    checked: Checked


def status(
    library: Library, case: Case, *, on: str | None = None, as_of: str | None = None, court: str | None = None
) -> Status:
    """The standing of a case, on a point of law, at a day (``YYYY[-MM[-DD]]``), for a court (a courts-db id).

    Raises ``UsageError`` for a day or a court that cannot be.
    """
    _check(as_of, court)
    inquiry = Inquiry(library, as_of, court)
    scores = _scores(inquiry, case, on) if on else None
    again = bounded(inquiry.acts_on(case))

    def on_point(act: Act) -> bool:
        if scores is None:
            return True
        whole = act.scope == "full" and act.treatment in _OF_THE_WHOLE and act.id not in again
        return whole or (act.scope != "on_other_grounds" and scores[act.id].score >= ENOUGH)

    reasons = tuple(reason for reason in inquiry.reasons(case, on_point) if reason.act.treatment != "history")
    matched = sorted({match for match in (scores or {}).values() if match.score >= ENOUGH}, key=_by_score)
    counted = tuple(reason for reason in reasons if reason.counts)
    return Status(
        case=case,
        on=on,
        as_of=as_of,
        court=court,
        standing=worst(reasons),
        reasons=counted,
        others=tuple(sorted((r for r in reasons if not r.counts), key=lambda reason: not reason.on_point)),
        cautions=cautions(inquiry, case, counted),
        matched=tuple(matched),
        checked=_checked(library, case),
    )


def _by_score(match: Match) -> tuple[float, str]:
    return -match.score, match.proposition


def _check(as_of: str | None, court: str | None) -> None:
    from citator.graph.courts import court as known

    if as_of is not None and not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", as_of):
        raise UsageError(f"“{as_of}” is no day: write 1994, 1994-05 or 1994-05-31")
    if court is not None and known(court) is None:
        raise UsageError(f"“{court}” is no court id: write scotus, ca9, cand …")


def _scores(inquiry: Inquiry, case: Case, on: str) -> dict[str, Match]:
    """Treatment → what it says of the point asked for."""
    acts = inquiry.acts_on(case)
    passages = Passages(inquiry.library, case)
    matcher = Matcher(on, [act.point for act in acts])
    return {
        act.id: max((Match(words, matcher.score(words)) for words in passages.of(act)), key=lambda match: match.score)
        for act in acts
    }


def _checked(library: Library, case: Case) -> Checked:
    figures = library.select(stored.load("figures").text)[0]
    citing = {row["citing"] for row in library.select(stored.load("citations-of").text, case=case.iri)}
    return Checked(int(figures["opinions"] or 0), len(citing), int(figures["unresolved"] or 0))


def record(answer: Status) -> dict[str, Any]:
    """What ``status --json`` prints."""
    case = answer.case
    return {
        "case": _case(case) | {"id": case.id, "text_held": case.text_held},
        "on": answer.on,
        "as_of": answer.as_of,
        "court": answer.court,
        "standing": answer.standing,
        "reasons": [_reason(reason) for reason in answer.reasons],
        "others": [_reason(reason) for reason in answer.others],
        "cautions": [
            {
                "kind": caution.kind,
                "text": caution.text,
                "case": caution.case and _case(caution.case),
                "evidence": caution.evidence,
            }
            for caution in answer.cautions
        ],
        "matched": list(answer.matched),
        "checked": answer.checked,
    }


def _case(case: Case) -> dict[str, Any]:
    return {"name": case.name, "citation": case.citation, "court": case.court, "year": case.year}


def _reason(reason: Reason) -> dict[str, Any]:
    act = reason.act
    acting = act.acting_case
    return {
        "treatment": act.treatment,
        "scope": act.scope,
        "extent": act.extent,
        "acting_case": acting and _case(acting) | {"standing": reason.acting_standing},
        "citing_case": _case(act.citing_case),
        "actor": act.actor,
        "actor_name": act.actor_name,
        "power": reason.power,
        "part": act.part,
        "author": act.author,
        "page": act.page,
        "footnote": act.footnote,
        "proposition": act.proposition,
        "evidence": act.evidence,
        "basis": act.basis,
        "confidence": act.confidence,
        "rule": act.rule,
    }
