"""*The cases that appellant cites*, *the cases cited in the dissent*: a text → which cases are distinguished."""

from pathlib import Path

import pytest

from citator.corpus import reading
from citator.corpus.model import Facts

BROUGHT_UP = (
    "Appellant cites Dale v. Roe, 9 F.3d 12 (7th Cir. 1993), and Hall v. Poe, 8 F.3d 40 (2d Cir. 1993), for his view."
)
MEANWHILE = "A lessee of land must pay for what he takes. He did not. The jury so found."
IN_TURN = (
    "In Dale v. Roe, 9 F.3d 12 (7th Cir. 1993), a farm was let.\n\n"
    "In Hall v. Poe, 8 F.3d 40 (2d Cir. 1993), a mill was sold.\n\n"
    "We turn to the costs. In Lane v. Shaw, 7 F.3d 7 (7th Cir. 1992), they were shared."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{BROUGHT_UP}\n\n{MEANWHILE} For that reason appellant's cases are inapposite.",
            {"9 F.3d 12", "8 F.3d 40"},
            id="cited-a-paragraph-ago",
        ),
        pytest.param(
            f"The dissent cites Lane v. Shaw, 7 F.3d 7 (7th Cir. 1992). {BROUGHT_UP}\n\n{MEANWHILE} The cases cited in the dissent are inapposite.",
            {"7 F.3d 7"},
            id="by-the-dissent",
        ),
        pytest.param(
            f"{MEANWHILE}\n\nThe cases cited by appellant are inapposite. {IN_TURN}", {"9 F.3d 12", "8 F.3d 40"}, id="taken-in-turn"
        ),
        pytest.param(
            f"Dale v. Roe, 9 F.3d 12 (7th Cir. 1993), says so.\n\n{MEANWHILE} For that reason appellant's cases are inapposite.",
            set(),
            id="cited-by-nobody-told",
        ),
        pytest.param(
            f"{MEANWHILE}\n\nThe cases cited by appellant are inapposite. {MEANWHILE} {IN_TURN}", set(), id="not-taken-up-at-once"
        ),
    ],
)  # fmt: skip
def test_whose_cases(tmp_path: Path, text: str, expected: set[str]) -> None:
    file = tmp_path / "opinion.txt"
    file.write_text(f"HALE, Circuit Judge.\n\n{text}\n", encoding="utf-8")
    found = reading.read(file, Facts(name="Hollis v. Ward", court="ca5", year=1994, citation="31 F.3d 901"))
    assert {
        t.authority for made in found.treatments if made.treatment == "distinguishes" for t in made.targets
    } == expected


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        pytest.param("Lane v. Shaw, 7 F.3d 7 (7th Cir. 1992), and {hall} say so.", {"7 F.3d 7"}, id="a-few"),
        pytest.param("No case says so.", set(), id="none"),
        pytest.param("See " + "; ".join(f"Lane v. Roe{n}, {n} F.3d 7 (7th Cir. 1992)" for n in range(11, 18)), set(), id="many"),
    ],
)  # fmt: skip
def test_cited_in_another_opinion(tmp_path: Path, others: str, expected: set[str]) -> None:
    hall = "Hall v. Poe, 8 F.3d 40 (2d Cir. 1993)"
    lead = (
        f"We follow {hall}.\n\n{MEANWHILE}\n\nThis lessee, unlike those in the cases cited in the dissent, had notice."
    )
    file = tmp_path / "opinion.txt"
    file.write_text(
        f"HALE, Circuit Judge.\n\n{lead}\n\nAffirmed.\n\nWARD, Circuit Judge, dissenting.\n\n{others.format(hall=hall)}\n",
        encoding="utf-8",
    )
    found = reading.read(file, Facts(name="Hollis v. Ward", court="ca5", year=1994, citation="31 F.3d 901"))
    told = {t.authority for made in found.treatments if made.treatment == "distinguishes" for t in made.targets}
    assert told == expected
