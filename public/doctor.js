// Finds out what the page around a frame lets it do, and shows the sentence that says so: all of them stand in the
// page already, in its language. It works where the app does not, so it shares nothing with it but the protocol.

const NS = "ots-partnership-atlas";
const script = document.querySelector("script[data-wasm]");
const theme = new URLSearchParams(location.search).get("theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;

const isFramed = parent !== window;
const isOpaque = origin === "null";

// Shows one outcome of a check in place of the one before.
function say(check, outcome) {
  for (const element of document.querySelectorAll(`[data-check="${check}"] [data-outcome]`))
    element.hidden = element.dataset.outcome !== outcome;
  const isWell = !["silent", "refused", "opaque", "missing", "slow"].includes(outcome);
  document.querySelector(`[data-check="${check}"]`).dataset.said = isWell ? "well" : "off";
}

function checkPlace() {
  say("place", isOpaque ? "opaque" : isFramed ? "frame" : "alone");
}

// The handshake of the app, and then its port. Whatever else comes is left alone and counted.
function checkMessages() {
  let n = 0;
  const count = () => {
    n += 1;
    document.getElementById("doctor-n").textContent = n;
    document.getElementById("doctor-ignored").hidden = false;
  };
  const isOurs = (data, types) => data?.ns === NS && data.v === 1 && types.includes(data.type);
  let port;
  addEventListener("message", ({ source, data, ports }) => {
    if (port || source !== parent || !isOurs(data, ["connect"]) || !ports[0]) return count();
    port = ports[0];
    port.onmessage = ({ data }) => isOurs(data, ["set"]) || count();
    port.postMessage({ ns: NS, v: 1, type: "ready" });
    tellHeight(port);
    say("messages", "answered");
  });
  if (!isFramed) return say("messages", "alone");
  parent.postMessage({ ns: NS, v: 1, type: "hello" }, "*");
  setTimeout(() => port || say("messages", "silent"), 2000);
}

function tellHeight(port) {
  let told = 0;
  let isWaiting = false;
  const tell = () => {
    isWaiting = false;
    const height = Math.min(6000, Math.max(200, Math.ceil(document.getElementById("app").getBoundingClientRect().height)));
    if (Math.abs(height - told) < 4) return;
    told = height;
    port.postMessage({ ns: NS, v: 1, type: "height", height });
  };
  new ResizeObserver(() => {
    if (!isWaiting) setTimeout(tell, 100);
    isWaiting = true;
  }).observe(document.getElementById("app"));
}

function checkStorage() {
  const key = "ots-atlas:doctor";
  try {
    localStorage.setItem(key, "1");
    localStorage.removeItem(key);
    say("storage", isFramed ? "apart" : "kept");
  } catch {
    say("storage", isOpaque ? "opaque" : "refused");
  }
}

async function checkWebAssembly() {
  // A module with nothing in it: what is asked is whether any may be compiled.
  const empty = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
  try {
    await WebAssembly.compile(empty);
  } catch {
    return say("webassembly", "refused");
  }
  try {
    const response = await fetch(script.dataset.wasm);
    if (!response.ok) throw new Error(`${response.status}`);
    const isTyped = response.headers.get("Content-Type") === "application/wasm";
    await response.body?.cancel();
    say("webassembly", isTyped ? "works" : "slow");
  } catch {
    say("webassembly", "missing");
  }
}

async function checkFonts() {
  const faces = await document.fonts.load('16px "Source Sans 3"', "A").catch(() => []);
  if (faces.length) document.documentElement.dataset.font = "web";
  say("fonts", faces.length ? "works" : "missing");
}

function checkClipboard() {
  // Browsers that cannot be asked let a page try.
  const isAllowed = document.featurePolicy?.allowsFeature("clipboard-write") ?? true;
  say("clipboard", navigator.clipboard && isAllowed ? "works" : "refused");
}

// No browser tells a page whether a file arrived: only the person can see that.
function offerDownload() {
  say("downloads", "ask");
  document.getElementById("doctor-download").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["OTS Partnership Atlas\n"], { type: "text/plain" }));
    link.download = "ots-atlas-test.txt";
    link.click();
    say("downloads", "tried");
  });
}

function offerTab() {
  say("tabs", "ask");
  document.getElementById("doctor-tab").addEventListener("click", ({ target }) => {
    const tab = open(target.dataset.href, "_blank");
    if (tab) tab.opener = null;
    say("tabs", tab ? "works" : "refused");
  });
}

document.getElementById("doctor-no-scripts").remove();
document.getElementById("doctor").hidden = false;
checkPlace();
checkMessages();
checkStorage();
checkWebAssembly();
checkFonts();
checkClipboard();
offerDownload();
offerTab();
