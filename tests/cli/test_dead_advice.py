"""A note advises no option that its command has not, and a page that is named is told in a sentence."""

from __future__ import annotations

import re

import pytest

from immunocli.cli.declared_commands import COMMANDS
from tests.driver import Immuno

REQUESTS = (
    "cite keytruda --cancer lung", "cite opdivo --cancer melanoma", "timeline --cancer lung",
    "therapies --cancer lung", "indications --therapy opdivo", "matrix", "matrix --cancer lung",
    "show keytruda --cancer lung", "compare keytruda opdivo --cancer melanoma", "changes --cancer lung",
)  # fmt: skip


@pytest.mark.parametrize("request_", REQUESTS)
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_note_advises_only_options_that_there_are(
    small: Immuno, request_: str, form: tuple[str, ...]
) -> None:
    words = request_.split()
    found = small(*words, *form)
    assert found.code in (0, 1), found
    flags = {flag for one in COMMANDS[words[0]].all() for flag in one.flags}
    told = found.err if not form else " ".join(one["message"] for one in found.json["notices"])
    assert {*re.findall(r"\((--[a-z-]+)", told)} <= flags, told


def test_a_question_that_names_a_page_is_told_what_it_is(small: Immuno) -> None:
    (kind,) = small("types", "pd-1-inhibitor", "--json").json["results"][:1]
    found = small("faq", "what", "is", "a", "PD-1", "inhibitor")
    assert kind["definition"] in found.out and "immuno show pd-1-inhibitor" in found.out, found
