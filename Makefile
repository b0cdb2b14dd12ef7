# Two commands do everything a newcomer needs: `make sandbox` runs it, `make test` passes the tests.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# One more than the processors it is meant for: while a browser or a process is waited for, another works.
WORKERS ?= 3

# What is imported is kept compiled, whatever this machine does otherwise: compiling takes longer than testing.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: sandbox test check requirements bench torture manifest lock clean

sandbox: $(VENV)/runtime
	$(BIN)/ilt-bot sandbox

test: $(VENV)/dev
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup

check: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/ilt-bot manifest --check
	$(BIN)/python -m tests.audit

requirements: $(VENV)/dev
	$(BIN)/python -m tests.traceability

bench: $(VENV)/dev
	$(BIN)/python -m tests.bench

torture: $(VENV)/dev
	$(BIN)/python -m tests.torture

manifest: $(VENV)/runtime
	$(BIN)/ilt-bot manifest > app.yaml

# Both environments are one folder; whatever the requirement files pin is what it holds.
$(VENV)/created:
	$(PYTHON) -m venv $(VENV)
	touch $@

# What is imported is compiled then; most of what is installed never is.
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check --no-compile

# Errors only: the second time, setuptools warns at length of folders that have the package's name, which is what they are for.
EDITABLE := $(INSTALL) --quiet --no-deps --no-build-isolation --editable

$(VENV)/runtime: $(VENV)/created requirements.txt pyproject.toml
	$(INSTALL) --require-hashes -r requirements.txt
	$(EDITABLE) .
	touch $@

# The second file pins what the first one does, and more.
$(VENV)/dev: $(VENV)/created requirements.txt requirements-dev.txt pyproject.toml
	$(INSTALL) --require-hashes -r requirements-dev.txt
	$(EDITABLE) .
	touch $(VENV)/runtime $@

LOCK := $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --all-build-deps --strip-extras --no-annotate \
	--no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links

lock: $(VENV)/created
	$(BIN)/pip install --quiet pip-tools
	$(LOCK) -o requirements.txt pyproject.toml
	$(LOCK) --extra dev -o requirements-dev.txt pyproject.toml

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
