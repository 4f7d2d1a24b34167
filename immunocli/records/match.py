"""What a string names."""

from __future__ import annotations

from immunocli.records.fields import Field, Record, choice, ids, text, texts
from immunocli.records.values import MATCHES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# What JSON has of a string that names nothing: that is not known.
_NOTHING = dict.fromkeys(("id", "name", "path"))


def _named(about: str) -> Field[str]:
    """Declare a text that is empty, and null in JSON, where nothing is named."""
    return Field(about, {"type": ["string", "null"]}, column=True, listed=True)


class Match(Record):
    """How a string was read; `id` joins `ids` by `;`."""

    kind = "match"

    input = text("The string.", column=True)
    id = _named("Ids joined by ; or nothing.")
    name = _named("Names joined by ;.")
    match = choice("How it was recognized.", *MATCHES, column=True)
    review = choice("Whether a person should look at it.", "yes", "no", column=True)
    path = _named("The id followed by what it is part of.")
    unread = text("What of the string was not accounted for.", listed=True)
    evidence = text("The names that were recognized, or what it is when it is none of ours.", listed=True)
    product = text("The products that were named, joined by ;, where a name means just one.", listed=True)
    suggestions = texts("Names that are near.", listed=True)
    ids = ids("Ids of all that it names.", listed=True)
    sought = text("What kind of record was sought.")

    def as_dict(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return super().as_dict() | ({} if self.id else _NOTHING)

    def in_list(self) -> dict[str, Any]:
        """Return what a JSON list shows of it."""
        return super().in_list() | ({} if self.id else _NOTHING)
