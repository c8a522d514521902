// To find partners and to narrow, order and share what is shown.
import {
  chips, count, counted, dataset, expectCount, idsOf, list, open, openFacet, option, optionCounts, row, rows, search,
  title,
} from "../atlas";
import { expect, test } from "../fixtures";

for (const [typed, found] of [
  ["ISTANBUL", "World Ethnosport Union"],
  ["dso", "World Health Organization"],
  ["DSÖ", "World Health Organization"],
  ["ДДҰ", "World Health Organization"],
  ["tıka", "TİKA"],
  ["organizaton", "Organization"],
] as const) {
  test(`typing “${typed}” finds ${found}`, async ({ page }) => {
    await open(page);
    await search(page).fill(typed);
    await expect(rows(page).first()).toContainText(found);
    await expect(page).toHaveURL((url) => url.searchParams.get("q") === typed);
  });
}

test("typing “istanbul” finds İstanbul in Turkish", async ({ page }) => {
  await open(page, "./tr/");
  await page.getByRole("searchbox", { name: "Ortaklıklarda ara" }).fill("istanbul");
  await expect(page.getByRole("list", { name: "Ortaklıklar", exact: true }).getByRole("link").first()).toContainText("İstanbul");
});

test("each option of a facet gives as many partnerships as it promises", async ({ page }) => {
  await open(page);
  const sectors = await optionCounts(page, "Sector");
  for (const sector of ["Health", "Customs", "Culture", "Transport"]) {
    await option(page, sector).check();
    await expectCount(page, sectors.get(sector)!);
    await expect(rows(page)).toHaveCount(sectors.get(sector)!);
    if (sector !== "Transport") await option(page, sector).uncheck();
  }
  for (const [region, n] of await optionCounts(page, "Region")) {
    if (n === 0) continue;
    await option(page, region).check();
    await expectCount(page, n);
    await option(page, region).uncheck();
  }
});

test("two options of one facet unite, and another facet narrows", async ({ page }) => {
  await open(page);
  await openFacet(page, "Sector");
  await option(page, "Health").check();
  const health = await idsOf(rows(page));
  await option(page, "Health").uncheck();
  await option(page, "Customs").check();
  const customs = await idsOf(rows(page));
  await option(page, "Health").check();
  const either = new Set([...health, ...customs]);
  await expectCount(page, either.size);
  expect(new Set(await idsOf(rows(page)))).toEqual(either);
  await openFacet(page, "Stage");
  await option(page, "Memorandum").check();
  expect(await counted(page)).toBeLessThan(either.size);
  for (const id of await idsOf(rows(page))) expect(either).toContain(id);
});

test("a region offers the partners that work worldwide", async ({ page }) => {
  await open(page);
  await openFacet(page, "Region");
  await option(page, "Central Asia").check();
  const inRegion = await counted(page);
  const offer = page.getByRole("button", { name: /^and \d+ that works? worldwide$/ });
  const worldwide = Number.parseInt((await offer.innerText()).replace("and ", ""));
  await page.keyboard.press("Escape");
  await offer.click();
  await expectCount(page, inRegion + worldwide);
  await expect(offer).toBeHidden();
});

test("a chip takes its filter away, and clear all takes the rest", async ({ page }) => {
  await open(page, "./?sector=health,transport&stage=memorandum&q=union");
  await chips(page).getByRole("button", { name: "Remove Health" }).click();
  await expect(page).toHaveURL("./?sector=transport&stage=memorandum&q=union");
  await chips(page).getByRole("button", { name: "Clear all" }).click();
  await expect(page).toHaveURL("./");
  await expect(chips(page)).toBeHidden();
  await expect(search(page)).toHaveValue("");
  await expect(search(page)).toBeFocused();
  const all = (await dataset(page)).partnerships.filter((it) => it.listing === "counted");
  await expectCount(page, all.length);
  expect(new Set(await idsOf(rows(page)))).toEqual(new Set(all.map((it) => it.id)));
});

test("an empty result offers what to loosen, and each offer keeps its word", async ({ page }) => {
  await open(page, "./?sector=space&region=035");
  await expect(page.getByRole("heading", { name: "No partnership matches" })).toBeVisible();
  const offers = page.getByRole("main").getByRole("button", { name: /^Without / });
  await expect(offers).toHaveText([/^Without Space: \d+/, /^Without Southeast Asia: \d+/]);
  for (const idx of [0, 1]) {
    const promised = Number.parseInt((await offers.nth(idx).innerText()).split(": ")[1]!);
    await offers.nth(idx).click();
    await expectCount(page, promised);
    await expect(rows(page)).toHaveCount(promised);
    await page.goBack();
    await expect(offers).toHaveCount(2);
  }
});

