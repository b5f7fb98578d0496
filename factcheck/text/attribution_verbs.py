"""Verbs that attribute: who stands before or after them, and what they say.

Each rule looks at one verb of a passage and answers with a `Reading` (token ranges) or nothing.
"""

from __future__ import annotations

from factcheck.text import lexicon as lx
from factcheck.text.attribution_contents import content_end
from factcheck.text.attribution_readings import Reading
from factcheck.text.clauses import (
    Passage,
    Range,
    VerbGroup,
    looks_finite,
    main_subject,
    phrase_end,
    reads_as_noun,
    spoken_quote,
    subject_before,
    verb_group,
    verb_group_at,
)
from factcheck.text.cues import (
    ADDRESSEE,
    AS,
    ASK,
    BARE,
    BASE,
    GERUND,
    GERUND_FORM,
    LEFT,
    NOUNS,
    OBJECT,
    OBJECT_TO,
    PARTICIPLE,
    PAST,
    QUOTE,
    THAT,
    THIRD,
    TO,
    VERBS,
    Cue,
    Form,
)


_NO_COMMENT = frozenset("comment respond elaborate reply".split())
# What carries words: `a letter saying` is said by whoever wrote it.
_CARRIERS = frozenset(
    "statement statements letter email e-mail tweet message memo release video ad speech post note letters emails tweets messages ads videos article articles "
    "petition petitions paper papers editorial op-ed record text posts memos headline".split())
_WH = frozenset("whether if how what why where when who which".split())
_SUBJECT_START = lx.DET | lx.POSSESSIVE | lx.SUBJECT | lx.PRONOUN | lx.NUMBER


def read_verb(p: Passage, i: int, form: Form, previous: Reading | None) -> Reading | None:
    """What the verb at token `i` attributes, if anything."""
    for cue in form.cues:
        if cue.particle:
            reading = None
            if i + 1 < p.last and p.tokens.lowers[i + 1] == cue.particle:
                reading = _read(p, i, i + 2, cue, form, previous)
        else:
            reading = _read(p, i, i + 1, cue, form, previous)
        if reading is not None:
            return reading
    return None


