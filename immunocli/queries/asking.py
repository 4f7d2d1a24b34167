"""Answers a question asked in one's own words: the alarm first, then entries, then pages that it names."""

from __future__ import annotations

from immunocli.found import Notice
from immunocli.text import any_of, as_clause
from immunocli.words.alarms import heard
from immunocli.words.features import names_in
from immunocli.words.pointing import Page, named_in
from immunocli.words.questions import ask

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.records.hit import Hit
    from immunocli.records.question import Question
    from immunocli.store.typed import Store


_LONGEST = 2000


def answered(store: Store, question: str, limit: int) -> tuple[list[Question], list[Notice]]:
    """Return the entries that fit, best first, and what must be known of them.

    A person in crisis gets help alone: nothing else may stand below it.

    Args:
        store: where the answers are.
        question: as it was typed.
        limit: how many entries at most.
    """
    notices = alarms(store, question)
    medicines = store.are_medicines(names_in(question[:_LONGEST]))
    page, alone = named_in(store, question[:_LONGEST], medicines)
    crisis = any(notice.code == "alarm" and notice.counts["crisis"] for notice in notices)
    found = [] if alone or crisis else ask(store, question, limit, medicines)
    if page is not None:
        notices.append(leading(page))
    if found and found[0].sure:
        notices += stale(found[0].question, found[0].stale_after)
    return found, notices


def searched(store: Store, words: str, limit: int) -> tuple[list[Hit], list[Notice]]:
    """Return the records that mention words, best first, and what must be known of them."""
    from immunocli.text import quote
    from immunocli.words.search import search

    found, meant = search(store, words, limit)
    notices = alarms(store, words)
    if meant:
        told = f"nothing mentions {quote(words)} as it is spelled; shown for {quote(meant)}"
        notices.append(Notice("spelling", told, words=meant))
    return found, notices


def alarms(store: Store, text: str) -> list[Notice]:
    """Return a notice with what to do now when a text tells of an alarm, or what a sign asks for."""
    alarm = heard(store, text)
    if alarm is None:
        return []
    told = store.urgency[alarm.rung]
    signs = [sign for sign in alarm.signs if sign["rung"] == alarm.rung][:3]
    names = [sign["name"] for sign in signs]
    crisis = signs[0]["kind"] == "crisis"
    todo = signs[0]["text"] if crisis else told["text"]  # the sign itself says who helps in a crisis
    if alarm.on_top:
        message = f"{told['name']} ({', '.join(names)}). {todo}"
    else:  # it is only spoken of: a condition, never an order
        message = f"If there is {any_of(names)}: {as_clause(todo)}"
    ids = [sign["id"] for sign in alarm.signs]
    return [Notice("alarm" if alarm.on_top else "sign", message, rung=alarm.rung, signs=ids, crisis=crisis)]


def leading(page: Page) -> Notice:
    """Return the notice that leads to the page on what a question names."""
    from immunocli.text import quote

    told = f"{quote(page.name)} has a page: {page.command}"
    return Notice("page", told, of=page.kind, id=page.id, command=page.command)


def stale(title: str, day: str | None) -> list[Notice]:
    """Return a notice when a text was to be read again by now."""
    import time

    if day is None or time.strftime("%Y-%m-%d") <= day:
        return []
    from immunocli.text import quote

    return [Notice("stale-text", f"{quote(title)}: this text was to be checked again after {day}", day=day)]
