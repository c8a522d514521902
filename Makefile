# The tool chain of the OTS Partnership Atlas. A newcomer needs two commands: make serve, make test.
# The steps are in scripts/; the Rust companions they call are in crates/tools.

SHELL := bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

# Settings, given on the command line: make serve PORT=9000 CONTACT=atlas@example.org
PORT ?= 8080
CONTACT ?=
BASE ?= /
SITE_URL ?=
OFFLINE ?=

CARGO_TARGET := $(or $(CARGO_TARGET_DIR),target)
TOOLS := $(CARGO_TARGET)/tools/atlas-tools
# What CI builds is what is committed: a stale Cargo.lock fails there instead of being updated.
LOCKED := $(if $(CI),--locked)

APP_SOURCES := $(shell find src crates/core/src crates/index/src style generators -type d -o -type f 2>/dev/null | grep -v node_modules) \
	Cargo.toml Cargo.lock crates/core/Cargo.toml crates/core/build.rs crates/index/Cargo.toml public/locale/en.json .cargo/config.toml index.html public/boot.js Trunk.toml scripts/build.sh scripts/style.sh
TOOLS_SOURCES := $(shell find crates/tools/src crates/core/src crates/index/src src -type d -o -type f) \
	Cargo.toml Cargo.lock crates/core/Cargo.toml crates/core/build.rs crates/index/Cargo.toml crates/tools/Cargo.toml public/locale/en.json
PUBLIC := $(shell find public -type d -o -type f)

.PHONY: help serve build pages test data size links bench bench-paint clean check format lint unit journeys reproducible FORCE

help: ## this list
	@echo 'make serve    build for release and serve on http://127.0.0.1:8080 (PORT=, CONTACT=)'
	@echo 'make test     everything that CI checks: format, lints, tests, data, size, journeys in a browser'
	@echo 'make build    static files in dist/, for any static host and any sub-path (BASE=, CONTACT=, OFFLINE=yes)'
	@echo 'make pages    write the pages in dist/ anew in seconds, without building the app (SITE_URL=)'
	@echo 'make data     check the data set, write its JSON Schema, list corrections (CORRECTIONS=a file)'
	@echo 'make size     weigh the first load against its budget'
	@echo 'make journeys the browser tests alone (JOURNEYS="smoke --headed" is handed to Playwright)'
	@echo 'make bench    measure against other libraries, and write the README chapter on it (about 15 minutes)'
	@echo 'make bench-paint  of these only the times from inputs to paints, which are printed (5 minutes)'
	@echo 'make links    look up every source address online and report the dead ones'
	@echo 'make reproducible  build twice from nothing and compare every byte (15 minutes)'
	@echo 'make clean    remove dist/ and everything built (the shared tool cache stays)'
	@echo
	@echo 'PORT=8080     where make serve listens'
	@echo 'CONTACT=      an e-mail or https address: shows "report an error"'
	@echo 'BASE=/        the path of the site on its host; only 404.html needs it'
	@echo 'OFFLINE=yes   works without a connection after a first visit, and can be installed'
	@echo 'SITE_URL=     the web address of the site, https://atlas.example.org/: for search engines and social sites'

serve: check
	@scripts/check.sh port $(PORT)
	@$(MAKE) --no-print-directory dist/index.html
	@exec $(TOOLS) serve dist --port $(PORT)

build: check dist/index.html
	@echo 'dist/ is ready for any static host.'

# From the app as it was built last, whatever has changed in it since: words, data and pages alone.
pages: $(TOOLS)
	@test -f target/site/index.html || { echo 'Stopped: the app was not built yet; run make build first.' >&2; exit 1; }
	@scripts/assemble.sh $(TOOLS) dist '$(BASE)' '$(SITE_URL)' '$(OFFLINE)'

test:
	@scripts/test.sh

data: $(TOOLS)
	@$(TOOLS) data $(if $(CHECK),--check) $(if $(CORRECTIONS),--corrections $(CORRECTIONS))

size: dist/index.html
	@$(TOOLS) size dist

links:
	@scripts/check.sh node
	@node scripts/links.mjs public/data/partnerships.json

bench: check dist/index.html
	@scripts/bench.sh $(TOOLS)

bench-paint: check dist/index.html
	@scripts/paint.sh $(TOOLS)

journeys: check dist/index.html
	@scripts/journeys.sh $(TOOLS) $(JOURNEYS)

reproducible: check
	@scripts/reproducible.sh

check:
	@scripts/check.sh rust

format:
	cargo fmt --all --check

lint:
	cargo clippy $(LOCKED) --workspace --all-targets -- -D warnings
	cargo clippy $(LOCKED) -p atlas-core -p ots-partnership-atlas --lib --bins --target wasm32-unknown-unknown -- -D warnings

unit:
	cargo test $(LOCKED) --workspace

clean:
	rm -rf dist target

$(TOOLS): $(TOOLS_SOURCES)
	@echo 'Building the project’s own tools (about a minute the first time)…'
	@cargo build $(LOCKED) --profile tools --package atlas-tools
	@touch $@

# Rewritten only when it differs, so that the app is rebuilt when a setting changes and not otherwise.
target/make/settings: FORCE
	@mkdir -p $(@D)
	@scripts/settings.sh '$(CONTACT)' > $@.new
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@

target/make/base: FORCE
	@mkdir -p $(@D)
	@echo '$(BASE) $(SITE_URL) $(OFFLINE)' > $@.new
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@

# The app as Trunk leaves it: HTML, CSS, JavaScript and WebAssembly, without public/.
target/site/index.html: $(APP_SOURCES) scripts/trunk-path/wasm-bindgen scripts/common.sh target/make/settings $(TOOLS)
	@scripts/build.sh $(TOOLS) '$(CONTACT)'

# What is deployed. A change below public/, the data set included, takes only this step.
dist/index.html: target/site/index.html $(PUBLIC) $(TOOLS) target/make/base scripts/assemble.sh
	@scripts/assemble.sh $(TOOLS) dist '$(BASE)' '$(SITE_URL)' '$(OFFLINE)'
