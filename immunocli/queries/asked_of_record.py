"""Hears what a question asks of the record: two therapies side by side, or one for a cancer."""

from __future__ import annotations

from immunocli.found import Notice
from immunocli.names.find import FILLERS
from immunocli.names.within import within
from immunocli.records.values import ANY_TUMOR, NARROWER, SAME, WIDER
from immunocli.text import quote
from immunocli.words.pointing import cancer_in
from immunocli.words.stems import split

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from immunocli.store.typed import Store
    from immunocli.words.pointing import Page

# Words that ask how things differ; and those that ask which to take, which no record says.
_DIFFER = frozenset(
    "same difference differences differ differs different similar vs versus compare compared comparison comparing".split()
)
_CHOOSE = frozenset(
    "better best worse stronger weaker safer gentler cheaper instead or alternative switch".split()
)
_LEAST, _MOST = 2, 4
# Beside names these words ask for nothing but what is approved.
_APPROVED = FILLERS | frozenset(
    "approval be been can does fda given got has have i it label licensed my okay s us use uses was yet".split()
)


def compared(store: Store, question: str, medicines: Mapping[str, str]) -> tuple[Notice | None, bool]:
    """Return the line that sets side by side what a question compares, and whether it asks for nothing else.

    Which of them fits a person is never said.

    Args:
        store: where the names are.
        question: as it was typed.
        medicines: the sort of each word that names one; other words name none, though they may be short for one.
    """
    words = split(question)
    differ = not _DIFFER.isdisjoint(words)
    if not differ and _CHOOSE.isdisjoint(words):
        return None, False
    for kind in ("therapy", "type"):
        if kind == "therapy":
            named = therapies_in(store, words, medicines)
        else:
            named = {one.ids[0]: one.label for one in within(store, words, (kind,))[0] if len(one.ids) == 1}
        if _LEAST <= len(named) <= _MOST:
            command = f"immuno compare {' '.join(named)}"
            names = " and ".join(map(quote, named.values()))
            told = f"{names} stand side by side in: {command}; which one fits a person, the care team can say"
            return Notice("compare", told, of=kind, ids=list(named), command=command), (
                differ and kind == "therapy"
            )
    return None, False


def therapies_in(store: Store, words: list[str], medicines: Mapping[str, str]) -> dict[str, str]:
    """Return the therapies that words name, by id, as each is written; a product of several is left out."""
    if "_drug" not in medicines.values():
        return {}  # nothing among them is one
    found, _ = within(store, words, ("therapy",))
    return {
        one.ids[0]: one.label
        for one in found
        if len(one.ids) == 1 and any(medicines.get(word) == "_drug" for word in split(one.label))
    }


def of_a_cancer(
    store: Store, question: str, page: Page, medicines: Mapping[str, str]
) -> tuple[Notice | None, bool]:
    """Return what the record says of a therapy for a cancer, where a question names both, and whether it asks no more.

    Args:
        store: where names and uses are.
        question: as it was typed.
        page: on the therapy.
        medicines: the sort of each word that names one.
    """
    words = split(question)
    asked = cancer_in(store, words)
    if asked is None or len(therapies_in(store, words, medicines)) != 1:
        return None, False
    cancer, rest = asked
    from immunocli.queries.selection import Selection  # most questions ask nothing of the record

    selection = Selection(store, therapy=[page.name], cancer=[cancer], status="any", agnostic=True)
    rows = [row for _, uses in selection.chosen() for row in uses]
    current = [row["relation"] for row in rows if row["status"] == "current"]
    # A product that was asked for by name is told as its own label has it.
    name = page.name if selection.own else store.title("therapy", page.id)
    title = store.title("cancer", cancer)
    command = f"immuno show {page.name if selection.own else page.id} --cancer {cancer}"
    message = f"{_says(name, title, current, bool(rows), selection.day)}; see: {command}"
    asks_more = any(word not in _APPROVED and medicines.get(word) != "_drug" for word in rest)
    return Notice(
        "record", message, therapy=page.id, cancer=cancer, relations=sorted(set(current)), command=command
    ), not asks_more


def _says(name: str, cancer: str, current: list[str], known: bool, day: str) -> str:
    """Return in a sentence whether a therapy is approved for a cancer, as sure as the record is."""
    if SAME in current or NARROWER in current:
        forms = "" if SAME in current else "forms of "
        count = sum(one in (SAME, NARROWER) for one in current)
        told = "a use names it" if count == 1 else f"{count} uses name it"
        return f"{name} is approved for {forms}{cancer}, as of {day} ({told}, each with its limits)"
    if WIDER in current:
        return (
            f"No use of {name} names {cancer} itself as of {day}; one for a wider cancer that includes it "
            "holds for it too"
        )
    if ANY_TUMOR in current:
        return (
            f"No use of {name} names {cancer} as of {day}; it is approved for any solid tumor with a marker, "
            "which may apply"
        )
    ended = "; an earlier one has ended" if known else ""
    return f"No use of {name} for {cancer} stands in the label as of {day}{ended}"
