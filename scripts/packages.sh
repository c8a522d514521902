#!/usr/bin/env bash
# Installs what a folder with tests brings from npm, unless that is done: packages.sh FOLDER
set -euo pipefail
cd "$(dirname "$0")/../$1"
if ! cmp -s package-lock.json node_modules/.installed-lock.json; then
  npm ci --silent --no-fund --no-audit --ignore-scripts
  cp package-lock.json node_modules/.installed-lock.json
fi
