"""Which index is believed: only one made from just these files, by just this program."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from immunocli import Catalogue, InvalidData, cached
from immunocli.store import compiling, places, trust
from tests.driver import ROOT, SMALL, TOO_LONG, Immuno


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
    really = compiling.compile_directory

    def compile_directory(directory: str) -> bytes:
        made.append(directory)
        return really(directory)

    monkeypatch.setattr(compiling, "compile_directory", compile_directory)
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


def test_what_changed_just_now_is_not_sealed_yet(cache: Path, directory: Path) -> None:
    """It may change again within the same tick of the clock."""
    maker_of(directory)
    maker_of(directory)
    assert not list(cache.glob("*.seal"))


def another(name: str) -> str:
    return name[:-1] + ("x" if name[-1] != "x" else "y")


def test_the_second_question_finds_the_index_ready(cache: Path, directory: Path, compiled: list[str]) -> None:
    first = maker_of(directory)
    assert index_in(cache)
    for _ in range(3):
        assert maker_of(directory) == first
    assert len(compiled) == 1


def test_once_sealed_nothing_is_read_again(
    cache: Path, directory: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = maker_of(directory)
    sealed(cache, directory)

    def never(*_: object) -> bool:
        raise AssertionError("the files were read again")

    monkeypatch.setattr(trust, "_proved", never)
    assert maker_of(directory) == first and len(compiled) == 1


def test_the_cache_belongs_to_the_user_alone(cache: Path, directory: Path) -> None:
    maker_of(directory)
    sealed(cache, directory)
    assert cache.stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o022 == 0 for path in cache.iterdir())


@pytest.mark.parametrize("mask", [0, 0o002, 0o077])
def test_a_loose_umask_makes_no_cache_that_is_then_refused(
    cache: Path, directory: Path, compiled: list[str], mask: int
) -> None:
    before = os.umask(mask)
    try:
        for _ in range(3):
            maker_of(directory)
    finally:
        os.umask(before)
    assert len(compiled) == 1


# Ways in which a cache was stale for ever


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


# What others could have written


DAMAGES = [
    b"", b"x", b"not an index", b"immuno-index-5 0 0\n", b"immuno-index-2 \n" * 9, bytes(5000),
    b"immuno-index-5 %020d %020d %b\n" % (74, 10, b"0" * 16) + b"\xff" * 10,
]  # fmt: skip


@pytest.mark.parametrize("damage", range(len(DAMAGES) + 3))
@pytest.mark.parametrize("seal", ["kept", "lost"])
def test_a_damaged_cache_is_made_anew(cache: Path, directory: Path, damage: int, seal: str) -> None:
    known = maker_of(directory)
    if seal == "kept":
        sealed(cache, directory)
    kept = index_in(cache)
    whole = kept.read_bytes()
    if damage < len(DAMAGES):
        kept.write_bytes(DAMAGES[damage])
    elif damage == len(DAMAGES):
        kept.write_bytes(whole[: len(whole) // 2])
    elif damage == len(DAMAGES) + 1:
        kept.write_bytes(whole[:-1])
    else:
        kept.write_bytes(whole + b"x")
    assert maker_of(directory) == known
    assert kept.read_bytes() == whole


@pytest.mark.parametrize("mode", [0o666, 0o620, 0o602, 0o777])
def test_a_cache_that_others_may_write_is_not_believed(
    cache: Path, directory: Path, compiled: list[str], mode: int
) -> None:
    known = maker_of(directory)
    sealed(cache, directory)
    index_in(cache).chmod(mode)
    assert maker_of(directory) == known
    assert len(compiled) == 2
    assert index_in(cache).stat().st_mode & 0o022 == 0, "it is replaced, not written into"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
@pytest.mark.parametrize("what", ["*.index", "*.seal"])
def test_a_cache_of_another_is_not_believed(
    cache: Path, directory: Path, compiled: list[str], what: str
) -> None:
    known = maker_of(directory)
    sealed(cache, directory)
    (path,) = cache.glob(what)
    os.chown(path, 12345, -1)
    assert maker_of(directory) == known
    assert (len(compiled) == 2) == (what == "*.index")


def test_a_crafted_index_is_found_out(cache: Path, directory: Path) -> None:
    """It is whole, but made from other files: what they were is part of it."""
    known = maker_of(directory)
    other = Path(shutil.copytree(directory, directory.parent / "other"))
    renamed(other, known, another(known))
    index_in(cache).write_bytes(compiling.compile_directory(str(other)))
    assert maker_of(directory) == known


def test_escape_codes_of_an_index_never_reach_the_terminal(cache: Path, directory: Path) -> None:
    """Even from an index that is believed: whoever forged it also forged what it was made from."""
    from immunocli.store import indexfile

    over = Immuno(directory, cache.parent)
    maker_of(directory)
    sealed(cache, directory)
    path = index_in(cache)
    about = path.stat()
    held = indexfile.Index(lambda at, length: path.read_bytes()[at : at + length], about.st_size)
    values = dict(held.under(""))
    evil = "\x1b]0;owned\x07"
    values["therapy/pembrolizumab"] = values["therapy/pembrolizumab"] | {"makers": [evil], "mechanism": evil}
    path.write_bytes(indexfile.build(held.meta, values))
    for form in ("text", "table", "json", "tsv", "md"):
        found = over("show", "keytruda", "--full", "--format", form)
        assert found.code in (0, 5) and "\x1b" not in found.out + found.err, form


@pytest.mark.parametrize("what", ["fifo", "directory", "loop", "device"])
def test_a_cache_that_is_no_file_of_ours_holds_nobody_up(cache: Path, directory: Path, what: str) -> None:
    known = maker_of(directory)
    sealed(cache, directory)
    for path in (index_in(cache), next(cache.glob("*.seal"))):
        path.unlink()
        if what == "fifo":
            os.mkfifo(path)
        elif what == "directory":
            path.mkdir()
        elif what == "loop":
            path.symlink_to(path)
        else:
            path.symlink_to("/dev/zero")
    found = Immuno(directory, cache.parent).process("show", "keytruda", "--full")
    assert found.code == 0 and known in found.out, "in a process of its own: opening could wait for ever"


def test_a_link_in_the_cache_is_not_followed(cache: Path, directory: Path, compiled: list[str]) -> None:
    known = maker_of(directory)
    path = index_in(cache)
    path.rename(cache.parent / "elsewhere")
    path.symlink_to(cache.parent / "elsewhere")
    assert maker_of(directory) == known and len(compiled) == 2
    assert not path.is_symlink()


# Other places, other versions


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
    real = places.makers()
    monkeypatch.setattr(places, "makers", lambda: [*real, str(maker)])
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
    makers = set(places.makers())
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
        "places.py",
        "cached.py",
    )
    assert not [path for path in missing if not path.endswith(harmless)], missing


def test_another_version_beside_has_an_index_of_its_own(cache: Path, directory: Path, tmp_path: Path) -> None:
    """Two programs over one directory never take turns at one file: each would doubt the other's."""
    from immunocli.store.places import PACKAGE

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
    monkeypatch.setattr(places, "BUNDLED", str(directory))
    content = compiling.compile_directory(str(directory))
    compiled.clear()
    elsewhere = Path(shutil.copytree(directory, tmp_path / "elsewhere"))
    bundled = tmp_path / "index.bin"
    bundled.write_bytes(content)
    os.utime(elsewhere / "therapies.json")
    monkeypatch.setattr(places, "BUNDLED", str(elsewhere))
    monkeypatch.setattr(places, "BUNDLED_INDEX", str(bundled))
    assert Catalogue().therapy("keytruda").id == "pembrolizumab"
    assert compiled == []
    renamed(elsewhere, "Merck", "Mercx")
    assert Catalogue().therapy("keytruda").makers == ["Mercx"]


# What is left behind


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


def test_without_json_there_is_no_second_source(cache: Path, directory: Path) -> None:
    """A damaged index and data that are gone: exit 5, no guess."""
    over = Immuno(directory, cache.parent)
    maker_of(directory)
    index_in(cache).write_bytes(b"x" * 4000)
    (directory / "therapies.json").unlink()
    found = over("therapies")
    assert (found.code, found.out) == (5, "")


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
