"""Heads and closes of opinions → name, court, date, docket, bench, disposition, and how each was worked out."""

from __future__ import annotations

import pytest

from citator.corpus.model import Decision, Document, Facts
from citator.corpus.structure import analyse
from citator.corpus.structure.court_signs import SIGNS, Sign, court_by_signs
from citator.corpus.structure.courts import court_id
from citator.corpus.structure.names import case_name

PROSE = "The court finds that the statute does not reach the conduct charged here, and so it holds. " * 12


def decision(text: str, facts: Facts | None = None, container: Facts | None = None) -> Decision:
    return analyse(Document("a.txt", "", "text", text, facts=container or Facts()), facts).decision


def headed(*lines: str, close: str = "") -> Decision:
    return decision("\n\n".join([*lines, "ROE, Circuit Judge.", PROSE, close]))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("UNITED STATES COURT OF APPEALS FOR THE NINTH CIRCUIT", "ca9", id="circuit"),
        pytest.param("United States Court of Appeals, District of Columbia Circuit.", "cadc", id="dc"),
        pytest.param("United States Court of Appeals, Federal Circuit", "cafc", id="federal"),
        pytest.param("9th Cir.", "ca9", id="abbreviated"),
        pytest.param("Supreme Court of the United States", "scotus", id="supreme"),
        pytest.param("Supreme Court of New Jersey", "nj", id="state"),
        pytest.param("Court of Appeals of New York", "ny", id="highest-by-another-name"),
        pytest.param("IN THE COURT OF APPEALS OF THE STATE OF IDAHO", "idahoctapp", id="intermediate"),
        pytest.param("United States District Court, D. Oregon", "ord", id="district"),
        pytest.param(
            "UNITED STATES DISTRICT COURT WESTERN DISTRICT OF KENTUCKY LOUISVILLE DIVISION", "kywd", id="division"
        ),
        pytest.param("United States Bankruptcy Court, E.D. Michigan", "mieb", id="bankruptcy"),
        pytest.param("TENTH COURT OF APPEALS", "texapp", id="texas"),
        pytest.param("Court of Appeal of Louisiana, Second Circuit", "lactapp", id="a-state-with-circuits"),
        pytest.param("Supreme Court, Appellate Division, First Department", "nyappdiv", id="new-york"),
        pytest.param("The Supreme Court of Washington, En Banc", "wash", id="en-banc"),
        pytest.param("United States District Court, S. D. Illinois, E. D.", "ilsd", id="division-by-letters"),
        pytest.param("Judicial Panel on Multidistrict Litigation", "jpml", id="a-panel"),
        pytest.param("COURT OF APPEALS LUCAS COUNTY, OHIO", "ohioctapp", id="an-ohio-county"),
        pytest.param("SUPREME COURT OF THE STATE OF HAWAI`I", "haw", id="okina"),
        pytest.param("the Supreme Court", None, id="too-general"),
        pytest.param("the District Court", None, id="no-court-in-particular"),
        pytest.param("Thirteenth Circuit", None, id="no-such-court"),
    ],
)
def test_courts_by_their_full_names(name: str, expected: str | None) -> None:
    assert expected == court_id(name)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["Robert C. ROE, Plaintiff-Appellant, v. DOE AIRLINES, INC., Defendant-Appellee."], "Roe v. Doe Airlines, Inc.", id="one-line"),
        pytest.param(["UNITED STATES OF AMERICA,", "Appellee,", "v.", "JANE ROE,", "Defendant, Appellant."], "United States v. Jane Roe", id="lines"),
        pytest.param(["STATE OF IDAHO,            )    No. 44399", "    Plaintiff-Respondent,  )", "v.                         )    Filed: May 3, 2017", "JOHN ROE, JR.,             )", "    Defendant-Appellant.   )"], "State of Idaho v. John Roe, Jr.", id="columns"),
        pytest.param(["H. ALLAN ROE", "v.", "R.J. DOE TOBACCO CO."], "H. Allan Roe v. R.J. Doe Tobacco Co.", id="initials-among-capitals"),
        pytest.param(["R.J. ROE, Appellant, v. Ann DOE, Appellee."], "Roe v. Doe", id="initials-before-a-surname"),
        pytest.param(["In the Matter of the ESTATE OF ROE"], "In re Estate of Roe", id="in-re"),
        pytest.param(["Ex parte ROE"], "Ex parte Roe", id="ex-parte"),
        pytest.param(["United States v. Jane Roe, Aka: Joan Doe"], "United States v. Jane Roe", id="alias"),
        pytest.param(["THE ROE COMPANY", "versus", "JAMES McDOE, Attorney General"], "Roe Company v. James McDoe", id="office"),
        pytest.param(["Roe v. Doe, 551 U.S. 264, 127 S. Ct. 2383 (2007)"], "Roe v. Doe", id="with-its-citation"),
        pytest.param(["CONSOLIDATED ROE COMPANY OF MAINE, INC., et al. Petitioners, v. HARBOR BOARD, Respondent."], "Consolidated Roe Company of Maine, Inc. v. Harbor Board", id="no-role"),
        pytest.param(["HARBOR BLUE CROSS, Plaintiff, v. ROE PAINTING COMPANY, INC., Defendant."], "Harbor Blue Cross v. Roe Painting Company, Inc.", id="no-cross-claimant"),
        pytest.param(["THE ROE COMPANY AND CONSOLIDATED FIRMS, PETITIONERS v. HARBOR ADMINISTRATION and Administrator, HA, Respondents."], "Roe Company and Consolidated Firms v. Harbor Administration", id="no-word-left-hanging"),
        pytest.param(["John V. ROE, M.D., Appellant, v. Jane DOE, M.D., Appellee."], "Roe v. Doe", id="the-initial-v"),
        pytest.param(["In re ROE COMMUNICATIONS CORPORATION, et al., Debtor " + "Roe Holdings Inc.; " * 20], "In re Roe Communications Corporation", id="many-debtors"),
        pytest.param(["In the Matter of the NEW PIER AT LOT 777. JANE ROE, Petitioner"], "In re New Pier at Lot 777", id="ends-in-a-number"),
        pytest.param(["HARBOR UNION, LOCAL NO. 77, ET AL.", "v.", "ROE ET AL."], "Harbor Union v. Roe", id="a-local-behind-its-union"),
        pytest.param(["LOCAL NO. 77, HARBOR PILOTS, ET AL.", "v.", "ROE ET AL."], "Local No. 77 v. Roe", id="a-local"),
        pytest.param(["FOR THE DISTRICT OF COLUMBIA", "JANE ROE,", "Plaintiff,", "v.", "JOHN DOE,", "Defendant."], "Jane Roe v. John Doe", id="no-line-of-the-court"),
        pytest.param(["JANE ROE, Petitioner,", "v.", "THE SUPERIOR COURT OF HARBOR COUNTY, Respondent;"], "Jane Roe v. Superior Court of Harbor County", id="a-court-sued"),
        pytest.param(["USA v. Roe (Doe)"], "United States v. Roe", id="short-title"),
        pytest.param(["Stephen ROE and Lois Roe, husband and wife v. KPNX Broadcasting"], "Roe v. KPNX Broadcasting", id="first-of-several"),
        pytest.param(["HARBOR, MOSSLEY & WINDLE RAILWAY CO. ET AL.", "v.", "UNITED STATES"], "Harbor, Mossley & Windle Railway Co. v. United States", id="a-firm-of-several-names"),
        pytest.param(["John ROE, Jane Roe & Sam Roe v. DOE, POE & SONS, INC."], "Roe v. Doe, Poe & Sons, Inc.", id="persons-and-a-firm"),
        pytest.param(["St. Roe &amp; Company v. Doe"], "St. Roe & Company v. Doe", id="entity"),
        pytest.param(["See Roe v. Doe, 200 U. S. 321, 337."], None, id="a-case-cited"),
        pytest.param(["Alexander V. Roe argued for plaintiff."], None, id="an-initial"),
    ],
)  # fmt: skip
def test_names_from_captions(lines: list[str], expected: str | None) -> None:
    found = headed("UNITED STATES COURT OF APPEALS FOR THE NINTH CIRCUIT", *lines)
    assert expected == found.name


