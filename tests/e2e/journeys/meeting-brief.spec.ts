// A meeting brief: two pages of facts and sources, marked, and with notes only if they are asked for.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { open } from "../atlas";
import { expect, test } from "../fixtures";
import { seed } from "../notebook";

const sheet = (page: Page) => page.getByRole("region", { name: "Preview of the brief" });
const pick = (page: Page, name: RegExp) => page.getByRole("checkbox", { name }).check();
const withNotes = (page: Page) => page.getByRole("checkbox", { name: "With my notes" });
const NOTE = "Bring up the late reply";

async function openBrief(page: Page) {
  await seed(page, { id: 11, on: "who", text: NOTE });
  await page.getByRole("link", { name: "Prepare a brief" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Meeting brief" })).toBeFocused();
}

/** How many pages the brief prints on. */
async function nPrinted(page: Page) {
  const pdf = await page.pdf({ format: "A4", margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" } });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)!.length;
}

test("partners with notes stand first, and what is picked never enters the address", async ({ page }) => {
  await openBrief(page);
  await expect(sheet(page)).toContainText("Pick one or more partners");
  const address = page.url();
  const options = page.getByRole("group", { name: "Partners" }).getByRole("checkbox");
  await expect(options.first()).toHaveAccessibleName(/World Health Organization 1 note$/);
  await page.getByRole("searchbox", { name: "Search partners" }).fill("oic");
  await pick(page, /Islamic Cooperation/);
  await page.getByLabel("Title of the meeting").fill("Health in Bishkek");
  await page.getByLabel("Date").fill("2026-12-01");
  await expect(sheet(page).getByRole("heading", { name: "Health in Bishkek" })).toBeVisible();
  await expect(sheet(page)).toContainText("1 December 2026");
  await expect(sheet(page).getByRole("heading", { name: /Islamic Cooperation/ })).toBeVisible();
  expect(page.url()).toBe(address);
  await page.getByRole("button", { name: "Clear" }).click();
  await expect(sheet(page)).toContainText("Pick one or more partners");
});

test("a brief without notes is public, and one with notes is always internal", async ({ page }) => {
  await openBrief(page);
  await pick(page, /World Health Organization/);
  await expect(sheet(page)).toContainText("PUBLIC");
  await expect(sheet(page)).not.toContainText(NOTE);
  await withNotes(page).check();
  await expect(sheet(page)).toContainText("INTERNAL");
  await expect(sheet(page)).toContainText(NOTE);
  await expect(page.getByRole("radio", { name: "PUBLIC" })).toBeDisabled();
  await expect(page.getByRole("radio", { name: "INTERNAL" })).toBeChecked();
  await withNotes(page).uncheck();
  await expect(sheet(page)).not.toContainText(NOTE);
  await expect(sheet(page)).toContainText("PUBLIC");
  await page.getByRole("radio", { name: "INTERNAL" }).check();
  await expect(sheet(page)).toContainText("INTERNAL");
});

test("it prints on two pages, with the mark and the sources, and without what is pressed", async ({ page }) => {
  await openBrief(page);
  await pick(page, /World Health Organization/);
  await withNotes(page).check();
  await expect(sheet(page)).not.toContainText("more in the atlas");
  for (const name of [/UNESCO/, /Islamic Cooperation/, /Economic Cooperation Organization/]) await pick(page, name);
  await expect(sheet(page)).toContainText(/and \d+ more in the atlas/);
  expect(await nPrinted(page)).toBeLessThanOrEqual(2);
  const whole = page.getByRole("checkbox", { name: /^Whole timelines/ });
  await whole.check();
  await expect(sheet(page)).not.toContainText("more in the atlas");
  expect(await nPrinted(page)).toBeGreaterThan(2);
  await page.emulateMedia({ media: "print" });
  for (const role of ["banner", "searchbox", "checkbox", "button"] as const) {
    await expect(page.getByRole(role).filter({ visible: true }), role).toHaveCount(0);
  }
  await expect(sheet(page).getByText("INTERNAL")).toBeVisible();
  await expect(sheet(page)).toContainText(/who\.int\/|turkicstates\.org\//);
  await expect(sheet(page)).toContainText("edition");
  await expect(sheet(page)).toContainText("do not imply official endorsement");
});

test("the print button prints, once there is something to print", async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.print = () => void (document.title = "printed");
  });
  await open(page, "./notebook/brief/");
  const print = page.getByRole("button", { name: "Print the brief" });
  await print.click({ force: true });
  await expect(page).not.toHaveTitle("printed");
  await pick(page, /World Health Organization/);
  await print.click();
  await expect(page).toHaveTitle("printed");
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [320, 1440]) {
    test(`a brief has no barrier, ${colorScheme}, ${width} pixels wide`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await openBrief(page);
      for (const state of ["nothing picked", "with notes"]) {
        if (state === "with notes") {
          await pick(page, /World Health Organization/);
          await withNotes(page).check();
          await expect(sheet(page)).toContainText(NOTE);
        }
        const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
        const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} – ${node.failureSummary}`));
        expect.soft(found, state).toEqual([]);
        expect.soft(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    });
  }
}
