// The data set comes in two steps: in brief with the page, and whole when the page is idle or needs it.
import type { Page } from "@playwright/test";
import { count, counted, dataset, expectCount, map, marks, open, option, openFacet, row, rows, search, title } from "../atlas";
import { expect, test } from "../fixtures";

test.use({ expectedProblems: [/Failed to load resource|Failed to fetch|\b404\b/] });

const WHOLE = "**/data/partnerships.json";
const DIGEST = "**/data/digest-*.json";

/** Holds the data file back until the function that it gives is called. */
async function hold(page: Page, answer: { json?: unknown } = {}) {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(WHOLE, async (route) => {
    await released;
    await (answer.json ? route.fulfill({ json: answer.json }) : route.continue());
  });
  return release;
}

/** The published data with a record more, which is like WHO's but for its id and name. */
async function withNewRecord(page: Page) {
  const data = await dataset(page);
  const who = data.partnerships.find((it) => it.id === "who")!;
  data.partnerships.push({ ...who, id: "new-partner", name: { en: "New Partner", tr: "Yeni Ortak" } });
  return data;
}

const timeline = (page: Page) => page.getByRole("heading", { name: "Timeline" });
const missing = (page: Page) => page.getByRole("status").filter({ hasText: "The milestones and sources could not be" });

test("list, map, filters and search do not wait for the data file", async ({ page }) => {
  const release = await hold(page);
  await open(page);
  const all = await counted(page);
  await expect(rows(page)).toHaveCount(all);
  await expect(marks(page)).not.toHaveCount(0);
  await openFacet(page, "Sector");
  await option(page, "Health").click();
  await expect.poll(() => counted(page)).toBeLessThan(all);
  await search(page).fill("dsö");
  await expect(row(page, "World Health Organization")).toBeVisible();
  release();
});

test("a partner's page has its head at once, and its details come without disturbing it", async ({ page }) => {
  const release = await hold(page);
  await open(page);
  await row(page, "World Health Organization").click();
  await expect(title(page)).toHaveText("World Health Organization");
  await expect(title(page)).toBeFocused();
  await expect(page.getByRole("article").getByText("Action plan", { exact: true })).toBeVisible();
  await expect(page.getByRole("article").getByRole("link", { name: "Health", exact: true })).toBeVisible();
  await expect(page.getByText("on their way")).toBeVisible();
  await title(page).evaluate((it) => it.setAttribute("data-kept", ""));
  release();
  await expect(timeline(page)).toBeVisible();
  await expect(page.getByText("on their way")).toHaveCount(0);
  await expect(title(page)).toBeFocused();
  await expect(title(page)).toHaveAttribute("data-kept", "");
});

test("the list stays as it is when the data file comes", async ({ page }) => {
  const release = await hold(page);
  await open(page);
  await rows(page).first().evaluate((it) => it.setAttribute("data-kept", ""));
  const whole = page.waitForResponse(WHOLE);
  release();
  await (await whole).finished();
  await page.getByRole("link", { name: "About" }).hover();
  await expect(rows(page).first()).toHaveAttribute("data-kept", "");
});

test("a data file that was changed on the host is shown without a build", async ({ page }) => {
  const release = await hold(page, { json: await withNewRecord(page) });
  await open(page, "./?q=health");
  const before = await counted(page);
  await search(page).focus();
  release();
  await expect(row(page, "New Partner")).toBeVisible();
  await expectCount(page, before + 1);
  await expect(search(page)).toBeFocused();
  await expect(search(page)).toHaveValue("health");
});

for (const [edition, wins] of [
  [{ number: "99.0", date: "2999-01-01" }, "file"],
  [{ number: "0.1", date: "2020-01-01" }, "page"],
] as const) {
  test(`of a page and a data file of edition ${edition.number}, the ${wins} is what is shown`, async ({ page }) => {
    const data = await withNewRecord(page);
    await page.route(WHOLE, (route) => route.fulfill({ json: { ...data, edition } }));
    await open(page);
    const sign = page.locator("meta[name=atlas-edition]");
    await expect(sign).toHaveAttribute("content", /^\d+(\.\d+)*$/);
    await expect(sign).toHaveAttribute("data-date", /^\d{4}-\d\d-\d\d$/);
    if (wins === "file") {
      await expect(row(page, "New Partner")).toBeVisible();
    } else {
      await expect(missing(page)).toBeVisible();
      await expect(row(page, "New Partner")).toHaveCount(0);
      await expect(row(page, "World Health Organization")).toBeVisible();
    }
  });
}

