"""Edits a data directory behind the back of its index, for tests of which index is believed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from immunocli import Catalogue, cached


def maker_of(directory: Path) -> str:
    found: str = Catalogue(str(directory)).therapy("keytruda").makers[0]
    return found


def renamed(directory: Path, old: str, new: str) -> Path:
    """Change a word in therapies.json in place, keeping its size and its time stamp."""
    path = directory / "therapies.json"
    about = path.stat()
    content = path.read_bytes()
    assert content.count(old.encode()) >= 1
    assert len(old) == len(new)
    path.write_bytes(content.replace(old.encode(), new.encode()))
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))
    return path


def index_in(cache: Path) -> Path:
    (found,) = cache.glob("*.index")
    return found


def sealed(cache: Path, directory: Path) -> Path:
    """Ask until the index is sealed: from then on its files are not read again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cached, "_SETTLED", 0)  # else it would take two seconds
        maker_of(directory)
        maker_of(directory)
    (seal,) = cache.glob("*.seal")
    return seal


def another(name: str) -> str:
    return name[:-1] + ("x" if name[-1] != "x" else "y")
