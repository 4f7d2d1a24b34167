"""Finds the filters that words without an option are meant for: `therapies lung cancer boxed`."""

from __future__ import annotations

from immunocli.cli.sentences import ENDED, dated, is_date, without_fillers
from immunocli.cli.unquoted_words import catalogue_for
from immunocli.errors import Ambiguous, ImmunoError, Investigational, NotInScope, UsageError
from immunocli.names.find import FILLERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from immunocli.catalogue import Catalogue
    from immunocli.cli.parameters import Parameter

_NAMED = ("cancer", "type", "target", "therapy", "biomarker")
_BOXES = (
    "box", "boxed", "boxed warning", "boxed warnings", "black box", "black box warning", "black box warnings",
)  # fmt: skip
# What people say for an option that takes no value.
_FLAGS = {
    "--boxed": _BOXES[1:],
    "--no-boxed": tuple(
        f"{no} {box}"
        for no in ("no", "without", "lacking", "not having", "with no", "have no", "has no", "not")
        for box in _BOXES
    ),
    "--agnostic": ("agnostic", "tumor agnostic", "any tumor", "any solid tumor"),
}
# They are said in so many words at most, with these among them.
_LONGEST_FLAG, _ARTICLES = 6, ("a", "an", "any", "the")
# What words behind these are.
_HINTS = dict.fromkeys(("target", "targets", "targeting", "against"), "target")
# Words that only stand between filters, beside those between names.
_BETWEEN = FILLERS | frozenset(
    "have has had that there by target targets targeting against approval approvals use uses list all fda".split()
)


def filters(
    words: Sequence[str], parameters: Iterable[Parameter], loose: list[str], given: Sequence[str]
) -> list[str]:
    """Return words as the filters that they are names for, and say so.

    Args:
        words: the whole command line.
        parameters: what the command takes.
        loose: the words in it that stand behind no option.
        given: its options, each with its value as one word.

    Raises:
        UsageError: they are not.
        Ambiguous: several filters may be meant.
    """
    from immunocli.cli import streams
    from immunocli.cli.error_line import line
    from immunocli.text import quote

    options = [one for one in parameters if one.values or one.completes == (one.name,)]
    if not options:
        raise UsageError(f"{words[0]} takes no {quote(' '.join(loose))}", advice=line([words[0], *given]))
    kinds = [one.name for one in options if one.name in _NAMED]
    catalogue = catalogue_for(words)
    told: list[str] = []
    rest = [part for word in loose for part in word.split(",") if part]
    if any(one.name == "as_of" for one in parameters) and "--as-of" in dated(rest):
        rest = dated(rest)
        told += rest[-2:]
        del rest[-2:]
    flags = {one.flags[0] for one in parameters if one.flags}
    today = catalogue.edition["as_of"]
    hint = ""  # "that target CD19"
    while rest:
        taken, meaning = _span(rest, flags, today) or _flag(rest, flags) or (0, [])
        if "--by" in flags and (by := _by(rest, parameters)):
            taken, meaning = by
        if "--status" in flags and (status := ENDED.get(rest[0].lower())):
            taken, meaning = 1, ["--status", status]
        if not taken and "--boxed" in (*words, *told):
            taken = _in_a_box(catalogue, words, rest, kinds)
            meaning = ["--boxed-about", " ".join(rest[:taken])] if taken else []
        if taken:
            told += [part for part in meaning if part not in told] if len(meaning) == 1 else meaning
            del rest[:taken]
            continue
        for length in range(len(rest), 0, -1):
            run = rest[:length]
            if length == 1 and run[0].lower() in _BETWEEN:
                meant = []
                break
            held = catalogue.kinds_of(" ".join(run), kinds)
            meant = [one for one in options if one.name in held or _spelled_lower(one, run) in one.values]
            if meant:
                break
        else:
            raise _no_filter(words, catalogue, kinds, without_fillers(rest))
        if not meant:
            hint = _HINTS.get(rest[0].lower(), "")
            del rest[0]  # it only stands between names
            continue
        meant = [one for one in meant if one.name == hint] or meant
        value = run if meant[0].name in held else [_spelled_lower(meant[0], run)]
        if len(meant) > 1:
            ways = [
                line([words[0], *told, one.flags[0], " ".join(run), *rest[length:], *given]) for one in meant
            ]
            raise Ambiguous(f"{quote(' '.join(run))} may be meant in several ways", ways, wrong=" ".join(run))
        told += [meant[0].flags[0], " ".join(value)]
        del rest[:length]
    _refuse_twice(words[0], parameters, [*told, *given])
    if "--as-of" in told:  # an option stands behind the names
        told = [*told[2:], *told[:2]]
    streams.read_as(line([words[0], *told, *given]))
    return told


def _refuse_twice(command: str, parameters: Iterable[Parameter], told: Sequence[str]) -> None:
    """Refuse words that mean an option twice that takes one value."""
    from immunocli.cli.error_line import example

    for one in parameters:
        if one.flags and one.kind == "text" and told.count(one.flags[0]) > 1:
            several = f"{one.flags[0]} takes one value, and several are told here"
            raise UsageError(several, advice=example(command, one.flags[0]))


