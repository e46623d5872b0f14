"""What an opinion's disposition does to the decision it reviews: a text → treatments of the decision below."""

from pathlib import Path

import pytest

from citator.corpus import reading
from citator.corpus.citations.short_names import same_parties
from citator.corpus.model import Facts

SUPREME = Facts(name="Hollis v. Ward", court="scotus", year=1994, citation="513 U.S. 901")
CIRCUIT = Facts(name="Hollis v. Ward Mills, Inc.", court="ca5", year=1994, citation="31 F.3d 901")
STATE = Facts(name="State v. Hollis", court="vt", year=1994, citation="162 Vt. 901")


def disposed(tmp_path: Path, facts: Facts, text: str) -> list[tuple[str, str | None, str]]:
    """Treatment, authority and scope of what is done to the decision below."""
    file = tmp_path / "opinion.txt"
    file.write_text(text, encoding="utf-8")
    found = reading.read(file, facts)
    assert all(t.evidence.of(found.text).strip() in text for t in found.treatments)
    return [(t.treatment, t.targets[0].authority, t.scope) for t in found.treatments if t.rule == "disposition"]


APPEALED = "The Court of Appeals for the Fifth Circuit affirmed the sentence. 12 F. 3d 345 (CA5 1993). We granted certiorari.\n\n"


@pytest.mark.parametrize(
    ("facts", "text", "expected"),
    [
        (SUPREME, "The judgment of the Court of Appeals is reversed.", [("reverses", "12 F.3d 345", "full")]),
        (SUPREME, "We therefore vacate the judgment and remand.", [("vacates", "12 F.3d 345", "full")]),
        (SUPREME, "Affirmed.", [("affirms", "12 F.3d 345", "full")]),
        (SUPREME, "Wrong as the reasons were, it is so ordered.", []),
        (SUPREME, "The Court of Appeals held that the sentence must be vacated.", []),
        (SUPREME, "Respondent argues that the judgment is affirmed by our silence.", []),
        (SUPREME, "When a judgment is reversed for error at trial, the accused is tried again.", []),
        (SUPREME, "In my view, the judgment is reversed too soon.", []),
        (
            SUPREME,
            "The judgment is affirmed in part and reversed in part.",
            [("affirms", "12 F.3d 345", "in_part"), ("reverses", "12 F.3d 345", "in_part")],
        ),
        (
            SUPREME,
            "As to the fine the judgment is reversed; its judgment is affirmed otherwise.",
            [("affirms", "12 F.3d 345", "in_part"), ("reverses", "12 F.3d 345", "in_part")],
        ),
    ],
)
def test_disposition(tmp_path: Path, facts: Facts, text: str, expected: list[tuple[str, str, str]]) -> None:
    said = disposed(tmp_path, facts, f"JUSTICE HALE delivered the opinion of the Court.\n\n{APPEALED}{text}\n")
    assert sorted(said) == expected


@pytest.mark.parametrize(
    ("facts", "cited", "expected"),
    [
        (CIRCUIT, "The district court dismissed. Hollis v. Ward Mills, 801 F. Supp. 44 (S.D. Tex. 1993).", "801 F. Supp. 44"),
        # another case, another court of the same rank, too long ago, the appeal before this one
        (CIRCUIT, "The district court cited Hollis v. Dale Mills, 801 F. Supp. 44 (S.D. Tex. 1993).", None),
        (CIRCUIT, "The court spoke of it in Hollis v. Ward Mills, Inc., 9 F.3d 44 (7th Cir. 1993).", None),
        (CIRCUIT, "The district court had dismissed. Hollis v. Ward Mills, 501 F. Supp. 44 (S.D. Tex. 1980).", None),
        (CIRCUIT, "The court had affirmed before. Hollis v. Ward Mills, Inc., 9 F.3d 44 (5th Cir. 1993).", None),
        (STATE, "The court held so in Dale v. Roe, 160 Vt. 12 (1993).", None),
        (SUPREME, "The Court of Appeals affirmed. 12 F. 3d 345 (CA5 1993).", "12 F.3d 345"),
        (SUPREME, "The District Court, 801 F. Supp. 44 (SD Tex. 1992), and the Court of Appeals, 12 F. 3d 345 (CA5 1993), agreed.", "12 F.3d 345"),
        (SUPREME, "The Court of Appeals affirmed. 3 F. 3d 345 (CA5 1992). On rehearing it did so again. 12 F. 3d 345 (CA5 1993).", "12 F.3d 345"),
        # two of one year: either might be meant
        (SUPREME, "The Court of Appeals affirmed. 12 F. 3d 345 (CA5 1993). The other panel did too. 12 F. 3d 400 (CA5 1993).", None),
        (SUPREME, "We granted certiorari. 510 U. S. 77 (1993).", None),
        (SUPREME, "The Court of Appeals affirmed the conviction. 212 N. Y. 340 (1992).", "212 N.Y. 340"),
        # what is reversed is not cited: the judgment of the court in between
        (SUPREME, "The District Court dismissed. 801 F. Supp. 44 (SD Tex. 1992). The Fifth Circuit reversed.", None),
        (SUPREME, "A District Court of three judges dismissed. 801 F. Supp. 44 (SD Tex. 1992). This is an appeal.", "801 F. Supp. 44"),
    ],
)  # fmt: skip
def test_the_decision_under_review(tmp_path: Path, facts: Facts, cited: str, expected: str | None) -> None:
    said = disposed(tmp_path, facts, f"HALE, Judge.\n\nThis is an appeal. {cited}\n\nWe reverse.\n")
    assert said == ([("reverses", expected, "full")] if expected else [])


