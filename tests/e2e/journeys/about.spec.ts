// To take the data along, and to check a data file of one's own.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { type Dataset, counted, dataset, expectCount, open, title } from "../atlas";
import { expect, test } from "../fixtures";

async function download(page: Page, button: string) {
  const started = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const file = await started;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** Opens a data file in the checker. */
const check = (page: Page, name: string, content: unknown) =>
  page.getByLabel("Open a data file").setInputFiles({
    name,
    mimeType: "application/json",
    buffer: Buffer.from(typeof content === "string" ? content : JSON.stringify(content)),
  });

/** The published data with the record of one partner changed. */
async function changed(page: Page, change: (records: Record<string, any>, data: Dataset) => void) {
  const data = await dataset(page);
  change(Object.fromEntries(data.partnerships.map((it) => [it.id, it])), data);
  return data;
}

/** The records that a result counts on the about page. */
const inResult = async (page: Page) => Number.parseInt(await page.getByText("in the current result").innerText());

test("the table of a result starts with a byte order mark and has a row per record", async ({ page }) => {
  await open(page, "./about/?sector=health");
  const { name, bytes } = await download(page, "Download result (CSV)");
  expect(name).toBe("partnerships.csv");
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.subarray(3).toString("utf8").trimEnd().split("\r\n");
  expect(lines[0]).toMatch(/^Id,Acronym,Name,Kind,/);
  expect(lines).toHaveLength(1 + (await inResult(page)));
  expect(lines.some((line) => line.startsWith("who,WHO,World Health Organization,"))).toBe(true);
});

test("no cell of the table is a formula", async ({ page }) => {
  const data = await changed(page, ({ who }) => {
    who!.name.en = "=HYPERLINK(1)";
    who!.acronym.en = "@WHO";
  });
  await page.route("**/data/partnerships.json", (route) => route.fulfill({ json: data }));
  await open(page, "./about/");
  const text = (await download(page, "Download result (CSV)")).bytes.toString("utf8");
  expect(text).toContain("'=HYPERLINK(1)");
  const cells = text.split(/[,\r\n]+/).map((cell) => cell.replace(/^"/, ""));
  expect(cells.filter((cell) => /^[=@+\t]/.test(cell) || (cell.startsWith("-") && Number.isNaN(Number(cell))))).toEqual([]);
});

test("the map layer of a result is GeoJSON, and the data set is the file of the site", async ({ page }) => {
  await open(page, "./about/?stage=memorandum");
  const layer = await download(page, "Download result (GeoJSON)");
  expect(layer.name).toBe("partnerships.geojson");
  const { type, features } = JSON.parse(layer.bytes.toString("utf8"));
  expect(type).toBe("FeatureCollection");
  expect(features.length).toBe(await inResult(page));
  const tika = features.find((it: any) => it.id === "tika" || it.properties.id === "tika");
  expect(tika.geometry).toEqual({ type: "Point", coordinates: [32.85427, 39.91987] });
  const whole = await download(page, "Download data set (JSON)");
  expect(whole.name).toBe("partnerships.json");
  expect(JSON.parse(whole.bytes.toString("utf8"))).toEqual(await dataset(page));
});

test("a broken data file has every problem listed, with its place and what to do", async ({ page }) => {
  const data = await changed(page, ({ who, tika, iru, eu }) => {
    who!.sectors = ["magic"];
    tika!.milestones[0].date = "2020-02-31";
    iru!.milestones[0].sources = [];
    eu!.seat.city = "atlantis";
  });
  await open(page, "./about/");
  await check(page, "broken.json", data);
  const problems = page.getByRole("main").getByRole("listitem").filter({ has: page.locator("code") });
  await expect(problems).toHaveCount(4);
  await expect(problems.filter({ hasText: "“magic” is not a known code" })).toContainText("sectors");
  await expect(problems.filter({ hasText: "“2020-02-31” is not a possible date" })).toContainText("date");
  await expect(problems.filter({ hasText: "a claim has no source" })).toContainText("sources");
  await expect(problems.filter({ hasText: "“atlantis” is not in" })).toContainText("city");
  await expect(page.getByRole("heading", { name: "4 problems in “broken.json”" })).toBeVisible();
});

test("the good records of a file are a preview in this tab, which one can leave", async ({ page }) => {
  await open(page);
  const all = await counted(page);
  const data = await changed(page, ({ who, iru }) => {
    who!.kind = "magic";
    iru!.name.en = "Preview of IRU";
  });
  await page.getByRole("link", { name: "About" }).click();
  await check(page, "mine.json", data);
  const notice = page.getByRole("status").filter({ hasText: "Preview of the file “mine.json”, in this tab only." });
  await expect(notice).toBeVisible();
  await page.getByRole("link", { name: "Explore" }).click();
  await expectCount(page, all - 1);
  await expect(page.getByRole("link", { name: "Preview of IRU" })).toBeVisible();
  await notice.getByRole("button", { name: "Back to the published data" }).click();
  await expectCount(page, all);
  await expect(notice).toBeHidden();
});

test("a file without problems says so", async ({ page }) => {
  await open(page, "./about/");
  await check(page, "good.json", await dataset(page));
  await expect(page.getByRole("status").filter({ hasText: "No problem found in “good.json”" })).toBeVisible();
});

test("a file that is not JSON is named, with the place of the error, and changes nothing", async ({ page }) => {
  await open(page, "./about/");
  await check(page, "notes.txt", '{\n  "edition": oops\n}');
  await expect(page.getByRole("status").filter({ hasText: "“notes.txt” could not be read" })).toContainText("line 2");
  await expect(page.getByText("Preview of the file")).toHaveCount(0);
});

test("a page that becomes another gets title and focus, forward and back", async ({ page }) => {
  await open(page);
  await page.getByRole("link", { name: "About" }).click();
  await expect(title(page)).toHaveText("About the atlas");
  await expect(title(page)).toBeFocused();
  await expect(page).toHaveTitle("About the atlas – OTS Partnership Atlas");
  await page.evaluate(() => scrollTo(0, 600));
  await page.goBack();
  await expect(page).toHaveTitle("OTS Partnership Atlas");
  await expect(page.getByRole("link", { name: "About" }).or(title(page)).and(page.locator(":focus"))).toHaveCount(1);
  await page.goForward();
  await expect(title(page)).toHaveText("About the atlas");
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(600);
});

test("the theme that was chosen holds after a reload", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page);
  const dark = page.getByRole("button", { name: "Dark theme" });
  await expect(dark).toHaveAttribute("aria-pressed", "false");
  await dark.click();
  await expect(dark).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(dark).toHaveAttribute("aria-pressed", "true", { timeout: 20_000 });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
