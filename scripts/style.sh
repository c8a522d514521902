#!/usr/bin/env bash
# Joins style/**/*.css into one file, because each stylesheet is a request. Cascade layers fix the order;
# tokens.css comes first, since it declares them. Trunk calls this before it builds.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p target
{ find style -name tokens.css; find style -name '*.css' ! -name tokens.css | LC_ALL=C sort; } |
  while read -r sheet; do cat "$sheet"; echo; done > target/atlas.css
