// Notes in a frame, in browsers that part what sites store as those of people do: the flags that Playwright adds to
// Chromium turn that off, so that these start one without them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type FrameLocator, type Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { TAG, barriersWithin, framed, page_, rows, visit } from "../hosts";

const CARD = 'view="partner" partner="who" notes="on"';
const field = (frame: FrameLocator) => frame.getByRole("textbox", { name: "Note", exact: true });

async function write(frame: FrameLocator, text: string) {
  await frame.getByRole("button", { name: "Write a note" }).click();
  await field(frame).fill(text);
  await frame.getByRole("button", { name: "Done" }).click();
  await expect(frame.getByText(text)).toBeVisible();
}

/** A browser as a person starts it, with these preferences. */
async function person(preferences: object, use: (context: BrowserContext, page: Page) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), "atlas-person-"));
  mkdirSync(join(folder, "Default"));
  writeFileSync(join(folder, "Default", "Preferences"), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROME!,
    ignoreDefaultArgs: true,
    args: ["--headless=new", "--no-sandbox", "--remote-debugging-pipe", `--user-data-dir=${folder}`, "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=en-GB", "about:blank"],
  });
  try {
    await use(context, await context.newPage());
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

test("off by default, on a card too", async ({ page, host }) => {
  await visit(page, await host({ "/": page_(TAG('view="partner" partner="who"')) }));
  await expect(framed(page).getByRole("heading", { name: "World Health Organization" })).toBeVisible();
  await expect(framed(page).getByText("Timeline")).toBeVisible();
  await expect(framed(page).getByRole("button", { name: "Write a note" })).toHaveCount(0);
});

test("on a card they are written, said to be apart, and carried over as a file", async ({ host, baseURL }) => {
  const at = await host({ "/": page_(TAG(CARD)) });
  await person({}, async (context, page) => {
    await page.goto(at);
    await carryOver(context, page, baseURL!);
  });
});

async function carryOver(context: BrowserContext, page: Page, baseURL: string) {
  const frame = framed(page);
  await expect(frame.getByText("a separate notebook of this site in this browser")).toBeVisible({ timeout: 20_000 });
  await write(frame, "Seen in the frame");
  expect(await barriersWithin(page)).toEqual([]);
  const download = page.waitForEvent("download");
  await frame.getByRole("button", { name: "Download a backup" }).click();
  const file = await (await download).path();
  const tab = context.waitForEvent("page");
  await frame.getByRole("region", { name: "Notes in this frame" }).getByRole("link", { name: "Open in the full atlas" }).click();
  const atlas = await tab;
  await expect(atlas).toHaveURL(`${baseURL}partners/who/`);
  // There the note is not, until the file is taken in.
  await atlas.goto(`${baseURL}notebook/`);
  await atlas.getByLabel(/^Import a/).first().setInputFiles(file);
  await atlas.getByRole("button", { name: "Import", exact: true }).click();
  await expect(atlas.getByText("Seen in the frame")).toBeVisible();
}

test("nothing of them is told to the host", async ({ page, host }) => {
  await visit(page, await host({ "/": page_(TAG(CARD)) }));
  await write(framed(page), "Not for the host");
  expect(JSON.stringify(await page.evaluate(() => (globalThis as any).told))).not.toContain("Not for the host");
});

test("in the sandbox allow-scripts they last until the page is closed, and that is said", async ({ page, host }) => {
  await visit(page, await host({ "/": page_(TAG(`${CARD} sandbox="allow-scripts"`)) }));
  const frame = framed(page);
  await expect(frame.getByText("This browser keeps nothing in this frame")).toBeVisible({ timeout: 15_000 });
  await write(frame, "Gone when closed");
  await expect(frame.getByText("Private: kept in this tab only")).toBeVisible();
  await page.reload();
  await expect(framed(page).getByRole("button", { name: "Write a note" })).toBeVisible({ timeout: 20_000 });
  await expect(framed(page).getByText("Gone when closed")).toHaveCount(0);
});

for (const [cookies, mode] of [["allowed", 0], ["blocked", 1]] as const)
  test(`a browser that parts storage, with third-party cookies ${cookies}, keeps the notebook of a frame apart`, async ({ host, baseURL }) => {
    test.slow();
    const at = await host({ "/": page_(TAG(CARD)) });
    await person({ profile: { cookie_controls_mode: mode, block_third_party_cookies: mode === 1 } }, async (context, page) => {
      await page.goto(at);
      const frame = framed(page);
      const separate = frame.getByText("a separate notebook of this site in this browser");
      const nothing = frame.getByText("This browser keeps nothing in this frame");
      await expect(separate.or(nothing)).toBeVisible({ timeout: 20_000 });
      await write(frame, "Mine");
      const isKept = await separate.isVisible();
      const atlas = await context.newPage();
      await atlas.goto(`${baseURL}partners/who/`);
      await expect(atlas.getByRole("button", { name: "Write a note" })).toBeVisible({ timeout: 20_000 });
      await expect(atlas.getByText("Mine", { exact: true })).toHaveCount(0);
      expect(await atlas.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("notebook")))).toEqual([]);
      await page.reload();
      await expect(framed(page).getByRole("button", { name: "Write a note" })).toBeVisible({ timeout: 20_000 });
      await expect(framed(page).getByText("Mine", { exact: true })).toHaveCount(isKept ? 1 : 0);
      console.log(`cookies ${cookies}: ${isKept ? "kept apart" : "kept nowhere"}`);
    });
  });

test("a host of the same site shows the atlas too, and shares its notebook", async ({ page, host, context, baseURL }) => {
  await visit(page, await host({ "/": page_(TAG(CARD)) }, "same"));
  await write(framed(page), "Shared within the site");
  const atlas = await context.newPage();
  await atlas.goto(`${baseURL}partners/who/`);
  await expect(atlas.getByText("Shared within the site")).toBeVisible({ timeout: 20_000 });
  await page.goto(await host({ "/": page_(TAG('view="list"')) }, "same"));
  await expect(rows(framed(page)).first()).toBeVisible({ timeout: 20_000 });
});