@pytest.mark.parametrize(
    "caption", ["Jane Roe, et al.,\n1\nPetitioners, v. John Doe, Respondent", "Jane Roe et al.\n*\nv. John Doe"]
)
def test_the_mark_of_a_note_parts_no_caption(caption: str) -> None:
    assert decision(f"Supreme Court of Utah\n{caption}\nROE, J.\n{PROSE}\n{PROSE}").name == "Jane Roe v. John Doe"


def test_a_running_head_names_a_decision_that_lacks_a_caption() -> None:
    assert ("Roe v. Doe", "text: running head") == case_name(
        [], ["4      ROE v. DOE", "Opinion of the Court", "6      ROE v. DOE"]
    )
    assert case_name([], ["4      ROE v. DOE"]) is None
    assert ("Harbor Control Bd. for P. R. v. Roe, Inc.", "text: running head") == case_name(
        [], ["2 HARBOR CONTROL BD. FOR P. R.", "v. ROE, INC.", "Opinion of the Court"] * 2
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["Decided May 13, 1996."], "1996-05-13", id="decided"),
        pytest.param(["Argued Feb. 20, 1998.", "Decided May 12, 1998."], "1998-05-12", id="not-argued"),
        pytest.param(["No. 1. Argued November 8, 2017—Decided March 20, 2018"], "2018-03-20", id="on-one-line"),
        pytest.param(["April 2, 2007, Argued ; June 25, 2007, Decided"], "2007-06-25", id="label-after"),
        pytest.param(["Filed Jan. 9, 2004.", "Opinion Withdrawn Aug. 27, 2004.", "Filed Aug. 25, 2005."], "2005-08-25", id="last-filed"),
        pytest.param(["Decided Nov. 14, 1972.", "Rehearing Denied Nov. 30, 1972."], "1972-11-14", id="not-the-rehearing"),
        pytest.param(["May 9, 1922"], "1922-05-09", id="alone"),
        pytest.param(["Decided 25 Oct. 1995."], "1995-10-25", id="day-first"),
        pytest.param(["Argued Feb. 26, 1996."], None, id="argued-alone"),
        pytest.param(["Argued March 7, 1971.", "July 5, 1971."], "1971-07-05", id="alone-below-another"),
        pytest.param(["Argued", "March 7, 1971."], None, id="its-label-above"),
        pytest.param(["Signed 07/12/2016"], "2016-07-12", id="in-numbers"),
        pytest.param(["Decided October, 9, 1937."], "1937-10-09", id="a-comma-too-many"),
    ],
)  # fmt: skip
def test_dates(lines: list[str], expected: str | None) -> None:
    assert expected == headed("UNITED STATES COURT OF APPEALS FOR THE NINTH CIRCUIT", *lines).date


