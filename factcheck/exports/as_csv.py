"""CSV (RFC 4180), safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator

from factcheck.domain.display import printable
from factcheck.domain.models import Claim, iso
from factcheck.exports.context import Context, speakers

HEADER = (
    "ref", "article", "text", "sources", "kind", "status", "verdict", "attribution_check", "note",
    "checked_by", "approved_by", "evidence", "corrections", "updated_at",
)  # fmt: skip

# OWASP's list for CSV injection.
_FORMULA_STARTS = frozenset("=+-@\t\r\n")


def write_csv(claims: Iterable[Claim], _: Context) -> Iterator[bytes]:
    """Write a header and a row a claim; several sources, links or corrections are separated by ` | `."""
    yield _line(HEADER)
    for claim in claims:
        yield _line(row(claim))


def row(claim: Claim) -> tuple[str, ...]:
    """A claim as the header's cells."""
    return (
        claim.ref,
        claim.article,
        claim.text,
        " | ".join(speakers(claim)),
        claim.kind,
        claim.status,
        claim.verdict or "",
        claim.attribution_check or "",
        claim.note or "",
        claim.checked_by or "",
        claim.approved_by or "",
        " | ".join(f"{piece.url} ({piece.stance})" for piece in claim.evidence),
        " | ".join(correction.text for correction in claim.corrections),
        iso(claim.updated_at),
    )


def safe_cell(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe before what could begin one.

    Blanks and invisible marks before the sign don't hide it from every spreadsheet, so they don't hide
    it here; full-width and small forms of a sign count as the sign (NFKC).
    """
    begins = next(
        (char for char in cell if not (char == " " or unicodedata.category(char) in ("Cf", "Zs"))), ""
    )
    signs = {unicodedata.normalize("NFKC", char) for char in (cell[:1], begins)}
    return f"'{cell}" if signs & _FORMULA_STARTS else cell


def _line(cells: Iterable[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerow([printable(safe_cell(cell)) for cell in cells])
    return out.getvalue().encode()
