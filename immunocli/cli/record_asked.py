"""Reads questions that the record answers: "is keytruda approved for ovarian cancer", "which drugs target BCMA"."""

from __future__ import annotations

from immunocli.cli.sentences import ENDED
from immunocli.errors import ImmunoError, Investigational, NotInScope

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.catalogue import Catalogue

_DRUGS = frozenset("drug drugs medicine medicines therapies treatments immunotherapies".split())
# Words that ask what something is approved for; of all others none may be left.
_ASKS = frozenset(
    "approved approval approvals approve licensed indicated indication indications label used for treat treats "
    "target targets targeting against hit block blocks act acts".split()
) | {*ENDED}
_USES = frozenset("use uses indication indications approval approvals".split())
_APPROVED = frozenset("approved approval licensed".split())
_FRAME = (
    _DRUGS
    | _ASKS
    | frozenset(
        "is are was were be been when since what which who does do did can the a an of in on to fda there any us "
        "have has been use uses first ever originally what's whats".split()
    )
)
# Words that ask for the news; of all others none may be left either.
_NEWS = frozenset("new news changed changes change latest recent recently lately happened".split())


def command_for(catalogue: Catalogue, words: Sequence[str]) -> list[str]:
    """Return the command that answers a question which is nothing but names and words around them; else nothing.

    Args:
        catalogue: what knows names.
        words: the question.

    Raises:
        NotInScope, Investigational: the approval of what the record does not hold is asked for.
    """
    asked = [word.strip("?!.,") for word in words]
    asked, span = _spanned(asked, catalogue.edition["as_of"])
    plain = {word.lower() for word in asked}
    news = plain & _NEWS
    frame = _FRAME | _NEWS | {"immunotherapy"} if news else _FRAME
    names = [word for word in asked if word and word.lower() not in frame]
    ended = next((status for word, status in ENDED.items() if word in plain), "")
    if ended == "replaced" and not plain & _USES:
        return []  # "what replaced X" asks for another therapy
    if not (names or news or span or ended) or not plain & (_ASKS | _NEWS):
        return []
    try:
        kinds = ("therapy", "cancer", "target", *(("type",) if ended else ()))
        parts = catalogue.parts_of(names, kinds) if names else []
    except (NotInScope, Investigational):
        if plain & _APPROVED:
            raise
        return []
    except ImmunoError:
        return []  # something else is asked of them
    if len(" ".join(label for _, label in parts).split()) != len(names):
        return []  # a word of them was passed over
    told: dict[str, list[str]] = {"therapy": [], "cancer": [], "target": [], "type": []}
    for kind, label in parts:
        told[kind].append(label)
    options = [
        part for kind in ("cancer", "target", "type") for one in told[kind] for part in (f"--{kind}", one)
    ]
    therapies = [part for one in told["therapy"] for part in ("--therapy", one)]
    if news:
        return ["changes", *span, *therapies, *options]
    if span and (ended or not therapies):
        return ["changes", *span, *therapies, *options, "--event", "withdrawn" if ended else "approved"]
    if ended:
        of_uses = therapies or (plain & _USES and not plain & _DRUGS)
        return ["indications" if of_uses else "therapies", *therapies, *options, "--status", ended]
    if told["therapy"] and not told["target"]:
        day = ["--as-of", span[1]] if span else []
        return ["show", *told["therapy"], *options, *day]
    if plain & _DRUGS and not therapies:
        return ["therapies", *options]
    return []


def _spanned(words: Sequence[str], today: str) -> tuple[list[str], list[str]]:
    """Return words without the one day among them, and that day as the span of time that it is.

    Args:
        words: the question.
        today: the record's own day.
    """
    from immunocli.cli.sentences import is_date

    days = [place for place, word in enumerate(words) if is_date(word)]
    if len(days) != 1 or not days[0]:
        return list(words), []
    place = days[0]
    day, before = words[place], words[place - 1].lower()
    if before not in ("in", "on", "during", "since", "from"):
        return list(words), []
    lasts = before in ("since", "from") or today.startswith(day)
    span = ["--since", day, *([] if lasts else ["--until", day])]
    return [*words[: place - 1], *words[place + 1 :]], span
