"""Says whether a question is about medicines that are none of ours."""

from __future__ import annotations

from immunocli.names.forms import normalize
from immunocli.words.stems import split

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from immunocli.store.typed_store import Store

# What a question is about: ours or none; another medicine; other medicines with each other.
NONE_OTHER, ONE_OTHER, OTHERS_TOGETHER = 0, 1, 2
# Kinds of treatment, which are spoken of beside ours as no single medicine is, and what is no medicine in a question.
_KINDS = frozenset(
    """
    chemo chemotherapy radiation radiotherapy surgery steroid steroids cortisone interferon interferons interleukin
    placebo cortisol alcohol immunoglobulin vaccine vaccines cannabis control
    """.split()
)
# Which of them is better is a question about them alone.
_COMPARES = frozenset("better best gentler safer stronger weaker cheaper which versus vs than".split())
# How groups of data/others.json end that hold medicines for diseases other than cancer.
_OF_OTHERS = ("-other-fields", "vaccines-infections")
# A shorter name may be a word.
_SHORTEST = 5
# Beside these a medicine is spoken of in the course of an immunotherapy.
_OURS = frozenset(
    """
    immunotherapy immunotherapies inmunotherapy inmunoterapia immuno immune checkpoint cart pd1 pdl1 antibody antibodies
    infusion infusions treatment treatments therapy drip bispecific bispecifics conjugate conjugates adc inhibitor
    """.split()
)


def is_other(word: str, answer: str) -> bool:
    """Say whether a word is the name of a single medicine that is none of ours.

    Args:
        word: as it stands in a text, in small letters.
        answer: what is told of it, as data/others.json has it.
    """
    return answer == "not-in-scope" and len(word) >= _SHORTEST and word not in _KINDS


def subject(store: Store, question: str, medicines: Mapping[str, str]) -> int:
    """Return what a question is about: `NONE_OTHER`, `ONE_OTHER` or `OTHERS_TOGETHER`.

    Args:
        store: where the names are.
        question: as it was typed.
        medicines: the sort of each word that names one.
    """
    others = {word for word, sort in medicines.items() if sort == "_other" and _is_known(store, word)}
    words = split(question)
    if not others or "_drug" in medicines.values() or not _OURS.isdisjoint(words):
        return NONE_OTHER
    if len(others) > 1 and not _COMPARES.isdisjoint(words):
        return OTHERS_TOGETHER
    joined = any(
        one in others and join == "with" and other in others
        for one, join, other in zip(words, words[1:], words[2:], strict=False)
    )
    return OTHERS_TOGETHER if joined else ONE_OTHER


def is_of_another_field(store: Store, medicines: Mapping[str, str]) -> bool:
    """Say whether a medicine is named that is for diseases other than cancer.

    Args:
        store: where the names are.
        medicines: the sort of each word of a question that names one.
    """
    told = (store.other("therapy", normalize(word)) for word, sort in medicines.items() if sort == "_other")
    return any(one is not None and str(one[0]).endswith(_OF_OTHERS) for one in told)


def _is_known(store: Store, word: str) -> bool:
    told = store.other("therapy", normalize(word))
    return told is not None and is_other(word, str(told[1]))
