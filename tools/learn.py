"""Learns from sentences what an alarm sounds like and which answer a question wants; writes data/learned.json.

Run it after sentences or ways to ask changed: python tools/learn.py [--cross] [--only NAME] [--on] [--data DIR]
With --on the choices go on from the weights that stand there, which takes a third of the steps.
With --cross it writes nothing: it learns from some writers and measures on the others. It needs numpy and
scipy, which nothing else here does. learn_reading.py tells which sentences take part.

Two kinds of thing are learned, over the same features (immunocli/words/text_features.py): scales, each yes or no
(does it tell of an alarm, of a crisis, is it a question of this field at all), by logistic regression; and
choices (which sign, which answer), by multinomial logistic regression.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from immunocli.words.alarms import ALARM, DOUBT
from immunocli.words.faq_ranking import RECORD
from tools.learn_fitting import choice, packed_choice, rounded, scale, text_of, unpacked_choice
from tools.learn_reading import NOWHERE, Frames, Row, Sentences, terse

# So much do all sentences of other fields count beside all of this one.
_ELSEWHERE = 0.5
# So many sentences are made of each frame of any day.
_TIMES = 20
# Accidents are told in words of any day: the sentences of who wrote of them count so often.
_OFTEN = {"j": 3}
# How far the weights of an alarm may lie apart.
_SPREAD = 10.0


def hearing(sentences: Sentences, rows: list[Row]) -> list[tuple[str, Any, float]]:
    """Return label, weights and base of the scales that hear an alarm and a crisis."""
    frames = Frames(sentences)
    rows = rows + frames.more(rows, sentences.is_alarm) + frames.everyday("calm", _TIMES)
    table = sentences.table([text for _, text in rows])
    alarm = np.array([sentences.is_alarm(label) for label, _ in rows])
    crisis = np.array([label in sentences.crises for label, _ in rows])
    counts = np.ones(len(rows))
    return [
        ("alarm", *scale(table, alarm, counts, _SPREAD)),
        ("crisis", *scale(table, crisis, counts, _SPREAD)),
    ]


def belonging(sentences: Sentences, asked: list[Row]) -> Any:
    """Return label, weights and base of the scale that tells questions of this field."""
    frames = Frames(sentences)
    rows = asked + [(label, frames.misspelled(text)) for label, text in asked if len(text) > 8]
    rows += [(label, terse(text)) for label, text in asked if label != NOWHERE]
    rows += frames.everyday(NOWHERE, _TIMES) + frames.swapped(asked)
    table = sentences.table([text for _, text in rows])
    here = np.array([label != NOWHERE for label, _ in rows])
    return "field", *scale(table, here, np.where(here, 1.0, _ELSEWHERE * here.sum() / max(1, (~here).sum())))


def choosing(
    sentences: Sentences, labels: list[str], rows: list[Row], with_kinds: bool, begun: Any = None
) -> tuple[Any, Any]:
    """Return weights and bases of which of the labels a sentence means."""
    frames = Frames(sentences)
    rows = rows + [(label, change(text)) for label, text in rows if len(text) > 8
                   for change in (frames.misspelled, terse)]  # fmt: skip
    number = {label: place for place, label in enumerate(labels)}
    answers = np.array([number[label] for label, _ in rows])
    return choice(sentences.table([text for _, text in rows], with_kinds), answers, len(labels), begun)


def calm_or_not(sentences: Sentences) -> list[Row]:
    """Return what every learner of alarms may see: lay words, ways to ask, sentences of the tests."""
    lay = [(one if one in sentences.upper else "calm", text) for one, text in sentences.lay]
    asked = sentences.asked + sentences.asked_given + sentences.asked_held + sentences.nowhere
    return lay + [("calm", text) for _, text in asked] + sentences.given


def signs_told(sentences: Sentences, heard: list[Row], asked: list[Row]) -> list[Row]:
    """Return sentences that tell of a sign or ask about one, and questions about none."""
    rows = [row for row in sentences.lay + heard if row[0] in sentences.signs]
    frames = Frames(sentences)
    rows += frames.everyday("none", 1)
    general = [
        frame.replace("{D}", "opdivo") for frame in sentences.frames["general"] if frame.count("{}") == 1
    ]
    for one in sentences.names:
        for name in sentences.names[one] if one in sentences.signs else ():
            rows.append((one, name))
            rows += [(one, frame.replace("{}", name)) for frame in frames.chance.sample(general, 4)]
    return rows + [("none", text) for label, text in asked if not sentences.signs_of.get(label)]


def said(sentences: Sentences) -> list[str]:
    """Return the stems of the words that questions of this field are made of."""
    return sorted(root for root, count in sentences.said().items() if count > 1 and root.isalnum())


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
    told += [
        f"{state} {(score[alarm] > cut).mean():.3f}, false {(score[~alarm] > cut).mean():.3f}"
        for state, cut in (("now", ALARM), ("perhaps or now", DOUBT))
    ]
    print(f"{what}: {'; '.join(told)}", flush=True)
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
    parser.add_argument("--on", action="store_true")
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
    asked += [row for row in asked if row[0] == RECORD]  # few were written yet
    asked += Frames(sentences).kindred([row for row in asked if row[0] != NOWHERE])
    if NOWHERE in sentences.entries:  # small data has no entry for it
        frames = Frames(sentences)
        asked += frames.everyday(NOWHERE, 1) + frames.swapped(asked) + sentences.nearby
    heard = calm_or_not(sentences)
    for writer, some in sentences.written.items():
        heard += some * _OFTEN.get(writer, 1)
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
            begun = unpacked_choice(records[name], labels) if given.on and name in records else None
            weights, bases = choosing(sentences, labels, rows, name == "answer", begun)
            packed, step = packed_choice(weights)
            records[name] = {
                "id": name, "kind": "choice", "labels": labels,
                "bases": [round(float(base), 3) for base in bases], "steps": [float(f"{step:.5g}")],
                "weights": text_of(packed),
            }  # fmt: skip
    records["said"] = {
        "id": "said", "kind": "words", "labels": [], "bases": [], "steps": [1.0],
        "weights": text_of(" ".join(said(sentences)).encode()),
    }  # fmt: skip
    told = json.dumps([records[name] for name in sorted(records)], indent=2, ensure_ascii=False)
    path.write_text(told + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
