#!/usr/bin/env bash
# Builds the app with Trunk into target/site. Takes the CONTACT setting; `make` calls it when a source changed.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/common.sh

tools=$(scripts/tools.sh)
export PATH="$(tr '\n' ':' <<< "$tools")$PATH"
ATLAS_WASM_BINDGEN=$(command -v wasm-bindgen)
ATLAS_PARTS=$PWD/target/parts
export ATLAS_WASM_BINDGEN ATLAS_PARTS
PATH=$PWD/scripts/trunk-path:$PATH
unset ATLAS_CONTACT
if [ -n "${1:-}" ]; then export ATLAS_CONTACT=$1; fi

# Trunk itself stays offline, so that it never downloads a tool; cargo may fetch the crates first.
cargo fetch --quiet ${CI:+--locked}
say "Building the app for release (about 3 minutes the first time, 1 after a change)…"
mode=(--release)
if ! node_is_recent; then
  say "Node.js 20 or newer was not found: building without wasm-opt, which makes the download a third larger."
  # Trunk optimises only in its own release mode; Cargo's release profile is wanted all the same.
  mode=(--release false --cargo-profile release)
fi
# Its JavaScript minifier does not know the form of export that wasm-bindgen writes. The file stays as it is,
# which costs a kilobyte compressed; the warning would only make people wonder.
trunk build "${mode[@]}" 2>&1 | { grep -v 'Failed to minify JS: RequiredTokenNotFound(Identifier)' || true; } >&2

# Trunk knows the first file of the app alone; the parts that load later are made as small as it is.
features=(--enable-{bulk-memory,multivalue,mutable-globals,nontrapping-float-to-int,reference-types,sign-ext})
for part in "$ATLAS_PARTS"/*.wasm; do
  if node_is_recent; then wasm-opt -Oz "${features[@]}" "$part" -o "$part"; fi
done
cp "$ATLAS_PARTS"/* target/site/
