"""Makes a table of treatments as people keep them: many rows, messy names, the same every time."""

from __future__ import annotations

import argparse
import itertools
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

COLUMNS = ("record", "site", "drug", "dose", "arm", "note")
COLUMN = "drug"
ROW_BYTES = 64
_ZIPF = 1.05
_BLOCK = 4096

# Drugs of other fields, and what else stands in such columns.
_OTHERS = (
    "infliximab", "dupilumab", "imatinib", "osimertinib", "carboplatin", "cisplatin", "paclitaxel",
    "docetaxel", "gemcitabine", "pemetrexed", "etoposide", "doxorubicin", "cyclophosphamide",
    "vincristine", "methotrexate", "prednisone", "dexamethasone", "ondansetron", "filgrastim",
    "lenalidomide", "bortezomib", "sunitinib", "sorafenib", "lenvatinib", "axitinib", "olaparib",
    "tamoxifen", "letrozole", "fulvestrant", "enzalutamide", "abiraterone", "leuprolide", "zoledronic acid",
    "denosumab", "adalimumab", "etanercept", "tocilizumab", "omalizumab", "metformin", "insulin glargine",
    "best supportive care", "placebo", "observation", "surgery", "radiotherapy 60 Gy", "unknown", "N/A",
    "see notes", "CHOP", "FOLFOX", "FOLFIRI", "standard of care", "not recorded",
)  # fmt: skip
_AROUND = (
    "{} 200mg", "{} 240 MG/24ML", "{} inj", "{} IV", "{} (q3w)", "{} 10 mg/kg", "{}, 2nd line",
    "{} INJECTION, SOLUTION", "{} maintenance", "{} + chemo", "Inj. {}", "{} 3 mg/kg q2w", "{}\u00ae",
)  # fmt: skip
_SYLLABLES = (
    "ba be bi bo cla cre da do fa fi ga gli ho ja ka la lu ma me mo na ni no pa pre qua ra ro sa sto ta "
    "tri tu va vo xa ze"
).split()
_ENDINGS = "mab tinib cept platin zole statin pril sartan rubicin taxel leucel kinra vir mycin".split()


def known_names() -> list[str]:
    """Return the names of therapies in the data, as they are written there."""
    from immunocli.catalogue import Catalogue

    return sorted(Catalogue().names("therapy"))


def pool(distinct: int, seed: int) -> list[str]:
    """Return so many different strings: names in every case, misspelled, among doses, and junk."""
    chance = random.Random(seed)
    names = known_names()
    makers: list[Callable[[], str]] = [
        lambda: _cased(chance.choice(names), chance),
        lambda: _cased(chance.choice(names), chance),
        lambda: _misspelled(_cased(chance.choice(names), chance), chance),
        lambda: chance.choice(_AROUND).format(_cased(chance.choice(names), chance)),
        lambda: f"{_cased(chance.choice(names), chance)} + {chance.choice(names)}",
        lambda: _cased(chance.choice(_OTHERS), chance),
        lambda: chance.choice(_AROUND).format(chance.choice(_OTHERS)),
        lambda: _invented(chance),
        lambda: f"{_invented(chance)} {chance.randrange(1000)} mg",
        lambda: _misspelled(chance.choice(_OTHERS), chance),
    ]
    found: dict[str, None] = {}
    while len(found) < distinct:
        one = chance.choice(makers)()
        if one.strip():
            found[one] = None
    return list(found)


def _cased(name: str, chance: random.Random) -> str:
    way = chance.randrange(6)
    if way == 4:
        return "".join(chance.choice((c.lower(), c.upper())) for c in name)
    if way == 5:
        return f" {name} "
    return (name, name.lower(), name.upper(), name.title())[way]


def _misspelled(name: str, chance: random.Random) -> str:
    """Return a name with one or two letters dropped, doubled, changed or swapped."""
    for _ in range(chance.choice((1, 1, 2))):
        place = chance.randrange(len(name))
        letter = chance.choice("abcdefghijklmnopqrstuvwxyz")
        way = chance.randrange(4)
        middle = ("", name[place] * 2, letter, name[place : place + 2][::-1])[way]
        name = name[:place] + middle + name[place + (2 if way == 3 else 1) :]
    return name


def _invented(chance: random.Random) -> str:
    parts = chance.choices(_SYLLABLES, k=chance.randint(2, 4))
    return "".join(parts) + chance.choice(_ENDINGS)


def rows(count: int, strings: list[str], seed: int, quoted: float) -> Iterator[bytes]:
    """Yield so many rows: every string once, if there is room, the others by rank to the power of 1.05.

    Args:
        count: how many rows.
        strings: what the column `drug` holds.
        seed: the same seed, the same rows.
        quoted: the share of rows whose note is quoted and holds a line end.
    """
    chance = random.Random(seed + 1)
    weights = itertools.accumulate(rank**-_ZIPF for rank in range(1, len(strings) + 1))
    cumulative = list(weights)
    cells = [one.encode() for one in strings]
    each = iter(chance.sample(cells, len(cells)))
    every = max(1, count // len(cells))
    for start in range(0, count, _BLOCK):
        size = min(_BLOCK, count - start)
        for number, drawn in enumerate(chance.choices(cells, cum_weights=cumulative, k=size), start):
            cell = drawn if number % every else next(each, drawn)
            begin = b"%08d\tsite%03d\t%b\t%d\t%c\t" % (
                number, number * 7 % 400, cell, number % 13, b"AB"[number % 2]
            )  # fmt: skip
            if quoted and chance.random() < quoted:
                yield begin + b'"said ""so"",\nand more"\n'
            else:
                yield begin + b"n" * max(1, ROW_BYTES - len(begin) - 1) + b"\n"


def make(file: BinaryIO, count: int, distinct: int, seed: int = 1, quoted: float = 0.0) -> None:
    """Write a table to a file."""
    file.write("\t".join(COLUMNS).encode() + b"\n")
    file.writelines(rows(count, pool(distinct, seed), seed, quoted))


def main() -> None:
    """Write a table to standard output or a file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.make_table", description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--distinct", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quoted", type=float, default=0.0, metavar="SHARE", help="rows with a quoted cell")
    parser.add_argument("--output", "-o", type=Path)
    wanted = parser.parse_args()
    values = (wanted.rows, wanted.distinct, wanted.seed, wanted.quoted)
    if wanted.output is None:
        make(sys.stdout.buffer, *values)
    else:
        with wanted.output.open("wb") as file:
            make(file, *values)


if __name__ == "__main__":
    main()
