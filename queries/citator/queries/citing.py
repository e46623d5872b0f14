"""What a case cites, and what cites it: one row an authority or citing case, with treatments, pins, parts and pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from citator.corpus.model import TREATMENTS
from citator.queries import stored
from citator.queries.acts import Act, involving
from citator.queries.cases import Case, details

if TYPE_CHECKING:
    from citator.graph.library import Library, Row

__all__ = ["Filter", "Link", "cited_by", "cites", "passes"]


@dataclass(frozen=True, slots=True)
class Link:
    """``case`` is the authority cited, or the citing case. ``times`` counts citations, in any form.

    ``treatments`` come gravest first; ``parts`` are kinds of opinion part, ``pages`` read ``1513 n.1``.
    """

    case: Case
    treatments: tuple[str, ...]
    pins: tuple[str, ...]
    parts: tuple[str, ...]
    pages: tuple[str, ...]
    times: int


@dataclass(frozen=True, slots=True)
class Filter:
    """What to keep; an empty tuple or ``None`` keeps everything. Years are inclusive."""

    treatment: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    court: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None


def cites(library: Library, case: Case) -> tuple[Link, ...]:
    """The authorities of a case, in the order in which it first cites them."""
    rows = library.select(stored.load("citations-by").text, case=case.iri)
    acts = [act for act in involving(library, case) if act.citing_case.id == case.id]
    return _links(library, rows, "cited", lambda other: [act for act in acts if other in _targets(act)])


def cited_by(library: Library, case: Case) -> tuple[Link, ...]:
    """The cases held that cite a case, newest first."""
    rows = library.select(stored.load("citations-of").text, case=case.iri)
    acts = [act for act in involving(library, case) if case.id in _targets(act)]
    links = _links(library, rows, "citing", lambda other: [act for act in acts if act.citing_case.id == other])
    return tuple(sorted(links, key=lambda link: (-(link.case.year or 0), link.case.name or "")))


def _targets(act: Act) -> set[str]:
    return {target.id for target in act.targets}


def _links(
    library: Library, rows: list[Row], column: Literal["cited", "citing"], acts_with: Callable[[str], list[Act]]
) -> tuple[Link, ...]:
    cases = details(library, dict.fromkeys(str(row[column]) for row in rows))
    grouped: dict[str, list[Row]] = {address: [] for address in cases}
    for row in rows:
        grouped[str(row[column])].append(row)
    return tuple(
        Link(
            case=(case := cases[address]),
            treatments=_gravest_first(act.treatment for act in acts_with(case.id)),
            pins=_values(row["pin"] for row in of_case),
            parts=_values(row["part"] for row in of_case),
            pages=_values(_page(row) for row in of_case),
            times=len(of_case),
        )
        for address, of_case in grouped.items()
    )


def _gravest_first(labels: Iterable[str]) -> tuple[str, ...]:
    found = set(labels)
    return tuple(label for label in TREATMENTS if label in found)


def _values(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(value) for value in values if value is not None))


def _page(row: Row) -> str | None:
    if row["page"] is None:
        return f"n.{row['footnote']}" if row["footnote"] else None
    return f"{row['page']} n.{row['footnote']}" if row["footnote"] else str(row["page"])


def passes(
    wanted: Filter, treatments: Iterable[str], parts: Iterable[str | None], court: str | None, year: int | None
) -> bool:
    """Whether something with these attributes is to be kept; what is not known passes no limit set on it."""
    return (
        (not wanted.treatment or bool(set(wanted.treatment) & set(treatments)))
        and (not wanted.part or bool(set(wanted.part) & set(parts)))
        and (not wanted.court or court in wanted.court)
        and (wanted.since is None or (year is not None and year >= wanted.since))
        and (wanted.until is None or (year is not None and year <= wanted.until))
    )
