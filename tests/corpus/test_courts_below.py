"""What an opinion says of the decision below where it names only the court: a text → treatments of that decision."""

from pathlib import Path

import pytest

from citator.corpus import reading
from citator.corpus.model import Facts

SUPREME = Facts(name="Hollis v. Ward", court="scotus", year=1994, citation="513 U.S. 901")
CIRCUIT = Facts(name="Hollis v. Commodity Board", court="ca7", year=1994, citation="31 F.3d 901")
APPEALED = (
    "The District Court dismissed the suit. 801 F. Supp. 44 (SD Tex. 1992). The Court of Appeals for the Fifth Circuit "
    "affirmed. 12 F. 3d 345 (CA5 1993). We granted certiorari.\n\n"
)
HEARD = "The Board found him guilty. In re Hollis, 310 N.L.R.B. 20 (1993). He petitions for review.\n\n"


def said(tmp_path: Path, facts: Facts, text: str) -> list[tuple[str, str, str | None]]:
    """Treatment, actor and authority of what is said of decisions below."""
    file = tmp_path / "opinion.txt"
    file.write_text(text, encoding="utf-8")
    found = reading.read(file, facts)
    assert all(t.evidence.of(found.text).strip() in text for t in found.treatments)
    return [
        (t.treatment, t.actor, t.targets[0].authority) for t in found.treatments if t.rule.startswith("court-below:")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We agree with the Court of Appeals that the lease had run out.", ("approves", "12 F.3d 345")),
        ("We agree with the District Court that the lease had run out.", ("approves", "801 F. Supp. 44")),
        (
            "The Fifth Circuit was plainly mistaken in holding that the lease had run out.",
            ("disapproves", "12 F.3d 345"),
        ),
        ("The Court of Appeals correctly held that the lease had run out.", ("approves", "12 F.3d 345")),
        ("The Court of Appeals held that the lease had run out. We agree.", ("approves", "12 F.3d 345")),
        ("The Court of Appeals held that the lease had run out. We disagree.", ("disapproves", "12 F.3d 345")),
        ("We disagree with the Court of Appeals on the lease.", ("disapproves", "12 F.3d 345")),
        ("We cannot agree with the court below that the lease had run out.", ("disapproves", "12 F.3d 345")),
        ("The District Court erred in holding that the lease had run out.", ("disapproves", "801 F. Supp. 44")),
        # another court, a party's words, a question, a supposition
        ("We agree with the Ninth Circuit that the lease had run out.", None),
        ("We agree with those District Courts which have held so.", None),
        ("The Supreme Court of Ohio erred in holding that the lease had run out.", None),
        ("Petitioner contends that the Court of Appeals erred in holding so.", None),
        ("The ground of the appeal is that the District Court erroneously admitted the lease.", None),
        ("We need not say whether the Court of Appeals correctly held that the lease had run out.", None),
        ("In Dale v. Roe, 9 F. 3d 12 (CA9 1992), the Court of Appeals erred in holding so.", None),
        ("The Court of Appeals held that the lease had run out. The lessee does not agree.", None),
    ],
)
def test_court_of_the_case(tmp_path: Path, text: str, expected: tuple[str, str] | None) -> None:
    found = said(tmp_path, SUPREME, f"JUSTICE HALE delivered the opinion of the Court.\n\n{APPEALED}{text}\n")
    assert found == ([(expected[0], "this_court", expected[1])] if expected else [])


def test_an_agency(tmp_path: Path) -> None:
    text = f"HALE, Circuit Judge.\n\n{HEARD}We agree with the Board that his intent does not matter.\n"
    assert said(tmp_path, CIRCUIT, text) == [("approves", "this_court", "310 N.L.R.B. 20")]


def test_the_court_that_undoes_a_decision_need_not_disapprove_it(tmp_path: Path) -> None:
    text = f"JUSTICE HALE delivered the opinion of the Court.\n\n{APPEALED}The Court of Appeals erred. Its judgment is reversed.\n"
    assert said(tmp_path, SUPREME, text) == []


def test_a_dissenter_speaks_for_himself(tmp_path: Path) -> None:
    text = (
        f"JUSTICE HALE delivered the opinion of the Court.\n\n{APPEALED}Affirmed.\n\n"
        "JUSTICE ROE, dissenting.\n\nI think the Court of Appeals erred. I would reverse.\n"
    )
    assert said(tmp_path, SUPREME, text) == [("disapproves", "this_separate", "12 F.3d 345")]