def test_an_order_dated_at_its_end() -> None:
    found = decision(
        f"UNITED STATES DISTRICT COURT\n\nOPINION\n\n{PROSE}\n\n{PROSE}\n\nENTERED this 3rd day of April, 2012."
    )
    assert ("2012-04-03", 2012) == (found.date, found.year)


@pytest.mark.parametrize("sign", [pytest.param(sign, id=sign.court) for sign in SIGNS])
def test_a_head_that_names_no_court_shows_it_otherwise(sign: Sign) -> None:
    found = court_by_signs(sign.example.splitlines())
    assert found is not None
    assert sign.court == found.value
    other = court_by_signs(sign.other.splitlines())
    assert other is None or sign.court != other.value


def test_a_citation_at_the_very_top_names_the_case() -> None:
    found = decision(
        f"Roe Broad. Sys. v. FDC, 512 U.S. 64, 114 S. Ct. 21 (1994)\n\nJUSTICE ROE, dissenting.\n\n{PROSE}"
    )
    assert ("Roe Broad. Sys. v. FDC", "512 U.S. 64") == (found.name, found.citation)


def test_the_stamp_of_the_clerk_names_courts_that_did_not_decide() -> None:
    stamp = ["FILED", "CLERK OF THE", "Indiana Supreme Court", "and Court of Appeals"]
    assert "indctapp" == headed(*stamp, "IN THE", "COURT OF APPEALS OF INDIANA").court