def _read(p: Passage, i: int, after: int, cue: Cue, form: Form, previous: Reading | None) -> Reading | None:
    """Read one cue at verb `i`; `after` is the first token behind it and its particle."""
    tokens = p.tokens
    flags, lowers = tokens.flags, tokens.lowers
    if cue.noun_too and (reads_as_noun(p, i) or (tokens.words[i] != lowers[i] and tokens.words[i - 1] != lowers[i - 1])):
        return None
    group = verb_group(p, i)
    if group.kind == "noun" or not _is_verb_here(p, i, after, cue, group):
        return None
    if group.kind == "passive":
        return _read_passive(p, i, after, cue, group)
    if i == p.first and group.plain and cue.arguments & LEFT and form.shape & (PAST | THIRD):
        end = _with_apposition(p, phrase_end(p, after, p.last))
        if after < end < p.last - 1 and (lowers[end] == ":" or (flags[end] & lx.COMMA and p.inside[end + 1] >= 0)):
            content = (end + 1, content_end(p, end + 1, i, "quote"))
            return Reading((i, after), cue, (after, end), (content,), "cue-source-colon", p)
    if group.kind == "base" and group.plain and i == p.first or lowers[i] == "regarding":
        return None
    if group.kind == "base" and not _agrees(p, group.first):
        return None
    before = group.first - 1
    if group.kind == "finite" and form.shape & PARTICIPLE and after < p.last and lowers[after] == "by":
        return _read_passive(p, i, after, cue, group) if before >= p.first and p.inside[before] < 0 else None
    if group.plain and before >= p.first and flags[before] & (lx.DET | lx.POSSESSIVE) and not flags[before] & lx.PRONOUN:
        if lowers[before] not in _PLURALS and not (cue.lemma == "say" and lowers[before] in {"another", "this", "that"}):
            return None
    inverted = False
    source: Range | None
    if group.kind == "gerund":
        source = _shared_subject(p, group.first, previous) or _subject_to_come(p, group.first)
        carrier = before - 1 if before > p.first and flags[before] & lx.TIME else before
        if before >= p.first and (lowers[carrier] in _CARRIERS or p.inside[before] >= 0):
            pass  # `issued a statement saying`: whoever issued it
        elif before > p.first and flags[before] & lx.POSSESSIVE and lowers[before] in {"'s", "’s"}:
            source = (before - 1, before + 1)
        elif before >= p.first and not flags[before] & (lx.COMMA | lx.DASH | lx.PREPOSITION | lx.SUBORDINATOR | lx.AND):
            near = subject_before(p, group.first)
            if near is not None and (source is None or _names_someone(p, near)):
                source = near
    elif group.kind == "infinitive":
        source = _infinitive_subject(p, group.first, previous)
    elif before >= p.first and flags[before] & lx.AND:
        source = _shared_subject(p, before, previous)
    else:
        source = subject_before(p, group.first)
        hearer = cue.arguments & ADDRESSEE and cue.meaning == "say"
        if cue.arguments & LEFT and not hearer and (source is None or flags[before] & (lx.COMMA | lx.DASH)):
            end = _inverted_end(p, after, before)
            if end is not None:
                source, inverted = (after, end), True
    finite = group.kind not in {"gerund", "infinitive"}
    if (
        finite
        and source is not None
        and cue.arguments & LEFT
        and lowers[p.first] == "as"
        and source[0] == p.first + 1
    ):
        comma = _skip_adjuncts(p, after, cue)
        if comma + 1 < p.last and flags[comma] & lx.COMMA and p.inside[comma] < 0:
            end = content_end(p, comma + 1, i, "clause")
            return Reading((group.first, after), cue, source, ((comma + 1, end),), "as-source-cue", p, group.negated)
    if inverted and source is not None:
        return _read_left(p, i, after, source[1], cue, source, p_end(p, before), group)
    if finite and source is not None and cue.arguments & LEFT:
        left = _left_edge(p, source[0])
        nxt = _skip_adjuncts(p, after, cue)
        if left is not None:
            quote_left = p.inside[left - 1] >= 0 or (left - 2 >= p.first and p.inside[left - 2] >= 0)
            opening = p.inside[left - 1] >= 0 and p.inside[left - 1] == p.inside[p.first]
            mid = nxt + 1 < p.last and flags[nxt] & lx.COMMA
            if not quote_left and not _holds_clause(p, left, nxt):
                if mid and p.inside[nxt + 1] < 0 and not _breaks_off(p, nxt + 1):
                    end = content_end(p, nxt + 1, i, "clause")
                    content = ((p.first, left), (nxt + 1, end)) if left - p.first > 1 else ((nxt + 1, end),)
                    return Reading((group.first, after), cue, source, content, "clause-around", p, group.negated)
                left = None
        if left is not None:
            at_end = nxt >= p.last or flags[nxt] & (lx.COMMA | lx.BREAK | lx.DASH)
            told = (opening or (cue.arguments & ADDRESSEE and quote_left)) and nxt < p.last and lowers[nxt] != "that"
            if at_end or told or (quote_left and not _clause_follows(p, nxt, strict=True)):
                if not (nxt < p.last and lowers[nxt] == ":"):
                    return _read_left(p, i, after, nxt, cue, source, left, group)
    if source is None and group.plain and form.shape & PARTICIPLE and cue.meaning == "ask" and (
        i == p.first or flags[i - 1] & lx.SUBORDINATOR
    ):
        asker: Range | None = None
        if after + 1 < p.last and lowers[after] == "by":
            end = _short_phrase(p, after + 1)
            asker, after = (after + 1, end), end
        nxt = _skip_adjuncts(p, after, cue)
        start = nxt if nxt < p.last and (lowers[nxt] in _WH or flags[nxt] & lx.TO) else nxt + 1
        if start < p.last and (lowers[start] in _WH or flags[start] & lx.TO or lowers[start - 1] in cue.prepositions):
            end = content_end(p, start, i, "preposition")
            return Reading((i, i + 1), cue, asker, ((start, end),), "passive", p) if end > start else None
    if source is None or _habit_of_many(p, source, cue):
        return None
    found = _argument(p, after, cue)
    if finite and source[0] - 2 > p.first and lowers[source[0] - 1] == "as" and flags[source[0] - 2] & lx.COMMA:
        ends = after >= p.last or flags[after] & (lx.COMMA | lx.BREAK | lx.SUBORDINATOR | lx.PREPOSITION | lx.TIME)
        if ends and cue.arguments & LEFT and _holds_clause(p, source[0] - 2, p.last):
            content = (_left_start(p, source[0] - 2) or p.first, source[0] - 2)
            return Reading((group.first, after), cue, source, (content,), "as-after", p, group.negated)
    if finite and _gap_before(p, source):
        gap = _read_gap(p, i, after, cue, source, group, found)
        if gap is not None:
            return gap
    if found is None:
        return _awaiting(p, after, cue, source, group) if finite else None
    start, kind = found
    if group.kind == "infinitive" and kind in {"object", "clause", "object-to"} and _is_object_control(p, group.first):
        return None
    if kind == "to" and start + 1 < p.last and lowers[start + 1] in _NO_COMMENT and cue.lemma in {"decline", "refuse"}:
        return None
    end = content_end(p, start, i, kind)
    if end <= start:
        return None
    if cue.lemma == "cite" and group.kind == "gerund" and previous is not None and previous.passage is p:
        if previous.content and previous.content[0][0] > i:
            return Reading((i, after), cue, (start, end), previous.content, "chain-citing", p)
    return Reading((group.first, after), cue, source, ((start, end),), f"cue-{kind}", p, group.negated)


