"""The table of cues: which words attribute, and what stands beside them.

A row is a class of meaning, the arguments the cues take, and the cues that behave so; a new cue is a
word in a row, or a row. From our own knowledge of English, checked against the verb classes of Levin,
*English Verb Classes and Alternations* (1993), sections 37 (communication) and 29 to 34 (opinion).
"""

from __future__ import annotations

from typing import Final

from factcheck.text.cue_forms import (
    ADDRESSEE,
    AS,
    ASK,
    BARE,
    BASE,
    GERUND,
    GERUND_FORM,
    LEFT,
    OBJECT,
    OBJECT_TO,
    PARTICIPLE,
    PAST,
    QUOTE,
    THAT,
    THIRD,
    TO,
    Cue,
    CueClass,
    Form,
)
from factcheck.text.inflection import doubled, gerund, participle, past, third_person
from factcheck.text.wordlists import words

_ARGUMENTS: Final = {
    "that": THAT, "bare": BARE | THAT, "quote": QUOTE, "left": LEFT, "to": TO, "object": OBJECT,
    "object-to": OBJECT_TO, "ask": ASK, "hearer": ADDRESSEE, "as": AS, "gerund": GERUND,
}  # fmt: skip

# class | arguments | prepositions | verbs
_VERBS: Final = """
say | bare quote left ask object | | say
say | bare quote left ask hearer object object-to | of about | tell
say | bare quote left ask | about | add explain
say | bare quote left object | of about | announce claim declare acknowledge admit confirm concede
    proclaim reveal
say | bare quote left object ask | | note predict emphasize emphasise stress reiterate repeat
    mention estimate project forecast disclose divulge underscore highlight point+out lay+out make+clear
    spell+out clarify
say | bare quote left | about of | argue boast brag complain joke worry gripe
say | bare quote left object gerund | | lament recount relate recollect retell bemoan recall
say | bare quote left | to | testify respond reply attest
say | bare quote left | | assert maintain contend insist state observe remark opine reason quip counter
    retort surmise theorize posit muse conclude affirm aver allege exclaim interject
    deadpan crow scoff sniff fume gush grumble mutter murmur whisper shout yell scream bellow thunder cry
    chime+in respond joke sigh snap shrug laugh chuckle elaborate volunteer
    venture hypothesize concur stipulate blurt intone enthuse tease shoot+back fire+back hit+back chirp
    warble rejoin demur sum+up beam boom roar rumble gasp whine bark growl hiss drawl stammer plead rave
    swoon marvel
say | bare quote left | | post
say | bare quote left | | write tweet text email e-mail blog message retweet comment
say | bare quote left hearer object-to | of about against | warn caution
say | bare quote left hearer | of about | remind assure reassure
say | bare quote hearer | of about | inform notify alert brief
say | that hearer object-to | | convince persuade
say | bare quote left object | | report
say | bare left object ask as | | suggest imply indicate hint intimate
say | that | | signal
say | object ask | about on | discuss describe outline detail address explain elaborate recap narrate
    summarize summarise
say | quote | about of against | talk speak
say | object as | | describe portray depict characterize characterise label brand dub term tout
say | as | | cast paint frame
say | as | at | put
say | object | | maintain
say | object quote | | call
say | object quote | | quote cite reference echo invoke paraphrase
say | quote left | | answer read recite scold put+it
say | left | | sing
say | quote left object | | chant
say | quote left | | go+on continue
say | bare quote left | to | confess reckon
say | bare | | accept
say | bare quote left | | underline
say | that quote left | | object
believe | that | | regret
say | quote | to | allude refer point
show | that bare ask object left | | show reveal
say | that quote left | | rule
show | that bare ask object left | | find
show | that | | demonstrate illustrate
believe | bare left | | believe assume presume
believe | bare left ask | about of | think
say | bare left ask | about of | hear
believe | that ask | of about from | learn
believe | bare left ask object | about | know
believe | bare ask object | about | understand realize realise
believe | bare | that | feel
believe | bare left object ask | | fear
believe | bare object ask | | suspect imagine envision foresee anticipate
believe | bare to | for | hope
believe | bare object-to to object | | expect
believe | as that object | | view see perceive regard
believe | object object-to | | consider deem
believe | that to | with | agree disagree
believe | that to | on | decide
believe | that ask to | | determine
believe | that bare quote left object ask | | remember
believe | that bare object ask | | forget notice sense recognize recognise
ask | ask left quote | about | wonder
intend | to | for against | vote
intend | to | | attempt
intend | to object | | like
intend | object to | | seek
say | bare quote left object | | specify confide
say | quote left | | seethe
ask | object-to | | lobby pressure prod nudge push dare challenge petition
judge | object for as | for over as | hammer pound batter needle lampoon parody scorn snub spurn shun
    minimize minimise
believe | object that | | dread envy mourn
judge | object | | go+after compare
judge | object | | ignore disregard brush+off shrug+off tick+off trash taunt resist relish
say | object | | offer deliver unveil issue list identify
ask | object-to | | order encourage require
ask | object object-to | | prohibit ban
believe | object | | weigh mull ponder contemplate
judge | | with by | side stick
judge | | behind around | rally
believe | | about over with of | care deliberate toy
say | | on in at for about into | zero+in hold+forth lash+out swipe vouch sound+off
intend | | for | campaign
judge | object | | promote mock
believe | | on | dwell
say | bare quote left object | about | speculate
say | object | | publish
show | object | | list peg
show | that bare object left | | calculate
say | that | | hold judge
intend | | to for | look
believe | object to | | prefer
believe | object | | love hate dislike admire respect loathe despise resent regret appreciate
    cherish
deny | that object left gerund bare | | deny
deny | object that | | dispute refute rebut contradict
deny | bare object ask | | doubt
deny | object as | | reject dismiss disavow repudiate renounce disown rebuff decry
ask | ask quote left object-to hearer | about for | ask
ask | ask quote left hearer | about | inquire query quiz press grill
ask | ask object | | question debate challenge
ask | object-to that to object | | urge
ask | object-to that to | | beg implore exhort beseech encourage
ask | object-to that object to | | demand request
ask | object-to that | | order command
ask | object-to that hearer | against | advise
ask | object-to | | instruct direct counsel
ask | object that left gerund | | recommend propose advocate
ask | | for on | call
ask | quote | for with to | plead appeal
intend | to that bare quote hearer | for | promise
intend | to that bare left quote | for | pledge vow swear
intend | to that quote | for | threaten
intend | to object object-to | | want intend
intend | to | on | plan
intend | to | | refuse decline offer aim hesitate volunteer opt aspire
intend | to object | | seek
intend | to gerund | for | push lobby
judge | object that quote left | | decry deplore protest
judge | object for as | for over as | criticize criticise praise condemn denounce slam blast attack mock
    ridicule bash lambaste savage skewer assail berate chide rebuke reprimand admonish censure deride
    disparage belittle excoriate pan pillory castigate chastise hail applaud laud commend extol
    compliment salute thank congratulate fault blame rip knock
judge | object of | of | accuse suspect
judge | object | | defend support back endorse oppose welcome embrace champion trumpet rule+out call+out
    play+down downplay condone approve
judge | | against out at about with for | rail lash+out inveigh rage fulminate campaign speak+out
judge | | of | approve disapprove
judge | object | for | apologize apologise
judge | | to | object
judge | | with of about for | sympathize empathize quibble
judge | object | to | liken
say | object that | | express voice convey articulate utter vent
say | bare quote left | | reaffirm charge pronounce grouse fret moan wisecrack recapitulate foretell
say | | on at | balk pounce touch expound opine
believe | object | | interpret misread foreshadow underestimate overestimate discount
judge | object as for | as for | cheer boo insult smear malign herald satirize revile revere vilify excuse
    caricature lecture upbraid flatter discredit
judge | object | with | credit
judge | object | to from | attribute ascribe distance
judge | object | | favor favour extol
deny | object | | debunk invalidate veto retract
deny | object as | | wave+off laugh+off write+off
say | bare quote left | | profess insinuate prophesy exult gloat
believe | that bare | | guess infer deduce
believe | that | | figure
ask | object-to | | entreat coax cajole goad
say | object | | talk+up talk+down play+up
say | | about | open+up
say | | on | harp expand
say | | about over | bicker squabble quarrel
judge | | into | rip
judge | object as for | for | demonize demonise glorify idolize idolise scapegoat acclaim scold
believe | | on | fixate
"""

