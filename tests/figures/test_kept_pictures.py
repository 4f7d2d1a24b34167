"""Every line, sign and word of a picture stands where it stood: what a change does is seen before it is kept.

After a wanted change write them anew, and look at the pictures:
python -m pytest tests/figures/test_kept_pictures.py --golden
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.driver import Immuno
from tests.figures.drawing import drawn as picture
from tests.figures.test_pictures import REQUESTS

KEPT = Path(__file__).parent / "kept"
# Other versions measure letters otherwise.
VERSION = re.compile(r"\d+\.\d+")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
# What tells where something is drawn, and how.
WHERE, HOW = ("d", "x", "y", "width", "height", "transform"), ("style",)


def drawn(content: bytes) -> list[str]:
    """Return a line for each thing that is drawn; numbers are rounded, shapes of letters left out."""
    whole = ET.fromstring(content)
    letters = {one for part in whole.iter("{http://www.w3.org/2000/svg}defs") for one in part.iter()}
    found = []
    for one in whole.iter():
        name = one.tag.rpartition("}")[2]
        if name in ("path", "use", "text", "image", "rect") and one not in letters:
            about = [" ".join(one.attrib.get(key, "").split()) for key in (*WHERE, *HOW)]
            rounded = [
                NUMBER.sub(lambda number: f"{float(number[0]):.1f}", told) for told in about[: len(WHERE)]
            ]
            said = [*rounded, *about[len(WHERE) :], " ".join("".join(one.itertext()).split())]
            found.append(" | ".join([name, *filter(None, said)]))
    return found


@pytest.mark.parametrize("name", REQUESTS)
def test_a_picture_is_drawn_as_it_was(name: str, small: Immuno, request: pytest.FixtureRequest) -> None:
    matplotlib = pytest.importorskip("matplotlib")
    found = VERSION.match(matplotlib.__version__)
    assert found is not None
    now = [found[0], *drawn(picture(small, *REQUESTS[name]).content)]
    path = KEPT / f"{name}.txt"
    if request.config.getoption("--golden"):
        path.write_text("\n".join([*now, ""]), encoding="utf-8")
        return
    before = path.read_text(encoding="utf-8").splitlines()
    if before[0] != now[0]:
        pytest.skip(f"kept as matplotlib {before[0]} draws it")
    changed = [(old, new) for old, new in zip(before, now, strict=False) if old != new]
    assert len(before) == len(now) and not changed, changed[:10]