_QUANTIFIED = frozenset("some many most several few more".split())


def _subject_to_come(p: Passage, v: int) -> Range | None:
    """The subject of an opening participle, after its comma (`Citing the drought, Duarte closed ...`)."""
    tokens = p.tokens
    if v > p.first + 1 or (v == p.first + 1 and not tokens.flags[p.first] & (lx.PREPOSITION | lx.SUBORDINATOR)):
        return None
    for k in range(v + 1, min(p.last - 1, v + 50)):
        if p.inside[k] < 0 and tokens.flags[k] & lx.COMMA:
            end = phrase_end(p, k + 1, p.last)
            if end < p.last and end > k + 1 and looks_finite(tokens, end):
                return (k + 1, end)
            if tokens.flags[k + 1] & (lx.SUBJECT | lx.PRONOUN):
                return (k + 1, k + 2)
    return None


def _holds_clause(p: Passage, end: int, right: int) -> bool:
    """Whether what stands before `end` is more than an adverbial (`On Monday,`).

    `right` is the token after the cue and its adjuncts: before a quotation there, an opening
    participle or `when` clause is the article's own (`Asked about it, she said, “...”`).
    """
    first = p.tokens.flags[p.first]
    if p.inside[p.first] < 0 and right + 1 < p.last and p.inside[right + 1] >= 0:
        form = VERBS.get(p.tokens.lowers[p.first])
        asked = form is not None and bool(form.shape & (PARTICIPLE | GERUND_FORM))
        if asked or p.tokens.lowers[p.first] in {"when", "after", "as"}:
            return False
    if not first & (lx.PREPOSITION | lx.ADVERB | lx.AND | lx.TIME) or p.inside[p.first] >= 0:
        return True
    return any(
        p.inside[k] >= 0 or looks_finite(p.tokens, k) or (k > p.first and p.tokens.flags[k] & lx.SUBJECT)
        for k in range(end - 1, max(p.first, end - 60) - 1, -1)
    )


def _gap_before(p: Passage, source: Range) -> bool:
    """Whether a relative or `what` stands before the source (`what she said was`, `the plan that he opposed`)."""
    k = source[0] - 1
    if k < p.first or p.inside[k] >= 0:
        return False
    return bool(p.tokens.flags[k] & lx.RELATIVE) or p.tokens.lowers[k] in {"what", "that"}


def _read_gap(
    p: Passage, i: int, after: int, cue: Cue, source: Range, group: VerbGroup, found: tuple[int, str] | None
) -> Reading | None:
    """A cue inside a relative clause whose content is, or holds, what the relative stands for."""
    tokens = p.tokens
    flags = tokens.flags
    wh = source[0] - 1
    rest = after
    while rest < p.last and flags[rest] & lx.ADVERB and p.inside[rest] < 0:
        rest += 1
    if rest < p.last and p.inside[rest] < 0 and (flags[rest] & lx.FINITE or looks_finite(tokens, rest)):
        if not cue.arguments & (THAT | BARE):
            return None
        end = content_end(p, rest, i, "clause")
        return Reading((group.first, after), cue, source, ((wh, wh + 1), (rest, end)), "relative-gap", p, group.negated)
    if found is not None or not cue.arguments & (OBJECT | BARE) or tokens.lowers[wh] == "what":
        return None
    stop = wh - 1 if wh > p.first and flags[wh - 1] & lx.COMMA else wh
    antecedent = subject_before(p, stop)
    if antecedent is None:
        return None
    return Reading((group.first, after), cue, source, (antecedent,), "relative-object", p, group.negated)


def _awaiting(p: Passage, after: int, cue: Cue, source: Range, group: VerbGroup) -> Reading | None:
    """A speaker whose words stand in a neighbouring passage (`“Why now?” | Duarte, a doctor, said quietly.`)."""
    if cue.meaning not in {"say", "ask"} or not cue.arguments & LEFT or p.tokens.flags[source[0]] & lx.RELATIVE:
        return None
    nxt = _skip_adjuncts(p, after, cue)
    if nxt < p.last and not p.tokens.flags[nxt] & (lx.BREAK | lx.COMMA):
        return None
    return Reading((group.first, after), cue, source, (), "quote-beside", p, group.negated)


