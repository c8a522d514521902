#!/usr/bin/env bash
# Prints what the built app depends on besides its sources, and refuses a CONTACT that is no address.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/common.sh

contact=$1
address='^(https://[^[:space:]"<>]+|[^[:space:]"<>@/:]+@[^[:space:]"<>@/:]+\.[^[:space:]"<>@/:]+)$'
[[ -z $contact || $contact =~ $address ]] ||
  fail "CONTACT is to be an e-mail address or an https address, not '$contact'."
echo "contact $contact"
if node_is_recent; then echo "binaryen $binaryen_version, esbuild $esbuild_version"; else echo "no Node.js"; fi
