// itemsjs, with facets whose values widen a result and records in the order of the hits, so that it need not sort.

import itemsjs from "itemsjs";

export function build(records, facets) {
  const aggregations = Object.fromEntries(
    facets.map(({ code, values }) => [code, { size: values.length, conjunction: false, show_facet_stats: false }]),
  );
  return { engine: itemsjs(records, { searchableFields: [], aggregations }), facets };
}

export function asker({ engine, facets }, nFirst) {
  return (chosen) => {
    const filters = {};
    chosen.forEach((values, facet) => {
      if (values.length > 0) filters[facets[facet].code] = values;
    });
    const found = engine.search({ per_page: nFirst, page: 1, filters });
    const counts = facets.map(({ code, values }) => {
      const of = new Uint32Array(values.length);
      for (const { key, doc_count: n } of found.data.aggregations[code].buckets) of[key] = n;
      return of;
    });
    return { nHits: found.pagination.total, counts, first: found.data.items.map((record) => record.id) };
  };
}
