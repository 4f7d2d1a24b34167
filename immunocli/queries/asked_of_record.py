"""Hears what a question asks of the record: two therapies side by side, one for a cancer, those of a type for one."""

from __future__ import annotations

from immunocli.found import Notice
from immunocli.names.find import FILLERS, exact
from immunocli.names.names_in_text import within
from immunocli.records import status_on_day
from immunocli.records.values import ANY_TUMOR, NARROWER, SAME, WIDER
from immunocli.text import quote
from immunocli.words.named_pages import cancer_in
from immunocli.words.stems import split

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from immunocli.store.typed_store import Store
    from immunocli.words.named_pages import Page

# Words that ask how things differ; and those that ask which to take, which no record says.
_DIFFER = frozenset(
    "same difference differences differ differs different similar vs versus compare compared comparison comparing".split()
)
_CHOOSE = frozenset(
    "better best worse stronger weaker safer gentler cheaper instead or alternative switch".split()
)
_LEAST, _MOST = 2, 4
# So many words a name has whose kind is asked for, and so many stand around it.
_LONGEST_CALLED, _AROUND_CALLED = 6, 9
# Beside names these words ask for nothing but what is approved.
_APPROVED = FILLERS | frozenset(
    "approval be been can does fda given got has have i it label licensed my okay s us use uses was yet".split()
)

# Words that ask which therapies of a type there are for a cancer, and nothing else; no two of them joined.
_WHICH = (_APPROVED | frozenset(
    """
    act against agent agents america any anti anything approve approved approves available blocker blockers cell cells
    class currently directed exist exists how inhibitor inhibitors kind list many marketed medication medications
    name names now of one ones option options out product products show some something states target targeting targets
    that them there today type united usa which work works
    """.split()
)) - frozenset("and can get given got i my okay or plus s was yet".split())  # fmt: skip
# One of these says that what acts on a target is meant, and not where it is found.
_GIVEN = frozenset(
    """
    agent agents against anti antibodies antibody anything approved blocker blockers directed drug drugs immunotherapies
    immunotherapy inhibitor inhibitors medication medications medicine medicines product products something targeting
    therapies therapy treatment treatments
    """.split()
)
_RELATIVE = ("that", "which")
# So a question begins that asks what something is; those who ask for what is approved say so.
_WHAT_IS = (("what", "is"), ("whats",), ("what", "s"))
_SAYS_APPROVED = frozenset("approve approved approves available licensed marketed".split())
# Whether something is an immunotherapy is asked so.
_FIELD, _WHETHER = frozenset(("immunotherapy", "immunotherapies")), ("is", "are", "does", "do")
# What may stand beside the name of what may be an immunotherapy.
_CALLED = frozenset(
    """
    a an are as be called class classed classified considered count counts do does drug drugs form immunotherapies
    immunotherapy is it kind medicine medicines of one really same sort the thought treatment type
    """.split()
)


def compared(store: Store, words: list[str], medicines: Mapping[str, str]) -> tuple[Notice | None, bool]:
    """Return the line that sets side by side what a question compares, and whether it asks for nothing else.

    Which of them fits a person is never said.

    Args:
        store: where the names are.
        words: of the question.
        medicines: the sort of each word that names one; other words name none, though they may be short for one.
    """
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
    store: Store, words: list[str], page: Page, medicines: Mapping[str, str]
) -> tuple[Notice | None, bool]:
    """Return what the record says of a therapy for a cancer, where a question names both, and whether it asks no more.

    Args:
        store: where names and uses are.
        words: of the question.
        page: on the therapy.
        medicines: the sort of each word that names one.
    """
    asked = cancer_in(store, words)
    if asked is None or len(therapies_in(store, words, medicines)) != 1:
        return None, False
    cancer, rest = asked
    asks_more = any(word not in _APPROVED and medicines.get(word) != "_drug" for word in rest)
    return for_a_cancer(store, page.id, page.name, cancer), not asks_more


