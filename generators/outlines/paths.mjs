// Writes projected shapes as short SVG path strings: whole steps of a part of a unit, relative, no spare characters.
import { geoPath } from "d3-geo";
import { projection } from "./projection.mjs";

/** Rings or lines of a GeoJSON geometry on the map, in whole steps. `geoPath` cuts at the map's edge. */
function strokes(geometry, stepsPerUnit) {
  const out = [];
  const steps = (x, y) => [Math.round(x * stepsPerUnit), Math.round(y * stepsPerUnit)];
  const pen = {
    beginPath() {},
    moveTo(x, y) { out.push({ points: [steps(x, y)], isRing: false }); },
    lineTo(x, y) { out.at(-1).points.push(steps(x, y)); },
    closePath() { out.at(-1).isRing = true; },
    arc() {},
  };
  geoPath(projection(), pen)(geometry);
  return out;
}

/** Drops points that repeat or lie on the straight line between their neighbours: the picture stays the same. */
function withoutIdlePoints(points) {
  const kept = [];
  for (const point of points) {
    const [a, b] = [kept.at(-2), kept.at(-1)];
    if (b && b[0] === point[0] && b[1] === point[1]) continue;
    if (a && isBetween(a, b, point)) kept.pop();
    kept.push(point);
  }
  return kept;
}

function isBetween(a, b, c) {
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]];
  return ux * vy === uy * vx && ux * vx + uy * vy > 0;
}

const area2 = (ring) =>
  Math.abs(ring.reduce((sum, [x, y], i) => {
    const [px, py] = ring.at(i - 1);
    return sum + px * y - x * py;
  }, 0));

export function polygonPath(geometry, stepsPerUnit) {
  const rings = strokes(geometry, stepsPerUnit).map(({ points }) => withoutIdlePoints(points)).map(asRing);
  return write(rings, "z");
}

/** A ring without its closing point. What rounds to nothing becomes a speck, so that small states stay visible. */
function asRing(points) {
  const ring = points.length > 1 && same(points[0], points.at(-1)) ? points.slice(0, -1) : points;
  if (ring.length > 2 && area2(ring) > 2) return ring;
  const [x, y] = ring[0];
  return [[x - 1, y], [x, y - 1], [x + 1, y], [x, y + 1]];
}

export function linePath(lines, stepsPerUnit) {
  const kept = strokes({ type: "MultiLineString", coordinates: lines }, stepsPerUnit)
    .map(({ points }) => withoutIdlePoints(points))
    .filter((points) => points.length > 1);
  return write(kept, "");
}

const same = (a, b) => a && b && a[0] === b[0] && a[1] === b[1];

/** A path's first `m` counts from 0 0. `m` and `z` leave the pen where the next relative `m` counts from: the start of a ring, the end of a line. */
function write(strokes, end) {
  let pen = [0, 0];
  let path = "";
  for (const points of strokes) {
    path += "m" + numbers(points, pen) + end;
    pen = end ? points[0] : points.at(-1);
  }
  return path;
}

function numbers(points, start) {
  let [x, y] = start;
  let text = "";
  for (const [px, py] of points) {
    text = joined(joined(text, px - x), py - y);
    [x, y] = [px, py];
  }
  return text;
}

const joined = (text, number) => text + (text !== "" && number >= 0 ? " " : "") + number;
