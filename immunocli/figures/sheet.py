"""The sheet that a picture is drawn on: 16 to 9, title above, source below, all measures in inches.

The widest is still read when it is printed across a page of Letter or A4: no letter is below 10.5 points. What
needs less room stands on a smaller sheet, and so larger on a slide and in print.
"""

from __future__ import annotations

import io
import os
import textwrap
from bisect import bisect
from contextlib import contextmanager

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from immunocli.errors import UsageError
from immunocli.text import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from matplotlib.axes import Axes

INK, PALE, RULE = "#1a1a1a", "#595959", "#d9d9d9"
# Okabe and Ito's colors, told apart by nearly all eyes; the first four also in gray.
COLORS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7")
ENDED = "#D55E00"
_WIDTHS = (8.0, 10.0, 13.333)
_WIDTH = _WIDTHS[-1]
_FLAT = 9 / 16
_MARGIN = 0.5
# The least size of letters, and how high a line of them is.
SMALL, LINE = 10.5, 0.2
_TITLE, _TITLE_LINE = 20, 0.36
_DOTS = 150
_STYLE = {
    "font.family": "DejaVu Sans",  # comes with matplotlib: the same picture on every machine
    "text.parse_math": False,  # text is text
    "svg.hashsalt": "immuno",
    "svg.fonttype": "path",  # looks alike where the font is not installed
    "pdf.fonttype": 42,  # embedded, and still text
    "axes.unicode_minus": False,
}
# What a file says of itself, by its ending; what would make it differ from day to day is left out.
_ABOUT: dict[str, dict[str, tuple[str, ...]]] = {
    "svg": {"none": ("Date",), "maker": ("Creator",), "told": ("Description",)},
    "pdf": {"none": ("CreationDate", "Producer"), "maker": ("Creator",), "told": ("Subject",)},
    "png": {"none": (), "maker": ("Software",), "told": ("Description",)},
}


