// The browser of the bench, with the flags of the journeys, and what it says of its memory.

import { chromium } from "playwright-core";
import FLAGS from "../chromium-flags.mjs";

export const launch = (more = []) =>
  chromium.launch({ executablePath: process.env.CHROME, args: [...FLAGS, ...more] });

/** A way to ask how many bytes of JavaScript and its buffers a page holds after a collection. */
export async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  return async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize, backingStorageSize = 0 } = await session.send("Runtime.getHeapUsage");
    return usedSize + backingStorageSize;
  };
}
