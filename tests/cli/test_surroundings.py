"""Whatever the surroundings are, the answer is the same and nothing breaks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.choice import some
from tests.cli.asked import ANSWERED
from tests.driver import ROOT, TOO_LONG, Immuno, Result

MANY = ("therapies", "show", "compare", "timeline", "matrix", "faq")
REQUESTS = {name: ANSWERED[name][0] for name in MANY}
WIDTHS = ["0", "1", "19", "20", "abc", "²", "١٢", "-5", "99999999", "9" * 5000, " 80", "80.5", "1e3", ""]
ODD = {
    "C locale": {"LC_ALL": "C", "LANG": "C"},
    "POSIX without coercion": {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "unknown locale": {"LC_ALL": "xx_YY.nosuch"},
    "no variables": {"PATH": None, "LANG": None, "TERM": None, "USER": None},
    "dumb terminal": {"TERM": "dumb"},
    "unknown terminal": {"TERM": "nosuch\x1b[31m"},
    "no home": {"HOME": None, "XDG_CACHE_HOME": None},
    "relative home": {"HOME": "home", "XDG_CACHE_HOME": "cache"},
    "home below a file": {"HOME": "/etc/passwd/home", "XDG_CACHE_HOME": "/etc/passwd/cache"},
    "unbuffered": {"PYTHONUNBUFFERED": "1"},
    "warnings are errors": {"PYTHONWARNINGS": "error"},
    "developer mode": {"PYTHONDEVMODE": "1"},
    "optimised": {"PYTHONOPTIMIZE": "2"},
    "no bytecode": {"PYTHONDONTWRITEBYTECODE": "1"},
    "random hashes": {"PYTHONHASHSEED": "1"},
    "empty data": {"IMMUNO_DATA": ""},
}  # fmt: skip


def check(found: Result) -> None:
    assert found.code == 0, found
    assert "Traceback" not in found.err and "Warning" not in found.err, found


# Where no cache can be kept each process makes an index: one form will do.
UNKEPT = ("no home", "relative home", "home below a file")


@pytest.mark.parametrize("odd", ODD)
def test_machine_formats_are_the_same_bytes_anywhere(immuno: Immuno, small: Immuno, odd: str) -> None:
    over = small if "IMMUNO_DATA" not in ODD[odd] else immuno
    for form in some(("csv", "json"), 2 if odd in UNKEPT else 1):
        plain = over("therapies", "--status", "any", "--format", form)
        found = over.process("therapies", "--status", "any", "--format", form, env=ODD[odd])
        check(found)
        assert found.out_bytes == plain.out_bytes


@pytest.mark.parametrize("odd", ODD)
def test_people_are_answered_anywhere(small: Immuno, odd: str) -> None:
    changes = {name: value for name, value in ODD[odd].items() if name != "IMMUNO_DATA"}
    for form in some(("table", "text"), 2 if odd in UNKEPT else 1):
        check(small.process("show", "keytruda", "--format", form, env=changes))
    check(small.process("--help", env=changes))
    assert small.process("nosuch", env=changes).code == 2


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16", "ascii:strict"])
@pytest.mark.parametrize("form", ["table", "text", "tsv"])
def test_narrow_encodings_transliterate_and_never_crash(small: Immuno, encoding: str, form: str) -> None:
    for asked in (("show", "bcg", "--full"), ("show", "nosuch\u2192é")):
        found = small.process(*asked, "--format", form, env={"PYTHONIOENCODING": encoding, "COLUMNS": "90"})
        assert found.code == (1 if "nosuch\u2192é" in asked else 0), found
        assert b"Traceback" not in found.err_bytes
        name = encoding.partition(":")[0]
        if form == "tsv" and found.code == 0:
            assert found.out_bytes == small(*asked, "--format", form).out_bytes
        else:
            found.out_bytes.decode(name)
            found.err_bytes.decode(name)


def test_ascii_output_keeps_words_and_draws_with_ascii(small: Immuno) -> None:
    found = small.process("types", "--format", "table", env={"PYTHONIOENCODING": "ascii"})
    assert found.out.isascii() and "CAR T-cell therapy" in found.out
    assert "\\u" not in found.out and "?" not in found.out


@pytest.mark.parametrize("name", ["COLUMNS", "LINES", "TERMINAL_WIDTH"])
@pytest.mark.parametrize("width", WIDTHS, ids=lambda width: width[:10] or "empty")
def test_odd_widths_leave_everything_readable(small: Immuno, name: str, width: str) -> None:
    for request in REQUESTS.values():
        found = small(*request, "--format", "table", env={name: width})
        check(found)
        assert found.out.strip()
    for words in (("--help",), ("therapies", "--help")):
        found = small(*words, env={name: width})
        check(found)
        assert "Examples" in found.out
    failed = small("therapies", "--nosuch", env={name: width})
    assert failed.code == 2 and "--nosuch" in failed.err


@pytest.mark.parametrize("width", ["abc", "²", "9" * 5000, ""], ids=["abc", "two", "long", "empty"])
def test_nothing_of_typer_meets_an_odd_width(small: Immuno, width: str) -> None:
    """Its part that draws with Rich reads these when it is imported, and fails for what is no number."""
    start = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import immunocli.cli.typer_app, typer.rich_utils"
    env = small.environment({"TERMINAL_WIDTH": width, "COLUMNS": width, "LINES": width})
    subprocess.run([sys.executable, "-c", start], env=env, check=True, timeout=TOO_LONG)


@pytest.mark.parametrize("request_", REQUESTS.values(), ids=" ".join)
def test_no_color_wins_over_all_that_force_it(small: Immuno, request_: Sequence[str]) -> None:
    forced = {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "TERM": "xterm-256color"}
    assert "\x1b[" in small(*request_, "--format", "table", env=forced).out
    for more in ({"NO_COLOR": "1"}, {"NO_COLOR": "0"}, {"FORCE_COLOR": "0", "CLICOLOR_FORCE": "0"}):
        assert "\x1b" not in small(*request_, "--format", "table", env=forced | more).out
    assert "\x1b[" in small(*request_, "--format", "table", env=forced | {"NO_COLOR": ""}).out
    assert "\x1b" not in small(*request_, "--format", "table", env={"TERM": "xterm-256color"}).out


def test_a_deleted_working_directory_does_not_matter(small: Immuno, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    script = 'mkdir "$0" && cd "$0" && rmdir "$0" && exec "$@"'
    for words in (("therapies",), ("--help",), ("show", "nosuch"), ("types", "--format", "table")):
        found = small.process(*words, before=("sh", "-c", script, str(gone)))
        assert found.code == (1 if "nosuch" in words else 0)
        assert "Traceback" not in found.err
    found = small.process("therapies", "-o", "answer", before=("sh", "-c", script, str(gone)))
    assert (found.code, found.out) == (2, "")


def test_a_poisoned_working_directory_is_not_imported_from(small: Immuno, tmp_path: Path) -> None:
    for name in ("json", "typer", "rich", "zlib", "csv", "os", "immunocli", "sitecustomize"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('poisoned')", encoding="utf-8")
    for words in (("therapies",), ("--help",), ("types", "--format", "table"), ("data", "validate")):
        check(small.process(*words, cwd=tmp_path))


def test_without_any_right_to_write(small: Immuno, copied: Path) -> None:
    """Over data whose index cannot be kept, with a home that nobody may write to."""
    powerless: tuple[str, ...] = ()
    if os.geteuid() == 0:  # root may write anywhere, unless it gives that power up
        powerless = ("setpriv", "--bounding-set=-all")
        if shutil.which(powerless[0]) is None:
            pytest.skip("cannot give up root's powers here")
    over = small.on(copied)
    before = sorted(os.listdir(copied))
    copied.chmod(0o555)
    env = {"HOME": str(copied), "XDG_CACHE_HOME": None, "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        for request in (*REQUESTS.values(), ("--version",), ("--help",)):
            check(over.process(*request, env=env, before=powerless))
        found = over.process("therapies", "-o", str(copied / "x"), env=env, before=powerless)
        assert found.code == 2 and "cannot be written: Permission denied" in found.err
        assert sorted(os.listdir(copied)) == before
    finally:
        copied.chmod(0o755)


# The clock


def with_clock(small: Immuno, tmp_path: Path, day: str, *arguments: str) -> Result:
    """Run with a clock that says `day`, whatever else it is asked."""
    (tmp_path / "sitecustomize.py").write_text(
        f"import time\nreal = time.strftime\n"
        f"time.strftime = lambda form, *rest: {day!r} if form == '%Y-%m-%d' else real(form, *rest)\n",
        encoding="utf-8",
    )
    return small.process(*arguments, env={"PYTHONPATH": str(tmp_path)})


@pytest.mark.parametrize("day", ["1970-01-01", "2026-01-14", "2026-07-14", "", "x"])
def test_a_young_edition_or_a_wrong_clock_says_nothing(small: Immuno, tmp_path: Path, day: str) -> None:
    for form in ("table", "json"):
        found = with_clock(small, tmp_path, day, "show", "keytruda", "--format", form)
        assert (found.code, found.err) == (0, "")


@pytest.mark.parametrize("day", ["2026-07-15", "2200-01-01"])
def test_an_old_edition_is_told_once_in_every_format(small: Immuno, tmp_path: Path, day: str) -> None:
    for form in ("table", "tsv", "json"):
        found = with_clock(small, tmp_path, day, "show", "keytruda", "--format", form)
        assert found.code == 0
        assert found.err.count("\n") == 1 and "as of 2026-01-15" in found.err and "months old" in found.err
        if form == "json":
            assert [one["code"] for one in found.json["notices"]] == ["stale"]
        else:
            assert "months old" not in found.out


def test_names_of_other_scripts_are_read_where_python_takes_arguments_for_ascii(immuno: Immuno) -> None:
    found = immuno.process("resolve", "Кейтруда", "--no-header", env=ODD["POSIX without coercion"])
    assert found.rows[0][:2] == ["Кейтруда", "pembrolizumab"]


def test_a_cache_that_cannot_be_written_is_told(small: Immuno, tmp_path: Path) -> None:
    """Each command then reads all data anew: who waits should know why."""
    (tmp_path / "file").touch()
    told = "the cache cannot be written (XDG_CACHE_HOME names its place)"
    found = small.process("show", "keytruda", env={"XDG_CACHE_HOME": str(tmp_path / "file")})
    assert (found.code, found.err.count(told)) == (0, 1)
    assert told not in small.process("show", "keytruda").err
