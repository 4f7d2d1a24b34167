"""Words that deny a medicine, or make another thing of it: whatever is named, nothing is found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from immunocli.names.resolve import Resolver
from tests.names.conftest import DATA

DENIED = (Path(__file__).parent / "denied.txt").read_text(encoding="utf-8").splitlines()
# So many names stand in each place; which, changes from line to line.
NAMES_EACH = 8
NOT_DENIED = {
    "nivolumab after chemoradiation": "nivolumab",
    "surgery, then nivolumab": "nivolumab",
    "no steroids; nivolumab 240 mg": "nivolumab",
    "enfortumab vedotin antibody-drug conjugate": "enfortumab-vedotin",
    "interferon alfa-2b for hepatitis C": "interferon-alfa-2b",
    "levamisole film-coated tablets": "levamisole",
    "Heberon Alfa R vs another": "interferon-alfa-2b",
    "pembrolizumab (discontinued)": "pembrolizumab",
    "[131I]tositumomab": "tositumomab",
    "Engerix-B; DTaP": "hepatitis-b-vaccine",
    "フェスゴ配合皮下注": "pertuzumab;trastuzumab",
    "Gardasil nonavalent": "human-papillomavirus-9-valent-vaccine",
    "Gardasil, HPV 9-valent vaccine": "human-papillomavirus-9-valent-vaccine",
    "HPV4 vaccine, quadrivalent dose 2": "human-papillomavirus-quadrivalent-vaccine",
}


def names() -> list[str]:
    """Return the names of our therapies and products that are ASCII, but for those that bear a label themselves."""
    therapies = json.loads((DATA / "therapies.json").read_text(encoding="utf-8"))
    found = [one["name"] for one in therapies]
    found += [product["brand"] for one in therapies for product in one["products"] if product.get("brand")]
    return [one for one in dict.fromkeys(found) if one.isascii() and "tumomab" not in one]


def test_what_is_denied_is_not_found(therapies: Resolver) -> None:
    ours = names()
    wrong = []
    for place, line in enumerate(DENIED):
        for step in range(NAMES_EACH):
            text = line.replace("{n}", ours[(place * 7 + step * 13) % len(ours)])
            match = therapies.resolve(text)
            if match.id:
                wrong.append((text, match.id, match.review))
    assert not wrong


@pytest.mark.parametrize(
    "text",
    [
        "DTaP-HepB-IPV vaccine",
        "セツキシマブ　サロタロカンナトリウム（遺伝子組換え）",
        "tetramisole",
        "DARA trough level",
        "TAP AUTO 1.6X4MM STOP",
    ],
)
def test_what_is_another_thing_is_not_found(text: str, therapies: Resolver) -> None:
    assert not therapies.resolve(text).id


@pytest.mark.parametrize(("text", "ids"), NOT_DENIED.items())
def test_what_is_not_denied_is_found(text: str, ids: str, therapies: Resolver) -> None:
    assert therapies.resolve(text).id == ids
