"""Questions on which courts, or panels of one court, are divided: read from a court's refusals to follow others."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from citator.queries import stored
from citator.queries.acts import Act, involving, own
from citator.queries.cases import Case, details
from citator.queries.points import ENOUGH, Matcher
from citator.queries.standing import power_of

if TYPE_CHECKING:
    from citator.graph.library import Library

__all__ = ["Split", "splits"]

_AGAINST = frozenset({"declines_to_follow", "disapproves", "criticizes", "contrasts", "overrules"})

Between = Literal["courts", "panels", "resolved"]


@dataclass(frozen=True, slots=True)
class Split:
    """One passage in which a court goes another way than others.

    ``between`` is *courts* (neither is bound by the other), *panels* of one court, or *resolved*: the
    acting decision may settle it and does. ``against`` are the decisions not followed.
    """

    between: Between
    acting_case: Case
    against: tuple[Case, ...]
    acts: tuple[Act, ...]

    @property
    def courts(self) -> tuple[str, ...]:
        """The courts on the other side, each once."""
        return tuple(dict.fromkeys(case.court_words or "Supreme Court" for case in self.against if case.court))


def splits(library: Library, words: str | None = None) -> tuple[Split, ...]:
    """Every division the library shows, by acting decision; with ``words``, those that they are about."""
    addresses = [str(row["case"]) for row in library.select(stored.load("disagreements").text)]
    found = [split for case in details(library, addresses).values() for split in _of(library, case)]
    if words:
        matcher = Matcher(words, [_about(split) for split in found])
        found = [split for split in found if matcher.score(_about(split)) >= ENOUGH]
    return tuple(found)


def _about(split: Split) -> str:
    return " ".join(act.point for act in split.acts)


def _of(library: Library, case: Case) -> list[Split]:
    acts = [
        act
        for act in involving(library, case)
        if act.citing_case == case and own(act) and act.treatment in _AGAINST and act.targets
    ]
    return [
        Split(
            between, case, tuple(dict.fromkeys(target for act in together for target in act.targets)), tuple(together)
        )
        for (*_, between), group in groupby(acts, _passage)
        if (together := list(group))
    ]


def _passage(act: Act) -> tuple[int, int, Between]:
    """Acts with the same evidence go against their targets together."""
    power, _ = power_of(act, act.targets[0])
    between: Between = "resolved" if power == "may" else "panels" if power == "same_court" else "courts"
    return act.evidence.start, act.evidence.end, between
