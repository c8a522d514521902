// What browsers do to what is kept in them: each test's name begins with the id of its row in tests/faults.md.
import { chromium, type Download, type Page } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open } from "../atlas";
import { expect, test } from "../fixtures";
import { begin, changeSecond, expectNote, field, holdTimers, notes, PREFIX, refuse, releaseTimers, saved, stored, write } from "../notes";

/** What a browser lets one origin keep in local storage, in UTF-16 units. */
const QUOTA_UNITS = 5_242_880;

/** Leaves no room in local storage, as another page of the same origin might. */
const fill = (page: Page) =>
  page.evaluate((quota) => {
    const used = Object.entries(localStorage).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
    localStorage.setItem("stranger", "x".repeat(quota - used - "stranger".length));
  }, QUOTA_UNITS);

/** What a file that the page gave to the person holds. */
async function text(download: Download) {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

test("F51 local storage is full, and what is written goes on into the second store", async ({ page }) => {
  await write(page, "Before it was full");
  await fill(page);
  await field(page).fill("After it was full, in many more words than before");
  await expect(page.getByText(/one of the two places in this browser is full/)).toBeVisible();
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expectNote(page, "After it was full, in many more words than before");
});

test("F52 local storage is refused, and the second store carries on alone", async ({ page }) => {
  await refuse(page, "localStorage");
  await write(page, "Only in the second store");
  await expectNote(page, "Only in the second store");
});

test("F53 local storage begins to fail while a note is written", async ({ page }) => {
  await write(page, "Before");
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("gone", "UnknownError");
    };
  });
  await field(page).fill("After it began to fail");
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expectNote(page, "After it began to fail");
});

test("F54 local storage takes texts and does not keep them", async ({ page }) => {
  await page.addInitScript(() => (Storage.prototype.setItem = () => {}));
  await write(page, "Kept elsewhere");
  expect(await stored(page)).toEqual([]);
  await expectNote(page, "Kept elsewhere");
});

test("F55 the second store is refused, and local storage carries on alone", async ({ page }) => {
  await refuse(page, "indexedDB");
  await write(page, "Only in local storage");
  await expectNote(page, "Only in local storage");
});

test("F56 every store is refused, and the person keeps the text and is told within a second", async ({ page }) => {
  await refuse(page, "localStorage", "indexedDB");
  await begin(page);
  await field(page).fill("Kept by nobody");
  await expect(page.getByText(/not saved/i).first()).toBeVisible({ timeout: 1_500 });
  await expect(field(page)).toHaveValue("Kept by nobody");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download the text" }).click(),
  ]);
  expect(await text(download)).toContain("Kept by nobody");
});