test("a record that is new on the host has a page", async ({ page }) => {
  const data = await withNewRecord(page);
  await page.route(WHOLE, (route) => route.fulfill({ json: data }));
  await open(page, "./partners/new-partner/");
  await expect(title(page)).toHaveText("New Partner");
  await expect(page).toHaveTitle("New Partner – OTS Partnership Atlas");
  await expect(timeline(page)).toBeVisible();
});

for (const [trouble, answer, reason] of [
  ["does not come", undefined, "could not be loaded"],
  ["is broken", { body: '{"edition": {]' }, "line 1, column 14"],
] as const) {
  test(`a data file that ${trouble} leaves the list as it is, and can be asked for again`, async ({ page }) => {
    await page.route(WHOLE, (route) => (answer ? route.fulfill(answer) : route.abort()));
    await open(page);
    await expect(missing(page)).toContainText(reason);
    await expect(rows(page)).toHaveCount(await counted(page));
    await expect(map(page)).toBeVisible();
    await page.unroute(WHOLE);
    await missing(page).getByRole("button", { name: "Try again" }).click();
    await expect(missing(page)).toHaveCount(0);
    await expect(title(page)).toBeFocused();
    await expect(count(page)).toBeVisible();
  });

  test(`a partner's page keeps its head when the data file ${trouble}`, async ({ page }) => {
    await page.route(WHOLE, (route) => (answer ? route.fulfill(answer) : route.abort()));
    await open(page, "./partners/who/");
    await expect(title(page)).toHaveText("World Health Organization");
    await expect(missing(page)).toContainText(reason);
    await page.unroute(WHOLE);
    await missing(page).getByRole("button", { name: "Try again" }).click();
    await expect(timeline(page)).toBeVisible();
    await expect(title(page)).toBeFocused();
  });
}

test("a file of one's own can be checked where the published one does not come", async ({ page }) => {
  const data = await withNewRecord(page);
  await page.route(WHOLE, (route) => route.abort());
  await open(page, "./about/");
  await expect(missing(page)).toBeVisible();
  await page
    .getByLabel("Open a data file")
    .setInputFiles({ name: "mine.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(data)) });
  await expect(page.getByRole("status").filter({ hasText: "No problem found in “mine.json”" })).toBeVisible();
  await page.getByRole("link", { name: "Explore" }).click();
  await expect(row(page, "New Partner")).toBeVisible();
});

for (const [trouble, answer] of [
  ["does not come", undefined],
  ["is broken", { body: "{" }],
] as const) {
  test.describe(`where the data set in brief ${trouble}`, () => {
    test.use({ expectedProblems: [/Failed to load resource|Failed to fetch|no JSON/] });

    test("the data file is enough", async ({ page }) => {
      await page.route(DIGEST, (route) => (answer ? route.fulfill(answer) : route.abort()));
      await open(page);
      const all = (await dataset(page)).partnerships.filter((it) => it.listing === "counted");
      await expectCount(page, all.length);
      await row(page, "World Health Organization").click();
      await expect(timeline(page)).toBeVisible();
    });
  });
}

test("another language asks for no other digest", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const nDigests = () => asked.filter((path) => path.includes("/data/digest-")).length;
  const release = await hold(page);
  await open(page);
  await page.getByRole("combobox", { name: "Language" }).selectOption("Türkçe");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Türk Devletleri Teşkilatı'nın ortaklıkları");
  release();
  await page.getByRole("link", { name: "Dünya Sağlık Örgütü" }).click();
  await expect(page.getByRole("heading", { name: "Zaman çizelgesi" })).toBeVisible();
  await page.getByRole("combobox", { name: "Dil" }).selectOption("English");
  await expect(timeline(page)).toBeVisible();
  expect(nDigests()).toBe(1);
});
