"""What the documents show is what happens: examples, tables, links, commands."""

from __future__ import annotations

import re
import subprocess

import pytest

from immunocli.cli.declared_commands import COMMANDS
from tests.driver import ROOT
from tools import readme_tables

README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = {
    name: (ROOT / name).read_text(encoding="utf-8")
    for name in (
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "data/README.md",
        *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md"))),
    )
}
EXAMPLES = [
    (name, command, shown)
    for name, text in DOCUMENTS.items()
    for command, shown in readme_tables.examples(text)
]


@pytest.mark.parametrize(("name", "command", "shown"), EXAMPLES, ids=[command for _, command, _ in EXAMPLES])
def test_an_example_prints_what_is_shown(name: str, command: str, shown: str) -> None:
    if not readme_tables.can_run(command):
        pytest.skip("a program that it pipes into is not here")
    real = readme_tables.output_of(command)
    assert readme_tables.agrees(shown, real), (
        f"{name}: {command}\nprints:\n{real}\nRun python tools/readme_tables.py and read what changed."
    )


def test_there_are_six_questions_and_a_pipe() -> None:
    commands = {command.split()[1] for name, command, _ in EXAMPLES if name == "README.md"}
    assert len(commands) >= 6
    assert [command for _, command, _ in EXAMPLES if "|" in command]


def test_no_example_is_empty() -> None:
    """Commands that write to a file print nothing; such are written in running text."""
    assert not [command for _, command, shown in EXAMPLES if not shown]


@pytest.mark.parametrize("name", readme_tables.TABLES)
def test_a_table_is_that_of_the_data(name: str) -> None:
    blocks = [
        block[1]
        for text in DOCUMENTS.values()
        for block in re.finditer(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", text, re.DOTALL)
    ]
    assert len(blocks) == 1, f"put <!-- {name} --> and <!-- /{name} --> where the table belongs, once"
    assert blocks[0] == readme_tables.TABLES[name](), "run python tools/readme_tables.py"


def test_the_verdicts_add_up_to_the_list() -> None:
    assert "| **together** | **132** | |" in DOCUMENTS["docs/data-and-sources.md"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert f"| `immuno {command}` |" in README


def test_the_two_set_up_commands_come_first_each_on_one_line() -> None:
    blocks = re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL)[:2]
    assert [kind for kind, _ in blocks] == ["sh", "sh"]
    first, second = (text for _, text in blocks)
    assert first.count("\n") == second.count("\n") == 1
    assert first.rstrip().endswith("immuno therapies --cancer melanoma")
    assert "pytest" in second


def test_ci_runs_the_very_commands_of_the_readme() -> None:
    blocks = re.findall(r"```sh\n(.*?)\n```", README, re.DOTALL)[:2]
    for number, block in enumerate(blocks, 1):
        said = subprocess.run(
            [str(ROOT / ".ci" / "run"), "--show", str(number)],
            capture_output=True,
            text=True,
            check=True,
            stdin=subprocess.DEVNULL,
            timeout=60,
        )
        assert said.stdout == block + "\n"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_inside_the_repository_lead_somewhere(name: str) -> None:
    for link in re.findall(r"\]\(([^)#:]+)(?:#[\w-]+)?\)", DOCUMENTS[name]):
        assert (ROOT / name).parent.joinpath(link).exists(), f"{name}: {link}"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_lines_are_short_and_clean(name: str) -> None:
    prose = re.sub(r" *```.*?```|^\|.*?\n", "", DOCUMENTS[name], flags=re.DOTALL | re.MULTILINE)
    for line in prose.split("\n"):
        assert len(line) <= 125 or "://" in line, f"{name}: break this line: {line[:60]}"
        assert line == line.rstrip(), f"{name}: stray space: {line[:60]}"


def test_the_changelog_tells_of_data_and_code() -> None:
    for release in re.split(r"^## ", DOCUMENTS["CHANGELOG.md"], flags=re.MULTILINE)[1:]:
        title, _, body = release.partition("\n")
        if not title.startswith("[Unreleased]") or "###" in body:
            assert re.match(r"\[(Unreleased|\d+\.\d+\.\d+)\]", title)
            assert "### Data" in body or "### Code" in body
    assert DOCUMENTS["CHANGELOG.md"].count("### Data") >= 1


@pytest.mark.parametrize(
    ("shown", "real", "fits"),
    [
        ("a\nb", "a\nb", True),
        ("a\n...\nc", "a\nb1\nb2\nc", True),
        ("a\n...", "a\nb\nc", True),
        ("a\n...\nc", "a\nb\nd", False),
        ("a.", "ab", False),
    ],
)
def test_an_ellipsis_stands_for_any_lines(shown: str, real: str, fits: bool) -> None:
    assert readme_tables.agrees(shown, real) is fits
