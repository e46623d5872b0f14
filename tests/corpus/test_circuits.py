"""The circuit that a citation of the Supreme Court's leaves out."""

from __future__ import annotations

import pytest

from citator.corpus import citations
from citator.corpus.model import Decision, Document, Opinion, Part, Span

CAPTION = "ON WRIT OF CERTIORARI TO THE UNITED STATES COURT OF\n\nAPPEALS FOR THE TENTH CIRCUIT\n\n"


def courts(text: str, court: str | None = "scotus") -> list[str | None]:
    part = Part("lead", "lead", None, 0, len(text))
    opinion = Opinion(Document("t", "", "text", text), Decision(court=court), (part,), (), (), (Span(0, len(text)),))
    return [c.court for c in citations.find(opinion)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The Ninth Circuit reversed. 48 F. 3d 15 (1995). We granted", ["ca9"], id="the-decision-below"),
        pytest.param("the rule of the Eighth Circuit in Foo v. Bar, 34 F.3d 94 (1994), and", ["ca8"], id="a-case-with-its-name"),
        pytest.param("the District of Columbia Circuit’s decision, 34 F.3d 94, was", ["cadc"], id="the-district-of-columbia"),
        pytest.param("Unlike the Second Circuit, the Fourth Circuit agreed. 93 F.3d 12 (1996).", ["ca4"], id="the-last-one-named"),
        pytest.param("The Ninth Circuit reversed. 48 F.3d 15 (CA2 1995).", ["ca2"], id="the-court-as-printed"),
        pytest.param("The Ninth Circuit agreed. Foo v. Bar, 4 F.3d 1 (CA5 1993); Doe v. Roe, 5 F.3d 2 (1993).", ["ca5", None], id="another-court-between"),
        pytest.param("The Federal Circuit would disagree. 13 F.2d 57 (1975).", [None], id="not-there-yet"),
        pytest.param("The Ninth Circuit differs from the District Court here. 17 F.2d 30 (1925).", [None], id="an-early-volume-of-trial-courts"),
        pytest.param("The Ninth Circuit said so. Foo v. Bar, 48 P.3d 15 (1995).", [None], id="a-state-reporter"),
        pytest.param("The District Court for the Northern District of Ohio agreed. 48 F. Supp. 15 (1995).", ["ohnd"], id="a-district"),
        pytest.param("The District Court for the District of Columbia agreed. 48 F. Supp. 2d 15 (1999).", ["dcd"], id="the-district-at-the-capital"),
        pytest.param("The District Court for the District of Maine agreed with Foo v. Bar, 48 F. Supp. 15 (1995).", [None], id="a-named-case-of-some-district"),
        pytest.param(f"{CAPTION}The judgment below, 81 F.3d 52 (2015), falls.", ["ca10"], id="the-caption"),
        pytest.param(f"{CAPTION}See Foo v. Bar, 81 F.3d 52 (2015).", [None], id="another-case-than-the-captions"),
    ],
)  # fmt: skip
def test_the_circuit_named_before(text: str, expected: list[str | None]) -> None:
    assert expected == courts(text)


def test_only_the_supreme_court_leaves_it_out() -> None:
    assert [None] == courts("The Ninth Circuit reversed. 48 F. 3d 15 (1995). We", court="ca1")
