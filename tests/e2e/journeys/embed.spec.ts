// The atlas in a page of another site, on another origin: what the web team gets, and what their page keeps.
import { expect, test } from "../fixtures";
import { TAG, barriersWithin, framed, page_, picture, rows, toldOf, visit } from "../hosts";

test("the tag shows the atlas in a host with a strict policy, as high as it is given", async ({ page, host, baseURL }) => {
  const policy = `default-src 'none'; script-src ${new URL(baseURL!).origin}; frame-src ${new URL(baseURL!).origin}`;
  const at = await host({ "/": page_(`${TAG('view="map" sector="health" height="640"')}<p>After</p>`, { "Content-Security-Policy": policy }) });
  await visit(page, at);
  await expect(picture(framed(page))).toBeVisible();
  expect((await page.locator("ots-partnership-atlas").boundingBox())!.height).toBe(640);
  await expect(framed(page).getByRole("contentinfo").getByText("do not imply endorsement")).toBeVisible();
  await expect(framed(page).getByRole("contentinfo").getByText("Edition ")).toBeVisible();
  expect(await framed(page).locator("html").evaluate((it) => it.scrollHeight)).toBeLessThanOrEqual(640);
});

test("nothing in the host moves, however late the script comes", async ({ page, host, context, baseURL }) => {
  await page.goto("embed/?view=map");
  const rule = (await page.getByLabel("Keep its place", { exact: true }).locator("pre").textContent())!;
  const at = await host({ "/": page_(`<style>${rule}</style>${TAG('view="map" height="640"', "<p>Partners</p>")}<p>After</p>`) });
  await context.route(`${baseURL}embed.js`, async (route) => {
    await new Promise((later) => setTimeout(later, 800));
    await route.continue();
  });
  await page.addInitScript(() => {
    Object.assign(globalThis, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) (globalThis as any).shift += (entry as any).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await visit(page, at);
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => (globalThis as any).shift)).toBe(0);
});

for (const sandbox of ["allow-scripts", "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"]) {
  test(`it starts, styled, in the sandbox ${sandbox}`, async ({ page, host }) => {
    const at = await host({ "/": page_(TAG(`view="map-list" sandbox="${sandbox}" lang="tr"`)) });
    await visit(page, at);
    const frame = framed(page);
    await expect(frame.getByRole("link", { name: "Atlasın tamamında aç" })).toBeVisible();
    expect(await frame.locator(".frame__foot").evaluate((it) => getComputedStyle(it).fontSize)).toBe("12px");
    // The address changes within the sandbox too, in its query alone.
    await page.locator("ots-partnership-atlas").evaluate((it) => it.setAttribute("lang", "en"));
    await expect(frame.getByRole("link", { name: "Open in the full atlas" })).toBeVisible();
  });
}

test("what the host writes within the tag is shown until then, and for ever without scripts", async ({ page, host, browser }) => {
  const at = await host({ "/": page_(TAG('view="list"', '<a href="{atlas}">Our partners</a>')) });
  await visit(page, at);
  await expect(page.getByRole("link", { name: "Our partners" })).toBeHidden();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const bare = await context.newPage();
  await bare.goto(at);
  await expect(bare.getByRole("link", { name: "Our partners" })).toBeVisible();
  await context.close();
});

test("a plain iframe without scripts shows the list, whose links lead out of it", async ({ browser, host }) => {
  const at = await host({ "/": page_('<iframe src="{atlas}frame/?view=list" title="Partners" width="600" height="400"></iframe>') });
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(at);
  const link = page.locator("iframe").contentFrame().getByRole("link", { name: "World Health Organization" });
  await expect(link).toHaveAttribute("target", "_blank");
  await context.close();
});

test("attributes are live, and the host is told codes", async ({ page, host }) => {
  const at = await host({ "/": page_(TAG('view="list" show="header,filters"')) });
  await visit(page, at);
  const all = await rows(framed(page)).count();
  const tag = page.locator("ots-partnership-atlas");
  await tag.evaluate((it) => it.setAttribute("sector", "health"));
  await expect.poll(() => rows(framed(page)).count()).toBeLessThan(all);
  await expect.poll(() => toldOf(page, "statechange")).toContainEqual({ state: expect.objectContaining({ sector: "health", view: "list" }) });
  await framed(page).getByRole("searchbox").fill("zqxj");
  await expect(rows(framed(page))).toHaveCount(0);
  await tag.evaluate((it) => it.setAttribute("theme", "dark"));
  await expect(framed(page).locator("html")).toHaveAttribute("data-theme", "dark");
  await tag.evaluate((it) => it.setAttribute("lang", "tr"));
  await expect(framed(page).locator("html")).toHaveAttribute("lang", "tr");
  expect(JSON.stringify(await page.evaluate(() => (globalThis as any).told))).not.toContain("zqxj");
});

