// The seeded records as plain JavaScript has them, from the columns that the WebAssembly makes of the seed.

/** The six facets: `{ code, values: [codes] }`. */
export function readFacets(text) {
  return text.split("\n").map((line) => {
    const [code, ...values] = line.split(" ");
    return { code, values };
  });
}

/** The records, newest first as all contenders are to give them: no contender has to sort. */
export function readRecords({ Columns }, facets, seed, n, withWords) {
  const columns = new Columns(seed, n);
  const names = columns.names().split("\n");
  const cities = columns.cities().split("\n");
  const words = withWords ? columns.words().split("\n") : [];
  const places = columns.places();
  const values = facets.map((_, idx) => columns.values(idx));
  const ends = facets.map((_, idx) => columns.value_ends(idx));
  columns.free();
  const records = new Array(n);
  for (let idx = 0; idx < n; idx++) {
    const record = { id: idx, place: places[idx], name: names[idx], city: cities[idx], words: words[idx] };
    facets.forEach(({ code }, facet) => {
      record[code] = Array.from(values[facet].subarray(idx ? ends[facet][idx - 1] : 0, ends[facet][idx]));
    });
    records[places[idx]] = record;
  }
  return records;
}

/** Numbers that look random and are the same in every run (mulberry32). */
export function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A person's clicks: each chooses or lets go one value, and now and then everything is let go. */
export function clicks(facets, seed, n) {
  const random = randomOf(seed);
  const below = (limit, skew = 1) => Math.floor(random() ** skew * limit);
  let chosen = facets.map(() => []);
  return Array.from({ length: n }, (_, idx) => {
    const isClear = idx % 6 === 5;
    const facet = below(facets.length);
    const value = below(facets[facet].values.length, 3);
    chosen = chosen.map((values, at) => {
      if (isClear) return [];
      if (at !== facet) return values;
      return values.includes(value) ? values.filter((it) => it !== value) : [...values, value];
    });
    return chosen;
  });
}
