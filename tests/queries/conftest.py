"""A library of the four opinions, built once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citator.graph.library import Library
from citator.queries.cli import main

OPINIONS = Path(__file__).parents[2] / "corpus" / "opinions"

Ask = Callable[..., Result]


@pytest.fixture(scope="session")
def four(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library of the four opinions that come with the project."""
    where = tmp_path_factory.mktemp("four") / "opinions.citator"
    result = CliRunner().invoke(main, ["build", str(OPINIONS), "-o", str(where)])
    assert (result.exit_code, result.stderr) == (0, "")
    return where


@pytest.fixture(scope="session")
def library(four: Path) -> Iterator[Library]:
    with Library.open(four) as opened:
        yield opened


@pytest.fixture
def ask(four: Path) -> Ask:
    """``ask("status", "Gutierrez")`` runs the command on the four opinions."""

    def run(*args: str, code: int = 0, **environment: str) -> Result:
        result = CliRunner().invoke(main, args, env={"CITATOR_LIBRARY": str(four), **environment})
        assert code == result.exit_code, result.output
        return result

    return run
