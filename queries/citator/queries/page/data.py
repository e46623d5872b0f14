"""What the explorer page shows, as frozen values: cases, acts, points of law, and the words that prove them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from citator.corpus.model import Actor, Basis, PartKind, Scope, TreatmentLabel

Tier = Literal["supreme", "en_banc", "panel", "district", "state", "other"]
TIERS: Final[tuple[Tier, ...]] = get_args(Tier)
"""Rows of the graph, from the top."""

StanceKind = Literal["states", "adopts", "follows", "limits", "rejects", "reserves"]

STRENGTH: Final[tuple[TreatmentLabel, ...]] = (
    "overrules", "reverses", "vacates", "abrogates", "superseded", "disapproves", "declines_to_follow",
    "reconciles", "limits", "questions", "criticizes", "distinguishes", "declines_to_extend",
    "affirms", "adopts", "follows", "extends", "approves", "explains",
    "contrasts", "quotes", "compares", "cites", "history", "mentions",
)  # fmt: skip
"""What a reader wants to see first, where one case has done several things to another."""

WEAK: Final[frozenset[TreatmentLabel]] = frozenset(STRENGTH[STRENGTH.index("explains") + 1 :])
"""Treatments that say little more than that the case was cited; they do not carry a chain of precedent."""

_GOVERNMENTS: Final = re.compile(
    r"(?:United States|U\.? ?S\.?|State|People|Commonwealth|Government|Territory)(?: of .*)?$", re.IGNORECASE
)
_VERSUS: Final = re.compile(r"\s+(?:v|vs)\.?\s+")


def short_name(name: str) -> str:
    """The party by which lawyers call a case: the first that is no government.

    >>> short_name("United States v. Gutierrez"), short_name("Bordenkircher v. Hayes"), short_name("In re Winship")
    ('Gutierrez', 'Bordenkircher', 'In re Winship')
    >>> short_name("People of the State of California v. Wayte")
    'Wayte'
    """
    parties = _VERSUS.split(name.strip())
    if len(parties) == 1:
        return parties[0]
    private = [party for party in parties if not _GOVERNMENTS.match(party)]
    return private[0] if private else name.strip()


@dataclass(frozen=True, slots=True)
class Case:
    """A decision. ``held`` is true where the library has its text, false where it is only cited."""

    id: str
    name: str
    citation: str | None = None
    other_citations: tuple[str, ...] = ()
    court: str | None = None  # as in the parenthesis of a citation: 9th Cir.
    year: int | None = None
    date: str | None = None
    en_banc: bool = False
    tier: Tier = "other"
    held: bool = False

    @property
    def where_when(self) -> str:
        """Court and year.

        >>> Case("a", "United States v. Armstrong", court="9th Cir.", year=1995).where_when
        '9th Cir. 1995'
        """
        court = "U.S." if self.tier == "supreme" else self.court
        return " ".join(str(value) for value in (court, self.year) if value is not None)

    def cite(self, page: str | None = None, footnote: str | None = None) -> str:
        """The citation in full, with a pin cite when a page or a note is given.

        >>> Case("a", "United States v. Armstrong", "48 F.3d 1508", (), "9th Cir.", 1995, None, True).cite("1513", "1")
        'United States v. Armstrong, 48 F.3d 1508, 1513 n.1 (9th Cir. 1995) (en banc)'
        >>> Case("b", "Wayte v. United States", "470 U.S. 598", (), "U.S.", 1985, tier="supreme").cite()
        'Wayte v. United States, 470 U.S. 598 (1985)'
        >>> Case("c", "12 F.3d 34 (5th Cir. 1993)", "12 F.3d 34", (), "5th Cir.", 1993).cite("36")  # cited without a name
        '12 F.3d 34, 36 (5th Cir. 1993)'
        """
        nameless = self.citation is not None and self.name.startswith(f"{self.citation} (")
        pin = " ".join(mark for mark in (page, f"n.{footnote}" if footnote else None) if mark)
        head = ", ".join(words for words in (None if nameless else self.name, self.citation, pin) if words)
        # The reporter already says that the Supreme Court decided.
        weights = [
            str(self.year or "") if self.tier == "supreme" else self.where_when,
            "en banc" if self.en_banc else "",
        ]
        return head + "".join(f" ({weight})" for weight in weights if weight)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage: ``words`` stand at ``start:end`` (code points) in the opinion of the case ``source``."""

    source: str
    start: int
    end: int
    words: str
    part: PartKind | None = None
    author: str | None = None
    page: str | None = None
    footnote: str | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """One thing done to one authority or several (*reconciles*), with its proof.

    ``treatment`` is None where a case is cited and nothing more could be told: not classified, which is not the
    same as neutral. ``acting`` is the decision that acts; ``evidence.source`` the opinion that says so, another one
    where an act is recounted. ``own`` is false where ``acting`` does not act itself: a dissent, a party, a court that
    could not be told.
    """

    id: str
    acting: str
    targets: tuple[str, ...]
    treatment: TreatmentLabel | None
    evidence: Evidence
    own: bool = True
    actor: Actor = "this_court"
    actor_name: str | None = None
    scope: Scope = "full"
    extent: str | None = None
    basis: Basis | None = None
    confidence: float | None = None

    @property
    def rank(self) -> int:
        """Place in the order of what a reader wants to see first; a court's own act comes before anyone else's."""
        strength = STRENGTH.index(self.treatment) if self.treatment else len(STRENGTH)
        return strength + (0 if self.own else len(STRENGTH) + 1)

    @property
    def weak(self) -> bool:
        return self.treatment is None or self.treatment in WEAK or not self.own


@dataclass(frozen=True, slots=True)
class Stance:
    """What a case does with a point of law, in its own words or as ``evidence.source`` describes it."""

    id: str
    case: str
    kind: StanceKind
    described: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Point:
    """A point of law that several cases speak to."""

    id: str
    wording: str
    stances: tuple[Stance, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Text of the opinion of ``case`` from offset ``start``; ``whole`` when it is all of it."""

    case: str
    start: int
    text: str
    whole: bool = True


@dataclass(frozen=True, slots=True)
class PageData:
    """Everything on one page. ``focus`` are the cases asked for; the page opens on the first.

    ``left_out`` counts the cases of the library that are not on the page.
    """

    title: str
    cases: tuple[Case, ...]
    acts: tuple[Act, ...] = ()
    points: tuple[Point, ...] = ()
    passages: tuple[Passage, ...] = ()
    focus: tuple[str, ...] = ()
    version: str = ""
    left_out: int = 0
    by_id: dict[str, Case] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {case.id: case for case in self.cases})

    @property
    def held(self) -> tuple[Case, ...]:
        return tuple(case for case in self.cases if case.held)
