// Sorts the inner borders of the topology into line layers by the reviewed table `borders.json`.
import { mesh } from "topojson-client";

const pairKey = (a, b) => [a, b].sort().join("-");
const code = (geometry) => geometry.properties.a3;

/** Layers of polylines in degrees: { solid, dashed, "area-only", none }. Fails on a row that matches nothing. */
export function borderLayers(topology, countries, table) {
  const rowsOf = new Map();
  for (const row of table.rows) {
    const key = pairKey(...row.between);
    rowsOf.set(key, [...(rowsOf.get(key) ?? []), row]);
  }
  const isOrdinary = (a, b) => a !== b && !rowsOf.has(pairKey(code(a), code(b)));
  const layers = {
    solid: mesh(topology, countries, isOrdinary).coordinates,
    dashed: [],
    "area-only": [],
    none: [],
  };
  const used = new Set();
  for (const [key, rows] of rowsOf) {
    const lines = mesh(topology, countries, (a, b) => a !== b && pairKey(code(a), code(b)) === key).coordinates;
    for (const line of lines) {
      for (const piece of pieces(line, rows)) {
        if (!(piece.style in layers)) throw new Error(`borders.json: unknown style ${piece.style} for ${key}`);
        layers[piece.style].push(piece.points);
        used.add(piece.row);
      }
    }
  }
  const unused = table.rows.filter((row) => !used.has(row));
  if (unused.length > 0) {
    throw new Error(`borders.json: no line in the source for ${unused.map((row) => row.between.join("–")).join(", ")}`);
  }
  return layers;
}

/** Cuts a line wherever a row's limit (`north_of_deg`, …) passes, and gives each piece the style of its row. */
function pieces(line, rows) {
  const cut = rows.reduce((points, row) => limits(row).reduce(cutAt, points), line);
  const out = [];
  for (let i = 1; i < cut.length; i += 1) {
    const middle = [(cut[i - 1][0] + cut[i][0]) / 2, (cut[i - 1][1] + cut[i][1]) / 2];
    const row = rows.find((candidate) => holdsAt(candidate, middle));
    const style = row?.style ?? "solid";
    const last = out.at(-1);
    if (last && last.style === style && last.row === row) last.points.push(cut[i]);
    else out.push({ style, row, points: [cut[i - 1], cut[i]] });
  }
  return out;
}

function limits({ where = {} }) {
  return Object.entries(where).map(([name, deg]) => {
    if (name === "north_of_deg") return { axis: 1, deg };
    if (name === "west_of_deg" || name === "east_of_deg") return { axis: 0, deg };
    throw new Error(`borders.json: unknown limit ${name}`);
  });
}

function holdsAt({ where = {} }, [lon, lat]) {
  return (
    lat > (where.north_of_deg ?? -Infinity) &&
    lon > (where.east_of_deg ?? -Infinity) &&
    lon < (where.west_of_deg ?? Infinity)
  );
}

function cutAt(points, { axis, deg }) {
  return points.flatMap((point, i) => {
    const before = points[i - 1];
    if (!before || (before[axis] - deg) * (point[axis] - deg) >= 0) return [point];
    const t = (deg - before[axis]) / (point[axis] - before[axis]);
    return [[before[0] + t * (point[0] - before[0]), before[1] + t * (point[1] - before[1])], point];
  });
}
