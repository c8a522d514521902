#!/usr/bin/env bash
# Runs the journeys in a real browser against the built site, served under a sub-path with the deploy headers.
# journeys.sh TOOLS [what Playwright is to know: a file, --headed, …]
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/common.sh

scripts/check.sh node
use_tools "$1"
shift
say "Journeys run in $CHROME ($("$CHROME" --version 2>/dev/null || echo 'version unknown'))."

# The same files as dist/, but for 404.html, which has to know the sub-path.
scripts/assemble.sh "$ATLAS_TOOLS" target/e2e/site /atlas/
scripts/assemble.sh "$ATLAS_TOOLS" target/e2e/offline /atlas/ '' yes

scripts/packages.sh tests/e2e
cd tests/e2e
npx --no-install playwright test "$@"
