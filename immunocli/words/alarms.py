"""Hears an alarm in what a person types: a sign that cannot wait, or a person in crisis."""

from __future__ import annotations

from immunocli.names.forms import normalize
from immunocli.words.faq_ranking import is_strange
from immunocli.words.learned import choice
from immunocli.words.stems import STOP, split

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from immunocli.store.typed_store import Store

# The rungs that stand on top of everything else.
UPPER = ("emergency", "call-now")
# From these on an alarm or a crisis is heard. They were chosen on writers who were not learned from, see
# tools/learn.py; what they miss of the plainest sentences ("my husband fainted") is in _BEFALLS.
# What lies between DOUBT and them may be one, and is told as such on top: so wide that hardly one is missed.
ALARM, CRISIS, DOUBT = -2.0, -1.0, -3.0
# So much must a text of which no word is known speak for an alarm.
_STRANGE = -1.0
# Below this not even a sign is spoken of.
_SPOKEN = -8.0
# A measured value that asks for a call counts as much as plain words for it.
_MEASURED = 3.0
# Whatever else is said, these are a crisis: no learner may miss them.
_PLAIN = (
    "kill myself", "killing myself", "end my life", "ending my life", "take my own life", "want to die",
    "wanna die", "better off dead", "i am suicidal", "im suicidal", "feel suicidal", "feeling suicidal",
    "dont want to live", "do not want to live", "dont want to be alive", "hang myself", "shoot myself",
    "better off in a grave", "better off in the ground",
    "fatal dose", "lethal dose of", "quiero morir", "me quiero matar", "matarme", "quitarme la vida",
    "suicidarme", "no quiero vivir",
)  # fmt: skip
_DEADLY, _TAKEN = (
    frozenset("fatal lethal deadly".split()),
    frozenset("dose doses pills tablets amount many much".split()),
)
_KILLS = frozenset("kill kills die".split())
_SOMEBODY = frozenset("me myself you person someone somebody anyone human adult man woman".split())
# How a word that is looked up is asked for, and what shows that no word is.
_ASKED = tuple(
    f"{one} "
    for one in (
        "what are the signs of", "what are symptoms of", "what are signs of", "what is meant by", "what is", "wat is",
        "whats", "what s", "wats", "what are", "define", "meaning of", "definition of", "explain", "signs of",
        "term for", "word for", "name for", "medical term for", "medical word for", "medical name for", "code for",
        "symptoms of",
    )
)  # fmt: skip
_NO_WORD = frozenset(
    """
    i im my me he she his her we our you this that it wrong happening going now today tonight help matter up
    with do
    """.split()
)
_LONGEST_WORD = 3
# How it is asked what a medicine may do: "does keytruda cause chest pain".
_MAY = frozenset("does do can could may might will would which".split())
_CAUSES = frozenset("cause causes causing bring brings trigger triggers give gives lead leads".split())
# An emergency in plain words, whom it befalls, how it goes on, and what shows that it is only spoken of.
_BEFALLS = (
    "fainted", "passed out", "blacked out", "chest pain", "chest pains", "having a seizure",
    "had a seizure", "has a seizure", "seizing", "cant breathe", "can t breathe", "cannot breathe", "collapsed",
    "unconscious", "unconcious", "unconsious", "had a fit", "having a fit", "throat is closing",
    "tongue is swelling", "lips are swelling", "throat is swelling", "turned blue", "turning blue", "lips are blue",
    "turned gray", "turned grey", "unresponsive", "not breathing", "struggling to breathe", "gasping", "coughing up blood",
    "coughing blood", "vomiting blood", "throwing up blood", "having a stroke", "wont wake up", "won t wake up",
)  # fmt: skip
_BEFALLEN = frozenset(
    """
    i im he she we they husband wife mum mom mummy mother dad daddy father son daughter sister brother partner
    grandma grandpa gran uncle aunt friend patient kid child baby help boyfriend girlfriend
    """.split()
)
# What may stand behind "passed out" and "blacked out"; flyers are passed out to others.
_OUT = frozenset(
    """
    twice again today tonight yesterday cold completely suddenly briefly once three during standing sitting behind near
    help please right
    """.split()
)
_GOES_ON = frozenset("after since now and right".split())
_SPOKEN_OF = frozenset(
    """
    if can could why how what does did when may might risk afraid worried
    scared never no any without could would should which anyone who
    """.split()
)
# These show it wherever they stand.
_OBJECTS = frozenset("the a an my his her our their some all most".split())
_LONG_AGO = frozenset("ago year years last once used history movie film book dream tv bias habit".split())
_FEW = 9
_CLAUSES = (", ", "; ", ". ", "! ", "? ", ": ", " - ", "\n")
# A text that speaks less than this for a crisis tells of the body.
_NO_CRISIS = -4.5
# An alarm of the body that speaks more than this for a crisis may be both.
_BOTH = -1.8
# On purpose, which this much speaks for, it is a crisis too.
_EITHER = -3.0
_TAKEN_TOO_MUCH = "overdose"
# What was taken is felt by nobody yet: these are spoken of in words of any day.
_TAKEN_BY_MISTAKE = (_TAKEN_TOO_MUCH, "medicine-exposure")
# From this on it is likely that no sign is meant, and what is heard is doubted.
_NOTHING = 0.3
# From this on a sign is meant; others are told if they are nearly as likely.
_MEANT, _NEARLY = 0.35, 0.3
_MOST = 3


