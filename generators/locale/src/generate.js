// Writes the language tables, the containment of regions and the golden table. See README.md.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { alphabet } from "./alphabet.js";
import { numbers, territoryNames, version } from "./cldr.js";
import { containmentRust } from "./containment.js";
import { dateTables } from "./dates.js";
import { golden } from "./golden.js";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../../..");
const input = JSON.parse(readFileSync(resolve(here, "../input.json"), "utf8"));

function write(path, text) {
  const file = resolve(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote ${path}`);
}

function names(tag, codes) {
  const all = territoryNames(tag);
  return Object.fromEntries(
    codes.map((code) => {
      if (!all[code]) throw new Error(`CLDR has no name for ${code} in ${tag}`);
      return [code, all[code]];
    }),
  );
}

function catalogue(lang, { cldr, dates = cldr }) {
  const path = `public/locale/${lang}.json`;
  const file = resolve(root, path);
  const written = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")).messages ?? {}) : {};
  const messages = Object.fromEntries(Object.entries(written).sort(([a], [b]) => (a < b ? -1 : 1)));
  const symbols = numbers(cldr)["symbols-numberSystem-latn"];
  const parts = {
    messages,
    locale: {
      ...dateTables(dates),
      number: {
        decimal: symbols.decimal,
        group: symbols.group,
        min_grouping: Number(numbers(cldr).minimumGroupingDigits),
      },
      alphabet: alphabet(lang, cldr),
    },
    regions: names(cldr, input.regions),
    countries: names(cldr, input.countries),
  };
  write(path, `${JSON.stringify(parts, null, 2)}\n`);
}

const tables = {};
for (const [lang, tags] of Object.entries(input.languages)) {
  catalogue(lang, tags);
  tables[lang] = golden(lang, tags.dates ?? tags.cldr);
}
write("crates/core/src/domain/region/containment.rs", containmentRust(input.regions));
const made = { cldr: version(), icu: process.versions.icu };
write("crates/core/src/domain/locale/golden.json", `${JSON.stringify({ made, ...tables }, null, 2)}\n`);
