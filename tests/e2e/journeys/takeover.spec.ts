// The app takes the place of the readable page: nothing moves, and nothing that a person has begun there is lost.
import type { Page } from "@playwright/test";
import { appIsHere, count, openFacet, rows, search } from "../atlas";
import { expect, test } from "../fixtures";

/** Opens an address and keeps the app from starting until it is let. */
async function openReadable(page: Page, address = "./") {
  let start = () => {};
  const started = new Promise<void>((then) => (start = then));
  await page.route("**/*_bg.wasm", async (route) => {
    await started;
    await route.continue();
  });
  // The web font comes when the page rests, and what is measured is to be in one font.
  await page.route("**/*.woff2", (route) => route.abort());
  await page.goto(address);
  return start;
}

const boxes = (page: Page) =>
  rows(page).evaluateAll((all) =>
    all.map((row) => {
      const { x, y, width, height } = row.getBoundingClientRect();
      return { text: (row as HTMLElement).innerText, box: [x, y, width, height].map(Math.round) };
    }),
  );

for (const width of [320, 768, 1440]) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 900 }, expectedProblems: [/Failed to load resource|ERR_FAILED/] });

    test("the rows of the app stand where the readable ones stood, with the same words", async ({ page }) => {
      const start = await openReadable(page);
      const before = await boxes(page);
      expect(before.length).toBeGreaterThan(40);
      start();
      await appIsHere(page);
      const after = await boxes(page);
      expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
      for (const [idx, { box }] of after.entries()) {
        for (const [side, px] of box.entries()) expect(Math.abs(px - before[idx]!.box[side]!)).toBeLessThanOrEqual(1);
      }
    });
  });
}

test.describe("what a person has begun", () => {
  test.use({ expectedProblems: [/Failed to load resource|ERR_FAILED/] });

  test("typing goes on in the same field, and its result is shown", async ({ page }) => {
    const start = await openReadable(page);
    await search(page).click();
    await page.keyboard.type("heal");
    start();
    await page.keyboard.type("th");
    await appIsHere(page);
    await expect(search(page)).toHaveValue("health");
    await expect(search(page)).toBeFocused();
    await page.keyboard.type("!");
    await expect(search(page)).toHaveValue("health!");
    await page.keyboard.press("Backspace");
    await expect(page).toHaveURL(/q=health/);
    await expect(count(page)).toContainText(" of ");
  });

  test("a selected text stays selected until the person lets it go", async ({ page }) => {
    const start = await openReadable(page);
    await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector("#list a")!));
    const selected = await page.evaluate(() => getSelection()!.toString());
    start();
    await page.waitForResponse("**/*_bg.wasm");
    await expect(page).toHaveTitle("OTS Partnership Atlas");
    expect(await page.evaluate(() => getSelection()!.toString())).toBe(selected);
    await expect(page.locator("#shell")).toHaveCount(1);
    await page.evaluate(() => getSelection()!.removeAllRanges());
    await appIsHere(page);
  });

  test("a button that was pressed too early is answered", async ({ page }) => {
    const start = await openReadable(page);
    await page.getByRole("button", { name: "Sector" }).click();
    start();
    await appIsHere(page);
    await expect(page.getByRole("group", { name: "Sector", exact: true })).toBeVisible();
    await openFacet(page, "Sector");
  });

  test("who has scrolled stays at the row they were reading", async ({ page }) => {
    const start = await openReadable(page);
    const row = rows(page).nth(20);
    await row.evaluate((it) => it.scrollIntoView());
    const id = (await row.getAttribute("id"))!;
    const top = () => page.locator(`#${id}`).evaluate((it) => Math.round(it.getBoundingClientRect().top));
    const before = await top();
    start();
    await appIsHere(page);
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
  });
});
