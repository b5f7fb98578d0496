"""Where a verb of saying, its source and its speech stand in a passage, by the tables of a language."""

from __future__ import annotations

from typing import Final

from factcheck.text.clauses import Passage, Range
from factcheck.text.tongue import Tongue
from factcheck.text.tongue_degrees import from_degree, opens_degree
from factcheck.text.tongue_joints import end_of_joined, is_article, start_of_joined
from factcheck.text.tongue_said import STOPS, Said, said_at
from factcheck.text.tongue_speech import past_title, quotes
from factcheck.text.tongue_voices import is_one_of
from factcheck.text.wordlists import words

HARD: Final = STOPS - {",", "(", ")", "-"}
LONGEST_VOICE: Final = 16  # words of a speaker with role and title
LONGEST_APPOSED: Final = 26  # and of one with an apposition between commas
_LONGEST_DAY: Final = 8  # tokens of `publié le mardi 3 mars 2026`
_DATING: Final = words("le el en de du ce cette dernier pasado matin soir")


def begins_voice(p: Passage, start: int, tongue: Tongue) -> bool:
    """Whether a source can begin at a token: an article, a title, a pronoun, a capital."""
    word = p.tokens.lowers[start]
    if opens_degree(p, start):
        return True
    if word in tongue.prepositions or word in tongue.openers or word in tongue.breaks or p.inside[start] >= 0:
        return False
    names = tongue.names
    return (
        word in names.definite
        or word in names.indefinite
        or word in names.possessives
        or word in names.pronouns
        or word.rstrip(".") in names.titles
        or word in names.groups
        or word in names.documents
        or article_of(word, tongue) != ""
        or word[0].isdigit()
        or p.tokens.words[start][0].isupper()
    )


def article_of(word: str, tongue: Tongue) -> str:
    """The article that is written together with a word (`l'université`), or nothing."""
    head, mark, _ = word.replace("’", "'").partition("'")
    return head + mark if mark and head + mark in tongue.names.definite else ""


# Words that deny, in the languages that have a table, and what may stand between them and the verb.
DENYING: Final = words("ne pas jamais guère nicht nie niemals no nunca jamás tampoco")
_WANTING: Final = words("wollte wollten will wollen konnte konnten voulu quiso quisieron")


def denied_from(p: Passage, at: int, tongue: Tongue) -> int:
    """Where a denial of the verb at `at` begins (`n’a pas dit`, `wollte nicht sagen`); `at` if none does."""
    k = at
    while k > p.first and p.inside[k - 1] < 0:
        word = p.tokens.lowers[k - 1]
        shortened = word.startswith(("n'", "n’")) and word[2:] in tongue.auxiliaries
        if word not in DENYING and not shortened and not (k < at and word in _WANTING):
            break
        k -= 1
    return k


def voice_before(p: Passage, i: int, tongue: Tongue) -> Range | None:
    """The noun phrase that ends before the verb at `i`; with its apposition, where commas set one off."""
    lowers = p.tokens.lowers
    i = _before_aside(p, i, tongue)
    apposed = i > p.first and lowers[i - 1] == "," and p.inside[i - 1] < 0
    end = i - 1 if apposed else i
    while not apposed and end - 1 > p.first and lowers[end - 1].replace("’", "'") in tongue.clitics:
        end -= 1  # `L’avocate lui a rappelé`
    while end - 1 > p.first and lowers[end - 1] in tongue.times and not apposed:
        end -= 1
    start = end
    low = max(p.first, end - (LONGEST_APPOSED if apposed else LONGEST_VOICE))
    while start > low and not quotes(p, start - 1):
        if tongue.free and (q := p.inside[start - 1]) >= 0 and p.opens[q] > low:
            start = p.opens[q]  # `Einem Bericht des »Kuriers« zufolge`
            continue
        word = lowers[start - 1]
        if (
            word in (HARD if apposed else STOPS)
            and word not in ("(", ")")
            and not _shortens(p, start - 1, tongue)
        ):
            break
        if not apposed and (word in tongue.breaks or word in tongue.that or word in tongue.like):
            break
        start -= 1
    if apposed and not tongue.free:
        start = _past_adverbial(p, start, end, tongue)
    if apposed and start < end and lowers[start] in tongue.breaks:
        start += 1
    if apposed and not _is_apposition(p, start, end, tongue):
        return None
    if not apposed:
        start = start_of_joined(p, start, tongue, several=lowers[i].endswith(tongue.plural))
    start = from_degree(p, start)
    governed = start > p.first and lowers[start - 1] in tongue.prepositions
    if start < end and not governed and begins_voice(p, start, tongue):
        return (start, end)
    if start < end and not apposed and (placed := _before_place(p, start, end, tongue)) is not None:
        return placed
    return None if start >= end or apposed or tongue.free else _before_relative(p, start, end, tongue)


_WITH_ARTICLE: Final = words("al del au aux am im zum zur beim vom")


