"""Files are put in place whole, or not at all; what is no file is written as it is."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from immunocli import temporary, unnamed_files
from immunocli.cli.atomic_files import replacing, replacing_all
from immunocli.errors import UnwritableOutput
from tests.driver import Immuno, unfinished_files
from tests.tables.annotating import annotated

TABLE = b"id\tdrug\n1\tkeytruda\n2\tnothing\n"
DONE = annotated(TABLE, "tsv")
ANNOTATE = ("annotate", "-", "--column", "drug")


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a system on which every file has a name."""
    monkeypatch.setattr(unnamed_files, "opened", lambda directory: None)


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="here every file has a name")
def test_what_is_unfinished_has_no_name(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"")
    old.chmod(0o640)
    with replacing_all([str(old), str(new)]) as files:
        for file in files:
            file.write(b"x")
        assert os.listdir(tmp_path) == ["old"]
    assert [path.read_bytes() for path in (old, new)] == [b"x", b"x"]
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert sorted(os.listdir(tmp_path)) == ["new", "old"]


def test_a_directory_is_no_file_though_it_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnwritableOutput, match="Is a directory"), replacing(f"{tmp_path}/new/"):
        pass
    assert os.listdir(tmp_path) == []


@pytest.mark.usefixtures("named")
def test_the_mode_of_the_old_file_is_kept_and_a_new_one_gets_the_usual(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"")
    old.chmod(0o640)
    mask = os.umask(0o027)
    try:
        for path in (old, new):
            with replacing(str(path)) as file:
                (unfinished,) = [one for one in os.listdir(tmp_path) if one.endswith(temporary.ENDING)]
                assert stat.S_IMODE((tmp_path / unfinished).stat().st_mode) == 0o600
                file.write(b"x")
    finally:
        os.umask(mask)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (old, new)] == [0o640, 0o640]


