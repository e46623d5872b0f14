"""What each short form, supra, name and id. means: text → the authorities of its citations, in order."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from citator.corpus import citations, structure
from citator.corpus.model import Citation, Decision, Document, Footnote, Opinion, Part, Span, Unresolved
from citator.corpus.resolve import resolve

OPINIONS = Path(__file__).parents[2] / "corpus" / "opinions"


def opinion_of(text: str, notes: dict[str, str] | None = None, parts: int = 1, name: str | None = None) -> Opinion:
    """An opinion of paragraphs; ``notes`` are put at the end, called for where ``^1`` stands; ``|`` begins a new part."""
    refs = {m[1]: m.start() for m in re.finditer(r"\^(\d)", text)}
    body = len(text)
    footnotes = []
    bounds = [0, *(m.start() for m in re.finditer(r"\|", text)), body]
    for number, words in (notes or {}).items():
        text += "\n\n"
        footnotes.append(Footnote(number, "p0", refs[number], len(text), len(text) + len(words)))
        text += words
    bounds[-1] = len(text)
    made = tuple(Part(f"p{i}", "dissent" if i else "lead", None, a, b) for i, (a, b) in enumerate(pairwise(bounds)))
    starts = [0, *(m.end() for m in re.finditer(r"\n\n|\|", text))]
    paragraphs = tuple(Span(a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True))
    return Opinion(Document("t", "", "text", text), Decision(name=name), made, (), tuple(footnotes), paragraphs)


def read(opinion: Opinion) -> tuple[tuple[Citation, ...], tuple[Unresolved, ...]]:
    return resolve(opinion, citations.find(opinion))


def meanings(text: str, *kinds: str, notes: dict[str, str] | None = None) -> list[str | None]:
    """The authorities of the citations of ``kinds`` in ``text``."""
    found, _ = read(opinion_of(text, notes))
    return [c.authority for c in found if c.kind in kinds]


KOON = "Koon v. United States, 518 U.S. 81, 92, 116 S.Ct. 2035 (1996)"
WAYTE = "Wayte v. United States, 470 U.S. 598, 607 (1985)"
MEJIA = "United States v. Mejia, 953 F.2d 461, 468 (9th Cir.1992)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"We said so in {KOON}. Id. at 95.", ["518 U.S. 81"], id="the case before"),
        pytest.param(f"See {KOON}. That was so. Id., at 2040.", ["518 U.S. 81"], id="a page of the parallel"),
        pytest.param(f"See {WAYTE}; {MEJIA}. It is so. Id. at 609.", ["470 U.S. 598"], id="the one that has the page"),
        pytest.param(f"See {WAYTE}; {MEJIA}. It is so. Id.", ["953 F.2d 461"], id="the last of a string"),
        pytest.param(f"See {MEJIA} (quoting {WAYTE}). Thus. Id.", ["953 F.2d 461"], id="not what is quoted"),
        pytest.param(
            f"See {MEJIA}. He broke 18 U.S.C. § 371 twice. Id. at 470.", ["953 F.2d 461"], id="no law has that page"
        ),
        pytest.param(
            f"See {MEJIA}. He broke 18 U.S.C. § 371 twice. Id.", ["953 F.2d 461"], id="not a law spoken of in passing"
        ),
        pytest.param(
            f"See {MEJIA}. It is a crime. See 18 U.S.C. § 371. Two must agree. Id.", ["18 U.S.C. § 371"], id="a law cited"
        ),
        pytest.param(
            f"See {MEJIA}. It is a crime. 18 U.S.C. § 2511. So is that. Id. § 2510(12).",
            ["18 U.S.C. § 2510"],
            id="another section of the code",
        ),
        pytest.param(
            f"See {WAYTE}. Mejia held so. {MEJIA}. But Wayte made clear that it is. Id. The rest follows.",
            ["470 U.S. 598"],
            id="the case spoken of",
        ),
        pytest.param(f"See {WAYTE}. It is so. Id. It is. Id. at 609.", ["470 U.S. 598", "470 U.S. 598"], id="id. of id."),
        pytest.param("It is so. Id. at 5.", [None], id="nothing before"),
        pytest.param(f"See {MEJIA}. Thus. Id. at 12.", [None], id="no such page"),
        pytest.param(f"See {MEJIA}. See Roe, 12 F.3d at 40. Thus. Id.", [None], id="not past what could not be told"),
        pytest.param(
            f"See {MEJIA}. So he says. Compl. ¶ 10. He does. Id. ¶ 12.", ["Compl."], id="paragraphs of a filing"
        ),
        pytest.param(f"See {MEJIA}.\n\n|It is not so. Id. at 468.", [None], id="a dissent starts anew"),
        pytest.param(f"See {MEJIA}. It had paid. Mejia, 953 F.2d at 470, J.A. 7. It had. Id. at 471.", ["953 F.2d 461"], id="not where it is copied"),
        pytest.param("He sold it. App. 12. See 21 U.S.T. 2517, T.I.A.S. No. 6997. He paid. Id., at 42.", ["App."], id="a treaty has no such page"),
        pytest.param(f"Maj. Op. at 774. {MEJIA} is none such. Mejia says so. Id. at 774.", [None], id="a far page of another opinion of this decision"),
        pytest.param("He sold it. Compl. ¶ 10, ECF No. 1. He paid. Id. ¶ 11.", ["Compl."], id="not where it is filed"),
        pytest.param(f"See {MEJIA}. They moved to strike. [Dkt. 9.] It is so. [Id.]", ["Dkt. 9"], id="an entry of the docket"),
        pytest.param("Hall v. Roe, 9 U.S. ___ (2019). He saw it. App. 12. He did. Id., at 215.", ["App."], id="a-far-page-of-the-record"),
        pytest.param("Hall v. Roe, 9 U.S. ___ (2019). The term is in § 12. It is “part of the whole.” Id., at ___.", ["Hall v. Roe, 9 U.S. ___"], id="a-page-to-come-is-no-section's"),
        pytest.param("Hall v. Roe, 9 U.S. 30. It turned on § 12 of the law. Id. at 34.", ["9 U.S. 30"], id="an-open-section-has-no-page"),
        pytest.param(f"See {MEJIA}. 1991 Mass. Acts c. 41, at 465. It is so. Id. at 468.", ["1991 Mass. Acts ch. 41"], id="the-page-of-an-act"),
        pytest.param(f"See {MEJIA}. Laws of 1922, ch. 41. It is so. Id. at 468.", ["953 F.2d 461"], id="a-chapter-is-no-page"),
        pytest.param("Mass. Gen. Laws ch. 9A, § 3. It is so. Id. ch. 9B, § 12.", ["Mass. Gen. Laws ch. 9B, § 12"], id="a-section-of-another-chapter"),
        pytest.param("See Restatement (Second) of Torts § 8. It is 7 U.S.C. § 14. See Restatement (Second) of Torts § 9. Id. § 3.", ["Restatement (Second) of Torts § 3"], id="a-section-of-a-restatement"),
        pytest.param("See Ardley Gas Co., 9 FERC ¶ 61,222 (2007). It turned on NGA § 7. Id. ¶ 18.", ["9 FERC ¶ 61,222"], id="an-agency's-paragraphs"),
        pytest.param("See Hall v. Roe, 2004 VT 37, ¶ 4. See Harbor Act § 3. So it is. Id. ¶ 9.", ["2004 VT 37"], id="no-act-has-paragraphs"),
        pytest.param("See Ardley Gas Co., 9 FERC ¶ 61,222 (2007). See Roe, 9 FERC at 62,888, J.A. 7. So it is. Id. at 62,889, J.A. 8.", ["9 FERC ¶ 61,222"], id="the-pages-of-a-loose-leaf-service"),
        pytest.param("See 77 Cong. Rec. 15777 (1977) (remarks of Sen. Roe); id., at 6777 (remarks of Sen. Doe).", ["77 Cong. Rec. 15777"], id="another-page-of-the-volume"),
        pytest.param(f"See {WAYTE}; 77 Cong. Rec. 15777 (1977). It is so. Id., at 609.", ["470 U.S. 598"], id="no-page-of-such-a-volume"),
        pytest.param("Hall v. Roe, 7 Ohio St.3d 44, citing Poe v. Doe (1944), 43 Ohio St. 329. It is so. Id. He lost.", ["7 Ohio St. 3d 44"], id="not-what-the-case-cites"),
        pytest.param(f"See {WAYTE}. It is so. Ibid. 7 U.S.C. § 14.", ["470 U.S. 598"], id="a-law-with-its-title-is-no-section-of-it"),
        pytest.param("See 7 U.S.C. § 14; SSR 77-3p. It is so. Id. § 15.", ["7 U.S.C. § 15"], id="a-ruling-has-no-sections"),
        pytest.param("7 U.S.C. § 14. Section 3 of the Harbor Act helps. Id. § 14.", ["7 U.S.C. § 14"], id="a-section-cited-with-its-code"),
    ],
)  # fmt: skip
def test_id(text: str, expected: list[str | None]) -> None:
    assert expected == meanings(text, "id")


def test_the_court_that_another_citation_of_the_case_names() -> None:
    text = "In Hall v. Roe, 40 F.2d 1 (1930), it is. The Fifth Circuit said so. Hall v. Roe, 40 F.2d 1 (CA5 1930)."

    found, _ = read(opinion_of(text))

    assert [c.court for c in found if c.kind == "full_case"] == ["ca5", "ca5"]


def test_the_name_that_a_citation_of_the_case_before_says() -> None:
    text = "It affirmed. 40 F.2d 1 (1930). See Hall v. Roe, 40 F.2d 1 (1930). It held so. 40 F.2d 1, 3 (1930)."

    found, _ = read(opinion_of(text))

    assert [c.name for c in found if c.kind == "full_case"] == [None, "Hall v. Roe", "Hall v. Roe"]


def test_a_note_goes_on_from_its_mark_and_leaves_the_text_alone() -> None:
    text = f"It is so. {MEJIA}.^1 It is also so. {WAYTE}. Id. at 608."
    notes = {"1": f"Id. at 469. But see {KOON}. Id. at 96."}

    assert meanings(text, "id", notes=notes) == ["470 U.S. 598", "953 F.2d 461", "518 U.S. 81"]


def test_a_note_may_go_on_from_the_note_before() -> None:
    text = "It is so, 7 U.S.C. § 14.^1 It is also so.^2 And so is this, they say.^3"
    notes = {"1": f"See {MEJIA}.", "2": "Id. at 469.", "3": "Id. at 12."}

    assert meanings(text, "id", notes=notes) == ["953 F.2d 461", None]


def test_a_note_goes_on_from_the_note_before_where_the_text_cites_nothing_between() -> None:
    text = f"It is so. {KOON}.^1 It is also so.^2 And so is this. {WAYTE}.^3"
    notes = {"1": "H.R. Rep. No. 99-777, p. 4.", "2": "Id.", "3": "Id."}

    assert meanings(text, "id", notes=notes) == ["H.R. Rep. No. 99-777", "470 U.S. 598"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{KOON}. It is. Koon, 518 U.S. at 95.", ["518 U.S. 81"], id="volume and page"),
        pytest.param(
            f"{KOON}. It is. Koon, 518 U.S. at 95, 116 S.Ct. at 2046.", ["518 U.S. 81", "518 U.S. 81"], id="parallel"
        ),
        pytest.param(
            "A v. Bell, 10 F.3d 1 (9th Cir.1993); C v. Dell, 10 F.3d 50 (9th Cir.1993). See Dell, 10 F.3d at 52; Bell, 10 F.3d at 4.",
            ["10 F.3d 50", "10 F.3d 1"],
            id="two cases in one volume",
        ),
        pytest.param(f"As in Koon, 518 U.S. at 95, it is. {KOON}.", ["518 U.S. 81"], id="before the full cite"),
        pytest.param(f"{KOON}. See Roe, 77 F.3d at 3.", [None], id="a case never cited in full"),
        pytest.param(
            "See Ardley Gas Co., 9 FERC ¶ 61,222 (1989). It is. See 9 FERC at 61,723.", ["9 FERC ¶ 61,222"], id="loose-leaf"
        ),
        pytest.param(
            "Ardley v. Bonn, ___ F.2d ___ (1st Cir. 1993). It is. Ardley, ___ F.2d at ___.", ["Ardley v. Bonn, ___ F.2d ___"], id="no-volume-yet"
        ),
        pytest.param(
            "Coppage v. Kansas, 236 U.S. 1 (1915); Norwood v. Hospital, 261 U.S. 525 (1923). We said (261 U. S. 553) so.",
            ["261 U.S. 525"],
            id="a page where a first page should be",
        ),
    ],
)  # fmt: skip
def test_short_forms(text: str, expected: list[str | None]) -> None:
    assert expected == meanings(text, "short_case")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{WAYTE}. It is. Wayte, supra, at 608.", ["470 U.S. 598"], id="by name"),
        pytest.param(
            "See Abrams, The Plan, 19 UCLA L.Rev. 1 (1971). It is. Abrams, supra, at 32.", ["19 UCLA L. Rev. 1"], id="article"
        ),
        pytest.param(
            "Norwood v. New York ex rel. Tassoni, 298 U.S. 587 (1936). It is. Tassoni, supra, at 604.",
            ["298 U.S. 587"],
            id="relator",
        ),
        pytest.param(f"{WAYTE}. It is. Roe, supra, at 608.", [None], id="no such case"),
        pytest.param(
            "Ardley v. Office of Ladders, 9 F.2d 1 (1926). It is. Ardley v. OLA, supra.", ["9 F.2d 1"], id="a name spelt otherwise"
        ),
    ],
)  # fmt: skip
def test_supra(text: str, expected: list[str | None]) -> None:
    assert expected == meanings(text, "supra")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Abrams, supra note 7, at 32.", ["note 7, at 32"], id="note-and-page"),
        pytest.param("Abrams, supra, n. 7, at 32 n. 9.", ["n. 7, at 32 n. 9"], id="note-and-page-and-note"),
        pytest.param("Abrams, supra n. 7; so it is.", ["n. 7"], id="note-alone"),
        pytest.param("1 Abrams, supra, § 27:2, at 94.", ["§ 27:2"], id="a-section-is-no-law"),
    ],
)
def test_the_pin_of_a_supra(text: str, expected: list[str]) -> None:
    found, _ = read(opinion_of(f"See Abrams, The Plan, 19 UCLA L.Rev. 1 (1971). It is. {text}"))

    assert expected == [c.pin for c in found if c.kind != "journal"]


@pytest.mark.parametrize(
    "words",
    [pytest.param("As noted, supra, at 3", id="as noted"), pytest.param("See Part II-B, supra", id="part")],
)
def test_supra_to_this_opinion_is_a_cross_reference(words: str) -> None:
    opinion = opinion_of(f"{WAYTE}. {words}, it is.")
    at = opinion.text.index("supra")
    supra = Citation(Span(at, at + 5), "supra", Span(at, at + 5))
    full = (c for c in citations.find(opinion) if c.kind == "full_case")
    found, unresolved = resolve(opinion, [*full, supra])

    assert [c.kind for c in found] == ["full_case", "xref"]
    assert not unresolved


def test_a_name_of_two_cases_means_the_one_under_discussion() -> None:
    text = (
        "United States v. Wayte, 710 F.2d 1385 (9th Cir.1983), went far. We follow Wayte here. "
        f"The Court affirmed. {WAYTE}. In Wayte, it said more."
    )

    assert meanings(text, "name_ref") == ["710 F.2d 1385", "470 U.S. 598"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("8 U.S.C. § 1326 applies. Under § 1326(b) it is.", ["8 U.S.C. § 1326"], id="same number"),
        pytest.param("Under § 1326(b) it is. 8 U.S.C. § 1326.", ["8 U.S.C. § 1326"], id="named later"),
        pytest.param("18 U.S.C. §§ 2510-2522 applies. Under § 2511 it is.", ["18 U.S.C. § 2511"], id="within a range"),
        pytest.param("18 U.S.C. § 2510 applies. Under § 2516 it is.", ["18 U.S.C. § 2516"], id="close by"),
        pytest.param("18 U.S.C. § 2510 applies. Under § 7 it is.", [None], id="another act's"),
        pytest.param(
            "18 U.S.C. § 2701 applies. Section 2701 of the Storage Act says.", ["18 U.S.C. § 2701"], id="act codified there"
        ),
        pytest.param("7 U.S.C. § 1401 applies. HBRA’s § 1401(b) bars it, and § 1401(c) too.", ["7 U.S.C. § 1401"], id="an-act-by-its-letters"),
        pytest.param("9 U.S.C. § 4 applies. Section 4 of the Federal Arbitration Act says so.", ["9 U.S.C. § 4"], id="numbered-as-in-the-code"),
        pytest.param("7 U.S.C. § 4 applies. Section 4 of the Federal Arbitration Act too.", ["Federal Arbitration Act § 4"], id="another-title"),
        pytest.param("8 U.S.C. § 1326 applies. Under § 1329a(b) it is.", ["8 U.S.C. § 1329a"], id="close-by-with-a-letter"),
        pytest.param("See Mont. Code § 45-9-101. Sale is another, § 45-4-103.", ["Mont. Code § 45-4-103"], id="the-one-code-of-titles"),
        pytest.param("See Mont. Code § 45-9-101; Utah Code § 76-5-103. See § 45-4-103; § 12-1-1.", ["Mont. Code § 45-4-103", None], id="of-the-same-title"),
        pytest.param("See 20 C.F.R. § 616.3(b) and § 616.8(a).", ["20 C.F.R. § 616.8"], id="of-the-same-part"),
        pytest.param("See Ind. Code § 35-44-3-3(a). Under § 3(b) it is.", ["Ind. Code § 35-44-3-3"], id="the-last-of-four-numbers"),
        pytest.param("See Restatement (Second) of Agency § 219 (1957). Under § 219(2)(d) it is; § 221 is not.", ["Restatement (Second) of Agency § 219", None], id="of-a-restatement"),
        pytest.param("29 U.S.C. § 401. So is this. Id. § 9(a). Under § 9(b) it is.", ["29 U.S.C. § 9"] * 2, id="cited-with-id"),
        pytest.param("See Ind. Code § 35-44-3-3(a). So is this. Id. at § 5(b).", ["Ind. Code § 35-44-3-5"], id="id-and-the-last-of-four"),
        pytest.param("It has power under § 5 of the Fourteenth Amendment. Here § 5 was used.", ["U.S. Const. amend. XIV, § 5"], id="of-an-amendment"),
        pytest.param("Section 8 of the Harbor Act governs. We read section 8(c) anew.", ["Harbor Act § 8"] * 2, id="of-an-act-named-before"),
        pytest.param("Section 107 of the Harbor Act governs. So does § 105(f ). But § 302 is another.", ["Harbor Act § 107", "Harbor Act § 105", None], id="close-by-in-an-act"),
        pytest.param("Section 107 of the Harbor Act and § 110 of the Wharf Act. So § 105.", ["Harbor Act § 107", "Wharf Act § 110", None], id="close-by-in-two-acts"),
        pytest.param("29 U.S.C. § 401. So is this. Id.   §   9(a), at\nlast.", ["29 U.S.C. § 9"], id="id-in-a-line-set-to-the-margin"),
        pytest.param("Section 4 of the Harbor Act, 7 U.S.C. § 65(a), governs. So does § 4(b).", ["7 U.S.C. § 65"] * 2, id="an-act-beside-its-code"),
        pytest.param("Under § 903(c), 31 U.S.C. § 9482(c), it is. § 903(a) too.", ["31 U.S.C. § 9482"] * 2, id="a-number-beside-its-code"),
        pytest.param("Section 6 of the Act (7 U.S.C. § 67) governs; § 6 of the Act, 9 U.S.C. § 12, did. § 6 may.", ["7 U.S.C. § 67", "9 U.S.C. § 12", None], id="two-acts-beside-their-codes"),
        pytest.param("Section 4 of the Harbor Act, 7 U.S.C. §§ 61-99; § 4 of the Harbor Act, 9 U.S.C. § 3 et seq.", ["Harbor Act § 4"] * 2, id="an-act-beside-all-its-sections"),
        pytest.param("See 5 U.S.C. § 301. Under section 301, 49 U.S.C. § 114(s), it may.", ["5 U.S.C. § 301"], id="two-of-a-list"),
        pytest.param("See 7 U.S.C. § 140. Section 140 of the Harbor Act governs. § 140 stands.", ["Harbor Act § 140", "7 U.S.C. § 140"], id="a-code-before-an-act"),
    ],
)  # fmt: skip
def test_bare_sections(text: str, expected: list[str | None]) -> None:
    assert expected == meanings(text, "statute_short")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Fed. R. Crim. P. 16 governs. Rule 16 says.", ["Fed. R. Crim. P. 16"] * 2, id="same number"),
        pytest.param(
            "Fed. R. Crim. P. 16 governs. Rule 32 says.", ["Fed. R. Crim. P. 16", "Fed. R. Crim. P. 32"], id="the one set"
        ),
        pytest.param(
            "Fed. R. Crim. P. 16; Fed. R. Evid. 403. Rule 32 says.",
            ["Fed. R. Crim. P. 16", "Fed. R. Evid. 403", None],
            id="two sets",
        ),
        pytest.param("See 5th Cir. R. 47. Rule 29 says.", ["5th Cir. R. 47", None], id="a circuit's own are always named"),
        pytest.param("Fed. R. Civ. P. 3; Fed. R. Evid. 403. The Federal Rules of Appellate Procedure say little. See Rule 15(d).", ["Fed. R. Civ. P. 3", "Fed. R. Evid. 403", "Fed. R. App. P. 15"], id="the set spoken of"),
        pytest.param("Fed. R. Civ. P. 3; Fed. R. Crim. P. 4. The Federal Rules of Evidence say little. See Rule 56.", ["Fed. R. Civ. P. 3", "Fed. R. Crim. P. 4", None], id="no rule of the set spoken of"),
        pytest.param("Indiana Evidence Rule 103(a) bars it; so does Evidence Rule 615.", ["Ind. R. Evid. 103", "Ind. R. Evid. 615"], id="the court whose rules are so called"),
    ],
)  # fmt: skip
def test_bare_rules(text: str, expected: list[str | None]) -> None:
    assert expected == meanings(text, "rule")


@pytest.mark.parametrize(
    ("court", "text", "expected"),
    [
        pytest.param("ca9", "They moved under Rule 12(b)(6) and Rule 801.", ["Fed. R. Civ. P. 12", "Fed. R. Evid. 801"], id="one set alone has it"),
        pytest.param("nysd", "Fed. R. Civ. P. 16. See Rule 403.", ["Fed. R. Civ. P. 16", "Fed. R. Evid. 403"], id="not the set cited"),
        pytest.param("ca9", "They moved under Rule 12(b)(3).", [None], id="several sets have it"),
        pytest.param("md", "They moved under Rule 12(b)(6).", [None], id="the court of a state"),
    ],
)  # fmt: skip
def test_bare_rules_of_federal_courts(court: str, text: str, expected: list[str | None]) -> None:
    opinion = replace(opinion_of(text), decision=Decision(court=court))
    assert expected == [c.authority for c in read(opinion)[0] if c.kind == "rule"]


def test_a_name_means_the_case_introduced_with_it_not_one_cited_later() -> None:
    early = "We follow United States v. Adams, Perkins & Co., 388 U.S. 65 (1967). In Perkins the rule was stated."
    late = "On remand, Perkins v. Lowe, 237 F.Supp. 323 (N.D. Ill. 1968), agreed."
    assert meanings(f"{early} {late}", "name_ref") == ["388 U.S. 65"]


@pytest.mark.parametrize(
    ("cited", "said", "expected"),
    [
        pytest.param("Elm Burn, Inc. v. Roe", "Elm Bum", "9 F.2d 7", id="rn-read-as-m"),
        pytest.param("United States v. Ardleyo", "United States v. Ardley", "9 F.2d 7", id="a-letter-lost"),
        pytest.param("Roe v. Tumblehurst", "Tumblehwrst", "9 F.2d 7", id="a-letter-changed"),
        pytest.param("Roe v. Tumblehurst", "Tumblehwrzt", None, id="two-letters"),
        pytest.param("Roe v. Doan", "Doam", None, id="too-short-to-tell"),
    ],
)
def test_a_name_misread_by_a_letter(cited: str, said: str, expected: str | None) -> None:
    assert [expected] == meanings(f"See {cited}, 9 F.2d 7 (1930). It is so. See {said}, supra.", "supra")


def test_an_id_that_means_another_opinion_of_this_decision_is_not_open() -> None:
    text = f"See {MEJIA}. The Court says so. Ante, at 7. It is “not new.” Ibid. Nor is it old. Ibid. But see {WAYTE}. Id. at 608."
    found, untold = read(opinion_of(text))
    assert [None, None, "470 U.S. 598"] == [c.authority for c in found if c.kind == "id"]
    assert () == untold


def test_what_stays_open_is_listed_with_the_reason() -> None:
    _, unresolved = read(opinion_of(f"{MEJIA}. Thus. Id. at 12."))

    assert [one.why for one in unresolved] == ["no authority cited shortly before has a page 12"]


def test_decisions_without_a_page_yet_are_told_apart_by_name() -> None:
    text = "Seila Law LLC v. CFPB, 591 U. S. ___ (2020), says. Trump v. Vance, 591 U. S. ___ (2020). Seila Law, supra, at ___."
    found, _ = read(opinion_of(text))

    assert [c.authority for c in found if c.kind != "name_ref"] == [
        "Seila Law LLC v. CFPB, 591 U.S. ___",
        "Trump v. Vance, 591 U.S. ___",
        "Seila Law LLC v. CFPB, 591 U.S. ___",
    ]


@cache
def project_opinion(name: str) -> Opinion:
    text = (OPINIONS / f"{name}.txt").read_text(encoding="utf-8")
    return structure.analyse(Document(name, "", "text", text))


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        pytest.param("armstrong", "ordinary equal protection standards.” Id.", "470 U.S. 598", id="name in focus"),
        pytest.param("armstrong", "analysis of only a single, short police operation. See id.", "964 F.2d 935", id="bare id."),
        pytest.param("banuelos-rodriguez", "to essentially the same crime.” Id.", "906 F.2d 1356", id="past statutes"),
        pytest.param("banuelos-rodriguez", "simply shift discretion from sentencing judges to prosecutors.” Id.", "S. Rep. No. 98-225", id="report by its reprint's page"),
        pytest.param("banuelos-rodriguez", "themselves to some degree experimental.” Id.", "U.S.S.G. ch. 6, pt. B", id="not what the guidelines quote"),
        pytest.param("caperna", "without discussing Daas. See\nid.", "215 F.3d 969", id="first name of the sentence"),
        pytest.param("caperna", "21 U.S.C. § 841(d)(2). Id.", "198 F.3d 1167", id="page past a statute"),
        pytest.param("redondo-lemos", "See Wayte, 710 F.2d", "710 F.2d 1385", id="Wayte of the Ninth Circuit"),
    ],
)  # fmt: skip
def test_the_opinions_of_the_project(name: str, words: str, expected: str) -> None:
    opinion = project_opinion(name)
    end = opinion.text.index(words) + len(words)
    found, _ = read(opinion)

    assert [expected] == [c.authority for c in found if c.start < end <= c.end + 1 and c.kind in ("id", "short_case")]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.floats(0, 1),
            st.integers(0, 400),
            st.sampled_from(["", "\n\n", "Id. at ", "§§ ", "supra, ", "“", "(", " \x00é", "1 U.S. 1 "]),
        ),
        max_size=12,
    )
)
@example([(0.0, 199, ""), (0.0, 400, ""), (0.3382967059368976, 0, "1 U.S. 1 ")])  # a semicolon behind what has no cite
def test_damaged_text_never_breaks_the_reading(edits: list[tuple[float, int, str]]) -> None:
    text = project_opinion("caperna").text
    for place, length, words in edits:
        at = int(place * len(text))
        text = text[:at] + words + text[at + length :]
    opinion = structure.analyse(Document("t", "", "text", text))
    found, unresolved = read(opinion)

    assert all(0 <= c.start < c.end <= len(text) and c.full.contains(c.span) for c in found)
    assert all(one.span.of(text) for one in unresolved)
    assert list(found) == sorted(found, key=lambda c: c.span)


def test_a_text_four_times_as_long_resolves_the_same_way() -> None:
    opinion = project_opinion("caperna")
    once, _ = read(opinion)
    document = replace(opinion.document, text=opinion.text * 4)
    found, _ = read(structure.analyse(document))

    assert {c.authority for c in once if c.kind == "short_case"} == {
        c.authority for c in found if c.kind == "short_case"
    }
