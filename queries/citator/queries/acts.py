"""Treatments in a library → values with the cases spelled out: who did what to which authority, in which words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from citator.corpus.model import TREATMENTS
from citator.queries import stored
from citator.queries.cases import Case, Evidence, details, iri, short_id

if TYPE_CHECKING:
    from citator.graph.library import Library, Row, Value

__all__ = [
    "ACTORS",
    "SCOPES",
    "WHOSE",
    "Act",
    "acts_by",
    "acts_on",
    "by_severity",
    "involving",
    "own",
    "part_words",
    "whose",
]

#: How an actor is spoken of.
ACTORS: dict[str, str] = {
    "this_court": "the court",
    "this_separate": "a separate opinion",
    "third_court": "another court, as recounted",
    "party": "a party, as recounted",
    "lower_court": "the court below, as recounted",
    "separate_opinion": "a separate opinion, as spoken of",
    "non_court": "a body that is no court",
}

SCOPES: dict[str, str] = {
    "full": "",
    "to_the_extent": "to the extent stated",
    "in_part": "in part",
    "on_other_grounds": "on other grounds",
    "language": "as to its language",
}

# The passive of each treatment, for a case to which it was done.
_DONE: dict[str, str] = {
    "overrules": "overruled", "abrogates": "abrogated", "superseded": "superseded", "reverses": "reversed",
    "vacates": "vacated", "disapproves": "disapproved", "declines_to_follow": "not followed",
    "criticizes": "criticized", "questions": "questioned", "limits": "limited", "distinguishes": "distinguished",
    "declines_to_extend": "not extended", "contrasts": "cited as contrary", "affirms": "affirmed",
    "follows": "followed", "adopts": "adopted", "extends": "extended", "approves": "approved",
    "reconciles": "reconciled", "quotes": "quoted", "cites": "cited", "explains": "explained",
    "compares": "compared", "mentions": "mentioned", "history": "procedural history",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Act:
    """One treatment. ``acting_case`` is the decision whose act it is; ``citing_case`` the one whose text says so.

    ``part`` is the kind of opinion part in which it stands, ``author`` its author; ``proposition`` the words
    that state the point of law. ``unnamed`` are treated authorities known by name only.
    """

    id: str
    treatment: str
    polarity: str
    scope: str
    extent: str | None
    acting_case: Case | None
    citing_case: Case
    targets: tuple[Case, ...]
    unnamed: tuple[str, ...]
    actor: str
    actor_name: str | None
    part: str | None
    author: str | None
    page: str | None
    footnote: str | None
    proposition: str | None
    evidence: Evidence
    basis: str
    confidence: float | None
    rule: str | None

    @property
    def iri(self) -> str:
        return iri(self.id)

    @property
    def done(self) -> str:
        """``overruled to the extent stated``."""
        return f"{_DONE[self.treatment]} {SCOPES[self.scope]}".strip()

    @property
    def actor_words(self) -> str:
        """Who acts, for the middle of a sentence."""
        if self.acting_case is not None:
            return str(self.acting_case)
        if self.actor == "this_separate":
            whose = f"{self.author}’s" if self.author else "a"
            return f"{whose} {(self.part or 'separate opinion').replace('_', ' ')} in {self.citing_case}"
        return self.actor_name or ACTORS[self.actor]

    @property
    def place(self) -> str:
        """Part, page and note: ``lead opinion (Reinhardt), page 1513, note 1``."""
        return ", ".join(
            bit
            for bit in (
                part_words(self.part, self.author),
                f"page {self.page}" if self.page else "",
                f"note {self.footnote}" if self.footnote else "",
            )
            if bit
        )

    @property
    def point(self) -> str:
        """Every word that says which point of law is meant."""
        return " ".join(filter(None, (self.proposition, self.extent, self.evidence.text)))


def part_words(part: str | None, author: str | None) -> str:
    """
    >>> part_words("lead", "Reinhardt"), part_words("dissent", None)
    ('lead opinion (Reinhardt)', 'dissent')
    """
    if part is None:
        return ""
    words = part.replace("_", " ")
    return (f"{words} opinion" if part in ("lead", "plurality") else words) + (f" ({author})" if author else "")


def involving(library: Library, case: Case) -> tuple[Act, ...]:
    """Every treatment the case has a part in, in text order."""
    rows = library.select(stored.load("treatments").text, case=case.iri)
    roles = ("citing", "acting", "target")
    cases = details(library, dict.fromkeys(str(row[role]) for row in rows for role in roles if row[role]))
    return tuple(_act(list(group), cases) for _, group in groupby(rows, lambda row: row["act"]))


def _act(rows: list[Row], cases: dict[str, Case]) -> Act:
    """One treatment from its rows, which differ in the target only."""
    row = rows[0]

    def several(column: str) -> Iterable[str]:
        return dict.fromkeys(str(row[column]) for row in rows if row[column] is not None)

    return Act(
        id=short_id(str(row["act"])),
        treatment=str(row["treatment"]),
        polarity=str(row["polarity"]),
        scope=str(row["scope"]),
        extent=_word(row["extent"]),
        acting_case=cases.get(str(row["acting"])),
        citing_case=cases[str(row["citing"])],
        targets=tuple(cases[target] for target in several("target")),
        unnamed=tuple(several("targetName")),
        actor=str(row["actor"]),
        actor_name=_word(row["actorName"]),
        part=_word(row["part"]),
        author=_word(row["author"]),
        page=_word(row["page"]),
        footnote=_word(row["footnote"]),
        proposition=_word(row["point"]),
        evidence=Evidence(str(row["words"]), int(row["start"] or 0), int(row["end"] or 0), str(row["source"])),
        basis=str(row["basis"]),
        confidence=None if row["confidence"] is None else float(row["confidence"]),
        rule=_word(row["rule"]),
    )


def _word(value: Value) -> str | None:
    return None if value is None else str(value)


def acts_on(acts: Iterable[Act], case: Case) -> tuple[Act, ...]:
    """Those that are done to the case."""
    return tuple(act for act in acts if any(target.id == case.id for target in act.targets))


def acts_by(acts: Iterable[Act], case: Case) -> tuple[Act, ...]:
    """Those that stand in the case's text, or that another text recounts as the case's own."""
    return tuple(
        act
        for act in acts
        if act.citing_case.id == case.id or (act.acting_case is not None and act.acting_case.id == case.id)
    )


def own(act: Act) -> bool:
    """Whether it is the court's own act and not one it recounts."""
    return act.actor == "this_court"


#: Headings for what stands in one text, the weightiest first.
WHOSE = ("By the court", "By separate opinions", "Recounted of others")


def whose(act: Act) -> str:
    """Under which of ``WHOSE`` an act falls: a text recounts much that its court does not do."""
    if act.actor == "this_court":
        return WHOSE[0]
    return WHOSE[1] if act.actor == "this_separate" else WHOSE[2]


def by_severity(acts: Iterable[Act]) -> list[Act]:
    """Gravest first, then the higher court, then the newer decision, then the order of the text."""
    from citator.graph.courts import court

    def key(act: Act) -> tuple[int, int, int, str, int]:
        actor = act.acting_case or act.citing_case
        decided = court(actor.court)
        return (
            TREATMENTS.index(act.treatment),
            decided.tier if decided else 9,
            -(actor.year or 0),
            act.evidence.source,
            act.evidence.start,
        )

    return sorted(acts, key=key)
