"""Articles: taking them in, reading them, and how far they are."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlsplit

import typer

from factcheck.cli import output
from factcheck.cli.invocation import Csv, Json, Lines, Slug, invocation, read_date, read_moment
from factcheck.errors import BadInput, FactcheckError, UsageError

if TYPE_CHECKING:
    from factcheck.cli.invocation import Invocation
    from factcheck.services.ingest import Submission

Source = Annotated[str, typer.Argument(metavar="PATH|-", help="A file, or - for standard input.")]
Anywhere = Annotated[
    str,
    typer.Argument(
        metavar="PATH|URL|-",
        help="A file (text, Markdown, HTML, DOCX, ODT, PDF), a page, or - for standard input.",
    ),
]
Encoding = Annotated[str | None, typer.Option(help="The file's encoding, if it is not UTF-8.")]
Format = Annotated[
    str | None,
    typer.Option(
        "--format", metavar="F", help="plain, markdown, html, docx, odt or pdf; else by the ending."
    ),
]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="Its date, YYYY-MM-DD, if the text has none.")
]
Language = Annotated[
    str | None, typer.Option(metavar="CODE", help="Its language (en, de, fr); else it is detected.")
]

# What begins like this is a page, not a file.
_WEB = ("http://", "https://")
NO_ARTICLES = "No articles yet. Take one in: factcheck ingest FILE"

# The languages in which factcheck reads who says what.
_ATTRIBUTED = ("en", "de", "fr", "es")

# A claim of more characters than this is rarely one sentence; the longest in our own articles has 600.
_LONG_SENTENCE = 2000


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command(rich_help_panel="Articles")(ingest)
    app.command(rich_help_panel="Articles")(analyse)
    app.command(rich_help_panel="Articles")(articles)
    app.command(rich_help_panel="Editing")(deadline)


def ingest(
    context: typer.Context,
    path: Anywhere,
    slug: Annotated[
        str | None, typer.Option(help="Its short name in refs; else made of the headline.")
    ] = None,
    headline: Annotated[str | None, typer.Option(help="Its headline, if the text has none.")] = None,
    published: Published = None,
    language: Language = None,
    encoding: Encoding = None,
    format_: Format = None,
    feed: Annotated[
        bool, typer.Option("--feed", help="It is an RSS or Atom feed: take in every article it links to.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Take an article in: every sentence becomes a claim."""
    from dataclasses import replace

    from factcheck.services.ingest import ingest_article

    call = invocation(context)
    if feed:
        if slug or headline or published or format_:
            raise UsageError("A feed has many articles; each has its own.", "Leave out the other options.")
        _ingest_feed(call, path, language, as_json=as_json)
        return
    read = _submission(call, path, encoding=encoding, format_name=format_)
    submission = replace(
        read,
        slug=slug,
        headline=headline or read.headline,
        published=read_date(published, "--published") or read.published,
        language=language or read.language,
    )
    with call.open() as sessions:
        done = ingest_article(sessions, call.actor, submission)
        if as_json:
            output.put_json({"article": done.article, "is_new": done.is_new, "sources": done.sources})
            return
        if not done.is_new and slug not in (None, done.article.slug):
            output.tell(f"The same text is here already as {done.article.slug}; “{slug}” was not used.")
        if done.is_new and done.article.language not in _ATTRIBUTED:
            output.tell(
                f"Language {done.article.language}: sentences are split, but nobody is made out as a source."
            )
        _tell_ingested(done.article.slug, done.article.claims, done.sources, is_new=done.is_new)
        if done.is_new:
            _warn_of_long_claims(sessions, done.article.slug)


def _submission(
    call: Invocation, path: str, *, encoding: str | None = None, format_name: str | None = None
) -> Submission:
    """Read an article from wherever it is: a file, standard input, or a page."""
    from factcheck.services.submitting import fetch_submission, read_submission

    if path.lower().startswith(_WEB):
        if encoding is None and format_name is None:
            return fetch_submission(call.network, path)
        page = call.page(path)
        return read_submission(
            page.body, urlsplit(page.url).path.rstrip("/"), encoding=encoding, format_name=format_name,
            media_type=page.media_type, origin=page.url,
        )  # fmt: skip
    name = "" if path == "-" else PurePath(path).name
    return read_submission(output.read_input(path), name, encoding=encoding, format_name=format_name)


def _ingest_feed(call: Invocation, path: str, language: str | None, *, as_json: bool) -> None:
    """Take in what a feed links to; an article that can't be had is told, and the others go on."""
    from dataclasses import replace

    from factcheck.readers.feed import read_feed
    from factcheck.services.ingest import ingest_article

    data = call.page(path).body if path.lower().startswith(_WEB) else output.read_input(path)
    entries, done, failed = read_feed(data), [], 0
    with call.open() as sessions:
        for entry in output.progress(entries, len(entries), "Taking articles in"):
            try:
                read = _submission(call, entry.link)
                taken = ingest_article(
                    sessions, call.actor, replace(read, language=language or read.language)
                )
            except FactcheckError as error:
                failed += 1
                output.tell(f"{entry.link}: {error.message}")
                continue
            done.append(taken)
            if not as_json:
                _tell_ingested(taken.article.slug, taken.article.claims, taken.sources, is_new=taken.is_new)
    if as_json:
        output.put_json(
            [{"article": one.article, "is_new": one.is_new, "sources": one.sources} for one in done]
        )
    if failed:
        raise BadInput(f"{failed} of {len(entries)} articles could not be taken in.", "Each is named above.")


