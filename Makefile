# `make` sets everything up and builds the site; `make test` proves the project; `make help` lists the rest.
# Nothing is asked of the machine but Python 3.11 or later, git and make: all else goes into .venv.

BIN := .venv/bin
LOCK := .venv/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-strip-extras $(UPGRADE)
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input

.DEFAULT_GOAL := site
.PHONY: site install check test browser bench faults mutate edits garbled successor wheel lock clean distclean help

site: install ## set up, compile the convention and build its site (what `make` alone does)
	$(BIN)/clausier build --site
	@printf '\n%s\n%s\n%s\n\n%s\n%s\n%s\n' \
	  'Le site est prêt.' \
	  '  Pour le lire : ouvrir build/site/index.html dans un navigateur,' \
	  '  ou lancer .venv/bin/clausier serve, qui le reconstruit à chaque enregistrement.' \
	  'The site is ready.' \
	  '  To read it: open build/site/index.html in a browser,' \
	  '  or run .venv/bin/clausier serve, which rebuilds it at every save.'

install: .venv/installed ## set up .venv, with the command .venv/bin/clausier

check: install ## say what is wrong in the sources
	$(BIN)/clausier check

test: .venv/installed-dev browser ## format, lint, types, layers, sources, site, tests
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/clausier check
	$(BIN)/clausier build --site
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --cov

browser: ## find the browser that tests look at the site with, or install it
	@tools/browser.sh --install

bench: .venv/installed-dev ## how long commands take, as ratios
	@cd tests; missed=0; for bench in commands french pages collection draft large; do \
	  ../$(BIN)/python -m bench.$$bench || missed=1; done; exit $$missed

faults: .venv/installed-dev ## whether 200 builds killed at any moment each leave the former outputs or the new
	$(BIN)/python tests/store/kills.py every
	$(BIN)/python tests/store/kills.py events 100 1
	$(BIN)/python tests/store/kills.py clock 100 1

mutate: .venv/installed-dev ## how many seeded faults the tests notice
	cd tests; ../$(BIN)/python -m mutation.mutate

edits: .venv/installed-dev ## whether thousands of seeded edits are drafted as amendments that make them
	CLAUSIER_EDITS=1000 $(BIN)/python -m pytest -q tests/draft/test_random_edits.py

garbled: .venv/installed-dev ## whether thousands of garbled sources end in findings, or in outputs that hold
	CLAUSIER_GARBLED=10000 $(BIN)/python -m pytest -q --numprocesses auto tests/test_garbled.py

successor: .venv/installed-dev .venv/successor/installed ## whether the theme's successor shows the same words
	$(BIN)/python tests/successor.py .venv/successor/bin/zensical

wheel: install ## make the package, in dist/
	$(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist/clausier-*.whl

lock: .venv/lock/bin/uv ## choose anew the versions that requirements/*.txt pin and hash (UPGRADE=--upgrade: the newest)
	$(LOCK) --extra documents --extra export --extra pdf --extra site pyproject.toml requirements/build.in --output-file requirements/run.txt
	$(LOCK) requirements/dev.in --output-file requirements/dev.txt
	$(LOCK) requirements/successor.in --output-file requirements/successor.txt

clean: ## remove what was built, and caches
	rm -rf build dist .clausier-cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage .coverage.*
	find tools tests -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## remove .venv too
	rm -rf .venv

help: ## list these
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.venv/installed: requirements/run.txt pyproject.toml | $(BIN)/pip
	@echo 'Installation des dépendances · installing dependencies (requirements/run.txt)'
	$(PIP) install --require-hashes --requirement requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q tools/clausier
	@touch $@

.venv/installed-dev: requirements/dev.txt .venv/installed
	@echo 'Installation des outils de test · installing test tools (requirements/dev.txt)'
	$(PIP) install --require-hashes --requirement requirements/dev.txt
	@touch $@

.venv/successor/installed: requirements/successor.txt | $(BIN)/pip
	$(BIN)/python -m venv .venv/successor
	.venv/successor/bin/python -m pip --quiet --disable-pip-version-check --no-input install --require-hashes --requirement requirements/successor.txt
	@touch $@

# A name on the PATH may be the shim of a version that is not there, or lack venv: each is tried.
$(BIN)/pip:
	@for python in python3.13 python3.12 python3.11 python3; do \
	  if $$python -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	    echo ".venv : $$($$python --version)"; exec $$python -m venv .venv; fi; done; \
	printf '%s\n' \
	  'Il faut Python 3.11 ou plus récent, avec venv (Debian, Ubuntu : apt-get install python3 python3-venv).' \
	  'Python 3.11 or later is needed, with venv (Debian, Ubuntu: apt-get install python3 python3-venv).' >&2; exit 1

.venv/lock/bin/uv: | $(BIN)/pip
	$(BIN)/python -m venv .venv/lock
	.venv/lock/bin/python -m pip --quiet install uv
