"""Content before its cue: `“...,” Duarte said`, `..., she said, ...`, `“...,” said Duarte`."""

from __future__ import annotations

from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.argument_phrases import clause_follows
from factcheck.text.attribution_arguments import QUESTION_WORDS, skip_adjuncts
from factcheck.text.attribution_contents import content_end
from factcheck.text.attribution_readings import Reading, Verb
from factcheck.text.clauses import Passage, Range, clause_like, has_verb, looks_finite, spoken_quote
from factcheck.text.closing_voices import cue_clause
from factcheck.text.cue_forms import ADDRESSEE, GERUND_FORM, LEFT, PARTICIPLE, PAST, THIRD
from factcheck.text.cues import VERBS
from factcheck.text.roles import ROLES
from factcheck.text.wordlists import words


def read_before(verb: Verb, source: Range) -> Reading | None:
    """Content that stands before `source` and its verb, alone or on both sides of them."""
    p, after = verb.passage, verb.after
    flags, lowers = p.tokens.flags, p.tokens.lowers
    left = _left_edge(p, source[0], after)
    if left is None or _takes_up(p, source):
        return None
    nxt = skip_adjuncts(p, after, verb.cue)
    quoted = p.inside[left - 1] >= 0 or (left - 2 >= p.first and p.inside[left - 2] >= 0)
    if not quoted and not _holds_clause(p, left, nxt):
        return _read_around(verb, source, left, nxt)
    if nxt < p.last and lowers[nxt] == ":":
        return None
    opening = p.inside[left - 1] >= 0 and p.inside[left - 1] == p.inside[p.first]
    relative = nxt < p.last and lowers[nxt] == "that" and not (quoted and nxt > after)
    told = (opening or (verb.cue.arguments & ADDRESSEE and quoted)) and nxt < p.last and not relative
    ends = nxt >= p.last or flags[nxt] & (lx.COMMA | lx.BREAK | lx.DASH)
    if after < nxt < p.last - 1 and lowers[nxt] == "that" and flags[nxt - 1] == 0 and _is_finite(p, nxt + 1):
        ends = True  # `..., officials said in a report that blames speed`
    if verb.cue.arguments & ADDRESSEE and after < nxt < p.last and lowers[nxt] in _MEANWHILE:
        ends = True  # `It is late, Duarte told the council as she left`
    if nxt == after and nxt < p.last and lowers[nxt] in _MEANWHILE and has_verb(p, p.first + 1, left):
        ends = True  # `It is late, Duarte said as she left`
    if ends or told or (quoted and not clause_follows(p, nxt, strict=True)):
        return read_left(verb, source, nxt, left)
    return None


_TAKEN_UP: Final = words("charge allegation claim accusation assertion suggestion statement remark account")


def _takes_up(p: Passage, source: Range) -> bool:
    """Whether a phrase takes up what was said for another to answer (`..., a claim Duarte denied`)."""
    first, last = source
    lowers = p.tokens.lowers
    if lowers[first] == "something":
        return last - first > 1
    return lowers[first] in {"a", "an"} and last - first > 2 and lowers[first + 1] in _TAKEN_UP


def _is_finite(p: Passage, k: int) -> bool:
    """Whether a finite verb stands at `k`, be it a noun too (`a report that blames speed`)."""
    form = VERBS.get(p.tokens.lowers[k])
    return looks_finite(p.tokens, k) or (form is not None and bool(form.shape & (PAST | THIRD)))


_MEANWHILE: Final = frozenset(["as", "when", "while", "after", "before"])


def _read_around(verb: Verb, source: Range, left: int, nxt: int) -> Reading | None:
    """An adverbial before and a clause after the voice: `Within a year, she said, the wall will go`."""
    p = verb.passage
    if not (nxt + 1 < p.last and p.tokens.flags[nxt] & lx.COMMA):
        return None
    if p.inside[nxt + 1] >= 0 or _breaks_off(p, nxt + 1):
        return None
    clause = (nxt + 1, content_end(p, nxt + 1, verb.at, "clause"))
    content = ((p.first, left), clause) if left - p.first > 1 else (clause,)
    return verb.reading(source, content, "clause-around")


_MANNER: Final = frozenset(["how", "what"])
_ANYBODY: Final = frozenset(["you", "we", "one", "people"])


def read_manner(verb: Verb, source: Range) -> Reading | None:
    """A quotation before `is how Duarte put it` or `is what Duarte called it`."""
    p, k = verb.passage, source[0] - 1
    if k - 2 < p.first or p.tokens.lowers[k] not in _MANNER or not p.tokens.flags[k - 1] & lx.BE:
        return None
    if source[1] - source[0] == 1 and p.tokens.lowers[source[0]] in _ANYBODY:
        return None  # `“Hub” is what you call a desk`
    q = p.inside[k - 2]
    if q < 0 and k - 2 > p.first and p.tokens.flags[k - 2] & lx.COMMA:
        q = p.inside[k - 3]
    if q < 0 or (p.opens[q] > p.first and p.tokens.flags[p.opens[q] - 1] & lx.DET):
        return None  # `A “hub” is what Acme calls a desk`
    return verb.reading(source, ((p.opens[q], p.closes[q]),), "quote-source-cue")


