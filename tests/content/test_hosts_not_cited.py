"""No source of the record stands at a host of copies, previews or moving lists."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit


def test_no_copy_or_preview_carries_the_record(tables: dict[str, Any]) -> None:
    """Hosts in hosts_not_cited.txt copy, preview or retell: cite what they copied."""
    hosts = set((Path(__file__).parent / "hosts_not_cited.txt").read_text(encoding="utf-8").split())
    host_of = {source["id"]: urlsplit(source["url"] or "").hostname or "" for source in tables["sources"]}
    cited: list[tuple[str, str]] = []
    for therapy in tables["therapies"]:
        for use in therapy["indications"]:
            for event in use["events"]:
                cited += [(f"{use['id']}: {event['date']}", source) for source in event["sources"]]
        for warning in therapy["warnings"]:
            cited += [
                (f"{therapy['id']}: warnings: {warning['id']}", source) for source in warning["sources"]
            ]
        for product in therapy["products"]:
            if not product["foreign"]:
                cited += [(f"{therapy['id']}: {product['name']}", source) for source in product["sources"]]
    assert len(cited) > 1000
    problems = [
        f"therapies.json: {where}: sources: {source} stands at {host_of[source]}; cite what it copied"
        for where, source in cited
        if any(host_of[source] == host or host_of[source].endswith("." + host) for host in hosts)
    ]
    assert not problems, "\n".join(problems)
