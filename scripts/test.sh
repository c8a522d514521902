#!/usr/bin/env bash
# Everything that has to hold before a change is good, cheapest first. CI runs this in a fresh clone.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/common.sh

scripts/check.sh rust
scripts/check.sh node
started=$SECONDS
step() {
  say "" "== $1 ($((SECONDS - started)) s)"
  shift
  "$@"
}
make() { command "${MAKE:-make}" --no-print-directory "$@"; }

step "Format" make format
step "Tools" scripts/tools.sh > /dev/null
step "Lints, on the host and for WebAssembly" make lint
step "Tests of the core, the tools and the tidiness of the tree" make unit
step "Data set" make data CHECK=1
step "Release build" make build
step "The same again from what the compiler made" scripts/reproducible.sh again
step "Size of the first load" make size
step "HTML of every page" scripts/html.sh dist
step "Journeys" make journeys
say "" "Everything passed ($((SECONDS - started)) s)."
