"""Says what a text is compared by: words, words near each other, stretches of letters; each a number.

One room for alarms and for questions: both are heard by weights that tools/learn.py fits for these numbers.
"""

from __future__ import annotations

# CPython's keyed hash of bytes: the same everywhere, and nothing to import; see store/indexfile.py.
from _imp import source_hash

from immunocli.words.stems import STOP, split, stem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container

# So many numbers there are.
BUCKETS = 1 << 16
_KEY = 0x1AB5
_REACH = 3
_STRETCHES = (3, 4, 5)
LONGEST, _MOST_WORDS = 2000, 120
# What ends a clause: words on its two sides are no neighbors.
_ENDS = ("? ", ", ", ". ", "! ", "; ", ": ", "\n", " - ")
# Who a text may tell of; all of them read alike.
WHO = frozenset(
    """
    i im ive id me my mine myself he hes she shes his her him himself herself we our pt patient patients
    dad dads mom moms mum mums mother mothers father fathers husband hubby wife son daughter brother sister
    grandma grandpa granny gran grandmother grandfather grandad granddad nan nana pops friend mate partner
    aunt uncle boyfriend girlfriend mama papa ma pa daddy mummy mommy kid baby boy girl wifes husbands
    neighbor roommate cousin nephew niece guy lady resident client spouse missus
    yo mi mis esposo esposa hijo hija hermano hermana abuelo abuela madre padre tatay tita ate nanay
    """.split()
)
_GIVEN = frozenset(
    "chemo immuno immunotherapy cart infusion treatment therapy drug drugs nivo ipi pembro".split()
)
# Things, animals and pastimes: what happens to them happens to nobody.
THINGS = frozenset(
    """
    actor actress album app apps aquarium backup bacon balloon band bank baseball basil basketball
    batteries battery beach bicycle bike birthday bitcoin blender boat boiler book books boots boss
    brake brakes branch bread breaker browser budget bug bugs build builds bulb bulbs burger cable
    cables cactus cake camera campsite car carpet cars cartridge cat cats chapter charger cheese chess
    chicken chickens chili christmas cluster clutch coach code column columns compost computer concert
    container cookies copier couch cow coworker cows crossword crypto cucumber cucumbers cursor curtains
    database deadline dealership deck deploy deployment desk director dishwasher disk docker dog dogs
    doll dough drone drums dryer drywall economy email emails engine episode essay exam exams excel
    faucet fence fern ficus file files film finale firmware flight flights folder football freezer
    fridge furnace fuse game games garage garden gate git goalie goat goats goldfish golf grades grass
    grill grout guitar gutter gutters halloween hamster headphones heater hedge hen hens hero hockey
    homework horse horses hotel houseboat inbox internet invoice invoices jacket java job jobs kennel
    kernel ketchup kettle keyboard kite kitten lamp laptop lasagna laundry lawn lawnmower leash lecture
    lego lens lenses lights linux loan login loop luggage lyrics mac manager maple market mayo mechanic
    meeting meetings merge microwave minecraft mint modem monitor mortgage motorcycle mouse movie movies
    mower muffin muffins muffler mustard nintendo node nodes novel oak office orchid orchids oven pan
    pants parrot passport password passwords pasta phone phones piano pie pig pigs pipeline pipes
    pitcher pizza plant plants playlist playoffs playstation plot plumber podcast poker primer printer
    professor project projects proposal pumpkin pumpkins puppy puzzle python quarterback queries query
    rabbit radiator recipe referee refrigerator remote rent repo report reports roof rooster roses
    router row rows rug salad sandbox sauce scarf scooter screen script season semester sequel series
    server servers shares sheep shoes sink slides soccer sofa software song songs soup sourdough spam
    speaker speakers spelling spreadsheet sprint squash standup stapler starter stew stock stocks stove
    succulent sudoku suit sweater swing tax taxes team television tennis thanksgiving thermostat thesis
    thread threads ticket tickets tiles tire tires toaster tomato tomatoes toner toy toys tractor
    traffic trailer trains transmission tree trees truck trucks tulips turkey turtle tux tv vacation
    vacuum van vet villain violin vpn wallpaper washer website wedding wifi xbox zelda zucchini
    """.split()
)
# Where something is stands behind these: what happens in a garden does not happen to the garden.
_WHERE = frozenset(
    "in at on into inside onto from by near outside behind beside under to off en sobre".split()
)
_ARTICLES = frozenset("the a an my his her our their this that your el la un una".split())
# What denies the words behind it, as far as the clause goes; "cannot" and its like tell of a sign more often than not.
_DENIES = frozenset(
    """
    no not never without none nor neither denies denied denying isnt wasnt arent werent aint hasnt havent hadnt
    doesnt dont didnt nothing zero nobody sin ni ningun ninguna
    """.split()
)
# What a body needs: to lack it is a sign, so nothing is denied from there on; nor by "never ... like this".
_NEEDED = frozenset(
    """
    pulse heartbeat feeling sensation vision sight see seeing hear hearing speech words voice strength grip urine
    pee peed peeing urinate move moving movement breathe breathing breath air oxygen respond responding response
    react reacting awake wake waking answer answering answered talk talking speak speaking eat eating drink drinking
    swallow swallowing know knows knew recognize remember sense stop stopping stopped stops able stay stays staying
    work works working live living want
    pulso aire respira respirar respiro puedo puede pueden siento siente ve veo habla hablar responde despierta
    despertar orina orinar come comer bebe beber traga tragar entra mueve mover para parar quiero vivir reconoce sabe
    """.split()
)
_UNHEARD_OF = frozenset("such like so worse before".split())
_BESIDE = frozenset("with for of during since about after than all".split())
_RESUMES = frozenset("but just only except though although until unless because pero".split())
_DENIED = 5
# To lack is what these mean by themselves: after "no trouble", "breathing" is denied too.
_LACK = frozenset(
    "trouble difficulty difficulties problem problems issue issues shortness short loss".split()
)
# These deny a whole list, over its commas.
_DENIES_ALL = frozenset("denies denied denying".split())
# Names of medicines that are as much words of everyday speech.
_PLAIN = frozenset(("interferon", "interleukin", "interferons", "interleukins"))
_LEAST_NAME = 4


