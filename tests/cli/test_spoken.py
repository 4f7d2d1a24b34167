"""Typed as spoken: names without quotes and without a command, and every failure ends in a line to paste."""

from __future__ import annotations

import shlex
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from immunocli.cli.declared_commands import COMMANDS
from immunocli.dates_in_other_forms import days_meant
from tests.driver import NOWHERE, ROOT, SMALL, Immuno, undisturbed

# what is typed: the same, with every word that it lacks
SAME = {
    "keytruda": "show keytruda",
    "large b-cell lymphoma": "show 'large b-cell lymphoma'",
    "keytruda --cancer melanoma -f json": "show keytruda --cancer melanoma -f json",
    "checkpoint inhibitor": "show 'checkpoint inhibitor'",
    "therapies --cancer lung cancer --count": "therapies --cancer 'lung cancer' --count",
    "therapies --cancer=lung cancer": "therapies --cancer 'lung cancer'",
    "therapies --type car t --cancer lung cancer": "therapies --type 'car t' --cancer 'lung cancer'",
    "indications --setting advanced metastatic": "indications --setting advanced-metastatic",
    "show keytruda --cancer lung cancer": "show keytruda --cancer 'lung cancer'",
    "show --cancer lung keytruda": "show keytruda --cancer lung",
    "version": "--version",
    "-V": "--version",
    "-- keytruda": "show keytruda",
    "help": "--help",
    "help show": "show --help",
    "show keytruda -h": "show --help",
    "": "--help",
}  # fmt: skip


@pytest.mark.parametrize("typed", SAME)
def test_it_means_the_same(small: Immuno, typed: str) -> None:
    short, long = small(*typed.split()), small(*shlex.split(SAME[typed]))
    assert (short.code, short.out, short.err) == (0, long.out, long.err)


# what is typed: how it is read, which is said
READ = {
    "therapies lung cancer": 'therapies --cancer "lung cancer"',
    "therapies melanoma pd-1 --count": "therapies --cancer melanoma --target pd-1 --count",
    "indications keytruda --status any": "indications --therapy keytruda --status any",
    "terms side effect": "terms --topic side-effect",
    "timeline melanoma": "timeline --cancer melanoma",
}  # fmt: skip


@pytest.mark.parametrize("typed", READ)
def test_words_that_can_only_be_filters_are_read_as_such_and_it_is_said(small: Immuno, typed: str) -> None:
    short, long = small(*typed.split()), small(*shlex.split(READ[typed]))
    assert (short.code, short.out) == (long.code, long.out)
    assert short.err.startswith(f"read as: immuno {READ[typed]}\n")


