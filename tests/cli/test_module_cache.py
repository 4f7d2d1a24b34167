"""What a lookup imports comes from one file in the cache, and never from one that is not surely right."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from immunocli import module_cache
from immunocli.cli.fast import takes
from tests.driver import ROOT, SMALL, TOO_LONG

# The program as installed, then the names of modules that did not come by the road.
_RUN = """
import os, sys
from immunocli import cached
cached.settled = lambda identities: True
end = os._exit
def told(code):
    ours = [(name, module) for name, module in sys.modules.items() if name.startswith("immunocli.")]
    print("ordinary:", *[name for name, one in ours if "Road" not in type(one.__loader__).__name__], file=sys.stderr)
    sys.stderr.flush()
    end(code)
os._exit = told
from immunocli.__main__ import main
main()
"""
_FIRST = {"immunocli.cached", "immunocli.module_cache", "immunocli.__main__"}
_REQUEST = ("define", "crs", "--format", "json")


class Installed:
    """A copy of the program, with a cache of its own; of one that ran it has Python's own byte code too."""

    def __init__(self, place: Path, of: Path) -> None:
        self.place, self.cache = place, place / "cache"
        without = ("data",) if of != ROOT else ("__pycache__", "data")
        shutil.copytree(of / "immunocli", place / "immunocli", ignore=shutil.ignore_patterns(*without))
        shutil.copytree(of / "data" / "schemas", place / "data" / "schemas")

    def __call__(self, *words: str, code: int = 0, **env: str) -> tuple[str, set[str]]:
        """Return what the program answers, and which modules did not come by the road."""
        kept = {"PATH": os.environ["PATH"], "HOME": str(self.place), "XDG_CACHE_HOME": str(self.cache)}
        done = subprocess.run(
            [sys.executable, "-P", "-c", _RUN, *words],
            env={**kept, "PYTHONPATH": str(self.place), "IMMUNO_DATA": str(SMALL), **env},
            capture_output=True,
            timeout=TOO_LONG,
            text=True,
        )
        assert done.returncode == code, done.stderr
        return done.stdout, set(done.stderr.split("ordinary:")[1].split())

    @property
    def roads(self) -> list[Path]:
        """The files that modules come from."""
        return sorted((self.cache / "immunocli").glob("*.road"))


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    found = Installed(tmp_path_factory.mktemp("used"), ROOT)
    found(*_REQUEST)
    found(*_REQUEST, IMMUNO_DEBUG="1")
    return found


@pytest.fixture
def installed(tmp_path: Path, used: Installed) -> Installed:
    return Installed(tmp_path, used.place)


def test_the_second_time_everything_comes_by_the_road(installed: Installed) -> None:
    first, ordinary = installed(*_REQUEST)
    assert len(ordinary) > 30
    assert len(installed.roads) == 1
    again, ordinary = installed(*_REQUEST)
    assert again == first and '"id": "cytokine-release-syndrome"' in first
    assert ordinary == _FIRST


def test_what_each_request_needs_is_made_at_once(installed: Installed) -> None:
    """From the third time on; what another request brings along is none of it."""
    first, _ = installed(*_REQUEST)
    (path,) = installed.roads
    assert module_cache.read(str(path))[1:3] == ([], False)
    assert installed(*_REQUEST)[0] == first
    kept, order, learned, _ = module_cache.read(str(path))
    assert learned and set(order) < set(kept)
    assert "immunocli.store.compiling" in set(kept) - set(order)  # the index was made only once
    assert order.index("immunocli.records.fields") < order.index("immunocli.records.term")
    assert installed(*_REQUEST) == (first, _FIRST)
    text = installed("define", "crs", "--format", "text")[0]
    assert not module_cache.read(str(path))[2]
    assert installed("define", "crs", "--format", "text")[0] == text and text.startswith("CYTOKINE")
    kept, order, learned, _ = module_cache.read(str(path))
    assert learned and "immunocli.render.as_text" in kept
    assert not {"immunocli.render.as_text", "immunocli.render.as_json"} & {*order}
    assert installed(*_REQUEST) == (first, _FIRST)


def test_what_brings_more_than_itself_is_made_when_it_is_asked_for(installed: Installed) -> None:
    request = ("resolve", "nivolumabb", "--format", "json")
    first, _ = installed(*request)
    assert installed(*request)[0] == first and '"nivolumab"' in first
    (path,) = installed.roads
    kept, order, learned, _ = module_cache.read(str(path))
    assert learned and "immunocli.names.spelling" in kept and "immunocli.names.spelling" not in order


def test_what_cannot_be_made_at_once_is_left_to_whoever_imports_it(installed: Installed) -> None:
    first = [installed(*_REQUEST)[0] for _ in range(3)][-1]
    room = installed.place / "immunocli"
    changed = room / "records" / "values.py"
    text = changed.read_text()
    changed.write_text(text + "\nraise OSError('not today')\n")
    assert installed(*_REQUEST, code=2)[0] == ""
    changed.write_text(text + "\n")
    assert installed(*_REQUEST)[0] == first


