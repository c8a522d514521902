// Small screens: the sheet of filters, focus that is never hidden, and no scrolling sideways.
import type { Page } from "@playwright/test";
import { counted, expectCount, open, rows, title } from "../atlas";
import { expect, test } from "../fixtures";

const sheet = (page: Page) => page.getByRole("dialog", { name: "Filters" });

test.describe("at 320 × 640", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("the filters are a modal sheet that is opened, used, applied and left", async ({ page }) => {
    await open(page);
    await expect(page.getByRole("button", { name: "Sector" })).toHaveCount(0);
    const opener = page.getByRole("button", { name: "Filters", exact: true });
    await opener.click();
    await expect(sheet(page)).toBeVisible();
    expect(await sheet(page).evaluate((dialog) => dialog.matches(":modal"))).toBe(true);
    await sheet(page).getByText("Sector", { exact: true }).first().click();
    await sheet(page).getByRole("checkbox", { name: /^Transport / }).check();
    const apply = sheet(page).getByRole("button", { name: /^Show \d+ partnerships$/ });
    const n = Number.parseInt((await apply.innerText()).replace("Show ", ""));
    await apply.click();
    await expect(sheet(page)).toBeHidden();
    await expectCount(page, n);
    await expect(page).toHaveURL("./?sector=transport");
    await expect(page.getByRole("button", { name: "Filters (1)" })).toBeFocused();
  });

  test("Escape closes the sheet, and the focus returns to what opened it", async ({ page }) => {
    await open(page);
    await page.getByRole("button", { name: "Filters", exact: true }).press("Enter");
    await expect(sheet(page)).toBeVisible();
    expect(await page.evaluate(() => document.activeElement!.closest("dialog") !== null)).toBe(true);
    await page.keyboard.press("Escape");
    await expect(sheet(page)).toBeHidden();
    await expect(page.getByRole("button", { name: "Filters", exact: true })).toBeFocused();
  });

  test("clear all in the sheet clears all", async ({ page }) => {
    await open(page, "./?sector=transport&stage=dialogue");
    await page.getByRole("button", { name: "Filters (2)" }).click();
    await sheet(page).getByRole("button", { name: "Clear all" }).click();
    await expect(page).toHaveURL("./");
    await sheet(page).getByRole("button", { name: /^Show / }).click();
    await expect(rows(page)).toHaveCount(await counted(page));
  });

  for (const [name, address] of [
    ["the list", "./?sector=transport,customs,trade&region=150&q=organization"],
    ["a partner's page", "./partners/sesric/"],
    ["the about page", "./about/"],
    ["the list in Turkish", "./tr/?sector=transport,customs,trade&region=150"],
    ["a partner's page in Turkish", "./tr/partners/sesric/"],
    ["the about page in Turkish", "./tr/about/"],
    ["an empty result", "./?q=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"],
    ["a notice", "./?sector=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"],
  ] as const) {
    test(`${name} does not scroll sideways`, async ({ page }) => {
      await open(page, address);
      await expect(title(page)).toBeAttached();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
  }
});

test("the first row is in the upper part of a phone's screen", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await open(page);
  expect((await rows(page).first().boundingBox())!.y).toBeLessThan(420);
});

test.describe("at 320 × 256, as at 400 % zoom", () => {
  test.use({ viewport: { width: 320, height: 256 } });

  for (const [name, address] of [
    ["the list", "./?sector=transport"],
    ["a partner's page", "./partners/who/"],
    ["the about page", "./about/"],
    ["the list in Turkish", "./tr/"],
  ] as const) {
    test(`nothing hides the focus on ${name}`, async ({ page }) => {
      await open(page, address);
      const hidden: string[] = [];
      for (let stop = 0; stop < 25; stop += 1) {
        await page.keyboard.press("Tab");
        const problem = await page.evaluate(hiddenFocus);
        if (problem) hidden.push(`stop ${stop + 1}: ${problem}`);
      }
      expect(hidden).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
  }

  test("nothing hides the focus in the sheet of filters", async ({ page }) => {
    await open(page);
    await page.getByRole("button", { name: "Filters", exact: true }).press("Enter");
    await sheet(page).getByText("Sector", { exact: true }).first().press("Enter");
    const hidden: string[] = [];
    for (let stop = 0; stop < 25; stop += 1) {
      await page.keyboard.press("Tab");
      const problem = await page.evaluate(hiddenFocus);
      if (problem) hidden.push(`stop ${stop + 1}: ${problem}`);
    }
    expect(hidden).toEqual([]);
  });
});

/** Runs in the page: what is wrong with where the focus is, if anything. */
function hiddenFocus() {
  const focused = document.activeElement!;
  if (focused === document.body) return undefined;
  const name = `${focused.tagName} ${focused.id || focused.textContent!.trim().slice(0, 30)}`;
  // A part of something larger than the window is enough; its middle may lie outside.
  const box = focused.getClientRects()[0]!;
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  if (bottom - top < Math.min(box.height, 24) - 1 || right <= left) return `${name} is outside the window`;
  const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const isSeen = at && (focused.contains(at) || at.closest("label")?.contains(focused));
  return isSeen ? undefined : `${name} is covered by ${at?.tagName} ${at?.id} ${at?.className}`;
}
