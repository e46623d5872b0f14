"""What the citations of an opinion tell about its own identity, and what they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from citator.corpus.decision import identify
from citator.corpus.facts import load_facts
from citator.corpus.formats import read
from citator.corpus.model import Citation, Document, Facts, Opinion, Span
from citator.corpus.structure import analyse

OPINIONS = Path(__file__).parents[2] / "corpus" / "opinions"
PROSE = "The court finds that the statute does not reach the conduct charged here, and so it holds. " * 12


def opinion(text: str) -> Opinion:
    return analyse(Document("a.txt", "", "text", text))


def cited(cite: str, court: str | None = None, year: int | None = None, name: str | None = None) -> Citation:
    span = Span(0, 1)
    return Citation(span, "full_case", span, cite=cite, court=court, year=year, name=name)


def circuit(number: int, of_ninth: int) -> list[Citation]:
    """So many cites of the Ninth Circuit, the rest of the Second."""
    return [cited(f"{n} F.2d 1", "ca9" if n < of_ninth else "ca2", 1980 + n) for n in range(number)]


@pytest.mark.parametrize(
    ("text", "citations", "court"),
    [
        pytest.param(f"ROE, Circuit Judge:\n\n{PROSE}", circuit(8, 6), "ca9", id="the-circuit-cited-most"),
        pytest.param(f"ROE, Circuit Judge:\n\n{PROSE}", circuit(8, 4), None, id="no-circuit-leads"),
        pytest.param(f"ROE, Circuit Judge:\n\n{PROSE}", circuit(2, 2), None, id="too-few"),
        pytest.param(f"ROE, District Judge.\n\n{PROSE}", circuit(8, 8), None, id="a-trial-judge"),
        pytest.param(
            f"Mr. Justice Roe delivered the opinion of the Court.\n\n{PROSE}",
            [cited(f"{n} U.S. 1", "scotus") for n in range(200, 205)],
            "scotus",
            id="a-justice-of-the-court",
        ),
        pytest.param(
            f"JUSTICE ROE delivered the opinion of the court:\n\n{PROSE}",
            [cited(f"{n} Ill. 2d 1", "ill") for n in range(200, 205)],
            None,
            id="a-justice-of-a-state",
        ),
        pytest.param(f"46 N.J. 301 (1966)\n\nROE, J.\n\n{PROSE}", [], "nj", id="a-reporter-of-one-court"),
        pytest.param(f"216 A.2d 586 (1966)\n\nROE, J.\n\n{PROSE}", [], None, id="a-reporter-of-many"),
        pytest.param(f"United States Court of Appeals, Second Circuit.\n\nROE, Circuit Judge:\n\n{PROSE}", circuit(8, 8), "ca2", id="the-head-goes-first"),
    ],
)  # fmt: skip
def test_courts_worked_out(text: str, citations: list[Citation], court: str | None) -> None:
    assert court == identify(opinion(text), citations, None).court


def test_a_court_worked_out_says_how() -> None:
    basis = dict(identify(opinion(f"ROE, Circuit Judge:\n\n{PROSE}"), circuit(8, 6), None).basis)
    assert (
        "worked out: a circuit judge writes, and 6 of 8 courts of appeals decisions cited are of this court"
        == basis["court"]
    )


@pytest.mark.parametrize(
    ("citations", "year", "basis"),
    [
        pytest.param(
            [cited("1 F.3d 2", "ca9", 1993), cited("5 F.3d 6", "ca2", 1994), cited("2 F.2d 9", "ca9", 1950)],
            1995,
            "estimate: a year after the latest decision cited (5 F.3d 6, 1994)",
            id="an-estimate",
        ),
        pytest.param(
            [cited("208 U.S. 412", "scotus"), cited("298 U.S. 587", "scotus"), cited("261 U.S. 525", "scotus")],
            1937,
            "estimate: a year after the latest decision cited (298 U.S. 587, 1936)",
            id="by-volumes-of-the-us-reports",
        ),
        pytest.param([cited("1 F.3d 2", "ca9", 1993)], None, None, id="too-few"),
    ],
)
def test_years(citations: list[Citation], year: int | None, basis: str | None) -> None:
    found = identify(opinion(f"ROE, Circuit Judge:\n\n{PROSE}"), citations, None)
    assert (year, basis) == (found.year, dict(found.basis).get("year"))


def test_no_case_is_decided_before_it_was_opened() -> None:
    cites = [cited("1 F.3d 2", "ca9", 1993), cited("5 F.3d 6", "ca2", 1994), cited("2 F.2d 9", "ca9", 1950)]
    found = identify(opinion(f"Case No. 1:97-cv-810\n\nROE, District Judge:\n\n{PROSE}"), cites, None)
    assert (1997, "estimate: the case was opened then (No. 1:97-cv-810)") == (found.year, dict(found.basis)["year"])


def test_a_date_in_the_head_leaves_nothing_to_estimate() -> None:
    found = identify(opinion(f"Decided May 13, 1996.\n\nROE, Circuit Judge:\n\n{PROSE}"), circuit(8, 6), None)
    assert (1996, "text: date of decision") == (found.year, dict(found.basis)["year"])


GOVERNMENT = "The government appealed the sentence. Roe was convicted, and the government says Roe had notice. Roe and the government differ. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(f"ROE, Circuit Judge:\n\nAppellant Alex Roe was convicted. {GOVERNMENT}", "United States v. Roe", id="defendant"),
        pytest.param(f"ROE, Circuit Judge:\n\nAppellant Alex Roe lost. {PROSE}", None, id="no-crime"),
        pytest.param(f"ROE, Circuit Judge:\n\nAppellant Alex Poe was convicted. {GOVERNMENT}", None, id="named-once"),
    ],
)  # fmt: skip
def test_names_worked_out(text: str, name: str | None) -> None:
    assert name == identify(opinion(text), circuit(8, 6), None).name


@pytest.mark.parametrize(
    ("cite", "name", "expected"),
    [
        pytest.param("955 F.2d 1296", "Roe", "955 F.2d 1296", id="the-page-before-the-first-mark"),
        pytest.param("955 F.2d 1200", "Roe", None, id="another-page"),
        pytest.param("955 F.2d 1296", "Poe", None, id="another-case"),
    ],
)
def test_own_citation_from_the_pages(cite: str, name: str, expected: str | None) -> None:
    text = f"United States v. Jane Roe\n\nROE, Circuit Judge.\n\nIt is so *1298 and so *1299 {PROSE}"
    found = identify(opinion(text), [cited(cite, "ca9", 1992, f"United States v. {name}")], None)
    assert expected == found.citation


def test_the_sheets_of_a_slip_opinion_are_no_pages_of_a_reporter() -> None:
    sheets = "".join(f"{PROSE}\n\n                    -{n}-\n\f" for n in (2, 3))
    found = identify(
        opinion(f"United States v. Jane Roe\n\nROE, Circuit Judge.\n\n{sheets}"),
        [cited("955 F.2d 1", "ca9", 1992, "United States v. Roe")],
    )
    assert (None, "United States v. Jane Roe") == (found.citation, found.name)


def test_own_citations_take_the_form_citations_have() -> None:
    found = identify(
        opinion(f"116 S.Ct. 1480\n\nDecided May 13, 1996.\n\nROE, J.\n\n{PROSE}"), [cited("116 S. Ct. 1480")], None
    )
    assert "116 S. Ct. 1480" == found.citation


def test_facts_given_later_go_first_too() -> None:
    found = identify(
        opinion(f"Roe v. Doe\n\nROE, Circuit Judge:\n\n{PROSE}"), circuit(8, 6), Facts(name="Poe v. Low", year=1999)
    )
    assert ("Poe v. Low", 1999, "ca9") == (found.name, found.year, found.court)
    assert {"name": "facts file", "year": "facts file"}.items() <= dict(found.basis).items()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("armstrong.txt", ("United States v. Armstrong", "48 F.3d 1508", "ca9", 1995, True, "affirmed"), id="armstrong"),
        pytest.param("banuelos-rodriguez.txt", ("United States v. Banuelos-Rodriguez", "215 F.3d 969", "ca9", 2000, True, "affirmed"), id="banuelos-rodriguez"),
        pytest.param("caperna.txt", ("United States v. Caperna", "251 F.3d 827", "ca9", 2001, False, "vacated and remanded"), id="caperna"),
        pytest.param("redondo-lemos.txt", ("United States v. Redondo-Lemos", "955 F.2d 1296", "ca9", 1992, False, "reversed and remanded"), id="redondo-lemos"),
    ],
)  # fmt: skip
def test_the_opinions_of_the_project_with_their_facts(name: str, expected: tuple[object, ...]) -> None:
    facts = load_facts(OPINIONS / "opinions.toml")[name]
    found = identify(analyse(read(OPINIONS / name), facts), [], facts)
    assert expected == (found.name, found.citation, found.court, found.year, found.en_banc, found.disposition)


def test_what_a_bare_text_tells_of_itself() -> None:
    found = identify(analyse(read(OPINIONS / "caperna.txt")), circuit(8, 7), None)
    assert ("United States v. Caperna", "ca9", None) == (found.name, found.court, found.citation)
    assert dict(found.basis)["name"].startswith("worked out: “Appellant Alex")
