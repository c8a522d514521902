// The map without a pointer: one tab stop, arrows, Enter and Escape.
import type { Page } from "@playwright/test";
import { marks, open, picture, title } from "../atlas";
import { expect, test } from "../fixtures";

test.use({ viewport: { width: 1440, height: 900 } });

const focusedMark = (page: Page) => marks(page).and(page.locator(":focus"));
const vienna = (page: Page) => picture(page).getByRole("button", { name: "Vienna: 6 partnerships" });
const xOf = async (page: Page) => (await vienna(page).boundingBox())!.x;

test.beforeEach(async ({ page }) => {
  await open(page);
  await picture(page).focus();
});

test("the picture is one tab stop", async ({ page }) => {
  await page.keyboard.press("Tab");
  await expect(picture(page).locator(":focus")).toHaveCount(0);
  await expect(picture(page)).not.toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(picture(page)).toBeFocused();
});

test("arrows move the map while the map has the focus, and do not scroll the page", async ({ page }) => {
  const before = await xOf(page);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => xOf(page)).toBeLessThan(before - 40);
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => xOf(page)).toBeCloseTo(before, 0);
  await page.keyboard.press("ArrowDown");
  await expect(picture(page)).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test("Enter goes to the largest mark, arrows to the next in their direction, Escape back to the map", async ({ page }) => {
  await page.keyboard.press("Enter");
  await expect(vienna(page)).toBeFocused();
  const from = (await vienna(page).boundingBox())!;
  await page.keyboard.press("ArrowRight");
  await expect(vienna(page)).not.toBeFocused();
  expect((await focusedMark(page).boundingBox())!.x).toBeGreaterThan(from.x);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowDown");
  expect((await focusedMark(page).boundingBox())!.y).toBeGreaterThan(from.y);
  await page.keyboard.press("Escape");
  await expect(picture(page)).toBeFocused();
});

test("Enter on a mark of several lists them, and Escape returns to the mark", async ({ page }) => {
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  const card = page.getByRole("dialog", { name: "Vienna: 6 partnerships" });
  await expect(card.getByRole("heading")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(card.getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
  await expect(vienna(page)).toBeFocused();
});

test("Enter on a mark of one opens its page, and Escape there returns to the mark", async ({ page }) => {
  await picture(page).getByRole("link", { name: /^Rome: / }).focus();
  await page.keyboard.press("Enter");
  await expect(title(page)).toContainText("Food and Agriculture Organization");
  await expect(title(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(picture(page).getByRole("link", { name: /^Rome: / })).toBeFocused();
});

test("plus and minus zoom, and the mark keeps the focus", async ({ page }) => {
  const ankara = picture(page).getByRole("button", { name: /^Ankara: / });
  const distance = async () => {
    const [a, b] = [(await ankara.boundingBox())!, (await picture(page).getByRole("link", { name: /^Baku: / }).boundingBox())!];
    return Math.abs(a.x - b.x);
  };
  await ankara.focus();
  const before = await distance();
  await page.keyboard.press("+");
  await expect.poll(distance).toBeGreaterThan(before * 1.3);
  await expect(ankara).toBeFocused();
  await page.keyboard.press("-");
  await expect.poll(distance).toBeCloseTo(before, 0);
  await expect(ankara).toBeFocused();
});

test("a mark that zooming takes out of view hands its focus to the map", async ({ page }) => {
  await picture(page).getByRole("link", { name: /^Madrid: / }).focus();
  for (const _ of "1234") await page.keyboard.press("+");
  await expect(picture(page).getByRole("link", { name: /^Madrid: / })).toHaveCount(0);
  await expect(picture(page).locator(":focus").or(picture(page).and(page.locator(":focus")))).toHaveCount(1);
});

test("areas of work can be chosen by keyboard", async ({ page }) => {
  await page.getByRole("button", { name: "Areas of work" }).click();
  await picture(page).focus();
  await page.keyboard.press("Enter");
  const name = (await focusedMark(page).getAttribute("aria-label"))!.split(":")[0]!;
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: `Remove ${name}` })).toBeVisible();
  await expect(picture(page).getByRole("button", { name: new RegExp(`^${name}: `), pressed: true })).toBeFocused();
});
