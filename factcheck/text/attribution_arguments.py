"""What a cue says: where the content right of it starts, and what kind it is."""

from __future__ import annotations

from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.argument_phrases import (
    WRITING,
    clause_follows,
    is_mere_object,
    object_starts,
    short_phrase,
)
from factcheck.text.channels import PLATFORMS
from factcheck.text.clauses import Passage, phrase_end
from factcheck.text.conjunctions import narrator_goes_on
from factcheck.text.cue_forms import ADDRESSEE, AS, ASK, BARE, GERUND, OBJECT, OBJECT_TO, QUOTE, THAT, TO, Cue
from factcheck.text.wordlists import words

QUESTION_WORDS = words("whether if how what why where when who which")
_CLAUSE_OPENERS = frozenset({"that", "whether", "if", "why", "how", "what"})
_ADVERBIAL = lx.ADVERB | lx.NOT
SUBJECT_START = lx.DET | lx.POSSESSIVE | lx.SUBJECT | lx.PRONOUN | lx.NUMBER


def find_argument(p: Passage, after: int, cue: Cue) -> tuple[int, str] | None:
    """Where the content right of a cue starts, and what kind it is."""
    j = _skip_adverbs(p, after)
    if j >= p.last:
        return None
    beyond = skip_adjuncts(p, j, cue)
    found = _past_insertion(p, beyond, cue) or _at(p, j, cue)
    if found is None and cue.arguments & ADDRESSEE:
        found = _past_hearer(p, j, cue)
    return found or (_past_adjuncts(p, beyond, cue) if beyond > j else None) or _plain_argument(p, j, cue)


def _skip_adverbs(p: Passage, j: int) -> int:
    """Past adverbs, and `not` before `to` (`decided not to go`)."""
    flags, lowers, inside = p.tokens.flags, p.tokens.lowers, p.inside
    while j < p.last and inside[j] < 0:
        f = flags[j]
        if not f & _ADVERBIAL and not lowers[j].endswith("ly"):
            break
        if _begins_name(p, j):
            break
        denied = f & lx.NOT and j + 1 < p.last and flags[j + 1] & lx.TO
        if (
            not denied
            and not (f & lx.ADVERB and not f & lx.DET)
            and not (f == 0 and lowers[j].endswith("ly"))
        ):
            break
        j += 1
    return j


def _begins_name(p: Passage, j: int) -> bool:
    """Whether two words with capitals stand at `j`, and no adverb (`said First Harbor Bank failed`)."""
    words = p.tokens.words
    return j + 2 < p.last and words[j][:1].isupper() and words[j + 1][:1].isupper()


def _past_insertion(p: Passage, comma: int, cue: Cue) -> tuple[int, str] | None:
    """`said, however, that`: the clause after a short insertion between commas."""
    if not cue.arguments & THAT:
        return None
    flags = p.tokens.flags
    if comma + 1 >= p.last or not flags[comma] & lx.COMMA or p.inside[comma + 1] >= 0:
        return None
    for k in range(comma + 2, min(p.last - 1, comma + 10)):
        if flags[k] & lx.COMMA:
            if p.tokens.lowers[comma + 1] in {"according", "per"} and clause_follows(p, k + 1, strict=True):
                return (k + 1, "clause")
            return (k + 1, "that") if p.tokens.lowers[k + 1] == "that" else None
    return None


_WITH_OF: Final = words("house crowd group board council chamber committee court panel meeting number couple")


def _past_hearer(p: Passage, j: int, cue: Cue) -> tuple[int, str] | None:
    """The content behind whoever is told or asked."""
    tokens = p.tokens
    flags, lowers = tokens.flags, tokens.lowers
    hearer = flags[j] & (SUBJECT_START | lx.PERSON) or tokens.words[j][:1].isupper() or flags[j] == 0
    if p.inside[j] >= 0 or not hearer:
        return None
    k = short_phrase(p, j)
    for turn in range(3):
        if k >= p.last or k == j:
            break
        # `told the House of Commons that`, `told Duarte on condition of anonymity that`
        named = tokens.words[k - 1][:1].isupper() and _is_title_of(p, k)
        inner = lowers[k] == "of" and (turn or lowers[k - 1] in _WITH_OF or named)
        adjunct = flags[k] & lx.PREPOSITION and (inner or lowers[k] not in cue.prepositions)
        found = None if adjunct else _at(p, k, cue)
        if found is None and cue.arguments & BARE and clause_follows(p, k, strict=True):
            found = (k, "clause")
        if found is None and cue.arguments & OBJECT_TO and flags[k] & lx.TO and not _is_goal(p, k):
            found = (j, "object-to")
        if found is not None:
            return found
        if not flags[k] & (lx.PREPOSITION | lx.TIME | lx.AND):
            break
        if flags[k] & lx.AND and narrator_goes_on(p, j, k, "object"):
            break  # `promised a review and the council called it “a farce”`
        k = short_phrase(p, k + 1) if not flags[k] & lx.TIME else k + 1
    end = phrase_end(p, j, p.last)
    if end < p.last and lowers[end] in _CLAUSE_OPENERS:
        return _at(p, end, cue)
    return _past_place(p, end, cue)


