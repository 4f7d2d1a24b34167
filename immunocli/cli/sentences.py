"""Reads what stands between names when people speak: "for", "vs", "as of 2014", a cancer behind a therapy."""

from __future__ import annotations

from immunocli.errors import ImmunoError
from immunocli.names.find import FILLERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.catalogue import Catalogue

VERSUS = ("vs", "vs.", "versus", "v", "against", "compared")
# Words that begin a question.
ASKING = (
    "what",
    "which",
    "how",
    "why",
    "when",
    "who",
    "is",
    "are",
    "can",
    "could",
    "do",
    "does",
    "will",
    "should",
    "was",
    "were",
    "did",
)
# What people call a command that has another name.
_CALLED = {
    "changes": "news new update updates latest",
    "terms": "glossary dictionary vocabulary",
    "therapies": "list drugs medicines medications treatments immunotherapies",
    "indications": "uses approvals",
    "cite": "sources references citations reference citation",
    "define": "explain meaning",
    "faq": "ask",
    "data export": "export",
    "data validate": "validate",
}
# What people say of uses that have ended, and the status that it is.
ENDED = {
    "withdrawn": "withdrawn",
    "revoked": "revoked",
    "replaced": "replaced",
    "past": "past",
    "former": "past",
    "ended": "past",
}
_MEANT = {said: command.split() for command, all_said in _CALLED.items() for said in all_said.split()}
_BETWEEN = (*VERSUS, "and", "or", "with", "to", "&", "+", "the")
_ABOUT_BOXES = frozenset(
    "boxed black-box black box warning warnings have has had do does there any list".split()
)
_DENIED = frozenset("no not without lack lacks lacking don't doesn't".split())
_COMPARED = ("therapy", "type")
# How many words a question has at least that is asked before a slip in a command is thought of.
_QUESTION = 4


def dated(words: Sequence[str]) -> list[str]:
    """Return words with "as of 2014" as the option that it means."""
    told = list(words)
    for place in range(len(told) - 2):
        if told[place].lower() == "as" and told[place + 1].lower() == "of" and is_date(told[place + 2]):
            return [*told[:place], *told[place + 3 :], "--as-of", told[place + 2]]
    return told


def with_day(words: Sequence[str]) -> list[str]:
    """Return words with "as of 2014", "in 2014" or a day at their end as the option that it means."""
    told = dated(words)
    if "--as-of" in told or len(told) < 2 or not is_date(told[-1].strip("?.,")):
        return told
    kept = told[:-2] if told[-2].lower() in ("in", "on", "by", "at", "of") else told[:-1]
    return [*kept, "--as-of", told[-1].strip("?.,")] if kept else told


def command_called(word: str) -> list[str]:
    """Return the command that a word means, by its own name or by what people call it; else nothing."""
    from immunocli.cli.declared_commands import COMMANDS

    return [word] if word in COMMANDS else _MEANT.get(word.lower(), [])


def is_date(word: str) -> bool:
    """Say whether a word is written as a date: a year, a month or a day."""
    return (
        word[:4].isdigit()
        and len(word) in (4, 7, 10)
        and word[:2] in ("19", "20")
        and (all(part.isdigit() for part in word.split("-")))
    )


def without_between(names: Sequence[str]) -> list[str]:
    """Return the names that are compared without "vs" and "and" between them."""
    return [name for name in names if name.lower() not in _BETWEEN]


def narrowed(
    catalogue: Catalogue,
    command: str,
    names: Sequence[str],
    cancer: list[str] | None,
    as_of: str | None = None,
) -> tuple[list[str], list[str] | None, str | None]:
    """Return names, cancers and day of a request: a cancer typed with a therapy narrows it, and it is said.

    Args:
        catalogue: what knows names.
        command: what was asked for.
        names: as they were typed.
        cancer: what `--cancer` gave.
        as_of: what `--as-of` gave.
    """
    words = list(names)
    if len(words) < 2:
        return words, cancer, as_of
    told = with_day(words) if as_of is None else words
    if "--as-of" in told:
        words, as_of = told[:-2], told[-1]
    try:
        parts = [] if cancer else catalogue.parts_of(words, ("therapy", "cancer"))
    except ImmunoError:
        parts = []
    drugs = [label for kind, label in parts if kind == "therapy"]
    cancers = [label for kind, label in parts if kind == "cancer"]
    if drugs and cancers:
        words, cancer = drugs, cancers
    if told != list(names) or (drugs and cancers):
        from immunocli.cli import streams
        from immunocli.cli.error_line import line

        options = [part for one in cancer or () for part in ("--cancer", one)]
        options += [] if as_of is None else ["--as-of", as_of]
        streams.read_as(line([command, *words, *options, *_further(command, options)]))
    return words, cancer, as_of


