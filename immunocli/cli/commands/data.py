"""immuno data: which data this is."""

from __future__ import annotations

from immunocli.cli import streams
from immunocli.errors import InvalidData, UsageError
from immunocli.render.answers import Answer
from immunocli.text import clean, quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.catalogue import Catalogue
    from immunocli.cli.emit import Output
    from immunocli.pages.blocks import Block

_TOLD = 100


def data(out: Output, *, action: str, into: str | None) -> int:
    """Tell which data this is, whether it holds together, where it lies."""
    from immunocli.cli.parameters import ACTIONS

    if action not in ACTIONS:
        raise UsageError(f"{quote(action)} is not one of: {', '.join(ACTIONS)}", wrong=action, known=ACTIONS)
    if action in ("validate", "path", "export") and (
        out.format not in (None, "text") or out.columns or out.count
    ):
        raise UsageError(f"data {action} answers in one line of text; leave out --format and the like")
    if into is not None and action != "export":
        raise UsageError(f"data {action} takes nothing more")
    if action == "validate":
        return _validate(out)
    catalogue = out.catalogue()
    if action == "export":
        return _export(catalogue, into)
    if action == "path":
        streams.write([catalogue.directory + "\n"], out.output)
        return 0

    def blocks(records: Sequence[Any]) -> list[Block]:
        from immunocli.pages.blocks import Facts, Heading

        facts = [
            (key.replace("_", " "), clean(str(value)))
            for one in records
            for key, value in one.as_dict().items()
        ]
        return [Heading("Data", 1), Facts(facts)]

    return out.emit(Answer(catalogue.info(), blocks=blocks, prose=True, full=True))


def _export(catalogue: Catalogue, into: str | None) -> int:
    """Write all tables; say on standard error what was written."""
    if into in (None, "-"):
        told = "name a file that ends in .db, or a directory"
        raise UsageError(
            told if into is None else f"an export is of many tables: {told}", advice="immuno data export immuno.db"
        )
    from immunocli.export.writing import export

    count = export(catalogue, into)
    streams.say(f"wrote {count} rows to {quote(into)}")
    return 0


def _validate(out: Output) -> int:
    """Check every rule; say all that is broken, a line each."""
    from immunocli.validating import problems

    directory, rules, broken = problems(out.data)
    for problem in broken[:_TOLD]:
        streams.say(problem)
    if broken:
        raise InvalidData(f"{len(broken)} rules of the data are broken in {quote(directory)}")
    streams.write([f"{directory}: valid, {rules} rules hold\n"], out.output, human=True)
    return 0
