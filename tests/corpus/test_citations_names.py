"""Case names read backwards from their citation, and what is no part of them."""

from __future__ import annotations

import pytest

from citator.corpus.citations import names


def name(text: str) -> str | None:
    """The name that belongs to the citation at ``|``."""
    found = names.before(text, 0, text.index("|"))
    return found.name or None if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("See United States v. Koon, |518 U.S. 81", "United States v. Koon", id="signal"),
        pytest.param("In Wade v. United States, |504 U.S. 181", "Wade v. United States", id="in-opens-the-sentence"),
        pytest.param("See In re Grand Jury, |619 F.2d 1", "In re Grand Jury", id="in-re"),
        pytest.param("[9 P.2d 3] (Dent), and Hall v. Roe, supra, |55 Cal.2d 77", "Hall v. Roe", id="behind-what-another-is-called"),
        pytest.param("under Ex parte Bain, |121 U. S. 1", "Ex parte Bain", id="ex-parte"),
        pytest.param("Cf. State ex rel. Fink v. Heyd, |2 P.2d 1", "State ex rel. Fink v. Heyd", id="ex-rel"),
        pytest.param("accord, Matter of Hall, |2 N.Y.2d 1", "Matter of Hall", id="matter-of"),
        pytest.param("See Estate of Hall v. Roe, |2 F.2d 1", "Estate of Hall v. Roe", id="estate-of"),
        pytest.param(
            "See Friends of Avon County Hall v. Roe, |2 F.2d 1", "Friends of Avon County Hall v. Roe", id="small-words"
        ),
        pytest.param("See Azul, Inc. v. City of Avon, |2 F.2d 1", "Azul, Inc. v. City of Avon", id="corporate-tail"),
        pytest.param("e.g., Hall & Sons Mfg. Co. v. NLRB, |2 F.2d 1", "Hall & Sons Mfg. Co. v. NLRB", id="e-g"),
        pytest.param("See Chicago, B. & Q. R. Co. v. Hall, |2 U.S. 1", "Chicago, B. & Q. R. Co. v. Hall", id="initials"),
        pytest.param("agreed. N.L.R.B. v. Hall, Local Union No. 12, |2 F.2d 1", "N.L.R.B. v. Hall, Local Union No. 12", id="number"),
        pytest.param("See Branch No. 49, Nat’l Ass’n of Hall v. Roe, |2 U.S. 1", "Branch No. 49, Nat’l Ass’n of Hall v. Roe", id="number-before-comma"),
        pytest.param("See E. I. Perkins & Co. v. Hall, |2 U.S. 1", "E. I. Perkins & Co. v. Hall", id="initial-e"),
        pytest.param("agreed.” C & E Mines, Inc. v. Hall, |2 U.S. 1", "C & E Mines, Inc. v. Hall", id="ampersand-e"),
        pytest.param("E. g., Hall v. Roe, |2 U.S. 1", "Hall v. Roe", id="e-g-apart"),
        pytest.param("See Avon Irrig. & Cons. Dist. v. Hall, |2 U.S. 1", "Avon Irrig. & Cons. Dist. v. Hall", id="abbreviations"),
        pytest.param("[1A]In Hall v. Roe, |2 U.S. 1", "Hall v. Roe", id="headnote-mark"),
        pytest.param("29 25 Hall v. Roe, |2 U.S. 1", "Hall v. Roe", id="page-and-note"),
        pytest.param("See Azul Advisers, Inc. (AAI) v. Hall, |2 U.S. 1", "Azul Advisers, Inc. v. Hall", id="called-for-short"),
        pytest.param("See Azul Co. (P.R.), Ltd. v. Hall, |2 U.S. 1", "Azul Co. (P.R.), Ltd. v. Hall", id="a-place-in-parentheses"),
        pytest.param("See In re Minors A, B, C, |2 U.S. 1", "In re Minors A, B, C", id="letters"),
        pytest.param("It named “Matter of Azul.” There a court held so. |2 U.S. 1", "Matter of Azul", id="matter-said-before"),
        pytest.param("In re Azul and Matter of Hall differ. There a court held so. |2 U.S. 1", None, id="two-said-before"),
        pytest.param("See Cities of Avon, et al. v. FERC, |2 F.2d 1", "Cities of Avon, et al. v. FERC", id="et-al"),
        pytest.param("See Citizens to Save Avon v. Roe, |2 U.S. 1", "Citizens to Save Avon v. Roe", id="to"),
        pytest.param("(quoting Hall v. Roe, |2 U.S. 1", "Hall v. Roe", id="quoting"),
        pytest.param("“no such rule.” Hall v. Roe, |2 U.S. 1", "Hall v. Roe", id="after-a-quotation"),
        pytest.param('not made a dealer by Perkins." |237 F.Supp. 323', None, id="a-quotation-ends-with-a-name"),
        pytest.param("no such rule—Hall v. Roe, |2 U.S. 1", "Hall v. Roe", id="after-a-dash"),
        pytest.param("by Congress. Hall v. Roe, |2 U.S. 1", "Hall v. Roe", id="after-a-full-stop"),
        pytest.param("to St. Hall v. Roe, |2 U.S. 1", "St. Hall v. Roe", id="abbreviation"),
        pytest.param("Moreover, Hall v. Roe, |2 U.S. 1", "Hall v. Roe", id="adverb"),
        pytest.param("Applying Hall v. Roe, |2 U.S. 1", "Hall v. Roe", id="participle"),
        pytest.param("See v. City of Avon, |2 U.S. 1", "See v. City of Avon", id="a-party-named-see"),
        pytest.param("in Hall v. Roe and Doe v. Poe, |2 U.S. 1", "Doe v. Poe", id="two-names"),
        pytest.param("Hall v Roe, |2 F Supp 1", "Hall v. Roe", id="v-without-stop"),
        pytest.param("Hall v. Roe (1987) |2 Cal.3d 1", "Hall v. Roe", id="year-between"),
        pytest.param("Hall v. Roe, supra, |2 Cal.3d at p. 1", "Hall v. Roe", id="supra-between"),
        pytest.param("Hall v. Roe, No. 96-552, |2000 WL 1", "Hall v. Roe", id="docket-between"),
        pytest.param("Hall v. Roe, 19-cv-4821, |2000 WL 1", "Hall v. Roe", id="docket-without-a-label"),
        pytest.param("Hall v. Roe, No. 05- P-728, |2000 WL 1", "Hall v. Roe", id="docket-over-a-line-end"),
        pytest.param("Hall Tribe v. Roe (Hall Tribe II), |2 F.3d 1", "Hall Tribe v. Roe", id="nickname-between"),
        pytest.param("See Hall’s v. Roe (In re Roe), |2 B.R. 1", "Hall’s v. Roe (In re Roe)", id="bankruptcy"),
        pytest.param("the Hall case, |2 U.S. 1", "Hall", id="case"),
        pytest.param("The Hall Cases, |2 U.S. 1", "The Hall Cases", id="cases-in-the-name"),
        pytest.param("See GHR Energy Corp., |2 N.L.R.B. 1", "GHR Energy Corp.", id="one-party"),
        pytest.param("See Wayte,- |2 U.S. at 1", "Wayte", id="stray-hyphen"),
        pytest.param("applied in Hall v. Roe. |2 F.3d 1", "Hall v. Roe", id="full-stop-between"),
        pytest.param("in Hall v. Roe, we asked whether to go. |2 F.3d 1", "Hall v. Roe", id="sentence-between"),
        pytest.param("In Hall v. Roe we held it. In Doe v. Poe we did not. |2 F.3d 1", None, id="two-candidates"),
        pytest.param("in part 3, Hall v. Roe, |2 U.S. 1", "Hall v. Roe", id="number-of-something-else"),
        pytest.param("See Hall v. Roe, F.2d , |2000 WL 1", "Hall v. Roe", id="reporter-left-blank"),
        pytest.param("See In re Application of the U.S. for an Order Authorizing (1) Use of a Widget by Telephone, |2 F.3d 1", "In re Application of the U.S. for an Order Authorizing (1) Use of a Widget by Telephone", id="in-re-application"),
        pytest.param("So held In re Hall and we see why in the Dow case. Roe Co., |2 F.3d 1", "Roe Co.", id="in-re-of-a-sentence-before"),
        pytest.param("See In re Complaint Against Judge Hall, |2 F.3d 1", "In re Complaint Against Judge Hall", id="in-re-opener"),
        pytest.param("See In re Complaints Against Dist. Judge Ann S. Hall, |2 F.3d 1", "In re Complaints Against Dist. Judge Ann S. Hall", id="in-re-abbreviated"),
        pytest.param("It was so in In re Hall. In Dow, |2 F.3d 1", "Dow", id="in-re-ends-a-sentence"),
        pytest.param("relied upon Hall v. Roe, |2 U.S. 1", "Hall v. Roe", id="upon"),
        pytest.param("at law.[3]Hall v. Roe, |2 U.S. 1", "Hall v. Roe", id="mark-of-a-note"),
        pytest.param("In State, ex rel. Fink v. Heyd, |2 P.2d 1", "State, ex rel. Fink v. Heyd", id="ex-rel-after-comma"),
        pytest.param("In Local Union 12 v. Roe, |2 F.2d 1", "Local Union 12 v. Roe", id="in-before-a-number"),
        pytest.param("In Re Opinion of the Wardens, |2 S.D. 1", "In Re Opinion of the Wardens", id="in-re-opener-capital"),
        pytest.param("Hall v. Avon Envt’l. Servs. (ABC), Inc., |2 U.S. 1", "Hall v. Avon Envt’l. Servs. (ABC), Inc.", id="contraction"),
        pytest.param("Hall v. Avon Twp. Council, |2 U.S. 1", "Hall v. Avon Twp. Council", id="no-vowel"),
        pytest.param("the Railway Act. Hall v. Roe, |2 U.S. 1", "Hall v. Roe", id="short-word-with-a-vowel"),
        pytest.param("under Item 4. Hall, |2 U.S. at 1", "Hall", id="number-ends-the-sentence"),
        pytest.param("At 77, |2 A.2d 1", None, id="a-number"),
        pytest.param("See 9 U.S., |2 S.Ct. at 1", None, id="a-reporter"),
        pytest.param("See T.L.O., |2 U.S. at 1", "T.L.O.", id="initials-alone"),
        pytest.param("See Commissioner v. Roe, |2 U.S. 1", "Commissioner v. Roe", id="see-an-official"),
        pytest.param("See Co. v. Roe, |2 U.S. 1", "See Co. v. Roe", id="see-a-company"),
        pytest.param("to Avon Eye Clinic, P.S.C. v. Roe, |2 F.3d 1", "Avon Eye Clinic, P.S.C. v. Roe", id="tail-of-points"),
        pytest.param("in Avon Trust Bank, FSB v. Roe, |2 U.S. 1", "Avon Trust Bank, FSB v. Roe", id="tail-of-a-bank"),
        pytest.param("See Weavers Int’l, AFL–CIO v. Roe, |2 F.2d 1", "Weavers Int’l, AFL–CIO v. Roe", id="tail-of-a-union"),
        pytest.param("See Dir., Office of Wage Claims v. Roe, |2 U.S. 1", "Dir., Office of Wage Claims v. Roe", id="an-office"),
        pytest.param("by the Federal Circuit, Roe v. Hall, |2 F.3d 1", "Roe v. Hall", id="a-court-is-no-first-word"),
        pytest.param("Hall v. Roe, 9 Hawai#i 12, 14, |2 P.3d 1", "Hall v. Roe", id="unknown-reporter"),
        pytest.param("Hall v. Roe, 7 Pa., |supra", "Hall v. Roe", id="volume-alone"),
        pytest.param("Hall v. Roe, 2003–Ohio–77, |2003 WL 1", "Hall v. Roe", id="neutral-with-dashes"),
        pytest.param("Hall v. Roe, 97-12345-ABC, |1997 WL 1", "Hall v. Roe", id="docket-without-no"),
        pytest.param("; |2 U.S. 1", None, id="nothing"),
        pytest.param("See |2 U.S. 1", None, id="signal-alone"),
        pytest.param("it binds the Commission. |2 U.S., at 5", None, id="end-of-the-sentence-before"),
        pytest.param("as held in Hall v. Roe. |2 U.S. 1", "Hall v. Roe", id="a-name-that-ends-a-sentence"),
        pytest.param("See R. O. V. v. St. Avon, |2 U.S. 1", "R. O. V. v. St. Avon", id="initials-that-end-in-v"),
        pytest.param("the Supreme Court, |2 U.S. 1", None, id="a-court"),
        pytest.param("under the Sherman Act, |2 U.S. 1", None, id="an-act"),
        pytest.param("was later affirmed, |2 U.S. 1", None, id="lower-case"),
    ],
)  # fmt: skip
def test_the_name_before_a_citation(text: str, expected: str | None) -> None:
    assert expected == name(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Hall v. Roe (1987) |2 Cal.3d 1", (1987, None), id="year"),
        pytest.param("Hall v. Roe (9th Cir. 1987) |2 F.2d 1", (1987, "9th Cir."), id="court-and-year"),
        pytest.param("Hall v. Roe, 8 Cir., |2 F.2d 1", (None, "8 Cir."), id="court-alone"),
        pytest.param("Hall v. Roe, 1955, |2 Mo. 1", (1955, None), id="year-between-commas"),
        pytest.param("Hall v. Roe, March 4, 1955, |2 Mo. 1", (None, None), id="a-day"),
        pytest.param(
            "Hall v. Roe, 33,111 (La.App.2d Cir.3/1/00), |2 So. 2d 1", (2000, "La.App.2d Cir."), id="louisiana"
        ),
    ],
)
def test_what_stands_between_name_and_citation(text: str, expected: tuple[int | None, str | None]) -> None:
    found = names.before(text, 0, text.index("|"))
    assert found is not None
    assert expected == (found.year, found.court)


def test_nothing_is_read_beyond_the_bound() -> None:
    text = "Hall v. Roe, 5 U.S. 1, |6 U.S. 2"
    assert names.before(text, text.index("1,") + 2, text.index("|")) is None
