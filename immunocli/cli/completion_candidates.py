"""Knows what may stand in place of a word that is begun: commands, options, values, names."""

from __future__ import annotations

from immunocli.cli.declared_commands import COMMANDS, TOP
from immunocli.cli.parameters import HELP

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from immunocli.cli.declared_commands import Command
    from immunocli.cli.parameters import Parameter
    from immunocli.lookups import Lookups

_NAMED = ("therapy", "cancer", "type", "target", "biomarker", "term", "part", "faq")
_MOST = 200
# So many therapies are told with their type and brands; more would cost more than a glance is worth.
_TOLD = 40


class Offers:
    """What is offered, each with a description, and how the shell should take it.

    Args:
        ways: `files` or `directories` to let the shell complete those; `nospace` to go on in the word.
    """

    def __init__(self, found: Iterable[tuple[str, str]] = (), *ways: str) -> None:
        self.ways = list(ways)
        self.found: dict[str, str] = {}
        for one, about in found:
            if one.isprintable():
                self.found.setdefault(one, about if about.isprintable() else "")

    def after(self, prefix: str) -> Offers:
        """Return the same, each behind what already stands in the word."""
        return Offers([(prefix + one, about) for one, about in self.found.items()], *self.ways)


def offered(words: list[str], begun: str, *, describe: bool = False) -> Offers:
    """Return what may stand in place of the word begun, in any letter case.

    Args:
        words: those between the program and that word, without quotes.
        begun: the part of the word that is there, perhaps empty.
        describe: say more of each than its name.
    """
    data = None
    while words[:1] == ["--data"] or (words and words[0].startswith("--data=")):
        if words[0] == "--data":
            if len(words) == 1:
                return Offers((), "directories")
            del words[0]
        data = words.pop(0).removeprefix("--data=")
    if not words:
        return _commands(begun, data)
    name = words[0] if words[0] in COMMANDS else "show"
    command = COMMANDS[name]
    return _Line(name, command, words[words[0] in COMMANDS :], data, describe).offers(begun)


def _commands(begun: str, data: str | None) -> Offers:
    if begun.startswith("-"):
        return _options(TOP, begun)
    found = Offers(_starting(((name, one.line) for name, one in COMMANDS.items()), begun))
    if found.found or not begun:
        return found
    line = _Line("show", COMMANDS["show"], [], data, describe=False)
    return line.offers(begun)  # a name alone shows its page


def _options(parameters: Iterable[Parameter], begun: str) -> Offers:
    flags = [(flag, one.in_short) for one in parameters for flag in one.flags if flag.startswith("--")]
    return Offers(_starting(flags, begun))


def _starting(known: Iterable[tuple[str, str]], begun: str) -> list[tuple[str, str]]:
    folded = begun.casefold()
    return [(one, about) for one, about in known if one.casefold().startswith(folded)]


