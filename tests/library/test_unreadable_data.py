"""Data that cannot be read are told in a line, and nothing is guessed in their place."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from immunocli import Catalogue, InvalidData
from tests.driver import Immuno
from tests.library.caching import index_in, maker_of


def test_without_json_there_is_no_second_source(cache: Path, directory: Path) -> None:
    """A damaged index and data that are gone: exit 5, no guess."""
    over = Immuno(directory, cache.parent)
    maker_of(directory)
    index_in(cache).write_bytes(b"x" * 4000)
    (directory / "therapies.json").unlink()
    found = over("therapies")
    assert (found.code, found.out) == (5, "")


@pytest.mark.parametrize("directory", ["/no/such/place", "", "\0", "x" * 5000])
def test_no_directory_is_told_in_a_line(directory: str) -> None:
    with pytest.raises(InvalidData, match="no data directory") as caught:
        Catalogue(directory)
    assert "\n" not in caught.value.message


def test_broken_json_names_the_file_and_the_line(cache: Path, directory: Path) -> None:
    path = directory / "faq.json"
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[4] += "{"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(InvalidData, match=r"faq.json: line [456]:"):
        Catalogue(str(directory))


def test_a_wrong_shape_names_file_record_and_field(cache: Path, directory: Path) -> None:
    path = directory / "therapies.json"
    value = json.loads(path.read_text(encoding="utf-8"))
    value[0]["targets"] = "pd-1"
    path.write_text(json.dumps(value), encoding="utf-8")
    with pytest.raises(InvalidData, match=rf"therapies.json: record 1 \({value[0]['id']}\): targets"):
        Catalogue(str(directory))


def test_lists_of_the_wall_that_are_missing_are_told(cache: Path, directory: Path) -> None:
    """Without them what is not ours would be taken for a name of ours with a slip."""
    edition = json.loads((directory / "edition.json").read_text(encoding="utf-8"))
    (directory / "edition.json").write_text(json.dumps({**edition, "wall": 3}), encoding="utf-8")
    over = Immuno(directory, cache.parent)
    (directory / "wall").mkdir()
    (directory / "wall" / "drug-a.txt").write_text("alpha\nbeta\n", encoding="utf-8")
    for wrong in (2, 0):
        for asked in (("data", "validate"), ("resolve", "keytruda")):
            found = over(*asked)
            assert (found.code, found.out) == (5, "")
            assert f"wall: {wrong} names, and edition.json says 3" in found.err
        (directory / "wall" / "drug-a.txt").unlink(missing_ok=True)
    (directory / "wall" / "drug-a.txt").write_text("alpha\nbeta\ngamma\n", encoding="utf-8")
    assert over("data", "validate").code == over("resolve", "keytruda").code == 0
    assert "wall" not in Catalogue(str(directory)).edition


@pytest.mark.parametrize("name", ["therapies.json", "edition.json"])
def test_a_pipe_in_place_of_a_file_is_refused_and_not_waited_for(
    cache: Path, directory: Path, name: str
) -> None:
    over = Immuno(directory, cache.parent)
    assert over("show", "keytruda").code == 0  # an index is there, made of what lay there before
    (directory / name).unlink()
    os.mkfifo(directory / name)
    found = over("show", "keytruda")
    assert (found.code, found.out) == (5, "") and "not a regular file" in found.err