def test_a_module_that_changed_is_imported_as_it_is_now(installed: Installed) -> None:
    """Even where its size and its time are as they were."""
    first, _ = installed(*_REQUEST)
    assert installed(*_REQUEST)[1] == _FIRST
    changed = installed.place / "immunocli" / "render" / "as_json.py"
    before, text = changed.stat(), changed.read_text()
    assert '"results"' in text
    changed.write_text(text.replace('"results"', '"Results"'))
    os.utime(changed, ns=(before.st_atime_ns, before.st_mtime_ns))
    for stale in (changed.parent / "__pycache__").glob("as_json.*"):
        stale.unlink()  # Python's own would be believed by size and time
    again, ordinary = installed(*_REQUEST)
    assert again == first.replace('"results"', '"Results"')
    assert ordinary == {*_FIRST, "immunocli.render.as_json"}
    assert installed(*_REQUEST)[1] == _FIRST


def test_only_what_each_request_needs_is_unpacked(installed: Installed) -> None:
    for _ in range(3):
        installed(*_REQUEST)
    kept, order, *_ = module_cache.read(str(installed.roads[0]))
    assert order
    for name, (_, _, code) in kept.items():
        assert isinstance(code, bytes) == (name not in order), name


def test_who_looks_for_a_fault_is_told_the_lines(installed: Installed) -> None:
    """What comes by the road does not know them."""
    for _ in range(3):
        installed(*_REQUEST)
    kept, order, *_ = module_cache.read(str(installed.roads[0]))
    code = kept[order[-1]][2]
    assert not isinstance(code, bytes) and not code.co_linetable
    assert len(installed(*_REQUEST, IMMUNO_DEBUG="1")[1]) > 30
    assert installed(*_REQUEST)[1] == _FIRST


def test_what_a_command_takes_comes_by_the_road(installed: Installed) -> None:
    for _ in range(3):
        installed(*_REQUEST)
    kept, order, _, taken = module_cache.read(str(installed.roads[0]))
    assert taken == takes("define")
    assert "immunocli.cli.declared_commands" in set(kept) - set(order), "a lookup declares nothing"


def test_a_declaration_that_changed_is_read_as_it_is_now(installed: Installed) -> None:
    for _ in range(3):
        first, _ = installed(*_REQUEST)
    changed = installed.place / "immunocli" / "cli" / "parameters.py"
    text = changed.read_text()
    assert '"--format", "-f",' in text
    changed.write_text(text.replace('"--format", "-f",', '"--form", "-f",'))
    for _ in range(3):
        assert installed("define", "crs", "--form", "json")[0] == first
        assert installed(*_REQUEST, code=2)[0] == ""


def test_a_module_that_went_is_missed(installed: Installed) -> None:
    installed(*_REQUEST)
    room = installed.place / "immunocli" / "queries"
    (room / "defining.py").unlink()
    for stale in (room / "__pycache__").glob("defining.*"):
        stale.unlink()
    assert installed(*_REQUEST, code=70)[0] == ""


@pytest.mark.parametrize("place", [0, 20, 40, 5000, -1])
def test_a_damaged_road_is_not_taken(installed: Installed, place: int) -> None:
    first, _ = installed(*_REQUEST)
    (laid,) = installed.roads
    content = bytearray(laid.read_bytes())
    content[place] ^= 1
    laid.write_bytes(content)
    again, ordinary = installed(*_REQUEST)
    assert again == first and len(ordinary) > 30
    assert installed(*_REQUEST)[1] == _FIRST


def test_a_road_that_others_could_have_laid_is_not_taken(installed: Installed) -> None:
    first, _ = installed(*_REQUEST)
    (laid,) = installed.roads
    laid.chmod(0o666)
    again, ordinary = installed(*_REQUEST)
    assert again == first and len(ordinary) > 30


def test_a_road_is_ours_alone_and_of_one_command(installed: Installed) -> None:
    installed(*_REQUEST)
    (laid,) = installed.roads
    assert laid.stat().st_mode & 0o777 == 0o600
    installed("terms", "--format", "json")
    assert len(installed.roads) == 2


@pytest.mark.parametrize(
    ("words", "env"),
    [
        (("nivolumab", "--format", "json"), {}),
        (("terms", "--format", "table"), {}),
        (_REQUEST, {"PYTHONDONTWRITEBYTECODE": "1"}),
        (_REQUEST, {"XDG_CACHE_HOME": "/dev/null/nowhere"}),
    ],
    ids=["not a command", "a table", "no byte code wanted", "no place for it"],
)
def test_where_a_road_would_not_help_none_is_laid(
    installed: Installed, words: tuple[str, ...], env: dict[str, str]
) -> None:
    installed(*words, **env)
    assert installed.roads == []


def test_the_library_takes_no_road(installed: Installed) -> None:
    installed(*_REQUEST)
    script = (
        "import sys, immunocli; immunocli.Catalogue; print([type(one).__name__ for one in sys.meta_path])"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", script],
        env={"PYTHONPATH": str(installed.place), "XDG_CACHE_HOME": str(installed.cache)},
        capture_output=True,
        timeout=TOO_LONG,
        text=True,
        check=True,
    )
    assert "Road" not in done.stdout
