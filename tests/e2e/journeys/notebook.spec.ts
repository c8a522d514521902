// The notebook's page: found and ordered, exchanged with others, and never lost on the way.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { open, title } from "../atlas";
import { expect, test } from "../fixtures";
import { annotation, card, cards, download, file, notesOf, press, preview, previewOf, seed, take } from "../notebook";

const WHO = { id: 11, on: "who", text: "Ask about the second action plan", tags: ["summit"] };
const OIC = { id: 12, on: "oic", text: "Check who signed in İstanbul", tags: ["press", "summit"] };
const UNESCO = { id: 13, on: "unesco", text: "Draft letter sent", more: { "atlas:flag": "question" } };
const said = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text });
const choose = (page: Page, name: string, label: string) => page.getByRole("combobox", { name }).selectOption({ label });
const openTrash = (page: Page) => page.getByText(/^Trash: /).click();

/** Throws a note away. */
const trash = (page: Page, text: string) => card(page, text).getByRole("button", { name: "Delete", exact: true }).click();

/** Changes the text of a note in its card. */
async function rewrite(page: Page, from: string, to: string) {
  await card(page, from).getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByRole("textbox", { name: "Note", exact: true }).fill(to);
  await press(page, "Done");
  await expect(card(page, to)).toBeVisible();
}

