// What every journey shares: it fails when the page talks to another origin, breaks the policy, or reports an error.
import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";

type Watch = {
  /** Messages that a journey provokes on purpose, such as the 404 of an unknown page. */
  expectedProblems: RegExp[];
  /** What went wrong in any page of the journey so far. */
  problems: string[];
  /** The browser of another person, who shares nothing with the first but the address. */
  elsewhere: Page;
};

export const test = base.extend<Watch>({
  expectedProblems: [[], { option: true }],

  problems: [
    async ({ context, baseURL, expectedProblems }, use) => {
      const problems: string[] = [];
      await watch(context, new URL(baseURL!).origin, problems);
      await use(problems);
      const unexpected = problems.filter((it) => !expectedProblems.some((pattern) => pattern.test(it)));
      expect(unexpected, "problems that the browser reported").toEqual([]);
    },
    { auto: true },
  ],

  elsewhere: async ({ browser, baseURL, problems }, use) => {
    const context = await browser.newContext();
    await watch(context, new URL(baseURL!).origin, problems);
    await use(await context.newPage());
    await context.close();
  },
});

async function watch(context: BrowserContext, origin: string, problems: string[]) {
  context.on("request", (request) => {
    const url = new URL(request.url());
    const isLocal = url.protocol === "data:" || url.protocol === "blob:";
    if (!isLocal && url.origin !== origin) problems.push(`request to another origin: ${url}`);
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
