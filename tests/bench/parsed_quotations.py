"""A baseline: quotations from a dependency parse, the method published for the Gender Gap Tracker.

Asr et al., "The Gender Gap Tracker: Using Natural Language Processing to measure gender bias in media", PLoS
ONE 16(1), 2021, describe three steps, in this order, and this is our own writing of them: a quotative verb
with a clausal complement, whose subject is the speaker, and `according to`; words in quotation marks next to
such a verb, in each order of quotation, speaker and verb; and quotations with neither, which go to the
speaker before them. The verbs are our own list of common ones.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Row = dict[str, list[list[int]]]
Token = Any  # spaCy's, which is not installed where types are checked

VERBS = frozenset(
    """
    accuse acknowledge add admit advise advocate affirm agree allege announce answer argue ask assert
    assure believe blame boast call caution challenge claim comment complain concede conclude confess
    confirm contend continue counter declare demand deny describe disagree disclose emphasize encourage
    estimate exclaim expect explain express fear feel hint hope imply indicate inform insist joke lament
    maintain mention note notify observe order point predict promise propose question quip read recall
    recommend recount reiterate remark remember remind repeat reply report request respond reveal rule
    say sense share show speculate state stress suggest suspect tell testify think threaten tweet urge
    vow wager warn wonder worry write
    """.split()
)
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
MARKS = frozenset('"“”„«»')
SHORTEST = 4
"""A quotation of fewer tokens, marks included, is a title or a scare quote."""
NEAR = 12
"""So many tokens away from a quotation its verb may stand."""


def quotations(doc: Any) -> list[Row]:
    """All quotations of a parsed text."""
    found = [*by_complement(doc), *by_according(doc)]
    covered = {index for _, _, content in found for index in content}
    speaker: list[int] = []
    for first, last in marked(doc):
        inside = set(range(first, last + 1))
        if inside & covered:
            speaker = next((source for source, _, content in found if inside & set(content)), speaker)
            continue
        verb = nearest_verb(doc, first, last)
        source = subject_of(verb, inside) if verb is not None else []
        speaker = source or speaker
        if speaker:
            cue = [verb.i] if verb is not None and source else []
            found.append((source or speaker, cue, sorted(inside)))
    return [
        {
            "source": spans(doc, source),
            "cue": spans(doc, cue),
            "content": spans(doc, content),
        }
        for source, cue, content in found
    ]


def by_complement(doc: Any) -> Iterable[tuple[list[int], list[int], list[int]]]:
    """A quotative verb that has a subject and a clause for its object."""
    for verb in doc:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in VERBS:
            continue
        source = subject_of(verb, set())
        clauses = [child for child in verb.children if child.dep_ == "ccomp"]
        if source and clauses:
            for clause in clauses:
                content = [token.i for token in clause.subtree if token.i not in source and token != verb]
                yield source, [verb.i], with_marks(doc, content)


def by_according(doc: Any) -> Iterable[tuple[list[int], list[int], list[int]]]:
    """`According to` somebody: the rest of the sentence is theirs."""
    for first in doc[:-1]:
        second = doc[first.i + 1]
        if first.lower_ == "according" and second.lower_ == "to":
            source = [token.i for child in second.children if child.dep_ == "pobj" for token in child.subtree]
            rest = [token.i for token in first.sent if token.i not in (first.i, second.i, *source)]
            if source and rest:
                yield source, [first.i, second.i], trimmed(doc, rest)


def marked(doc: Any) -> list[tuple[int, int]]:
    """The first and last token of what stands between quotation marks in one paragraph."""
    pairs = []
    opened: int | None = None
    for token in doc:
        if "\n" in token.text:
            opened = None
        elif token.text in MARKS:
            if opened is None:
                opened = token.i
            else:
                if token.i - opened + 1 >= SHORTEST:
                    pairs.append((opened, token.i))
                opened = None
    return pairs


def nearest_verb(doc: Any, first: int, last: int) -> Token | None:
    """The quotative verb nearest to a quotation, in the sentences that it touches."""
    begin = max(doc[first].sent.start, first - NEAR)
    end = min(doc[min(last + 1, len(doc) - 1)].sent.end, last + 1 + NEAR)
    verbs = [
        doc[index]
        for index in (*range(begin, first), *range(last + 1, end))
        if doc[index].pos_ == "VERB" and doc[index].lemma_.lower() in VERBS
    ]
    return min(verbs, key=lambda verb: min(abs(verb.i - first), abs(verb.i - last)), default=None)


def subject_of(verb: Token, outside: set[int]) -> list[int]:
    """The subject of a verb, whole, or of the verb that it is joined to by `and`."""
    for candidate in (verb, verb.head if verb.dep_ == "conj" else verb):
        for child in candidate.children:
            if child.dep_ in SUBJECTS and child.i not in outside:
                return [token.i for token in child.subtree if token.i not in outside]
    return []


def with_marks(doc: Any, content: list[int]) -> list[int]:
    """Let a content that lies in quotation marks reach to both of them."""
    inside = set(content)
    for first, last in marked(doc):
        if len(inside & set(range(first, last + 1))) * 2 > last - first:
            inside |= set(range(first, last + 1))
    return trimmed(doc, sorted(inside))


def trimmed(doc: Any, content: list[int]) -> list[int]:
    """Without commas, full stops and white space at its edges."""
    loose = (",", ".", ";", ":")
    while content and (doc[content[0]].text in loose or doc[content[0]].is_space):
        content = content[1:]
    while content and (doc[content[-1]].text in loose or doc[content[-1]].is_space):
        content = content[:-1]
    return content


def spans(doc: Any, tokens: list[int]) -> list[list[int]]:
    """Runs of tokens as spans of characters."""
    runs: list[list[int]] = []
    for index in tokens:
        begin, end = doc[index].idx, doc[index].idx + len(doc[index])
        if runs and index and runs[-1][1] >= doc[index - 1].idx + len(doc[index - 1]):
            runs[-1][1] = end
        else:
            runs.append([begin, end])
    return runs
