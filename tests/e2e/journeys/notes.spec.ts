// Notes on a partnership: written, kept, found again, and never lost between two tabs.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { chips, count, idsOf, open, openFacet, row, rows, title } from "../atlas";
import { expect, test } from "../fixtures";
import { holdTimers, releaseTimers } from "../notes";

const notes = (page: Page) => page.getByRole("region", { name: "Notes", exact: true });
const cards = (page: Page) => notes(page).getByRole("article");
const editor = (page: Page) => page.getByRole("group", { name: "Note being written" });
const field = (page: Page, name: string) => editor(page).getByLabel(name, { exact: true });
const choice = (page: Page, name: string) => editor(page).getByRole("combobox", { name, exact: true });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const saved = (page: Page) => page.getByRole("status").filter({ hasText: "Saved, in this browser" });

/** Begins a note on the whole partnership. */
async function begin(page: Page, text: string) {
  await press(page, "Write a note");
  await expect(field(page, "Note")).toBeFocused();
  await field(page, "Note").fill(text);
  await expect(saved(page)).toBeVisible();
}

async function write(page: Page, text: string) {
  await begin(page, text);
  await press(page, "Done");
  await expect(cards(page).filter({ hasText: text })).toHaveCount(1);
}

test("a note is kept as it is written, and is there after a reload", async ({ page }) => {
  await open(page, "./partners/who/");
  await begin(page, "Ask for the minutes.\nThen call Ankara.");
  await expect(field(page, "Note")).not.toHaveAttribute("data-unsaved");
  await field(page, "Tags").fill("minutes, Ankara, minutes");
  await choice(page, "Flag").selectOption("Question");
  await choice(page, "Priority").selectOption("High");
  await field(page, "Follow-up").fill("2020-01-31");
  await expect(saved(page)).toBeVisible();
  await page.reload();
  const card = cards(page).filter({ hasText: "Ask for the minutes." });
  await expect(card).toContainText("Then call Ankara.");
  await expect(card.getByRole("listitem").filter({ hasText: /^(minutes|Ankara)$/ })).toHaveText(["minutes", "Ankara"]);
  for (const fact of ["Question", "Priority: High", "Follow-up due: 31 January 2020", "written"]) await expect(card).toContainText(fact);
});

test("a note on a milestone says so, and the milestone says that there is one", async ({ page }) => {
  await open(page, "./partners/who/");
  const button = page.getByRole("button", { name: "Note on this milestone" }).first();
  await button.click();
  await expect(field(page, "Note")).toBeFocused();
  await page.keyboard.type("Who signed?");
  await page.keyboard.press("Escape");
  await expect(title(page)).toHaveText(/World Health Organization/);
  await expect(button).toBeFocused();
  await expect(button).toHaveAccessibleName("Note on this milestone, 1 note");
  await expect(cards(page)).toContainText("Action Plan 2026–2027 signed in Copenhagen");
});

test("a note on the selected text quotes it", async ({ page }) => {
  await open(page, "./partners/who/");
  await press(page, "Write a note");
  await press(page, "Done");
  const onSelection = page.getByRole("button", { name: "Note on the selected text" });
  await expect(onSelection).toBeDisabled();
  await page.getByText(/^The Secretariat cooperates with the WHO/).evaluate((element) => {
    const text = element.firstChild!;
    const start = text.textContent!.indexOf("memorandum of understanding");
    getSelection()!.setBaseAndExtent(text, start, text, start + "memorandum of understanding".length);
  });
  await onSelection.click();
  await expect(field(page, "Note")).toBeFocused();
  await expect(editor(page).locator("blockquote")).toHaveText("memorandum of understanding");
  await page.keyboard.type("Find the original.");
  await press(page, "Done");
  await page.reload();
  await expect(cards(page).locator("blockquote")).toHaveText("memorandum of understanding");
  const nMarked = () => page.evaluate(() => CSS.highlights.get("noted")?.size);
  await expect.poll(nMarked).toBe(1);
});

