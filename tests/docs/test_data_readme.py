"""The commented records in data/README.md are such as the schemas allow."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest

from immunocli.store.compiling import FILES
from tests.driver import ROOT

TEXT = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
RECORDS = dict(re.findall(r"^### (\w+)\.json\n\n```jsonc\n(.*?)```", TEXT, re.DOTALL | re.MULTILINE))


def test_every_file_has_a_commented_record() -> None:
    assert sorted(RECORDS) == sorted(FILES)


@pytest.mark.parametrize("name", FILES)
def test_the_record_fits_its_schema(name: str) -> None:
    record = json.loads(re.sub(r"\s+//.*", "", RECORDS[name]))
    schema = json.loads((ROOT / "data" / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(record if name == "edition" else [record], schema)


@pytest.mark.parametrize("name", FILES)
def test_the_record_has_comments(name: str) -> None:
    assert " //" in RECORDS[name]


def test_open_questions_are_told() -> None:
    questions = TEXT.partition("## Open questions")[2]
    assert len(re.findall(r"^- ", questions, re.MULTILINE)) >= 10
