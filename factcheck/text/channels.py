"""Through which medium something was said, and at which outlet: `in an interview with CBS News`.

The medium is the form (`interview`, `post`), the outlet who carried it (`CBS News`, `X`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_OUTLET: Final = r"((?:[Tt]he )?[A-Z][\w’'.&-]{0,30}(?: (?:of |and |& )?[A-Z0-9][\w’'.&-]{0,30}){0,5})"
_FORMS: Final = {
    "interview": "interview", "statement": "statement", "email": "email", "e-mail": "email", "tweet": "post",
    "post": "post", "posts": "post", "letter": "letter", "speech": "speech", "press conference": "news conference",
    "news conference": "news conference", "press release": "press release", "news release": "press release",
    "report": "report", "blog post": "post", "podcast": "broadcast", "essay": "article", "op-ed": "article",
    "article": "article", "column": "article", "memo": "document", "filing": "document", "video": "video",
    "text message": "message", "message": "message", "debate": "debate", "rally": "speech", "briefing": "news conference",
    "phone interview": "interview", "telephone interview": "interview", "testimony": "testimony", "book": "book",
    "conference call": "interview", "hearing": "testimony", "remarks": "speech", "study": "report", "survey": "poll", "poll": "poll",
}  # fmt: skip
_FORM = re.compile(
    r"\b(?:in|during|via|through|by|at|on)[ \u00a0](?:(?:an?|the|his|her|its|their|another|separate)[ \u00a0])?"
    r"(?:[\w’'-]{1,20}[ \u00a0]){0,3}?"
    r"(" + "|".join(sorted(_FORMS, key=len, reverse=True)) + r")\b"
    r"(?:[ \u00a0](?:\w{1,15}[ \u00a0]){0,3}?(?:with|to|in|for|on|from|by)[ \u00a0]" + _OUTLET + r")?"
)
_TOLD = re.compile(r"\b(?:told|tells|telling|tell|informed|reminded|assured)[ \u00a0]" + _OUTLET)
_SEEN = re.compile(
    r"\b(?:seen|obtained|reviewed|viewed|first[ \u00a0]reported|reported)[ \u00a0]by[ \u00a0]" + _OUTLET
)
_ON = re.compile(r"\b(?:on|via|to)[ \u00a0]" + _OUTLET)
_POSTED: Final = frozenset({"tweeted", "tweets", "posted", "posts", "retweeted", "tweeting", "posting"})
_PLATFORMS: Final = frozenset(
    "x twitter facebook instagram tiktok telegram linkedin reddit youtube bluesky mastodon threads weibo snapchat "
    "whatsapp truth-social medium substack vkontakte rednote".split()
) | {"truth social"}
_OUTLET_WORDS: Final = frozenset(
    "news times post journal guardian reuters ap afp bbc cnn nbc abc cbs npr pbs fox msnbc cnbc politico axios "
    "bloomberg magazine review herald tribune gazette observer telegraph weekly daily radio television tv channel "
    "broadcasting press sky itv independent mirror mail sun economist spectator atlantic yorker vox vice wired "
    "spiegel monde figaro país bild zeit welt breitbart slate salon newsweek chronicle globe inquirer sentinel "
    "examiner dispatch register standard star courier nation buzzfeed huffington huffpost usa c-span upi dpa efe tass "
    "interfax xinhua jazeera".split()
)

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


_DAYS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)


def channel_start(words: str) -> int | None:
    """Where a clause of medium (`in an interview with`) starts inside a source phrase, or None."""
    match = _FORM.search(words)
    return match.start() if match is not None and match.start() > 0 else None
