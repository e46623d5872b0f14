"""Forms of case citations, one a text: what is found, and what each says of its case."""

from __future__ import annotations

from typing import Any

import pytest

from citator.corpus import citations, structure
from citator.corpus.model import Citation, Document

CASES = {"full_case", "short_case", "id", "supra", "docket"}


def cited(text: str) -> list[Citation]:
    opinion = structure.analyse(Document("form.txt", "0", "text", text))
    return [citation for citation in citations.find(opinion) if citation.kind in CASES]


def forms(text: str, *fields: str) -> list[tuple[Any, ...]]:
    return [tuple(getattr(citation, field) for field in fields) for citation in cited(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("1 U. S. 1", [("full_case", "1 U.S. 1")], id="spaced-reporter"),
        pytest.param("2 F. Supp. 3d 14", [("full_case", "2 F. Supp. 3d 14")], id="series"),
        pytest.param("7 P.R. 9 (1831)", [("full_case", "7 Pen. & W. 9")], id="edition-by-year"),
        pytest.param("5 Cra. 7", [("full_case", "5 Cranch 7")], id="variation"),
        pytest.param("4 U.S., 9 here", [("full_case", "4 U.S. 9")], id="comma-before-page"),
        pytest.param("3 Neb. App. lxii (2004)", [("full_case", "3 Neb. Ct. App. lxii")], id="roman-page"),
        pytest.param("2011-Ohio-77", [("full_case", "2011-Ohio-77")], id="neutral-hyphens"),
        pytest.param("2003-NMSC-005", [("full_case", "2003-NMSC-005")], id="neutral-three-digits"),
        pytest.param("2014 UT 3", [("full_case", "2014 UT 3")], id="neutral-spaces"),
        pytest.param("2016 IL App (2d) 150099-U", [("full_case", "2016 IL App (2d) 150099-U")], id="neutral-district"),
        pytest.param("5 U.S. (1 Cranch) 137", [("full_case", "5 U.S. (1 Cranch) 137")], id="nominative"),
        pytest.param("2 T.C. No. 21", [("full_case", "2 T.C. No. 21")], id="numbered"),
        pytest.param("88 F.E.R.C. ¶ 61,020 at ¶ 9", [("full_case", "88 FERC ¶ 61,020")], id="paragraph-for-page"),
        pytest.param("88 F.E.R.C. at 61,-409-10", [("short_case", "88 FERC at 61,409")], id="short-in-a-spelling-of-ours"),
        pytest.param("88 F.E.R.C. ¶ 61,-020", [("full_case", "88 FERC ¶ 61,020")], id="paragraph-cut-by-a-line"),
        pytest.param("in 12 Kansas at 40 places", [], id="no-short-of-a-plain-word"),
        pytest.param("see T.C. Memo. 2012-12", [("full_case", "T.C. Memo. 2012-12")], id="no-volume"),
        pytest.param("2015 WL 99", [("full_case", "2015 WL 99")], id="westlaw"),
        pytest.param("2000 U.S. Dist. LEXIS 88", [("full_case", "2000 U.S. Dist. LEXIS 88")], id="lexis"),
        pytest.param("9 U.S. ___ (2019)", [("full_case", "9 U.S. ___")], id="page-to-come"),
        pytest.param("Doe v. Roe, — U.S. —, 9 S.Ct. 1", [("full_case", "___ U.S. ___"), ("full_case", "9 S. Ct. 1")], id="blank"),
        pytest.param("Roe, Have Good Plans Gone Awry?, 70 F.R.D. 199, 206 (1976)", [], id="an-article-among-decisions"),
        pytest.param("Doe v. Roe, 70 F.R.D. 199 (1976)", [("full_case", "70 F.R.D. 199")], id="a-decision-on-rules"),
        pytest.param("9 F:2d 10", [("full_case", "9 F.2d 10")], id="colon-for-stop"),
        pytest.param("9'F.2d at 10", [("short_case", "9 F.2d at 10")], id="apostrophe-for-space"),
        pytest.param("9 F.2d' at 10", [("short_case", "9 F.2d at 10")], id="stray-apostrophe"),
        pytest.param("9 F.2d .at 10", [("short_case", "9 F.2d at 10")], id="stray-stop"),
        pytest.param("in Foo v. Bar (supra, 9 S.W.2d l.c. 17)", [("short_case", "9 S.W.2d at 17")], id="short-l-c"),
        pytest.param("in Foo, 9 S.W.2d 1. c. 17", [("short_case", "9 S.W.2d at 17")], id="short-l-c-misread"),
        pytest.param("Foo, 1 U. S., at 2", [("short_case", "1 U.S. at 2")], id="short"),
        pytest.param("8 U. S., p. 64", [("short_case", "8 U.S. at 64")], id="short-p"),
        pytest.param("8 Cal.App.2d at pp. 65-66", [("short_case", "8 Cal. App. 2d at 65")], id="short-pp"),
        pytest.param("1 Wall. 4; Poe v. Hall, 9 id. 58; 3 Id., 15", [("full_case", "1 Wall. 4"), ("full_case", "9 Wall. 58"), ("full_case", "3 Wall. 15")], id="id-for-the-reporter"),
        pytest.param("1 U.S. 2. See the record, 9 id., at 40", [("full_case", "1 U.S. 2"), ("id", None)], id="id-with-a-volume"),
        pytest.param("Id. at 3. Ibid. And id., at 4.", [("id", None)] * 3, id="id"),
        pytest.param("Foo, supra, at 2", [("supra", None)], id="supra"),
        pytest.param("in Foo (Foo v. Bar, supra, 8 Cal.3d at p. 9)", [("short_case", "8 Cal. 3d at 9")], id="supra-of-a-short"),
        pytest.param("said so, ante, at 161 L. Ed. 2d, at 14", [], id="page-of-this-decision-elsewhere"),
        pytest.param("discussed supra, in Part II", [], id="supra-of-this-opinion"),
        pytest.param("Foo, 7 U.S. at-, 9 S.Ct. at 2", [("short_case", "7 U.S. at ___"), ("short_case", "9 S. Ct. at 2")], id="hyphen-for-page"),
        pytest.param("Doe v. Roe, —U.S.—, 9 S.Ct. 1", [("full_case", "___ U.S. ___"), ("full_case", "9 S. Ct. 1")], id="blank-without-spaces"),
        pytest.param("Doe v. Roe,     F.2d    ,     (1st Cir. 1993)", [("full_case", "___ F.2d ___")], id="underscores-lost"),
        pytest.param("Doe v. Roe,     F.2d\n                   \n\n   ,     (1st Cir. 1993)", [("full_case", "___ F.2d ___")], id="underscores-lost-at-a-line-end"),
        pytest.param("Doe,     F.2d at     [No. 92]", [("short_case", "___ F.2d at ___")], id="underscores-lost-short"),
        pytest.param("foo1 U.S. 1, 1. U.S. 1foo", [], id="no-word-boundary"),
        pytest.param("at 111 S.W. 12th St.", [], id="street"),
        pytest.param("Avon's Case, 4 Co. Rep. 92b, 76 Eng. Rep. 55 (K. B. 1603)", [("full_case", "4 Co. Rep. 92b"), ("full_case", "76 Eng. Rep. 55")], id="english"),
        pytest.param("Doe v. Roe, 9 Burr. 13, 97 Eng. Rep. 85; see 97 Eng. Rep., at 86", [("full_case", "9 Burr. 13"), ("full_case", "97 Eng. Rep. 85"), ("short_case", "97 Eng. Rep. at 86")], id="english-short"),
        pytest.param("It was so. 6 App. 31–32.", [], id="the-appendix"),
        pytest.param("see page 12 supra and Part III, supra", [], id="pages-of-this-opinion"),
        pytest.param("9 Johnson 1 (1806)", [], id="surname-of-several-reporters"),
        pytest.param("Ants, 3 In 1990 A.", [], id="prose"),
    ],
)  # fmt: skip
def test_what_is_found(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert expected == forms(text, "kind", "cite")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Foo v. Bar, 1 F.2d 2, 4 (9th Cir.1990)", ("Foo v. Bar", "4", 1990, "ca9"), id="glued-year"),
        pytest.param("Foo v. Bar, 1 F.2d 2 (C.A.9 1983)", ("Foo v. Bar", None, 1983, "ca9"), id="c-a-9"),
        pytest.param("Foo v. Bar, 1 F.3d 2 (CA2 1994)", ("Foo v. Bar", None, 1994, "ca2"), id="ca2"),
        pytest.param("Foo v. Bar, 1 F.2d 2 (3d Cir.)", ("Foo v. Bar", None, None, "ca3"), id="court-alone"),
        pytest.param("Foo v Bar, 427 F Supp 2d 8 [D Kan 2006]", ("Foo v. Bar", None, 2006, "ksd"), id="brackets"),
        pytest.param("Foo v. Bar (1995) 9 Cal.4th 8, 9 [3 Cal.Rptr. 1]", ("Foo v. Bar", "9", 1995, "cal"), id="california"),
        pytest.param("Foo v. Bar, 5 F. Supp. 2 (Ore. 1969)", ("Foo v. Bar", None, 1969, "ord"), id="a-federal-court-by-its-state"),
        pytest.param("Foo v. Bar, 5 F. Supp. 2d 2 (CD Cal. 1999)", ("Foo v. Bar", None, 1999, "cacd"), id="a-federal-court-by-its-district"),
        pytest.param("Foo v. Bar, Mo.Sup., 9 S.W.2d 15, loc. cit. 17", ("Foo v. Bar", "17", None, "mo"), id="supreme-court-in-text"),
        pytest.param("In re Foo, 5 B. R. 2, 4 (Maine 1984)", ("In re Foo", "4", 1984, "meb"), id="a-bankruptcy-court-by-its-state"),
        pytest.param("Foo v. Bar, 8 N.J. Super. 1 (Law Div. 1951)", ("Foo v. Bar", None, 1951, "njsuper"), id="a-trial-court-by-the-reporter"),
        pytest.param("Foo v. Dept. of Parks, La., 5 U.S. 2", ("Foo v. Dept. of Parks", None, None, "scotus"), id="a-state-before-a-reporter-of-one-court"),
        pytest.param("Foo v. Bar, 5 U.S. 2, 4 [6 L.Ed. 1915, 7 S.Ct. 8] (1945)", ("Foo v. Bar", "4", 1945, "scotus"), id="year-behind-brackets"),
        pytest.param("Foo v. Bar, 9 Mass. 13-14, 3 N.E. 5 (1880)", ("Foo v. Bar", "13-14", 1880, "mass"), id="pages-as-a-range"),
        pytest.param("Foo v. Bar, 4 Pa. 5, 9 at n. 4, 2 A.2d 3 (1971)", ("Foo v. Bar", "9 at n. 4", 1971, "pa"), id="pin-at-a-note"),
        pytest.param("Foo v. Bar, 2007 WL 17, at **5-6 (W.D. Pa. 2007)", ("Foo v. Bar", "**5-6", 2007, "pawd"), id="pin-two-stars"),
        pytest.param("Foo v. Bar,\n\n2020 WL 17\n\n, *2\n\n(SDNY, Mar. 11, 2020)", ("Foo v. Bar", "*2", 2020, "nysd"), id="parenthesis-set-apart"),
        pytest.param("Foo v. Bar, Misc. No. 80-31 (1st Cir. 1980)", ("Foo v. Bar", None, 1980, "ca1"), id="docket-of-some-sort"),
        pytest.param("Foo v. Bar, C.A. No. 91-11-MA, slip. op. at 2 (D. Mass., May 8, 1991)", ("Foo v. Bar", "2", 1991, "mad"), id="docket-and-slip-opinion"),
        pytest.param("Foo v. Bar, Nos. 92-12 et al., slip op. at 14, (1st Cir., May 2, 1993)", ("Foo v. Bar", "14", 1993, "ca1"), id="dockets-et-al"),
        pytest.param("Foo v. Bar, No. 3:05-cv-0023-GCM (Sept. 1, 2010)", ("Foo v. Bar", None, 2010, None), id="docket-of-a-division"),
        pytest.param("Foo v. Bar, No. C-89-008-MHP (N.D. Cal. 1989)", ("Foo v. Bar", None, 1989, "cand"), id="docket-letter-first"),
        pytest.param("Foo v. Bar, D.C., 5 F.Supp. 2, 4", ("Foo v. Bar", "4", None, None), id="some-district-court"),
        pytest.param("Foo v. Bar, D.C., 5 F.2d 2, 4", ("Foo v. Bar", "4", None, None), id="some-district-court-in-the-second-series"),
        pytest.param("Foo v. Bar (9th Cir. 1986) 801 F.2d 228, 236.", ("Foo v. Bar", "236", 1986, "ca9"), id="court-before"),
        pytest.param("Foo v. Bar, 1 S.W.3d 2 (Tex. App.—Houston [14th Dist.] 2001, pet. denied)",
                     ("Foo v. Bar", None, 2001, "texapp"), id="texas"),
        pytest.param("Foo v. Bar, Mo.App., 2 S.W.2d 3, 4", ("Foo v. Bar", "4", None, "moctapp"), id="court-in-text"),
        pytest.param("Foo v. Bar, 1 F.2d 2, 3, C.A.6th.", ("Foo v. Bar", "3", None, "ca6"), id="court-behind"),
        pytest.param("Foo v. Bar, 8 N.J. Super. 1 (App. Div. 1951)", ("Foo v. Bar", None, 1951, "njsuperctappdiv"), id="state-by-reporter"),
        pytest.param("Foo v. Bar, 9 Wheat. 1, 12", ("Foo v. Bar", "12", None, "scotus"), id="old-reporter"),
        pytest.param("Foo v. Bar (9 Wheat. 1).", ("Foo v. Bar", None, None, "scotus"), id="cite-in-parentheses"),
        pytest.param("Foo v. Bar, 1 L.Ed.2d 2 1995) that", ("Foo v. Bar", None, 1995, "scotus"), id="lost-parenthesis"),
        pytest.param("Foo v. Bar, 304 U.S. 144, 152 n. 4 (1938)", ("Foo v. Bar", "152 n. 4", 1938, "scotus"), id="pin-note"),
        pytest.param("Foo v. Bar, 1 U.S. 2, 380, n. 11, 102 S.Ct. 9 (1982)", ("Foo v. Bar", "380, n. 11", 1982, "scotus"), id="pin-before-parallel"),
        pytest.param("Foo v. Bar, 1 F.2d 2 at 57 n. 1, 58 (1990)", ("Foo v. Bar", "57 n. 1, 58", 1990, None), id="pin-at"),
        pytest.param("Foo v. Bar, 2014 UT 3, ¶ 12", ("Foo v. Bar", "¶ 12", 2014, "utah"), id="pin-paragraph"),
        pytest.param("Foo v. Bar, 2015 WL 9, at *4 (N.D. Cal. Jan. 2, 2015)", ("Foo v. Bar", "*4", 2015, "cand"), id="pin-star"),
        pytest.param("Foo v. Bar, No. 99 Civ. 9404, 2000 WL 12 (S.D.N.Y. Aug. 25, 2000)", ("Foo v. Bar", None, 2000, "nysd"), id="docket-before"),
        pytest.param("Foo v. Bar, 1 F.2d 2 (1st Cir. 1990 (sic", ("Foo v. Bar", None, None, None), id="never-closed"),
        pytest.param("Foo v. Bar, 1 F. 2d 2, 8 (CA4), cert. denied", ("Foo v. Bar", "8", None, "ca4"), id="court-behind-a-pin"),
        pytest.param("Foo v. Bar, 3 Cir., 1944, 1 F.2d 2, 9", ("Foo v. Bar", "9", 1944, "ca3"), id="court-and-year-before"),
        pytest.param("Foo v. Bar [D. Me. 1931], 1 F. Supp. 2", ("Foo v. Bar", None, 1931, "med"), id="brackets-before"),
        pytest.param("Foo v. Bar, (1979) Ind.App., 1 N.E.2d 2", ("Foo v. Bar", None, 1979, "indctapp"), id="year-then-court-before"),
        pytest.param("Foo v. Bar, 2010 ME 5, ¶ 3, 9 A.3d 2", ("Foo v. Bar", "¶ 3", 2010, "me"), id="year-is-the-volume"),
        pytest.param("Foo v. Bar, 2007 WL 17, at *2", ("Foo v. Bar", "*2", 2007, None), id="year-of-a-database"),
        pytest.param("Foo v. Bar, 1 F.2d 2, 2007 WL 17", ("Foo v. Bar", None, None, None), id="year-of-another-paper"),
        pytest.param("State v. Foo, 5th Dist. Stark No. 07CA12, 2008-Ohio-\n123, ¶ 4", ("State v. Foo", "¶ 4", 2008, "ohioctapp"), id="an-ohio-court-of-appeals"),
        pytest.param("State v. Foo, Wayne App.No. 2006-CA-04, 2008-Ohio-123", ("State v. Foo", None, 2008, "ohioctapp"), id="an-ohio-county"),
        pytest.param("State v. Foo, 9 Ohio St.3d 8, 2004–Ohio–415, 8 N.E.2d 5", ("State v. Foo", None, 2004, "ohio"), id="neutral-with-dashes"),
        pytest.param("State v. Foo, 2004-Ohio-415", ("State v. Foo", None, 2004, None), id="some-court-of-ohio"),
        pytest.param("Foo v. Bar, 1 F.2d 2 (198⁴)", ("Foo v. Bar", None, None, None), id="no-year"),
    ],
)  # fmt: skip
def test_what_is_said_of_the_case(text: str, expected: tuple[object, ...]) -> None:
    assert expected == forms(text, "name", "pin", "year", "court")[0]


