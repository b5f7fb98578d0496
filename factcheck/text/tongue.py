"""What the engine has to know of a language that is not English, as one value of tables.

A newcomer adds a language by writing two tables, its cues and its names, and entering the first in
`attribution_tongues`. All words are in small letters.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from factcheck.text.cue_forms import Cue

Gender = Literal["he", "she", "they", ""]
SAY: Final = Cue("say", "say", 0)
DENY: Final = Cue("deny", "deny", 0)
ASK: Final = Cue("ask", "ask", 0)
INTEND: Final = Cue("intend", "intend", 0)
ACCORD: Final = Cue("according", "accord", 0)
NOTHING: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """What stands before, in and for a name.

    `titles`, articles and `pronouns` tell a gender: `they` is for many, empty where the word leaves it
    open. An article written together with its word ends in its apostrophe (`l'`).
    """

    titles: Mapping[str, Gender]
    definite: Mapping[str, Gender]
    indefinite: Mapping[str, Gender]  # and words for a number of people
    possessives: frozenset[str]
    pronouns: Mapping[str, Gender]
    relatives: frozenset[str]  # begin a clause about a noun: `qui`
    joining: frozenset[str]  # inside names of people: `von`
    of: frozenset[str]  # tie a document or a spokesman to a body: `du`
    bodies: frozenset[str]  # words for an institution
    documents: frozenset[str]
    groups: frozenset[str]  # people, without an article that says so: `oposición`
    outlets: frozenset[str]  # words in the names of media
    media: frozenset[str]  # words for a medium, before its name: `der Zeitung`
    told: frozenset[str]  # stand before the medium that was spoken to
    by: frozenset[str] = NOTHING  # before who has made a document: `par`
    made: frozenset[str] = NOTHING  # before the day on which a document came out: `publié`
    ties: frozenset[str] = NOTHING  # inside names of institutions alone: `für`
    men: frozenset[str] = NOTHING  # first names that leave no doubt
    women: frozenset[str] = NOTHING
    epithets: frozenset[str] = NOTHING  # call who has just spoken: `la spécialiste`
    equals: Mapping[str, frozenset[str]] = field(default_factory=dict)  # other words for a role
    # Where all nouns have capitals they also compound: a word is one of `bodies` or `roles` if it ends so.
    capital_nouns: bool = False
    roles: frozenset[str] = NOTHING
    feminine: str = ""  # the ending of a woman's role
    genitives: frozenset[str] = NOTHING  # articles after which a noun has an `s`
    datives: frozenset[str] = NOTHING  # articles before who heard it, and before `X zufolge`


@dataclass(frozen=True, slots=True, eq=False)
class Tongue:
    """What the frames of attribution need of a language: forms of one kind each.

    `verbs` are finite verbs of saying, `participles` stand behind one of `auxiliaries` (`a déclaré`, `hat
    erklärt`); both also hold those in `denying`, `asking` and `intending`.
    """

    verbs: frozenset[str]
    participles: frozenset[str]
    auxiliaries: frozenset[str]
    that: frozenset[str]
    accord: tuple[tuple[str, ...], ...]  # phrases before a source: `selon`
    breaks: frozenset[str]  # words at which a source ends
    names: Names
    prepositions: frozenset[str]
    openers: frozenset[str]  # other words that begin no source
    times: frozenset[str]  # may stand between a verb and its subject
    months: frozenset[str] = NOTHING
    postposed: frozenset[str] = NOTHING  # after a source: `zufolge`
    denying: frozenset[str] = NOTHING
    asking: frozenset[str] = NOTHING
    intending: frozenset[str] = NOTHING
    objects: frozenset[str] = NOTHING  # forms that take a noun for what is said: `fordert mehr Geld`
    # Forms that need the word behind them: `fait savoir`, `dejó claro`.
    phrases: Mapping[str, frozenset[str]] = field(default_factory=dict)
    agreements: tuple[str, ...] = ()  # endings of participles behind a reflexive: `s'est indignée`
    asides: frozenset[str] = NOTHING  # set off a subject from another: `por su parte`
    gerunds: tuple[tuple[str, tuple[str, ...]], ...] = ()  # endings, and those of the verbs they are of
    separable: Mapping[str, frozenset[str]] = field(default_factory=dict)  # forms and their particles
    particles: frozenset[str] = NOTHING  # all of these
    reflexives: frozenset[str] = NOTHING  # stand before their verb: `se quejó`
    questions: frozenset[str] = NOTHING  # open what is asked
    not_that: frozenset[str] = NOTHING  # words after which `that` opens no content: `plus que`
    infinitives: frozenset[str] = NOTHING  # open an infinitive, as words with these endings do
    infinitive_endings: tuple[str, ...] = ()
    views: frozenset[str] = NOTHING  # before who holds a view: `pour`
    # Verbs without a speaker, and whether they need a pronoun: `heißt es`, `verlautete`.
    hearsay: Mapping[str, bool] = field(default_factory=dict)
    accounts: tuple[str, ...] = ()  # ends of compounds with who gives an account: `Polizeiangaben`
    tags: frozenset[str] = NOTHING  # tie a clause to its source without a verb: `..., so der Chef`
    like: frozenset[str] = NOTHING  # open a parenthesis: `wie er sagt`
    when: frozenset[str] = NOTHING  # open a clause that is nobody's words: `als er kam, sagte er ...`
    plural: tuple[str, ...] = ()  # endings of verbs for many
    clitics: frozenset[str] = NOTHING  # stand right before or behind a verb, and are no subject: `lui`
    finite: frozenset[str] = NOTHING  # the commonest finite verbs, with the endings of others
    future: tuple[str, ...] = ("\n",)
    homographs: frozenset[str] = NOTHING  # verbs that are nouns behind an article: `le juge`
    joints: frozenset[str] = NOTHING  # join two voices: `und`
    free: bool = False  # a clause needs no `that`, and verbs stand at its end or in its second place
    dropped: bool = False  # a subject may be left out

    def cue(self, word: str) -> Cue:
        """What a form of a verb makes of its content."""
        if word in self.denying:
            return DENY
        if word in self.asking:
            return ASK
        return INTEND if word in self.intending else SAY
