"""Hears who asks what to watch for with a therapy, and leads to the page on its type that can be printed."""

from __future__ import annotations

from immunocli.found import Notice
from immunocli.names.find import FILLERS
from immunocli.names.names_in_text import within
from immunocli.queries.asked_of_record import therapies_in
from immunocli.words.stems import split

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from immunocli.store.typed_store import Store

# Words that ask what to watch for, and others that ask for side effects too, which entries answer.
_WATCH = tuple(
    tuple(one.split())
    for one in (
        "watch for", "watch out for", "watch out", "to watch", "watch after", "look for", "look out for",
        "looking for", "keep an eye on", "warning signs", "danger signs", "red flags", "signs", "be aware of",
        "hand out", "handout", "hand outs", "patient information", "leaflet", "discharge instructions",
        "discharge information",
    )
)  # fmt: skip
_EFFECTS = (("side", "effects"), ("side", "effect"), ("adverse", "effects"), ("symptoms",))
# Beside these and the name words ask for nothing else.
_FRAME = FILLERS | frozenset(
    "after following do does does should we you i to at home when someone somebody patient patients person people gets "
    "got get has had having given receiving received need needs must be about my our her his their out there any "
    "me tell please give in from since during while infusion dose cells cell print printable what s whats how".split()
)


def hand_out(store: Store, words: list[str], medicines: Mapping[str, str]) -> tuple[Notice | None, bool]:
    """Return the line that leads to the page on a type, and whether a question asks for nothing else.

    Args:
        store: where names are.
        words: of the question; a therapy in it stands for its type, several for what includes their types.
        medicines: the sort of each word that names one.
    """
    watch = _spans(words, _WATCH)
    if not watch and not _spans(words, _EFFECTS):
        return None, False
    types = [record["type"] for record in store.records("therapy", therapies_in(store, words, medicines))]
    found, rest = within(store, [word for word in words if (word,) not in watch], ("type",))
    types = types or [one.ids[0] for one in found if len(one.ids) == 1]
    paths = [record["path"] for record in store.records("type", types)]
    of = next((one for one in (paths or [[]])[0] if all(one in path for path in paths)), "")
    if not of:
        return None, False
    command = f"immuno types {of} -f md"
    told = f"{store.title('type', of)}: what to watch for and what to do for each sign stands on a page to print: {command}"
    told = told[:1].upper() + told[1:]
    asked = {word for phrase in watch for word in phrase}
    other = [word for part in rest for word in split(part)]
    alone = all(word in asked or word in _FRAME or medicines.get(word) == "_drug" for word in other)
    return Notice("hand-out", told, of="type", id=of, command=command), bool(watch) and alone


def _spans(words: Sequence[str], phrases: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the phrases that stand among words."""
    return [one for one in phrases if any(tuple(words[n : n + len(one)]) == one for n in range(len(words)))]
