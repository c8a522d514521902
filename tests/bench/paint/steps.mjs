// What a person does in the paint bench, the same in every run: clicks on options, words typed, moves of the map.

import { randomOf } from "../data.js";

/**
 * Clicks on options, facet by facet: `[{ facet, ids }]`. Two values are chosen, one is let go, a third comes; every other
 * facet keeps its last one, so that the next is asked with a narrower result. In the end nothing is chosen.
 */
export function clicksOn(facets, seed) {
  const random = randomOf(seed);
  const kept = [];
  const rounds = facets.map(({ code, values }, idx) => {
    const used = values.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n);
    const [a, b, c] = [0, 1, 2].map(() => used.splice(Math.floor(random() ** 2 * used.length), 1)[0].id);
    if (idx % 2 === 0) kept.unshift({ facet: code, ids: [c] });
    return { facet: code, ids: idx % 2 === 0 ? [a, b, a, c, b] : [a, b, a, c, b, c] };
  });
  return [...rounds, ...kept];
}

/**
 * Keys for the search field, one after the other: words letter by letter, each then taken away. Beginnings of names that
 * have no letter beyond the keyboard's.
 */
export function keysFor(names, n) {
  const words = names.map((name) => name.slice(0, 6).toLowerCase()).filter((word) => /^[a-z]{6}$/.test(word));
  return words.slice(0, n).flatMap((word) => [...word, ...Array.from(word, () => "Backspace")]);
}

/** Keys for the map: nearer, about, and back. */
export const MAP_KEYS = [
  ...["+", "ArrowLeft", "ArrowUp", "+", "ArrowRight", "ArrowDown", "ArrowDown", "+", "ArrowLeft", "ArrowUp"],
  ...["-", "ArrowRight", "ArrowRight", "-", "ArrowDown", "ArrowLeft", "-", "-", "ArrowUp", "+"],
];
