"""The first schema: pages, where they were found, articles, readings, corrections, judgements, and the index of the texts."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "page",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("media_type", sa.Text),
        sa.Column("charset", sa.Text),
        sa.Column("recorded", sa.Date, nullable=False),
        sa.Column("problems", sa.Text, nullable=False),
    )
    op.create_table(
        "source",
        sa.Column("page", sa.String(64), sa.ForeignKey("page.sha256"), primary_key=True),
        sa.Column("source", sa.Text, primary_key=True),
        sa.Column("url", sa.Text),
        sa.Column("fetched", sa.Date),
    )
    op.create_table(
        "article",
        sa.Column("page", sa.String(64), sa.ForeignKey("page.sha256"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer, nullable=False, unique=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_article_id", "article", ["id"])
    op.create_table(
        "reading",
        sa.Column("page", sa.String(64), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("reader", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("published_start", sa.Date),
        sa.Column("published_end", sa.Date),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(["page", "position"], ["article.page", "article.position"]),
    )
    op.create_table(
        "correction",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "judgement",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    if op.get_bind().dialect.name == "postgresql":
        _postgresql()
    else:
        op.execute(
            "CREATE VIRTUAL TABLE words USING fts5(headline, text, tokenize='porter unicode61 remove_diacritics 2')"
        )


def downgrade() -> None:
    """Drops the tables with all that they hold."""
    for table in ("words", "judgement", "correction", "reading", "article", "source", "page"):
        op.drop_table(table)


def _postgresql() -> None:
    # An address may be longer than PostgreSQL's indexes take: the key of a source is made of its digest.
    op.drop_constraint("source_pkey", "source", type_="primary")
    op.execute("CREATE UNIQUE INDEX ix_source_key ON source (page, md5(source))")
    op.create_table(
        "words",
        sa.Column("number", sa.Integer, sa.ForeignKey("article.number"), primary_key=True, autoincrement=False),
        sa.Column("terms", postgresql.TSVECTOR),
        sa.Column("whole", sa.Boolean, nullable=False),
    )
    op.create_index("ix_words_terms", "words", ["terms"], postgresql_using="gin")
