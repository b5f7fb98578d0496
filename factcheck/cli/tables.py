"""What people see: claims, articles and histories on a terminal, by colour and by word."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from factcheck.domain.display import printable
from factcheck.domain.models import Article, Claim, Event, Source
from factcheck.domain.vocabulary import Status

STATUS_STYLE: dict[Status, str] = {
    Status.UNCHECKED: "dim",
    Status.IN_REVIEW: "cyan",
    Status.NOT_CHECKABLE: "dim",
    Status.CHECKED: "blue",
    Status.APPROVED: "green",
    Status.PUBLISHED: "bold green",
    Status.REOPENED: "magenta",
    Status.WITHDRAWN: "red",
}
# The verdicts that we ship; a verdict of a newsroom's own scale is shown plain.
VERDICT_STYLE = {
    "verified": "bold green",
    "mostly_true": "green",
    "mixture": "yellow",
    "misleading": "yellow",
    "outdated": "yellow",
    "mostly_false": "red",
    "false": "bold red",
    "unproven": "magenta",
}


# Narrower than this, a table is a column of single letters.
_NARROWEST = 40


def console() -> Console:
    """A console for standard output that takes nothing in a text for markup."""
    found = Console(file=sys.stdout, markup=False, highlight=False, emoji=False, soft_wrap=False)
    found.width = max(found.width, _NARROWEST)
    return found


def words(text: str, style: str = "") -> Text:
    """A text of somebody's as it is: no markup, no escape sequence, and no line that could pass for ours."""
    return Text(" ".join(printable(text).split()), style=style)


def state(claim: Claim) -> Text:
    """Status and verdict, each by colour and word."""
    shown = words(claim.status.replace("_", " "), STATUS_STYLE[claim.status])
    if claim.verdict:
        shown.append("\n")
        shown.append(printable(claim.verdict.replace("_", " ")), VERDICT_STYLE.get(claim.verdict, ""))
    return shown


def speakers(claim: Claim) -> Text:
    """Who is said to have said it, and the outlet it came through."""
    lines = []
    for said in claim.attributions:
        if said.source:
            via = f" via {said.outlet}" if said.outlet else ""
            lines.append(f"{said.source}{via}")
    return Text("\n").join(words(line, "italic") for line in dict.fromkeys(lines))


def put_claims(claims: Iterable[Claim]) -> int:
    """Show claims as a table, wrapped to the terminal; how many there were."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 1, 0))
    table.add_column("Ref", no_wrap=True, style="bold")
    table.add_column("State", no_wrap=True)
    table.add_column("Claim", ratio=1, overflow="fold")
    table.add_column("Said by", max_width=26, overflow="fold")
    number = 0
    for number, claim in enumerate(claims, 1):  # noqa: B007 - counted
        table.add_row(claim.ref, state(claim), words(claim.text), speakers(claim))
    if number:
        console().print(table)
    return number


def put_articles(articles: Sequence[Article]) -> None:
    """Show articles with their progress."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("Article", no_wrap=True, style="bold")
    table.add_column("Progress", no_wrap=True)
    table.add_column("Headline", ratio=1, overflow="fold")
    table.add_column("Published", no_wrap=True)
    for article in articles:
        table.add_row(
            article.slug, progress(article), words(article.headline or "—"), str(article.published or "—")
        )
    console().print(table)


def progress(article: Article) -> Text:
    """How far an article is: a bar, and `14 of 22 checked`."""
    done = round(10 * article.checked / article.claims) if article.claims else 0
    bar = Text("━" * done, "green")
    bar.append("━" * (10 - done), "dim")
    bar.append(f" {article.checked} of {article.claims} checked", "")
    return bar