def for_a_cancer(store: Store, therapy: str, name: str, cancer: str) -> Notice:
    """Return what the record says of a therapy for a cancer.

    Args:
        store: where uses are.
        therapy: its id.
        name: as it was asked for.
        cancer: an id.
    """
    from immunocli.queries.selection import Selection  # most questions ask nothing of the record

    selection = Selection(store, therapy=[name], cancer=[cancer], status="any", agnostic=True)
    rows = [row for _, uses in selection.chosen() for row in uses]
    current = [row["relation"] for row in rows if row["status"] == "current"]
    # A product that was asked for by name is told as its own label has it.
    called = name if selection.own else store.title("therapy", therapy)
    command = f"immuno show {name if selection.own else therapy} --cancer {cancer}"
    message = f"{_says(called, store.title('cancer', cancer), current, bool(rows), selection.day)}."
    return Notice(
        "record",
        message,
        therapy=therapy,
        cancer=cancer,
        relations=sorted(set(current)),
        sources=status_on_day.documents(rows, selection.day),
        command=command,
    )


def types_for_a_cancer(store: Store, question: str, words: list[str]) -> Notice | None:
    """Return how many therapies of a type, or with a target, the record has for a cancer, where a question asks no more.

    Args:
        store: where names and uses are.
        question: as it was typed; one that names a therapy is of that one, see `of_a_cancer`.
        words: of the question.
    """
    asked = cancer_in(store, words) or _in_capitals(store, question, words)
    if asked is None:
        return None
    cancer, rest = asked
    found, left = within(store, rest, ("type", "target"))
    types, targets = (
        list({one.ids[0]: None for one in found if one.kind == kind}) for kind in ("type", "target")
    )
    if not found or len(types) > 1 or len(targets) > 1 or any(len(one.ids) > 1 for one in found):
        return None
    around = [word for part in left for word in split(part)]
    if not _asks_which(words, rest, around) or not (types or not _GIVEN.isdisjoint(rest)):
        return None
    from immunocli.queries.asked_of_types import of_types  # few questions ask for them

    return of_types(store, cancer, types, targets)


def _asks_which(words: list[str], rest: list[str], around: list[str]) -> bool:
    """Say whether a question asks which therapies there are, or whether there is one, and nothing else.

    Args:
        words: of the question.
        rest: those that do not name the cancer.
        around: those that name nothing.
    """
    if any(word not in _WHICH for word in around) or not {"and", "or", "plus"}.isdisjoint(rest):
        return False
    if any(tuple(words[: len(begin)]) == begin for begin in _WHAT_IS) and _SAYS_APPROVED.isdisjoint(words):
        return False
    if "how" in words and "many" not in words:
        return False
    # "CD19 is a target in lymphoma" asks for no therapy; "what targets CD19" does.
    nouns = [place for place, word in enumerate(words) if word in ("target", "targets")]
    return all(words[place - 1 : place] and words[place - 1] in _RELATIVE for place in nouns)


def _in_capitals(store: Store, question: str, words: list[str]) -> tuple[str, list[str]] | None:
    """Return the cancer that is told by its short name alone, in capitals among other letters: AML, GIST."""
    if question.isupper():
        return None
    found: dict[str, str] = {}
    for word in question.replace("?", " ").replace(",", " ").split():
        if len(word) > _LEAST and word.isupper() and word.isalpha():
            held = exact(store, "cancer", word)
            if held and len(held[0]) == 1:
                found[word.lower()] = held[0][0]
    if len(found) != 1:
        return None
    ((name, cancer),) = found.items()
    return cancer, [word for word in words if word != name]


def called_immunotherapy(store: Store, words: list[str]) -> Notice | None:
    """Return what the record says of a question whether something is an immunotherapy."""
    if _FIELD.isdisjoint(words) or words[0] not in _WHETHER:
        return None
    name = [word for word in words if word not in _CALLED]
    # "Is immunotherapy a chemo" asks of something else.
    if name and _FIELD.isdisjoint(words[words.index(name[-1]) :]):
        return None
    if not name or len(name) > _LONGEST_CALLED or len(words) - len(name) > _AROUND_CALLED:
        return None
    from immunocli.queries.is_immunotherapy import called  # few questions ask it

    return called(store, " ".join(name))


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
