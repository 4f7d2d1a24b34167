"""Answers a question asked in one's own words: the alarm first, then entries, then pages that it names."""

from __future__ import annotations

from immunocli.found import Notice
from immunocli.queries.asked_of_record import called_immunotherapy, compared, of_a_cancer, types_for_a_cancer
from immunocli.queries.facts_heard import of_record
from immunocli.queries.page_to_print import hand_out
from immunocli.records.question import Question
from immunocli.text import any_of, as_clause
from immunocli.words.alarms import heard
from immunocli.words.faq_ranking import ELSEWHERE, RECORD, SURE, ask
from immunocli.words.learned import scales
from immunocli.words.named_pages import Page, named_in
from immunocli.words.stems import split
from immunocli.words.text_features import WHO, features, names_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from immunocli.queries.asked_as_record import RecordAsked
    from immunocli.queries.facts_heard import Asked
    from immunocli.records.hit import Hit
    from immunocli.store.typed_store import Store


_LONGEST = 2000
# Whoever asks this below an alarm, in the words of a question, is told who can say, if it surely is asked.
_BELOW_ALARM, _SURELY = "personal-dosing", 0.9
_ASKS = frozenset("am are can could do does how is may might shall should what when which will would".split())


def answered(store: Store, question: str, limit: int) -> tuple[list[Question], list[Notice]]:
    """Return the entries that fit, best first, and what must be known of them.

    A person in crisis gets help alone: nothing else may stand below it.

    Args:
        store: where the answers are.
        question: as it was typed.
        limit: how many entries at most.
    """
    question = question[:_LONGEST]
    medicines = store.are_medicines(names_in(question))
    told = features(question, medicines)
    speaks = scales(store, told)
    notices = alarms(store, question, told, speaks)
    pages, alone = named_in(store, question, medicines)
    words = split(question)
    fact, asked = (None, None) if alone else of_record(store, words, medicines)
    crisis = any(notice.code == "alarm" and notice.counts["crisis"] for notice in notices)
    beside, only_beside = (None, False) if fact else compared(store, words, medicines)
    record, asks_no_more = fact, not (asked and asked.beside())
    if fact is None and beside is None and len(pages) == 1 and pages[0].kind == "therapy":
        record, asks_no_more = of_a_cancer(store, words, pages[0], medicines)
    elif fact is None and beside is None and "_drug" not in medicines.values() and not alone:
        record, asks_no_more = types_for_a_cancer(store, question, words), True
    if record is None and not alone:
        record, asks_no_more = called_immunotherapy(store, words), True
    to_print, only_watch = hand_out(store, words, medicines)
    alone = alone or (record is not None and asks_no_more) or only_watch
    fact_asked = _fact_asked(store, question, words, medicines)
    weight = lambda: fact_asked().weight()  # noqa: E731
    found = [] if alone or crisis else ask(store, question, limit, told, speaks, medicines, weight)
    led = None
    if found and found[0].id == RECORD:  # no entry answers it
        found, heard = [], fact or fact_asked().answered()
        record = fact = heard or record
        led = fact_asked().lead() if record is None else None
    if fact is not None and not _is_of_a_person(words):  # words of a label tell of no alarm
        notices = [one for one in notices if one.code == "alarm" and one.counts["crisis"]]
    found = _fitting(
        store, found, notices, fact, asked, asks=bool(words) and words[0] in _ASKS, only_beside=only_beside
    )
    if pages and found and found[0].id == ELSEWHERE:  # what has a page here is of no other field
        found = []
    notices += [one for one in (beside, record, led) if one is not None and not crisis]
    notices += [to_print] if to_print is not None and not crisis else []
    notices += [leading(page) for page in pages]
    if pages:
        from immunocli.queries.not_read import animals_in, not_read  # most questions name nothing

        notices += not_read(store, animals_in(store, words))
    if found and found[0].sure:
        notices += declined(found[0])
        notices += stale(found[0].question, found[0].stale_after)
    return found, notices


def _fact_asked(
    store: Store, question: str, words: list[str], medicines: Mapping[str, str]
) -> Callable[[], RecordAsked]:
    """Return what hears which fact of the record is asked for, once and only when somebody wants to know."""
    held: list[RecordAsked] = []

    def fact_asked() -> RecordAsked:
        if not held:
            from immunocli.queries.asked_as_record import RecordAsked  # most questions ask for no fact

            held.append(RecordAsked(store, question, words, medicines))
        return held[0]

    return fact_asked


