# Gigafibre FSM. `make run` starts everything, `make test` checks everything; both install what they need.

# The system's own Python first: distributions compile it for speed, version managers mostly do not, and everything
# here then takes half as long again. `make setup PYTHONS=python3.13` chooses another.
PYTHONS := /usr/bin/python3 python3 python3.13 python3.12 python3.11 python3.14
BARE_PYTHON := $(shell for needed in ensurepip sys; do for p in $(PYTHONS); do \
  $$p -c "import $$needed, sys; sys.exit(sys.version_info < (3, 11))" 2>/dev/null && { echo $$p; exit; }; done; done)
PYTHON := .venv/bin/python
export PYTHONUNBUFFERED := 1

# `make bench NAME` and `make proof NAME`: the words after the goal are names.
ifneq ($(filter bench proof,$(firstword $(MAKECMDGOALS))),)
NAMES := $(wordlist 2,$(words $(MAKECMDGOALS)),$(MAKECMDGOALS))
$(eval $(NAMES):;@:)
endif

.PHONY: help setup run dev test lint fix bench proof lock clean $(NAMES)

help: ## what can be done here
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

setup: ## install everything into .venv and web/node_modules, build the front ends
	@test -n "$(BARE_PYTHON)" || { echo "Python 3.11 or newer is needed: python3 is missing or older."; exit 1; }
	@$(BARE_PYTHON) -m gigafibre.config.launch.install

run: setup ## start the platform: PORT (8000) and GIGAFIBRE_HOME (var/) choose which copy
	@exec $(PYTHON) -m gigafibre run

dev: ## the pages from their sources, with hot reload, beside `make run` (same PORT): http://localhost:5173
	@test -e web/node_modules/.installed || { echo "First make run in another terminal, until it is ready: its pages are shown here."; exit 1; }
	@exec $(PYTHON) -m gigafibre.config.launch.install npm run --silent dev

test: setup ## everything that must hold before a change lands
	@exec $(PYTHON) -m tests.everything

lint: setup ## formatting, linters, types and floors only
	@exec $(PYTHON) -m tests.everything --only lint

fix: setup ## let the tools repair what they can, and describe the API and the reference anew
	@$(PYTHON) -m ruff check --fix --quiet . ; $(PYTHON) -m ruff format .
	@$(PYTHON) -m gigafibre openapi
	@$(PYTHON) -m gigafibre reference
	@$(PYTHON) -m gigafibre.config.launch.install npm run api --silent
	@$(PYTHON) -m gigafibre.config.launch.install npm run format --silent

bench: setup ## measure every figure we promise, or one: make bench billing_run
	@exec $(PYTHON) -m bench $(NAMES)

proof: setup ## a long proof, resumable: make proof events
	@exec $(PYTHON) -m bench.proofs $(NAMES)

lock: setup ## pin the Python packages anew, with hashes and no index address
	@$(PYTHON) -m gigafibre.config.launch.lock

clean: ## remove what was built and cached; the state folder stays
	rm -rf .venv web/node_modules web/dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -not -path './web/*' -prune -exec rm -rf {} +
