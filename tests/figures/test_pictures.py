"""Pictures are whole, the same every time, and tell where they come from."""

from __future__ import annotations

import os
import struct
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.driver import Immuno
from tests.figures.drawing import drawn, picture

REQUESTS = {
    "timeline": ("timeline",),
    "lanes-of-one": ("timeline", "--cancer", "melanoma"),
    "matrix": ("matrix",),
    "targets": ("matrix", "--by", "target"),
    "compare": ("compare", "keytruda", "kymriah"),
    "therapies": ("matrix", "--by", "therapy"),
}
MAGIC = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}


@pytest.fixture(autouse=True)
def _matplotlib(request: pytest.FixtureRequest) -> None:
    if "without" not in request.node.name:
        pytest.importorskip("matplotlib")


# Each picture once, and each ending.
DRAWN = [(name, "svg") for name in REQUESTS] + [
    (name, form) for name in ("timeline", "compare") for form in ("png", "pdf")
]


@pytest.mark.parametrize(("name", "ending"), DRAWN)
def test_a_picture_is_the_same_every_time(small: Immuno, tmp_path: Path, name: str, ending: str) -> None:
    first = drawn(small, *REQUESTS[name], ending=ending).content
    assert first.startswith(MAGIC[ending])
    assert first == picture(small, tmp_path / f"two.{ending}", *REQUESTS[name])
    home = os.path.expanduser("~").encode()
    for told in (b"/home", home, bytes(tmp_path), b"<dc:date>", b"CreationDate"):
        assert told == b"/" or told not in first


@pytest.mark.parametrize("name", REQUESTS)
def test_a_picture_is_well_formed_and_tells_its_source(small: Immuno, name: str) -> None:
    svg = ET.fromstring(drawn(small, *REQUESTS[name]).content)
    told = "".join(svg.itertext())
    assert "edition 2026.01".casefold() in told.casefold()
    assert "2026-01-15" in told and "not medical advice" in told
    assert not [one for one in svg.iter() if one.tag.endswith(("}image", "}pattern"))]
    assert b"http://" not in ET.tostring(svg).replace(b"http://www.w3.org", b"").replace(
        b"http://purl.org", b""
    ).replace(b"http://creativecommons.org", b"")


# How many strokes, boxes and words each picture of the small data is made of.
STROKES = {
    "timeline": {"Line2D": 14, "Rectangle": 62, "LineCollection": 5, "Text": 24},
    "lanes-of-one": {"Line2D": 9, "Rectangle": 57, "LineCollection": 3, "Text": 16},
    "matrix": {"Rectangle": 31, "Text": 28},
    "targets": {"Rectangle": 37, "Text": 29},
    "compare": {"Line2D": 22, "Rectangle": 2, "Text": 20},
    "therapies": {"Rectangle": 44, "Text": 31},
}


@pytest.mark.parametrize("name", REQUESTS)
def test_nothing_is_missing_in_a_picture(small: Immuno, name: str) -> None:
    assert drawn(small, *REQUESTS[name]).strokes == STROKES[name]


def test_more_therapies_than_a_picture_has_room_for_are_refused(immuno: Immuno, tmp_path: Path) -> None:
    found = immuno("matrix", "--by", "therapy", "-o", str(tmp_path / "x.svg"))
    assert found.code == 2 and "narrow them by --cancer, --type or --target" in found.err
    assert not (tmp_path / "x.svg").exists()


def size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return int(width), int(height)


def test_a_slide_is_16_to_9_and_a_long_list_grows_in_height(
    small: Immuno, immuno: Immuno, tmp_path: Path
) -> None:
    width, height = size(drawn(small, "timeline", ending="png").content)
    assert abs(width / height - 16 / 9) < 0.01
    same, higher = size(picture(immuno, tmp_path / "long.png", "timeline"))
    assert same == width and higher > 2 * height


CROWDED = (
    ("timeline",),
    ("timeline", "--cancer", "lung"),
    ("matrix",),
    ("matrix", "--by", "subtype"),
    ("matrix", "--by", "therapy", "--target", "PD-1", "--target", "PD-L1"),
    ("matrix", "--by", "target", "--target", "PD-1", "--target", "PD-L1"),
    ("compare", "keytruda", "opdivo"),
    ("compare", "keytruda", "opdivo", "tecentriq", "imfinzi"),
    ("compare", "yescarta", "kymriah", "breyanzi", "tecartus"),
)


@pytest.mark.parametrize("request_", CROWDED, ids=" ".join)
def test_no_text_lies_on_another(immuno: Immuno, request_: tuple[str, ...]) -> None:
    found = drawn(immuno, *request_)
    assert found.texts
    for place, one in enumerate(found.texts):
        a = one.box
        assert a[0] >= 0 and a[2] <= found.dots + 1, one.told
        for other in found.texts[place + 1 :]:
            b = other.box
            across = min(a[2], b[2]) - max(a[0], b[0])
            over = min(a[3], b[3]) - max(a[1], b[1])
            assert across <= 1 or over <= 4, (one.told, other.told)


