"""Where answers go: terminal, pipe, file; and the bar that a person watches."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from citator.graph.update import Progress
from citator.queries.cli.output import Output
from citator.queries.cli.progress import reading_bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_width_follows_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "57")
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert 57 == Output().width
    assert Output(target=Path("x.txt")).width is None
    assert 57 == Output(target=Path("-")).width


def test_no_width_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert Output().width is None


def test_terminal_is_written_to_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    Output().write("§ 1326\n")
    assert isinstance(sys.stdout, Terminal)
    assert "§ 1326\n" == sys.stdout.getvalue()


def test_bytes_go_to_files_as_they_are(tmp_path: Path) -> None:
    Output(target=tmp_path / "x", quiet=True).write(b"\x00\xff")
    assert b"\x00\xff" == (tmp_path / "x").read_bytes()


def test_quiet_makes_no_remarks(capsys: pytest.CaptureFixture[str]) -> None:
    Output(quiet=True).remark("so")
    Output().remark("and so")
    assert ("", "and so\n") == capsys.readouterr()


def test_bar_is_shown_only_to_who_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    with reading_bar(quiet=False) as tell:
        assert tell is None
    monkeypatch.setattr(sys, "stderr", Terminal())
    with reading_bar(quiet=True) as tell:
        assert tell is None


def test_bar_tells_file_and_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with reading_bar(quiet=False) as tell:
        assert tell is not None
        for done in (1, 2, 3):
            tell(Progress(done, 3, f"{done}.txt"))
    assert "3/3" in terminal.getvalue()
    assert "3.txt" in terminal.getvalue()