def read_left(verb: Verb, source: Range, nxt: int, left: int) -> Reading | None:
    """Content up to `left`, and what goes on at `nxt` after the cue (`“...,” she said, “...”`)."""
    p = verb.passage
    flags, lowers = p.tokens.flags, p.tokens.lowers
    start = max(_left_start(p, left), _own_start(verb, source, left, nxt))
    if start >= left:
        return None
    content: list[Range] = [(start, left)]
    k = nxt + 1
    if k < p.last and flags[nxt] & (lx.COMMA | lx.DASH):
        if p.inside[k] >= 0 or (flags[k] & lx.AND and k + 1 < p.last and p.inside[k + 1] >= 0):
            content.append((k, content_end(p, k, verb.at, "quote")))
        elif (again := _resumes(p, k)) is not None:
            content.append((again, content_end(p, again, verb.at, "quote")))
        elif source[0] > verb.at and _is_office(p, k):
            pass  # `said Ana Duarte, chief economist at the Harbour Board`
        elif (
            (p.inside[left - 1] < 0 and (not _breaks_off(p, k) or (source[0] < verb.at and _goes_on(p, k))))
            or lowers[k] == "that"
            or _asks_on(p, left, k)
        ):
            end = content_end(p, k, verb.at, "clause")
            if end > k:
                content.append((k, end))
    elif k < p.last and lowers[nxt] == ":" and p.inside[k] >= 0:
        content.append((k, content_end(p, k, verb.at, "quote")))
    if left - start == 1 and flags[start] & lx.AND and len(content) > 1:
        del content[0]  # `But, said Duarte, “...”`
    what = "quote" if p.inside[left - 1] >= 0 or p.inside[start] >= 0 else "clause"
    order = "cue-source" if source[0] > verb.at else "source-cue"
    return verb.reading(source, tuple(content), f"{what}-{order}")


def _own_start(verb: Verb, source: Range, left: int, nxt: int) -> int:
    """Where the words of a pronoun begin that goes on with a report of its own; 0 if there is none.

    In `Duarte told a court that it fell, “a crime,” she said` the article reports, and she says two words.
    """
    p, previous = verb.passage, verb.previous
    if previous is None or previous.passage is not p or previous.source is None or not previous.content:
        return 0
    if source[1] - source[0] != 1 or not p.tokens.flags[source[0]] & lx.SUBJECT or source[0] > verb.at:
        return 0
    if previous.verb.meaning == "judge" or p.tokens.flags[previous.source[0]] & lx.RELATIVE:
        return 0
    said = previous.content[-1][0]
    if not previous.cue[0] < said < left:
        return 0
    q = p.inside[left - 1]
    if q >= 0:
        return p.opens[q]
    resumes = any(p.inside[k] >= 0 for k in range(nxt, min(nxt + 3, p.last)))
    commas = [k for k in range(said, left) if p.inside[k] < 0 and p.tokens.flags[k] & lx.COMMA]
    return commas[-1] + 1 if resumes and commas else 0


_LEADING: Final = words("chief head vice deputy senior co-founder founder owner")


def _is_office(p: Passage, k: int) -> bool:
    """Whether an office without an article stands at `k`, and no clause up to the end."""
    tokens = p.tokens
    near = tokens.lowers[k : min(p.last, k + 4)]
    if not tokens.words[k].islower() or not any(word in ROLES or word in _LEADING for word in near):
        return False
    return not any(p.inside[i] >= 0 or looks_finite(tokens, i) for i in range(k, p.last))


_UNKNOWN: Final = words("clear unclear known unknown sure unsure certain uncertain obvious decided settled")


def _asks_on(p: Passage, left: int, k: int) -> bool:
    """Whether the clause at `k` is what stays open: `It is not clear, officials said, who will pay`."""
    return p.tokens.lowers[left - 1] in _UNKNOWN and p.tokens.lowers[k] in QUESTION_WORDS


def _resumes(p: Passage, k: int) -> int | None:
    """Where a quotation resumes after a short adverbial (`“...,” she said, in tears, “...”`)."""
    tokens = p.tokens
    for i in range(k, min(p.last - 1, k + 7)):
        if p.inside[i] >= 0 or looks_finite(tokens, i) or tokens.flags[i] & (lx.SUBJECT | lx.RELATIVE):
            return None
        if (tokens.flags[i] & lx.COMMA or tokens.lowers[i] == ";") and p.inside[i + 1] >= 0:
            return i + 1
    return None


