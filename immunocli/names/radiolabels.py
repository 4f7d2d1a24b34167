"""Knows the radioactive and colored labels that antibodies bear, and where they stand beside a name."""

from __future__ import annotations

from immunocli.names.reading import LISTED, OURS, Hit, Reading

# Ours that bear a label themselves, and how far behind a name its label may stand.
_LABELLED = ("tositumomab", "ibritumomab")
_MOST_LABELLED = 4
# What holds a radioactive label to an antibody.
CHELATORS = ("dota", "nota", "dfo", "dtpa", "df", "desferrioxamine", "deferoxamine")
# How the brackets around an isotope end before the name: [89Zr]X, (177Lu)-X.
_OF_ISOTOPE = ("]", "]-", ")-")
_NUCLIDES = (
    "i 123 124 125 131", "y 86 90", "lu 177", "in 111", "zr 89", "tc 99m", "re 186 188", "ac 225", "at 211",
    "bi 212 213", "cu 64 67", "ga 67 68", "pb 203 212", "th 227",
    "iodine 123 124 125 131", "iodinei 131", "yttrium 90", "lutetium 177", "indium 111", "zirconium 89", "copper 64",
    "technetium 99m", "gallium 68", "astatine 211", "actinium 225",
)  # fmt: skip
ISOTOPES = frozenset(
    one
    for element, *numbers in map(str.split, _NUCLIDES)
    for number in numbers
    for one in (element + number, number + element)
)


def is_labelled(reading: Reading, hit: Hit) -> bool:
    """Say whether a radioactive or colored label stands beside a name that has none; else the label is read."""
    tokens, marks = reading.tokens, reading.marks
    before = hit.first - 1
    while before > 0 and tokens[before].plain in CHELATORS:
        before -= 1
    for place, gap in ((before, tokens[hit.first].gap), (hit.last, "")):
        if not 0 <= place < len(tokens):
            continue
        gap = gap if place < hit.first else tokens[place].gap
        if LISTED.search(gap) and not (place < hit.first and gap in _OF_ISOTOPE):
            continue
        word = tokens[place].plain
        joined = tokens[place - 1].plain + word if place and place < hit.first else word
        if marks[place] == "label" or joined in ISOTOPES:
            if not _bears_label(hit):
                return True
            reading.marks[place] = "class"
    for place in range(hit.last, min(hit.last + _MOST_LABELLED, len(tokens))):
        if LISTED.search(tokens[place].gap) or marks[place] in (OURS, "amount"):
            return False
        if marks[place] == "label":
            if not _bears_label(hit):
                return True
            reading.marks[place] = "class"
    return False


def _bears_label(hit: Hit) -> bool:
    return any(one.startswith(_LABELLED) for one in hit.entry[0])
