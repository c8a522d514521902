// Reads the JSON files of CLDR.

import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

export function territoryContainment() {
  return require("cldr-core/supplemental/territoryContainment.json").supplemental.territoryContainment;
}

export function version() {
  return require("cldr-core/package.json").version;
}

export function territoryNames(tag) {
  return main("cldr-localenames-full", tag, "territories").localeDisplayNames.territories;
}

export function gregorian(tag) {
  return main("cldr-dates-full", tag, "ca-gregorian").dates.calendars.gregorian;
}

export function numbers(tag) {
  return main("cldr-numbers-full", tag, "numbers").numbers;
}

/** The letters of a language: those it writes with, and those under which an index files names. */
export function letters(tag) {
  const { exemplarCharacters, index } = main("cldr-misc-full", tag, "characters").characters;
  return { written: parseLetters(exemplarCharacters), filed: parseLetters(index) };
}

function main(pack, tag, file) {
  return require(`${pack}/main/${tag}/${file}.json`).main[tag];
}

/** `[AÁ B {CS}]` → [["A", "Á"], ["B"], ["CS"]]: letters without a space between them share a place. */
function parseLetters(set) {
  return set
    .replace(/^\[|\]$/g, "")
    .split(" ")
    .filter(Boolean)
    .map((place) => (place.startsWith("{") ? [place.replace(/[{}]/g, "")] : [...place]));
}
