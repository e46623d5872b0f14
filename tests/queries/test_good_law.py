"""Good law in a small library written for the purpose: reliance, reversal, purported overruling, later history."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from citator.queries.cli import main

FACTS = """
["adams.txt"]
caption = "United States v. Adams"
citation = "101 F.3d 101"
court = "ca9"
year = 1990

["baker.txt"]
caption = "United States v. Baker"
citation = "102 F.3d 102"
court = "ca9"
year = 1992

["clark.txt"]
caption = "United States v. Clark"
citation = "103 F.3d 103"
court = "ca9"
year = 1995
en_banc = true

["davis.txt"]
caption = "United States v. Davis"
citation = "104 F.3d 104"
court = "ca9"
year = 1996

["evans.txt"]
caption = "United States v. Evans"
citation = "105 F.3d 105"
court = "ca10"
year = 1997
"""

OPINIONS = {
    "adams.txt": "ADAIR, Circuit Judge:\n\nWe hold that a warrant is required to search a boat in harbor.\n",
    "baker.txt": (
        "BELL, Circuit Judge:\n\nWe follow United States v. Adams, 101 F.3d 101 (9th Cir. 1990), which held that a warrant is "
        "required to search a boat in harbor. Our decision in United States v. Olson, 90 F.3d 90 (9th Cir. 1988), was wrong, "
        "and we overrule it.\n"
    ),
    "clark.txt": (
        "CONTI, Circuit Judge:\n\nUnited States v. Adams, 101 F.3d 101 (9th Cir. 1990), held that a warrant is required to "
        "search a boat in harbor. We overrule United States v. Adams.\n"
    ),
    "davis.txt": (
        "DOYLE, Circuit Judge:\n\nThe government cites United States v. Clark, 103 F.3d 103 (9th Cir. 1995) (en banc), "
        "rev’d, 520 U.S. 20 (1996). We decline to reach the question.\n"
    ),
    "evans.txt": (
        "ENGEL, Circuit Judge:\n\nWe decline to follow United States v. Baker, 102 F.3d 102 (9th Cir. 1992), which requires a "
        "warrant to search a boat in harbor. See Baker v. United States, 515 U.S. 15 (1994).\n"
    ),
}  # fmt: skip


def built(folder: Path, *names: str) -> Path:
    folder.mkdir()
    (folder / "opinions.toml").write_text(FACTS, encoding="utf-8")
    for name in names:
        (folder / name).write_text(OPINIONS[name], encoding="utf-8")
    where = folder.with_suffix(".citator")
    result = CliRunner().invoke(main, ["build", str(folder), "-o", str(where)])
    assert (0, "") == (result.exit_code, result.stderr)
    return where


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("law") / "three", "adams.txt", "baker.txt", "clark.txt")


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("law") / "five", *OPINIONS)


def status(library: Path, *args: str) -> Any:
    result = CliRunner().invoke(main, ["status", *args, "--json", "--library", str(library)])
    assert 0 == result.exit_code, result.output
    return json.loads(result.stdout)


def words(library: Path, *args: str) -> str:
    result = CliRunner().invoke(main, [*args, "--library", str(library)])
    assert 0 == result.exit_code, result.output
    return result.stdout


def test_overruled_en_banc(three: Path) -> None:
    answer = status(three, "Adams")
    assert "overruled" == answer["standing"]
    assert ["United States v. Clark", "United States v. Baker"] == [
        reason["acting_case"]["name"] for reason in answer["reasons"]
    ]
    assert {"opinions": 3, "citing": 2, "unresolved": 0} == answer["checked"]


def test_before_the_overruling_it_was_followed(three: Path) -> None:
    assert "followed" == status(three, "Adams", "--as-of", "1994")["standing"]


def test_who_relies_on_a_case_overruled_is_cautioned(three: Path) -> None:
    cautions = [caution for caution in status(three, "Baker")["cautions"] if caution["kind"] == "relies_on_overruled"]
    assert ["United States v. Adams"] == [caution["case"]["name"] for caution in cautions]
    assert "since overruled by United States v. Clark, 103 F.3d 103 (9th Cir. 1995) (en banc)" in cautions[0]["text"]


def test_a_panel_only_purports_to_overrule(three: Path) -> None:
    assert "questioned" == status(three, "Olson")["standing"]
    assert "purports to: a panel is bound by earlier panels" in words(three, "status", "Olson")


def test_overruled_by_a_decision_since_reversed_is_in_doubt(five: Path) -> None:
    answer = status(five, "Adams")
    assert "in_doubt" == answer["standing"]
    assert "reversed" == answer["reasons"][0]["acting_case"]["standing"]
    assert "but the acting decision is itself reversed" in words(five, "status", "Adams")


def test_another_circuit_only_disagrees(five: Path) -> None:
    assert "criticized" == status(five, "102 F.3d 102")["standing"]
    assert "questioned" == status(five, "102 F.3d 102", "--in", "okwd")["standing"]
    assert "disagreement by a court that cannot change it" in words(five, "status", "102 F.3d 102")


def test_later_decision_between_the_same_parties(five: Path) -> None:
    later = [caution for caution in status(five, "102 F.3d 102")["cautions"] if caution["kind"] == "later_history"]
    assert ["515 U.S. 15"] == [caution["case"]["citation"] for caution in later]
    before = status(five, "102 F.3d 102", "--as-of", "1993")["cautions"]
    assert "later_history" not in [caution["kind"] for caution in before]


def test_asked_about_a_point_nobody_speaks_of(three: Path) -> None:
    told = words(three, "status", "Baker", "--on", "jury selection")
    assert "Asked: on “jury selection”\n" in told
    assert "Nothing read in this library speaks of “jury selection”" in told


@pytest.mark.parametrize(
    ("args", "error"),
    [
        pytest.param(["--as-of", "last year"], "“last year” is no day: write 1994, 1994-05 or 1994-05-31", id="date"),
        pytest.param(["--in", "nonesuch"], "“nonesuch” is no court id: write scotus, ca9, cand …", id="court"),
    ],
)
def test_questions_that_cannot_be(three: Path, args: list[str], error: str) -> None:
    result = CliRunner().invoke(main, ["status", "Adams", *args, "--library", str(three)])
    assert (2, f"Error: {error}\n") == (result.exit_code, result.stderr)


def test_chain_back_and_forward(three: Path) -> None:
    back = words(three, "chain", "Baker")
    assert "United States v. Baker, 102 F.3d 102 (9th Cir. 1992) follows United States v. Adams" in back
    forward = words(three, "chain", "Adams", "--forward")
    assert "1 hop away\n" in forward
    assert "(en banc) overrules United States v. Adams, 101 F.3d 101 (9th Cir. 1990)" in forward
    assert "No hop of substance found." in words(three, "chain", "Adams")
    assert "No hop of substance found." in words(three, "chain", "Baker", "--on", "jury selection")


def test_no_path_says_whether_one_leads_back(three: Path) -> None:
    result = CliRunner().invoke(main, ["path", "Adams", "Baker", "--library", str(three)])
    assert (3, "") == (result.exit_code, result.stdout)
    assert result.stderr.startswith("Error: no way leads from United States v. Adams")
    assert "one leads back: citator path" in result.stderr


def test_splits(five: Path) -> None:
    told = words(five, "splits", "--find", "warrant to search a boat")
    assert "United States v. Evans, 105 F.3d 105 (10th Cir. 1997) against United States v. Baker" in told
    assert "courts divided; other side: 9th Cir." in told
    assert "No division found in this library." in words(five, "splits", "--find", "jury selection")


def test_propositions(five: Path) -> None:
    listed = json.loads(words(five, "propositions", "--find", "warrant boat harbor", "--json"))
    assert "United States v. Adams" in {stance["case"]["name"] for stance in listed}
    assert "warrant" in words(five, "propositions", "Adams")
