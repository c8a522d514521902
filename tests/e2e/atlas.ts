// The parts of the page in English, found as a person finds them: by role and label.
import { expect, type Page } from "@playwright/test";

/** Opens an address of the site and waits until the app has taken the place of the readable shell, in its own font. */
export async function open(page: Page, address = "./") {
  await page.goto(address);
  await appIsHere(page);
  await fontIsHere(page);
}

/** Waits until the app has taken the place of the readable shell. */
export const appIsHere = (page: Page) => expect(page.locator("#shell")).toHaveCount(0, { timeout: 20_000 });

/** Waits for the font that comes when the page rests, so that what is measured then stays as it is. */
export async function fontIsHere(page: Page) {
  await expect(page.locator("html")).toHaveAttribute("data-font", "web", { timeout: 20_000 });
  await page.evaluate(() => document.fonts.ready);
}

/** Opens an address and waits until all of the data set is here. */
export async function openWhole(page: Page, address = "./") {
  const whole = page.waitForResponse("**/data/partnerships.json");
  await open(page, address);
  await (await whole).finished();
}

/** The data set, in brief and whole. */
export const ANY_DATA = /\/data\/(partnerships|digest-[^/]*)\.json$/;

/** Keeps the page from resting, so that what it does when idle waits for `rest`. To be called before it opens. */
export const holdIdle = (page: Page) =>
  page.addInitScript(() => {
    const held: IdleRequestCallback[] = [];
    globalThis.requestIdleCallback = (callback) => held.push(callback);
    Object.assign(globalThis, { rest: () => held.splice(0).forEach((it) => it({ didTimeout: false, timeRemaining: () => 50 })) });
  });

/** Lets the page rest. */
export const rest = (page: Page) => page.evaluate(() => (globalThis as unknown as { rest: () => void }).rest());

export const list = (page: Page) => page.getByRole("list", { name: "Partnerships", exact: true });
export const rows = (page: Page) => list(page).getByRole("link");
export const row = (page: Page, name: string) => rows(page).filter({ hasText: name });
export const count = (page: Page) => page.getByRole("status").filter({ hasText: /^\d+ partnerships?/ });
export const search = (page: Page) => page.getByRole("searchbox", { name: "Search partnerships" });
export const chips = (page: Page) => page.getByRole("group", { name: "Active filters" });
export const title = (page: Page) => page.getByRole("heading", { level: 1 });
export const map = (page: Page) => page.getByRole("region", { name: "Map of partners" });
export const picture = (page: Page) => page.getByRole("group", { name: "Map of partners" });
export const marks = (page: Page) => picture(page).getByRole("link").or(picture(page).getByRole("button"));
export const edgePills = (page: Page) => map(page).getByRole("button", { name: "outside the view" });

/** Expects that so many partnerships are counted, whatever the words after it. */
export const expectCount = (page: Page, n: number) =>
  expect(count(page)).toHaveText(n === 1 ? /^1 partnership\b/ : new RegExp(`^${n} partnerships\\b`));

/** How many partnerships are counted now. */
export const counted = async (page: Page) => Number.parseInt(await count(page).innerText());

/** The ids of the partners that links lead to, in order. */
export const idsOf = (links: ReturnType<typeof rows>) =>
  links.evaluateAll((all) => all.map((link) => /partners\/([^/]+)\//.exec(link.getAttribute("href")!)![1]!));

/** Discloses the options of a facet. */
export async function openFacet(page: Page, facet: string) {
  const pill = page.getByRole("search").getByRole("button", { name: new RegExp(`^${facet}\\b`) });
  if ((await pill.getAttribute("aria-expanded")) === "false") await pill.click();
  return page.getByRole("group", { name: facet, exact: true });
}

/** The options of an open facet with the number of results each promises. */
export async function optionCounts(page: Page, facet: string) {
  const labels = await (await openFacet(page, facet)).locator("label").allInnerTexts();
  return new Map(labels.map((label) => label.split(/\n+/)).map(([name, n]) => [name!.trim(), Number.parseInt(n!)]));
}

export const option = (page: Page, name: string) =>
  page.getByRole("checkbox", { name: new RegExp(`^${name} \\d+ results?$`) });

/** The data set as the site has it. */
export async function dataset(page: Page): Promise<Dataset> {
  return (await page.request.get("data/partnerships.json")).json();
}

export type Dataset = {
  hosts: string[];
  partnerships: {
    id: string;
    listing: string;
    name: { en: string; tr: string };
    summary?: { en: string; tr?: string };
    seat?: { city: string };
    milestones: { id: string }[];
  }[];
};
