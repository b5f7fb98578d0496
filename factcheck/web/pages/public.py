"""What everybody may read: published checks and their corrections, as pages, feeds, lists to embed."""

from __future__ import annotations

import re
from html import escape
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, Response

from factcheck.domain.vocabulary import Status
from factcheck.errors import NotFound
from factcheck.services.exporting import export_claims
from factcheck.services.published import newest_published, published_article, published_articles, stands
from factcheck.services.reading import Wanted
from factcheck.web.api.kinds import Slug
from factcheck.web.callers import Caller, Who
from factcheck.web.pages.rendering import render
from factcheck.web.replies import reply

router = APIRouter(include_in_schema=False)
_BRIEFLY = {"Cache-Control": "public, max-age=15"}  # a correction is not kept waiting


def _base(request: Request, who: Caller) -> str:
    return who.settings.origin or f"{request.url.scheme}://{request.url.netloc}"


@router.get("/published")
def published(who: Who) -> Response:
    """The articles of which checks were published."""
    context = {"articles": published_articles(who.sessions)}
    return HTMLResponse(render("published.html", context), headers=_BRIEFLY)


@router.get("/published/feed.{kind}")
def feed(request: Request, who: Who, kind: str) -> Response:
    """The newest published checks and corrections, as Atom or RSS."""
    from feedgen.feed import FeedGenerator

    if kind not in ("atom", "rss"):
        raise NotFound("There is no such feed.", "There are feed.atom and feed.rss.")
    base = _base(request, who)
    claims, corrections, policy = newest_published(who.sessions)
    made = FeedGenerator()
    made.id(f"{base}/published")
    made.title(f"{policy.newsroom.name}: published checks")
    made.description("Published checks and corrections")
    made.link(href=f"{base}/published/feed.{kind}", rel="self")
    made.link(href=f"{base}/published", rel="alternate")
    made.author(name=policy.newsroom.name)
    checks = [
        (_place(claim.ref), at, f"{policy.label_of(claim.verdict)}: {claim.text}", claim.text)
        for claim, at in claims
    ]
    corrected = [
        (
            f"{_place(one.ref)}-correction-{one.id}",
            one.made_at,
            f"{one.kind.capitalize()}: {one.text}",
            one.text,
        )
        for one in corrections
    ]
    for name, at, title, text in sorted(checks + corrected, key=lambda one: one[1]):
        made.updated(at)
        entry = made.add_entry()
        entry.id(f"{base}/published/{name}")  # stays, whatever becomes of it (RFC 4287, 4.2.6)
        entry.title(_plain(title)[:300])
        entry.link(href=f"{base}/published/{name.partition('-correction-')[0]}")
        entry.updated(at)
        entry.published(at)
        entry.summary(_plain(text))
    body = made.atom_str(pretty=True) if kind == "atom" else made.rss_str(pretty=True)
    return Response(body, 200, _BRIEFLY, f"application/{kind}+xml; charset=utf-8")


def _plain(text: str) -> str:
    """Text without what XML has no place for."""
    return "".join(
        char for char in text if char in "\t\n" or (ord(char) >= 32 and not 0xFFFE <= ord(char) <= 0xFFFF)
    )


def _place(ref: str) -> str:
    """Where a claim stands on its article's page."""
    return ref.replace("#", "#c")


@router.get("/published/{slug}")
def article(request: Request, who: Who, slug: Slug) -> Response:
    """The published checks of an article, with ClaimReview for machines."""
    found = published_article(who.sessions, slug)
    wanted = Wanted(article=slug, statuses=[Status.PUBLISHED])
    reviews = b"".join(export_claims(who.sessions, wanted, "claimreview")).decode()
    context = {"found": found, "stands": stands, "reviews": _in_markup(reviews), "base": _base(request, who)}
    return HTMLResponse(render("published_article.html", context), headers=_BRIEFLY)


def _in_markup(json: str) -> str:
    """JSON that no tag can end: `<`, `>` and `&` written as escapes, which mean the same."""
    for char in "<>&":
        json = json.replace(char, f"\\u{ord(char):04x}")
    return json


@router.get("/embed/{slug}")
def embed(request: Request, who: Who, slug: Slug) -> Response:
    """The verdicts of an article, to stand in a frame on somebody's page."""
    context = {"found": published_article(who.sessions, slug), "stands": stands, "base": _base(request, who)}
    return HTMLResponse(render("embed.html", context), headers=_BRIEFLY)


@router.get("/oembed")
def oembed(
    request: Request,
    who: Who,
    url: Annotated[str, Query(max_length=2000)],
    maxwidth: Annotated[int, Query(ge=100, le=4000)] = 640,
    maxheight: Annotated[int, Query(ge=100, le=4000)] = 480,
    format: Annotated[str, Query(max_length=10)] = "json",
) -> Response:
    """How to embed a published article (oembed.com, rich)."""
    base = _base(request, who)
    slug = re.sub(r"[?#].*", "", url.removeprefix(f"{base}/published/"))
    if format != "json" or not url.startswith(f"{base}/published/"):
        raise NotFound("There is nothing to embed at that address.", "Give a published article's address.")
    found = published_article(who.sessions, slug)
    title = found.article.headline or slug
    frame = (
        f'<iframe src="{escape(base)}/embed/{escape(slug)}" width="{maxwidth}" height="{maxheight}" '
        f'title="{escape(title)}" sandbox="allow-popups"></iframe>'
    )
    return reply(
        {
            "version": "1.0", "type": "rich", "title": title, "provider_name": found.policy.newsroom.name,
            "provider_url": base, "width": maxwidth, "height": maxheight, "html": frame,
        }
    )  # fmt: skip
