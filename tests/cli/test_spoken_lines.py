"""Every line that is offered to paste works: examples of help, "Next:" lines, "try:" lines."""

from __future__ import annotations

import re
import shlex

import pytest

from immunocli.cli.declared_commands import COMMANDS
from immunocli.cli.help_text import EXAMPLES
from tests.driver import Immuno

# Lines that need a file of the reader's own, write one or never end.
_OWN = ("annotate", "mcp")
EXAMPLE_LINES = sorted(
    {
        re.split(r" [|>] ", line)[0].removesuffix(")").removeprefix("source <(")
        for line in "\n".join([EXAMPLES, *(one.examples for one in COMMANDS.values())]).split("\n")
        if line.startswith(("immuno ", "source <(immuno "))
        and line.split()[1] not in _OWN
        and not re.search(r" -o | export |--data ", line)
    }
)
PAGES = (
    "keytruda", "opdivo --full", "yescarta", "gastric", "stomach cancer", "lung", "checkpoint inhibitor", "PD-1",
    "crs", "show melanoma", "faq", "faq will I lose my hair", "faq mum fainted", "faq pembro", "types car t",
    "targets PD-1", "cancers lung", "immune-system t cell", "immune-system", "define PD-L1", "terms",
    "search hair loss", "cite keytruda", "compare keytruda opdivo", "matrix", "changes", "data info",
    "keytruda --cancer lung", "keytruda --as-of 2013", "nivo+ipi",
)  # fmt: skip


@pytest.mark.parametrize("line", EXAMPLE_LINES)
def test_an_example_of_help_is_answered(immuno: Immuno, line: str) -> None:
    found = immuno(*shlex.split(line)[1:])
    assert found.code == 0, found


@pytest.mark.parametrize("page", PAGES)
def test_where_a_page_leads_there_is_an_answer(immuno: Immuno, page: str) -> None:
    text = immuno(*shlex.split(page), "-f", "text").out
    for told in re.findall(r"^Next: (.+)$", text, re.MULTILINE):
        for line in re.split(r"\s{2,}", told.strip()):
            assert line.startswith("immuno ")
            found = immuno(*shlex.split(line)[1:])
            assert found.code == 0 and found.out, found


# What is typed, and what the answer to it must have.
MEANT = {
    "my husband has chest pain after opdivo": "GET HELP NOW",
    "mum fainted": "GET HELP NOW",
    "can\\'t breathe": "GET HELP NOW",
    "fainted": "GET HELP NOW",
    "help my husband fainted": "GET HELP NOW",
    "tebentafusp uveal melanoma": "TEBENTAFUSP",
    "tebentafusp 'uveal melanoma'": "TEBENTAFUSP",
    "keytruda side effects": "PEMBROLIZUMAB",
    "lung cancer drugs": "amivantamab",
    "drugs --cancer lung": "amivantamab",
    "list lung cancer drugs": "amivantamab",
    "therapies for lung cancer that have a boxed warning": "tarlatamab",
    "drugs that target CD19": "tisagenlecleucel",
    "keytruda melanoma 2013": "not approved by 2013-12-31 for melanoma",
    "was keytruda approved for melanoma in 2013": "not approved by 2013-12-31 for melanoma",
    "keytruda timeline": "2014-09-04",
    "sources keytruda": "SOURCES OF PEMBROLIZUMAB",
    "news melanoma": "vusolimogene",
    "what changed in 2026": "2026-10-08",
    "what was withdrawn in 2021": "2021-07-23",
    "which uses of keytruda were withdrawn": "withdrawn",
    "which drugs were approved in 2025 for lung cancer": "2025",
    "changes last year": "2025-12",
    "glossary": "checkpoint inhibitor",
    "keytruda vs opdivo": "nivolumab",
    "compare keytruda versus opdivo": "nivolumab",
    "compare keytruda and opdivo lung cancer": "nivolumab",
    "nivo+ipi": "NIVOLUMAB",
    "opdivo as of 2014-10-01": "not approved by 2014-10-01",
    "keytruda --as-of 2013": "not approved by 2013-12-31",
}  # fmt: skip


