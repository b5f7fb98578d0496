"""Through which medium something was said, and at which outlet: `in an interview with CBS News`.

The medium is the form (`interview`, `post`), the outlet who carried it (`CBS News`, `X`). A name is
taken for an outlet where the frame leaves no choice (`seen by`, `in an interview with`), or where it
reads as one: a news word, a platform, a kind of medium before or behind it.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from factcheck.text.first_names import gender_of
from factcheck.text.wordlists import words

_CAPITAL: Final = r"[A-ZÀ-Þ][\w’'.&-]{0,30}"
_NAME: Final = (
    rf"{_CAPITAL}(?:[ ](?:(?:of|and|with|de|du|la)[ ](?:the[ ])?|&[ ])?"
    rf"(?:{_CAPITAL}|[0-9]{{1,3}}\b)){{0,5}}"
)
_KIND: Final = (
    r"(?:broadcaster|daily|weekly|newspaper|paper|magazine|tabloid|newsletter|journal|network|station|channel|website"
    r"|site|programme|program|show|podcast|agency|news[ ]agency|platform|outlet|monthly|quarterly)"
)
# `(the) NAME`, `the German broadcaster NAME`, `an interviewer from NAME`, `the same paper`.
_OUTLET: Final = (
    r"(?:(?:an?[ ])?(?:interviewers?|reporters?|journalists?|correspondents?|listeners|viewers"
    r"|readers|presenter)[ ]"
    r"(?:from|for|at|of|with)[ ])?"
    rf"(?:(?:the|an?|its|his|her|their)[ ])?(?:(?P<kind>(?:[\w-]{{2,20}}[ ]){{0,3}}?{_KIND})[ ]?)?"
    rf"(?P<name>(?:[Tt]he[ ])?{_NAME})?"
    rf"(?P<behind>[ ]{_KIND}\b)?"
)
_FORMS: Final = {
    form.strip(): medium
    for medium, _, forms in (
        row.strip().partition(":")
        for row in """
        interview: interview, interviews, conversation
        call: conference call
        advertisement: ad, ads, advert, advertisement
        statement: statement
        email: email, e-mail
        post: tweet, post, posts, blog post
        letter: letter
        speech: speech, rally, remarks, comments
        news conference: press conference, news conference, briefing
        press release: press release, news release
        report: report, study
        broadcast: podcast, broadcast
        article: essay, op-ed, article, column, editorial
        document: memo, filing
        video: video
        message: text message, message
        debate: debate
        testimony: testimony, hearing
        book: book
        poll: survey, poll
        """.strip().splitlines()
    )
    for form in forms.split(",")
}
# Forms whose partner is an outlet: one gives an interview to a medium, a speech to anyone.
_PARTNERED: Final = words("interview broadcast article")
_FORM: Final = re.compile(
    r"\b(?<!involved )(?:[Ii]n|[Dd]uring|[Vv]ia|[Tt]hrough|[Bb]y|[Aa]t|[Oo]n|gave)[ ]"
    r"(?:(?:an?|the|his|her|its|their|another|separate)[ ])?"
    r"(?:[\w’'-]{1,20}[ ]){0,3}?(?P<form>" + "|".join(sorted(_FORMS, key=len, reverse=True)) + r")\b"
    r"(?:[ ](?:(?!with|to|for|on|from|by|in|that)\w{1,15}[ ]){0,3}?(?:with|to|in|for|on|from|by)[ ]"
    + _OUTLET
    + ")?"
)
_TOLD: Final = re.compile(
    r"\b(?:told|tells|telling|tell|informed|assured|spoke[ ]to|speaking[ ]to)[ ]" + _OUTLET
)
# How one tells a newsroom something: `told Newsline via WhatsApp`.
_MESSAGED: Final = re.compile(
    r"[ ](?:via|by|over|on|through|in[ ]an?)[ ](?:the[ ]|an?[ ])?(?:encrypted[ ])?"
    r"(?:(?P<call>phone|telephone|Zoom|Skype|video)|WhatsApp|Signal|Telegram|text|message|messaging|e-?mail)\b"
)
_SEEN: Final = re.compile(
    r"\b(?:seen|obtained|reviewed|viewed|quoted|cited|first[ ]reported|reported|published)[ ](?:by|in)[ ]"
    + _OUTLET.replace("|show|", "|")  # `documents obtained by Reuters show`
)
_ON: Final = re.compile(r"\b(?:[Oo]n|via|to|over)[ ]" + _OUTLET)
_WROTE: Final = re.compile(
    r"\b(?:write|writes|wrote|written|writing|published|publish)[ ](?:\w{1,12}[ ]){0,2}?(?:in|for)[ ]"
    + _OUTLET
)
# The frames with the words of which each has one, so that most are not searched for; and whether the place
# alone makes a name an outlet.
_FRAMES: Final = (
    (_SEEN, words("seen obtained reviewed viewed quoted cited reported published"), True),
    (_TOLD, words("told tells telling tell informed assured spoke speaking"), False),
    (_WROTE, words("write writes wrote written writing published publish"), False),
    (_ON, words("on via to over"), False),
)
_FORM_WORDS: Final = frozenset(re.split("[ -]", form)[-1] for form in _FORMS)
# All but small letters of ASCII becomes white space.
_LETTERS: Final = bytes(code if 97 <= code <= 122 else 32 for code in range(256))
_TWEETED: Final = words("tweeted tweets retweeted tweeting")
_WRITTEN: Final = words("wrote writes written posted")
_POSTED: Final = words("posted posts posting")
# What has none of these words names no channel.
_BEGINNINGS: Final = _FORM_WORDS.union(_TWEETED, _POSTED, *(begun_by for _, begun_by, _ in _FRAMES))
PLATFORMS: Final = words("""
    x twitter facebook instagram tiktok telegram linkedin reddit youtube bluesky mastodon threads weibo
    snapchat whatsapp medium substack vkontakte rednote wechat discord twitch pinterest tumblr quora
    """) | {"truth social"}
_POSTED_ON: Final = PLATFORMS - words("medium")
_OUTLET_WORDS: Final = words("""
    news times post journal guardian reuters ap afp bbc cnn nbc abc cbs npr pbs fox msnbc cnbc politico
    axios bloomberg magazine review herald tribune gazette observer telegraph weekly daily radio
    television tv channel broadcasting press sky itv independent mirror mail sun economist spectator
    atlantic yorker vox vice wired spiegel monde figaro país bild zeit welt breitbart slate salon newsweek
    chronicle globe inquirer sentinel examiner dispatch register standard star courier nation buzzfeed
    huffington huffpost usa c-span upi dpa efe tass interfax xinhua jazeera ledger bulletin argus
    advertiser echo nature science lancet bmj jama temps standaard sanomat zeitung zdf ard rtl libération
    humanité parisien mundo vanguardia repubblica stampa corriere kommersant izvestia pravda asahi yomiuri
    mainichi nikkei kyodo yonhap haaretz volkskrant telegraaf trouw aftonbladet dagens nyheter politiken
    aftenposten gazeta folha globo estadão clarín nación universal forbes fortune barron's france-presse
    wire newswire tmz espn vogue talksport people gmb britain match
    inter culture podcast programme breakfast today newsnight panorama forum blog nrk svt yle rté cbc err
    """)
_STATIONS: Final = ("-TV", "-FM", "-AM")
_FOREIGN: Final = words("Le La El Il Der Die Das De Het Al O")
# Words of other bodies that a news word may stand beside: `told the Press Council`.
_NO_OUTLET: Final = words("""
    council committee court board union association party police conference commission jury parliament
    senate congress house hearing inquiry tribunal department university club secretary
    """)
_DAYS: Final = words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december
    """)


