// A partner's page: its facts with their sources, by keyboard too, and how to take it along.
import type { Locator, Page } from "@playwright/test";
import { dataset, open, row, rows, search, title } from "../atlas";
import { expect, test } from "../fixtures";

/** Presses Tab until the target has the focus. */
async function tabTo(page: Page, target: Locator, nStops = 40) {
  for (let n = 0; n < nStops; n += 1) {
    await page.keyboard.press("Tab");
    if (await target.and(page.locator(":focus")).count()) return;
  }
  await expect(target, `reached by ${nStops} stops`).toBeFocused();
}

/** The links of the sources of milestones. */
const sourceLinks = (page: Page) =>
  page.getByRole("listitem").getByRole("paragraph").filter({ hasText: /^Sources:/ }).getByRole("link");

test("the keyboard alone leads from the start to a partner's source", async ({ page }) => {
  await open(page);
  await tabTo(page, search(page));
  await page.keyboard.type("unece");
  await expect(rows(page).first()).toContainText("United Nations Economic Commission for Europe");
  await tabTo(page, rows(page).first());
  await page.keyboard.press("Enter");
  await expect(title(page)).toBeFocused();
  await expect(title(page)).toContainText("United Nations Economic Commission for Europe");
  await tabTo(page, sourceLinks(page).first(), 60);
  await expect(page.locator(":focus")).toHaveAttribute("href", /^https:\/\//);
  await expect(page.locator(":focus")).toHaveAttribute("rel", /external/);
});

test("the first stop skips to the content", async ({ page }) => {
  await open(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("an evidence mark discloses what it means", async ({ page }) => {
  await open(page, "./partners/who/");
  const mark = page.getByRole("button", { name: "Evidence: Official. What does this mean?" }).first();
  const meaning = page.getByText("At least one source is a page of the OTS, of the partner or of a government.");
  await expect(mark).toHaveAttribute("aria-expanded", "false");
  await expect(meaning).toHaveCount(0);
  await mark.click();
  await expect(mark).toHaveAttribute("aria-expanded", "true");
  await expect(meaning).toBeVisible();
  await mark.press("Enter");
  await expect(meaning).toHaveCount(0);
});

test("a page is cited by its address without the filters, as plain text and as BibTeX", async ({ page, baseURL }) => {
  const address = new URL("partners/who/", baseURL).href;
  await open(page, "./partners/who/?sector=health");
  await page.getByText("Cite this page").click();
  const plain = page.getByText(`“World Health Organization”, edition`);
  await expect(plain).toContainText(`${address}, accessed `);
  const bibtex = page.getByLabel("BibTeX", { exact: true });
  await expect(bibtex).toHaveText(/^@misc\{/);
  await expect(bibtex).toContainText(`{${address}}`);
});

test("copying the link copies the address without the filters, and says so", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "./partners/who/?sector=health&sort=name");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(new URL("partners/who/", baseURL).href);
});

test("a browser that refuses to copy is told of", async ({ page, context }) => {
  await context.clearPermissions();
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.addInitScript(() => Object.defineProperty(document, "execCommand", { value: () => false }));
  await open(page, "./partners/who/");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("status").filter({ hasText: "did not allow copying" })).toBeVisible();
});

test("the way back to all partnerships keeps the filters", async ({ page }) => {
  await open(page, "./partners/who/?sector=health&sort=name");
  await page.getByRole("link", { name: "All partnerships" }).click();
  await expect(page).toHaveURL("./?sector=health&sort=name");
  await expect(row(page, "World Health Organization")).toBeVisible();
  await expect(row(page, "World Customs Organization")).toHaveCount(0);
});

test("a partner's sector leads to the partners of that sector", async ({ page }) => {
  await open(page, "./partners/who/");
  await page.getByRole("link", { name: "Digital" }).click();
  await expect(page).toHaveURL("./?sector=digital");
  await expect(row(page, "World Health Organization")).toBeVisible();
});

test("a related partner opens in its turn", async ({ page }) => {
  await open(page, "./partners/who/");
  await page.getByRole("main").getByRole("link", { name: /^UNECE / }).click();
  await expect(page).toHaveURL("./partners/unece/");
  await expect(title(page)).toBeFocused();
  await expect(page).toHaveTitle("United Nations Economic Commission for Europe – OTS Partnership Atlas");
});

test("every milestone of every tenth partner names its sources", async ({ page }) => {
  test.slow();
  const every = (await dataset(page)).partnerships;
  for (const { id, milestones, name } of every.filter((_, idx) => idx % 10 === 0)) {
    await open(page, `./partners/${id}/`);
    await expect(title(page)).toContainText(name.en);
    const sourced = page
      .getByRole("listitem")
      .filter({ has: page.getByRole("time") })
      .filter({ has: page.getByRole("paragraph").filter({ hasText: /^Sources:\s+\S/ }) });
    await expect(sourced, id).toHaveCount(milestones.length);
  }
});

test("only pages of reviewed hosts are links, and copies are named as such", async ({ page }) => {
  const { hosts, partnerships } = await dataset(page);
  const who = partnerships.find((it) => it.id === "who")!;
  await open(page, "./partners/who/");
  await expect(page.getByRole("listitem").getByText("WHO/Europe event page, read in a copy")).toBeVisible();
  const linked = await sourceLinks(page).evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).hostname));
  expect(linked.length).toBeGreaterThan(who.milestones.length / 2);
  for (const host of linked) expect(hosts).toContain(host.replace(/^www\./, ""));
});
