// The site as a host serves it: it starts, every page is there, and the first load is what the budget counts.
import { execFileSync } from "node:child_process";
import type { Page } from "@playwright/test";
import { appIsHere, fontIsHere, holdIdle, rest } from "../atlas";
import { expect, test } from "../fixtures";

const siteFiles = (...args: string[]) =>
  execFileSync(process.env.ATLAS_TOOLS!, args, { encoding: "utf8" }).trim().split("\n");

test("the app starts under a sub-path", async ({ page }) => {
  await page.goto("./");
  await expect(page).toHaveTitle("OTS Partnership Atlas");
  await expect(page.locator("html")).toHaveAttribute("data-base", "/atlas/");
  await expect(page.locator("#shell")).toBeHidden();
  await expect(page.locator("#cannot-start")).toBeHidden();
});

test("the first load asks for exactly the files that make size counts, and for others when the page rests", async ({ page, baseURL }) => {
  const asked = new Set<string>();
  page.on("request", (request) => asked.add(request.url()));
  await holdIdle(page);
  await page.goto("./", { waitUntil: "networkidle" });
  const counted = siteFiles("size", "../../target/e2e/site", "--list").map((file) =>
    new URL(file === "index.html" ? "./" : file, baseURL).toString(),
  );
  expect([...asked].sort()).toEqual(counted.sort());

  asked.clear();
  const pages = page.waitForRequest("**/split_pages-*.wasm");
  await rest(page);
  await fontIsHere(page);
  await pages;
  await page.waitForLoadState("networkidle");
  const later = [
    /-latin-[0-9a-f]+\.woff2$/,
    /partnerships\.json$/,
    /outlines-[0-9a-f]+\.json$/,
    /split_pages-[0-9a-f]+\.wasm$/,
    /chunk_\d+-[0-9a-f]+\.wasm$/,
    /atlas-later-[0-9a-f]+\.css$/,
  ];
  expect([...asked].filter((url) => !later.some((it) => it.test(url)))).toEqual([]);
});

test("what comes when the page rests is found although the address has changed", async ({ page }) => {
  await holdIdle(page);
  await page.goto("./");
  await appIsHere(page);
  await page.getByRole("combobox", { name: "Language" }).selectOption("Türkçe");
  await expect(page).toHaveURL(/\/tr\/$/);
  const style = page.waitForResponse(/atlas-later-[0-9a-f]+\.css$/);
  await rest(page);
  expect((await style).status()).toBe(200);
  await fontIsHere(page);
  await page.getByRole("link", { name: /Dünya Sağlık Örgütü/ }).click();
  await expect(page.getByRole("heading", { name: "Zaman çizelgesi" })).toBeVisible();
});

test.describe("what moves by itself", () => {
  /** The layout shift of a page until it rests. */
  const shifted = (page: Page) =>
    page.evaluate(() => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)))).then(() =>
      page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted),
    );

  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      Object.assign(globalThis, { shifted: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
          (globalThis as unknown as { shifted: number }).shifted += entry.value;
        }
      }).observe({ type: "layout-shift", buffered: true });
    }),
  );

  for (const width of [390, 768, 1440]) {
    test(`nothing moves when the app starts and when what is later comes, ${width} pixels wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      for (const address of ["./", "./tr/partners/who/", "./about/", "./notebook/"]) {
        await page.goto(address, { waitUntil: "networkidle" });
        await fontIsHere(page);
        expect(await shifted(page), address).toBeLessThanOrEqual(0.02);
      }
    });
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the partners can be read, and their links lead on", async ({ page }) => {
    await page.goto("./");
    await page.getByRole("link", { name: "World Health Organization" }).click();
    await expect(page).toHaveURL(/\/atlas\/partners\/who\/$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("World Health Organization");
  });
});

test.describe("where the app cannot start", () => {
  test.use({ expectedProblems: [/_bg\.wasm|WebAssembly|Failed to (fetch|load resource)/] });

  test("a message says so beside the list", async ({ page }) => {
    await page.route(/_bg\.wasm$/, (route) => route.abort());
    await page.goto("./");
    await expect(page.getByRole("alert")).toContainText("could not start");
    await expect(page.getByRole("link", { name: "Try again" })).toBeVisible();
    await expect(page.getByRole("link", { name: "World Health Organization" })).toBeVisible();
  });

  test("a browser without WebAssembly gets the same message", async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
    await page.goto("./partners/who/");
    await expect(page.getByRole("alert")).toContainText("could not start");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("World Health Organization");
  });
});

test.describe("an unknown page", () => {
  test.use({ expectedProblems: [/404/] });

  test("answers 404 and still starts the app", async ({ page }) => {
    const response = await page.goto("./no/such/page/");
    expect(response?.status()).toBe(404);
    await expect(page.locator("html")).toHaveAttribute("data-base", "/atlas/");
    await expect(page.locator("#cannot-start")).toBeHidden();
  });
});

test("a stored theme holds before the app starts", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("ots-atlas:theme", "dark"));
  await page.goto("./about/");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
