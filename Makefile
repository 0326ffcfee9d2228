# What a person and CI run. Set-up happens by itself, once, and again when the files it reads change.

PY := .venv/bin/python
ADDRESS ?= localhost:8000

# pip and pre-commit must never wait for an answer, nor tell of their own new versions.
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
export PRE_COMMIT_HOME := $(CURDIR)/.cache/pre-commit
# Material prints the end of its support (May 2027) on every build; README says it once.
export NO_MKDOCS_2_WARNING := 1
# MkDocs dates the site map; the commit's date makes two builds of one commit the same bytes.
COMMIT_TIME := $(shell git log -1 --format=%ct 2>/dev/null)
ifneq ($(COMMIT_TIME),)
export SOURCE_DATE_EPOCH ?= $(COMMIT_TIME)
endif
# Browsers and LibreOffice want a home for their settings; some CI systems give none.
ifeq ($(HOME),)
export HOME := $(CURDIR)/.cache/home
endif

.DEFAULT_GOAL := help
.PHONY: help siap setup site build offline test format pins bersih

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

site: .venv/.ready-to-build ## Set up, build and serve the site at http://localhost:8000/
	$(PY) -m mkdocs serve --dev-addr $(ADDRESS)

build: .venv/.ready-to-build ## Set up and build the site into site/
	$(PY) -m mkdocs build --strict

offline: build ## Build the site and unpack its copy for folders into site-offline/
	rm -rf site-offline
	$(PY) -m zipfile -e site/salinan-luring.zip site-offline

test: .venv/.ready-to-test ## Set up and run every check, as CI does
	$(PY) -m ruff format --check
	$(PY) -m ruff check
	$(PY) -m mypy
	.venv/bin/lint-imports --cache-dir .cache/import-linter
	@if git rev-parse --git-dir >/dev/null 2>&1; then \
		echo "pre-commit: file hygiene"; \
		SKIP=ruff-format,ruff-check,sop-periksa $(PY) -m pre_commit run --all-files; \
	fi
	@if [ -d .github ]; then tools/check-github.sh; fi
	.venv/bin/sop periksa
	$(PY) -m pytest

format: .venv/.ready-to-test ## Format the code and fix what can be fixed
	$(PY) -m ruff format
	$(PY) -m ruff check --fix
	$(PY) tools/rooms.py

siap: .venv/.ready-to-build ## Set up for building only, as authors need it

setup: .venv/.ready-to-test ## Set up for building and testing, without running anything

# Run with the oldest Python supported (PYTHON=...): some packages drop old patch releases.
pins: ## Renew constraints.txt with the newest versions
	rm -rf .cache/pins && "$$(tools/find-python.sh)" -m venv .cache/pins
	.cache/pins/bin/python -m pip install --quiet --editable '.[dev]'
	{ grep '^#' constraints.txt; .cache/pins/bin/python -m pip freeze --exclude-editable | LC_ALL=C sort -f; } \
		>.cache/constraints.txt
	mv .cache/constraints.txt constraints.txt

bersih: ## Remove everything that was built or installed here
	rm -rf site site-* .site* dist .cache .venv

SETUP_READS := pyproject.toml constraints.txt tools/install-system-packages.sh tools/find-python.sh

# A half-made environment has a Python but no pip.
MAKE_VENV := $(PY) -m pip --version >/dev/null 2>&1 || { rm -rf .venv && "$$(tools/find-python.sh)" -m venv .venv; }

# Building needs less than testing, so a newcomer sees the site without waiting for the test tools.
.venv/.ready-to-build: $(SETUP_READS)
	@tools/install-system-packages.sh build
	@$(MAKE_VENV)
	$(PY) -m pip install --quiet --constraint constraints.txt --editable .
	@touch $@

.venv/.ready-to-test: $(SETUP_READS)
	@tools/install-system-packages.sh test
	@$(MAKE_VENV)
	$(PY) -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch .venv/.ready-to-build $@
