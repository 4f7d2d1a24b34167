"""The library's front door: every question, asked of one data set."""

from __future__ import annotations

from immunocli.store.typed import Data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from immunocli.queries.selection import Selection
    from immunocli.records import (
        Cancer,
        Change,
        Hit,
        Indication,
        Match,
        Question,
        Source,
        Target,
        Term,
        Therapy,
        Type,
    )


class Catalogue:
    """A data set of cancer immunotherapies.

    Every question imports only what it needs. Names may be written in any of the ways that
    people write them.

    Args:
        directory: a data directory; None is the data that came with the program.

    Raises:
        InvalidData: the directory does not hold a valid data set.
    """

    def __init__(self, directory: str | None = None) -> None:
        self.data = Data(directory)

    @property
    def edition(self) -> dict[str, Any]:
        """The edition: `edition`, `as_of` (YYYY-MM-DD), `schema_version`."""
        return self.data.edition

    def select(self, **filters: Any) -> Selection:
        """Return a selection of uses; see `queries.selection.Selection` for the filters.

        A filter by name takes one name or several.

        Raises:
            NotFound, Ambiguous, UsageError: a filter is not understood.
        """
        from immunocli.queries.selection import Selection

        for name in ("therapy", "cancer", "type", "target", "biomarker", "setting"):
            if isinstance(filters.get(name), str):
                filters[name] = [filters[name]]
            elif filters.get(name) is None:
                filters.pop(name, None)
        return Selection(self.data, **filters)

    def therapies(self, **filters: Any) -> list[Therapy]:
        """Return the therapies with wanted uses, by name: `therapies(cancer="melanoma")`."""
        from immunocli.queries.therapies import therapies

        return therapies(self.select(**filters))

    def indications(self, **filters: Any) -> list[Indication]:
        """Return the wanted uses, by therapy: `indications(cancer="bladder", as_of="2021-01")`."""
        from immunocli.queries.therapies import uses

        return uses(self.select(**filters))

    def therapy(self, name: str) -> Therapy:
        """Return the therapy of that name, with all its uses.

        Raises:
            NotFound, Ambiguous: there is none, or it is not clear which.
        """
        from immunocli.queries.pages import page
        from immunocli.queries.therapies import with_uses

        found: Any = page(self.data, name, ("therapy",))[0]
        return with_uses(self.data, found)

    def cancer(self, name: str) -> Cancer:
        """Return the cancer of that name."""
        found: Cancer = self._page(name, "cancer")
        return found

    def type(self, name: str) -> Type:
        """Return the type of that name."""
        found: Type = self._page(name, "type")
        return found

    def target(self, name: str) -> Target:
        """Return the target of that name."""
        found: Target = self._page(name, "target")
        return found

    def define(self, name: str) -> Term:
        """Return the glossary's term of that name."""
        found: Term = self._page(name, "term")
        return found

    def _page(self, name: str, kind: str) -> Any:
        from immunocli.queries.pages import page

        return page(self.data, name, (kind,))[0]

    def resolve(self, text: str, kind: str = "therapy") -> Match:
        """Return what a string names: `resolve("Keytruda 200mg").id` is `pembrolizumab`.

        Args:
            text: as it stands in a table or was typed.
            kind: `therapy`, `cancer` or `term`.
        """
        from immunocli.names.resolve import resolve

        return resolve(self.data, kind, text)

    def ask(self, question: str, limit: int = 3) -> list[Question]:
        """Return the questions and answers that fit one asked in one's own words, best first."""
        from immunocli.words.questions import ask

        return ask(self.data, question, limit)

    def search(self, text: str, limit: int = 20) -> list[Hit]:
        """Return the records that mention the words, best first."""
        from immunocli.words.search import search

        return search(self.data, text, limit)

    def changes(self, since: str, until: str | None = None, **filters: Any) -> list[Change]:
        """Return what was approved, converted, returned and withdrawn between two dates."""
        from immunocli.queries.changes import changes

        return changes(self.select(status="any", **filters), since, until)

    def sources(self, therapy: str) -> list[Source]:
        """Return the documents that a therapy's record rests on, FDA's own first."""
        from immunocli.queries.sources import sources_of

        return sources_of(self.data, self._page(therapy, "therapy").id)
