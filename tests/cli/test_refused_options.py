"""An option that would mean nothing, or something else than it says, is a usage error in one line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.driver import ROOT, SMALL, Immuno


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("schema", "therapy", "-o", "x.png"), "this is not written as .png"),
        (("schema", "therapy", "-o", "x.csv"), "this is not written as .csv"),
        (("schema", "-o", "x.csv"), "this is not written as .csv"),
        (("cite", "keytruda", "--style", "bibtex", "-c", "id"), "--style bibtex has no columns"),
        (("cite", "keytruda", "--style", "ris", "--no-header"), "--style ris has no columns"),
        (("therapies", "--limit", "1_0"), "--limit takes a whole number from 0 on"),
        (("therapies", "--limit", "\u0663"), "--limit takes a whole number from 0 on"),
        (("therapies", "--limit", "+3"), "--limit takes a whole number from 0 on"),
        (
            ("therapies", "--source", "cri-2022", "--line", "first"),
            "tells nothing that --line could choose by",
        ),
        (("show", "keytruda", "--data", ""), "--data is empty"),
        (("show", "keytruda", "--data="), "--data is empty"),
    ],
)
def test_it_is_refused_in_one_line(
    small: Immuno, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    found = small(*asked)
    assert (found.code, found.out, found.err.count("\n")) == (2, "", 1) and told in found.err
    assert not list(tmp_path.iterdir())


def test_an_ending_that_fits_is_taken(small: Immuno, tmp_path: Path) -> None:
    for name in ("s.json", "s.schema.json", "s", "s.txt"):
        assert small("schema", "therapy", "-o", str(tmp_path / name)).code == 0
    assert small("schema", "-o", str(tmp_path / "kinds.txt")).code == 0


def test_an_empty_data_directory_is_refused_before_any_data_are_read(
    small: Immuno, monkeypatch: pytest.MonkeyPatch
) -> None:
    from immunocli.cli import streams, unquoted_words

    def read(*_: object) -> None:
        raise AssertionError("data were read")

    monkeypatch.setattr(streams, "opened", read)
    monkeypatch.setattr(unquoted_words, "catalogue_for", read)
    assert small("show", "keytruda", "--data", "").code == 2


def test_a_closed_input_is_told(tmp_path: Path) -> None:
    command = f"'{sys.executable}' -m immunocli resolve - --data '{SMALL}' <&-"
    found = subprocess.run(["sh", "-c", command], capture_output=True, cwd=ROOT, timeout=60)
    assert (found.returncode, found.stdout) == (2, b"") and found.stderr.count(b"\n") == 1
    assert b"standard input is closed" in found.stderr


def test_too_little_memory_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = (
        "import immunocli.module_cache, immunocli.__main__ as program\n"
        "def taken(command): raise MemoryError\n"
        "immunocli.module_cache.taken = taken\n"
        "program.main()\n"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, cwd=ROOT, timeout=60)
    assert (found.returncode, found.stdout) == (70, b"")
    assert found.stderr == b"immuno: not enough memory for this\n"


@pytest.mark.parametrize(
    ("request_", "told"),
    [
        (("compare", "keytruda", "", "opdivo"), "one of the names is empty"),
        (("cite", "--edition", "--as-of", "2010"), "--edition is cited alone"),
        (("cite", "keytruda", "--edition"), "--edition is cited alone"),
        (("timeline", "--count", "-o", "lanes.svg"), "no picture is drawn of a number"),
    ],
)
def test_nothing_that_was_asked_is_dropped_unseen(
    small: Immuno, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request_: tuple[str, ...], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    found = small(*request_)
    assert (found.code, found.out) == (2, "") and told in found.err
    assert not list(tmp_path.iterdir())
