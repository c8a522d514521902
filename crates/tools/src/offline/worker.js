// Lets the atlas be used without a connection. Before this text stand VERSION, DATA, SHELLS (a page of no content for
// each language) and FILES with the hash of each: atlas-tools writes them when the site is put together.
//
// A version of the site is one cache, which is whole before it is used, and a page lives on one version: its HTML and
// all of its files. Pages of an earlier version that are still open go on with theirs. Notes are none of its business.

const SCOPE = registration.scope;
const CACHES = `ots-atlas ${SCOPE} `;
const OWN = CACHES + VERSION;
// On a weak line, what is kept answers after this time.
const PAGE_PATIENCE_MILLIS = 2_000;
const DATA_PATIENCE_MILLIS = 8_000;

const at = (path) => SCOPE + path;
const own = () => caches.open(OWN);
const others = async () => (await caches.keys()).filter((name) => name.startsWith(CACHES) && name !== OWN);
const pause = (millis) => new Promise((over) => setTimeout(over, millis));

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("message", ({ data }) => data === "take over" && skipWaiting());
addEventListener("fetch", (event) => {
  const answer = answerTo(event);
  if (answer) event.respondWith(answer);
});

// All or nothing: a file that is not the one of this version has another hash, and the version is not installed.
async function install() {
  const cache = await own();
  const put = async (path, integrity) => {
    const response = await fetch(at(path), { cache: "no-cache", priority: "low", ...(integrity && { integrity }) });
    if (!response.ok) throw new Error(`${response.status} ${path}`);
    await cache.put(at(path), response);
  };
  try {
    await Promise.all([...Object.entries(FILES).map(([path, integrity]) => put(path, integrity)), put(DATA)]);
  } catch (error) {
    await caches.delete(OWN);
    throw error;
  }
}

// Frames and what is made for other sites are left to the network; so is whatever is no part of the app.
function answerTo(event) {
  const { method, mode, destination, url } = event.request;
  const { origin, pathname } = new URL(url);
  const address = origin + pathname;
  if (method !== "GET" || !address.startsWith(SCOPE)) return;
  const path = address.slice(SCOPE.length).replace(/(^|\/)index\.html$/, "$1");
  if (mode === "navigate") {
    const isPage = destination === "document" && !/(^|\/)(frame|doctor)\/?$|\.\w+$/.test(path);
    return isPage ? page(event, path) : undefined;
  }
  if (path === DATA) return unlessFramed(event, data);
  // A file of an earlier version has a hash in its name that this one does not know.
  if (Object.hasOwn(FILES, path) || /-[0-9a-f]{8,}(_bg)?\.\w+$/.test(path)) return unlessFramed(event, file, path);
}

async function unlessFramed(event, answer, path) {
  const client = await clients.get(event.clientId);
  return client?.frameType === "nested" ? fetch(event.request) : answer(event, path);
}

// From the network if it comes in time and is of this version; else the page is put together from what is kept.
async function page(event, path) {
  event.waitUntil(own().then((cache) => cache.put(mark(event.resultingClientId), new Response())));
  const fresh = ofThisVersion(event.request);
  event.waitUntil(fresh.then(() => tidy(event.resultingClientId)));
  return (await Promise.race([fresh, pause(PAGE_PATIENCE_MILLIS)])) ?? (await kept(path)) ?? fetch(event.request);
}

async function ofThisVersion(request) {
  try {
    const response = await fetch(request);
    // The host leads on to another address; where to, only the browser may know.
    if (response.type === "opaqueredirect") return response;
    if ((await response.clone().text()).includes(VERSION)) return response;
    // Another version is there, or none. It is used when the person wants it.
    registration.update().catch(() => {});
  } catch {
    // No connection.
  }
}

async function kept(path) {
  const cache = await own();
  const lang = Object.keys(SHELLS).find((code) => path.startsWith(`${code}/`)) ?? "";
  const isWhole = Object.hasOwn(FILES, path);
  const response = await cache.match(at(isWhole ? path : SHELLS[lang]));
  if (!response) return;
  const html = await response.text();
  // The shell names its files as seen from its own address.
  const root = `="${"../".repeat(SHELLS[lang].split("/").length - 1)}`;
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  return new Response(isWhole ? html : html.replaceAll(root, `="${new URL(SCOPE).pathname}`), { headers });
}

async function file({ request, clientId }, path) {
  const cache = await own();
  const names = (await cache.match(mark(clientId))) ? [OWN] : [...(await others()), OWN];
  for (const name of names) {
    const found = await (await caches.open(name)).match(at(path), { ignoreVary: true });
    if (found) return found;
  }
  return fetch(request);
}

// From the network, with the last one that came behind it. A sign-in page of a hotel is no data.
async function data(event) {
  const cache = await own();
  const fresh = fetch(event.request)
    .then(async (response) => {
      if (!response.ok || !response.headers.get("Content-Type")?.includes("json")) return;
      await cache.put(at(DATA), response.clone());
      return response;
    })
    .catch(() => {});
  event.waitUntil(fresh);
  const inTime = await Promise.race([fresh, pause(DATA_PATIENCE_MILLIS)]);
  return inTime ?? (await cache.match(at(DATA), { ignoreVary: true })) ?? (await fresh) ?? Response.error();
}

// Which pages this version has answered for; kept, because a browser stops a worker that rests.
function mark(clientId) {
  return at(`?client=${clientId}`);
}

// Takes other versions away when no page lives on them, unless one of them is on its way.
async function tidy(comingId) {
  const cache = await own();
  const leftOver = await others();
  const pages = (await clients.matchAll({ type: "window" })).filter(({ frameType }) => frameType !== "nested");
  const marks = await Promise.all(pages.map(({ id }) => cache.match(mark(id))));
  if (marks.every(Boolean) && !registration.waiting && !registration.installing) {
    for (const name of leftOver) await caches.delete(name);
  }
  const open = new Set([comingId, ...pages.map(({ id }) => id)].map(mark));
  for (const { url } of await cache.keys()) if (url.startsWith(mark("")) && !open.has(url)) await cache.delete(url);
}
