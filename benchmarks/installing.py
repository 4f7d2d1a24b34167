"""Installs the program as users do: a wheel in a fresh virtual environment, its modules compiled."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def install(where: Path) -> Path:
    """Build the wheel, install it into a new virtual environment, and return that one's interpreter."""
    wheels = where / "wheels"
    _pip("wheel", "--no-deps", "--wheel-dir", str(wheels), str(ROOT))
    environment = where / "venv"
    venv.create(environment, with_pip=False, clear=True)
    python = environment / "bin" / "python"
    wheel = next(wheels.glob("immunocli-*.whl"))
    _pip("--python", str(python), "install", "--compile", str(wheel))
    require_real(python)
    return python


def require_real(python: Path) -> None:
    """Refuse an interpreter that is a script: it would be measured too."""
    with python.resolve().open("rb") as file:
        if file.read(2) == b"#!":
            raise SystemExit(f"{python} is a script, not an interpreter; name the real one")


def environment(home: Path) -> dict[str, str]:
    """Return the environment of everything that is measured: plain, with an empty home."""
    return {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLUMNS": "120",
    }


def _pip(*words: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *words]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"pip {words[0]} failed: {done.stderr.strip()[-2000:]}")
