"""The program single-file: the page as a browser shows it, pictures and all, in one HTML file."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from factcheck.errors import FetchFailed, UsageError
from factcheck.evidence.archivers.archiver import Archived
from factcheck.evidence.network import Network

_SECONDS, _MOST_BYTES = 120, 60_000_000


class SingleFile:
    """Runs single-file on a page, and keeps what it writes."""

    name = "single-file"
    does = "runs the program single-file, and keeps the page as a browser shows it, in one file"
    tells = "the page's server, and every server that the page itself calls"
    needs = "the program single-file (FACTCHECK_SINGLE_FILE says where), which needs a browser"

    def archive(self, url: str, network: Network) -> Archived:
        """Run the program. What it calls from within the page is out of our guard's reach."""
        network.check(url)
        named = os.environ.get("FACTCHECK_SINGLE_FILE", "single-file")
        program = shutil.which(named)
        if program is None:
            raise UsageError(
                f"There is no program “{named}” here.",
                "npm install -g single-file-cli, or set FACTCHECK_SINGLE_FILE.",
            )
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "page.html"
            said = _run([program, url, str(file)], folder)
            if not file.is_file() or file.stat().st_size == 0:
                raise FetchFailed(f"single-file wrote nothing. {said}".strip(), "Run it by hand to see why.")
            if file.stat().st_size > _MOST_BYTES:
                raise FetchFailed("single-file wrote more than 60 MB.", "Attach a smaller page.")
            return Archived(body=file.read_bytes(), media_type="text/html")


def _run(command: list[str], folder: str) -> str:
    """Run a program in a folder of its own, with all it starts stopped when the time is over."""
    with (Path(folder) / "said").open("w+b") as said:
        try:
            running = subprocess.Popen(  # noqa: S603 - the program is the user's own choice; no shell reads the link
                command,
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
        except OSError as error:
            raise UsageError(f"{command[0]} can't be run: {error.strerror}.", "Check it.") from error
        try:
            status = running.wait(_SECONDS)
        except subprocess.TimeoutExpired as error:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()
            raise FetchFailed(
                f"single-file took more than {_SECONDS} seconds.", "Try again later."
            ) from error
        said.seek(0)
        words = said.read(4000).decode("utf-8", "replace").strip().splitlines()
    last = words[-1][:200] if words else "it says nothing"
    if status:
        raise FetchFailed(f"single-file failed ({status}): {last}.", "Run it by hand to see why.")
    return last
