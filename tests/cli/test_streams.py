"""Closed, full and deserted streams: nothing is lost in silence, and nothing is said twice."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from immunocli.cli import run
from tests.cli.asked import ANSWERED
from tests.driver import TOO_LONG, Immuno, unfinished_files

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="no /dev/full here")
# One of each road through the program.
REQUESTS = {name: ANSWERED[name][0] for name in ("therapies", "show", "define", "resolve", "cite")} | {
    "schema": ("schema", "therapy"),
    "help": ("--help",),
    "help of a command": ("therapies", "--help"),
    "version": ("--version",),
    "a table": ("therapies", "--format", "table"),
    "json": ("therapies", "--format", "json"),
    "bibtex": ("cite", "keytruda", "--style", "bibtex"),
    "data path": ("data", "path"),
    "data validate": ("data", "validate"),
}
FAILING = {"not found": ("show", "nosuchname"), "usage": ("therapies", "--nosuch")}


def closing(*redirections: str) -> tuple[str, ...]:
    """Return the words before a command that close or redirect its streams, as a shell does."""
    return "sh", "-c", f'exec "$@" {" ".join(redirections)}', "sh"


@pytest.mark.parametrize("asked", REQUESTS)
def test_a_closed_output_is_told(small: Immuno, asked: str) -> None:
    found = small.process(*REQUESTS[asked], before=closing(">&-"))
    assert found.code == 2
    assert "standard output is closed; there is nowhere to answer" in found.err
    assert found.err.count("\n") == 1


@pytest.mark.parametrize("asked", REQUESTS)
def test_closed_input_and_errors_change_nothing(small: Immuno, asked: str) -> None:
    plain = small(*REQUESTS[asked])
    for redirections in (("<&-",), ("<&-", "2>&-")):
        found = small.process(*REQUESTS[asked], before=closing(*redirections))
        assert (found.code, found.out_bytes) == (0, plain.out_bytes)


@pytest.mark.parametrize("asked", FAILING)
def test_a_closed_error_output_keeps_the_code(small: Immuno, asked: str) -> None:
    plain = small.process(*FAILING[asked])
    for redirections in (("2>&-",), ("<&-", "2>&-"), ("2>/dev/full",)):
        found = small.process(*FAILING[asked], before=closing(*redirections))
        assert (found.code, found.out, found.err) == (plain.code, "", "")


def test_everything_closed_is_still_no_crash(small: Immuno, tmp_path: Path) -> None:
    assert small.process("therapies", before=closing("<&-", ">&-", "2>&-")).code == 2


def test_a_closed_output_never_ends_up_in_a_file(small: Immuno, tmp_path: Path) -> None:
    target = tmp_path / "answer"
    for closed in ((">&-",), ("<&-", "2>&-")):
        assert small.process("therapies", "-o", str(target), before=closing(*closed)).code == 0
        assert target.read_bytes() == small.process("therapies").out_bytes
        target.unlink()
    refused = small.process("therapies", "-o", "/dev/stdout", before=closing(">&-"))
    assert (refused.code, refused.err.count("\n")) == (2, 1)


@needs_full
@pytest.mark.parametrize("asked", REQUESTS)
def test_a_full_disk_is_told(small: Immuno, asked: str) -> None:
    with FULL.open("wb") as full:
        found = small.process(*REQUESTS[asked], stdout=full)
    assert found.code == 2
    assert "the answer could not be written: No space left on device" in found.err
    assert found.err.count("\n") == 1


@needs_full
def test_a_full_disk_is_told_for_a_file_too(small: Immuno) -> None:
    found = small.process("therapies", "-o", str(FULL))
    assert found.code == 2 and found.err.count("\n") == 1 and "No space left" in found.err


@needs_full
def test_no_buffering_of_the_interpreter_loses_anything(small: Immuno) -> None:
    with FULL.open("wb") as full:
        assert small.process("therapies", stdout=full, env={"PYTHONUNBUFFERED": "1"}).code == 2
    plain = small.process("indications", "-f", "json")
    assert small.process("indications", "-f", "json", env={"PYTHONUNBUFFERED": "1"}).out == plain.out


def test_a_slow_reader_of_a_small_pipe_gets_every_byte(immuno: Immuno) -> None:
    whole = immuno.process("indications", "--status", "any", "-f", "json").out_bytes
    assert len(whole) > 100_000
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    process = immuno.start(
        "indications", "--status", "any", "-f", "json", stdout=writing, stderr=subprocess.PIPE
    )
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        got = pipe.read()
    assert process.communicate(timeout=TOO_LONG)[1].count(b"Traceback") == 0
    assert process.returncode == 0
    assert got == whole


@pytest.mark.parametrize("form", ["tsv", "json", "text", "table"])
def test_a_reader_that_left_is_met_with_silence(immuno: Immuno, form: str) -> None:
    """The reader takes one byte of what fills a pipe many times over."""
    process = immuno.start(
        "resolve", "-", "--format", form, "--no-pager",
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    process.stdin.write(b"keytruda 200mg\n" * 3_000)
    process.stdin.close()
    assert process.stdout.read(1)
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(TOO_LONG) == 141


@pytest.mark.parametrize("asked", REQUESTS)
def test_a_pipe_that_is_closed_from_the_start(small: Immuno, asked: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        found = small.process(*REQUESTS[asked], stdout=writing)
    finally:
        os.close(writing)
    assert (found.code, found.err) == (141, "")


def test_head_takes_three_lines(small: Immuno) -> None:
    line = " ".join(["set -o pipefail;", '"$@" | head -3; echo ${PIPESTATUS[0]}'])
    found = small.process("therapies", before=("bash", "-c", line, "bash"))
    assert found.lines[0].startswith("id\t") and len(found.lines) == 4
    assert found.lines[3] in ("0", "141") and "Traceback" not in found.err


def interrupted(immuno: Immuno, *arguments: str) -> tuple[int, bytes, bytes]:
    """Return code and outputs of a command that is interrupted while it reads standard input."""
    process = immuno.start(*arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdin.write(b"drug\nkeytruda\n")
    process.stdin.flush()
    waiting = Path(f"/proc/{process.pid}/wchan")
    for _ in range(600):
        time.sleep(0.05)
        if "read" in _state(process.pid, waiting):
            break
    process.send_signal(signal.SIGINT)
    code = process.wait(TOO_LONG)
    out, err = process.stdout.read(), process.stderr.read()
    process.stdin.close()
    return code, out, err


def _state(number: int, waiting: Path) -> str:
    """Return "read" once a process sleeps in a read from its standard input."""
    try:
        call = Path(f"/proc/{number}/syscall").read_text(encoding="ascii").split()
    except OSError:
        return "read"
    return "read" if call[:2] == ["0", "0x0"] else ""


@pytest.mark.skipif(not Path("/proc/self/syscall").exists(), reason="cannot see when it reads")
@pytest.mark.parametrize("arguments", [("resolve", "-"), ("annotate", "-", "--column", "drug")])
def test_an_interrupt_ends_quietly_with_130(small: Immuno, arguments: tuple[str, ...]) -> None:
    code, _, err = interrupted(small, *arguments)
    assert code == 130
    assert b"Traceback" not in err and err.strip() in (b"", b"^C")


def test_input_is_left_alone_unless_asked_for(small: Immuno) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"keytruda\n")
    try:
        assert small.process("resolve", "MK-3475", stdin=reading).code == 0
        assert os.read(reading, 100) == b"keytruda\n"
    finally:
        os.close(reading)
        os.close(writing)


def test_input_that_cannot_be_read_is_told(small: Immuno) -> None:
    unreadable = os.open(os.devnull, os.O_WRONLY)
    try:
        found = small.process("resolve", "-", stdin=unreadable)
    finally:
        os.close(unreadable)
    assert found.code == 2 and found.out == "" and found.err.count("\n") == 1


def test_a_terminal_s_end_and_a_request_to_end_leave_the_old_file(small: Immuno, tmp_path: Path) -> None:
    """Told to end while a file is being written, the program removes what it began."""
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        target = tmp_path / "out.tsv"
        target.write_bytes(b"old")
        process = small.start(
            "annotate", "-", "--column", "drug", "-o", str(target),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        process.stdin.write(b"id\tdrug\n" + b"1\tkeytruda\n" * 50_000)
        process.stdin.flush()
        until = time.monotonic() + TOO_LONG
        while not unfinished_files(process, tmp_path):
            assert process.poll() is None and time.monotonic() < until
        for name in set(os.listdir(tmp_path)) - {"out.tsv"}:
            assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
            assert str(process.pid) not in name
        process.send_signal(number)
        assert process.wait(TOO_LONG) == (130 if number == signal.SIGINT else -number)
        assert os.listdir(tmp_path) == ["out.tsv"] and target.read_bytes() == b"old"
        process.stdin.close()
        process.stdout.close()
        process.stderr.close()


def test_a_killed_run_stands_in_no_later_one_s_way(small: Immuno, tmp_path: Path) -> None:
    """In a container the next process has the same number; what is left is no file that it would make."""
    target = tmp_path / "out.tsv"
    process = small.start(
        "annotate", "-", "--column", "drug", "-o", str(target), stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )
    process.stdin.write(b"id\tdrug\n" + b"1\tkeytruda\n" * 50_000)
    process.stdin.flush()
    until = time.monotonic() + TOO_LONG
    while not unfinished_files(process, tmp_path):
        assert process.poll() is None and time.monotonic() < until
    process.kill()
    process.wait(TOO_LONG)
    process.stdin.close()
    process.stderr.close()
    left = os.listdir(tmp_path)  # one where every file has a name, none elsewhere
    for number in range(3):
        assert small.process("therapies", "-o", str(target)).code == 0, number
    assert sorted(os.listdir(tmp_path)) == sorted([*left, "out.tsv"])


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444])
def test_the_new_file_has_the_mode_of_the_old_one(small: Immuno, tmp_path: Path, mode: int) -> None:
    target = tmp_path / "answer"
    target.write_bytes(b"old")
    target.chmod(mode)
    assert small("therapies", "-o", str(target)).code == 0
    assert target.stat().st_mode & 0o777 == mode


def test_a_new_file_has_the_usual_mode(small: Immuno, tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        assert small("therapies", "-o", str(tmp_path / "answer")).code == 0
    finally:
        os.umask(before)
    assert (tmp_path / "answer").stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="no /dev/stdout here")
def test_devices_and_pipes_are_written_as_they_are(small: Immuno, tmp_path: Path) -> None:
    plain = small.process("therapies", "-f", "csv").out_bytes
    assert small.process("therapies", "-f", "csv", "-o", "/dev/stdout").out_bytes == plain
    through = ("bash", "-c", 'exec "$@" -o >(cat) | cat', "bash")
    assert small.process("therapies", "-f", "csv", before=through).out_bytes == plain
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    reader = subprocess.Popen(["cat", str(fifo)], stdout=subprocess.PIPE)
    assert small.process("therapies", "-f", "csv", "-o", str(fifo)).code == 0
    assert reader.communicate(timeout=TOO_LONG)[0] == plain


def test_a_line_without_end_is_read_in_time_and_memory_that_do_not_explode(small: Immuno) -> None:
    begun = time.monotonic()
    found = small.process("resolve", "-", "-f", "tsv", stdin=b"keytruda " * 500_000)
    assert (found.code, found.out) == (2, "") and time.monotonic() - begun < 20
    assert "line 1: a line of more than 1 MB" in found.err


def test_an_interrupt_while_a_class_is_made_is_one_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python tells of it as of an error in the class, for the sake of which it was raised again."""

    class Interrupting:
        def __set_name__(self, owner: type, name: str) -> None:
            raise KeyboardInterrupt

    def answered(arguments: list[str]) -> int:
        type("Made", (), {"field": Interrupting()})
        return 0

    monkeypatch.setattr("immunocli.cli.answered", answered)
    assert run(["types"]) == 130
