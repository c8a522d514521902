// Lighthouse with its mobile preset on the built site, under the headers of a real host: the median of five runs.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import lighthouse from "lighthouse";
import { launch } from "./browser.mjs";
import { median } from "./format.mjs";
import { serveSite } from "./server.mjs";

const [site, folder] = process.argv.slice(2);
const N_RUNS = 5;
const PORT = 9333;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

const server = await serveSite(site);
const scores = Object.fromEntries(CATEGORIES.map((category) => [category, []]));
try {
  for (let run = 0; run < N_RUNS; run++) {
    const browser = await launch([`--remote-debugging-port=${PORT}`]);
    try {
      const { lhr } = await lighthouse(server.url, { port: PORT, onlyCategories: CATEGORIES, logLevel: "error" });
      for (const category of CATEGORIES) scores[category].push(Math.round(lhr.categories[category].score * 100));
    } finally {
      await browser.close();
    }
  }
} finally {
  server.close();
}
const medians = Object.fromEntries(Object.entries(scores).map(([name, values]) => [name, median(values)]));
writeFileSync(join(folder, "lighthouse.json"), JSON.stringify(medians));
