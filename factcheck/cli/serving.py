"""The server: the galley in the browser, and the API."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli import output
from factcheck.cli.invocation import invocation
from factcheck.extras import extra


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command(rich_help_panel="Running it")(serve)


def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="On which port; 0 for any.")] = 8765,
    origin: Annotated[
        str | None, typer.Option(metavar="URL", help="How browsers reach it: https://desk.paper.example.")
    ] = None,
) -> None:
    """Open the desk for browsers, and the API for programs. Without users only this machine is answered."""
    with extra("web", "The server"):
        from factcheck.web.serving import serve as run
        from factcheck.web.settings import Settings, provider_of_environment, read_origin

    call = invocation(context)
    settings = Settings(call.database, read_origin(origin), provider_of_environment())
    run(settings, host=host, port=port, say=output.tell)
