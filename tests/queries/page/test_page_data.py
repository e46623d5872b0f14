"""Names, citations and the order of acts, as the page shows them."""

from __future__ import annotations

from typing import get_args

import pytest

from citator.corpus.model import TREATMENTS, Actor, Basis, PartKind, Scope
from citator.queries.page import legend
from citator.queries.page.data import STRENGTH, TIERS, Act, Case, Evidence, PageData, short_name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("United States v. Redondo-Lemos", "Redondo-Lemos", id="government-first"),
        pytest.param("Wayte v. United States", "Wayte", id="government-second"),
        pytest.param("U.S. v. Daas", "Daas", id="abbreviated-government"),
        pytest.param("Commonwealth of Virginia v. Black", "Black", id="commonwealth"),
        pytest.param("Brady v. Maryland", "Brady", id="state-by-name"),
        pytest.param("United States v. State", "United States v. State", id="governments-only"),
        pytest.param("Ex parte Milligan", "Ex parte Milligan", id="one-party"),
        pytest.param("Stateline Corp. v. Doe", "Stateline Corp.", id="name-that-begins-like-a-government"),
    ],
)
def test_short_name(name: str, expected: str) -> None:
    assert expected == short_name(name)


@pytest.mark.parametrize(
    ("case", "page", "footnote", "expected"),
    [
        pytest.param(Case("a", "In re Fir"), None, None, "In re Fir", id="name-only"),
        pytest.param(Case("a", "In re Fir"), "12", None, "In re Fir, 12", id="page-without-citation"),
        pytest.param(
            Case("a", "Oak v. Elm", "1 F.3d 2", (), "9th Cir.", 1994),
            "5",
            None,
            "Oak v. Elm, 1 F.3d 2, 5 (9th Cir. 1994)",
            id="pin",
        ),
        pytest.param(
            Case("a", "Oak v. Elm", "1 F.3d 2", (), "9th Cir.", None),
            None,
            "3",
            "Oak v. Elm, 1 F.3d 2, n.3 (9th Cir.)",
            id="note",
        ),
    ],
)
def test_cite(case: Case, page: str | None, footnote: str | None, expected: str) -> None:
    assert expected == case.cite(page, footnote)


def act(treatment: object, **changes: object) -> Act:
    return Act("a", "x", ("y",), treatment, Evidence("x", 0, 0, "", "dissent", "Oak"), **changes)  # type: ignore[arg-type]


def test_strongest_act_of_a_court_comes_first() -> None:
    acts = [act("overrules", own=False), act(None), act("cites"), act("follows"), act("overrules")]
    expected = ["overrules", "follows", "cites", None, "overrules"]
    assert expected == [it.treatment for it in sorted(acts, key=lambda it: it.rank)]


@pytest.mark.parametrize(
    ("it", "expected"),
    [
        pytest.param(act("reconciles"), "reconciles", id="court"),
        pytest.param(act("overrules", scope="to_the_extent"), "overrules to the extent stated", id="scope"),
        pytest.param(act("criticizes", own=False, actor="this_separate"), "dissent: criticizes", id="dissent"),
        pytest.param(act("follows", own=False, actor="party"), "party: follows", id="party"),
        pytest.param(act(None), "cited, not classified", id="not-classified-is-not-neutral"),
    ],
)
def test_edge_words(it: Act, expected: str) -> None:
    assert expected == legend.edge_words(it)


def test_every_value_of_the_model_has_words_and_a_line() -> None:
    assert set(TREATMENTS) == set(STRENGTH) == set(legend.LINE_OF) - {None}
    assert set(get_args(Actor)) == set(legend.ACTOR_WORDS)
    assert set(get_args(PartKind)) == set(legend.PART_WORDS)
    assert set(get_args(Scope)) == set(legend.SCOPE_WORDS)
    assert {*get_args(Basis), None} == set(legend.BASIS_WORDS)
    assert set(TIERS) == set(legend.TIER_WORDS)


def test_lines_differ_without_their_colour() -> None:
    lines = (*legend.LINES, legend.NOT_OWN, legend.STANCE)
    assert len(lines) == len({(line.dashes, line.head, line.width) for line in lines})


def test_held_cases(forest: PageData) -> None:
    assert [case.id for case in forest.held] == ["cedar", "dogwood"]
