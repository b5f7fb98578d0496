"""Each rule of kind in a sentence, for people who ask why (`factcheck explain`)."""

from __future__ import annotations

from typing import Final

RULES: Final[dict[str, str]] = {
    "no-words": "It has no words of its own.",
    "credit": "It is a credit line, such as a photographer's.",
    "speech": "It is somebody's speech between quotation marks.",
    "heading": "It is a heading: short, and without a full stop.",
    "exclamation": "It is an exclamation.",
    "courtesy": "It is a greeting, a thank-you or the like.",
    "question-mark": "It ends in a question mark.",
    "forecast": "It says what will be, or what may be where somebody expects or warns.",
    "judgement": "It states a thought or a taste, or what ought to be.",
    "statement": "It states something, and no other rule holds.",
}