test("a partner opens in a tab of its own, with the same state, and the host is told", async ({ page, host, context }) => {
  const at = await host({ "/": page_(TAG('view="list" sector="health"')) });
  await visit(page, at);
  const tab = context.waitForEvent("page");
  await rows(framed(page)).filter({ hasText: "World Health Organization" }).click();
  await expect(await tab).toHaveURL(/\/atlas\/partners\/who\/\?sector=health$/);
  expect(await toldOf(page, "select")).toEqual([{ partner: "who" }]);
  expect(await (await tab).evaluate(() => opener)).toBeNull();
});

test("a mark of the map opens in a tab of its own too", async ({ page, host, context }) => {
  const at = await host({ "/": page_(TAG('view="map" height="600"')) });
  await visit(page, at);
  const tab = context.waitForEvent("page");
  await picture(framed(page)).getByRole("link", { name: /^Rome: / }).press("Enter");
  await expect(await tab).toHaveURL(/\/atlas\/partners\//);
});

for (const width of [280, 360, 768, 1200]) {
  test(`every view fits ${width} pixels, and its height is told`, async ({ page, host }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    const views = ["map", "list", "map-list", "partner", "counter"];
    const tags = Object.fromEntries(views.map((view) => [`/${view}`, page_(`<style>body{margin:0}</style>${TAG(`view="${view}" partner="who"`)}`)]));
    const at = await host(tags);
    for (const view of views) {
      await visit(page, `${at}/${view}`);
      const root = framed(page).locator("html");
      // What is higher than any frame may be scrolls within it.
      await expect.poll(() => root.evaluate((it) => Math.min(it.scrollHeight, 6000) - innerHeight), { message: view }).toBeLessThanOrEqual(4);
      expect(await root.evaluate((it) => it.scrollWidth), view).toBeLessThanOrEqual(width);
      await expect(framed(page).getByRole("contentinfo").getByText("do not imply endorsement")).toBeVisible();
      expect.soft(await barriersWithin(page), view).toEqual([]);
    }
  });
}

test("the counter counts as the atlas does", async ({ page, host }) => {
  const at = await host({ "/": page_(TAG('view="counter"')) });
  await visit(page, at);
  const { partnerships } = await (await page.request.get("data/partnerships.json")).json();
  const counted = partnerships.filter((it: { listing: string }) => it.listing === "counted");
  const sectors = new Set(counted.flatMap((it: { sectors: string[] }) => it.sectors));
  await expect(framed(page).getByRole("heading", { level: 1 })).toHaveText(`${counted.length} partnerships in ${sectors.size} sectors`);
});

test("two of them, the script twice, one in a shadow root, in a right-to-left page that is dark", async ({ page, host }) => {
  const inner = '<template shadowrootmode="open"><ots-partnership-atlas view="counter"></ots-partnership-atlas></template>';
  const at = await host({
    "/": { body: `<!doctype html><html lang="ar" dir="rtl"><meta name="color-scheme" content="dark"><title>Host</title><body style="background:#111">${TAG('view="list" sector="health" accent="ffcc00"')}${TAG('view="map" theme="dark" height="400"')}<div>${inner}</div></body></html>` },
  });
  await visit(page, at, 3);
  const full = await rows(framed(page)).count();
  await page.locator("ots-partnership-atlas").nth(1).evaluate((it) => it.setAttribute("sector", "trade"));
  await expect.poll(() => toldOf(page, "statechange")).toHaveLength(1);
  expect(await rows(framed(page)).count()).toBe(full);
  expect(await framed(page).locator(".frame").evaluate((it) => getComputedStyle(it).getPropertyValue("--host-accent-dark"))).toBe("#ffcc00");
  await expect(framed(page).locator("html")).toHaveCSS("direction", "ltr");
});

test("a hostile sibling forges heights and state, and nothing happens", async ({ page, host }) => {
  const at = await host({
    "/": page_(`${TAG('view="counter"')}<iframe src="/evil" title="Evil"></iframe>`),
    "/evil": page_(`<script>setInterval(() => {
      const ns = "ots-partnership-atlas";
      for (const type of ["hello", "ready", "height", "statechange"])
        parent.postMessage({ ns, v: 1, type, height: 5000, state: { sector: "evil" } }, "*");
      for (let nth = 0; nth < parent.frames.length; nth += 1)
        parent.frames[nth].postMessage({ ns, v: 1, type: "connect" }, "*", [new MessageChannel().port1]);
    }, 20)</script>`),
  });
  await visit(page, at);
  await page.waitForTimeout(1000);
  expect((await page.locator("ots-partnership-atlas").boundingBox())!.height).toBeLessThan(400);
  expect(await toldOf(page, "ready")).toHaveLength(1);
  expect(await toldOf(page, "statechange")).toEqual([]);
});

test("a hostile host sends 5,000 messages of junk, and nothing happens", async ({ page, host }) => {
  const at = await host({ "/": page_(TAG('view="list"')) });
  await visit(page, at);
  const n = await rows(framed(page)).count();
  await page.evaluate(() => {
    const tag = document.querySelector("ots-partnership-atlas") as HTMLElement & { port: MessagePort; frame: HTMLIFrameElement };
    const keys = ["ns", "v", "type", "view", "q", "sector", "__proto__", "constructor", "lang", "x"];
    const values = ["ots-partnership-atlas", 1, "set", "connect", null, [], {}, "\u0000", "9".repeat(2000), -0, Number.NaN, 2n ** 70n, new Date(), new Map(), true];
    const any = <T>(all: T[]) => all[Math.floor(Math.random() * all.length)]!;
    for (let nth = 0; nth < 5_000; nth += 1) {
      const junk: unknown = nth % 7 ? Object.fromEntries(Array.from({ length: nth % 6 }, () => [any(keys), any(values)])) : any<unknown>(values);
      if (nth % 2) tag.port.postMessage(junk);
      else tag.frame.contentWindow!.postMessage(junk, "*");
    }
  });
  await page.waitForTimeout(500);
  expect(await rows(framed(page)).count()).toBe(n);
  await page.locator("ots-partnership-atlas").evaluate((it) => it.setAttribute("sector", "health"));
  await expect.poll(() => rows(framed(page)).count()).toBeLessThan(n);
});

test("Back is the host's", async ({ page, host }) => {
  const at = await host({ "/": page_("First"), "/second": page_(TAG('view="list" show="filters"')) });
  await page.goto(at);
  await visit(page, `${at}/second`);
  const before = await page.evaluate(() => history.length);
  await page.locator("ots-partnership-atlas").evaluate((it) => it.setAttribute("sector", "health"));
  await expect.poll(() => toldOf(page, "statechange")).toHaveLength(1);
  await framed(page).getByRole("button", { name: "Clear all" }).click();
  await expect.poll(() => toldOf(page, "statechange")).toHaveLength(2);
  expect(await page.evaluate(() => history.length)).toBe(before);
  await page.goBack();
  await expect(page.getByText("First")).toBeVisible();
});

test("focus stays with the host, and the wheel and the keyboard leave the frame", async ({ page, host }) => {
  await page.setViewportSize({ width: 1200, height: 500 });
  const at = await host({ "/": page_(`<button autofocus>Before</button>${TAG('view="map" height="400" show="none"')}<button>After</button><p style="height:2000px"></p>`) });
  await visit(page, at);
  await expect(page.getByRole("button", { name: "Before" })).toBeFocused();
  await page.mouse.move(600, 250);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await expect(framed(page).getByText("Hold Ctrl to zoom the map")).toBeVisible();
  await page.evaluate(() => scrollTo(0, 0));
  for (let stop = 0; stop < 40 && !(await page.getByRole("button", { name: "After" }).evaluate((it) => it === document.activeElement)); stop += 1)
    await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "After" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  expect(await page.evaluate(() => document.activeElement!.tagName)).toBe("OTS-PARTNERSHIP-ATLAS");
  await page.keyboard.press("Escape");
  await expect.poll(() => page.evaluate(() => document.activeElement!.tagName)).toBe("BODY");
});

test("a list takes no notes, and where the host wants them it is said where they are", async ({ page, host, baseURL }) => {
  const at = await host({ "/": page_(TAG('view="list" notes="on" sector="health"')) });
  await visit(page, at);
  await expect(framed(page).getByText("separate notebook")).toBeVisible();
  await expect(framed(page).getByRole("main").getByRole("link", { name: "Open in the full atlas" })).toHaveAttribute("href", `${new URL(baseURL!).pathname}?sector=health`);
});

test("only the frame may stand in another site", async ({ page }) => {
  for (const [address, ancestors] of [["frame/", "*"], ["tr/frame/", "*"], ["./", "'none'"], ["about/", "'none'"], ["notebook/", "'none'"]] as const)
    expect((await page.request.get(address)).headers()["content-security-policy"]).toMatch(new RegExp(`frame-ancestors ${ancestors.replace("*", "\\*")}$`));
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, viewport: { width: 600, height: 500 } });

  test("one finger on the map scrolls the host, and it says that two move the map", async ({ page, host }) => {
    const at = await host({ "/": page_(`${TAG('view="map" height="400" show="none"')}<p style="height:2000px"></p>`) });
    await visit(page, at);
    await expect(picture(framed(page))).toBeVisible();
    const devtools = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", y?: number) =>
      devtools.send("Input.dispatchTouchEvent", { type, touchPoints: y === undefined ? [] : [{ x: 300, y }] });
    await touch("touchStart", 300);
    for (let y = 290; y >= 100; y -= 10) {
      await touch("touchMove", y);
      await page.waitForTimeout(16);
    }
    await expect(framed(page).getByText(/two fingers/i)).toBeVisible();
    await touch("touchEnd");
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
  });
});