def _names_someone(p: Passage, phrase: Range) -> bool:
    """Whether the phrase before a participle is its subject (`voters backing`), not an object or adverbial."""
    tokens = p.tokens
    first, last = phrase[0], phrase[1] - 1
    for k in range(first - 1, max(p.first, first - 8) - 1, -1):
        if tokens.lowers[k] in {"spent", "spend", "spends", "spending", "kept", "went"}:
            return False
        if tokens.flags[k] & (lx.COMMA | lx.BREAK):
            break
    if tokens.flags[last] & lx.TIME:
        return False
    return bool(
        tokens.flags[first] & (lx.DET | lx.POSSESSIVE | lx.PRONOUN | lx.NUMBER)
        or tokens.flags[last] & lx.PERSON
        or tokens.words[last][:1].isupper()
        or tokens.lowers[last].endswith("s")
    )


def _habit_of_many(p: Passage, source: Range, cue: Cue) -> bool:
    """Whether an indefinite crowd does something (`some users are urging others to`).

    That is what the article itself observes, no report of words; `some users say` is one.
    """
    return cue.meaning in {"judge", "ask", "intend"} and p.tokens.lowers[source[0]] in _QUANTIFIED


def _is_object_control(p: Passage, to: int) -> bool:
    """Whether the infinitive at `to` has the noun phrase before it as its subject (`allow users to post`)."""
    lowers = p.tokens.lowers
    for k in range(to - 1, max(p.first, to - 9) - 1, -1):
        if p.tokens.flags[k] & (lx.COMMA | lx.BREAK | lx.SUBORDINATOR) or p.inside[k] >= 0:
            return False
        if lowers[k] in _CONTROL:
            return True
        form = VERBS.get(lowers[k])
        if form is not None and any(cue.arguments & OBJECT_TO for cue in form.cues):
            return True
    return to == p.first


# Verbs whose object does what the infinitive says.
_CONTROL = frozenset(
    f"{stem}{ending}"
    for stem, endings in (
        ("allow", ("", "s", "ed", "ing")), ("help", ("", "s", "ed", "ing")), ("forc", ("e", "es", "ed", "ing")),
        ("enabl", ("e", "es", "ed", "ing")), ("permit", ("", "s", "ted", "ting")), ("caus", ("e", "es", "ed", "ing")),
        ("lead", ("", "s", "ing")), ("led", ("",)), ("push", ("", "es", "ed", "ing")), ("hir", ("e", "es", "ed", "ing")),
        ("prompt", ("", "s", "ed", "ing")), ("compel", ("", "s", "led", "ling")), ("wish", ("", "es", "ed", "ing")),
        ("get", ("", "s", "ting")), ("got", ("",)), ("need", ("", "s", "ed")), ("motivat", ("e", "es", "ed", "ing")),
        ("inspir", ("e", "es", "ed", "ing")), ("requir", ("e", "es", "ed", "ing")), ("prepar", ("e", "es", "ed", "ing")),
    )
    for ending in endings
)  # fmt: skip


# Verbs whose base and `-s` forms are verbs only beside a pronoun or auxiliary (`the states` are no speech).
_SELDOM_VERBS = frozenset("state states like likes contest contests email emails post posts comment comments address addresses campaign campaigns".split())


def _is_verb_here(p: Passage, i: int, after: int, cue: Cue, group: VerbGroup) -> bool:
    """Whether a form that is often something else is a verb: `like`, `states`, `a strong showing in`."""
    tokens = p.tokens
    if tokens.lowers[i] in _SELDOM_VERBS and group.plain:
        before = tokens.flags[i - 1] if i > p.first else 0
        quoted = after < p.last and (p.inside[after] >= 0 or tokens.lowers[after] == "that")
        named = i > p.first and tokens.words[i - 1][:1].isupper() and not tokens.words[i][:1].isupper()
        return bool(before & (lx.SUBJECT | lx.RELATIVE)) or (named and quoted)
    if group.kind == "gerund" and group.plain and after < p.last and i > p.first and p.inside[i - 1] < 0:
        stranded = tokens.flags[after] & lx.PREPOSITION and tokens.lowers[after] not in cue.prepositions
        return not (stranded and tokens.flags[i - 1] == 0 and not cue.arguments & AS)
    return True


def _agrees(p: Passage, v: int) -> bool:
    """Whether a plural or `I`, `you` stands before a base form (`critics say`), so that it is a finite verb."""
    tokens = p.tokens
    k = v - 1
    low = max(p.first, v - 12)
    if k < low:
        return False
    f = tokens.flags[k]
    if f & lx.RELATIVE or tokens.lowers[k] in {"they", "we", "i", "you", "that", "people", "and", "or", "but", ","}:
        return True
    while k >= low and p.inside[k] < 0:
        word = tokens.lowers[k]
        f = tokens.flags[k]
        if f & (lx.COMMA | lx.BREAK | lx.AUXILIARY | lx.SUBORDINATOR):
            return False
        if f & lx.NUMBER or word.isdigit():
            return True
        if (word.endswith("s") and f & ~lx.PERSON == 0 and not word.endswith(("ss", "us", "is"))) or word in _PLURALS:
            return True
        k -= 1
    return False