def _is_title_of(p: Passage, of: int) -> bool:
    """Whether a name goes on behind `of`: `Match of the Day`."""
    words = p.tokens.words[of + 1 : of + 3]
    return bool(words) and (words[0][:1].isupper() or (words[0] == "the" and words[-1][:1].isupper()))


def _is_goal(p: Passage, to: int) -> bool:
    """Whether a place or a person follows `to`, and no infinitive (`invited Ebert to the hall`)."""
    k = to + 1
    if k >= p.last or p.inside[k] >= 0:
        return False
    return bool(p.tokens.flags[k] & (lx.DET | lx.POSSESSIVE)) or p.tokens.words[k][:1].isupper()


def _past_place(p: Passage, comma: int, cue: Cue) -> tuple[int, str] | None:
    """The clause behind a hearer with a place's commas (`told a hall in Porto, Maine, on Monday that`)."""
    flags, words = p.tokens.flags, p.tokens.words
    for _ in range(2):
        if comma + 1 >= p.last or not flags[comma] & lx.COMMA or p.inside[comma + 1] >= 0:
            return None
        if not words[comma - 1][:1].isupper():
            return None
        comma = phrase_end(p, comma + 1, p.last)
        if comma < p.last and p.tokens.lowers[comma] == "that":
            return _at(p, comma, cue)
    return None


def _past_adjuncts(p: Passage, beyond: int, cue: Cue) -> tuple[int, str] | None:
    """The content behind times and prepositional phrases (`said on Monday in Porto that`)."""
    if beyond >= p.last:
        return None
    found = _at(p, beyond, cue)
    if found is None and cue.arguments & BARE and clause_follows(p, beyond, strict=True):
        found = (beyond, "clause")
    return found


def _plain_argument(p: Passage, j: int, cue: Cue) -> tuple[int, str] | None:
    """A clause without `that`, an object, an object with an infinitive."""
    tokens = p.tokens
    args = cue.arguments
    if args & OBJECT_TO and p.inside[j] < 0:
        f = tokens.flags[j]
        if f == 0 or f & (lx.DET | lx.POSSESSIVE | lx.PRONOUN | lx.PERSON):
            end = phrase_end(p, j, p.last)
            if j < end < p.last and tokens.flags[end] & lx.TO and not _is_goal(p, end):
                return (j, "object-to")
    if (
        args & BARE
        and clause_follows(p, j, strict=False)
        and not (cue.meaning == "intend" and _is_thing(p, j))
    ):
        if cue.lemma == "say" or not is_mere_object(p, j):
            return (j, "clause")
        if not args & OBJECT:
            return (j, "object") if cue.lemma in WRITING else None  # not `maintained a lead`
    if args & (OBJECT | AS) and object_starts(p, j):
        ahead = [tokens.lowers[k] for k in range(j + 1, min(p.last, j + 14)) if p.inside[k] < 0]
        if (args & AS and "as" in ahead) or not cue.prepositions.isdisjoint(ahead):
            return (j, "as")
        return (j, "object") if args & OBJECT else None
    if args & GERUND and tokens.lowers[j].endswith("ing"):
        return (j, "object")
    return None


def _is_thing(p: Passage, j: int) -> bool:
    """Whether a thing is promised at `j`, and others do what follows (`a review and the town left`)."""
    end = phrase_end(p, j, p.last)
    joined = any(f & lx.AND for f in p.tokens.flags[j:end])
    return joined and end < p.last and not p.tokens.flags[end] & lx.MODAL


