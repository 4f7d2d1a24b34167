"""What a refused data directory looks like."""

from __future__ import annotations

from pathlib import Path

from tests.driver import Immuno, Result


def refused(immuno: Immuno, directory: Path | str, *named: str) -> Result:
    """Require that every way to use a directory is refused in one harmless line that names these."""
    found = None
    ways: list[tuple[tuple[str, ...], dict[str, str | None]]] = [
        (("therapies", "--data", str(directory)), {}),
        (("--data", str(directory), "types"), {}),
        (("show", "keytruda", "--format", "tsv"), {"IMMUNO_DATA": str(directory)}),
        (("data", "validate", "--data", str(directory)), {}),
    ]
    for words, env in ways:
        found = immuno(*words, env=env)
        assert (found.code, found.out) == (5, ""), found
        lines = found.err.splitlines()
        assert len(lines) == 1 or words[0] == "data", found
        assert all(any(name in line for line in lines) for name in named), (named, found)
        assert all(line.isprintable() for line in lines), found
        assert len(lines[0]) < 600 and "Traceback" not in found.err
    assert found is not None
    return found
