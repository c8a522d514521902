// The atlas in Turkish, and from one language to the other.
import type { Page } from "@playwright/test";
import { dataset, open, title } from "../atlas";
import { expect, test } from "../fixtures";
import { cards, seed } from "../notebook";

type Words = Record<string, string>;
const words = async (page: Page, lang: string): Promise<Words> =>
  (await (await page.request.get(`locale/${lang}.json`)).json()).messages;

for (const [name, address, heading] of [
  ["list", "./tr/", "Türk Devletleri Teşkilatı'nın ortaklıkları"],
  ["partner's page", "./tr/partners/who/", "Dünya Sağlık Örgütü"],
  ["about page", "./tr/about/", "Atlas hakkında"],
  ["notebook", "./tr/notebook/", "Not defteri"],
  ["meeting brief", "./tr/notebook/brief/", "Toplantı özeti"],
] as const) {
  test(`the ${name} is in Turkish throughout`, async ({ page }) => {
    const [english, turkish] = [await words(page, "en"), await words(page, "tr")];
    await open(page, address);
    await expect(page.locator("html")).toHaveAttribute("lang", "tr");
    await expect(page).toHaveTitle(/TDT Ortaklık Atlası$/);
    await expect(title(page)).toHaveText(heading);
    await expect(page.getByRole("navigation", { name: turkish["nav.label"]! }).getByRole("link")).toHaveText([
      turkish["nav.explore"]!,
      turkish["nav.notebook"]!,
      turkish["nav.about"]!,
    ]);
    const shown = await page.getByRole("main").evaluate((main) => {
      const unmarked = main.cloneNode(true) as HTMLElement;
      for (const foreign of unmarked.querySelectorAll("[lang]:not([lang=tr])")) foreign.remove();
      return unmarked.textContent!;
    });
    const sentences = Object.entries(english).filter(
      ([key, text]) => turkish[key] !== text && text.split(" ").length >= 3 && !text.includes("{"),
    );
    expect(sentences.map(([, text]) => text).filter((text) => shown.includes(text))).toEqual([]);
  });
}

test("the notebook with notes in it is in Turkish, and so is what it says", async ({ page }) => {
  const turkish = await words(page, "tr");
  await seed(page, { id: 11, on: "who", text: "Sağlık", more: { "atlas:followUp": "2020-01-31", "atlas:flag": "question" } });
  await open(page, "./tr/notebook/");
  const note = cards(page).filter({ hasText: "Sağlık" });
  await expect(note.getByRole("link")).toHaveText("Dünya Sağlık Örgütü");
  await expect(note).toContainText("31 Ocak 2020");
  await expect(page.getByRole("heading", { name: turkish["notebook.due.title"]! })).toBeVisible();
  await note.getByRole("button", { name: turkish["notes.delete"]! }).click();
  await expect(page.getByRole("button", { name: turkish["notes.restore"]! })).toBeFocused();
});

test("the list in Turkish writes İstanbul, and the map does too", async ({ page }) => {
  await open(page, "./tr/");
  const list = page.getByRole("list", { name: "Ortaklıklar", exact: true });
  await expect(list.getByRole("link", { name: "Dünya Etnospor" })).toContainText("İstanbul");
  await expect(page.getByRole("group", { name: "Ortaklar haritası" }).getByRole("link", { name: /^İstanbul: / })).toBeVisible();
});

test("dates are in the language of the reader", async ({ page }) => {
  await open(page, "./tr/partners/who/");
  await expect(page.getByRole("time").filter({ hasText: "Şubat 2026" })).toBeVisible();
  await open(page, "./partners/who/");
  await expect(page.getByRole("time").filter({ hasText: "February 2026" })).toBeVisible();
});

test("switching the language keeps the page and the filters", async ({ page }) => {
  await open(page, "./partners/who/?sector=health&q=who");
  await page.getByRole("combobox", { name: "Language" }).selectOption("Türkçe");
  await expect(page).toHaveURL("./tr/partners/who/?sector=health&q=who");
  await expect(title(page)).toHaveText("Dünya Sağlık Örgütü");
  await expect(page.locator("html")).toHaveAttribute("lang", "tr");
  await page.getByRole("combobox", { name: "Dil" }).selectOption("English");
  await expect(page).toHaveURL("./partners/who/?sector=health&q=who");
  await expect(title(page)).toHaveText("World Health Organization");
  await page.goBack();
  await expect(title(page)).toHaveText("Dünya Sağlık Örgütü");
});

test("the language that was chosen keeps the keyboard where it was", async ({ page }) => {
  await open(page);
  await page.getByRole("combobox", { name: "Language" }).focus();
  await page.getByRole("combobox", { name: "Language" }).selectOption("Türkçe");
  await expect(page.getByRole("combobox", { name: "Dil" })).toBeFocused();
});

test("a text that is there in English only says so", async ({ page }) => {
  const data = await dataset(page);
  const who = data.partnerships.find((it) => it.id === "who")!;
  who.summary = { en: "Only in English." };
  await page.route("**/data/partnerships.json", (route) => route.fulfill({ json: data }));
  await open(page, "./tr/partners/who/");
  const summary = page.getByText("Only in English.", { exact: true });
  await expect(summary).toHaveAttribute("lang", "en");
  await expect(page.getByTitle("Bu metnin dili: İngilizce")).toHaveText("EN");
});

test("titles of sources say in which language they are", async ({ page }) => {
  await open(page, "./tr/partners/who/");
  await expect(page.getByText("· Cooperation with International Organizations").first()).toHaveAttribute("lang", "en");
});

test.describe("where the words of a language cannot be had", () => {
  test.use({ expectedProblems: [/Failed to load resource/] });

  test("the page is in English, and says so", async ({ page }) => {
    await page.route("**/locale/tr.first.json", (route) => route.abort());
    await open(page, "./tr/");
    await expect(page.getByRole("status").filter({ hasText: "could not be loaded, so the page is in English" })).toBeVisible();
    await expect(title(page)).toHaveText("Partnerships of the Organization of Turkic States");
  });

  test("pages that come later are in English where only their words are missing, and the page says so", async ({ page }) => {
    await page.route("**/locale/tr.later.json", (route) => route.abort());
    await open(page, "./tr/about/");
    await expect(title(page)).toHaveText("Atlas hakkında");
    await expect(page.getByRole("heading", { name: "Credits" })).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: "İngilizce" })).toBeVisible();
  });
});
