"""An alarm is heard in whatever words, and nothing else is one."""

from __future__ import annotations

from typing import Any

import pytest

from immunocli import Catalogue
from tests.driver import Immuno
from tests.words.given import lines, pairs, share


def alarm(catalogue: Catalogue, text: str) -> Any:
    found = [one for one in catalogue.ask(text).notices if one.code == "alarm"]
    return found[0].counts if found else None


def test_alarms_in_lay_words_are_heard(catalogue: Catalogue) -> None:
    asked = [text for _, text in pairs("alarms.tsv")] + lines("alarms_more.txt")
    missed = [text for text in asked if alarm(catalogue, text) is None]
    assert share(len(missed), len(asked)) < 0.03, missed


def test_the_right_sign_is_named(catalogue: Catalogue) -> None:
    wanted = pairs("alarms.tsv")
    right = [one for one, text in wanted if one in (alarm(catalogue, text) or {"signs": ()})["signs"]]
    assert share(len(right), len(wanted)) > 0.95


def test_no_alarm_where_there_is_none(catalogue: Catalogue) -> None:
    asked = lines("near_misses.txt") + [text for _, text in pairs("questions.tsv")]
    cried = [text for text in asked if alarm(catalogue, text) is not None]
    assert share(len(cried), len(asked)) < 0.05, cried


@pytest.mark.parametrize(
    "text",
    ["no fever", "what is a cytokine storm", "can I die my hair", "what causes fever",
     "is shortness of breath common",
     "I had a seizure ten years ago", "does keytruda cause chest pain", "suicide gene therapy"],
)  # fmt: skip
def test_denied_past_and_general_signs_are_no_alarm(text: str, catalogue: Catalogue) -> None:
    assert alarm(catalogue, text) is None


def test_a_sign_in_general_is_told_below(catalogue: Catalogue) -> None:
    codes = {one.code: one for one in catalogue.ask("is shortness of breath common").notices}
    assert codes["sign"].counts["rung"] == "emergency"


@pytest.mark.parametrize("misspelled", ["cant brethe", "my sons having a siezure", "chest piain", "cofusion"])
def test_misspelled_alarms_are_heard(misspelled: str, catalogue: Catalogue) -> None:
    assert alarm(catalogue, misspelled) is not None


def test_lay_words_of_the_upper_rungs_raise_their_sign(catalogue: Catalogue) -> None:
    signs = catalogue._store.records("sign", catalogue._store.ids("sign"))
    upper = [sign for sign in signs if sign["rung"] in ("emergency", "call-now")]
    asked = [(sign["id"], phrase) for sign in upper for phrase in sign["lay"]]
    missed = [(one, phrase) for one, phrase in asked if one not in heard(catalogue, phrase)]
    assert share(len(missed), len(asked)) < 0.03, missed[:20]


def heard(catalogue: Catalogue, phrase: str) -> list[str]:
    from immunocli.words.alarms import heard as listen

    found = listen(catalogue._store, f"i have {phrase}")
    return [sign["id"] for sign in found.signs] if found else []


def test_urgent_help_stands_on_top_and_is_an_answer(immuno: Immuno) -> None:
    for command in ("faq", "search"):
        found = immuno(command, "dad", "cant", "catch", "his", "breath", "-f", "text")
        assert found.code == 0
        assert found.out.startswith("EMERGENCY")
        told = immuno(command, "dad cant catch his breath", "--json").json["notices"][0]
        assert (told["code"], told["rung"], told["signs"]) == ("alarm", "emergency", ["trouble-breathing"])


def test_a_person_in_crisis_gets_help_alone(immuno: Immuno) -> None:
    found = immuno("faq", "I don't want to be here any more", "--json")
    assert (found.code, found.json["results"]) == (0, [])
    assert "988" in found.json["notices"][0]["message"]
