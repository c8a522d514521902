// Thins the topology: most detail from Europe to Central Asia, where the map opens, less elsewhere.
import { geoArea } from "d3-geo";
import { feature } from "topojson-client";
import { presimplify, simplify, sphericalTriangleArea } from "topojson-simplify";

/** Visvalingam's triangle area (steradians) below which a point goes, where the map is most detailed. */
const MIN_AREA = 9e-7;
/** Islands and enclaves smaller than this (steradians) are left out; 1e-6 is about 40 km². */
const MIN_ISLAND = 3e-6;
/** How much smaller a detail counts far from the core than in it. */
const FAR_WEIGHT = 0.1;
const CORE = { west: -12, east: 88, south: 28, north: 62 };
const FADE_DEG = 14;

/** 1 in the core, falling smoothly to `FAR_WEIGHT` over `FADE_DEG`. */
export function importance([lon, lat]) {
  const outside = Math.hypot(
    Math.max(CORE.west - lon, 0, lon - CORE.east),
    Math.max(CORE.south - lat, 0, lat - CORE.north),
  );
  const t = Math.min(outside / FADE_DEG, 1);
  return 1 - (1 - FAR_WEIGHT) * t * t * (3 - 2 * t);
}

export function thin(topology) {
  const weigh = (triangle) => sphericalTriangleArea(triangle) * importance(triangle[1]);
  return simplify(presimplify(topology, weigh), MIN_AREA);
}

/**
 * Leaves out small islands: a polygon goes if it is small, shares no border, and is not its country's largest.
 * Exclaves share a border and stay, or they would be holes in the land.
 */
export function withoutSpecks(topology, geometries) {
  const uses = new Map();
  const arcsOf = (polygon) => polygon.flat().map((arc) => (arc < 0 ? ~arc : arc));
  const polygonsOf = (geometry) => (geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs);
  for (const arc of geometries.flatMap(polygonsOf).flatMap(arcsOf)) uses.set(arc, (uses.get(arc) ?? 0) + 1);
  const isIsland = (polygon) => arcsOf(polygon).every((arc) => uses.get(arc) === 1);
  return geometries.map((geometry) => {
    const polygons = polygonsOf(geometry);
    const sizes = polygons.map((arcs) => size(topology, arcs));
    const largest = Math.max(...sizes);
    const kept = polygons.filter((arcs, i) => sizes[i] === largest || sizes[i] >= MIN_ISLAND || !isIsland(arcs));
    return { ...geometry, type: "MultiPolygon", arcs: kept };
  });
}

function size(topology, arcs) {
  const polygon = feature(topology, { type: "Polygon", arcs }).geometry;
  return geoArea(polygon) * importance(polygon.coordinates[0][0]);
}
