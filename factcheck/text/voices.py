"""Whose voice a source phrase is: a name, a role, an unnamed person or group; and through which medium.

`Adrianus, an expert, in an interview with CBS News` is one voice (Adrianus), one medium (interview)
and one outlet (CBS News).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from factcheck.text.names import is_organisation, strip_titles
from factcheck.text.values import Anonymity
from factcheck.text.wordlists import words

_OUTLET: Final = r"((?:[Tt]he )?[A-Z][\w’'.&-]{0,30}(?: (?:of |and |& )?[A-Z0-9][\w’'.&-]{0,30}){0,5})"
# The medium, and the words that name it.
_FORMS: Final = {
    word.strip(): medium.strip()
    for medium, _, listed in (
        row.partition(":")
        for row in """
    interview: interview, phone interview, telephone interview, conference call
    statement: statement
    email: email, e-mail
    post: tweet, post, posts, blog post
    letter: letter
    speech: speech, rally, remarks
    news conference: news conference, press conference, briefing
    press release: press release, news release
    report: report, study
    poll: poll, survey
    article: article, essay, op-ed, column
    broadcast: podcast
    document: memo, filing
    video: video
    message: message, text message
    debate: debate
    testimony: testimony, hearing
    book: book
    """.strip().splitlines()
    )
    for word in listed.split(",")
}
_FORM = re.compile(
    r"\b(?:in|during|via|through|by|at|on)[ \u00a0]"
    r"(?:(?:an?|the|his|her|its|their|another|separate)[ \u00a0])?"
    r"(?:[\w’'-]{1,20}[ \u00a0]){0,3}?"
    r"(" + "|".join(sorted(_FORMS, key=len, reverse=True)) + r")\b"
    r"(?:[ \u00a0](?:\w{1,15}[ \u00a0]){0,3}?(?:with|to|in|for|on|from|by)[ \u00a0]" + _OUTLET + r")?"
)
_TOLD = re.compile(r"\b(?:told|tells|telling|tell|informed|reminded|assured)[ \u00a0]" + _OUTLET)
_SEEN = re.compile(
    r"\b(?:seen|obtained|reviewed|viewed|first[ \u00a0]reported|reported)[ \u00a0]by[ \u00a0]" + _OUTLET
)
_ON = re.compile(r"\b(?:on|via|to)[ \u00a0]" + _OUTLET)
_POSTED: Final = words("tweeted tweets posted posts retweeted tweeting posting")
_PLATFORMS: Final = words(
    """
    x twitter facebook instagram tiktok telegram linkedin reddit youtube bluesky mastodon threads weibo
    snapchat whatsapp truth-social medium substack vkontakte rednote
    """
) | {"truth social"}
_OUTLET_WORDS: Final = words(
    """
    news times post journal guardian reuters ap afp bbc cnn nbc abc cbs npr pbs fox msnbc cnbc politico
    axios bloomberg magazine review herald tribune gazette observer telegraph weekly daily radio
    television tv channel broadcasting press sky itv independent mirror mail sun economist spectator
    atlantic yorker vox vice wired spiegel monde figaro país bild zeit welt breitbart slate salon newsweek
    chronicle globe inquirer sentinel examiner dispatch register standard star courier nation buzzfeed
    huffington huffpost usa c-span upi dpa efe tass interfax xinhua jazeera
    """
)

_GROUP: Final = words(
    """
    people police staff public press majority minority group team crowd family community others many some
    most several government administration campaign company firm agency department ministry party
    committee union organization organisation association council court board coalition network bank
    university media press military army opposition both few dozens hundreds thousands everyone voters
    they we percent report study poll survey data paper document newspaper website site statement
    """
)
_SINGULAR_S: Final = words("boss press news politics congress business access")
_CUT = re.compile(r",|[ \u00a0]\(|[ \u00a0](?:who|whose|which)\b|[ \u00a0][–—-][ \u00a0]|—|;")
_KEEPS_OF: Final = words(
    """
    university department bank ministry institute office bureau house church court school college board
    city state republic society museum league secretary minister district chamber church council bank
    academy association federation library federation international army
    """
)


@dataclass(frozen=True, slots=True)
class Voice:
    """What a source phrase says by itself, before coreference.

    `name` is a proper name, or the words of the text; `kind` is name, pronoun, role (definite:
    `the minister`) or unnamed.
    """

    name: str
    kind: str
    anonymity: Anonymity
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Channel:
    """The medium (`interview`) and the outlet (`CBS News`) through which something was said."""

    medium: str | None = None
    outlet: str | None = None


def read_channel(words: str, *, spoken: bool) -> Channel:
    """The channel that the words around a cue name (cue, adjuncts and source, without the content).

    `spoken` is False for `according to`, whose object is the source and no outlet.
    """
    medium = outlet = None
    form = _FORM.search(words)
    if form is not None:
        medium = _FORMS[form.group(1)]
        outlet = _outlet(form.group(2), trusted=medium in {"interview", "article", "report", "post"})
    if outlet is None and spoken:
        for pattern in (_TOLD, _SEEN):
            match = pattern.search(words)
            if match is not None:
                outlet = _outlet(match.group(1), trusted=pattern is _SEEN)
                if outlet is not None:
                    break
    if outlet is None and spoken:
        for match in _ON.finditer(words):
            outlet = _outlet(match.group(1), trusted=False)
            if outlet is not None:
                platform = outlet.lower() in _PLATFORMS
                medium = medium or ("post" if platform else "broadcast")
                break
    if medium is None and not _POSTED.isdisjoint(words.lower().split()):
        medium = "post"
    return Channel(medium, outlet)


def _outlet(name: str | None, *, trusted: bool) -> str | None:
    """A name as an outlet: its article dropped; only a known kind of medium unless the frame is clear."""
    if name is None:
        return None
    plain = name.removeprefix("the ").removeprefix("The ").rstrip(".,")
    plain = plain.removesuffix("’s").removesuffix("'s")
    words = plain.lower().replace("-", " ").split()
    if trusted and words and words[0].rstrip(".") not in _DAYS:
        return plain
    if plain.lower() in _PLATFORMS or not _OUTLET_WORDS.isdisjoint(words):
        return plain
    return None


_DAYS: Final = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december
    """
)


