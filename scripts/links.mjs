// Looks up every web address of the data set and prints those that need a person's eye.
// By hand and online only: `make links`. Polite: one request at a time and a pause for each host.

import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

const HOSTS_AT_ONCE = 8;
const PAUSE_MILLIS = 1000;
const TIMEOUT_MILLIS = 20_000;
const HEADERS = { "user-agent": "ots-partnership-atlas link check", accept: "text/html,*/*" };

/** Every address below a value, with the path it stands at. */
function* addresses(value, path = "") {
  if (typeof value === "string") {
    if (/^https?:\/\//.test(value)) yield [value, path];
  } else if (value && typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) {
      // A record is easier to find by its id than by its number.
      const name = Array.isArray(value) ? `[${inner?.id ?? key}]` : path ? `.${key}` : key;
      yield* addresses(inner, path + name);
    }
  }
}

async function ask(address, method) {
  const response = await fetch(address, { method, headers: HEADERS, signal: AbortSignal.timeout(TIMEOUT_MILLIS) });
  await response.body?.cancel();
  return response;
}

/** What is wrong with an address; nothing if it answers. */
async function trouble(address) {
  try {
    let response = await ask(address, "HEAD");
    // Some servers know only GET.
    if (!response.ok) response = await ask(address, "GET");
    if (response.ok) return;
    const isRefusal = [401, 403, 405, 429, 503].includes(response.status);
    return isRefusal ? `refused (${response.status}): look in a browser` : `dead (${response.status})`;
  } catch (error) {
    return `dead (${error.cause?.code ?? error.name})`;
  }
}

async function check(host, group, found) {
  for (const [address, places] of group) {
    const problem = await trouble(address);
    if (problem) found.push({ problem, address, places });
    await pause(PAUSE_MILLIS);
  }
  console.error(`${host}: ${group.length} looked up`);
}

const byHost = new Map();
const placesOf = new Map();
for (const [address, place] of addresses(JSON.parse(readFileSync(process.argv[2], "utf8")))) {
  if (!placesOf.has(address)) {
    placesOf.set(address, []);
    const { host } = new URL(address);
    byHost.set(host, [...(byHost.get(host) ?? []), [address, placesOf.get(address)]]);
  }
  placesOf.get(address).push(place);
}

// The hosts with most addresses first, since they take longest.
const waiting = [...byHost].sort(([, a], [, b]) => b.length - a.length);
console.error(`Looking up ${placesOf.size} addresses on ${byHost.size} hosts…`);
const found = [];
const worker = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) await check(...next, found);
};
await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, worker));

for (const { problem, address, places } of found.sort((a, b) => a.problem.localeCompare(b.problem))) {
  console.log(`${problem.padEnd(36)} ${address}\n${" ".repeat(36)} ${places.join(", ")}`);
}
const nDead = found.filter(({ problem }) => problem.startsWith("dead")).length;
console.log(`${placesOf.size} addresses: ${nDead} dead, ${found.length - nDead} refused.`);
process.exitCode = nDead > 0 ? 1 : 0;