@pytest.mark.parametrize(
    ("lines", "citation", "others", "court", "year"),
    [
        pytest.param(["46 N.J. 301 (1966)", "216 A.2d 586", "Supreme Court of New Jersey."], "46 N.J. 301", ("216 A.2d 586",), "nj", 1966, id="lines"),
        pytest.param(["215 F.3d 969 | 9th Cir. | 2000"], "215 F.3d 969", (), "ca9", 2000, id="bars"),
        pytest.param(["116 S.Ct. 1480", "Decided May 13, 1996."], "116 S.Ct. 1480", (), "scotus", 1996, id="supreme-court-reporter"),
        pytest.param(["1997 ME 124", "Supreme Judicial Court of Maine."], "1997 ME 124", (), "me", 1997, id="neutral"),
        pytest.param(["71 Md. App. 402 (1987)", "525 A.2d 11", "Court of Special Appeals of Maryland."], "71 Md. App. 402", ("525 A.2d 11",), "mdctspecapp", 1987, id="intermediate"),
        pytest.param(["777 Kan. 47 (1972)", "777 P.2d 81", "Supreme Court of Kansas."], "777 Kan. 47", ("777 P.2d 81",), "kan", 1972, id="one-word"),
        pytest.param(["(477 SE2d 26)", "Supreme Court of Georgia.", "Decided May 13, 1996."], "477 SE2d 26", (), "ga", 1996, id="in-parentheses"),
        pytest.param(["(177 Pac. 17; 178 Pac. 77.)", "Supreme Court of Oregon.", "Decided May 13, 1922."], "177 Pac. 17", ("178 Pac. 77",), "or", 1922, id="several-in-parentheses"),
        pytest.param(["Roe v. Doe, 551 U.S. 264, 127 S. Ct. 2383 (2007)"], "551 U.S. 264", ("127 S. Ct. 2383",), "scotus", 2007, id="with-the-name"),
    ],
)  # fmt: skip
def test_own_citations(lines: list[str], citation: str, others: tuple[str, ...], court: str, year: int) -> None:
    found = headed(*lines)
    assert (citation, others, court, year) == (found.citation, found.other_citations, found.court, found.year)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["No. 95–157."], "95–157", id="plain"),
        pytest.param(["Docket No. 44399"], "44399", id="docket"),
        pytest.param(["Nos. 414 and 415."], "414 and 415", id="two"),
        pytest.param(["Case No. 1:23-cv-810"], "1:23-cv-810", id="district"),
        pytest.param(["Civil Action No. 07-00156 (CKK)"], "07-00156", id="civil-action"),
        pytest.param(["Case No. 16 CA 27        Hon. Jane Doe, P. J."], "16 CA 27", id="year-letters-number"),
        pytest.param(["No. 07 Civ. 2218(ABC)."], "07 Civ. 2218(ABC)", id="with-the-judge"),
        pytest.param(["No. 31,207-KA."], "31,207-KA", id="thousands"),
        pytest.param(["HARBOR UNION, LOCAL NO. 82,", "No. 81-1536."], "81-1536", id="number-of-a-party"),
        pytest.param(
            ["No. 94-2201", "ROE v. DOE", "No. 94-2255", "ROE v. POE", "No. 94-3070"],
            "94-2201, 94-2255, 94-3070",
            id="several-captions",
        ),
        pytest.param(["A97A1234."], "A97A1234", id="alone"),
        pytest.param(["No. 777, Docket 85-1777."], "85-1777", id="of-the-calendar-and-of-the-docket"),
        pytest.param(["Nos. 777, 778, Dockets 85-1777, 85-1778."], "85-1777, 85-1778", id="two-of-each"),
        pytest.param(["Case No. 2014 CA 00777"], "2014 CA 00777", id="whole-year-letters-number"),
        pytest.param(["No. Civ.A. 97-30777-ABC.", "(Docket No. 57)"], "97-30777-ABC", id="behind-its-kind"),
        pytest.param(["No. CIV. 00-2177(ABC)."], "00-2177", id="kind-in-capitals"),
        pytest.param(["No. CR 71-2277"], "CR 71-2277", id="a-kind-that-is-part-of-it"),
        pytest.param(["(Docket No. 57)"], None, id="of-a-paper"),
        pytest.param(
            [
                "John Roe,                          Court of Appeals Case No.",
                "Appellant-Defendant,               18A-CR-12",
            ],
            "18A-CR-12",
            id="number-on-the-next-line",
        ),
        pytest.param(["D.C. No. 8:11-cr-00042"], None, id="of-the-court-below"),
    ],
)
def test_dockets(lines: list[str], expected: str | None) -> None:
    assert expected == headed("UNITED STATES COURT OF APPEALS FOR THE NINTH CIRCUIT", *lines).docket


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"ROE, Circuit Judge:\n\nWe review this case en banc to resolve a conflict. {PROSE}", True, id="we-review"),
        pytest.param(f"Before ROE, DOE and POE, Circuit Judges, sitting en banc.\n\nROE, Circuit Judge:\n\n{PROSE}", True, id="head"),
        pytest.param(f"ROE, Circuit Judge:\n\n{PROSE} The en banc court of appeals affirmed.", None, id="of-the-court-below"),
        pytest.param(f"ROE, Circuit Judge:\n\n{PROSE} See Roe, 1 F.3d 2 (9th Cir. 1993) (en banc).", None, id="of-a-case-cited"),
    ],
)  # fmt: skip
def test_en_banc(text: str, expected: bool | None) -> None:
    assert expected is decision(text).en_banc


