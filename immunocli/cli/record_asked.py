"""Reads questions that the record answers: "is keytruda approved for ovarian cancer", "which drugs target BCMA"."""

from __future__ import annotations

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
)
_APPROVED = frozenset("approved approval licensed".split())
_FRAME = (
    _DRUGS
    | _ASKS
    | frozenset(
        "is are was were be been when since what which who does do did can the a an of in on to fda there any us".split()
    )
)


def command_for(catalogue: Catalogue, words: Sequence[str]) -> list[str]:
    """Return the command that answers a question which is nothing but names and words around them; else nothing.

    Args:
        catalogue: what knows names.
        words: the question.

    Raises:
        NotInScope, Investigational: the approval of what the record does not hold is asked for.
    """
    asked = [word.strip("?!.,") for word in words]
    plain = {word.lower() for word in asked}
    names = [word for word in asked if word and word.lower() not in _FRAME]
    if not names or not plain & _ASKS:
        return []
    try:
        parts = catalogue.parts_of(names, ("therapy", "cancer", "target"))
    except (NotInScope, Investigational):
        if plain & _APPROVED:
            raise
        return []
    except ImmunoError:
        return []  # something else is asked of them
    told: dict[str, list[str]] = {"therapy": [], "cancer": [], "target": []}
    for kind, label in parts:
        told[kind].append(label)
    cancers = [part for one in told["cancer"] for part in ("--cancer", one)]
    if told["therapy"] and not told["target"]:
        return ["show", *told["therapy"], *cancers]
    if plain & _DRUGS and not told["therapy"]:
        return ["therapies", *cancers, *(part for one in told["target"] for part in ("--target", one))]
    return []
