// The atlas without a connection, in a build that was asked to work so, and how one version follows another.
import { execFileSync } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { counted, dataset, list, open, row, rows, title } from "../atlas";
import { expect, test as base } from "../fixtures";
import { framed, page_, TAG, visit as visitHost } from "../hosts";
import { begin, expectNote, field, notes, saved, write } from "../notes";
import { copyOf, Host, OFFLINE_SITE } from "../sites";

const test = base.extend<{ site: Host; second: string }>({
  site: async ({}, use) => {
    const site = new Host();
    await site.start(OFFLINE_SITE);
    await use(site);
    site.stop();
  },
  baseURL: ({ site }, use) => use(site.address),
  // The next version: another boot script, and other words.
  second: async ({}, use, testInfo) => {
    const folder = copyOf(OFFLINE_SITE, testInfo.outputPath("second"));
    appendFileSync(join(folder, "boot.js"), '\nglobalThis.release = "second";\n');
    const words = join(folder, "locale/tr.first.json");
    writeFileSync(words, readFileSync(words, "utf8").replace("TDT Ortaklık Atlası", "İkinci Atlas"));
    execFileSync(process.env.ATLAS_TOOLS!, ["offline", folder]);
    await use(folder);
  },
});
test.use({ expectedProblems: [/Failed to (load resource|fetch)|ERR_|service worker|\b404\b|integrity/i] });

/** Opens the site and waits until all of it is kept, then opens it once more, as a page that the worker answers for. */
async function visit(page: Page) {
  await open(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await open(page);
  expect(await page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
}

const announcement = (page: Page) => page.getByRole("status").filter({ hasText: "A new version of the atlas is ready" });
const release = (page: Page) => page.evaluate(() => (globalThis as { release?: string }).release ?? "first");
const registrations = (page: Page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
const caches_ = (page: Page) => page.evaluate(() => caches.keys());

/** Comes back to a tab, which then looks for a new version. */
const comeBack = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
const waits = (page: Page) =>
  expect
    .poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting)), { timeout: 20_000 })
    .toBe(true);

test("after one visit the list, partners and their details are there without a connection", async ({ page, site }) => {
  await open(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  site.isDown = true;
  await open(page);
  await expect(rows(page)).toHaveCount(await counted(page));
  await row(page, "World Health Organization").click();
  await expect(page.getByRole("heading", { name: "Timeline" })).toBeVisible();
  await open(page, "./tr/partners/who/");
  await expect(title(page)).toHaveText("Dünya Sağlık Örgütü");
  await expect(page.getByRole("heading", { name: "Zaman çizelgesi" })).toBeVisible();
  await open(page, "./notebook/");
  await expect(title(page)).toHaveText("Notebook");
});

test("notes are written without a connection, and are there when it is back", async ({ page, site }) => {
  await visit(page);
  site.isDown = true;
  await write(page, "Written on a train");
  await expectNote(page, "Written on a train");
  site.isDown = false;
  await expectNote(page, "Written on a train");
});

test("on a weak line the page is there after two seconds", async ({ page, site }) => {
  await visit(page);
  site.holdsPages = true;
  for (const address of ["./", "./partners/who/"]) {
    const start = Date.now();
    await page.goto(address, { waitUntil: "commit" });
    expect(Date.now() - start).toBeLessThan(4_000);
    await expect(page.getByRole("banner")).toBeVisible();
  }
  await expect(title(page)).toHaveText("World Health Organization");
});

test("data that is new on the host is shown, and kept for when there is no connection", async ({ page, site }, testInfo) => {
  await visit(page);
  const data = await dataset(page);
  const who = data.partnerships.find(({ id }) => id === "who")!;
  data.partnerships.push({ ...who, id: "new-partner", name: { en: "New Partner", tr: "Yeni Ortak" } });
  const edited = copyOf(OFFLINE_SITE, testInfo.outputPath("edited"));
  writeFileSync(join(edited, "data/partnerships.json"), JSON.stringify(data));
  await site.deploy(edited);
  await open(page);
  await expect(row(page, "New Partner")).toBeVisible();
  site.isDown = true;
  await open(page);
  await expect(row(page, "New Partner")).toBeVisible();
});

test("a new version is announced, not while a note is written, and used when the person wants it", async ({ page, site, second }) => {
  await visit(page);
  await write(page, "Written before the new version");
  await site.deploy(second);
  await comeBack(page);
  await waits(page);
  await expect(announcement(page)).toBeHidden();
  await field(page).fill("Written while it waits");
  await expect(saved(page)).toBeVisible();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(announcement(page)).toBeVisible();

  // Nothing forces it: the old version goes on, whole.
  await open(page, "./partners/who/");
  expect(await release(page)).toBe("first");
  await expect(announcement(page)).toBeVisible();
  await announcement(page).getByRole("button", { name: "Use it now" }).click();
  await expect.poll(() => release(page).catch(() => "")).toBe("second");
  await expect(notes(page).getByText("Written while it waits")).toBeVisible();
  await open(page);
  await expect(announcement(page)).toBeHidden();
  await expect.poll(() => caches_(page)).toHaveLength(1);
});

test("what is typed in another tab stays, and that tab goes on in its own version", async ({ page, context, site, second }) => {
  await visit(page);
  const other = await context.newPage();
  await begin(other);
  await field(other).fill("Typed in the old version");
  await site.deploy(second);
  await comeBack(page);
  await announcement(page).getByRole("button", { name: "Use it now" }).click();
  await expect.poll(() => release(page).catch(() => "")).toBe("second");
  await page.getByRole("combobox", { name: "Language" }).selectOption("Türkçe");
  await expect(page).toHaveTitle(/İkinci Atlas/);

  expect(await release(other)).toBe("first");
  await expect(field(other)).toHaveValue("Typed in the old version");
  await expect(announcement(other)).toBeHidden();
  await other.getByRole("button", { name: "Done" }).click();
  await expect(announcement(other)).toBeVisible();
  await other.getByRole("combobox", { name: "Language" }).selectOption("Türkçe");
  await expect(other).toHaveTitle(/TDT Ortaklık Atlası/);
});

test("a new version is there when all tabs were closed", async ({ page, context, site, second }) => {
  await visit(page);
  await site.deploy(second);
  await comeBack(page);
  await waits(page);
  await page.close();
  const isWaiting = () => (globalThis as unknown as { registration: ServiceWorkerRegistration }).registration.waiting !== null;
  const waiting = async () => Promise.all(context.serviceWorkers().map((worker) => worker.evaluate(isWaiting).catch(() => false)));
  await expect.poll(waiting, { timeout: 20_000 }).not.toContain(true);
  const tab = await context.newPage();
  await tab.goto("./");
  expect(await release(tab)).toBe("second");
});

test("a version that is only half on the host is not used", async ({ page, site, second }) => {
  appendFileSync(join(second, "boot.js"), '\nglobalThis.release = "half";\n');
  await visit(page);
  await site.deploy(second);
  const failed = page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!;
    const found = new Promise<ServiceWorker>((then) => registration.addEventListener("updatefound", () => then(registration.installing!)));
    await registration.update();
    const worker = await found;
    await new Promise<void>((then) => {
      const look = () => worker.state === "redundant" && then();
      worker.addEventListener("statechange", look);
      look();
    });
    return worker.state;
  });
  expect(await failed).toBe("redundant");
  await open(page);
  expect(await release(page)).toBe("first");
  // A browser tries again at each visit, and gives up again.
  await expect.poll(() => caches_(page)).toHaveLength(1);
});

