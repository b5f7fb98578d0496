"""Another voice behind content: what comes before is hers (`..., two diplomats told the council`)."""

from __future__ import annotations

from factcheck.text import lexicon as lx
from factcheck.text.clauses import Passage, has_verb, looks_finite, phrase_end
from factcheck.text.cue_forms import ADDRESSEE, BASE, GERUND_FORM, LEFT, PARTICIPLE, PAST, THIRD, Form
from factcheck.text.cues import NOUNS, VERBS
from factcheck.text.wordlists import words

_TIMED = lx.TIME | lx.PREPOSITION
_NO_ADJUNCT = lx.PREPOSITION | lx.COMMA | lx.BREAK | lx.AND
_MEDIA = words(
    """
    interview statement tweet email speech letter debate interviews conference rally court report filing
    memo post briefing release
    """
)


def opens_adjunct(p: Passage, i: int) -> bool:
    """Whether a phrase of time or medium starts at `i` (`on Tuesday`, `in a recent interview`)."""
    tokens = p.tokens
    f = tokens.flags[i]
    if not f & _TIMED:
        return False
    if f & lx.TIME and not f & (lx.DET | lx.SUBJECT) and tokens.words[i][:1].isupper():
        if i + 1 < p.last and tokens.flags[i + 1] & lx.TO:
            return False
        return not (i + 1 < p.last and tokens.flags[i + 1] & lx.POSSESSIVE)
    if not f & lx.PREPOSITION or tokens.lowers[i] in {"of", "as", "about", "per"}:
        return False
    near = tokens.lowers[i : min(p.last, i + 5)]
    if near[:2] == ["at", "last"]:
        return False
    if near[:2] == ["in", "order"] or (near[0] == "on" and "condition" in near and "anonymity" in near):
        return True
    if tokens.lowers[i] == "by" and i + 1 < p.last:
        form = VERBS.get(tokens.lowers[i + 1])  # `defended the wall by saying`
        return form is not None and tokens.lowers[i + 1].endswith("ing") and p.inside[i + 1] < 0
    if i + 1 < p.last and p.inside[i + 1] < 0 and not tokens.flags[i + 1] & _NO_ADJUNCT:
        for k in range(i + 1, min(p.last, i + 3)):
            if tokens.flags[k] & lx.TIME and tokens.lowers[k] != "this":
                return not (k + 1 < p.last and tokens.flags[k + 1] & lx.POSSESSIVE)
    return opens_medium(p, i)


def opens_medium(p: Passage, i: int) -> bool:
    """Whether a phrase of medium starts at the preposition `i` (`in a recent interview`)."""
    tokens = p.tokens
    for k in range(i + 1, min(p.last, i + 6)):
        if p.inside[k] >= 0 or tokens.flags[k] & _NO_ADJUNCT:
            return False
        if tokens.lowers[k] in _MEDIA:
            return not (k + 1 < p.last and tokens.flags[k + 1] & lx.POSSESSIVE)
    return False


_IN = words("in during")
_TO_DO = words("to object-to")


def told_in(p: Passage, start: int, i: int, kind: str) -> bool:
    """Whether the medium in which content without a verb was told stands at `i` (`as much in an interview`).

    A clause may tell of another's interview, and one may be ordered to appear in court.
    """
    if kind == "that" or p.tokens.lowers[i] not in _IN or not opens_medium(p, i) or has_verb(p, start, i):
        return False
    ahead = p.tokens.lowers[i + 1 : min(p.last, i + 12)]
    return "that" not in ahead and (kind not in _TO_DO or "court" not in ahead[:3])