def _tell_ingested(slug: str, claims: int, sources: tuple[str, ...], *, is_new: bool) -> None:
    number = "1 claim" if claims == 1 else f"{claims} claims"
    refs = f"{slug}#1" if claims == 1 else f"{slug}#1-{claims}"
    output.put(f"{refs}  {number}" if is_new else f"{refs}  {number}, already here: nothing was added")
    if sources:
        output.put(f"Said by: {', '.join(sources)}")
    if is_new:
        output.tell(f"Next: factcheck claims {slug}")


def _warn_of_long_claims(sessions: Any, slug: str) -> None:
    from factcheck.services.reading import Wanted, list_claims

    for claim in list_claims(sessions, Wanted(article=slug)):
        if len(claim.text) > _LONG_SENTENCE:
            output.tell(
                f"{claim.ref} has {len(claim.text):,} characters: is punctuation missing in the text?"
            )


def analyse(
    path: Source,
    published: Published = None,
    language: Language = None,
    encoding: Encoding = None,
    format_: Format = None,
    as_json: Json = False,
    lines: Lines = False,
) -> None:
    """Show what factcheck reads in a text; nothing is stored.

    With --nl it takes JSON lines {"id", "text"} and answers a line each.
    """
    from factcheck.services.ingest import check_language

    output.one_form(as_json, lines)
    day = read_date(published, "--published")
    check_language(language)
    if lines:
        _analyse_lines(path, language, day)
        return
    from factcheck.readers import read_article
    from factcheck.text import analyse as read_text
    from factcheck.text import to_json

    _, read = read_article(output.read_input(path), path, encoding=encoding, format_name=format_)
    analysis = read_text(read.text, language=language or read.language, published=day or read.published)
    if as_json:
        output.put_json(to_json(analysis))
        return
    from factcheck.cli.readings import put_analysis

    put_analysis(analysis)


def _analyse_lines(path: str, language: str | None, day: Any) -> None:
    from factcheck.text import analyse as read_text
    from factcheck.text import to_json

    broken = 0
    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        identity = None
        try:
            asked = json.loads(line)
            given = asked.get("id")
            if not isinstance(given, str | int | None):
                raise TypeError("id")
            str(given).encode()  # a lone surrogate can't be answered
            identity, text, code = given, asked["text"], asked.get("language")
            if not isinstance(text, str) or not isinstance(code, str | None):
                raise TypeError("text")
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            broken += 1
            error = BadInput(
                f"Line {number} is no object with a “text”.", 'Each line is like {"id": "a1", "text": "…"}.'
            )
            told = {"code": error.code, "message": error.message, "hint": error.hint}
            output.put_lines([{"id": identity, "error": told}])
            continue
        answer = read_text(text, language=code or language, published=day)
        output.put_lines([to_json(answer, identity)])
    if broken:
        raise BadInput(
            f"{broken} line{'' if broken == 1 else 's'} could not be read.",
            "Each has an answer with an “error”; the others were read.",
        )


def _lines(path: str) -> Iterator[bytes]:
    """The lines of a file or of standard input, one by one: there may be a million."""
    if path == "-":
        yield from sys.stdin.buffer
        return
    with output.opened_input(path) as opened:
        yield from opened


def articles(
    context: typer.Context, as_json: Json = False, lines: Lines = False, as_csv: Csv = False
) -> None:
    """List the articles and how far each is."""
    from factcheck.services.reading import list_articles

    with invocation(context).open() as sessions:
        found = list_articles(sessions)
    if output.put_list(found, as_json=as_json, lines=lines, as_csv=as_csv):
        return
    if found:
        from factcheck.cli.tables import put_articles

        put_articles(found)
    else:
        output.tell(NO_ARTICLES)


def deadline(
    context: typer.Context,
    article: Slug,
    when: Annotated[
        str, typer.Argument(metavar="WHEN", help="2026-01-31T18:00 (local time), 2026-01-31, or none.")
    ],
    as_json: Json = False,
) -> None:
    """Say by when an article has to be checked."""
    from factcheck.services.deadlines import set_deadline

    call = invocation(context)
    moment = None if when == "none" else read_moment(when, "WHEN")
    with call.open() as sessions:
        found = set_deadline(sessions, call.actor, article, moment)
    if as_json:
        output.put_json(found)
    else:
        shown = f"{found.deadline:%Y-%m-%d %H:%M} UTC" if found.deadline else "none"
        output.put(f"{article}  deadline {shown}")
