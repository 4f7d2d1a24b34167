"""Wheel, sdist, editable install and bare checkout answer alike, each from data of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tests.driver import ROOT, SMALL

QUESTION = ("therapies", "--cancer", "melanoma")
# What a checkout is made of; a developer's caches and environments stay behind.
TREE = ("immunocli", "data", "tools", "README.md", "CHANGELOG.md", "LICENSE", "pyproject.toml")
TOO_LONG = 300


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Return what a command writes, or fail with all that it said."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("IMMUNO_", "PYTHON", "PIP_", "COLUMNS", "FORCE_COLOR"))
    }
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env={**kept, **environment},
        capture_output=True,
        timeout=TOO_LONG,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout.decode()}\n{done.stderr.decode()}"
    return done.stdout.decode("utf-8")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this checkout, so that building leaves no trace in it, over the small data.

    An answer out of these is one from the copy, and an index is made in a moment. `.ci/run` builds the real one.
    """
    root = tmp_path_factory.mktemp("checkout")
    ignore = shutil.ignore_patterns("__pycache__", "index.bin")
    for name in TREE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, ignore=ignore)
        else:
            shutil.copy2(ROOT / name, root / name)
    for path in SMALL.glob("*.json"):
        shutil.copy2(path, root / "data")
    _, *lists = sorted((root / "data" / "wall").glob("*.txt"), key=lambda path: path.stat().st_size)
    for path in lists:
        path.unlink()
    return root


@pytest.fixture(scope="module")
def built(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The sdist, and the wheel that is made from it, as a release makes them."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, checkout, cwd=out)
    return {"wheel": next(out.glob("*.whl")), "sdist": next(out.glob("*.tar.gz"))}


def environment_in(place: Path) -> Path:
    """Return the interpreter of a new environment that sees our dependencies, behind its own packages."""
    venv.create(place, with_pip=False)
    python = place / "bin" / "python"
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=place).strip()
    ours = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    Path(site, "dependencies.pth").write_text("\n".join(sorted(ours)) + "\n", encoding="utf-8")
    return python


def install(python: Path, *what: str | Path) -> None:
    run(
        sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index",
        "--ignore-installed", "--no-build-isolation", *what, cwd=python.parent,
    )  # fmt: skip


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the index of the checkout is kept: it is one, whichever way the checkout is used."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def expected(checkout: Path, cache: Path) -> str:
    """The answer of the bare checkout."""
    answer = run(sys.executable, "-m", "immunocli", *QUESTION, cwd=checkout, XDG_CACHE_HOME=str(cache))
    assert answer.startswith("id\tname\t")
    assert "pembrolizumab" in answer and "ipilimumab" not in answer, "that is not the copy's data"
    return answer


def test_a_bare_checkout_finds_its_data(checkout: Path, cache: Path, expected: str) -> None:
    where = run(sys.executable, "-m", "immunocli", "data", "path", cwd=checkout, XDG_CACHE_HOME=str(cache))
    assert Path(where.strip()) == checkout / "data"


def test_an_installed_package_finds_its_data(built: dict[str, Path], expected: str, tmp_path: Path) -> None:
    """The wheel is the one made from the sdist, as pip would make it."""
    python = environment_in(tmp_path / "venv")
    install(python, built["wheel"])
    cache = tmp_path / "cache"
    immuno = python.parent / "immuno"
    surroundings = {"XDG_CACHE_HOME": str(cache)}
    assert run(immuno, *QUESTION, cwd=tmp_path, **surroundings) == expected
    assert run(python, "-m", "immunocli", *QUESTION, cwd=tmp_path, **surroundings) == expected
    where = Path(run(immuno, "data", "path", cwd=tmp_path, **surroundings).strip())
    assert where.is_relative_to(tmp_path / "venv")
    made = list(cache.rglob("*.index"))  # what a command imports may be kept there
    assert not made, "the wheel's own index was not believed: another was made in the cache"


