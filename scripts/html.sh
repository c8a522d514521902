#!/usr/bin/env bash
# Checks every page of a site against the HTML standard, as html-validate knows it: html.sh SITE
set -euo pipefail
cd "$(dirname "$0")/.."
site=$PWD/$1
scripts/packages.sh tests/e2e
cd tests/e2e
find "$site" -name '*.html' -print0 | LC_ALL=C sort -z |
  xargs -0 npx --no-install html-validate --config ../html-validate.json --max-warnings 0
