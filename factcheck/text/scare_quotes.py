"""Quotation marks that quote nobody, and verbs that name or act where they seem to say.

`an app called “Kite”`, `the so-called “dark fleet”`, `a card marked “Linen”` mention words; `Thousands
who expected to lose it`, `call themselves`, `buyers can ask for` report no statement. A reading that
rests on them is dropped, one that runs on into such a gloss ends before it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.attribution_readings import Reading
from factcheck.text.clauses import Passage, Range
from factcheck.text.wordlists import words

# Words right before a mark after which the words in it are a name, a title or a word mentioned.
_MENTION: Final = words("""
    so-called titled entitled headlined nicknamed code-named codenamed named marked captioned inscribed
    word words term terms phrase expression heading title headings slogan hashtag nickname motto album
    novel film song movie comedy drama play series book hit single episode musical opera painting
    exhibition sitcom thriller novella podcast poem memoir sequel
    """)
# Participles of naming: `known as`, `goes by`, `billed as`, `listed as`.
_MENTION_AS: Final = words("known listed billed marketed filed sold advertised tagged")
_NAMING: Final = words("called dubbed named labelled labeled termed nicknamed christened titled entitled")
_NAMING_LEMMAS: Final = words("call name dub label brand term nickname christen title")
_REFLEXIVE: Final = words("themselves himself herself itself ourselves yourself myself")
_QUANTITIES: Final = words("""
    thousands hundreds dozens millions scores tens people those anyone everyone users americans many most
    some few several others any all
    """)
_INSCRIBED: Final = words("read reads reading said says saying")
_INSCRIPTIONS: Final = words(
    """
    sign notice placard banner poster plaque label sticker button badge t-shirt shirt card
    """
)
_PRINTED: Final = words(
    """
    consultation report book study paper novel list album edition map guide brochure catalogue schedule
    """
)
_SHORT: Final = 4  # words in marks up to which, in small letters, a colon introduces a term and no speech
_TITLE_WORDS: Final = 9


def drop_unsaid(readings: list[Reading]) -> list[Reading]:
    """The readings that report something said, without glosses that mention a name or a word."""
    kept = []
    for reading in readings:
        if _names_or_acts(reading):
            continue
        cut = _without_glosses(reading)
        if cut is not None:
            kept.append(cut)
    return kept


def mentions_words(p: Passage, q: int) -> bool:
    """Whether quotation `q` mentions a name, a title or a word, by what stands before it."""
    lowers, flags = p.tokens.lowers, p.tokens.flags
    k = p.opens[q] - 1
    if k < p.first or p.inside[k] >= 0:
        return False
    word = lowers[k]
    if word in _MENTION:
        return not flags[k] & lx.BREAK
    before = lowers[k - 1] if k > p.first else ""
    if word == "as" and before in _MENTION_AS:
        return True
    if word == "by" and before in {"goes", "go", "went", "going"}:
        return True
    if word in {"means", "meaning", "meant"} or (
        word == "between" and before in {"difference", "distinction"}
    ):
        return True
    if word in _INSCRIBED and (
        before in _INSCRIPTIONS or (before == "that" and lowers[k - 2] in _INSCRIPTIONS)
    ):
        return True
    if word in _NAMING or (flags[k] & lx.ADVERB and before in _NAMING):
        verb = k if word in _NAMING else k - 1
        return _is_participle(p, verb)
    return False


def _is_participle(p: Passage, verb: int) -> bool:
    """Whether `called` hangs on the noun before it or on `be`: no subject of its own stands there."""
    tokens = p.tokens
    k = verb - 1
    if k < p.first:
        return True
    f = tokens.flags[k]
    if p.inside[k] >= 0 or f & (lx.BE | lx.COMMA | lx.OPEN):
        return True
    if (
        f & (lx.SUBJECT | lx.RELATIVE | lx.PRONOUN | lx.HAVE | lx.MODAL | lx.NOT)
        or tokens.words[k][:1].isupper()
    ):
        return False
    low = max(p.first, k - 6)
    return not any(
        tokens.flags[i] & lx.RELATIVE or tokens.lowers[i] in {"what", "that"} for i in range(k, low - 1, -1)
    )


def _names_or_acts(reading: Reading) -> bool:
    """Whether the cue names, acts or observes, and says nothing."""
    p, cue = reading.passage, reading.verb
    tokens = p.tokens
    lowers, flags = tokens.lowers, tokens.flags
    if not reading.content:
        return False
    start, end = reading.content[-1] if reading.content[0][1] <= reading.cue[0] else reading.content[0]
    after = reading.cue[1]
    if cue.lemma in _NAMING_LEMMAS and start >= after:
        if lowers[after] in _REFLEXIVE:
            return True
        if (
            start == after
            and _is_named(p, start, end)
            and not _has_subject(reading)
            and _is_participle(p, after - 1)
        ):
            return True
    if reading.source is not None and cue.meaning in {"believe", "intend"}:
        s = reading.source[0]
        if flags[s] & lx.RELATIVE and _is_quantity(p, s):
            return True
    if cue.meaning == "ask" and not _ASKING.isdisjoint(lowers[reading.cue[0] : after]):
        return True
    if cue.lemma == "feel" and after < p.last and lowers[after] in {"like", "as"}:
        return True
    word = lowers[reading.cue[1] - 1]
    if reading.rule == "cue-clause" and start == after and flags[start] & lx.PREPOSITION:
        if reading.cue[0] == p.first and word in {"writing", "posting", "tweeting", "speaking"}:
            return True  # `Writing on Kite, Duarte asked ...`: where she asked
        if cue.lemma == "brief":
            return True  # `a person briefed on the matter`
    if cue.lemma == "brief" and after < p.last and flags[after] & lx.PREPOSITION:
        return True  # `a person briefed on the plans said it was over`
    if cue.lemma in _WORKING_LEMMAS and start == after and _is_work(p, p.inside[start]):
        return True
    if cue.lemma in _CALLING_LEMMAS and _is_work(p, q := p.inside[end - 1]) and p.opens[q] > after:
        return not calls_somebody(reading, p.opens[q])
    opening = lowers[start : min(end, start + 6)]
    if not _REQUESTS.isdisjoint(opening) and not _ASKED_FOR.isdisjoint(opening):
        return True  # `responded to a request for comment`
    if cue.lemma == "look" and lowers[start - 1] == "for":
        return True
    if cue.lemma == "find" and start >= after and lowers[after] in _WHOM:
        return True
    if cue.lemma == "show" and reading.rule == "cue-object" and lowers[after] in _WHOM:
        return True  # `showed me the garden`
    if cue.lemma == "see" and reading.rule == "cue-object" and lowers[after] == "it":
        return True
    if cue.lemma == "seek" and not _ASKED_FOR.isdisjoint(lowers[after : after + 2]):
        return True  # `did not return calls seeking comment`
    if reading.rule.startswith("clause-") and start < reading.cue[0] and lowers[start] in _QUESTIONED:
        return True  # `Asked about her plans, Ana Duarte laughed`
    if cue.lemma in {"publish", "release", "issue"} and any(
        lowers[k] in _PRINTED for k in range(start, min(end, start + 4))
    ):
        return True
    if cue.lemma == "add" and reading.rule == "cue-clause" and _is_object(p, start):
        return True
    if cue.lemma in {"speak", "talk"} and any(lowers[k] == "condition" for k in range(after, start)):
        return True
    if reading.rule == "colon-quote" and p.inside[start] >= 0 and _is_term(p, p.inside[start]):
        return True
    return not _LISTING.isdisjoint(lowers[reading.cue[0] : after])


_LISTING: Final = words("list lists listed")
_WORKING_LEMMAS: Final = words("read write publish release sing record recite")
_CALLING_LEMMAS: Final = words("call name dub nickname christen")
_ASKING: Final = words("can may")
_WHOM: Final = words("him her them me us you this himself herself")


def calls_somebody(reading: Reading, mark: int) -> bool:
    """Whether the words at `mark` are said of somebody (`called Ebert “The Mason of the Free World”`)."""
    p = reading.passage
    after = reading.cue[1]
    if reading.verb.lemma != "call" or not after < mark or mark - after > 4 or reading.source is None:
        return False
    named = all(word[:1].isupper() for word in p.tokens.words[after:mark])
    meant = mark - after == 1 and p.tokens.lowers[after] in _WHOM
    return (named or meant) and p.closes[p.inside[mark]] - mark > 3


_QUESTIONED: Final = words("asked questioned pressed")
_REQUESTS: Final = words("request requests")
_ASKED_FOR: Final = words("comment comments interview interviews")


def _is_work(p: Passage, q: int) -> bool:
    """Whether quotation `q` (-1: none) has a title's few words and capitals, and no speech's stop inside."""
    tokens = p.tokens
    if q < 0:
        return False
    inner = [k for k in range(p.opens[q] + 1, p.closes[q] - 1) if tokens.words[k][0].isalpha()]
    if not 0 < len(inner) <= _TITLE_WORDS or tokens.lowers[p.closes[q] - 2] in {",", "!", "?"}:
        return False
    small = [k for k in inner if not tokens.words[k][0].isupper()]
    return inner[0] not in small and all(tokens.flags[k] for k in small) and len(small) <= len(inner) // 2


def _has_subject(reading: Reading) -> bool:
    """Whether a subject with an apposition stands right before the verb (`Ebert, the mayor, called it`)."""
    source = reading.source
    marks = reading.passage.tokens.flags
    if source is None or source[1] + 1 != reading.cue[0] or not marks[source[1]] & lx.COMMA:
        return False
    return any(marks[k] & lx.COMMA for k in range(*source))


def _is_named(p: Passage, start: int, end: int) -> bool:
    """Whether a name alone, or a few words in marks, stand right behind the verb."""
    q = p.inside[start]
    if q >= 0:
        return p.closes[q] - p.opens[q] - 2 <= _SHORT
    return end - start <= 5 and all(word[:1].isupper() for word in p.tokens.words[start:end])


def _is_quantity(p: Passage, relative: int) -> bool:
    """Whether the relative pronoun stands for a bare quantity (`Thousands of Americans who`)."""
    lowers, flags = p.tokens.lowers, p.tokens.flags
    for k in range(relative - 1, max(p.first, relative - 7) - 1, -1):
        if flags[k] & (lx.COMMA | lx.BREAK) or p.inside[k] >= 0:
            return False
        if lowers[k] in _QUANTITIES:
            return True
    return False


def _is_object(p: Passage, start: int) -> bool:
    """Whether a noun phrase with a relative clause is taken for a clause (`add a button that translates`)."""
    tokens = p.tokens
    if not tokens.flags[start] & lx.DET:
        return False
    for k in range(start + 1, min(p.last, start + 5)):
        if tokens.lowers[k] == "that" or tokens.flags[k] & lx.RELATIVE:
            return True
        if tokens.flags[k] & lx.FINITE:
            return False
    return False


def _is_term(p: Passage, q: int) -> bool:
    """Whether a quotation is a few words in small letters: a term, no sentence."""
    first, last = p.opens[q] + 1, p.closes[q] - 1
    return last - first <= _SHORT and p.tokens.words[first] == p.tokens.lowers[first]


def is_title(p: Passage, q: int) -> bool:
    """Whether the words in the marks have a title's capitals and no speech's comma."""
    tokens = p.tokens
    if p.opens[q] > p.first and tokens.flags[p.opens[q] - 1] & (lx.BREAK | lx.COMMA):
        return False
    inner = [k for k in range(p.opens[q] + 1, p.closes[q] - 1) if tokens.words[k][0].isalpha()]
    if not 2 <= len(inner) <= _TITLE_WORDS or tokens.lowers[p.closes[q] - 2] in {",", "!", "?"}:
        return False
    return all(
        tokens.words[k][0].isupper() or tokens.flags[k] or tokens.lowers[k] in {"'s", "’s"} for k in inner
    ) and (sum(tokens.words[k][0].isupper() for k in inner) >= 2)


def _without_glosses(reading: Reading) -> Reading | None:
    """The reading with its content cut before a gloss that mentions words; None if nothing else is in it."""
    p = reading.passage
    made: list[Range] = []
    changed = False
    for first, end in reading.content:
        start, cut = first, end
        k = start if max(p.inside[first:end], default=-1) >= 0 else end  # in most, nothing stands in marks
        while k < end:
            q = p.inside[k]
            if q < 0:
                k += 1
                continue
            word = p.opens[q] >= start and not _has_subject(reading) and mentions_words(p, q)
            if word or (p.opens[q] >= start and is_title(p, q) and not calls_somebody(reading, p.opens[q])):
                alone = p.opens[q] <= start + 1 and p.closes[q] >= end - 1
                comma = _comma_before(p, start, p.opens[q])
                if alone or (word and comma is None and reading.rule in {"cue-object", "passive"}):
                    cut = start
                elif (
                    p.opens[q] == start and "that" in p.tokens.lowers[p.closes[q] : min(end, p.closes[q] + 3)]
                ):
                    start = p.tokens.lowers.index("that", p.closes[q])
                    changed = True
                elif comma is not None:
                    cut = comma
                if cut < end:
                    break
            k = p.closes[q]
        changed = changed or cut < end
        if cut > start:
            made.append((start, cut))
    if not changed:
        return reading
    return replace(reading, content=tuple(made)) if made else None


def _comma_before(p: Passage, start: int, mark: int) -> int | None:
    """The comma that opens the gloss a mark at `mark` stands in, within the content from `start`."""
    for k in range(mark - 1, max(start + 1, mark - 12), -1):
        if p.inside[k] >= 0:
            return None
        if p.tokens.flags[k] & (lx.COMMA | lx.DASH):
            return k
    return None
