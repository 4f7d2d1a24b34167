"""Answers from the record how many therapies of a type, or with a target, are approved for a cancer, and which."""

from __future__ import annotations

from immunocli.found import Notice
from immunocli.queries.selection import Selection
from immunocli.records import status_on_day
from immunocli.records.values import ANY_TUMOR, NARROWER, SAME, WIDER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.store.typed_store import Store

# So many are told by name; the command lists more.
_NAMED = 12


def of_types(store: Store, cancer: str, types: Sequence[str], targets: Sequence[str]) -> Notice:
    """Return how many therapies of a type and with a target are approved for a cancer, and the line that lists them.

    Args:
        store: where names and uses are.
        cancer: an id.
        types: one id, or none.
        targets: one id, or none; with a type, therapies of both are meant.
    """
    selection = Selection(store, type=types, target=targets, cancer=[cancer], status="any", agnostic=True)
    groups: dict[str, list[str]] = {"named": [], WIDER: [], ANY_TUMOR: []}
    ended, relations, prevent = 0, set(), True
    chosen = selection.chosen()
    for therapy, rows in chosen:
        current = [row for row in rows if row["status"] == "current"]
        ended += not current
        found = {row["relation"] for row in current}
        relations |= found
        if found & {SAME, NARROWER}:
            groups["named"].append(therapy)
            prevent = prevent and all(
                row["setting"] == "prevention" for row in current if row["relation"] in (SAME, NARROWER)
            )
        elif found:
            groups[WIDER if WIDER in found else ANY_TUMOR].append(therapy)
    told = _Told(store, selection, store.title("cancer", cancer), types, targets)
    direct, forms = "to prevent" if prevent else "for", SAME not in relations
    named = groups["named"]
    message = told.approved(named, direct, forms=forms) if named else told.none()
    message += told.others(groups, bool(ended))
    command = _command(types, targets, cancer, past=bool(ended) and not any(groups.values()))
    if groups[ANY_TUMOR]:
        command += " --agnostic"
    if not chosen:
        command = f"immuno show {cancer}"
    return Notice(
        "record",
        f"{message}.",
        type=list(types),
        target=list(targets),
        cancer=cancer,
        therapies=groups["named"],
        relations=sorted(map(str, relations)),
        sources=status_on_day.documents([row for _, rows in chosen for row in rows], selection.day),
        command=command,
    )


class _Told:
    """Puts the answer into words."""

    def __init__(
        self, store: Store, selection: Selection, cancer: str, types: Sequence[str], targets: Sequence[str]
    ) -> None:
        self.store, self.selection, self.cancer = store, selection, cancer
        self.type = f" of the type {store.title('type', types[0])}" if types else ""
        self.target = store.title("target", targets[0]) if targets else ""

    def _subject(self, count: int) -> str:
        noun = "therapy" if self.type else "immunotherapy"
        noun = noun if count == 1 else f"{noun[:-1]}ies"
        acts = f" that act{'s' if count == 1 else ''} on {self.target}" if self.target else ""
        return f"{noun}{self.type}{acts}"

    def approved(self, therapies: Sequence[str], direct: str, *, forms: bool) -> str:
        """Return how many are approved for the cancer, those that are few by name."""
        count = len(therapies)
        told = f"{count} {self._subject(count)} {'is' if count == 1 else 'are'} approved {direct} "
        told += f"{'forms of ' if forms else ''}{self.cancer}, as of {self.selection.day}, "
        told += "with its limits" if count == 1 else "each with its limits"
        return told + (f": {self._names(therapies)}" if count <= _NAMED else "")

    def none(self) -> str:
        """Return that the record has none that names the cancer."""
        return (
            f"No {self._subject(1)} in this record is approved for {self.cancer} by name, "
            f"as of {self.selection.day}"
        )

    def others(self, groups: dict[str, list[str]], ended: bool) -> str:
        """Return what else there may be: for a wider cancer, for any tumor, what ended, what is not known."""
        told = ""
        for relation, of in (
            (WIDER, "for a wider cancer that includes it, so for it too"),
            (ANY_TUMOR, "for any solid tumor with a marker, which may apply"),
        ):
            if groups[relation]:
                count, few = len(groups[relation]), len(groups[relation]) <= _NAMED
                told += f"; {of}: {self._names(groups[relation]) if few else count}"
        told += "; an earlier one has ended" if ended else ""
        unsure = self.selection.perhaps
        return told + (f"; whether it holds is not known of {self._names(list(unsure))}" if unsure else "")

    def _names(self, therapies: Sequence[str]) -> str:
        held: dict[str, Any] = self.store.titles_of("therapy", therapies)
        markets = self.selection.markets
        return ", ".join(
            held[one] + (" (not sold)" if markets.get(one) == "not-sold" else "") for one in therapies
        )


def _command(types: Sequence[str], targets: Sequence[str], cancer: str, *, past: bool) -> str:
    chosen = [f"--type {one}" for one in types] + [f"--target {one}" for one in targets]
    chosen += [f"--cancer {cancer}"] + (["--status any"] if past else [])
    return f"immuno therapies {' '.join(chosen)}"
