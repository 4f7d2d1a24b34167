"""Declares fields of records: each once, with its type, its meaning and its place in answers."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Generic, TypeVar, overload

    T = TypeVar("T")
else:
    # What only mypy reads of typing, whose import costs as much as half a lookup.
    T = None

    class Generic:
        """A base that may be subscripted."""

        def __class_getitem__(cls, _: object) -> type:
            return cls

    def overload(function: object) -> object:
        """Return the function."""
        return function


DATE = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"


class Field(Generic[T]):
    """One field of a kind of record.

    Args:
        about: what it means, in a sentence; help and schemas show it.
        schema: its JSON Schema, but for the description.
        column: it is a column of the kind's tables.
        listed: it stands in JSON lists, though it is no column.
        key: its name in answers where that is no Python name.
    """

    __slots__ = ("about", "column", "key", "listed", "schema")

    def __init__(
        self, about: str, schema: dict[str, Any], *, column: bool, listed: bool, key: str = ""
    ) -> None:
        self.about, self.schema, self.column, self.listed = about, schema, column, listed or column
        self.key = key

    def __set_name__(self, owner: type, name: str) -> None:
        self.key = self.key or name

    @overload
    def __get__(self, record: None, owner: type) -> Field[T]: ...
    @overload
    def __get__(self, record: Record, owner: type) -> T: ...  # noqa: F811  # an overload
    def __get__(self, record: Record | None, owner: type) -> Any:  # noqa: F811
        """Return the record's value; the field itself when the kind is asked."""
        return self if record is None else record._values[self.key]

    @property
    def plain(self) -> bool:
        """Whether its value is a word, or a list of words, and no object."""
        return "object" not in str(self.schema)

    def described(self) -> dict[str, Any]:
        """Return its JSON Schema."""
        return {**self.schema, "description": self.about}


def text(about: str, *, column: bool = False, listed: bool = False, key: str = "") -> Field[str]:
    """Declare a text that is always there."""
    return Field(about, {"type": "string"}, column=column, listed=listed, key=key)


def maybe(about: str, *, column: bool = False, listed: bool = False) -> Field[str | None]:
    """Declare a text that may not be known."""
    return Field(about, {"type": ["string", "null"]}, column=column, listed=listed)


def day(about: str, *, column: bool = False, listed: bool = False) -> Field[str]:
    """Declare a date that is always known, as YYYY, YYYY-MM or YYYY-MM-DD."""
    return Field(about, {"type": "string", "pattern": DATE}, column=column, listed=listed)


def date(about: str, *, column: bool = False, listed: bool = False, key: str = "") -> Field[str | None]:
    """Declare a date that may not be known, as YYYY, YYYY-MM or YYYY-MM-DD."""
    schema = {"type": ["string", "null"], "pattern": DATE}
    return Field(about, schema, column=column, listed=listed, key=key)


def choice(about: str, *values: str, column: bool = False, listed: bool = False) -> Field[str]:
    """Declare a text that is one of a few words."""
    return Field(about, {"enum": list(values)}, column=column, listed=listed)


def perhaps(about: str, *values: str, column: bool = False, listed: bool = False) -> Field[str | None]:
    """Declare one of a few words, or nothing."""
    return Field(about, {"enum": [*values, None]}, column=column, listed=listed)


def texts(about: str, *, column: bool = False, listed: bool = False, key: str = "") -> Field[list[str]]:
    """Declare a list of texts, perhaps empty."""
    schema = {"type": "array", "items": {"type": "string"}}
    return Field(about, schema, column=column, listed=listed, key=key)


ids = texts


def groups(about: str, *, column: bool = False, key: str = "") -> Field[list[list[str]]]:
    """Declare groups of alternatives: all groups count, one of each group's members."""
    schema = {"type": "array", "items": {"type": "array", "minItems": 1, "items": {"type": "string"}}}
    return Field(about, schema, column=column, listed=False, key=key)


