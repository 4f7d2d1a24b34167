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
    "__future__", "importlib", "importlib._bootstrap", "importlib._bootstrap_external", "warnings", "zlib",
}  # fmt: skip
EVERY = set(
    """
    immunocli immunocli.render.answers immunocli.catalogue immunocli.cli immunocli.cli._interface
    immunocli.cli.commands immunocli.cli.fast immunocli.cli.emit immunocli.cli.streams immunocli.store.typed
    immunocli.errors immunocli.store.indexfile immunocli.names.forms immunocli.store.places immunocli.queries
    immunocli.records immunocli.render immunocli.text
    """.split()
)
OF_COMMAND = {
    "therapies --cancer melanoma": {
        "immunocli.cli.commands.therapies", "immunocli.cli.noting", "immunocli.dates",
        "immunocli.names.find", "immunocli.queries.selection", "immunocli.queries.therapies",
        "immunocli.standing",
    },
    "show keytruda": {
        "immunocli.cli.commands.show", "immunocli.dates", "immunocli.names.find",
        "immunocli.queries.pages", "immunocli.queries.therapies", "immunocli.standing",
    },
    "define checkpoint-inhibitor": {
        "immunocli.cli.commands.define", "immunocli.dates", "immunocli.names.find",
        "immunocli.queries.pages",
    },
    "faq side effects": {
        "immunocli.cli.commands.faq", "immunocli.dates", "immunocli.words.questions", "immunocli.words.stems",
    },
}  # fmt: skip
# Text for people is made of pages.
_KNOWLEDGE = {"immunocli.pages.knowledge", "immunocli.pages.vocabularies"}
OF_PAGE = {
    "show keytruda": {"immunocli.pages.therapies", "immunocli.pages.vocabularies"},
    "define checkpoint-inhibitor": _KNOWLEDGE,
    "faq side effects": _KNOWLEDGE,
}
OF_FORMAT = {
    "tsv": {"immunocli.render.as_tsv", "immunocli.render.cells"},
    "text": {"immunocli.render.as_text", "immunocli.render.cells", "immunocli.pages.blocks"},
    "json": {"immunocli.render.as_json"},
}
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
    small("types", "--count")  # the index lies ready, as after an installation
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


@pytest.mark.parametrize("form", OF_FORMAT)
@pytest.mark.parametrize("request_", OF_COMMAND)
def test_a_lookup_imports_just_these(small: Immuno, request_: str, form: str) -> None:
    found = imported(small, request_, form)
    ours = {name for name in found if name.startswith("immunocli")}
    allowed = EVERY | OF_COMMAND[request_] | OF_FORMAT[form]
    if form == "text" and request_ in OF_PAGE:
        allowed |= OF_PAGE[request_] | {"immunocli.pages"}
    assert ours <= allowed, f"no longer needed by a plain lookup, import it later: {ours - allowed}"
    assert ours >= EVERY | OF_FORMAT[form], "these are not imported any more: shorten the list here"
    assert not found & set(DEAR)
    assert {name for name in found - ours - bare() if not name.startswith("_")} <= ALLOWED


@pytest.mark.parametrize("request_", [*OF_COMMAND, "resolve keytruda", "types", "targets", "terms"])
def test_no_piped_lookup_imports_typer_or_rich(small: Immuno, request_: str) -> None:
    for form in ("tsv", "csv", "json", "jsonl", "md", "text"):
        assert not {"typer", "rich", "rapidfuzz"} & imported(small, request_, form)


def test_a_table_imports_rich_but_not_typer(small: Immuno) -> None:
    done = small.process("therapies", "--format", "table", env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert "rich.table" in done.err and "typer" not in done.err
