"""Answers that are rows → tables: which columns a lawyer wants to see of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from citator.queries.acts import Act, part_words
from citator.queries.authorities import Authority
from citator.queries.cases import Case
from citator.queries.chains import Chain, Hop
from citator.queries.citing import Link
from citator.queries.propositions import Stance
from citator.queries.splits import Split
from citator.queries.tables import CaseName, Cell, Column, Table

__all__ = ["of_authorities", "of_cases", "of_hops", "of_links", "of_paths", "of_splits", "of_stances", "of_treatments"]


def of_cases(title: str, cases: Sequence[Case]) -> Table:
    return Table(
        title,
        (
            Column("name", "Case", lambda case: CaseName(case.name or case.citation or case.id)),
            Column("citation", "Citation", lambda case: case.citation if case.name else None),
            Column("court", "Court", lambda case: case.court_words or (case.court and "Supreme Court")),
            Column("year", "Year", lambda case: case.year),
            Column("text_held", "Text held", lambda case: case.text_held),
            Column("id", "Id", lambda case: case.id),
        ),
        tuple(cases),
        nothing="No cases.",
    )


def of_links(title: str, links: Sequence[Link], whose: str) -> Table:
    return Table(
        title,
        (
            Column("case", whose, lambda link: link.case.cited),
            Column("treatments", "Treatment", lambda link: _list(link.treatments)),
            Column("times", "Times", lambda link: link.times, right=True),
            Column("pins", "Pin", lambda link: _list(link.pins)),
            Column("parts", "Part", lambda link: _list(link.parts)),
            Column("pages", "Page", lambda link: _list(link.pages)),
        ),
        tuple(links),
        nothing="No citation in this library.",
    )


def of_treatments(
    title: str,
    acts: Sequence[Act],
    *,
    by: bool = False,
    group: Callable[[Act], str] | None = None,
    notes: tuple[str, ...] = (),
) -> Table:
    """``by`` says that one case acts throughout, so that each entry names only what it acts upon."""
    return Table(
        title,
        (
            Column("sentence", "", _done_to if by else _done_by),
            Column("treatment", "Treatment", lambda act: act.treatment.replace("_", " "), spoken=True),
            Column("scope", "Scope", lambda act: act.scope.replace("_", " "), spoken=True),
            Column("place", "", lambda act: act.place),
            Column("citing", "in", lambda act: None if act.citing_case == act.acting_case else str(act.citing_case)),
            Column("basis", "basis:", lambda act: act.basis),
            Column("confidence", "confidence", lambda act: act.confidence),
            Column("extent", "Extent", lambda act: act.extent, quote=True),
            Column("proposition", "Point of law", lambda act: act.proposition, quote=True),
            Column("evidence", "", lambda act: act.evidence.text, quote=True),
        ),
        tuple(acts),
        group=group,
        layout="entries",
        notes=notes,
        nothing="No treatment found in this library.",
    )


def _done_by(act: Act) -> str:
    """``overruled by United States v. Armstrong, …``, with what was treated beside the case asked about."""
    beside = "" if len(act.targets) < 2 else f" (together: {_targets(act)})"
    words = f"{act.done} by {act.actor_words}{beside}"
    return words[0].upper() + words[1:]


def _done_to(act: Act) -> str:
    """``United States v. Daas, … and United States v. Banuelos-Rodriguez, …: reconciled``."""
    by = "" if act.actor == "this_court" else f" by {act.actor_words}"
    return f"{_targets(act)}: {act.done}{by}"


def _targets(act: Act) -> str:
    return " and ".join([*map(str, act.targets), *act.unnamed]) or "an authority that could not be told"


def of_authorities(title: str, rows: Sequence[Authority], notes: tuple[str, ...] = ()) -> Table:
    return Table(
        title,
        (
            Column("authority", "Authority", _authority),
            Column("pages", "Pages", lambda row: _list(row.pages)),
        ),
        tuple(rows),
        group=lambda row: row.category,
        layout="leaders",
        notes=notes,
        nothing="No citation found.",
    )


def _authority(row: Authority) -> CaseName:
    if row.name and row.name != row.citation:
        return CaseName(row.name, f", {row.citation}")
    return CaseName("", row.citation)


def _list(values: Sequence[str]) -> str:
    return ", ".join(value.replace("_", " ") for value in values)


@dataclass(frozen=True, slots=True)
class Step:
    """A hop and the way it is part of, numbered from 1."""

    way: int
    hop: Hop


def of_paths(title: str, found: Sequence[Chain]) -> Table:
    return Table(
        title,
        (*_hop_columns(lambda step: step.hop), Column("way", "Way", lambda step: step.way, spoken=True)),
        tuple(Step(way, hop) for way, chain in enumerate(found, 1) for hop in chain.hops),
        group=lambda step: f"Way {step.way} ({_hops(len(found[step.way - 1].hops))})",
        layout="entries",
    )


def of_hops(title: str, hops: Sequence[Hop]) -> Table:
    return Table(
        title,
        _hop_columns(lambda hop: hop),
        tuple(hops),
        group=lambda hop: f"{_hops(hop.distance)} away",
        layout="entries",
        nothing="No hop of substance found.",
    )


def _hops(count: int) -> str:
    return "1 hop" if count == 1 else f"{count} hops"


def _hop_columns(hop_of: Callable[[Any], Hop]) -> tuple[Column, ...]:
    def on_hop(show: Callable[[Hop], Cell]) -> Callable[[Any], Cell]:
        return lambda record: show(hop_of(record))

    return (
        Column("hop", "", on_hop(lambda hop: f"{hop.from_case} {hop.words} {hop.to_case}")),
        Column("from", "From", on_hop(lambda hop: hop.from_case.id), spoken=True),
        Column("to", "To", on_hop(lambda hop: hop.to_case.id), spoken=True),
        Column("treatment", "Treatment", on_hop(lambda hop: hop.treatment.replace("_", " ")), spoken=True),
        Column("scope", "Scope", on_hop(lambda hop: hop.scope.replace("_", " ")), spoken=True),
        Column("place", "", on_hop(lambda hop: hop.place)),
        Column("basis", "basis:", on_hop(lambda hop: hop.basis)),
        Column("confidence", "confidence", on_hop(lambda hop: hop.confidence)),
        Column("evidence", "", on_hop(lambda hop: hop.evidence.text if hop.evidence else None), quote=True),
    )


def of_stances(title: str, found: Sequence[Stance]) -> Table:
    return Table(
        title,
        (
            Column("case", "", lambda stance: str(stance.case)),
            Column("stance", "", lambda stance: stance.stance),
            Column("own_words", "", lambda stance: "in its own words" if stance.own_words else "as described"),
            Column("described_by", "by", lambda stance: stance.described_by and str(stance.described_by)),
            Column("part", "", lambda stance: part_words(stance.part, stance.author)),
            Column("page", "page", lambda stance: stance.page),
            Column("footnote", "note", lambda stance: stance.footnote),
            Column("evidence", "", lambda stance: stance.evidence.text, quote=True),
        ),
        tuple(found),
        group=lambda stance: stance.wording,
        layout="entries",
        nothing="No point of law found.",
    )


_DIVIDED = {
    "courts": "courts divided",
    "panels": "panels of one court divided",
    "resolved": "settled by this decision",
}


def of_splits(title: str, found: Sequence[Split]) -> Table:
    return Table(
        title,
        (
            Column(
                "acting_case", "", lambda split: f"{split.acting_case} against {'; '.join(map(str, split.against))}"
            ),
            Column("between", "", lambda split: _DIVIDED[split.between]),
            Column("courts", "other side:", lambda split: ", ".join(split.courts)),
            Column(
                "treatment",
                "treatment:",
                lambda split: _list(tuple(dict.fromkeys(act.treatment for act in split.acts))),
            ),
            Column("place", "", lambda split: split.acts[0].place),
            Column("proposition", "Point of law", lambda split: split.acts[0].proposition, quote=True),
            Column("evidence", "", lambda split: split.acts[0].evidence.text, quote=True),
        ),
        tuple(found),
        layout="entries",
        nothing="No division found in this library.",
    )
