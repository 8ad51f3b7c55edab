# Each target makes .venv itself when it is missing or older than pyproject.toml.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# Some tests wait for files, threads and processes: two processes a core keep the cores busy.
# They keep what they compile: else each of them, and each program that a test starts, compiles all of it anew.
# Modules are handed out in their order: the slowest have few tests, and would come last, one process alone with one.
TESTERS = $(shell $(PYTHON) -c 'import os; print(2 * (os.cpu_count() or 1))')

.PHONY: run test check evaluate weights bench fuzz

run: $(STAMP)
	@$(BIN)/workbench run sources

test: $(STAMP)
	@PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -n $(TESTERS) --dist loadfile --no-loadscope-reorder

check: $(STAMP)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

evaluate: $(STAMP)
	@$(BIN)/python tests/evaluation/report.py

weights: $(STAMP)
	@$(BIN)/python -m tools.fitting

bench: $(STAMP)
	@$(BIN)/python -m benchmarks
	@$(BIN)/python -m benchmarks.desk
	@$(BIN)/python -m benchmarks.importing 1000 4000

fuzz: $(STAMP)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check atheris || true
	@$(BIN)/python -m tools.fuzz

$(STAMP): pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(STAMP)
