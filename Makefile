# Command Center. `make help` lists the targets.
SHELL := /bin/bash
LIBRARIES := libncursesw5-dev libsqlite3-dev zlib1g-dev pkg-config
CLIENTS := .build/clients
PICTURES := .build/pictures

.DEFAULT_GOAL := help
.PHONY: help setup run demo build test test-clients simulate lint format snapshots screenshots clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install the Debian packages that are missing
	@command -v swift >/dev/null || { \
	  echo "There is no Swift toolchain: install Swift 6.2 or later (https://www.swift.org/install), then run make again." >&2; \
	  exit 1; }
	@pkg-config --exists ncursesw sqlite3 zlib 2>/dev/null || scripts/install-packages $(LIBRARIES)

run: setup ## build and open the demo: a simulated org with a colleague at work
	swift build -c release --product command-center
	@.build/release/command-center demo

build: setup ## build the release programs
	swift build -c release --product command-center
	swift build -c release --product org-simulator

test: setup ## run every test
	@command -v tmux >/dev/null || scripts/install-packages tmux
	swift build --build-tests
	swift test --skip-build --skip SyncSimulationTests
	@# By itself: it keeps all cores busy, and the tests of whole programs wait for answers.
	swift test --skip-build --filter SyncSimulationTests
	@$(MAKE) --no-print-directory test-clients

test-clients: setup $(CLIENTS)/installed ## run the tests of Salesforce clients and the browser
	@command -v chromium >/dev/null && command -v chromedriver >/dev/null || scripts/install-packages chromium chromium-driver
	swift build --build-tests
	$(CLIENTS)/bin/pytest Tests/ForeignClients

# A virtual environment with exactly what is listed, made anew when the list changes.
$(CLIENTS)/installed: Tests/ForeignClients/requirements.txt
	@python3 -c 'import ensurepip, venv' 2>/dev/null || scripts/install-packages python3 python3-venv
	python3 -m venv --clear $(CLIENTS)
	$(CLIENTS)/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

SEEDS := 10000
FROM := 1
simulate: setup ## run SEEDS=10000 histories of the sync, the first of seed FROM=1, and check the invariants after each
	swift build -c release --product sync-simulation
	@.build/release/sync-simulation --seeds $(SEEDS) --from $(FROM)

lint: ## check the format of the code
	swift format lint --strict --parallel --recursive Package.swift Sources Tests

format: ## format the code
	swift format --in-place --parallel --recursive Package.swift Sources Tests

snapshots: setup ## rewrite the text snapshots of the screens; read the difference
	SNAPSHOTS=record swift test --filter InterfaceTests

screenshots: setup ## make the pictures of the README anew, from the demo
	@command -v tmux >/dev/null || scripts/install-packages tmux
	@infocmp xterm-direct >/dev/null 2>&1 || scripts/install-packages ncurses-term
	@python3 -c 'import ensurepip, venv' 2>/dev/null || scripts/install-packages python3 python3-venv
	python3 -m venv $(PICTURES)
	$(PICTURES)/bin/pip install --quiet --disable-pip-version-check --requirement scripts/screenshots-requirements.txt
	swift build -c release --product command-center
	$(PICTURES)/bin/python scripts/screenshots.py .build/release/command-center docs/pictures

clean: ## remove what was built
	rm -rf .build
