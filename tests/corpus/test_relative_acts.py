"""Overrulings told in a relative clause, by a legislature, behind a long preamble; a judge who would think again."""

from pathlib import Path

import pytest

from citator.corpus import reading, treatments
from citator.corpus.model import Facts

ROE = "Roe v. Mills, 312 F.2d 55 (3d Cir. 1963)"
HARLOW = "Harlow v. Pike, 410 F.2d 44 (3d Cir. 1969)"


def acts(text: str, tmp_path: Path) -> list[tuple[str, str, str]]:
    path = tmp_path / "opinion.txt"
    path.write_text(f"HALE, Circuit Judge.\n\n{text}\n", encoding="utf-8")
    found = reading.read(path, Facts(court="ca3", year=2001)).treatments
    return [(t.treatment, t.actor, t.targets[0].authority or "?") for t in found if t.polarity == "negative"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{ROE}, a case that we overruled in {HARLOW}, held otherwise.", True, id="apposed"),
        pytest.param(f"Appellee cites {ROE}, for a proposition that we overruled in {HARLOW}.", True, id="for-which"),
        pytest.param(f"A deed passed in {ROE}. It rests on a rule that we overruled in {HARLOW}.", False, id="no-case"),
    ],
)
def test_overruled_in_a_relative_clause(text: str, expected: bool, tmp_path: Path) -> None:
    assert expected == (("overrules", "third_court", "312 F.2d 55") in acts(text, tmp_path))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("The dissent revives a doctrine that we overruled in Harlow.", "overrules", id="relative"),
        pytest.param("We disavow this language.", "disapproves", id="this-language"),
        pytest.param(
            "Given that the question whether the carrier was late is for the jury, we disavow this language.",
            "disapproves",
            id="behind-a-preamble",
        ),
        pytest.param("Whether, as appellant urges, we disavow this language, we need not say.", None, id="whether"),
        pytest.param("The witness disavowed that statement.", None, id="a-witness"),
        pytest.param("We disavow any intent to decide the merits.", None, id="an-intent"),
        pytest.param("The latter must be deemed to that extent no longer controlling.", "overrules", id="the-latter"),
        pytest.param("The trial court's finding must be deemed controlling.", None, id="a-finding"),
        pytest.param("Section 6 codified and modified the Harlow rule.", "superseded", id="codified-and-modified"),
        pytest.param("Section 6 codified the Harlow rule.", None, id="codified"),
        pytest.param("Congress did not intend to abolish the Harlow rule.", None, id="not-intended"),
    ],
)
def test_a_sentence_by_itself(sentence: str, expected: str | None) -> None:
    found = treatments.classify(sentence)
    assert expected == (found.treatment if found else None)
