"""What people see of a reading: the layout, the sentences, who says what."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from factcheck.cli.tables import console, words
from factcheck.domain.drafting import draft_claims
from factcheck.text.values import Analysis


def put_analysis(analysis: Analysis) -> None:
    """Show a reading: what is around the text, then each sentence with its speakers and checkpoints."""
    out = console()
    for name in ("headline", "byline", "dateline"):
        span = getattr(analysis, name)
        if span:
            out.print(words(f"{name}: {analysis.text[span[0] : span[1]]}", "dim"))
    if analysis.date:
        start, end = analysis.date.span
        out.print(words(f"date: {analysis.text[start:end]} ({analysis.date.value or 'unreadable'})", "dim"))
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 1, 0))
    table.add_column("#", justify="right", no_wrap=True, style="bold")
    table.add_column("Kind", no_wrap=True)
    table.add_column("Sentence, and who says it", ratio=1, overflow="fold")
    for draft in draft_claims(analysis):
        said = [
            f"{one.source or one.source_text or '?'}{f' via {one.outlet}' if one.outlet else ''}"
            f" ({'continued' if one.continued else one.cue or one.mode})"
            for one in draft.attributions
        ]
        lines = [words(draft.text), *(words(f"— {one}", "italic") for one in said)]
        table.add_row(str(draft.n), f"{draft.kind}\n{draft.checkworthiness:.2f}", Text("\n").join(lines))
    out.print(table)
    out.print(words(f"{len(analysis.sentences)} sentences, language {analysis.language}", "dim"))
