#!/usr/bin/env bash
# Prints the path of a Chromium or Chrome: $CHROME, one that is installed, or one from the package manager.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/common.sh

find_browser() {
  if [ -n "${CHROME:-}" ]; then
    command -v "$CHROME" || fail "CHROME names '$CHROME', which cannot be run."
    return
  fi
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable chrome \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    command -v "$name" && return
  done
  return 1
}

find_browser && exit
sudo=
[ "$(id -u)" = 0 ] || sudo="sudo -n"
if command -v apt-get >/dev/null && { [ -z "$sudo" ] || $sudo true 2>/dev/null; }; then
  say "Installing Chromium for the journeys with apt-get (about a minute)…"
  export DEBIAN_FRONTEND=noninteractive
  { $sudo apt-get update -qq && $sudo apt-get install -y -qq --no-install-recommends chromium; } >&2 || true
fi
find_browser || fail "the journeys need Chromium or Google Chrome: install one, or name it with CHROME=/path/to/it."
