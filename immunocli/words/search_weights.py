"""Weighs the words of every record, for search."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from immunocli.names.forms import normalize
from immunocli.words import stems as words
from immunocli.words.faq_ranking import ELSEWHERE
from immunocli.words.postings import packed

Tables = dict[str, Any]

# How much more a word counts in a title or a name than in running text.
_TITLE, _NAME, _TEXT = 6.0, 3.0, 1.0


def same(tables: Tables) -> dict[str, str]:
    """Return stem to the stem that stands for it and its synonyms."""
    found: dict[str, str] = {}
    for group in tables["synonyms"]:
        first = words.stem(group["words"][0])
        for word in group["words"]:
            found[words.stem(word)] = first
    return found


def medicines(tables: Tables) -> dict[str, str]:
    """Return normalized names of medicines: `_drug` for ours, `_other` for others."""
    found = {
        normalize(name): "_other"
        for group in tables["others"]
        if group["kind"] == "therapy"
        for name in group["names"]
    }
    for therapy in tables["therapies"]:
        for name in (therapy["name"], *(held["name"] for held in therapy["products"] + therapy["aliases"])):
            found[normalize(name)] = "_drug"
    return found


def search(tables: Tables, found: dict[str, Any]) -> None:
    """Weigh every word of every record once (BM25 with weighted fields)."""
    alike = same(tables)
    documents: list[tuple[str, str, str, Counter[str]]] = []
    spelled: Counter[str] = Counter()

    def add(
        kind: str, record: dict[str, Any], title: str, names: Iterable[str], texts: Iterable[str]
    ) -> None:
        counts: Counter[str] = Counter()
        for weight, pieces in ((_TITLE, (title,)), (_NAME, names), (_TEXT, texts)):
            for piece in pieces:
                written = words.split(piece)
                spelled.update(dict.fromkeys(written, int(weight)))
                for word in words.roots(written, alike):
                    counts[word] += weight  # type: ignore[assignment]  # weights are floats
        documents.append((kind, record["id"], title, counts))

    defined = {term["id"]: term["definition"] for term in tables["glossary"]}
    labels = {
        file: {r["id"]: r["name"] for r in tables[file]} for file in ("cancers", "types", "targets", "signs")
    }
    for therapy in tables["therapies"]:
        names = [held["name"] for held in therapy["products"] + therapy["aliases"]]
        texts = [therapy["mechanism"], therapy["notes"] or "", labels["types"][therapy["type"]]]
        texts += [labels["targets"][target] for target in therapy["targets"]] + therapy["makers"]
        for use in therapy["indications"]:
            texts += [event["says"].get("summary", "") for event in use["events"]]
            texts.append(labels["cancers"][use["cancer"]])
        add("therapy", therapy, therapy["name"], names, texts)
    for kind in tables["types"]:
        effects = kind["side_effects"]
        signs = [labels["signs"][sign] for sign in effects["signs"]]
        definition = kind["definition"] or defined[kind["term"]]
        texts = [definition, kind["mechanism"], *effects["typical"], *signs]
        add("type", kind, kind["name"], kind["aliases"], texts)
    for target in tables["targets"]:
        add(
            "target",
            target,
            target["name"],
            target["aliases"],
            [target["description"] or defined[target["term"]]],
        )
    for cancer in tables["cancers"]:
        names = [alias["name"] for alias in cancer["aliases"]]
        add("cancer", cancer, cancer["name"], names, [cancer["description"]])
    for term in tables["glossary"]:
        names = [alias["name"] for alias in term["aliases"]]
        add("term", term, term["term"], names, [term["definition"], term["technical"] or ""])
    for question in tables["faq"]:
        if question["id"] != ELSEWHERE:
            add("faq", question, question["question"], question["asked_as"], question["answer"])
    for part in tables["immune_system"]:
        add(
            "part",
            part,
            part["name"],
            part["aliases"],
            [part["role"] or defined[part["term"]], *part["side_effects"]],
        )

    average = sum(sum(counts.values()) for *_, counts in documents) / max(1, len(documents))
    _beginnings(spelled, found)
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, (kind, name, title, counts) in enumerate(documents):
        found[f"doc/{number}"] = [kind, name, title]
        length = 1.2 * (0.4 + 0.6 * sum(counts.values()) / average)
        for word, count in counts.items():
            postings[word].append((number, round(count * 2.2 / (count + length), 4)))
    for word, places in postings.items():
        rarity = math.log(1 + (len(documents) - len(places) + 0.5) / (len(places) + 0.5))
        found[f"word/{word}"] = [round(rarity, 4), *packed(places)]
    found["same"] = alike


def _beginnings(counts: Counter[str], found: dict[str, Any]) -> None:
    """Enter the words that a misspelled one may have meant by first letter, the commonest first."""
    begun: dict[str, list[str]] = defaultdict(list)
    for word, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
        if len(word) > 3 and word.isalpha() and word not in words.STOP:
            begun[word[0]].append(word)
    for letter, some in begun.items():
        found[f"begun/{letter}"] = some
