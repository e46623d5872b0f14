"""Whose act a sentence tells, when the sentence before or its main verb says so: a text → actors."""

from pathlib import Path

import pytest

from citator.corpus import reading
from citator.corpus.model import Facts

SUPREME = Facts(name="Hollis v. Ward", court="scotus", year=1994, citation="513 U.S. 901")
CIRCUIT = Facts(name="Hollis v. Ward", court="ca5", year=1994, citation="31 F.3d 901")
DALE = "Dale v. Roe, 9 F.3d 12 (2d Cir. 1990)"


@pytest.mark.parametrize(
    ("facts", "text", "expected"),
    [
        pytest.param(
            SUPREME,
            f"A divided panel affirmed the District Court's judgment. The majority relied on {DALE}.",
            {"lower_court"},
            id="the-majority-of-the-panel-below",
        ),
        pytest.param(
            CIRCUIT, f"The court of another circuit met the point. The majority relied on {DALE}.", {"third_court"}, id="elsewhere"
        ),
        pytest.param(
            CIRCUIT, f"This court rejected the plea, reaffirming the holding of {DALE}, that rent runs.", {"third_court"}, id="in-the-past"
        ),
        pytest.param(
            CIRCUIT,
            f"The trial court first upheld the lease. Thereafter, however, the court came to another view, relying on {DALE}.",
            {"lower_court"},
            id="the-court-spoken-of-before",
        ),
        pytest.param(
            CIRCUIT, f"In accordance with {DALE}, we have examined the whole record.", {"this_court"}, id="its-work-on-the-case-at-hand"
        ),
        pytest.param(
            CIRCUIT, f"In accordance with {DALE}, we have refused such a plea.", {"third_court"}, id="its-work-in-an-earlier-case"
        ),
        pytest.param(CIRCUIT, f"This court rejects the plea, reaffirming the holding of {DALE}.", {"this_court"}, id="now"),
    ],
)  # fmt: skip
def test_who_acts(tmp_path: Path, facts: Facts, text: str, expected: set[str]) -> None:
    file = tmp_path / "opinion.txt"
    file.write_text(f"JUSTICE HALE delivered the opinion of the Court.\n\n{text}\n", encoding="utf-8")
    found = reading.read(file, facts)
    assert {t.actor for t in found.treatments if t.treatment == "follows"} == expected
