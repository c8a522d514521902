#!/usr/bin/env bash
# Installs what building needs and is missing, once for all clones of one person.
# Prints the folders of the tools, one a line, for PATH; everything it has to say goes to standard error.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/common.sh

quiet=${CI:+--quiet}
lock= partial=
trap 'rm -rf ${partial:+"$partial"} ${lock:+"$lock"}' EXIT

# ensure NAME VERSION TIME COMMAND…: runs the command with a folder to install into, unless that is done.
# Two clones wait for each other, and an interrupted installation is never taken for a whole one.
ensure() {
  local name=$1 version=$2 time=$3 home="$cache/$1-$2" owner
  shift 3
  [ -d "$home" ] && return
  mkdir -p "$cache"
  while ! mkdir "$home.lock" 2>/dev/null; do
    sleep 2
    owner=$(cat "$home.lock/pid" 2>/dev/null || true)
    # Whoever held the lock is gone: it was killed.
    if ! kill -0 "${owner:-none}" 2>/dev/null; then rm -rf "$home.lock"; fi
  done
  lock=$home.lock
  echo $$ > "$lock/pid"
  if [ ! -d "$home" ]; then
    partial=$home.partial
    rm -rf "$partial"
    say "Installing $name $version (once, about $time)…"
    "$@" "$partial" >&2 || fail "$name $version could not be installed; the lines above say why."
    mv "$partial" "$home"
  fi
  rm -rf "$lock"
  lock= partial=
}

# from_crate LEVEL ARGUMENTS… FOLDER: these tools run for seconds, so that compiling them takes longer than any
# optimisation gives back. At level 0 Trunk is there in half the time.
from_crate() {
  local level=$1 root=${!#} arguments=("${@:2:$#-2}")
  CARGO_TARGET_DIR="$root/build" CARGO_PROFILE_RELEASE_LTO=false CARGO_PROFILE_RELEASE_OPT_LEVEL=$level \
    cargo install $quiet "${arguments[@]}" --root "$root" && rm -rf "$root/build"
}

# from_npm PACKAGE VERSION COMMAND FOLDER
from_npm() {
  mkdir -p "$4/bin"
  npm install --silent --no-fund --no-audit --ignore-scripts --prefix "$4" "$1@$2" || return
  printf '#!/bin/sh\nexec node "${0%%/*}/../node_modules/%s/bin/%s" "$@"\n' "$1" "$3" > "$4/bin/$3"
  chmod +x "$4/bin/$3"
}

target=wasm32-unknown-unknown
if [ ! -d "$(rustc --print sysroot)/lib/rustlib/$target" ]; then
  command -v rustup >/dev/null ||
    fail "Rust's target $target is missing, and so is rustup, which adds it: see https://rustup.rs."
  say "Adding Rust's target $target (a few seconds)…"
  rustup target add "$target" >&2
fi

# Without its default features, which are TLS and a look for updates: it never goes online here.
ensure trunk "$trunk_version" "3 minutes on two cores" \
  from_crate 0 trunk --version "$trunk_version" --locked --no-default-features
# Without --locked: its lock file names a certificate bundle that some mirrors no longer carry.
ensure wasm-bindgen-cli "$wasm_bindgen_version" "2 minutes" \
  from_crate 1 wasm-bindgen-cli --version "$wasm_bindgen_version"
ensure wasm-split-cli "$wasm_split_version" "2 minutes" \
  from_crate 1 wasm_split_cli_support --version "$wasm_split_version" --locked --features build-binary
echo "$cache/trunk-$trunk_version/bin"
echo "$cache/wasm-split-cli-$wasm_split_version/bin"
echo "$cache/wasm-bindgen-cli-$wasm_bindgen_version/bin"

if node_is_recent; then
  ensure binaryen "$binaryen_version" "10 seconds" from_npm binaryen "$binaryen_version" wasm-opt
  ensure esbuild "$esbuild_version" "5 seconds" from_npm esbuild "$esbuild_version" esbuild
  echo "$cache/binaryen-$binaryen_version/bin"
  echo "$cache/esbuild-$esbuild_version/bin"
fi
