"""Verb forms and word classes by which a sentence shows what it is."""

from __future__ import annotations

from factcheck.text.wordlists import words

# Forms that are past tense and seldom anything else, regular ones left out (they end in -ed).
PAST: frozenset[str] = words("""
    was were had did said went came made took gave won lost fell rose grew began became brought bought built
    caught chose drew drove fought found flew forgot held hid kept knew laid met paid ran sang sat saw sold
    sent shook shot spent spoke stood stole struck swore taught told thought threw understood wore wrote
    broke ate drank died sank slid sought stuck swept tore woke withdrew overthrew
    """)
# Present forms of what is done, by which the shortest sentences are told from exclamations.
PRESENT: frozenset[str] = words("""
    cause causes cut cuts cost costs kill kills save saves help helps harm harms work works pay pays own owns
    run runs lie lies rise rises fall falls grow grows need needs want wants make makes take takes give gives
    weigh weighs earn earns lead leads rule rules ban bans hate hates love loves spread spreads prevent
    prevents cure cures protect protects contain contains produce produces reduce reduces increase increases
    exist exists melt melts lose loses win wins hit hits beat beats hurt hurts employ employs fund funds
    """)
AUXILIARIES: frozenset[str] = words("""
    is are was were be been being am has have had do does did will would can could shall should may might
    must isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't
    couldn't shouldn't it's that's there's he's she's they're we're i'm you're i've we've they've you've
    what's who's
    """)
FIRST_PERSON: frozenset[str] = words(
    "i i'm i've i'll i'd we we're we've we'll we'd me us my our myself ourselves let's mine ours"
)
SECOND_PERSON: frozenset[str] = words("you your yours you're you've you'll you'd")
THIRD_PERSON: frozenset[str] = words("he his him she her he's she's they their opponent")
NEEDS: frozenset[str] = words("need needs")
NORMATIVE: frozenset[str] = words("should must ought shouldn't mustn't oughtn't")
FUTURE: frozenset[str] = words(
    "will won't shall i'll we'll you'll he'll she'll it'll they'll that'll there'll"
)
PLANS: frozenset[str] = words("""
    going about set due expected likely unlikely bound poised projected forecast predicted anticipated
    scheduled
    """)
FORECASTS: frozenset[str] = words("""
    expect expects expected forecast forecasts predict predicts predicted project projects projected
    anticipate anticipates anticipated likely unlikely poised bound warn warns warned fear fears feared
    """)
POSSIBILITY: frozenset[str] = words("may might could")
BELIEF: frozenset[str] = words(
    "think believe feel hope wish want suppose guess doubt prefer love hate like agree disagree"
)
# Adjectives and adverbs that give a judgement rather than a fact.
VALUING: frozenset[str] = words("""
    great good bad wonderful terrible awful horrible amazing beautiful ugly disgraceful disgusting shameful
    brilliant best worst wrong right fair unfair stupid silly important proud honored honoured tragic
    ridiculous absurd outrageous unacceptable fantastic excellent superb nice sad happy sorry dangerous
    foolish wise courageous brave noble decent moral immoral cruel hopefully sadly unfortunately frankly
    honestly arguably surely clearly obviously inspiring disappointing fascinating incredible remarkable
    magnificent dreadful pathetic appalling
    """)
THOUGHTS: frozenset[str] = BELIEF | words("view opinion judgment judgement seems")
COURTESY: frozenset[str] = words(
    "thank thanks welcome hello goodnight bless congratulations please sorry applause laughter crosstalk"
)
REPORTING: frozenset[str] = words("""
    said says say told voted vote votes opposed opposes supported supports promised proposed proposes called
    signed vetoed wants passed appointed claimed claims denied admitted announced endorsed refused rejected
    pledged warned accused charged convicted sentenced arrested sued fired hired resigned
    """)
CHANGE: frozenset[str] = words("""
    increase increased increases increasing decrease decreased rise rises rose risen fall falls fell fallen
    drop dropped grew grow grown growth decline declined cut cuts reduced reduce doubled tripled halved
    gained lost lose jumped surged soared plunged slumped shrank raised raise lowered created create brought
    gone climbed improved expanded slashed balanced added
    """)
CAUSAL: frozenset[str] = words("""
    because due caused causes cause resulted resulting led leads thanks since therefore consequently blamed
    owing prompted triggered spurred
    """)
QUANTITY: frozenset[str] = words("""
    percent percentage million billion trillion thousand thousands millions billions hundred hundreds dozens
    half third quarter majority average rate rates number numbers total amount average per twice double
    triple fewer majority
    """)
PUBLIC_MATTERS: frozenset[str] = words("""
    jobs unemployment economy deficit debt budget inflation tax taxes spending income wages poverty
    insurance medicare medicaid security troops nuclear weapons crime murder prison immigrants oil exports
    imports trade bill law act congress senate amendment treaty court election votes poll schools students
    workers families population companies banks industry program programs administration government military
    """)
TIME_PAST: frozenset[str] = words("""
    ago last yesterday since previously formerly earlier already during year years month months decade
    decades
    """)
ABSOLUTE: frozenset[str] = words("never ever only every none nobody always entire all first no")
COMPARATIVE: frozenset[str] = words(
    "more less fewer higher lower larger bigger smaller greater better worse faster slower than"
)
INTENTION: frozenset[str] = words(
    "plan plans goal want let let's try trying intend ideas proposal hope going"
)
SPEAKER: frozenset[str] = words("i i'm i'd i'll me my myself let's us")
PERFECT: frozenset[str] = words("has have had i've we've you've they've")
# Words in -ed that are no past tense.
NO_PAST: frozenset[str] = words(
    "indeed speed proceed succeed exceed agreed breed hundred sacred naked rugged unprecedented freed greed"
)
OFFICES: frozenset[str] = words("""
    administration opponent predecessor governor senator congressman president congress republicans
    democrats party mayor minister secretary
    """)
AMOUNTS: frozenset[str] = words("percent million billion trillion")
