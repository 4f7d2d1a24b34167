"""Learns from sentences what an alarm sounds like and which answer a question wants; writes data/learned.json.

Run it after sentences or ways to ask changed: python tools/learn.py [--cross] [--only NAME] [--data DIR]
With --cross it writes nothing: it learns from some writers and measures on the others. It needs numpy and
scipy, which nothing else here does. Sentences stand in tools/sentences, in the `lay` of data/signs.json and
in the `asked_as` of data/faq.json; of those in tests/words half take part, the others only measure.

Two kinds of thing are learned, over the same features (immunocli/words/features.py): scales, each yes or no
(does it tell of an alarm, of a crisis, is it a question of this field at all), by logistic regression; and
choices (which sign, which answer), by multinomial logistic regression. Frames turn sentences into more:
names of signs asked about in general or told of the past are calm, alarms stand behind other questions.
"""

from __future__ import annotations

import argparse
import base64
import json
import random
import sys
import zlib
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from scipy.optimize import fmin_l_bfgs_b

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from immunocli.names.forms import normalise
from immunocli.words import questions, weighing
from immunocli.words.features import BUCKETS, features, names_in
from immunocli.words.learned import LENGTH
from immunocli.words.stems import STOP

SENTENCES, GIVEN = Path(__file__).parent / "sentences", ROOT / "tests" / "words"
UPPER = ("emergency", "call-now")
# Nothing here answers it: label of what belongs to another field.
NOWHERE = questions.ELSEWHERE
Row = tuple[str, str]
# So much do all sentences of other fields count beside all of this one.
_ELSEWHERE = 0.18


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


def tuned(rows: list[Row]) -> list[Row]:
    """Return the sentences of the tests that take part; the others are kept to measure by."""
    return [row for row in rows if zlib.crc32(row[1].encode()) % 2 == 0]


class Sentences:
    """All that is learned from.

    Args:
        tables: the parsed data files.
    """

    def __init__(self, tables: dict[str, Any]) -> None:
        self.medicines = weighing.medicines(tables)
        self.signs = {sign["id"]: sign for sign in tables["signs"]}
        self.upper = {one for one, sign in self.signs.items() if sign["rung"] in UPPER}
        self.crises = {one for one, sign in self.signs.items() if sign["kind"] == "crisis"}
        self.signs_of = {entry["id"]: entry["signs"] for entry in tables["faq"]}
        self.entries = [entry["id"] for entry in tables["faq"]]
        self.lay = [(one, text) for one, sign in self.signs.items() for text in (sign["name"], *sign["lay"])]
        self.asked = [(e["id"], text) for e in tables["faq"] for text in (e["question"], *e["asked_as"])]
        frames = tuned([({"u": "some", "c": "suicidal-thoughts"}.get(one, "calm"), text)
                        for one, text in pairs(GIVEN / "frames.tsv")])  # fmt: skip
        self.given = tuned(pairs(GIVEN / "alarms.tsv") + lines("alarms_more.txt", "some")) + frames
        self.given += tuned(lines("near_misses.txt", "calm"))
        self.asked_given = tuned(pairs(GIVEN / "questions.tsv") + pairs(GIVEN / "declined.tsv"))
        self.asked_held = tuned(pairs(GIVEN / "asked_held.tsv"))
        self.nowhere = pairs(SENTENCES / "elsewhere.tsv") + tuned(lines("offtopic.tsv", NOWHERE))
        self.nowhere = [
            (NOWHERE, text) for _, text in self.nowhere + tuned(lines("offtopic_more.txt", NOWHERE))
        ]
        self.written = {path.stem[-1]: pairs(path) for path in sorted(SENTENCES.glob("alarms_*.tsv"))}
        self.names, self.frames = defaultdict(list), defaultdict(list)
        for sign, name in pairs(SENTENCES / "names.tsv"):
            self.names[sign].append(name)
        for kind, frame in pairs(SENTENCES / "frames.tsv"):
            self.frames[kind].append(frame)

    def is_alarm(self, label: str) -> bool:
        """Say whether a sentence of that label must be heard."""
        return label in self.upper or label == "some"

    def table(self, texts: list[str]) -> sparse.csr_matrix:
        """Return the features of each text, a row each, as they are weighed."""
        places, counts = [], [0]
        for text in texts:
            named = [word for word in names_in(text) if normalise(word) in self.medicines]
            row = features(text, named)
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


