// The order of letters in a language, as one string: `a=á b c cs d …`; `=` joins letters that share a place.

import { letters } from "./cldr.js";

const LATIN = [..."abcdefghijklmnopqrstuvwxyz"].map((letter) => [letter]);

export function alphabet(lang, tag) {
  const { written, filed } = letters(tag);
  const lower = (place) => [...new Set(place.map((letter) => letter.toLocaleLowerCase(lang)))];
  // Digraphs come from the index alone: Hungarian is also written with `ccs`, which is cs twice.
  const single = written.filter((place) => place.every((letter) => [...letter].length === 1 && letter !== "ʼ"));
  const places = [];
  for (const place of [...filed, ...single, ...LATIN].map(lower)) {
    if (!places.some((known) => known.includes(place[0]))) places.push(place);
  }
  places.sort((a, b) => new Intl.Collator(lang).compare(a[0], b[0]));
  return places.map((place) => place.join("=")).join(" ");
}
