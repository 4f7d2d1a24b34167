"""Finds the name in how people ask for it: "what is a placebo", "cancer of the rectum"."""

from __future__ import annotations

# How a word that is looked up is asked for, and what may stand before it.
_ASKED = (
    "what is the meaning of", "what is the definition of", "what s the meaning of", "whats the meaning of",
    "what is a definition of", "the meaning of", "meaning of", "the definition of", "definition of", "def of",
    "what is meant by", "what do they mean by", "what do you mean by", "what does it mean when they say",
    "what does the term", "what does the word", "what does", "what do", "what is", "what are", "what s", "whats",
    "what was", "who is", "who was", "define", "explain", "explanation of", "tell me about", "the term", "the word",
    "meaning", "definition", "def", "glossary", "qué significa", "qué quiere decir", "qué es", "qué son", "que es",
    "que significa", "que son",
)  # fmt: skip
_ARTICLES = ("a", "an", "the", "my", "un", "una", "el", "la", "los", "las")
_BEHIND = (
    " please", " exactly", " stand for", " stands for", " mean", " means", " meaning", " definition", " defined",
    " def", " explained", " in plain english", " in plain words", " in simple terms", " in simple words",
    " in layman s terms", " in lay terms", " for dummies", " in cancer treatment", " in cancer", " in oncology",
    " in medicine", " in immunotherapy", " in clinical trials", " in a clinical trial", " in a trial",
    " in statistics", " in immunology", " in a blood test", " in blood tests", " on a lab report",
    " on my lab report", " on a pathology report", " on my pathology report", " medical term",
)  # fmt: skip


def forms_said(text: str) -> list[str]:
    """Return what else a text may name, likeliest first: without what is said around it, and turned.

    Args:
        text: as a person types it.
    """
    for mark in "'’?\"“”":
        text = text.replace(mark, " ")
    plain = " ".join(text.lower().split())
    for begun in sorted(_ASKED, key=len, reverse=True):
        if plain.startswith(f"{begun} "):
            plain = plain[len(begun) + 1 :]
            break
    for behind in (*_BEHIND, *_BEHIND):  # "stand for in cancer", "mean please"
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
