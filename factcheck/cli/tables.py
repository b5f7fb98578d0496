"""What people see: claims, articles and histories on a terminal, by colour and by word."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from rich.console import Console
from rich.table import Table
from rich.text import Text

from factcheck.domain.display import printable
from factcheck.domain.models import Article, AskedQuery, Claim, Evidence, Source
from factcheck.domain.vocabulary import Status
from factcheck.gate.builtin import Finding

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
    if claim.orphaned:
        shown.append("\norphaned", "red")
    if claim.recheck:
        shown.append("\nlook again", "magenta")
    if claim.verdict:
        shown.append("\n")
        shown.append(printable(claim.verdict.replace("_", " ")), VERDICT_STYLE.get(claim.verdict, ""))
    return shown


def speakers(claim: Claim) -> Text:
    """Who is said to have said it, and below the outlet that it came through."""
    lines = dict.fromkeys((said.source, said.outlet) for said in claim.attributions if said.source)
    shown = [
        words(source, "italic") + words(f"\u00a0via {outlet}" if outlet else "", "dim")
        for source, outlet in lines
    ]
    return Text("\n").join(shown)


def put_claims(claims: Iterable[Claim]) -> int:
    """Show claims as a table, wrapped to the terminal; how many there were."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 1, 0))
    table.add_column("Ref", no_wrap=True, style="bold")
    table.add_column("State", no_wrap=True)
    table.add_column("Claim", ratio=1, min_width=30, overflow="fold")
    table.add_column("Said by", max_width=20)
    number = 0
    for number, claim in enumerate(claims, 1):  # noqa: B007 - counted
        text = words(claim.text)
        if claim.recheck:
            text.append("\n").append_text(words(f"look again: {claim.recheck}", "magenta"))
        table.add_row(claim.ref, state(claim), text, speakers(claim))
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
        headline = words(article.headline or "—")
        for line in _at_work(article):
            headline.append("\n").append_text(line)
        done = progress(article)
        if article.deadline:
            done.append("\n").append_text(_deadline(article))
        table.add_row(article.slug, done, headline, str(article.published or "—"))
    console().print(table)


def _at_work(article: Article) -> Iterable[Text]:
    """Who holds what of an article, and how much of it wants another look."""
    by_person: dict[str, list[str]] = {}
    for hold in article.held:
        name = f"{hold.by} (left)" if hold.left else hold.by
        by_person.setdefault(name, []).append(hold.ref.partition("#")[2])
    for name, numbers in by_person.items():
        yield words(f"{name} holds #{', #'.join(numbers)}", "cyan")
    if article.flagged:
        yield words(f"{article.flagged} to look at again", "magenta")


def _deadline(article: Article) -> Text:
    due = words(f"due {article.deadline:%Y-%m-%d %H:%M} UTC")
    return due.append(", overdue", "bold red") if article.overdue else due


