"""The small words of English by class: what the rules of attribution read a sentence's frame from.

Closed classes (articles, prepositions, auxiliaries) are complete for news; open classes hold only what
the rules ask for: words of time, of people, and frequent verbs that end a noun phrase.
"""

from __future__ import annotations

from typing import Final

DET: Final = 1
POSSESSIVE: Final = 1 << 1  # my, his, ’s
PREPOSITION: Final = 1 << 2
SUBJECT: Final = 1 << 3  # he, she, they: a noun phrase that must be a subject
PRONOUN: Final = 1 << 4  # any other pronoun that stands alone
BE: Final = 1 << 5
HAVE: Final = 1 << 6
DO: Final = 1 << 7
MODAL: Final = 1 << 8
NOT: Final = 1 << 9
ADVERB: Final = 1 << 10
AND: Final = 1 << 11  # and, but, or
SUBORDINATOR: Final = 1 << 12
RELATIVE: Final = 1 << 13
TIME: Final = 1 << 14
VERB: Final = 1 << 15  # a finite verb that carries no attribution
COMMA: Final = 1 << 16
OPEN: Final = 1 << 17
CLOSE: Final = 1 << 18
DASH: Final = 1 << 19
BREAK: Final = 1 << 20  # ; : and sentence-final marks
QUOTE: Final = 1 << 21
TO: Final = 1 << 22
NUMBER: Final = 1 << 23
PERSON: Final = 1 << 24  # a word for one person or more by role
NOUN: Final = 1 << 25  # any other noun that looks like an adverb

AUXILIARY: Final = BE | HAVE | DO | MODAL
FINITE: Final = AUXILIARY | VERB

_CLASSES: Final = {
    DET: "the a an this these those each every some any no another all both many most few several such "
    "either neither certain various numerous",
    POSSESSIVE: "my your his her its our their whose 's ’s",
    PREPOSITION: "of in on at by for from with about against between into through during without within "
    "under over after before among amid around across behind beyond despite toward towards upon near since "
    "until till via per like unlike throughout alongside off onto outside inside above below besides "
    "except regarding concerning following including versus as",
    SUBJECT: "he she they i we",
    PRONOUN: "it there you him them us me himself herself themselves itself who everyone everybody someone "
    "somebody anyone nobody one others",
    BE: "is are was were be been being am 'm ’m 're ’re isn wasn aren weren ain",
    HAVE: "has have had having 've ’ve hasn haven hadn",
    DO: "does do did doesn don didn",
    MODAL: "will would can could may might must shall should 'll ’ll 'd ’d won wouldn couldn shouldn cannot "
    "ought needn",
    NOT: "not never seldom rarely scarcely 't ’t n't hardly barely",
    ADVERB: "also then now still just already again largely once later even only ever often always sometimes "
    "soon instead further furthermore moreover meanwhile too rather quite very almost perhaps maybe "
    "indeed however therefore thus nevertheless nonetheless yesterday today tomorrow tonight long "
    "first here both all aloud flatly outright twice matter-of-factly back together so far well afterwards "
    "afterward",
    AND: "and but or nor yet",
    SUBORDINATOR: "that if when while because although though whether unless where why how what whereas "
    "lest once since until",
    RELATIVE: "who which whom",
    TIME: "monday tuesday wednesday thursday friday saturday sunday january february march april june july "
    "august september october november december jan feb mar apr aug sept sep oct nov dec yesterday today "
    "tomorrow tonight week month year morning afternoon evening night day days weeks months years minutes "
    "hours weekend ago earlier later last next this recently weekday noon midnight",
    VERB: "went came made took got gave left kept held became began found brought lost won led met ran sat "
    "stood spent sent built paid grew fell rose broke drew drove flew threw wore ate hit cut put set let "
    "sued sues lied vied owed swore laid "
    "cost costs beat beats hurt hurts quit bought buys sold sells chose chooses fought fights struck strikes "
    "bore shook swept caught taught froze rode swam sank sang shrank sprang stole tore woke "
    "goes comes makes takes gets gives leaves keeps holds becomes begins brings loses wins leads meets runs "
    "sits stands spends sends builds pays grows falls rises needs remains remained includes included faces "
    "faced involves involved means meant uses used helps helped works worked lives lived turns turned starts "
    "started stopped stops happens happened appears happened ended ends arrived arrives allowed allows "
    "caused causes passed passes moved moves played plays received receives served serves carries carried "
    "continues died dies lies lay "
    # Strong pasts that are nothing else, and their compounds.
    "overpaid overspent oversaw overran overtook overthrew overcame overrode oversold overslept undertook "
    "underwent underpaid undersold withdrew withheld withstood rebuilt resold retook rewrote redid remade "
    "repaid rethought outran outsold outgrew outdid outspent misled mistook misspent forgave forbade forwent "
    "arose awoke bade bent bled blew bred clung crept dealt dug dreamt drank dwelt fed fled flung forsook "
    "hid hung knelt leapt learnt lent lit pled proved rang shone slew slept slid slung smelt sneaked sped "
    "spelt spilt spun spat spoilt stank stung stuck strode strove strung swung trod wept wove wrung heard "
    # Third persons that are no plurals.
    "affects attracts belongs combines competes comprises consists contains contributes creates "
    "depends deserves destroys develops differs employs enables enjoys ensures exceeds exists expires "
    "extends fails follows generates governs improves invests joins lacks lasts lets occurs operates owes "
    "owns performs pertains possesses prevents produces protects provides puts raises reaches reduces "
    "reflects relies represents requires seems solves stems succeeds suffers tends threatens tries "
    "varies violates weakens worsens yields",
    COMMA: ",",
    OPEN: "( [",
    CLOSE: ") ]",
    DASH: "- – — ― -- ---",
    BREAK: "; : . ! ? … ... .. ....",
    QUOTE: "\" “ ” „ « » ‘ ‹ › '' `` ’’",
    TO: "to",
    NUMBER: "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty dozens "
    "hundreds thousands millions",
    PERSON: "man woman people person official officials spokesman spokeswoman spokesperson president senator "
    "minister governor mayor secretary director chairman chairwoman chair chief leader leaders lawmaker "
    "lawmakers expert experts analyst analysts critic critics supporter supporters researcher researchers "
    "user users voter voters resident residents witness witnesses source sources adviser advisers advisor "
    "advisors aide aides strategist strategists reporter reporters journalist journalists professor police "
    "officer officers candidate candidates democrat democrats republican republicans delegate delegates "
    "attorney attorneys lawyer lawyers judge judges author authors editor editors economist economists "
    "scientist scientists doctor doctors teacher teachers student students manager consultant "
    "activist activists opponent opponents ally allies member members nominee family prosecutor prosecutors "
    "neighbours neighbors campaigners investigators detectives passengers employees relatives diplomats "
    "executives historians farmers nurses customers",
    NOUN: "reply supply assembly rally tally anomaly monopoly homily melancholy bully belly jelly fly "
    "butterfly dragonfly oligopoly doily lily ply gully gulley italy july",
}


def _lexicon() -> dict[str, int]:
    """Fold the classes into one dictionary, a word to all its classes."""
    words: dict[str, int] = {}
    for flag, listed in _CLASSES.items():
        for word in listed.split():
            words[word] = words.get(word, 0) | flag
    return words


ENGLISH: Final = _lexicon()
