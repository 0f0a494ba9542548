# Command Center. `make help` lists the targets.
SHELL := /bin/bash
LIBRARIES := libncursesw5-dev libsqlite3-dev zlib1g-dev pkg-config
CLIENTS := .build/clients
CRASHING := .build/crash
BENCH := .build/bench/peers
PICTURES := .build/pictures
# One configuration of all release builds, so that none makes another build anew. The runtime of Swift is in the programs.
RELEASE := swift build -c release --static-swift-stdlib
PRODUCTS := .build/release
PREFIX := /usr/local
DESTDIR :=
PROFILE := default
export DESTDIR

.DEFAULT_GOAL := help
.PHONY: help setup run demo build install uninstall install-service uninstall-service deb
.PHONY: test test-clients simulate crash-test soak bench bench-data fuzz lint format snapshots screenshots clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-17s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install the Debian packages that are missing
	@command -v swift >/dev/null || { \
	  echo "There is no Swift toolchain: install Swift 6.2 or later (https://www.swift.org/install), then run make again." >&2; \
	  exit 1; }
	@pkg-config --exists ncursesw sqlite3 zlib 2>/dev/null || scripts/install-packages $(LIBRARIES)

run: setup ## build and open the demo: a simulated org with a colleague at work
	$(RELEASE) --product command-center
	@$(PRODUCTS)/command-center demo

demo: ## open the demo again, in the program that is built
	@[ -x $(PRODUCTS)/command-center ] || { echo "It is not built yet: make run" >&2; exit 1; }
	@$(PRODUCTS)/command-center demo

build: setup ## build the release programs
	$(RELEASE) --product command-center
	$(RELEASE) --product org-simulator
	@scripts/licences $(PRODUCTS) >$(PRODUCTS)/copyright

# Root by sudo installs what its user has built: a build by root would leave files in .build that the user cannot replace.
install: ## install below PREFIX=/usr/local (DESTDIR= for packages)
	@scripts/install-files --check "$(PREFIX)"
	@if [ -z "$$SUDO_USER" ]; then $(MAKE) --no-print-directory build; \
	elif [ ! -s $(PRODUCTS)/copyright ] || \
	  [ -n "$$(find Package.swift Sources -newer $(PRODUCTS)/copyright -print -quit)" ]; then \
	  echo "Build it as yourself first: make build" >&2; exit 1; \
	fi
	@scripts/install-files $(PRODUCTS) "$(PREFIX)"

uninstall: ## remove what was installed below PREFIX=/usr/local
	@scripts/uninstall-files "$(PREFIX)"

install-service: ## let systemd run the sync of PROFILE=default for this user
	@scripts/install-service "$(PREFIX)" "$(PROFILE)"

uninstall-service: ## end that
	@scripts/install-service "$(PREFIX)" "$(PROFILE)" --remove

deb: build ## build a Debian package, in .build
	@command -v dpkg-shlibdeps >/dev/null || scripts/install-packages dpkg-dev
	@scripts/make-deb $(PRODUCTS) .build

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

$(CLIENTS)/installed: Tests/ForeignClients/requirements.txt
$(CRASHING)/installed: scripts/crash/requirements.txt
$(BENCH)/installed: scripts/bench/requirements.txt

# A virtual environment with exactly what is listed, made anew when the list changes.
$(CLIENTS)/installed $(CRASHING)/installed $(BENCH)/installed:
	@python3 -c 'import ensurepip, venv' 2>/dev/null || scripts/install-packages python3 python3-venv
	python3 -m venv --clear $(@D)
	$(@D)/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

SEEDS := 10000
FROM := 1
simulate: setup ## run SEEDS=10000 histories of the sync, the first of seed FROM=1, and check the invariants after each
	$(RELEASE) --product sync-simulation
	@$(PRODUCTS)/sync-simulation --seeds $(SEEDS) --from $(FROM)

# SEED=1 takes the same moments and the same typing again.
KILLS := 100
crash-test: build $(CRASHING)/installed ## kill the release program KILLS=100 times while it works, and try it on stores that it cannot use
	$(CRASHING)/bin/python scripts/crash/store_faults.py $(PRODUCTS)
	$(CRASHING)/bin/python scripts/crash/crash_test.py $(PRODUCTS) --kills $(KILLS) $(if $(SEED),--seed $(SEED))

MINUTES := 60
soak: build $(CRASHING)/installed ## let the release program work for MINUTES=60 with faults, and see that it takes no more of the machine
	$(CRASHING)/bin/python scripts/soak/soak.py $(PRODUCTS) --minutes $(MINUTES) $(if $(SEED),--seed $(SEED))

TASKS := 100000
HOME_DIR := .build/bench/$(TASKS)
bench-data: setup ## leave a store with TASKS=100000 believable tasks in HOME_DIR, for COMMAND_CENTER_HOME
	$(RELEASE) --product bench-data
	@mkdir -p $(HOME_DIR)
	@$(PRODUCTS)/bench-data $(HOME_DIR) --tasks $(TASKS)

# LARGE=1 takes a store of a million tasks too; ONLY=screens,commands,network,wire,simulation some of it.
bench: build $(BENCH)/installed ## measure what a user feels, beside other programs and floors, as one table
	@scripts/install-packages calcurse taskwarrior curl
	$(RELEASE) --product bench-data
	$(RELEASE) --product sync-simulation
	$(BENCH)/bin/python scripts/bench/bench.py $(PRODUCTS) .build/bench $(if $(LARGE),--large) $(if $(ONLY),--only $(ONLY))

TARGET := text
SECONDS := 60
FOUND := Tests/FuzzTests/Corpus/$(TARGET)
fuzz: setup ## look for input that breaks TARGET=text (see Tests/FuzzTests) for SECONDS=60; what is found becomes a test
	FUZZING=1 swift build --scratch-path .build-fuzz --sanitize=fuzzer --product Fuzzer
	@mkdir -p .build-fuzz/corpus/$(TARGET)
	@# libFuzzer writes down what broke it, where Swift's own report of a crash does not come first.
	SWIFT_BACKTRACE=enable=no FUZZ_TARGET=$(TARGET) .build-fuzz/debug/Fuzzer -max_total_time=$(SECONDS) -timeout=10 -artifact_prefix=$(FOUND)/ \
	  .build-fuzz/corpus/$(TARGET) $(FOUND)

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
	$(RELEASE) --product command-center
	$(PICTURES)/bin/python scripts/screenshots.py $(PRODUCTS)/command-center docs/pictures

clean: ## remove what was built
	rm -rf .build .build-fuzz
