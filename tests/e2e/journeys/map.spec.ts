// The map by mouse and keyboard, and that it shows what the list shows.
import type { Locator, Page } from "@playwright/test";
import {
  count, counted, dataset, edgePills, expectCount, idsOf, map, marks, open, optionCounts, option, openFacet, picture,
  row, rows, title,
} from "../atlas";
import { expect, test } from "../fixtures";

test.use({ viewport: { width: 1440, height: 900 } });

/** How many partnerships a mark or a pill stands for, by its name. */
const standsFor = (name: string) => Number.parseInt(/: (\d+) partnerships$|view: (\d+)\./.exec(name)?.slice(1).join("") || "1");

const names = (all: Locator) => all.evaluateAll((each) => each.map((it) => it.getAttribute("aria-label")!));

const sum = async (all: Locator) => (await names(all)).map(standsFor).reduce((a, b) => a + b, 0);

/** The ids of the partners that the marks lead to, one by one or through the list of a mark. */
async function idsOnMap(page: Page) {
  const ids = await idsOf(picture(page).getByRole("link"));
  for (const name of await names(picture(page).getByRole("button"))) {
    await picture(page).getByRole("button", { name, exact: true }).click();
    const card = page.getByRole("dialog", { name, exact: true });
    const listed = await idsOf(card.getByRole("link"));
    expect(listed, name).toHaveLength(standsFor(name));
    ids.push(...listed);
    await card.getByRole("button", { name: "Close" }).click();
  }
  return ids;
}

/** The ids of the listed partners that have a seat. */
async function seatedIds(page: Page) {
  const seated = new Set((await dataset(page)).partnerships.filter((it) => it.seat).map((it) => it.id));
  return (await idsOf(rows(page))).filter((id) => seated.has(id));
}

for (const [narrowed, address] of [["everything", "./"], ["a sector and a region", "./?sector=transport&region=142"]] as const) {
  test(`the map of the world holds the partners of the list, for ${narrowed}`, async ({ page }) => {
    await open(page, address);
    await page.getByRole("button", { name: "World", exact: true }).click();
    await expect(edgePills(page)).toHaveCount(0);
    expect((await idsOnMap(page)).sort()).toEqual((await seatedIds(page)).sort());
  });
}

for (const view of ["World", "Eurasia", "Europe"]) {
  test(`marks and pills of ${view} stand for every listed partner with a seat`, async ({ page }) => {
    await open(page);
    await page.getByRole("button", { name: view, exact: true }).click();
    await page.getByRole("button", { name: "Zoom in" }).dblclick();
    await expect(edgePills(page).first()).toBeVisible();
    const n = (await seatedIds(page)).length;
    await expect.poll(async () => (await sum(marks(page))) + (await sum(edgePills(page)))).toBe(n);
  });
}

test("a pill leads to what lies outside the view", async ({ page }) => {
  await open(page);
  await edgePills(page).filter({ hasText: "New York" }).click();
  await expect(picture(page).getByRole("button", { name: "New York: 5 partnerships" })).toBeVisible();
});

test("a mark of one partner opens its page beside the same map, without a reload", async ({ page }) => {
  await open(page);
  await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
  await map(page).evaluate((element) => element.setAttribute("data-seen", "before"));
  await picture(page).getByRole("link", { name: /^Rome: / }).click();
  await expect(page).toHaveURL("./partners/fao/");
  await expect(title(page)).toContainText("Food and Agriculture Organization");
  await expect(map(page)).toHaveAttribute("data-seen", "before");
  await expect(picture(page).getByRole("link", { name: /^Rome: / })).toHaveAttribute("aria-current", "true");
  await page.goBack();
  await expect(row(page, "Food and Agriculture Organization")).toBeVisible();
  expect(await page.evaluate(() => "isSameDocument" in window)).toBe(true);
});

test("a mark of several partners lists them, and each leads to its page", async ({ page }) => {
  await open(page);
  const geneva = picture(page).getByRole("button", { name: "Geneva: 5 partnerships" });
  await geneva.click();
  const card = page.getByRole("dialog", { name: "Geneva: 5 partnerships" });
  await expect(card.getByRole("link")).toHaveCount(5);
  await expect(geneva).toHaveAttribute("aria-expanded", "true");
  await card.getByRole("link", { name: "WIPO" }).click();
  await expect(title(page)).toHaveText("World Intellectual Property Organization");
});

