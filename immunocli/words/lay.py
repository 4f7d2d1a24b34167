"""Reads everyday words for what a body or a person suffers as a few plain notions."""

from __future__ import annotations

from immunocli.words.stems import split, stem

# Words that are one notion to whoever must hear an alarm.
_NOTIONS = {
    "cant": """
        cant cnt carnt kant cudnt cannot couldnt unable hardly barely trouble difficulty
        struggling struggle struggles
    """,
    "breath": "breath breathe breathing breathes breaths air inhale",
    "hurt": """
        pain pains painful hurt hurts hurting ache aches aching achy sore
        stab stabs stabbing throbbing tender cramping
    """,
    "belly": "stomach belly tummy abdomen abdominal gut guts bellyache stomachache tummyache",
    "pee": """
        pee peeing pees peed urine urinate urinating urination urinated wee weeing wees weed
        piss pissing
    """,
    "poo": """
        motions motion bowels poo poop pooping pooing pooped pooed stool stools poos turd turds
        crap crapping shit
    """,
    "toilet": "toilet loo bathroom pan bowl lavatory bog lav khazi crapper",
    "vomit": "vomit vomiting vomited vomits puke puking puked barf barfing barfed",
    "run": """
        runs diarrhea squits trots shits diaria dihorrea diarea diarrea diorea diahrea diarrhia diahrrea
        diarhea diarria dioreah diareah dyarrhea diahorrea dioria direa
    """,
    "see": "see seeing sees saw",
    "chest": "chest ribs ribcage breastbone sternum",
    "press": """
        pressure pressing squeeze squeezed squeezing tight tightness tightening crushing crushed
        heavy heaviness weight elephant brick vise vice clamp clamped gripping
    """,
    "close": "close closes closing closed shut shuts shutting",
    "black": "black tar tarry coal",
    "red": "red crimson scarlet pink maroon reddish",
    "spit": "spit spat spitting phlegm mucus sputum",
    "dots": "dots spots specks pinpricks blotches",
    "everything": "everything telly tv screen print page letters",
    "jelly": "jelly rubber noodles",
    "whistl": "whistle whistles whistling rattle rattles rattling squeaky",
    "point": "worth worthwhile point reason purpose",
    "finger": "finger fingers toe toes",
    "eyelid": "eyelid eyelids lid lids",
    "lip": "lip lips",
    "kilo": "kilo kilos kg kgs lb pounds lbs pound",
    "sight": "sight eyesight vision",
    "look": "look looks looking",
    "double": "double doubled doubles twice",
    "eye": "eye eyes eyeball eyeballs",
    "blue": "blue bluish purple",
    "swallowed": "swallowed",
    "faint": "fainted fainting faints swooned",
    "seizure": "seizure seizures seizing convulsion convulsions convulsing convulse convulsed fitting",
    "confus": "confused confusion muddled disoriented disorientated delirious bewildered befuddled",
    "swollen": """
        swell swells swelling swollen swelled puffy puffed ballooned ballooning balloon balloons
        bloated
    """,
    "yellow": "yellow yellowish jaundiced yellowed",
    "weak": "weak weakness limp floppy",
    "shake": "shake shaking shakes shaky shook trembling tremble trembles",
    "shiver": "shiver shivering shivers shivery",
    "speak": "speak talk talking speech speaking",
    "bleed": "bleed bleeding bleeds bled",
    "blood": "blood bloody",
    "throat": "throat airway windpipe",
    "wont": "wont never",
    "not": """
        not no dont doesnt didnt isnt arent wasnt werent without nothing nor neither none aint
        havent hasnt hadnt
    """,
    "stop": "stop stops stopping stopped ending end finish finishing",
    "want": "want wants wanted wanna wish wishes wishing rather",
    "think": """
        think thinks thinking thought thoughts consider considering contemplating imagine
        imagining
    """,
    "kill": "kill killing kills killed",
    "live": "live living alive exist existing",
    "die": "die dead dying death",
    "cough": "cough coughing coughs coughed hack hacking hacked",
    "burn": "burn burning burns burnt",
    "hot": "hot boiling roasting",
    "big": "big huge giant large",
    "bruis": "bruise bruises bruised bruising",
    "blister": "blister blisters blistering blistered",
    "collaps": "collapse collapsed collapses collapsing",
    "swallow": "swallow swallowing gulp",
    "medicin": "pills tablets capsules pill tablet capsule meds medicine medication",
    "toomany": "toomany toomuch",
    "head": "head skull",
    "headach": "headache headaches migraine",
    "terribl": """
        agony agonizing agonising excruciating terrible awful horrible horrendous unbearable
        severe intense worst dreadful fierce
    """,
    "heart": "heart heartbeat pulse",
    "race": """
        race races racing pounding pounds hammering thumping galloping fluttering flutters
        flutter hammer drum bolting leaping jumping skipping skips skipped missing misses
        irregular flips
    """,
    "leg": "leg legs calf calves thigh",
    "arm": "arm arms",
    "numb": "numb numbness",
    "droop": "droop droops drooping droopy drooped sagging sags",
    "blur": "blur blurry blurred blurring fuzzy hazy misty foggy cloudy clouded milky murky smeary",
    "sleep": "sleep sleeping asleep",
    "wake": "wake waking woken rouse roused awake",
    "hang": "hang hanging",
    "hives": "hives urticaria welts",
    "wheez": "wheeze wheezing wheezy wheezes",
    "suicid": "suicide suicidal suicidle suiside suicidel sucide suicde",
    "chok": "choke choking chokes choked",
    "palpitation": "palpitation palpitations",
    "jaundice": "jaundice",
    "anaphyla": "anaphylaxis anaphylactic",
    "hallucinat": "hallucinating hallucinations hallucinates hallucination",
    "dizzy": "dizzy dizziness lightheaded woozy giddy",
    "thirst": "thirsty thirst parched",
    "life": "life",
    "unclear": "confusing",
    "dose": "dose doses",
}
_NOTION_OF = {word: notion for notion, words in _NOTIONS.items() for word in words.split()}
# Words that together are one.
_JOINED = {
    ("any", "more"): ("anymore",), ("any", "longer"): ("anymore",), ("no", "longer"): ("cant",),
    ("can", "not"): ("cant",), ("could", "not"): ("cant",), ("not", "able"): ("cant",),
    ("will", "not"): ("wont",), ("would", "not"): ("wont",), ("hard", "to"): ("cant",),
    ("fighting", "for"): ("cant",), ("fight", "for"): ("cant",), ("gasping", "for"): ("cant",),
    ("throw", "up"): ("vomit",), ("throwing", "up"): ("vomit",), ("threw", "up"): ("vomit",),
    ("thrown", "up"): ("vomit",), ("throws", "up"): ("vomit",), ("chuck", "up"): ("vomit",),
    ("bringing", "up"): ("vomit",), ("brought", "up"): ("vomit",), ("passed", "out"): ("faint",),
    ("passing", "out"): ("faint",), ("pass", "out"): ("faint",), ("passes", "out"): ("faint",),
    ("blacked", "out"): ("faint",), ("blacking", "out"): ("faint",), ("blackout",): ("faint",),
    ("blackouts",): ("faint",), ("keeled", "over"): ("faint",), ("went", "unconscious"): ("faint",),
    ("lost", "consciousness"): ("faint",), ("unconscious",): ("faint",), ("unresponsive",): ("faint",),
    ("dropped", "to"): ("faint",), ("too", "many"): ("toomany",), ("too", "much"): ("toomany",),
    ("breathless",): ("cant", "breath"), ("breathlessness",): ("cant", "breath"),
    ("stomach", "ache"): ("belly", "hurt"), ("bellyache",): ("belly", "hurt"),
    ("stomachache",): ("belly", "hurt"), ("tummyache",): ("belly", "hurt"), ("earlier", "today"): (),
    ("a", "fit"): ("seizure",), ("fits",): ("seizure",), ("gone", "dead"): ("numb",),
    ("went", "dead"): ("numb",), ("blown", "up"): ("swollen",), ("puffing", "up"): ("swollen",),
    ("puffed", "up"): ("swollen",), ("puffs", "up"): ("swollen",), ("no", "feeling"): ("numb",),
    ("no", "sensation"): ("numb",), ("lost", "feeling"): ("numb",), ("let", "up"): ("stop",),
    ("ease", "off"): ("stop",), ("lets", "up"): ("stop",), ("blew", "up"): ("swollen",),
    ("im", "done"): ("imdone",), ("gonna",): ("going",), ("goin",): ("going",), ("cuz",): (),
    ("thru",): ("through",), ("do", "not"): ("dont",), ("does", "not"): ("dont",),
    ("did", "not"): ("dont",), ("is", "not"): ("dont",), ("are", "not"): ("dont",),
    ("was", "not"): ("dont",), ("have", "not"): ("dont",), ("has", "not"): ("dont",),
    ("hay", "fever"): ("hayfever",), ("yellow", "fever"): ("yellowfever",), ("pin", "pricks"): ("dots",),
    ("two", "doctors"): (), ("over", "dose"): ("overdose",), ("over", "dosed"): ("overdose",),
    ("overdosed",): ("overdose",), ("od",): ("overdose",), ("ods",): ("overdose",), ("the", "roof"):
    ("roof",), ("of", "luck"): ("luck",), ("number", "two"): ("poo",), ("number", "twos"): ("poo",),
    ("number",): ("numeral",), ("year", "old"): ("kid",), ("yr", "old"): ("kid",), ("little", "one"):
    ("kid",), ("bleeding", "edge"): (), ("cutting", "edge"): (), ("chest", "xray"): (),
    ("keeps", "going"): ("keeps",), ("stool", "water"): ("poo", "water"),
}  # fmt: skip
_IN_JOINED = frozenset(word for words in _JOINED for word in words)
# Words that an alarm does not hang on.
LIGHT = frozenset(
    """
    boy girl toddler grandson granddaughter grandad granddad hubby pa ma dads moms mums partner
    i im ive id me my mine myself we us our he hes she shes his her hers him himself herself they them
    their it its the a an this that these those is are was were be been being am has have having had got
    get gets getting gotten feel feels feeling felt keep keeps kept keeping seem seems going goes go
    went gone so very really just quite pretty rather too also even still again now today tonight
    yesterday morning evening night since ago last hour hours day days week minutes minute in on of at
    from with for to into and or but by as up off about around over after before during when whenever
    while because all some bit lot lots much more than then there here do does did please help what
    should can could would will may might must if you your whats how why where which who dad mom mum
    mother father husband wife son daughter brother sister grandma grandpa granny gran grandmother
    grandfather friend partner child kid baby aunt uncle patient nan boyfriend girlfriend nephew niece
    man woman guy kids mama papa daddy mummy mommy suddenly sudden badly bad worse new like crazy oh god
    ok okay hi hello says said say tells told started starting start began
    """.split()
) - {"here", "all", "rather", "up", "gone", "over", "off"}


def notions(text: str) -> list[str]:
    """Return the notions of a text in order, light words left out."""
    return [one for one in (notion(word) for word in joined(split(text))) if one not in LIGHT]


def joined(words: list[str]) -> list[str]:
    """Return words with those that together are one put together."""
    found: list[str] = []
    place = 0
    while place < len(words):
        pair = _JOINED.get((words[place], words[place + 1])) if place + 1 < len(words) else None
        if pair is not None:
            found += pair
            place += 2
            continue
        found += _JOINED.get((words[place],), (words[place],))
        place += 1
    return found


def notion(word: str) -> str:
    """Return what a word stands for."""
    if word in LIGHT:
        return word
    return _NOTION_OF.get(word) or stem(word)


def is_known(word: str) -> bool:
    """Say whether a word is one of everyday speech about the body."""
    return word in LIGHT or word in _NOTION_OF or word in _IN_JOINED
