#!/usr/bin/env bash
# Puts a deployable site together: what Trunk built, public/ as it is, and a page per route.
# assemble.sh TOOLS SITE BASE SITE_URL OFFLINE; with OFFLINE=yes it works without a connection. A served site is replaced in one step, never seen half written.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=$1 site=$2 base=$3 site_url=${4:-} offline=${5:-}
new=$site.new
rm -rf "$new"
mkdir -p "$(dirname "$new")"
cp -R public "$new"
# The boot script of the app is the same with small names.
cp -R target/site/. "$new"
"$tools" fingerprint "$new"
"$tools" prerender "$new" --base "$base" --site-url "$site_url"
if [ "$offline" = yes ]; then "$tools" offline "$new"; else "$tools" offline --off "$new"; fi
"$tools" precompress "$new"
rm -rf "$site"
mv "$new" "$site"
