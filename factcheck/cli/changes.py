"""What people see of a rewritten article: each sentence with what went out of it and what came in."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from factcheck.cli.tables import console, words
from factcheck.domain.display import printable
from factcheck.domain.models import SentenceChange

_WORDS = re.compile(r"\w+(?:[.,]\d+)*|\s+|[^\w\s]")
_STYLE = {
    "moved": "dim", "reworded": "yellow", "returned": "green",
    "new": "green", "orphaned": "red", "kept": "magenta",
}  # fmt: skip


def put_changes(changes: Sequence[SentenceChange]) -> None:
    """Show each sentence that changed; `[-out-]` and `{+in+}` by colour and by mark."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 1, 0))
    table.add_column("Ref", no_wrap=True, style="bold")
    table.add_column("What", no_wrap=True)
    table.add_column("Sentence", ratio=1, min_width=30, overflow="fold")
    checks = [_check(change) for change in changes]
    if any(checks):
        table.add_column("Check", max_width=24)
    for change, check in zip(changes, checks, strict=True):
        what = words("respelled" if change.change == "kept" and not change.recheck else change.change)
        what.stylize(_STYLE[change.change])
        table.add_row(change.ref, what, difference(change), *([check] if any(checks) else []))
    console().print(table)


def difference(change: SentenceChange) -> Text:
    """The sentence with the words that went out and came in."""
    if change.before is None or change.after is None or change.before == change.after:
        return words(change.after or change.before or "")
    old, new = (_WORDS.findall(" ".join(text.split())) for text in (change.before, change.after))
    shown = Text()
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        out, come = printable("".join(old[a:b])), printable("".join(new[c:d]))
        if kind == "equal":
            shown.append(out)
            continue
        if out:
            shown.append(f"[-{out}-]", "red strike")
        if come:
            shown.append(f"{{+{come}+}}", "green underline")
    return shown


def _check(change: SentenceChange) -> Text:
    """What became of the check, where anything did."""
    if change.recheck:
        return words(f"look again: {change.recheck}", "magenta")
    if change.status is None or change.status_before is None:
        return Text()
    if change.status is change.status_before:
        return words(_standing(change.status, change.verdict), "dim")
    before = _standing(change.status_before, change.verdict_before)
    return words(f"{before} → {_standing(change.status, change.verdict)}")


def _standing(status: str, verdict: str | None) -> str:
    return f"{status}{f': {verdict}' if verdict else ''}".replace("_", " ")
