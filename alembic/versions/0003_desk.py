"""Let an article be revised, a desk have people and deadlines, and a seal a signature."""

from __future__ import annotations

import hashlib

import sqlalchemy as sa

from alembic import op
from factcheck.text.anchor import plain_sentence

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("articles", sa.Column("deadline", sa.DateTime(timezone=True), nullable=True))
    op.add_column("revisions", sa.Column("places", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("claims", sa.Column("orphaned", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("claims", sa.Column("recheck", sa.Text(), nullable=True))
    op.add_column("claims", sa.Column("same_as", sa.String(length=64), nullable=False, server_default=""))
    op.create_index("ix_claims_same_as", "claims", ["same_as"])
    op.add_column("seals", sa.Column("signature", sa.Text(), nullable=True))
    op.add_column("seals", sa.Column("signed_by", sa.Text(), nullable=True))
    with op.batch_alter_table("sources") as sources:
        sources.add_column(sa.Column("article_id", sa.Integer(), nullable=True))
        sources.create_foreign_key(op.f("fk_sources_article_id_articles"), "articles", ["article_id"], ["id"])
    op.create_table(
        "users",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("key", name=op.f("uq_users_key")),
    )
    op.create_table(
        "tokens",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("scope", sa.String(length=20), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_tokens_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tokens")),
        sa.UniqueConstraint("sha256", name=op.f("uq_tokens_sha256")),
    )
    op.create_index("ix_tokens_user_id", "tokens", ["user_id"])
    _fill()


def _fill() -> None:
    """Say of the claims that are there where they stand, and by which key their like are found."""
    connection = op.get_bind()
    claims = sa.table(
        "claims", *(sa.column(name) for name in ("id", "article_id", "n", "text", "start", "end", "same_as"))
    )
    revisions = sa.table("revisions", sa.column("article_id"), sa.column("places", sa.JSON()))
    places: dict[int, list[list[int]]] = {}
    for claim in connection.execute(sa.select(claims).order_by(claims.c.article_id, claims.c.start)).all():
        places.setdefault(claim.article_id, []).append([claim.n, claim.start, claim.end])
        key = hashlib.sha256(plain_sentence(claim.text).encode()).hexdigest()
        connection.execute(sa.update(claims).where(claims.c.id == claim.id).values(same_as=key))
    for article_id, found in places.items():
        connection.execute(
            sa.update(revisions).where(revisions.c.article_id == article_id).values(places=found)
        )


def downgrade() -> None:
    op.drop_table("tokens")
    op.drop_table("users")
    with op.batch_alter_table("sources") as sources:
        sources.drop_constraint(op.f("fk_sources_article_id_articles"), type_="foreignkey")
        sources.drop_column("article_id")
    op.drop_column("seals", "signed_by")
    op.drop_column("seals", "signature")
    op.drop_index("ix_claims_same_as", "claims")
    for name in ("same_as", "recheck", "orphaned"):
        op.drop_column("claims", name)
    op.drop_column("revisions", "places")
    op.drop_column("articles", "deadline")
