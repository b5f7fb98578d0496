"""The steps, by noun. A step's wording is public: newsrooms write features with it."""

from __future__ import annotations

ALL = tuple(
    f"factcheck.gherkin.steps.{noun}"
    for noun in (
        "article", "attribution", "claim", "correction", "evidence", "export",
        "house_rule", "ledger", "page", "people", "publication", "queue", "revision",
    )
)  # fmt: skip