def channel_start(words: str) -> int | None:
    """Where a clause of medium (`in an interview with`) starts inside a source phrase, or None."""
    match = _FORM.search(words)
    return match.start() if match is not None and match.start() > 0 else None


def read_voice(phrase: str) -> Voice:
    """Read the head of a source phrase."""
    cut = _CUT.search(phrase)
    head = phrase[: cut.start()] if cut is not None and cut.start() > 0 else phrase
    words = head.split()
    if not words:
        return Voice(phrase, "unnamed", "unnamed_person")
    lower = words[0].lower()
    if len(words) == 1 and lower in {"he", "she", "him", "his", "her", "himself", "herself"}:
        return Voice(words[0], "pronoun", "named")
    if len(words) == 1 and lower in {"they", "we", "i", "it", "you", "who", "which", "that", "us", "them"}:
        return Voice(
            words[0], "pronoun", "unnamed_person" if lower in {"i", "it", "you"} else "unnamed_group"
        )
    head_words = _head_words(words)
    if head_words[-1].endswith(("’s", "'s")):
        head_words[-1] = head_words[-1][:-2]
    last = head_words[-1]
    if last[:1].isupper() and not (len(head_words) == 1 and lower in _PLAIN_CAPITALS and last == words[0]):
        start = len(head_words) - 1
        while start > 0 and _inside_name(head_words, start):
            start -= 1
        kept, titles = strip_titles(head_words[start:])
        if kept and kept[0].lower() in {"the", "a", "an"} and len(kept) > 1:
            kept = kept[1:]
        name = " ".join(kept)
        if kept and kept[-1].lower().rstrip("s") in _DEMONYM_ROLES:
            return Voice(head, "unnamed", "unnamed_group" if kept[-1].endswith("s") else "unnamed_person")
        roles = tuple(word.lower() for word in head_words[:start]) + titles
        return Voice(name, "name", "named", roles)
    group = _is_group(last, words)
    kind = "role" if lower == "the" and len(words) <= 4 else "unnamed"
    return Voice(head, kind, "unnamed_group" if group else "unnamed_person")


_PLAIN_CAPITALS: Final = words(
    """
    some many most several other others critics experts officials sources people voters police both one
    everyone supporters analysts researchers scientists residents witnesses lawmakers republicans
    democrats conservatives liberals opponents aides advisers economists few polls reports studies
    """
)
_DEMONYM_ROLES: Final = words(
    """
    republican democrat conservative liberal american european russian official supporter voter aide
    adviser lawmaker senator
    """
)


def _head_words(words: list[str]) -> list[str]:
    """The words of a phrase up to its first preposition, except `of` inside an institution's name."""
    for i, word in enumerate(words):
        if i and word in {
            "of",
            "for",
            "from",
            "in",
            "at",
            "with",
            "on",
            "to",
            "near",
            "close",
            "familiar",
            "about",
            "and",
        }:
            if (
                word in {"of", "for"}
                and words[i - 1].lower().rstrip(".") in _KEEPS_OF
                and words[i - 1][:1].isupper()
                and i + 1 < len(words)
            ):
                continue
            if (
                word == "and"
                and i + 1 < len(words)
                and words[i + 1][:1].isupper()
                and words[i - 1][:1].isupper()
            ):
                continue
            return words[:i]
    return list(words)


def _inside_name(words: list[str], start: int) -> bool:
    """Whether the word before `start` belongs to the same name."""
    before = words[start - 1]
    if before.endswith(("’s", "'s")):
        return False
    if before[:1].isupper():
        return before not in {"The", "A", "An", "But", "And"} or start == 1
    return (
        before in {"of", "de", "van", "von", "der", "den", "la", "al", "bin", "da", "du", "&", "for", "the"}
        and start > 1
    )


def _is_group(last: str, words: list[str]) -> bool:
    """Whether the head noun stands for more than one, or for a body."""
    word = last.lower()
    first = words[0].lower()
    if first in {"a", "an", "one", "another"}:
        return word in _GROUP - {"people"}
    return (
        word in _GROUP
        or (word.endswith("s") and word not in _SINGULAR_S and not word.endswith("ss"))
        or is_organisation(last)
    )
