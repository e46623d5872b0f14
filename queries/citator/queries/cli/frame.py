"""The frame every command stands in: help with examples first, commands imported when named, errors as one line.

The error tree of ``citator.corpus.errors`` decides the exit code; a traceback is never shown.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import click

from citator.corpus.errors import AmbiguousCase, CitatorError

__all__ = ["Command", "CommandTable", "fail_softly"]

Examples = Sequence[tuple[str, str]]
INTERRUPTED = 130


class _ExamplesFirst(click.Command):
    """A command whose help begins with what to type."""

    examples: Examples = ()

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if self.examples:
            with formatter.section("Examples"):
                for line, what in self.examples:
                    formatter.write_text(f"{line}\n")
                    with formatter.indentation():
                        formatter.write_text(what)
            formatter.write_paragraph()
        super().format_help(ctx, formatter)


class Command(_ExamplesFirst):
    """One command. ``examples`` are (line to type, what it does)."""

    def __init__(self, *args: Any, examples: Examples = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = examples


class CommandTable(_ExamplesFirst, click.Group):
    """The group: it imports a command's module when the command is named, and turns errors into exit codes."""

    def __init__(
        self, *args: Any, commands_in: Mapping[str, str] | None = None, examples: Examples = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._modules = dict(commands_in or {})
        self.examples = examples

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._modules:
            return None
        module = import_module(f"citator.queries.cli.{self._modules[cmd_name]}")
        command = getattr(module, cmd_name.replace("-", "_"))
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # before click sees it, which would leave with 1
            return _reader_went_away()

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> Any:
        """Run a command line; leaves through ``SystemExit`` with the exit code."""
        extra.pop("standalone_mode", None)
        sys.exit(self._run(args, prog_name or "citator", **extra))

    def _run(self, args: Sequence[str] | None, prog_name: str, **extra: Any) -> int:
        try:
            code = super().main(args, prog_name, standalone_mode=False, **extra)
            # What was printed must reach the reader before we say that all went well.
            sys.stdout.flush()
        except (click.Abort, KeyboardInterrupt):
            return INTERRUPTED
        except click.ClickException as error:
            return _say(_usage(error), error.exit_code)
        except CitatorError as error:
            _say(str(error), error.exit_code)
            for candidate in error.candidates if isinstance(error, AmbiguousCase) else ():
                click.echo(f"  {candidate}", err=True)
            return error.exit_code
        except OSError as error:
            if error.errno == errno.EPIPE:
                return _reader_went_away()
            return _say(f"{error.filename or 'the system'}: {error.strerror or error}", 1)
        except Exception as error:
            if os.environ.get("CITATOR_TRACEBACK"):
                raise
            kind = type(error).__name__
            return _say(f"citator itself failed ({kind}: {error}); CITATOR_TRACEBACK=1 shows where", 1)
        return code if isinstance(code, int) else 0


def fail_softly(error: CitatorError) -> None:
    """Name one thing that could not be done, on its own line, and let the command go on."""
    _say(str(error), error.exit_code)


def _say(message: str, code: int) -> int:
    click.echo(f"Error: {' '.join(message.split())}", err=True)
    return code


def _usage(error: click.ClickException) -> str:
    """A usage error in one line, with the help to ask for."""
    message = error.format_message()
    context = getattr(error, "ctx", None)
    if context is None or context.command.get_help_option(context) is None:
        return message
    return f"{message.rstrip('.')}. Try '{context.command_path} --help'."


def _reader_went_away() -> int:
    """``citator … | head``: the reader has what it wanted. Python must not try to flush the rest at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
