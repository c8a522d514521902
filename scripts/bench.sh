#!/usr/bin/env bash
# Measures the core in a browser, in turns with libraries from npm, and writes the README's chapter on it.
# The built site is weighed by Lighthouse. bench.sh TOOLS
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/common.sh

scripts/check.sh node
tools=$(scripts/tools.sh)
PATH="$(tr '\n' ':' <<< "$tools")$PATH"
use_tools "$1"

# The app's own flags keep relocations for its parts, which this module does not have.
say "Building what is measured…"
RUSTFLAGS= CARGO_TARGET_DIR=target/bench/cargo \
  cargo build ${CI:+--locked} --release --target wasm32-unknown-unknown --package atlas-bench --lib
page=target/bench/page
rm -rf "$page"
mkdir -p "$page"
wasm-bindgen --target web --no-typescript --out-dir "$page" --out-name wasm \
  target/bench/cargo/wasm32-unknown-unknown/release/atlas_bench.wasm
wasm-opt -Os "${wasm_features[@]}" "$page/wasm_bg.wasm" -o "$page/wasm_bg.wasm"

scripts/packages.sh tests/bench
cd tests/bench
npx --no-install esbuild page.js --bundle --format=esm --target=es2022 --external:'./wasm.js*' \
  --outfile="../../$page/page.js" --log-level=warning
cp index.html "../../$page/"
node run.mjs "../../$page"
node lighthouse.mjs ../../dist "../../$page"
../../scripts/paint.sh "$ATLAS_TOOLS"
cp ../../target/bench/peer/paint.json "../../$page/"
node report.mjs "../../$page" ../../README.md ../../docs/bench.svg
