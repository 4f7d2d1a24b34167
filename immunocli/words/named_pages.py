"""Finds the therapy, the cancer or the term that a question names, to lead to its page."""

from __future__ import annotations

from immunocli.names.forms import normalize
from immunocli.words.stems import split

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from immunocli.store.typed_store import Store

# What may stand before a name that is asked for alone.
_OPENERS = tuple(
    tuple(one.split())
    for one in (
        "what is meant by", "what does", "what is", "what are", "whats", "what s", "tell me about",
        "tell me more about", "explain", "define", "who is", "what about", "about", "info on",
        "information on", "information about", "describe", "meaning of", "definition of", "i have",
        "i take", "i am on",
    )
)  # fmt: skip
_CLOSERS = ("mean", "stand", "for", "please", "exactly", "info", "information")
_ARTICLES = ("a", "an", "the")
_KINDS = ("therapy", "cancer", "type", "target", "term", "part")
_SHOWN = ("therapy", "cancer", "type", "target")
# So many words a name may have after "what is", and alone.
_LONGEST, _LONGEST_BARE = 7, 4
# A name of a cancer in a question.
_LONGEST_CANCER = 9
# So many words are nothing but names at most, and so many one name.
_MOST_NAMES, _NAME_WORDS = 8, 3
# A shorter word is no name of a cancer in a question.
_SHORT = 4
_CANCERS = frozenset(
    "cancer tumor lymphoma leukemia sarcoma carcinoma myeloma melanoma cancers tumors".split()
)
_ANY_CANCER = (["cancer"], ["tumor"], ["cancers"], ["tumors"])
# How names of cancers end.
_ENDINGS = ("oma", "omas", "emia", "emias")


class Page:
    """A page that a question leads to.

    Args:
        kind: of the record.
        id: of the record.
        name: as it was recognized.
    """

    __slots__ = ("id", "kind", "name")

    def __init__(self, kind: str, id: str, name: str) -> None:
        self.kind, self.id, self.name = kind, id, name

    @property
    def command(self) -> str:
        """What shows it."""
        verb = "show" if self.kind in _SHOWN else "define" if self.kind == "term" else "immune-system"
        return f"immuno {verb} {self.id}"


def named_in(store: Store, question: str, medicines: Mapping[str, str]) -> tuple[list[Page], bool]:
    """Return the pages on what a question names, and whether it asks for nothing else.

    "Keytruda", "what is Keytruda" and "Opdivo+Yervoy" ask for pages alone; "can I drink on Keytruda" names one.

    Args:
        store: where names are.
        question: as it was typed.
        medicines: the sort of each word that names one.
    """
    words = split(question[:400])
    alone = _alone(words)
    most = _LONGEST if len(alone) < len(words) else _LONGEST_BARE
    if alone and len(alone) <= most and store.name("faq", normalize(" ".join(alone))) is None:
        page = _page(store, alone, _KINDS if len(alone) < len(words) else _SHOWN)
        if page is not None:
            return [page], page.kind in _SHOWN
    pages = _all_names(store, alone)
    if pages:
        return pages, True
    for word, sort in medicines.items():
        if sort == "_drug":
            page = _page(store, [word], ("therapy",))
            if page is not None:
                return [page], False
    page = _cancer(store, words)
    return [page] if page is not None else [], False


def _alone(words: list[str]) -> list[str]:
    """Return what is left of a question without the words before and after a name."""
    for opener in sorted(_OPENERS, key=len, reverse=True):
        if tuple(words[: len(opener)]) == opener:
            words = words[len(opener) :]
            break
    while words and words[0] in _ARTICLES:
        words = words[1:]
    while len(words) > 1 and words[-1] in _CLOSERS:
        words = words[:-1]
    return words


def _page(store: Store, words: list[str], kinds: tuple[str, ...]) -> Page | None:
    plain = normalize(" ".join(words))
    for kind in kinds:
        found = store.name(kind, plain)
        if found and len(found[0]) == 1:
            return Page(kind, found[0][0], found[2])
    return None


def _all_names(store: Store, words: list[str]) -> list[Page]:
    """Return a page for each therapy of words that are nothing but names of therapies, else none."""
    found: dict[str, Page] = {}
    rest = words if len(words) <= _MOST_NAMES else []
    while rest:
        for size in range(min(_NAME_WORDS, len(rest)), 0, -1):
            page = _page(store, rest[:size], ("therapy",))
            if page is not None:
                found.setdefault(page.id, page)
                rest = rest[size:]
                break
        else:
            return []
    return list(found.values())


def cancer_in(store: Store, words: list[str]) -> tuple[str, list[str]] | None:
    """Return the id of the cancer that words name as one, and the other words; None where they name none.

    An organ alone is no cancer unless something is given for it: "the liver" in a question may hurt. Where a word beside
    a name tells another form, the name is not what is asked for: NK-cell lymphoma.
    """
    for start in range(len(words)):
        for end in range(min(len(words), start + _LONGEST_CANCER), start, -1):
            name = words[start:end]
            told = name[-1] in _CANCERS or name[-1].endswith(_ENDINGS) or words[start - 1 : start] == ["for"]
            if not told or (name[-1:] == name and len(name[-1]) <= _SHORT) or name in _ANY_CANCER:
                continue
            page = _page(store, name, ("cancer",))
            if page is not None:
                from immunocli.names.form_words import tell_form  # few questions need it

                beside = [*words[start - 1 : start], *words[end : end + 1]]
                return None if tell_form(store, beside) else (page.id, [*words[:start], *words[end:]])
    return None


def _is_organ(store: Store, word: str) -> bool:
    """Say whether a word that stands for a cancer is the name of its organ: "kidney", beside "kidney cancer"."""
    return not word.endswith(_ENDINGS) and store.name("cancer", normalize(f"{word} cancer")) is not None


def _cancer(store: Store, words: list[str]) -> Page | None:
    """Return the page on the cancer that stands in a question, the longest name first."""
    named = store.are_names("cancer", [word for word in words if len(word) > _SHORT])
    ends = [
        place
        for place, word in enumerate(words)
        if word in _CANCERS
        or (word in named and (words[place - 1 : place] == ["for"] or not _is_organ(store, word)))
    ]
    for end in ends:
        for size in range(min(4, end + 1), 0, -1):
            name = words[end + 1 - size : end + 1]
            if name not in _ANY_CANCER:
                page = _page(store, name, ("cancer",))
                if page is not None:
                    return page
    return None
