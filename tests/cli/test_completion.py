"""The TAB key is answered in any letter case, without Typer; see test_shells for real shells."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from immunocli.cli.completion_answer import unquoted
from immunocli.cli.declared_commands import COMMANDS
from tests.driver import NOWHERE, ROOT, Immuno

# What ends a text in single quotes in PowerShell.
ENDS_OF_QUOTES = "'\u2018\u2019\u201a\u201b"
SHELLS = ("bash", "zsh", "fish", "powershell")


def pressed(small: Immuno, *words: str, shell: str = "bash") -> list[str]:
    """Press TAB at the end of the last word; what is offered, without descriptions."""
    found = small("__complete", shell, *words)
    assert (found.code, found.err) == (0, "") and found.lines[0].startswith("names"), found
    return [line.partition("\t")[0] for line in found.lines[1:]]


def ways(small: Immuno, *words: str) -> set[str]:
    """Return how the shell is to take what is offered."""
    return set(small("__complete", "zsh", *words).lines[0].split())


# what is typed, its last word begun: some of what must be offered
OFFERED = {
    ("",): ["therapies", "show", "define", "faq"],
    ("TH",): ["therapies"],
    ("show", "KEY"): ["Keytruda"],
    ("show", "key"): ["Keytruda"],
    ("show", "MELA"): ["melanoma"],
    ("show", "keytruda", "kym"): ["Kymriah"],
    ("key",): ["Keytruda"],
    ("keytruda", "--canc"): ["--cancer"],
    ("--data", "x", "ther"): ["therapies"],
    ("--d",): ["--data"],
    ("therapies", "--cancer", "MEL"): ["melanoma"],
    ("therapies", "--cancer", "large"): ["large B-cell lymphoma"],
    ("therapies", "--cancer", "large", "b"): ["B-cell lymphoma"],
    ("therapies", "large"): ["large B-cell lymphoma"],
    ("therapies", "--type", "CAR"): ["CAR T-cell therapy"],
    ("therapies", "--target", "PD"): ["PD-1"],
    ("therapies", "--target", "pd1"): ["PD-1"],
    ("therapies", "--biomarker", "MSI"): ["msi-h"],
    ("therapies", "--format", "J"): ["json", "jsonl"],
    ("therapies", "-f", "c"): ["csv"],
    ("therapies", "--status", "P"): ["past"],
    ("therapies", "--market", ""): ["sold", "not-sold", "any"],
    ("therapies", "--columns", "ID,NA"): ["ID,name"],
    ("therapies", "--sort", "FIRST"): ["first_approved"],
    ("therapies", "--canc"): ["--cancer"],
    ("therapies", "--h"): ["--help"],
    ("therapies", "--source", "cri"): ["cri-2022"],
    ("indications", "--setting", "NEO"): ["neoadjuvant"],
    ("define", "CYTO"): ["cytokine release syndrome"],
    ("terms", "--topic", "SIDE"): ["side-effect"],
    ("immune-system", "T"): ["T cell"],
    ("resolve", "--kind", "C"): ["cancer"],
    ("data", "V"): ["validate"],
    ("schema", "TH"): ["therapy"],
    ("matrix", "--by", "T"): ["type", "target"],
    ("compare", "LART"): ["Lartruvo"],
    ("cite", "key"): ["Keytruda"],
    ("cite", "cri"): ["cri-2022"],
    ("therapies", "--cancer", "lung,MEL"): ["lung,melanoma"],
    ("annotate", "table.csv", "--add", "STA"): ["status"],
    ("annotate", "table.csv", "--add", "status,rx"): ["status,rxnorm"],
    ("annotate", "table.csv", "--kind", "cancer", "--add", "onco"): ["oncotree"],
    ("help", "sh"): ["show"],
    ("completion", "F"): ["fish"],
    ("changes", "--event", "BOX"): ["boxed-warning"],
}  # fmt: skip


@pytest.mark.parametrize("words", OFFERED, ids=" ".join)
def test_what_fits_is_offered(small: Immuno, words: tuple[str, ...]) -> None:
    for shell in SHELLS:
        assert set(OFFERED[words]) <= set(pressed(small, *words, shell=shell)), shell


@pytest.mark.parametrize("words", OFFERED, ids=" ".join)
def test_only_what_goes_on_with_the_word_is_offered(small: Immuno, words: tuple[str, ...]) -> None:
    other = "other" in ways(small, *words)
    begun = words[-1].casefold()
    assert other or all(one.casefold().startswith(begun) for one in pressed(small, *words))


@pytest.mark.parametrize("begun", ["*", "~", "--cancer=*", "<"])
def test_signs_alone_begin_no_name(small: Immuno, begun: str) -> None:
    assert pressed(small, "show", begun, shell="zsh") == []


def test_ids_behind_the_kind_of_their_record(small: Immuno) -> None:
    assert pressed(small, "cite", "term:CHECK", shell="zsh") == ["term:checkpoint-inhibitor"]
    assert pressed(small, "cite", "term", ":", "check") == ["checkpoint-inhibitor"]  # as bash parts it
    assert pressed(small, "cite", "term:check", shell="bash") == ["term:checkpoint-inhibitor"]
    assert pressed(small, "cite", "nokind:pd", shell="zsh") == []


def test_a_value_behind_an_equals_sign(small: Immuno) -> None:
    assert pressed(small, "therapies", "--format", "=", "j") == ["json", "jsonl"]  # as bash parts it
    assert pressed(small, "therapies", "--format", "=") == list(
        one.removeprefix("--format=") for one in pressed(small, "therapies", "--format=", shell="zsh")
    )
    for shell in ("zsh", "fish", "powershell"):
        assert pressed(small, "therapies", "--format=j", shell=shell) == ["--format=json", "--format=jsonl"]
    assert "--type=CAR T-cell therapy" in pressed(small, "therapies", "--type=car", shell="zsh")
    assert pressed(small, "therapies", "--exact=", shell="zsh") == []


def test_quotes_and_backslashes_belong_to_the_shell(small: Immuno) -> None:
    assert pressed(small, "show", '"large b-cell"', "--fo") == ["--format"]
    for begun in ('"large b', "'large b", "large\\ b", "'large B-cell'\\ l"):
        assert pressed(small, "show", begun, shell="zsh") == ["large B-cell lymphoma"]


def test_powershell_doubles_all_that_ends_a_text_in_quotes(small: Immuno) -> None:
    """The header of a table, or the name of a file, may hold them; what stands behind would be run."""
    script = small("completion", "powershell").out
    pattern, by = re.search(r"""-replace "(.+?)", '(.+?)'""", script).groups()  # type: ignore[union-attr]
    assert by == "$0$0"
    assert all(re.fullmatch(pattern, sign) for sign in ENDS_OF_QUOTES)
    assert not re.search(pattern, 'a"b`$(x) \u201c')


READ = {
    "plain": "plain", "'a b'": "a b", '"a b"': "a b", "a\\ b": "a b", "'$(id)": "$(id)", '"\\$x': "$x",
    '"a\\b"': "a\\b", "'it'\\''s'": "it's", "\\": "", "''": "", '"': "", "a'b\"c'd": 'ab"cd', "`id`": "`id`",
}  # fmt: skip


@pytest.mark.parametrize("typed", READ)
def test_words_are_read_as_a_shell_reads_them(typed: str) -> None:
    assert unquoted(typed) == READ[typed]


def test_canonical_names_stand_alone_where_one_fits(small: Immuno) -> None:
    assert pressed(small, "therapies", "--cancer", "mel") == ["melanoma"]  # not "MEL", "malignant melanoma"
    assert pressed(small, "therapies", "--cancer", "malig") == ["malignant melanoma"]


def test_descriptions_where_a_shell_shows_them(small: Immuno) -> None:
    def line(shell: str, *words: str) -> str:
        return small("__complete", shell, *words).lines[1]

    for shell in ("zsh", "fish", "powershell"):
        assert line(shell, "show", "pembrol") == "pembrolizumab\tPD-1 inhibitor; Keytruda, Keytruda Qlex"
        assert line(shell, "sho") == f"show\t{COMMANDS['show'].line}"
        assert line(shell, "therapies", "-c", "mech").startswith("mechanism\t")
        assert line(shell, "show", "kymr").startswith("Kymriah\ttisagenlecleucel")
    assert line("bash", "show", "pembrol") == "pembrolizumab"


def test_the_shell_is_told_how_to_take_it(small: Immuno) -> None:
    assert "files" in ways(small, "annotate", "") and "files" in ways(small, "show", "x", "-o", "")
    assert "directories" in ways(small, "--data", "") and "directories" in ways(small, "show", "--data", "")
    assert "nospace" in ways(small, "therapies", "-c", "id,na")
    assert "quote" in ways(small, "show", "large") and "quote" not in ways(small, "show", "mela")


TABLES = {
    "a.csv": ("id,drug name,dose\n1,2,3\n", ["drug name"]),
    "b.tsv": ("id\tdrug name\tdose\n", ["drug name"]),
    "c.csv": ("\ufeffid;drug name;dose\n", ["drug name"]),
    "d.csv": ('id,"drug name, long",dose\n', ["drug name, long"]),
    "e.jsonl": ('{"id": 1, "drug name": "x"}\n', ["drug name"]),
    "f.csv": ("\x1b[31m,drug\x07\n", []),
    "g.csv": ("", []),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_the_columns_of_the_file_are_offered(small: Immuno, name: str, tmp_path: Path) -> None:
    text, wanted = TABLES[name]
    table = tmp_path / name
    table.write_text(text, encoding="utf-8")
    assert pressed(small, "annotate", str(table), "--column", "dr") == wanted


def test_no_columns_of_what_is_no_table(small: Immuno, tmp_path: Path) -> None:
    import gzip
    import os

    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "bad.csv.gz").write_bytes(b"no gzip")
    (tmp_path / "good.csv.gz").write_bytes(gzip.compress(b"id,drug\n"))
    for name in ("pipe", "bad.csv.gz", "missing", "."):
        assert pressed(small, "annotate", str(tmp_path / name), "--column", "") == []
    assert pressed(small, "annotate", str(tmp_path / "good.csv.gz"), "--column", "") == ["id", "drug"]


@pytest.mark.parametrize(
    "words",
    [
        ("nosuch", "x"),
        ("therapies", "--cancer", "xyz"),
        ("show", "\x1b[31m"),
        ("x" * 5000,),
        ("data", "x", "y"),
    ],
)
@pytest.mark.parametrize("shell", SHELLS)
def test_nothing_fits_is_no_error(small: Immuno, words: tuple[str, ...], shell: str) -> None:
    found = small("__complete", shell, *words)
    assert found.code == 0 and found.err == "" and "\x1b" not in found.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_completes_its_options_and_names(small: Immuno, command: str) -> None:
    assert "--help" in pressed(small, command, "-")
    pressed(small, command, "")
    for flag in pressed(small, command, "--"):
        pressed(small, command, flag, "")


@pytest.mark.parametrize(
    "words", [(), ("bash",), ("",), ("nosuch", "show", "k"), ("\x1b[31m",), ("zsh", "'", '"')]
)
def test_odd_requests_of_a_shell_break_nothing(small: Immuno, words: tuple[str, ...]) -> None:
    found = small("__complete", *words)
    assert found.code == 0 and found.err == "" and "\x1b" not in found.out


def test_every_candidate_is_a_name_that_is_found(small: Immuno) -> None:
    for command in ("show", "cancers", "types", "targets", "define", "immune-system", "cite"):
        for name in pressed(small, command, ""):
            found = small(command, name, "-f", "tsv")
            # A name of several therapies is known too: it asks which.
            assert found.code in (0, 3), found


def test_broken_data_is_no_reason_for_noise(immuno: Immuno) -> None:
    found = immuno("__complete", "bash", "show", "k", env={"IMMUNO_DATA": NOWHERE})
    assert found.err == "" and found.out == ""


def test_several_in_another_case_lose_nothing_that_was_typed(small: Immuno) -> None:
    """Readline puts what all candidates have in common in place of the word."""
    for words in (("show", "L"), ("show", "p"), ("therapies", "-f", "J"), ("define", "P")):
        found = pressed(small, *words)
        assert len(found) > 1
        common = found[0]
        while not all(one.startswith(common) for one in found):
            common = common[:-1]
        assert common.casefold().startswith(words[-1].casefold()), found


@pytest.mark.parametrize("shell", SHELLS)
def test_little_is_imported_for_it(small: Immuno, shell: str) -> None:
    small("types", "--count")
    start = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from immunocli.cli import run;"
        f"code = run(['__complete', {shell!r}, 'show', 'KEY']);"
        "print(code, *sorted({'typer', 'rich', 'rapidfuzz', 're', 'json', 'typing'} & set(sys.modules)),"
        "len([name for name in sys.modules if name.startswith('immunocli')]), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", start],
        env=small.environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    code, count = done.stderr.split()
    assert code == "0" and int(count) <= 24 and "Keytruda" in done.stdout, done.stderr


def test_columns_that_are_chosen_are_not_offered_again(small: Immuno) -> None:
    offered = pressed(small, "therapies", "-c", "name,")
    assert "name,type" in offered and "name,name" not in offered
    assert "name,id,na" not in " ".join(pressed(small, "therapies", "-c", "name,id,na"))


def test_a_description_is_cut_only_before_a_list_of_values(immuno: Immuno) -> None:
    told = dict(line.split("\t") for line in immuno("__complete", "zsh", "therapies", "--").lines[1:])
    assert told["--status"] == "Default: current, in the label of that day."
    assert told["--setting"] == "Where in the course"
    for name, command in COMMANDS.items():
        for one in command.all():
            cut = one.about[len(one.in_short) :].strip(": .")
            assert one.about.startswith(one.in_short), (name, one.flags)
            assert not cut or cut.split(", ") == list(one.values), (name, one.flags)
