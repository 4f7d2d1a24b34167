"""An alarm is heard in whatever words, and nothing else is one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from immunocli import Catalogue
from immunocli.words.faq_ranking import RECORD
from tests.choice import some
from tests.driver import Immuno
from tests.words.given import held, lines, pairs, share

DATA = Path(__file__).parent.parent.parent / "data"


def alarm(catalogue: Catalogue, text: str) -> Any:
    found = [one for one in catalogue.ask(text).notices if one.code == "alarm"]
    return found[0].counts if found else None


def given(mark: str) -> list[str]:
    """Return sentences of a kind that tools/learn.py does not read; their faults were looked at."""
    return [text for kind, text in pairs("frames.tsv") if kind == mark and held(text)]


def test_alarms_kept_from_learning_are_heard(catalogue: Catalogue) -> None:
    asked = [text for _, text in pairs("alarms.tsv")] + lines("alarms_more.txt")
    asked = [text for text in asked if held(text)] + given("u")
    missed = [text for text in asked if alarm(catalogue, text) is None]
    assert share(len(missed), len(asked)) < 0.03, missed


def test_a_crisis_kept_from_learning_is_heard(catalogue: Catalogue) -> None:
    """An overdose may be told as an emergency of the body."""
    found = [(text, alarm(catalogue, text)) for text in given("c")]
    missed = [text for text, told in found if told is None]
    assert share(len(missed), len(found)) < 0.02, missed
    body = [text for text, told in found if told is not None and not told["crisis"]]
    assert share(len(body), len(found)) < 0.12, body


@pytest.mark.parametrize(
    "text",
    ["what dose of morphine is fatal", "my dad says he wants to end my life and his", "ya no quiero vivir",
     "is it a side effect that I want to die", "how many tablets are deadly"],
)  # fmt: skip
def test_plain_words_of_a_crisis_are_one(text: str, catalogue: Catalogue) -> None:
    assert (alarm(catalogue, text) or {"crisis": False})["crisis"]


def test_the_right_sign_is_named(catalogue: Catalogue) -> None:
    wanted = pairs("alarms.tsv")
    right = [one for one, text in wanted if one in (alarm(catalogue, text) or {"signs": ()})["signs"]]
    assert share(len(right), len(wanted)) > 0.9


def test_no_alarm_where_there_is_none(catalogue: Catalogue) -> None:
    asked = [text for text in lines("near_misses.txt") if held(text)]
    asked += [text for _, text in pairs("questions.tsv")] + given("n") + lines("offtopic.tsv")
    cried = [text for text in asked if alarm(catalogue, text) is not None]
    assert share(len(cried), len(asked)) < 0.04, cried


@pytest.mark.parametrize("text", ["no puedo respirar", "me duele mucho el pecho", "quiero quitarme la vida"])
def test_alarms_in_spanish_are_heard(text: str, catalogue: Catalogue) -> None:
    assert alarm(catalogue, text) is not None


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("his temp is 39.2", "fever"),
        ("thermometer says 101.4", "fever"),
        ("bp 78/40 this morning", "dizziness"),
        ("spo2 84 at home", "trouble-breathing"),
        ("my sugar is 480", "thirst-and-urination"),
        ("205 over 118", "very-high-blood-pressure"),
    ],
)
def test_measured_values_are_heard(text: str, sign: str, catalogue: Catalogue) -> None:
    found = alarm(catalogue, text)
    assert found is not None and sign in found["signs"]


@pytest.mark.parametrize("text", ["temp 36.7 today", "bp 120/80", "sats 98"])
def test_normal_values_are_no_alarm(text: str, catalogue: Catalogue) -> None:
    assert alarm(catalogue, text) is None


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


@pytest.mark.parametrize(
    "misspelled", ["cant brethe", "my sons having a siezure", "sudden chest piain since noon"]
)
def test_misspelled_alarms_are_heard(misspelled: str, catalogue: Catalogue) -> None:
    assert alarm(catalogue, misspelled) is not None


def test_lay_words_of_the_upper_rungs_are_heard(catalogue: Catalogue) -> None:
    """Of thousands one in six is asked."""
    signs = json.loads((DATA / "signs.json").read_text(encoding="utf-8"))
    upper = [sign for sign in signs if sign["rung"] in ("emergency", "call-now")]
    asked = [phrase for sign in upper for phrase in some(sign["lay"], 6)]
    heard = {text for text in asked for one in catalogue.ask(text).notices
             if one.code == "alarm" or one.counts.get("state") == "perhaps"}  # fmt: skip
    missed = [phrase for phrase in asked if phrase not in heard]
    assert share(len(missed), len(asked)) < 0.01, missed[:20]


def test_what_was_learned_is_of_this_data(catalogue: Catalogue) -> None:
    """Else run tools/learn.py."""
    store = catalogue._store
    assert set(store.learned("answer")[0]) == {*store.titles("faq"), RECORD}
    assert set(store.learned("sign")[0]) == {*store.ladder, "none"}


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


@pytest.mark.parametrize(
    "text", ["i took all my morphine to end it", "swallowed the whole bottle on purpose"]
)
def test_an_overdose_on_purpose_is_a_crisis_and_an_emergency(text: str, catalogue: Catalogue) -> None:
    found = alarm(catalogue, text)
    assert (found["crisis"], found["rung"]) == (True, "emergency")


@pytest.mark.parametrize(
    "text",
    ["stroke", "signs of a stroke", "what is anaphylaxis", "what is anafylaxis", "wat is sepsis", "seizures",
     "define pneumonitis", "meaning of haemorrhage"],
)  # fmt: skip
def test_words_looked_up_are_no_alarm(text: str, catalogue: Catalogue) -> None:
    assert alarm(catalogue, text) is None


def in_doubt(catalogue: Catalogue) -> str:
    """Return a sentence that may be an alarm."""
    asked = [text for _, text in pairs("frames.tsv")] + lines("near_misses.txt")
    told = {text: one.counts["state"] for text in asked for one in catalogue.ask(text).notices
            if one.code == "sign"}  # fmt: skip
    return next(text for text, state in told.items() if state == "perhaps")


@pytest.mark.parametrize("command", ["faq", "search"])
def test_what_may_be_an_alarm_begins_with_what_to_do(
    command: str, immuno: Immuno, catalogue: Catalogue
) -> None:
    text = in_doubt(catalogue)
    found = immuno(command, text, "-f", "text")
    assert found.code == 0
    assert found.out.startswith("If this is happening now: "), found.out[:80]
    told = immuno(command, text, "--json").json["notices"][0]
    assert (told["code"], told["state"]) == ("sign", "perhaps")


@pytest.mark.parametrize(
    "text",
    ["no fever, no chills", "no shortness of breath today", "she has no rash and no itching", "no bleeding, no bruising",
     "not suicidal, just tired", "he does not have any trouble breathing", "I don't have thoughts of hurting myself"],
)  # fmt: skip
def test_what_is_denied_is_no_alarm(text: str, catalogue: Catalogue) -> None:
    assert alarm(catalogue, text) is None


@pytest.mark.parametrize(
    "text",
    ["the script hangs", "server died", "my plants are dying", "my laptop is burning hot", "the engine seized up",
     "the build keeps failing and I am dying inside", "drowning in emails"],
)  # fmt: skip
def test_what_befalls_a_thing_is_no_alarm(text: str, catalogue: Catalogue) -> None:
    assert alarm(catalogue, text) is None


@pytest.mark.parametrize(
    "text",
    ["no pulse", "she has no pulse", "not breathing", "no vision in one eye since noon", "no urine since yesterday",
     "he isn't waking up", "no rash but my throat is swelling", "never felt such chest pain", "no reason to go on",
     "the bleeding does not stop", "doesn't know where he is", "nothing stays down"],
)  # fmt: skip
def test_what_a_body_lacks_is_an_alarm(text: str, catalogue: Catalogue) -> None:
    assert alarm(catalogue, text) is not None


@pytest.mark.parametrize(
    "text",
    ["my dad collapsed in the garden, he has been on an antibody for his lungs since spring", "he passed out twice",
     "she passed out in the shower", "my husband is unconcious", "he blacked out"],
)  # fmt: skip
def test_an_emergency_in_plain_words_is_heard_in_each_clause(text: str, catalogue: Catalogue) -> None:
    assert alarm(catalogue, text)


@pytest.mark.parametrize("text", ["she passed out flyers for the fundraiser", "he passed out leaflets"])
def test_what_is_passed_out_is_no_alarm(text: str, catalogue: Catalogue) -> None:
    assert alarm(catalogue, text) is None


def test_below_an_alarm_stands_only_what_speaks_of_it(catalogue: Catalogue) -> None:
    """A sure answer to something else would be read instead of the help."""
    for text in (
        "I threw up blood",
        "throat feels like it's shutting",
        "sugar reading of 350",
        "chest pain right now",
    ):
        found = catalogue.ask(text)
        signs = {sign for one in found.notices if one.code == "alarm" for sign in one.counts["signs"]}
        assert signs, text
        assert all(signs.intersection(one.signs) for one in found), text
