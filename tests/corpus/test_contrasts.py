"""A case told apart by its facts, or meant by *these cases* a paragraph later: a text → which cases are distinguished."""

from pathlib import Path

import pytest

from citator.corpus import reading
from citator.corpus.model import Facts

DALE = "Dale v. Roe, 9 F.3d 12 (7th Cir. 1993)"
HALL = "Hall v. Poe, 8 F.3d 40 (2d Cir. 1993)"


def said(text: str, tmp_path: Path, *labels: str) -> set[str | None]:
    file = tmp_path / "opinion.txt"
    file.write_text(f"HALE, Circuit Judge.\n\n{text}\n", encoding="utf-8")
    found = reading.read(file, Facts(name="Hollis v. Ward", court="ca5", year=1994, citation="31 F.3d 901"))
    return {
        target.authority
        for act in found.treatments
        if act.treatment in labels and act.actor == "this_court" and act.rule != "supported-statement"
        for target in act.targets
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"Appellant is not, as in {DALE}, a foreign receiver.", {"9 F.3d 12"}, id="is-not-as-in"),
        pytest.param(f"The note was not, as it was in {DALE}, held in escrow.", {"9 F.3d 12"}, id="not-as-it-was-in"),
        pytest.param(f"Nor was the tenant, as in {DALE}, a party to the lease.", {"9 F.3d 12"}, id="nor-as-in"),
        pytest.param(f"The note need not be sealed, as in {DALE}, where it was oral.", set(), id="alike-in-that"),
        pytest.param(
            f"Contrary to the situation in {DALE}, the lessee never fell behind.", {"9 F.3d 12"}, id="contrary-to"
        ),
        pytest.param(f"Contrary to the assumption in {DALE}, a lease needs no seal.", set(), id="contrary-to-a-view"),
        pytest.param(f"As opposed to the carrier in {DALE}, this one had notice.", {"9 F.3d 12"}, id="as-opposed-to"),
        pytest.param(
            f"Whereas the clerk in {DALE}, gave no reason for the delay, Ward gave two.", {"9 F.3d 12"}, id="whereas"
        ),
        pytest.param(
            f"While the driver in {DALE}, had stopped, the driver in this case did not.", {"9 F.3d 12"}, id="while"
        ),
        pytest.param(f"While the lease in {DALE}, was older, the same rule applies here.", set(), id="while-the-same"),
        pytest.param(f"Appellant can draw no comfort from {DALE}.", {"9 F.3d 12"}, id="no-comfort"),
        pytest.param(f"Ward is not helped by {DALE}.", {"9 F.3d 12"}, id="not-helped"),
        pytest.param(
            f"A like deed was before the court in {DALE}, where, however, the facts were otherwise.",
            {"9 F.3d 12"},
            id="where-however",
        ),
        pytest.param(
            f"The dissent cites {DALE}, and {HALL}. This carrier, unlike those in the cases cited by the dissent, had notice.",
            {"9 F.3d 12", "8 F.3d 40"},
            id="unlike-those-in-the-cases-cited",
        ),
        pytest.param(
            f"Appellant cites {DALE}, and {HALL}. That distinguishes this case from those upon which appellant relies.",
            {"9 F.3d 12", "8 F.3d 40"},
            id="from-those-relied-upon",
        ),
        pytest.param(
            f"The clerk in {DALE}, gave no reason for his delay. Here the delay was fully explained.",
            {"9 F.3d 12"},
            id="here-the",
        ),
        pytest.param(
            f"The buyer in {DALE}, knew of the defect. Ward, by contrast, knew nothing of it.",
            {"9 F.3d 12"},
            id="by-contrast",
        ),
        pytest.param(f"The buyer in {DALE}, knew of the defect. Ward did not.", {"9 F.3d 12"}, id="did-not"),
        pytest.param(
            f"In {DALE}, the lessee was given leave to sue. No different result is called for here.",
            set(),
            id="no-different-result",
        ),
        pytest.param(
            f"In {DALE}, the lease was sealed. The lease before us differs in a material respect.",
            {"9 F.3d 12"},
            id="differs",
        ),
        pytest.param(
            f"Appellant relies on {DALE}, and {HALL}. Neither supports his view.",
            {"9 F.3d 12", "8 F.3d 40"},
            id="neither",
        ),
        pytest.param(
            f"Appellant cites {DALE}, and {HALL}. The decisions in these cases are inapposite.",
            {"9 F.3d 12", "8 F.3d 40"},
            id="the-decisions-in-these-cases",
        ),
        pytest.param(
            f"In {DALE}, a farm was let. In {HALL}, a mill was sold.\n\nThese cases are clearly distinguishable.",
            {"9 F.3d 12", "8 F.3d 40"},
            id="these-cases-a-paragraph-later",
        ),
        pytest.param(
            f"In {DALE}, a farm was let.\n\nThat case is not in point.", {"9 F.3d 12"}, id="that-case-a-paragraph-later"
        ),
        pytest.param(
            f"In {DALE}, a farm was let. In {HALL}, a mill was sold.\n\nThat case is not in point.", set(), id="which"
        ),
    ],
)
def test_what_is_told_apart(text: str, expected: set[str], tmp_path: Path) -> None:
    assert said(text, tmp_path, "distinguishes") == expected


def test_this_reasoning_goes_on_from_the_paragraph_before(tmp_path: Path) -> None:
    text = f"We held in {DALE}, that a lessee may sue for waste.\n\nThis reasoning applies equally to a licensee."
    assert "9 F.3d 12" in said(text, tmp_path, "follows", "extends")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We do not find their reasoning persuasive.", {"9 F.3d 12", "8 F.3d 40"}, id="their-reasoning"),
        pytest.param("Neither decision persuades us.", {"9 F.3d 12", "8 F.3d 40"}, id="neither"),
        pytest.param("Appellant finds neither decision persuasive.", set(), id="a-party"),
    ],
)
def test_what_does_not_persuade(text: str, expected: set[str], tmp_path: Path) -> None:
    told = f"Two courts have held that the lien survives. {DALE}; {HALL}. {text}"
    assert said(told, tmp_path, "declines_to_follow", "criticizes") == expected


@pytest.mark.parametrize(
    "text",
    [
        "We agree with the logic of the Seventh Circuit.",
        "We are persuaded by the approach taken by the Seventh Circuit.",
    ],
)
def test_what_is_said_of_a_circuit_is_said_of_its_decision(text: str, tmp_path: Path) -> None:
    told = f"The Seventh Circuit has held that the lien survives. {DALE}. {text}"
    assert "9 F.3d 12" in said(told, tmp_path, "approves", "adopts")
