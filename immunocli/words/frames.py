"""What an alarm sounds like, whoever tells of it: a part of the body, its trouble, how bad or since when.

Read when the index is built, never when a question is asked. A line is `sign | words | words`, one of each
group must stand near the others, in any order; `@` is any person and `@other` any but the one who asks;
`=word` is that very word, not its notion; none of the words behind `!` may stand anywhere. A sign with `+` is
told even by a question.
"""

from __future__ import annotations

from immunocli.words import lay
from immunocli.words.crises import CRISES

_GROUPS = {
    "LIMB": "arm leg hand thigh knee shoulder foot feet muscles limbs knees hands shoulders",
    "DRUG": "pills morphine oxycodone oxycontin insulin paracetamol tramadol gabapentin tylenol "
    "acetaminophen fentanyl codeine diazepam xanax valium lorazepam amitriptyline opioids painkillers "
    "sleepers ibuprofen aspirin zopiclone pregabalin methadone warfarin antidepressants oramorph patches pens",
    "NUMBER": "ten twelve fifteen twenty thirty forty fifty sixty 10 12 15 20 24 25 28 30 32 40 50 56 60 100",
    "SELF": "=myself =himself =herself =themselves =themself",
    "BAD": "terrible worst doubled curled scream screaming rigid agony bent knife unbearable writhing "
    "crippling killing",
    "POO": "poo toilet diarrhea bathroom bm bms stools",
    "LONG": "hours days nonstop constantly stop cant wont night all everything since yesterday",
}