ANNOTATE = "immuno annotate treatments.tsv --column drug > annotated.tsv"
NAMES = "immuno therapies --status any -c name,brands"
# what is typed: code, what the message has, the line to paste at its end
FAILED = {
    "showw keytruda": (2, 'no command "showw"', "immuno show keytruda"),
    "therapy": (2, 'no command "therapy"', "immuno therapies"),
    "shw": (2, 'no command "shw"', "immuno show keytruda"),
    "nosuchword": (2, "is no command and no name", NAMES),
    "-x": (2, 'no option "-x"', "immuno --help"),
    "--cancer lung": (2, "stands behind a command", "immuno therapies --cancer lung"),
    "--data": (2, "--data needs a directory", "immuno --data ./my-data data info"),
    "therapies --canser lung": (2, 'therapies has no option "--canser"', "immuno therapies --cancer lung"),
    "therapies --canser=lung": (2, 'therapies has no option "--canser"', "immuno therapies --cancer=lung"),
    "timeline --status any -o x.png": (2, "therapies and indications have", "immuno timeline -o x.png"),
    "changes --status=any": (2, "therapies and indications have", "immuno changes --help"),
    "therapies --cancer": (2, "--cancer needs a value", "immuno therapies --cancer melanoma"),
    "therapies --count=3": (2, "--count takes no value", "immuno therapies --count"),
    "therapies --limit x": (2, "--limit takes a whole number", "immuno therapies --limit 10"),
    "therapies --format jsn": (2, "did you mean: json, jsonl?", "immuno therapies --format json"),
    "therapies --status=curent": (2, "did you mean: current?", "immuno therapies --status=current"),
    "schema therapies": (2, "did you mean: therapy?", "immuno schema therapy"),
    "therapies --sort nam": (2, "did you mean: name?", "immuno therapies --sort name"),
    "therapies nosuchword": (2, '"nosuchword" is none', NAMES),
    "therapies --format xml": (2, "xml", "immuno therapies --format table"),
    "define": (2, "define needs TERM", "immuno define checkpoint inhibitor"),
    "annotate": (2, "annotate needs --column", ANNOTATE),
    "schema a b": (2, "schema takes no", "immuno schema"),
    "help showw": (2, 'no command "showw"', "immuno help show"),
    "help nosuchword": (2, "no command", "immuno --help"),
    "therapies --status foo": (2, "is not one of: current", "immuno therapies --status current"),
    "therapies -o x.gif": (2, "no format ends in .gif", "immuno therapies -o therapies.tsv"),
    "timeline -o x.gif": (2, "no format ends in .gif", "immuno timeline -o timeline.png"),
    "therapies --as-of 2019 --as-of 2020": (2, "is given twice", "immuno therapies --as-of 2019"),
    "therapies -f tsv --format=csv --count": (2, "is given twice", "immuno therapies -f tsv --count"),
    "changes --since 2027": (2, "is after the record's day", "immuno changes --since 2025-05 --until 2025-06"),
    "completion tcsh": (2, "there is: bash, zsh, fish, powershell", "immuno completion bash"),
    "show keytrudo": (3, "did you mean: Keytruda (pembrolizumab)?", "immuno show Keytruda"),
    "keytrudda": (3, "did you mean: Keytruda (pembrolizumab)?", "immuno Keytruda"),
    "therapies --cancer lung canser": (3, 'exactly "lung canser"', 'immuno therapies --cancer "lung cancer"'),
    "therapies --sort date": (2, "did you mean: approved", "immuno therapies --sort approved"),
    "indications -c drug,since": (2, 'no column "drug"', "immuno indications -c therapy,id"),
    "indications --drug keytruda": (2, "did you mean: --therapy?", "immuno indications --therapy keytruda"),
    "therapies --as-of 31/12/2020": (2, "did you mean: 2020-12-31?", "immuno therapies --as-of 2020-12-31"),
    "therapies --as-of 03/04/2020": (
        2, "did you mean: 2020-03-04 or 2020-04-03?",
        "immuno therapies --as-of 2020-03-04 or: immuno therapies --as-of 2020-04-03",
    ),
    "changes --since May-2020": (2, "did you mean: 2020-05?", "immuno changes --since 2020-05"),
    "show nosuchword": (1, "nosuchword", NAMES),
}  # fmt: skip


@pytest.mark.parametrize("typed", FAILED)
def test_a_failure_is_one_line_that_ends_in_one_to_paste(small: Immuno, typed: str) -> None:
    code, told, line = FAILED[typed]
    found = small(*typed.split())
    assert (found.code, found.out) == (code, ""), found
    assert found.err.count("\n") == 1 and told in found.err
    if line is not None:
        assert found.err.endswith(f" {line}\n"), found.err


@pytest.mark.parametrize(
    "typed", [one for one, (_, _, line) in FAILED.items() if line is None or "show" in line]
)
def test_what_is_pasted_works(small: Immuno, typed: str) -> None:
    line = small(*typed.split()).err.rpartition("try: immuno ")[2]
    assert line and small(*shlex.split(line)).code in (0, 2), line


def test_what_is_not_in_scope_leads_to_what_is(immuno: Immuno) -> None:
    found = immuno("show", "imatinib")
    assert found.code == 1 and "not an immunotherapy" in found.err and found.err.endswith(" immuno types\n")


def test_a_hostile_word_is_quoted_in_the_line_to_paste(small: Immuno) -> None:
    for word in ("a$(id)b", "a`id`b", "a'b\"c", "a;b", "a b\\", "!!"):
        line = small("therapies", "--cancer", word).err.rpartition("try: ")[2]
        if line:
            assert word in shlex.split(line) or line in ("immuno cancers\n", "immuno therapies --help\n")


@pytest.mark.parametrize("before", [["--data", str(SMALL)], [f"--data={SMALL}"]])
@pytest.mark.parametrize(
    "words", [["types"], ["keytruda"], ["version"], ["schema"], ["--help"], ["show", "--help"]]
)
def test_data_may_stand_before_the_command(
    immuno: Immuno, small: Immuno, before: list[str], words: list[str]
) -> None:
    assert immuno(*before, *words).out == small(*words).out


def test_the_last_data_directory_wins_and_none_is_refused(small: Immuno) -> None:
    assert small("--data", NOWHERE, "types", "--data", str(SMALL)).code == 0
    assert small("--data", NOWHERE, "types").code == 5
    assert small("--data", "", "types").code == 2
    assert small("--data=", "types").code == 2


