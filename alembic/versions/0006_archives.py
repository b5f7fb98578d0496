"""Let a snapshot be timestamped, and a page be kept by archivers."""

from __future__ import annotations

import sqlalchemy as sa

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("snapshots", sa.Column("timestamp", sa.LargeBinary(), nullable=True))
    op.add_column("snapshots", sa.Column("timestamped_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "archives",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.Column("archiver", sa.String(length=40), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["evidence.id"], name=op.f("fk_archives_evidence_id_evidence")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_archives")),
    )
    op.create_index("ix_archives_evidence_id", "archives", ["evidence_id"])


def downgrade() -> None:
    op.drop_table("archives")
    op.drop_column("snapshots", "timestamped_at")
    op.drop_column("snapshots", "timestamp")
