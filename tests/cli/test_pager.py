"""What a pager is given, and that no pager loses an answer; what is said of written files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_terminal import on_terminal
from tests.driver import Immuno


def env_seen(small: Immuno, tmp_path: Path, **env: str | None) -> str:
    """Return what a pager found in its environment."""
    pager = tmp_path / "pager"
    pager.write_text(
        '#!/bin/sh\necho "LESS=$LESS LV=$LV IMMUNO_PAGER=$IMMUNO_PAGER"\ncat > /dev/null\n', encoding="utf-8"
    )
    pager.chmod(0o755)
    return on_terminal(small, "show", "keytruda", lines=4, PAGER=str(pager), **env)[1]


def test_less_is_told_to_show_colors_unless_the_user_told_it_otherwise(small: Immuno, tmp_path: Path) -> None:
    assert "LESS=FIRX LV=-c" in env_seen(small, tmp_path, LESS=None, LV=None)
    assert "LESS=-S LV=-c" in env_seen(small, tmp_path, LESS="-S", LV=None)
    assert "IMMUNO_PAGER=\n" in env_seen(small, tmp_path)


@pytest.mark.parametrize("pager", ["immuno", "/usr/local/bin/immuno", "immuno show x"])
def test_the_program_does_not_page_by_itself(small: Immuno, pager: str) -> None:
    code, shown = on_terminal(small, "show", "keytruda", lines=4, IMMUNO_PAGER=pager)
    assert code == 0 and "this program itself; here is the answer" in shown and "PD-1 inhibitor" in shown


@pytest.mark.parametrize(
    "pager", ["false", "/nonexistent/pager", "sh -c 'exit 3'", "sh -c 'head -1; exit 1'"]
)
def test_a_pager_that_fails_is_named_and_the_answer_shown_whole(small: Immuno, pager: str) -> None:
    code, shown = on_terminal(small, "show", "keytruda", lines=4, IMMUNO_PAGER=pager)
    assert code == 0 and "the pager" in shown and "here is the answer" in shown
    assert shown.endswith(on_terminal(small, "show", "keytruda", "--no-pager", lines=4)[1][-200:])


def test_no_pager_is_a_choice(small: Immuno) -> None:
    whole = on_terminal(small, "show", "keytruda", "--no-pager", lines=4)[1]
    for env in (
        {"IMMUNO_PAGER": ""},
        {"PAGER": ""},
        {"IMMUNO_PAGER": "", "PAGER": "false"},
        {"TERM": "dumb"},
    ):
        code, shown = on_terminal(small, "show", "keytruda", lines=4, **{"NO_COLOR": "1", **env})
        assert code == 0 and "pager" not in shown and "PD-1 inhibitor" in shown
    assert "PD-1 inhibitor" in whole


def test_long_help_is_paged_too(small: Immuno, tmp_path: Path) -> None:
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\necho PAGED\nexec cat\n", encoding="utf-8")
    pager.chmod(0o755)
    assert on_terminal(small, "--help", lines=10, PAGER=str(pager))[1].startswith("PAGED\n")
    assert "PAGED" not in on_terminal(small, "--help", lines=200, PAGER=str(pager))[1]


ENDINGS = {
    "a.csv": "csv", "a.tsv": "tsv", "a.json": "json", "a.JSONL": "jsonl", "a.ndjson": "jsonl", "a.md": "md",
    "a.txt": "text", "noending": "tsv", ".csv": "tsv",
}  # fmt: skip


@pytest.mark.parametrize("name", ENDINGS)
def test_the_ending_chooses_the_format(small: Immuno, name: str, tmp_path: Path) -> None:
    code, shown = on_terminal(small, "types", "-o", str(tmp_path / name))
    assert code == 0 and f"wrote {len(small('types').lines) - 1} records to" in shown
    assert (tmp_path / name).read_bytes() == small("types", "-f", ENDINGS[name]).out_bytes
    assert small("types", "-o", str(tmp_path / name)).out == ""


def test_a_dash_is_standard_output_and_an_unknown_ending_is_refused(small: Immuno, tmp_path: Path) -> None:
    assert small("types", "-o", "-").out == small("types").out
    assert not (tmp_path / "-").exists()
    found = small("types", "-o", str(tmp_path / "a.xyz"))
    assert found.code == 2 and "no format ends in .xyz" in found.err and not list(tmp_path.iterdir())
    assert small("types", "-o", str(tmp_path / "a.xyz"), "-f", "csv").code == 0
