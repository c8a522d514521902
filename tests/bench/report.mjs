// Writes what was measured into the README, between its two marks, and draws it; fails where a ratio is missed.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { factor, mb, median, ms, p95, quantile, table } from "./format.mjs";
import { plot } from "./plot.mjs";

const [folder, readme, svg] = process.argv.slice(2);
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const results = read("results.json");
const lighthouse = read("lighthouse.json");
const paint = read("paint.json");
const versions = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")).devDependencies;

const [BEGIN, END] = ["<!-- bench: begin -->", "<!-- bench: end -->"];
const N = 100_000;
/** How many times as fast the catalogue is to be, by medians. */
const RATIOS = { itemsjs: 30, crossfilter2: 100 };
/** A target in milliseconds that is missed by more than this factor is a failure, and no noise of the machine. */
const ROBUST = 10;

const name = (peer) => (versions[peer] ? `${peer} ${versions[peer]}` : peer === "atlas" ? "**atlas**" : peer);
const failures = [];
function target(what, value, most, unit = ms) {
  const isMet = value <= most;
  if (!isMet && value > most * ROBUST) failures.push(`${what}: ${unit(value)}, and the target is ${unit(most)}`);
  return [what, `≤ ${unit(most)}`, unit(value), isMet ? "met" : "missed"];
}
function ratio(what, times, least) {
  if (times < least) failures.push(`${what}: ${times.toFixed(1)} times, and the target is ${least}`);
  return [what, `≥ ${least} ×`, `${times.toFixed(1)} ×`, times >= least ? "met" : "missed"];
}
function score(category, least) {
  if (lighthouse[category] < least) failures.push(`Lighthouse ${category}: ${lighthouse[category]}`);
  return [`Lighthouse, ${category}`, `≥ ${least}`, lighthouse[category], lighthouse[category] >= least ? "met" : "missed"];
}

const sizes = Object.entries(results.sizes);
const cell = (times, own) => `${ms(median(times))}, ${ms(p95(times))} (${(median(times) / median(own)).toFixed(1)} ×)`;
const rowsOf = (pick) => {
  const peers = Object.keys(pick(results.sizes[N]));
  return peers.map((peer) => [
    name(peer),
    ...sizes.map(([, size]) => pick(size)).filter(Boolean).map((times) => cell(times[peer], times.atlas)),
  ]);
};
const heads = (filter = () => true) => sizes.filter(filter).map(([n]) => Number(n).toLocaleString("en"));
const hasText = ([, size]) => size.text !== undefined;

/** How many times as many DOM nodes as with the fewest there are with the most records. */
const spread = (which) => {
  const all = Object.values(paint.elements).map((elements) => elements[which]);
  return Math.max(...all) / Math.min(...all);
};
const ofInputs = Object.values(paint.inputs).flat();

const at = results.sizes[N];
const built = at.build;
const targets = [
  target("Facet query, p95", p95(at.facets.atlas), 1),
  ratio("Facet query against itemsjs", median(at.facets.itemsjs) / median(at.facets.atlas), RATIOS.itemsjs),
  ratio("Facet query against crossfilter2", median(at.facets.crossfilter2) / median(at.facets.atlas), RATIOS.crossfilter2),
  ratio("Index of words and facets ready, against MiniSearch's of words", built.minisearch / built.atlas.totalMillis, 1),
  target("Longest piece of building", built.atlas.longestMillis, 50),
  target("Beginnings of words, p95", p95(at.text.prefix.atlas), 1),
  target("Mistyped words, p95", p95(at.text.typo.atlas), 20),
  target("WebAssembly memory that building takes, its work space included", results.bytes, 30e6, mb),
  target("Clusters at a zoom step, p95", p95(results.map[N].zoom), 16),
  target("The same with a place for each record", p95(results.mapApart[N].zoom), 16),
  target("A pan with a place for each record, p95", p95(results.mapApart[N].pan), 1),
  ["Click to paint against crossfilter2 + Leaflet", "", factor(median(paint.paint.peer) / median(paint.paint.atlas)), "reported"],
  target("Input to next paint, p98", quantile(ofInputs, 0.98), 50),
  target("DOM nodes at 1,000 to 100,000 records, most against fewest", spread("all"), 1.05, factor),
  target("The same without the marks of the map", spread("withoutMarks"), 1.05, factor),
  score("performance", 95),
  score("accessibility", 100),
  score("best-practices", 100),
  score("seo", 100),
];
const block = `
Measured in Chromium ${results.browser}, headless. Median, p95 and, in brackets, how many times the atlas's median.

**Facet query**: the counts of six facets and the first 50 hits, click by click.

${table(["", ...heads()], rowsOf((size) => size.facets))}

**Beginnings of words**, one to six letters and pairs of them:

${table(["", ...heads(hasText)], rowsOf((size) => size.text?.prefix))}

**Mistyped words**, in ${at.text.nWords.toLocaleString("en")} different words at 100,000 records. MiniSearch forgives less, see below:

${table(["", ...heads(hasText)], rowsOf((size) => size.text?.typo))}

**Building and memory** at 100,000 records:

${table(
  ["", "time", "memory"],
  [
    ["**atlas**, words and facets, in pieces", ms(built.atlas.totalMillis), mb(results.bytes)],
    ...Object.entries(at.heap).map(([peer, bytes]) => [name(peer), ms(built[peer]), mb(bytes)]),
  ],
)}

**In the app** at 100,000 records, from a click on an option of a facet to the painted list, map and counts:

${table(
  ["", "median", "p95"],
  [
    ["**atlas**", ms(median(paint.paint.atlas)), ms(p95(paint.paint.atlas))],
    [`${name("crossfilter2")} + ${name("leaflet")}`, ms(median(paint.paint.peer)), ms(p95(paint.paint.peer))],
  ],
)}

From any input to the next paint:

${table(
  ["", "median", "p98", "inputs"],
  Object.entries(paint.inputs).map(([kind, all]) => [kind, ms(median(all)), ms(quantile(all, 0.98)), all.length]),
)}

**Targets** at 100,000 records:

${table(["", "target", "measured", ""], targets)}

![Time of a query against the number of records](docs/bench.svg)
`;

const text = readFileSync(readme, "utf8");
const [before, after] = [text.indexOf(BEGIN) + BEGIN.length, text.indexOf(END)];
if (after < 0 || before < BEGIN.length) throw new Error(`${readme} lacks ${BEGIN} or ${END}`);
writeFileSync(readme, `${text.slice(0, before)}\n${block}\n${text.slice(after)}`);

const line = (peer, pick) => sizes.filter(([, size]) => pick(size)).map(([n, size]) => [Number(n), median(pick(size)[peer])]);
writeFileSync(
  svg,
  plot([
    ...Object.keys(at.facets).map((peer) => ({ label: `${peer}, facets`, points: line(peer, (size) => size.facets) })),
    ...["atlas", "minisearch"].map((peer) => ({
      label: `${peer}, words`,
      isDashed: true,
      points: line(peer, (size) => size.text?.prefix),
    })),
  ]),
);
for (const failure of failures) console.error(`Missed: ${failure}.`);
process.exitCode = failures.length > 0 ? 1 : 0;