test("a build that was not asked to takes the worker and what it kept away, and leaves the notes", async ({ page, site }, testInfo) => {
  await visit(page);
  await write(page, "Kept by the person");
  const retired = copyOf(OFFLINE_SITE, testInfo.outputPath("retired"));
  execFileSync(process.env.ATLAS_TOOLS!, ["offline", "--off", retired]);
  await site.deploy(retired);
  await open(page);
  await expect.poll(() => registrations(page), { timeout: 20_000 }).toBe(0);
  await expect.poll(() => caches_(page)).toEqual([]);
  await expectNote(page, "Kept by the person");
  await expect(page.locator("meta[name=atlas-version]")).toHaveCount(0);
  site.isDown = true;
  await expect(page.goto("./")).rejects.toThrow();
});

test("a frame neither asks for the worker nor is answered by it", async ({ page, site, host }) => {
  const address = await host({ "/": page_(TAG('view="list" height="640"')) });
  await visitHost(page, address);
  const frame = page.frames()[1]!;
  // A browser may refuse workers to pages of other sites altogether.
  expect(await frame.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length, () => 0))).toBe(0);

  // In a page of the same site, where the worker could.
  await visit(page);
  const answered = new Map<string, boolean>();
  page.on("response", (response) => answered.set(new URL(response.url()).pathname, response.fromServiceWorker()));
  await open(page, "./embed/");
  await expect(framed(page).getByRole("main")).toBeVisible({ timeout: 20_000 });
  expect(answered.get("/atlas/frame/")).toBe(false);
  expect(answered.get("/atlas/embed.js")).toBe(false);
  site.isDown = true;
  await page.goto("./frame/").then(
    () => expect(page.url(), "a frame without a connection").toBe(""),
    () => {},
  );
});

test("it can be installed in the language of the page", async ({ page, baseURL }) => {
  for (const [address, name] of [["./", "OTS Partnership Atlas"], ["./tr/partners/who/", "TDT Ortaklık Atlası"]] as const) {
    await open(page, address);
    const url = await page.locator("link[rel=manifest]").evaluate((link) => (link as HTMLLinkElement).href);
    const manifest = await (await page.request.get(url)).json();
    expect(manifest.name).toBe(name);
    expect(new URL(manifest.scope, url).href).toBe(baseURL);
    for (const { src } of manifest.icons) expect((await page.request.get(new URL(src, url).href)).ok()).toBe(true);
  }
});

base("a build that was not asked to has no worker", async ({ page }) => {
  await open(page);
  await expect(list(page)).toBeVisible();
  expect(await registrations(page)).toBe(0);
  await expect(page.locator("link[rel=manifest]")).toHaveCount(0);
});
