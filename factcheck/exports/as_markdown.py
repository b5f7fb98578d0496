"""Markdown: a list that an editor can paste into a page or a mail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.domain.display import printable
from factcheck.domain.models import Article, Claim
from factcheck.exports.context import Context, speakers

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&$])")
# At the start of a line these would make a list, a quotation or a rule.
_LINE_START = re.compile(r"^(\s{0,20}\d{1,9})(?=[.)])|^(\s{0,20})(?=[-+>=])")


def write_markdown(claims: Iterable[Claim], context: Context) -> Iterator[bytes]:
    """Write a section an article, and in it each claim with its verdict, sources and evidence."""
    article = None
    for claim in claims:
        if claim.article != article:
            yield (_title(context.articles.get(claim.article), claim.article, first=article is None)).encode()
            article = claim.article
        yield _entry(claim, context).encode()
    if article is None:
        yield b"No claims.\n"


def plain(text: str) -> str:
    """Text that Markdown shows as it is: on one line, nothing in it markup."""
    escaped = _SPECIAL.sub(r"\\\1", " ".join(printable(text).split()))
    return _LINE_START.sub(r"\1\2\\", escaped)


def _title(article: Article | None, slug: str, *, first: bool) -> str:
    title = plain((article.headline if article else None) or slug)
    about = (
        [plain(part) for part in ((article.byline or ""), str(article.published or "")) if part]
        if article
        else []
    )
    return ("" if first else "\n") + f"# {title}\n\n" + (f"{', '.join(about)}\n\n" if about else "")


def _entry(claim: Claim, context: Context) -> str:
    state = context.label(claim) or claim.status.replace("_", " ").capitalize()
    lines = [f"- **{plain(state)}** ({claim.ref}): {plain(claim.text)}"]
    said = speakers(claim)
    if said:
        lines.append(f"  - According to: {plain(', '.join(said))}")
    if claim.note:
        lines.append(f"  - Note: {plain(claim.note)}")
    for piece in claim.evidence:
        quote = f": “{plain(piece.quote)}”" if piece.quote else ""
        title = f"{plain(piece.title)}, " if piece.title else ""
        lines.append(f"  - Evidence ({piece.stance}): {title}<{_link(piece.url)}>{quote}")
    lines += [f"  - {c.kind.capitalize()} ({c.made_at.date()}): {plain(c.text)}" for c in claim.corrections]
    if claim.checked_by and claim.verdict:
        signed = f", approved by {plain(claim.approved_by)}" if claim.approved_by else ", not approved yet"
        lines.append(f"  - Checked by {plain(claim.checked_by)}{signed}")
    return "\n".join(lines) + "\n"


def _link(url: str) -> str:
    return url.replace("<", "%3C").replace(">", "%3E")
