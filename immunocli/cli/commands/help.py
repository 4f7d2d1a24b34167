"""immuno help: help, on all or on one command."""

from __future__ import annotations


def help(*, command: str | None) -> int:
    """Show help, on all or on one command."""
    from immunocli.cli.help_text import show_help

    return show_help(command)
