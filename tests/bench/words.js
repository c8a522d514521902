// What is typed in the measurements of text search, and the plain loop that says what a mistyped word is to find.

import { randomOf } from "./data.js";

/** Every word of the records with the indices of those that have it. */
function wordsOf(records) {
  const all = new Map();
  for (const { id, words } of records) {
    for (const word of words.split(" ")) {
      if (word === "") continue;
      const ids = all.get(word);
      if (!ids) all.set(word, [id]);
      else if (ids.at(-1) !== id) ids.push(id);
    }
  }
  return all;
}

/** Single letters, beginnings of words, pairs of beginnings, and whole words of six letters and more. */
export function typedWords(records, seed) {
  const words = [...wordsOf(records).keys()].sort();
  const random = randomOf(seed);
  const some = (n, minLength) => {
    const long = words.filter((word) => word.length >= minLength && /^[a-z]+$/.test(word));
    return Array.from({ length: n }, () => long[Math.floor(random() * long.length)]);
  };
  const beginnings = [2, 3, 4, 6].flatMap((length) => some(6, length).map((word) => word.slice(0, length)));
  const pairs = beginnings.slice(6, 14).map((word, idx) => `${word} ${"abks"[idx % 4]}`);
  const letters = [..."abcdefghijklmnoprstuvyz"].filter((letter) => words.some((word) => word.startsWith(letter)));
  return { nWords: words.length, letters, beginnings, pairs, whole: some(60, 6) };
}

/** The word with two neighbours swapped, or a letter less, more or other. */
export function withTypo(word, idx) {
  const at = 1 + ((idx * 7) % (word.length - 2));
  const [head, tail] = [word.slice(0, at), word.slice(at)];
  switch (idx % 4) {
    case 0: return head + tail[1] + tail[0] + tail.slice(2);
    case 1: return head + tail.slice(1);
    case 2: return `${head}o${tail}`;
    default: return `${head}e${tail.slice(1)}`;
  }
}

/** The least number of insertions, deletions, substitutions and swaps that make `sought` a beginning of `word`. */
function editsToBeginning(sought, word) {
  const rows = [Array.from({ length: word.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= sought.length; i++) {
    const row = [i];
    for (let j = 1; j <= word.length; j++) {
      let least = rows[i - 1][j - 1] + (sought[i - 1] === word[j - 1] ? 0 : 1);
      least = Math.min(least, rows[i - 1][j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && sought[i - 1] === word[j - 2] && sought[i - 2] === word[j - 1]) {
        least = Math.min(least, rows[i - 2][j - 2] + 1);
      }
      row.push(least);
    }
    rows.push(row);
  }
  return Math.min(...rows[sought.length]);
}

/** Finds the records of a word, given in its spellings; edits are forgiven only if no word begins as typed. */
export function typos(records) {
  const all = [...wordsOf(records)];
  const nMost = (form) => (form.length < 5 ? 0 : form.length < 9 ? 1 : 2);
  return (forms) => {
    const begins = all.filter(([word]) => forms.some((form) => word.startsWith(form)));
    const near = () => all.filter(([word]) => forms.some((form) => nMost(form) > 0 && editsToBeginning(form, word) <= nMost(form)));
    const ids = new Set((begins.length > 0 ? begins : near()).flatMap(([, ids]) => ids));
    return [...ids].sort((a, b) => a - b);
  };
}
