// Draws public/social-card.png, which social sites show beside a link: the map with the name of the atlas.
// node generators/social-card.mjs ADDRESS, the address of a served atlas; needs the browser of the journeys, in CHROMIUM.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const { chromium } = createRequire(at("../tests/e2e/package.json"))("playwright-core");
const [width, height] = [1200, 630];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1800, height: 900 }, colorScheme: "light" });
await page.goto(process.argv[2]);
const picture = page.getByRole("group", { name: "Map of partners" });
await picture.getByRole("link").first().waitFor();
await page.evaluate(() => document.fonts.ready);
await page.waitForLoadState("networkidle");
// The map alone, without what is to be pressed on it.
await page.evaluate(() => {
  const style = new CSSStyleSheet();
  style.replaceSync(".explore__map > :not(svg) { visibility: hidden; }");
  document.adoptedStyleSheets = [style];
});
const map = (await picture.screenshot()).toString("base64");
const words = await page.evaluate(() => ({
  name: document.title,
  tagline: document.querySelector("meta[name=description]").content,
  disclaimer: document.querySelector(".map__disclaimer").textContent,
}));
await page.setViewportSize({ width, height });
// On the page itself, whose font and colours it is to have.
await page.evaluate(({ name, tagline, disclaimer, map }) => {
  const style = new CSSStyleSheet();
  style.replaceSync(`
    :root { scrollbar-gutter: auto; overflow: hidden; }
    .card { position: fixed; inset: 0; inline-size: 100vw; z-index: 99; background: var(--paper); color: var(--ink); overflow: hidden; }
    .card img { position: absolute; inset: 0 0 0 auto; block-size: 100%; inline-size: 62%; object-fit: cover; object-position: 42% 40%; }
    .card div { position: absolute; inset: 0 auto 0 0; inline-size: 38%; padding: 64px 40px 56px 64px; background: var(--paper); display: flex; flex-direction: column; border-block-start: 12px solid var(--accent); }
    .card h1 { font-size: 58px; line-height: 1.1; margin: auto 0 24px; }
    .card p { font-size: 26px; line-height: 1.35; margin: 0 0 auto; color: var(--ink-soft); }
    .card small { position: absolute; inset: auto auto 20px 64px; inline-size: 340px; font-size: 12px; line-height: 1.3; color: var(--ink-soft); }`);
  document.adoptedStyleSheets = [style];
  const card = document.createElement("section");
  card.className = "card";
  const image = Object.assign(new Image(), { src: `data:image/png;base64,${map}` });
  const text = document.createElement("div");
  text.append(Object.assign(document.createElement("h1"), { textContent: name }));
  text.append(Object.assign(document.createElement("p"), { textContent: tagline }));
  card.append(image, text, Object.assign(document.createElement("small"), { textContent: disclaimer }));
  document.querySelector(".app").append(card);
  return image.decode();
}, { ...words, map });
await page.screenshot({ path: at("../public/social-card.png") });
await browser.close();
