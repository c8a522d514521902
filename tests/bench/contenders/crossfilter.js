// crossfilter2: a dimension and a group for each facet, filtered as its users do, by the one dimension that changed.

import crossfilter from "crossfilter2";

export function build(records, facets) {
  const data = crossfilter(records);
  const dimensions = facets.map(({ code }) => data.dimension((record) => record[code], true));
  const groups = dimensions.map((dimension) => dimension.group());
  const order = data.dimension((record) => record.place);
  return { facets, data, all: data.groupAll(), dimensions, groups, order, before: facets.map(() => "") };
}

export function asker(built, nFirst) {
  const { facets, all, dimensions, groups, order, before } = built;
  return (chosen) => {
    chosen.forEach((values, facet) => {
      const now = values.join();
      if (now === before[facet]) return;
      before[facet] = now;
      if (values.length === 0) dimensions[facet].filterAll();
      else if (values.length === 1) dimensions[facet].filterExact(values[0]);
      else dimensions[facet].filterFunction((value) => values.includes(value));
    });
    const counts = groups.map((group, facet) => {
      const of = new Uint32Array(facets[facet].values.length);
      for (const { key, value } of group.all()) of[key] = value;
      return of;
    });
    return { nHits: all.value(), counts, first: order.bottom(nFirst).map((record) => record.id) };
  };
}
