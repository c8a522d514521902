// On paper: what is read stays, what is pressed goes, and the addresses of sources can be typed in.
import { list, open, rows, title } from "../atlas";
import { expect, test } from "../fixtures";

test.beforeEach(async ({ page }) => page.emulateMedia({ media: "print" }));

test("a printed list has the rows and the map, and no controls", async ({ page }) => {
  await open(page, "./?sector=health");
  await expect(list(page)).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
  for (const role of ["search", "navigation", "combobox", "button"] as const) {
    await expect(page.getByRole(role).filter({ visible: true }).and(page.locator(":not(svg *)")), role).toHaveCount(0);
  }
  await expect(page.getByText("do not imply endorsement").filter({ visible: true })).not.toHaveCount(0);
});

test("a printed partner's page has its facts, with the address of each source", async ({ page }) => {
  await open(page, "./partners/who/");
  await expect(title(page)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Timeline" })).toBeVisible();
  for (const name of ["Copy link", "Print"]) await expect(page.getByRole("button", { name })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "All partnerships" })).toHaveCount(0);
  const link = page.getByRole("listitem").getByRole("paragraph").filter({ hasText: /^Sources:/ }).getByRole("link").first();
  const printed = await link.evaluate((it) => getComputedStyle(it, "::after").content);
  expect(printed).toMatch(/attr\(href\)|https:/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});
