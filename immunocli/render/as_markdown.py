"""Writes an answer as Markdown."""

from __future__ import annotations

from immunocli.pages.blocks import Bullets, Facts, Grid, Heading, Next, Paragraph, never_a_block
from immunocli.pages.drawings import Beside, Branch, Heat, Lanes, Link, News, Since
from immunocli.render.as_text import told
from immunocli.text import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from immunocli.pages.blocks import Block
    from immunocli.render.answers import Answer

_SIGNS = {ord(sign): "\\" + sign for sign in "\\`*_[]<>|#"}


def markdown(answer: Answer, columns: tuple[str, ...]) -> Iterator[str]:
    """Yield the answer's blocks, or its records as a table, then edition and day."""
    if answer.blocks:
        for block in answer.blocks(answer.records):
            for line in _lines(block):
                yield line + "\n"
            yield "\n"
    else:
        shown, rows = told(answer, columns)
        for line in _table([name.replace("_", " ") for name in shown], rows):
            yield line + "\n"
    if answer.about_therapies:
        yield f"\n*{answer.standing}*\n"


def _plain(text: str) -> str:
    return clean(text).translate(_SIGNS)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            mark = f" ({_plain(block.mark)})" if block.mark and block.level == 1 else ""
            yield f"{'#' * block.level} {_plain(block.text)}{mark}"
        case Paragraph():
            yield from (_plain(line) for line in block.text.split("\n"))
        case Facts():
            yield from (f"- **{_plain(label)}**: {_plain(value or '')}" for label, value in block.pairs)
        case Bullets():
            yield from (f"- {_plain(item)}" for item in block.items)
        case Grid():
            yield from _table(block.columns, block.rows)
        case Branch():
            yield from _branches(block, "")
        case Lanes():
            for name, _, note in block.cells(1):
                yield from (f"- {_plain(name)}: {_plain(note)}",) if note else ("", f"## {_plain(name)}", "")
            if block.note:
                yield ""
                yield _plain(block.note)
        case Beside():
            yield from _table(["cancer, since", *block.names], block.cells())
        case News():
            yield f"## {block.day}"
            yield ""
            for event, who, told in block.entries:
                yield f"- **{_plain(event)}**: {_plain(who)}"
                yield from (f"  - {_plain(line)}" for line in told)
        case Heat() | Since():
            yield from _table(["", *block.columns], block.table())
        case Link():
            yield f"- [{_plain(block.text)}]({clean(block.url)})"
            yield from (f"  - {_plain(one)}" for one in block.said)
        case Next():
            yield from (f"- `{clean(command)}`" for command in block.commands)
        case _ as never:
            never_a_block(never)


def _branches(branch: Branch, indent: str) -> Iterator[str]:
    yield f"{indent}- {_plain(branch.text)}" + (f" ({_plain(branch.note)})" if branch.note else "")
    for below in branch.below:
        yield from _branches(below, indent + "  ")


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(map(_plain, columns)) + " |"
    yield "|" + " --- |" * len(columns)
    for row in rows:
        yield "| " + " | ".join(map(_plain, row)) + " |"