def voice_follows(p: Passage, k: int) -> bool:
    """Whether another voice or a participle of speech stands at `k`, after a comma."""
    tokens = p.tokens
    if p.inside[k] >= 0:
        return False
    word = tokens.lowers[k]
    form = VERBS.get(word)
    if form is not None and form.shape & GERUND_FORM and word.endswith("ing"):
        return True
    if _closing_voice(p, k) or _closing_inverted(p, k, form):
        return True
    if word == "according" or _calls_it(p, k):
        return True
    if word == "even" and k + 1 < p.last and tokens.lowers[k + 1] in {"as", "though", "while"}:
        return cue_clause(p, k + 2)
    return bool(tokens.flags[k] & (lx.AND | lx.SUBORDINATOR)) and cue_clause(p, k + 1)


_SHOW = frozenset(["show", "suggest", "indicate", "reveal"])


def _closing_voice(p: Passage, k: int) -> bool:
    """Whether `Duarte said` and the sentence's end stand at `k`: what comes before is hers.

    A time, a medium and who was told may stand between (`two diplomats told the council on Monday`).
    """
    tokens = p.tokens
    if tokens.flags[k] & (lx.AND | lx.SUBORDINATOR | lx.RELATIVE | lx.PREPOSITION):
        return False
    end = k + 1 if tokens.flags[k] & (lx.SUBJECT | lx.PRONOUN) else phrase_end(p, k, p.last)
    if end - k > 1 and tokens.lowers[end - 1] in _SHOW and tokens.lowers[end - 2].endswith("s"):
        end -= 1  # `records show`
    perfect = k < end < p.last - 1 and bool(tokens.flags[end] & lx.HAVE)  # `a poll has found`
    end += perfect
    if end >= p.last or p.inside[end] >= 0:
        return False
    form = VERBS.get(tokens.lowers[end])
    if (
        form is None
        or not form.shape & (PARTICIPLE if perfect else PAST | THIRD | BASE)
        or not any(cue.arguments & LEFT for cue in form.cues)
    ):
        return False
    after = end + 1
    if any(cue.arguments & ADDRESSEE for cue in form.cues):
        while after < min(p.last, end + 5) and tokens.words[after][:1].isupper():
            after += 1  # `two diplomats told Politico.`
        # `..., whistleblower tells senators`
        many = after + 1 == p.last and tokens.lowers[after].endswith("s")
        if after == end + 1 < p.last and (many or tokens.flags[after] & lx.DET):
            after = phrase_end(p, after, p.last)
    if after >= p.last or tokens.flags[after] & (lx.BREAK | lx.COMMA | lx.TIME):
        return True
    return any(cue.meaning == "say" for cue in form.cues) and opens_adjunct(p, after)


_ENDS_SENTENCE = lx.BREAK | lx.COMMA
_OPENS_NAME = lx.DET | lx.POSSESSIVE | lx.NUMBER | lx.PERSON


def _closing_inverted(p: Passage, k: int, form: Form | None) -> bool:
    """Whether `said Duarte` and the sentence's end stand at `k`: what comes before is hers."""
    if form is None or not form.shape & (PAST | THIRD) or k + 1 >= p.last or p.inside[k + 1] >= 0:
        return False
    if not any(cue.meaning == "say" and cue.arguments & LEFT for cue in form.cues):
        return False
    tokens = p.tokens
    if not (tokens.flags[k + 1] & _OPENS_NAME or tokens.words[k + 1][:1].isupper()):
        return False
    end = phrase_end(p, k + 1, p.last)
    return end >= p.last or bool(tokens.flags[end] & _ENDS_SENTENCE)


def _calls_it(p: Passage, k: int) -> bool:
    """Whether a relative clause with marks of its own stands at `k` (`, which Duarte called “a toy”`)."""
    tokens = p.tokens
    if tokens.lowers[k] not in {"which", "whom"} or k + 1 >= p.last:
        return False
    end = k + 2 if tokens.flags[k + 1] & (lx.SUBJECT | lx.PRONOUN) else phrase_end(p, k + 1, p.last)
    while end < p.last and tokens.flags[end] & (lx.ADVERB | lx.HAVE):
        end += 1
    form = VERBS.get(tokens.lowers[end]) if end + 1 < p.last and p.inside[end] < 0 else None
    if form is None or not any(cue.meaning == "say" for cue in form.cues):
        return False
    return any(p.inside[i] >= 0 for i in range(end + 1, min(p.last, end + 4)))


