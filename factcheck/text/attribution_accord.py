"""`According to` and `per`: who is named behind them, and the clause beside them."""

from __future__ import annotations

from factcheck.text import lexicon as lx
from factcheck.text.attribution_contents import content_end
from factcheck.text.attribution_readings import Reading
from factcheck.text.clauses import Passage, Range, clause_like, looks_finite, phrase_end
from factcheck.text.cue_forms import BARE, Cue
from factcheck.text.cues import VERBS
from factcheck.text.roles import is_human

_ACCORD = Cue("according", "accord", 0)
# Third persons that are plurals of nouns too (`figures`, `estimates`, `reports`).
_NOUNS_TOO = frozenset(w for w, form in VERBS.items() if w[-1] == "s" and any(c.noun_too for c in form.cues))


def names_whom(p: Passage, i: int) -> bool:
    """Whether `per` at `i` means according to: it opens its clause, and no unit follows (`per hour`)."""
    tokens = p.tokens
    if i + 1 >= p.last or p.inside[i + 1] >= 0:
        return False
    opens = i == p.first or bool(tokens.flags[i - 1] & lx.COMMA)
    return opens and (
        tokens.words[i + 1][:1].isupper() or bool(tokens.flags[i + 1] & (lx.DET | lx.POSSESSIVE))
    )


def _goes_on(p: Passage, k: int) -> bool:
    """Whether what was broken off for `according to X` goes on at `k`: a verb, or a quotation."""
    return bool(p.inside[k] >= 0 or p.tokens.flags[k] & lx.FINITE or looks_finite(p.tokens, k))


def _only_places(p: Passage, stop: int) -> bool:
    """Whether what stands before `stop` is an adverbial alone (`In May, according to Duarte, it fell`)."""
    tokens = p.tokens
    opens = tokens.flags[p.first] & (lx.PREPOSITION | lx.ADVERB | lx.TIME | lx.AND)
    return bool(opens) and not any(
        p.inside[k] >= 0 or tokens.flags[k] & lx.SUBJECT or looks_finite(tokens, k)
        for k in range(p.first, stop)
    )


def _end_of_source(p: Passage, start: int) -> int:
    """Where who `according to` names ends: no verb of theirs follows, so what looks like one is a noun."""
    end = phrase_end(p, start, p.last)
    while start < end < p.last - 1 and p.inside[end] < 0 and p.tokens.lowers[end] in _NOUNS_TOO:
        end = max(phrase_end(p, end + 1, p.last), end + 1)
    if start < end < p.last - 2 and p.tokens.flags[end] & lx.TO:
        to = phrase_end(p, end + 1, p.last)  # `according to an email from Hart to Lund, it fell`
        end = to if end + 1 < to < p.last and p.tokens.flags[to] & lx.COMMA else end
    by = _maker(p, end) if start < end < p.last else None
    return end if by is None else phrase_end(p, by + 1, p.last)


def _past_work(p: Passage, end: int) -> int:
    """Past the work of whom `according to` names (`according to Fleming’s “The Fixers” and other books`)."""
    if end >= p.last or p.inside[end] < 0 or p.tokens.lowers[end - 1] not in {"'s", "’s"}:
        return end
    end = min(p.closes[p.inside[end]], p.last)
    if end < p.last - 1 and p.tokens.flags[end] & lx.AND:
        end = max(phrase_end(p, end + 1, p.last), end)
    return end


def _maker(p: Passage, made: int) -> int | None:
    """The `by` behind a participle that tells who made a document (`a report published today by Harlow`)."""
    flags, lowers = p.tokens.flags, p.tokens.lowers
    if not lowers[made].endswith("ed") and lowers[made] not in {"written", "made"}:
        return None
    for k in range(made + 1, min(made + 5, p.last - 1)):
        if p.inside[k] >= 0 or flags[k] & (lx.COMMA | lx.BREAK):
            return None
        if lowers[k] == "by":
            return k
    return None


