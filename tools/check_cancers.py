"""Checks data/cancers.json against the ontologies it stands on; changes nothing.

Run it with the files at hand, each in any release:

    python tools/check_cancers.py [--data DIR] FILE...

A file is told by what it holds: an OncoTree tree (JSON), an ontology as OBO or as OBO graphs JSON
(Disease Ontology, Mondo, NCI Thesaurus; .gz too), Mondo mappings (SSSOM, .tsv), or ICD-10-CM as text
(a code, blanks, its title) or as the tabular XML. What no file is given for is not checked.
Each finding is one line: what, where, which. The exit code is 1 when there is any.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "data"
_PREFIXES = {"NCIT": "ncit", "NCI": "ncit", "DOID": "doid", "MONDO": "mondo"}
_CATEGORY = re.compile(r"(C[0-9][0-9A-Z]|D[0-4][0-9]|D3A)$")
_CODE = re.compile(r"[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$")


@dataclass
class Ontologies:
    """What the given files say."""

    names: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    labels: dict[tuple[str, str], str] = field(default_factory=dict)
    above: dict[tuple[str, str], set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    oncotree: dict[str, str] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    icd10: dict[str, str] = field(default_factory=dict)

    def holds(self, system: str) -> bool:
        """Return whether a file of that system was given."""
        if system == "oncotree":
            return bool(self.oncotree)
        return any(key[0] == system for key in self.labels)


def plain(name: str) -> str:
    """Return the letters and digits of a name, in one case and without accents."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def concept(identifier: str) -> tuple[str, str] | None:
    """Return system and code of an ontology identifier or address, or None when it is of none of ours."""
    match = re.search(r"(NCIT|NCI|DOID|MONDO)[_:](C?\d+)$", identifier)
    if not match:
        return None
    system = _PREFIXES[match[1]]
    return system, match[2] if system == "ncit" else f"{match[1]}:{match[2]}"


