#!/usr/bin/env bash
# Says in one sentence what is missing before minutes are spent: check.sh rust | node | port N
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/common.sh

case $1 in
  rust)
    command -v cargo >/dev/null || fail "Rust is missing: install it from https://rustup.rs and run this again."
    minor=$(rustc --version | sed -n 's/^rustc 1\.\([0-9]*\).*/\1/p')
    [ "${minor:-0}" -ge 90 ] || fail "Rust 1.90 or newer is needed ($(rustc --version) found): run 'rustup update'."
    ;;
  node)
    node_is_recent || fail "Node.js 20 or newer, with npm, is needed for this: install it from https://nodejs.org."
    ;;
  port)
    # Connecting succeeds only where something listens already.
    if (exec 3<>"/dev/tcp/127.0.0.1/$2") 2>/dev/null; then
      fail "port $2 is taken. Stop what uses it, or choose another: make serve PORT=$(($2 + 1))"
    fi
    ;;
esac
