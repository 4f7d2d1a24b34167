"""The TAB key is answered in any letter case, without Typer."""

from __future__ import annotations

import subprocess
import sys

import pytest

from immunocli.cli import COMMANDS
from tests.driver import ROOT, Immuno, Result


def pressed(small: Immuno, line: str, shell: str = "bash") -> Result:
    """Press TAB at the end of a line, as the script for that shell asks."""
    return small(env=request(line, shell))


def request(line: str, shell: str) -> dict[str, str | None]:
    words = line.split(" ")
    if shell == "bash":
        place = str(len(words) - 1)
        return {"_IMMUNO_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": place}
    asked = {"_IMMUNO_COMPLETE": f"complete_{shell}", "_TYPER_COMPLETE_ARGS": line}
    return asked | ({"_TYPER_COMPLETE_FISH_ACTION": "get-args"} if shell == "fish" else {})


# what is typed: some of what must be offered
OFFERED = {
    "immuno ": ["therapies", "show", "define", "faq"],
    "immuno TH": ["therapies"],
    "immuno show KEY": ["Keytruda"],
    "immuno show key": ["Keytruda"],
    "immuno show MELA": ["melanoma"],
    "immuno show keytruda kym": ["Kymriah"],
    "immuno therapies --cancer MEL": ["melanoma"],
    "immuno therapies --cancer small": ["small-cell-lung-cancer"],
    "immuno therapies --type CAR": ["CAR-T-cell-therapy"],
    "immuno therapies --target PD": ["PD-1"],
    "immuno therapies --biomarker MSI": ["msi-h"],
    "immuno therapies --format J": ["json", "jsonl"],
    "immuno therapies -f c": ["csv"],
    "immuno therapies --status W": ["withdrawn"],
    "immuno therapies --columns ID,NA": ["ID,name"],
    "immuno therapies --sort FIRST": ["first_approved"],
    "immuno therapies --canc": ["--cancer"],
    "immuno therapies --h": ["--help"],
    "immuno indications --setting NEO": ["neoadjuvant"],
    "immuno define CYTO": ["cytokine-release-syndrome"],
    "immuno immune-system T": ["T-cell"],
    "immuno resolve --kind C": ["cancer"],
    "immuno data V": ["validate"],
    "immuno schema TH": ["therapy"],
    "immuno matrix --by T": ["type", "target"],
    "immuno compare LART": ["Lartruvo"],
    "immuno cite key": ["Keytruda"],
}


@pytest.mark.parametrize("line", OFFERED)
def test_bash_and_fish_get_a_line_a_candidate(small: Immuno, line: str) -> None:
    for shell in ("bash", "fish"):
        found = pressed(small, line, shell)
        assert (found.code, found.err) == (0, "")
        assert set(OFFERED[line]) <= set(found.lines), found


@pytest.mark.parametrize("line", OFFERED)
def test_zsh_gets_an_arguments_line(small: Immuno, line: str) -> None:
    found = pressed(small, line, "zsh")
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("_arguments '*: :((") and found.out.endswith("))'\n")
    assert all(f'"{one}"' in found.out for one in OFFERED[line])


@pytest.mark.parametrize(
    "line", ["immuno nosuch x", "immuno therapies --cancer xyz", "immuno show \x1b[31m", "x"]
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_nothing_fits_is_no_error(small: Immuno, line: str, shell: str) -> None:
    found = pressed(small, line, shell)
    assert found.code == 0 and found.err == "" and "\x1b" not in found.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_completes_its_options_and_names(small: Immuno, command: str) -> None:
    assert "--help" in pressed(small, f"immuno {command} -").lines
    assert pressed(small, f"immuno {command} ").code == 0
    for flag in pressed(small, f"immuno {command} --").lines:
        assert pressed(small, f"immuno {command} {flag} ").code == 0


@pytest.mark.parametrize("place", ["", "x", "-1", "99", "²", "9" * 5000])
def test_odd_requests_of_a_shell_break_nothing(small: Immuno, place: str) -> None:
    env = {"_IMMUNO_COMPLETE": "complete_bash", "COMP_WORDS": "immuno show k", "COMP_CWORD": place}
    assert small(env=env).code in (0, 1, 2)


@pytest.mark.parametrize(
    "asked", ["", "x", "complete_", "complete_pwsh", "complete_nosuch", "source_bash", "\x1b[31m"]
)
def test_other_requests_are_left_to_typer(small: Immuno, asked: str) -> None:
    found = small(env={"_IMMUNO_COMPLETE": asked, "COMP_WORDS": "immuno sh", "COMP_CWORD": "1"})
    assert found.code in (0, 1, 2) and "should not happen" not in found.err
    assert "\x1b" not in found.out + found.err


def test_fish_learns_whether_there_is_something_to_offer(small: Immuno) -> None:
    def answers(line: str) -> int:
        return small(env=request(line, "fish") | {"_TYPER_COMPLETE_FISH_ACTION": "is-args"}).code

    assert answers("immuno show key") == 0
    assert answers("immuno show nosuchname") == 1


def test_every_candidate_is_a_name_that_is_found(small: Immuno) -> None:
    for command in ("show", "cancers", "types", "targets", "define", "immune-system", "cite"):
        for name in pressed(small, f"immuno {command} ").lines:
            found = small(command, name, "-f", "tsv")
            # A name of several therapies is known too: it asks which.
            assert found.code == 0 or (found.code == 3 and name == "pembro-BCG"), found


def test_broken_data_is_no_reason_for_noise(immuno: Immuno) -> None:
    env = request("immuno show k", "bash") | {"IMMUNO_DATA": "/nonexistent"}
    found = immuno(env=env)
    assert "Traceback" not in found.err and found.out == ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_typer_is_not_imported_for_it(small: Immuno, shell: str) -> None:
    small("types", "--count")
    start = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from immunocli.cli import run; code = run([]);"
        "print(code, *sorted({'typer', 'rich', 'rapidfuzz', 're'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", start],
        env=small.environment(request("immuno show KEY", shell)),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == "0\n" and "Keytruda" in done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_a_shell_is_printed(small: Immuno, shell: str) -> None:
    found = small.process("--show-completion", shell)
    if found.code != 0:
        found = small.process("--show-completion", env={"SHELL": f"/bin/{shell}"})
    assert found.code == 0 and "_IMMUNO_COMPLETE" in found.out, found