def _before_place(p: Passage, start: int, end: int, tongue: Tongue) -> Range | None:
    """The noun phrase whose last words tell where or with what (`Die Polizei in Jena sagte`)."""
    lowers, low = p.tokens.lowers, max(p.first, end - LONGEST_VOICE)
    k = start - 1
    if k <= low or lowers[k] not in tongue.prepositions:
        return None
    if lowers[k] not in _WITH_ARTICLE and not begins_voice(p, start, tongue):
        return None
    while k > low and p.inside[k - 1] < 0 and lowers[k - 1] not in STOPS:
        word = lowers[k - 1]
        if word in tongue.that or word in tongue.like or word in tongue.verbs or word in tongue.participles:
            return None
        if word in tongue.finite or (word in tongue.breaks and word not in tongue.prepositions):
            return None
        k -= 1
    return (k, end) if k < start - 1 and begins_voice(p, k, tongue) else None


def _before_aside(p: Passage, i: int, tongue: Tongue) -> int:
    """Where the comma stands before what sets a subject off (`UGT, por su parte, considera`), or `i`."""
    lowers = p.tokens.lowers
    for k in range(i - 2, max(p.first, i - 7), -1):
        if lowers[k] == "," and lowers[i - 1] == "," and "_".join(lowers[k + 1 : i - 1]) in tongue.asides:
            return k
    return i


def subject_of(p: Passage, end: int, tongue: Tongue) -> Range | None:
    """The name that opens a passage, with its role (`La compañía Aceites Lera perdió ...`)."""
    names, k = tongue.names, p.first
    if p.tokens.lowers[k] in tongue.prepositions | tongue.openers | tongue.when or p.inside[k] >= 0:
        return None
    last = k
    while k < min(end, p.first + LONGEST_VOICE) and p.inside[k] < 0 and p.tokens.lowers[k] not in STOPS:
        capital = p.tokens.words[k][0].isupper() and not is_article(p.tokens.lowers[k], names)
        tied = p.tokens.lowers[k] in names.of | names.joining or is_article(p.tokens.lowers[k], names)
        if last > p.first and not capital and not tied:
            break
        last = k + 1 if capital else last
        k += 1
    return (p.first, last) if last > p.first else None


def _before_relative(p: Passage, start: int, end: int, tongue: Tongue) -> Range | None:
    """The noun phrase whose relative clause ends before a verb (`Dos que no han visto nada dijeron`)."""
    lowers, low = p.tokens.lowers, max(p.first, end - LONGEST_VOICE)
    k = start - 1
    while k > low and lowers[k] not in tongue.names.relatives:
        if p.inside[k] >= 0 or lowers[k] in STOPS:
            return None
        k -= 1
    if lowers[k - 1] in tongue.verbs or lowers[k - 1] in tongue.participles:
        return None  # `dijo que`
    first = k
    while first > low and lowers[first - 1] not in STOPS and lowers[first - 1] not in tongue.breaks:
        first -= 1
    return (first, end) if k > first and begins_voice(p, first, tongue) else None


def _past_adverbial(p: Passage, start: int, end: int, tongue: Tongue) -> int:
    """Past when or where it was, before a subject with its apposition (`El lunes, Ana Duarte, la jueza,`)."""
    piece = p.tokens.lowers[start:end]
    if piece.count(",") < 2:
        return start
    cut = piece.index(",")
    timed = not tongue.times.isdisjoint(piece[:cut])
    return start + cut + 1 if timed or piece[0] in tongue.prepositions else start


def _is_apposition(p: Passage, start: int, end: int, tongue: Tongue) -> bool:
    """Whether tokens are a subject with what is said of it between commas, and no clause of their own."""
    piece = p.tokens.lowers[start:end]
    if "," not in piece or (start > p.first and end - start >= LONGEST_APPOSED):
        return False
    if not tongue.free:
        cut = len(piece) - 1 - piece[::-1].index(",")
        last = piece[cut + 1 :]  # a clause's verb tells that the whole is none
        related = bool(last) and (last[0] in tongue.names.relatives or last[0] in tongue.prepositions)
        return related or not any(word in tongue.finite or word.endswith(tongue.future) for word in last)
    return tongue.that.isdisjoint(piece) and not any(word in tongue.verbs for word in piece)


def voice_after(p: Passage, i: int, tongue: Tongue) -> Range | None:
    """The noun phrase at `i`, with the name that stands in apposition to it."""
    lowers, names = p.tokens.lowers, tongue.names
    if i >= p.last or not begins_voice(p, i, tongue):
        return None
    alone = i + 1 >= p.last or not p.tokens.words[i + 1][0].isupper()
    if (
        lowers[i] in names.pronouns
        and lowers[i] not in names.definite
        and (alone or lowers[i] not in names.possessives)
    ):
        return (i, i + 1)
    determiners = names.possessives.union(names.definite, names.indefinite)
    end = i + 2 if opens_degree(p, i) else i
    limit = min(p.last, i + LONGEST_VOICE)
    noun = False
    while end < limit:
        q = p.inside[end]
        if q >= 0:
            if not _is_carried(p, i, end, tongue):
                break
            end = past_title(p, end)  # `einem Bericht der „Zeit“`
            continue
        word = lowers[end]
        if word in STOPS and not _shortens(p, end, tongue):
            break
        if word in tongue.breaks or said_at(p, end, tongue) is not None or _came_out(p, i, end, tongue):
            break
        capital = p.tokens.words[end][0].isupper()
        if names.capital_nouns and noun and not capital and not _goes_on(p, end, limit, tongue):
            break
        noun = noun or (capital and word not in determiners)
        end += 1
    while end > i and (lowers[end - 1] in names.definite or lowers[end - 1] in names.of | names.joining):
        end -= 1
    if end > i and end + 1 < p.last and lowers[end] == ",":
        named = _name_at(p, end + 1, tongue)
        if named is not None:
            return (i, named)
    return (i, end) if end > i else None


