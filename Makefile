# `make demo` and `make test` do all the set-up themselves; only Python 3.11+, make and git are needed.

PYTHON ?= python3
BIN := .venv/bin
DEMO := demo

.PHONY: setup demo test lint types imports unit coverage bench lock clean

setup: .venv/ready

.venv/ready: requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Dateline needs Python 3.11 or newer: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# The main job on the example pages: read, keep, ask. The fictional talks end in February 2026; the questions are asked as of mid-2026.
demo: setup
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(BIN)/dateline add examples/pages --ledger $(DEMO)/dateline.db
	$(BIN)/dateline add examples/pages --ledger $(DEMO)/dateline.db
	$(BIN)/dateline timeline --ledger $(DEMO)/dateline.db --limit 10
	$(BIN)/dateline commitments --ledger $(DEMO)/dateline.db --as-of 2026-06-30
	$(BIN)/dateline conflicts --ledger $(DEMO)/dateline.db
	$(BIN)/dateline dossier --ledger $(DEMO)/dateline.db --as-of 2026-06-30 --out $(DEMO)/dossier.html

test: setup lint types imports coverage

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types:
	$(BIN)/mypy

imports:
	$(BIN)/lint-imports

unit: setup
	$(BIN)/pytest -q

# The pure layers are covered to 95 % of their branches.
coverage:
	$(BIN)/pytest -q --cov --cov-report=term:skip-covered
	$(BIN)/coverage report --include='src/dateline/model/*,src/dateline/pages/*,src/dateline/reading/*,src/dateline/linking/*,src/dateline/views/*,src/dateline/codec.py' --fail-under=95 --format=total

bench: setup
	for each in benchmarks/*.py; do $(BIN)/python $$each || exit 1; done

# Pins every package by hash, without the address it came from.
lock: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade -o requirements/run.txt
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade -c requirements/run.txt -o requirements/dev.txt

clean:
	rm -rf .venv $(DEMO) build dist