_PLURALS = frozenset("percent those % half third quarter people women men police many some most several few others both all critics".split())


def p_end(p: Passage, before: int) -> int:
    """The end of what stands left of an inverted verb: without its comma or dash."""
    flags = p.tokens.flags
    end = before + 1
    while end > p.first and p.inside[end - 1] < 0 and flags[end - 1] & (lx.COMMA | lx.DASH | lx.BREAK):
        end -= 1
    return end


def _shared_subject(p: Passage, v: int, previous: Reading | None) -> Range | None:
    """The subject of a participle, infinitive or second verb: that of the cue before it, or of the clause."""
    if previous is not None and previous.passage is p and previous.source is not None:
        return previous.source
    return main_subject(p, v)


def _infinitive_subject(p: Passage, to: int, previous: Reading | None) -> Range | None:
    """Who does what the infinitive at `to` says: a control verb's object, or the nearest verb's subject."""
    tokens = p.tokens
    for k in range(to - 1, max(p.first, to - 25) - 1, -1):
        if p.inside[k] >= 0:
            continue
        if to - k < 9 and k < to - 1 and tokens.lowers[k] in _CONTROL:
            return (k + 1, to)
        if looks_finite(tokens, k) and not (previous is not None and previous.passage is p and previous.cue[0] >= k):
            found = subject_before(p, verb_group_at(p, k))
            if found is not None:
                return found
            break
    return _shared_subject(p, to, previous)


def _inverted_end(p: Passage, after: int, before: int) -> int | None:
    """The end of a subject that follows its verb (`said Ana Duarte, a doctor`), or None."""
    tokens = p.tokens
    flags, words = tokens.flags, tokens.words
    if after >= p.last or p.inside[after] >= 0 or before < p.first:
        return None
    f = flags[after]
    if p.inside[before] < 0 and not f & _SUBJECT_START and not words[after][:1].isupper():
        return None
    if f & (lx.PREPOSITION | lx.TO | lx.BREAK | lx.COMMA | lx.SUBORDINATOR | lx.AND | lx.AUXILIARY):
        return None
    if f & lx.TIME and not f & lx.DET:
        return None
    if lowers_in(tokens.lowers[after], {"him", "them", "me", "us"}):
        return None
    end = phrase_end(p, after, p.last)
    if end == after:
        return None
    if p.inside[before] >= 0 and spoken_quote(p, p.inside[before]):
        return _with_apposition(p, end)
    # After a clause, only when nothing but the end, a comma or an adjunct follows.
    if end >= p.last or flags[end] & (lx.COMMA | lx.BREAK) or flags[end] & lx.RELATIVE:
        for i in range(before, max(p.first, before - 30) - 1, -1):
            if p.inside[i] >= 0 or looks_finite(tokens, i):
                return _with_apposition(p, end)
    return None


def lowers_in(word: str, words: set[str]) -> bool:
    """Whether `word` is one of `words`."""
    return word in words


def _with_apposition(p: Passage, end: int) -> int:
    """Extend an inverted subject over `, a doctor in Porto` up to the next comma that ends it."""
    tokens = p.tokens
    flags, lowers, words = tokens.flags, tokens.lowers, tokens.words
    for _ in range(4):
        if end >= p.last - 1:
            return end
        if flags[end] & lx.OPEN:
            closing = end
            while closing < p.last - 1 and not flags[closing] & lx.CLOSE:
                closing += 1
            end = closing + 1
            continue
        if flags[end] & lx.RELATIVE:
            return end
        if not flags[end] & lx.COMMA or p.inside[end + 1] >= 0:
            return end
        nxt = end + 1
        if not (flags[nxt] & (lx.DET | lx.POSSESSIVE | lx.NUMBER) or flags[nxt] == 0 or lowers[nxt] == "who") or (
            tokens.lowers[nxt].endswith("ing")
        ):
            return end
        if flags[nxt] == 0 and not words[nxt][:1].isupper() and not words[nxt][:1].isdigit() and VERBS.get(lowers[nxt]):
            return end
        i = nxt + 1
        while i < p.last and not flags[i] & (lx.COMMA | lx.BREAK | lx.DASH) and p.inside[i] < 0:
            i += 1
        end = i
    return end


def _left_edge(p: Passage, start: int) -> int | None:
    """The end of what stands left of the source at `start` if it can be content, else None."""
    flags = p.tokens.flags
    if start <= p.first:
        return None
    before = start - 1
    if p.inside[before] >= 0:
        return start if spoken_quote(p, p.inside[before]) else None
    if flags[before] & (lx.COMMA | lx.DASH) and before > p.first:
        return before
    return None


