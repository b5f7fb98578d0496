"""Voices without a verb: a label and a colon (`Duarte: The wall will hold`), `In a poll, ...`."""

from __future__ import annotations

from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.attribution_contents import content_end
from factcheck.text.attribution_passages import HEADLINE
from factcheck.text.attribution_readings import Reading
from factcheck.text.characters import PLACES
from factcheck.text.clauses import Passage, looks_finite, phrase_end
from factcheck.text.cue_forms import Cue
from factcheck.text.speakers import calls_out, gives_news
from factcheck.text.subjects import main_subject
from factcheck.text.wordlists import words

_LABEL: Final = Cue(":", "say", 0)
_LABEL_WORDS: Final = words("poll report study survey experts officials police review analysis")
_LONGEST_LABEL: Final = 7  # words of a name with its role


def read_label(p: Passage) -> Reading | None:
    """`NAME: words` where nothing else attributes: a headline, or a turn in a dialogue.

    In running text the words after the colon must be a quotation or follow one name alone.
    """
    tokens = p.tokens
    for k in range(p.first + 1, min(p.last - 2, p.first + _LONGEST_LABEL + 1)):
        if p.inside[k] >= 0:
            return None
        if tokens.lowers[k] != ":" and not (tokens.flags[k] & lx.DASH and p.inside[k + 1] >= 0):
            continue
        label = tokens.text[tokens.starts[p.first] : tokens.end(k - 1)]
        if tokens.lowers[p.first] in PLACES and k - p.first == 2:
            return None  # `New Delhi: Two bridges fell`
        if not _is_label(p, k) or (calls_out(label) and not gives_news(label)):
            return None
        end = p.last
        while end > k + 1 and p.inside[end - 1] < 0 and tokens.flags[end - 1] & lx.BREAK:
            end -= 1
        if end <= k + 2:
            return None
        return Reading((k, k + 1), _LABEL, (p.first, k), ((k + 1, end),), "label", p)
    return None


def read_credit(p: Passage) -> Reading | None:
    """A dash and a name after a quotation (`“The wall held.” — Ana Duarte`), or alone on its line.

    Alone, its content is empty, and the quotation before it is taken up.
    """
    tokens = p.tokens
    k = p.first
    if p.inside[k] >= 0:
        k = p.closes[p.inside[k]]
    if (
        k >= p.last - 1
        or p.inside[k] >= 0
        or not tokens.flags[k] & lx.DASH
        or p.last - k > _LONGEST_LABEL + 2
    ):
        return None
    end = p.last
    while end > k + 1 and tokens.flags[end - 1] & lx.BREAK:
        end -= 1
    for i in range(k + 1, end):
        if p.inside[i] >= 0 or not (
            tokens.words[i][:1].isupper() or tokens.flags[i] & (lx.COMMA | lx.PREPOSITION)
        ):
            return None
    if end <= k + 1:
        return None
    content = ((p.first, k),) if k > p.first else ()
    return Reading((k, k + 1), _LABEL, (k + 1, end), content, "quote-credit", p)


def read_colon(p: Passage) -> Reading | None:
    """A colon and a quotation with no cue before it (`She added a caveat: “...”`): the subject speaks.

    Also a passage that ends in a colon, whose quotation comes in the next; its content is then empty.
    """
    tokens = p.tokens
    for k in range(p.last - 1, p.first, -1):
        q = p.inside[k]
        if q >= 0 or tokens.lowers[k] != ":":
            continue
        opens = k + 1 < p.last and p.inside[k + 1] >= 0
        if not opens and k < p.last - 1:
            return None
        source = main_subject(p, k)
        if source is None:
            return None
        content = ((k + 1, content_end(p, k + 1, k, "quote")),) if opens else ()
        return Reading((k, k + 1), _LABEL, source, content, "colon-quote", p)
    return None


def read_unlisted(p: Passage) -> Reading | None:
    """`“...,” NAME VERB` with a verb that is no listed cue: speech that ends in a comma needs a speaker."""
    tokens = p.tokens
    q = p.inside[p.first]
    if q < 0:
        return None
    k = p.closes[q]
    if k >= p.last - 1 or p.inside[k] >= 0 or tokens.lowers[k - 2] not in {",", "?", "!"}:
        return None
    if tokens.flags[k] & (
        lx.AND | lx.PREPOSITION | lx.SUBORDINATOR | lx.RELATIVE | lx.FINITE | lx.COMMA | lx.BREAK
    ):
        return None
    end = phrase_end(p, k, p.last)
    if tokens.flags[k] & lx.SUBJECT:
        end = k + 1
    for v in range(k + 1, min(p.last, k + 12)):
        if p.inside[v] >= 0 or tokens.flags[v] & (lx.COMMA | lx.BREAK):
            return None
        if (looks_finite(tokens, v) and not tokens.flags[v] & lx.AUXILIARY) or tokens.lowers[v] == "read":
            end = v
            break
    else:
        return None
    return Reading((end, end + 1), _LABEL, (k, end), ((p.first, k),), "quote-source-verb", p)


def _is_label(p: Passage, colon: int) -> bool:
    """Whether the words before the colon are a name (all but small words capitalised) or a known label."""
    tokens = p.tokens
    if p.paragraph != HEADLINE and p.inside[colon + 1] < 0 and not tokens.words[colon + 1][:1].isupper():
        return False
    if tokens.lowers[p.first] in _LABEL_WORDS and colon == p.first + 1:
        return True
    for i in range(p.first, colon):
        f = tokens.flags[i]
        if looks_finite(tokens, i) or f & (
            lx.COMMA | lx.BREAK | lx.SUBORDINATOR | lx.SUBJECT | lx.DASH | lx.TIME | lx.DET
        ):
            return False
        if not tokens.words[i][:1].isupper() and not f & lx.PREPOSITION:
            return False
    return not tokens.flags[p.first] & (lx.PREPOSITION | lx.ADVERB | lx.RELATIVE | lx.NUMBER)