def scale(table: Any, yes: Any, counts: Any, spread: float = 1.0) -> tuple[Any, float]:
    """Return weights and base of a logistic regression; `counts` says how often each row counts."""
    sign = np.where(yes, 1.0, -1.0)

    def loss(point: Any) -> tuple[float, Any]:
        margin = sign * (table @ point[:-1] + point[-1])
        wrong = -sign * counts / (1 + np.exp(np.clip(margin, -30, 30)))
        slope: Any = np.append(table.T @ wrong + point[:-1] / spread, wrong.sum())
        return float((counts * np.logaddexp(0, -margin)).sum() + (point[:-1] ** 2).sum() / 2 / spread), slope

    point, _, _ = fmin_l_bfgs_b(loss, np.zeros(BUCKETS + 1), maxiter=150)
    return point[:-1], float(point[-1])


def choice(table: Any, answers: Any, many: int, spread: float = 2.0) -> tuple[Any, Any]:
    """Return weights and bases of a multinomial logistic regression; what came once is not weighed."""
    often = np.flatnonzero(np.bincount(table.indices, minlength=BUCKETS) > 1)
    table, rows = table[:, often].tocsr(), np.arange(len(answers))
    turned = table.T.tocsr()

    def loss(point: Any) -> tuple[float, Any]:
        weights = point.reshape(-1, many).astype(np.float32)
        scores = table @ weights[:-1] + weights[-1]
        scores -= scores.max(1, keepdims=True)
        odds = np.exp(scores)
        odds /= odds.sum(1, keepdims=True)
        lost = -np.log(odds[rows, answers] + 1e-30).sum() + (point[:-many] ** 2).sum() / 2 / spread
        odds[rows, answers] -= 1
        slope = np.vstack([turned @ odds + weights[:-1] / spread, odds.sum(0)])
        return float(lost), slope.ravel().astype(np.float64)

    point, _, _ = fmin_l_bfgs_b(loss, np.zeros((len(often) + 1) * many), m=4, maxiter=40)
    found: Any = np.zeros((BUCKETS, many), np.float32)
    found[often] = point.reshape(-1, many)[:-1]
    return found, point[-many:]


def rounded(weights: Any, most: float = 127.0) -> tuple[Any, float]:
    """Return weights as whole numbers of a byte, and the step between two of them."""
    step = float(np.abs(weights).max() / most) or 1.0
    return np.rint(weights / step).astype(np.int8), step


def packed_choice(weights: Any) -> tuple[bytes, float]:
    """Return the counts of each feature's pairs, then the pairs; weights too small to matter are left out."""
    small, step = rounded(np.clip(weights, -3.0, 3.0))
    small[np.abs(small) < 4] = 0
    counts = (small != 0).sum(1)
    features_, labels = np.nonzero(small)
    told: Any = np.empty(2 * len(labels), np.uint8)
    told[0::2], told[1::2] = labels, small[features_, labels].view(np.uint8)
    return counts.astype(np.uint8).tobytes() + told.tobytes(), step


def text_of(packed: bytes) -> str:
    """Return bytes as text that JSON can hold."""
    return base64.b85encode(zlib.compress(packed, 9)).decode()


def hearing(sentences: Sentences, rows: list[Row]) -> list[tuple[str, Any, float]]:
    """Return label, weights and base of the scales that hear an alarm and a crisis."""
    rows = rows + Frames(sentences).more(rows, sentences.is_alarm)
    table = sentences.table([text for _, text in rows])
    alarm = np.array([sentences.is_alarm(label) for label, _ in rows])
    crisis = np.array([label in sentences.crises for label, _ in rows])
    counts = np.ones(len(rows))
    return [("alarm", *scale(table, alarm, counts)), ("crisis", *scale(table, crisis, counts))]


def belonging(sentences: Sentences, asked: list[Row]) -> Any:
    """Return label, weights and base of the scale that tells questions of this field."""
    frames = Frames(sentences)
    rows = asked + [(label, frames.misspelled(text)) for label, text in asked if len(text) > 8]
    rows += [(label, terse(text)) for label, text in asked if label != NOWHERE]
    table = sentences.table([text for _, text in rows])
    here = np.array([label != NOWHERE for label, _ in rows])
    return "field", *scale(table, here, np.where(here, 1.0, _ELSEWHERE * here.sum() / max(1, (~here).sum())))


def choosing(sentences: Sentences, labels: list[str], rows: list[Row]) -> tuple[Any, Any]:
    """Return weights and bases of which of the labels a sentence means."""
    frames = Frames(sentences)
    rows = rows + [(label, change(text)) for label, text in rows if len(text) > 8
                   for change in (frames.misspelled, terse)]  # fmt: skip
    number = {label: place for place, label in enumerate(labels)}
    answers = np.array([number[label] for label, _ in rows])
    return choice(sentences.table([text for _, text in rows]), answers, len(labels))


