"""What would be shown is written to a file: whole, in the format of its ending, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.asked import (
    FORMATS,
    REQUESTS,
)
from tests.driver import Immuno


@pytest.mark.parametrize("form", FORMATS)
def test_output_writes_what_would_be_shown(small: Immuno, form: str, tmp_path: Path, today: str) -> None:
    target = tmp_path / "answer"
    for asked in REQUESTS.values():
        request = (*asked[0], "--format", form)
        found = small(*request, "--output", str(target))
        assert (found.code, found.out) == (0, "")
        assert target.read_bytes() == small(*request).out_bytes
        assert os.listdir(tmp_path) == ["answer"]
    assert (
        small("therapies", "--format", form, "-o", "-").out_bytes == small("therapies", "-f", form).out_bytes
    )


ENDINGS = {".tsv": "tsv", ".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".md": "md", ".txt": "text"}


def test_the_ending_of_the_file_chooses_the_format(small: Immuno, tmp_path: Path, today: str) -> None:
    for ending, form in ENDINGS.items():
        for name in (f"answer{ending}", f"ANSWER{ending.upper()}"):
            target = tmp_path / name
            assert small("therapies", "-o", str(target)).code == 0
            assert target.read_bytes() == small("therapies", "-f", form).out_bytes
            assert small("therapies", "-f", "csv", "-o", str(target)).code == 0
            assert target.read_bytes() == small("therapies", "-f", "csv").out_bytes


@pytest.mark.parametrize("name", ["answer.xlsx", "answer.parquet", "answer.docx", "a.b"])
def test_an_ending_that_means_nothing_is_refused(small: Immuno, tmp_path: Path, name: str) -> None:
    found = small("therapies", "-o", str(tmp_path / name))
    assert (found.code, os.listdir(tmp_path)) == (2, []) and ".csv" in found.err


def test_a_name_without_an_ending_or_a_device_gets_the_usual(small: Immuno, tmp_path: Path) -> None:
    plain = small("therapies").out_bytes
    for name in ("answer", ".hidden", "dir.d/answer"):
        (tmp_path / "dir.d").mkdir(exist_ok=True)
        assert small("therapies", "-o", str(tmp_path / name)).code == 0
        assert (tmp_path / name).read_bytes() == plain
    assert small("therapies", "-o", os.devnull).code == 0


def test_a_picture_is_refused_where_none_is_drawn(small: Immuno, tmp_path: Path) -> None:
    for ending in ("svg", "png", "pdf"):
        found = small("therapies", "-o", str(tmp_path / f"x.{ending}"))
        assert (found.code, os.listdir(tmp_path)) == (2, [])


def test_output_goes_through_a_link_and_keeps_permissions(small: Immuno, tmp_path: Path) -> None:
    target, link = tmp_path / "real", tmp_path / "link"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    assert small("therapies", "-o", str(link)).code == 0
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("id\t")
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("where", ["missing/answer", ".", "x" * 5000, "a\udcffb/c"])
def test_output_that_cannot_be_written_is_told(
    small: Immuno, where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = small("therapies", "--output", where)
    assert (found.code, found.out, len(found.err.splitlines())) == (2, "", 1)
    assert os.listdir(tmp_path) == []


def test_a_failed_question_leaves_the_old_file(small: Immuno, tmp_path: Path) -> None:
    target = tmp_path / "answer"
    target.write_text("old", encoding="utf-8")
    assert small("show", "nosuchname", "-o", str(target)).code == 1
    assert small("therapies", "-c", "nosuch", "-o", str(target)).code == 2
    assert target.read_text(encoding="utf-8") == "old"


def test_citations_are_written_under_the_ending_of_their_style(immuno: Immuno, tmp_path: Path) -> None:
    for style, ending, begins in (
        ("csl-json", ".json", b"[{"),
        ("bibtex", ".bib", b"@"),
        ("ris", ".ris", b"TY"),
    ):
        for given in ([style, "--style", style], [style]):
            if ending == ".json" and given == [style]:
                continue  # JSON alone is that of the records
            target = tmp_path / f"{'-'.join(given)}{ending}"
            assert immuno("cite", "keytruda", *given[1:], "-o", str(target)).code == 0
            assert target.read_bytes().startswith(begins)
        for other in {".json", ".bib", ".ris"} - {ending}:
            found = immuno("cite", "keytruda", "--style", style, "-o", str(tmp_path / f"x{other}"))
            assert found.code == 2 and ending in found.err


def test_a_completion_script_is_no_picture(immuno: Immuno, tmp_path: Path) -> None:
    for name, code in (("_immuno", 0), ("immuno.bash", 0), ("x.png", 2), ("x.json", 2)):
        assert immuno("completion", "bash", "-o", str(tmp_path / name)).code == code
        assert (tmp_path / name).exists() == (code == 0)
