// Pages of other sites with the atlas in them, and what a journey finds there.
import type { FrameLocator, Page } from "@playwright/test";
// What @axe-core/playwright looks with, for a look at a frame alone.
import axe from "axe-core";
import { expect } from "./fixtures";

export const page_ = (body: string, headers?: Record<string, string>) => ({
  body: `<!doctype html><html lang="en"><title>Host</title><body>${body}</body></html>`,
  headers,
});
export const TAG = (attributes: string, content = "") =>
  `<script src="{atlas}embed.js" async></script><ots-partnership-atlas ${attributes}>${content}</ots-partnership-atlas>`;

export const framed = (page: Page, nth = 0): FrameLocator => page.locator("ots-partnership-atlas").nth(nth).locator("iframe").contentFrame();
export const rows = (frame: FrameLocator) => frame.getByRole("list", { name: "Partnerships", exact: true }).getByRole("link");
export const picture = (frame: FrameLocator) => frame.getByRole("group", { name: "Map of partners" });

/** Opens a host page and waits until every frame in it is shown. */
export async function visit(page: Page, address: string, n = 1) {
  await page.addInitScript(() => {
    const told: { type: string; detail: unknown }[] = [];
    Object.assign(globalThis, { told });
    for (const type of ["ready", "statechange", "select"])
      document.addEventListener(type, (event) => told.push({ type, detail: (event as CustomEvent).detail }));
  });
  await page.goto(address);
  await expect.poll(() => toldOf(page, "ready"), { timeout: 20_000 }).toHaveLength(n);
}
export const toldOf = (page: Page, type: string) =>
  page.evaluate((type) => (globalThis as unknown as { told: { type: string; detail: any }[] }).told.filter((it) => it.type === type).map((it) => it.detail), type);

/** The barriers within the nth frame of a page, whatever the page around it is like. */
export async function barriersWithin(page: Page, nth = 0): Promise<string[]> {
  const frame = page.frames()[nth + 1]!;
  await frame.evaluate(axe.source);
  return frame.evaluate(async () => {
    const { violations } = await (globalThis as any).axe.run(document, { iframes: false });
    return violations.flatMap(({ id, nodes }: any) => nodes.map(({ html }: any) => `${id}: ${html}`));
  });
}
