"""What the README says of rights: a desk works without owning the tables, and can't unguard the ledger."""

from __future__ import annotations

import os

import pytest
from sqlalchemy import text

from factcheck.errors import FactcheckError
from factcheck.services.databases import open_database
from factcheck.services.doctor import examine_database
from tests import postgres
from tests.store.test_migrations import fill

RIGHTS = """
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO {role};
GRANT DELETE ON checkpoints, attributions, web_sessions, idempotency_keys TO {role};
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role};
"""


def test_a_desk_works_with_the_rights_of_the_readme(server_database: str) -> None:
    role = f"desk_{os.getpid()}"
    postgres.execute(server_database, f"CREATE ROLE {role} LOGIN; " + RIGHTS.format(role=role))
    try:
        opened = open_database(server_database.replace("//postgres@", f"//{role}@"))
        fill(opened)
        assert examine_database(opened) == []
        for statement in (
            "ALTER TABLE events DISABLE TRIGGER ALL",
            "DROP TRIGGER events_no_change ON events",
            "TRUNCATE events",
            "DELETE FROM events",
            "UPDATE events SET actor = 'Eve'",
        ):
            with pytest.raises(FactcheckError), opened.begin() as session:
                session.execute(text(statement))
        assert examine_database(opened) == []
        opened.close()
    finally:
        postgres.execute(server_database, f"DROP OWNED BY {role}; DROP ROLE {role}")