@pytest.mark.parametrize(
    ("close", "expected"),
    [
        pytest.param("AFFIRMED.", "affirmed", id="one-word"),
        pytest.param("VACATED AND REMANDED", "vacated and remanded", id="two"),
        pytest.param("AFFIRMED IN PART, REVERSED IN PART, and REMANDED.", "affirmed in part, reversed in part and remanded", id="in-part"),
        pytest.param("The judgment of the Court of Appeals is reversed, and the case is remanded.\n\nIt is so ordered.", "reversed and remanded", id="sentence"),
        pytest.param("Affirmed.\n\n1. See Roe, which was REVERSED.", "affirmed", id="before-the-notes"),
        pytest.param("We therefore reverse the judgment of the Superior Court and re-\nmand the case for a new trial.", "reversed and remanded", id="active"),
        pytest.param("We reverse the Tenth Circuit's contrary decree. We remand the cause.", "reversed and remanded", id="two-sentences"),
        pytest.param("Accordingly, we affirm the county court's grant of the motion that was denied before.", "affirmed", id="what-was-done-below"),
        pytest.param("We affirm a conviction only if the record bears it out.", None, id="a-standard"),
        pytest.param("It states no claim upon which relief can be granted.", None, id="what-can-be"),
        pytest.param("The award must be annulled, and it is so ordered.", "annulled", id="annulled"),
        pytest.param("Reversed and remanded. No costs.", "reversed and remanded", id="and-who-pays"),
        pytest.param("His sentence must be vacated. The court shall hear him.\n\nVacated and remanded for resentencing.", "vacated and remanded", id="for-resentencing"),
        pytest.param("Reversed. Costs to appellants.\n\nAll concurred.", "reversed", id="and-who-concurs"),
        pytest.param("By the Court. — Judgment of sentence affirmed.", "affirmed", id="behind-a-dash"),
        pytest.param("Roe submits, as he did below, that the motion should be denied.", None, id="what-a-party-would-have"),
        pytest.param("The trial court is affirmed.", "affirmed", id="the-court-itself"),
        pytest.param("The complaint is dismissed, with prejudice.", "dismissed", id="a-complaint"),
        pytest.param("The Court grants plaintiffs’ motion. Let judgment enter.", "granted", id="whose-motion"),
        pytest.param("We vacate the order of the county court and\nremand for a new trial.", "vacated and remanded", id="over-a-line-end"),
        pytest.param("The claim has no merit. Decree affirmed; costs to be paid by Roe.", "affirmed", id="terse"),
        pytest.param("The judgment is affirmed in part and vacated in part, and\n" + " " * 70 + "\nthe case is remanded.", "affirmed in part, vacated in part and remanded", id="underlined"),
        pytest.param("Hence we affirm the order.\n\nReversed  in  part, and  remanded for\n" + " " * 70 + "\n\nfurther  proceedings as said.  One-half  costs to\n\nappellant.", "reversed in part and remanded", id="in-a-line-of-its-own-underlined"),
        pytest.param("", None, id="nothing"),
    ],
)  # fmt: skip
def test_dispositions(close: str, expected: str | None) -> None:
    text = f"ROE, Circuit Judge:\n\n{PROSE}That is the law.1\n\n{close}"
    assert expected == decision(text).disposition