def test_the_court_named_in_the_disposition_is_meant(tmp_path: Path) -> None:
    cited = "The District Court dismissed. 801 F. Supp. 44 (SD Tex. 1993). The Court of Appeals affirmed. 12 F. 3d 345 (CA5 1993)."
    closing = "The judgment of the District Court is affirmed."
    said = disposed(tmp_path, SUPREME, f"JUSTICE HALE delivered the opinion of the Court.\n\n{cited}\n\n{closing}\n")
    assert said == [("affirms", "801 F. Supp. 44", "full")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Judgment reversed, and the cause remanded for further proceedings in conformity with this opinion.",
            "reverses",
        ),
        ("Decree affirmed.", "affirms"),
        ("The tax was not due.[3] Reversed.", "reverses"),
        ("It is ordered that the judgment entered by the Court of Appeals on May 3, 1993, be vacated.", "vacates"),
        ("It is ordered that the parties be heard.", None),
        ("A judgment reversed is no judgment.", None),
    ],
)
def test_ways_to_dispose(tmp_path: Path, text: str, expected: str | None) -> None:
    said = disposed(tmp_path, SUPREME, f"JUSTICE HALE delivered the opinion of the Court.\n\n{APPEALED}{text}\n")
    assert said == ([(expected, "12 F.3d 345", "full")] if expected else [])


TRIED = "The District Court dismissed both suits. 801 F. Supp. 44 (SD Tex. 1992). "
CONSOLIDATED = (
    "In No. 92-11, Hollis sued for his pay. The Court of Appeals affirmed the dismissal. 12 F. 3d 345 (CA5 1993).\n\n"
    "In No. 92-40, Dale sued for hers. The Court of Appeals reversed. 14 F. 3d 60 (CA8 1993).\n\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The judgment in No. 92-11 is affirmed, and the judgment in No. 92-40 is reversed.",
            [("affirms", "12 F.3d 345", "full"), ("reverses", "14 F.3d 60", "full")],
        ),
        ("No. 92-40, Reversed.", [("reverses", "14 F.3d 60", "full")]),
        (
            "The judgments of the Courts of Appeals are reversed.",
            [("reverses", "12 F.3d 345", "full"), ("reverses", "14 F.3d 60", "full")],
        ),
        ("The judgment of the Court of Appeals is reversed.", []),  # which?
        ("The judgment in No. 92-77 is reversed.", []),
    ],
)
def test_cases_heard_together(tmp_path: Path, text: str, expected: list[tuple[str, str, str]]) -> None:
    opinion = f"JUSTICE HALE delivered the opinion of the Court.\n\n{TRIED}\n\n{CONSOLIDATED}{text}\n"
    assert sorted(disposed(tmp_path, SUPREME, opinion)) == expected


def test_a_note_that_is_nothing_but_the_citation(tmp_path: Path) -> None:
    facts = "The lease ran for years, and nobody paid.\n\n" * 200
    text = f"JUSTICE HALE delivered the opinion of the Court.\n\nThe District Court dismissed the suit.[1]\n\n{facts}Affirmed.\n\n[1] 801 F. Supp. 44.\n"
    assert disposed(tmp_path, SUPREME, text) == [("affirms", "801 F. Supp. 44", "full")]
    assert disposed(tmp_path, SUPREME, text.replace("[1] 801", "[1] A treatise says so. 801")) == []


