"""A library in figures, and one case at a glance: who decided it, what it holds, how it is cited, what it is worth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citator.queries import stored
from citator.queries.acts import part_words
from citator.queries.cases import Case, Evidence, details
from citator.queries.citing import cited_by, cites
from citator.queries.standing import STANDINGS, Standing
from citator.queries.status import status
from citator.queries.tables.table import one_line
from citator.queries.tables.text import sheet, trimmed

if TYPE_CHECKING:
    from rich.console import RenderableType

    from citator.graph.library import Library, Row

__all__ = ["About", "Figures", "Held", "Holding", "Part", "case_in_words", "figures_in_words", "of_case", "of_library"]


@dataclass(frozen=True, slots=True)
class Held:
    """An opinion whose text the library has."""

    case: Case
    file: str
    source: str
    characters: int


@dataclass(frozen=True, slots=True)
class Figures:
    """``treatments`` by kind, most frequent first."""

    library: str
    opinions: tuple[Held, ...]
    cases: int
    authorities: int
    citations: int
    treatments: dict[str, int]
    unresolved: int


@dataclass(frozen=True, slots=True)
class Part:
    part: str
    author: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Holding:
    part: str
    author: str | None
    page: str | None
    footnote: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class About:
    """``identity`` maps *basis*, *citation*, *name*, *name differs*, *docket* to what the library knows."""

    case: Case
    identity: dict[str, tuple[str, ...]]
    parts: tuple[Part, ...]
    holdings: tuple[Holding, ...]
    cites: int
    cited_by: int
    standing: Standing
    announced: tuple[str, ...] = ()


def of_library(library: Library) -> Figures:
    figures = library.select(stored.load("figures").text)[0]
    held = library.select(stored.load("opinions-held").text)
    cases = details(library, dict.fromkeys(str(row["case"]) for row in held))
    return Figures(
        library=str(library.where),
        opinions=tuple(
            Held(cases[str(row["case"])], str(row["file"]), str(row["source"]), int(row["characters"] or 0))
            for row in held
        ),
        cases=int(figures["decisions"] or 0),
        authorities=int(figures["authorities"] or 0),
        citations=int(figures["citations"] or 0),
        treatments={
            str(row["treatment"]): int(row["count"] or 0)
            for row in library.select(stored.load("treatment-counts").text)
        },
        unresolved=int(figures["unresolved"] or 0),
    )


def of_case(library: Library, case: Case) -> About:
    identity: dict[str, list[str]] = {}
    for row in library.select(stored.load("identity-of").text, case=case.iri):
        identity.setdefault(str(row["what"]), []).append(str(row["value"]))
    parts = library.select(stored.load("parts-of").text, case=case.iri)
    return About(
        case=case,
        identity={what: tuple(values) for what, values in identity.items()},
        parts=tuple(
            Part(str(row["part"]), _word(row, "author"), int(row["start"] or 0), int(row["end"] or 0)) for row in parts
        ),
        holdings=tuple(_holding(row) for row in library.select(stored.load("holdings-of").text, case=case.iri)),
        cites=len(cites(library, case)),
        cited_by=len(cited_by(library, case)),
        standing=status(library, case).standing,
        announced=tuple(str(row["what"]) for row in library.select(stored.load("announced-in").text, case=case.iri)),
    )


def _holding(row: Row) -> Holding:
    evidence = Evidence(str(row["words"]), int(row["start"] or 0), int(row["end"] or 0), str(row["source"]))
    return Holding(str(row["part"]), _word(row, "author"), _word(row, "page"), _word(row, "footnote"), evidence)


def _word(row: Row, column: str) -> str | None:
    return None if row[column] is None else str(row[column])


def figures_in_words(figures: Figures, width: int | None = None, colour: bool = False) -> str:
    from rich.text import Text

    console, out = sheet(width, colour)
    console.print(Text(figures.library, style="bold"))
    console.print(
        f"{len(figures.opinions)} opinions held; {figures.cases} cases and {figures.authorities} other authorities "
        f"known; {figures.citations} citations, of which {figures.unresolved} lead nowhere for certain."
    )
    console.print(f"Treatments: {', '.join(f'{_label(label)} {n}' for label, n in figures.treatments.items())}.")
    console.print()
    for held in figures.opinions:
        console.print(f"{held.case}  [{held.file}]")
    return trimmed(out)


def _label(label: str) -> str:
    return label.replace("_", " ")


def case_in_words(about: About, width: int | None = None, colour: bool = False) -> str:
    console, out = sheet(width, colour)
    for block in _blocks(about):
        console.print(block)
    return trimmed(out)


_IDENTITY = {
    "citation": "Also cited as",
    "name": "Also called",
    "name differs": "Cited with another name",
    "docket": "Docket",
    "disposition": "Disposition",
    "basis": "Known from",
}


def _blocks(about: About) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    case = about.case
    yield Text.assemble((case.cited.name, "italic bold"), case.cited.rest)
    yield f"Id: {case.id}"
    if case.date:
        yield f"Decided: {case.date}"
    for what, label in _IDENTITY.items():
        if what in about.identity:
            yield f"{label}: {'; '.join(about.identity[what])}"
    yield f"Text: {'held' if case.text_held else 'not held; it is only cited here'}"
    for part in about.parts:
        yield f"Opinion: {part_words(part.part, part.author)}"
    for what in about.announced:
        yield f"Announced, but not in the text held: {what}"
    yield f"Standing: {STANDINGS[about.standing]} (citator status gives the reasons)"
    yield f"Cites {about.cites} authorities; cited by {about.cited_by} opinions in this library."
    if about.holdings:
        yield ""
        yield Text("It holds:", style="underline")
    for holding in about.holdings:
        where = ", ".join(
            bit
            for bit in (
                part_words(holding.part, holding.author),
                f"page {holding.page}" if holding.page else "",
                f"note {holding.footnote}" if holding.footnote else "",
            )
            if bit
        )
        yield Padding(Text(f"“{one_line(holding.evidence.text)}” ({where})"), (0, 0, 0, 2), expand=False)
