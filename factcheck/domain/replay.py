"""What the ledger's events of one claim add up to. Pure: events in, a state out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from factcheck.domain.events import Event
from factcheck.domain.revising import out_of_order

# What people change of a claim, and what it is before anybody has.
AT_FIRST = MappingProxyType(
    {
        "status": "unchecked", "verdict": None, "attribution_check": None, "skip_reason": None, "note": None,
        "assignee": None, "checked_by": None, "checked_sha256": None, "approved_by": None,
        "published_verdict": None, "reason": None, "withdrawal_by": None, "withdrawn_by": None,
        "orphaned": False, "recheck": None, "version": 1,
    }
)  # fmt: skip
PARTS = ("evidence", "queries", "corrections")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a claim read for a while: since when, and whose revision made it so (None for the first)."""

    text: str
    since: str | None
    by: str | None


def wordings(text: str, events: Iterable[Event]) -> list[Wording]:
    """What a claim read over time, oldest first; mostly only `text`, which is what it reads now.

    Another spelling of the same words (blanks, quotation marks) is no other wording.
    """
    found = [Wording(text, None, None)]
    for event in events:
        before, after = event.before or {}, event.after or {}
        if "text" in before and "text" in after and event.action != "claim_respelled":
            found[-1] = replace(found[-1], text=str(before["text"]))
            found.append(Wording(str(after["text"]), event.at, event.actor))
    found[-1] = replace(found[-1], text=text)
    return found


def happened_by(stamps: Sequence[str], moment: str) -> int:
    """How many events of a chain had happened by a moment; `stamps` are their times, in the chain's order.

    Order is the sequence's. Of times that don't rise with it the fewest are disbelieved: those of a clock
    that was ahead or behind for a while.
    """
    places = [(stamp, k) for k, stamp in enumerate(stamps)]
    wrong = out_of_order(places)
    return max((k + 1 for stamp, k in places if stamp <= moment and (stamp, k) not in wrong), default=0)


@dataclass
class Replayed:
    """A claim as its events tell it: `fields` as in AT_FIRST, parts as JSON by id, ticks by checkpoint.

    `at` is when anything last happened; None if nothing has.
    """

    fields: dict[str, Any] = field(default_factory=lambda: dict(AT_FIRST))
    parts: dict[str, dict[int, Any]] = field(default_factory=lambda: defaultdict(dict))
    ticks: dict[int, str] = field(default_factory=dict)
    at: str | None = None

    def add(self, event: Event) -> None:
        """Go on by one event."""
        before: dict[str, Any] = dict(event.before or {})
        after: dict[str, Any] = dict(event.after or {})
        self.at = event.at
        if event.action == "checkpoint_ticked":
            self.ticks[after["checkpoint"]] = event.actor
        elif event.action == "checkpoint_unticked":
            self.ticks.pop(after["checkpoint"], None)
        elif "evidence" in before:
            self.parts["evidence"].pop(before["evidence"]["id"], None)
        elif not self._add_part(after, event.at) and "text" in after and event.action != "claim_respelled":
            self.ticks.clear()
        self.fields.update((name, value) for name, value in after.items() if name in AT_FIRST)

    def _add_part(self, after: dict[str, Any], at: str) -> bool:
        for told, name in (("evidence", "evidence"), ("query", "queries"), ("correction", "corrections")):
            if told in after:
                self.parts[name][after[told]["id"]] = after[told]
                return True
        if archive := after.get("archive"):
            piece = self.parts["evidence"][archive["evidence_id"]]
            made = {name: value for name, value in archive.items() if name != "evidence_id"}
            piece["archives"] = [*piece.get("archives", ()), made]
            return True
        if stamp := after.get("timestamp"):
            self.parts["evidence"][stamp["evidence_id"]]["snapshot"]["timestamped_at"] = stamp[
                "timestamped_at"
            ]
            return True
        seen = after.get("snapshot") or after.get("seen")
        if seen is None:
            return False
        piece = self.parts["evidence"][seen["evidence_id"]]
        taken = {"sha256": seen["sha256"], "taken_at": at} if "snapshot" in after else piece["snapshot"]
        kept = {**taken, "state": seen.get("state", "unchanged")}
        self.parts["evidence"][piece["id"]] = {**piece, "snapshot": kept, "quote_found": seen["quote_found"]}
        return True
