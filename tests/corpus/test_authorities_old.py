"""Treatises by author and subject, the Statutes at Large in the plural, and filings by their date."""

from __future__ import annotations

import pytest

from citator.corpus.citations.authorities import recognise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "In Bunn on Fraudulent Leases, p. 231, it is said", [("Bunn on Fraudulent Leases", "231")], id="on"
        ),
        pytest.param(
            "1 Snow and Hall on Wills, pp. 4-5, 9", [("1 Snow and Hall on Wills", "4-5, 9")], id="two-authors"
        ),
        pytest.param("2 Parrish on Leases (5th ed.), p. 12.", [("2 Parrish on Leases", "12")], id="an-edition"),
        pytest.param("See the Order on Motions, p. 5; the Subcommittee on Ports, p. 7", [], id="papers"),
        pytest.param("55 Stats. 2641", [("55 Stat. 2641", None)], id="statutes-at-large"),
        pytest.param("Stats. 1961, ch. 851, p. 2221", [("1961 Stats. ch. 851", "p. 2221")], id="of-a-session"),
    ],
)
def test_older_forms(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert expected == [(found.cite, found.pin) for found in recognise(text)]


def test_a_filing_with_its_date_is_no_newspaper() -> None:
    text = "The words may stay secret. See Memorandum and Order, Oct. 12, 2001, at 3-4. The Harbor Gazette, May 2, 1990, at 7."
    assert [("record", "Memorandum and Order, Oct. 12, 2001", "3-4", None)] == [
        (found.kind, found.cite, found.pin, found.name) for found in recognise(text)
    ][:1]