AGENCY = Facts(
    name="Hollis Mills, Inc. v. National Labor Relations Board", court="ca5", year=1994, citation="31 F.3d 901"
)
HEARD = (
    "An administrative law judge dismissed the complaint. Hollis Mills, Inc., 310 N.L.R.B. 20 (1992). The Board reversed "
    "him. Hollis Mills, Inc., 311 N.L.R.B. 44 (1993). It followed Dale Stores, 309 N.L.R.B. 7 (1992).\n\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We deny the petition for review.", [("affirms", "311 N.L.R.B. 44", "full")]),
        ("The petition for review is granted.", [("vacates", "311 N.L.R.B. 44", "full")]),
        ("We vacate the Board's order and remand.", [("vacates", "311 N.L.R.B. 44", "full")]),
        ("We therefore set aside the Board's order.", [("vacates", "311 N.L.R.B. 44", "full")]),
        ("We enforce the Board's order.", [("affirms", "311 N.L.R.B. 44", "full")]),
        ("Enforcement of the order is denied.", [("reverses", "311 N.L.R.B. 44", "full")]),
        ("Hollis asks that we set aside the Board's order.", []),
        ("We reverse the district court.", []),
        ("The Sixth Circuit denied the petition for review.", []),
    ],
)
def test_an_agencys_decision(tmp_path: Path, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert disposed(tmp_path, AGENCY, f"HALE, Circuit Judge.\n\n{HEARD}{text}\n") == expected


def test_orders_are_the_last_and_those_it_was_asked_to_reconsider(tmp_path: Path) -> None:
    facts = Facts(name="Hollis Pipeline Co. v. Federal Energy Regulatory Commission", court="cadc", year=1999)
    text = (
        "The judge found the rate just. Hollis Pipeline Co., 81 FERC ¶ 63,004 (1997). The Commission disagreed. Hollis Pipeline "
        "Co., 84 FERC ¶ 61,010 (1998). It denied rehearing. Hollis Pipeline Co., 86 F.E.R.C. ¶ 61,200 (1999). Its rule was "
        "laid down in Dale Gas Co., 70 FERC ¶ 61,001 (1996).\n\nWe vacate the Commission's orders.\n"
    )
    said = disposed(tmp_path, facts, f"HALE, Circuit Judge.\n\n{text}")
    assert said == [("vacates", "84 FERC ¶ 61,010", "full"), ("vacates", "86 FERC ¶ 61,200", "full")]


def test_a_party_of_the_caption_is_enough(tmp_path: Path) -> None:
    head = "No. 93-40\n\nUNITED STATES,\n\nv.\n\nJOHN DALE, a/k/a Hollis,\n\nHALE, Circuit Judge.\n\n"
    text = "The judge acquitted him. United States v. Dale, 801 F. Supp. 44 (S.D. Tex. 1993). He had been tried by a court.\n\nWe reverse.\n"
    facts = Facts(name="United States v. Hollis", court="ca5", year=1994)
    assert disposed(tmp_path, facts, head + text) == [("reverses", "801 F. Supp. 44", "full")]


def test_what_a_dissenter_would_do_is_no_disposition(tmp_path: Path) -> None:
    text = f"JUSTICE HALE delivered the opinion of the Court.\n\n{APPEALED}Affirmed.\n\nJUSTICE ROE, dissenting.\n\nWe reverse.\n"
    assert disposed(tmp_path, SUPREME, text) == [("affirms", "12 F.3d 345", "full")]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Bellamy Assocs. v. Ward Ins. Co.", "Bellamy Associates v. Ward Insurance Company", True),
        ("Ortiz v. NLRB", "National Labor Relations Board v. Ortiz", True),
        ("In re Hollis", "Hollis v. Ward", True),
        ("Ohio v. Hollis", "State v. Hollis", True),
        ("State v. Hollis", "State v. Ward", False),
        ("United States v. Ohio", "Ohio v. United States", False),  # parties of thousands of cases
        ("Hollis Mills v. Ward", "Dale Mills v. Ward", False),
    ],
)
def test_same_parties(one: str, other: str, same: bool) -> None:
    assert same_parties(one, other) is same
    assert same_parties(other, one) is same
