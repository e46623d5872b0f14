"""Authorities that are no cases: text → kind, normal cite, pin."""

from __future__ import annotations

import pytest

from citator.corpus.citations.authorities import recognise
from citator.corpus.citations.authorities.codes import find as find_codes
from citator.corpus.citations.authorities.codes import rows
from citator.corpus.citations.authorities.works import surnames

EXAMPLES = [(row["name"], text, cite) for row in rows() for text, cite in row["examples"]]
COUNTEREXAMPLES = [(row["name"], text) for row in rows() for text in row["counterexamples"]]


@pytest.mark.parametrize(("name", "text", "cite"), [pytest.param(*row, id=row[1]) for row in EXAMPLES])
def test_every_form_in_the_table_of_codes_is_found(name: str, text: str, cite: str) -> None:
    assert [cite] == [found.cite for found in find_codes(f"See {text} today.")]


@pytest.mark.parametrize(("name", "text"), [pytest.param(*row, id=row[1]) for row in COUNTEREXAMPLES])
def test_no_counterexample_in_the_table_of_codes_is_found(name: str, text: str) -> None:
    assert not [found.cite for found in find_codes(text) if name in str(found.cite)]


def cites(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(found.kind, found.cite, found.pin) for found in recognise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "under 21 U.S.C. §§ 841(b)(1)(A), 952(a), and 963 (1994) they were",
            [
                ("statute", "21 U.S.C. § 841", "(b)(1)(A)"),
                ("statute", "21 U.S.C. § 952", "(a)"),
                ("statute", "21 U.S.C. § 963", None),
            ],
            id="each section of a list",
        ),
        pytest.param(
            "under Haw. Rev. Code. § 14", [("statute", "Haw. Rev. Code § 14", None)], id="no stop behind the code"
        ),
        pytest.param(
            "ERISA’s section 502 and FERC’s section 5 power",
            [("statute", "ERISA § 502", None), ("statute_short", "§ 5", None)],
            id="an agency is no act",
        ),
        pytest.param("18 U.S.C. §§ 2702-03", [("statute", "18 U.S.C. §§ 2702-2703", None)], id="a range is one"),
        pytest.param(
            "§§ 841 and 18 U.S.C. § 924(c)",
            [("statute_short", "§ 841", None), ("statute", "18 U.S.C. § 924", "(c)")],
            id="a list ends at another code",
        ),
        pytest.param("Section 994(b)(2) of Title 28", [("statute", "28 U.S.C. § 994", "(b)(2)")], id="title behind"),
        pytest.param("18 U.S.C. § 251 l(2)(c)", [("statute", "18 U.S.C. § 2511", "(2)(c)")], id="a 1 read as an l"),
        pytest.param("18 U.S.C. § 3731.2 The", [("statute", "18 U.S.C. § 3731", None)], id="a note's mark, no section"),
        pytest.param(
            "Cal.Health & Safety Code § 11351.5 (Deering 1993)",
            [("statute", "Cal. Health & Safety Code § 11351.5", None)],
            id="state code",
        ),
        pytest.param(
            "California Penal Code section 187, subdivision (a)",
            [("statute", "Cal. Penal Code § 187", "subdivision (a)")],
            id="state spelled out",
        ),
        pytest.param(
            "Subsection (B)(ii) of Code § 11.4-702, and Penal Code section 88, subdivision (c)(2), and Penal Code section 9",
            [
                ("statute", "Code § 11.4-702", None),
                ("statute", "Penal Code § 88", "subdivision (c)(2)"),
                ("statute", "Penal Code § 9", None),
            ],
            id="behind a pin",
        ),
        pytest.param(
            "the Utah Constitution, and on Utah Dock Code section 7.02",
            [("statute", "Utah Dock Code § 7.02", None)],
            id="behind a constitution",
        ),
        pytest.param("Tex. Penal Code Ann. § 19.02 (West)", [("statute", "Tex. Penal Code § 19.02", None)], id="Ann."),
        pytest.param("N.Y. Penal Law § 125.25", [("statute", "N.Y. Penal Law § 125.25", None)], id="New York"),
        pytest.param(
            "N. C. Gen. Stat. Ann. § 113-138",
            [("statute", "N.C. Gen. Stat. § 113-138", None)],
            id="a hyphen in one section",
        ),
        pytest.param(
            "Haw.Rev.Stat. § 710–714(1)", [("statute", "Haw. Rev. Stat. § 710-714", "(1)")], id="a dash in one section"
        ),
        pytest.param(
            "section 33 of the North Dakota Code",
            [("statute_short", "N.D. Code § 33", None)],
            id="the state spelled out behind",
        ),
        pytest.param(
            "(Stats. 1931, ch. 85, § 2, p. 21.)",
            [("statute", "1931 Stats. ch. 85", "§ 2, p. 21")],
            id="California's session laws",
        ),
        pytest.param("by Acts 1933, No. 7, as", [("statute", "1933 Acts No. 7", None)], id="acts by number"),
        pytest.param("Laws of 1922, Chap. 46.", [("statute", "1922 Laws ch. 46", None)], id="laws of a year"),
        pytest.param(
            "an act (Kansas Laws 1891, p. 17)",
            [("statute", "1891 Kan. Laws p. 17", None)],
            id="the state before its laws",
        ),
        pytest.param(
            "1987 Mont. Laws, ch. 63, p. 16", [("statute", "1987 Mont. Laws ch. 63", "p. 16")], id="the year first"
        ),
        pytest.param(
            "1937 Session Laws of N. C., c. 56", [("statute", "1937 N.C. Laws ch. 56", None)], id="the state behind"
        ),
        pytest.param(
            "1991 Mass. Acts c. 41, at 985", [("statute", "1991 Mass. Acts ch. 41", "at 985")], id="the page of an act"
        ),
        pytest.param("the Sunday Laws 1891 and p. 17", [], id="laws of no year"),
        pytest.param(
            "Ill. Rev. Stat. 1971, ch. 13 1/2, par. 14(a)",
            [("statute", "Ill. Rev. Stat. ch. 13 1/2, § 14", "(a)")],
            id="Illinois by paragraph",
        ),
        pytest.param("Fla. Stat. § 775.082 (1999)", [("statute", "Fla. Stat. § 775.082", None)], id="Florida"),
        pytest.param(
            "§ 7 of the Clayton Act forbids", [("statute_short", "Clayton Act § 7", None)], id="act named behind"
        ),
        pytest.param("the Wiretap Act § 2511 says", [("statute", "Wiretap Act § 2511", None)], id="act named before"),
        pytest.param("Section 3 of the lease requires", [], id="a lease has sections too"),
        pytest.param("Section 12, Township 5 North", [], id="land"),
        pytest.param("The act reads: “Sec. 2. It shall be unlawful", [], id="the text of the section itself"),
        pytest.param(
            "under § 1326(a) but not under 1326(b), which",
            [("statute_short", "§ 1326", "(a)"), ("statute_short", "§ 1326", "(b)")],
            id="number without a mark, cited elsewhere",
        ),
        pytest.param("about 1326(b) of them", [], id="number without a mark, never cited"),
        pytest.param("see § 2L1.2 of", [("guideline_short", "U.S.S.G. § 2L1.2", None)], id="bare guideline"),
        pytest.param(
            "U.S.S.G. §§ 5H1.4, 5H1.10, 5K2.12 (2000)",
            [
                ("guideline", "U.S.S.G. § 5H1.4", None),
                ("guideline", "U.S.S.G. § 5H1.10", None),
                ("guideline", "U.S.S.G. § 5K2.12", None),
            ],
            id="guidelines in a row",
        ),
        pytest.param(
            "U.S.S.G. Ch. 1, Pt. A, Intro, p.s. 4(b), at 6",
            [("guideline", "U.S.S.G. ch. 1, pt. A", "Intro, p.s. 4(b), at 6")],
            id="chapter of the guidelines",
        ),
        pytest.param(
            "17 C.F.R. § 240.10b-5; 66 Fed.Reg. 43,680, 43,685 (2001)",
            [("regulation", "17 C.F.R. § 240.10b-5", None), ("regulation", "66 Fed. Reg. 43,680", "43,685")],
            id="regulations",
        ),
        pytest.param(
            "U.S. Const., Art. II, § 3", [("constitution", "U.S. Const. art. II, § 3", None)], id="constitution"
        ),
        pytest.param(
            "Article XI, § 8 of the South Dakota Constitution",
            [("constitution", "S.D. Const. art. XI, § 8", None)],
            id="constitution named behind",
        ),
        pytest.param(
            "under § 5 of the Fourteenth Amendment, and section 4 of Art. IX of the State Constitution",
            [("constitution", "U.S. Const. amend. XIV, § 5", None), ("constitution", "Const. art. IX, § 4", None)],
            id="section before its amendment",
        ),
        pytest.param(
            "pursuant to section 73 of the Code of Civil Procedure, is",
            [("statute_short", "Code of Civil Procedure § 73", None)],
            id="the code of procedure",
        ),
        pytest.param("the Fourteenth Amendment and Article III standing", [], id="clauses by name are no citations"),
        pytest.param(
            "Section 43-2-5, Code of Alabama (1975), and § 18-1-105, C.R.S. 2019.",
            [("statute_short", "Ala. Code § 43-2-5", None), ("statute_short", "Colo. Rev. Stat. § 18-1-105", None)],
            id="a code behind a comma",
        ),
        pytest.param(
            "under section 315, Harbor Act of 1922, and section 5 of the 1930 Harbor Act",
            [("statute_short", "Harbor Act of 1922 § 315", None), ("statute_short", "1930 Harbor Act § 5", None)],
            id="an act behind a comma, and one by its year",
        ),
        pytest.param("C.C.P. § 170", [("statute_short", "§ 170", None)], id="no article of Louisiana"),
        pytest.param(
            "Section 3, Chapter 357, Laws of 1917, and Ch. 239, S.L. 1977",
            [("statute", "1917 Laws ch. 357", "§ 3"), ("statute", "1977 S.L. ch. 239", None)],
            id="a chapter before its laws",
        ),
        pytest.param(
            "chapter 390, General Laws of Oregon, 1919",
            [("statute", "1919 Or. Laws ch. 390", None)],
            id="a chapter of the laws of a state",
        ),
        pytest.param(
            "L. 1966, c. 60; Ga. L. 1973, p. 159; P.L. 1889, p. 420",
            [
                ("statute", "1966 Laws ch. 60", None),
                ("statute", "1973 Ga. Laws p. 159", None),
                ("statute", "1889 P.L. p. 420", None),
            ],
            id="laws by an initial",
        ),
        pytest.param(
            "Mass. Gen. L. ch. 190, § 3(6)",
            [("statute", "Mass. Gen. Laws ch. 190, § 3", "(6)")],
            id="laws by an initial behind a state",
        ),
        pytest.param(
            "Section 9 and Harbor Code § 12. See § 12. (All further statutory references are to the Port and Fish Code.)",
            [
                ("statute_short", "Port and Fish Code § 9", None),
                ("statute", "Harbor Code § 12", None),
                ("statute_short", "§ 12", None),
            ],
            id="the code that is declared",
        ),
        pytest.param(
            "Cf. Section 19, Article I, Ohio Constitution; Art. V, § 3, Fla. Const.",
            [("constitution", "Ohio Const. art. I, § 19", None), ("constitution", "Fla. Const. art. V, § 3", None)],
            id="the constitution behind its article",
        ),
        pytest.param(
            "on account of sex.” 20 And § 1 of the bill",
            [("statute_short", "§ 1", None)],
            id="a note's mark before a sentence",
        ),
        pytest.param(
            "Exec. Order No. 12,866, § 2.10; Executive Order 13769",
            [("regulation", "Exec. Order No. 12866", "§ 2.10"), ("regulation", "Exec. Order No. 13769", None)],
            id="orders of the executive",
        ),
        pytest.param(
            "Rev.Rul. 78-120, and Rev. Proc. 2001-10",
            [("regulation", "Rev. Rul. 78-120", None), ("regulation", "Rev. Proc. 2001-10", None)],
            id="rulings of the revenue",
        ),
        pytest.param(
            "Social Security Ruling (SSR) 77-3p; SSRs 77-4 and 78-12(5), and SSR 79-8c (1979)",
            [("regulation", f"SSR {number}", None) for number in ("77-3p", "77-4", "78-12(5)", "79-8c")],
            id="rulings of social security",
        ),
        pytest.param(
            "I.R.S. Notice 91-3, 1991-1 C.B. 377 (Feb. 5, 1991), Notice 2003-9, 2003-8 I.R.B. 477; Notice 91-3 says",
            [("regulation", "I.R.S. Notice 91-3", None), ("regulation", "I.R.S. Notice 2003-9", None)],
            id="notices of the revenue",
        ),
        pytest.param(
            "Treas. Reg. § 1.733(b)— 1(a)(2); 26 C.F.R. § 1.733(a)(4)-12 and 40 C.F.R. § 52.21(b)-(c)",
            [
                ("regulation", "Treas. Reg. § 1.733(b)-1", "(a)(2)"),
                ("regulation", "26 C.F.R. § 1.733(a)(4)-12", None),
                ("regulation", "40 C.F.R. § 52.21", "(b)-(c)"),
            ],
            id="regulations numbered as the revenue code",
        ),
        pytest.param(
            "21 U. S. T. 77, T. I. A. S. No. 6820; 21 U. S. T., at 79; 500 U.N.T.S. 95",
            [
                ("other", "21 U.S.T. 77", None),
                ("other", "T.I.A.S. No. 6820", None),
                ("other", "21 U.S.T. 77", "79"),
                ("other", "500 U.N.T.S. 95", None),
            ],
            id="treaties",
        ),
        pytest.param("the Executive Order of May 2 and U.S.T. 77", [], id="an order without a number"),
        pytest.param(
            "(1) to steal under 18 U.S.C. § 641, and (2) to lie under § 371(a), (b)",
            [("statute", "18 U.S.C. § 641", None), ("statute_short", "§ 371", "(a), (b)")],
            id="the next item of a list is no pin",
        ),
        pytest.param(
            "Ill. Rev. Stat. 1985, ch. 38, ¶ 9-1",
            [("statute", "Ill. Rev. Stat. ch. 38, § 9-1", None)],
            id="Illinois by paragraphs",
        ),
    ],
)
def test_laws(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert expected == cites(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Fed.R.App.P. 35(a)(1)", [("rule", "Fed. R. App. P. 35", "(a)(1)")], id="abbreviated"),
        pytest.param(
            "Utah R. Civ. P. 9(b)(2), 31(c)(4), and Utah Code § 7",
            [
                ("rule", "Utah R. Civ. P. 9", "(b)(2)"),
                ("rule", "Utah R. Civ. P. 31", "(c)(4)"),
                ("statute", "Utah Code § 7", None),
            ],
            id="in a row",
        ),
        pytest.param(
            "Federal Rule of Criminal Procedure 16", [("rule", "Fed. R. Crim. P. 16", None)], id="spelled out"
        ),
        pytest.param("Fed. Rule Crim. Proc. 16(a)(2)", [("rule", "Fed. R. Crim. P. 16", "(a)(2)")], id="half and half"),
        pytest.param(
            "Rules 404(b) and 403 of the Federal Rules of Evidence",
            [("rule", "Fed. R. Evid. 404", "(b)"), ("rule", "Fed. R. Evid. 403", None)],
            id="set named behind",
        ),
        pytest.param("Rule 16 forbids", [("rule", "Rule 16", None)], id="bare"),
        pytest.param("Ark.R.Civ.P. 12(h)", [("rule", "Ark. R. Civ. P. 12", "(h)")], id="state rules"),
        pytest.param("violated Rule 10b-5", [("regulation", "17 C.F.R. § 240.10b-5", None)], id="a rule of the SEC"),
        pytest.param(
            "of Procedure. See Fed. R. Civ. P. 7.1", [("rule", "Fed. R. Civ. P. 7.1", None)], id="sentence before"
        ),
        pytest.param("the Court. Fed. R. App. P. 3", [("rule", "Fed. R. App. P. 3", None)], id="court before"),
        pytest.param("Because Ky. R. Civ. P. 8.01", [("rule", "Ky. R. Civ. P. 8.01", None)], id="word that opens"),
        pytest.param("under 5TH CIR. R. 47.5, and", [("rule", "5th Cir. R. 47.5", None)], id="a circuit's own"),
        pytest.param("the golden rule 7 of them", [], id="no rule of court"),
        pytest.param(
            "under Fed. R. App. P. 4(c) and 31(b)(2), and 12 others",
            [("rule", "Fed. R. App. P. 4", "(c)"), ("rule", "Fed. R. App. P. 31", "(b)(2)")],
            id="a second rule with its part",
        ),
        pytest.param(
            "C.R.C.P. 98(c); LCvR 7(h); CR 56(c); RAP 18.1; L.R. 56.1",
            [
                ("rule", "Colo. R. Civ. P. 98", "(c)"),
                ("rule", "LCvR 7", "(h)"),
                ("rule", "CR 56", "(c)"),
                ("rule", "RAP 18.1", None),
                ("rule", "L.R. 56.1", None),
            ],
            id="sets known by their letters",
        ),
        pytest.param(
            "under R. 4:67-1, but H. R. 3:1", [("rule", "N.J. Ct. R. 4:67-1", None)], id="a rule of New Jersey"
        ),
        pytest.param(
            "Rule 3(b) of the Rules Governing Section 2254 Cases in the United States District Courts; Section 2255 Rule 2;"
            " Habeas Rule 8; Rule 11 of the Section 2255 Rules; Rule 7, Rules Governing § 2254 Cases",
            [
                ("rule", "Rules Governing § 2254 Cases R. 3", "(b)"),
                ("rule", "Rules Governing § 2255 Cases R. 2", None),
                ("rule", "Rules Governing § 2254 Cases R. 8", None),
                ("rule", "Rules Governing § 2255 Cases R. 11", None),
                ("rule", "Rules Governing § 2254 Cases R. 7", None),
            ],
            id="rules for habeas corpus",
        ),
        pytest.param("No. CR 05-828, 27 A. L.R.2d 12, L. R. 3 Q. B. 4", [], id="letters of other things"),
    ],
)
def test_rules(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert expected == cites(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "S.Rep. No. 225, 98th Cong., 2d Sess. 38 (1984), reprinted in 1984 U.S.C.C.A.N. 3182, 3221",
            [("S. Rep. No. 98-225", "S. Rep. No. 98-225"), ("1984 U.S.C.C.A.N. 3182", "S. Rep. No. 98-225")],
            id="a reprint is the report it reprints",
        ),
        pytest.param(
            "S. Rep. 98-225, at 5, 1984 U.S.C.C.A.N. 3182; S. Rep. 98-225, 98th Cong., 1st Sess. 68 (1984), U.S.C.C.A.N. at 3246",
            [
                ("S. Rep. No. 98-225", "S. Rep. No. 98-225"),
                ("1984 U.S.C.C.A.N. 3182", "S. Rep. No. 98-225"),
                ("S. Rep. No. 98-225", "S. Rep. No. 98-225"),
                ("1984 U.S.C.C.A.N. 3182", "S. Rep. No. 98-225"),
            ],
            id="reprint cited short, without its year",
        ),
        pytest.param(
            "S. Rep. No. 187, 86th Cong., 1st Sess., 21 (1959). The S. Rep. No. 187, at 5, says",
            [("S. Rep. No. 86-187", "S. Rep. No. 86-187"), ("S. Rep. No. 86-187", "S. Rep. No. 86-187")],
            id="a report's number alone takes its Congress from before",
        ),
        pytest.param(
            "Pub.L. No. 107-56, § 209, 115 Stat. 272, 283 (2001). See 115 Stat. at 283",
            [
                ("Pub. L. No. 107-56", "Pub. L. No. 107-56"),
                ("Pub. L. No. 107-56, § 209", "Pub. L. No. 107-56"),
                ("115 Stat. 272", "Pub. L. No. 107-56"),
                ("115 Stat. 272", "Pub. L. No. 107-56"),
            ],
            id="statutes at large behind their public law",
        ),
        pytest.param("90 Stat. 12–14, as amended", [("90 Stat. 12", "90 Stat. 12")], id="statutes at large by several pages"),
        pytest.param("90 Stat. 2009–114", [("90 Stat. 2009–114", "90 Stat. 2009–114")], id="a page with a hyphen"),
        pytest.param("40 Stat. 960", [("40 Stat. 960", "40 Stat. 960")], id="statutes at large alone"),
        pytest.param("105 Cong. Rec. 6485 (1959)", [("105 Cong. Rec. 6485", "105 Cong. Rec. 6485")], id="the Record"),
        pytest.param("H. R. 14146, 92d Cong., 2d Sess.", [("H.R. 14146, 92d Cong.", "H.R. 14146, 92d Cong.")], id="bill"),
        pytest.param("9 Stat. at Large, 14, and 30 Stat., pp. 51, 55", [("9 Stat. 14", "9 Stat. 14"), ("30 Stat. 51", "30 Stat. 51")], id="statutes at large of old"),
        pytest.param("1 Annals of Cong. 434 (1789); Cong. Globe, 39th Cong., 1st Sess., 2766 (1866)", [("1 Annals of Cong. 434", "1 Annals of Cong. 434"), ("Cong. Globe, 39th Cong., 1st Sess. 2766", "Cong. Globe, 39th Cong., 1st Sess. 2766")], id="debates of old"),
        pytest.param("Hearings on S. 3 before the Senate Committee on Ports, 80th Cong., 1st Sess., 32 (1947)", [("Hearings on S. 3 before the Senate Committee on Ports, 80th Cong.",) * 2], id="hearings"),
        pytest.param("the Hearing before the Board, which began in 1947", [], id="a hearing of no committee"),
        pytest.param("H. R. J. Res. No. 208, 92d Cong.; S. Con. Res. 3, 99th Cong.", [("H.J. Res. 208, 92d Cong.",) * 2, ("S. Con. Res. 3, 99th Cong.",) * 2], id="resolutions"),
        pytest.param("H.R. Conf. Rep. No. 99-841", [("H.R. Conf. Rep. No. 99-841", "H.R. Conf. Rep. No. 99-841")], id="conference"),
    ],
)  # fmt: skip
def test_legislative_papers(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == [(found.cite, found.authority or found.cite) for found in recognise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "under the Act of March 9, 1911, c. 41, 36 Stat. 1012. See 36 Stat. 1012",
            [("Act of Mar. 9, 1911, ch. 41", None), *[("36 Stat. 1012", "Act of Mar. 9, 1911, ch. 41")] * 2],
            id="with its chapter, and its page in the Statutes at Large",
        ),
        pytest.param(
            "Act of June 2, 1913, P.L. 407, as amended; Act of Sept. 9, 1955, P. L. 77. § 2, Act of May 5, 1899, P.L. 61, 63",
            [("Act of June 2, 1913, P.L. 407", None), ("Act of Sept. 9, 1955, P.L. 77", None), ("Act of May 5, 1899, P.L. 61", None)],
            id="with its page in the laws of Pennsylvania",
        ),
        pytest.param(
            "Act of October 2, 1979, Pub. L. 96-901", [("Pub. L. No. 96-901", None)], id="a public law says its number"
        ),
        pytest.param("the Act of March 9, 1911, which", [], id="spoken of"),
        pytest.param(
            "Penal Code § 12. It was provided in section 14 of said act",
            [("Penal Code § 12", "Penal Code § 12"), ("§ 14", None)],
            id="a code is no act",
        ),
        pytest.param(
            "section 4 of the Act of April 7, 1902, as amended; § 6 of said Act",
            [("Act of Apr. 7, 1902 § 4", "Act of Apr. 7, 1902 § 4"), ("Act of Apr. 7, 1902 § 6", "Act of Apr. 7, 1902 § 6")],
            id="a section of it, and of the same act",
        ),
        pytest.param(
            "the Revenue Act of 1912, c. 8, § 21, was not § 30 of the same act",
            [("Revenue Act of 1912, ch. 8, § 21",) * 2, ("Revenue Act of 1912, ch. 8, § 30",) * 2],
            id="a section of the act named before",
        ),
    ],
)  # fmt: skip
def test_dated_acts(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert expected == [(found.cite, found.authority) for found in recognise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("102 Stat. 2911, 2915, 31 U. S. C. § 77", "2915", id="a title behind the pages"),
        pytest.param("102 Stat. 2911, 31 U. S. C. § 77", None, id="a title of two digits"),
        pytest.param("31 Cong. Rec. 4701, 44 Cong. Rec. 4212", None, id="another volume of the Record"),
        pytest.param("51 Fed. Reg. 12,345, 12,350, 52 Fed. Reg. 7", "12,350", id="another volume of the Register"),
    ],
)
def test_the_next_volume_or_title_is_no_page(text: str, expected: str | None) -> None:
    assert expected == recognise(text)[0].pin


