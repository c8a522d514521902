// The two pages of the paint bench as a person has them: how each is opened, and what it shows.

import { readFileSync } from "node:fs";

const CLOCK = readFileSync(new URL("clock.js", import.meta.url), "utf8");
const PATIENCE_MILLIS = 180_000;

async function newPage(browser) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(PATIENCE_MILLIS);
  page.on("pageerror", (error) => console.error(String(error)));
  await page.addInitScript(CLOCK);
  return page;
}

/** The app with all of its data set, and with what else comes when the page rests. */
export async function openApp(browser, url) {
  const page = await newPage(browser);
  const whole = page.waitForResponse("**/data/partnerships.json");
  await page.goto(url);
  await (await whole).finished();
  await page.waitForFunction(() => !document.getElementById("shell"));
  await rests(page);
  return page;
}

export async function openPeer(browser, url) {
  const page = await newPage(browser);
  await page.goto(url);
  await page.waitForSelector("#list[data-ready]");
  await rests(page);
  return page;
}

/** Waits until the page has had nothing long to do for some seconds: the index of the whole data set is built by then. */
const rests = (page) =>
  page.evaluate(async () => {
    for (let n = 0; n < 6; ) {
      const start = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 500));
      n = performance.now() - start < 600 ? n + 1 : 0;
    }
  });

/** How many elements the document has, and how many of them are not in marks of the map. */
export const nElements = (page) =>
  page.evaluate(() => {
    const n = (selector) => document.querySelectorAll(selector).length;
    return { all: n("*"), withoutMarks: n("*") - n(".mark, .mark *") };
  });

/** Discloses the options of a facet; the pill of one that is open would close it. */
export async function openFacet(page, code) {
  if ((await page.getAttribute(`#pill-${code}`, "aria-expanded")) !== "true") await page.click(`#pill-${code}`);
  await page.waitForSelector(`[id^="${code}-"][type=checkbox]`);
}

/** What the app shows: how many hits, how many of them on the map, the counts of the open facet, the first rows. */
export async function seenInApp(page) {
  // Rows below the edge of the screen come when the page has time.
  await page.waitForSelector("#list:not([aria-busy])", { state: "attached" });
  return page.evaluate(() => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    const number = (text) => Number(text.replace(/\D/g, ""));
    const marks = all(".mark").map((mark) => number(mark.querySelector(".mark__count")?.textContent ?? "1"));
    const outside = all(".edge-pill__count").map((count) => number(count.textContent));
    return {
      nHits: number(document.querySelector("#count strong").textContent),
      nOnMap: [...marks, ...outside].reduce((sum, n) => sum + n, 0),
      counts: Object.fromEntries(
        all("#facet-popover label").map((it) => [
          it.querySelector("input").id,
          number(it.querySelector(".facet__count").firstChild.textContent),
        ]),
      ),
      names: all("#list .partnership-row__name").map((name) => name.textContent),
    };
  });
}

export const seenInPeer = (page) => page.evaluate(() => globalThis.seen());

/** That both show the same, to the last number and name; a value that no record has is an option of the peer alone. */
export function assertSame(what, app, peer) {
  const counts = Object.fromEntries(Object.keys(app.counts).map((id) => [id, peer.counts[id]]));
  const [ours, theirs] = [app, { ...peer, counts }].map((it) => JSON.stringify(it));
  if (ours !== theirs) throw new Error(`${what}: the pages differ\n${ours}\n${theirs}`);
}