def _further(command: str, told: Sequence[str]) -> list[str]:
    """Return the options of a command's own that were typed and that are not told yet."""
    from immunocli.cli import streams
    from immunocli.cli.declared_commands import COMMANDS

    own = {flag: one for one in COMMANDS[command].parameters for flag in one.flags if flag not in told}
    kept: list[str] = []
    for place, word in enumerate(streams.typed):
        flag, joined, _ = word.partition("=")
        if flag in own:
            alone = joined or own[flag].kind == "flag"
            kept += streams.typed[place : place + (1 if alone else 2)]
    return kept


def apart(catalogue: Catalogue, names: Sequence[str]) -> list[str]:
    """Return the names that are compared, each as one: words that belong together need no quotes.

    Where only types can be meant, a target is the type that acts on it, and it is said.
    """
    words = without_between(names)
    if any(not catalogue.kinds_of(word, _COMPARED) for word in words):
        try:
            told = [label for _, label in catalogue.parts_of(words, (*_COMPARED, "target"))]
            words = told if len(told) > 1 else words  # what one of them is not, is said of it
        except ImmunoError:
            pass
    split = [part for word in words for part in word.split("+")]
    if all(catalogue.kinds_of(part, _COMPARED) for part in split):
        return split
    told = [_type_of(catalogue, word) for word in words]
    if told == words or len(told) < 2:
        return words
    from immunocli.cli import streams
    from immunocli.cli.error_line import line

    streams.read_as(line(["compare", *told, *_further("compare", ())]))
    return told


def _type_of(catalogue: Catalogue, word: str) -> str:
    """Return the one type that a target's name stands in; any other word as it is."""
    if catalogue.kinds_of(word, _COMPARED) or not catalogue.kinds_of(word, ("target",)):
        return word
    try:
        catalogue.type(word)
    except ImmunoError as problem:
        return problem.suggestions[0] if len(problem.suggestions) == 1 else word
    return word


def asked_boxed(words: Sequence[str]) -> list[str] | None:
    """Return the filters that a sentence about boxed warnings asks for; None when it is about something else."""
    lower = [word.lower().strip("?.,") for word in words]
    if not {"boxed", "black-box"} & set(lower) and not ("black" in lower and "box" in lower):
        return None
    told = [word for word, plain in zip(words, lower, strict=True) if plain not in _ABOUT_BOXES]
    denied = not _DENIED.isdisjoint(lower)
    told = [word for word in told if not denied or word.lower().strip("?.,") not in _DENIED]
    flag = "--no-boxed" if denied else "--boxed"
    return [*without_fillers(told), flag] if told else None


def of_ended(catalogue: Catalogue, words: Sequence[str]) -> list[str]:
    """Return the command that lists the uses that have ended, where words ask for these: "tecentriq withdrawn"."""
    if len(words) < 2 or ENDED.keys().isdisjoint(word.lower().strip("?.,") for word in words):
        return []
    from immunocli.cli.record_asked import command_for
    from immunocli.names.find import SHOWN

    if catalogue.kinds_of(" ".join(words), SHOWN):
        return []  # a name by itself, as "withdrawn approval" is

    return command_for(catalogue, words)


def asks_of_products(catalogue: Catalogue, text: str) -> bool:
    """Say whether a text asks of a therapy what its products tell: forms, a time off the market, partners."""
    return any(
        notice.counts.get("fact") in ("skin", "market", "alone") for notice in catalogue.ask(text).notices
    )


def is_question(catalogue: Catalogue, text: str) -> bool:
    """Say whether a sentence is clearly one of the questions that are answered, or asks something of the record."""
    if len(text.split()) < _QUESTION:
        return False
    asked = catalogue.ask(text)
    of_record = any(notice.code in ("compare", "record") for notice in asked.notices)
    return of_record or (bool(asked.records) and asked.records[0].sure)


def without_fillers(run: Sequence[str]) -> list[str]:
    """Return words without those that only stand between names, unless there are no others."""
    return [word for word in run if word.lower() not in FILLERS] or list(run)
