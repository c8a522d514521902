// The page of the bench: every measurement as a function, for the driver to call. Answers are compared first, then timed.

import * as atlas from "./contenders/atlas.js";
import * as crossfilter from "./contenders/crossfilter.js";
import * as itemsjs from "./contenders/itemsjs.js";
import * as loop from "./contenders/loop.js";
import * as minisearch from "./contenders/minisearch.js";
import { clicks, readFacets, readRecords } from "./data.js";
import { typedWords, typos, withTypo } from "./words.js";

const SEED = 2009;
const N_FIRST = 50;

/** The module that makes the records is another instance than the one that is measured, whose memory is its own. */
const source = await import("./wasm.js?records");
const measured = await import("./wasm.js?index");
await source.default();
const { memory } = await measured.default();
const facets = readFacets(source.facets());

const state = {};

function timed(work) {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

function assertSame(name, n, query, expected, actual) {
  const text = (it) => JSON.stringify([it.nHits, it.counts.map((counts) => [...counts]), [...it.first]]);
  if (text(expected) !== text(actual)) {
    throw new Error(`${name} answers ${JSON.stringify(query)} otherwise at ${n}:\n${text(expected)}\n${text(actual)}`);
  }
}

/** Times every contender on every query, in turns: `{ name: [milliseconds] }`. */
async function inTurns(contenders, queries, nRounds) {
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  // Not measured: the first round warms up what compiles as it runs.
  for (let round = -1; round < nRounds; round++) {
    for (const query of queries) {
      for (const [name, ask] of Object.entries(contenders)) {
        const [millis] = timed(() => ask(query));
        if (round >= 0) times[name].push(millis);
      }
      await atlas.turn();
    }
  }
  return times;
}

export function makeRecords(n, withWords) {
  state.records = undefined;
  state.records = readRecords(source, facets, SEED, n, withWords);
}

export async function buildAtlas(n) {
  state.index?.free();
  state.index = undefined;
  const before = memory.buffer.byteLength;
  const { index, totalMillis, longestMillis } = await atlas.build(measured, SEED, n);
  state.index = index;
  return { totalMillis, longestMillis, bytes: memory.buffer.byteLength - before };
}

const PEERS = { crossfilter2: crossfilter, itemsjs, "plain loop": loop, minisearch };

export function buildPeer(name) {
  const [millis, built] = timed(() => PEERS[name].build(state.records, facets));
  state[name] = built;
  return millis;
}

export function forget() {
  for (const name of Object.keys(PEERS)) delete state[name];
}

export async function measureFacets(n, names, nQueries, nRounds) {
  const queries = clicks(facets, SEED, nQueries);
  const contenders = { atlas: atlas.asker(state.index, facets, N_FIRST) };
  for (const name of names) contenders[name] = PEERS[name].asker(state[name], N_FIRST);
  for (const query of queries) {
    const expected = contenders[names.at(-1)](query);
    for (const [name, ask] of Object.entries(contenders)) assertSame(name, n, query, expected, ask(query));
  }
  return inTurns(contenders, queries, nRounds);
}

export async function measureText(n, nRounds) {
  const words = typedWords(state.records, SEED);
  const ask = atlas.asker(state.index, facets, N_FIRST);
  const seek = minisearch.asker(state.minisearch);
  const nothing = facets.map(() => []);
  const spellings = (text) => text.split(" ").map((word) => source.spellings(word).split(" "));
  const hits = (text) => [...ask(nothing, text, n).first].sort((a, b) => a - b);
  const found = (text, isFuzzy) => seek(spellings(text), isFuzzy).sort((a, b) => a - b);

  const prefixes = [...words.letters, ...words.beginnings, ...words.pairs];
  for (const text of prefixes) {
    const [ours, theirs] = [hits(text), found(text, false)];
    if (ours.join() !== theirs.join()) throw new Error(`"${text}" at ${n}: ${ours.length} and ${theirs.length} hits`);
  }
  // Their typos are of whole words and without swaps, so that their hits are to be among ours; a plain loop by our rule
  // is to find the very same.
  const byRule = typos(state.records);
  const isTypo = (it) => found(it, false).length === 0 && hits(it).length > 0;
  const mistyped = words.whole.map(withTypo).filter(isTypo);
  for (const text of mistyped) {
    const ours = hits(text);
    if (ours.join() !== byRule(spellings(text)[0]).join()) throw new Error(`"${text}" at ${n} by the plain loop`);
    const all = new Set(ours);
    if (!found(text, true).every((id) => all.has(id))) throw new Error(`"${text}" at ${n} lacks hits of MiniSearch`);
  }

  const queries = (texts) => texts.map((text) => ({ text, words: spellings(text) }));
  const of = (isFuzzy) => ({
    atlas: ({ text }) => ask(nothing, text),
    minisearch: ({ words }) => seek(words, isFuzzy),
  });
  return {
    nWords: words.nWords,
    nTypos: mistyped.length,
    letter: await inTurns(of(false), queries(words.letters), nRounds),
    prefix: await inTurns(of(false), queries(prefixes), nRounds),
    typo: await inTurns(of(true), queries(mistyped), nRounds),
  };
}

/** Zoom steps from the whole world to as far in as the map goes, and at each of them a pan. */
export function measureMap(n, areApart, widthPx, heightPx) {
  const map = new measured.MapIndex(SEED, n, areApart, widthPx, heightPx);
  const times = { zoom: [], pan: [], nMarks: [] };
  for (let round = 0; round < 4; round++) {
    const factor = round % 2 === 0 ? 1.25 : 0.8;
    for (let step = 0; step < 16; step++) {
      map.zoom(factor);
      const [millis, nMarks] = timed(() => map.cluster());
      times.zoom.push(millis);
      times.nMarks.push(nMarks);
      map.pan(9, 5);
      times.pan.push(timed(() => map.cluster())[0]);
    }
  }
  map.free();
  return times;
}

window.bench = { makeRecords, buildAtlas, buildPeer, forget, measureFacets, measureText, measureMap };
