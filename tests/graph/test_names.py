"""Which strings are the same slot, the same caption, the same name."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citator.graph.names import caption_key, reporter_slot, same_name, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("48 F.3d 1508", "48-f3d-1508", id="reporter"),
        pytest.param("Peña v. O’Brien & Sons, Inc.", "pena-v-obrien-sons-inc", id="accents-and-apostrophes"),
        pytest.param("18 U.S.C. § 1326(b)(2)", "18-usc-1326-b-2", id="statute"),
        pytest.param("§§", "b978ae88", id="nothing-left-is-a-digest"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert expected == slug(text)


def test_a_long_slug_keeps_its_difference() -> None:
    one, other = slug("word " * 40 + "a"), slug("word " * 40 + "b")
    assert (len(one), one != other) == (80, True)


@pytest.mark.parametrize(
    ("cite", "expected"),
    [
        pytest.param("84 L. Ed. 2d 547", ("84", "led2d", "547"), id="spaced"),
        pytest.param("84 L.Ed.2d 547", ("84", "led2d", "547"), id="unspaced"),
        pytest.param("5 U.S. (1 Cranch) 137", ("5", "us", "137"), id="nominative"),
        pytest.param("2001 WL 123456", ("2001", "wl", "123456"), id="westlaw"),
        pytest.param("21 U.S.C. § 841", None, id="statute"),
        pytest.param("Wayte v. United States", None, id="name"),
        pytest.param("No. 96-552", None, id="docket"),
    ],
)
def test_reporter_slot(cite: str, expected: tuple[str, str, str] | None) -> None:
    assert expected == reporter_slot(cite)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("U.S. v. Caperna", "United States of America v. Caperna", True, id="united-states"),
        pytest.param("In re Gault", "Gault", True, id="in-re"),
        pytest.param("Acme Corp. v. Doe", "Acme Corporation, Inc. v. Doe", False, id="abbreviations-are-not-spelled-out"),
        pytest.param("Smith v. Jones", "Jones v. Smith", False, id="turned-round"),
    ],
)  # fmt: skip
def test_same_caption(one: str, other: str, expected: bool) -> None:
    assert expected == (caption_key(one) == caption_key(other))


@pytest.mark.parametrize(
    ("caption", "name", "expected"),
    [
        pytest.param("United States v. Gutierrez", "Gutierrez", True, id="short"),
        pytest.param("United States v. Gutierrez", "United States v. Guiterrez", False, id="typing-error-is-seen"),
        pytest.param("Western Pacific Railroad v. Doe", "W. Pac. R.R. v. Doe", True, id="abbreviated"),
        pytest.param("Commissioner v. Doe", "Comm'r v. Doe", True, id="apostrophe"),
        pytest.param("Inmates of Attica Correctional Facility v. Rockefeller", "Attica v. Rockefeller", True, id="part"),
        pytest.param("People v. Ledesma", "California v. Ledesma", True, id="sovereign-by-another-name"),
        pytest.param("Brown v. Board", "Brown v. Allen", False, id="other-respondent"),
        pytest.param("Brown v. Board", "Green", False, id="other-party"),
        pytest.param("Bivens", "Bivens v. Six Unknown Agents", True, id="caption-known-by-short-name"),
    ],
)  # fmt: skip
def test_same_name(caption: str, name: str, expected: bool) -> None:
    assert expected == same_name(caption, name)


@given(st.text())
def test_any_text_has_a_slug_fit_for_an_iri(text: str) -> None:
    made = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert made == slug(made)


@given(st.text(), st.text())
def test_names_of_any_text_can_be_compared(one: str, other: str) -> None:
    assert same_name(one, one)
    assert isinstance(same_name(one, other), bool)
