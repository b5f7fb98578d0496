"""The demo: the whole job on the seeded article, by two people, in a fresh database."""

from __future__ import annotations

import shutil
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli import output
from factcheck.errors import BadInput, FactcheckError

if TYPE_CHECKING:
    from factcheck.domain.actors import Actor
    from factcheck.domain.models import Claim
    from factcheck.domain.refs import RefRange
    from factcheck.store.engine import Sessions

Place = Annotated[
    Path | None, typer.Argument(metavar="[FILE]", help="Where to make the database; else a temporary place.")
]


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command(rich_help_panel="Running it")(demo)


def demo(place: Place = None) -> None:
    """Do the whole job on an example: take in, check, approve, publish, export."""
    from factcheck.bundled import bundled
    from factcheck.services.databases import open_database

    if place is not None and place.exists():
        raise BadInput(f"{place} exists already; the demo makes a fresh database.", "Name a new file.")
    file = place or Path(tempfile.mkdtemp(prefix="factcheck-demo-")) / "factcheck.db"
    seeds = bundled("seeds")
    script = tomllib.loads((seeds / "demo.toml").read_text(encoding="utf-8"))
    sessions = open_database(str(file))
    try:
        _Walk(sessions, seeds, script).through()
    finally:
        sessions.close()
    output.put(f"\nThe database is {file}. Try next:")
    for command in (
        f"claims {script['slug']}",
        f"history {script['slug']}#6",
        f"export {script['slug']} --format claimreview",
        f"reopen {script['slug']}#6 --reason 'A newer figure is out' --as Mara",
    ):
        output.put(f"  {_program()} --database {file} {command}")


def _program() -> str:
    """What to type to run factcheck: its name if that is on the path, else where it is."""
    return "factcheck" if shutil.which("factcheck") else sys.argv[0]


class _Walk:
    """The demo's steps, each said before it is done."""

    def __init__(self, sessions: Sessions, seeds: Path, script: dict[str, Any]) -> None:
        from factcheck.domain.actors import Actor
        from factcheck.domain.refs import RefRange

        self.sessions, self.seeds, self.script = sessions, seeds, script
        self.slug: str = script["slug"]
        self.checker, self.editor = Actor(script["checker"]), Actor(script["editor"])
        self.all = RefRange(self.slug)

    def through(self) -> None:
        """Do all of them."""
        self.take_in()
        self.check()
        self.sign()
        self.publish()
        self.hand_out()

    def take_in(self) -> None:
        """Ingest the article and show who is quoted."""
        from factcheck.cli.tables import put_sources
        from factcheck.services.ingest import Submission, ingest_article
        from factcheck.services.reading import list_sources
        from factcheck.services.registering import load_registry

        load_registry(self.sessions, self.editor, (self.seeds / "sources.toml").read_text(encoding="utf-8"))
        data = (self.seeds / self.script["article"]).read_bytes()
        submission = Submission(data.decode(), data, origin=self.script["article"], slug=self.slug)
        done = ingest_article(self.sessions, self.checker, submission)
        _say(f"{self.checker.name} takes an article in: {done.article.claims} claims. Who says what in it:")
        put_sources(list_sources(self.sessions, self.slug))

    def check(self) -> None:
        """Mark and skip as the script says; what it doesn't name is left for the end."""
        from factcheck.domain.links import NewEvidence
        from factcheck.domain.vocabulary import AttributionCheck, SkipReason
        from factcheck.services.marking import mark_claims
        from factcheck.services.steps import skip_claims

        _say(f"{self.checker.name} checks, each verdict with the evidence that the policy asks for:")
        for one in self.script["checks"]:
            said = one.get("attribution")
            done = mark_claims(
                self.sessions,
                self.checker,
                [self.ref(one["words"])],
                one["verdict"],
                evidence=[NewEvidence(url, quote=one.get("quote")) for url in one.get("evidence", ())],
                attribution_check=AttributionCheck(said) if said else None,
                note=one.get("note"),
            )
            _show(done)
        for one in self.script["skips"]:
            _show(
                skip_claims(self.sessions, self.checker, [self.ref(one["words"])], SkipReason(one["reason"]))
            )

    def sign(self) -> None:
        """Show that the checker can't approve, and let the editor do it."""
        from factcheck.services.steps import approve_claims

        _say(f"{self.checker.name} would sign too, but nobody approves their own check:")
        self.refused(self.checker)
        _say(f"{self.editor.name} signs:")
        _show(approve_claims(self.sessions, self.editor, [self.all]))

    def refused(self, actor: Actor) -> None:
        """Approve as somebody who may not, and show what that says."""
        from factcheck.services.steps import approve_claims

        try:
            approve_claims(self.sessions, actor, [self.all])
        except FactcheckError as error:
            output.put(f"  refused: {error.message}")
        else:
            raise AssertionError("the demo's checker approved their own check")

    def publish(self) -> None:
        """Find the gate red, close what is open, publish."""
        from factcheck.services.marking import mark_claims
        from factcheck.services.publishing import check_gate, publish_article
        from factcheck.services.steps import approve_claims

        open_ones = check_gate(self.sessions, self.slug)
        _say(f"The gate is red: {len(open_ones)} claims are open. {self.checker.name} looks at those too:")
        note = "Searched, and found nothing independent that settles it."
        _show(mark_claims(self.sessions, self.checker, [self.all], "unproven", note=note))
        approve_claims(self.sessions, self.editor, [self.all])
        done = publish_article(self.sessions, self.editor, self.slug)
        _say(f"{self.editor.name} signs those too, and publishes: {len(done.claims)} claims.")

    def hand_out(self) -> None:
        """Seal and verify the ledger; write the verified list."""
        from factcheck.services.exporting import export_claims
        from factcheck.services.ledgers import seal_ledger, verify_ledger
        from factcheck.services.reading import Wanted

        seal = seal_ledger(self.sessions, self.editor)
        found = verify_ledger(self.sessions, head=seal.hash)
        _say(f"The ledger is unbroken: {found.events} events. Its checkpoint, to keep elsewhere:")
        output.put(f"  {seal.hash}")
        _say("The verified list:")
        pieces = export_claims(self.sessions, Wanted(article=self.slug), "markdown", verified=True)
        output.put(b"".join(pieces).decode().rstrip("\n"))

    def ref(self, words: str) -> RefRange:
        """The ref of the one claim with these words in it."""
        from factcheck.domain.refs import RefRange
        from factcheck.services.reading import Wanted, list_claims

        found = [
            claim.n for claim in list_claims(self.sessions, Wanted(article=self.slug)) if words in claim.text
        ]
        if len(found) != 1:
            raise BadInput(f"{len(found)} claims of the demo's article have the words “{words}”.")
        return RefRange(self.slug, found[0], found[0])


def _say(line: str) -> None:
    output.put(f"\n{line}")


def _show(claims: list[Claim]) -> None:
    from factcheck.cli.results import standing

    for claim in claims:
        output.put(f"  {claim.ref}  {standing(claim)}")