def _skip_adjuncts(p: Passage, j: int, cue: Cue) -> int:
    """The token after adverbs, times and prepositional phrases that may stand between cue and content."""
    flags, lowers = p.tokens.flags, p.tokens.lowers
    limit = min(p.last, j + 30)
    if cue.arguments & ADDRESSEE and j < limit and p.inside[j] < 0:
        if flags[j] & (_SUBJECT_START | lx.PRONOUN) or p.tokens.words[j][:1].isupper() or flags[j] & lx.PERSON:
            j = _short_phrase(p, j)
    while j < limit and p.inside[j] < 0:
        f = flags[j]
        if f & (lx.TIME | lx.ADVERB) and not (f & lx.DET and not f & lx.TIME):
            j += 1
        elif f & lx.PREPOSITION and lowers[j] not in {"as", "since"} and lowers[j] not in cue.prepositions:
            j = _past_title(p, _short_phrase(p, j + 1))
        elif lowers[j].endswith("ly") and f == 0:
            j += 1
        elif f & lx.TO and not cue.arguments & TO and j + 1 < limit and (
            p.tokens.words[j + 1][:1].isupper() or p.tokens.flags[j + 1] & (_SUBJECT_START | lx.PERSON)
        ):
            j = _short_phrase(p, j + 1)
        else:
            break
    return j


def _past_title(p: Passage, j: int) -> int:
    """Past a quoted title at `j` that `that` or a comma follows (`on “The Morning Hour” that ...`)."""
    if j < p.last and p.inside[j] >= 0:
        close = p.closes[p.inside[j]]
        if close < p.last and close - j < 10 and p.tokens.lowers[close] == "that":
            return close
    return j


def _short_phrase(p: Passage, j: int) -> int:
    """The end of a base noun phrase: article, adjectives, nouns, a following `of` phrase."""
    flags, words = p.tokens.flags, p.tokens.words
    limit = min(p.last, j + 14)
    i = j
    if i < limit and flags[i] & (lx.PRONOUN | lx.SUBJECT):
        return i + 1
    capital = False
    while i < limit and p.inside[i] < 0:
        f = flags[i]
        if f & (lx.COMMA | lx.BREAK | lx.SUBORDINATOR | lx.SUBJECT | lx.AND | lx.RELATIVE | lx.FINITE | lx.TO | lx.OPEN):
            break
        if f & lx.PREPOSITION:
            break
        if i > j and f & (lx.DET | lx.POSSESSIVE | lx.PRONOUN) and words[i][:1] not in "'’":
            break
        if f & lx.TIME and i > j:
            break
        upper = words[i][:1].isupper()
        if i > j and upper and not capital and not flags[i - 1] & (lx.DET | lx.POSSESSIVE):
            break
        capital = upper
        i += 1
    return i


def _clause_follows(p: Passage, j: int, *, strict: bool) -> bool:
    """Whether a clause starts at `j`: a subject and, within reach, a finite verb."""
    tokens = p.tokens
    flags = tokens.flags
    if j >= p.last or p.inside[j] >= 0:
        return False
    f = flags[j]
    if tokens.lowers[j] == "that":
        return True
    if f & lx.SUBJECT or tokens.lowers[j] in {"it", "there", "you"}:
        return True
    if f & (lx.BREAK | lx.COMMA | lx.AND | lx.RELATIVE | lx.AUXILIARY | lx.TO):
        return False
    if strict and f & (lx.PREPOSITION | lx.SUBORDINATOR | lx.ADVERB):
        return False
    relative = False
    for i in range(j + 1, min(p.last, j + 25)):
        f = flags[i]
        if f & lx.BREAK:
            return False
        if f & lx.RELATIVE:
            relative = True
        elif strict and f & (lx.SUBORDINATOR | lx.SUBJECT | lx.COMMA) and not relative:
            return False
        elif looks_finite(tokens, i) or (flags[i] == 0 and tokens.lowers[i].endswith("s") and i > j + 1 and not strict):
            if not relative:
                return True
            relative = False
    return False