_BODY = """
one-sided-weakness | face mouth smile cheek | lopsided crooked droop slack paralysed paralyzed twisted uneven wonky skewed =dropped sagging drooping slipped
one-sided-weakness | half side | face arm body leg mouth | die weak numb paralysed paralyzed droop floppy hanging useless dead tingling
one-sided-weakness | left right one | arm leg hand side foot | weak numb heavy floppy lead useless lift move grip clumsy drag dragging dead limp paralysed ! lump breast node scan
one-sided-weakness | bump bumping veer veering lean leaning drift walking | left right one | side door wall frame
one-sided-weakness | droop drooping | hand arm cup things right left
one-sided-weakness | stroke tia | having think mini had symptoms @ ! luck genius last cat dog brush
muscle-weakness | LIMB neck body | weak floppy heavy jelly lead useless buckle buckling power strength rag cotton noodles wobbly failing dead ! breast trial metal body-weight vest
muscle-weakness | leg knee thigh knees | gave give giving go going | way under from
muscle-weakness | cant wont unable | lift raise hold grip climb stand walk get rise comb carry move | arm leg head neck chair stairs toilet bed bath spoon cup fork pen kettle sofa hand hair feet armchair steps ! around appointment hospital reservation
muscle-weakness | weak | too so | hold stand walk lift climb spoon cup dress wash
drooping-eyelids | eyelid eye | droop droopy falling | half shut one both keep @
drooping-eyelids | eyelid | close drop =dropped =drop heavy falling open stay lift hang
double-vision | double two twins ghost twice | see vision everything image images letters faces road lines heads | @ everything ! doctor doctors blind dose trial arm opinions consultants specialists drugs friends years
trouble-speaking | speech speak voice sentences tongue handwriting signature =words =word =talking =talk =talks | slur slurring slurred jumble jumbled muddled wobbly garbled rubbish gibberish nonsense drunk thick mumbling twisted scrambled nasal backwards illegible spidery scrawl tangled mush mushy wrong slow funny strange ! therapist video podcast drug dose
trouble-speaking | cant wont stop | speak words talk write sentence =get | properly clearly name words out mouth sentence anymore ! doctor nurse team anyone highly label email
confusion | act acting behaving behave =talking talk =talk =talks | zombie strange weird odd drunk oddly possessed bizarre vacant nonsense rubbish daft mad | @
confusion | stare stares staring gaze gazing blank | answer respond reply wall space nothing talk
confusion | lost wander wandering wandered | hallway kitchen bathroom house street nightdress own | @
confusion | not cant wont forgot forgotten forgets | =know =knows remember recognise recognize | =name home day year where who =what =us =me family wife kids | @other ! doctor drug trial page nurse find ask call drugs medicine study
confusion | gcs mental sensorium | drop dropping low altered falling status change
confusion | ice icans | score grade drop neurotoxicity ! cream
confusion | put puts putting shoes | kettle keys phone shoes milk | fridge oven freezer microwave | @
extreme-sleepiness | cant wont not unable | wake rouse stir waking | up properly him her mum dad @other
extreme-sleepiness | drowsy sleepy dozing nodding | so too very keep mid chewing talking hard | @
fainting | found find finds | floor ground carpet collapsed unconscious lying | @other ! glasses keys phone car ground-floor ward
fainting | fell fall falls slumped slumping keeled toppled crumpled | floor ground over landing stairs carpet bathroom kitchen down chair table | @
fainting | room world everything lights sight vision | dark black dim | went gone came turned goes go
fainting | funny | turn turns | had having @
fainting | come came comes | over | queer faint funny dizzy strange
fainting | black blackd blakd blck | out outs | @ twice ! box date curtain
fainting | loc syncope syncopal | x1 x2 x3 episode today twice post @
fainting | hit | deck floor | @
seizure | eyes | roll rolled rolling | back head @
seizure | jerk jerking twitching thrashing stiff spasm | all body limbs uncontrollably arms legs eyes floor whole | @ all
seizure | foam foaming froth frothing | mouth @
seizure | bit bite biting bitten | tongue | wet shook shake floor woke @other
trouble-breathing | breath | =bad fast shallow noisy worse difficult laboured labored funny weird strange rapid marathon harder quick raspy panting ragged crackly worsening hungry struggling =short dying effort tight awful quickly rattly ! test fresh deep hold away scan easy exercises exercise radiation smell smells fasting shortness relief
trouble-breathing | no cant not enough | =air oxygen breathing =breath =breathe respireing =inhale | coming enough good well in lungs catch properly get cant since no ! problem trouble difficulty short shortness flight travel
trouble-breathing | puff puffed panting wind winded gasping gasp sob breathless | walk stairs bathroom sitting rest talk dress step lying exertion kitchen bed few
trouble-breathing | lip finger nail skin face tongue nails | blue grey gray purple | gone going turn are is look looks my his her ! cap eyes
trouble-breathing | rr resps resp respirations respiratory | distress 28 30 32 34 35 36 38 40 failure fast
chest-pain | chest ribs | press crushing band killing elephant knife standing sitting sat sit stabbing tight heavy squeezed closing burning ! xray x ray drain tube
chest-pain | cp | radiating arm jaw sweaty central co
racing-heart | heart ticker pulse =hr | clappers shop place mad crazy fast pounding bananas mental jumping wild thudding skip bursting funny irregular flutter drum train ! attack broken
facial-swelling | tongue lip | swollen fat big thick huge sausage sausages bigger growing doubled
facial-swelling | face throat eye mouth | swollen balloon fat puffy sausage hamster ! feature
blistering-skin | skin | peel peeling bubble bubbling raw slough sloughing sheets strips shedding | off raw sheets my his her all burn burning up ! fruit cream creams
blistering-skin | skin | off away | come comes coming falls falling slides rub rubbing
blistering-skin | rash skin | mouth eye lip blister raw bubble peel genitals | spread spreading sore raw lip eye mouth into blister peel fast burn
blistering-skin | rash spots | spread spreading | fast quickly everywhere hours face everything whole all rapidly
meningitis-signs | rash spots purple | glass fade tumbler | not dont wont under doesnt never
coughing-blood | cough spit | blood red rust rusty pink streaks streaked brown | @ up when my
vomiting-blood | vomit heave heaved brought bring sick | blood coffee grounds soil | @ up red dark like ! test
vomiting-blood | hematemesis haematemesis hemoptysis haemoptysis | this x1 x2 am pt today since @
blood-in-stool | poo toilet wipe pan motion =bottom nappy backside bum | blood black red jam clots maroon bleed blackberry cherry currant beetroot tar ! test sample cell donate
blood-in-stool | melena melaena hematochezia | x1 x2 x3 x4 since pt today overnight @
blood-in-urine | pee passing | red pink blood clot clots rusty rose wine ketchup ! test sample cell white
dark-urine | pee | brown dark cola coke tea rust orange treacle coffee stout guinness muddy mahogany ! drink drinking drank
unusual-bleeding | nose gum gums | pouring gush gushing streaming bleed dripping | blood hours wont stop keep every @ pouring
unusual-bleeding | bleed | stop wont keep hours pouring soaked drenched cant everywhere ! edge
heavy-bleeding | pad tampon period pads towels | soak soaking soaked flooding drenched hour | hour half every heavy blood
bruising | bruis | everywhere over nothing reason bump bumped never knock touch all overnight unexplained
severe-diarrhea | POO | every | minute minutes min mins hr hrs hour half quarter twenty ten fifteen thirty hourly ! flush
severe-diarrhea | run poo diarrhea | wont cant | stop control hold
severe-diarrhea | POO bottom | nonstop constantly tap pouring gushing explosive uncontrollable leave live off dehydrated | cant wont like been nonstop @
vomiting | vomit vomitting sick heaving puking | nonstop hours constantly every straight night everything keep down times stop ! leave pay hospital
vomiting | not nothing | stay staying keep kept keeps keeping | down
vomiting | cant wont not | down | water anything fluids food drink sip tablets keep | keep hold stay keeping stays
severe-belly-pain | belly | hurt cramp cramps =pain pains knot | BAD straight stand hard board rock
severe-belly-pain | belly | hard board rigid rock solid | hurt board rock doubled drum sick
fever | febrile pyrexial pyrexia feverish | pt 38 39 40 post since today chemo @ neutropenic infusion
fever | hot burning roasting boiling | up forehead skin fever temperature sweat | freezing shiver fever then forehead cold ! topic tumor
chills | teeth bed whole uncontrollably | chatter chattering shake shaking shiver rattling rattle clattering
chills | rigor rigors rigoring | post @ since infusion had x1 x2 pt
infection-signs | port picc hickman catheter line pegsite cannula | red pus ooze oozing leak weeping hot sore swollen gunk ! hot-line
sepsis-signs | mottled grey gray clammy blotchy ashen | breath fever cold sleepy sweaty confused hand hands feet infection pulse
yellow-skin | eye skin face | yellow mustard banana canary lemon custard daffodil ! cap fruit
yellow-skin | jaundiced | since today pt @
yellow-skin | turn gone turning going come look looks since went | yellow jaundiced | @ since skin like ! fever card page vial cap
trouble-passing-urine | bladder waterworks | full burst bursting stopped stop stuck blocked solid packed | cant nothing stop stopped wont go up
little-urine | pee | not no hardly barely few drops cant little nothing never none | hours since day yesterday all today only once nothing morning night come comes ! smell trial bcg hurt burning
thirst-and-urination | thirst drinking gallons drink | pee toilet | all every night lots horse gallons constantly cant forever much ! bcg before coffee
ketoacidosis-signs | breath | fruity pear acetone sweet varnish
sudden-blindness | eye sight see vision =see | blind lost curtain shadow shutter missing veil | one half left right gone went sudden suddenly out came over cant @ ! trial study
sudden-blindness | cant nothing lost | see sight | out left right one half eye ! doctor trial
vision-changes | cant wont | see =see read focus | proper properly clearly print clear right smeary ! doctor label
vision-changes | flash flashes flashing floaters zigzag | eye lights sight corner
eye-pain | eye | agony glass grit stabbing hurt | light lights red sore glass agony bright
trouble-swallowing | food drink water tea drinks soup | nose wrong stuck stick sticks | back down throat way
trouble-swallowing | swallow dysphagia | cant hurt lump wont choke stuck difficult liquids solids even hard painful ! tablet-size
severe-headache | headache =head | splitting explode exploding burst bursting worst pounding vice hammer thumping blinding | days nothing painkillers since terrible @ light
stiff-neck | neck | stiff bend chin rigid | cant light headache fever wont chest move
leg-swelling | leg ankle ankles feet foot calf shin | swollen twice tree size balloon puffy bigger | hot red tight one trunks shoes breath sore double other my his her
fast-weight-gain | gained gain put | kilo kilos stone pounds lbs | day days week since tuesday monday overnight on
tremor | hand hands arms fingers | shake shaky tremor trembling | cant wont stop hold pen cup so keep ! with
dizziness | room head world everything walls | spin spinning spins swimming | cant stand round is @
dizziness | faint dizzy woozy lightheaded giddy wobbly | stand up every whenever clammy sweaty grey standing
back-pain-with-weak-legs | numb feel tingle tingling | waist saddle bottom crotch groin undercarriage
back-pain-with-weak-legs | lost no cant losing | control hold feel | bladder bowels bowel poo pee legs ! weight cancer tumor
back-pain-with-weak-legs | leg legs | numb weak cant tingling dead | back bladder bowel wet toilet bowels spine
memory-change | forget forgetting memory forgotten | everything lost suddenly week gone all terrible blank | @
personality-change | paranoid nasty violent shouting shouts swearing raging vicious spiteful | @other ! cancer tumor
personality-change | not isnt different changed | =himself =herself same person | @other ! alone
overdose | took taken swallowed gave given had ate eaten drank | double twice toomany wrong extra =nans mixed again | DRUG dose doses steroids steroid methotrexate prednisone ! trial arm study mistake-free
overdose | child kid toddler baby grandson grandchild niece nephew boy girl son daughter | ate eat swallowed drank eaten licked chewed | DRUG dose steroids methotrexate cream bottle patch
overdose | took taken given gave swallowed | DRUG methotrexate | daily every NUMBER mistake accident go
overdose | took taken deliberate accidental had having | overdose | @
overdose | =odd | on | DRUG meds
overdose | drank drunk swallowed drinking ate | bleach poison antifreeze detergent weedkiller batteries
adrenal-crisis-signs | steroid steroids hydrocortisone prednisone prednisolone cortisol | ran miss missed stop vomit without out | faint dizzy weak sick collapse vomit adrenals
infusion-site-pain | drip cannula iv needle infusion | arm hand vein site | red swollen burn stinging hot lump leaking blistering
one-sided-weakness | finger hand arm thumb | obey obeying cooperate useless button buttons clumsy clumsily fumbling fumble unbutton | cant wont not @ ! search menu
one-sided-weakness | left right one | side half arm leg hand | working work worked dropped gone wrong ignoring ignores strange funny odd ! breast page lump screen door
one-sided-weakness | tip tipping topple toppling list listing leaning stagger staggering lurching | left right one sideways drunk side | @ ! scale scales
one-sided-weakness | left right one | side arm leg hand | not cant wont | work working move moving ! breast screen page
muscle-weakness | weak | too so | turn get sit up roll bed brush lift eat move chew
muscle-weakness | need needs takes | lift lifted lifting pull pulled haul hoist two carry carried | off up chair toilet bog bed bath
muscle-weakness | foot feet | flop flops flopping slap slaps slapping drag drags drop dragging | @ walk walking ! eye
muscle-weakness | lost losing | use power strength | leg arm hand legs arms hands
trouble-speaking | potato marbles cottonwool drunk | mouth sounds voice talking talks speak sounding | @ like
trouble-speaking | words =words sentences reading | mean nothing sense wrong jumbled mixed gibberish scrambled | @ page out nonsense answer ! label article website doctor
confusion | thinks convinced believes accuses | nurses spies poisoning poison following watching plot police war home soldiers trying hospital | @other ! results treatment
confusion | people things bugs insects children voices cats | there real arent aren | not seeing talking hearing sees hears picking ! drug
confusion | count add | cant | @other shoes money anymore ten ! calories
memory-change | forgot forgets forgotten asks asking | wedding birthday names died dead mum dad again same grandchildren over | @other ! grief doctor drug
fainting | came come woke wake waking | floor tiles carpet ground | @
fainting | out | cold =cold | @other ! went going snow night
fainting | dropped dropping drop went | stone floor sack ground log tree | @ ! phone vial
seizure | body arms legs limbs | jumping jerking twitch twitching thrashing flailing | answer respond whole all stop cant
trouble-breathing | breath | straw water drowning underwater pillow glue treacle rattle rattles every sucking pulling shoulders neck ribs grey each ! drink drinks test hold
trouble-breathing | lung lungs | water full fluid heavy fill tight drowning collapsed ! cancer scan donor
trouble-breathing | drowning suffocating smothered smothering | in bed night lying lungs feel
racing-heart | heart chest | fish bird flopping flop butterfly hammering running runaway beating | fast like out @ ! goes out
blistering-skin | lip mouth eye | privates genitals vagina penis bum down groin bits | blister raw hurt ulcers sores sore peeling
blood-in-stool | poo turd | black soot bitumen tarmac coal ink tar ! pee
blood-in-stool | blood clots bleeding bleed | bog loo toilet roll paper tissue passage back bowl | @ over when in all from ! nose test
heavy-bleeding | pad pads tampon tampons sanitary nightie | change changed changing soak through | hours hour times every minutes
severe-diarrhea | stuck sat live living sitting camped | toilet loo bog bathroom | since all night hours ! bcg
severe-diarrhea | run poo diarrhea | count lost nonstop water | times cant many ! sample
severe-belly-pain | belly | knives knife stabbed ripped twisted torn cut glass cry crying scream screaming | @ hurt
fever | =t temp tmax | 38 39 40 41 101 102 103 104 | 1 2 3 4 5 6 7 8 9 day post =t temp ! cell storage
chills | shake shaking uncontrollable shiver shivers teeth | uncontrollable uncontrollably chemo infusion violently freezing rattling hour cold | @ after hour teeth shake shaking came ! head hand excitement hands
little-urine | pee dribble drop drips trickle | hardly only barely few | go come comes pass passing toilet day
little-urine | nappy nappies diaper diapers | not no dry wet | day all hours since
thirst-and-urination | drink drinking thirst | pee peeing | drink and all ! bcg coffee water-intake
thirst-and-urination | sugar sugars glucose | 300s 400s 500s 600s roof high hi skyhigh error sky | @ reads meter ! free drinks diet
vision-changes | see look looking sight vision everything | frosted glass fog tunnel underwater smoke grey gray patch hole blotch waves wavy spot | middle like everything through eye centre center
trouble-swallowing | food drink water tea drinks soup milk | nose | comes come out back down
personality-change | snapping snaps snapped throwing screaming yelling unlike rude moody =cruel character | @other | everyone things unlike her him people us changed character ! rubber
overdose | gave given injected took taken had | adult double twice error wrong mixed-up NUMBER 2 3 4 three two four five both | DRUG weekly patch shot ! prescribed weeks plan
overdose | gave given injected | adult wrong double someone error mistake accident | dose DRUG jab shot
overdose | toddler baby kid child grandson | open opened playing gone missing found into | DRUG bottle packet box blister
confusion | see sees seeing saw hears hearing talking picking plucking | cats dogs spiders people things children insects air ceiling sheets muttering walls dead ghosts bugs monsters | @other
one-sided-weakness | cant wont not | fist button grip squeeze smile wink write hold | left right one | side hand ! breast
one-sided-weakness | writing =writing handwriting | shrunk scribble scrawl small tiny changed illegible messy bad worse unreadable spidery
muscle-weakness | LIMB legs | not cant wont stopped quit refuse | work working move lift carry hold obey respond support listen ! study trial vaccine
muscle-weakness | crawl crawling drag dragging shuffle | bathroom toilet stairs legs floor myself | @
drooping-eyelids | eyelid eye | curtains sagging sag weighted lead heavy tired closing | evening teatime night like open day @ ! dry eyedrops curtain
double-vision | eye | move line together straight cross crossed crossing squint squinting | not dont cant out wont gone wrong
allergic-reaction | itch tingle tingling flushed hives rash wheez | lip tongue throat faint drop wheez swollen drip infusion tight | faint drop dizzy tight throat wheez pass collaps ! nivolumab weeks
chest-pain | heart chest | fist band vice belt grip squeeze brick stone weight clamp
leg-swelling | feet ankle leg foot ankles | swollen | so cant shoes socks dent one both suddenly breath flat lie
fast-weight-gain | two three four five six seven 2 3 4 5 6 7 8 9 10 | kilo stone pounds lbs | up more heavier on overnight week yesterday days gain ! lost lose down
little-urine | pee | once twice | day days hours today ! flush how often
severe-diarrhea | up stuck all | night | toilet loo bog bathroom poo | @ all on
blistering-skin | skin rash | hurt burn scalded sunburn sunburnt raw | red all over touch everywhere spreading boiled ! infusion sun
blistering-skin | sores sore blister ulcers ulcer | mouth lip | eye genitals privates vagina penis skin down
thirst-and-urination | glucose sugar sugars bm | mmol hi 18 19 20 22 24 25 26 28 30 32 33 35
very-high-blood-pressure | 180 185 188 190 195 200 205 210 215 220 230 | 100 105 110 112 115 118 120 125 130 135 140
seizure | blank empty staring | spells episodes turns moments absences | @ stares where
seizure | jerk jerks jerking shakes twitches stiff | blue eyes foam unconscious respond floor | @other
sepsis-signs | floppy limp grey gray pale | floppy grey gray mottled clammy blue drowsy responding unresponsive | @other
extreme-sleepiness | sleep sleeping wakes | shake shaken only hours | 18 19 20 21 22 23 only all | @
overdose | girl boy toddler kid child daughter son baby grandson granddaughter nephew niece | got getting into found playing | medicin steroids chemo DRUG patch
overdose | took taken swallowed | someone elses somebody husband wife neighbour dads mums husbands wifes wrong | DRUG
numbness | pins tingle tingling pricking numb needles | finger feet hand toe fingertips soles arms legs
mouth-sores | mouth gob gums tongue cheek | sores raw ulcers ulcer hurt white patches coating thrush burn stinging
cough | cough tickle | days weeks week hanging lingering shift ages month new dry worse night tickly
rash | skin back tummy belly arm leg chest face | bumps spots rash blotchy itch itchy pimples welts ! hives lump
diarrhea | poo run toilet | loose runny four five six sloppy watery mushy often
hearing-loss | ear hearing ears hear | muffled ringing deaf gone cant whooshing buzzing blocked =less
new-lump | lump bump swelling knot | neck armpit breast groin found new under pea grape growing
severe-tiredness | tired exhausted fatigue shattered knackered drained worn wiped | bone cant bed nothing dishes shower dress all up everything
low-mood | blue sad tearful weepy miserable depressed flat down crying low | feel all every always time days weeks lately very =so ! song blood count
wound-not-healing | wound scab cut sore scar incision | heal close open weeping smell oozing again closing
muscle-pain | muscles thighs shoulders arms calves | hurt ache stiff sore tender
bone-pain | bone bones shin hip spine | hurt deep night ache
jaw-pain | jaw | hurt stiff sore click tired
painful-urination | pee | sting stings stinging burn hurt burns scalding razor
possible-pregnancy | pregnant period pregnancy | late missed might maybe could think test positive =im
pale-skin | pale white ghost sheet | face skin look looks gone gums @ ! blood cells count
one-sided-weakness | arm leg hand | drop dropped flop fell slid hang limp | not cant wont ! breast
muscle-weakness | LIMB legs arms hands | not cant without little zero any | power strength energy force muscle
muscle-weakness | cant | do comb brush reach fasten button zip dress wash climb squat | bra hair shelf zip coat shoulders stairs overhead arms thighs ! search afford
trouble-speaking | word =words | finding find | difficulty difficulties cant problems trouble
trouble-speaking | words =words sentences speech =talking | front order backwards inside round mixed muddled stuck swapped | @ come comes coming out
extreme-sleepiness | not cant wont doesnt | open respond stir answer react | eye call called shout name shake pinch | @other
seizure | rigid stiff locked | eyes rolled head jaw arms back | @other
chest-pain | chest | lorry truck car bus boulder anvil parked horse rock weight ton bricks cement | @ on
severe-belly-pain | belly | spasm spasms cramp cramps uncurl curled twist folded foetal fetal stabbing waves | cant @ terribl stop
little-urine | catheter bag | not nothing empty dry | day hours all since night in
tremor | pen cup spoon fork hand tea | jump shake wobble spilling spill tremble rattling jittery jerky jumping | hand @ ! gun
overdose | had took taken swallowed gave | tablets DRUG dose | together both same once days | ! food breakfast meal prescribed
possible-pregnancy | expecting | baby child | @ might may think
trouble-breathing | breath | catch fight fighting hunger starved tight blocked stopping stops stopped | @ cant ! scan test
trouble-breathing | puff winded wind breath | tying laces shoes shoelaces stairs bed shower dressing shopping kettle
confusion | not cant wont | follow understand recognise remember =know make | =what =where =who =me us simple time day sense commands | @other ! label drug doctor study results insurance grade article
confusion | ramble rambling mutter muttering babbling raving talking | nonsense never sense happened nobody rubbish | @
confusion | asked asking asks thinks | where cows work school station train mother home | @other coat nightie ! park results trial appointment
personality-change | rage furious fury temper hostile suspicious accusing withdrawn | @other | flew changed sudden suddenly never usually since into at
sudden-blindness | eye sight vision | dark black grey gone blank | left right one half curtain blind down
eye-pain | cant hurt | look =light lights window bright sun | eye | burn sore red cant hurt
sepsis-signs | cold clammy mottled | hands feet skin | fever confused infection shivering breath faint
severe-headache | headache =head | thump thumping pounding banging hammering splitting | @ cant vomit chin light neck stop days
yellow-skin | say says tell look looks | yellow jaundiced | @ eye skin
fast-weight-gain | scales scale weigh | up | kilo stone lb two three four five 3 4 5 6 7 8 9 10 | day days week overnight this
"""


def frames() -> list[tuple[str, list[list[str]], int, list[str], bool]]:
    """Return each frame: its sign, its groups of notions, how far they reach, what forbids it, whether sure."""
    found: list[tuple[str, list[list[str]], int, list[str], bool]] = []
    for reach, table in ((9, _BODY), (14, CRISES)):
        for line in table.strip().splitlines():
            line, _, against = line.partition("!")
            sign, *groups = (part.strip() for part in line.split("|"))
            parts = [sorted(set(_alternatives(group))) for group in groups if group]
            vetoes = sorted(set(_alternatives(against)))
            found.append((sign.lstrip("+"), parts, reach, vetoes, sign[0] == "+"))
    return found


def spelled() -> set[str]:
    """Return the words of all frames as they are spelled."""
    groups = " ".join((*_GROUPS.values(), _BODY, CRISES)).replace("|", " ").split()
    return {word.strip("+=") for word in groups if word.strip("+=").isalpha() and word.islower()}


def _alternatives(group: str) -> list[str]:
    words: list[str] = []
    for word in group.split():
        if word in _GROUPS:
            words += _alternatives(_GROUPS[word])
        else:
            words.append(word if word[0] in "@=" else lay.notion(word))
    return words
