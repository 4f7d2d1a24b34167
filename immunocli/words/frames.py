"""What an alarm sounds like, whoever tells of it: a part of the body, its trouble, how bad or since when.

Read when the index is built, never when a question is asked. A line, and what is indented below it, is
`sign | words | words`, one of each group must stand near the others, in any order; `@` is any person and
`@other` any but the one who asks; `=word` is that very word, not its notion; none of the words behind `!`
may stand anywhere. A sign with `+` is told even by a question.
"""

from __future__ import annotations

from immunocli.words import lay
from immunocli.words.bodies import BODIES
from immunocli.words.crises import CRISES
from immunocli.words.nerves import NERVES

_GROUPS = {
    "LIMB": "arm leg hand thigh knee shoulder foot feet muscles limbs knees hands shoulders",
    "DRUG": "pills morphine oxycodone oxycontin insulin paracetamol tramadol gabapentin tylenol "
    "acetaminophen fentanyl codeine diazepam xanax valium lorazepam amitriptyline opioids painkillers "
    "sleepers ibuprofen aspirin zopiclone pregabalin methadone antidepressants oramorph patches pens",
    "NUMBER": "twelve fifteen twenty thirty forty fifty sixty 10 12 15 20 24 25 28 30 32 40 50 56 60 100",
    "SELF": "=myself =himself =herself =themselves =themself",
    "BAD": "terrible worst doubled curled scream screaming rigid agony bent knife unbearable writhing "
    "crippling killing",
    "POO": "poo toilet diarrhea bathroom bm bms stools",
    "LONG": "hours days nonstop constantly stop cant wont night all everything since yesterday",
}

# Light words are no stems: every form of theirs.
_FORMS = {
    "tell": "tell tells told", "say": "say says said", "feel": "feel feels felt feeling",
    "keep": "keep keeps kept keeping",
}  # fmt: skip


def frames() -> list[tuple[str, list[list[str]], int, list[str], bool]]:
    """Return each frame: its sign, its groups of notions, how far they reach; what forbids it; if sure."""
    found: list[tuple[str, list[list[str]], int, list[str], bool]] = []
    for reach, table in ((9, NERVES), (9, BODIES), (14, CRISES)):
        for line in table.strip().replace("\n  ", " ").splitlines():
            line, _, against = line.partition("!")
            sign, *groups = (part.strip() for part in line.split("|"))
            parts = [sorted(set(_alternatives(group))) for group in groups if group]
            vetoes = sorted(set(_alternatives(against)))
            found.append((sign.lstrip("+"), parts, reach, vetoes, sign[0] == "+"))
    return found


def spelled() -> set[str]:
    """Return the words of all frames as they are spelled."""
    groups = " ".join((*_GROUPS.values(), NERVES, BODIES, CRISES)).replace("|", " ").split()
    return {word.strip("+=") for word in groups if word.strip("+=").isalpha() and word.islower()}


def _alternatives(group: str) -> list[str]:
    words: list[str] = []
    for word in group.split():
        if word in _FORMS:
            words += _FORMS[word].split()
        elif word in _GROUPS:
            words += _alternatives(_GROUPS[word])
        else:
            words.append(word if word[0] in "@=" else lay.notion(word))
    return words
