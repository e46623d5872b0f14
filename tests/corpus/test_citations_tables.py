"""The tables of courts and reporters: each row, an example that must be read and one that must not."""

from __future__ import annotations

import pytest

from citator.corpus.citations.courts import court_named, court_of_reporter
from citator.corpus.citations.reporters import scan
from citator.corpus.citations.spellings import rows


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["printed"])
def test_spellings_of_reporters(row: dict[str, str]) -> None:
    read = {cite.reporter for cite in scan(row["example"])}
    assert {row["as"]} <= read
    assert [] == scan(row["not"])


@pytest.mark.parametrize(
    ("words", "court"),
    [
        pytest.param(words, court, id=words)
        for court, spellings in {
            "ca9": ("9th Cir.", "9th Cir", "9 Cir.", "C.A.9", "CA9", "C. C. A. 9th", "Ninth Circuit"),
            "ca2": ("2d Cir.", "CA2", "C.C.A.2"),
            "ca3": ("3d Cir.", "3rd Cir."),
            "ca11": ("11th Cir. Unit B",),
            "cadc": ("D.C.Cir.", "D.C. Cir.", "CADC"),
            "cafc": ("Fed. Cir.",),
            "nysd": ("S.D.N.Y.", "SDNY"),
            "mied": ("E.D.Mich.",),
            "mdd": ("D. Md.",),
            "mnd": ("D.Minn.",),
            "ndd": ("D.N.D.",),
            "dcd": ("D.D.C.",),
            "wvnd": ("N.D.W. Va.",),
            "nysb": (
                "Bankr. S.D.N.Y.",
                "Bkrtcy. S.D.N.Y.",
                "Bkrtcy. Ct. SDNY",
                "Bkrtcy., S.D. N.Y.",
                "Bkrtey.S.D.N.Y.",
            ),
            "meb": ("Bankr. Me.", "Bkrtcy. Ct. Me."),
            "bap9": ("B.A.P. 9th Cir.", "Bkrtcy.Panel 9th Cir."),
            "wyd": ("D. Wy.",),
            "wisctapp": ("Wis. App.", "Wis. Ct. App."),
            "nmcca": ("N.M.C.M.R.",),
            "del": ("Del.Supr.", "Del. Supr. Ct."),
            "bia": ("B.I.A.",),
            "prsupreme": ("P.R.", "Puerto Rico"),
            "nd": ("N.D.",),
            "ded": ("D.C. Del.", "D. Del."),
            "nynd": ("D. C. N. D. N. Y.",),
            "msnd": ("N. Dist. Miss.",),
            "jpml": ("Jud.Pan.Mult.Lit.",),
            "cal": ("Cal.",),
            "calctapp": ("Cal.App.", "Cal. Ct. App.", "Cal. App. 2d Dist."),
            "texapp": ("Tex. App.—Houston [14th Dist.]", "Tex. Civ. App."),
            "texcrimapp": ("Tex.Cr.App.",),
            "nyappdiv": ("N.Y.App.Div.", "N.Y. App. Div. 1st Dep't"),
            "ny": ("N.Y.", "N.Y. Ct. App."),
            "fladistctapp": ("Fla. 3d DCA", "Fla. Dist. Ct. App."),
            "pasuperct": ("Pa.Super.",),
            "pacommwct": ("Pa.Cmwlth.",),
            "mo": ("Mo. banc",),
            "njsuperctappdiv": ("N.J. Super. Ct. App. Div.",),
        }.items()
        for words in spellings
    ],
)
def test_courts_named(words: str, court: str) -> None:
    assert court == court_named(words)


@pytest.mark.parametrize("words", ["en banc", "per curiam", "a plurality", "holding that", "", "1990", "West"])
def test_words_that_name_no_court(words: str) -> None:
    assert court_named(words) is None


@pytest.mark.parametrize(
    ("reporter", "court"),
    [
        pytest.param("U.S.", "scotus", id="united-states"),
        pytest.param("L. Ed. 2d", "scotus", id="lawyers-edition"),
        pytest.param("Wheat.", "scotus", id="wheaton"),
        pytest.param("Cal. 4th", "cal", id="california"),
        pytest.param("Cal. App. 3d", "calctapp", id="california-appeal"),
        pytest.param("N.Y.2d", "ny", id="new-york"),
        pytest.param("A.D.2d", "nyappdiv", id="appellate-division"),
        pytest.param("Ohio St. 3d", "ohio", id="ohio"),
        pytest.param("IL App (1st)", "illappct", id="neutral"),
        pytest.param("OK CR", "oklacrimapp", id="neutral-criminal"),
        pytest.param("F.2d", None, id="federal"),
        pytest.param("P.2d", None, id="regional"),
        pytest.param("N.Y.S.2d", None, id="several-courts"),
        pytest.param("Cal. Rptr. 2d", None, id="several-california-courts"),
    ],
)
def test_courts_of_reporters(reporter: str, court: str | None) -> None:
    assert court == court_of_reporter(reporter)