def test_hard_links_are_kept(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"long and old" * 100)
    os.link(one, other)
    with replacing(str(one)) as file:
        file.write(b"new")
        assert other.read_bytes().startswith(b"long")
    assert (one.read_bytes(), other.read_bytes(), one.stat().st_nlink) == (b"new", b"new", 2)
    assert sorted(os.listdir(tmp_path)) == ["one", "other"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_the_owner_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "theirs"
    path.write_bytes(b"old")
    os.chown(path, 12345, 23456)
    with replacing(str(path)) as file:
        file.write(b"new")
    assert (path.read_bytes(), path.stat().st_uid, path.stat().st_gid) == (b"new", 12345, 23456)


def test_a_link_is_followed(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    link.symlink_to("target")
    with replacing(str(link)) as file:
        file.write(b"new")
    assert link.is_symlink() and target.read_bytes() == b"new"


def test_a_name_may_be_as_long_as_names_are(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 127)
    with replacing(str(path)) as file:
        file.write(b"x")
    assert os.listdir(tmp_path) == [path.name]


def test_an_error_leaves_everything_as_it_was(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_bytes(b"old")
    with pytest.raises(RuntimeError), replacing_all([str(old), str(tmp_path / "new")]) as files:
        for file in files:
            file.write(b"x")
        raise RuntimeError
    assert (os.listdir(tmp_path), old.read_bytes()) == (["old"], b"old")


@pytest.mark.parametrize("failing", [0, 1, 2])
@pytest.mark.parametrize("links", [True, False])
def test_one_that_cannot_be_placed_takes_the_others_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int, links: bool
) -> None:
    names = ["a", "b", "c"]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a").write_bytes(b"old")
    real, calls = os.replace, iter(range(99))

    def replace(one: str, other: str) -> None:
        if next(calls) == failing:
            raise OSError(13, "Permission denied", one, None, other)
        real(one, other)

    real_link = os.link

    def link(one: str, *to: str, **how: Any) -> None:
        if not one.startswith("/proc"):
            raise OSError(1, "Operation not permitted")
        real_link(one, *to, **how)

    monkeypatch.setattr(os, "replace", replace)
    if not links:
        monkeypatch.setattr(os, "link", link)
    with (
        pytest.raises(UnwritableOutput, match=f'"{names[failing]}" cannot be written: Permission denied'),
        replacing_all(names) as files,
    ):
        for file in files:
            file.write(b"new")
    assert (os.listdir(tmp_path), (tmp_path / "a").read_bytes()) == (["a"], b"old")


def test_leftovers_of_a_killed_process_go_after_a_day(tmp_path: Path) -> None:
    old, young, other = (tmp_path / f".{name}{temporary.ENDING}" for name in ("out.1", "out.2", "x.3"))
    for path in (old, young, other):
        path.write_bytes(b"")
    for path in (old, other):
        os.utime(path, (time.time() - 90_000,) * 2)
    with replacing(str(tmp_path / "out")) as file:
        file.write(b"x")
    assert sorted(os.listdir(tmp_path)) == sorted([young.name, other.name, "out"])


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_process_that_is_told_to_end_leaves_nothing(
    small: Immuno, tmp_path: Path, sign: signal.Signals
) -> None:
    out, missing = tmp_path / "out.tsv", tmp_path / "missing.tsv"
    out.write_bytes(b"old")
    words = (*ANNOTATE, "-o", str(out), "--unmatched", str(missing))
    process = small.start(*words, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin is not None and process.stderr is not None
    process.stdin.write(TABLE * 1000)
    process.stdin.flush()
    while unfinished_files(process, tmp_path) < 2:
        assert process.poll() is None
    process.send_signal(sign)
    assert process.wait(60) == (130 if sign == signal.SIGINT else -sign)
    assert (os.listdir(tmp_path), out.read_bytes(), process.stderr.read()) == (["out.tsv"], b"old", b"")
    process.stdin.close()


@pytest.mark.parametrize(
    "script",
    [
        '"$@" -o /dev/stdout | cat',
        '"$@" -o /dev/fd/3 3>&1 | cat',
        '"$@" -o >(cat) | cat',
        '"$@" -o /dev/stdout',
    ],
)
def test_pipes_and_descriptors_are_written_as_they_are(small: Immuno, script: str) -> None:
    for words in (ANNOTATE, ("types", "-f", "tsv")):
        expected = small(*words, stdin=TABLE).out_bytes
        result = small.process(*words, stdin=TABLE, before=["bash", "-c", script + "; sleep 0.2", "bash"])
        assert (result.code, result.out_bytes) == (0, expected)


def test_a_descriptor_of_a_file_is_appended_to(small: Immuno, tmp_path: Path) -> None:
    path = tmp_path / "out"
    before = ["bash", "-c", f'{{ echo one; "$@" -o /dev/stdout; echo two; }} > {path}', "bash"]
    assert small.process(*ANNOTATE, stdin=TABLE, before=before).code == 0
    assert path.read_bytes() == b"one\n" + DONE + b"two\n"


def test_a_fifo_is_written_as_it_is(small: Immuno, tmp_path: Path) -> None:
    path = tmp_path / "fifo.tsv"
    os.mkfifo(path)
    with subprocess.Popen(["cat", str(path)], stdout=subprocess.PIPE) as reader:
        assert small.process(*ANNOTATE, "-o", str(path), stdin=TABLE).code == 0
        assert reader.communicate(timeout=60)[0] == DONE
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_a_reader_of_a_descriptor_may_leave(small: Immuno) -> None:
    before = ["bash", "-c", '"$@" -o /dev/stdout | head -n 1; exit "${PIPESTATUS[0]}"', "bash"]
    result = small.process(*ANNOTATE, stdin=TABLE * 20_000, before=before)
    assert (result.code, result.err) == (141, "")


@pytest.mark.parametrize(
    ("path", "told"), [("/dev/full", "No space left"), ("/dev/fd/77", "Bad file"), ("/dev/stdin", "")]
)
def test_what_cannot_be_written_is_one_line(small: Immuno, path: str, told: str) -> None:
    result = small.process(*ANNOTATE, "-o", path, stdin=TABLE)
    assert (result.code, result.out_bytes, result.err.count("\n")) == (2, b"", 1)
    assert told in result.err


def test_standard_output_has_a_name_too(small: Immuno) -> None:
    assert small(*ANNOTATE, "-o", "-", stdin=TABLE).out_bytes == DONE


def test_an_answer_is_not_added_to_its_own_table_by_any_name(small: Immuno, tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_bytes(TABLE)
    with path.open("ab") as out:
        for name in ("-", "/dev/stdout", "/dev/fd/1"):
            result = small.process("annotate", str(path), "--column", "drug", "-o", name, stdout=out)
            assert (result.code, path.read_bytes()) == (2, TABLE)


def test_the_list_of_strings_is_in_place_only_when_the_table_is_out(small: Immuno, tmp_path: Path) -> None:
    missing = tmp_path / "missing.tsv"
    result = small(*ANNOTATE, "--unmatched", str(missing), stdin=TABLE + b"ragged\n")
    assert (result.code, os.listdir(tmp_path)) == (2, [])
    result = small(*ANNOTATE, "--unmatched", str(missing), "-o", str(tmp_path / "no" / "out"), stdin=TABLE)
    assert (result.code, os.listdir(tmp_path)) == (2, [])


def test_escaping_holds_for_every_file(small: Immuno, tmp_path: Path) -> None:
    missing = tmp_path / "missing.tsv"
    content = b"drug,x\n=1+1,a\n@name,b\nKeytruda,c\n"
    words = (*ANNOTATE, "--escape-formulas", "--unmatched", str(missing))
    assert small(*words, stdin=content).lines[1].startswith("'=1+1,a,")
    assert missing.read_bytes() == b"string\tcount\n'=1+1\t1\n'@name\t1\n"


@pytest.mark.parametrize("to_file", [True, False])
def test_a_table_that_is_cut_short_while_it_is_read_is_refused(
    immuno: Immuno, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, to_file: bool
) -> None:
    table, target = tmp_path / "table.tsv", tmp_path / "out.tsv"
    table.write_bytes(b"id\tdrug\n" + b"1\tkeytruda\n" * 200_000)
    read = os.read

    def cutting(number: int, size: int) -> bytes:
        piece = read(number, size)
        if b"keytruda" in piece and table.stat().st_size > 1_000_000:
            os.truncate(table, 1_000_000)
        return piece

    monkeypatch.setattr(os, "read", cutting)
    found = immuno("annotate", str(table), "--column", "drug", *(["-o", str(target)] if to_file else []))
    assert found.code == 2 and "was cut short while it was read" in found.err, found
    assert not target.exists()