@contextmanager
def plain_style() -> Iterator[None]:
    """Draw as matplotlib comes, whatever the user's own settings are."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_STYLE)
        yield


class Sheet:
    """A sheet as large as what is drawn on it needs, and never flatter than 16 to 9.

    Args:
        title: may take several lines.
        source: the line below.
        maker: who made the file.
    """

    def __init__(self, title: str, source: str, maker: str) -> None:
        self.title, self.source, self.maker = title, source, maker
        self.width, self.height = _WIDTH, _WIDTH * _FLAT
        self._least = _WIDTH
        self.figure = Figure(dpi=_DOTS, facecolor="white")
        self._canvas = FigureCanvasAgg(self.figure)

    @property
    def left(self) -> float:
        """Where text begins."""
        return _MARGIN

    @property
    def right(self) -> float:
        """Where text ends."""
        return self.width - _MARGIN

    def text_width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return how wide a line of text is."""
        font = FontProperties(family="DejaVu Sans", size=size, weight="bold" if bold else "normal")
        width, _, _ = self._canvas.get_renderer().get_text_width_height_descent(text, font, ismath=False)
        return float(width) / _DOTS

    def widest(self, texts: Sequence[str], size: float, *, bold: bool = False) -> float:
        """Return how wide the widest of some texts is."""
        return max((self.text_width(text, size, bold=bold) for text in texts), default=0.0)

    def wrapped(self, text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
        """Return a text in lines that fit the room; a word alone may be wider."""

        def fits(line: str) -> bool:
            return self.text_width(line, size, bold=bold) <= room

        words = text.split()
        # Measuring is dear: begin where the first line has one word too many.
        most = bisect(range(1, len(words) + 1), False, key=lambda many: not fits(" ".join(words[:many])))
        for signs in range(len(" ".join(words[: most + 1])), 0, -1):
            lines = textwrap.wrap(text, signs, break_long_words=False, break_on_hyphens=False)
            if all(map(fits, lines)):
                return lines
        return words

    def fit(self, high: float, wide: float) -> None:
        """Take the smallest sheet on which a body of that height and width has room."""
        for self._least in _WIDTHS:
            self.width = self._least
            if wide <= self.right - self.left and high <= self.room():
                return

    def lay_out(self, body: float, *, width: float = 0, legend: float = 0.35) -> float:
        """Fix the size for a body of some height and width; write title and source.

        Returns:
            Where the body begins, from the lower edge, and it ends `body` above that.
        """
        self.width = max(self._least, width + 2 * _MARGIN)
        lines, foot = self._lines()
        head = 0.35 + _TITLE_LINE * len(lines) + legend
        below = 0.35 + LINE * len(foot)
        self.height = max(self.width * _FLAT, head + body + below)
        self.figure.set_size_inches(self.width, self.height)
        for place, line in enumerate(lines):
            y = self.height - 0.35 - _TITLE_LINE * place
            self.write(self.left, y, line, _TITLE, weight="bold", va="top")
        for place, line in enumerate(reversed(foot)):
            self.write(self.left, 0.25 + LINE * place, line, SMALL, color=PALE, va="bottom")
        self.legend_at = self.height - 0.35 - _TITLE_LINE * len(lines) - 0.14
        return self.height - head - body

    def room(self, legend: float = 0.35) -> float:
        """Return how high a body may be before the sheet must grow."""
        lines, foot = self._lines()
        return self.width * _FLAT - 0.35 - _TITLE_LINE * len(lines) - legend - 0.35 - LINE * len(foot)

    def _lines(self) -> tuple[list[str], list[str]]:
        """Return title and source in lines."""
        room = self.right - self.left
        return self.wrapped(self.title, _TITLE, room, bold=True), self.wrapped(self.source, SMALL, room)

    def write(self, x: float, y: float, text: str, size: float, **style: Any) -> None:
        """Write a line of text at a place in inches."""
        given = {"color": INK, "va": "center", "ha": "left", **style}
        self.figure.text(x / self.width, y / self.height, text, fontsize=size, **given)

    def axes(self, x: float, y: float, width: float, height: float) -> Axes:
        """Return bare axes at a place in inches, whose lowest row is 0."""
        place = (x / self.width, y / self.height, width / self.width, height / self.height)
        axes = self.figure.add_axes(place)
        axes.set_facecolor("white")
        for side in axes.spines.values():
            side.set_visible(False)
        axes.tick_params(length=0, labelsize=10.5, labelcolor=PALE, pad=4)
        axes.set_yticks([])
        return axes

    def years(self, axes: Axes, first: float, last: float, *, above: bool) -> None:
        """Draw an axis of years, with light rules."""
        span = last - first
        room = axes.get_position().width * self.width
        step = next(one for one in (1, 2, 5, 10, 20, 50) if span / one <= room / 0.55 or one == 50)
        ticks = [year for year in range(int(first) - 1, int(last) + 1) if year % step == 0 and year >= first]
        axes.set_xlim(first, last)
        axes.set_xticks(ticks, [str(year) for year in ticks])
        axes.grid(axis="x", color=RULE, linewidth=0.8)
        axes.set_axisbelow(True)
        axes.tick_params(axis="x", labelbottom=True, labeltop=above)

    def saved(self, ending: str) -> bytes:
        """Return the sheet as a file without any date."""
        out = io.BytesIO()
        names = _ABOUT[ending]
        about: dict[str, str | None] = dict.fromkeys(names["none"])
        about |= {names["maker"][0]: self.maker, "Title": self.title, names["told"][0]: self.source}
        dots = _DOTS * _WIDTH / self._least  # a small sheet has as many dots across as a large one
        try:
            self.figure.savefig(out, format=ending, metadata=about, dpi=dots, facecolor="white")
        except ValueError as problem:
            day = os.environ.get("SOURCE_DATE_EPOCH", "")
            if not day or day.isdigit():
                raise
            raise UsageError(f"SOURCE_DATE_EPOCH is a number of seconds, not {quote(day)}") from problem
        return out.getvalue()


def year_of(date: str) -> float:
    """Return a date, as precise as it is, as a number of years: `2014-07` is 2014.5."""
    year, month, day = (*date.split("-"), "1", "1")[:3]
    return int(year) + (int(month) - 1) / 12 + (int(day) - 1) / 366