test("an empty notebook says what notes are, and asks whether there were any", async ({ page }) => {
  await open(page, "./notebook/");
  await expect(page.getByRole("heading", { name: "No notes yet" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Were there notes here?" })).toBeVisible();
  await page.getByLabel("Import a backup").setInputFiles(file([annotation(page, WHO)]));
  await press(page, "Import");
  await expect(cards(page)).toHaveCount(1);
  await page.reload();
  await expect(card(page, WHO.text)).toBeVisible();
});

test("a file is told before it changes anything, and taken back in one step", async ({ page }) => {
  await seed(page, WHO);
  const elsewhere = { id: 14, on: "https://example.org/page", text: "On another site" };
  const rows = await previewOf(page, file([...[WHO, OIC, elsewhere].map((it) => annotation(page, it)), 42, { type: "Book" }]));
  await expect(rows).toHaveText(["2 new notes", "1 note is here already", /^2 entries were not understood/]);
  await expect(cards(page)).toHaveCount(1);
  const aside = await download(page, "Download what was not understood");
  expect(JSON.parse(aside.text)).toEqual([42, { type: "Book" }]);
  await press(page, "Import");
  await expect(title(page)).toBeFocused();
  await expect(cards(page)).toHaveCount(3);
  await expect(card(page, "On another site")).toBeVisible();
  await press(page, "Undo the import");
  await expect(cards(page)).toHaveCount(1);
  await press(page, "Redo");
  await expect(cards(page)).toHaveCount(3);
  await page.keyboard.press("Control+z");
  await expect(cards(page)).toHaveCount(1);
  const again = await previewOf(page, file([WHO, OIC, elsewhere].map((it) => annotation(page, it))));
  await expect(again).toHaveText(["1 note is here already", /^2 notes are in the trash here and stay there/]);
});

test("a cancelled import changes nothing, and neither does a file without notes", async ({ page }) => {
  await seed(page, WHO);
  await previewOf(page, file([annotation(page, OIC)]));
  await press(page, "Cancel");
  await expect(preview(page)).toHaveCount(0);
  await expect(cards(page)).toHaveCount(1);
  await page.getByLabel("Import a file").setInputFiles(file([], "nothing.json"));
  await expect(said(page, "“nothing.json” holds no notes")).toBeVisible();
});

test.describe("where a file is no JSON", () => {
  // The detail goes to the console, for who looks there.
  test.use({ expectedProblems: [/no JSON/] });

  test("it is named, and nothing changes", async ({ page }) => {
    await seed(page, WHO);
    await page.getByLabel("Import a file").setInputFiles(file("{", "letter.json"));
    await expect(said(page, "“letter.json” could not be read")).toBeVisible();
    await expect(cards(page)).toHaveCount(1);
  });
});

const CHOICES = [
  { choice: "Keep mine", kept: ["Mine"] },
  { choice: "Take theirs", kept: ["Theirs"] },
  { choice: "Keep both", kept: ["Mine", "Theirs"] },
];

for (const { choice, kept } of CHOICES) {
  test(`a note that was changed on both sides is asked about: ${choice.toLowerCase()}`, async ({ page, elsewhere }) => {
    await seed(page, WHO);
    const backup = file((await download(page, "Download a backup")).text);
    await open(elsewhere, "./notebook/");
    await take(elsewhere, backup);
    await rewrite(page, WHO.text, "Mine");
    await rewrite(elsewhere, WHO.text, "Theirs");
    const rows = await previewOf(page, file((await download(elsewhere, "Download a backup")).text));
    await expect(rows).toHaveText(["1 conflict: choose below"]);
    const conflict = preview(page).getByRole("group", { name: "World Health Organization" });
    for (const text of ["Mine", "Theirs"]) await expect(conflict.getByText(text, { exact: true })).toBeVisible();
    await expect(conflict.getByRole("radio", { name: "Keep both" })).toBeChecked();
    await conflict.getByRole("radio", { name: choice }).check();
    await press(page, "Import");
    for (const text of ["Mine", "Theirs"]) {
      await expect(cards(page).getByText(text, { exact: true })).toHaveCount(kept.includes(text) ? 1 : 0);
    }
    const undo = page.getByRole("button", { name: "Undo the import" });
    // Where nothing was taken from the file, nothing is there to be taken back.
    if (choice === "Keep mine") return expect(undo).toHaveCount(0);
    await undo.click();
    await expect(cards(page).getByText("Mine", { exact: true })).toHaveCount(1);
    await expect(cards(page).getByText("Theirs", { exact: true })).toHaveCount(0);
  });
}

test("a backup brings back the same notebook after everything was erased", async ({ page }) => {
  await seed(page, WHO, OIC, UNESCO);
  await expect(page.getByText("No backup was made yet.")).toBeVisible();
  const before = await download(page, "Download a backup");
  expect(before.name).toMatch(/^ots-atlas-notebook-\d{4}-\d\d-\d\d\.jsonld$/);
  await expect(page.getByText(/^Last backup: /)).toBeVisible();
  await press(page, "Erase all notes");
  const dialog = page.getByRole("dialog", { name: "Erase all notes on this device?" });
  await expect(dialog).toContainText("3 notes go");
  const erase = dialog.getByRole("button", { name: "Erase everything" });
  await erase.click({ force: true });
  await expect(dialog).toBeVisible();
  await dialog.getByRole("checkbox", { name: "Yes, delete all of them" }).check();
  await erase.click();
  await expect(said(page, "All notes on this device were erased.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "No notes yet" })).toBeVisible();
  await take(page, file(before.text));
  await expect(cards(page)).toHaveCount(3);
  const after = await download(page, "Download a backup");
  expect(notesOf(after.text)).toEqual(notesOf(before.text));
});

test("a note that was deleted for ever does not come back with an old file", async ({ page }) => {
  await seed(page, WHO, OIC);
  const old = file((await download(page, "Download a backup")).text);
  await trash(page, WHO.text);
  await expect(cards(page)).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Undo delete" })).toBeFocused();
  await openTrash(page);
  await press(page, `Delete for ever: ${WHO.text}`);
  const dialog = page.getByRole("dialog", { name: "Delete 1 note for ever?" });
  await dialog.getByRole("button", { name: "Delete for ever" }).click();
  await expect(page.getByText(/^Trash: /)).toHaveCount(0);
  const rows = await previewOf(page, old);
  await expect(rows).toHaveText(["1 note is here already", "1 note is older than here and changes nothing"]);
  await expect(preview(page)).toContainText("This file would change nothing.");
});

test("a note comes back from the trash", async ({ page }) => {
  await seed(page, WHO, OIC);
  await trash(page, WHO.text);
  await openTrash(page);
  await expect(page.getByText("deleted in 29 days").or(page.getByText("deleted in 30 days"))).toBeVisible();
  await press(page, `Restore: ${WHO.text}`);
  await expect(card(page, WHO.text)).toBeVisible();
  await expect(page.getByText(/^Trash: /)).toHaveCount(0);
});

test("notes are searched with the same fold, filtered, grouped and sorted", async ({ page }) => {
  await seed(page, WHO, OIC, UNESCO);
  const search = page.getByRole("searchbox", { name: "Search notes" });
  await search.fill("istanbul");
  await expect(said(page, "1 note found")).toBeVisible();
  await expect(card(page, OIC.text)).toBeVisible();
  await search.fill("dünya sağlık");
  await expect(card(page, WHO.text)).toBeVisible();
  await search.fill("");
  await expect(cards(page)).toHaveCount(3);
  await choose(page, "Filter by tag", "summit");
  await expect(cards(page)).toHaveCount(2);
  await choose(page, "Filter by tag", "All tags");
  await choose(page, "Filter by flag", "Question");
  await expect(cards(page)).toHaveCount(1);
  await choose(page, "Filter by flag", "All flags");
  await choose(page, "Group notes", "By tag");
  await expect(page.getByRole("heading", { level: 3 }).filter({ hasText: /^(press|summit|Without)/ })).toHaveText(["press 1", "summit 2", "Without a tag 1"]);
  await choose(page, "Group notes", "By partner");
  await expect(page.getByRole("heading", { level: 3, name: "World Health Organization" })).toBeVisible();
  await choose(page, "Group notes", "Not grouped");
  await expect(cards(page).first()).toContainText(UNESCO.text);
});

test("what is due comes first, and what has changed stands apart with the old text", async ({ page }) => {
  const due = { ...WHO, more: { "atlas:followUp": "2020-01-31" } };
  const gone = { id: 15, on: "gone-partner", text: "It was renamed" };
  await seed(page, due, gone, OIC);
  await expect(page.getByRole("region", { name: "Due follow-ups" }).getByText(WHO.text)).toBeVisible();
  const review = page.getByRole("region", { name: "Needs review" });
  await expect(review).toContainText("The partner is no longer in the data.");
  await expect(review).toContainText("It was renamed");
  await expect(page.getByRole("region", { name: "1 other note" }).getByRole("article")).toHaveCount(1);
  await page.getByRole("searchbox", { name: "Search notes" }).fill("renamed");
  await expect(cards(page)).toHaveCount(1);
});

test("of ten thousand notes a hundred are shown at first, and of those that need review too", async ({ page }) => {
  test.slow();
  await open(page, "./notebook/");
  const many = Array.from({ length: 10_000 }, (_, n) => ({
    ...annotation(page, { id: 1, on: n % 2 ? "who" : "gone-partner", text: `Note ${n}` }),
    id: `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
  }));
  await take(page, file(many));
  const others = page.getByRole("region", { name: "5,000 other notes" });
  await expect(others.getByRole("article")).toHaveCount(100);
  await expect(page.getByRole("region", { name: "Needs review" }).getByRole("article")).toHaveCount(100);
  await others.getByRole("button", { name: "Show 100 more" }).click();
  await expect(others.getByRole("article")).toHaveCount(200);
  await page.getByRole("searchbox", { name: "Search notes" }).fill("note 9999");
  await expect(cards(page)).toHaveCount(1);
});

test("other forms can be taken along, corrections only where there are some", async ({ page }) => {
  await seed(page, WHO);
  await page.getByText("Other formats").click();
  await expect(page.getByRole("button", { name: "Corrections" })).toHaveCount(0);
  expect((await download(page, "Table (CSV)")).text).toContain(WHO.text);
  expect((await download(page, "Page to print")).text).toContain(`dir="auto">${WHO.text}<`);
  expect((await download(page, "Calendar of follow-ups")).text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  const correction = { field: "seat.city", old: "geneva", proposed: "bern", source: "https://example.org" };
  await take(page, file([annotation(page, { ...OIC, more: { "atlas:correction": correction } })]));
  expect(JSON.parse((await download(page, "Corrections")).text)).toMatchObject([{ partnership: "oic", ...correction }]);
});

test("on a shared computer notes are in the tab alone, and the page says so", async ({ page }) => {
  await seed(page, WHO);
  const notice = page.getByText(/^Shared computer: notes are in this tab only/);
  await page.getByRole("checkbox", { name: "This is a shared computer" }).check();
  await expect(notice).toBeVisible();
  await expect(cards(page)).toHaveCount(0);
  await take(page, file([annotation(page, OIC)]));
  await page.getByRole("link", { name: "Prepare a brief" }).click();
  await expect(notice).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Notebook" }).click();
  await expect(card(page, OIC.text)).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("İstanbul");
  await page.getByRole("checkbox", { name: "This is a shared computer" }).uncheck();
  await expect(notice).toHaveCount(0);
  await expect(card(page, WHO.text)).toBeVisible();
});

test("what is stored is listed with its size, and its text on demand", async ({ page }) => {
  await seed(page, WHO);
  await press(page, "Show entries");
  const entry = page.getByRole("list").getByRole("group").filter({ hasText: /notebook:note:.* characters/ });
  await entry.first().locator("summary").click();
  await expect(entry.first()).toContainText(WHO.text);
  const all = JSON.parse((await download(page, "Download all")).text);
  expect(JSON.stringify(all.localStorage)).toContain(WHO.text);
  expect(JSON.stringify(all.indexedDB)).toContain(WHO.text);
  await expect(page.getByText(/^Your notes are in this browser, under 127\.0\.0\.1/)).toContainText("In two stores");
  await expect(page.getByText(/^Room for about [\d,]+ more notes \(\d+ % free\)\.$/)).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [320, 1440]) {
    test.describe(`${colorScheme}, ${width} pixels wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      test("the notebook has no barrier, in any of its states", async ({ page }) => {
        test.slow();
        const expectNoBarrier = async (state: string) => {
          const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
          const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} – ${node.failureSummary}`));
          expect.soft(found, state).toEqual([]);
          expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), state).toBeLessThanOrEqual(width);
        };
        await open(page, "./notebook/");
        await expect(page.getByRole("heading", { name: "No notes yet" })).toBeVisible();
        await expectNoBarrier("empty");
        const due = { ...WHO, more: { "atlas:followUp": "2020-01-31" } };
        const seeds = [due, OIC, UNESCO, { id: 15, on: "gone-partner", text: "It was renamed" }];
        await previewOf(page, file([...seeds.map((it) => annotation(page, it)), 42]));
        await expectNoBarrier("preview of a file");
        await press(page, "Import");
        await expect(cards(page)).toHaveCount(4);
        await trash(page, OIC.text);
        await openTrash(page);
        await choose(page, "Group notes", "By partner");
        await press(page, "Show entries");
        for (const name of ["Other formats", "Who can read them"]) await page.getByText(name).click();
        await expectNoBarrier("notes");
        await press(page, "Erase all notes");
        await expectNoBarrier("about to erase");
      });
    });
  }
}
