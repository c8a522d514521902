// No barrier that axe can find, in any state, light and dark, at three widths.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { ANY_DATA, marks, open, openFacet, picture } from "../atlas";
import { expect, test } from "../fixtures";

/** Looks at the whole page, or at the part of it that a state changes. In the dark only the colours are others. */
async function expectNoBarrier(page: Page, state: string, part = "body") {
  const isDark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  const axe = new AxeBuilder({ page }).include(part).options(
    isDark
      ? { resultTypes: ["violations"], runOnly: ["color-contrast", "link-in-text-block"] }
      : { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } },
  );
  const { violations } = await axe.analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} – ${node.failureSummary}`));
  expect.soft(found, state).toEqual([]);
}

test.use({ expectedProblems: [/404/] });

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [320, 768, 1440]) {
    test.describe(`${colorScheme}, ${width} pixels wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });
      const isWide = width >= 896;

      test("the list has no barrier, in any of its states", async ({ page }) => {
        test.slow();
        await open(page, "./?sector=transport&region=142&stage=dialogue,memorandum");
        await expectNoBarrier(page, "filtered");
        if (isWide) {
          await openFacet(page, "Region");
          await expectNoBarrier(page, "facet open", "[role=search]");
          await page.keyboard.press("Escape");
        } else {
          await page.getByRole("button", { name: "Filters (4)" }).click();
          await page.getByRole("dialog").getByText(/^Sector/).first().click();
          await expectNoBarrier(page, "sheet open", "dialog");
          await page.keyboard.press("Escape");
        }
        await page.getByRole("button", { name: "Clear all" }).click();
        await expectNoBarrier(page, "everything");
        await picture(page).getByRole("button", { name: /^(Vienna|Geneva)/ }).first().press("Enter");
        await expect(page.getByRole("dialog")).toBeVisible();
        await expectNoBarrier(page, "city listed", "#map");
        await page.keyboard.press("Escape");
        await page.getByRole("button", { name: "Areas of work" }).click();
        await expect(marks(page).first()).toBeVisible();
        await expectNoBarrier(page, "areas of work", "#map");
        await page.getByRole("searchbox").fill("aaaaaaaa");
        await expect(page.getByRole("heading", { name: "No partnership matches" })).toBeVisible();
        await expectNoBarrier(page, "empty");
      });

      test("the other pages have no barrier", async ({ page }) => {
        test.slow();
        await open(page, "./partners/oic/?sector=magic");
        await page.getByRole("button", { name: /^Evidence: / }).first().click();
        await page.getByText("Cite this page").click();
        await expectNoBarrier(page, "partner");
        await open(page, "./tr/partners/who/");
        await expectNoBarrier(page, "partner in Turkish");
        await open(page, "./partners/unescoo/");
        await expectNoBarrier(page, "unknown partner");
        await open(page, "./no/such/page/");
        await expectNoBarrier(page, "unknown page");
        await open(page, "./about/");
        await expectNoBarrier(page, "about");
        const broken = (await page.request.get("data/partnerships.json")).text().then((text) => text.replaceAll('"health"', '"magic"'));
        await page.getByLabel("Open a data file").setInputFiles({
          name: "broken.json",
          mimeType: "application/json",
          buffer: Buffer.from(await broken),
        });
        await expect(page.getByText("Preview of the file")).toBeVisible();
        await expectNoBarrier(page, "about with problems and preview");
      });
    });
  }
}

test.describe("where nothing can be read", () => {
  test.use({ expectedProblems: [/no JSON/] });

  test("a failure has no barrier, and neither has the shell", async ({ page }) => {
    await page.route(ANY_DATA, (route) => route.fulfill({ body: "{" }));
    await open(page);
    await expectNoBarrier(page, "failure");
    await page.route(/\.wasm$/, () => undefined);
    await page.goto("./partners/who/", { waitUntil: "commit" });
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("World Health Organization");
    await expectNoBarrier(page, "shell");
  });
});

for (const [name, media] of [
  ["reduced motion", { reducedMotion: "reduce" }],
  ["forced colours", { forcedColors: "active" }],
] as const) {
  test(`with ${name} the marks are there and differ from the land`, async ({ page }) => {
    await page.emulateMedia(media);
    await open(page);
    const mark = picture(page).getByRole("link", { name: /^Rome: / });
    await expect(mark).toBeVisible();
    const [sign, halo] = await mark.evaluate((it) =>
      [".mark__sign", ".mark__halo"].map((part) => getComputedStyle(it.querySelector(part)!).fill),
    );
    expect(sign).not.toBe(halo);
    await expectNoBarrier(page, name);
  });
}
