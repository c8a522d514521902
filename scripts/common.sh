# Sourced by the other scripts: where the tools live, which versions, and how to speak.
# Works with the bash 3.2 of macOS.

trunk_version=0.21.14
binaryen_version=132.0.0
esbuild_version=0.28.2
# Its other half is the wasm_split_helpers that Leptos brings.
wasm_split_version=0.2.4
wasm_bindgen_version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' Cargo.lock)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/ots-partnership-atlas

# What the browsers of the last years know, and rustc uses.
wasm_features=(--enable-{bulk-memory,multivalue,mutable-globals,nontrapping-float-to-int,reference-types,sign-ext})

say() { printf '%s\n' "$*" >&2; }
fail() { printf 'Stopped: %s\n' "$*" >&2; exit 1; }

# use_tools TOOLS: what the scripts in Node call, the atlas's own tools and a browser.
use_tools() {
  ATLAS_TOOLS=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
  CHROME=$(scripts/chromium.sh)
  export ATLAS_TOOLS CHROME
}

node_is_recent() {
  command -v node >/dev/null && command -v npm >/dev/null &&
    node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)'
}