def test_an_editable_install_finds_the_data_of_the_checkout(
    checkout: Path, cache: Path, expected: str, tmp_path: Path
) -> None:
    python = environment_in(tmp_path / "venv")
    install(python, "--editable", checkout)
    immuno = python.parent / "immuno"
    surroundings = {"XDG_CACHE_HOME": str(cache)}
    assert run(immuno, *QUESTION, cwd=tmp_path, **surroundings) == expected
    assert Path(run(immuno, "data", "path", cwd=tmp_path, **surroundings).strip()) == checkout / "data"
    assert not (checkout / "immunocli" / "index.bin").exists()


def test_the_wheel_carries_program_data_and_index_and_nothing_else(built: dict[str, Path]) -> None:
    names = zipfile.ZipFile(built["wheel"]).namelist()
    assert "immunocli/index.bin" in names
    assert "immunocli/py.typed" in names
    assert "immunocli/data/therapies.json" in names
    assert [name for name in names if name.startswith("immunocli/data/wall/")]
    assert "immunocli/data/schemas/therapies.schema.json" in names
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith((".dist-info", ".data"))} == {"immunocli"}
    assert not [name for name in names if name.endswith((".pyc", ".md"))]
    assert [name for name in names if name.endswith("licenses/LICENSE")]


def test_the_wheel_carries_scripts_and_man_page_as_the_program_tells_them(
    built: dict[str, Path], checkout: Path
) -> None:
    from immunocli.cli.completion_scripts import PLACES, SCRIPTS

    wheel = zipfile.ZipFile(built["wheel"])
    shared = {name.partition(".data/data/")[2]: name for name in wheel.namelist() if ".data/data/" in name}
    wanted = {place: SCRIPTS[shell] for shell, place in PLACES.items()}
    written = "import sys; from tools.make_man import manual; sys.stdout.buffer.write(manual().encode())"
    wanted["share/man/man1/immuno.1"] = run(sys.executable, "-c", written, cwd=checkout)
    assert '"2026-01-15"' in wanted["share/man/man1/immuno.1"], "that is not the day of the copy's data"
    assert {place: wheel.read(name).decode("utf-8") for place, name in shared.items()} == wanted


def test_the_sdist_carries_what_a_wheel_is_made_from(built: dict[str, Path]) -> None:
    with tarfile.open(built["sdist"]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {"pyproject.toml", "README.md", "LICENSE", "tools/build_index.py", "data/therapies.json"}
    wanted.add("tools/make_man.py")
    assert wanted <= names
    assert "immunocli/index.bin" not in names
    assert not [name for name in names if name.startswith("tests/")]


def test_the_versions_are_one(built: dict[str, Path], checkout: Path) -> None:
    from immunocli import __version__

    assert built["wheel"].name.startswith(f"immunocli-{__version__}-py3-none-any")
    assert f'version = "{__version__}"' in (checkout / "pyproject.toml").read_text(encoding="utf-8")
    assert f"## [{__version__}]" in (checkout / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13", "3.14"])
def test_other_pythons_answer_from_the_same_wheel(
    version: str, built: dict[str, Path], expected: str, tmp_path: Path
) -> None:
    """A plain lookup needs nothing but the standard library, and the index reads alike everywhere."""
    python = shutil.which(f"python{version}")
    if python is None:
        pytest.skip(f"no python{version} on PATH")
    started = subprocess.run([python, "-c", "pass"], capture_output=True, check=False, timeout=60)
    if started.returncode:
        pytest.skip(f"python{version} on PATH does not start")
    zipfile.ZipFile(built["wheel"]).extractall(tmp_path / "site")
    start = "from immunocli.cli import main; main()"
    cache = tmp_path / "cache"
    surroundings = {"PYTHONPATH": str(tmp_path / "site"), "XDG_CACHE_HOME": str(cache)}
    answer = run(python, "-c", start, *QUESTION, cwd=tmp_path, **surroundings)
    assert answer == expected
    assert not cache.exists()
