#!/usr/bin/env bash
# Measures the built site with many made-up records, from inputs to paints. Alone: make bench-paint; else bench.sh calls it.
# paint.sh TOOLS
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/common.sh

scripts/check.sh node
use_tools "$1"

say "Making up records…"
cargo build --quiet ${CI:+--locked} --profile tools --package atlas-bench --bin atlas-bench
page=target/bench/peer
sites=target/bench/sites
rm -rf "$page" "$sites"
mkdir -p "$page" "$sites"
for n in 1000 10000 100000; do
  cp -R dist "$sites/$n"
  # The peer has the records of the last site, which are the most.
  "${CARGO_TARGET_DIR:-target}/tools/atlas-bench" "$sites/$n" "$n" "$page/peer.json"
done

scripts/packages.sh tests/bench
cd tests/bench
npx --no-install esbuild paint/peer.js --bundle --format=esm --target=es2022 --loader:.png=dataurl \
  --outfile="../../$page/peer.js" --log-level=warning
cp paint/peer.html "../../$page/"
node paint.mjs "../../$page" "../../$sites"
