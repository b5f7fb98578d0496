# Two commands matter: `make demo` does the main job, `make test` passes every test.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test check format lock bench compiled clean

demo: $(VENV)/run
	$(BIN)/factcheck demo

test: $(VENV)/dev
	.ci/browser
	.ci/checks
	$(BIN)/python -m coverage erase
	$(BIN)/python -m coverage run -m pytest -n 2 -m "not slow"
	$(BIN)/python -m pytest -n 2 -m slow
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report

# The quick loop: the language, the rules, and the scenarios through the services on SQLite; about a minute.
# What the command line, the web and the benches have of their own is left to `make test`.
check: $(VENV)/dev
	.ci/checks
	$(BIN)/python -m pytest -n 2 -q -m "not slow" --ignore=tests/web --ignore=tests/cli --ignore=tests/bench

format: $(VENV)/dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# GOLD=DIRECTORY sets the language engine beside its peers, which live apart: nothing else sees them.
bench: $(VENV)/dev $(VENV)/peers/installed compiled
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.desk
	$(BIN)/python -m tests.bench.ledger
	$(BIN)/python -m tests.bench.anchor
	$(BIN)/python -m tests.bench.gate
	$(VENV)/peers/bin/python -m tests.bench.speakers
	$(VENV)/peers/bin/python -m tests.bench.text $(GOLD)

# A wheel with the language engine as machine code, in dist/; by way of the sdist, so that none is left here.
compiled: $(VENV)/dev
	HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(BIN)/python -m build --no-isolation

# Made anew with uv; hashes for every platform, no index named.
lock: $(VENV)/dev
	$(INSTALL) uv
	$(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11 --upgrade \
	  --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" --quiet -o .ci/requirements.txt
	$(BIN)/uv pip compile pyproject.toml --group build --group test --universal --python-version 3.11 --upgrade \
	  --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" --quiet -o .ci/requirements-test.txt

$(VENV)/run: .ci/requirements.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) --require-hashes -r .ci/requirements.txt
	$(INSTALL) --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/dev: .ci/requirements-test.txt $(VENV)/run
	$(INSTALL) --require-hashes -r .ci/requirements-test.txt
	touch $@

$(VENV)/peers/installed: pyproject.toml $(VENV)/run
	$(PYTHON) -m venv $(VENV)/peers
	$(VENV)/peers/bin/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(VENV)/peers/bin/python -m pip install --quiet --disable-pip-version-check --group bench
	touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage* dist build
