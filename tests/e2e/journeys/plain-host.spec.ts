// The built site as it is, below a path, on a host that has files and nothing else: no rewriting, no headers of ours.
import { resolve } from "node:path";
import { counted, map, open, openWhole, row, rows, title } from "../atlas";
import { expect, test as base } from "../fixtures";
import { write } from "../notes";
import { plainHost } from "../sites";

const test = base.extend({
  baseURL: async ({}, use) => {
    const host = await plainHost(resolve("../../dist"), "/a/b/");
    await use(host.address);
    host.stop();
  },
});
test.use({ expectedProblems: [/\b404\b/] });

test("the app starts, with its data, its map and the parts that come later", async ({ page }) => {
  await openWhole(page);
  await expect(page.locator("html")).toHaveAttribute("data-base", "/a/b/");
  await expect(rows(page)).toHaveCount(await counted(page));
  await expect(map(page)).toBeVisible();
  await row(page, "World Health Organization").click();
  await expect(page).toHaveURL("./partners/who/");
  await expect(page.getByRole("heading", { name: "Timeline" })).toBeVisible();
  await page.reload();
  await expect(title(page)).toHaveText("World Health Organization");
  await page.getByRole("link", { name: "About" }).click();
  await expect(title(page)).toHaveText("About the atlas");
  await page.reload();
  await expect(title(page)).toHaveText("About the atlas");
});

for (const [address, heading] of [
  ["./tr/", "Türk Devletleri Teşkilatı'nın ortaklıkları"],
  ["./tr/partners/who/?sector=health", "Dünya Sağlık Örgütü"],
  ["./partners/un-habitat/", "United Nations Human Settlements Programme"],
  ["./notebook/", "Notebook"],
  ["./notebook/brief/", "Meeting brief"],
  ["./embed/", "Embed"],
] as const) {
  test(`${address} is a page of its own, opened at once and again`, async ({ page }) => {
    const answer = await page.goto(address);
    expect(answer!.status()).toBe(200);
    await open(page, address);
    await expect(title(page)).toContainText(heading);
    await page.reload();
    await expect(title(page)).toContainText(heading);
  });
}

test("notes are written and found again", async ({ page }) => {
  await write(page, "On a plain host");
  await page.reload();
  await expect(page.getByText("On a plain host")).toBeVisible();
});

test("what is not there is not there", async ({ page }) => {
  for (const address of ["./no/such/page/", "./partners/nobody/", "./data/none.json"]) {
    expect((await page.goto(address))!.status(), address).toBe(404);
  }
});
