"""``extract``, ``classify`` and ``toa`` on files: JSON a line, facts, explanations, standard input."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from citator.corpus.reading import schema
from citator.queries.cli import main

TEXT = "ADAIR, Circuit Judge:\n\nWe overrule United States v. Smith, 100 F.3d 100 (9th Cir. 1990).\n"
FACTS = '["one.txt"]\ncaption = "United States v. Jones"\ncitation = "101 F.3d 101"\ncourt = "ca9"\nyear = 1995\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "two.txt").write_text("See Doe v. Roe, 1 U.S. 3 (1790).\n", encoding="utf-8")
    (tmp_path / "known.toml").write_text(FACTS, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str, stdin: str | None = None, code: int = 0) -> tuple[str, str]:
    result = CliRunner().invoke(main, args, input=stdin)
    assert code == result.exit_code, result.output
    return result.stdout, result.stderr


@pytest.mark.usefixtures("folder")
def test_one_document_a_line_and_valid() -> None:
    lines = run("extract", "one.txt", "two.txt")[0].splitlines()
    records = [json.loads(line) for line in lines]
    assert ["one.txt", "two.txt"] == [record["source"]["path"] for record in records]
    for record in records:
        jsonschema.validate(record, schema())


@pytest.mark.usefixtures("folder")
def test_broken_files_are_named_and_the_rest_is_read() -> None:
    stdout, stderr = run("extract", "empty.txt", "two.txt", "nonesuch.txt", code=4)
    assert "Error: empty.txt: empty file\nError: nonesuch.txt: no such file\n" == stderr
    assert ["two.txt"] == [json.loads(line)["source"]["path"] for line in stdout.splitlines()]


@pytest.mark.usefixtures("folder")
def test_facts_given_and_facts_beside(folder: Path) -> None:
    given = json.loads(run("extract", "one.txt", "--facts", "known.toml")[0])["decision"]
    assert ("United States v. Jones", 1995, "ca9") == (given["name"], given["year"], given["court"])
    (folder / "known.toml").rename(folder / "opinions.toml")
    beside = json.loads(run("extract", str(folder / "one.txt"))[0])["decision"]
    assert given == beside


def test_facts_that_are_none(folder: Path) -> None:
    (folder / "known.toml").write_text("not = [", encoding="utf-8")
    assert run("extract", "one.txt", "--facts", "known.toml", code=2)[1].startswith("Error: known.toml: ")


@pytest.mark.usefixtures("folder")
def test_explanation_names_rule_and_sentence() -> None:
    told = run("extract", "--explain", "one.txt")[0]
    assert told.startswith("one.txt: 1 treatments\n\noverrules: United States v. Smith\n")
    assert "\n  this_court, full, express, confidence 0." in told
    assert "\n  “We overrule United States v. Smith, 100 F.3d 100 (9th Cir. 1990).”\n  rule: " in told


@pytest.mark.usefixtures("folder")
def test_standard_input() -> None:
    record = json.loads(run("extract", "-", stdin=TEXT)[0])
    assert ("standard input", ["overrules"]) == (
        record["source"]["path"],
        [treatment["treatment"] for treatment in record["treatments"]],
    )
    assert "United States v. Smith, 100 F.3d 100 (9th Cir. 1990) ...." in run("toa", "-", stdin=TEXT)[0]


def test_output_file(folder: Path) -> None:
    assert ("", "") == run("extract", "one.txt", "two.txt", "-o", "both.jsonl")
    assert 2 == len((folder / "both.jsonl").read_text(encoding="utf-8").splitlines())


@pytest.mark.usefixtures("folder")
def test_table_of_authorities_of_a_file_needs_no_library() -> None:
    told = run("toa", "one.txt", "--format", "csv")[0]
    assert 'group,authority,pages\nCases,"United States v. Smith, 100 F.3d 100 (9th Cir. 1990)",¶ 2\n' == told