def read(path: Path, into: Ontologies) -> None:
    """Add what a file says; ValueError when it is none of the forms that are known."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8", "replace")
    start = text.lstrip()[:2000]
    if start.startswith("{"):
        value = json.loads(text)
        if "graphs" in value:
            for graph in value["graphs"]:
                _graph(graph, into)
        elif "TISSUE" in value:
            _oncotree(value["TISSUE"], None, into)
        else:
            raise ValueError("JSON that is neither an OncoTree tree nor OBO graphs")
    elif "[Term]" in text:
        _obo(text, into)
    elif "subject_id" in start or start.startswith("#curie") or start.startswith("# curie"):
        _sssom(text, into)
    elif start.startswith("<"):
        for code, title in re.findall(r"<name>([^<]+)</name>\s*<desc>([^<]+)</desc>", text):
            _icd10(code, title, into)
    else:
        for line in text.splitlines():
            code, _, title = line.strip().partition(" ")
            _icd10(code, title.strip(), into)
        if not into.icd10:
            raise ValueError("no form that is known here")


def _graph(graph: dict[str, Any], into: Ontologies) -> None:
    for node in graph.get("nodes", []):
        key = concept(node["id"])
        meta = node.get("meta", {})
        if key and not meta.get("deprecated"):
            synonyms = [s["val"] for s in meta.get("synonyms", []) if s["pred"] == "hasExactSynonym"]
            _term(key, node.get("lbl") or "", synonyms, into)
    for edge in graph.get("edges", []):
        low, high = concept(edge["sub"]), concept(edge["obj"])
        if edge["pred"] == "is_a" and low and high:
            into.above[low].add(high)


def _obo(text: str, into: Ontologies) -> None:
    for block in text.split("[Term]")[1:]:
        block = block.split("\n[", 1)[0]
        if "\nis_obsolete: true" in block:
            continue
        match = re.search(r"^id: (\S+)", block, re.M)
        key = concept(match[1]) if match else None
        if not key:
            continue
        label = re.search(r"^name: (.+)$", block, re.M)
        _term(
            key,
            label[1] if label else "",
            re.findall(r'^synonym: "((?:[^"\\]|\\.)*)" EXACT', block, re.M),
            into,
        )
        for parent in re.findall(r"^is_a: (\S+)", block, re.M):
            high = concept(parent)
            if high:
                into.above[key].add(high)


def _sssom(text: str, into: Ontologies) -> None:
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    head = lines[0]
    for line in lines[1:]:
        row = dict(zip(head, line, strict=False))
        for end in ("subject", "object"):
            key = concept(row.get(f"{end}_id", ""))
            if key and row.get(f"{end}_label"):
                _term(key, row[f"{end}_label"], [], into)


def _term(key: tuple[str, str], label: str, synonyms: Iterable[str], into: Ontologies) -> None:
    into.labels.setdefault(key, label)
    into.names[key] |= {plain(name) for name in (label, *synonyms)}


def _oncotree(node: dict[str, Any], parent: str | None, into: Ontologies) -> None:
    into.oncotree[node["code"]] = node["name"]
    if parent:
        into.parents[node["code"]] = parent
    for child in node["children"].values():
        _oncotree(child, node["code"], into)


def _icd10(code: str, title: str, into: Ontologies) -> None:
    if len(code) > 3 and "." not in code:
        code = f"{code[:3]}.{code[3:]}"
    if _CODE.match(code):
        into.icd10[code] = title


def findings(cancers: list[dict[str, Any]], others: list[dict[str, Any]], known: Ontologies) -> Iterator[str]:
    """Yield every finding as one line."""
    nodes = {record["id"]: record for record in cancers}
    yield from _tree(nodes)
    yield from _concepts(nodes, known)
    yield from _names(nodes, known)
    yield from _codes(cancers, others, known)
    yield from _parents(nodes, known)


def _tree(nodes: dict[str, dict[str, Any]]) -> Iterator[str]:
    for name, record in nodes.items():
        for parent in record["part_of"]:
            if parent not in nodes:
                yield f"tree: {name}: no node {parent}"
        if name in above(name, nodes):
            yield f"tree: {name} is below itself"


def above(name: str, nodes: dict[str, dict[str, Any]]) -> set[str]:
    """Return the ids of all nodes above a node."""
    seen: set[str] = set()
    waiting = list(nodes[name]["part_of"])
    while waiting:
        parent = waiting.pop()
        if parent in nodes and parent not in seen:
            seen.add(parent)
            waiting += nodes[parent]["part_of"]
    return seen


def _concepts(nodes: dict[str, dict[str, Any]], known: Ontologies) -> Iterator[str]:
    taken: dict[tuple[str, str], str] = {}
    for name, record in nodes.items():
        named = {system: code for system, code in record["concept"].items() if code}
        if not named and not record["has"] and not record["lacks"]:
            yield f"concept: {name} names none"
        for system, code in named.items():
            other = taken.setdefault((system, code), name)
            if other != name:
                yield f"concept: {system} {code} is {other} and {name}"
            exists = code in known.oncotree if system == "oncotree" else (system, code) in known.labels
            if known.holds(system) and not exists:
                yield f"concept: {name}: {system} has no {code}"


def _own_names(record: dict[str, Any], known: Ontologies) -> set[str]:
    keys = [(system, code) for system, code in record["concept"].items() if code]
    keys += [("ncit", code) for code in record["codes"]["ncit"]]
    own = {name for key in keys for name in known.names.get(key, ())}
    own |= {plain(known.oncotree.get(code, "")) for code in record["codes"]["oncotree"]}
    return own | {plain(known.icd10.get(code, "")) for code in record["codes"]["icd10"]}


def _names(nodes: dict[str, dict[str, Any]], known: Ontologies) -> Iterator[str]:
    owners: dict[str, str] = {}
    for name, record in nodes.items():
        own = _own_names(record, known)
        for alias in [{"name": record["name"], "kind": "name"}, *record["aliases"]]:
            key = plain(alias["name"])
            other = owners.setdefault(key, name)
            if other != name:
                yield f"name: {alias['name']!r} leads to {other} and {name}"
            if known.labels and alias["kind"] == "synonym" and key not in own:
                yield f"name: {name}: {alias['name']!r} is no exact synonym of its concept"


def _codes(cancers: list[dict[str, Any]], others: list[dict[str, Any]], known: Ontologies) -> Iterator[str]:
    place: dict[tuple[str, str], str] = {}
    for record in [*cancers, *others]:
        for system, codes in record.get("codes", {}).items():
            for code in codes:
                other = place.setdefault((system, code), record["id"])
                if other != record["id"]:
                    yield f"code: {system} {code} stands at {other} and {record['id']}"
    for system, codes in (("oncotree", known.oncotree), ("icd10", known.icd10)):
        given = {code for kind, code in place if kind == system}
        if codes:
            for code in sorted(given - set(codes)):
                yield f"code: {system} has no {code} ({place[system, code]})"
    for code, title in sorted(known.oncotree.items()):
        if ("oncotree", code) not in place:
            yield f"code: oncotree {code} ({title}) stands nowhere"
    for code, title in sorted(known.icd10.items()):
        if _CATEGORY.match(code) and ("icd10", code) not in place:
            yield f"code: icd10 {code} ({title}) stands nowhere"


def _parents(nodes: dict[str, dict[str, Any]], known: Ontologies) -> Iterator[str]:
    for system in ("ncit", "doid", "mondo"):
        node_of = {
            record["concept"][system]: name for name, record in nodes.items() if record["concept"][system]
        }
        for code, name in sorted(node_of.items()):
            ours, waiting, seen = above(name, nodes), [(system, code)], set()
            theirs: set[str] = set()
            while waiting:
                key = waiting.pop()
                for high in known.above.get(key, ()):
                    if high not in seen:
                        seen.add(high)
                        waiting.append(high)
                        if high[0] == system and high[1] in node_of:
                            theirs.add(node_of[high[1]])
            for parent in sorted(ours & set(node_of.values()) - theirs):
                if parent in nodes[name]["part_of"] and known.above.get((system, code)):
                    yield f"parent: {name} stands below {parent}, in {system} it does not"
            for parent in sorted(theirs - ours - {name}):
                if not any(parent in above(other, nodes) for other in theirs if other != parent):
                    yield f"parent: {system} has {name} below {parent}, the tree does not"


def main(arguments: list[str]) -> int:
    """Check and print; return the exit code."""
    folder = DATA
    if arguments[:1] == ["--data"]:
        folder, arguments = Path(arguments[1]), arguments[2:]
    if not arguments or arguments[0] in ("-h", "--help"):
        sys.stdout.write(f"{__doc__}\n")
        return 2 if not arguments else 0
    known = Ontologies()
    for name in arguments:
        try:
            read(Path(name), known)
        except (OSError, ValueError, KeyError) as error:
            sys.stderr.write(f"cannot read {name}: {error}\n")
            return 2
    cancers = json.loads((folder / "cancers.json").read_text(encoding="utf-8"))
    listed = folder / "others.json"
    others = json.loads(listed.read_text(encoding="utf-8")) if listed.exists() else []
    count = 0
    for line in findings(cancers, others, known):
        sys.stdout.write(f"{line}\n")
        count += 1
    sys.stderr.write(f"{len(cancers)} cancers, {count} findings\n")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