def test_json_errors_hold_the_line_too(small: Immuno) -> None:
    error = small("therapies", "--canser", "lung", "--json").error
    assert (
        error["suggestions"] == ["--cancer"]
        and "try: immuno therapies --cancer lung --json" in error["message"]
    )


def test_help_on_a_command_may_have_more_behind_it(immuno: Immuno) -> None:
    assert immuno("help", "show", "tebentafusp").out == immuno("help", "show").out
    assert "EMERGENCY" in immuno("help", "show", "my", "father", "has", "chest", "pain").out
    told = immuno("annottae", "t.csv", "--column", "drug").err
    assert told.endswith("try: immuno annotate t.csv --column drug\n"), told


def test_what_is_left_out_of_the_line_to_paste(immuno: Immuno) -> None:
    """All that the command does not take goes at once, and the line is never the one that failed."""
    for typed, told in (
        ("show Unituxin -o - --column drug --unmatched x.tsv --strict", "immuno show Unituxin -o -"),
        ("annotate t.csv --column drug extra", "immuno annotate t.csv --column drug"),
        (
            "timeline --cancer melanoma --prefix --format csv",
            "immuno timeline --cancer melanoma --format csv",
        ),
        ("help -fx", "immuno help --help"),
    ):
        found = immuno(*typed.split())
        assert found.code == 2 and found.err.endswith(f"try: {told}\n"), found


def test_the_name_of_a_file_tells_of_no_alarm(immuno: Immuno, tmp_path: Path) -> None:
    wrong = ("timeline", "--statu", "any")
    assert "Emergency" not in immuno(*wrong, "-o", "/tmp/chest pain/seizure now.png").err
    assert "Emergency" not in immuno(*wrong, "--output=/tmp/chest pain/seizure now.png").err
    assert "Emergency" in immuno("show", "--cancer=I have", "chest pain now", "x").err
    table = tmp_path / "heart attack"
    table.write_text("chest pain now,seizure\n", encoding="utf-8")
    told = immuno("annotate", str(table), "--column", "can not breathe", "--date", "chest pain now").err
    assert "has no column" in told and "Emergency" not in told


@pytest.mark.parametrize("command", COMMANDS)
def test_a_slip_in_a_commands_name_finds_it(small: Immuno, command: str) -> None:
    slip = command[:-1] + "q" if len(command) > 4 else command + "q"
    assert command in small(slip).err


def test_an_interruption_before_anything_runs_is_quiet() -> None:
    start = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import builtins, os, signal\n"
        "real = builtins.__import__\n"
        "def slow(name, *rest):\n"
        "    if name == 'immunocli.cli': os.kill(os.getpid(), signal.SIGINT)\n"
        "    return real(name, *rest)\n"
        "builtins.__import__ = slow\n"
        "from immunocli.__main__ import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", start, "types"],
        capture_output=True,
        timeout=60,
        check=False,
        preexec_fn=undisturbed,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_every_day_is_understood_as_people_write_it() -> None:
    """All of 2019 and 2020 in nine forms: the day, or, where month and day may be either, both."""
    days = [date(2019, 1, 1) + timedelta(days=number) for number in range(731)]
    for day in days:
        iso = day.isoformat()
        for form in ("%Y/%m/%d", "%Y.%m.%d", "%d-%b-%Y", "%b %d, %Y", "%d %B %Y"):
            assert days_meant(day.strftime(form)) == [iso], day.strftime(form)
        for form in ("%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%m-%d-%Y"):
            meant = days_meant(day.strftime(form))
            assert iso in meant and len(meant) == (2 if day.day <= 12 and day.day != day.month else 1), (
                form,
                day,
            )
    assert days_meant("30/02/2020") == ["2020-02"]  # no such day: its month
    for none in ("yesterday", "2020-13", "99/99/2020", "12/2020/2021", "next May", "", "1" * 400):
        assert days_meant(none) == [], none


def test_names_of_columns_are_no_cry(small: Immuno) -> None:
    assert "get help now" not in small("therapies", "-c", "nme,fits").err


def test_the_name_of_a_therapy_behind_therapies_lists_it(small: Immuno) -> None:
    named, asked = small("therapies", "keytruda"), small("therapies", "--therapy", "keytruda")
    assert named.code == 0
    assert [row[0] for row in named.rows] == ["id", "pembrolizumab"]
    assert named.rows == asked.rows
