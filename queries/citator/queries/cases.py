"""What a library knows of one decision, and how it is written down for a lawyer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from citator.queries import stored
from citator.queries.tables import CaseName

if TYPE_CHECKING:
    from collections.abc import Iterable

    from citator.graph.library import Library, Row

__all__ = ["Case", "Evidence", "case_from", "details", "iri", "short_id"]

# Everything a library speaks of has its address below this one.
_ID = "https://w3id.org/citator/id/"


@dataclass(frozen=True, slots=True)
class Case:
    """A decision (or another authority). ``id`` is short; ``text_held`` tells whether the library has its text."""

    id: str
    name: str | None = None
    citation: str | None = None
    court: str | None = None
    year: int | None = None
    text_held: bool = False
    date: str | None = None
    en_banc: bool | None = None
    docket: str | None = None

    @property
    def iri(self) -> str:
        return iri(self.id)

    @property
    def court_words(self) -> str:
        """As in the parenthesis of a citation; empty for the Supreme Court.

        >>> Case("x", court="ca9").court_words
        '9th Cir.'
        """
        from citator.graph.courts import court

        known = court(self.court)
        return "" if known is None or known.id == "scotus" else known.abbreviation

    @property
    def cited(self) -> CaseName:
        """Name in italics, then citation, court and year: ``990 F.2d 472 (9th Cir. 1993)``.

        >>> str(Case("x", "12 F.3d 34 (5th Cir. 1993)", "12 F.3d 34", "ca5", 1993).cited)  # cited without a name
        '12 F.3d 34 (5th Cir. 1993)'
        """
        parenthesis = " ".join(part for part in (self.court_words, str(self.year or "")) if part)
        rest = (f" ({parenthesis})" if parenthesis else "") + (" (en banc)" if self.en_banc else "")
        cite = self.citation or self.docket
        if self.name and cite and self.name.startswith(f"{cite} ("):
            return CaseName("", self.name)
        if self.name and cite and self.name != cite:
            return CaseName(self.name, f", {cite}{rest}")
        return CaseName(self.name or "", f"{'' if self.name else cite or self.id}{rest}")

    def __str__(self) -> str:
        return str(self.cited)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The very words, where they stand (code points), and the text (an opinion held) they stand in."""

    text: str
    start: int
    end: int
    source: str


def iri(id_: str) -> str:
    return id_ if id_.startswith(("http://", "https://")) else _ID + id_


def short_id(address: str) -> str:
    """
    >>> short_id("https://w3id.org/citator/id/us-v-gutierrez-990-f2d-472")
    'us-v-gutierrez-990-f2d-472'
    """
    return address.removeprefix(_ID)


def case_from(row: Row) -> Case:
    """A row of the columns that ``cases.rq`` returns."""
    return Case(
        id=short_id(str(row["case"])),
        name=_word(row["name"]),
        citation=_word(row["citation"]),
        court=_word(row["court"]),
        year=int(row["year"]) if row["year"] is not None else None,
        text_held=bool(row["textHeld"]),
        date=_word(row["date"]),
        en_banc=None if row["enBanc"] is None else bool(row["enBanc"]),
        docket=_word(row["docket"]),
    )


def details(library: Library, addresses: Iterable[str]) -> dict[str, Case]:
    """Address → the case, in the order given; addresses of nothing are left out."""
    asked = list(dict.fromkeys(addresses))
    rows = library.select(stored.load("cases").text, case=asked) if asked else []
    found = {str(row["case"]): case_from(row) for row in rows}
    return {address: found[address] for address in asked if address in found}


def _word(value: object) -> str | None:
    return None if value is None else str(value)
