"""What treatments make of a case: who may do what, what counts, and what *only* means."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citator.queries.acts import Act
from citator.queries.cases import Case, Evidence
from citator.queries.standing import STANDINGS, Power, Reason, Standing, bounded, decided_by, power_of, worst

PANEL = Case("a", "United States v. Adams", "1 F.2d 1", "ca9", 1990)
LATER_PANEL = Case("b", "United States v. Baker", "2 F.2d 2", "ca9", 1992)
EN_BANC = Case("c", "United States v. Clark", "3 F.2d 3", "ca9", 1995, en_banc=True)
OTHER_CIRCUIT = Case("d", "United States v. Davis", "4 F.2d 4", "ca10", 1996)
SUPREME = Case("e", "Evans v. United States", "5 U.S. 5", "scotus", 1997)
DISTRICT = Case("f", "United States v. Ford", "6 F.Supp. 6", "cand", 1998)
UNKNOWN = Case("g", "Green v. Hill", "7 X. 7", None, 1999)


def act(
    treatment: str, acting: Case | None, scope: str = "full", actor: str = "this_court", basis: str = "express"
) -> Act:
    return Act(
        id="t",
        treatment=treatment,
        polarity="negative",
        scope=scope,
        extent=None,
        acting_case=acting,
        citing_case=acting or EN_BANC,
        targets=(PANEL,),
        unnamed=(),
        actor=actor,
        actor_name=None,
        part="lead",
        author="Smith",
        page="10",
        footnote="2",
        proposition=None,
        evidence=Evidence("words", 0, 5, "text"),
        basis=basis,
        confidence=0.9,
        rule="rule",
    )


@pytest.mark.parametrize(
    ("done", "case", "court", "expected"),
    [
        pytest.param(act("overrules", EN_BANC), PANEL, None, "may", id="en-banc-over-panel"),
        pytest.param(act("overrules", LATER_PANEL), PANEL, None, "same_court", id="panel-over-panel"),
        pytest.param(act("overrules", SUPREME), PANEL, None, "may", id="supreme-court"),
        pytest.param(act("overrules", SUPREME), SUPREME, None, "may", id="supreme-court-itself"),
        pytest.param(act("declines_to_follow", OTHER_CIRCUIT), PANEL, None, "elsewhere", id="sister-circuit"),
        pytest.param(act("criticizes", DISTRICT), PANEL, None, "elsewhere", id="district-court"),
        pytest.param(act("overrules", EN_BANC, actor="this_separate"), PANEL, None, "none", id="dissent"),
        pytest.param(act("overrules", None, actor="party"), PANEL, None, "none", id="party"),
        pytest.param(act("criticizes", None, actor="third_court"), PANEL, None, "elsewhere", id="unnamed-court"),
        pytest.param(act("limits", None, actor="third_court"), PANEL, None, "may", id="said-to-have-been-limited"),
        pytest.param(act("superseded", None, actor="non_court"), PANEL, None, "may", id="by-statute"),
        pytest.param(act("criticizes", None, actor="non_court"), PANEL, None, "none", id="by-commission"),
        pytest.param(act("reverses", UNKNOWN), PANEL, None, "may", id="reversal-by-court-unknown"),
        pytest.param(act("vacates", LATER_PANEL), PANEL, None, "may", id="vacated-on-rehearing"),
        pytest.param(act("declines_to_follow", LATER_PANEL), OTHER_CIRCUIT, "cand", "same_court", id="binding-where-asked"),
        pytest.param(act("declines_to_follow", LATER_PANEL), OTHER_CIRCUIT, "nysd", "elsewhere", id="not-binding-there"),
    ],
)  # fmt: skip
def test_power(done: Act, case: Case, court: str | None, expected: Power) -> None:
    assert expected == power_of(done, case, court)[0]


def reason(treatment: str, power: Power = "may", scope: str = "full", **changes: object) -> Reason:
    return replace(Reason(act(treatment, EN_BANC, scope), power), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("reasons", "expected"),
    [
        pytest.param([], "none", id="nothing"),
        pytest.param([reason("cites"), reason("mentions")], "none", id="plain-citations"),
        pytest.param([reason("overrules")], "overruled", id="overruled"),
        pytest.param([reason("overrules", scope="to_the_extent")], "overruled_in_part", id="to-the-extent"),
        pytest.param([reason("reverses", scope="on_other_grounds")], "reversed_in_part", id="on-other-grounds"),
        pytest.param([reason("overrules", "same_court")], "questioned", id="panel-only-questions"),
        pytest.param([reason("overrules", "elsewhere")], "criticized", id="other-court-only-disagrees"),
        pytest.param([reason("overrules", "none")], "none", id="dissent-changes-nothing"),
        pytest.param([reason("overrules", undone=True)], "in_doubt", id="overruled-by-a-decision-since-reversed"),
        pytest.param([reason("overrules", undone=True), reason("overrules")], "overruled", id="and-by-another-too"),
        pytest.param([reason("follows", undone=True)], "none", id="followed-by-a-decision-since-reversed"),
        pytest.param([reason("disapproves", scope="language")], "limited", id="language"),
        pytest.param([reason("follows", "same_court"), reason("distinguishes")], "followed", id="not-distinguished-only"),
        pytest.param([reason("follows", "same_court"), reason("declines_to_follow", "elsewhere")], "followed", id="disagreement-elsewhere"),
        pytest.param([reason("follows", "elsewhere"), reason("criticizes", "elsewhere")], "criticized", id="divided-elsewhere"),
        pytest.param([reason("follows", "same_court"), reason("limits", "same_court")], "limited", id="followed-and-limited"),
        pytest.param([reason("overrules", on_point=False), reason("adopts")], "followed", id="another-point"),
    ],
)  # fmt: skip
def test_worst(reasons: list[Reason], expected: Standing) -> None:
    assert expected == worst(reasons)


def test_a_later_mention_keeps_the_limits_of_the_act() -> None:
    stated = replace(act("overrules", EN_BANC, "to_the_extent"), id="stated")
    again = replace(act("overrules", EN_BANC), id="again")
    elsewhere = replace(act("overrules", SUPREME), id="elsewhere")
    assert {"again"} == bounded([stated, again, elsewhere])
    assert Reason(again, "may", bounded=True).makes == "overruled_in_part"


@pytest.mark.parametrize(
    ("case", "as_of", "expected"),
    [
        pytest.param(replace(EN_BANC, date="1995-03-07"), "1995-03-06", False, id="the-day-before"),
        pytest.param(replace(EN_BANC, date="1995-03-07"), "1995-03-07", True, id="the-day"),
        pytest.param(replace(EN_BANC, date="1995-03-07"), "1995", True, id="that-year"),
        pytest.param(replace(EN_BANC, date="1995-03-07"), "1994-12-31", False, id="the-year-before"),
        pytest.param(EN_BANC, "1995-01-01", True, id="only-the-year-known"),
        pytest.param(EN_BANC, "1994", False, id="only-the-year-known-before"),
        pytest.param(EN_BANC, None, True, id="no-date-asked"),
    ],
)
def test_decided_by(case: Case, as_of: str | None, expected: bool) -> None:
    assert expected is decided_by(act("overrules", case), as_of)


def test_standings_are_ordered_gravest_first() -> None:
    assert list(STANDINGS)[:5] == ["overruled", "reversed", "vacated", "superseded", "abrogated"]
    assert list(STANDINGS)[-2:] == ["followed", "none"]


def test_words_of_an_act() -> None:
    done = act("overrules", EN_BANC, "to_the_extent")
    assert done.done == "overruled to the extent stated"
    assert done.actor_words == "United States v. Clark, 3 F.2d 3 (9th Cir. 1995) (en banc)"
    assert done.place == "lead opinion (Smith), page 10, note 2"
    dissent = replace(act("criticizes", None, actor="this_separate"), part="dissent", author="Kozinski")
    assert dissent.actor_words == "Kozinski’s dissent in United States v. Clark, 3 F.2d 3 (9th Cir. 1995) (en banc)"