def _is_of_a_person(words: Sequence[str]) -> bool:
    """Say whether somebody tells of himself or of another one: signs are theirs, and no words of a label."""
    return not WHO.isdisjoint(words)


def _fitting(
    store: Store,
    found: list[Question],
    notices: Sequence[Notice],
    fact: Notice | None,
    asked: Asked | None,
    *,
    asks: bool,
    only_beside: bool,
) -> list[Question]:
    """Return the entries that may stand below what was heard already: an alarm, a fact of the record, a comparison."""
    cried = {sign for notice in notices if notice.code == "alarm" for sign in notice.counts["signs"]}
    if (
        cried
    ):  # below an alarm stands only what surely answers, and speaks of it, or who can say what was asked
        return [one for one in found[:1] if one.sure and _is_below_alarm(one, cried, asks)]
    if fact is not None and asked is not None:  # what the record says is the answer
        return [one for one in found[:1] if one.sure and one.id in asked.beside()]
    if (
        asked is not None and asked.rest == 1
    ):  # a fact is asked for, but for a word: the record holds it, no entry does
        kin = asked.beside()
        return [one if one.id in kin or one.sort == "decline" else _doubted(store, one) for one in found]
    if only_beside:  # what compares other things answers it not; who may choose does
        return [one for one in found if one.sort == "decline"]
    return found


def _is_below_alarm(one: Question, cried: set[str], asks: bool) -> bool:
    if one.sort == "answer":
        return not cried.isdisjoint(one.signs)
    return asks and one.id == _BELOW_ALARM and (one.score or 0) >= _SURELY


def _doubted(store: Store, one: Question) -> Question:
    """Return an entry as one that may be meant."""
    stored = store.record("faq", one.id) or {}
    return Question({**stored, "score": SURE / 2, "sure": False})


def searched(store: Store, words: str, limit: int) -> tuple[list[Hit], list[Notice]]:
    """Return the records that mention words, best first, and what must be known of them."""
    from immunocli.text import quote
    from immunocli.words.search import search

    found, meant, of = search(store, words, limit)
    told = features(words, store.are_medicines(names_in(words)))
    notices = alarms(store, words, told, scales(store, told))
    if not found:  # no sign is spoken of in words that stand nowhere
        notices = [one for one in notices if one.counts["state"] != "general"]
    if meant:
        message = f"nothing mentions {quote(words)} as it is spelled; shown for {quote(meant)}"
        notices.append(Notice("spelling", message, words=meant))
    if of > len(found):
        notices.append(Notice("limited", f"{len(found)} of {of} shown (--limit)", of=of))
    return found, notices


def alarms(store: Store, text: str, features: Sequence[int], scales: Mapping[str, float]) -> list[Notice]:
    """Return a notice with what to do now when a text tells of an alarm, or what a sign asks for.

    Args:
        store: where signs and ladder are.
        text: as it was typed.
        features: of the text.
        scales: how far they speak for an alarm.
    """
    alarm = heard(store, text, features, scales)
    if alarm is None:
        return []
    told = store.urgency[alarm.rung]
    signs = [one for one in alarm.signs if one["kind"] == "crisis" or one["rung"] == alarm.rung][:3]
    names = [sign["name"] for sign in signs]
    minds = [sign["text"] for sign in signs if sign["kind"] == "crisis"]  # the sign itself says who helps
    todo = " ".join(minds if len(minds) == len(signs) else (*minds, told["text"]))
    if alarm.on_top:
        message = f"{told['name']} ({', '.join(names)}). {todo}"
    else:  # it is spoken of, or may be meant: a condition, never an order
        now = "If this is happening now" if alarm.state == "perhaps" else f"In case of {any_of(names)}"
        message = f"{now}: {as_clause(todo)}"
    ids = [sign["id"] for sign in alarm.signs]
    code = "alarm" if alarm.on_top else "sign"
    return [Notice(code, message, rung=alarm.rung, signs=ids, crisis=bool(minds), state=alarm.state)]


def declined(entry: Question) -> list[Notice]:
    """Return a notice when an entry says that something is not answered here, and who can help."""
    if entry.sort != "decline":
        return []
    told = f"this is not answered here ({entry.id}): what stands there says who can help"
    return [Notice("declined", told, id=entry.id)]


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
