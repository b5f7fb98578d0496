"""The command line. Everything heavy is imported by the command that needs it, when it runs."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

from factcheck.errors import UsageError

_GLOBALS = ("--database", "--as")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `factcheck` and leave with its exit status."""
    sys.exit(run(list(sys.argv[1:] if arguments is None else arguments)))


def run(arguments: list[str]) -> int:
    """Run one command line; its exit status. Errors become a message, never a traceback."""
    from factcheck.cli import failures

    as_json = "--json" in arguments
    try:
        _prepare_streams()
        _check_letters(arguments)
        from factcheck.cli.app import command

        status = command()(_globals_first(arguments), standalone_mode=False, prog_name="factcheck")
        sys.stdout.flush()
        if status == failures.INTERRUPTED:  # Typer's own answer to Ctrl-C
            raise KeyboardInterrupt
        return status if isinstance(status, int) else 0
    except (BrokenPipeError, SystemExit) as error:
        # Typer answers a closed pipe by itself, with an exit out of the pipe's own error.
        gone = isinstance(error, BrokenPipeError) or isinstance(error.__context__, BrokenPipeError)
        return failures.close_pipe() if gone else failures.report(error, as_json=as_json)
    except BaseException as error:  # noqa: BLE001 - the last place before the user's eyes
        return failures.report(error, as_json=as_json)


def _prepare_streams() -> None:
    """Make do with a terminal that can't show a letter, or with none at all (`>&-`)."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - for the process's life
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - for the process's life
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _check_letters(arguments: list[str]) -> None:
    """Refuse words that are no text in the terminal's encoding; a file may be called what it likes."""
    for word in arguments:
        if any("\ud800" <= char <= "\udfff" for char in word) and not os.path.lexists(word):
            raise UsageError("A word of that command is not valid text.", "Type it in UTF-8.")


def _globals_first(arguments: list[str]) -> list[str]:
    """Let `--database` and `--as` stand anywhere: people say who they are at the end."""
    first: list[str] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for word in waiting:
        if word == "--":
            rest += [word, *waiting]
        elif word in _GLOBALS:
            value = next(waiting, None)
            if value is None:
                raise UsageError(f"{word} needs a value.", f"Write it after it: {word} VALUE.")
            first += [word, value]
        elif word.startswith(tuple(f"{name}=" for name in _GLOBALS)):
            first.append(word)
        else:
            rest.append(word)
    return first + rest
