"""Regions: where each article of a large ledger stands among the others. All of it is derived, and made when it is first needed."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Makes the tables, empty."""
    op.create_table(
        "state", sa.Column("name", sa.String(32), primary_key=True), sa.Column("value", sa.Text, nullable=False)
    )
    op.create_table(
        "place",
        sa.Column("code", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("article", sa.String(32), nullable=False, unique=True),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("parent", sa.BigInteger),
        sa.Column("alike", sa.Float),
        sa.Column("region", sa.BigInteger, nullable=False),
        sa.Column("story", sa.String(32)),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    for column in ("day", "parent", "region", "story"):
        op.create_index(f"ix_place_{column}", "place", [column])
    op.create_table(
        "look",
        sa.Column("word", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("day", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("code", sa.BigInteger, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "region",
        sa.Column("code", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("digest", sa.String(64)),
    )
    op.create_table(
        "mark",
        sa.Column("target", sa.Text, primary_key=True),
        sa.Column("code", sa.BigInteger, primary_key=True, autoincrement=False),
    )


def downgrade() -> None:
    """Drops the tables; nothing that was added is lost."""
    for table in ("mark", "region", "look", "place", "state"):
        op.drop_table(table)
