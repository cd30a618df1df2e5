# Everything a newcomer needs: `make demo` and `make test` set up whatever they use.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
HOST ?= 127.0.0.1
WORKERS ?= 2
export EDITORIAL_ENV ?= development

.PHONY: help demo run test soak check assets test-tools clean

help: ## what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

.make/run: requirements/run.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Editorial needs Python 3.11 or newer; set PYTHON=python3.11")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@mkdir -p .make && touch $@

.make/dev: requirements/dev.lock .make/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@touch $@

demo: .make/run ## a newsroom with sample people and dispatches
	@$(BIN)/editorial serve --demo --host $(HOST) --port $(PORT)

run: .make/run ## the same newsroom, empty
	@$(BIN)/editorial serve --host $(HOST) --port $(PORT)

test-tools: ## PostgreSQL, Chromium, nginx, Caddy and rsync, which the tests need
	@tests/install_tools

test: .make/dev test-tools ## every test, heavy counts at a tenth
	$(BIN)/python -m pytest -q -n $(WORKERS) --dist worksteal

soak: .make/dev test-tools ## the heavy counts in full
	SOAK=full $(BIN)/python -m pytest -q -s -m soak
	SOAK=full $(BIN)/python -m pytest -q tests/pure

assets: ## the editor's bundle, from frontend/ (needs Node)
	@frontend/make build

check: .make/dev ## ruff, mypy, djlint, migrations match models, the bundle its sources
	@frontend/make check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/djlint --check --lint templates themes
	$(BIN)/editorial migrations check

clean: ## remove what was installed and cached; instance/ stays
	rm -rf .venv .make .mypy_cache .ruff_cache .pytest_cache frontend/node_modules