def names_in(text: str) -> list[str]:
    """Return the words that may be the name of a medicine."""
    return [
        w
        for w in dict.fromkeys(split(text[:LONGEST]))
        if len(w) >= _LEAST_NAME and w not in STOP and w not in _PLAIN
    ]


def features(text: str, medicines: Container[str]) -> list[int]:
    """Return the numbers of all that a text is compared by, each once, all below BUCKETS.

    Args:
        text: what somebody typed.
        medicines: the words in it that name one.
    """
    return list({number(one) for one in told(text, medicines)})


def told(text: str, medicines: Container[str]) -> set[str]:
    """Return what a text is compared by, as words.

    Args:
        text: what somebody typed.
        medicines: the words in it that name one.
    """
    text = text[:LONGEST]
    found = {"?"} if "?" in text else set()
    list_denied = not _DENIES_ALL.isdisjoint(split(text))
    for end in _ENDS:
        if end != ", " or not list_denied:
            text = text.replace(end, "|")
    many = 0
    for clause in text.split("|"):
        words = split(clause)[: _MOST_WORDS - many]
        if words:
            if not many:
                found.add("^" + " ".join(words[:2]))
            many += len(words)
            _clause(words, medicines, found)
    found.add(f"long {min(6, many // 3)}")
    return found


def _clause(words: list[str], medicines: Container[str], found: set[str]) -> None:
    roots: list[str] = []
    sorts: list[str] = []
    denied, lacking = 0, False
    for place, word in enumerate(words):
        root = stem(word)
        sort = _sort(word, medicines)
        if sort == "_thing" and _stands_behind(words[max(0, place - 2) : place]):
            sort = "_place"
        lacking = lacking or word in _LACK
        if word in _RESUMES or (word in _NEEDED and not (denied and lacking)):
            denied, lacking = 0, False
        elif denied:
            denied -= 1
            if word not in STOP:
                root = "!" + root
        if word in _DENIES and not (word == "never" and _is_unheard_of(words)):
            denied, lacking = (_MOST_WORDS if word in _DENIES_ALL else _DENIED), False
        roots.append(root)
        sorts.append(sort or root)
        found.add(root)
        if sort:
            found.add(sort)
        if sort != "_drug":
            marked = f"!{word}!" if root[0] == "!" else f"<{word}>"
            for size in _STRETCHES:
                for start in range(len(marked) - size + 1):
                    found.add(("!" if root[0] == "!" else "") + marked[start : start + size])
    found.add(roots[-1] + "$")
    for row in (sorts, roots) if sorts != roots else (sorts,):
        for apart in range(1, _REACH + 1):
            for one, other in zip(row, row[apart:], strict=False):
                found.add(f"{one} {other}" if apart == 1 else f"{one}~{other}")
    for three in zip(sorts, sorts[1:], sorts[2:], strict=False):
        found.add(" ".join(three))


def _is_unheard_of(words: list[str]) -> bool:
    """Say whether words tell that something never was as it is now: "never this bad", not "never on this drug"."""
    this = any(
        word == "this" and before not in _WHERE and before not in _BESIDE
        for before, word in zip(("", *words), words, strict=False)
    )
    return this or not _UNHEARD_OF.isdisjoint(words)


def _stands_behind(before: list[str]) -> bool:
    """Say whether the words before a thing make a place of it: "in the garden", "at work"."""
    return bool(before) and (
        before[-1] in _WHERE or (len(before) > 1 and before[-1] in _ARTICLES and before[-2] in _WHERE)
    )


def _sort(word: str, medicines: Container[str]) -> str:
    if word in WHO:
        return "_who"
    if word[0].isdigit():
        return "_number"
    if word in medicines or word in _GIVEN or (len(word) > 6 and word.endswith(("mab", "cel"))):
        return "_drug"
    if word in THINGS:
        return "_thing"
    return ""


def number(told: str) -> int:
    """Return the number of what a text is compared by."""
    return int.from_bytes(source_hash(_KEY, told.encode("utf-8", "replace"))[:2], "little")
