"""Pictures that many tests look at, each drawn once."""

from __future__ import annotations

import tempfile
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.driver import Immuno


class Text(NamedTuple):
    """A line of text on a sheet: its size in points, and the box it stands in."""

    told: str
    size: float
    box: tuple[float, float, float, float]


class Drawn(NamedTuple):
    """A picture: the file, how many strokes and words there are, its texts, and its sheet's size in inches."""

    content: bytes
    strokes: Counter[str]
    texts: list[Text]
    width: float
    height: float
    dots: float


@cache
def drawn(immuno: Immuno, *request: str, ending: str = "svg") -> Drawn:
    """Return a picture that is drawn by the first who asks for it."""
    from immunocli.figures.sheet import Sheet

    found: list[Drawn] = []
    saved = Sheet.saved

    def measured(sheet: Sheet, ending: str) -> bytes:
        figure = sheet.figure
        parts = [
            one
            for axes in figure.axes
            for one in (*axes.lines, *axes.patches, *axes.collections, *axes.texts)
        ]
        strokes = Counter(type(one).__name__ for one in (*parts, *figure.texts, *figure.patches))
        renderer = sheet._canvas.get_renderer()
        texts = []
        for text in figure.texts:
            box = text.get_window_extent(renderer)
            texts.append(Text(text.get_text(), text.get_fontsize(), (box.x0, box.y0, box.x1, box.y1)))
        content = saved(sheet, ending)
        found.append(Drawn(content, strokes, texts, sheet.width, sheet.height, figure.bbox.x1))
        return content

    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as place:
        patch.setattr(Sheet, "saved", measured)
        content = picture(immuno, Path(place, f"x.{ending}"), *request)
    (told,) = found
    assert told.content == content
    return told


def picture(immuno: Immuno, path: Path, *request: str) -> bytes:
    """Draw a picture into a file, and return what is in it."""
    found = immuno(*request, "-o", str(path))
    assert found.code == 0, found
    assert found.out == ""
    return path.read_bytes()