for (const lang of ["en", "tr"] as const) {
  test(`names are in the order of the alphabet of ${lang}`, async ({ page }) => {
    const partnerships = new Map((await dataset(page)).partnerships.map((it) => [it.id, it.name[lang]]));
    await open(page, lang === "en" ? "./?sort=name" : "./tr/?sort=name");
    const links = page.getByRole("list", { name: /^(Partnerships|Ortaklıklar)$/ }).getByRole("link");
    await expect(links).not.toHaveCount(0);
    const names = (await idsOf(links)).map((id) => partnerships.get(id)!);
    expect(names).toEqual([...names].sort(new Intl.Collator(lang).compare));
  });
}

test("sorting by name puts the African Union first", async ({ page }) => {
  await open(page);
  await expect(rows(page).first()).not.toContainText("African Union");
  await page.getByRole("combobox", { name: "Sort by" }).selectOption("Name");
  await expect(rows(page).first()).toContainText("African Union");
  await expect(page).toHaveURL("./?sort=name");
});

test("a shared address shows another person the same view", async ({ page, elsewhere }) => {
  await open(page);
  await openFacet(page, "Sector");
  await option(page, "Transport").check();
  await openFacet(page, "Region");
  await option(page, "Europe").check();
  await search(page).fill("organization");
  await page.getByRole("combobox", { name: "Sort by" }).selectOption("Name");
  await page.getByRole("button", { name: "Areas of work" }).click();
  await expect(page).toHaveURL("./?view=areas&sector=transport&region=150&q=organization&sort=name");
  await open(elsewhere, page.url());
  for (const part of [count, list, chips]) {
    expect(await part(elsewhere).ariaSnapshot()).toEqual(await part(page).ariaSnapshot());
  }
  await expect(search(elsewhere)).toHaveValue("organization");
  await expect(elsewhere.getByRole("combobox", { name: "Sort by" })).toHaveValue("name");
  await expect(elsewhere.getByRole("button", { name: "Areas of work", pressed: true })).toBeVisible();
});

test("Back undoes a filter and restores scroll and focus", async ({ page }) => {
  await open(page);
  const all = await counted(page);
  await page.evaluate(() => scrollTo(0, 1500));
  const inView = page.getByRole("checkbox", { name: "Only what the map shows" });
  await inView.check();
  await expect(count(page)).not.toHaveText(new RegExp(`^${all} `));
  await page.goBack();
  await expectCount(page, all);
  await expect(inView).not.toBeChecked();
  await expect(inView).toBeFocused();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(1500);
});

test("Back from a partner returns to the row and the scroll one left, Forward to the partner", async ({ page }) => {
  await open(page, "./?stage=memorandum");
  await row(page, "World Customs Organization").scrollIntoViewIfNeeded();
  const scroll = await page.evaluate(() => scrollY);
  await row(page, "World Customs Organization").click();
  await expect(title(page)).toHaveText("World Customs Organization");
  await expect(title(page)).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.goBack();
  await expect(row(page, "World Customs Organization")).toBeFocused();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(scroll);
  await page.goForward();
  await expect(title(page)).toHaveText("World Customs Organization");
  await expect(title(page)).toBeFocused();
});

test("unknown codes of an address are named and ignored", async ({ page }) => {
  await open(page, "./?sector=health");
  const health = await counted(page);
  await open(page, "./?sector=health,magic&region=999&sort=up&bbox=1,2&utm_source=mail");
  await expectCount(page, health);
  await expect(page.getByRole("status").filter({ hasText: "not understood" })).toContainText(
    "ignored: sector=magic, region=999, sort=up, bbox=1,2.",
  );
});

test("a percent sign in the search survives the address", async ({ page }) => {
  await open(page);
  await search(page).fill("50%41 & 100%");
  await expect(page).toHaveURL((url) => url.searchParams.get("q") === "50%41 & 100%");
  await page.reload();
  await expect(search(page)).toHaveValue("50%41 & 100%", { timeout: 20_000 });
  await search(page).fill("");
  await expect(page).toHaveURL("./");
});

test.describe("an unknown partner", () => {
  test.use({ expectedProblems: [/404/] });

  test("gets a page that names the id and offers what may have been meant", async ({ page }) => {
    await open(page, "./partners/unescoo/?sector=culture");
    await expect(title(page)).toHaveText("No such partner");
    await expect(page.getByText("no partner with the id “unescoo”")).toBeVisible();
    await expect(page).toHaveTitle("No such partner – OTS Partnership Atlas");
    await page.getByRole("link", { name: "United Nations Educational, Scientific" }).click();
    await expect(page).toHaveURL("./partners/unesco/?sector=culture");
    await expect(title(page)).toContainText("United Nations Educational, Scientific and Cultural Organization");
  });
});
