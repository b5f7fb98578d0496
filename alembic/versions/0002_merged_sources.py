"""Let a source of the registry be merged into another, and be parted from it again."""

from __future__ import annotations

import sqlalchemy as sa

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    with op.batch_alter_table("sources") as sources:
        sources.add_column(sa.Column("merged_into", sa.Integer(), nullable=True))
        sources.create_foreign_key(op.f("fk_sources_merged_into_sources"), "sources", ["merged_into"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("sources") as sources:
        sources.drop_constraint(op.f("fk_sources_merged_into_sources"), type_="foreignkey")
        sources.drop_column("merged_into")