# Nouns: class | arguments | prepositions | nouns
_NOUNS: Final = """
say | that of | of about | claim allegation assertion contention suggestion statement remark comment
    assurance admission acknowledgment acknowledgement announcement prediction insistence conclusion
    argument accusation assessment description estimate warning confession revelation declaration
    testimony complaint explanation
say | that | | rumor rumour speculation report
believe | that of to | of about in over | belief view hope fear conviction opinion feeling perception
    suspicion doubt confidence expectation skepticism scepticism worry concern optimism understanding idea
    notion
deny | that of to | of | denial rejection refusal dismissal
ask | to for | for | call demand request plea appeal
intend | to | | decision plan promise pledge vow threat desire intention reluctance commitment
intend | to | for | proposal push
judge | | on about toward towards against over | position stance rhetoric tone outrage anger frustration
    anxiety
judge | to for | of for to against on | criticism support opposition praise attack condemnation
    endorsement disdain contempt enthusiasm admiration
say | of | of about | question mention critique denunciation reference
say | that of | for | apology case
say | that | | reminder advice hint assumption theory observation
say | that quote | | message response
say | quote | | answer
judge | that of | of for about | disapproval dislike defense defence embrace admonition
intend | to | | determination inclination
"""

# Adjectives after a form of `be` (and `feel`, `seem`): class | arguments | prepositions | adjectives
_ADJECTIVES: Final = """
believe | that bare of about in | of about | confident certain sure convinced hopeful optimistic aware
    doubtful skeptical sceptical unsure uncertain unaware mindful
believe | that bare about by at with to | about by at with over of | worried concerned afraid alarmed
    angry surprised disappointed pleased happy glad proud shocked upset frustrated thrilled delighted
    excited dismayed outraged troubled encouraged grateful satisfied unhappy dissatisfied ashamed nervous
    furious irritated baffled puzzled impressed
judge | of | of to | critical supportive dismissive complimentary opposed disdainful contemptuous wary
    leery fearful
intend | to | to | reluctant unwilling eager determined prepared hesitant keen committed anxious
believe | that of about | of about with on in for | proud tired sick fond interested comfortable
    enthusiastic bullish vocal outspoken honest bitter curious sorry enamored excited uneasy ambivalent
    furious livid silent emphatic
believe | that | | clear adamant
believe | of about on over to at by | on over about of to at by | upbeat divided split horrified appreciative
    sympathetic devoted hostile
intend | to | | inclined
"""