def _argument(p: Passage, after: int, cue: Cue) -> tuple[int, str] | None:
    """Where the content right of a cue starts, and what kind it is."""
    tokens = p.tokens
    flags, lowers, words = tokens.flags, tokens.lowers, tokens.words
    j = after
    while j < p.last and p.inside[j] < 0 and (
        flags[j] & lx.ADVERB and not flags[j] & lx.DET or (flags[j] == 0 and lowers[j].endswith("ly"))
    ):
        j += 1
    if j >= p.last:
        return None
    args = cue.arguments
    insertion = _skip_adjuncts(p, j, cue) if args & THAT else j
    if args & THAT and insertion + 1 < p.last and flags[insertion] & lx.COMMA and p.inside[insertion + 1] < 0:
        for k in range(insertion + 2, min(p.last - 1, insertion + 10)):
            if flags[k] & lx.COMMA:
                if lowers[k + 1] == "that":
                    return (k + 1, "that")  # `said, however, that`
                break
    plain = _at(p, j, cue)
    if plain is not None:
        return plain
    if args & ADDRESSEE and p.inside[j] < 0 and (
        flags[j] & (_SUBJECT_START | lx.PERSON) or words[j][:1].isupper() or flags[j] == 0
    ):
        k = _short_phrase(p, j)
        for _ in range(3):
            if k >= p.last or k == j:
                break
            found = _at(p, k, cue) if not (flags[k] & lx.PREPOSITION and lowers[k] not in cue.prepositions) else None
            if found is None and args & BARE and _clause_follows(p, k, strict=True):
                found = (k, "clause")
            if found is None and args & OBJECT_TO and flags[k] & lx.TO:
                found = (j, "object-to")
            if found is not None:
                return found
            if not flags[k] & (lx.PREPOSITION | lx.TIME | lx.AND):
                break
            k = _short_phrase(p, k + 1) if not flags[k] & lx.TIME else k + 1
    skipped = _skip_adjuncts(p, j, cue)
    if skipped > j and skipped < p.last:
        found = _at(p, skipped, cue)
        if found is not None:
            return found
        if args & BARE and _clause_follows(p, skipped, strict=True):
            return (skipped, "clause")
    if args & OBJECT_TO and p.inside[j] < 0 and flags[j] & (lx.DET | lx.POSSESSIVE | lx.PRONOUN | lx.PERSON) or (
        args & OBJECT_TO and flags[j] == 0
    ):
        end = phrase_end(p, j, p.last)
        if end > j and end < p.last and flags[end] & lx.TO:
            return (j, "object-to")
    if args & BARE and _clause_follows(p, j, strict=False):
        return (j, "clause")
    if args & (OBJECT | AS) and _object_starts(p, j):
        if args & AS and any(lowers[k] == "as" for k in range(j + 1, min(p.last, j + 14)) if p.inside[k] < 0):
            return (j, "as")
        if any(lowers[k] in cue.prepositions for k in range(j + 1, min(p.last, j + 14)) if p.inside[k] < 0):
            return (j, "as")
        return (j, "object")
    if args & GERUND and lowers[j].endswith("ing"):
        return (j, "object")
    return None


def _at(p: Passage, j: int, cue: Cue) -> tuple[int, str] | None:
    """The content that token `j` opens by itself: `that`, a quotation, a colon, `to`, `whether`, a preposition."""
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
    if word == "that" and args & THAT and j + 1 < p.last and not flags[j + 1] & lx.BREAK:
        return (j, "that")
    if flags[j] & lx.TO and args & TO and j + 1 < p.last:
        return (j, "to")
    if word in _WH and args & ASK:
        return (j, "whether")
    if word in cue.prepositions and j + 1 < p.last:
        return (j + 1, "preposition")
    return None


def _object_starts(p: Passage, j: int) -> bool:
    """Whether a noun phrase starts at `j`."""
    tokens = p.tokens
    f = tokens.flags[j]
    if p.inside[j] >= 0:
        return True
    if f & (lx.COMMA | lx.BREAK | lx.AND | lx.PREPOSITION | lx.TO | lx.AUXILIARY | lx.SUBORDINATOR | lx.DASH | lx.CLOSE):
        return False
    return not (f & lx.TIME and not f & lx.DET and not tokens.lowers[j] in {"last", "next"})


def flags_at(p: Passage, k: int) -> int:
    """The classes of the token at `k`."""
    return p.tokens.flags[k]


_AFTER_AGENT = frozenset("for as to over".split())


def _agent(p: Passage, after: int) -> int | None:
    """The `by` of a passive within reach, when a noun phrase follows and no other verb stands between."""
    tokens = p.tokens
    for k in range(after, min(p.last - 1, after + 8)):
        if p.inside[k] >= 0 or tokens.flags[k] & (lx.COMMA | lx.BREAK | lx.TO | lx.FINITE | lx.AND):
            return None
        if tokens.lowers[k] == "by":
            following = tokens.lowers[k + 1]
            timed = tokens.flags[k + 1] & (lx.TIME | lx.ADVERB) and not tokens.flags[k + 1] & lx.DET
            return None if timed or (following.endswith("ing") and tokens.flags[k + 1] == 0) else k
        if k > after and (tokens.lowers[k] in VERBS or looks_finite(tokens, k)):
            return None
    return None


