"""immuno help: help, on all or on one command."""

from __future__ import annotations


def help(*, command: str | None) -> int:
    """Show help, on all or on one command.

    Examples:
      immuno help
      immuno help show
    """
    from immunocli.cli.typed import run_typer

    return run_typer([command, "--help"] if command else ["--help"])
