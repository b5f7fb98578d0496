"""The gate: the rules an article must keep before it is published, evaluated purely."""

from __future__ import annotations
