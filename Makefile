# Everything a fresh machine with Python 3.11+ needs: `make start` for learners, `make test` for those who change the kit.
# All paths are relative, so a folder with spaces in its name is no trouble.

.DEFAULT_GOAL := help
SHELL := /bin/sh
ENV := .venv
BIN := $(ENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
INSTALL := $(PIP) install --quiet --quiet --constraint requirements.lock
OR_SAY_WHY := || { echo "Installing failed: check the connection to the internet and the free space, then try again." >&2; exit 1; }
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: help start test lint types unit chromium demo doctor package lock clean

help:  ## Show this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile

start: $(ENV)/ready  ## Open the lessons and assignments in JupyterLab (ARGS=--no-browser prints the address)
	@exec $(BIN)/python -m claimlab start $(ARGS)

test: lint types unit  ## Check everything: style, types, tests (gets Chromium if there is none)

lint: $(ENV)/tested
	@echo "Style ..."
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .

types: $(ENV)/tested
	@echo "Types ..."
	@$(BIN)/python -m mypy --strict --no-error-summary -p claimlab

unit: $(ENV)/tested chromium
	@echo "Tests (some minutes) ..."
	@$(BIN)/python -m pytest $(or $(ARGS),-n 2 --dist loadfile)

chromium: $(ENV)/tested
	@$(BIN)/python -m tests.chromium

demo: $(ENV)/ready  ## Run a simulated class through the whole of grading
	@exec $(BIN)/python -m claimlab demo $(or $(ARGS),--students 12)

doctor: $(ENV)/ready  ## Is everything the kit needs in place?
	@exec $(BIN)/python -m claimlab doctor $(ARGS)

package: $(ENV)/ready  ## Build what students install (dist/claimlab-*.whl): everything but solutions
	@$(PIP) wheel --quiet --quiet --no-deps --no-build-isolation --wheel-dir dist .
	@cp requirements.lock dist/
	@echo "In the folder dist, for every computer that students work on:"; ls dist

lock: $(ENV)/tested  ## Renew the exact versions in requirements.lock
	@$(PIP) install --quiet --quiet uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --all-extras --upgrade --no-header --no-annotate \
	  --no-emit-index-url --no-emit-find-links pyproject.toml --output-file requirements.lock

clean:  ## Remove the environment and what tools left behind; the workspace stays
	@rm -rf $(ENV) build dist scratch .pytest_cache .mypy_cache .ruff_cache .hypothesis

# An environment remembers the folder it was made in: scripts inside it stop working when the folder is moved or renamed.
$(ENV)/made: $(shell test -f $(ENV)/made && test "$$(cat $(ENV)/made)" != "$$(pwd)" && echo moved)
	@found=; bare=; \
	for python in $(PYTHON) python3 python3.13 python3.12 python3.11 python3.14 python; do \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  if "$$python" -c 'import ensurepip, venv' 2>/dev/null; then found=$$python; break; else bare=$$python; fi; \
	done; \
	if [ -z "$$found" ] && [ -n "$$bare" ]; then \
	  echo "$$bare cannot make environments: install its venv module (Debian and Ubuntu: apt install python3-venv), then try again." >&2; exit 1; \
	elif [ -z "$$found" ]; then \
	  echo "Python 3.11 or newer was not found: install it, or name it with make PYTHON=/path/to/python3 ..." >&2; exit 1; \
	fi; \
	echo "Making an environment in $(ENV) with $$("$$found" --version) ..."; \
	"$$found" -m venv $(ENV)
	@pwd > $@

.PHONY: moved
moved:
	@echo "The folder has moved: making its environment anew ..."
	@rm -rf $(ENV)

# hatchling and editables build the kit itself, from pinned versions.
$(ENV)/ready: $(ENV)/made pyproject.toml requirements.lock
	@echo "Installing the kit and what it needs (one to three minutes, only this once) ..."
	@$(INSTALL) hatchling editables $(OR_SAY_WHY)
	@$(INSTALL) --no-build-isolation --editable . $(OR_SAY_WHY)
	@touch $@

$(ENV)/tested: $(ENV)/ready
	@echo "Installing what the tests need ..."
	@$(INSTALL) --no-build-isolation --editable '.[test,dev]' $(OR_SAY_WHY)
	@touch $@
