"""Whose act a positive treatment is, how far it goes, and when words of one tell of none: a text → what is found."""

from pathlib import Path

import pytest

from citator.corpus import reading
from citator.corpus.model import Facts, Treatment

COURT = Facts(name="Hollis v. Ward", court="ca1", year=1994, citation="33 F.3d 901")
ROE = "Roe v. Mills, 412 F.2d 55 (1st Cir. 1973)"
HARLOW = "Harlow v. Pike, 430 F.2d 44 (1st Cir. 1977)"
LAW = "A sealed lease may be shown by parol when no deed is at hand"


def positive(path: Path, text: str) -> list[Treatment]:
    file = path / "opinion.txt"
    file.write_text(f"HALE, Circuit Judge.\n\nThe lease was sealed.\n\n{text}\n", encoding="utf-8")
    return [t for t in reading.read(file, COURT).treatments if t.polarity != "negative" and t.basis != "signal"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"The tenant cited {HARLOW}. According to the district court, Harlow held that no seal is needed.", ("explains", "lower_court"), id="according-to"),
        pytest.param(f"Although we have recognized that a lease needs a seal, we have refused to void one for want of it. See {ROE}.", ("follows", "this_court"), id="both-our-own"),
        pytest.param(f"Whatever doubts it may raise, {ROE}, is binding on us.", ("follows", "this_court"), id="conceded"),
        pytest.param(f"See {HARLOW}. But Harlow requires notice of the sale.", ("follows", "this_court"), id="requires"),
        pytest.param(f"In {ROE}, we expressly noted that a seal may be waived.", ("follows", "this_court"), id="adverb"),
        pytest.param(f"In {ROE}, we held that a seal may be waived not only by deed but also by word.", ("follows", "this_court"), id="but-also"),
        pytest.param(f"The tenants here, like the tenants in {ROE}, paid in advance.", ("follows", "this_court"), id="alike"),
    ],
)  # fmt: skip
def test_whose_act(text: str, expected: tuple[str, str], tmp_path: Path) -> None:
    assert expected in {(t.treatment, t.actor) for t in positive(tmp_path, text)}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"In attacking the district court's conclusion, Hollis mainly relies on {ROE}.", id="party-by-name"),
        pytest.param(f"Our decisions, like {ROE}, should not be read so.", id="such-as"),
        pytest.param(f"Neither party contends that {ROE}, controls. We agree.", id="neither-party"),
        pytest.param(f"We have found, however, authority elsewhere, {ROE}, that casts doubt on it.", id="authority-found"),
        pytest.param(f'The clerk put it so in {ROE}: the seal is lost. "Given what has been said, we believe the view that tenants are not "holders" within the act is right."', id="quoted-whole"),
        pytest.param("The rule is in the code. Ark. Code Ann. § 19-10-305. We have held that malice must be shown. Id.", id="a-statute"),
        pytest.param(f"{LAW}, {ROE} (Hale, J., dissenting).", id="a-dissent-cited"),
        pytest.param(f"In some instances the Commission has authorized leases without a seal which must be renewed. {ROE}.", id="of-a-body"),
        pytest.param(f"To illustrate the point, one may consider our cases on leases that are sealed, {ROE}.", id="spoken-of"),
        pytest.param(f'We know {ROE}. In so ruling, the court said that it was "sure that the tenant is no stranger to the house. He has a key to it. A key may well be as good as any seal that a tenant can show." Id. at 60.', id="goes-on-quoting"),
    ],
)  # fmt: skip
def test_no_act_of_the_court(text: str, tmp_path: Path) -> None:
    assert [] == [(t.treatment, t.actor, t.rule) for t in positive(tmp_path, text) if t.actor != "party"]


def test_a_judge_argues(tmp_path: Path) -> None:
    text = f"Judge Ward comes to the same end by arguing that, under {ROE}, the seal can never be waived."
    assert {t.actor for t in positive(tmp_path, text)} <= {"separate_opinion"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"In {ROE}, we held that a tenant is bound to the extent he had notice.", "full", id="of-what-was-held"),
        pytest.param(f"We have required a clear statement before a seal is waived. {ROE}.", "full", id="no-language"),
        pytest.param(f"We follow {ROE}, to the extent that it speaks of seals.", "to_the_extent", id="beside-it"),
    ],
)  # fmt: skip
def test_extent(text: str, expected: str, tmp_path: Path) -> None:
    assert {t.scope for t in positive(tmp_path, text) if t.treatment == "follows"} == {expected}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{LAW}, for “a seal is but a form, and no court will hold a form above the bargain made.” {ROE}.", id="behind-a-quotation"),
        pytest.param(f"{LAW} ({HARLOW}; {ROE}).", id="in-parentheses"),
        pytest.param(f"{LAW}, {ROE}.", id="behind-a-comma"),
    ],
)  # fmt: skip
def test_a_statement_that_citations_bear_out(text: str, tmp_path: Path) -> None:
    names = {target.authority for t in positive(tmp_path, text) if t.treatment == "follows" for target in t.targets}
    assert "412 F.2d 55" in names
