"""Says what the readers ask of whoever keeps the names."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Protocol

    # A name of ours: `[ids, match, label]`, the label as it is written.
    Entry = list[Any]

    class Keeper(Protocol):
        """Keeps names and answers for them; an index, or a table in memory."""

        def name(self, kind: str, plain: str) -> Entry | None:
            """Return the entry of a normalized name of ours; a former or foreign one too."""

        def names(self, kind: str) -> dict[str, Entry]:
            """Return all names of a kind: those with no ids are none of ours."""

        def product(self, plain: str) -> tuple[str, str] | None:
            """Return the therapy and the product that a normalized name means, where it means just one."""

        def products(self) -> dict[str, str]:
            """Return the product that each normalized name means that means just one."""

        def spelled(self, kind: str) -> Iterable[str]:
            """Return the normalized names that a misspelled one may have meant (`meant.may_be_meant`)."""

        def rivals(self, kind: str) -> Iterable[str]:
            """Return the strangers whose spelling is compared with ours (`meant.rivals`)."""

        def close(self, kind: str) -> Iterable[str]:
            """Return the strangers that a slip or two from one of ours would be (`meant.close`)."""

        def others(self, kind: str, plain: str) -> tuple[str, str] | None:
            """Return what a known stranger is: one of `walls.KINDS`, and a phrase that says it."""

        def around(self, kind: str) -> dict[str, str]:
            """Return the roles of the words around names (`around.roles`)."""

        def path(self, cancer: str) -> list[str]:
            """Return the id of a cancer and of all that it is part of."""

        def title(self, kind: str, one: str) -> str:
            """Return the name of a record."""