@pytest.mark.parametrize(
    ("text", "pin", "year"),
    [
        pytest.param("H. R. Rep. No. 99-682, pt 1, p. 72 (1986)", "72", 1986, id="a part without its point"),
        pytest.param("S. Rep. No. 99-5, pt. 2, at 7, n. 4 (1983)", "7, n. 4", 1983, id="a note"),
        pytest.param("S. Rep. No. 28, 113th Cong., 2d Sess., p. 8, and n. 3 (2014)", "8, and n. 3", 2014, id="and a note"),
        pytest.param("S. Rep. No. 99-5 (1983)", None, 1983, id="no page"),
    ],
)  # fmt: skip
def test_the_page_of_a_report(text: str, pin: str | None, year: int) -> None:
    assert [(pin, year)] == [(found.pin, found.year) for found in recognise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "See Abrams, Guiding Discretion: A Plan, 19 UCLA L.Rev. 1, 29-31 (1971); see also",
            [("journal", "19 UCLA L. Rev. 1", "29-31", 1971, "Abrams, Guiding Discretion: A Plan")],
            id="article",
        ),
        pytest.param(
            "Roe, Guiding Ports, 19 UCLA L.Rev. 1, 29, fn. 31 (1971)",
            [("journal", "19 UCLA L. Rev. 1", "29, fn. 31", 1971, "Roe, Guiding Ports")],
            id="a note by its longer name",
        ),
        pytest.param(
            "(Katyal, Crime in Cyberspace (2001) 149 U.Pa. L.Rev. 1003, 1013.)",
            [("journal", "149 U. Pa. L. Rev. 1003", "1013", 2001, "Katyal, Crime in Cyberspace")],
            id="year before the volume",
        ),
        pytest.param(
            "Roe, A Title, 50 Wash. & Lee L.Rev. 63 (1993). And 50 Wash. & Lee L.Rev. at 69-70 & n. 37.",
            [
                ("journal", "50 Wash. & Lee L. Rev. 63", None, 1993, "Roe, A Title"),
                ("journal_short", "50 Wash. & Lee L. Rev. 63", "69-70, & n. 37", None, "Roe, A Title"),
            ],
            id="article cited short",
        ),
        pytest.param(
            "See K. Roe, Belonging to a Country 21-27 (1989).",
            [("book", "K. Roe, Belonging to a Country (1989)", "21-27", 1989, "K. Roe, Belonging to a Country")],
            id="book",
        ),
        pytest.param(
            "Black’s Law Dictionary 1337 (6th ed. 1990) and Black’s at 1340",
            [
                ("book", "Black’s Law Dictionary (1990)", "1337", 1990, "Black’s Law Dictionary"),
                ("book", "Black’s Law Dictionary (1990)", "1340", None, "Black’s Law Dictionary"),
            ],
            id="dictionary",
        ),
        pytest.param(
            "See 2 Ann B. Roe, Arrest and Bail § 7.3, at 147 (4th ed. Supp. 2008-2009); John Q. Doe, Filing Rolls § 1:22(C) (2006)",
            [
                (
                    "book",
                    "2 Ann B. Roe, Arrest and Bail (4th ed. Supp. 2008-2009)",
                    "§ 7.3, at 147",
                    2009,
                    "2 Ann B. Roe, Arrest and Bail",
                ),
                ("book", "John Q. Doe, Filing Rolls (2006)", "§ 1:22(C)", 2006, "John Q. Doe, Filing Rolls"),
            ],
            id="authors with a first name and an initial",
        ),
        pytest.param(
            "R. Roe, El Dorado 18 (1990) (Roe); S. Rep. No. 90–91, p. 6 (1987) (Senate Report). See Senate Report 8–9; Roe 20.",
            [
                ("book", "R. Roe, El Dorado (1990)", "18", 1990, "R. Roe, El Dorado"),
                ("legislative", "S. Rep. No. 90-91", "6", 1987, None),
                ("legislative", "S. Rep. No. 90-91", "8–9", None, None),
                ("book", "R. Roe, El Dorado (1990)", "20", None, "R. Roe, El Dorado"),
            ],
            id="a report called by a name of its own",
        ),
        pytest.param(
            "7 Great English Dictionary 596 (1989) (GED); 8 GED 524",
            [
                ("book", "7 Great English Dictionary (1989)", "596", 1989, "7 Great English Dictionary"),
                ("book", "8 Great English Dictionary (1989)", "524", None, "7 Great English Dictionary"),
            ],
            id="another volume",
        ),
        pytest.param(
            "power. W. Roe, The (Possible) Law of Games, 63 Ariz. L. Rev. 701 (2021)",
            [("journal", "63 Ariz. L. Rev. 701", None, 2021, "W. Roe, The (Possible) Law of Games")],
            id="a bracket within the title",
        ),
        pytest.param(
            "See 71 American Law Reports, page 1508; 34 American Jurisprudence, section 69, page 40; 8 R. C. L. 11; 23 C. J. 245",
            [
                ("book", "71 A. L. R. 1508", None, None, None),
                ("book", "34 Am. Jur. § 69", "page 40", None, None),
                ("book", "8 R. C. L. 11", None, None, None),
                ("book", "23 C. J. 245", None, None, None),
            ],
            id="encyclopedias spelled out, and old ones",
        ),
        pytest.param(
            "91 ALR2d 218, § 10, pp 24-27 (1963); 46 Am Jur 2d, Wharves, § 43",
            [
                ("book", "91 A. L. R. 2d 218", "§ 10, pp 24-27", 1963, None),
                ("book", "46 Am. Jur. 2d Wharves § 43", None, None, None),
            ],
            id="encyclopedias without stops",
        ),
        pytest.param("in 12. C. J. Roe, C. J., 5 of them", [], id="a chief justice"),
        pytest.param(
            "Restatement (Second) of Torts § 402A (1965)",
            [("book", "Restatement (Second) of Torts § 402A", None, 1965, None)],
            id="restatement",
        ),
        pytest.param(
            "See Thom Roe, Cases on the Rise, L.A. Daily J., Sept. 21, 1995, at 1. As Roe at 9 says",
            [
                ("news", "L.A. Daily J., Sept. 21, 1995, at 1", "1", 1995, "Thom Roe, Cases on the Rise"),
                ("news", "L.A. Daily J., Sept. 21, 1995, at 1", "9", None, "Thom Roe, Cases on the Rise"),
            ],
            id="newspaper",
        ),
        pytest.param(
            "See 3A K. Roe, Federal Practice ¶ 22.04[2] (1974); Roe v. Hall, 6 F.2d at 7. Cf. 1 J. Doe, Search Rules, § 3.3 at 56-57 (1978).",
            [
                ("book", "3A K. Roe, Federal Practice (1974)", "¶ 22.04[2]", 1974, "3A K. Roe, Federal Practice"),
                ("book", "1 J. Doe, Search Rules (1978)", "§ 3.3 at 56-57", 1978, "1 J. Doe, Search Rules"),
            ],
            id="a volume of a treatise",
        ),
        pytest.param(
            "E. g., Roe, Passing On: A Long View, 16 Wm. & Mary L. Rev. 883, 887 (1975)",
            [("journal", "16 Wm. & Mary L. Rev. 883", "887", 1975, "Roe, Passing On: A Long View")],
            id="a journal of two names",
        ),
        pytest.param(
            "Annot., 9 A.L.R. 3rd 106 (1980)", [("book", "9 A. L. R. 3d 106", None, 1980, None)], id="third series"
        ),
        pytest.param(
            "See 2 Roe on Copyright, § 8.11 (2008).",
            [("book", "2 Roe on Copyright § 8.11", None, 2008, "2 Roe on Copyright")],
            id="an author on a subject",
        ),
        pytest.param("It was decided on Sept. 21, 1995, at Reno.", [], id="a date is no newspaper"),
        pytest.param(
            "See 1 K. Roe, Law of Rents § 47, p. 88 (2001).",
            [("book", "1 K. Roe, Law of Rents (2001)", "§ 47, p. 88", 2001, "1 K. Roe, Law of Rents")],
            id="a short title behind initials",
        ),
        pytest.param(
            "It was so. Roe, The Making of the Harbor Rules 138 (1908).",
            [
                (
                    "book",
                    "Roe, The Making of the Harbor Rules (1908)",
                    "138",
                    1908,
                    "Roe, The Making of the Harbor Rules",
                )
            ],
            id="a surname at the head of a sentence",
        ),
        pytest.param("In Reno, 12 ships sailed. Roe, Ltd., owned 4 (1908).", [], id="no title"),
        pytest.param(
            "see 2 Roe on Wharves ¶ 70.02 (3d ed. 2019)",
            [("book", "2 Roe on Wharves (3d ed. 2019)", "¶ 70.02", 2019, "2 Roe on Wharves")],
            id="a volume and a paragraph of a treatise",
        ),
        pytest.param(
            "See 2 Roe on Wharves § 7.3, at 147 (2008).",
            [("book", "2 Roe on Wharves § 7.3", "at 147", 2008, "2 Roe on Wharves")],
            id="a page behind a section",
        ),
        pytest.param(
            "See Blot’s Nautical Dictionary 12 (5th ed. 1979)",
            [("book", "Blot’s Nautical Dictionary (1979)", "12", 1979, "Blot’s Nautical Dictionary")],
            id="no signal in a title",
        ),
        pytest.param(
            "See Roe, Latency of Disease Among Sailors, 46 Fevers 2736, 2740 (1980) (late).",
            [("journal", "46 Fevers 2736", "2740", 1980, "Roe, Latency of Disease Among Sailors")],
            id="a journal of another field",
        ),
        pytest.param("Roe v. Hall, Ltd., 46 Ports 2736 (1980)", [], id="a reporter no table knows"),
        pytest.param(
            "K. Roe, Thinking About Ports, 37 CASE W. RES. L. REV. 748 (1987)",
            [("journal", "37 Case W. Res. L. Rev. 748", None, 1987, "K. Roe, Thinking About Ports")],
            id="a journal in capitals",
        ),
        pytest.param(
            "See A. Roe & B. Hall, Ports of the North 7 (1990) (hereinafter Roe & Hall); so, 2 Roe & Hall 30–31. Roe & Hall, at 9.",
            [
                (
                    "book",
                    "A. Roe & B. Hall, Ports of the North (1990)",
                    "7",
                    1990,
                    "A. Roe & B. Hall, Ports of the North",
                ),
                (
                    "book",
                    "A. Roe & B. Hall, Ports of the North (1990)",
                    "30–31",
                    None,
                    "A. Roe & B. Hall, Ports of the North",
                ),
                (
                    "book",
                    "A. Roe & B. Hall, Ports of the North (1990)",
                    "9",
                    None,
                    "A. Roe & B. Hall, Ports of the North",
                ),
            ],
            id="by the name it was given",
        ),
        pytest.param(
            "S. Rep. No. 99-5, p. 3 (1986) (Harbor Report). Harbor Report 22, 67. The Harbor Report 3 times.",
            [
                ("legislative", "S. Rep. No. 99-5", "3", 1986, None),
                ("legislative", "S. Rep. No. 99-5", "22, 67", None, None),
            ],
            id="a report by its name",
        ),
        pytest.param(
            "Restatement (Second) of Torts § 402A (1965). But see Restatement § 90(a).",
            [
                ("book", "Restatement (Second) of Torts § 402A", None, 1965, None),
                ("book", "Restatement (Second) of Torts § 90", "(a)", None, None),
            ],
            id="the one restatement",
        ),
        pytest.param(
            "See, e.g., 35 Cal. L. Rev. 380 (1947)",
            [("journal", "35 Cal. L. Rev. 380", None, 1947, None)],
            id="no name but a signal",
        ),
        pytest.param(
            "Restatement (Third) of Torts: Prods. Liab. § 2 (1998); ABA Standards for Criminal Justice § 18-2.1(e) (2d ed. 1982)",
            [
                ("book", "Restatement (Third) of Torts: Prods. Liab. § 2", None, 1998, None),
                (
                    "book",
                    "ABA Standards for Criminal Justice § 18-2.1",
                    "(e)",
                    1982,
                    "ABA Standards for Criminal Justice",
                ),
            ],
            id="a restatement of a part of its subject, and standards",
        ),
    ],
)
def test_writings(text: str, expected: list[tuple[str, str, str | None, int | None, str | None]]) -> None:
    assert expected == [(found.kind, found.cite, found.pin, found.year, found.name) for found in recognise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("by video. App. 208–210.", [("record", "App. 208–210")], id="appendix"),
        pytest.param("App. to Pet. for Cert. 7a-9a.", [("record", "App. to Pet. for Cert. 7a-9a")], id="appendix to a petition"),
        pytest.param("App. C to Brief in Opposition 82.", [("record", "App. C to Brief in Opposition 82")], id="appendix with a letter"),
        pytest.param("Transcript at 7.", [("record", "Transcript 7")], id="transcript"),
        pytest.param("Slip op. at 7.", [("xref", None)], id="slip opinion below"),
        pytest.param("589 U. S. ___ (2020) (slip op., at 4); id., at ___ (slip op., at 9)", [], id="slip opinion of a case"),
        pytest.param("See supra, at ___-___; so it is.", [("xref", None)], id="above, page to come"),
        pytest.param("41 Wash. App. 146 and (Tex. Crim. App. 2004)", [], id="a reporter and a court, no appendix"),
        pytest.param(
            "See Brief for Respondents Roe et al. 30.", [("record", "Brief for Respondents Roe et al. 30")], id="brief"
        ),
        pytest.param("Br. of Ohio as Amicus Curiae at 3; Brief for Court-Appointed Amicus Curiae 61–62.", [("record", "Br. of Ohio as Amicus Curiae 3"), ("record", "Brief for Court-Appointed Amicus Curiae 61–62")], id="briefs of friends of the court"),
        pytest.param("See Brief for Respondent in Roe v. Poe, 590 U.S. 7, 9.", [], id="brief in a case cited"),
        pytest.param("Brief for Appellee in No. 70-4, O. T. 1971, p. 12.", [("record", "Brief for Appellee in No. 70-4, O. T. 1971 12")], id="brief in another case"),
        pytest.param("as made. 22 App. 117–118; see 2 App. 11.", [("record", "App. 117–118"), ("record", "App. 11")], id="volumes of an appendix"),
        pytest.param("Tr. of Oral Arg. 5.", [("record", "Tr. of Oral Arg. 5")], id="argument"),
        pytest.param("he refused, App. 12, 15, and left", [("record", "App. 12, 15")], id="appendix in mid-sentence"),
        pytest.param("of the Agreement. App. 15.", [("record", "App. 15")], id="appendix behind a sentence"),
        pytest.param("20 C.F.R. Pt. 9, Subpt. P, App. 2 (1992); 1st Sess., App. 83", [("regulation", "20 C.F.R. pt. 9")], id="appendix of a law"),
        pytest.param("as they fear, Brief for Petitioner 40, or, see, e. g., Tr. of Oral Arg. 57", [("record", "Brief for Petitioner 40"), ("record", "Tr. of Oral Arg. 57")], id="brief in mid-sentence"),
        pytest.param("(Pl.’s Mot. at 47; Compl. ¶ 10)", [("record", "Pl.’s Mot. 47"), ("record", "Compl. 10")], id="filings"),
        pytest.param("(ECF No. 12.) Then [Dkt. 9] at 3; [DE 8 at 39; DE 1-2].", [("record", "ECF No. 12"), ("record", "Dkt. 9 3"), ("record", "DE 8 39"), ("record", "DE 1-2")], id="entries of a docket"),
        pytest.param("No. 365, Docket 85-1329. In FCC Docket 12, and in Docket No. 12569.", [], id="the number of a case is no entry"),
        pytest.param("See 3 Record 552–553. Record 38.", [("record", "3 Record 552–553"), ("record", "Record 38")], id="printed record"),
        pytest.param("the Record 3 times, and Daily Record 12", [], id="no record of the court"),
        pytest.param("See Union Br. 13; Appellant’s Brief 9.", [("record", "Union Br. 13"), ("record", "Appellant’s Brief 9")], id="page of a brief"),
        pytest.param("See supra, at 22-23, and n. 4; it is so, as we said supra at 7.", [("xref", None), ("xref", None)], id="above"),
        pytest.param("As we noted, supra, at 35-36, it is so.", [("xref", None)], id="above, between commas"),
        pytest.param("Post at 1526-27; Majority Op. at 976.", [("xref", None), ("xref", None)], id="another opinion"),
        pytest.param("as we said, note 7 supra, and page 1302 infra", [("xref", None), ("xref", None)], id="this opinion"),
        pytest.param("See ante, at 11-12; ante, at 7-8.", [("xref", None), ("xref", None)], id="one behind the other"),
        pytest.param("Roe Concurring Op. at 980; see dissenting op., at 3.", [("xref", None), ("xref", None)], id="another opinion by its kind"),
        pytest.param("See supra note 5; infra Part II.B; and supra § IV.", [("xref", None)] * 3, id="a part behind the word"),
        pytest.param("Roe, supra, Part II, and Doe, supra note 5.", [], id="a part of another work"),
    ],
)  # fmt: skip
def test_record_and_cross_references(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert expected == [(found.kind, found.cite) for found in recognise(text)]


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        pytest.param("William W. Wilkins, Jr. & John R. Steer, The Role", ["Wilkins", "Steer"], id="two authors"),
        pytest.param("8 J. Wigmore, Evidence", ["Wigmore"], id="volume and initial"),
    ],
)
def test_authors_by_whom_a_work_is_cited_again(work: str, expected: list[str]) -> None:
    assert expected == surnames(work)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Comment j to section 402B of the Restatement (Second) of Torts (1965)",
            [("book", "Restatement (Second) of Torts § 402B", None)],
            id="behind-its-section",
        ),
        pytest.param(
            "the Restatement (Second) of Agency (1957) speaks. See Restatement § 219(2), Comment e; § 261, Comment a.",
            [
                ("book", "Restatement (Second) of Agency", None),
                ("book", "Restatement (Second) of Agency § 219", "(2)"),
                ("book", "Restatement (Second) of Agency § 261", None),
            ],
            id="as-a-whole-then-by-section",
        ),
        pytest.param("the Restatement of this rule; § 4 of the Restatement", [], id="none-named"),
        pytest.param("Restatement of Contracts §§ 33, 34(b)", [("book", "Restatement of Contracts § 33", None), ("book", "Restatement of Contracts § 34", "(b)")], id="a-list"),
    ],
)  # fmt: skip
def test_restatements(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert expected == cites(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He broke DR 7-111(A)(3) and 7-112(B).", [("rule", "DR 7-111", "(A)(3)"), ("rule", "DR 7-112", "(B)")], id="letters"),
        pytest.param("Under Disciplinary Rule 7-111(A) and EC 2-9", [("rule", "DR 7-111", "(A)"), ("rule", "EC 2-9", None)], id="in-words"),
        pytest.param("See RPC 1.25(a).", [("rule", "RPC 1.25", "(a)")], id="of-professional-conduct"),
        pytest.param("the DR 2 plan, and EC 12", [], id="other-letters"),
    ],
)  # fmt: skip
def test_rules_of_the_profession(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert expected == cites(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("In 20 Cyc., p. 531, it is said", ["20 Cyc. 531"], id="cyc"),
        pytest.param("31 Cyc. of Law and Procedure, 45", ["31 Cyc. 45"], id="cyc-in-words"),
        pytest.param("24 Am. & Eng. Enc. of Law (2d Ed.) 1021", ["24 Am. & Eng. Enc. Law 2d 1021"], id="american-and-english"),
        pytest.param("12 Fla. Jur. 2d Courts § 8; 10 Tex.Jur. 433", ["12 Fla. Jur. 2d Courts § 8", "10 Tex. Jur. 433"], id="of-a-state"),
        pytest.param("the 20 Cycles of 1920", [], id="another-word"),
    ],
)  # fmt: skip
def test_encyclopedias(text: str, expected: list[str]) -> None:
    assert expected == [found.cite for found in recognise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Constitution of Kansas, art. 12, § 4", "Kan. Const. art. 12, § 4", id="named-behind"),
        pytest.param("Constitution of Okla., art. 11, section 3", "Okla. Const. art. 11, § 3", id="named-behind-in-short"),
        pytest.param("section 9 of article 16 of the Constitution of the State of Nevada", "Nev. Const. art. 16, § 9", id="of-the-state-of"),
        pytest.param("art. 11, sec. 8, Const. of Nev.", "Nev. Const. art. 11, § 8", id="at-the-end"),
        pytest.param("the Utah Constitution (Art. XII, § 7) bars it", "Utah Const. art. XII, § 7", id="in-a-parenthesis"),
        pytest.param("Tennessee Constitution, art. XI, § 9", "Tenn. Const. art. XI, § 9", id="a-state-in-full"),
        pytest.param("Mich. Const. 1963, art. 11, § 10", "Mich. Const. art. 11, § 10", id="of-a-year"),
        pytest.param("Art. I, § 8, of the Constitution, its words", "Const. art. I, § 8", id="not-named"),
    ],
)  # fmt: skip
def test_constitutions_of_states(text: str, expected: str) -> None:
    assert [("constitution", expected, None)] == cites(text)
