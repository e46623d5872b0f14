"""``completion``: the lines that make a shell complete citator's commands."""

from __future__ import annotations

import click

from citator.queries.cli.frame import Command

__all__ = ["completion"]


@click.command(
    cls=Command,
    examples=(
        ("citator completion bash >> ~/.bashrc", "complete commands and options in new terminals"),
        ("citator completion fish > ~/.config/fish/completions/citator.fish", "the same for fish"),
    ),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script of a shell."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(context.find_root().command, {}, "citator", "_CITATOR_COMPLETE").source())
