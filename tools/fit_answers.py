"""Learns how to weigh likenesses of questions, and how sure to be; prints what words/questions.py holds.

Run it after the ways to ask changed much: python tools/fit_answers.py
It needs numpy, which nothing else here does. A quarter of all ways to ask is kept from the index and
asked of it; questions of tests/words whose hash is even take part, the others only measure.
"""

from __future__ import annotations

import random
import sys
import zlib
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from immunocli.names.forms import normalise
from immunocli.store import compiling
from immunocli.words import asked, questions, weighing

GIVEN = ROOT / "tests" / "words"


class Held:
    """Answers what a Store answers, from values in memory."""

    def __init__(self, tables: dict[str, Any]) -> None:
        self.values: dict[str, Any] = {}
        asked.questions(tables, self.values)
        weighing.search(tables, self.values)
        self.same_words, self.word_sorts = asked.same(tables), self.values["sorts"]
        self._medicines = asked.medicines(tables)

    def weighed(self, family: str, word: str) -> Any:
        """Return a value."""
        return self.values.get(f"{family}/{word}")

    def weighed_all(self, family: str, words: Any) -> dict[str, Any]:
        """Return values by word."""
        keys = {word: f"{family}/{word}" for word in words}
        return {word: self.values[key] for word, key in keys.items() if key in self.values}

    def are_medicines(self, words: Any) -> dict[str, str]:
        """Return which words name a medicine."""
        found = {word: self._medicines.get(normalise(word)) for word in words}
        return {word: sort for word, sort in found.items() if sort}


def tuned(text: str) -> bool:
    """Say whether a question takes part in learning; the others are kept to measure."""
    return zlib.crc32(text.encode()) % 2 == 0


def read(name: str) -> list[tuple[str, str]]:
    """Return entry (or nothing) and question of each line."""
    lines = (GIVEN / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) if "\t" in line else ("", line) for line in lines]  # type: ignore[misc]


def best(store: Any, text: str) -> tuple[int, float]:
    """Return the best entry by number, and how sure it is."""
    known = questions.compared(store, text)
    return (known.ranked[0][1], known.certainty) if known.ranked else (-1, 0.0)


def rows(store: Any, text: str, total: int) -> np.ndarray:
    """Return what each entry is compared by, a row each."""
    table = np.zeros((total, len(questions.WEIGHTS)))
    for number, row in questions.compared(store, text).rows.items():
        table[number] = row
    return table


def learned(tables: np.ndarray, answers: np.ndarray) -> np.ndarray:
    """Return the weights under which the right entries are likeliest (conditional logit)."""
    weights, first, second = np.ones(tables.shape[2]), np.zeros(tables.shape[2]), np.zeros(tables.shape[2])
    for step in range(1, 401):
        scores = tables @ weights
        scores -= scores.max(1, keepdims=True)
        odds = np.exp(scores)
        odds /= odds.sum(1, keepdims=True)
        slope = np.einsum("ij,ijk->k", odds, tables) - tables[np.arange(len(answers)), answers].sum(0)
        slope = slope / len(answers) + 1e-3 * weights
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights -= 0.08 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


def logistic(grounds: np.ndarray, right: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Return the weights of a logistic regression, a constant first."""
    table = np.concatenate([np.ones((len(grounds), 1)), grounds], 1)
    weights = np.zeros(table.shape[1])
    for _ in range(60):  # Newton's steps
        odds = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (counts * (right - odds)) - 1e-2 * len(grounds) / 100 * weights
        curve = (table * (counts * odds * (1 - odds))[:, None]).T @ table + 0.05 * np.eye(len(weights))
        weights += np.linalg.solve(curve, slope)
    return weights


def main() -> int:
    """Learn, measure, print."""
    tables = compiling.read(str(ROOT / "data"))
    entries = tables["faq"]
    number = {entry["id"]: place for place, entry in enumerate(entries)}
    declined = {place for place, entry in enumerate(entries) if entry["kind"] == "decline"}
    whole = Held(tables)
    chance = random.Random(7)
    kept: list[tuple[str, int]] = []
    fewer = []
    for place, entry in enumerate(entries):
        stay = []
        for text in entry["asked_as"]:
            if chance.random() < 0.25:
                kept.append((text, place))
            else:
                stay.append(text)
        fewer.append({**entry, "asked_as": stay})
    part = Held({**tables, "faq": fewer})
    kept = [one for one in kept if len(one[0].split()) > 2 or one[1] == number["something-else"]]
    given = {name: read(name) for name in ("questions.tsv", "declined.tsv", "offtopic.tsv")}
    learn: list[tuple[Any, str, int]] = [(part, text, place) for text, place in kept]
    for name in ("questions.tsv", "declined.tsv"):
        learn += [(whole, text, number[one]) for one, text in given[name] if tuned(text)]
    seen = [(rows(store, text, len(entries)), place) for store, text, place in learn]
    weights = learned(np.array([table for table, _ in seen]), np.array([place for _, place in seen]))
    questions.WEIGHTS = tuple(round(float(one), 2) for one in weights)  # type: ignore[assignment]  # four of them
    print("WEIGHTS =", questions.WEIGHTS)
    grounds, right, counts = [], [], []
    none = [("", text) for _, text in given["offtopic.tsv"] if tuned(text)]
    none += read("offtopic_more.txt")
    for store, text, place in [*learn, *[(whole, text, -1) for _, text in none]]:
        known = questions.compared(store, text)
        if known.ranked:
            top = known.ranked[0][1]
            fits = top == place or (place in declined and top in declined)
            grounds.append(known.grounds)
            right.append(fits)
            counts.append(4.0 if place < 0 else 1.0 if store is part else 4.0)
    sureness = logistic(np.array(grounds), np.array(right, float), np.array(counts))
    questions.SURENESS = tuple(round(float(one), 2) for one in sureness)  # type: ignore[assignment]  # as many
    print("SURENESS =", questions.SURENESS)
    for cut in (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        told = []
        for name in given:
            for half in (True, False):
                good = total = 0
                for one, text in given[name]:
                    if tuned(text) != half:
                        continue
                    total += 1
                    top, certainty = best(whole, text)
                    sure = certainty >= cut
                    if name == "questions.tsv":
                        good += sure and top == number[one]
                    else:
                        good += not sure or top in declined
                told.append(f"{name[:9]} {'tuned' if half else 'held'} {good}/{total}={good / total:.2f}")
        print(cut, "; ".join(told))
    if "-v" in sys.argv:
        for name in given:
            for one, text in given[name]:
                place, certainty = best(whole, text)
                told_of = entries[place]["id"] if place >= 0 else "-"
                if tuned(text) and (told_of != one if one else certainty > questions.SURE):
                    print(f"  {text} | {one} -> {told_of} {certainty:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
