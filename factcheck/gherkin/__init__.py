"""Steps for pytest-bdd that speak a desk's language, and drivers that answer them through each face."""

from __future__ import annotations