class Alarm:
    """Signs that a text tells of, worst first.

    Args:
        signs: as the data has them: `id`, `name`, `rung`, `kind`, `text`.
        state: `now`; `perhaps` when in doubt; `general` when they are only spoken of.
    """

    __slots__ = ("signs", "state")

    def __init__(self, signs: Sequence[dict[str, Any]], state: str) -> None:
        self.signs, self.state = list(signs), state

    @property
    def rung(self) -> str:
        """The uppermost rung of its signs."""
        return str(self.signs[0]["rung"])

    @property
    def on_top(self) -> bool:
        """It must stand above everything else."""
        return self.state == "now" and self.rung in UPPER


def heard(store: Store, text: str, found: Sequence[int], scales: Mapping[str, float]) -> Alarm | None:
    """Return the alarm that a text tells of, or None.

    Args:
        store: where the signs are.
        text: a question or a few words.
        found: its features.
        scales: how far it speaks for an alarm and for a crisis, see `learned.scales`.
    """
    told: list[str] = []
    if any(letter.isdigit() for letter in text):
        from immunocli.words.vital_signs import is_usual, measured

        told = measured(text)
        if not told and is_usual(text):
            return None
    intent = scales.get("crisis", _NO_CRISIS)
    crisis = intent > CRISIS or _plainly(text)
    score = max(intent, scales.get("alarm", _SPOKEN - 1) + (_MEASURED if told else 0.0))
    state = "now" if crisis or score > ALARM or _happens(text) else "perhaps" if score > DOUBT else "general"
    if state != "general" and not crisis and not told:
        asked = _looked_up(store, text)
        if asked:  # a word that is looked up tells of nobody's mind
            state, intent = asked, _NO_CRISIS - 1
    doubted = state == "perhaps" or (state == "now" and not crisis and score <= _STRANGE)
    if (score < _SPOKEN and not crisis) or (doubted and is_strange(store, text)):
        return None
    ranked = choice(store, "sign", found)
    speaks_of_none = bool(ranked) and ranked[0][1] == "none" and ranked[0][0] > _NOTHING
    ranked = [(odds, one) for odds, one in ranked if one != "none"]
    ladder = store.ladder
    if state != "general":
        taken = bool(ranked) and ranked[0][1] in _TAKEN_BY_MISTAKE
        if speaks_of_none and intent < _BOTH and not (crisis or told or taken or _happens(text)):
            if state == "perhaps":
                return None
            state = "perhaps"  # hardly a sign is meant: "where to watch the world cup"
        orders = {store.urgency[rung]["order"] for rung in UPPER if rung in store.urgency}
        ranked = [(odds, one) for odds, one in ranked if ladder[one][0] in orders]
    if not ranked or (state == "general" and ranked[0][0] < _MEANT):
        return None
    likely = [one for odds, one in ranked[:_MOST] if odds >= _NEARLY * ranked[0][0]]
    if state != "general":
        minds = [one for _, one in ranked if ladder[one][1] == "crisis"][:1]
        bodies = [one for one in (*told, *likely) if ladder[one][1] != "crisis"]
        if crisis or (intent > _EITHER and likely[0] in (*minds, _TAKEN_TOO_MUCH)):
            told, likely = minds, [one for one in bodies if one == _TAKEN_TOO_MUCH]
        elif intent > (_BOTH if state == "now" else DOUBT):
            likely = [*bodies, *minds]
        elif intent < _NO_CRISIS or score > ALARM:
            likely = bodies or [next(one for _, one in ranked if ladder[one][1] != "crisis")]
    signs = store.signs(dict.fromkeys((*told, *likely)))
    signs.sort(key=lambda sign: ladder[sign["id"]][0])
    return Alarm(signs, state)


def _plainly(text: str) -> bool:
    """Say whether words stand there that are a crisis in any text."""
    words = split(text)
    told = f" {' '.join(words)} "
    if any(f" {one} " in told for one in _PLAIN):
        return True
    deadly = not _DEADLY.isdisjoint(words) or (
        not _KILLS.isdisjoint(words) and not _SOMEBODY.isdisjoint(words)
    )
    return deadly and not _TAKEN.isdisjoint(words) and words[0] in ("what", "how", "which")


def _happens(text: str) -> bool:
    """Say whether a few plain words tell that an emergency befalls somebody: "my husband fainted"."""
    words = split(text)
    dated = any(word.isdigit() and len(word) == len("1999") for word in words)
    if dated or not _LONG_AGO.isdisjoint(words):
        return False
    for end in _CLAUSES:
        text = text.replace(end, "|")
    return any(_befalls(split(clause)) for clause in text.split("|"))


def _befalls(words: list[str]) -> bool:
    told = f" {' '.join(words)} "
    sign = next((one for one in _BEFALLS if f" {one} " in told), "")
    if not sign or len(words) > _FEW or not _SPOKEN_OF.isdisjoint(words):
        return False
    behind = told.partition(f" {sign} ")[2].split()[:1]
    if sign.endswith(" out") and behind and not (behind[0] in _OUT or behind[0] in STOP - _OBJECTS):
        return False
    begun = told.startswith(f" {sign} ") and not _GOES_ON.isdisjoint(told[len(sign) + 1 :].split()[:1])
    return begun or not _BEFALLEN.isdisjoint(words)


def _looked_up(store: Store, text: str) -> str:
    """Return the state of a word that is looked up: after words that ask for one, or a term alone; else nothing."""
    words = split(text)
    asked = " ".join(words)
    opener = next((one for one in _ASKED if asked.startswith(one)), "")
    rest = asked[len(opener) :].split()
    if opener and 0 < len(rest) <= _LONGEST_WORD and _NO_WORD.isdisjoint(rest):
        return "general"
    if len(words) > 2 and words[0] in _MAY and not _CAUSES.isdisjoint(words) and _NO_WORD.isdisjoint(words):
        return "general"
    return "perhaps" if len(words) == 1 and store.name("term", normalize(text)) else ""
