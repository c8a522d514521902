// Asks for the service worker when the page rests, in a build that is to work without a connection, and tells the app
// when a new version of the atlas is ready. The boot script loads it, never in a frame.

const workers = navigator.serviceWorker;
const whenIdle = globalThis.requestIdleCallback ?? ((then) => setTimeout(then, 2_000));
let isWanted = false;

// The app shows that a version is ready, and calls this when the person wants it.
function announce(accept) {
  globalThis.atlasBoot.acceptNewVersion = accept;
  dispatchEvent(new Event("atlas-new-version"));
}

// A text that is not kept yet is worth more than a new version.
function reload() {
  if (document.querySelector("textarea[data-unsaved]")) announce(reload);
  else location.reload();
}

async function start() {
  // To register once more would keep a worker that is about to go with a build that works with a connection alone.
  const registration = workers.controller
    ? await workers.ready
    : await workers.register(new URL("sw.js", import.meta.url).href, { updateViaCache: "none" });
  const offer = () => {
    const { waiting } = registration;
    const accept = () => {
      isWanted = true;
      waiting.postMessage("take over");
    };
    // Without a controller the page came from the network, and is as new as can be.
    if (waiting && workers.controller) announce(accept);
  };
  registration.addEventListener("updatefound", () => {
    const next = registration.installing;
    next?.addEventListener("statechange", () => next.state === "installed" && offer());
  });
  offer();
  // Accepted here or in another tab, which does not reload this one.
  const hadController = Boolean(workers.controller);
  workers.addEventListener("controllerchange", () => hadController && (isWanted ? reload() : announce(reload)));
  // A tab may stay open for weeks.
  const look = () => document.visibilityState === "visible" && registration.update().catch(() => {});
  addEventListener("visibilitychange", look, true);
  addEventListener("online", look);
  look();
}

// Refused where a browser keeps nothing, or on plain http: the atlas then works with a connection, as ever.
if (workers) whenIdle(() => start().catch(() => {}));
