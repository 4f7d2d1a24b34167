"""Draws answers as pictures for slides and print; this room alone knows matplotlib."""

from __future__ import annotations

from immunocli.errors import UsageError
from immunocli.pages.blocks import Heading
from immunocli.pages.drawings import Beside, Heat, Lanes, Since
from immunocli.render.answers import DISCLAIMER
from immunocli.text import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.render.answers import Answer

# Notices that are told in the picture's own words, or that depend on the day of drawing.
_ELSEWHERE = ("wider", "stale", "alarm", "sign", "page")
_NEEDED = "pictures are drawn by matplotlib, which is not installed: pip install 'immunocli[figures]'"


def picture(answer: Answer, ending: str) -> bytes:
    """Return an answer as a picture: the same bytes for the same answer.

    Args:
        answer: with blocks, one of which is lanes, counts, or first days side by side.
        ending: `svg`, `png` or `pdf`.

    Raises:
        UsageError: matplotlib is not there, or nothing in the answer can be drawn.
    """
    blocks = answer.blocks(answer.records) if answer.blocks else []
    title = next((block.text for block in blocks if isinstance(block, Heading)), "")
    for block in blocks:
        if isinstance(block, Lanes | Heat | Since | Beside):
            if _is_empty(block):
                raise UsageError("there is nothing to draw: no use in the label is about this")
            return _drawn(block, title, answer, ending)
    if not answer.records or any(notice.code == "rows-empty" for notice in answer.notices):
        raise UsageError("there is nothing to draw: the answer is empty")
    raise UsageError("no picture is drawn of this; leave out --columns, or ask for therapies")


def notes(answer: Answer) -> str:
    """Return what to know of an answer, to stand in the picture: what to type is left out, and what a clock says."""
    told = []
    for notice in answer.notices:
        if notice.code in _ELSEWHERE:
            continue
        clauses = [one for one in notice.message.partition(" (--")[0].split("; ") if "immuno " not in one]
        if clauses:
            text = "; ".join(clauses).removesuffix(".")
            told.append(f"{text[:1].upper()}{text[1:]}. ")
    return "".join(told)


def _is_empty(block: Lanes | Heat | Since | Beside) -> bool:
    if isinstance(block, Heat | Since):
        return not (block.rows and block.columns)
    return not (block.lines if isinstance(block, Lanes) else block.rows)


def _drawn(block: Lanes | Heat | Since | Beside, title: str, answer: Answer, ending: str) -> bytes:
    import logging
    import os

    os.environ.pop("MPLBACKEND", None)  # it is for windows, and a name that there is not stops the import
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # it tells of its caches even when imported
    try:
        import matplotlib  # noqa: F401  # asked for here, so that its absence is told in one line
    except ImportError:
        raise UsageError(_NEEDED) from None
    except (OSError, ValueError) as problem:
        told = clean(str(problem).partition("\n")[0])[:200]
        raise UsageError(f"matplotlib cannot start with the settings in its matplotlibrc: {told}") from None
    from immunocli.figures.sheet import Sheet, plain_style

    with plain_style():
        edition = answer.edition
        source = (
            f"Source: FDA record to {answer.day}, immuno edition {edition['edition']}, sources read "
            f"{edition['checked']}. {DISCLAIMER}"
        )
        sheet = Sheet(title, f"{notes(answer)}{source}", f"immuno {edition['edition']}")
        if isinstance(block, Lanes):
            from immunocli.figures.timeline_picture import draw_lanes

            draw_lanes(sheet, block)
        elif isinstance(block, Heat):
            from immunocli.figures.matrix_picture import draw_counts

            draw_counts(sheet, block)
        elif isinstance(block, Since):
            from immunocli.figures.since_picture import draw_since

            draw_since(sheet, block)
        else:
            from immunocli.figures.compare_picture import draw_days

            draw_days(sheet, block)
        return sheet.saved(ending)
