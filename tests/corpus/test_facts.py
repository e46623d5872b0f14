"""Facts files: what they say, and what is wrong with them in words a lawyer can act on."""

from __future__ import annotations

from pathlib import Path

import pytest

from citator.corpus.errors import UsageError
from citator.corpus.facts import facts_beside, load_facts
from citator.corpus.model import Facts


def write(folder: Path, text: str) -> Path:
    path = folder / "opinions.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_is_named_after_a_file(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '["a.txt"]\ncaption = "Roe v. Doe"\ncitation = "1 F.3d 2"\nother_citations = ["3 X 4"]\ncourt = "ca9"\ndate = 1993-05-02\nen_banc = true\nsource = "public domain"\n',
    )
    assert {
        "a.txt": Facts(
            name="Roe v. Doe",
            citation="1 F.3d 2",
            other_citations=("3 X 4",),
            court="ca9",
            date="1993-05-02",
            year=None,
            en_banc=True,
            source="public domain",
        )
    } == load_facts(path)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param('["a.txt"]\ncolour = "red"\n', "has 'colour'; known are caption", id="unknown-field"),
        pytest.param('["a.txt"]\nyear = "1993"\n', "is of the wrong kind", id="wrong-kind"),
        pytest.param('["a.txt"]\nyear = true\n', "is of the wrong kind", id="truth-is-no-year"),
        pytest.param('["a.txt"]\ndate = "May 1993"\n', "is not YYYY-MM-DD", id="no-date"),
        pytest.param(
            '["a.txt"]\ndate = "1993-05-02"\nyear = 1994\n', "year 1994 is not the year of 1993-05-02", id="at-odds"
        ),
        pytest.param('caption = "Roe"\n', "is not a table named after a file", id="no-table"),
        pytest.param("[broken", "not a facts file", id="no-toml"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        load_facts(write(tmp_path, text))


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        load_facts(tmp_path / "none.toml")


def test_the_file_beside_an_opinion_speaks_of_it(tmp_path: Path) -> None:
    write(tmp_path, '["a.txt"]\ncaption = "Roe v. Doe"\n')
    assert Facts(name="Roe v. Doe") == facts_beside(tmp_path / "a.txt")
    assert facts_beside(tmp_path / "b.txt") is None
    assert facts_beside(tmp_path / "elsewhere" / "a.txt") is None