def _read_passive(p: Passage, i: int, after: int, cue: Cue, group: VerbGroup) -> Reading | None:
    """`was criticised by X for Y`, `is expected to win`: the subject is what is spoken of."""
    tokens = p.tokens
    lowers = tokens.lowers
    by = _agent(p, after)
    subject = subject_before(p, group.first)
    if subject is None:
        return None
    if by is not None:
        end = phrase_end(p, by + 1, p.last)
        for k in range(by + 2, end):
            if lowers[k] in _AFTER_AGENT:
                end = k
                break
        if end > by + 1:
            content: tuple[Range, ...] = (subject,)
            if end < p.last and p.inside[end] < 0 and lowers[end] in _AFTER_AGENT:
                content = (subject, (end, content_end(p, end, i, "passive")))
            return Reading((group.first, after), cue, (by + 1, end), content, "passive-by", p, group.negated)
    if cue.meaning not in {"say", "believe", "ask", "judge"} or after >= p.last or p.inside[after] >= 0:
        return None
    word = lowers[after]
    if word == "to" and after + 1 < p.last and (VERBS.get(lowers[after + 1]) or lowers[after + 1] == "have"):
        following = VERBS.get(lowers[after + 1])
        if following is not None and following.shape & BASE:
            return None  # `is expected to endorse`: the infinitive has a source
    if word in cue.prepositions and cue.meaning in {"judge", "say"} or word in {"to", "as"} and cue.arguments & (TO | OBJECT | THAT) or word in {"for", "over"} and cue.meaning == "judge":
        end = content_end(p, after, i, "passive")
        return Reading((group.first, after), cue, None, (subject, (after, end)), "passive", p, group.negated)
    if flags_at(p, after) & lx.COMMA and after + 1 < p.last and p.inside[after + 1] >= 0 and cue.arguments & QUOTE:
        end = content_end(p, after + 1, i, "quote")
        return Reading((group.first, after), cue, None, ((after + 1, end),), "passive", p, group.negated)
    if word == "that" and cue.arguments & THAT and cue.meaning == "say":
        end = content_end(p, after, i, "that")
        return Reading((group.first, after), cue, None, ((after, end),), "passive", p, group.negated)
    if cue.meaning == "ask" and cue.arguments & ASK and (word in _WH or word in cue.prepositions):
        start = after if word in _WH else after + 1
        end = content_end(p, start, i, "passive")
        return Reading((group.first, after), cue, None, ((start, end),), "passive", p, group.negated)
    return None


def _read_left(
    p: Passage, i: int, after: int, nxt: int, cue: Cue, source: Range, left: int, group: VerbGroup
) -> Reading | None:
    """Content before the cue (`..., Duarte said`), and what goes on after it (`“...,” she said, “...”`)."""
    flags, lowers = p.tokens.flags, p.tokens.lowers
    start = _left_start(p, left)
    if start is None or start >= left:
        return None
    content: list[Range] = [(start, left)]
    if nxt < p.last and flags[nxt] & (lx.COMMA | lx.DASH) and nxt + 1 < p.last:
        k = nxt + 1
        quoted_left = p.inside[left - 1] >= 0
        if p.inside[k] >= 0 or (flags[k] & lx.AND and k + 1 < p.last and p.inside[k + 1] >= 0):
            end = content_end(p, k, i, "quote")
            content.append((k, end))
        elif not quoted_left and not _breaks_off(p, k):
            end = content_end(p, k, i, "clause")
            if end > k:
                content.append((k, end))
    elif nxt < p.last and lowers[nxt] == ":" and nxt + 1 < p.last and p.inside[nxt + 1] >= 0:
        content.append((nxt + 1, content_end(p, nxt + 1, i, "quote")))
    quoted = p.inside[left - 1] >= 0 or p.inside[start] >= 0
    order = "cue-source" if source[0] > i else "source-cue"
    return Reading(
        (group.first, after), cue, source, tuple(content), f"{'quote' if quoted else 'clause'}-{order}", p, group.negated
    )


def _breaks_off(p: Passage, k: int) -> bool:
    """Whether the words after `, she said,` are the article's own: a participle, a relative, a new clause."""
    tokens = p.tokens
    if tokens.flags[k] & (lx.RELATIVE | lx.AND):
        return True
    word = tokens.lowers[k]
    return word.endswith("ing") and (tokens.flags[k] == 0)


def _left_start(p: Passage, left: int) -> int | None:
    """Where content that ends at `left` starts: the passage's start, or after an earlier break."""
    tokens = p.tokens
    flags, lowers = tokens.flags, tokens.lowers
    start = p.first
    i = left - 1
    while i > p.first:
        if p.inside[i] >= 0:
            i = p.opens[p.inside[i]] - 1
            continue
        if lowers[i] in {";", ":"}:
            start = i + 1
            break
        i -= 1
    if flags[start] & lx.AND and start + 1 < left:
        start += 1
    return start
