// Lighthouse with its mobile preset on the built site, under the headers of a real host: the median of five runs.

import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import lighthouse from "lighthouse";
import { launch } from "./browser.mjs";

const [site, folder] = process.argv.slice(2);
const N_RUNS = 5;
const PORT = 9333;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

const server = spawn(process.env.ATLAS_TOOLS, ["serve", site, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
const url = await new Promise((resolve, reject) => {
  let said = "";
  server.stdout.on("data", (data) => {
    said += data;
    const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
    if (found) resolve(found[0]);
  });
  server.on("exit", () => reject(new Error("the server stopped")));
});
const scores = Object.fromEntries(CATEGORIES.map((category) => [category, []]));
try {
  for (let run = 0; run < N_RUNS; run++) {
    const browser = await launch([`--remote-debugging-port=${PORT}`]);
    try {
      const { lhr } = await lighthouse(url, { port: PORT, onlyCategories: CATEGORIES, logLevel: "error" });
      for (const category of CATEGORIES) scores[category].push(Math.round(lhr.categories[category].score * 100));
    } finally {
      await browser.close();
    }
  }
} finally {
  server.kill();
}
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const medians = Object.fromEntries(Object.entries(scores).map(([name, values]) => [name, median(values)]));
writeFileSync(join(folder, "lighthouse.json"), JSON.stringify(medians));
