// The page that the app is measured against: the same records with crossfilter2, Leaflet and plain DOM, as one would
// write it by hand. A click changes one dimension, and then the counts, the map and the first rows.

import L from "leaflet";
import "leaflet/dist/leaflet.css";
import "./peer-page.css";
import { asker, build } from "../contenders/crossfilter.js";

const N_ROWS = 100;
const byId = (id) => document.getElementById(id);
const element = (name, text, props = {}) => Object.assign(document.createElement(name), { textContent: text }, props);

const { facets, cities, records: rows } = await (await fetch("peer.json")).json();
const records = rows.map(([name, date, city, values], id) => ({
  id, place: id, name, date, city, ...Object.fromEntries(facets.map(({ code }, idx) => [code, values[idx]])),
}));
const built = build(records, facets);
const ask = asker(built, N_ROWS);
const cityCounts = built.data.dimension((record) => record.city).group();
const chosen = facets.map(() => []);

const map = L.map("map", { renderer: L.canvas(), attributionControl: false }).setView([42, 45], 3);
// A marker a city, as large as it has partners: one a record would put thousands on the same spot.
const markers = cities.map(([name, [lon, lat]], idx) => {
  const marker = L.circleMarker([lat, lon], { radius: 0, weight: 1 }).bindTooltip(() => `${name}: ${marker.count}`);
  return Object.assign(marker, { idx, count: 0 });
});

function drawMap() {
  for (const { key, value } of cityCounts.all()) {
    const marker = markers[key];
    if (marker.count === value) continue;
    marker.count = value;
    if (value === 0) marker.remove();
    else marker.setRadius(2 + Math.min(20, Math.sqrt(value))).addTo(map);
  }
}

function row(id) {
  const { name, date, city } = records[id];
  const item = element("li");
  item.append(element("b", name), element("br"), `${date} · ${cities[city][0]}`);
  return item;
}

let openFacet = 0;
let answer;

function drawOptions() {
  const options = facets[openFacet].values.map((code, value) => {
    const label = element("label");
    const box = element("input", "", { type: "checkbox", id: `${facets[openFacet].code}-${code}` });
    box.checked = chosen[openFacet].includes(value);
    box.onchange = () => toggle(value);
    label.append(box, element("span", code), element("b", answer.counts[openFacet][value]));
    return label;
  });
  byId("options").replaceChildren(...options);
}

function drawCounts() {
  byId("count").textContent = answer.nHits.toLocaleString("en");
  byId("options").querySelectorAll("b").forEach((count, value) => {
    count.textContent = answer.counts[openFacet][value];
  });
}

function update() {
  answer = ask(chosen);
  drawCounts();
  drawMap();
  byId("list").replaceChildren(...answer.first.map(row));
}

function toggle(value) {
  const values = chosen[openFacet];
  chosen[openFacet] = values.includes(value) ? values.filter((it) => it !== value) : [...values, value];
  update();
}

facets.forEach(({ code }, facet) => {
  const pill = element("button", code, { id: `pill-${code}` });
  pill.onclick = () => {
    openFacet = facet;
    drawOptions();
  };
  byId("pills").append(pill);
});
/** What the page shows, for the assertion that it is what the app shows. */
globalThis.seen = () => ({
  nHits: answer.nHits,
  nOnMap: markers.filter((marker) => map.hasLayer(marker)).reduce((sum, { count }) => sum + count, 0),
  counts: Object.fromEntries(
    [...byId("options").children].map((it) => [it.querySelector("input").id, Number(it.lastChild.textContent)]),
  ),
  names: [...byId("list").children].map((item) => item.firstChild.textContent),
});
/** The facets, with how many records each value has when nothing is chosen. */
globalThis.facetCounts = () =>
  facets.map(({ code, values }, facet) => ({
    code,
    values: values.map((value, idx) => ({ id: `${code}-${value}`, n: answer.counts[facet][idx] })),
  }));
update();
drawOptions();
byId("list").dataset.ready = "";
