// What every journey shares: it fails when the page talks to another origin, breaks the policy, or reports an error.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";

type Watch = {
  /** Messages that a journey provokes on purpose, such as the 404 of an unknown page. */
  expectedProblems: RegExp[];
  /** What went wrong in any page of the journey so far. */
  problems: string[];
  /** Origins besides the site's that the pages of this journey may come from. */
  allowedOrigins: Set<string>;
  /**
   * Serves a page on another origin, and gives its address: of another site, or of the same one on another port.
   * `{atlas}` stands for the atlas's own address.
   */
  host: (pages: Record<string, HostPage>, site?: "another" | "same") => Promise<string>;
  /** The browser of another person, who shares nothing with the first but the address. */
  elsewhere: Page;
};

export type HostPage = { body: string; headers?: Record<string, string> };

export const test = base.extend<Watch>({
  expectedProblems: [[], { option: true }],

  allowedOrigins: async ({ baseURL }, use) => use(new Set([new URL(baseURL!).origin])),

  host: async ({ baseURL, allowedOrigins }, use) => {
    const servers: ReturnType<typeof createServer>[] = [];
    await use(async (pages, site = "another") => {
      const server = createServer((request, response) => {
        const page = pages[new URL(request.url!, "http://localhost").pathname];
        response.writeHead(page ? 200 : 204, { "Content-Type": "text/html; charset=utf-8", ...page?.headers });
        response.end(page?.body.replaceAll("{atlas}", baseURL!));
      });
      servers.push(server);
      await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
      const name = site === "same" ? "127.0.0.1" : "localhost";
      const origin = `http://${name}:${(server.address() as AddressInfo).port}`;
      allowedOrigins.add(origin);
      return origin;
    });
    for (const server of servers) server.close();
  },

  problems: [
    async ({ context, allowedOrigins, expectedProblems }, use) => {
      const problems: string[] = [];
      await watch(context, allowedOrigins, problems);
      await use(problems);
      const unexpected = problems.filter((it) => !expectedProblems.some((pattern) => pattern.test(it)));
      expect(unexpected, "problems that the browser reported").toEqual([]);
    },
    { auto: true },
  ],

  elsewhere: async ({ browser, allowedOrigins, problems }, use) => {
    const context = await browser.newContext();
    await watch(context, allowedOrigins, problems);
    await use(await context.newPage());
    await context.close();
  },
});

async function watch(context: BrowserContext, origins: Set<string>, problems: string[]) {
  context.on("request", (request) => {
    const url = new URL(request.url());
    const isLocal = url.protocol === "data:" || url.protocol === "blob:";
    if (!isLocal && !origins.has(url.origin)) problems.push(`request to another origin: ${url}`);
  });
  context.on("weberror", (error) => problems.push(`uncaught: ${error.error()}`));
  context.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
}

export { expect };
