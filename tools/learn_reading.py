"""Reads the sentences that tools/learn.py learns from, and makes more of them.

Sentences stand in tools/sentences, in the `lay` of data/signs.json and in the `asked_as` of data/faq.json; of
those in tests/words three in four take part, the others only measure. Frames turn sentences into more: names of signs
asked about in general or told of the past are calm, alarms stand behind other questions.
"""

from __future__ import annotations

import random
import zlib
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse

from immunocli.names.forms import normalize
from immunocli.words import faq_ranking, search_weights
from immunocli.words.learned import LENGTH
from immunocli.words.question_kinds import kinds
from immunocli.words.stems import STOP, split, stem
from immunocli.words.text_features import BUCKETS, THINGS, features, names_in

SENTENCES, GIVEN = Path(__file__).parent / "sentences", Path(__file__).parent.parent / "tests" / "words"
UPPER = ("emergency", "call-now")
# Of so many sentences of the tests one is not learned from.
KEPT = 4
# Nothing here answers it: label of what belongs to another field.
NOWHERE = faq_ranking.ELSEWHERE
# What writers of questions call it.
ASIDE = "elsewhere"
Row = tuple[str, str]
# A word is ours that stands so much more often in questions of this field, see `Frames.swapped`; of which so many are left.
_OFTEN, _SPARED = 4, 0.5
# How many of the words that have kin are changed.
_CHANGED = 0.6
THINGS_IN_ORDER = sorted(THINGS)


