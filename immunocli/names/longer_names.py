"""Knows names of strangers that hold a name of ours, or go on behind it."""

from __future__ import annotations

from immunocli.names import doses
from immunocli.names.international import may_be_payload
from immunocli.names.sureness import LEAST_SURE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.tokens import Token

_MOST_BEHIND = 3


def longer_stranger(tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Say whether a stranger's name begins with a name of ours, from `first` up to `last`, and goes beyond it."""
    joined = "".join([token.plain for token in tokens[first:last]]) if last < len(tokens) else ""
    for place in range(last, min(last + _MOST_BEHIND, len(tokens))):
        if doses.begins_amount(tokens, place, lexicon.roles):
            return False  # "ipi 3 mg/kg" is not the gene IPI3
        if not tokens[place].gap.strip(" -/'_"):
            joined += tokens[place].plain
            if lexicon.stranger(joined):
                return True
    return False


def hides_ours(tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Say whether a separate name of ours stands in what would be one stranger's name."""
    return any(
        len(token.plain) >= LEAST_SURE and token.gap.strip(" -") and lexicon.entry(token.plain) is not None
        for token in tokens[first + 1 : last]
    )


def carries(tokens: list[Token], place: int) -> bool:
    """Say whether a word right behind an antibody's name may be what it carries."""
    antibody = tokens[place - 1].plain.endswith("mab")
    return antibody and not tokens[place].gap.strip(" -_") and may_be_payload(tokens[place].plain)
