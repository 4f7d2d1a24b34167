"""Answers the TAB key from the table of the interface and the names in the data."""

from __future__ import annotations

from immunocli.cli._interface import COMMANDS, SHARED
from immunocli.cli.choices import CHOICES
from immunocli.names.forms import normalise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from immunocli.store.typed import Data

# Which names complete the value of a parameter.
_NAMES = {
    "cancer": ("cancer",),
    "type": ("type",),
    "target": ("target",),
    "therapy": ("therapy",),
    "term": ("term",),
    "part": ("part",),
    "biomarker": ("biomarker",),
}
_NAMES_OF_COMMAND = {
    "show": ("therapy", "cancer", "type", "target"),
    "compare": ("therapy",),
    "cite": ("therapy",),
    "cancers": ("cancer",),
    "types": ("type",),
    "targets": ("target",),
    "define": ("term",),
    "faq": ("faq",),
    "immune-system": ("part",),
    "resolve": ("therapy",),
}
_MOST = 200


def complete(environment: Mapping[str, str]) -> int | None:
    """Print the candidates for a shell's request; None leaves an unknown shell to Typer.

    Args:
        environment: as the scripts that `--show-completion` prints set it: `_IMMUNO_COMPLETE`
            with the shell, and the words typed so far.
    """
    shell = environment["_IMMUNO_COMPLETE"].removeprefix("complete_")
    if shell == "bash":
        words = environment.get("COMP_WORDS", "").split()
        place = environment.get("COMP_CWORD", "")
        if not (place.isascii() and place.isdigit() and len(place) < 6):
            return 0
        typed = words[1 : int(place)]
        begun = words[int(place)] if int(place) < len(words) else ""
    elif shell in ("zsh", "fish"):
        line = environment.get("_TYPER_COMPLETE_ARGS", "")
        typed = line.split()[1:]
        begun = typed.pop() if typed and not line[-1:].isspace() else ""
    else:
        return None
    if shell == "fish" and environment.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
        return 0 if candidates(typed, begun) else 1
    _write(shell, candidates(typed, begun))
    return 0


def _write(shell: str, found: list[str]) -> None:
    from immunocli.cli import streams

    if shell == "zsh":
        quoted = [
            '"' + one.replace("\\", "\\\\").replace('"', '\\"').replace(":", "\\:") + '"' for one in found
        ]
        streams.write([f"_arguments '*: :(({' '.join(quoted)}))'\n" if found else "_files\n"])
    else:
        streams.write([one + "\n" for one in found])


def candidates(typed: list[str], begun: str) -> list[str]:
    """Return what may stand in place of the word begun, in any letter case.

    Args:
        typed: the words between the program and that word.
        begun: the part of the word that is there, perhaps empty.
    """
    if not typed or typed[0] not in COMMANDS:
        return _starting(COMMANDS, begun) if not typed else []
    command = typed[0]
    shares, own, positional, _ = COMMANDS[command]
    options = {**own, **SHARED} if shares else own
    last = options.get(typed[-1]) if len(typed) > 1 else None
    if last and last[1] != "flag":
        return _values(command, last[0], begun)
    if begun.startswith("-"):
        return _starting([*options, "--help"], begun)
    if command == "data":
        return _starting(CHOICES["action"], begun)
    if command == "schema":
        from immunocli.schemas import KINDS

        return _starting(KINDS, begun)
    if not positional or command not in _NAMES_OF_COMMAND:
        return []
    return _named(_NAMES_OF_COMMAND[command], begun)


def _values(command: str, parameter: str, begun: str) -> list[str]:
    if parameter == "kind":
        return _starting(CHOICES["part_kind" if command == "immune-system" else "kind"], begun)
    if parameter == "setting":
        from immunocli.queries.selection import SETTINGS

        return _starting(SETTINGS, begun)
    if parameter in CHOICES:
        return _starting(CHOICES[parameter], begun)
    if parameter in ("columns", "sort"):
        return _columns(command, begun)
    return _named(_NAMES[parameter], begun) if parameter in _NAMES else []


def _columns(command: str, begun: str) -> list[str]:
    from immunocli.records import (
        Cancer,
        Change,
        Hit,
        Indication,
        Match,
        Question,
        Target,
        Term,
        Therapy,
        Type,
    )

    kinds = {
        "therapies": Therapy, "indications": Indication, "changes": Change, "cancers": Cancer,
        "types": Type, "targets": Target, "define": Term, "terms": Term, "faq": Question,
        "search": Hit, "resolve": Match, "show": Therapy,
    }  # fmt: skip
    before, comma, last = begun.rpartition(",")
    columns = kinds[command].columns if command in kinds else ()
    return [before + comma + one for one in _starting(columns, last)]


def _starting(known: Iterable[str], begun: str) -> list[str]:
    return [one for one in known if one.lower().startswith(begun.lower())]


def _named(kinds: Iterable[str], begun: str) -> list[str]:
    import os

    from immunocli.store.typed import Data

    data = Data(os.environ.get("IMMUNO_DATA") or None)
    found = [name for kind in kinds for name in _labels(data, kind, normalise(begun))]
    return list(dict.fromkeys(found))[:_MOST]


def _labels(data: Data, kind: str, begun: str) -> list[str]:
    """Return the names of a kind that begin so, each as one word of a command line."""
    if kind == "biomarker":  # many names, few biomarkers: their ids say most
        return sorted({one for _, (ids, *_) in data.under(f"name/{kind}/{begun}") for one in ids})
    found = []
    for plain, (ids, _, label) in data.under(f"name/{kind}/{begun}"):
        if ids and (begun + plain):
            found.append(_one_word(label, ids))
        if len(found) >= _MOST:
            break
    return sorted(set(found), key=str.casefold)


def _one_word(label: str, ids: list[str]) -> str:
    """Return a name without spaces: hyphens do as well, and the shell needs no quotes."""
    plain = "-".join("".join(c if c.isalnum() or c in "-." else " " for c in label).split())
    return plain or ids[0]
