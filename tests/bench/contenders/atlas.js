// The catalogue of the atlas, in WebAssembly.

/** Longest that a slice of building may take before the page gets its turn. */
const SLICE_MILLIS = 8;
const N_AT_ONCE = 100;

/** Lets the page have its turn. */
export function turn() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(0);
  });
}

/** Builds the index in slices: `{ index, totalMillis, longestMillis }`. */
export async function build({ Index }, seed, n) {
  const start = performance.now();
  let longestMillis = 0;
  const index = new Index(seed);
  let from = 0;
  for (let isDone = false; !isDone; ) {
    const sliceStart = performance.now();
    while (!isDone && performance.now() - sliceStart < SLICE_MILLIS) {
      if (from < n) {
        const to = Math.min(n, from + N_AT_ONCE);
        index.push(from, to);
        from = to;
      } else {
        isDone = index.advance();
      }
    }
    longestMillis = Math.max(longestMillis, performance.now() - sliceStart);
    await turn();
  }
  return { index, totalMillis: performance.now() - start, longestMillis };
}

/** The answer to chosen values, as every contender gives it. */
export function asker(index, facets, nFirst) {
  return (chosen, text = "", n = nFirst) => {
    const pairs = chosen.flatMap((values, facet) => values.flatMap((value) => [facet, value]));
    const numbers = index.answer(text, Uint8Array.from(pairs), n);
    let at = 1;
    const counts = facets.map(({ values }) => numbers.subarray(at, (at += values.length)));
    return { nHits: numbers[0], counts, first: numbers.subarray(at) };
  };
}
