"""Hears in what was typed what cannot wait, whatever was asked for."""

from __future__ import annotations

from immunocli.errors import ImmunoError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.catalogue import Catalogue

# What completes a value that is the name of a file, or of a column in it.
_FILES = (("file",), ("directory",), ("column-of-file",))
# How many words tell of something at least: `--since 2030` does not.
_TELLING = 2
# What a box is about has so many words at most.
_OF_BOX = 3


def _is_file(word: str) -> bool:
    """Say whether a word is the name of a file: a point, and an ending of a few letters behind it."""
    name, point, ending = word.removesuffix(".gz").rpartition(".")
    return bool(name and point) and ending.isalnum() and len(ending) in range(2, 6) and " " not in word


def is_alarm(catalogue: Catalogue, text: str) -> bool:
    """Say whether a text tells of something that cannot wait."""
    return any(notice.code == "alarm" for notice in catalogue.ask(text).notices)


def _without_box(words: Sequence[str]) -> list[str]:
    """Return words without the few right behind --boxed: they are what a box is about."""
    from immunocli.cli.unquoted_words import until_option

    place = words.index("--boxed") + 1 if "--boxed" in words else len(words)
    run = until_option(words[place:])
    return [*words[:place], *words[place + (len(run) if len(run) <= _OF_BOX else 0) :]]


def alarm_in(words: Sequence[str]) -> str:
    """Return what to do now when words that named nothing tell of an alarm, else nothing."""
    from immunocli.cli.declared_commands import COMMANDS
    from immunocli.cli.parameters import OUTPUT
    from immunocli.cli.unquoted_words import catalogue_for
    from immunocli.text import clean

    asked = words[:1] if words and words[0] in COMMANDS else []  # "define" is no word of it
    parameters = [one for command in asked for one in COMMANDS[command].all()]
    # Names of files and columns tell nothing: "-c nme,since" is no cry.
    unheard = [one for one in parameters if one.completes[:1] in _FILES]
    unheard += [one for one in OUTPUT if one.kind != "flag"]
    if {"boxed", "status"} <= {one.name for one in parameters}:  # a filter of a list is no cry either
        unheard += [one for one in parameters if one.flags and one.kind != "flag"]
        words = _without_box(words)
    files = {flag for one in unheard for flag in one.flags}
    takes_file = any(not one.flags for one in unheard)  # no sentence: "annotate heart_attack.csv"
    told: list[str] = []
    is_value = False
    for word in words[len(asked) :]:
        flag, joined, value = word.partition("=")
        if is_value or flag in files:
            is_value = not (is_value or joined)
        elif not _is_file(word) and (word[:1] == "-" or not takes_file):
            typed = value if word[:1] == "-" else word
            told += [typed] if any(map(str.isalpha, typed)) else []
    if len(" ".join(told).split()) < _TELLING:
        return ""
    try:
        notices = catalogue_for(words).ask(clean(" ".join(told))).notices
    except (OSError, ImmunoError):
        return ""
    return next((notice.message for notice in notices if notice.code == "alarm"), "")
