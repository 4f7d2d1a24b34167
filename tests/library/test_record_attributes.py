"""Whatever a record tells as a dictionary is an attribute of it too, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from immunocli import Catalogue
from immunocli.records.fields import Field, Record


def records(catalogue: Catalogue) -> Iterator[Record]:
    therapies = [one.id for one in catalogue.therapies(status="any")]
    for full in (False, True):
        yield from catalogue.therapies(status="any", full=full)
        yield from catalogue.indications(status="any", full=full)
    for kind in ("cancer", "type", "target", "term", "part"):
        yield from catalogue.vocabulary(kind)
    yield from catalogue.changes(since="1980")
    yield from catalogue.timeline()
    yield from catalogue.matrix()
    yield from catalogue.compare(["keytruda", "opdivo"])[0]
    yield from catalogue.ask("what are the side effects")
    yield from catalogue.search("brake")
    yield from catalogue.cite(["keytruda"])
    yield from catalogue.documents()
    yield from catalogue.standing(therapies).values()
    yield from catalogue.info()
    yield from (catalogue.resolve(text) for text in ("Keytruda 200mg", "xyzzy"))
    yield from (catalogue.therapy(one) for one in therapies)


def members(kind: type[Record]) -> Iterator[tuple[str, Field[Any]]]:
    for one in kind.__mro__:
        yield from ((name, field) for name, field in vars(one).items() if isinstance(field, Field))


def test_a_record_has_what_it_tells(catalogue: Catalogue, today: str) -> None:
    kinds = set()
    for record in records(catalogue):
        told: dict[str, Any] = record.as_dict()
        kinds.add(record.kind)
        attributes = {field.key: name for name, field in members(type(record)) if field.key in told}
        assert (
            {key: getattr(record, name) for key, name in attributes.items()}
            == {key: told[key] for key in attributes}
            != {}
        ), record
        assert all(record[key] == value for key, value in told.items()), record
        assert {name for name in record.listed if name in told} <= set(record.in_list())
    assert len(kinds) >= 15, kinds