SLIDES = (
    ("timeline", "--therapy", "blincyto"),
    ("timeline", "--cancer", "melanoma"),
    ("matrix",),
    ("matrix", "--cancer", "melanoma"),
    ("compare", "kimmtrak", "amtagvi"),
)


@pytest.mark.parametrize("request_", SLIDES, ids=" ".join)
def test_letters_are_read_on_a_slide_and_across_a_printed_page(
    immuno: Immuno, request_: tuple[str, ...]
) -> None:
    """A page of Letter is 10.5 inches wide between its margins; only heads of two stacks are a little smaller."""
    found = drawn(immuno, *request_)
    assert abs(found.width / found.height - 16 / 9) < 0.01
    sizes = [text.size * min(1.0, 10.5 / found.width) for text in found.texts]
    assert min(sizes) >= (6.5 if request_ == ("matrix",) else 8)


@pytest.mark.parametrize(
    "request_",
    ["compare intron-a roferon-a", "matrix --cancer chordoma", "matrix --limit 0", "timeline --limit 0"],
)
def test_where_nothing_is_in_the_label_nothing_is_drawn(
    immuno: Immuno, tmp_path: Path, request_: str
) -> None:
    found = immuno(*request_.split(), "-o", str(tmp_path / "x.png"))
    assert found.code == 2 and "nothing to draw" in found.err, found
    assert not list(tmp_path.iterdir())


def test_what_has_no_picture_says_so(small: Immuno, tmp_path: Path) -> None:
    others = "only timeline, matrix and compare draw pictures"
    for request, told in (
        (("therapies",), others),
        (("show", "keytruda"), others),
        (("matrix", "-c", "cancer"), "no picture is drawn of this"),
    ):
        found = small(*request, "-o", str(tmp_path / "x.png"))
        assert found.code == 2 and found.err.count("\n") == 1, found
        assert told in found.err
    assert not list(tmp_path.iterdir())


def test_without_matplotlib_one_line_says_what_to_install(small: Immuno, tmp_path: Path) -> None:
    (tmp_path / "matplotlib.py").write_text("raise ImportError('none')")
    # A module of that name stands before the real one.
    import sys

    start = (
        f"import sys; sys.path[:0] = [{str(tmp_path)!r}, {str(Path(__file__).parents[2])!r}];"
        "from immunocli.cli import main; main()"
    )
    import subprocess

    done = subprocess.run(
        [sys.executable, "-P", "-c", start, "matrix", "-o", str(tmp_path / "x.png")],
        env=small.environment(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1 and b"pip install 'immunocli[figures]'" in done.stderr
    assert not (tmp_path / "x.png").exists()


def test_a_backend_that_there_is_not_changes_nothing(small: Immuno, tmp_path: Path) -> None:
    env = {"MPLBACKEND": "nonsense"}
    found = small.process("compare", "keytruda", "kymriah", "-o", str(tmp_path / "a.svg"), env=env)
    assert found.code == 0 and (tmp_path / "a.svg").exists(), found


def test_settings_that_cannot_be_read_are_told(small: Immuno, tmp_path: Path) -> None:
    (tmp_path / "matplotlibrc").write_bytes(b"font.size: \xff\xfe\n")
    env = {"MATPLOTLIBRC": str(tmp_path / "matplotlibrc")}
    found = small.process("matrix", "-o", str(tmp_path / "a.svg"), env=env)
    assert found.code == 2 and "matplotlibrc" in found.err and found.err.count("\n") == 1, found


def test_a_user_s_own_style_changes_nothing(small: Immuno, tmp_path: Path) -> None:
    plain = small("compare", "keytruda", "kymriah", "-o", str(tmp_path / "a.svg"))
    assert plain.code == 0, plain
    (tmp_path / "matplotlibrc").write_text("font.size: 30\naxes.facecolor: black\nsvg.fonttype: none\n")
    env = {"MATPLOTLIBRC": str(tmp_path / "matplotlibrc")}
    styled = small.process("compare", "keytruda", "kymriah", "-o", str(tmp_path / "b.svg"), env=env)
    assert styled.code == 0 and styled.err_bytes == plain.err_bytes
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


def test_the_widest_matrix_is_no_wider_than_a_sheet(immuno: Immuno, tmp_path: Path) -> None:
    """So its heads print as large as those of any other picture."""
    width, _ = size(picture(immuno, tmp_path / "m.png", "matrix", "--by", "target"))
    assert width <= 2000
