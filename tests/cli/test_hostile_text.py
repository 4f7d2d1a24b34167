"""Hostile text in any argument ends in a documented exit code and a harmless line, never more."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.choice import ALL, some
from tests.cli.asked import ALL_COMMANDS, HUMAN, MACHINE, arguments_of, options_of
from tests.driver import Immuno, Result

DOCUMENTED = (0, 1, 2, 3, 4, 5)
HOSTILE = {
    "closing markup": "[/b]",
    "markup": "[bold red]x[/bold red]",
    "a link": "[link=file:///etc/passwd]x[/link]",
    "an emoji code": ":pill:",
    "color": "\x1b[31mred\x1b[0m",
    "a title": "\x1b]0;owned\x07",
    "the clipboard": "\x1b]52;c;cm0gLXJm\x1b\\",
    "a hyperlink": "\x1b]8;;http://x\x1b\\y",
    "C1": "\x9b31m\x90\x85",
    "bidirectional": "\u202egnp.exe\u2066\u200f",
    "zero width": "\u200b\ufeff\u2028",
    "invalid UTF-8": "a\udcff\udcfe",
    "half a surrogate": "\ud800",
    "100 KB": "x" * 100_000,
    "100 KB of words": "keytruda " * 11_000,
    "empty": "",
    "blank": " \t ",
    "lines": "a\nb\r\nc",
    "dash": "-",
    "dashes": "--",
    "an option": "--nosuch=[/b]\x1b",
    "a short option": "-\x1b[31m",
    "a glob": "*?[a-z]{a,b}",
    "shell": "$(id)`id`;&|<>'\"\\!",
    "format": "%s %n {0} {x!r} %(a)s",
    "a path": "../../../../etc/passwd",
    "a regular expression": "((a+)+)+$",
    "a tag": "<script>alert(1)</script>&amp;",
    "astral": "\U0001f48a\U000e0041",
    "combining": "e" + "\u0301" * 500,
    "a name within": "keytruda\x1b[2J",
}
# Where a word of 100 KB is tried as any word: behind other commands it is read by the same readers.
LONG = ("show", "faq", "therapies", "cite", "resolve")
# So many seconds of a processor may an answer take: most take a hundredth of one.
LONGEST = 3.0
# What every command needs to get as far as the hostile part.
NEEDED = {
    "show": {"name": "keytruda"},
    "compare": {"name": "keytruda"},
    "define": {"term": "pd-1"},
    "search": {"words": "cells"},
    "resolve": {"name": "keytruda"},
    "cite": {"name": "keytruda"},
    "annotate": {"--column": "drug"},
    "schema": {"kind": "therapy"},
}


def positions() -> Iterator[tuple[str, str]]:
    for command in ALL_COMMANDS:
        yield from ((command, one.name) for one in arguments_of(command))
        yield from ((command, flag) for flag, one in options_of(command).items() if one.kind != "flag")


# What all commands share is tried on one of each sort.
_SHARED = ("--columns", "-c", "--sort", "--limit", "--output", "-o", "--data", "--format", "-f")
PLACES = [
    (command, place)
    for command, place in positions()
    if place not in _SHARED or command in ("therapies", "show", "resolve", "cite")
]


# Where each option is met first: there it gets 100 KB, and is read by the same reader everywhere.
FIRST = {place: (command, place) for command, place in reversed(PLACES)}


def shorter(name: str, text: str) -> str:
    """Return a long text cut to some hundred words, any other as it is."""
    return text[:2000] if name.startswith("100 KB") else text


def request(command: str, place: str, text: str) -> list[str]:
    """Return a command line with `text` in one place and sound values in all others needed."""
    given = {**NEEDED.get(command, {}), place: text}
    words = [command]
    for name, value in given.items():
        words += [name, value] if name.startswith("-") else [value]
    if command == "compare":
        words.insert(1, "kymriah")
    return words


def harmless(found: Result) -> None:
    """Require a documented exit, clean lines, and nothing on standard output beside an answer."""
    assert found.code in DOCUMENTED, found
    for text in (found.out, found.err):
        strange = {sign for sign in text if not sign.isprintable()} - {"\n", "\t", "\r"}
        assert not strange, (strange, found)
    assert "\t" not in found.err and "\r" not in found.err, found
    assert "Traceback" not in found.err, found
    if found.code in (2, 3, 5):
        assert found.out == "", found
    if found.code and found.arguments[:1] != ("resolve",):
        assert len(found.err.splitlines()) == 1, found
        assert len(found.err) < 1000, found


def in_time(small: Immuno, *arguments: str) -> None:
    """Require that what is harmless does not take long either, of a processor that others may use too."""
    begun = time.process_time()
    found = small(*arguments)
    harmless(found)
    assert time.process_time() - begun < LONGEST, found


@pytest.mark.parametrize(("command", "place"), PLACES, ids=" ".join)
def test_hostile_text_in_every_place(
    small: Immuno,
    command: str,
    place: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    today: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    again = (command, place) != FIRST[place]
    turn = PLACES.index((command, place))
    for number, (name, text) in enumerate(HOSTILE.items()):
        if not again:
            in_time(small, *request(command, place, text))
        elif ALL or number % 6 == turn % 6:  # the same reader reads it: each text is tried in a sixth of them
            harmless(small(*request(command, place, shorter(name, text))))


@pytest.mark.parametrize("piece", ["(", "-", "x ", "5 mg ", "a/", "cancer of the ", "é"])
def test_a_text_without_end_is_answered_in_time(
    small: Immuno, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, today: str, piece: str
) -> None:
    monkeypatch.chdir(tmp_path)
    """One in three of the places, others for each text."""
    for _, place, command in some(((piece, place, command) for place, (command, _) in FIRST.items()), 3):
        if place not in _SHARED:
            in_time(small, *request(command, place, piece * (100_000 // len(piece))))
    for words in ((), ("show",), ("cancers",), ("cite",), ("resolve",), ("resolve", "--kind", "cancer")):
        in_time(small, *words, piece * (100_000 // len(piece)))


@pytest.mark.parametrize("command", ALL_COMMANDS)
def test_hostile_text_as_any_word(
    small: Immuno, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, today: str
) -> None:
    monkeypatch.chdir(tmp_path)
    turn = ALL_COMMANDS.index(command)
    for number, (name, text) in enumerate(HOSTILE.items()):
        if command not in LONG:
            text = shorter(name, text)
        if ALL or command in LONG or number % 2 == turn % 2:
            harmless(small(command, text))
        if not ALL and number % 6 != turn % 6:
            continue  # what follows is read alike for all commands: each text is tried with a sixth of them
        harmless(small(text, command))
        harmless(small(command, "--", text))
        if text != "--":
            harmless(small(command, "--nosuch" + text))
            harmless(small(command, "-z" + text))


@pytest.mark.parametrize("command", [name for name in ALL_COMMANDS if "--format" in options_of(name)])
def test_hostile_text_in_errors_as_objects(small: Immuno, command: str) -> None:
    for _, text in some(((command, text) for text in HOSTILE.values()), 3):
        found = small(command, "--format", "json", "--columns", text)
        harmless(found)
        if found.code:
            assert found.error["message"].isprintable()


@pytest.mark.parametrize("form", HUMAN + MACHINE)
def test_hostile_text_that_is_answered(small: Immuno, form: str, today: str) -> None:
    """The string itself is part of what `resolve` and `search` answer."""
    texts = [text for text in HOSTILE.values() if text.strip()]
    harmless(small("resolve", "--format", form, "--", *texts))
    harmless(small("resolve", "-", "--format", form, stdin="\n".join(texts).encode("utf-8", "replace")))
    for _, text in some(((form, text) for text in texts), 3):
        harmless(small("search", "--format", form, "--", text))
    color = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}
    shown = small("resolve", "[link=file:///x]y[/link]", "[/b]", ":pill:", "-f", "table", env=color).out
    assert all(one in shown for one in ("[link=file:///x]y[/link]", "[/b]", ":pill:"))
    assert "\x1b]" not in shown


@pytest.mark.parametrize(
    "raw",
    [b"\xff\xfe", b"\xed\xa0\x80", b"\x1b]0;x\x07", b"\xc2\x9b31m\xe2\x80\xae", b"a" * 100_000],
    ids=["invalid", "surrogate", "escape", "C1", "long"],
)
def test_raw_bytes_in_a_real_command_line(small: Immuno, raw: bytes, tmp_path: Path) -> None:
    plain = {"PYTHONUTF8": "0", "LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0"}
    for words, env in ((("show", raw), {}), ((raw,), plain), (("therapies", b"--cancer=" + raw), plain)):
        harmless(small.process(*words, env=env, cwd=tmp_path))


def test_whatever_is_said_is_cleaned_once_more(capfd: pytest.CaptureFixture[str]) -> None:
    from immunocli.cli import streams

    streams.say("\x1b[31ma\nb\u202e\udcff")
    assert capfd.readouterr().err == "\\x1b[31ma b\\u202e\\udcff\n"


@settings(max_examples=40)
@given(
    st.lists(st.text(st.characters(codec=None), max_size=30), max_size=4),
    st.sampled_from(sorted(ALL_COMMANDS)),
)
def test_any_words_at_all(small: Immuno, words: list[str], command: str) -> None:
    if command == "annotate" or any(word.startswith(("-o", "--o", "--s")) for word in words):
        return  # these name files to write
    found = small(command, *words)
    assert found.code in DOCUMENTED, found
    assert "Traceback" not in found.err


def of(table: Any, one: str) -> Any:
    """Return the record of that id."""
    return next(record for record in table if record["id"] == one)


def says(table: Any, text: str) -> None:
    """Put a text into the wording of a use."""
    of(table, "pembrolizumab")["indications"][0]["events"][0]["says"]["summary"] = text


TEXTS: list[tuple[str, str, Callable[[Any, str], Any]]] = [
    ("therapies", "show keytruda", lambda table, text: of(table, "pembrolizumab").update(mechanism=text)),
    ("therapies", "show keytruda --full", says),
    (
        "therapies",
        "show kymriah --full",
        lambda t, text: of(t, "tisagenlecleucel")["warnings"][0].update(text=text),
    ),
    ("glossary", "define pd-1", lambda table, text: of(table, "pd-1").update(definition=text)),
    ("faq", "faq side effects", lambda table, text: of(table, "side-effects").update(answer=[text])),
    ("cancers", "cancers melanoma", lambda table, text: of(table, "melanoma").update(name=text)),
    ("types", "types", lambda table, text: of(table, "targeted-antibody").update(name=text)),
    ("immune_system", "immune-system", lambda table, text: table[0].update(role=text)),
    (
        "therapies",
        "compare keytruda kymriah",
        lambda table, text: of(table, "pembrolizumab").update(name=text),
    ),
    ("sources", "cite keytruda", lambda table, text: of(table, "fda-keytruda-label").update(title=text)),
]


@pytest.mark.parametrize(
    ("file", "asked", "change"), TEXTS, ids=[f"{file}: {asked}" for file, asked, _ in TEXTS]
)
def test_signs_that_rich_or_a_format_would_interpret_are_shown_as_they_are(
    small: Immuno, edited: Any, file: str, asked: str, change: Callable[[Any, str], Any]
) -> None:
    text = "[/b] [link=x]y[/link] :pill: %s {0} <b>"
    over = small.on(edited(file, lambda table: change(table, text)))
    for form in ("table", "text", "json", "jsonl"):
        found = over(*asked.split(), "--format", form, env={"COLUMNS": "900"})
        assert found.code == 0, found
        # A page's first heading is in capitals, piped.
        assert text in found.out or text.upper() in found.out, (form, found)
