"""Where the files are that factcheck ships beside its code: the migrations and the seeds.

In a checkout they stand at the repository's root; a wheel carries them inside the package.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def bundled(name: str) -> Path:
    """The folder `alembic` or `seeds`, wherever this installation has it."""
    inside = _PACKAGE / "bundled_files" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
