"""Weighs the ways to ask every question, for questions in one's own words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import Any

from immunocli.names.forms import normalise
from immunocli.words import stems as words
from immunocli.words.features import features, threes_of
from immunocli.words.questions import ELSEWHERE

Tables = dict[str, Any]

# How sure it is from the start that a word may be asked of any entry, beside one way to ask.
_PRIOR, _COMMON = 0.05, 0.2
# A feature of more phrasings than this is not compared phrasing by phrasing.
_TOO_COMMON = 200
# A shorter word is not compared by its letters.
_LEAST_ALIKE = 4
# As if a feature had been seen so often among questions of other fields.
_DOUBT = 0.5
# What stands in a question, its answer, and the names of the terms it points to.
_QUESTION, _ANSWER, _TERMS = 2.0, 1.0, 1.5


def same(tables: Tables) -> dict[str, str]:
    """Return stem to the stem that stands for it and its synonyms."""
    found: dict[str, str] = {}
    for group in tables["synonyms"]:
        if group["kind"] == "same":
            first = words.stem(group["words"][0])
            for word in group["words"]:
                found[words.stem(word)] = first
    return found


def sorts(tables: Tables) -> dict[str, str]:
    """Return stem to the sort of thing that it is: a place, an ailment, a cancer, ..."""
    found: dict[str, str] = {}
    for cancer in tables["cancers"]:
        for name in (cancer["name"], *(alias["name"] for alias in cancer["aliases"])):
            if " " not in name and len(name) > 4:
                found[words.stem(name.lower())] = "_cancer"
    for group in tables["synonyms"]:
        if group["kind"] == "sort":
            for word in group["words"]:
                found[words.stem(word)] = "_" + group["id"].removeprefix("sort-")
    return found


def medicines(tables: Tables) -> dict[str, str]:
    """Return normalized names of medicines: `_drug` for ours, `_other` for others."""
    found = {
        normalise(name): "_other"
        for group in tables["others"]
        if group["kind"] == "therapy"
        for name in group["names"]
    }
    for therapy in tables["therapies"]:
        for name in (therapy["name"], *(held["name"] for held in therapy["products"] + therapy["aliases"])):
            found[normalise(name)] = "_drug"
    return found


def questions(tables: Tables, found: dict[str, Any]) -> None:
    """Weigh what each way to ask, and each answer, is compared by.

    A feature of a question leads to `[rarity, entries, phrasings, field]`: for each entry how much likelier
    the feature is there than elsewhere, its share of the entry's middle, and its weight in the answer;
    for each phrasing the entry and the share; last, how much it speaks for this field against others.
    """
    alike, kinds, names = same(tables), sorts(tables), medicines(tables)
    named = _named(names)
    entries = tables["faq"]
    variants = [
        (number, features(text, alike, kinds, named))
        for number, entry in enumerate(entries)
        for text in (entry["question"], *entry["asked_as"])
    ]
    holding: dict[str, Counter[int]] = defaultdict(Counter)
    for number, bag in variants:
        for feature in bag:
            holding[feature][number] += 1
    total = len(entries)
    rarity = {feature: math.log(1 + total / len(numbers)) for feature, numbers in holding.items()}
    middles, shares = _shares(variants, rarity)
    weights = _answers(tables, alike)
    asked = Counter(number for number, _ in variants)
    usual = len(variants) / max(1, total)
    outside = [number for number, entry in enumerate(entries) if entry["id"] == ELSEWHERE]
    strangers = sum(asked[number] for number in outside)
    for feature in dict.fromkeys((*holding, *weights)):
        counts = holding.get(feature, Counter())
        if feature.count(" ") > 1 and sum(counts.values()) == 1:
            continue  # a shape that came once tells little, and there are thousands
        abroad = sum(counts[number] for number in outside)
        field = _field(sum(counts.values()) - abroad, len(variants) - strangers, abroad, strangers)
        common = (sum(counts.values()) + _PRIOR) / (len(variants) + 2 * _PRIOR)
        absent = _PRIOR / (usual + 2 * _PRIOR) + _COMMON * common
        told = []
        for number in sorted({*counts, *weights.get(feature, ())}):
            likely = (counts[number] + _PRIOR) / (asked[number] + 2 * _PRIOR) + _COMMON * common
            more = math.log(likely / absent) if counts[number] else 0.0
            middle = middles.get((feature, number), 0.0)
            told.append(
                (number, round(more, 3), round(middle, 3), round(weights[feature].get(number, 0.0), 3))
            )
        ways = shares.get(feature, [])
        if len(ways) > _TOO_COMMON:
            ways = []  # it tells no phrasing from another, and costs much to read
        found[f"ask/{feature}"] = [round(rarity.get(feature, 0.0), 3), told, ways, round(field, 2)]
    threes: dict[str, set[str]] = defaultdict(set)
    for feature in holding:
        if len(feature) >= _LEAST_ALIKE and feature.isalpha():
            for three in threes_of(feature):
                threes[three].add(feature)
    for three, likes in threes.items():
        found[f"threes/{three}"] = sorted(likes)
    declined = [number for number, entry in enumerate(entries) if entry["kind"] == "decline"]
    found["asked/all"] = [math.log(1 + total), declined, [entry["id"] for entry in entries]]
    found["sorts"] = kinds


def _field(here: int, of_here: int, abroad: int, of_abroad: int) -> float:
    """Return how much likelier a feature is in questions of this field, as a logarithm."""
    if not of_abroad or not of_here:
        return 0.0
    doubt = _DOUBT * of_here / of_abroad
    return math.log((here + doubt) / of_here / ((abroad + _DOUBT) / of_abroad))


def _named(names: dict[str, str]) -> Any:
    from immunocli.words.features import names_in

    def named(word: str) -> str:
        return names.get(normalise(word), "") if names_in(word) else ""

    return named


def _shares(variants: list[tuple[int, dict[str, float]]], rarity: dict[str, float]) -> tuple[Any, Any]:
    """Return the middle of each entry's phrasings, and each feature's share of each phrasing."""
    sums: dict[int, Counter[str]] = defaultdict(Counter)
    shares: dict[str, list[tuple[int, int, float]]] = defaultdict(list)
    for place, (number, bag) in enumerate(variants):
        norm = math.sqrt(sum((share * rarity[one]) ** 2 for one, share in bag.items())) or 1.0
        for one, share in bag.items():
            part = share * rarity[one] / norm
            sums[number][one] += part  # type: ignore[assignment]  # weights are floats
            shares[one].append((number, place, round(part, 3)))
    middles = {}
    for number, parts in sums.items():
        norm = math.sqrt(sum(part * part for part in parts.values())) or 1.0
        for one, part in parts.items():
            middles[one, number] = part / norm
    return middles, shares


def _answers(tables: Tables, alike: dict[str, str]) -> dict[str, dict[int, float]]:
    """Return how much each stem weighs in each entry's texts (BM25)."""
    terms = {term["id"]: term for term in tables["glossary"]}
    documents = []
    for entry in tables["faq"]:
        counts: Counter[str] = Counter()
        names = [
            name
            for one in entry["see_also"]
            for name in (terms[one]["term"], *(alias["name"] for alias in terms[one]["aliases"]))
        ]
        for weight, pieces in ((_QUESTION, [entry["question"]]), (_ANSWER, entry["answer"]), (_TERMS, names)):
            for piece in pieces:
                for root in words.stems(piece, alike):
                    counts[root] += weight  # type: ignore[assignment]  # weights are floats
        documents.append(counts)
    average = sum(sum(counts.values()) for counts in documents) / max(1, len(documents)) or 1.0
    spread = Counter(root for counts in documents for root in counts)
    found: dict[str, dict[int, float]] = defaultdict(dict)
    for number, counts in enumerate(documents):
        length = 1.2 * (0.4 + 0.6 * sum(counts.values()) / average)
        for root, count in counts.items():
            rare = math.log(1 + (len(documents) - spread[root] + 0.5) / (spread[root] + 0.5))
            found[root][number] = rare * count * 2.2 / (count + length)
    return found
