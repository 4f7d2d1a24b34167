"""An edit is seen whatever the clock, the time stamps or a backup say."""

from __future__ import annotations

import json
import os
import shutil
import time
from pathlib import Path

import pytest

from immunocli import Catalogue, InvalidData
from immunocli.store import compiling
from tests.driver import Immuno
from tests.library.caching import another, index_in, maker_of, renamed, sealed


@pytest.mark.parametrize("after_the_seal", [False, True])
@pytest.mark.parametrize("stamp", ["kept", "years ago", "ahead", "now"])
def test_an_edit_of_the_same_size_is_seen_whatever_its_time_stamp(
    cache: Path, directory: Path, compiled: list[str], stamp: str, after_the_seal: bool
) -> None:
    old = maker_of(directory)
    if after_the_seal:
        sealed(cache, directory)
    path = renamed(directory, old, another(old))
    if stamp != "kept":
        seconds = {"years ago": 0, "ahead": time.time() + 10**8, "now": time.time()}[stamp]
        os.utime(path, (seconds, seconds))
    assert maker_of(directory) == another(old)
    assert maker_of(directory) == another(old)
    assert len(compiled) == 2


def test_an_edit_while_the_index_is_being_made_is_seen(
    cache: Path, directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is indexed is told by what was read, not by what lies there when it is done."""
    old = json.loads((directory / "therapies.json").read_text(encoding="utf-8"))
    old = next(one for one in old if one["id"] == "pembrolizumab")["makers"][0]
    really = compiling.compile_directory

    def slowly(where: str) -> bytes:
        content = really(where)
        renamed(directory, old, another(old))
        return content

    with monkeypatch.context() as patch:
        patch.setattr(compiling, "compile_directory", slowly)
        assert maker_of(directory) == old
    assert maker_of(directory) == another(old)
    sealed(cache, directory)
    assert maker_of(directory) == another(old)


def test_an_edit_between_the_reading_of_two_files_is_seen(
    cache: Path, directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from immunocli.store import jsonfiles

    old = "Merck"
    really = jsonfiles.read_bytes
    edited = []

    def read_bytes(path: str) -> bytes:
        content = really(path)
        if path.endswith("therapies.json") and not edited:
            edited.append(renamed(directory, old, "Mercx"))
        return content

    with monkeypatch.context() as patch:
        patch.setattr(jsonfiles, "read_bytes", read_bytes)
        maker_of(directory)
    assert edited and maker_of(directory) == "Mercx"


@pytest.mark.parametrize("how", ["chmod", "touch", "rename", "copy", "link"])
def test_what_is_done_to_a_file_without_changing_it_costs_a_look_and_no_more(
    cache: Path, directory: Path, compiled: list[str], how: str
) -> None:
    first = maker_of(directory)
    sealed(cache, directory)
    path = directory / "therapies.json"
    if how == "chmod":
        path.chmod(0o600)
    elif how == "touch":
        os.utime(path)
    elif how == "rename":
        path.rename(directory / "x")
        (directory / "x").rename(path)
    elif how == "copy":
        shutil.copy2(path, directory / "x")
        (directory / "x").replace(path)
    else:
        path.rename(directory.parent / "real.json")
        path.symlink_to(directory.parent / "real.json")
    for _ in range(3):
        assert maker_of(directory) == first
    assert len(compiled) == 1


def test_a_restored_home_with_old_stamps_is_read_again(
    cache: Path, directory: Path, tmp_path: Path, compiled: list[str]
) -> None:
    """A backup brings back an index and its seal beside data that were edited since."""
    old = maker_of(directory)
    sealed(cache, directory)
    saved = Path(shutil.copytree(cache, tmp_path / "saved", copy_function=shutil.copy2))
    renamed(directory, old, another(old))
    assert maker_of(directory) == another(old)
    shutil.rmtree(cache)
    shutil.copytree(saved, cache, copy_function=shutil.copy2)
    assert maker_of(directory) == another(old)


@pytest.mark.parametrize("ahead", [0, 3600, 10**8])
def test_a_clock_that_was_ahead_hides_no_edit(
    cache: Path, directory: Path, monkeypatch: pytest.MonkeyPatch, ahead: int
) -> None:
    old = maker_of(directory)
    for path in directory.iterdir():
        os.utime(path, (time.time() + ahead, time.time() + ahead))
    assert maker_of(directory) == old
    renamed(directory, old, another(old))
    assert maker_of(directory) == another(old)


@pytest.mark.parametrize("name", ["therapies", "edition", "others"])
def test_a_file_that_went_missing_is_told(cache: Path, directory: Path, name: str) -> None:
    maker_of(directory)
    sealed(cache, directory)
    (directory / f"{name}.json").unlink()
    with pytest.raises(InvalidData, match=f"{name}.json: missing"):
        Catalogue(str(directory))


def test_validate_speaks_of_the_files_that_answers_come_from(cache: Path, directory: Path) -> None:
    over = Immuno(directory, cache.parent)
    old = maker_of(directory)
    renamed(directory, old, another(old))
    assert over("data", "validate").code == 0
    assert another(old) in over("show", "keytruda", "--full").out
    (directory / "therapies.json").write_text("[]", encoding="utf-8")
    assert over("data", "validate").code == over("show", "keytruda").code == 5


def test_a_rewrite_while_it_is_being_read_gives_the_old_or_the_new_answer(
    cache: Path, directory: Path
) -> None:
    known = maker_of(directory)
    catalogue = Catalogue(str(directory))
    renamed(directory, known, another(known))
    assert maker_of(directory) == another(known)
    assert catalogue.therapy("keytruda").makers[0] in (known, another(known))
    index_in(cache).write_bytes(b"cut")
    assert catalogue.therapy("kymriah").id == "tisagenlecleucel"
