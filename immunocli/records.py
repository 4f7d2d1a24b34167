"""The kinds of record that questions are answered with."""

from __future__ import annotations

# Annotations of fields stand behind it too: building them costs as much as the classes.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar


class Record:
    """Fields as attributes; immutable; `as_dict()` is the JSON form.

    Dataclasses would import `inspect`, which costs as much as a whole lookup.
    """

    __slots__ = ("_fields", "json")
    _fields: dict[str, Any]
    # The record as JSON, when that was written already: by the index, in one piece.
    json: str | None
    # What kind of record this is, as `immuno schema` knows it.
    of: ClassVar[str] = "record"
    # The TSV columns, in their default order.
    columns: ClassVar[tuple[str, ...]] = ()

    def __init__(self, fields: dict[str, Any], json: str | None = None) -> None:
        object.__setattr__(self, "_fields", fields)
        object.__setattr__(self, "json", json)

    def __getattr__(self, name: str) -> Any:
        if name == "_fields":
            raise AttributeError(name)
        try:
            return self._fields[name]
        except KeyError:
            raise AttributeError(f"a {self.of} has no {name!r}") from None

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a {self.of} cannot be changed")

    def __getitem__(self, name: str) -> Any:
        return self._fields[name]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._fields == getattr(other, "_fields", None)

    def __hash__(self) -> int:
        return hash((self.of, self._fields.get("id")))

    def __repr__(self) -> str:
        first = self.columns[0] if self.columns else "id"
        return f"<{type(self).__name__} {self._fields.get(first)!r}>"

    def as_dict(self) -> dict[str, Any]:
        """Return the fields as plain lists, dicts, strings and numbers, in their documented order."""
        return dict(self._fields)

    def replaced(self, **fields: Any) -> Any:
        """Return a copy with some fields changed or added."""
        return type(self)({**self._fields, **fields})


class Therapy(Record):
    """A therapy, and how it stands on the day that was asked about."""

    __slots__ = ()
    of = "therapy"
    columns = ("id", "name", "type", "targets", "brands", "cancers", "status", "first_approved")
    if TYPE_CHECKING:
        id: str
        name: str
        type: str
        targets: list[str]
        brands: list[str]
        cancers: list[str]
        status: str
        first_approved: str | None
        aliases: list[dict[str, str]]
        identifiers: dict[str, Any]
        makers: list[str]
        indications: list[dict[str, Any]]
        mechanism: str
        notes: str | None
        sources: list[str]
        brand_history: list[dict[str, Any]]
        market: dict[str, Any]
        inclusion: dict[str, Any]
        claims: list[dict[str, Any]]
        reviewed: str


class Indication(Record):
    """One use of one therapy, with its history. `partners` are those in the column `with`."""

    __slots__ = ()
    of = "indication"
    columns = (
        "therapy", "cancer", "summary", "setting", "line", "biomarkers", "with", "population",
        "approval", "approved", "converted", "withdrawn", "status",
    )  # fmt: skip
    if TYPE_CHECKING:
        id: str
        therapy: str
        cancer: str
        summary: str
        setting: str | None
        line: str | None
        biomarkers: list[str]
        population: str | None
        approval: str | None
        approved: str | None
        converted: str | None
        withdrawn: str | None
        status: str
        regulator: str | None
        sources: list[str]
        verified: str | None
        age: str | None
        withdrawn_reason: str | None
        notes: str | None

    @property
    def partners(self) -> list[str]:
        """What it is given with; empty means alone."""
        found: list[str] = self["with"]
        return found


class Cancer(Record):
    """A cancer and its place in the tree."""

    __slots__ = ()
    of = "cancer"
    columns = ("id", "name", "part_of", "aliases", "therapies")
    if TYPE_CHECKING:
        id: str
        name: str
        part_of: list[str]
        aliases: list[str]
        therapies: list[str]
        codes: dict[str, list[str]]
        description: str
        path: list[str]
        broad: bool
        solid: bool
        sources: list[str]


class Type(Record):
    """A type of therapy and its place in the tree."""

    __slots__ = ()
    of = "type"
    columns = ("id", "name", "part_of", "aliases", "therapies")
    if TYPE_CHECKING:
        id: str
        name: str
        part_of: list[str]
        aliases: list[str]
        therapies: list[str]
        definition: str
        mechanism: str
        side_effects: dict[str, Any]
        path: list[str]
        sources: list[str]


class Target(Record):
    """A molecule that therapies act on."""

    __slots__ = ()
    of = "target"
    columns = ("id", "name", "aliases", "therapies")
    if TYPE_CHECKING:
        id: str
        name: str
        aliases: list[str]
        therapies: list[str]
        description: str
        sources: list[str]


class Term(Record):
    """A word of the glossary."""

    __slots__ = ()
    of = "term"
    columns = ("term", "definition")
    if TYPE_CHECKING:
        id: str
        term: str
        definition: str
        technical: str | None
        aliases: list[str]
        topic: str
        see_also: list[str]
        therapies: list[str]
        questions: list[str]
        sources: list[str]


class Question(Record):
    """A question that people ask, with its answer; `score` tells how well it fits what was asked."""

    __slots__ = ()
    of = "faq"
    columns = ("id", "question", "answer")
    if TYPE_CHECKING:
        id: str
        question: str
        answer: str
        score: float | None
        see_also: list[str]
        asked_as: list[str]
        types: list[str]
        sources: list[str]


class Part(Record):
    """A part of the immune system, one of its strengths, an event of its history, a treatment."""

    __slots__ = ()
    of = "part"
    columns = ("id", "kind", "name", "role")
    if TYPE_CHECKING:
        id: str
        name: str
        role: str
        aliases: list[str]
        date: str | None
        side_effects: list[str]
        types: list[str]
        therapies: list[str]
        see_also: list[str]
        sources: list[str]


class Hit(Record):
    """A record that search found, and where the words stand in it."""

    __slots__ = ()
    of = "hit"
    columns = ("kind", "id", "title", "snippet", "score")
    if TYPE_CHECKING:
        id: str
        title: str
        snippet: str
        score: float


class Change(Record):
    """Something that changed in the record on a day."""

    __slots__ = ()
    of = "change"
    columns = ("date", "event", "therapy", "cancer", "summary")
    if TYPE_CHECKING:
        date: str
        event: str
        therapy: str
        cancer: str | None
        summary: str
        sources: list[str]


class Match(Record):
    """What a string names: ids joined by `;`, how it was recognised, whether to look at it."""

    __slots__ = ()
    of = "match"
    columns = ("input", "id", "name", "match", "review", "path")
    if TYPE_CHECKING:
        input: str
        id: str
        name: str
        match: str
        review: str
        path: str
        evidence: str
        suggestions: list[str]

    @property
    def ids(self) -> list[str]:
        """The ids of all therapies (cancers, terms) that the string names."""
        return self.id.split(";") if self.id else []


class Source(Record):
    """A document that facts were read in."""

    __slots__ = ()
    of = "source"
    columns = ("id", "title", "publisher", "published", "accessed", "url")
    if TYPE_CHECKING:
        id: str
        title: str
        publisher: str
        url: str | None
        published: str | None
        accessed: str
