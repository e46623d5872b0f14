"""Who binds whom, and who may overrule whom."""

from __future__ import annotations

from typing import Any

import pytest
from courts_db import courts as courts_db

from citator.graph import courts
from citator.graph.courts import Bench, binds, court, may_overrule, reviewers


def rows() -> list[Any]:
    """The cases each rule shows itself by, from the table."""
    return [
        pytest.param(id, answer, row, id=f"{id}-{answer}-{'-'.join(map(str, row))}")
        for id, rule in courts.table()["rules"].items()
        for answer in ("yes", "no", "unknown")
        for row in rule.get(answer, ())
    ]


@pytest.mark.parametrize(("rule", "answer", "row"), rows())
def test_rule_holds_for_its_own_examples(rule: str, answer: str, row: list[Any]) -> None:
    acting, acting_en_banc, treated, treated_en_banc = row
    ruling = may_overrule(Bench(acting or None, acting_en_banc), Bench(treated or None, treated_en_banc, "1970"))
    assert (answer, rule) == (ruling.answer, ruling.rule.id)


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        pytest.param("ca9", (2, ["scotus"]), id="court-of-appeals"),
        pytest.param("nysd", (3, ["ca2", "scotus"]), id="district-court"),
        pytest.param("canb", (4, ["ca9", "scotus"]), id="bankruptcy-court"),
        pytest.param("dcd", (3, ["cadc", "scotus"]), id="district-of-columbia"),
        pytest.param("bap9", (3, ["ca9", "scotus"]), id="bankruptcy-appellate-panel"),
        pytest.param("uscfc", (3, ["cafc", "scotus"]), id="federal-claims"),
        pytest.param("acca", (3, ["armfor", "scotus"]), id="army-court"),
        pytest.param("tax", (3, []), id="tax-court-has-no-one-circuit"),
        pytest.param("circtndca", (3, ["scotus"]), id="old-circuit-court"),
        pytest.param("ind", (1, ["scotus"]), id="state-high-court-with-no-level-in-courts-db"),
        pytest.param("calctapp", (2, ["cal", "scotus"]), id="state-intermediate"),
        pytest.param("texapp", (2, ["tex", "scotus"]), id="texas"),
        pytest.param("navajo", (3, []), id="tribal"),
    ],
)  # fmt: skip
def test_place_of_court(id: str, expected: tuple[int, list[str]]) -> None:
    found = court(id)
    assert found is not None
    assert expected == (found.tier, list(reviewers(id)))


def test_every_federal_district_court_has_its_circuit() -> None:
    lacking = [
        row["id"]
        for row in courts_db
        if row["system"] == "federal" and "District Court" in row["name"] and row["type"] in ("trial", "appellate")
        if row["id"] != "usdistct" and not str((court(row["id"]) or 0).reviewed_by).startswith("ca")  # type: ignore[union-attr]
        if not row["name"].startswith("U.S. Circuit Court")
    ]
    assert lacking == []


def test_every_court_in_the_table_exists() -> None:
    table = courts.table()
    named = {
        id
        for section in ("subjects", "intermediate", "high", "varying")
        for above, ids in table[section].items()
        for id in [*ids, *([above] if section in ("subjects", "intermediate") else [])]
    }
    assert set() == {id for id in named if court(id) is None}


@pytest.mark.parametrize(
    ("deciding", "on", "expected"),
    [
        pytest.param(Bench("scotus"), "cal", ("yes", "higher_federal"), id="supreme-court-binds-all"),
        pytest.param(Bench("ca9"), "cand", ("yes", "vertical"), id="circuit-binds-district"),
        pytest.param(Bench("ca9"), "ca9", ("yes", "panel"), id="panel-binds-panel"),
        pytest.param(Bench("ca10", True), "ca9", ("no", "sister_court"), id="other-circuit"),
        pytest.param(Bench("cand"), "cand", ("no", "trial_court"), id="district-judge"),
        pytest.param(Bench("cal"), "ca9", ("yes", "state_law"), id="state-high-court-on-state-law"),
        pytest.param(Bench("cal"), "cal", ("yes", "last_resort"), id="own-precedent"),
        pytest.param(Bench("calctapp"), "calctapp", ("unknown", "same_intermediate_court"), id="division"),
        pytest.param(Bench("ca5", date="1979"), "ca11", ("yes", "predecessor"), id="old-fifth"),
        pytest.param(Bench("ca5", date="1981"), "ca11", ("no", "sister_court"), id="year-of-the-split-is-not-enough"),
        pytest.param(Bench("ca5", date="1981-09-30"), "ca11", ("yes", "predecessor"), id="day-before-the-split"),
        pytest.param(Bench("ca5"), "ca11", ("no", "sister_court"), id="undated"),
        pytest.param(Bench(None), "ca9", ("unknown", "court_unknown"), id="court-unknown"),
        pytest.param(Bench("ca9"), "nonesuch", ("unknown", "court_unknown"), id="no-such-court"),
    ],
)  # fmt: skip
def test_binding_precedent(deciding: Bench, on: str, expected: tuple[str, str]) -> None:
    ruling = binds(deciding, on)
    assert expected == (ruling.answer, ruling.rule.id)


def test_every_rule_has_words_and_a_source() -> None:
    lacking = [
        id
        for id, rule in courts.table()["rules"].items()
        if not rule["says"] or not (rule["source"] or id == "court_unknown")
    ]
    assert lacking == []
