"""A target that cannot be written whole is refused in one line, and nothing is left of it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

import pytest

from immunocli import Catalogue
from immunocli.errors import UnwritableOutput
from immunocli.export import writing
from tests.driver import SMALL, Immuno


def left(place: Path) -> list[str]:
    """Return everything under a directory."""
    return sorted(str(path.relative_to(place)) for path in place.rglob("*"))


@pytest.mark.parametrize(
    "name", ["no/such/place.db", "taken.db/x.db", "directory.db", "a\0.db", "x" * 300 + ".db"]
)
def test_no_file_can_be_there(small: Immuno, tmp_path: Path, name: str) -> None:
    (tmp_path / "taken.db").write_text("mine", encoding="utf-8")
    (tmp_path / "directory.db").mkdir()
    before = left(tmp_path)
    told = small("data", "export", f"{tmp_path}/{name}")
    assert told.code == 2 and told.out == "" and told.err.count("\n") == 1, told
    assert left(tmp_path) == before
    assert (tmp_path / "taken.db").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["taken", "taken/below", "x" * 300, ""])
def test_no_directory_can_be_there(small: Immuno, tmp_path: Path, name: str) -> None:
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    before = left(tmp_path)
    told = small("data", "export", f"{tmp_path}/{name}" if name else "")
    assert told.code == 2 and told.out == "" and told.err.count("\n") == 1, told
    assert left(tmp_path) == before


@pytest.mark.parametrize("name", ["immuno.csv", "immuno.json", "immuno.parquet", "immuno.xlsx", "immuno.tar"])
def test_the_ending_of_another_kind_of_file_is_refused(small: Immuno, tmp_path: Path, name: str) -> None:
    told = small("data", "export", str(tmp_path / name))
    assert told.code == 2 and ".db" in told.err
    assert left(tmp_path) == []


@pytest.mark.parametrize("name", ["2026.11", "immuno-2026.11", ".hidden.d1r-x", "plain"])
def test_a_directory_may_have_any_other_name(small: Immuno, tmp_path: Path, name: str) -> None:
    assert small("data", "export", str(tmp_path / name)).code == 0
    assert (tmp_path / name / "uses.csv").is_file()


def test_without_a_target_nothing_is_written(small: Immuno) -> None:
    told = small("data", "export")
    assert told.code == 2 and "immuno data export" in told.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_place_that_is_not_ours_stays_as_it_is(small: Immuno, tmp_path: Path) -> None:
    place = tmp_path / "theirs"
    place.mkdir(mode=0o500)
    assert small("data", "export", str(place / "a.db")).code == 2
    assert small("data", "export", str(place / "dir")).code == 2
    assert left(place) == []


@pytest.mark.parametrize("new", [True, False])
def test_a_disk_that_fills_up_leaves_the_old_files(
    small: Immuno, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, new: bool
) -> None:
    """Half of the files are written when there is no more room."""
    target = tmp_path / "csv"
    if not new:
        assert small("data", "export", str(target)).code == 0
        (target / "mine.txt").write_text("mine", encoding="utf-8")
    before = left(tmp_path)
    old = None if new else (target / "uses.csv").read_bytes()
    real = writing._csv
    written: list[object] = []

    def full(*arguments: object) -> bytes:
        written.append(arguments)
        if len(written) > 8:
            raise OSError(28, "No space left on device")
        return real(*arguments)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(writing, "_csv", full)
    told = small("data", "export", str(target))
    assert told.code == 2 and "No space left on device" in told.err and told.err.count("\n") == 1
    assert left(tmp_path) == before
    if not new:
        assert (target / "uses.csv").read_bytes() == old


def test_an_old_file_is_replaced_whole_and_kept_when_it_fails(
    small: Immuno, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "immuno.db"
    assert small("data", "export", str(target)).code == 0
    with contextlib.closing(sqlite3.connect(target)) as connection:
        connection.execute("DELETE FROM sources")  # as it may be in an older one
        connection.commit()
    old = target.read_bytes()

    def broken(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(writing, "_searchable", broken)
        told = small("data", "export", str(target))
    assert told.code == 2 and target.read_bytes() == old and left(tmp_path) == ["immuno.db"]
    assert small("data", "export", str(target)).code == 0
    assert target.read_bytes() != old and left(tmp_path) == ["immuno.db"]


@pytest.mark.parametrize("others", ["text", "database"])
def test_what_others_keep_under_the_name_is_not_replaced(small: Immuno, tmp_path: Path, others: str) -> None:
    target = tmp_path / "patients.db"
    target.write_text("mine", encoding="utf-8")
    if others == "database":
        target.unlink()
        with contextlib.closing(sqlite3.connect(target)) as connection:
            connection.execute("CREATE TABLE patients (name TEXT)")
    before = target.read_bytes()
    told = small("data", "export", str(target))
    assert told.code == 2 and "holds something else" in told.err
    assert target.read_bytes() == before and left(tmp_path) == ["patients.db"]


def test_what_sqlite_left_beside_an_older_export_is_not_read_into_the_new(
    small: Immuno, tmp_path: Path
) -> None:
    target = tmp_path / "immuno.db"
    assert small("data", "export", str(target)).code == 0
    whole = target.read_bytes()
    (tmp_path / "immuno.db-wal").write_bytes(b"rest of another")
    assert small("data", "export", str(target)).code == 0
    assert target.read_bytes() == whole and left(tmp_path) == ["immuno.db"]


def test_files_of_others_in_the_directory_stay(small: Immuno, tmp_path: Path) -> None:
    assert small("data", "export", str(tmp_path)).code == 0
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert small("data", "export", str(tmp_path)).code == 0
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "mine"
    assert "uses.csv" in left(tmp_path)


def test_a_link_keeps_pointing(small: Immuno, tmp_path: Path) -> None:
    real, link = tmp_path / "real.db", tmp_path / "link.db"
    link.symlink_to(real)
    assert small("data", "export", str(link)).code == 0
    assert link.is_symlink() and real.read_bytes().startswith(b"SQLite")


@pytest.mark.parametrize(
    ("name", "content"), [("mine.txt", "mine"), ("therapies.csv", "id,name\r\n1,mine\r\n")]
)
def test_a_directory_of_others_is_refused(small: Immuno, tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_bytes(content.encode())
    told = small("data", "export", str(tmp_path))
    assert (told.code, told.err.count("\n")) == (2, 1) and "something else than an export" in told.err
    assert left(tmp_path) == [name] and (tmp_path / name).read_bytes() == content.encode()


def test_what_a_killed_export_left_is_cleaned_up_and_made_whole(small: Immuno, tmp_path: Path) -> None:
    assert small("data", "export", str(tmp_path)).code == 0
    whole = left(tmp_path)
    (tmp_path / "edition.csv").rename(tmp_path / "edition.csv.immuno.part")
    (tmp_path / ".uses.csv.0123.immuno.part").write_bytes(b"id,")
    (tmp_path / "signs.csv").unlink(missing_ok=True)
    assert small("data", "export", str(tmp_path)).code == 0
    assert left(tmp_path) == whole


def test_the_edition_is_put_in_place_last_and_comes_back_when_that_fails(
    small: Immuno, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert small("data", "export", str(tmp_path)).code == 0
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
    really = os.replace

    def failing(source: str, target: str) -> None:
        if str(target).endswith("uses.csv"):
            assert not (tmp_path / "edition.csv").exists(), "what is a mixture told of an edition"
            raise OSError(5, "Input/output error")
        really(source, target)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(UnwritableOutput):
        writing.export(Catalogue(str(SMALL)), str(tmp_path))
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == before
