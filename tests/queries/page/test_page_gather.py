"""What the page takes from a library: the four opinions that come with the project, read and built for the test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from citator.graph.library import Library
from citator.graph.update import update
from citator.queries import page
from citator.queries.page import gather, rows
from citator.queries.page.data import Case, PageData

OPINIONS = Path(__file__).parents[3] / "corpus" / "opinions"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    target = tmp_path_factory.mktemp("library") / "opinions.citator"
    update(target, [OPINIONS])
    with Library.open(target) as opened:
        yield opened


@pytest.fixture(scope="module")
def data(library: Library) -> PageData:
    return page.collect(library)


def cited(data: PageData, citation: str) -> Case:
    return next(case for case in data.cases if citation in (case.citation, *case.other_citations))


def test_the_four_opinions_are_held(data: PageData) -> None:
    assert data.title == "opinions"
    assert sorted((case.year, case.tier) for case in data.held) == [
        (1992, "panel"),
        (1995, "en_banc"),
        (2000, "en_banc"),
        (2001, "panel"),
    ]


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        pytest.param("470 U.S. 598", ("Wayte v. United States", 1985, "supreme", False), id="supreme-court"),
        pytest.param("964 F.2d 935", ("United States v. Bourgeois", 1992, "panel", False), id="court-of-appeals"),
    ],
)
def test_cases_only_cited(data: PageData, citation: str, expected: tuple[object, ...]) -> None:
    case = cited(data, citation)
    assert (case.name, case.year, case.tier, case.held) == expected


def test_evidence_is_verbatim_and_found_in_the_text(data: PageData) -> None:
    texts = {passage.case: passage.text for passage in data.passages}
    proofs = [act.evidence for act in data.acts] + [it.evidence for point in data.points for it in point.stances]
    assert len(proofs) > 100
    assert [it for it in proofs if texts[it.source][it.start : it.end] != it.words] == []


def test_an_overruling_with_its_extent_and_sentence(data: PageData) -> None:
    gutierrez = cited(data, "990 F.2d 472")
    act = next(act for act in data.acts if gutierrez.id in act.targets and act.treatment == "overrules" and act.own)
    assert (data.by_id[act.acting].year, act.scope, act.evidence.part, act.evidence.page) == (
        1995,
        "to_the_extent",
        "lead",
        "1513",
    )
    assert act.evidence.words.startswith("To the extent that United States v. Gutierrez")


def test_each_pair_of_cases_has_treatments_or_one_citation(data: PageData) -> None:
    pairs = [(act.evidence.source, act.targets[0]) for act in data.acts if act.treatment is None]
    treated = {(act.evidence.source, target) for act in data.acts for target in act.targets if act.treatment}
    assert len(pairs) == len(set(pairs))
    assert treated.isdisjoint(pairs)


def test_points_are_those_of_several_cases(data: PageData) -> None:
    assert data.points
    assert all(len({stance.case for stance in point.stances}) > 1 for point in data.points)


def test_the_surroundings_of_a_case(library: Library, data: PageData) -> None:
    caperna = next(case for case in data.held if case.year == 2001)
    some = page.collect(library, [f"https://w3id.org/citator/id/{caperna.id}"])
    assert some.focus == (caperna.id,)
    assert 1 < len(some.cases) == len(data.cases) - some.left_out < len(data.cases)
    assert b"of the library are not on this page" in page.render(some)


def test_the_same_library_gives_the_same_page(library: Library, data: PageData) -> None:
    assert page.render(page.collect(library)) == page.render(data)


def test_a_page_of_some_cases_keeps_what_they_do_to_each_other(forest: PageData) -> None:
    some = gather.only(forest, {"ash", "dogwood", "cedar"})
    assert [(act.id, act.targets) for act in some.acts] == [
        ("c1", ("ash",)),
        ("d1", ("cedar",)),
        ("d2", ("ash",)),
        ("d5", ("ash",)),
    ]
    assert some.left_out == 3


def test_too_much_text_is_cut_to_what_stands_around_the_evidence(
    forest: PageData, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gather, "_MOST_TEXT", 100)
    texts = [(passage.case, passage.text) for passage in forest.passages]
    passages = tuple(gather._passages(texts, forest))
    assert [(it.case, it.whole) for it in passages] == [("cedar", True), ("dogwood", False), ("dogwood", False)]
    assert all(row.proof.at for row in rows.rows(replace(forest, passages=passages)))
