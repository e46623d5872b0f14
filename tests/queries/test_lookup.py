"""What a lawyer types for a case → the case meant; names and citations only, no library."""

from __future__ import annotations

import pytest

from citator.queries.lookup import citations_in, fold, name_match

ARMSTRONG = "United States v. Armstrong"


@pytest.mark.parametrize(
    ("asked", "name", "expected"),
    [
        pytest.param("United States v. Armstrong", ARMSTRONG, 0, id="whole-name"),
        pytest.param("u.s. vs Armstrong", ARMSTRONG, 0, id="abbreviated"),
        pytest.param("US v. ARMSTRONG", ARMSTRONG, 0, id="capitals"),
        pytest.param("Armstrong", ARMSTRONG, 1, id="party"),
        pytest.param("v. Armstrong", ARMSTRONG, 1, id="words-in-order"),
        pytest.param("Armstrong v. United States", ARMSTRONG, None, id="parties-the-other-way"),
        pytest.param("Strong", ARMSTRONG, None, id="end-of-a-word"),
        pytest.param("Arms", ARMSTRONG, 2, id="start-of-a-word"),
        pytest.param("Redondo-Lemos", "United States v. Redondo-Lemos", 1, id="hyphenated"),
        pytest.param("Lemos", "United States v. Redondo-Lemos", 2, id="half-of-a-hyphenated-name"),
        pytest.param("Redondo Lemos", "United States v. Redondo-Lemos", 2, id="hyphen-left-out"),
        pytest.param("P.H.E.", "United States v. P.H.E., Inc.", 1, id="initials"),
    ],
)
def test_name_match(asked: str, name: str, expected: int | None) -> None:
    assert expected == name_match(asked, name)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("990 F.2d 472", ["990f2d472"], id="as-printed"),
        pytest.param("990 F. 2d 472", ["990f2d472"], id="spaced"),
        pytest.param("990F.2d472", ["990f2d472"], id="not-spaced"),
        pytest.param("990 f2d 472", ["990f2d472"], id="small-letters"),
        pytest.param("84 L. Ed. 2d 547", ["84led2d547"], id="reporter-of-three-words"),
        pytest.param("10 F. Supp. 2d 33", ["10fsupp2d33"], id="supplement"),
        pytest.param("43 Cal.4th 12", ["43cal4th12"], id="state"),
        pytest.param("2000 WL 123456", ["2000wl123456"], id="westlaw"),
        pytest.param("470 U. S. 598", ["470us598"], id="supreme-court"),
        pytest.param(
            "Gutierrez, 990 F.2d 472 (9th Cir. 1993)", ["990f2d472", "9thcir1993"], id="within-a-full-citation"
        ),
        pytest.param("Armstrong 1995", [], id="name-and-year"),
        pytest.param("In re 2 Sisters", [], id="number-in-a-name"),
    ],
)
def test_citations_in(words: str, expected: list[str]) -> None:
    assert expected == [fold(citation) for citation, _ in citations_in(words)]
