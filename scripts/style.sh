#!/usr/bin/env bash
# Joins style/**/*.css into one file, because each stylesheet is a request, and style/later/*.css, which only pages that
# come later need, into another. Cascade layers fix the order; tokens.css comes first, since it declares them. Trunk
# calls this before it builds.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p target
joined() { while read -r sheet; do cat "$sheet"; echo; done; }
{ find style -name tokens.css; find style -name '*.css' ! -name tokens.css ! -path 'style/later/*' | LC_ALL=C sort; } |
  joined > target/atlas.css
find style/later -name '*.css' | LC_ALL=C sort | joined > target/atlas-later.css
