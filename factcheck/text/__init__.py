"""Language: from the text of an article to its sentences and who said what. Pure, no I/O.

The engine is loaded when it is first asked for: a command that only lists claims never pays for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.text.values import Analysis

if TYPE_CHECKING:
    from factcheck.text.analysis_json import to_json
    from factcheck.text.reading import analyse

__all__ = ["Analysis", "analyse", "to_json"]


def __getattr__(name: str) -> object:
    """Load `analyse` or `to_json` (PEP 562)."""
    if name == "analyse":
        from factcheck.text.reading import analyse

        return analyse
    if name == "to_json":
        from factcheck.text.analysis_json import to_json

        return to_json
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
