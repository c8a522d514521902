#!/usr/bin/env bash
# Builds the app with Trunk into target/site; `make` calls it when a source changed.
# build.sh TOOLS CONTACT
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/common.sh

tools=$(scripts/tools.sh)
export PATH="$(tr '\n' ':' <<< "$tools")$PATH"
ATLAS_WASM_BINDGEN=$(command -v wasm-bindgen)
ATLAS_PARTS=$PWD/target/parts
ATLAS_TOOLS=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
export ATLAS_WASM_BINDGEN ATLAS_PARTS ATLAS_TOOLS
PATH=$PWD/scripts/trunk-path:$PATH
unset ATLAS_CONTACT
if [ -n "${2:-}" ]; then export ATLAS_CONTACT=$2; fi

# Trunk itself stays offline, so that it never downloads a tool; cargo may fetch the crates first.
cargo fetch --quiet ${CI:+--locked}
# Panic messages name a place in the sources, not the machine that compiled them; a path with a blank cannot be given.
sources=${CARGO_HOME:-$HOME/.cargo}/registry/src
remap="--remap-path-prefix=/rustc/$(rustc -vV | sed -n 's/^commit-hash: //p')/library/= --remap-path-prefix=$PWD/="
for registry in "$sources"/*/; do remap+=" --remap-path-prefix=$registry="; done
case $remap in
  *=/*[[:blank:]][!-]*) ;;
  *) export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$remap ;;
esac
say "Building the app for release (about 3 minutes the first time, 1 after a change)…"
mode=(--release)
if ! node_is_recent; then
  say "Node.js 20 or newer was not found: building without wasm-opt and esbuild, which makes the download a third larger."
  # Trunk optimises only in its own release mode; Cargo's release profile is wanted all the same.
  mode=(--release false --cargo-profile release)
fi
trunk build "${mode[@]}" >&2
# Trunk gives the names in JavaScript in an order of chance, so that no two builds are the same.
if node_is_recent; then
  esbuild --minify --format=esm --log-level=error target/wasm-bindgen/release/atlas.js --outfile=target/site/atlas.js --allow-overwrite
  esbuild --minify --format=esm --log-level=error public/boot.js --outfile=target/site/boot.js
fi

# Trunk knows the first file of the app alone; the parts that load later are made as small as it is.
for part in "$ATLAS_PARTS"/*.wasm; do
  if node_is_recent; then wasm-opt -Oz "${wasm_features[@]}" "$part" -o "$part"; fi
done
cp "$ATLAS_PARTS"/* target/site/
