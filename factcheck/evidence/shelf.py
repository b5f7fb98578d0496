"""Where snapshots are kept: by the SHA-256 of their bytes, in a folder or in whatever fsspec can reach."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import Any, Protocol

from factcheck.errors import IntegrityFailure, NotFound, OutputFailed, UsageError
from factcheck.extras import extra


class Shelf(Protocol):
    """Keeps bytes under their hash."""

    def put(self, data: bytes) -> str:
        """Keep bytes; their SHA-256, by which they are found again."""
        ...

    def get(self, sha256: str) -> bytes:
        """The bytes of that hash. Raises NotFound, IntegrityFailure if they are others by now."""
        ...


def shelf_of(database: str) -> str:
    """Where a database's snapshots are: `FACTCHECK_SNAPSHOTS`, else the folder beside the file.

    Raises UsageError for a server's database without it.
    """
    named = os.environ.get("FACTCHECK_SNAPSHOTS")
    if not named and "://" in database and not database.startswith("sqlite:///"):
        raise UsageError(
            "A server's newsroom has to say where its snapshots are.",
            "Set FACTCHECK_SNAPSHOTS to a folder that all share, or to s3://bucket/folder.",
        )
    return named or f"{database.removeprefix('sqlite:///')}.snapshots"


def open_shelf(location: str) -> Shelf:
    """The shelf at a path, or (`s3://bucket/folder`) wherever fsspec reaches. Raises UsageError."""
    return _Remote(location) if "://" in location else _Folder(Path(location))


def _named(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}.warc.gz"


def _checked(data: bytes, sha256: str, where: str) -> bytes:
    if hashlib.sha256(data).hexdigest() != sha256:
        raise IntegrityFailure(
            f"The snapshot {where} was altered: its hash is another.", "Restore it from a backup."
        )
    return data


class _Folder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes) -> str:
        sha256 = hashlib.sha256(data).hexdigest()
        file = self._folder / _named(sha256)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            if not file.exists():
                self._write(file, data)
        except OSError as error:
            raise OutputFailed(
                f"No snapshot can be kept in {self._folder}: {error.strerror}.",
                "Make room, or set FACTCHECK_SNAPSHOTS.",
            ) from error
        return sha256

    @staticmethod
    def _write(file: Path, data: bytes) -> None:
        descriptor, draft = tempfile.mkstemp(dir=file.parent)
        try:
            with os.fdopen(descriptor, "wb") as opened:
                opened.write(data)
                opened.flush()
                os.fsync(opened.fileno())
            Path(draft).replace(file)
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise

    def get(self, sha256: str) -> bytes:
        file = self._folder / _named(sha256)
        try:
            return _checked(file.read_bytes(), sha256, str(file))
        except FileNotFoundError as error:
            raise NotFound(f"The snapshot {file} is missing.", "Restore it from a backup.") from error
        except OSError as error:
            raise NotFound(f"{file} can't be read: {error.strerror}.", "Check its permissions.") from error


class _Remote:
    def __init__(self, location: str) -> None:
        with extra("evidence", "A shelf elsewhere"):
            import fsspec
        try:
            self._system, self._root = fsspec.core.url_to_fs(location)
        except (ImportError, ValueError) as error:
            raise UsageError(
                f"“{location}” can't be reached: {error}.", "For s3://: pip install s3fs."
            ) from error

    def put(self, data: bytes) -> str:
        sha256 = hashlib.sha256(data).hexdigest()
        path = f"{self._root.rstrip('/')}/{_named(sha256)}"
        system: Any = self._system
        if not system.exists(path):
            system.makedirs(path.rpartition("/")[0], exist_ok=True)
            system.pipe_file(path, data)
        return sha256

    def get(self, sha256: str) -> bytes:
        path = f"{self._root.rstrip('/')}/{_named(sha256)}"
        try:
            return _checked(self._system.cat_file(path), sha256, path)
        except FileNotFoundError as error:
            raise NotFound(f"The snapshot {path} is missing.", "Restore it from a backup.") from error