def put_sources(sources: Sequence[Source]) -> None:
    """Show the registry, most quoted first."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("Source", overflow="fold", style="bold")
    table.add_column("Kind", no_wrap=True)
    table.add_column("Claims", justify="right", no_wrap=True)
    table.add_column("Also known as", ratio=1, overflow="fold")
    for source in sources:
        table.add_row(words(source.name), source.kind, str(source.claims), words(", ".join(source.aliases)))
    console().print(table)


def put_claim(claim: Claim) -> None:
    """Show one claim with all that is known about it."""
    out = console()
    head = words(claim.ref, "bold")
    head.append("  ")
    head.append(state(claim))
    head.append_text(
        words(f"  {claim.kind}, paragraph {claim.paragraph + 1}, version {claim.version}", "dim")
    )
    out.print(Text(head.plain.replace("\n", " · "), spans=head.spans) if "\n" in head.plain else head)
    out.print(words(claim.text), style="")
    facts = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    facts.add_column(style="dim", no_wrap=True)
    facts.add_column(ratio=1, overflow="fold")
    for name, value in _facts(claim):
        facts.add_row(name, words(value))
    out.print(facts)


def _facts(claim: Claim) -> Iterable[tuple[str, str]]:
    for said in claim.attributions:
        via = f", through {said.outlet}" if said.outlet else ""
        how = "continued" if said.continued else f"“{said.cue}”" if said.cue else said.mode
        unnamed = "" if said.anonymity == "named" else f", {said.anonymity.replace('_', ' ')}"
        yield "said by", f"{said.source or said.source_text or 'nobody named'}{via} ({how}{unnamed})"
    for point in claim.checkpoints:
        ticked = f" ✓ {point.ticked_by}" if point.ticked_by else ""
        yield f"check {point.n}", f"{point.kind}: {point.text}{ticked}"
    named = (
        ("held by", claim.assignee),
        ("checked by", claim.checked_by),
        ("approved by", claim.approved_by),
        ("attribution", claim.attribution_check and claim.attribution_check.replace("_", " ")),
        ("can't be checked", claim.skip_reason and claim.skip_reason.replace("_", " ")),
        ("note", claim.note),
        ("published as", claim.published_verdict if claim.published_verdict != claim.verdict else None),
        ("reopened", claim.reopen_reason),
        (
            "withdrawal",
            claim.withdrawal_by and f"proposed by {claim.withdrawal_by}; a second editor confirms it",
        ),
    )
    yield from ((name, value) for name, value in named if value)
    for piece in claim.evidence:
        title = f"{piece.title} " if piece.title else ""
        quote = f" “{piece.quote}”" if piece.quote else ""
        yield f"evidence {piece.id}", f"{piece.stance}: {title}{piece.url}{quote} ({piece.added_by})"
    for query in claim.queries:
        answer = f" — {query.answer} ({query.answered_by})" if query.answered_at else " — open"
        yield "query", f"{query.text} ({query.asked_by}){answer}"
    for correction in claim.corrections:
        yield str(correction.kind), f"{correction.made_at.date()}: {correction.text}"


def put_events(events: Iterable[Event]) -> None:
    """Show what happened, oldest first."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("When (UTC)", no_wrap=True, style="dim")
    table.add_column("Who", no_wrap=True, style="bold")
    table.add_column("What", overflow="fold")
    table.add_column("Change", ratio=1, overflow="fold")
    for event in events:
        about = event.entity.partition(":")[2]
        table.add_row(
            event.at[:19].replace("T", " "),
            words(event.actor),
            words(f"{event.action.replace('_', ' ')} {about}"),
            words(_change(event)),
        )
    console().print(table)


_UNTOLD = frozenset({"version", "checked_sha256", "text_sha256", "original_sha256", "reading_sha256"})


def _change(event: Event) -> str:
    piece = (event.after or event.before or {}).get("evidence")
    if isinstance(piece, dict):
        quote = f" “{piece['quote']}”" if piece.get("quote") else ""
        return f"{piece['stance']}: {piece['url']}{quote}"
    before = event.before or {}
    told = []
    for name, value in (event.after or {}).items():
        if name in _UNTOLD or (value is None and before.get(name) is None):
            continue
        old = f"{_shown(before[name])} → " if before.get(name) is not None else ""
        told.append(f"{name.replace('_', ' ')}: {old}{_shown(value)}")
    return "; ".join(told)


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    if isinstance(value, dict):
        return "; ".join(f"{name}: {one}" for name, one in value.items() if one is not None)
    return "none" if value is None else str(value)
