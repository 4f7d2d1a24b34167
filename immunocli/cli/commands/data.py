"""immuno data: which data this is."""

from __future__ import annotations

from immunocli.render.answers import Answer
from immunocli.pages.blocks import Block, Facts, Heading
from immunocli.cli import streams
from immunocli.cli.choices import CHOICES
from immunocli.errors import InvalidData, UsageError
from immunocli.queries.sources import inventory
from immunocli.records import Record
from immunocli.text import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.cli.options import Action
    from immunocli.cli.emit import Output


def data(out: Output, action: Action = "info") -> int:
    """Tell which data this is, whether it holds together, where it lies.

    Examples:
      immuno data info
      immuno data validate --data ./my-data
      immuno data path
    """
    if action not in CHOICES["action"]:
        raise UsageError(f"{quote(action)} is not one of: info, validate, path")
    if action == "validate":
        return _validate(out)
    catalogue = out.catalogue()
    if action == "path":
        streams.write([catalogue.data.directory + "\n"], out.output)
        return 0
    found = Record(inventory(catalogue.data))

    def blocks(records: Sequence[Any]) -> list[Block]:
        facts = [(key.replace("_", " "), str(value)) for key, value in records[0].as_dict().items()]
        return [Heading("Data", 1), Facts(facts)]

    columns = tuple(found.as_dict())
    return out.emit(Answer("data", [found], columns, {}, catalogue.edition, blocks=blocks, prose=True))


def _validate(out: Output) -> int:
    """Check every rule; say all that is broken, a line each."""
    import os

    from immunocli.store import compiling as building, places
    from immunocli.store.rules import RULES

    directory = out.data or os.environ.get("IMMUNO_DATA") or places.BUNDLED
    tables = building.read(directory)
    broken = [problem for rule in RULES for problem in rule(tables)]
    for problem in broken[:100]:
        streams.say(problem)
    if broken:
        raise InvalidData(f"{len(broken)} rules of the data are broken in {quote(directory)}")
    streams.write([f"{directory}: valid, {len(RULES)} rules hold\n"], out.output, human=True)
    return 0