class _Line:
    """What stands before the word begun: a command, its options with values, loose words."""

    def __init__(
        self, name: str, command: Command, words: Sequence[str], data: str | None, describe: bool
    ) -> None:
        self.name, self.command, self.data, self.describe = name, command, data, describe
        self.flags = {flag: one for one in command.all() for flag in one.flags}
        self.values: dict[str, str] = {}
        self.loose: list[str] = []
        self.waiting: Parameter | None = None  # for its value
        self.last: Parameter | None = None  # whose value, perhaps its first word, stands just before
        self.since_last: list[str] = []
        for word in words:
            self._read(word)

    def _read(self, word: str) -> None:
        if self.waiting is not None:
            self.last, self.since_last = self.waiting, [word]
            self.values[self.waiting.name], self.waiting = word, None
            return
        flag, joined, value = word.partition("=")
        option = self.flags.get(flag)
        if option is None:
            self.loose.append(word)
            self.since_last.append(word)
            return
        self.last, self.since_last = None, []
        if option.kind == "flag":
            self.values[option.name] = "yes"
        elif joined:
            self.values[option.name] = value
            self.last, self.since_last = option, [value]
        else:
            self.waiting = option

    def offers(self, begun: str) -> Offers:
        """Return what fits in place of the word begun."""
        if self.waiting is not None:
            return self._value(self.waiting, begun)
        flag, joined, value = begun.partition("=")
        if begun.startswith("--") and joined:
            option = self.flags.get(flag)
            if option is None or option.kind == "flag":
                return Offers()
            return self._value(option, value).after(f"{flag}=")
        if begun.startswith("-"):
            unused = [one for one in self.command.all() if one.kind == "list" or one.name not in self.values]
            return _options([*unused, HELP], begun)
        arguments = [one for one in self.command.parameters if not one.flags]
        if self.last is not None and not arguments:
            further = self._further(self.last, self.since_last, begun)
            if further.found:
                return further
        if not arguments:
            return self._filtering(begun)
        argument = next((one for one in arguments if one.kind == "list"), None)
        if argument is None:
            if len(self.loose) >= len(arguments):
                return Offers()
            argument = arguments[len(self.loose)]
        elif self.since_last or self.loose:
            further = self._further(argument, self.loose, begun)
            if further.found:
                return further
        return self._value(argument, begun)

    def _filtering(self, begun: str) -> Offers:
        """Return options, or what the filters of a command without arguments may name."""
        if not begun:
            return _options(self.command.parameters, "--")
        kinds = [one.name for one in self.command.parameters if one.completes == (one.name,)]
        return Offers(self._names([kind for kind in kinds if kind in _NAMED], begun))

    def _further(self, parameter: Parameter, before: Sequence[str], begun: str) -> Offers:
        """Return how a name goes on whose first words stand there without quotes."""
        kinds = [kind for kind in parameter.completes if kind in _NAMED]
        for start in range(max(0, len(before) - 4), len(before)):
            told = " ".join(before[start:]) + " "
            found = [
                (name[len(told) :], about)
                for name, about in self._names(kinds, told + begun)
                if name.casefold().startswith((told + begun).casefold())
            ]
            if found:
                return Offers(found)
        return Offers()

    def _value(self, parameter: Parameter, begun: str) -> Offers:
        """Return what a parameter's value may be."""
        if parameter.values:
            return Offers(_starting(((one, "") for one in parameter.values), begun))
        wanted = parameter.completes
        if wanted[:1] == ("file",):
            return Offers((), "files")
        if wanted == ("directory",):
            return Offers((), "directories")
        if wanted == ("column",):
            return Offers(_starting(_columns(self.command.kind), begun))
        if wanted in (("columns",), ("added",)):
            before, comma, last = begun.rpartition(",")
            chosen = before.split(",")
            known = _columns(self.command.kind) if wanted == ("columns",) else _added(self.values)
            left = [(one, about) for one, about in known if one not in chosen]
            return Offers(Offers(_starting(left, last)).after(before + comma).found.items(), "nospace")
        if wanted == ("command",):
            return Offers(_starting(((name, one.line) for name, one in COMMANDS.items()), begun))
        if wanted == ("schema",):
            from immunocli.records.kinds import KINDS

            return Offers(_starting(((one, "") for one in KINDS), begun))
        if wanted == ("column-of-file",):
            from immunocli.cli.columns_of_file import header

            names = header(self.loose[0], self.values) if self.loose else []
            return Offers(_starting(((one, "") for one in names), begun))
        kinds = [kind for kind in wanted if kind in _NAMED]
        found = Offers(self._names(kinds, begun))
        before, comma, last = begun.rpartition(",")
        if comma and parameter.flags and not found.found:  # several names may stand in one value
            return Offers(self._names(kinds, last)).after(before + comma)
        if not found.found and "target" in wanted:  # a page may be about more than one looks for first
            found = Offers(self._names(["term", "part"], begun))
        if "source" in wanted:
            ids = [*self._catalogue().source_ids(begun)[:_MOST], *self._of_kind(begun)]
            both = [*found.found.items(), *((one, "") for one in ids)]
            found = Offers(_starting(both, begun) or both)
        return found

    def _of_kind(self, begun: str) -> list[str]:
        """Return ids behind the kind of their record, as `faq:fatigue`, which `cite` takes."""
        kind, colon, one = begun.partition(":")
        if not colon or kind not in _NAMED or kind == "biomarker":
            return []
        return [f"{kind}:{id}" for id in self._catalogue().titles(kind) if id.startswith(one.casefold())]

    def _catalogue(self) -> Lookups:
        import os

        from immunocli.lookups import Lookups  # the part of a catalogue that knows names

        chosen = os.path.expanduser(self.values.get("data", self.data) or "")
        return Lookups(chosen or os.environ.get("IMMUNO_DATA") or None)

    def _names(self, kinds: Sequence[str], begun: str) -> list[tuple[str, str]]:
        """Return canonical names that begin so; other names only when none does."""
        if not kinds:
            return []
        catalogue = self._catalogue()
        first: list[tuple[str, str]] = []
        others: list[tuple[str, str]] = []
        for kind in kinds:
            told = kind if len(kinds) > 1 else ""
            if kind != "biomarker" and not begun.strip():
                first += [(name, told) for name in catalogue.titles(kind).values()]
                continue
            known = catalogue.beginning(kind, begun)[: 5 * _MOST]
            if kind == "biomarker":  # many names, few biomarkers: their ids say most
                first += [(one, told) for one in sorted({one for _, _, ids in known for one in ids})]
                continue
            titles = catalogue.titles(kind) if known else {}
            canonical: set[str] = set()
            for name, how, ids in known:
                meant = [titles[one] for one in ids if one in titles]
                if how == "brand":
                    first.append((name, ", ".join(meant)))
                elif name in meant:
                    canonical.add(name)
                else:
                    others.append((name, ", ".join(meant)[:60]))
            first += [(name, told) for name in sorted(canonical, key=str.casefold)]
        if not first:
            first = sorted(others, key=lambda one: one[0].casefold())[:_MOST]
        first = _starting(first, begun) or first  # letter for letter, before other spellings
        return self._described(catalogue, kinds, first) if self.describe else first

    def _described(
        self, catalogue: Lookups, kinds: Sequence[str], found: list[tuple[str, str]]
    ) -> list[tuple[str, str]]:
        """Return therapies with their type and brands, where they are few."""
        if "therapy" not in kinds:
            return found
        ids = {name: one for one, name in catalogue.titles("therapy").items()}
        wanted = {name: ids[name] for name, _ in found if name in ids}
        if not 0 < len(wanted) <= _TOLD:
            return found
        types = catalogue.titles("type")
        briefs = catalogue.about(wanted.values())
        told: dict[str, str] = {}
        for name, one in wanted.items():
            brief = briefs.get(one, {})
            brands = [held["name"] for held in brief.get("products", ()) if not held.get("foreign")]
            told[name] = "; ".join(
                filter(None, [types.get(brief.get("type", ""), ""), ", ".join(brands[:2])])
            )
        return [(name, told.get(name) or about) for name, about in found]


def _added(values: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the names of columns that annotate adds for the kind that a line asks for."""
    from immunocli.tables.added_columns import USUAL, Columns

    kind = values.get("kind", "therapy")
    return [(one, "") for one in (Columns.known(kind) if kind in USUAL else ())]


def _columns(kind: str) -> list[tuple[str, str]]:
    from immunocli.records.kinds import KINDS, record_of

    if kind not in KINDS:
        return []
    record = record_of(kind)
    return [(name, record.fields[name].about) for name in record.listed]
