"""Finds what a mistyped command, option or value may be meant for."""

from __future__ import annotations

from immunocli.cli.declared_commands import COMMANDS
from immunocli.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LONGEST = 40
# Words for one thing: columns and options, as they are called here and elsewhere, likeliest first.
_MEANINGS = tuple(
    tuple(group.split())
    for group in (
        "date approved day when year start started begun approval_date since first_approved as-of",
        "end ended stop stopped until withdrawn",
        "therapy name therapies drug drugs medicine generic treatment product id",
        "brands brand trade trade_name trade-name tradename",
        "cancer cancers tumor disease diagnosis site",
        "summary indication indications use uses wording text",
        "type class category kind modality",
        "target targets antigen gene receptor",
        "biomarker biomarkers marker markers",
        "status state standing",
        "question title",
        "definition meaning description answer",
        "output out file save",
        "no-boxed unboxed no-box without-box without-boxed no-black-box without-black-box no-boxed-warning not-boxed",
        "boxed box black-box boxed-warning black-box-warning with-box",
        "limit top head max first",
        "full all long verbose details detail",
    )
)


def no_such_option(command: str, word: str, flags: Iterable[str], given: Sequence[str] = ()) -> UsageError:
    """Return the error for an option that there is not.

    Args:
        command: what was asked, if it was a command.
        word: the option, as it was typed.
        flags: the options that there are.
        given: what was typed behind the command, or where a command should stand.
    """
    from immunocli.cli.error_line import example, line
    from immunocli.cli.sentences import is_date
    from immunocli.text import quote

    flag = word.partition("=")[0]
    told = f"{command} has no option {quote(flag)}" if command else f"no option {quote(flag)}"
    own = COMMANDS[command].all() if command in COMMANDS else ()
    for one in own:
        if one.flags and flag[2:] in one.values:  # `--csv`, `--withdrawn`, `--adjuvant`
            rest = [word for word in given if word != flag]
            return UsageError(told, advice=line([command, *rest, one.flags[0], flag[2:]]))
    longer = [one for one in flags if one.startswith(f"{flag}-")]
    if longer:
        return UsageError(told, longer, wrong=flag)
    behind = word.partition("=")[2] or next(iter(given[given.index(word) + 1 :] if word in given else ()), "")
    if is_date(behind):  # only what takes a day can be meant
        flags = [each for one in own if one.metavar == "DATE" for each in one.flags]
        return UsageError(told, flags, wrong=flag) if flags else UsageError(told, advice=example(command))
    others = [name for name, one in COMMANDS.items() if any(flag in each.flags for each in one.all())]
    if command and others:  # no slip, but of another command
        told += f", {' and '.join(others[:2])} {'has' if len(others) == 1 else 'have'}"
        return UsageError(told, advice=line([command, *_own(command, given)]))
    near = nearest(flag, flags)
    if near:
        return UsageError(told, near, wrong=flag)
    if others:
        stands = f"{quote(flag)} stands behind a command"
        return UsageError(stands, advice=line([others[0], *(given or ["--help"])]))
    return UsageError(told, advice=line([*filter(None, [command]), "--help"]))


def _own(command: str, given: Sequence[str]) -> list[str]:
    """Return words without the options, and their values, that other commands have; if none are left, help."""
    flags = {flag for one in COMMANDS[command].all() for flag in one.flags}
    foreign = {flag: one for each in COMMANDS.values() for one in each.all() for flag in one.flags}
    kept: list[str] = []
    rest = list(given)
    while rest:
        word = rest.pop(0)
        flag, joined, _ = word.partition("=")
        if flag[:2] not in ("", "--") and flag[:1] == "-":
            flag, joined = flag[:2], joined or flag[2:]  # `-fcsv`
        if flag in flags or flag not in foreign:
            kept.append(word)
        elif foreign[flag].kind != "flag" and not joined and rest and rest[0][:1] != "-":
            del rest[0]
    return kept or ["--help"]


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """Return what a word may be a slip for, likeliest first."""
    from difflib import get_close_matches

    plain = word.lower()[:_LONGEST]
    names = list(known)
    begun = [one for one in names if len(plain) > 2 and one.startswith(plain)]
    alike = get_close_matches(plain, names, 3, 0.7)
    return list(dict.fromkeys([*begun, *(alike or _of_one_meaning(plain, names))]))[:3]


def _of_one_meaning(word: str, names: Sequence[str]) -> list[str]:
    """Return the names that say the same as a word, in the order in which they are likely meant."""
    bare = {name.lstrip("-"): name for name in names}
    plain = word.lstrip("-").replace(" ", "_")
    found = [one for group in _MEANINGS if plain in group for one in group]
    return [bare[one] for one in found if one in bare]
