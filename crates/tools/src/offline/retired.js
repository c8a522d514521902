// This build of the atlas works with a connection alone. A worker of an earlier build finds this in its place, and goes
// with all that it kept. Notes are not kept there, and stay.

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(retire()));

async function retire() {
  const caches_ = (await caches.keys()).filter((name) => name.startsWith(`ots-atlas ${registration.scope} `));
  await Promise.all(caches_.map((name) => caches.delete(name)));
  await registration.unregister();
}