test("F57 the browser is killed the moment a note is said to be saved", async ({ baseURL }) => {
  const profile = mkdtempSync(join(tmpdir(), "atlas-profile-"));
  const start = () =>
    chromium.launchPersistentContext(profile, {
      executablePath: process.env.CHROME!,
      baseURL: baseURL!,
      locale: "en-GB",
      // So that the process can be found by its profile and killed without warning.
      args: ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"],
    });
  try {
    const first = await start();
    const page = await first.newPage();
    await write(page, "Said to be saved");
    const { execFileSync } = await import("node:child_process");
    const gone = new Promise((resolve) => first.once("close", resolve));
    execFileSync("pkill", ["-KILL", "-f", profile]);
    await gone;

    const second = await start();
    await expectNote(await second.newPage(), "Said to be saved");
    await second.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

test("F58 each stored text is damaged in turn, and no note is lost", async ({ page }) => {
  await write(page, "Survives damage");
  await page.getByRole("button", { name: "Done" }).click();
  const keys = (await stored(page)).map(([key]) => key);
  expect(keys.length).toBeGreaterThan(3);
  for (const key of keys) {
    await test.step(key, async () => {
      const value = await page.evaluate((key) => localStorage.getItem(key)!, key);
      await page.evaluate(([key, value]) => localStorage.setItem(key!, value!), [key, `${value.slice(0, -3)}\u0000{{`]);
      await expectNote(page, "Survives damage");
    });
  }
});

test("F59 a note is damaged in both stores, and is set aside and can be downloaded", async ({ page }) => {
  await write(page, "Damaged everywhere");
  const [key] = (await stored(page)).find(([key]) => key.startsWith(`${PREFIX}note:`))!;
  await changeSecond(page, { key, value: "2 0 00000000 Damaged" });
  await page.evaluate((key) => localStorage.setItem(key, "2 0 00000000 Damaged"), key);
  await open(page, "./notebook/");
  await page.reload();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("status").filter({ hasText: /kept aside/ }).getByRole("button", { name: "Download" }).click(),
  ]);
  expect(await text(download)).toContain("Damaged");
});

test.describe("after an error in the app", () => {
  test.use({ expectedProblems: [/uncaught|panicked|unreachable|broken for good/] });

  test("F60 the app stops while a note is half typed, and the page shows the text", async ({ page }) => {
    await write(page, "Saved before");
    await page.evaluate(() => {
      // The next thing that the app wants to show fails in a way that it cannot expect.
      const { createElement } = Document.prototype;
      const { cloneNode } = Node.prototype;
      const broken = () => {
        Document.prototype.createElement = createElement;
        Node.prototype.cloneNode = cloneNode;
        throw new Error("broken for good");
      };
      Document.prototype.createElement = broken;
      Node.prototype.cloneNode = broken;
    });
    // Both in one step, so that there is no pause in which it would be saved.
    await page.evaluate(() => {
      const field = document.querySelector<HTMLTextAreaElement>("textarea[data-note]")!;
      field.value += " and more";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      [...document.querySelectorAll("button")].find((it) => it.textContent?.includes("Areas of work"))!.click();
    });
    const alert = page.getByRole("alert").filter({ hasText: "The atlas has stopped" });
    await expect(alert).toBeVisible();
    const rescued = alert.getByRole("textbox", { name: "This text was not saved:" });
    await expect(rescued).toHaveValue("Saved before and more");
    await expect(alert.getByRole("button", { name: "Copy" })).toBeVisible();
    const [download] = await Promise.all([page.waitForEvent("download"), alert.getByRole("link", { name: "Download" }).click()]);
    expect(await text(download)).toBe("Saved before and more");
    await page.reload();
    await expectNote(page, "Saved before");
  });
});

test("F61 the page is left right after the last key", async ({ page }) => {
  await begin(page);
  await field(page).pressSequentially("Left at once");
  await page.goto("about:blank");
  await expectNote(page, "Left at once");
});

test("F62 everything of the origin is cleared in another tab", async ({ page, context }) => {
  await write(page, "Still in this tab");
  const other = await context.newPage();
  await open(other);
  await other.evaluate(() => localStorage.clear());
  await other.close();
  await field(page).fill("Still in this tab, and kept again");
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expectNote(page, "Still in this tab, and kept again");
});

test("F63 both stores are cleared while the page is open", async ({ page }) => {
  await write(page, "The first note");
  await page.getByRole("button", { name: "Done" }).click();
  await changeSecond(page, "clear");
  await page.evaluate(() => localStorage.clear());
  await page.getByRole("button", { name: "Write a note" }).click();
  await field(page).fill("The second note");
  await expect(saved(page)).toBeVisible();
  await expectNote(page, "The first note");
  await expect(notes(page).getByText("The second note")).toBeVisible();
});

test("F64 a newer version of the app was here in another tab", async ({ page }) => {
  await write(page, "Written by the old version");
  const before = await stored(page);
  await page.evaluate((prefix) => localStorage.setItem(`${prefix}schema`, "3"), PREFIX);
  await field(page).fill("Must not be written over the new version");
  await expect(page.getByText(/newer version/).first()).toBeVisible();
  await expect(field(page)).toHaveValue("Must not be written over the new version");
  const after = (await stored(page)).filter(([key]) => key.startsWith(`${PREFIX}note:`));
  expect(after).toEqual(before.filter(([key]) => key.startsWith(`${PREFIX}note:`)));
});

test("F65 two tabs change one note at the same time", async ({ page, context }) => {
  await write(page, "As it was");
  await page.getByRole("button", { name: "Done" }).click();
  const other = await context.newPage();
  await open(other, "./partners/who/");
  for (const tab of [page, other]) {
    await notes(tab).getByRole("button", { name: /^Edit/ }).first().click();
    await expect(field(tab)).toBeFocused();
    await holdTimers(tab);
  }
  await Promise.all([field(page).fill("From the first tab"), field(other).fill("From the second tab")]);
  await Promise.all([releaseTimers(page), releaseTimers(other)]);
  await Promise.all([expect(saved(page)).toBeVisible(), expect(saved(other)).toBeVisible()]);
  await open(page, "./partners/who/");
  await expect(notes(page).getByText("From the first tab")).toBeVisible();
  await expect(notes(page).getByText("From the second tab")).toBeVisible();
});

test("F66 another app keeps its own texts on the same origin", async ({ page }) => {
  await open(page);
  await page.evaluate(() => localStorage.setItem("stranger", "Not ours"));
  await write(page, "Ours");
  await open(page, "./notebook/");
  await page.getByRole("button", { name: /^Erase/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox").check();
  await dialog.getByRole("button", { name: /^Erase/ }).click();
  await expect.poll(() => stored(page).then((all) => all.filter(([key]) => key.includes(":note:")))).toEqual([]);
  expect(await page.evaluate(() => localStorage.getItem("stranger"))).toBe("Not ours");
});

test("F67 everything is erased while a note is open for writing", async ({ page }) => {
  await write(page, "Open while all was erased");
  await open(page, "./notebook/");
  await page.getByRole("button", { name: /^Edit/ }).click();
  await field(page).fill("Typed just before all was erased");
  await page.getByRole("button", { name: /^Erase/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox").check();
  await dialog.getByRole("button", { name: /^Erase/ }).click();
  await expect(page.getByText("All notes on this device were erased.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Were there notes here?")).toBeVisible();
  expect((await stored(page)).filter(([key]) => key.includes(":note:"))).toEqual([]);
});

test("F68 no store takes a note for a while, and it is kept with the next", async ({ page }) => {
  await write(page, "Before the trouble");
  await page.evaluate(() => {
    const { setItem } = Storage.prototype;
    const { transaction } = IDBDatabase.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException("not now", "UnknownError");
    };
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException("not now", "UnknownError");
    };
    Object.assign(globalThis, {
      mend: () => Object.assign(Storage.prototype, { setItem }) && Object.assign(IDBDatabase.prototype, { transaction }),
    });
  });
  await field(page).fill("Written in the trouble");
  await expect(page.getByText(/not saved/i).first()).toBeVisible();
  await page.getByRole("button", { name: "Done" }).click();
  await page.evaluate(() => (globalThis as unknown as { mend: () => void }).mend());
  await page.getByRole("button", { name: "Write a note" }).click();
  await field(page).fill("Written after it");
  await expect(saved(page)).toBeVisible();
  await expectNote(page, "Written in the trouble");
  await expect(notes(page).getByText("Written after it")).toBeVisible();
});

test("F69 a text of a megabyte is pasted, typed on, kept and found", async ({ page, context }) => {
  test.slow();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const line = "A line of a long text from İstanbul, with <b>marks</b> and __proto__.\n";
  const long = line.repeat(Math.ceil(1_048_576 / line.length));
  await begin(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), long);
  await page.keyboard.press("Control+v");
  await page.keyboard.type("and a last word");
  await expect(saved(page)).toBeVisible();
  await open(page, "./notebook/");
  await page.getByRole("searchbox", { name: "Search notes" }).fill("istanbul last");
  const found = page.getByRole("article").filter({ hasText: "and a last word" }).last();
  await expect(found.locator("b")).toHaveCount(0);
  await found.getByRole("button", { name: "Edit", exact: true }).click();
  expect(await field(page).inputValue()).toBe(`${long}and a last word`);
});

test("F70 the page is in a closed sandbox, which has no storage at all", async ({ page }) => {
  // As in a frame with `sandbox="allow-scripts allow-downloads"`: the origin of the page is "null".
  await page.route("**/*", async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    const policy = `${headers["content-security-policy"]}; sandbox allow-scripts allow-downloads`;
    await route.fulfill({
      response,
      headers: { ...headers, "content-security-policy": policy, "access-control-allow-origin": "*" },
    });
  });
  await begin(page);
  expect(await page.evaluate(() => globalThis.origin)).toBe("null");
  await field(page).fill("Written where nothing is kept");
  await expect(page.getByText(/not saved/i).first()).toBeVisible({ timeout: 1_500 });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download the text" }).click(),
  ]);
  expect(await text(download)).toContain("Written where nothing is kept");
});

test("F71 an old version is asked to erase what a newer one has written", async ({ page }) => {
  await write(page, "Kept by the newer version");
  await open(page, "./notebook/");
  await expect(page.getByText("Kept by the newer version")).toBeVisible();
  await page.evaluate((prefix) => localStorage.setItem(`${prefix}schema`, "3"), PREFIX);
  const before = await stored(page);
  await page.getByRole("button", { name: /^Erase/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox").check();
  await dialog.getByRole("button", { name: /^Erase/ }).click();
  await expect(page.getByText(/^Nothing was erased: a newer version/)).toBeVisible();
  expect(await stored(page)).toEqual(before);
});