@pytest.mark.parametrize("typed", MEANT)
def test_what_is_typed_as_spoken_is_answered(immuno: Immuno, typed: str) -> None:
    found = immuno(*shlex.split(typed))
    assert found.code == 0 and MEANT[typed] in found.out, found
    if "HELP" in MEANT[typed]:
        assert found.out.startswith("EMERGENCY")


# What is typed, and how it is read.
READ = {
    "therapies for lung cancer": "therapies --cancer 'lung cancer'",
    "therapies approved for the treatment of lung cancer as of 2020": "therapies --cancer 'lung cancer' --as-of 2020",
    "changes 2026": "changes --since 2026",
    "show opdivo as of 2014-10-01": "show opdivo --as-of 2014-10-01",
    "cite tecentriq bladder": "cite tecentriq --cancer bladder",
    "show tecentriq bladder": "show tecentriq --cancer bladder",
}  # fmt: skip


@pytest.mark.parametrize("typed", READ)
def test_words_between_names_are_read(immuno: Immuno, typed: str) -> None:
    short, long = immuno(*shlex.split(typed)), immuno(*shlex.split(READ[typed]))
    assert (short.code, short.out) == (0, long.out)
    assert short.err.startswith("read as: immuno ")


@pytest.mark.parametrize("word", ["gastric", "renal", "hepatic", "blood", "urothelial"])
def test_an_adjective_filters_as_its_cancer(immuno: Immuno, word: str) -> None:
    assert immuno("therapies", "--cancer", word).out == immuno("therapies", "--cancer", f"{word} cancer").out


@pytest.mark.parametrize(
    "typed",
    [
        "tebentafusp uveal", "therapies --cancer uveal", "lung cnacer", "keytruda melanomma", "show keytrudo",
        "define uveal", "therapis --cancer lung", "showw keytruda", "nosuchword", "olaparib", "--cancer lung",
        "compare keytruda nosuch", "therapies nosuchword",
    ],
)  # fmt: skip
def test_a_line_to_paste_works(immuno: Immuno, typed: str) -> None:
    err = immuno(*shlex.split(typed)).err
    line = re.search(r"(?:try|see): immuno (.+)$", err.strip())
    assert line, err
    found = immuno(*shlex.split(line[1]))
    assert found.code == 0 and found.out, (err, found)


def test_cite_takes_the_uses_that_indications_lists(immuno: Immuno) -> None:
    uses = immuno("indications", "--therapy", "tecentriq", "--cancer", "bladder", "--status", "any", "--json")
    wanted = {source for use in uses.json["results"] for source in use["sources"]}
    cited = immuno("cite", "tecentriq", "--cancer", "bladder", "--json").json
    assert wanted == {one["id"] for one in cited["results"]}


def test_an_alarm_is_told_whatever_command_stands_before_it(immuno: Immuno) -> None:
    for typed in ("show my husband fainted", "define mum fainted", "cite chest pain after infusion"):
        found = immuno(*typed.split())
        assert found.err.startswith("Emergency: get help now") and found.out == "", found


def test_options_and_their_values_are_no_alarm(immuno: Immuno) -> None:
    for typed in ("changes --since 2030", "therapies --sort foo"):
        assert immuno(*typed.split()).err.startswith("immuno: --"), typed


def test_what_begins_as_a_question_is_one(immuno: Immuno) -> None:
    typed = "what are the side effects of immunotherapy"
    assert immuno(*typed.split()).out == immuno("faq", *typed.split()).out


def test_what_is_none_of_ours_is_said_by_resolve(immuno: Immuno) -> None:
    assert "kinase inhibitor" in immuno("resolve", "imatinib").err
    assert "investigational" in immuno("resolve", "tiragolumab").err


def test_a_text_too_long_for_a_name_is_refused_before_it_is_read(small: Immuno) -> None:
    for words in (["ab " * 40_000], ["keytruda"] * 5_000):
        told = small(*words)
        assert (told.code, told.out, told.err.count("\n")) == (2, "", 1)
        assert "too long for a name or a question" in told.err
