"""Where a verb of saying, its source and its speech stand in a passage, by the tables of a language."""

from __future__ import annotations

from typing import Final

from factcheck.text.clauses import Passage, Range
from factcheck.text.tongue import Tongue
from factcheck.text.tongue_degrees import opens_degree
from factcheck.text.tongue_joints import end_of_joined, is_article
from factcheck.text.tongue_said import STOPS, Said, said_at
from factcheck.text.tongue_speech import past_title
from factcheck.text.tongue_voices import is_one_of
from factcheck.text.wordlists import words

LONGEST_VOICE: Final = 16  # words of a speaker with role and title
_LONGEST_DAY: Final = 8  # tokens of `publié le mardi 3 mars 2026`
_DATING: Final = words("le el en de du ce cette dernier pasado matin soir")


def begins_voice(p: Passage, start: int, tongue: Tongue) -> bool:
    """Whether a source can begin at a token: an article, a title, a pronoun, a capital, a rough number."""
    word = p.tokens.lowers[start]
    if opens_degree(p, start):
        return True
    if word in tongue.prepositions or word in tongue.openers or word in tongue.breaks or p.inside[start] >= 0:
        return False
    names = tongue.names
    if start + 1 < p.last and p.tokens.lowers[start + 1] == "sich":
        return False  # `Eine Frau, die sich Ana nannte`
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
        if word in STOPS and not shortens(p, end, tongue):
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


def shortens(p: Passage, k: int, tongue: Tongue) -> bool:
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