def calm_or_not(sentences: Sentences) -> list[Row]:
    """Return what every learner of alarms may see: lay words, ways to ask, sentences of the tests."""
    lay = [(one if one in sentences.upper else "calm", text) for one, text in sentences.lay]
    asked = sentences.asked + sentences.asked_given + sentences.asked_held + sentences.nowhere
    return lay + [("calm", text) for _, text in asked] + sentences.given


def signs_told(sentences: Sentences, heard: list[Row], asked: list[Row]) -> list[Row]:
    """Return sentences that tell of a sign or ask about one, and questions about none."""
    rows = [row for row in sentences.lay + heard if row[0] in sentences.signs]
    frames = Frames(sentences)
    general = [
        frame.replace("{D}", "opdivo") for frame in sentences.frames["general"] if frame.count("{}") == 1
    ]
    for one in sentences.names:
        for name in sentences.names[one] if one in sentences.signs else ():
            rows.append((one, name))
            rows += [(one, frame.replace("{}", name)) for frame in frames.chance.sample(general, 4)]
    return rows + [("none", text) for label, text in asked if not sentences.signs_of[label]]


def cross(sentences: Sentences) -> None:
    """Learn from some writers, measure on another, print."""
    shared = calm_or_not(sentences)
    for held, told in sentences.written.items():
        rows = shared + [row for one, some in sentences.written.items() if one != held for row in some]
        _measured(sentences, hearing(sentences, rows), told, f"without {held}, on {held}")


def _measured(sentences: Sentences, learned: Any, rows: list[Row], what: str) -> None:
    table = sentences.table([text for _, text in rows])
    (_, weights, base), (_, crisis, crisis_base) = learned
    score = np.maximum(table @ weights + base, table @ crisis + crisis_base)
    alarm = np.array([sentences.is_alarm(label) for label, _ in rows])
    calm = np.sort(score[~alarm])[::-1]
    cuts = {part: calm[int(part * len(calm))] for part in (0.02, 0.03, 0.05, 0.1)}
    told = [
        f"{(score[alarm] > cut).mean():.3f} at {part:.0%} false (cut {cut:.2f})" for part, cut in cuts.items()
    ]
    zero = f"at 0: {(score[alarm] > 0).mean():.3f}, false {(score[~alarm] > 0).mean():.3f}"
    print(f"{what}: {'; '.join(told)}; {zero}", flush=True)
    if "-v" in sys.argv:
        order = np.argsort(score)
        print(*[f"  {score[n]:.2f} {rows[n]}" for n in order if alarm[n]][:60], sep="\n")
        print(*[f"  {score[n]:.2f} {rows[n]}" for n in order[::-1] if not alarm[n]][:60], sep="\n")


def main() -> int:
    """Learn; measure or write."""
    from immunocli.store import compiling

    parser = argparse.ArgumentParser()
    parser.add_argument("--cross", action="store_true")
    parser.add_argument("-v", action="store_true")
    parser.add_argument("--only", action="append", choices=["scales", "answer", "sign"])
    parser.add_argument("--data", type=Path, default=ROOT / "data")
    given = parser.parse_args()
    path = given.data / "learned.json"
    if not path.exists():
        path.write_text("[]\n", encoding="utf-8")
    sentences = Sentences(compiling.read(str(given.data)))
    if given.cross:
        cross(sentences)
        return 0
    asked = sentences.asked + sentences.asked_given + sentences.asked_held + sentences.nowhere
    field = asked
    asked = [row for row in asked if row[0] in sentences.entries]
    heard = calm_or_not(sentences) + [row for some in sentences.written.values() for row in some]
    records = {record["id"]: record for record in json.loads(path.read_text(encoding="utf-8"))}
    wanted = given.only or ["scales", "answer", "sign"]
    if "scales" in wanted:
        learned = [*hearing(sentences, heard), belonging(sentences, field)]
        small, steps = zip(*(rounded(weights) for _, weights, _ in learned), strict=True)
        records["scales"] = {
            "id": "scales", "kind": "scales", "labels": [label for label, _, _ in learned],
            "bases": [round(base, 3) for _, _, base in learned],
            "steps": [float(f"{step:.5g}") for step in steps],
            "weights": text_of(np.stack(small, 1).tobytes()),
        }  # fmt: skip
    for name, labels, rows in (
        ("answer", sentences.entries, asked),
        ("sign", [*sentences.signs, "none"], signs_told(sentences, heard, asked)),
    ):
        if name in wanted:
            weights, bases = choosing(sentences, labels, rows)
            packed, step = packed_choice(weights)
            records[name] = {
                "id": name, "kind": "choice", "labels": labels,
                "bases": [round(float(base), 3) for base in bases], "steps": [float(f"{step:.5g}")],
                "weights": text_of(packed),
            }  # fmt: skip
    told = json.dumps([records[name] for name in sorted(records)], indent=2, ensure_ascii=False)
    path.write_text(told + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
