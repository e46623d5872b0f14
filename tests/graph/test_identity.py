"""Which references mean the same decision, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest

from citator.corpus.model import Page, Reading
from citator.graph.claims import text_id
from citator.graph.identity import Identity, identify, label

Drafter = Callable[..., Any]


def decisions(*readings: Reading) -> dict[str, Identity]:
    """The decisions of some readings by the end of their IRI."""
    return {each.slug: each for each in identify(readings).identities if each.kind == "decision"}


def test_parallels_and_another_opinion_make_one_decision(draft: Drafter) -> None:
    text = "Wayte v. United States, 470 U.S. 598, 84 L. Ed. 2d 547 (1985)."
    one = draft(text, "a.txt").cite("470 U.S. 598", name="Wayte v. United States", year=1985, court="scotus")
    one.cite("84 L. Ed. 2d 547", "470 U.S. 598", parallel_of=text.index("470"))
    two = draft("Wayte v. U.S., 84 L. Ed. 2d 547 (1985).", "b.txt").cite("84 L. Ed. 2d 547", name="Wayte v. U.S.")
    three = draft("See 470 U.S. 598.", "c.txt").cite("470 U.S. 598")
    readings = [one.read(), two.read(), three.read()]
    register = identify(readings)
    assert {"470-us-598"} == {
        identity.slug
        for reading, cite in zip(readings, ("470 U.S. 598", "84 L. Ed. 2d 547", "470 U.S. 598"), strict=True)
        if (identity := register.meant(text_id(reading), cite)) is not None
    }
    wayte = decisions(*readings)["470-us-598"]
    assert (
        wayte.citation,
        wayte.other_citations,
        wayte.aliases,
    ) == ("470 U.S. 598", ("84 L. Ed. 2d 547",), ("84-led2d-547",))
    assert [("84 L. Ed. 2d 547", "cited as parallel to 470 U.S. 598", text_id(readings[0]))] == [
        (merge.alias, merge.because, merge.text) for merge in wayte.merges
    ]


def test_the_decision_held_is_the_decision_cited(draft: Drafter) -> None:
    held = draft("The opinion.", "held.txt", name="United States v. Doe", citation="1 F.3d 2", court="ca9", year=1993)
    citing = draft("Doe, 1 F.3d 2 (9th Cir. 1993).", "citing.txt").cite("1 F.3d 2", name="Doe")
    found = decisions(held.read(), citing.read())["1-f3d-2"]
    assert ((text_id(held.read()),), "United States v. Doe", ("Doe",)) == (found.texts, found.name, found.other_names)


def test_a_held_decision_without_citation_takes_that_of_the_same_caption_court_and_year(draft: Drafter) -> None:
    held = draft("Appellant Doe.", "held.txt", name="United States v. Doe", court="ca9", year=1993).read()
    citing = draft("U.S. v. Doe, 1 F.3d 2 (9th Cir. 1993).", "citing.txt")
    citing.cite("1 F.3d 2", name="U.S. v. Doe", court="ca9", year=1993)
    found = decisions(held, citing.read())["1-f3d-2"]
    assert (text_id(held),) == found.texts
    assert [merge.because for merge in found.merges] == ["same caption, court and year"]


def test_nothing_is_dated_by_an_estimated_year(draft: Drafter) -> None:
    how = (("year", "estimate: a year after the latest decision cited (1 F.3d 2, 1993)"),)
    held = draft("Appellant Doe.", "held.txt", name="United States v. Doe", court="ca9", year=1994, basis=how)
    (found,) = decisions(held.read()).values()
    assert (None, "United States v. Doe (9th Cir.)") == (found.year, found.label)
    assert f"year: {how[0][1]}" in found.basis


@pytest.mark.parametrize(
    ("court", "year"),
    [pytest.param("ca2", 1993, id="other-court"), pytest.param("ca9", 1994, id="other-year")],
)
def test_two_cases_of_one_caption_stay_two(draft: Drafter, court: str, year: int) -> None:
    held = draft("Appellant Doe.", "held.txt", name="United States v. Doe", court="ca9", year=1993)
    citing = draft("U.S. v. Doe, 1 F.3d 2.", "citing.txt").cite("1 F.3d 2", name="U.S. v. Doe", court=court, year=year)
    assert {"united-states-v-doe-ca9-1993", "1-f3d-2"} <= decisions(held.read(), citing.read()).keys()


def test_two_candidates_of_the_same_caption_leave_the_held_one_alone(draft: Drafter) -> None:
    held = draft("Appellant Doe.", "held.txt", name="United States v. Doe", court="ca9", year=1993)
    citing = draft("U.S. v. Doe, 1 F.3d 2; U.S. v. Doe, 7 F.3d 8.", "citing.txt")
    citing.cite("1 F.3d 2", name="U.S. v. Doe", court="ca9", year=1993)
    citing.cite("7 F.3d 8", name="U.S. v. Doe", court="ca9", year=1993)
    assert {"1-f3d-2", "7-f3d-8", "united-states-v-doe-ca9-1993"} <= decisions(held.read(), citing.read()).keys()


@pytest.mark.parametrize(
    ("first", "court", "name", "joined"),
    [
        pytest.param("1298", "ca9", "United States v. Doe", True, id="a-little-after"),
        pytest.param("1296", "ca9", "United States v. Doe", True, id="on-the-first-page"),
        pytest.param("1295", "ca9", "United States v. Doe", False, id="before"),
        pytest.param("1320", "ca9", "United States v. Doe", False, id="too-far"),
        pytest.param("1298", "ca2", "United States v. Doe", False, id="other-court"),
        pytest.param("1298", "ca9", "United States v. Roe", False, id="other-name"),
    ],
)
def test_printed_pages_tell_a_citation(draft: Drafter, first: str, court: str, name: str, joined: bool) -> None:
    held = draft("Appellant Doe.", "held.txt", name="United States v. John Doe", court="ca9").read()
    held = replace(held, opinion=replace(held.opinion, pages=(Page(first, 0, 0), Page("1330", 5, 5))))
    citing = draft("Doe, 955 F.2d 1296.", "b.txt").cite("955 F.2d 1296", name=name, court=court).read()
    assert joined == (bool(decisions(held, citing)["955-f2d-1296"].texts))


def test_two_citations_that_fit_the_printed_pages_leave_it_open(draft: Drafter) -> None:
    held = draft("Appellant Doe.", "held.txt", name="United States v. Doe", court="ca9").read()
    held = replace(held, opinion=replace(held.opinion, pages=(Page("1298", 0, 0),)))
    citing = draft("Doe, 955 F.2d 1296; Doe, 956 F.2d 1290.", "b.txt")
    citing.cite("955 F.2d 1296", name="United States v. Doe").cite("956 F.2d 1290", name="United States v. Doe")
    found = decisions(held, citing.read())
    assert ((), ()) == (found["955-f2d-1296"].texts, found["956-f2d-1290"].texts)


def test_docket_numbers_join(draft: Drafter) -> None:
    held = draft("No. 96-552.", "held.txt", name="Doe v. Roe", citation="1 F.3d 2", court="ca9", docket="96-552")
    citing = draft("Doe v. Roe, No. 96-552 (9th Cir. 1997).", "citing.txt")
    citing.cite("No. 96-552", kind="docket", name="Doe v. Roe", court="ca9", year=1997)
    found = decisions(held.read(), citing.read())
    assert [merge.because for merge in found["1-f3d-2"].merges] == ["same court and docket number"]
    assert "ca9-no-96-552" not in found


def test_a_decision_known_by_docket_court_and_date(draft: Drafter) -> None:
    held = draft("No. 96-552.", "held.txt", name="Doe v. Roe", court="ca9", docket="96-552", date="1997-02-03")
    assert list(decisions(held.read())) == ["ca9-96-552-1997-02-03"]


def test_two_pages_of_one_reporter_are_never_joined(draft: Drafter) -> None:
    text = "Doe, 470 U.S. 598, 471 U.S. 1 (1985)."
    wrong = draft(text).cite("470 U.S. 598").cite("471 U.S. 1", "470 U.S. 598", parallel_of=text.index("470")).read()
    other = draft("471 U.S. 1", "b.txt").cite("471 U.S. 1").read()
    found = decisions(wrong, other)
    assert (found["470-us-598"].apart, found["471-us-1"].apart) == (("471-us-1",), ("470-us-598",))


def test_a_name_that_differs_is_kept_visible(draft: Drafter) -> None:
    held = draft("Gutierrez", "held.txt", name="United States v. Gutierrez", citation="990 F.2d 472")
    citing = draft("U.S. v. Guiterrez, 990 F.2d 472", "b.txt").cite("990 F.2d 472", name="U.S. v. Guiterrez")
    assert decisions(held.read(), citing.read())["990-f2d-472"].differing_names == ("U.S. v. Guiterrez",)


def test_two_held_decisions_on_one_page_are_two_and_citations_go_by_name(draft: Drafter) -> None:
    able = draft("Able.", "able.txt", name="Able v. Baker", citation="510 U.S. 801").read()
    cain = draft("Cain.", "cain.txt", name="Cain v. Dole", citation="510 U.S. 801").read()
    citing = draft("Cain v. Dole, 510 U.S. 801", "c.txt").cite("510 U.S. 801", name="Cain v. Dole").read()
    register = identify([able, cain, citing])
    assert (
        register.meant(text_id(citing), "510 U.S. 801") is register.own(text_id(cain)),
        register.own(text_id(able)) is register.own(text_id(cain)),
    ) == (True, False)


def test_a_name_alone_means_nothing_across_texts(draft: Drafter) -> None:
    one = draft("Bivens says.", "a.txt").cite("Bivens", kind="name_ref", name="Bivens", cite=None).read()
    two = draft("Bivens too.", "b.txt").cite("Bivens", kind="name_ref", name="Bivens", cite=None).read()
    assert len(decisions(one, two)) == 4  # each text's own decision, and a Bivens for each


def test_history_is_another_decision(draft: Drafter) -> None:
    text = "Doe, 1 F.3d 2, aff'd, 510 U.S. 3."
    reading = draft(text).cite("1 F.3d 2").cite("510 U.S. 3", history="aff'd", history_of=text.index("1 F.3d")).read()
    assert {"1-f3d-2", "510-us-3"} <= decisions(reading).keys()


def test_official_citation_wins_over_an_earlier_one(draft: Drafter) -> None:
    text = "Doe, 116 S. Ct. 1480, 517 U.S. 456."
    reading = draft(text).cite("116 S. Ct. 1480").cite("517 U.S. 456", "116 S. Ct. 1480", parallel_of=5).read()
    assert "517-us-456" in decisions(reading)


def test_years_that_differ_are_said(draft: Drafter) -> None:
    one = draft("1 F.3d 2 (1993)", "a.txt").cite("1 F.3d 2", year=1993).read()
    two = draft("1 F.3d 2 (1994)", "b.txt").cite("1 F.3d 2", year=1994).read()
    assert decisions(one, two)["1-f3d-2"].basis == ("year: given as 1993 and as 1994",)


def test_statutes_and_cases_keep_apart(armour: Reading) -> None:
    kinds = {identity.slug: identity.kind for identity in identify([armour]).identities}
    assert kinds["statute-21-usc-841"] == "statute"


def test_order_of_readings_does_not_matter(draft: Drafter, armour: Reading) -> None:
    text = "Wayne, 470 U.S. 598; Doe v. Roe, No. 96-552."
    citing = draft(text, "b.txt").cite("470 U.S. 598", name="Wayne").read()
    held = draft("Doe.", "c.txt", name="Doe v. Roe", court="ca9", year=1990).read()
    found = {identify(order).identities for order in permutations([armour, citing, held])}
    assert len(found) == 1


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param((None, None, None, None, None), "unnamed decision", id="nothing"),
        pytest.param(("A v. B", None, "ca9", None, None), "A v. B (9th Cir.)", id="no-citation-no-year"),
        pytest.param(("A v. B", "1 F.3d 2", None, 1990, None), "A v. B, 1 F.3d 2 (1990)", id="no-court"),
        pytest.param(("A v. B", "1 U.S. 2", "nonesuch", 1790, None), "A v. B, 1 U.S. 2 (1790)", id="court-unknown"),
    ],
)
def test_label(fields: tuple[Any, ...], expected: str) -> None:
    assert expected == label(*fields)