def _is_insertion(p: Passage, i: int, end: int) -> bool:
    """Whether a voice before `i` is cut off from its words (`Lund said, per Reuters, that it fell`)."""
    flags = p.tokens.flags
    verb = i - 2
    if verb <= p.first or not flags[i - 1] & lx.COMMA or p.inside[verb] >= 0 or p.inside[i - 1] >= 0:
        return False
    form = VERBS.get(p.tokens.lowers[verb])
    says = form is not None and any(cue.meaning == "say" and cue.arguments & BARE for cue in form.cues)
    return says and end < p.last - 1 and bool(flags[end] & lx.COMMA)


_DESCRIBED = 16  # tokens of what tells who somebody is


def _past_description(p: Passage, end: int) -> int:
    """Past what tells, between commas, who was named (`According to Jo Foss, who left, it fell`), or `end`.

    A name is told by a role, a role by a name; what could be the clause's own subject is left to it.
    """
    tokens = p.tokens
    flags, words = tokens.flags, tokens.words
    k = end + 1
    if k >= p.last - 2 or not flags[end] & lx.COMMA or p.inside[k] >= 0:
        return end
    reach = range(k + 1, min(p.last - 2, k + _DESCRIBED))
    closing = next((i for i in reach if flags[i] & (lx.COMMA | lx.BREAK) and p.inside[i] < 0), end)
    if closing == end or not flags[closing] & lx.COMMA:
        return end
    if tokens.lowers[k] in {"who", "whose", "which"}:
        return closing
    if any(p.inside[i] >= 0 or flags[i] & lx.SUBJECT or looks_finite(tokens, i) for i in range(k, closing)):
        return end
    if words[end - 1][:1].isupper():
        role = flags[k] & (lx.DET | lx.POSSESSIVE) or words[k].isdigit()
        apposed = bool(role) and not flags[k] & lx.TIME
    else:
        last = tokens.lowers[end - 1]
        apposed = words[k][:1].isupper() and not flags[k] and is_human(last) and not last.endswith("s")
    if not apposed or not clause_like(p, closing + 1):
        return end
    verb = (i for i in range(closing + 1, p.last) if p.inside[i] >= 0 or looks_finite(tokens, i))
    joined = any(flags[i] & lx.AND for i in range(closing + 1, next(verb, p.last)))
    return end if joined else closing


def names_words(p: Passage, i: int) -> bool:
    """Whether `in the words of` ends behind token `i`."""
    lowers = p.tokens.lowers
    return i - 2 >= p.first and lowers[i - 2 : i + 2] == ["in", "the", "words", "of"]


def read_according(p: Passage, i: int, width: int) -> Reading | None:
    """`According to X, ...` and `..., according to X`; also `per X`, a cue of one word."""
    flags = p.tokens.flags
    after = i + width
    end = _end_of_source(p, after)
    if end <= after:
        return None
    source: Range = (after, end)
    end = _past_work(p, end)
    if _is_insertion(p, i, end):
        return None
    opens = i == p.first or (i - 1 == p.first and flags[p.first] & lx.AND)
    explains = i > p.first and p.tokens.lowers[i - 1] == ":" and end < p.last and flags[end] & lx.COMMA
    if opens or explains:
        if end >= p.last - 1:
            return None
        told = _past_description(p, end)
        if told > end:
            source, end = (after, told), told
        start = end + 1 if flags[end] & lx.COMMA else end
        if start > end and start + 2 < p.last and flags[start] & lx.ADVERB and flags[start + 1] & lx.COMMA:
            start += 2  # `According to Duarte, however, it fell`
        return Reading(
            (i, after), _ACCORD, source, ((start, content_end(p, start, i, "clause")),), "according-before", p
        )
    stop = i
    while stop > p.first and flags[stop - 1] & (lx.COMMA | lx.DASH) and p.inside[stop - 1] < 0:
        stop -= 1
    content: list[Range] = [(p.first, stop)]
    if stop <= p.first:
        return None
    if end < p.last - 2 and flags[end] & lx.COMMA and (_goes_on(p, end + 1) or _only_places(p, stop)):
        content.append((end + 1, content_end(p, end + 1, i, "clause")))
    return Reading((i, after), _ACCORD, source, tuple(content), "according-after", p)
