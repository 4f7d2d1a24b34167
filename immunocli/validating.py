"""Checks a data directory whole: every rule, not the first that is broken."""

from __future__ import annotations


def problems(directory: str | None) -> tuple[str, int, list[str]]:
    """Return a data directory, how many rules were checked, and what breaks them.

    Args:
        directory: where the JSON files lie; None is `IMMUNO_DATA`, else what came with the program.

    Raises:
        InvalidData: a file, or a list of the wall, is missing, unreadable or not of its shape.
    """
    import os

    from immunocli.store import bundled_data, compiling, wall_files
    from immunocli.store.rules import RULES

    directory = directory or os.environ.get("IMMUNO_DATA") or bundled_data.BUNDLED
    tables = compiling.read(directory)
    broken = [problem for rule in RULES for problem in rule(tables)]
    gap = wall_files.missing(tables["edition"], wall_files.listed(wall_files.contents(directory)))
    return directory, len(RULES) + 1, [*broken, gap] if gap else broken
