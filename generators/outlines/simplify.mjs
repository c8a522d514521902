// Thins the topology: most detail from Europe to Central Asia, where the map opens, less elsewhere.
import { geoArea } from "d3-geo";
import { feature } from "topojson-client";
import { presimplify, simplify, sphericalTriangleArea } from "topojson-simplify";

/** Islands smaller than this (steradians) are left out; 1e-6 is about 40 km². */
const MIN_ISLAND = 3.5e-6;
/** Enclaves smaller than this would be dust on the map; the land around closes over them. */
const MIN_ENCLAVE = 2e-6;
/** How much a detail counts far from the core, and by how much less again in the fjords and islands near a pole. */
const FAR_WEIGHT = 0.12;
const POLAR_WEIGHT = 0.35;
const CORE = { west: -12, east: 88, south: 28, north: 62 };
const POLAR = { south: -40, north: 66 };
const FADE_DEG = 14;

/** 1 in the core, less outside it. */
export function importance([lon, lat]) {
  const fromCore = Math.hypot(
    Math.max(CORE.west - lon, 0, lon - CORE.east),
    Math.max(CORE.south - lat, 0, lat - CORE.north),
  );
  const intoPolar = Math.max(POLAR.south - lat, 0, lat - POLAR.north);
  return fading(FAR_WEIGHT, fromCore) * fading(POLAR_WEIGHT, intoPolar);
}

/** From 1 smoothly down to `weight` over `FADE_DEG`. */
function fading(weight, deg) {
  const t = Math.min(deg / FADE_DEG, 1);
  return 1 - (1 - weight) * t * t * (3 - 2 * t);
}

/** `minArea` is Visvalingam's triangle area (steradians) below which a point goes, where the map is most detailed. */
export function thin(topology, minArea) {
  const weigh = (triangle) => sphericalTriangleArea(triangle) * importance(triangle[1]);
  return simplify(presimplify(topology, weigh), minArea);
}

/**
 * Leaves out small islands, and small enclaves together with the hole around them. A country's largest polygon stays
 * whatever its size, and so does an exclave on a border, which would leave a hole in the land.
 */
export function withoutSpecks(topology, geometries) {
  const countries = geometries.map((geometry) => {
    const polygons = geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs;
    const sizes = polygons.map((arcs) => size(topology, arcs));
    return { geometry, polygons, sizes, largest: Math.max(...sizes) };
  });
  const uses = new Map();
  const arcsOf = (polygon) => polygon.flat().map(unsigned);
  for (const arc of countries.flatMap((it) => it.polygons).flatMap(arcsOf)) uses.set(arc, (uses.get(arc) ?? 0) + 1);
  const isIsland = (polygon) => arcsOf(polygon).every((arc) => uses.get(arc) === 1);

  const holes = new Set(countries.flatMap((it) => it.polygons).flatMap((rings) => rings.slice(1)).map(closedArc));
  const isEnclave = (polygon) => polygon.length === 1 && closedArc(polygon[0]) !== null && holes.has(closedArc(polygon[0]));
  const closed = new Set();
  for (const { polygons, sizes, largest } of countries) {
    polygons.forEach((polygon, i) => {
      if (sizes[i] < MIN_ENCLAVE && sizes[i] !== largest && isEnclave(polygon)) closed.add(closedArc(polygon[0]));
    });
  }
  const isClosed = (ring) => closed.has(closedArc(ring));
  return countries.map(({ geometry, polygons, sizes, largest }) => {
    const arcs = polygons
      .filter((polygon, i) => sizes[i] === largest || sizes[i] >= MIN_ISLAND || !isIsland(polygon))
      .map((polygon) => polygon.filter((ring) => !isClosed(ring)))
      .filter((polygon) => polygon.length > 0);
    return { ...geometry, type: "MultiPolygon", arcs };
  });
}

const unsigned = (arc) => (arc < 0 ? ~arc : arc);
/** The arc that is a whole ring by itself, or null. */
const closedArc = (ring) => (ring.length === 1 ? unsigned(ring[0]) : null);

function size(topology, arcs) {
  const polygon = feature(topology, { type: "Polygon", arcs }).geometry;
  return geoArea(polygon) * importance(polygon.coordinates[0][0]);
}
