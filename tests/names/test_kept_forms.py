"""Words have the forms they had before, each rule's by itself: a change shows all that it changes.

After a wanted change, write them anew and look at every line that differs:
python -m pytest tests/names/test_kept_forms.py --golden
"""

from __future__ import annotations

from pathlib import Path

import pytest

from immunocli.names.cancer_words import joined, one_of
from immunocli.names.forms import fold, normalize, singular
from immunocli.names.glued import uninflected
from immunocli.names.international import is_international
from immunocli.names.slips import digits, slips_allowed, slips_of_close
from immunocli.names.sounds import sound
from immunocli.names.tokens import Cutter, without_tags
from immunocli.text import clean, first_sentence, quote
from immunocli.words.stems import split, stem

KEPT = Path(__file__).parent / "kept_forms.tsv"


def forms(text: str) -> str:
    plain = normalize(text)
    tokens = Cutter().cut(text)
    words = [token.plain for token in tokens]
    slips = (
        slips_of_close(plain),
        slips_allowed(plain),
        slips_allowed(plain, "x"),
        slips_allowed(plain, "x", beside=True),
    )
    told = [
        text, plain, fold(text), "|".join(singular(plain)), sound(plain), "/".join(map(str, slips)),
        "|".join(f"{token.plain}<{token.gap}>{token.depth}" for token in tokens),
        " ".join(map(one_of, joined(words))), " ".join(one for word in words for one in uninflected(word)),
        " ".join(word for word in words if is_international(word)), digits(plain),
        " ".join(map(stem, split(text))), without_tags(text), clean(text), quote(text), first_sentence(text),
    ]  # fmt: skip
    return "\t".join(one.replace("\t", " ") for one in told)


def test_words_have_the_forms_they_had(request: pytest.FixtureRequest) -> None:
    header, *before = KEPT.read_text(encoding="utf-8").split("\n")[:-1]
    now = [forms(line.partition("\t")[0]) for line in before]
    if request.config.getoption("--golden"):
        KEPT.write_text("\n".join([header, *now, ""]), encoding="utf-8")
        return
    changed = [f"was: {old}\nis:  {new}" for old, new in zip(before, now, strict=True) if old != new]
    assert not changed, f"{len(changed)} of {len(now)} have other forms:\n" + "\n".join(changed[:40])