def _came_out(p: Passage, start: int, k: int, tongue: Tongue) -> bool:
    """Whether the word at `k` begins when a document came out, and not by whom (`publié mardi`)."""
    if k <= start or p.tokens.lowers[k] not in tongue.names.made or k + 1 >= p.last:
        return False
    return p.tokens.lowers[k + 1] not in tongue.names.by


def past_day(p: Passage, k: int, tongue: Tongue) -> int:
    """Past the day at `k` on which a document came out (`publié mardi`), where its clause ends there."""
    lowers, end = p.tokens.lowers, k
    while end < min(p.last, k + _LONGEST_DAY) and p.inside[end] < 0 and lowers[end] not in STOPS:
        dated = lowers[end] in tongue.times | tongue.names.made or lowers[end] in _DATING
        if not dated and not lowers[end].isdigit() and lowers[end] not in tongue.months:
            return k
        end += 1
    return end


def _is_carried(p: Passage, start: int, k: int, tongue: Tongue) -> bool:
    """Whether the title at `k` is that of who carried a document (`einem Bericht der „Zeit“`)."""
    before = p.tokens.lowers[k - 2 : k]
    if k > start and tongue.free and is_one_of(p.tokens.words[k - 1], tongue.names.media, tongue.names):
        return past_title(p, k) > k  # `der Zeitung »Kurier«`
    return (
        k > start + 1
        and past_title(p, k) > k
        and before[1] in tongue.names.of
        and is_one_of(p.tokens.words[k - 2], tongue.names.documents, tongue.names)
    )


def _shortens(p: Passage, k: int, tongue: Tongue) -> bool:
    """Whether a full stop belongs to the title before it (`Dña.`)."""
    return k > p.first and p.tokens.lowers[k] == "." and p.tokens.lowers[k - 1] in tongue.names.titles


def voice_behind(p: Passage, said: Said, tongue: Tongue) -> Range | None:
    """The subject behind its verb: a pronoun, or a noun phrase that a time may stand before."""
    if said.pronoun is not None:
        return said.pronoun
    k = said.after
    skipped = tongue.times | tongue.clitics if tongue.free else tongue.times
    while k < min(said.after + 3, p.last) and p.tokens.lowers[k] in skipped:
        k += 1
    if not tongue.free:
        k = _past_hearer(p, k, tongue)
    found = voice_after(p, k, tongue)
    if found is None:
        return None
    several = p.tokens.lowers[said.at].endswith(tongue.plural)
    return (found[0], end_of_joined(p, found, tongue, several=several))


def _past_hearer(p: Passage, k: int, tongue: Tongue) -> int:
    """Past who heard it and where, if a full name follows (`dijo a los periodistas Ana Colina`); else `k`."""
    words, lowers, names = p.tokens.words, p.tokens.lowers, tongue.names
    if k + 2 >= p.last or lowers[k] not in names.told | tongue.prepositions:
        return k
    j = k + 1
    while j < min(p.last, k + 6) and p.inside[j] < 0 and words[j][0].islower() and lowers[j] not in STOPS:
        if lowers[j] in tongue.that:
            return k
        j += 1
    if j + 1 < p.last and (words[j].isupper() or lowers[j] in names.outlets):
        j += 1
    return j if _name_at(p, j, tongue) is not None and lowers[j] not in STOPS else k


def _goes_on(p: Passage, k: int, limit: int, tongue: Tongue) -> bool:
    """Whether a small word after a German noun ties another one to it (`für Wasserbau`, `der Stadt Ulm`)."""
    names = tongue.names
    word = p.tokens.lowers[k]
    if word not in names.ties | names.of | names.joining and word not in names.definite:
        return False
    return any(p.tokens.words[n][0].isupper() for n in range(k + 1, min(k + 3, limit)))


def _name_at(p: Passage, i: int, tongue: Tongue) -> int | None:
    """Where a name of two words or more that begins at `i` ends, titles before it."""
    end = i
    names = tongue.names
    capitals = 0
    limit = min(p.last, i + 8)
    while end < limit and p.inside[end] < 0 and p.tokens.lowers[end] not in STOPS - {"."}:
        word = p.tokens.lowers[end]
        if p.tokens.words[end][0].isupper():
            capitals += 1
        elif word != "." and word not in names.joining and word.rstrip(".") not in names.titles:
            break
        end += 1
    while end > i and not p.tokens.words[end - 1][0].isupper():
        end -= 1
    return end if capitals > 1 else None
