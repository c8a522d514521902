// The builder: what is chosen is what is previewed, what is copied, and what then works in a host.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { framed, page_, picture, rows, visit } from "../hosts";

const snippet = (page: Page, name: string) => page.getByLabel(name, { exact: true }).locator("pre");
const copied = async (page: Page, name: string) => (await snippet(page, name).textContent())!;

async function build(page: Page, query = "") {
  await page.goto(`embed/${query}`);
  await expect(page.getByRole("heading", { level: 1, name: "Embed" })).toBeVisible();
  await expect(framed(page).getByRole("contentinfo")).toBeVisible({ timeout: 20_000 });
}

test("every choice is in the address, in the preview and in what is copied", async ({ page }) => {
  await build(page);
  await page.getByRole("radio", { name: "List", exact: true }).check();
  await expect(rows(framed(page)).first()).toBeVisible();
  await page.getByRole("button", { name: /^Sector/ }).click();
  await page.getByRole("checkbox", { name: /^Health/ }).check();
  await page.keyboard.press("Escape");
  await page.getByRole("combobox", { name: "Theme" }).selectOption("Dark");
  await page.getByRole("checkbox", { name: "An accent colour of your own" }).check();
  await page.getByLabel("Accent colour", { exact: true }).fill("#aa3377");
  await page.getByRole("checkbox", { name: "Name of the atlas" }).uncheck();
  await page.getByRole("spinbutton", { name: "Height in pixels" }).fill("500");
  await page.keyboard.press("Tab");
  await page.getByRole("combobox", { name: "Language" }).last().selectOption("tr");
  await expect(page).toHaveURL(/embed\/\?view=list&show=legend&accent=aa3377&lang=tr&height=500&sector=health&theme=dark$/);
  await expect(framed(page).locator("html")).toHaveAttribute("lang", "tr");
  await expect(framed(page).locator("html")).toHaveAttribute("data-theme", "dark");
  expect((await page.locator("ots-partnership-atlas").boundingBox())!.height).toBe(500);
  const tag = await copied(page, "Tag");
  for (const part of ['view="list"', 'sector="health"', 'accent="aa3377"', 'theme="dark"', 'show="legend"', 'lang="tr"', 'height="500"', "Dünya Sağlık Örgütü"])
    expect(tag).toContain(part);
  expect(await copied(page, "Frame alone")).toContain("/tr/frame/?view=list&amp;show=legend&amp;accent=aa3377&amp;fit=fill&amp;sector=health&amp;theme=dark");
  // The focus stays where the person is, and the draft outlives a reload.
  await page.reload();
  await expect(page.getByRole("radio", { name: "List", exact: true })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Name of the atlas" })).not.toBeChecked();
});

test("the preview is as wide as a column, a tablet and a desk", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await build(page, "?view=map-list");
  for (const width of [320, 768, 1200]) {
    await page.getByRole("group", { name: "Width of the preview" }).getByRole("radio").nth([320, 768, 1200].indexOf(width)).check();
    await expect.poll(async () => (await page.locator("ots-partnership-atlas").boundingBox())!.width).toBe(width);
  }
});

test("what is copied works in a host whose policy has the copied lines", async ({ page, host, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await build(page, "?view=map&sector=health");
  await page.getByRole("button", { name: "Copy the tag" }).click();
  await expect(page.getByText("Copied", { exact: true })).toBeVisible();
  const tag = await page.evaluate(() => navigator.clipboard.readText());
  expect(tag).toBe(await copied(page, "Tag"));
  const policy = `default-src 'none'; ${(await copied(page, "What your policy needs")).replaceAll("\n", " ")}`;
  const frame = await copied(page, "Frame alone");
  const at = await host({
    "/tag": page_(tag, { "Content-Security-Policy": policy }),
    "/frame": page_(frame, { "Content-Security-Policy": policy.replace(/script-src[^;]*;/, "") }),
    "/plain": page_(await copied(page, "Plain list")),
  });
  await visit(page, `${at}/tag`);
  await expect(picture(framed(page))).toBeVisible();
  await page.goto(`${at}/frame`);
  const alone = page.frameLocator("iframe");
  await expect(picture(alone)).toBeVisible({ timeout: 20_000 });
  expect((await page.locator("iframe").boundingBox())!.height).toBe(640);
  await page.goto(`${at}/plain`);
  await expect(page.getByRole("link", { name: "World Health Organization" })).toBeVisible();
  await expect(page.getByText("do not imply endorsement")).toBeVisible();
});

test("a card is of one partner, whom one chooses", async ({ page }) => {
  await build(page);
  await page.getByRole("radio", { name: "One partner's card" }).check();
  await page.getByRole("combobox", { name: "Partner" }).selectOption({ label: "World Health Organization" });
  await expect(framed(page).getByRole("heading", { level: 1, name: "World Health Organization" })).toBeVisible();
  expect(await copied(page, "Tag")).toContain('view="partner" partner="who"');
  await expect(page.getByRole("button", { name: "Sector" })).toBeHidden();
});

test("About leads to the builder, and the builder to the doctor", async ({ page }) => {
  await page.goto("about/");
  await page.getByRole("link", { name: "Build an embed" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Embed" })).toBeFocused();
  await page.getByRole("link", { name: "Embed doctor" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Embed doctor" })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [320, 768, 1440])
    test.describe(`${colorScheme}, ${width} pixels wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      test("the builder and the doctor have no barrier and fit", async ({ page }) => {
        test.slow();
        await build(page, "?view=partner&partner=who&accent=aa3377");
        for (const path of ["", "embed/doctor/"]) {
          if (path) await page.goto(path);
          // The frame of the preview is looked at in a journey of its own.
          const { violations } = await new AxeBuilder({ page }).exclude("iframe").exclude("ots-partnership-atlas").analyze();
          expect.soft(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        }
      });
    });
