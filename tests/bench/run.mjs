// Measures everything in one page and one session. Called by scripts/bench.sh with the folder of the built page.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { heapOf, launch } from "./browser.mjs";
import { serve } from "./server.mjs";

const [folder] = process.argv.slice(2);
const N = 100_000;
/** How many queries and rounds a size can bear. */
const SIZES = { 1_000: [60, 8], 10_000: [60, 6], 100_000: [60, 4], 1_000_000: [24, 1] };
/** The largest size; a smaller one for a quick look. */
const N_MOST = Number(process.env.BENCH_MOST || 1_000_000);
const PEERS = ["crossfilter2", "itemsjs", "plain loop"];

const say = (text) => process.stderr.write(`${text}\n`);
const server = await serve(folder);
const browser = await launch();
const results = { browser: browser.version(), sizes: {}, map: {}, mapApart: {} };
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => say(String(error)));
  await page.goto(server.url);
  await page.waitForFunction(() => window.bench !== undefined);
  if (!(await page.evaluate(() => crossOriginIsolated))) throw new Error("the page's clock is coarse");
  const heap = await heapOf(page);
  const call = (name, ...args) => page.evaluate(([name, args]) => window.bench[name](...args), [name, args]);

  // First of all: memory that a smaller index has let go would be used again, and not be counted.
  results.bytes = (await call("buildAtlas", N)).bytes;
  const sizes = Object.entries(SIZES).filter(([n]) => Number(n) <= N_MOST);
  for (const [n, [nQueries, nRounds]] of sizes.map(([n, it]) => [Number(n), it])) {
    say(`${n} records…`);
    const hasText = n <= N;
    await call("makeRecords", n, hasText);
    const size = { build: { atlas: await call("buildAtlas", n) }, heap: {} };
    for (const name of hasText ? [...PEERS, "minisearch"] : PEERS) {
      const before = await heap();
      size.build[name] = await call("buildPeer", name);
      size.heap[name] = (await heap()) - before;
    }
    size.facets = await call("measureFacets", n, PEERS, nQueries, nRounds);
    if (hasText) size.text = await call("measureText", n, nRounds);
    await call("forget");
    results.sizes[n] = size;
    if (hasText) {
      results.map[n] = await call("measureMap", n, false, 1000, 846);
      results.mapApart[n] = await call("measureMap", n, true, 1000, 846);
    }
  }
} finally {
  await browser.close();
  server.close();
}
writeFileSync(join(folder, "results.json"), JSON.stringify(results));
