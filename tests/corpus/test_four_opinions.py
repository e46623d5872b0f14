"""What must be read right in the opinions that come with the project: exact values, end to end."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from citator.corpus.model import Reading, Treatment
from citator.corpus.reading import read

OPINIONS = Path(__file__).parents[2] / "corpus" / "opinions"


@cache
def reading(name: str) -> Reading:
    return read(OPINIONS / f"{name}.txt")


def acts(name: str, authority: str, label: str) -> list[Treatment]:
    return [
        act
        for act in reading(name).treatments
        if act.treatment == label and authority in {target.authority for target in act.targets}
    ]


def test_armstrong_overrules_gutierrez_to_the_extent_it_conflicts() -> None:
    text = reading("armstrong").text
    act = next(act for act in acts("armstrong", "990 F.2d 472", "overrules") if act.extent)
    assert ("this_court", "lead", "1", "1513") == (act.actor, act.part, act.footnote, act.page)
    assert "to_the_extent" == act.scope
    assert act.evidence.of(text) == (
        "To the extent that United States v. Gutierrez conflicts with this proposition by holding that a statistical "
        "disparity does not satisfy the effect prong of a prima facie showing of selective prosecution, we overrule it."
    )


def test_the_dissent_s_doubt_about_the_power_to_overrule_is_no_act() -> None:
    text = reading("armstrong").text
    doubted = text.index("has no authority, to overrule Gutierrez")
    assert [] == [act for act in reading("armstrong").treatments if act.evidence.start <= doubted < act.evidence.end]


def test_caperna_reconciles_two_cases_in_one_act() -> None:
    (act,) = acts("caperna", "198 F.3d 1167", "reconciles")
    assert ["198 F.3d 1167", "215 F.3d 969"] == sorted(str(target.authority) for target in act.targets)
    assert "are in conflict" in act.evidence.of(reading("caperna").text)


def test_caperna_s_conditional_note_overrules_nobody() -> None:
    assert [] == [act for act in reading("caperna").treatments if act.treatment in ("overrules", "abrogates")]


@pytest.mark.parametrize("authority", ["219 F.3d 1186", "129 F.3d 1140"])
def test_caperna_does_not_follow_the_tenth_circuit(authority: str) -> None:
    (act,) = acts("caperna", authority, "declines_to_follow")
    assert "this_court" == act.actor


def test_history_with_parallels_is_one_act() -> None:
    (act,) = acts("banuelos-rodriguez", "857 F.2d 1245", "overrules")
    assert ("third_court", "488 U.S. 361", "5") == (act.actor, act.acting_case, act.footnote)
    assert act.evidence.of(reading("banuelos-rodriguez").text).endswith("102 L.Ed.2d 714 (1989)")


def test_a_tape_of_the_argument_is_no_decision() -> None:
    found = reading("redondo-lemos").citations
    assert [] == [citation.name for citation in found if citation.kind == "docket"]
    assert ["No. 90-10430"] == [citation.cite for citation in found if citation.kind == "record" and citation.name]
