"""Other places, other versions, other code: each index is believed only where it belongs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from immunocli import Catalogue, cached
from immunocli.store import bundled_data, compiling, trust
from tests.driver import ROOT, SMALL, TOO_LONG
from tests.library.caching import another, index_in, maker_of, renamed, sealed


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(
    tmp_path: Path, directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "in the way"
    file.write_text("a file where a directory should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(file))
    assert maker_of(directory) == maker_of(directory)
    assert file.read_text() == "a file where a directory should be"


def test_without_a_home_there_is_no_cache(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", "nowhere")
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    assert cached.directory() is None
    assert maker_of(directory)


def test_a_relative_cache_is_not_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cached.directory() == str(tmp_path / ".cache" / "immunocli")


def test_an_index_of_another_directory_is_not_believed(
    cache: Path, directory: Path, tmp_path: Path, compiled: list[str]
) -> None:
    known = maker_of(directory)
    other = Path(shutil.copytree(directory, tmp_path / "other"))
    renamed(other, known, another(known))
    planted = trust._cached(str(other))
    assert planted
    shutil.copy(index_in(cache), planted)
    assert maker_of(other) == another(known)
    assert compiled == [str(directory), str(other)]


def test_an_index_made_by_other_code_is_not_believed(
    cache: Path, directory: Path, tmp_path: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    maker = tmp_path / "maker.py"
    maker.write_text("one = 1\n")
    real = bundled_data.makers()
    monkeypatch.setattr(bundled_data, "makers", lambda: [*real, str(maker)])
    maker_of(directory)
    maker_of(directory)
    assert len(compiled) == 1
    sealed(cache, directory)
    maker.write_text("one = 2\n")
    maker_of(directory)
    assert len(compiled) == 2


def test_every_room_whose_code_decides_what_is_in_an_index_is_among_the_makers() -> None:
    """What compiling imports of ours, but for what cannot change what is written."""
    script = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from immunocli.store.compiling import compile_directory;"
        f"compile_directory({str(SMALL)!r});"
        "print(*sorted(m.__file__ for n, m in sys.modules.items() if n.startswith('immunocli') and m.__file__))"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", script], capture_output=True, timeout=TOO_LONG, check=True, text=True
    )
    makers = set(bundled_data.makers())
    missing = [path for path in done.stdout.split() if path not in makers]
    harmless = (
        "__init__.py",
        "fields.py",
        "question.py",
        "errors.py",
        "text.py",
        "trust.py",
        "temporary.py",
        "indexfile.py",
        "bundled_data.py",
        "cached.py",
    )
    assert not [path for path in missing if not path.endswith(harmless)], missing


def test_another_version_beside_has_an_index_of_its_own(cache: Path, directory: Path, tmp_path: Path) -> None:
    """Two programs over one directory never take turns at one file: each would doubt the other's."""
    from immunocli.store.bundled_data import PACKAGE

    copy = Path(shutil.copytree(PACKAGE, tmp_path / "other" / "immunocli"))
    shutil.copytree(ROOT / "data" / "schemas", tmp_path / "other" / "data" / "schemas")
    for path in (copy / "index.bin",):
        path.unlink(missing_ok=True)
    maker_of(directory)
    script = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'other')!r}); from immunocli import Catalogue;"
        f"print(Catalogue({str(directory)!r}).therapy('keytruda').id)"
    )
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-P", "-c", script], capture_output=True, timeout=TOO_LONG, check=True, text=True
        )
        assert done.stdout == "pembrolizumab\n"
        maker_of(directory)
    assert len(list(cache.glob("*.index"))) == 2


def test_an_index_that_moves_with_its_data_is_believed_anywhere(
    cache: Path, directory: Path, tmp_path: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a wheel has it: made in one place, installed in another, files written in any order."""
    shutil.copytree(ROOT / "data" / "schemas", directory / "schemas")
    monkeypatch.setattr(bundled_data, "BUNDLED", str(directory))
    content = compiling.compile_directory(str(directory))
    compiled.clear()
    elsewhere = Path(shutil.copytree(directory, tmp_path / "elsewhere"))
    bundled = tmp_path / "index.bin"
    bundled.write_bytes(content)
    os.utime(elsewhere / "therapies.json")
    monkeypatch.setattr(bundled_data, "BUNDLED", str(elsewhere))
    monkeypatch.setattr(bundled_data, "BUNDLED_INDEX", str(bundled))
    assert Catalogue().therapy("keytruda").id == "pembrolizumab"
    assert compiled == []
    renamed(elsewhere, "Merck", "Mercx")
    assert Catalogue().therapy("keytruda").makers == ["Mercx"]


def test_strangers_older_than_a_day_are_swept(cache: Path, directory: Path) -> None:
    from immunocli.temporary import ENDING

    maker_of(directory)
    old, young, other = cache / f".a.index.00{ENDING}", cache / f".b.index.11{ENDING}", cache / "notes.txt"
    for path in (old, young, other):
        path.write_bytes(b"x" * 100)
    for path in (old, other):
        os.utime(path, (time.time() - 90_000, time.time() - 90_000))
    renamed(directory, "Merck", "Mercx")
    maker_of(directory)
    assert not old.exists() and young.exists() and other.exists()