class Channel(NamedTuple):
    """The medium (`interview`) and the outlet (`CBS News`); `same` says that it is the outlet named last."""

    medium: str | None = None
    outlet: str | None = None
    same: bool = False


_NO_CHANNEL: Final = Channel()


def read_channel(around: str, *, spoken: bool) -> Channel:
    """The channel that the words around a cue name (cue, adjuncts and source, without the content).

    `spoken` is False for `according to`, whose object is the source and no outlet.
    """
    low = _BEGINNINGS.intersection(_small_words(around.lower()))
    if not low:
        return _NO_CHANNEL
    medium = None
    form = None if _FORM_WORDS.isdisjoint(low) else _FORM.search(around)
    if form is not None:
        medium = _FORMS[form["form"]]
        found = _outlet(form, trusted=medium in _PARTNERED)
        if found is not None:
            return Channel(medium, *found)
        posted = next((word for word in form.group().split() if word.lower() in _POSTED_ON), None)
        if posted is not None and medium == "post":
            return Channel(medium, posted)  # `in an Instagram post`
    for pattern, begun_by, trusted in _FRAMES if spoken else _FRAMES[:1]:
        if begun_by.isdisjoint(low):
            continue
        for match in pattern.finditer(around):
            message = _MESSAGED.match(around, match.end()) if pattern is _TOLD else None
            found = _outlet(match, trusted=trusted or message is not None)
            if found is None or (
                pattern is _WROTE and found[0] is not None and found[0].lower() in PLATFORMS
            ):
                continue
            if message is not None:
                return Channel(medium or ("call" if message["call"] else "message"), *found)
            wrote = pattern is _ON and not _WRITTEN.isdisjoint(low)
            platform = found[0] is not None and found[0].lower() in PLATFORMS
            return Channel(
                medium or ("post" if platform or wrote else "broadcast" if pattern is _ON else None), *found
            )
    if not _TWEETED.isdisjoint(low):
        return Channel("post", "Twitter")
    return Channel(medium or ("post" if not _POSTED.isdisjoint(low) else None))


