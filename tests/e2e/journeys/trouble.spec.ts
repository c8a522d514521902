// When something does not come: what is said, what still works, and the way on.
import { ANY_DATA, count, counted, dataset, expectCount, map, open, openWhole, rows, title } from "../atlas";
import { expect, test } from "../fixtures";

test.use({ expectedProblems: [/Failed to load resource|Failed to fetch|\b404\b|outlines|partnerships\.json|digest|no JSON|WebAssembly/] });

for (const [trouble, fulfil] of [
  ["does not come", undefined],
  ["is not there", { status: 404, body: "" }],
] as const) {
  test(`a data set that ${trouble} can be asked for again`, async ({ page }) => {
    await page.route(ANY_DATA, (route) => (fulfil ? route.fulfill(fulfil) : route.abort()));
    await open(page);
    await expect(page.getByRole("alert").filter({ hasText: "could not be shown" })).toContainText("nothing on this device was changed");
    await expect(title(page)).toHaveText("The partnerships could not be shown");
    await page.unroute(ANY_DATA);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(rows(page).first()).toBeVisible();
    await expect(page.getByRole("alert").filter({ visible: true })).toHaveCount(0);
  });
}

test("a data set that cannot be read says where it is broken", async ({ page }) => {
  await page.route(ANY_DATA, (route) => route.fulfill({ body: '{"edition": {]' }));
  await open(page);
  await expect(page.getByRole("alert").filter({ hasText: "could not be read" })).toContainText("line 1, column 14");
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
});

test("the good records of a partly broken file are shown, and the bad ones are told of", async ({ page }) => {
  const data = await dataset(page);
  const n = data.partnerships.filter((it) => it.listing === "counted").length;
  Object.assign(data.partnerships.find((it) => it.id === "who")!, { kind: "magic" });
  await page.route("**/data/partnerships.json", (route) => route.fulfill({ json: data }));
  await open(page);
  await expectCount(page, n - 1);
  const notice = page.getByRole("status").filter({ hasText: "1 record of the data file has a problem and is not shown." });
  await notice.getByRole("link", { name: "See what is wrong" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "“magic” is not a known code" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Check a data file" })).toBeInViewport();
});

test("without the outlines the list works, and a notice says what is missing", async ({ page }) => {
  await page.route("**/data/outlines-*.json", (route) => route.abort());
  // The page about the map holds its first outlines; this one fetches them.
  await open(page, "./partners/who/?sector=health");
  await expect(page.getByRole("status").filter({ hasText: "The map could not be loaded" })).toBeVisible();
  await page.getByRole("link", { name: "All partnerships" }).click();
  await expect(rows(page)).toHaveCount(await counted(page));
  await rows(page).first().click();
  await expect(title(page)).toBeFocused();
});

test("an unknown address has a page that leads on", async ({ page }) => {
  const answer = await page.goto("./no/such/page/");
  expect(answer!.status()).toBe(404);
  await expect(page.getByRole("banner")).toBeVisible({ timeout: 20_000 });
  await expect(title(page)).toHaveText("Page not found");
  await expect(page).toHaveTitle("Page not found – OTS Partnership Atlas");
  await page.getByRole("link", { name: "Explore the partnerships" }).click();
  await expect(page).toHaveURL("./");
  await expect(count(page)).toBeVisible();
});

test("an app that has started goes on without the network", async ({ page, context }) => {
  await openWhole(page);
  await expect(map(page)).toBeVisible();
  await context.setOffline(true);
  await rows(page).first().click();
  await expect(title(page)).toBeFocused();
  await expect(page.getByRole("heading", { name: "Timeline" })).toBeVisible();
  await page.getByRole("link", { name: "About" }).click();
  await expect(title(page)).toHaveText("About the atlas");
});

for (const [without, address] of [["the list", "./tr/"], ["a partner's page", "./tr/partners/who/"], ["the about page", "./about/"]] as const) {
  test(`without WebAssembly ${without} says so and can be read`, async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
    await page.goto(address);
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(title(page)).toBeVisible();
    expect(await page.getByRole("link").filter({ visible: true }).count()).toBeGreaterThan(1);
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("every partner of the data set has a page that can be read", async ({ page }) => {
    const { partnerships } = await dataset(page);
    await page.goto("./");
    await expect(page.getByText(/JavaScript/).filter({ visible: true })).toHaveCount(1);
    await expect(page.getByRole("button").filter({ visible: true })).toHaveCount(0);
    for (const { id, name } of partnerships) {
      await expect(page.locator(`a[href$="partners/${id}/"]`).filter({ hasText: name.en })).toBeVisible();
    }
    await page.goto("./tr/");
    await page.getByRole("link", { name: /Dünya Sağlık Örgütü/ }).click();
    await expect(title(page)).toHaveText("Dünya Sağlık Örgütü");
    await expect(page.getByText(/JavaScript/).filter({ visible: true })).toHaveCount(1);
    await expect(page.locator("html")).toHaveAttribute("lang", "tr");
  });
});
