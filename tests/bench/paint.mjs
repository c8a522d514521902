// Measures the built site with many records, as a person has it: from a click to the painted result against crossfilter2
// and Leaflet in turns, from any input to the next paint, and how many elements the document has.
// paint.mjs PAGE SITES: the page of the peer, and a site for each number of records, in a folder of that name. It is called
// by scripts/paint.sh, and prints what it writes.

import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { median, ms, quantile } from "./format.mjs";
import { assertSame, nElements, openApp, openFacet, openPeer, seenInApp, seenInPeer } from "./paint/pages.mjs";
import { clicksOn, keysFor, MAP_KEYS } from "./paint/steps.mjs";
import { serve, serveSite } from "./server.mjs";

const [folder, sites] = process.argv.slice(2);
const SEED = 2009;
const N_ROUNDS = 3;
const N_WORDS = 8;
const N_MORE_ROWS = 10;
/** A result that is not painted by then after the last change is none. */
const QUIET_MILLIS = 250;
/** Between the keys of somebody who types fast, and how long a key is down. */
const KEY_MILLIS = 120;
const KEY_DOWN_MILLIS = 70;

const say = (text) => process.stderr.write(`${text}\n`);
const results = { elements: {}, paint: { atlas: [], peer: [] }, inputs: {} };

/** Does something and takes its times. */
async function timed(page, act, quietMillis = QUIET_MILLIS) {
  await page.evaluate(() => globalThis.paintClock.begin());
  await act();
  return page.evaluate((quietMillis) => globalThis.paintClock.end(quietMillis), quietMillis);
}

async function input(kind, page, act, quietMillis) {
  const times = await timed(page, act, quietMillis);
  (results.inputs[kind] ??= []).push(times.next);
  return times;
}

/** Clicks the same options in both pages, in turns, and sees that both show the same after each. */
async function compare(app, peer) {
  const facets = await peer.evaluate(() => globalThis.facetCounts());
  const pages = { atlas: app, peer };
  // Not measured: the first round warms up what compiles as it runs.
  for (let round = -1; round < N_ROUNDS; round++) {
    for (const { facet, ids } of clicksOn(facets, SEED + Math.max(round, 0))) {
      for (const page of [app, peer]) await openFacet(page, facet);
      for (const id of ids) {
        for (const [name, page] of Object.entries(pages)) {
          await page.bringToFront();
          const click = () => page.click(`#${id}`);
          const { last } = round < 0 || name === "peer" ? await timed(page, click) : await input("an option of a facet", page, click);
          if (round >= 0) results.paint[name].push(last);
        }
        assertSame(`${id} in round ${round}`, await seenInApp(app), await seenInPeer(peer));
      }
    }
  }
}

async function measureInputs(app, names) {
  const press = (kind, key) => input(kind, app, () => app.keyboard.press(key, { delay: KEY_DOWN_MILLIS }), KEY_MILLIS);
  await app.bringToFront();
  await app.click("#search");
  for (const key of keysFor(names, N_WORDS)) await press("a key in the search field", key);
  for (let n = 0; n < N_MORE_ROWS; n++) await input("Show 100 more", app, () => app.click("#list-more"));
  await app.focus("#map-view");
  for (const key of [...MAP_KEYS, ...MAP_KEYS]) await press("a pan or zoom by key", key);
}

const browser = await launch();
try {
  const sizes = readdirSync(sites).map(Number).sort((a, b) => a - b);
  for (const n of sizes) {
    say(`${n} records in the app…`);
    const site = await serveSite(join(sites, String(n)));
    const app = await openApp(browser, site.url);
    results.elements[n] = await nElements(app);
    if (n === sizes.at(-1)) {
      const page = await serve(folder);
      const peer = await openPeer(browser, `${page.url}peer.html`);
      await compare(app, peer);
      await measureInputs(app, (await seenInPeer(peer)).names);
      page.close();
    }
    await app.close();
    site.close();
  }
} finally {
  await browser.close();
}
writeFileSync(join(folder, "paint.json"), JSON.stringify(results));
const line = (name, all) => say(`${name}: median ${ms(median(all))}, p98 ${ms(quantile(all, 0.98))}, ${all.length} times`);
for (const [name, all] of Object.entries(results.paint)) line(`click to paint, ${name}`, all);
for (const [name, all] of Object.entries(results.inputs)) line(`to the next paint, ${name}`, all);
say(`elements: ${JSON.stringify(results.elements)}`);
