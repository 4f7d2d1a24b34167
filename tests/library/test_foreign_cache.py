"""What others could have written into the cache is never believed and holds nobody up."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from immunocli.store import compiling
from tests.driver import Immuno
from tests.library.caching import another, index_in, maker_of, renamed, sealed

DAMAGES = [
    b"", b"x", b"not an index", b"immuno-index-5 0 0\n", b"immuno-index-2 \n" * 9, bytes(5000),
    b"immuno-index-5 %020d %020d %b\n" % (74, 10, b"0" * 16) + b"\xff" * 10,
]  # fmt: skip


@pytest.mark.parametrize("seal", ["kept", "lost"])
def test_a_damaged_cache_is_made_anew(cache: Path, directory: Path, seal: str) -> None:
    known = maker_of(directory)
    kept = index_in(cache)
    whole = kept.read_bytes()
    for damaged in (*DAMAGES, whole[: len(whole) // 2], whole[:-1], whole + b"x"):
        if seal == "kept":
            sealed(cache, directory)
        else:
            for path in cache.glob("*.seal"):
                path.unlink()
        kept.write_bytes(damaged)
        assert maker_of(directory) == known, damaged[:20]
        assert kept.read_bytes() == whole, damaged[:20]


@pytest.mark.parametrize("mode", [0o666, 0o620, 0o602, 0o777])
def test_a_cache_that_others_may_write_is_not_believed(
    cache: Path, directory: Path, compiled: list[str], mode: int
) -> None:
    known = maker_of(directory)
    sealed(cache, directory)
    index_in(cache).chmod(mode)
    assert maker_of(directory) == known
    assert len(compiled) == 2
    assert index_in(cache).stat().st_mode & 0o022 == 0, "it is replaced, not written into"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
@pytest.mark.parametrize("what", ["*.index", "*.seal"])
def test_a_cache_of_another_is_not_believed(
    cache: Path, directory: Path, compiled: list[str], what: str
) -> None:
    known = maker_of(directory)
    sealed(cache, directory)
    (path,) = cache.glob(what)
    os.chown(path, 12345, -1)
    assert maker_of(directory) == known
    assert (len(compiled) == 2) == (what == "*.index")


def test_a_crafted_index_is_found_out(cache: Path, directory: Path) -> None:
    """It is whole, but made from other files: what they were is part of it."""
    known = maker_of(directory)
    other = Path(shutil.copytree(directory, directory.parent / "other"))
    renamed(other, known, another(known))
    index_in(cache).write_bytes(compiling.compile_directory(str(other)))
    assert maker_of(directory) == known


def test_an_index_that_does_not_say_what_it_was_made_from_is_not_believed(
    cache: Path, directory: Path
) -> None:
    from immunocli.store import indexfile, indexmaking

    known = maker_of(directory)
    path = index_in(cache)
    whole = path.read_bytes()
    held = indexfile.Index(lambda at, length: whole[at : at + length], len(whole))
    values = dict(held.under(""))
    values["therapy/pembrolizumab"] = values["therapy/pembrolizumab"] | {"makers": ["nobody"]}
    for meta in (
        {name: value for name, value in held.meta.items() if name != "inputs"},
        held.meta | {"inputs": None},
    ):
        path.write_bytes(indexmaking.build(meta, values))
        assert maker_of(directory) == known
    path.write_bytes(indexmaking.build(held.meta, values))
    assert maker_of(directory) == "nobody", (
        "a forged index was not read at all: the above would prove nothing"
    )


def test_escape_codes_of_an_index_never_reach_the_terminal(cache: Path, directory: Path) -> None:
    """Even from an index that is believed: whoever forged it also forged what it was made from."""
    from immunocli.store import indexfile, indexmaking

    over = Immuno(directory, cache.parent)
    maker_of(directory)
    sealed(cache, directory)
    path = index_in(cache)
    about = path.stat()
    held = indexfile.Index(lambda at, length: path.read_bytes()[at : at + length], about.st_size)
    values = dict(held.under(""))
    evil = "\x1b]0;owned\x07"
    values["therapy/pembrolizumab"] = values["therapy/pembrolizumab"] | {"makers": [evil], "mechanism": evil}
    path.write_bytes(indexmaking.build(held.meta, values))
    for form in ("text", "table", "json", "tsv", "md"):
        found = over("show", "keytruda", "--full", "--format", form)
        assert found.code == 0 and "\x1b" not in found.out + found.err, form
        assert "owned" in found.out, "the forged index was not read: this would prove nothing"


@pytest.mark.parametrize("what", ["fifo", "directory", "loop", "device"])
def test_a_cache_that_is_no_file_of_ours_holds_nobody_up(cache: Path, directory: Path, what: str) -> None:
    known = maker_of(directory)
    sealed(cache, directory)
    for path in (index_in(cache), next(cache.glob("*.seal"))):
        path.unlink()
        if what == "fifo":
            os.mkfifo(path)
        elif what == "directory":
            path.mkdir()
        elif what == "loop":
            path.symlink_to(path)
        else:
            path.symlink_to("/dev/zero")
    found = Immuno(directory, cache.parent).process("show", "keytruda", "--full")
    assert found.code == 0 and known in found.out, "in a process of its own: opening could wait for ever"


def test_a_link_in_the_cache_is_not_followed(cache: Path, directory: Path, compiled: list[str]) -> None:
    known = maker_of(directory)
    path = index_in(cache)
    path.rename(cache.parent / "elsewhere")
    path.symlink_to(cache.parent / "elsewhere")
    assert maker_of(directory) == known and len(compiled) == 2
    assert not path.is_symlink()
