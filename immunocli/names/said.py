"""Finds the name in how people ask for it: "what is a placebo", "cancer of the rectum"."""

from __future__ import annotations

# How a word that is looked up is asked for, and what may stand before it.
_ASKED = (
    "what is the meaning of", "the meaning of", "meaning of", "the definition of", "definition of",
    "what is meant by", "what does", "what is", "what are", "what s", "whats", "define", "explain",
    "qué significa", "qué es", "qué son", "que es", "que son",
)  # fmt: skip
_ARTICLES = ("a", "an", "the", "my", "un", "una", "el", "la", "los", "las")
_BEHIND = (" mean", " means", " in cancer", " in oncology", " in medicine")


def forms_said(text: str) -> list[str]:
    """Return what else a text may name, likeliest first: without what is said around it, and turned.

    Args:
        text: as a person types it.
    """
    plain = " ".join(text.lower().replace("'", " ").replace("?", " ").split())
    for begun in _ASKED:
        if plain.startswith(f"{begun} "):
            plain = plain[len(begun) + 1 :]
            break
    for behind in _BEHIND:
        plain = plain.removesuffix(behind)
    plain = _without_article(plain)
    forms = [plain]
    for between in (" of ", " in "):
        thing, found, place = plain.partition(between)
        if found:
            place = _without_article(place)
            forms += [f"{thing}{between}{place}", f"{place} {thing}"]
    return list(dict.fromkeys(forms))


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and first in _ARTICLES else text
