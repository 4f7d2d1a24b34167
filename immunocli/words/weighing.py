"""Weighs the words of every record, for search and for questions in one's own words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from immunocli.words import stems as words

Tables = dict[str, Any]

# How much more a word counts in a title or a name than in running text.
_TITLE, _NAME, _TEXT = 6.0, 3.0, 1.0


def search(tables: Tables, found: dict[str, Any]) -> None:
    """Weigh every word of every record once (BM25 with weighted fields)."""
    same = _same(tables)
    documents: list[tuple[str, str, str, Counter[str]]] = []

    def add(
        kind: str, record: dict[str, Any], title: str, names: Iterable[str], texts: Iterable[str]
    ) -> None:
        counts: Counter[str] = Counter()
        for weight, pieces in ((_TITLE, (title,)), (_NAME, names), (_TEXT, texts)):
            for piece in pieces:
                for word in words.stems(piece, same):
                    counts[word] += weight  # type: ignore[assignment]  # weights are floats
        documents.append((kind, record["id"], title, counts))

    written = {term["id"]: term["definition"] for term in tables["glossary"]}
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
        definition = kind["definition"] or written[kind["term"]]
        texts = [definition, kind["mechanism"], *effects["typical"], *signs]
        add("type", kind, kind["name"], kind["aliases"], texts)
    for target in tables["targets"]:
        add(
            "target",
            target,
            target["name"],
            target["aliases"],
            [target["description"] or written[target["term"]]],
        )
    for cancer in tables["cancers"]:
        names = [alias["name"] for alias in cancer["aliases"]]
        add("cancer", cancer, cancer["name"], names, [cancer["description"]])
    for term in tables["glossary"]:
        names = [alias["name"] for alias in term["aliases"]]
        add("term", term, term["term"], names, [term["definition"], term["technical"] or ""])
    for question in tables["faq"]:
        add("faq", question, question["question"], question["asked_as"], question["answer"])
    for part in tables["immune_system"]:
        add(
            "part",
            part,
            part["name"],
            part["aliases"],
            [part["role"] or written[part["term"]], *part["side_effects"]],
        )

    average = sum(sum(counts.values()) for *_, counts in documents) / max(1, len(documents))
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, (kind, name, title, counts) in enumerate(documents):
        found[f"doc/{number}"] = [kind, name, title]
        length = 1.2 * (0.4 + 0.6 * sum(counts.values()) / average)
        for word, count in counts.items():
            postings[word].append((number, round(count * 2.2 / (count + length), 4)))
    for word, places in postings.items():
        rarity = math.log(1 + (len(documents) - len(places) + 0.5) / (len(places) + 0.5))
        found[f"word/{word}"] = [round(rarity, 4), places]
    found["same"] = same


def _same(tables: Tables) -> dict[str, str]:
    same: dict[str, str] = {}
    for group in tables["synonyms"]:
        first = words.stem(group["words"][0])
        for word in group["words"]:
            same[words.stem(word)] = first
    return same


def questions(tables: Tables, found: dict[str, Any]) -> None:
    """Weigh the words of every way to ask every question (cosine of rarity weights)."""
    same = _same(tables)
    variants = [
        (number, words.features(text, same))
        for number, question in enumerate(tables["faq"])
        for text in (question["question"], *question["asked_as"])
    ]
    asked_in: dict[str, set[int]] = defaultdict(set)
    for number, bag in variants:
        for word in bag:
            asked_in[word].add(number)
    total = len(tables["faq"])
    rarity = {
        word: math.log(1 + total / len(numbers)) * (words.PAIR if " " in word else 1.0)
        for word, numbers in asked_in.items()
    }
    found["asked/rarest"] = math.log(1 + total)
    postings: dict[str, list[tuple[int, int, float]]] = defaultdict(list)
    for place, (number, bag) in enumerate(variants):
        norm = math.sqrt(sum(rarity[word] ** 2 for word in bag)) or 1.0
        for word in bag:
            postings[word].append((number, place, round(rarity[word] / norm, 4)))
    for word, places in postings.items():
        found[f"ask/{word}"] = [round(rarity[word], 4), places]
