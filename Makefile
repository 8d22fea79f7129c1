# `make` lists every target; CI calls the same ones.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
BENCHMARKS := bench-whole bench-start bench-fetch bench-parse bench-load bench-query bench-overhead bench-reparse bench-growth bench-limits
.PHONY: help install run test test-long lint accuracy answers dictionary false-alarms hostile fuzz crash corrupt test-duckdb2 bench bench-quick $(BENCHMARKS) profile lock clean

help: ## list the targets
	@grep -E '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## /  \1\t/' | expand -t 16

$(VENV)/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "rostrum needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.lock
	@touch $@

install: $(VENV)/installed ## make .venv with .venv/bin/rostrum in it

run: install ## ingest the bundled sample site with the Prefect flow
	$(BIN)/rostrum ingest sample --prefect

# Tests and benchmarks start many processes: what they import is compiled once.
test test-long crash corrupt bench-quick $(BENCHMARKS): export PYTHONDONTWRITEBYTECODE =

test: $(VENV)/installed-dev ## run the tests
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

test-long: $(VENV)/installed-dev ## run the tests that repeat much at full length
	ROSTRUM_LONG_TESTS=1 $(BIN)/pytest -n 2 --dist loadfile -m long

lint: $(VENV)/installed-dev ## ruff, mypy and the import contract
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	MYPYPATH=src:benchmarks $(BIN)/mypy benchmarks
	$(BIN)/lint-imports

accuracy: $(VENV)/installed-dev ## precision, recall and F1 on all gold; writes the table into the README
	$(BIN)/python -m tests.accuracy --write

dictionary: $(VENV)/installed-dev ## write docs/dictionary.md from the comments under sql/
	$(BIN)/python -m tests.dictionary --write

answers: $(VENV)/installed-dev ## ask every ready question anew; look at what changed
	$(BIN)/python -m tests.answers

false-alarms: $(VENV)/installed-dev ## how many of 1,000 clean generated pages are quarantined
	$(BIN)/python -m tests.false_alarms

hostile: $(VENV)/installed-dev ## read every hostile page at full size, within limits
	$(BIN)/python -m tests.hostile

fuzz: $(VENV)/installed-dev ## read N=200000 spoilt pages: no crash, no hang, no wrong offset (SEED=1)
	$(BIN)/python -m tests.fuzz --count $(or $(N),200000) --seed $(or $(SEED),1)

crash: $(VENV)/installed-dev ## kill N=10000 runs anywhere: nothing lost, nothing twice (SEED=1)
	$(BIN)/python -m tests.crash --count $(or $(N),10000) --seed $(or $(SEED),1)

corrupt: $(VENV)/installed-dev ## damage N=500 files: each is healed, or named (SEED=1)
	$(BIN)/python -m tests.crash.corrupt --count $(or $(N),500) --seed $(or $(SEED),1)

test-duckdb2: $(VENV)/installed-dev ## run the warehouse's tests on DuckDB 2.0
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --upgrade --target $(VENV)/duckdb2 'duckdb>=2.0,<2.1'
	PYTHONPATH=$(VENV)/duckdb2 $(BIN)/pytest -n 2 tests/warehouse tests/test_verify.py tests/test_end_to_end.py tests/test_visits.py

bench: install ## all benchmarks, hours; each writes its section of benchmarks/RESULTS.md
	$(MAKE) --keep-going $(BENCHMARKS)

bench-quick: install ## our ratios at few pages, three minutes; fails when one is worse by a third (RECORD=1: record them)
	$(BIN)/python benchmarks/quick.py $(if $(RECORD),--record)

bench-whole: install ## pages to published rows beside Scrapy and dlt, and a second visit (N=10000)
	$(BIN)/python benchmarks/whole_run.py --pages $(or $(N),10000)

bench-start: install ## how long the command takes to start
	$(BIN)/python benchmarks/start.py

bench-fetch: install ## pages per second beside httpx, aiohttp and Scrapy (QUICK=1: a look)
	$(BIN)/python benchmarks/fetch.py $(if $(QUICK),--quick)

bench-parse: install ## bytes to records beside plain soup, lxml, selectolax, trafilatura (QUICK=1: a look)
	$(BIN)/python benchmarks/parse.py $(if $(QUICK),--quick)

bench-load: install ## load, models and verify at a million quotes beside bare DuckDB (QUICK=1: a look)
	$(BIN)/python benchmarks/load.py $(if $(QUICK),--quick)

bench-query: install ## search a million quotes beside LIKE and the fts extension (QUICK=1: a look)
	$(BIN)/python benchmarks/query.py $(if $(QUICK),--quick)

bench-overhead: install ## what Prefect adds to a run of 1,000 pages (QUICK=1: a look)
	$(BIN)/python benchmarks/overhead.py $(if $(QUICK),--quick)

bench-reparse: install ## the archive read again beside plain soup, on one core and two (N=10000 or N=10000,100000; QUICK=1: a look)
	$(BIN)/python benchmarks/reparse.py $(if $(N),--pages $(N)) $(if $(QUICK),--quick)

bench-growth: install ## time and memory of a page at N=1000,10000,100000 pages (QUICK=1: a look)
	$(BIN)/python benchmarks/growth.py $(if $(N),--pages $(N)) $(if $(QUICK),--quick)

bench-limits: install ## each stage beside what it cannot do without (N=2000; QUICK=1: a look)
	$(BIN)/python benchmarks/limits.py $(if $(N),--pages $(N)) $(if $(QUICK),--quick)

profile: $(VENV)/installed-dev ## where a run's time goes, by stage and function (N=500 pages)
	$(BIN)/python benchmarks/profile_run.py --pages $(or $(N),500)

lock: $(VENV)/installed-dev ## compile the two locks anew (UPGRADE=1 to move versions)
	$(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11.5 \
	  --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet $(if $(UPGRADE),--upgrade) -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra cluster --extra s3 --group build --group dev --universal --python-version 3.11.5 \
	  --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet -c requirements.lock $(if $(UPGRADE),--upgrade) -o requirements-dev.lock
	$(BIN)/uv pip compile benchmarks/requirements.in --universal --python-version 3.11.5 \
	  --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet -c requirements.lock $(if $(UPGRADE),--upgrade) -o benchmarks/requirements.lock

clean: ## remove the environment and the caches
	rm -rf $(VENV) benchmarks/.venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