def test_a_facts_file_goes_before_the_container_and_both_before_the_text() -> None:
    found = decision(
        "215 F.3d 969 | 9th Cir. | 2000\n\nROE, Circuit Judge:\n\n" + PROSE,
        facts=Facts(name="Roe v. Doe"),
        container=Facts(name="Other v. Name", court="ca2"),
    )
    assert ("Roe v. Doe", "ca2", "215 F.3d 969") == (found.name, found.court, found.citation)
    assert {"name": "facts file", "court": "container", "citation": "text: head"}.items() <= dict(found.basis).items()


def test_a_date_given_is_the_year_too() -> None:
    found = decision(f"46 N.J. 301 (1966)\n\nROE, J.\n\n{PROSE}", facts=Facts(date="1967-01-02"))
    assert (1967, "facts file") == (found.year, dict(found.basis)["year"])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["[Cite as State v. Roe, 2011-Ohio-1234.]", "COURT OF APPEALS"], "2011-Ohio-1234", id="as-the-court-asks"),
        pytest.param(["46 N.J. 301 (1966)"], "46 N.J. 301", id="alone"),
        pytest.param(["COURT OF APPEALS OF VIRGINIA", "Roe asks for more. Doe v. Poe,\n210 S.E.2d 35, 38 (1981). So viewed, the facts"], None, id="cited-with-a-page"),
    ],
)  # fmt: skip
def test_own_citations_as_asked_for(lines: list[str], expected: str | None) -> None:
    assert expected == headed(*lines, "Decided May 13, 1996.").citation


def test_every_value_says_how_it_was_worked_out() -> None:
    found = headed(
        "UNITED STATES COURT OF APPEALS FOR THE NINTH CIRCUIT",
        "No. 1",
        "ROE v. DOE",
        "Decided May 13, 1996.",
        close="AFFIRMED.",
    )
    basis = dict(found.basis)
    assert {"court", "docket", "name", "date", "year", "disposition"} == set(basis)
    assert "text: May 13, 1996" == basis["date"]