def _small_words(phrase: str) -> list[str]:
    """The runs of small letters in a phrase."""
    return phrase.encode().translate(_LETTERS).decode().split()


def _outlet(match: re.Match[str], *, trusted: bool) -> tuple[str | None, bool] | None:
    """The outlet of a frame as (name, whether it is the one named last), or None."""
    name, kind, behind = match["name"], match["kind"], match["behind"]
    if name is None:
        if kind is None:
            return None
        named = [word for word in kind.split() if word[0].isupper()]
        if len(named) > 1 or (named and is_outlet(named[0])):
            return " ".join(named), False  # `the Allied Wire news agency`
        if kind.startswith("same "):
            return None, True
        if kind.startswith(("local ", "national ", "regional ", "student ")):
            return f"the {kind}", False
        return None
    plain = name.removeprefix("the ").rstrip(".,")
    plain = plain.removeprefix("The ") if len(plain.split()) < 3 and plain != "The Economist" else plain
    owner = _OWNER.match(plain)
    if owner is not None and is_outlet(owner.group(1)):
        return owner.group(1), False  # `told Politico’s Tom Hill`
    plain = plain.removesuffix("’s").removesuffix("'s")
    parts = plain.lower().replace("-", " ").split()
    day = bool(parts) and parts[0] in _DAYS and behind is None and not (len(parts) > 1 and is_outlet(plain))
    if not parts or day or parts[-1] in _NO_OUTLET:
        return None
    if kind is not None or behind is not None or is_outlet(plain) or (trusted and _stands_for_one(plain)):
        return plain, False
    return None


_OWNER: Final = re.compile(r"([^’']{2,40})['’]s[ ]")


def _stands_for_one(name: str) -> bool:
    """Whether a name in an outlet's place can be one: not of a person, not a title with a name."""
    if " " in name and gender_of(name.partition(" ")[0]) is not None:
        return False
    return not re.match(r"(?:Mrs?|Ms|Dr|Sen|Rep|Gov|Sir|Lord|Lady|President|Judge|[A-Z])\b\.? ", name)


def channel_start(phrase: str) -> int | None:
    """Where a clause of medium (`in an interview with`) starts inside a source phrase, or None."""
    if _FORM_WORDS.isdisjoint(_small_words(phrase)):
        return None
    match = _FORM.search(phrase)
    return match.start() if match is not None and match.start() > 0 else None


def is_outlet(name: str) -> bool:
    """Whether a name reads as a publication's or a platform's."""
    parts = name.split()
    if name.lower() in PLATFORMS or name.endswith(_STATIONS):
        return True
    if len(parts) == 2 and parts[0] in _FOREIGN and parts[1][:1].isupper():
        return True
    return not _OUTLET_WORDS.isdisjoint(name.lower().split())