def read_as_aside(verb: Verb, source: Range) -> Reading | None:
    """`As Duarte said, ...` and `..., as Duarte said`."""
    p, after = verb.passage, verb.after
    flags, lowers = p.tokens.flags, p.tokens.lowers
    k = source[0] - 1
    if k < p.first or lowers[k] != "as" or not verb.cue.arguments & LEFT:
        return None
    if verb.cue.lemma in {"go", "continue"}:
        return None  # `As the evening went on`
    if k == p.first or _only_opens(p, k):
        comma = skip_adjuncts(p, after, verb.cue)
        if comma + 1 < p.last and flags[comma] & lx.COMMA and p.inside[comma] < 0:
            end = content_end(p, comma + 1, verb.at, "clause")
            return verb.reading(source, ((comma + 1, end),), "as-source-cue")
        return None
    if after < p.last and any(lowers[after] in cue.prepositions for cue in verb.form.cues):
        return None  # `..., as officials pleaded with them to leave`
    quoted = p.inside[k - 1] >= 0 and flags[k - 2] & lx.COMMA  # `... “is safe,” as Duarte said`
    if k - 1 <= p.first or not (quoted or flags[k - 1] & lx.COMMA):
        return None
    ends = after >= p.last or flags[after] & (
        lx.COMMA | lx.BREAK | lx.SUBORDINATOR | lx.PREPOSITION | lx.TIME
    )
    if not ends or not _holds_clause(p, k - 1, p.last):
        return None
    left = (_left_start(p, k - 1), k if quoted else k - 1)
    if after + 1 < p.last and flags[after] & lx.COMMA and not _breaks_off(p, after + 1):
        return verb.reading(
            source, (left, (after + 1, content_end(p, after + 1, verb.at, "clause"))), "as-after"
        )
    return verb.reading(source, (left,), "as-after")


def _only_opens(p: Passage, k: int) -> bool:
    """Whether nothing is said before `as` at `k`: a conjunction opens the sentence, or a clause (`that,`)."""
    flags = p.tokens.flags
    k -= 1
    if k > p.first and p.inside[k] < 0 and flags[k] & lx.COMMA:
        k -= 1
        if p.inside[k] < 0 and p.tokens.lowers[k] == "that":
            return True
    return k == p.first and bool(flags[k] & (lx.AND | lx.ADVERB))


def left_end(p: Passage, before: int) -> int:
    """The end of what stands left of an inverted verb: without its comma or dash."""
    flags = p.tokens.flags
    end = before + 1
    while end > p.first and p.inside[end - 1] < 0 and flags[end - 1] & (lx.COMMA | lx.DASH | lx.BREAK):
        end -= 1
    return end


def _left_edge(p: Passage, start: int, after: int) -> int | None:
    """The end of what stands left of the source at `start` if it can be content, else None.

    Short words in marks with a comma inside may be a title, but not where nothing is said behind the
    cue, at `after` (`It is worse than Porto “by far,” a mason said.`).
    """
    flags = p.tokens.flags
    if start <= p.first:
        return None
    before = start - 1
    if p.inside[before] >= 0:
        closes = after >= p.last or bool(flags[after] & lx.BREAK)
        comma = closes and p.tokens.lowers[before - 1] == "," and p.opens[p.inside[before]] > p.first
        return start if comma or spoken_quote(p, p.inside[before]) else None
    if flags[before] & (lx.COMMA | lx.DASH) and before > p.first:
        return before
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


def _breaks_off(p: Passage, k: int) -> bool:
    """Whether the words after `, she said,` are the article's own: a participle, a relative, a new clause."""
    tokens = p.tokens
    word = tokens.lowers[k]
    if tokens.flags[k] & (lx.RELATIVE | lx.AND) or (word == "as" and cue_clause(p, k + 1)):
        return True
    return word.endswith("ing") and (tokens.flags[k] == 0)


def _goes_on(p: Passage, k: int) -> bool:
    """Whether a clause with `and` goes on what is said: `The road is closed, she said, and it floods`."""
    and_more = p.tokens.flags[k] & lx.AND and clause_like(p, k + 1)
    return bool(and_more) and not cue_clause(p, k + 1)


def _left_start(p: Passage, left: int) -> int:
    """Where content that ends at `left` starts: the passage's start, or after a `;` or `:`."""
    tokens = p.tokens
    start = p.first
    closed = 0
    i = left - 1
    while i > p.first:
        if p.inside[i] >= 0:
            i = p.opens[p.inside[i]] - 1
            continue
        closed += bool(tokens.flags[i] & lx.CLOSE)
        opens = tokens.flags[i] & lx.OPEN
        if tokens.lowers[i] in {";", ":"} or (opens and not closed):
            start = i + 1
            break
        closed -= bool(opens)
        i -= 1
    return start + 1 if tokens.flags[start] & lx.AND and start + 1 < left else start
