// Time against size on two logarithmic axes, as an SVG that can be read on light and on dark.

const [WIDTH, HEIGHT] = [760, 420];
const AREA = { left: 64, right: 560, top: 20, bottom: 370 };
const COLORS = ["#0c7482", "#b4531f", "#7a52c7", "#808080", "#0c7482", "#b02a5b"];
const log = Math.log10;

/** `lines` are `{ label, points: [[n, milliseconds]], isDashed }`. */
export function plot(lines) {
  const all = lines.flatMap(({ points }) => points);
  const range = (at) => [
    Math.floor(log(Math.min(...all.map((point) => point[at])))),
    Math.ceil(log(Math.max(...all.map((point) => point[at])))),
  ];
  const [[x0, x1], [y0, y1]] = [range(0), range(1)];
  const x = (n) => AREA.left + ((log(n) - x0) / (x1 - x0)) * (AREA.right - AREA.left);
  const y = (millis) => AREA.bottom - ((log(millis) - y0) / (y1 - y0)) * (AREA.bottom - AREA.top);
  const powers = (from, to) => Array.from({ length: to - from + 1 }, (_, idx) => 10 ** (from + idx));
  const short = (value) => Number(value.toPrecision(1)).toLocaleString("en", { maximumFractionDigits: 4 });
  const grid = [
    ...powers(x0, x1).map((n) =>
      `<path class="grid" d="M${x(n)} ${AREA.top}V${AREA.bottom}"/>` +
      `<text x="${x(n)}" y="${AREA.bottom + 20}" text-anchor="middle">${short(n)}</text>`),
    ...powers(y0, y1).map((millis) =>
      `<path class="grid" d="M${AREA.left} ${y(millis)}H${AREA.right}"/>` +
      `<text x="${AREA.left - 8}" y="${y(millis) + 4}" text-anchor="end">${short(millis)} ms</text>`),
  ];
  // Labels stand at the ends of their lines, and are pushed apart where these are close.
  const ends = lines.map(({ points }, idx) => ({ idx, at: y(points.at(-1)[1]) })).sort((a, b) => a.at - b.at);
  ends.forEach((end, idx) => { end.label = idx ? Math.max(end.at, ends[idx - 1].label + 16) : end.at; });
  const drawn = ends.map(({ idx, label }) => {
    const { label: text, points, isDashed } = lines[idx];
    const color = COLORS[idx % COLORS.length];
    const way = points.map(([n, millis]) => `${x(n).toFixed(1)} ${y(millis).toFixed(1)}`).join("L");
    return `<path d="M${way}" fill="none" stroke="${color}" stroke-width="2.5"${isDashed ? ' stroke-dasharray="6 4"' : ""}/>` +
      `<text x="${AREA.right + 12}" y="${(label + 4).toFixed(1)}" fill="${color}">${text}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Time of a query against the number of records" font-family="system-ui, sans-serif" font-size="13" fill="#808080">
<rect width="100%" height="100%" fill="none"/>
<g stroke-linecap="round" stroke-linejoin="round">
${[...grid.map((it) => it.replace('class="grid"', 'stroke="#808080" stroke-opacity=".3"')), ...drawn].join("\n")}
</g>
<text x="${(AREA.left + AREA.right) / 2}" y="${HEIGHT - 8}" text-anchor="middle">records</text>
</svg>
`;
}
