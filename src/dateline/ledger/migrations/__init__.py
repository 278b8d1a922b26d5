"""The steps that bring a ledger's schema up to date (Alembic)."""