test("a row that is pointed at lights its mark, and a mark its row", async ({ page }) => {
  await open(page);
  const rome = picture(page).getByRole("link", { name: /^Rome: / });
  const fao = row(page, "Food and Agriculture Organization");
  await fao.hover();
  await expect(rome).toHaveAttribute("data-highlighted");
  await expect(picture(page).getByRole("link", { name: /^Paris: / })).not.toHaveAttribute("data-highlighted");
  await map(page).getByText("Legend").hover();
  await expect(rome).not.toHaveAttribute("data-highlighted");
  await rome.hover();
  await expect(fao).toHaveAttribute("data-highlighted");
});

test("areas of work show the counts of the region facet, and a press filters by one", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Areas of work" }).click();
  await page.getByRole("button", { name: "World", exact: true }).click();
  const bubbles = new Map(
    (await names(marks(page))).map((name) => [name.split(": ")[0]!, Number.parseInt(name.split(": ")[1]!)]),
  );
  expect(bubbles.size).toBeGreaterThan(5);
  const regions = await optionCounts(page, "Region");
  for (const [place, n] of bubbles) expect([place, regions.get(place)]).toEqual([place, n]);
  await page.keyboard.press("Escape");
  await picture(page).getByRole("button", { name: /^Central Asia: / }).click();
  await expectCount(page, bubbles.get("Central Asia")!);
  await expect(picture(page).getByRole("button", { name: /^Central Asia: /, pressed: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Remove Central Asia" })).toBeVisible();
});

test("the result can be narrowed to what the map shows, and follows it", async ({ page }) => {
  await open(page);
  const all = await counted(page);
  await page.getByRole("button", { name: "Europe", exact: true }).click();
  const inView = page.getByRole("checkbox", { name: "Only what the map shows" });
  await inView.check();
  await expect(page).toHaveURL(/\?bbox=/);
  await expectCount(page, await sum(marks(page)));
  const inEurope = await counted(page);
  expect(inEurope).toBeLessThan(all);
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect(count(page)).not.toHaveText(new RegExp(`^${inEurope} `));
  await expectCount(page, await sum(marks(page)));
  await page.getByRole("button", { name: "Remove In map view" }).click();
  await expectCount(page, all);
});

test("the map zooms to the result", async ({ page }) => {
  await open(page);
  await expect(edgePills(page).filter({ hasText: "Jakarta" })).toBeVisible();
  await openFacet(page, "Seat");
  await option(page, "Southeast Asia").check();
  await expect(edgePills(page)).toHaveCount(0);
  await expect(picture(page).getByRole("link", { name: /^Jakarta: / })).toBeInViewport();
});

for (const width of [320, 768, 1440]) {
  test(`no two marks are nearer than 24 pixels, and each can be hit, at a width of ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page);
    for (const mode of ["Seats", "Areas of work"]) {
      await page.getByRole("button", { name: mode }).click();
      for (const step of ["Show all results", "Zoom in", "Zoom in", "Zoom in"]) {
        await page.getByRole("button", { name: step }).click();
        const boxes = await marks(page).evaluateAll((all) =>
          all.map((mark) => {
            const hit = mark.querySelector(".mark__focus")!.getBoundingClientRect();
            return { name: mark.getAttribute("aria-label"), x: hit.x + hit.width / 2, y: hit.y + hit.height / 2, size: hit.width };
          }),
        );
        const small = boxes.filter((it) => it.size < 24);
        const near = boxes.flatMap((a, idx) =>
          boxes.slice(idx + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < 24).map((b) => [a.name, b.name]),
        );
        expect({ mode, step, small, near }).toEqual({ mode, step, small: [], near: [] });
      }
    }
  });
}

test("the disclaimer is in view beside the list, and can be reached on a narrow screen", async ({ page }) => {
  const disclaimer = page.getByText("do not imply endorsement").filter({ visible: true });
  await open(page);
  await expect(disclaimer).toBeInViewport();
  await page.setViewportSize({ width: 320, height: 640 });
  await disclaimer.scrollIntoViewIfNeeded();
  await expect(disclaimer).toBeInViewport();
});
