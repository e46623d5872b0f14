"""A library → PageData: every decision, what each does to each, and the text of the opinions held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from citator.graph.courts import SUPREME_COURT, court
from citator.queries import stored
from citator.queries.cases import short_id
from citator.queries.page import layout
from citator.queries.page.data import Act, Case, Evidence, PageData, Passage, Point, Stance, Tier

if TYPE_CHECKING:
    from citator.graph.library import Library, Row

_MOST_CASES: Final = 2000
"""More cases than these make a page too heavy to open; it then holds the most important of them."""
_MOST_TEXT: Final = 6_000_000
"""Characters of opinions that a page may hold whole; beyond, it holds what stands around the evidence."""
_AROUND: Final = 1500
_STANCES: Final = "all-stances"
_ORDER: Final = "ORDER BY "


Texts = Mapping[str, tuple[str, str]]
"""By the id of a text: the case it is of, and what it says."""


@dataclass(frozen=True)
class Begun:
    """A page without points of law and without text: with them it is complete."""

    data: PageData
    texts: Texts

    def complete(self, stances: Sequence[Row]) -> PageData:
        """The whole page, with what :func:`stances` gives of a library that otherwise is the same."""
        shown = {id: text for id, text in self.texts.items() if text[0] in self.data.by_id}
        data = replace(self.data, points=_points(stances, self.data.by_id, shown))
        return replace(data, passages=tuple(_passages(tuple(shown.values()), data)))


def begin(library: Library, around: Sequence[str] | None = None) -> Begun:
    """What a page shows of a library that may have no points of law yet."""
    held = {str(row["source"]): short_id(str(row["case"])) for row in _rows(library, "opinions-held")}
    texts = {id: (case, library.text(id)) for id, case in held.items()}
    cases = _cases(_rows(library, "decisions"))
    acts = _acts(_rows(library, "all-treatments"), cases, texts)
    acts += _citations(_rows(library, "all-citations"), cases, acts, texts)
    data = PageData(
        title=_title(library.where),
        cases=tuple(cases.values()),
        acts=tuple(acts),
        focus=tuple(short_id(iri) for iri in around or ()),
        version=library.manifest.version,
    )
    kept = _kept(data)
    return Begun(only(data, kept) if len(kept) < len(data.cases) else data, texts)


def stances(library: Library) -> list[Row]:
    """All that a page shows of points of law, as the library tells it."""
    return _rows(library, _STANCES)


def in_order(stances: Iterable[Row]) -> list[Row]:
    """The same from elsewhere, in the order in which a library gives them."""
    return _sorted(stances, stored.load(_STANCES).text.rpartition(_ORDER)[2])


def _rows(library: Library, query: str) -> list[Row]:
    """The rows of a stored query in its order, but sorted here.

    To compare two terms oxigraph (0.5) looks both up again, which takes as long as finding the rows.
    """
    text, _, order = stored.load(query).text.rpartition(_ORDER)
    return _sorted(library.select(text), order)


def _sorted(rows: Iterable[Row], order: str) -> list[Row]:
    columns = [variable.removeprefix("?") for variable in order.split()]
    return sorted(rows, key=lambda row: [(row[name] is not None, row[name]) for name in columns])


def _title(where: str) -> str:
    """
    >>> _title("/home/clerk/chambers.citator"), _title("https://host/sparql")
    ('chambers', 'https://host/sparql')
    """
    return where if "://" in where else PurePath(where).name.removesuffix(".citator")


def _cases(rows: Iterable[Row]) -> dict[str, Case]:
    cases: dict[str, Case] = {}
    for row in rows:
        id = short_id(str(row["case"]))
        other = (str(row["otherCitation"]),) if row["otherCitation"] else ()
        if id in cases:
            known = cases[id]
            if other and other[0] not in known.other_citations:
                cases[id] = replace(known, other_citations=known.other_citations + other)
            continue
        citation = _word(row, "citation")
        cases[id] = Case(
            id=id,
            name=_word(row, "name") or citation or id,
            citation=citation,
            other_citations=other,
            court=_court_words(_word(row, "court")),
            year=None if row["year"] is None else int(row["year"]),
            date=_word(row, "date"),
            en_banc=bool(row["enBanc"]),
            tier=tier_of(_word(row, "court"), bool(row["enBanc"])),
            held=bool(row["textHeld"]),
        )
    return cases


def _court_words(court_id: str | None) -> str | None:
    here = court(court_id)
    if here is None:
        return court_id
    return "Supreme Court" if here.id == SUPREME_COURT else here.abbreviation


def tier_of(court_id: str | None, en_banc: bool) -> Tier:
    """The row of the graph in which a court's decisions stand.

    >>> tier_of("scotus", False), tier_of("ca9", True), tier_of("ca9", False), tier_of("cand", False), tier_of(None, False)
    ('supreme', 'en_banc', 'panel', 'district', 'other')
    """
    here = court(court_id)
    if here is None or here.system not in ("federal", "state"):
        return "other"
    if here.id == SUPREME_COURT:
        return "supreme"
    if here.system == "state":
        return "state"
    if here.tier == 2:
        return "en_banc" if en_banc else "panel"
    return "district" if here.tier == 3 else "other"


def _acts(rows: Iterable[Row], cases: Mapping[str, Case], texts: Texts) -> list[Act]:
    acts: dict[str, Act] = {}
    for row in rows:
        id, target, citing = (short_id(str(row[name])) for name in ("act", "target", "citing"))
        acting = short_id(str(row["acting"])) if row["acting"] else citing
        if not cases.keys() >= {target, acting, citing} or target == acting:
            continue
        if id in acts:
            if target not in acts[id].targets:
                acts[id] = replace(acts[id], targets=(*acts[id].targets, target))
            continue
        acts[id] = _act(row, id, acting, target, _evidence(row, texts))
    return list(acts.values())


def _act(row: Mapping[str, Any], id: str, acting: str, target: str, evidence: Evidence) -> Act:
    return Act(
        id=id,
        acting=acting,
        targets=(target,),
        treatment=row["treatment"],
        evidence=evidence,
        own=row["acting"] is not None,
        actor=row["actor"],
        actor_name=row["actorName"],
        scope=row["scope"],
        extent=row["extent"],
        basis=row["basis"],
        confidence=None if row["confidence"] is None else float(row["confidence"]),
    )


def _evidence(row: Mapping[str, Any], texts: Texts) -> Evidence:
    case, text = texts[row["source"]]
    return Evidence(
        source=case,
        start=row["start"],
        end=row["end"],
        words=text[row["start"] : row["end"]],
        part=row["part"],
        author=row["author"],
        page=row["page"],
        footnote=row["footnote"],
    )


def _citations(rows: Iterable[Row], cases: Mapping[str, Case], acts: Iterable[Act], texts: Texts) -> list[Act]:
    """Of each pair of cases of which no treatment is known, the first citation in full, else the first of any kind."""
    known = {(act.evidence.source, target) for act in acts for target in act.targets}
    first: dict[tuple[str, str], Row] = {}
    for row in rows:
        pair = (short_id(str(row["citing"])), short_id(str(row["cited"])))
        if pair in known or not cases.keys() >= set(pair):
            continue
        if pair not in first or (row["kind"] == "full_case" and first[pair]["kind"] != "full_case"):
            first[pair] = row
    made = []
    for (citing, cited), row in first.items():
        made.append(Act(short_id(str(row["citation"])), citing, (cited,), None, _evidence(row, texts)))
    return made


def _points(rows: Iterable[Mapping[str, Any]], cases: Mapping[str, Case], texts: Texts) -> tuple[Point, ...]:
    """Points of law to which more than one case speaks, those of most cases first."""
    wordings: dict[str, str] = {}
    stances: dict[str, dict[Stance, None]] = {}
    for row in rows:
        id, case = short_id(row["proposition"]), short_id(row["case"])
        if case not in cases or row["source"] not in texts:
            continue
        evidence = _evidence(row, texts)
        wordings.setdefault(id, row["wording"])
        stance = Stance(f"{row['source']}-{row['start']}-{case}", case, row["stance"], not row["ownWords"], evidence)
        stances.setdefault(id, {})[stance] = None
    points = [Point(id, wordings[id], tuple(found)) for id, found in stances.items()]
    shared = [(len({stance.case for stance in point.stances}), point) for point in points]
    return tuple(point for count, point in sorted(shared, key=lambda it: (-it[0], it[1].id)) if count > 1)


def _kept(data: PageData) -> set[str]:
    """Ids of the cases on the page: what is around those asked for, or the most important of a large library."""
    graph = layout.precedent(data)
    ranked = layout.importance(data, graph)
    if not data.focus:
        return set(ranked[:_MOST_CASES])
    order = {case: rank for rank, case in enumerate(ranked)}
    return {case for focus in data.focus for case in layout.neighbourhood(graph, focus, order)}


def only(data: PageData, kept: set[str]) -> PageData:
    """The same page, which has no points of law yet, with some of its cases and what these do to one another."""
    acts = []
    for act in data.acts:
        targets = tuple(target for target in act.targets if target in kept)
        if targets and {act.acting, act.evidence.source} <= kept:
            acts.append(replace(act, targets=targets))
    cases = tuple(case for case in data.cases if case.id in kept)
    left_out = len(data.cases) - len(cases)
    return replace(data, cases=cases, acts=tuple(acts), left_out=left_out)


def _passages(texts: Sequence[tuple[str, str]], data: PageData) -> Iterable[Passage]:
    """The opinions whole, or when that is too much for one file, what stands around each piece of evidence."""
    if sum(len(text) for _, text in texts) <= _MOST_TEXT:
        return [Passage(case, 0, text) for case, text in texts]
    spans: dict[str, set[tuple[int, int]]] = {}
    for found in (*(act.evidence for act in data.acts), *(it.evidence for p in data.points for it in p.stances)):
        spans.setdefault(found.source, set()).add((found.start, found.end))
    return [
        Passage(case, start, text[start:end], whole=(start, end) == (0, len(text)))
        for case, text in texts
        for start, end in windows(spans.get(case, ()), len(text))
    ]


def windows(spans: Iterable[tuple[int, int]], length: int, around: int = _AROUND) -> list[tuple[int, int]]:
    """Spans with what stands around them, joined where they touch.

    >>> windows([(30, 32), (10, 12), (90, 95)], 100, around=10)
    [(0, 42), (80, 100)]
    """
    joined: list[tuple[int, int]] = []
    for start, end in sorted((max(0, start - around), min(length, end + around)) for start, end in spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _word(row: Row, column: str) -> str | None:
    value = row[column]
    return None if value is None else str(value)