test("a note is edited, deleted, taken back, undone and done again by keyboard alone", async ({ page }) => {
  await open(page, "./partners/who/");
  await page.getByRole("button", { name: "Write a note" }).press("Enter");
  await expect(field(page, "Note")).toBeFocused();
  await page.keyboard.type("First");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Write a note" })).toBeFocused();
  const edit = page.getByRole("button", { name: "Edit", exact: true });
  await edit.press("Enter");
  await expect(field(page, "Note")).toBeFocused();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" and second");
  await page.keyboard.press("Escape");
  await expect(edit).toBeFocused();
  await expect(cards(page)).toContainText("First and second");
  await page.keyboard.press("Control+z");
  await expect(cards(page)).not.toContainText("and second");
  await page.keyboard.press("Control+Shift+z");
  await expect(cards(page)).toContainText("First and second");
  await page.getByRole("button", { name: "Delete", exact: true }).press("Enter");
  await expect(cards(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Undo delete" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(cards(page)).toContainText("First and second");
  await expect(edit).toBeFocused();
});

test("when two tabs edit one note at once, both texts are kept and the person chooses", async ({ page, context }) => {
  await open(page, "./partners/who/");
  await write(page, "Draft");
  const other = await context.newPage();
  await open(other, "./partners/who/");
  await other.getByRole("button", { name: "Edit", exact: true }).click();
  await expect(field(other, "Note")).toHaveValue("Draft");
  // From here on the other tab's pause after the last key ends only when it is told to.
  await holdTimers(other);
  await field(other, "Note").fill("Written in the other tab");
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await field(page, "Note").fill("Written here");
  await expect(saved(page)).toBeVisible();
  await press(page, "Done");
  await releaseTimers(other);
  await expect(saved(other)).toBeVisible();
  await expect(cards(page)).toContainText("Written here");
  await expect(cards(page)).toContainText("Written in the other tab");
  await page.getByRole("button", { name: "Keep all in one note" }).click();
  await expect(page.getByRole("button", { name: "Keep this one" })).toHaveCount(0);
  await expect(cards(page)).toContainText("Written here");
  await expect(cards(page)).toContainText("Written in the other tab");
});

test("the list shows who has notes, and is filtered by them without a word in the address", async ({ page }) => {
  await open(page, "./partners/who/");
  await begin(page, "Tagged");
  await field(page, "Tags").fill("visit");
  await expect(saved(page)).toBeVisible();
  await press(page, "Done");
  await page.getByRole("link", { name: "All partnerships" }).click();
  await expect(row(page, "World Health Organization")).toContainText("1 note");
  const all = await rows(page).count();
  await openFacet(page, "Notes");
  await page.getByRole("checkbox", { name: "With notes", exact: true }).check();
  expect(await idsOf(rows(page))).toEqual(["who"]);
  await page.getByRole("combobox", { name: "Flag", exact: true }).selectOption("Correction");
  await expect(page.getByRole("heading", { name: "No partnership matches" })).toBeVisible();
  await page.getByRole("combobox", { name: "Flag", exact: true }).selectOption("Any");
  await page.getByRole("combobox", { name: "Tag", exact: true }).selectOption("visit (1)");
  await expect(count(page)).toHaveText(/^1 partnership\b/);
  expect(new URL(page.url()).search).toBe("");
  await expect(chips(page).getByRole("button", { name: "Remove Notes: visit" })).toBeVisible();
  await chips(page).getByRole("button", { name: "Clear all" }).click();
  await expect(rows(page)).toHaveCount(all);
});

test("a correction holds the field with its present value", async ({ page }) => {
  await open(page, "./partners/who/");
  await begin(page, "The seat has moved");
  await choice(page, "Flag").selectOption("Correction");
  await choice(page, "Field").selectOption("Seat");
  await expect(field(page, "Old value")).toHaveValue("geneva");
  await field(page, "Proposed value").fill("copenhagen");
  await field(page, "Source").fill("https://www.who.int/about");
  await press(page, "Done");
  await expect(cards(page).getByRole("insertion")).toHaveText("copenhagen");
  await expect(cards(page).getByRole("link", { name: "https://www.who.int/about" })).toBeVisible();
});

test("a note of any text is text, and only web and mail addresses are links", async ({ page }) => {
  const hostile = "<img src=x onerror=alert(1)> javascript:alert(1) \u202etxet \u0000\u0007 __proto__ https://who.int/\u202egro.";
  await open(page, "./partners/who/");
  await begin(page, hostile);
  await field(page, "Tags").fill("<b>bold</b>, __proto__, \u202egat");
  await press(page, "Done");
  await expect(cards(page)).toContainText("<img src=x onerror=alert(1)> javascript:alert(1)");
  await expect(cards(page)).toContainText("<b>bold</b>");
  await expect(cards(page).locator("img, b")).toHaveCount(0);
  await expect(cards(page).getByRole("link")).toHaveCount(1);
  await expect(cards(page).getByRole("link")).toHaveAttribute("href", "https://who.int/");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const width of [320, 1440]) {
      test(`open for writing and closed there is no barrier at ${width} pixels`, async ({ page }) => {
        test.slow();
        await page.setViewportSize({ width, height: 900 });
        await open(page, "./partners/who/");
        await begin(page, "Look at https://www.who.int/");
        await field(page, "Tags").fill("one, two");
        await choice(page, "Flag").selectOption("Correction");
        await field(page, "Follow-up").fill("2020-01-31");
        await expect(saved(page)).toBeVisible();
        const look = async () => {
          // Where nothing is half hidden by the header, and so smaller than it is.
          await page.evaluate(() => scrollTo(0, 0));
          const axe = new AxeBuilder({ page }).include("article.partner");
          const { violations } = await axe.options({ rules: { "target-size": { enabled: true } } }).analyze();
          expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target}`))).toEqual([]);
        };
        await look();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await press(page, "Done");
        await expect(cards(page)).toBeVisible();
        await look();
      });
    }
  });
}
