// What the site asks the network for: itself, little, and nobody else. The fixture watches the origin.
import { holdIdle, openWhole, picture, rows, search, title } from "../atlas";
import { expect, test } from "../fixtures";

test.use({ expectedProblems: [/404/] });

test("the first load takes at most 12 requests", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await holdIdle(page);
  await page.goto("./", { waitUntil: "networkidle" });
  await expect(rows(page).first()).toBeVisible({ timeout: 20_000 });
  await page.evaluate(() => document.fonts.ready);
  expect(asked.length, asked.join("\n")).toBeLessThanOrEqual(12);
});

for (const address of ["./", "./tr/", "./partners/who/", "./tr/partners/who/", "./about/", "./tr/about/", "./partners/nobody/", "./nowhere/"]) {
  test(`${address} asks this origin alone, once for each file`, async ({ page, baseURL }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(address, { waitUntil: "networkidle" });
    await expect(page.getByRole("banner")).toBeVisible({ timeout: 20_000 });
    for (const url of asked) expect(url.startsWith(baseURL!), url).toBe(true);
    expect(asked.length).toBe(new Set(asked).size);
    expect(await page.context().cookies()).toEqual([]);
  });
}

test("going about in the app asks for nothing more", async ({ page }) => {
  await openWhole(page);
  await page.waitForLoadState("networkidle");
  await expect(rows(page).first()).toBeVisible({ timeout: 20_000 });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await search(page).fill("health");
  await rows(page).first().click();
  await expect(title(page)).toBeFocused();
  await page.goBack();
  await search(page).fill("");
  await picture(page).getByRole("link", { name: /^Rome: / }).click();
  await page.getByRole("link", { name: "About" }).click();
  await expect(title(page)).toHaveText("About the atlas");
  // A browser looks for the icon of each address by itself, and fonts come with the letters that need them.
  expect(asked.filter((url) => !/icon\.svg$|\.woff2$/.test(url))).toEqual([]);
});
