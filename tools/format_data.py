"""Writes every data file in its one canonical form.

Run it after any edit: python tools/format_data.py [--check]
Records are sorted by id, their fields stand in the order of the schema, lists of plain words are
sorted where order says nothing, the indent is two spaces, the text UTF-8 with a final newline.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from immunocli.names.forms import normalize

DATA = Path(__file__).resolve().parent.parent / "data"
# Lists in which the order says nothing.
UNORDERED = {
    "aliases", "atc", "beside", "biomarkers", "by", "cancers", "contains", "excludes", "has", "icd10", "icdo", "lacks",
    "lay", "makers", "mesh", "names", "ncit", "oncotree", "part_of", "see", "see_also", "signs", "sources",
    "targets", "tcga", "terms", "therapies", "types",
}  # fmt: skip


def canonical(value: Any, schema: dict[str, Any], field: str = "") -> Any:
    """Return `value` with fields in the schema's order and unordered lists sorted."""
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        keys = [key for key in properties if key in value]
        keys += sorted(key for key in value if key not in properties)
        return {key: canonical(value[key], properties.get(key, {}), key) for key in keys}
    if isinstance(value, list):
        items = [canonical(item, schema.get("items", {})) for item in value]
        if all(isinstance(item, dict) for item in items):
            return sorted(items, key=_place)
        return sorted(items, key=lambda item: (item.casefold(), item)) if field in UNORDERED else items
    return value


def _place(record: dict[str, Any]) -> tuple[str, ...]:
    keys = ("approved", "id", "name", "cancer", "source")
    return tuple(str(record.get(key, "")).casefold() for key in keys)


def text_of(name: str) -> str:
    """Return the canonical text of the data file of that name."""
    schema = json.loads((DATA / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    value = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return json.dumps(canonical(value, schema), indent=2, ensure_ascii=False) + "\n"


def counted(text: str) -> str:
    """Return the text of edition.json with the number of names that the wall has by now."""
    edition = json.loads(text)
    lists = [list_of(path).split("\n")[:-1] for path in sorted((DATA / "wall").glob("*.txt"))]
    edition["wall"] = sum(bool(normalize(line)) for lines in lists for line in lines)
    return json.dumps(edition, indent=2) + "\n"


def list_of(path: Path) -> str:
    """Return the canonical text of a list of strangers: lines sorted, each once."""
    lines = {line.strip() for line in path.read_text(encoding="utf-8").split("\n")}
    return "".join(f"{line}\n" for line in sorted(lines - {""}))


def main() -> int:
    """Format the files, or with --check only say which are not canonical."""
    wrong = []
    for path in (*sorted(DATA.glob("*.json")), *sorted((DATA / "wall").glob("*.txt"))):
        text = text_of(path.stem) if path.suffix == ".json" else list_of(path)
        text = counted(text) if path.name == "edition.json" else text
        if path.read_text(encoding="utf-8") != text:
            wrong.append(path.name)
            if "--check" not in sys.argv[1:]:
                path.write_text(text, encoding="utf-8")
    if wrong:
        print("not canonical:" if "--check" in sys.argv[1:] else "formatted:", ", ".join(wrong))
    return int(bool(wrong) and "--check" in sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
