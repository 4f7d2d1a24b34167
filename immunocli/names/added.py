"""Says whether a word in capitals that is also a route is the drug called so, as it is added to another: `EV + pembro`."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.tokens import Token

# What joins another drug to a name, and what stands before the first of them.
_ADDING, _OPENS = ("plus", "with", "w", "and"), re.compile(r"[+:;(\[,]")


def is_added(tokens: list[Token], place: int) -> bool:
    """Say whether a word in capitals stands beside a plus sign, or begins what is joined: `EV 1.25 mg/kg + pembro`.

    An e.v. is a route otherwise.
    """
    if not tokens[place].text.isupper():
        return False
    if (
        place + 1 < len(tokens)
        and tokens[place + 1].plain.isdigit()
        and (place == 0 or _OPENS.search(tokens[place].gap))
    ):
        return any("+" in token.gap or token.plain in _ADDING for token in tokens)
    if place + 1 < len(tokens) and (tokens[place + 1].plain in _ADDING or "/" in tokens[place + 1].gap):
        return place == 0 or _OPENS.search(tokens[place].gap) is not None
    if place and "+" in tokens[place].gap:
        return True
    return (
        place + 1 < len(tokens) and "+" in tokens[place + 1].gap and (place == 0 or tokens[place].gap != " ")
    )
