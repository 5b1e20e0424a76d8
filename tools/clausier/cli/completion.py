"""`clausier completion`: what a shell needs to complete the command."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from clausier.cli.options import define


@define(
    "completion",
    fr="Donner le script qui complète la commande dans l’interpréteur de commandes (bash, zsh, fish).",
    en="Print the script that completes the command in your shell (bash, zsh, fish).",
    example='eval "$(clausier completion bash)"',
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str, project: object) -> None:  # noqa: ARG001 - every command takes --project
    """Print the completion script."""
    from clausier.cli import cli

    made = get_completion_class(shell)
    if made is not None:
        click.echo(made(cli, {}, "clausier", "_CLAUSIER_COMPLETE").source())
