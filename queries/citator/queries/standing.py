"""What the treatments of a case make of it: which of them count, how far, and which was done by whom that may.

Who acts decides what an act can do. A reviewing court, or the court en banc, changes what a case is worth; a
panel of the same court may follow, limit or question it; another court only agrees or disagrees; a
dissent or a party changes nothing. ``citator.graph.courts`` holds the rules and their sources.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from citator.queries.acts import Act, acts_on, by_severity, involving
from citator.queries.points import same_point

if TYPE_CHECKING:
    from citator.graph.courts import Bench
    from citator.graph.library import Library
    from citator.queries.cases import Case

__all__ = ["LOST", "STANDINGS", "Inquiry", "Power", "Reason", "Standing", "bounded", "decided_by", "power_of", "worst"]

Standing = Literal[
    "overruled", "overruled_in_part", "reversed", "reversed_in_part", "vacated", "vacated_in_part", "superseded",
    "abrogated", "abrogated_in_part", "in_doubt", "limited", "questioned", "criticized", "distinguished",
    "followed", "none",
]  # fmt: skip

#: Gravest first, each with the words that head an answer.
STANDINGS: dict[Standing, str] = {
    "overruled": "overruled",
    "reversed": "reversed",
    "vacated": "vacated",
    "superseded": "superseded",
    "abrogated": "abrogated",
    "overruled_in_part": "overruled in part",
    "reversed_in_part": "reversed in part",
    "vacated_in_part": "vacated in part",
    "abrogated_in_part": "abrogated in part",
    "in_doubt": "in doubt",
    "limited": "limited",
    "questioned": "questioned",
    "criticized": "criticized",
    "distinguished": "distinguished",
    "followed": "followed",
    "none": "no treatment found in this library",
}
_RANK = {standing: rank for rank, standing in enumerate(STANDINGS)}
_WHOLLY_LOST: frozenset[Standing] = frozenset(list(STANDINGS)[:5])

#: What takes a case's force away, wholly or in part.
LOST: frozenset[Standing] = frozenset(list(STANDINGS)[:9])

#: ``may``: the actor's court may take the case's force away; ``same_court``: it sits beside the court that
#: decided, and is bound by it; ``elsewhere``: another court, free to agree or not; ``none``: no court's act.
Power = Literal["may", "same_court", "elsewhere", "none"]

# A treatment by a court whose word counts → what the case then is: in full, or where the act has limits.
_MADE: dict[str, tuple[Standing, Standing]] = {
    "overrules": ("overruled", "overruled_in_part"),
    "abrogates": ("abrogated", "abrogated_in_part"),
    "superseded": ("superseded", "limited"),
    "reverses": ("reversed", "reversed_in_part"),
    "vacates": ("vacated", "vacated_in_part"),
    "disapproves": ("in_doubt", "limited"),
    "declines_to_follow": ("questioned", "questioned"),
    "criticizes": ("criticized", "criticized"),
    "questions": ("questioned", "questioned"),
    "limits": ("limited", "limited"),
    "distinguishes": ("distinguished", "distinguished"),
    "declines_to_extend": ("distinguished", "distinguished"),
    **dict.fromkeys(("affirms", "follows", "adopts", "extends", "approves", "reconciles"), ("followed", "followed")),
}
_NULLIFIES = frozenset({"overrules", "abrogates", "disapproves"})
_STATES = frozenset({"overrules", "abrogates", "superseded", "reverses", "vacates", "limits"})
_SAME_CASE = frozenset({"reverses", "vacates", "affirms", "superseded"})


@dataclass(frozen=True, slots=True)
class Reason:
    """One treatment, whether its court may do it, and what the acting decision is itself worth.

    ``on_point`` is false for a treatment on another point of law than the one asked about. ``undone`` means
    that the acting decision has lost its own force on the point it acted upon. ``bounded`` means that
    the same decision limits the same act in another passage, and here only speaks of it again.
    """

    act: Act
    power: Power
    rule: str | None = None  # of precedent, in words, where one decided the power
    acting_standing: Standing = "none"
    undone: bool = False
    bounded: bool = False
    on_point: bool = True

    @property
    def makes(self) -> Standing:
        """What this treatment alone makes of the case."""
        made = _made(self.act, self.power, self.bounded) if self.on_point else "none"
        if self.undone:
            return "in_doubt" if made in LOST else "none"
        return made

    @property
    def counts(self) -> bool:
        return self.makes != "none"


def bounded(acts: Iterable[Act]) -> frozenset[str]:
    """The acts without limits whose limits stand in another passage: ids of the later mentions of "we overrule it"."""
    known = list(acts)
    limited = {(act.acting_case.id, act.treatment) for act in known if act.acting_case and act.scope != "full"}
    return frozenset(
        act.id
        for act in known
        if act.acting_case and act.scope == "full" and (act.acting_case.id, act.treatment) in limited
    )


def _made(act: Act, power: Power, bounded: bool) -> Standing:
    if act.treatment not in _MADE or power == "none":
        return "none"
    whole, limited = _MADE[act.treatment]
    if power == "may":
        return whole if act.scope == "full" and not bounded else limited
    if power == "same_court":  # a panel that says it overrules a panel has only questioned it
        return "questioned" if act.treatment in _NULLIFIES else whole
    return whole if whole in ("followed", "distinguished") else "criticized"


def worst(reasons: Iterable[Reason]) -> Standing:
    """The gravest of what the treatments make, where *only* means only.

    A case followed by a court it counts for is not "criticized only" because another court disagrees, nor
    "distinguished only".
    """
    counted = [reason for reason in reasons if reason.counts]
    made = {reason.makes for reason in counted}
    if any(reason.makes == "followed" and reason.power != "elsewhere" for reason in counted):
        made.discard("distinguished")
        if not any(reason.makes == "criticized" and reason.power != "elsewhere" for reason in counted):
            made.discard("criticized")
    return min(made, key=_RANK.__getitem__, default="none")


def power_of(act: Act, case: Case, court: str | None = None) -> tuple[Power, str | None]:
    """What the actor can do to the case, and the rule of precedent that says so.

    With ``court``, a court that binds that one counts there like the case's own.
    """
    from citator.graph.courts import binds, may_overrule

    if act.actor == "non_court":  # a legislature displaces a decision; what else it does is no court's act
        return ("may" if act.treatment == "superseded" else "none"), None
    if act.actor not in ("this_court", "third_court"):
        return "none", None
    actor = act.acting_case
    if actor is None and act.actor_name is None and act.treatment in _STATES:
        actor = act.citing_case  # "X has been limited": the court that says so says it is the law
    if actor is None:
        return "elsewhere", None
    acting, treated = _bench(actor), _bench(case)
    ruling = may_overrule(acting, treated)
    if ruling.answer == "yes":
        return "may", ruling.rule.says
    if act.treatment in _SAME_CASE and ruling.answer == "unknown":
        return "may", None  # only a court with power over the judgment enters into its history
    if acting.court == treated.court or (court and binds(acting, court).answer == "yes"):
        if act.treatment in _SAME_CASE:
            return "may", None  # a court on rehearing
        return "same_court", ruling.rule.says
    if act.treatment in _SAME_CASE and act.basis == "reported" and act.treatment != "superseded":
        return "may", None
    return "elsewhere", ruling.rule.says


def _bench(case: Case) -> Bench:
    from citator.graph.courts import Bench

    return Bench(case.court, case.en_banc, case.date or (str(case.year) if case.year else None))


def decided_by(act: Act, as_of: str | None) -> bool:
    """Whether the act was done by a day (``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; the whole period counts).

    An act recounted without a date was done at the latest when it was recounted.
    """
    if as_of is None:
        return True
    case = act.acting_case or act.citing_case
    if case.date is None and case.year is None:
        case = act.citing_case
    day = case.date or (str(case.year) if case.year else None)
    return day is None or day[: len(as_of)] <= as_of[: len(day)]


@dataclass
class Inquiry:
    """One question to one library; what was worked out on the way is worked out once."""

    library: Library
    as_of: str | None = None
    court: str | None = None
    _acts: dict[str, tuple[Act, ...]] = field(default_factory=dict, repr=False)
    _standings: dict[str, tuple[Standing, tuple[Reason, ...]]] = field(default_factory=dict, repr=False)

    def involving(self, case: Case) -> tuple[Act, ...]:
        if case.id not in self._acts:
            found = involving(self.library, case)
            self._acts[case.id] = tuple(act for act in found if decided_by(act, self.as_of))
        return self._acts[case.id]

    def acts_on(self, case: Case) -> list[Act]:
        return by_severity(acts_on(self.involving(case), case))

    def reasons(self, case: Case, on_point: Callable[[Act], bool] = lambda act: True) -> tuple[Reason, ...]:
        """Every treatment of the case, weighed."""
        acts = self.acts_on(case)
        points = [act.point for act in acts]
        again = bounded(acts)
        weighed = (self._weigh(act, case, points) for act in acts)
        return tuple(replace(r, on_point=on_point(r.act), bounded=r.act.id in again) for r in weighed)

    def _weigh(self, act: Act, case: Case, points: Sequence[str]) -> Reason:
        power, rule = power_of(act, case, self.court)
        standing, undoing = self.standing(act.acting_case)
        undone = standing in _WHOLLY_LOST or any(same_point(act.point, other.act.point, points) for other in undoing)
        return Reason(act, power, rule, standing, undone)

    def standing(self, case: Case | None) -> tuple[Standing, tuple[Reason, ...]]:
        """What a decision is worth as a whole, and the treatments that cost it its force in part.

        A decision that leads back to itself is not asked a second time.
        """
        if case is None:
            return "none", ()
        if case.id not in self._standings:
            self._standings[case.id] = ("none", ())
            reasons = self.reasons(case)
            partly = tuple(reason for reason in reasons if reason.makes in LOST)
            self._standings[case.id] = (worst(reasons), partly)
        return self._standings[case.id]