def _span(rest: Sequence[str], flags: set[str], today: str) -> tuple[int, list[str]] | None:
    """Return how many of some words tell a span of time, and the options that it is.

    "approved in 2026" is since then; of an earlier year alone nothing is left out behind a reader's back.
    """
    first, second = rest[0].lower(), rest[1].lower() if len(rest) > 1 else ""
    if "--since" not in flags:
        return None
    if first in ("since", "from") and is_date(second):
        return 2, ["--since", second]
    if first in ("until", "till", "to") and "--until" in flags and is_date(second):
        return 2, ["--until", second]
    if first == "this" and second in ("year", "month"):
        return 2, ["--since", today[:4] if second == "year" else today[:7]]
    if first == "last" and second == "year" and "--until" in flags:
        year = str(int(today[:4]) - 1)
        return 2, ["--since", year, "--until", year]
    if is_date(first) and "--until" in flags:
        return 1, ["--since", first, *([] if today.startswith(first) else ["--until", first])]
    return (1, ["--since", first]) if first == today[:4] else None


def _by(rest: Sequence[str], parameters: Iterable[Parameter]) -> tuple[int, list[str]] | None:
    """Return how many of some words say by what an overview is asked for, and that option: "by cancer", "targets"."""
    lower = [word.lower() for word in rest[:2]]
    if lower[0] == "by" and len(lower) > 1:
        said, taken = lower[1], 2
    elif len(rest) == 1 and lower[0].endswith("s"):
        said, taken = lower[0], 1
    else:
        return None
    values = next(one.values for one in parameters if one.name == "by")
    said = {"therapies": "therapy", "drug": "therapy", "drugs": "therapy"}.get(said, said)
    named = next((one for one in (said, said.removesuffix("s")) if one in values), None)
    return (taken, ["--by", named]) if named else None


def _flag(rest: Sequence[str], flags: set[str]) -> tuple[int, list[str]] | None:
    """Return how many of some words are said for an option without a value, and that option."""
    for length in range(min(_LONGEST_FLAG, len(rest)), 0, -1):
        words = " ".join(rest[:length]).lower().replace("-", " ").split()
        run = " ".join(word for word in words if word not in _ARTICLES)
        for flag, said in _FLAGS.items():
            if run in said and flag in flags:
                return length, [flag]
    return None


def _in_a_box(catalogue: Catalogue, words: Sequence[str], rest: Sequence[str], kinds: Sequence[str]) -> int:
    """Return how many of the first words are what a boxed warning is about; 0 where these are a name.

    What stands right behind --boxed is that where boxes are known to be about such a thing ("eye"), and where it is no
    name, whether a box tells of it or not.

    Raises:
        Ambiguous: they stand behind --boxed, and are a name of something with a boxed warning too.
    """
    for length in range(len(rest), 0, -1):
        said = " ".join(rest[:length])
        behind = f"--boxed {said} " in f"{' '.join(words)} "
        held = catalogue.kinds_of(said, kinds)
        if held and not behind:
            return 0
        if rest[0].lower() in _BETWEEN:
            return 0
        if behind and catalogue.is_boxed_topic(said):
            return length
        explained = behind and not held and catalogue.kinds_of(said, ("term",))
        if explained or catalogue.therapies(boxed=said, status="any").records:
            named: Any = {one: said for one in held[:1]}
            if named and catalogue.therapies(boxed=True, status="any", **named).records:
                _refuse_both(words, rest, said, held)
            return length
    if not behind or held:
        return 0
    try:
        catalogue.parts_of(list(rest), kinds)
    except Ambiguous:
        return 0  # a slip in a name
    except ImmunoError:
        return len(rest)
    return 0


def _refuse_both(words: Sequence[str], rest: Sequence[str], said: str, held: Sequence[str]) -> None:
    """Refuse words that are a name of something and what a box is about.

    Raises:
        Ambiguous: they are both.
    """
    if held:
        from immunocli.cli.error_line import line
        from immunocli.text import quote

        kept = [word for word in words[1:] if word not in rest and word not in (said, "--boxed")]
        ways = [
            line([words[0], *kept, "--boxed", f"--{held[0]}", said]),
            line([words[0], *kept, "--boxed-about", said]),
        ]
        raise Ambiguous(f"{quote(said)} may be meant in several ways", ways, wrong=said)


def _spelled_lower(option: Parameter, run: Sequence[str]) -> str:
    return "-".join(run).lower() if option.values else ""


def _no_filter(
    words: Sequence[str], catalogue: Catalogue, kinds: Sequence[str], rest: Sequence[str]
) -> ImmunoError:
    """Return the error for words that name nothing a command can be asked for."""
    from immunocli.cli.error_line import line, searching
    from immunocli.text import quote

    name = " ".join(rest)
    told = f"{words[0]} takes options, not names, and {quote(name)} is none that it can filter by"
    if is_date(name):
        return UsageError(told, advice=line(["changes", "--since", name, "--until", name]))
    answered = catalogue.asides(rest)
    if answered:
        return UsageError(told, advice=line(["faq", answered[0]]))
    try:
        catalogue.show(list(rest))
    except (NotInScope, Investigational) as problem:
        return problem
    except ImmunoError as problem:
        for near in problem.suggestions:
            for kind in catalogue.kinds_of(near, kinds):
                return UsageError(told, advice=line([words[0], f"--{kind}", near]))
        return UsageError(told, advice=searching(rest, words))
    return UsageError(told, advice=line(["show", *rest]))