def cue_clause(p: Passage, k: int) -> bool:
    """Whether a clause with its own finite say-cue starts at `k` (`and Duarte said`)."""
    tokens = p.tokens
    end = phrase_end(p, k, p.last)
    if _many_say(p, k, end):
        return True
    end = past_apposition(p, k, end)
    if end == k and k < p.last and tokens.flags[k] & (lx.SUBJECT | lx.PRONOUN):
        end = k + 1
    helped = False
    while end < p.last and tokens.flags[end] & (lx.ADVERB | lx.HAVE | lx.MODAL | lx.NOT):
        helped = helped or bool(tokens.flags[end] & (lx.HAVE | lx.MODAL))
        end += 1
    if end >= p.last or end == k or p.inside[end] >= 0:
        return False
    form = VERBS.get(tokens.lowers[end])
    own = not tokens.flags[k] & (lx.ADVERB | lx.AUXILIARY | lx.SUBJECT) and tokens.lowers[k] != "it"
    if helped and own and form is not None and form.shape & (BASE | PARTICIPLE):
        return True
    return form is not None and bool(form.shape & (PAST | THIRD)) and tokens.lowers[end] not in NOUNS


def now_says(p: Passage, k: int) -> bool:
    """Whether somebody else's clause in the present starts at `k` (`but Okoro says`, `but unions argue`).

    In the past it may be part of what is told: `She said she rang but the head said no`.
    """
    tokens = p.tokens
    if k >= p.last or p.inside[k] >= 0 or tokens.flags[k] & (lx.SUBJECT | lx.PRONOUN):
        return False
    end = phrase_end(p, k, p.last)
    if _many_say(p, k, end):
        return True
    end = past_apposition(p, k, end)
    if not k < end < p.last or p.inside[end] >= 0 or tokens.lowers[end] in NOUNS:
        return False
    form = VERBS.get(tokens.lowers[end])
    return form is not None and bool(form.shape & THIRD) and form.cues[0].meaning in _SAYING


_APPOSED = 16  # tokens of an apposition


def past_apposition(p: Passage, k: int, end: int) -> int:
    """Past what a subject at `k` is told to be (`but Amaro, the singer’s lawyer, said`), or `end`."""
    flags = p.tokens.flags
    if not k < end < p.last - 2 or not flags[end] & lx.COMMA or flags[k] & lx.PREPOSITION:
        return end
    relative = bool(flags[end + 1] & lx.RELATIVE)
    for i in range(end + 1, min(p.last - 1, end + _APPOSED)):
        if p.inside[i] >= 0 or flags[i] & (lx.BREAK | lx.DASH | lx.AND):
            return end
        if flags[i] & lx.COMMA:
            return i + 1
        if looks_finite(p.tokens, i) and not relative:
            return end
    return end


_SAYING = words("say deny believe")
_MANY = words("people police women men children staff they")


def _many_say(p: Passage, k: int, end: int) -> bool:
    """Whether many say something now, between `k` and `end` or at it (`critics say`, `its own staff say`)."""
    lowers = p.tokens.lowers
    for verb in range(k + 1, min(end + 1, p.last)):
        form = VERBS.get(lowers[verb])
        if form is None or not form.shape & BASE or form.cues[0].meaning not in _SAYING:
            continue
        head = verb - 1
        if not form.cues[0].noun_too:  # `economists at the bank say`
            head = next((i for i in range(k + 1, verb) if p.tokens.flags[i] & lx.PREPOSITION), verb) - 1
        word = lowers[head]
        many = word[-1] == "s" and len(word) > 3 and not word.endswith(("ss", "'s", "’s"))
        return p.inside[verb] < 0 and (many or word in _MANY)
    return False
