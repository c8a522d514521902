// Starts the app: theme first, then data, outlines and WebAssembly at once, and a message where that fails.
// An external module, because the Content-Security-Policy allows no inline script. Not hashed: keep it tiny.

const root = document.documentElement;
const script = document.querySelector("script[data-js]");
const fromPage = (reference) => new URL(reference, document.baseURI).href;

// The path the site lives under, such as "/" or "/atlas/".
const base = new URL(".", import.meta.url).pathname;
root.dataset.base = base;
// The address changes without a new page; what is relative to the first address must not follow.
for (const link of document.querySelectorAll("link[rel=icon], link[disabled]")) link.href = link.href;

// Trusted Types: of strings, only the signs that the app draws become HTML; of scripts, only its own tag and worker follow.
const SIGN = /^(<\/?(svg|g|path|circle|rect|line|text)( (?!on|style)[\w-]+="[\w .-]*")*>|\d)+$/i;
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (html) => (SIGN.test(html) ? html : null),
  createScriptURL: (url) => (/^(embed|sw)\.js$/.test(url.replace(location.origin + base, "")) ? url : null),
});

try {
  // In a frame the address alone decides, which is the host's.
  const asked = new URLSearchParams(location.search).get("theme");
  const theme = asked ?? (/\/frame\/$/.test(location.pathname) ? null : localStorage.getItem("ots-atlas:theme"));
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
} catch {
  // Storage may be refused, in a third-party frame for one; the system's theme then holds.
}

async function text(url, options) {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.text();
}

const linked = (id) => document.getElementById(id).href;

// For the app to pick up: each promise gives the text of a file.
// A page with a picture of the map holds its outlines already.
const held = document.getElementById("held-outlines");
const outlines = held ? Promise.resolve(held.textContent) : text(linked("outlines"));
const files = { digest: text(linked("digest")), outlines };
// These pages cannot do without all of the data set; elsewhere the app asks for it when the page is idle.
if (/\/(partners|about)\//.test(location.pathname)) files.whole = text(linked("whole"), { cache: "no-cache" });
// The app reports these failures in its own words; until it listens they are not unhandled.
for (const file of Object.values(files)) file.catch(() => {});
// When the page had its turn; a browser that knows how comes back sooner.
const turn = () => globalThis.scheduler?.yield?.() ?? new Promise((done) => setTimeout(done));
globalThis.atlasBoot = { base, takeOver, turn, ...files };

// What a person does to the readable page is not lost when the app takes its place: what they type and choose, the
// button they press, where they are. It waits while they type or have a text selected.
const shell = document.getElementById("shell");
const touched = new Set();
let pressedId = "";
let isComposing = false;
// To ask where a page is that was never scrolled would have the browser lay it out once more.
let isScrolled = false;
addEventListener("scroll", () => (isScrolled = true), { once: true });
let lastKeyMillis = -Infinity;
shell.addEventListener("click", (event) => {
  pressedId = event.target.closest("button")?.id ?? "";
  // A link leads to its page as the browser does it: the app would go there where nobody sees it.
  event.stopPropagation();
});
shell.addEventListener("input", ({ target }) => touched.add(target));
shell.addEventListener("keydown", ({ timeStamp }) => (lastKeyMillis = timeStamp));
for (const type of ["compositionstart", "compositionend"])
  shell.addEventListener(type, () => (isComposing = type === "compositionstart"));

const TYPING_PAUSE_MILLIS = 600;
const isInUse = () =>
  isComposing || performance.now() - lastKeyMillis < TYPING_PAUSE_MILLIS || !getSelection().isCollapsed;

function takeOver() {
  // Its rows come piece by piece.
  const isBuilt = !document.querySelector("#next ol[aria-busy]");
  if (!isBuilt || isInUse()) return setTimeout(takeOver, isBuilt ? 100 : 5);
  const focused = document.activeElement;
  const { selectionStart, selectionEnd } = focused;
  const top = (element) => element?.getBoundingClientRect().top ?? 0;
  const row = isScrolled && [...shell.querySelectorAll("[id^=row-]")].find((it) => top(it) >= 0);
  const rowTop = row && top(row);
  shell.remove();
  document.getElementById("next").className = "";
  const successor = ({ id }) => id && document.getElementById(id);
  if (row) scrollBy(0, top(successor(row)) - rowTop);
  const field = successor(focused);
  if (field) field.focus({ preventScroll: true });
  for (const old of touched) {
    const field = successor(old);
    if (!field) continue;
    [field.value, field.checked] = [old.value, old.checked];
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
  }
  if (field && selectionStart != null) field.setSelectionRange(selectionStart, selectionEnd);
  if (pressedId) document.getElementById(pressedId)?.click();
}

// Says that the app could not start, or that it has stopped, and shows every text that it had not saved by then.
function cannotStart() {
  const notice = document.getElementById("cannot-start");
  if (!notice.hidden) return;
  const words = document.getElementById("cannot-start-words");
  if (!document.querySelector(".takeover")) words.textContent = words.dataset.stopped;
  notice.hidden = false;
  root.dataset.app = "missing";
  // The app asks for the web font when the page rests; it will not now.
  root.dataset.font = "web";
  notice.scrollIntoView();
  for (const { value } of document.querySelectorAll("textarea[data-unsaved]")) if (value) notice.append(rescued(value));
}

// Marked at the very key; the app takes the mark away when the text is kept, if it still can.
addEventListener("input", ({ target }) => target.matches("textarea[data-note]") && (target.dataset.unsaved = ""), true);

function rescued(value) {
  const section = document.getElementById("rescue").content.cloneNode(true);
  const [field, copy, download] = ["textarea", "button", "a"].map((name) => section.querySelector(name));
  field.value = value;
  download.href = URL.createObjectURL(new Blob([value], { type: "text/plain" }));
  copy.onclick = () => {
    field.select();
    // The older way works where the newer is refused, such as on plain http.
    navigator.clipboard?.writeText(value).catch(() => document.execCommand("copy")) ?? document.execCommand("copy");
  };
  return section;
}

// A panic in Rust ends the WebAssembly module for good.
const isPanic = (error) => globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError;
addEventListener("error", (event) => isPanic(event.error) && cannotStart());
addEventListener("unhandledrejection", (event) => isPanic(event.reason) && cannotStart());

import(fromPage(script.dataset.js))
  .then((app) => app.start({ module_or_path: fromPage(script.dataset.wasm) }))
  .catch((error) => {
    console.error(error);
    cannotStart();
  });

// In a build that is to work without a connection.
if (document.querySelector("[name=atlas-version]") && top === self) addEventListener("load", () => import("./offline.js"));
