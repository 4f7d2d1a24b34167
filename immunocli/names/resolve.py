"""Says which therapies, or which cancers, a string names, and how it was recognised."""

from __future__ import annotations

from immunocli.names.forms import LONGEST_NAME, normalise, singular
from immunocli.names.strings import NOTHING, SPELLING, Names
from immunocli.records.match import Match

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.cancer_strings import CancerStrings
    from immunocli.names.drug_strings import DrugStrings
    from immunocli.names.strings import Entry, Found
    from immunocli.store.typed import Store

KINDS = ("therapy", "cancer", "term")
COMBINATION = "combination"


def resolve(data: Store, kind: str, text: str) -> Match:
    """Return what one string names; see `Resolver` for many."""
    return Resolver(data, kind).resolve(text)


class Resolver:
    """Resolves strings of one kind.

    Args:
        data: where the names are.
        kind: `therapy`, `cancer` or `term`.
        many: many strings will come: read all names at once.
    """

    def __init__(self, data: Store, kind: str, *, many: bool = False) -> None:
        self._data = data
        self._kind = kind
        self._names = Names(data, kind, many=many)
        self._titles: dict[str, str] = {}
        self._strings: DrugStrings | CancerStrings | None = None
        self._cancers: CancerStrings | None = None
        if kind == "cancer":
            from immunocli.names.cancer_strings import CancerStrings

            self._strings = self._cancers = CancerStrings(self._names)
        elif kind == "therapy":
            from immunocli.names.drug_strings import DrugStrings

            self._strings = DrugStrings(self._names)

    def resolve(self, text: str) -> Match:
        """Return the match for `text`: its `id` is empty when it names nothing that we know.

        A record of its own, a bracket, a dose, a form or a combination are recognised exactly;
        a misspelling only when one name is clearly nearest, and then `review` is `yes`.
        """
        entries, how, review = self._found(text)
        ids = [one for entry in entries for one in entry[0]]
        ids = list(dict.fromkeys(ids))
        if len(ids) > 1 and how != SPELLING and len(entries) > 1:
            how = COMBINATION
        return self._match(text, ids, how if ids else "", "yes" if review and ids else "no", entries)

    def _match(self, text: str, ids: list[str], how: str, review: str, entries: list[Entry]) -> Match:
        path = ids
        if self._kind == "cancer":
            paths = ((self._data.record("cancer", one) or {})["path"] for one in ids)
            path = list(dict.fromkeys(step for steps in paths for step in steps))
        return Match(
            {
                "input": text,
                "id": ";".join(ids),
                "name": ";".join(map(self._title, ids)),
                "match": how,
                "review": review,
                "path": ";".join(path),
                "sought": self._kind,
                "unread": "",
                "suggestions": [],
                "ids": ids,
                "evidence": ";".join(entry[2] for entry in entries) if ids else "",
            }
        )

    def _title(self, one: str) -> str:
        title = self._titles.get(one)
        if title is None:
            title = self._titles[one] = self._data.titles(self._kind)[one]
        return title

    def _found(self, text: str) -> Found:
        """Return the entries found, how, and whether a person should look at them."""
        plain = normalise(text[: LONGEST_NAME + 1])
        if not plain or len(text) > LONGEST_NAME:
            return NOTHING
        coded = self._cancers.coded(text) if self._cancers else []
        if coded:
            return coded, "code", False
        entry = self._names.entry(plain)
        if entry is not None:
            return ([entry], entry[1], False) if entry[0] else NOTHING
        if self._strings is not None:
            return self._strings.read(text)
        for form in singular(plain):
            entry = self._names.entry(form)
            if entry is not None and entry[0]:
                return [entry], entry[1], False
        return self._names.misspelled([plain])
