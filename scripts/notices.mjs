// Brings the list of Rust crates in public/NOTICES.txt up to date; everything above it is written by hand.
// By hand after a change of Cargo.lock: node scripts/notices.mjs, or with --check to only compare.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const NOTICES = "public/NOTICES.txt";
const HEADING = `RUST CRATES IN THE WEBASSEMBLY MODULE\n${"=".repeat(78)}\n`;
const TARGET = "wasm32-unknown-unknown";
const APP = "ots-partnership-atlas";

const cargo = (...options) => execFileSync("cargo", options, { encoding: "utf8", maxBuffer: 2 ** 28 });

/** "name version" of every crate that is linked; macros run at build time only and leave none of themselves. */
function linked() {
  const options = ["--locked", "--prefix", "none", "--edges", "normal,no-proc-macro", "--target", TARGET];
  const lines = cargo("tree", "--package", APP, ...options).split("\n").filter(Boolean);
  const own = (line) => line.includes(" (/");
  return [...new Set(lines.filter((line) => !own(line)).map((line) => line.split(" ").slice(0, 2).join(" ")))];
}

/** The lines by which a crate says whose it is, or its authors where it has none. */
function holders({ manifest_path: manifest, authors }) {
  const folder = dirname(manifest);
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copyright|copying)/i.test(name));
  const lines = files.flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"));
  const claims = lines.map((line) => line.trim()).filter((line) => /^Copyright (\([cC]\)|©|\d|[A-Z])/.test(line));
  // The Apache licence has a form to fill in.
  const own = claims.filter((line) => !/[[{]/.test(line));
  const withoutAddress = authors.map((author) => author.replace(/ *<.*>/, ""));
  return own.length > 0 ? [...new Set(own)] : [`by ${withoutAddress.join(", ") || "its contributors"}`];
}

function list() {
  const metadata = JSON.parse(cargo("metadata", "--locked", "--format-version", "1", "--filter-platform", TARGET));
  const crates = new Map(metadata.packages.map((crate) => [`${crate.name} v${crate.version}`, crate]));
  const entry = (id) => {
    const crate = crates.get(id);
    return [`${crate.name} ${crate.version} (${crate.license})`, ...holders(crate).map((it) => `    ${it}`)].join("\n");
  };
  return linked().sort().map(entry).join("\n");
}

const before = readFileSync(NOTICES, "utf8");
const end = before.indexOf(HEADING) + HEADING.length;
if (end < HEADING.length) throw new Error(`${NOTICES} has no line ${HEADING}`);
const after = `${before.slice(0, end)}\n${list()}\n`;
if (process.argv.includes("--check")) {
  if (after !== before) {
    console.error(`${NOTICES} is stale: run node scripts/notices.mjs and commit it.`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(NOTICES, after);
}
