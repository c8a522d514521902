// A data set that is much longer than ours: the list begins with its first rows, and the document does not grow with it.
import type { Page } from "@playwright/test";
import { list, marks, open, row, rows, search } from "../atlas";
import { expect, test } from "../fixtures";

const TIMES = 30;

type Digest = { briefs: { id: string; listing: string; name: { en: string } }[] };

/** The digest of the site, every record of it so many times. */
test.beforeEach(async ({ page }) => {
  await page.route("**/data/digest-*.json", async (route) => {
    const text = await (await route.fetch()).text();
    const digest = JSON.parse(text) as Digest;
    const copies = (brief: Digest["briefs"][number]) =>
      Array.from({ length: TIMES }, (_, nth) => ({ ...brief, id: nth ? `${brief.id}-${nth}` : brief.id }));
    const long = JSON.stringify({ ...digest, briefs: digest.briefs.flatMap(copies) });
    // A number of 64 bits, which JavaScript would round: the data file would be another then, and take its place.
    const checksum = /"checksum":\d+/;
    await route.fulfill({ contentType: "application/json", body: long.replace(checksum, checksum.exec(text)![0]) });
  });
});

const expectAll = (page: Page) =>
  expect(page.getByRole("status").filter({ hasText: /^1,350 partnerships$/ })).toBeVisible();

const items = (page: Page) => list(page).getByRole("listitem");

test("a long list begins with a hundred rows, says how many there are, and shows a hundred more when asked", async ({ page }) => {
  await open(page);
  await expectAll(page);
  await expect(rows(page)).toHaveCount(100);
  await expect(items(page).first()).toHaveAttribute("aria-posinset", "1");
  await expect(items(page).first()).toHaveAttribute("aria-setsize", "1350");
  await expect(page.getByText("100 of 1,350 shown")).toBeVisible();
  await page.getByRole("button", { name: "Show 100 more" }).first().click();
  await expect(rows(page)).toHaveCount(200);
  await expect(rows(page).nth(100)).toBeFocused();
  await expect(page.getByText("200 of 1,350 shown")).toBeVisible();

  await search(page).fill("who");
  await expect(page.getByText("of 1,350 shown")).toHaveCount(0);
  await expect(row(page, "World Health Organization")).toHaveCount(TIMES);
});

test("of many rows only those near what is seen are in the document, and the row with the focus", async ({ page }) => {
  await open(page);
  const more = page.getByRole("button", { name: "Show 100 more" }).first();
  for (let n = 200; n <= 800; n += 100) {
    await more.click();
    await expect(page.getByText(`${n} of 1,350 shown`)).toBeVisible();
    expect(await rows(page).count()).toBeLessThanOrEqual(201);
    // The first of the new rows has the focus; the last of the list is what the person goes to.
    await expect(list(page).locator(`[aria-posinset="${n - 99}"] a`)).toBeFocused();
    await more.scrollIntoViewIfNeeded();
    await expect(list(page).locator(`[aria-posinset="${n}"]`)).toHaveCount(1);
  }
  const focused = list(page).locator('[aria-posinset="701"] a');
  await page.evaluate(() => scrollTo(0, 0));
  await expect(items(page).first()).toHaveAttribute("aria-posinset", "1");
  await expect(list(page).locator('[aria-posinset="1"]')).toBeInViewport();
  await expect(focused).toBeFocused();
  expect(await rows(page).count()).toBeLessThanOrEqual(201);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/partners\//);
  await page.goBack();
  await expect(page.getByText("800 of 1,350 shown")).toBeVisible();
});

test("the map stands for all of them with as many marks as before", async ({ page }) => {
  await open(page);
  await expectAll(page);
  expect(await marks(page).count()).toBeLessThan(40);
  await marks(page).filter({ has: page.locator(".mark__count") }).first().click();
  const card = page.getByRole("dialog");
  await expect(card.getByRole("link")).toHaveCount(100);
  await expect(card.getByText(/^100 of [\d,]+ shown$/)).toBeVisible();
});
