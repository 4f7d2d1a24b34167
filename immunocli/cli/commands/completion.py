"""immuno completion: the script that makes a shell complete names."""

from __future__ import annotations

from immunocli.cli import streams
from immunocli.errors import UsageError
from immunocli.text import quote

_ENDINGS = (".sh", ".bash", ".bash-completion", ".zsh", ".fish", ".ps1", ".txt")


def completion(*, shell: str, output: str | None) -> int:
    """Print the script for a shell; nothing is installed and no file is edited."""
    from immunocli.cli.atomic_files import target_of
    from immunocli.cli.completion_scripts import SCRIPTS

    if shell not in SCRIPTS:
        raise UsageError(
            f"no completion for {quote(shell)}; there is: {', '.join(SCRIPTS)}", wrong=shell, known=SCRIPTS
        )
    streams.write([SCRIPTS[shell]], target_of(output, _ENDINGS))
    return 0
