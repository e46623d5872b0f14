"""The frame of the command line: help, errors, exit codes and streams, before any library."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from citator.corpus.errors import AmbiguousCase, LibraryError
from citator.queries.cli import COMMANDS, main
from citator.queries.cli.frame import CommandTable
from citator.queries.cli.options import library_place

COSTLY = ("eyecite", "rdflib", "pyvis", "networkx", "pyoxigraph", "rich", "courts_db")


def citator(*args: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from citator.queries.cli import main; main()", *args],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "100", **environment},
        check=False,
    )


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """Run in an empty folder, with no library given by the environment or standing above it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Path, "parents", ())
    monkeypatch.delenv("CITATOR_LIBRARY", raising=False)
    monkeypatch.delenv("CITATOR_TRACEBACK", raising=False)
    return CliRunner()


@pytest.mark.parametrize(
    "command", [[], *([name] for name in COMMANDS)], ids=lambda command: " ".join(command) or "citator"
)
def test_help_begins_with_examples(run: CliRunner, command: list[str]) -> None:
    result = run.invoke(main, [*command, "--help"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Examples:\n  citator ")
    assert "\n\nUsage: citator" in result.stdout


def test_help_is_whole(run: CliRunner) -> None:
    listing = run.invoke(main, ["--help"], terminal_width=100).stdout.partition("Commands:\n")[2]
    assert list(COMMANDS) == [line.split()[0] for line in listing.splitlines()]
    assert [line for line in listing.splitlines() if line.endswith("...")] == []


def test_help_imports_nothing_costly() -> None:
    script = (
        "import sys\nfrom citator.queries.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        f"sys.stderr.write(' '.join(name for name in {COSTLY!r} if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr == ""


def test_version(run: CliRunner) -> None:
    assert run.invoke(main, ["--version"]).stdout.startswith("citator 0.")


@pytest.mark.parametrize(
    ("args", "code", "error"),
    [
        pytest.param(["nonesuch"], 2, "Error: No such command 'nonesuch'. Try 'citator --help'.", id="command"),
        pytest.param(["status"], 2, "Error: Missing argument 'CASE'. Try 'citator status --help'.", id="argument"),
        pytest.param(["status", "x", "--bad"], 2, "Error: No such option '--bad'. Try 'citator status --help'.", id="option"),
        pytest.param(["status", "x", "--json", "--format", "table"], 2, "Error: --json and --format table ask for two formats; give one of them", id="two-formats"),
        pytest.param(["status", "x"], 5, "Error: no library here; make one with: citator build FOLDER", id="no-library"),
        pytest.param(["status", "x", "--json"], 5, "Error: no library here; make one with: citator build FOLDER", id="no-library-json"),
        pytest.param(["extract", "nonesuch.txt"], 4, "Error: nonesuch.txt: no such file", id="no-file"),
        pytest.param(["extract", "."], 4, "Error: .: a folder, not a file", id="folder"),
        pytest.param(["query"], 2, "Error: say which query; citator query --list names them", id="no-query"),
        pytest.param(["query", "nonesuch"], 2, "Error: no stored query is called “nonesuch”; citator query --list names them", id="no-such-query"),
    ],
)  # fmt: skip
def test_errors_are_one_line(run: CliRunner, args: list[str], code: int, error: str) -> None:
    result = run.invoke(main, args)
    assert (code, error + "\n", "") == (result.exit_code, result.stderr, result.stdout)


class _Failing(CommandTable):
    """A group whose only command raises what it is given."""

    def __init__(self, error: BaseException) -> None:
        super().__init__("citator")
        self.error = error

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        def fail() -> None:
            raise self.error

        return click.Command(cmd_name, callback=fail)


@pytest.mark.parametrize(
    ("error", "code", "stderr"),
    [
        pytest.param(LibraryError("the library\nis damaged"), 5, "Error: the library is damaged\n", id="of-the-tree"),
        pytest.param(AmbiguousCase("two cases", ("A v. B", "A v. C")), 3, "Error: two cases\n  A v. B\n  A v. C\n", id="ambiguous"),
        pytest.param(KeyboardInterrupt(), 130, "\n", id="interrupted"),
        pytest.param(PermissionError(13, "Permission denied", "x.txt"), 1, "Error: x.txt: Permission denied\n", id="system"),
        pytest.param(ZeroDivisionError("by zero"), 1, "Error: citator itself failed (ZeroDivisionError: by zero); CITATOR_TRACEBACK=1 shows where\n", id="own-fault"),
    ],
)  # fmt: skip
def test_every_error_has_a_line_and_a_code(run: CliRunner, error: BaseException, code: int, stderr: str) -> None:
    result = run.invoke(_Failing(error), ["x"])
    assert (code, stderr) == (result.exit_code, result.stderr)


def test_own_fault_can_be_traced(run: CliRunner) -> None:
    result = run.invoke(_Failing(ZeroDivisionError()), ["x"], env={"CITATOR_TRACEBACK": "1"})
    assert isinstance(result.exception, ZeroDivisionError)


def test_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    sentences = tmp_path / "sentences.txt"
    sentences.write_text("We overrule Smith.\n" * 20_000, encoding="utf-8")
    command = f'"{sys.executable}" -c "from citator.queries.cli import main; main()" classify {sentences}'
    done = subprocess.run(
        ["bash", "-c", f"{command} | head -n 1; echo ${{PIPESTATUS[0]}}"], capture_output=True, text=True, check=True
    )
    assert (done.stdout.splitlines()[1], done.stderr) == ("0", "")


def test_classify_answers_line_by_line() -> None:
    done = citator("classify", "-", stdin="We overrule Smith v. Jones.\n\nThe motion was filed late.\n")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["treatment"] for answer in answers] == ["overrules", None, None]
    assert list(answers[0]) == ["treatment", "polarity", "scope", "rule", "confidence"]
    assert (answers[0]["polarity"], answers[0]["scope"]) == ("negative", "full")


def test_classify_loads_nothing_that_finds_citations() -> None:
    script = (
        "import sys\nfrom citator.queries.cli import main\n"
        "try: main(['classify', '-'])\nexcept SystemExit: pass\n"
        f"sys.stderr.write(' '.join(name for name in {COSTLY!r} if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], input="x\n", capture_output=True, text=True, check=True)
    assert done.stderr == ""


def test_text_is_printed_as_offsets_count_it(tmp_path: Path) -> None:
    data = "UNITED STATES v. X\r\n\r\nSee 1 F.2d 3, § 4 — “so”\x0c\n".encode()
    (tmp_path / "x.txt").write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", "from citator.queries.cli import main; main()", "extract", "--text", tmp_path / "x.txt"],
        capture_output=True,
        check=True,
    )
    assert data == done.stdout


def test_completion_script(run: CliRunner) -> None:
    assert "_CITATOR_COMPLETE=bash_complete" in run.invoke(main, ["completion", "bash"]).stdout


def test_completion_names_commands() -> None:
    done = citator(_CITATOR_COMPLETE="bash_complete", COMP_WORDS="citator st", COMP_CWORD="1")
    assert "plain,status" in done.stdout.splitlines()


def test_library_is_the_nearest_upwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "far.citator").mkdir()
    (tmp_path / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a" / "b")
    assert tmp_path / "far.citator" == library_place(None)
    (tmp_path / "a" / "near.citator").mkdir()
    assert tmp_path / "a" / "near.citator" == library_place(None)
    assert library_place("given") == "given"


def test_two_libraries_in_a_folder_are_not_chosen_between(run: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "one.citator").mkdir()
    (tmp_path / "two.citator").mkdir()
    result = run.invoke(main, ["show"])
    assert result.exit_code == 2
    assert "holds 2 libraries (one.citator, two.citator); say which with --library" in result.stderr
