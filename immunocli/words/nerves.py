"""What trouble of nerves, mind and senses sounds like; see `frames`."""

from __future__ import annotations

NERVES = """
one-sided-weakness | face mouth smile cheek | lopsided crooked droop slack paralysed paralyzed twisted
  uneven wonky skewed =dropped sagging drooping slipped
one-sided-weakness | half side | face arm body leg mouth | die weak numb paralysed paralyzed droop floppy
  hanging useless dead tingling
one-sided-weakness | left right one | arm leg hand side foot | weak numb heavy floppy lead useless lift move
  grip clumsy drag dragging dead limp paralysed ! lump breast node scan
one-sided-weakness | bump bumping veer veering lean leaning drift walking | left right one | side door wall
  frame
one-sided-weakness | droop drooping | hand arm cup things right left
one-sided-weakness | stroke tia | having think mini had symptoms @ ! luck genius last cat dog brush
muscle-weakness | LIMB neck body | weak floppy heavy jelly lead useless buckle buckling power strength rag
  cotton noodles wobbly failing dead ! breast trial metal body-weight vest
muscle-weakness | leg knee thigh knees | gave give giving go going | way under from
muscle-weakness | cant wont unable | lift raise hold grip climb stand walk get rise comb carry move | arm
  leg head neck chair stairs toilet bed bath spoon cup fork pen kettle sofa hand hair feet armchair steps !
  around appointment hospital reservation
muscle-weakness | weak | too so | hold stand walk lift climb spoon cup dress wash
drooping-eyelids | eyelid eye | droop droopy falling | half shut one both keep @
drooping-eyelids | eyelid | close drop =dropped =drop heavy falling open stay lift hang
double-vision | double two twins ghost twice | see vision everything image images letters faces road lines
  heads | @ everything ! doctor doctors blind dose trial arm opinions consultants specialists drugs friends
  years
trouble-speaking | speech speak voice sentences tongue handwriting signature =words =word =talking =talk
  =talks | slur slurring slurred jumble jumbled muddled wobbly garbled rubbish gibberish nonsense drunk
  thick mumbling twisted scrambled nasal backwards illegible spidery scrawl tangled mush mushy wrong slow
  funny strange ! therapist video podcast drug dose
trouble-speaking | cant wont stop | speak words talk write sentence =get | properly clearly name words out
  mouth sentence anymore ! doctor nurse team anyone highly label email
confusion | act acting behaving behave =talking talk =talk =talks | zombie strange weird odd drunk oddly
  possessed bizarre vacant nonsense rubbish daft mad | @
confusion | stare stares staring gaze gazing blank | answer respond reply wall space nothing talk
confusion | lost wander wandering wandered | hallway kitchen bathroom house street nightdress own | @
confusion | not cant wont forgot forgotten forgets | =know =knows remember recognise recognize | =name home
  day year where who =what =us =me family wife kids | @other ! doctor drug trial page nurse find ask call
  drugs medicine study
confusion | gcs mental sensorium | drop dropping low altered falling status change
confusion | ice icans | score grade drop neurotoxicity ! cream
confusion | put puts putting shoes | kettle keys phone shoes milk | fridge oven freezer microwave | @
extreme-sleepiness | cant wont not unable | wake rouse stir waking | up properly him her mum dad @other
extreme-sleepiness | drowsy sleepy dozing nodding | so too very keep mid chewing talking hard | @
fainting | found find finds | floor ground carpet collapsed unconscious lying | @other ! glasses keys phone
  car ground-floor ward
fainting | fell fall falls slumped slumping keeled toppled crumpled | floor ground over landing stairs
  carpet bathroom kitchen down chair table | @
fainting | room world everything lights sight vision | dark black dim | went gone came turned goes go
fainting | funny | turn turns | had having @
fainting | come came comes | over | queer faint funny dizzy strange
fainting | black blackd blakd blck | out outs | @ twice ! box date curtain
fainting | loc syncope syncopal | x1 x2 x3 episode today twice post @
fainting | hit | deck floor | @
seizure | eyes | roll rolled rolling | back head @
seizure | jerk jerking twitching thrashing stiff spasm | all body limbs uncontrollably arms legs eyes floor
  whole | @ all
seizure | foam foaming froth frothing | mouth @
seizure | bit bite biting bitten | tongue | wet shook shake floor woke @other
meningitis-signs | rash spots purple | glass fade tumbler | not dont wont under doesnt never
sudden-blindness | eye sight see vision =see | blind lost curtain shadow shutter missing veil | one half
  left right gone went sudden suddenly out came over cant @ ! trial study
sudden-blindness | cant nothing lost | see sight | out left right one half eye ! doctor trial
vision-changes | cant wont | see =see read focus | proper properly clearly print clear right smeary ! doctor
  label
vision-changes | flash flashes flashing floaters zigzag | eye lights sight corner
eye-pain | eye | agony glass grit stabbing hurt | light lights red sore glass agony bright
severe-headache | headache =head | splitting explode exploding burst bursting worst pounding vice hammer
  thumping blinding | days nothing painkillers since terrible @ light
stiff-neck | neck | stiff bend chin rigid | cant light headache fever wont chest move
tremor | hand hands arms fingers | shake shaky tremor trembling | cant wont stop hold pen cup so keep ! with
dizziness | room head world everything walls | spin spinning spins swimming | cant stand round is @
dizziness | faint dizzy woozy lightheaded giddy wobbly | stand up every whenever clammy sweaty grey standing
back-pain-with-weak-legs | numb feel tingle tingling | waist saddle bottom crotch groin undercarriage
back-pain-with-weak-legs | lost no cant losing | control hold feel | bladder bowels bowel poo pee legs !
  weight cancer tumor
back-pain-with-weak-legs | leg legs | numb weak cant tingling dead | back bladder bowel wet toilet bowels
  spine
memory-change | forget forgetting memory forgotten | everything lost suddenly week gone all terrible blank |
  @
personality-change | paranoid nasty violent shouting shouts swearing raging vicious spiteful | @other !
  cancer tumor
personality-change | not isnt different changed | =himself =herself same person | @other ! alone
one-sided-weakness | finger hand arm thumb | obey obeying cooperate useless button buttons clumsy clumsily
  fumbling fumble unbutton | cant wont not @ ! search menu
one-sided-weakness | left right one | side half arm leg hand | working work worked dropped gone wrong
  ignoring ignores strange funny odd ! breast page lump screen door
one-sided-weakness | tip tipping topple toppling list listing leaning =staggers =staggering lurching | left
  right one sideways drunk side | @ ! scale scales
one-sided-weakness | left right one | side arm leg hand | not cant wont | work working move moving ! breast
  screen page
muscle-weakness | weak | too so | turn get sit up roll bed brush lift eat move chew
muscle-weakness | need needs takes | lift lifted lifting pull pulled haul hoist two carry carried | off up
  chair toilet bog bed bath
muscle-weakness | foot feet | flop flops flopping slap slaps slapping drag drags drop dragging | @ walk
  walking ! eye
muscle-weakness | lost losing | use power strength | leg arm hand legs arms hands
trouble-speaking | potato marbles cottonwool drunk | mouth sounds voice talking talks speak sounding | @
  like
trouble-speaking | words =words sentences reading | mean nothing sense wrong jumbled mixed gibberish
  scrambled | @ page out nonsense answer ! label article website doctor
confusion | thinks convinced believes accuses | nurses spies poisoning poison following watching plot police
  war home soldiers trying hospital | @other ! results treatment
confusion | people things bugs insects children voices cats | there real arent aren | not seeing talking
  hearing sees hears picking ! drug
confusion | count add | cant | @other shoes money anymore ten ! calories
memory-change | forgot forgets forgotten asks asking | wedding birthday names died dead mum dad again same
  grandchildren over | @other ! grief doctor drug
fainting | came come woke wake waking | floor tiles carpet ground | @
fainting | out | cold =cold | @other ! went going snow night
fainting | dropped dropping drop went | stone floor sack ground log tree | @ ! phone vial
seizure | body arms legs limbs | jumping jerking twitch twitching thrashing flailing | answer respond whole
  all stop cant
vision-changes | see look looking sight vision everything | frosted glass fog tunnel underwater smoke grey
  gray patch hole blotch waves wavy spot | middle like everything through eye centre center
personality-change | snapping snaps snapped throwing screaming yelling unlike rude moody =cruel character |
  @other | everyone things unlike her him people us changed character ! rubber
confusion | see sees seeing saw hears hearing talking picking plucking | cats dogs spiders people things
  children insects air ceiling sheets muttering walls dead ghosts bugs monsters | @other
one-sided-weakness | cant wont not | fist button grip squeeze smile wink write hold | left right one | side
  hand ! breast
one-sided-weakness | writing =writing handwriting | shrunk scribble scrawl small tiny changed illegible
  messy bad worse unreadable spidery
muscle-weakness | LIMB legs | not cant wont stopped quit refuse | work working move lift carry hold obey
  respond support listen ! study trial vaccine
muscle-weakness | crawl crawling drag dragging shuffle | bathroom toilet stairs legs floor myself | @
drooping-eyelids | eyelid eye | curtains sagging sag weighted lead heavy tired closing | evening teatime
  night like open day @ ! dry eyedrops curtain
double-vision | eye | move line together straight cross crossed crossing squint squinting | not dont cant
  out wont gone wrong
seizure | blank empty staring | spells episodes turns moments absences | @ stares where
seizure | jerk jerks jerking shakes twitches stiff | blue eyes foam unconscious respond floor | @other
extreme-sleepiness | sleep sleeping wakes | shake shaken only hours | 18 19 20 21 22 23 only all | @
numbness | pins tingle tingling pricking numb needles | finger feet hand toe fingertips soles arms legs
hearing-loss | ear hearing ears hear | muffled ringing deaf gone cant whooshing buzzing blocked =less
low-mood | blue sad tearful weepy miserable depressed flat down crying low | feel all every always time days
  weeks lately very =so ! song blood count
one-sided-weakness | arm leg hand | drop dropped flop fell slid hang limp | not cant wont ! breast
muscle-weakness | LIMB legs arms hands | not cant without little zero any | power strength energy force
  muscle
muscle-weakness | cant | do comb brush reach fasten button zip dress wash climb squat | bra hair shelf zip
  coat shoulders stairs overhead arms thighs ! search afford
trouble-speaking | word =words | finding find | difficulty difficulties cant problems trouble
trouble-speaking | words =words sentences speech =talking | front order backwards inside round mixed muddled
  stuck swapped | @ come comes coming out
extreme-sleepiness | not cant wont doesnt | open respond stir answer react | eye call called shout name
  shake pinch | @other
seizure | rigid stiff locked | eyes rolled head jaw arms back | @other
tremor | pen cup spoon fork hand tea | jump shake wobble spilling spill tremble rattling jittery jerky
  jumping | hand @ ! gun
confusion | not cant wont | follow understand recognise remember =know make | =what =where =who =me us
  simple time day sense commands | @other ! label drug doctor study results insurance grade article
confusion | ramble rambling mutter muttering babbling raving talking | nonsense never sense happened nobody
  rubbish | @
confusion | asked asking asks thinks | where cows work school station train mother home | @other coat
  nightie ! park results trial appointment
personality-change | rage furious fury temper hostile suspicious accusing withdrawn | @other | flew changed
  sudden suddenly never usually since into at
sudden-blindness | eye sight vision | dark black grey gone blank | left right one half curtain blind down
eye-pain | cant hurt | look =light lights window bright sun | eye | burn sore red cant hurt
severe-headache | headache =head | thump thumping pounding banging hammering splitting | @ cant vomit chin
  light neck stop days
one-sided-weakness | half side corner | mouth face lip | not cant wont moving move dribbling dribble drool
  drooling ! dentist
one-sided-weakness | dribbling drooling dribble drool | mouth face side half
one-sided-weakness | =stagger =staggers =staggering lurch wobbling unsteady | @ ! price
muscle-weakness | hip hips thighs legs arms shoulders knees back | not no cant little | strength power force
  climb lift stand
muscle-weakness | legs leg | tingle tingling numb | up stumbling toes weaker spreading climbing knees walk
muscle-weakness | foot toe feet | catch catches scuff trip trips tripping | @ carpet since
fainting | palpitation heart | black faint collaps pass | out over feel
seizure | arms legs body jaw teeth | flapping clenched jerking thrashing | @other
"""
