// A plain loop over bit masks in typed arrays, as one would write it by hand.

export function build(records, facets) {
  const masks = facets.map(({ code }) =>
    Uint32Array.from(records, (record) => record[code].reduce((mask, value) => mask | (1 << value), 0)),
  );
  return { records, facets, masks };
}

export function asker({ records, facets, masks }, nFirst) {
  return (chosen) => {
    const wanted = chosen.map((values) => values.reduce((mask, value) => mask | (1 << value), 0));
    const counts = facets.map(({ values }) => new Uint32Array(values.length));
    const first = [];
    let nHits = 0;
    const count = (facet, mask) => {
      const of = counts[facet];
      for (let rest = mask; rest !== 0; rest &= rest - 1) of[31 - Math.clz32(rest & -rest)]++;
    };
    for (let at = 0; at < records.length; at++) {
      let nMissed = 0;
      let missed = 0;
      for (let facet = 0; facet < wanted.length && nMissed < 2; facet++) {
        if (wanted[facet] !== 0 && (wanted[facet] & masks[facet][at]) === 0) {
          nMissed++;
          missed = facet;
        }
      }
      if (nMissed === 0) {
        nHits++;
        if (first.length < nFirst) first.push(records[at].id);
        for (let facet = 0; facet < masks.length; facet++) count(facet, masks[facet][at]);
      } else if (nMissed === 1) {
        count(missed, masks[missed][at]);
      }
    }
    return { nHits, counts, first };
  };
}
