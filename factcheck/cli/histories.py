"""What people see of the ledger: who did what, when, and what changed by it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.table import Table

from factcheck.cli.tables import console, words
from factcheck.domain.events import Event


def put_events(events: Iterable[Event], *, about: str | None = None) -> int:
    """Show what happened, oldest first; how many events there were.

    `about` is the entity whose own history it is: its name isn't said again in every row.
    """
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("When (UTC)", no_wrap=True, style="dim")
    table.add_column("Who", no_wrap=True, style="bold")
    table.add_column("What", max_width=36, overflow="fold")
    table.add_column("Change", ratio=1, overflow="fold")
    for event in events:
        whom = "" if event.entity == about else f" {event.entity.partition(':')[2]}"
        table.add_row(
            event.at[:19].replace("T", " "),
            words(event.actor),
            words(f"{event.action.replace('_', ' ')}{whom}"),
            words(_change(event)),
        )
    if table.row_count:
        console().print(table)
    return table.row_count


_UNTOLD = frozenset(
    {"version", "checked_sha256", "text_sha256", "original_sha256", "reading_sha256", "sha256"}
)
# Of the parts of a claim, what a reader of its history wants to know first.
_PARTS = ("evidence", "query", "correction")


def _change(event: Event) -> str:
    before, after = event.before or {}, event.after or {}
    for name in _PARTS:
        part = after.get(name) or before.get(name)
        if isinstance(part, dict):
            return _part(name, part) + (f" because {after['reason']}" if after.get("reason") else "")
    told = []
    for name, value in after.items():
        if name in _UNTOLD or before.get(name) == value or (value == 0 and name not in before):
            continue
        old = f"{_shown(before[name])} → " if before.get(name) is not None else ""
        told.append(f"{name.replace('_', ' ')}: {old}{_shown(value)}")
    return "; ".join(told)


def _part(name: str, part: dict[str, Any]) -> str:
    if name == "evidence":
        quote = f" “{part['quote']}”" if part.get("quote") else ""
        return f"{part['stance']}: {part['url']}{quote}"
    if name == "query":
        return f"{part['text']}" + (f" — {part['answer']}" if part.get("answer") else "")
    return f"{part['kind']}: {part['text']}"


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else str(value).replace("_", " ")