def progress(article: Article) -> Text:
    """How far an article is: a bar, and `14 of 22 checked`. It is full only when everything is done."""
    done = min(9, max(1, 10 * article.checked // article.claims)) if article.checked else 0
    done = 10 if article.checked == article.claims else done
    bar = Text("█" * done, "green")
    bar.append("░" * (10 - done), "dim")
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
        name = words(source.name).append_text(words(f" ({source.article})" if source.article else "", "dim"))
        table.add_row(name, source.kind, str(source.claims), words(", ".join(source.aliases)))
    console().print(table)


def put_queries(queries: Sequence[AskedQuery]) -> None:
    """Show questions with their claims, who asked, by when, and the answer if there is one."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("Claim", no_wrap=True, style="bold")
    table.add_column("Due", no_wrap=True)
    table.add_column("Question", ratio=1, overflow="fold")
    table.add_column("Asked by", max_width=20)
    today = datetime.now(UTC).date()
    for query in queries:
        asked = words(query.text)
        due = words(str(query.due or ""))
        if query.answer:
            asked.append("\n").append_text(words(query.answer, "italic"))
            asked.append(" ").append_text(
                words(f"({query.answered_by}, {query.answered_at:%Y-%m-%d})", "dim")
            )
        elif query.due is not None and query.due < today:
            due.append("\noverdue", "bold red")
        table.add_row(query.ref, due, asked, words(query.asked_by))
    console().print(table)


def put_claim(claim: Claim) -> None:
    """Show one claim with all that is known about it."""
    out = console()
    head = Text(claim.ref, "bold") + Text("  ")
    head.append(claim.status.replace("_", " "), STATUS_STYLE[claim.status])
    if claim.verdict:
        head.append(": ")
        head.append(printable(claim.verdict.replace("_", " ")), VERDICT_STYLE.get(claim.verdict, ""))
    head.append(f"  {claim.kind}, paragraph {claim.paragraph + 1}", "dim")
    out.print(head)
    out.print(words(claim.text))
    facts = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    facts.add_column(style="dim", no_wrap=True)
    facts.add_column(ratio=1, overflow="fold")
    for name, value in _facts(claim):
        facts.add_row(name, words(value))
    if facts.row_count:
        out.print(facts)


def _facts(claim: Claim) -> Iterable[tuple[str, str]]:
    for said in claim.attributions:
        via = f" via {said.outlet}" if said.outlet else ""
        how = "continued" if said.continued else f"“{said.cue}”" if said.cue else said.mode
        unnamed = "" if said.anonymity == "named" else f", {said.anonymity.replace('_', ' ')}"
        yield "said by", f"{said.source or said.source_text or 'nobody named'}{via} ({how}{unnamed})"
    withdrawal = (
        f"by {claim.withdrawal_by} and {claim.withdrawn_by}"
        if claim.withdrawn_by
        else (
            f"proposed by {claim.withdrawal_by}; a second editor confirms it" if claim.withdrawal_by else None
        )
    )
    named = (
        ("held by", claim.assignee),
        ("checked by", claim.checked_by),
        ("approved by", claim.approved_by),
        ("attribution", claim.attribution_check and claim.attribution_check.replace("_", " ")),
        ("can't be checked", claim.skip_reason and claim.skip_reason.replace("_", " ")),
        ("note", claim.note),
        ("published as", claim.published_verdict if claim.published_verdict != claim.verdict else None),
        ("withdrawn", withdrawal),
        ("because", claim.reason),
        ("look again", claim.recheck),
    )
    yield from ((name, value) for name, value in named if value)
    for piece in claim.evidence:
        yield f"evidence {piece.id}", f"{piece.stance}: {evidence_line(piece)}"
    for query in claim.queries:
        due = f", due {query.due}" if query.due else ""
        answer = f"answered by {query.answered_by}: {query.answer}" if query.answered_at else "open"
        yield f"query {query.id}", f"{query.text} ({query.asked_by}{due}) — {answer}"
    for correction in claim.corrections:
        yield str(correction.kind), f"{correction.made_at.date()}: {correction.text}"
    for point in claim.checkpoints:
        ticked = f" ✓ {point.ticked_by}" if point.ticked_by else ""
        yield f"check {point.n}", f"{point.kind}: {point.text}{ticked}"


def evidence_line(piece: Evidence) -> str:
    """A piece of evidence in one line: title, link, quote, what sort, who added it."""
    title = f"{piece.title}, " if piece.title else ""
    publisher = f"{piece.publisher}, " if piece.publisher else ""
    published = f"{piece.published}, " if piece.published else ""
    quote = f" “{piece.quote}”" if piece.quote else ""
    note = f" {piece.note}" if piece.note else ""
    kind = " primary" if piece.primary else ""
    kind += " — the quote is not on the page" if piece.quote_found is False else ""
    if piece.snapshot is not None and piece.snapshot.state != "unchanged":
        kind += f" — the page is {piece.snapshot.state} by now"
    kind += "".join(
        f" — kept by {made.archiver}{f': {made.url}' if made.url else ''}" for made in piece.archives
    )
    return f"{title}{publisher}{published}{piece.url}{quote}{note}{kind} ({piece.added_by})"


def put_evidence(pieces: Sequence[tuple[str, Evidence]]) -> None:
    """Show evidence with the claims that it bears on."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("ID", justify="right", no_wrap=True, style="bold")
    table.add_column("Ref", no_wrap=True)
    table.add_column("Stance", no_wrap=True)
    table.add_column("Evidence", ratio=1, overflow="fold")
    for ref, piece in pieces:
        table.add_row(str(piece.id), ref, str(piece.stance), words(evidence_line(piece)))
    console().print(table)


def put_findings(findings: Sequence[Finding]) -> None:
    """Show what breaks a rule of the gate, each rule's claims below its name."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("Ref", no_wrap=True, style="bold")
    table.add_column("What is missing", max_width=44, overflow="fold")
    table.add_column("Claim", ratio=1, min_width=24, overflow="fold")
    rule = None
    for found in findings:
        if found.scenario is not None and (found.rule, found.scenario) != rule:
            rule = (found.rule, found.scenario)
            named = found.rule if found.rule == found.scenario else f"{found.rule}: {found.scenario}"
            table.add_row("", words(named, "bold red"), words(f"{found.file}, line {found.line}", "dim"))
        table.add_row(found.ref, words(found.message), words(found.text))
    console().print(table)
