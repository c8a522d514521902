// The doctor says in words what a page around a frame lets it do, also where the app could say nothing.
import type { FrameLocator } from "@playwright/test";
import { expect, test } from "../fixtures";
import { TAG, barriersWithin, framed, page_, visit } from "../hosts";

const ALL = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";
const IFRAME = (sandbox: string, path = "embed/doctor/") => `<iframe src="{atlas}${path}" title="Doctor" width="600" height="900" sandbox="${sandbox}"></iframe>`;
const said = (frame: FrameLocator, text: string) => expect(frame.getByText(text, { exact: false })).toBeVisible();

test("alone it says that it stands alone, and what works all the same", async ({ page }) => {
  await page.goto("embed/doctor/");
  for (const text of ["This page stands alone", "There is no page around this one", "This browser keeps notes here.", "It runs here, and the app's file comes", "The atlas's font is here"])
    await expect(page.getByText(text).filter({ visible: true })).toHaveCount(1);
  await expect(page.getByText("Scripts do not run here")).toHaveCount(0);
  await page.goto("tr/embed/doctor/");
  await expect(page.getByText("Bu sayfa tek başına duruyor")).toBeVisible();
});

test("in the tag it hears the host, tells its height, and counts what is none of ours", async ({ page, host, baseURL }) => {
  const origin = new URL(baseURL!).origin;
  const at = await host({ "/": page_(TAG('view="doctor"'), { "Content-Security-Policy": `default-src 'none'; script-src ${origin}; frame-src ${origin}` }) });
  await visit(page, at);
  await said(framed(page), "The tag around this frame answers");
  await said(framed(page), "In a frame of a page, with the atlas's own origin");
  await expect.poll(() => framed(page).locator("html").evaluate((it) => Math.abs(it.scrollHeight - innerHeight))).toBeLessThanOrEqual(8);
  expect((await page.locator("ots-partnership-atlas").boundingBox())!.height).toBeGreaterThan(500);
  await page.evaluate(() => {
    const tag = document.querySelector("ots-partnership-atlas") as HTMLElement & { port: MessagePort; frame: HTMLIFrameElement };
    for (let nth = 0; nth < 30; nth += 1) tag.frame.contentWindow!.postMessage({ ns: "other", nth }, "*");
    for (let nth = 0; nth < 12; nth += 1) tag.port.postMessage("junk");
    tag.setAttribute("sector", "health");
  });
  await expect(framed(page).getByText("Messages that were none of ours")).toHaveText(/: 42$/);
  expect(await barriersWithin(page)).toEqual([]);
  // The way back is another page in the same tag.
  await page.locator("ots-partnership-atlas").evaluate((it) => it.setAttribute("view", "counter"));
  await expect(framed(page).getByRole("link", { name: /partnerships in/ })).toBeVisible({ timeout: 20_000 });
});

test("in a frame alone nobody answers, and that is said to be right", async ({ page, host }) => {
  await page.goto(await host({ "/": page_(IFRAME(ALL)) }));
  await said(page.frameLocator("iframe"), "Nobody answers. For a frame alone that is right");
});

test.describe("in the sandbox allow-scripts", () => {
  // The browser writes to its console what the sandbox does not let the page do.
  test.use({ expectedProblems: [/sandbox/i] });

  test("it says what is missing and what to add", async ({ page, host }) => {
    await page.goto(await host({ "/": page_(IFRAME("allow-scripts")) }));
    const frame = page.frameLocator("iframe");
    await said(frame, "In a sandbox without an origin");
    await said(frame, "A sandbox without allow-same-origin has no storage");
    await said(frame, "It runs here, and the app's file comes with the right type.");
    await said(frame, "The atlas's font is here");
    await frame.getByRole("button", { name: "Open the full atlas" }).click();
    await said(frame, "Add allow-popups and allow-popups-to-escape-sandbox");
    await frame.getByRole("button", { name: "Download a test file" }).click();
    await said(frame, "add allow-downloads to it");
  });
});

test.describe("in a sandbox without scripts", () => {
  test.use({ expectedProblems: [/sandbox/i] });

  test("the page itself says so", async ({ page, host }) => {
    await page.goto(await host({ "/": page_(IFRAME("allow-same-origin")) }));
    await said(page.frameLocator("iframe"), "Scripts do not run here");
  });
});

test("a test file arrives, and a tab opens", async ({ page, host, context }) => {
  await page.goto(await host({ "/": page_(IFRAME(ALL)) }));
  const frame = page.frameLocator("iframe");
  const download = page.waitForEvent("download");
  await frame.getByRole("button", { name: "Download a test file" }).click();
  expect((await download).suggestedFilename()).toBe("ots-atlas-test.txt");
  const tab = context.waitForEvent("page");
  await frame.getByRole("button", { name: "Open the full atlas" }).click();
  await said(frame, "A tab has opened.");
  await expect(await tab).toHaveURL(/\/atlas\/$/);
});

test.describe("where WebAssembly does not run", () => {
  test("it says so, and that readers see a list", async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(globalThis, "WebAssembly", { value: undefined }));
    await page.goto("embed/doctor/");
    await expect(page.getByText("It may not run here, so that readers see a plain list.")).toBeVisible();
  });
});