# Verbs whose base or `-s` form is as often a noun, besides those of the table of nouns.
_NOUN_TOO: Final = words(
    """
    tweet debate email e-mail note post show call support back cast campaign contest reason volunteer
    address blog message text report joke chant brief point question challenge reference echo brand label
    tout press quiz order command counsel direct aim vow tease whisper shout cry boom bark growl roar
    fault blame knock salute project estimate attack protest object counter remark boast signal hint plan
    claim comment like love fear doubt hope view notice wonder dislike favor favour respect welcome
    champion rail rip slam bash blast decline offer lament frame query rule laugh sigh snap gasp term dub
    paint beam worry deal purpose side stick charge voice discount boo insult touch vent cheer smear lecture
    credit herald veto figure guess scold
    """
)


def _cue_of(lemma: str, meaning: str, arguments: str, prepositions: str, *, noun_too: bool) -> Cue:
    """One cell of a row as a Cue."""
    base, _, particle = lemma.partition("+")
    bits = 0
    for argument in arguments.split():
        bits |= _ARGUMENTS.get(argument, 0)
    return Cue(base, _meaning(meaning), bits, frozenset(prepositions.split()), particle, noun_too)


def _meaning(word: str) -> CueClass:
    """The class a row names."""
    classes: dict[str, CueClass] = {
        "say": "say", "believe": "believe", "deny": "deny", "ask": "ask", "intend": "intend", "show": "show",
        "judge": "judge", "accord": "accord",
    }  # fmt: skip
    return classes[word]


def _rows(table: str) -> list[tuple[str, str, str, list[str]]]:
    """The cells of a table of rows."""
    rows = table.strip().replace("\n    ", " ").splitlines()  # an indented line goes on with its row
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    return [
        (meaning, arguments, prepositions, words.split()) for meaning, arguments, prepositions, words in cells
    ]


def _verbs() -> dict[str, Form]:
    """Every inflected form of every verb, to the cues it stands for."""
    nouns = set(NOUNS)
    found: dict[str, tuple[list[Cue], int]] = {}
    for meaning, arguments, prepositions, lemmas in _rows(_VERBS):
        for lemma in lemmas:
            base = lemma.partition("+")[0]
            cue = _cue_of(
                lemma, meaning, arguments, prepositions, noun_too=base in nouns or base in _NOUN_TOO
            )
            british = doubled(base)
            spelt = ((british[0], PAST | PARTICIPLE), (british[1], GERUND_FORM)) if british else ()
            for word, shape in (
                *spelt, (base, BASE), (third_person(base), THIRD), (past(base), PAST),
                (participle(base), PARTICIPLE), (gerund(base), GERUND_FORM),
            ):  # fmt: skip
                cues, shapes = found.get(word, ([], 0))
                if cue not in cues:
                    cues.insert(0, cue) if cue.particle else cues.append(cue)
                found[word] = (cues, shapes | shape)
    return {word: Form(tuple(cues), shapes) for word, (cues, shapes) in found.items()}


def _nouns() -> dict[str, Cue]:
    """Nouns that name an act of speech or mind, singular and plural."""
    found = {}
    for meaning, arguments, prepositions, lemmas in _rows(_NOUNS):
        for lemma in lemmas:
            cue = _cue_of(lemma, meaning, arguments, prepositions, noun_too=True)
            found[lemma] = cue
            found[third_person(lemma)] = cue
    return found


def _adjectives() -> dict[str, Cue]:
    """Adjectives of belief and attitude."""
    return {
        word: _cue_of(word, meaning, arguments, prepositions, noun_too=False)
        for meaning, arguments, prepositions, words in _rows(_ADJECTIVES)
        for word in words
    }


NOUNS: Final = _nouns()
ADJECTIVES: Final = _adjectives()
VERBS: Final = _verbs()
