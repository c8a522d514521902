#!/usr/bin/env bash
# Installs what the journeys and the check of the HTML bring from npm, unless that is done.
set -euo pipefail
cd "$(dirname "$0")/../tests/e2e"
if ! cmp -s package-lock.json node_modules/.installed-lock.json; then
  npm ci --silent --no-fund --no-audit --ignore-scripts
  cp package-lock.json node_modules/.installed-lock.json
fi
