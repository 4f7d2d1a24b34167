"""A piped lookup imports nothing that it does not need."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache

import pytest

from tests.driver import ROOT, Immuno

# Each costs a good part of an interpreter start, or more.
DEAR = (
    "typer", "click", "rich", "rapidfuzz", "fastjsonschema", "re", "json", "typing", "pathlib",
    "dataclasses", "enum", "inspect", "argparse", "sqlite3", "importlib.metadata", "importlib.resources",
    "collections", "functools", "contextlib", "subprocess", "tempfile", "csv", "random", "shutil",
    "unicodedata", "textwrap", "logging", "datetime",
)  # fmt: skip
# Of the standard library, what a lookup has beyond `python -c pass`.
ALLOWED = {
    # zlib: a thirtieth of an interpreter start; the index is a third smaller for it.
    "__future__", "zlib", "importlib", "importlib._bootstrap", "importlib._bootstrap_external", "warnings",
}  # fmt: skip
# So many modules of ours a lookup may import: each costs as much as a hundredth of an interpreter start.
MOST = {
    "therapies --cancer melanoma": 51,
    "indications --cancer lung": 51,
    "show keytruda": 68,
    "define checkpoint-inhibitor": 53,
    "faq side effects": 59,
    "changes": 55,
}
FORMATS = ("tsv", "text", "json")
# Rooms that a piped lookup never enters.
CLOSED = (
    "cli.typer_app", "cli.terminals", "cli.atomic_files", "cli.completion_answer", "render.as_table", "tables",
    "store.compiling", "store.deriving", "store.rules", "names.spelling", "records.output_schemas", "mcp", "figures",
    "validating",
    "errors",  # no kind of error is made before there is one
)  # fmt: skip
_LOOKUP = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from immunocli.cli import run
code = run(sys.argv[1:])
names = sorted(sys.modules)
import json, os
os.write(2, json.dumps(names if code == 0 else code).encode())
"""


@cache
def bare() -> set[str]:
    """Return what an interpreter imports for nothing at all; `json` is only the messenger here."""
    names = (
        "import sys; names = sorted(sys.modules); import json, os; os.write(2, json.dumps(names).encode())"
    )
    done = subprocess.run([sys.executable, "-I", "-c", names], capture_output=True, timeout=60, check=True)
    return set(json.loads(done.stderr))


def imported(small: Immuno, request: str, form: str) -> set[str]:
    """Return what a lookup imports, without the modules that `site` brings in."""
    small.ready()
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", _LOOKUP, *request.split(), "--format", form],
        capture_output=True,
        env=small.environment(),
        timeout=60,
        check=True,
    )
    told = done.stderr.decode()
    found = json.loads(told[told.index("[") :])
    assert isinstance(found, list), told
    return set(found)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("request_", MOST)
def test_a_piped_lookup_imports_only_what_it_needs(small: Immuno, request_: str, form: str) -> None:
    found = imported(small, request_, form)
    ours = {name for name in found if name.startswith("immunocli")}
    assert not found & set(DEAR), f"import these where they are needed: {sorted(found & set(DEAR))}"
    further = {name for name in found - ours - bare() if not name.startswith("_")}
    assert further <= ALLOWED, sorted(further - ALLOWED)
    closed = {name for name in ours if name.removeprefix("immunocli.").startswith(CLOSED)}
    assert not closed, f"no piped lookup needs these: {sorted(closed)}"
    if form != "text":
        pages = {name for name in ours if name.startswith("immunocli.pages")}
        assert pages <= {"immunocli.pages", "immunocli.pages.labels"}, (
            f"only people read pages: {sorted(pages)}"
        )
    assert len(ours) <= MOST[request_], sorted(ours)


@pytest.mark.parametrize(
    "request_", ["resolve keytruda", "types", "targets", "terms", "search brake", "timeline"]
)
def test_no_piped_lookup_imports_typer_or_rich(small: Immuno, request_: str) -> None:
    for form in ("tsv", "json", "text"):
        assert not {"typer", "rich", "rapidfuzz"} & imported(small, request_, form)


def test_a_table_imports_rich_but_not_typer(small: Immuno) -> None:
    done = small.process("therapies", "--format", "table", env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert "rich.table" in done.err and "typer" not in done.err