def pairs(path: Path) -> list[Row]:
    """Return label and sentence of each line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(label, text) for label, _, text in (line.partition("\t") for line in lines) if text]


def lines(name: str, label: str) -> list[Row]:
    """Return the lines of a file of the tests, all with one label."""
    told = (GIVEN / name).read_text(encoding="utf-8").splitlines()
    return [(label, line.rpartition("\t")[2]) for line in told]


def terse(text: str) -> str:
    """Return the words of a question that carry its subject, as who types little would."""
    return " ".join(word for word in text.split() if word.lower() not in STOP)


def _is_ours(root: str, said: Counter[str], aside: Counter[str]) -> bool:
    """Say whether a word stands in questions of this field and hardly in others."""
    return said[root] >= _OFTEN * (1 + aside[root])


def tuned(rows: list[Row]) -> list[Row]:
    """Return the sentences of the tests that take part; the others are kept to measure by."""
    return [row for row in rows if zlib.crc32(row[1].encode()) % KEPT != 1]


class Sentences:
    """All that is learned from.

    Args:
        tables: the parsed data files.
    """

    def __init__(self, tables: dict[str, Any]) -> None:
        self.medicines = search_weights.medicines(tables)
        self.signs = {sign["id"]: sign for sign in tables["signs"]}
        self.upper = {one for one, sign in self.signs.items() if sign["rung"] in UPPER}
        self.crises = {one for one, sign in self.signs.items() if sign["kind"] == "crisis"}
        self.signs_of = {entry["id"]: entry["signs"] for entry in tables["faq"]}
        self.entries = [entry["id"] for entry in tables["faq"]]
        if NOWHERE in self.entries:  # small data has neither
            self.entries.append(faq_ranking.RECORD)
        self.lay = [(one, text) for one, sign in self.signs.items() for text in (sign["name"], *sign["lay"])]
        self.asked = [(e["id"], text) for e in tables["faq"] for text in (e["question"], *e["asked_as"])]
        written = [row for path in sorted(SENTENCES.glob("asked*.tsv")) for row in pairs(path)]
        self.asked += [row for row in written if row[0] != ASIDE]
        frames = tuned([({"u": "some", "c": "suicidal-thoughts"}.get(one, "calm"), text)
                        for one, text in pairs(GIVEN / "frames.tsv")])  # fmt: skip
        self.given = tuned(pairs(GIVEN / "alarms.tsv") + lines("alarms_more.txt", "some")) + frames
        self.given += tuned(lines("near_misses.txt", "calm"))
        self.asked_given = tuned(pairs(GIVEN / "questions.tsv") + pairs(GIVEN / "declined.tsv"))
        self.asked_held = tuned(pairs(GIVEN / "asked_held.tsv") + pairs(GIVEN / "asked_terse.tsv"))
        self.nowhere = pairs(SENTENCES / "elsewhere.tsv") + tuned(lines("offtopic.tsv", NOWHERE))
        self.nowhere = [
            (NOWHERE, text) for _, text in self.nowhere + tuned(lines("offtopic_more.txt", NOWHERE))
        ]
        aside = pairs(SENTENCES / "nearby.tsv") + [row for row in written if row[0] == ASIDE]
        self.nearby = [(NOWHERE, text) for _, text in aside]
        self.written = {path.stem[-1]: pairs(path) for path in sorted(SENTENCES.glob("alarms_*.tsv"))}
        self.everyday = (SENTENCES / "everyday.txt").read_text(encoding="utf-8").splitlines()
        told = (SENTENCES / "words.txt").read_text(encoding="utf-8").splitlines()
        self.words = [word for line in told if not line.startswith("#") for word in line.split()]
        kin = (SENTENCES / "kin.txt").read_text(encoding="utf-8").splitlines()
        self.kin = defaultdict[str, list[str]](list)
        for group in map(str.split, kin):
            for word in group:
                self.kin[word] += (one for one in group if one != word)
        self.names, self.frames = defaultdict(list), defaultdict(list)
        for sign, name in pairs(SENTENCES / "names.tsv"):
            self.names[sign].append(name)
        for kind, frame in pairs(SENTENCES / "frames.tsv"):
            self.frames[kind].append(frame)

    def said(self) -> Counter[str]:
        """Return in how many questions of this field each word stands that carries a subject, by its stem."""
        found: Counter[str] = Counter()
        for label, text in self.asked + self.asked_given + self.asked_held:
            if label != NOWHERE:
                found.update({stem(word) for word in split(text) if word not in STOP})
        return found

    def is_alarm(self, label: str) -> bool:
        """Say whether a sentence of that label must be heard."""
        return label in self.upper or label == "some"

    def table(self, texts: list[str], with_kinds: bool = False) -> sparse.csr_matrix:
        """Return the features of each text, a row each, as they are weighed."""
        places, counts = [], [0]
        for text in texts:
            plain = ((word, normalize(word)) for word in names_in(text))
            named = {word: self.medicines[name] for word, name in plain if name in self.medicines}
            row = features(text, named)
            if with_kinds:
                row += kinds(text, named)
            places += row
            counts.append(len(places))
        sizes = np.diff(counts)
        values: Any = np.repeat(LENGTH / np.sqrt(np.maximum(sizes, 1)), sizes)
        return sparse.csr_matrix(
            (values.astype(np.float32), np.array(places, np.int32), np.array(counts)), (len(texts), BUCKETS)
        )


class Frames:
    """Makes more sentences of those that were written.

    Args:
        sentences: names and frames.
    """

    def __init__(self, sentences: Sentences) -> None:
        self.chance, self.names, self.frames = random.Random(1), sentences.names, sentences.frames
        self.sentences = sentences

    def more(self, rows: list[Row], alarming: Any) -> list[Row]:
        """Return calm sentences of every name, alarms behind and before questions, and misspelled ones."""
        found = []
        for names in self.names.values():
            for name in names:
                for kind, count in (("general", 6), ("past", 3)):
                    for frame in self.chance.sample(self.frames[kind], count):
                        found.append(("calm", self.filled(frame.replace("{}", name, 1))))
        for label, text in rows:
            if alarming(label):
                found += [(label, self.around(text, label)) for _ in range(2) if self.chance.random() < 0.7]
            elif self.chance.random() < 0.25:
                found.append((label, self.around(text, label)))
            if self.chance.random() < 0.4 and len(text) > 8:
                found.append((label, self.misspelled(text)))
        return found

    def kindred(self, rows: list[Row]) -> list[Row]:
        """Return sentences with words changed for others that may stand in their place."""
        found = []
        for label, text in rows:
            words = text.lower().split()
            places = [place for place, word in enumerate(words) if word in self.sentences.kin]
            for place in places:
                if len(places) == 1 or self.chance.random() < _CHANGED:
                    words[place] = self.chance.choice(self.sentences.kin[words[place]])
            if places:
                found.append((label, " ".join(words)))
        return found

    def everyday(self, label: str, times: int) -> list[Row]:
        """Return sentences of any day, each frame that often with other words in it."""
        found = []
        for frame in self.sentences.everyday * times:
            while "{t}" in frame:
                frame = frame.replace("{t}", self.chance.choice(THINGS_IN_ORDER), 1)
            pieces = frame.split("{}")
            words = [self.chance.choice(self.sentences.words) for _ in pieces[1:]]
            found.append((label, "".join(one + word for one, word in zip(pieces, [*words, ""], strict=True))))
        return found

    def swapped(self, rows: list[Row]) -> list[Row]:
        """Return questions with the words that make them ours changed for words of any day: nobody here answers them."""
        said, aside = self.sentences.said(), Counter[str]()
        for text in (*self.sentences.everyday, *(text for _, text in self.sentences.nowhere)):
            aside.update({stem(word) for word in split(text)})
        found = []
        for label, text in rows:
            words = split(text)
            ours = [
                n for n, word in enumerate(words) if word not in STOP and _is_ours(stem(word), said, aside)
            ]
            if label == NOWHERE or not ours or self.chance.random() < _SPARED:
                continue
            if len(ours) > 1 and self.chance.random() < _SPARED:
                ours.remove(self.chance.choice(ours))
            for place in ours:
                words[place] = self.chance.choice(self.sentences.words)
            found.append((NOWHERE, " ".join(words)))
        return found

    def filled(self, frame: str, sign: str = "") -> str:
        """Return a frame with names of signs, drugs and cancers in it."""
        for mark, kind in (("{D}", "drug"), ("{c}", "cancer")):
            while mark in frame:
                frame = frame.replace(mark, self.chance.choice(self.frames[kind]), 1)
        for mark in ("{np}", "{}"):
            while mark in frame:
                of = sign if sign in self.names and self.chance.random() < 0.7 else ""
                of = of or self.chance.choice(list(self.names))
                frame = frame.replace(mark, self.chance.choice(self.names[of]), 1)
        return frame

    def around(self, text: str, sign: str) -> str:
        """Return an alarm with something before it or after it."""
        if self.chance.random() < 0.6:
            between = self.chance.choice((" ", " ", "? ", ", "))
            text = self.filled(self.chance.choice(self.frames["before"]), sign) + between + text
        if self.chance.random() < 0.5:
            text += self.chance.choice((" ", ", ", ". "))
            text += self.filled(self.chance.choice(self.frames["after"]), sign)
        return text

    def misspelled(self, text: str) -> str:
        """Return a sentence with a slip or two."""
        words = text.split()
        for _ in range(1 + len(words) // 8):
            place = self.chance.randrange(len(words))
            word = words[place]
            if len(word) > 3:
                at = self.chance.randrange(1, len(word) - 1)
                letter = self.chance.choice("aeiourstnl")
                words[place] = self.chance.choice((
                    word[:at] + word[at + 1 :],
                    word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                    word[:at] + word[at] + word[at:],
                    word[:at] + letter + word[at + 1 :],
                ))  # fmt: skip
        return " ".join(words)
