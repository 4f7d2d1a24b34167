"""Every rule of the data finds what breaks it, and says what to do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from immunocli import InvalidData
from immunocli.store import event_rules, rules
from tests.library import breaking
from tests.library.breaking import Tables


def over_at_once(tables: Tables) -> None:
    breaking.after_an_end(tables)
    breaking.use_of(tables)["events"].pop()


def bound_without_reason(tables: Tables) -> None:
    breaking.use_of(tables)["notes"] = None
    breaking.event_of(tables)["latest"] = True


BREAKS: list[tuple[Callable[[Tables], None], str, str]] = [
    (breaking.double_id, "ids_are_unique", "stands twice"),
    (breaking.double_use, "ids_are_unique", "stands twice"),
    (breaking.lost_cancer, "references_resolve", 'no record "no-such-cancer" in cancers.json'),
    (breaking.lost_type, "references_resolve", 'no record "no-such-type" in types.json'),
    (breaking.lost_source, "references_resolve", 'no record "no-such-source" in sources.json'),
    (breaking.lost_source_of_event, "references_resolve", 'no record "no-such-source" in sources.json'),
    (breaking.lost_marker, "references_resolve", 'no record "no-such-marker" in glossary.json'),
    (breaking.lost_exclusion, "references_resolve", 'no record "no-such-marker" in glossary.json'),
    (breaking.lost_partner, "references_resolve", 'no record "no-such-therapy" in therapies.json'),
    (breaking.lost_sign, "references_resolve", 'no record "no-such-sign" in signs.json'),
    (breaking.lost_rung, "references_resolve", 'no record "no-such-rung" in urgency.json'),
    (breaking.lost_term, "references_resolve", 'no record "no-such-term" in glossary.json'),
    (breaking.lost_claim, "references_resolve", 'no record "no-such-cancer" in cancers.json'),
    (breaking.lost_hint, "references_resolve", 'no record "no-such-therapy" in therapies.json'),
    (breaking.semicolon, "no_name_holds_a_semicolon", "bcg: name: holds a semicolon"),
    (breaking.nothing_learned, "what_was_learned_is_known", "no record answer, scales, sign"),
    (breaking.loop, "trees_have_no_loops", "part of itself"),
    (breaking.long_loop, "trees_have_no_loops", "part of itself"),
    (breaking.shared_name, "names_lead_to_one", "keep it in one"),
    (breaking.empty_name, "names_lead_to_one", "no letter or digit"),
    (breaking.long_name, "names_lead_to_one", "longer than"),
    (breaking.stranger, "strangers_are_not_ours", "is a name of pembrolizumab"),
    (breaking.regimen, "strangers_are_not_ours", "is a name of pembrolizumab"),
    (breaking.two_texts, "texts_stand_in_one_place", "not both"),
    (breaking.no_text, "texts_stand_in_one_place", "not neither"),
    (breaking.after_an_end, "events_are_complete", "nothing but returned follows an end"),
    (breaking.use_of_another, "products_have_uses_of_their_therapy", "add it or correct the id"),
    (breaking.for_nothing, "products_have_uses_of_their_therapy", "say in treats what it is for"),
    (breaking.for_else_too, "products_have_uses_of_their_therapy", "is for no cancer"),
    (breaking.foreign_with_uses, "products_have_uses_of_their_therapy", "foreign"),
    (breaking.before_its_license, "products_have_uses_of_their_therapy", "lies before 2025-09-19"),
    (breaking.use_of_no_product, "every_use_is_of_a_product", "no product has it"),
    (breaking.name_of_no_therapy, "names_of_products_are_names", "is no name of pembrolizumab"),
    (breaking.warning_of_no_product, "warnings_name_products", "add it or correct the name"),
    (breaking.further_use_of_no_product, "further_uses_name_products", "add it or correct the name"),
    (breaking.out_of_order, "events_are_in_order", "lies before approved"),
    (bound_without_reason, "latest_days_are_told_in_notes", "say in notes which document"),
    (over_at_once, "no_use_ends_on_the_day_it_begins", "take this one out"),
    (breaking.in_the_future, "events_are_in_order", "lies after the edition's as_of"),
    (breaking.edition_to_come, "the_edition_has_its_days", "lies after checked"),
    (breaking.licensed_tomorrow, "products_hold_together", "license.from 9998-01-01 lies after the edition"),
    (breaking.leaves_tomorrow, "products_hold_together", "market.until 9998 lies after the edition"),
    (breaking.warned_tomorrow, "warnings_are_named_once", "from 9998-01 lies after the edition"),
    (breaking.impossible, "events_are_in_order", "is not a date"),
    (breaking.not_approved_first, "events_are_in_order", "the first is approved"),
    (breaking.half_said, "events_are_in_order", "the first says all"),
    (breaking.no_kind, "events_are_complete", "approval stands with"),
    (breaking.no_reason, "events_are_complete", "reason stands with"),
    (breaking.nothing_said, "events_are_complete", "write what changed"),
    (breaking.regular_converted, "events_are_complete", "only an accelerated approval"),
    (breaking.replaced_by_a_stranger, "events_are_complete", "by names the use of this therapy"),
    (breaking.said_twice, "todays_label_says_a_thing_once", "says today what"),
    (breaking.foreign_yet_licensed, "products_hold_together", "foreign, yet licensed"),
    (breaking.reason_without_end, "products_hold_together", "needs license.until"),
    (breaking.sold_yet_gone, "products_hold_together", "sold, yet it left"),
    (breaking.end_before_begin, "products_hold_together", "before it begins"),
    (breaking.no_licensed_product, "products_hold_together", "no licensed product"),
    (breaking.double_warning, "warnings_are_named_once", "stands twice"),
    (breaking.warning_of_no_day, "warnings_are_named_once", "give that of the first document seen"),
    (breaking.not_from_the_fda, "every_event_has_a_source", "cite an FDA document"),
    (breaking.unused_source, "every_source_is_used", "no record cites it"),
    (breaking.learned_too_much, "what_was_learned_is_known", "no record gone"),
    (breaking.learned_too_little, "what_was_learned_is_known", "not one for each feature"),
]


def test_the_small_data_keep_all_rules(tables: Tables) -> None:
    rules.require(tables)


@pytest.mark.parametrize(("break_it", "name", "said"), BREAKS, ids=[case[0].__name__ for case in BREAKS])
def test_a_broken_rule_is_told(
    break_it: Callable[[Tables], None], name: str, said: str, tables: Tables
) -> None:
    break_it(tables)
    rule = next(rule for rule in rules.RULES if rule.__name__ == name)
    problems = list(rule(tables))
    assert any(said in problem for problem in problems), problems
    assert all(".json: " in problem for problem in problems)
    with pytest.raises(InvalidData):
        rules.require(tables)


def test_every_rule_is_tried() -> None:
    assert {name for _, name, _ in BREAKS} == {rule.__name__ for rule in rules.RULES}


def test_two_other_sources_do_when_the_notes_say_why(tables: Tables) -> None:
    breaking.event_of(tables)["sources"] = ["nci-dictionary", "cri-2022"]
    breaking.use_of(tables)["notes"] = "The letter is not online."
    assert not list(event_rules.every_event_has_a_source(tables))


def test_dates_that_are_as_precise_as_each_other_allows_are_in_order(tables: Tables) -> None:
    breaking.event_of(tables, 0, 1)["date"] = "2014"
    assert not list(event_rules.events_are_in_order(tables))
    breaking.event_of(tables, 0, 1)["date"] = "2014-08"
    assert list(event_rules.events_are_in_order(tables))
