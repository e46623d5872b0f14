"""Readings written by hand: a text, and what a careful reader found in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from citator.corpus.model import (
    Citation,
    CitedFor,
    Decision,
    Document,
    Holding,
    Opinion,
    Part,
    Reading,
    Span,
    Target,
    Treatment,
    TreatmentLabel,
    Unresolved,
)
from citator.corpus.sentences import split
from citator.graph import disk
from citator.graph.files import Source
from citator.graph.library import Library
from citator.graph.made_by import version
from citator.graph.shelf import Shelf
from citator.graph.update import publish, stock_of, update


class Draft:
    """A Reading in the making. Words name their own place: the first occurrence in the text, or ``nth``."""

    def __init__(self, text: str, path: str = "opinion.txt", parts: tuple[Part, ...] = (), **decision: Any) -> None:
        self.text, self.path = text, path
        self.decision = Decision(**decision)
        self.parts = parts or (Part("lead", "lead", "Hand", 0, len(text)),)
        self.found: dict[str, list[Any]] = {}

    def span(self, words: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words))

    def part_of(self, span: Span) -> str:
        return next((part.id for part in self.parts if part.start <= span.start < part.end), "")

    def cite(self, words: str, authority: str | None = None, nth: int = 0, **fields: Any) -> Draft:
        span = self.span(words, nth)
        values: dict[str, Any] = {"kind": "full_case", "full": span, "cite": words, "part": self.part_of(span)} | fields
        self.found.setdefault("citations", []).append(Citation(span, authority=authority or words, **values))
        return self

    def treat(self, label: TreatmentLabel, evidence: str, *authorities: str, **fields: Any) -> Draft:
        span = self.span(evidence)
        values: dict[str, Any] = {
            "actor": "this_court",
            "rule": "by-hand",
            "part": self.part_of(span),
            "confidence": 0.9,
        } | fields
        targets = values.pop("targets", tuple(Target(authority) for authority in authorities))
        self.found.setdefault("treatments", []).append(Treatment(label, targets=targets, evidence=span, **values))
        return self

    def hold(self, evidence: str, **fields: Any) -> Draft:
        span = self.span(evidence)
        self.found.setdefault("holdings", []).append(Holding(span, self.part_of(span), **fields))
        return self

    def use(self, authority: str, evidence: str, citation: int, how: Any = "described") -> Draft:
        span = self.span(evidence)
        self.found.setdefault("cited_for", []).append(CitedFor(authority, citation, span, how, self.part_of(span)))
        return self

    def gap(self, words: str, why: str) -> Draft:
        self.found.setdefault("unresolved", []).append(Unresolved(self.span(words), why))
        return self

    def read(self) -> Reading:
        document = Document(self.path, sha256(self.text.encode()).hexdigest(), "text", self.text)
        opinion = Opinion(document, self.decision, self.parts, (), (), (Span(0, len(self.text)),))
        found = {name: tuple(values) for name, values in self.found.items()}
        return Reading(opinion, **found, sentences=split(opinion, found.get("citations", ())))


@pytest.fixture
def draft() -> Callable[..., Draft]:
    return Draft


OVERRULING = (
    "UNITED STATES v. ARMOUR, 48 F.3d 100 (9th Cir. 1995) (en banc). "
    "To the extent that United States v. Gutenberg, 990 F.2d 472 (9th Cir. 1993), conflicts with this, it is "
    "overruled. See Wayne v. United States, 470 U.S. 598, 105 S. Ct. 1524, 84 L. Ed. 2d 547 (1985); 21 U.S.C. § 841."
    " We reconcile Able v. Baker, 1 F.3d 1 (9th Cir. 1990), with Cain v. Dole, 2 F.3d 2 (9th Cir. 1991)."
    " DISSENT. Wayne, 470 U.S. at 601, does not say so. I would overrule Able. Id. at 9."
)


@pytest.fixture
def armour() -> Reading:
    """An en banc opinion with a dissent: overrules in part, reconciles two, cites parallels and a statute."""
    at = OVERRULING.index("DISSENT.")
    parts = (
        Part("lead", "lead", "Hand", 0, at),
        Part("dissent", "dissent", "Learned", at, len(OVERRULING)),
    )
    draft = Draft(
        OVERRULING,
        "armour.txt",
        parts,
        name="United States v. Armour",
        citation="48 F.3d 100",
        court="ca9",
        year=1995,
        date="1995-03-21",
        en_banc=True,
        basis=(("citation", "text"),),
    )
    gutenberg = OVERRULING.index("990 F.2d 472")
    wayne = OVERRULING.index("470 U.S. 598")
    draft.cite("990 F.2d 472", name="United States v. Gutenberg", court="ca9", year=1993)
    draft.cite("470 U.S. 598", name="Wayne v. United States", court="scotus", year=1985, signal="see")
    draft.cite("105 S. Ct. 1524", "470 U.S. 598", parallel_of=wayne, court="scotus", year=1985)
    draft.cite("84 L. Ed. 2d 547", "470 U.S. 598", parallel_of=wayne, court="scotus", year=1985)
    draft.cite("21 U.S.C. § 841", kind="statute")
    draft.cite("1 F.3d 1", name="Able v. Baker", court="ca9", year=1990)
    draft.cite("2 F.3d 2", name="Cain v. Dole", court="ca9", year=1991)
    draft.cite("470 U.S. at 601", "470 U.S. 598", kind="short_case", pin="601")
    sentence = OVERRULING[OVERRULING.index("To the extent") : OVERRULING.index(" See Wayne")]
    draft.treat(
        "overrules",
        sentence,
        targets=(Target("990 F.2d 472", "Gutenberg", gutenberg),),
        scope="to_the_extent",
        extent=draft.span("To the extent that"),
        proposition=draft.span("conflicts with this"),
        page="1513",
        footnote="1",
        confidence=0.98,
    )
    draft.treat("cites", "See Wayne v. United States", "470 U.S. 598", basis="signal", signal="see")
    draft.treat("reconciles", "We reconcile Able v. Baker, 1 F.3d 1 (9th Cir. 1990), with Cain", "1 F.3d 1", "2 F.3d 2")
    draft.treat("overrules", "I would overrule Able.", "1 F.3d 1", actor="this_separate", actor_name="Learned")
    draft.hold("conflicts with this, it is overruled", rule="by-hand")
    draft.use("470 U.S. 598", "See Wayne v. United States", wayne, "supports")
    draft.gap("Id. at 9", "two antecedents are as near")
    return draft.read()


@pytest.fixture
def shelve(tmp_path: Path) -> Iterator[Callable[..., Library]]:
    """Makes a library of readings written by hand."""
    opened: list[Library] = []

    def make(*readings: Reading) -> Library:
        where = tmp_path / f"{len(opened)}.citator"
        opened.append(library_of(where, readings))
        return opened[-1]

    yield make
    for library in opened:
        library.close()


def library_of(where: Path, readings: Sequence[Reading]) -> Library:
    """A library on disk without the files its readings would come from."""
    with disk.only_writer(where):
        sources = []
        for reading in readings:
            document = reading.opinion.document
            disk.write_record(where, document.sha256[:32], reading, version())
            path = Path(document.path)
            sources.append(Source(path, path.name, document.sha256, None, document.sha256[:32]))
        shelf = Shelf(where, sources)
        publish(where, shelf, stock_of(shelf, []), None)
    return Library.open(where)


@pytest.fixture
def shelved(armour: Reading, shelve: Callable[..., Library]) -> Library:
    return shelve(armour)


@pytest.fixture
def odd(draft: Callable[..., Draft], shelve: Callable[..., Library]) -> Library:
    """A form feed in the midst of the evidence, as page breaks leave them."""
    text = "We follow \x0c1 F.3d 2."
    reading = draft(text, citation="5 F.3d 6").cite("1 F.3d 2").treat("follows", "We follow \x0c1 F.3d 2", "1 F.3d 2")
    return shelve(reading.read())


@pytest.fixture(scope="session")
def four(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The library of the opinions that come with the project."""
    target = tmp_path_factory.mktemp("four") / "four.citator"
    update(target, [Path(__file__).parents[2] / "corpus" / "opinions"])
    with Library.open(target) as library:
        yield library