def number(about: str, *, column: bool = False, listed: bool = False) -> Field[float | None]:
    """Declare a number that may not be known."""
    return Field(about, {"type": ["number", "null"]}, column=column, listed=listed)


def count(about: str, *, column: bool = False, listed: bool = False) -> Field[int]:
    """Declare a whole number from 0 on."""
    return Field(about, {"type": "integer", "minimum": 0}, column=column, listed=listed)


def flag(about: str, *, listed: bool = False) -> Field[bool]:
    """Declare a yes or no."""
    return Field(about, {"type": "boolean"}, column=False, listed=listed)


def flag_or_unknown(about: str, *, listed: bool = False) -> Field[bool | None]:
    """Declare a yes or no that may not be known."""
    return Field(about, {"type": ["boolean", "null"]}, column=False, listed=listed)


def thing(about: str, *, listed: bool = False, **parts: Field[Any]) -> Field[dict[str, Any]]:
    """Declare an object; with `parts`, just these, by their keys."""
    return Field(about, _object(parts), column=False, listed=listed)


def things(about: str, *, listed: bool = False, **parts: Field[Any]) -> Field[list[dict[str, Any]]]:
    """Declare a list of objects; with `parts`, each has just these."""
    return Field(about, {"type": "array", "items": _object(parts)}, column=False, listed=listed)


def _object(parts: Mapping[str, Field[Any]]) -> dict[str, Any]:
    if not parts:
        return {"type": "object"}
    properties = {part.key or name: part.described() for name, part in parts.items()}
    return {"type": "object", "properties": properties, "required": list(properties)}


class Record:
    """Fields as attributes; immutable; `as_dict()` is the JSON form.

    Dataclasses would import `inspect`, which costs as much as a whole lookup.
    """

    __slots__ = ("_values",)
    _values: dict[str, Any]
    # What kind of record this is, as `immuno schema` knows it.
    kind: ClassVar[str] = "record"
    # By name, in the order of the whole record.
    fields: ClassVar[dict[str, Field[Any]]] = {}
    # Names of the fields of tables, and of JSON lists, in order.
    columns: ClassVar[tuple[str, ...]] = ()
    listed: ClassVar[tuple[str, ...]] = ()
    # Keys of which a record has one, whichever stands in its first column.
    one_of: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        own = {field.key: field for field in vars(cls).values() if isinstance(field, Field)}
        cls.fields = cls.fields | own
        cls.columns = tuple(name for name, field in cls.fields.items() if field.column)
        further = [name for name, field in cls.fields.items() if field.listed and not field.column]
        cls.listed = (*cls.columns, *further)

    def __init__(self, values: dict[str, Any]) -> None:
        object.__setattr__(self, "_values", values)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a {self.kind} cannot be changed")

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def in_cell(self, name: str) -> Any:
        """Return a field as a cell of TSV and CSV has it, where nothing would mean two things."""
        return self._values[name]

    def __contains__(self, name: object) -> bool:
        return name in self._values

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._values == getattr(other, "_values", None)

    def __hash__(self) -> int:
        return hash((self.kind, self._values.get("id")))

    def __repr__(self) -> str:
        told = [str(self._values.get(name)) for name in self.columns[:3]]
        return f"<{type(self).__name__} {', '.join(told)}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._values,)

    def as_dict(self) -> dict[str, Any]:
        """Return the fields as plain lists, dicts, strings and numbers, in their documented order."""
        values = self._values
        known = {name: values[name] for name in self.fields if name in values}
        return known if len(known) == len(values) else known | values

    def in_list(self) -> dict[str, Any]:
        """Return the fields that a JSON list shows of it: its columns and little more."""
        known, values = self.fields, self._values
        told = {name: values[name] for name in self.listed if name in values}
        # Overviews have values under the ids of what they count or compare.
        return told | {name: value for name, value in values.items() if name not in known}

    def replaced(self, **values: Any) -> Any:
        """Return a copy with some fields changed or added."""
        return type(self)({**self._values, **values})