def _at(p: Passage, j: int, cue: Cue) -> tuple[int, str] | None:
    """The content that token `j` opens by itself: `that`, a quotation, a colon, `to`, `whether`."""
    tokens = p.tokens
    flags, lowers = tokens.flags, tokens.lowers
    if j >= p.last:
        return None
    args = cue.arguments
    word = lowers[j]
    if p.inside[j] >= 0:
        return (j, "quote") if args & (QUOTE | OBJECT | BARE | AS) else None
    if word == ":" and args & (QUOTE | OBJECT) and j + 1 < p.last:
        return (j + 1, "colon")
    if flags[j] & lx.COMMA and args & QUOTE and j + 1 < p.last and p.inside[j + 1] >= 0:
        return (j + 1, "quote")
    if (
        flags[j] & lx.COMMA
        and args & THAT
        and args & QUOTE
        and j + 2 < p.last
        and lowers[j + 1] == "that"
        and p.inside[j + 1] < 0
    ):
        return (j + 1, "that")  # `He added, that it leaks`
    if word == "that" and args & THAT and j + 1 < p.last and not flags[j + 1] & lx.BREAK:
        return (j, "that")
    if flags[j] & lx.TO and args & TO and j + 1 < p.last:
        return (j, "to")
    if word in QUESTION_WORDS and args & ASK:
        return (j, "whether")
    if word in cue.prepositions and j + 1 < p.last:
        if word == "with" and args & THAT and (that := _that_behind(p, j + 1)) is not None:
            return (that, "that")  # `agreed with Duarte that it leaks`
        return (j + 1, "preposition")
    return None


def _that_behind(p: Passage, start: int) -> int | None:
    """The `that` right behind the noun phrase at `start`, which a subject follows."""
    end = phrase_end(p, start, p.last)
    opens = start < end < p.last - 1 and p.tokens.lowers[end] == "that" and p.inside[end] < 0
    return end if opens and p.tokens.flags[end + 1] & SUBJECT_START else None


_HEARER = SUBJECT_START | lx.PERSON
_ADJUNCT = lx.TIME | lx.ADVERB | lx.PREPOSITION | lx.TO


def skip_adjuncts(p: Passage, j: int, cue: Cue) -> int:
    """The token after adverbs, times and prepositional phrases that may stand between cue and content."""
    flags, lowers, inside = p.tokens.flags, p.tokens.lowers, p.inside
    limit = min(p.last, j + 30)
    if cue.arguments & ADDRESSEE and j < limit and inside[j] < 0:
        hearer = flags[j] & _HEARER or p.tokens.words[j][:1].isupper()
        hearer = hearer or (cue.lemma == "tell" and flags[j] == 0 and lowers[j].endswith("s"))
        j = short_phrase(p, j) if hearer else j
    while j < limit and inside[j] < 0:
        f = flags[j]
        if lowers[j] in {"late", "early"} and j + 1 < limit and flags[j + 1] & lx.TIME:
            j += 1  # `announced late Tuesday`
            continue
        if not f & _ADJUNCT and not lowers[j].endswith("ly"):
            break
        if f & lx.ADVERB and _begins_name(p, j):
            break
        if f & (lx.TIME | lx.ADVERB) and not (f & lx.DET and not f & lx.TIME):
            if f & lx.TIME and j + 1 < limit and flags[j + 1] & lx.POSSESSIVE:
                break
            j += 1
        elif lowers[j] in {"on", "via"} and j + 1 < limit and lowers[j + 1] in PLATFORMS:
            j += 2
        elif f & lx.PREPOSITION and lowers[j] not in {"as", "since"} and lowers[j] not in cue.prepositions:
            j = short_phrase(p, j + 1)
            if j < limit and inside[j] < 0 and lowers[j - 1] in _OWNING and p.tokens.words[j][:1].isupper():
                j = short_phrase(p, j)  # `on Radio 4’s Morning programme`
            j = _past_title(p, j)
        elif lowers[j].endswith("ly") and f == 0:
            j += 1
        elif (
            f & lx.TO
            and not cue.arguments & TO
            and j + 1 < limit
            and (p.tokens.words[j + 1][:1].isupper() or flags[j + 1] & _HEARER or _is_addressed(p, j))
        ):
            j = short_phrase(p, j + 1)
        else:
            break
    return j


_OWNING: Final = frozenset(["'s", "’s"])
_SENT: Final = words("note letter email e-mail memo message response reply answer")


def _is_addressed(p: Passage, to: int) -> bool:
    """Whether many are written to (`in a note to clients`)."""
    lowers = p.tokens.lowers
    return lowers[to - 1] in _SENT and p.tokens.flags[to + 1] == 0 and lowers[to + 1].endswith("s")


def _past_title(p: Passage, j: int) -> int:
    """Past a quoted title at `j` that `that` or a comma follows (`on “The Morning Hour” that ...`)."""
    if j < p.last and p.inside[j] >= 0:
        close = p.closes[p.inside[j]]
        if close < p.last and close - j < 10 and p.tokens.lowers[close] == "that":
            return close
    return j
