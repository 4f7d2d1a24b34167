"""A quick look that spares a slower one never hides what the slower one finds."""

from __future__ import annotations

import importlib
import pkgutil
import random
from pathlib import Path

import pytest

from immunocli import names
from immunocli.names import scripts, sheet_words, signs
from immunocli.names.drug_strings import DrugStrings
from immunocli.names.gates import Gate
from immunocli.names.international import _AS_ANTIBODY, ends_as_antibody
from immunocli.names.lexicon import Lexicon
from immunocli.names.plain_orders import PlainOrders
from immunocli.names.reading import Found, Reading
from immunocli.store.typed_store import Store
from tests.choice import some

HERE = Path(__file__).parent
# Strings that patterns behind a gate find, so that none of them stands open by chance alone.
FOUND = (
    "M5 acute leukemia", "breast cancer, stage 0", "carcinoma ex pleomorphic adenoma", "melanoma: ruled out",
    "Gyn Onc: uterine serous", "ovarian cancer risk", "HPB MDT - cholangio", "PTC Inc.", "MSI status unknown",
    "kidney cancer and other urinary tumors", "FL gr 3A", "EGFR fusion negative", "tumor in lymph nodes",
    "lung cancer excluding small cell", "invasive DCIS", "EOD schema 00250 BileDuctsDistal", "C43 MN of skin",
    "metastatic cancer to the liver", "melanoma negative", "mixed tumor: 40%", "SCC and BCC", "M-97323",
)  # fmt: skip
DOSES = (
    "{} 200mg", "{} 240 mg/24 mL", "{} inj", "{} IV", "{} (q3w)", "{} 10 mg/kg", "{}, 2nd line", "Inj. {}", "inj {}",
    "{} 1.5 mg/kg q2w", "{} + {}", "{} / {} 100 mg", "{} 0 mg", "{} x 0", "{} ltd", "{} kg", "{} 100 mg?", "- {} 10 mg",
    "{} tablet", "{}-{}", "{} {}", "{} 90 y", "dose {}", "pre {} 10 mg", "{} vaccine 1 mL", "{}, 0", "{} | 0",
)  # fmt: skip


def kept(kind: str) -> list[str]:
    lines = (HERE / f"kept_{kind}.tsv").read_text(encoding="utf-8").split("\n")[1:-1]
    return [line.partition("\t")[0] for line in lines]


def gates() -> dict[str, Gate]:
    found: dict[str, Gate] = {}
    for module in pkgutil.iter_modules(names.__path__):
        for name, value in vars(importlib.import_module(f"immunocli.names.{module.name}")).items():
            if isinstance(value, Gate):
                found[f"{module.name}.{name}"] = value
    return found


def test_no_gate_is_shut_before_what_its_pattern_finds() -> None:
    texts = [*FOUND, *kept("cancer"), *(text.upper() for text in some(kept("cancer"), 5)), *kept("therapy")]
    shut = [
        (name, text)
        for name, gate in gates().items()
        for text in texts
        if not gate.is_open(text) and gate.pattern.search(text)
    ]
    assert not shut


def test_gates_are_found() -> None:
    assert len(gates()) > 40


def test_a_plain_order_is_settled_as_the_long_way_settles_it(
    kept_names: list[str], reader: DrugStrings, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(3)
    texts = [text.format(*chance.choices(kept_names, k=2)) for text in DOSES for _ in range(25)]
    texts += some(kept("therapy"), 3)
    at_once = [told(reader.read(text)) for text in texts]
    settled = 0

    def none(self: PlainOrders, reading: Reading) -> None:
        nonlocal settled
        settled += read(self, reading) is not None

    read = PlainOrders.read
    monkeypatch.setattr(PlainOrders, "read", none)
    assert [told(reader.read(text)) for text in texts] == at_once
    assert settled > len(DOSES) * 5


def told(found: Found) -> tuple[object, ...]:
    return [*found.entries], found.how if found.entries else "", found.review, found.unread


def test_what_is_heard_alike_has_one_outline() -> None:
    chance = random.Random(4)
    parts = "ph th tsch sch ch ck qu x ce ci cy c z w y h q k s a e i o u m n b d g t f v r l j p".split()
    outlines: dict[str, str] = {}
    for _ in range(20_000):
        word = "".join(chance.choices(parts, k=chance.randint(2, 5)))
        assert outlines.setdefault(scripts.heard_latin(word), scripts.outline(word)) == scripts.outline(word)


@pytest.mark.parametrize("kind", ["therapy", "cancer"])
def test_quick_looks_at_words_and_signs(kind: str) -> None:
    for text in kept(kind):
        if sheet_words._LABEL.search(text) and len(text) <= sheet_words._LONGEST and text.isascii():
            assert sheet_words.is_label(text)
        for word in text.lower().split():
            assert ends_as_antibody(word) == bool(_AS_ANTIBODY.search(word))
            first = text.lower().find(word)
            if not signs.may_tell(text):
                assert not signs.around(text, first, first + len(word))


@pytest.fixture
def kept_names(kept: Store) -> list[str]:
    return some(sorted(kept.labels("therapy")), 4)


@pytest.fixture
def reader(kept: Store) -> DrugStrings:
    return DrugStrings(Lexicon(kept, "therapy", many=True))
