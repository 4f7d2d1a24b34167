"""Answers the TAB key: what may stand in place of the word that is begun.

The scripts in `completion_scripts.py` hand over the words as arguments and read lines back into arrays;
nothing that was typed, and nothing that is offered, is ever evaluated by a shell.
"""

from __future__ import annotations

from immunocli.cli.completion_candidates import Offers, offered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# What bash takes for a word of its own.
_PARTING = "=:"
# What a shell inserts as it stands.
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.,=+:@%/")


def complete(arguments: Sequence[str]) -> int:
    """Print what fits, for a shell's script: first the ways, then a line each, a tab, a description.

    Args:
        arguments: the shell, the words between the program and the cursor as they were typed, the
            last perhaps empty.
    """
    from immunocli.cli import streams
    from immunocli.errors import ImmunoError

    shell, *typed = arguments or [""]
    words = _words(typed, shell)
    try:
        offers = offered(words[:-1], words[-1], describe=shell != "bash")
    except ImmunoError:  # broken data, no file: TAB is no place to tell it
        return 1
    begun = words[-1]
    for sign in _PARTING if shell == "bash" else ():
        if sign in typed[-2:]:
            begun = words[-1].rpartition(sign)[2]
    if begun != words[-1]:
        cut = len(words[-1]) - len(begun)
        offers = Offers([(one[cut:], about) for one, about in offers.found.items()], *offers.ways)
    _fit(offers, begun, shell)
    told = {} if shell == "bash" else offers.found
    lines = [f"{one}\t{told[one]}\n" if told.get(one) else f"{one}\n" for one in offers.found]
    streams.write([" ".join(["names", *offers.ways]) + "\n", *lines])
    return 0


def _fit(offers: Offers, begun: str, shell: str) -> None:
    """Keep a shell from losing what was typed, and have it quote what needs it."""
    found = list(offers.found)
    if any(not _PLAIN.issuperset(one) for one in found):
        offers.ways.append("quote")
    if not all(one.casefold().startswith(begun.casefold()) for one in found):
        offers.ways.append("other")  # found by another spelling of its beginning
    if shell not in ("bash", "zsh") or len(found) < 2:
        return
    # Several: the shell puts what all have in common in place of the word, letter by letter.
    common = found[0]
    for one in found:
        while not one.startswith(common):
            common = common[:-1]
    if "other" in offers.ways:
        from immunocli.names.forms import normalize

        if not normalize(common).startswith(normalize(begun)):
            offers.found = {}
    elif shell == "bash" and not common.casefold().startswith(begun.casefold()):
        offers.found = {begun + one[len(begun) :]: about for one, about in offers.found.items()}


def _words(typed: Sequence[str], shell: str) -> list[str]:
    """Return the words without quotes, the last the one that is begun."""
    if shell == "powershell":  # it reads quotes itself; one alone is its way to hand over nothing
        return [*typed[:-1], "" if typed[-1:] == ["'"] else "".join(typed[-1:])]
    if shell == "fish":  # so does fish, but for the last
        return [*typed[:-1], unquoted("".join(typed[-1:]))]
    return [unquoted(one) for one in _rejoined(typed, shell)] or [""]


def _rejoined(typed: Sequence[str], shell: str) -> list[str]:
    """Undo that bash takes an equals sign, or a colon, for a word of its own."""
    words: list[str] = []
    joining = False
    for one in typed:
        parts = one == ":" or (one == "=" and "".join(words[-1:]).startswith("--"))
        if shell == "bash" and words and (joining or parts):
            words[-1] += one
            joining = parts
        else:
            words.append(one)
            joining = False
    return words


def unquoted(word: str) -> str:
    """Return a word as a shell would read its quotes and backslashes; nothing in it is expanded."""
    if "'" not in word and '"' not in word and "\\" not in word:
        return word
    read: list[str] = []
    quote = ""
    letters = iter(word)
    for letter in letters:
        if letter == quote:
            quote = ""
        elif letter == "\\" and quote != "'":
            following = next(letters, "")
            read.append(following if not quote or following in '\\"$`' else letter + following)
        elif letter in "'\"" and not quote:
            quote = letter
        else:
            read.append(letter)
    return "".join(read)
