"""Says where "untreated" tells of a disease, and where of patients without a drug: `nivolumab untreated RCC`."""

from __future__ import annotations

from immunocli.names.reading import UNREAD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.reading import Reading

_UNTREATED, _OF_DISEASE = "untreated", ("for", "in", "with", "previously", "of")
# Who had no drug, where these follow; a word of so few letters is a code.
_WITHOUT = frozenset(
    "patient patients pt pts subject subjects participant participants person people individual individuals case cases "
    "cohort cohorts group groups arm arms control controls cell cells line lines sample samples mouse mice tumor tumors "
    "tumour tumours and or at baseline yes no".split()
)
_LEAST = 2


def settle(reading: Reading) -> None:
    """Leave unread an "untreated" that is said of a disease: it stands apart from a name, and the disease behind it."""
    tokens = reading.tokens
    for place in range(1, len(tokens) - 1):
        if tokens[place].plain != _UNTREATED or not tokens[place].gap.endswith(" "):
            continue
        following = tokens[place + 1]
        if tokens[place - 1].plain in _OF_DISEASE or (
            following.gap == " "
            and following.text[:1].isalpha()
            and len(following.plain) >= _LEAST
            and following.plain not in _WITHOUT
        ):
            reading.marks[place] = UNREAD
