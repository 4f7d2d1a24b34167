"""Which index is believed: only one made from just these files, by just this program."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from immunocli import Catalogue, InvalidData
from immunocli.store import compiling as building
from immunocli.store import typed as data
from immunocli.store import places
from tests.driver import SMALL


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "immunocli"


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "data"))


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every directory that an index was made for since the test began."""
    made: list[str] = []
    really = building.compile_directory

    def compile_directory(directory: str, **options: Any) -> bytes:
        made.append(directory)
        return really(directory, **options)

    monkeypatch.setattr(building, "compile_directory", compile_directory)
    return made


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


def test_the_second_question_finds_the_index_ready(cache: Path, directory: Path, compiled: list[str]) -> None:
    first = maker_of(directory)
    assert len(list(cache.iterdir())) == 1
    assert maker_of(directory) == first
    assert len(compiled) == 1


def test_the_cache_belongs_to_the_user_alone(cache: Path, directory: Path) -> None:
    maker_of(directory)
    assert cache.stat().st_mode & 0o077 == 0


def test_an_edit_of_the_same_size_and_stamp_is_seen(
    cache: Path, directory: Path, compiled: list[str]
) -> None:
    old = maker_of(directory)
    new = old[:-1] + ("x" if old[-1] != "x" else "y")
    renamed(directory, old, new)
    assert maker_of(directory) == new
    assert len(compiled) == 2


def test_a_file_touched_but_not_changed_is_compared_and_believed(
    cache: Path, directory: Path, compiled: list[str]
) -> None:
    maker_of(directory)
    for name in ("therapies.json", "cancers.json"):
        os.utime(directory / name)
    maker_of(directory)
    assert len(compiled) == 1


def test_a_file_with_an_old_stamp_and_new_content_is_seen(cache: Path, directory: Path) -> None:
    """As after unpacking an archive: the time stamp says years ago."""
    old = maker_of(directory)
    new = old[:-1] + ("x" if old[-1] != "x" else "y")
    path = renamed(directory, old, new)
    os.utime(path, (0, 0))
    assert maker_of(directory) == new


@pytest.mark.parametrize("name", ["therapies", "edition", "lookalikes"])
def test_a_file_that_went_missing_is_told(cache: Path, directory: Path, name: str) -> None:
    maker_of(directory)
    (directory / f"{name}.json").unlink()
    with pytest.raises(InvalidData, match=f"{name}.json: missing"):
        Catalogue(str(directory))


@pytest.mark.parametrize("damage", [b"", b"not an index", b"immuno-index-2 0 0\n"])
def test_a_damaged_cache_is_made_anew(cache: Path, directory: Path, damage: bytes) -> None:
    known = maker_of(directory)
    kept = next(cache.iterdir())
    kept.write_bytes(damage)
    assert maker_of(directory) == known
    assert kept.read_bytes() != damage


def test_a_cut_cache_is_made_anew(cache: Path, directory: Path) -> None:
    known = maker_of(directory)
    kept = next(cache.iterdir())
    content = kept.read_bytes()
    kept.write_bytes(content[: len(content) // 2])
    assert maker_of(directory) == known
    assert kept.read_bytes() == content


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
    assert places.cache_directory() is None
    assert maker_of(directory)


def test_a_relative_cache_is_not_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert places.cache_directory() == str(tmp_path / ".cache" / "immunocli")


def test_an_index_of_another_directory_is_not_believed(
    cache: Path, directory: Path, tmp_path: Path, compiled: list[str]
) -> None:
    maker_of(directory)
    kept = next(cache.iterdir())
    other = Path(shutil.copytree(directory, tmp_path / "other"))
    planted = data._cached(str(other))
    assert planted
    shutil.copy(kept, planted)
    maker_of(other)
    assert compiled == [str(directory), str(other)]


def test_an_index_made_by_other_code_is_not_believed(
    cache: Path, directory: Path, tmp_path: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    maker = tmp_path / "maker.py"
    maker.write_text("one = 1\n")
    monkeypatch.setattr(places, "MAKERS", (str(maker),))
    maker_of(directory)
    maker_of(directory)
    assert len(compiled) == 1
    maker.write_text("one = 2\n")
    maker_of(directory)
    assert len(compiled) == 2


def test_an_index_that_moves_with_its_data_is_believed_anywhere(
    directory: Path, tmp_path: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a wheel has it: made in one place, installed in another, files written in any order."""
    content = building.compile_directory(str(directory), movable=True)
    compiled.clear()
    elsewhere = Path(shutil.copytree(directory, tmp_path / "elsewhere"))
    bundled = tmp_path / "index.bin"
    bundled.write_bytes(content)
    os.utime(elsewhere / "therapies.json")
    monkeypatch.setattr(places, "BUNDLED", str(elsewhere))
    monkeypatch.setattr(places, "BUNDLED_INDEX", str(bundled))
    assert Catalogue().therapy("keytruda").id == "pembrolizumab"
    assert compiled == []


@pytest.mark.parametrize("directory", ["/no/such/place", "", "\0", "x" * 5000])
def test_no_directory_is_told_in_a_line(directory: str) -> None:
    with pytest.raises(InvalidData, match="no data directory") as caught:
        Catalogue(directory)
    assert "\n" not in caught.value.message


def test_broken_json_names_the_file_and_the_line(cache: Path, directory: Path) -> None:
    path = directory / "faq.json"
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[4] += "{"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(InvalidData, match=r"faq.json: line [456]:"):
        Catalogue(str(directory))


def test_a_wrong_shape_names_file_record_and_field(cache: Path, directory: Path) -> None:
    path = directory / "therapies.json"
    value = json.loads(path.read_text(encoding="utf-8"))
    value[0]["targets"] = "pd-1"
    path.write_text(json.dumps(value), encoding="utf-8")
    with pytest.raises(InvalidData, match=rf"therapies.json: record 1 \({value[0]['id']}\): targets"):
        Catalogue(str(directory))