def test_a_year_is_not_taken_from_the_next_citation() -> None:
    text = "Foo v. Bar, 1 F.2d 2; Roe v. Doe, 3 F.2d 4 (2d Cir. 1990)"
    assert [(None, None), (1990, "ca2")] == forms(text, "year", "court")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("12 Pet. 657", "37 U.S. 657", id="peters"),
        pytest.param("16 How. 369", "57 U.S. 369", id="howard"),
        pytest.param("1 Cranch 137 (1803)", "5 U.S. 137", id="cranch"),
        pytest.param("5 U.S. (1 Cranch) 137", "5 U.S. 137", id="both"),
        pytest.param("Doe v. Roe, — U.S. —, 9 S.Ct. 1", "9 S. Ct. 1", id="blank-goes-to-its-parallel"),
        pytest.param("Doe v. Roe, — U.S. —", None, id="blank-alone"),
        pytest.param("Doe v. Roe, No. 96-552 (9th Cir. Mar. 3, 1997)", "No. 96-552 (ca9 1997)", id="docket"),
    ],
)
def test_the_authority_of_a_full_citation(text: str, expected: str | None) -> None:
    assert expected == cited(text)[0].authority


def test_a_page_of_a_case_already_cited_is_a_short_form() -> None:
    text = "Foo v. Bar, 261 U. S. 525, held so (261 U. S. 553). But see Roe v. Doe, 261 U.S. 600."
    assert [
        ("full_case", "261 U.S. 525", None),
        ("short_case", "261 U.S. at 553", "553"),
        ("full_case", "261 U.S. 600", None),
    ] == forms(text, "kind", "cite", "pin")


def test_the_opinions_own_citation_in_its_caption_is_no_citation_of_a_case() -> None:
    text = "12 F.3d 34\n\nFOO v. BAR\n\nSmith, Circuit Judge:\n\nWe follow Roe v. Doe, 5 F.3d 6 (2d Cir. 1990)."
    opinion = structure.analyse(Document("own.txt", "0", "text", text))
    found = [(c.kind, c.cite) for c in citations.find(opinion) if c.kind != "name_ref"]
    assert [("self_cite", "12 F.3d 34"), ("full_case", "5 F.3d 6")] == found


def test_the_opinions_own_citations_in_several_reporters_are_one_authority() -> None:
    text = "34 Cal. App. 2d 56 (1967)\n\n7 Cal. Rptr. 89\n\nFOO\n\nv.\n\nBAR\n\nSMITH, J.\n\nWe follow Roe v. Doe (1966) 64 Cal. 2d 5."
    opinion = structure.analyse(Document("own.txt", "0", "text", text))
    found = [(c.cite, c.authority) for c in citations.find(opinion) if c.kind == "self_cite"]
    assert [("34 Cal. App. 2d 56", "34 Cal. App. 2d 56"), ("7 Cal. Rptr. 89", "34 Cal. App. 2d 56")] == found
