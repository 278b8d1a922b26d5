"""Since when each article of a large ledger was known, and the id of the story that it may begin. Derived: made when it is next needed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Makes the table of places anew, empty."""
    _forget()
    op.create_table(
        "place",
        *_columns(),
        sa.Column("named", sa.String(32), nullable=False),
        sa.Column("known", sa.Integer, nullable=False),
    )
    op.create_index("ix_place_day", "place", ["day", "known"])
    for column in ("named", "known", "parent", "region", "story"):
        op.create_index(f"ix_place_{column}", "place", [column])


def downgrade() -> None:
    """Makes the table as it was, empty."""
    _forget()
    op.create_table("place", *_columns())
    for column in ("day", "parent", "region", "story"):
        op.create_index(f"ix_place_{column}", "place", [column])


def _forget() -> None:
    op.drop_table("place")
    for table in ("look", "region", "mark"):
        op.execute(f"DELETE FROM {table}")  # noqa: S608 -- a name of ours
    op.execute("DELETE FROM state WHERE name IN ('basis', 'number', 'placed')")


def _columns() -> list[sa.Column[object]]:
    return [
        sa.Column("code", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("article", sa.String(32), nullable=False, unique=True),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("parent", sa.BigInteger),
        sa.Column("alike", sa.Float),
        sa.Column("region", sa.BigInteger, nullable=False),
        sa.Column("story", sa.String(32)),
        sa.Column("body", sa.LargeBinary, nullable=False),
    ]
