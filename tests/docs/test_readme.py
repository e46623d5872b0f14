"""What the README shows is what a reader gets: its console blocks are run, line by line."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SKIPPED_LINES = "[…]"  # in a transcript: any number of lines left out


def transcript() -> list[tuple[str, str]]:
    """(command, printed) for every ``$`` line of the README's console blocks, in order."""
    steps = []
    for block in re.findall(r"^```console\n(.*?)^```", README, re.M | re.S):
        for step in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, printed = step.partition("\n")
            steps.append((command, printed))
    return steps


def as_pattern(printed: str) -> str:
    lines = [line.rstrip() for line in printed.rstrip().split("\n")]
    return "".join("(?:.*\n)*?" if line.strip() == SKIPPED_LINES else re.escape(line) + r"\s*\n" for line in lines)


def test_the_readme_has_a_transcript() -> None:
    assert len(transcript()) >= 4


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like a fresh clone: the opinions and nothing built."""
    path = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "corpus" / "opinions", path / "corpus" / "opinions")
    return path


def test_the_transcript_is_what_the_commands_print(desk: Path) -> None:
    env = {key: value for key, value in os.environ.items() if key not in ("CITATOR_LIBRARY", "FORCE_COLOR")}
    env |= {"NO_COLOR": "1", "COLUMNS": "100"}
    for command, printed in transcript():
        program, *arguments = shlex.split(command)
        assert program == "citator", f"only citator is run here: {command}"
        done = subprocess.run(
            [sys.executable, "-m", "citator.queries.cli", *arguments],
            cwd=desk,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )
        got = "".join(line.rstrip() + "\n" for line in done.stdout.rstrip().split("\n"))
        assert re.fullmatch(as_pattern(printed), got), f"$ {command}\n{done.stdout}"


def test_the_two_commands_of_the_readme_are_real() -> None:
    assert "pip install . && citator build corpus/opinions" in README
    assert 'pip install -e ".[dev]" && pytest' in README
