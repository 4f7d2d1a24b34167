"""Works out from lay words by which notions each sign is heard."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from immunocli.words import lay
from immunocli.words.frames import frames, spelled
from immunocli.words.stems import split

# Notions that say nothing alone, nor together: such words are heard only as they were written.
_WEAK = frozenset(
    """
    point not anymor want stop know all here up over off gone think thing look chang respond cant wont left
    giv big toilet run hope care everyone nothing work face time way end make take
    use done try hot cold straight
    """.split()
)
# What may be quite harmless alone.
_VAGUE = frozenset(
    """
    race press point close black red dots everything finger lip eyelid kilo heart weak hot swollen yellow
    shake blur burn hurt numb cough big double sleep run cant
    """.split()
)
_ANYONE = frozenset(("@", "@other"))
_TRAILING = ("anymore", "now", "today")


def weigh(tables: dict[str, Any], found: dict[str, Any]) -> None:
    """Enter by which notions each sign is heard: under `alarm/` and the rarest of them."""
    patterns: dict[tuple[str, tuple[str, ...], bool], None] = {}
    for sign in tables["signs"]:
        for phrase in (sign["name"], *sign["lay"]):
            words = lay.joined(split(phrase))
            parts = tuple(sorted(set(lay.notions(phrase))))
            telling = [one for one in parts if one not in _WEAK]
            if len(parts) > 1 and telling:
                patterns[sign["id"], parts, False] = None
            elif len(words) == 1 and telling and lay.is_known(words[0]):
                if parts[0] not in _VAGUE:
                    patterns[sign["id"], parts, False] = None
            elif len(words) == 1:
                patterns[sign["id"], (f"={words[0]}",), True] = None
            elif words:
                patterns[sign["id"], _as_written(words), True] = None
    holding: dict[str, int] = {}
    for _, parts, _ in patterns:
        for one in parts:
            holding[one] = holding.get(one, 0) + 1
    for sign, parts, whole in patterns:
        if not parts:
            continue
        rarest = min(parts, key=lambda one: (holding[one], one))
        found.setdefault(f"alarm/{rarest}", []).append([sign, list(parts), whole])
    for sign, groups, *rule in frames():
        fewest = min((one for one in groups if not _ANYONE & set(one)), key=len)
        for one in fewest:
            found.setdefault(f"alarm/{one}", []).append([sign, groups, rule])
    known = {word for sign in tables["signs"] for phrase in sign["lay"] for word in split(phrase)}
    vocabulary: dict[str, list[str]] = {}
    for word in sorted(_well_spelled(known | spelled())):
        vocabulary.setdefault(word[0], []).append(word)
    found["alarms/words"] = vocabulary


def _well_spelled(words: Iterable[str]) -> list[str]:
    return [word for word in words if len(word) >= 4 and word.isalpha() and word not in lay.LIGHT]


def _as_written(words: list[str]) -> tuple[str, ...]:
    return tuple(lay.notion(word) for word in words if word not in _TRAILING)
