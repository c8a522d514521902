// The map's projection: Equal Earth about 11°E, fitted to a sheet 1000 units wide without Antarctica.
// Šavrič, Patterson, Jenny (2018), doi:10.1080/13658816.2018.1504949. The cut falls in the Bering Strait.
import { geoEqualEarth } from "d3-geo";

export const LON0_DEG = 11;
export const WIDTH = 1000;
const NORTH_EDGE_DEG = 85;
const SOUTH_EDGE_DEG = -58;

const round = (value, decimals) => Number(value.toFixed(decimals));
const unit = geoEqualEarth().scale(1).translate([0, 0]).precision(0);

/** Map units per radian-like unit of the raw projection, chosen so that the equator is `WIDTH` long. */
export const SCALE = round(WIDTH / 2 / unit([180 - 1e-9, 0])[0], 4);
export const TX = WIDTH / 2;
export const TY = round(-unit([0, NORTH_EDGE_DEG])[1] * SCALE, 1);
export const HEIGHT = Math.ceil(TY + unit([0, SOUTH_EDGE_DEG])[1] * SCALE);

/** `precision(0)`: no resampling. Borders along a parallel stay straight, as they are drawn. */
export const projection = () =>
  geoEqualEarth().rotate([-LON0_DEG, 0]).scale(SCALE).translate([TX, TY]).precision(0);

/** Places all over the globe with what d3-geo makes of them: the test table of our own projection in Rust. */
export function referencePoints() {
  const project = projection();
  const places = [[11, 0], [0, 0], [29.02, 41.05], [71.43, 51.13], [-74.01, 40.71], [139.69, 35.69], [-21.94, 64.15],
    [18.96, 69.65], [-168.9, 65.7], [-169.1, 66], [174.78, -41.29], [-70.9, -53.16], [11, 90], [11, -90], [100, 83.5]];
  return places.map(([lon, lat]) => {
    const [x, y] = project([lon, lat]);
    return { lon_deg: lon, lat_deg: lat, x: round(x, 6), y: round(y, 6) };
  });
}
