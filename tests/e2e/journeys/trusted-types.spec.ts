// No string becomes HTML or a script but those that the app itself is made of.
import { expect, test } from "../fixtures";

test.use({ expectedProblems: [/TrustedHTML|TrustedScript|trusted-types|policy violation: (require-)?trusted-types/i] });

test("no text becomes HTML, no address a script, and no second policy can be made", async ({ page }) => {
  await page.goto("");
  await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
  const refused = await page.evaluate(() => {
    const attempts: [string, () => unknown][] = [];
    const html = [
      "<img src=x onerror=alert(1)>",
      "<svg onload=\"x\"></svg>",
      "<script>x</script>",
      "<svg><a href=\"javascript:x\"></a></svg>",
      "<svg class=\"a\" style=\"x\"></svg>",
      "<svg><path d=\"url(x)\"></path></svg>",
      "plain text",
    ];
    for (const text of html) attempts.push([text, () => (document.createElement("template").innerHTML = text)]);
    attempts.push(["script", () => (document.createElement("script").src = "https://example.org/x.js")]);
    attempts.push(["script of this site", () => document.createElement("script").setAttribute("src", "boot.js")]);
    attempts.push(["policy", () => (globalThis as any).trustedTypes.createPolicy("other", {})]);
    attempts.push(["default", () => (globalThis as any).trustedTypes.createPolicy("default", {})]);
    return attempts.map(([name, attempt]) => {
      try {
        attempt();
        return `${name} was let through`;
      } catch {
        return "";
      }
    });
  });
  expect(refused.filter(Boolean)).toEqual([]);
});

test("the signs that the app draws are let through", async ({ page, problems }) => {
  await page.goto("");
  await expect(page.locator(".legend__sign").first()).toBeAttached();
  expect(problems).toEqual([]);
});
