// Draws public/icon-*.png, which an installed atlas wears, from public/icon.svg.
// node generators/icons.mjs; needs the browser of the journeys, in CHROMIUM.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const { chromium } = createRequire(at("../tests/e2e/package.json"))("playwright-core");
const icon = readFileSync(at("../public/icon.svg"), "utf8");
// A system may cut a maskable icon to any form within four fifths of it: the ground goes to the edges, the sign is smaller.
const ground = /<rect [^>]*fill="(#\w+)"\/>/.exec(icon);
const sign = icon.replace(ground[0], "");
const [, inner] = /^<svg[^>]*>(.*)<\/svg>\s*$/s.exec(sign);
const maskable =
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="${ground[1]}"/>` +
  `<g transform="translate(16 16) scale(.85) translate(-16 -16)">${inner}</g></svg>`;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
for (const [file, svg, size] of [["icon-192", icon, 192], ["icon-512", icon, 512], ["icon-maskable-512", maskable, 512]]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  await page.setContent(`<body style="margin:0"><img src="${address}" width="${size}" height="${size}" style="display:block">`);
  await page.screenshot({ path: at(`../public/${file}.png`), omitBackground: true });
}
await browser.close();
