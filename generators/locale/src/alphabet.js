// The order of letters in a language, as one string: `a=á b c cs d …`; `=` joins letters that share a place.

import { indexLetters } from "./cldr.js";

export function alphabet(lang, tag) {
  const collator = new Intl.Collator(lang);
  const places = indexLetters(tag).map((place) => place.map((letter) => letter.toLocaleLowerCase(lang)));
  const known = new Set(places.flat());
  for (const letter of "abcdefghijklmnopqrstuvwxyz") if (!known.has(letter)) places.push([letter]);
  places.sort((a, b) => collator.compare(a[0], b[0]));
  return places.map((place) => place.join("=")).join(" ");
}
