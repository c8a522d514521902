#!/usr/bin/env bash
# Shows that one source makes one site, byte by byte.
# reproducible.sh         builds twice from nothing, in two folders of different names and depths (15 minutes)
# reproducible.sh again   does once more what follows the compiler, whose own result was seen to be the same (a minute)
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/common.sh

work=$PWD/target/reproducible
rm -rf "$work"
mkdir -p "$work"

same() {
  diff -rq "$1" "$2" >&2 || fail "two builds of one source differ in the files above."
  say "$(find "$1" -type f | wc -l | tr -d ' ') files are the same, byte by byte."
}

if [ "${1:-}" = again ]; then
  tools=${CARGO_TARGET_DIR:-target}/tools/atlas-tools
  cp -R target/site "$work/site"
  scripts/build.sh "$tools" "$(sed -n 's/^contact //p' target/make/settings)"
  same "$work/site" target/site
  for site in first second; do scripts/assemble.sh "$tools" "$work/$site" / > /dev/null; done
  same "$work/first" "$work/second"
  exit
fi

# A folder of its own each, so that nothing built is shared; what is not committed counts too.
unset CARGO_TARGET_DIR
folders=("$work/first" "$work/another/with-a-longer-name")
for folder in "${folders[@]}"; do
  mkdir -p "$folder"
  git ls-files -z --cached --others --exclude-standard | xargs -0 tar -cf - | tar -xf - -C "$folder"
  "${MAKE:-make}" --no-print-directory -C "$folder" build >&2
done
same "${folders[0]}/dist" "${folders[1]}/dist"
rm -rf "$work"
