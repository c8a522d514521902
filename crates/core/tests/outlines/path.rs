//! Reads the path strings of the outlines back into points, to ask what they draw.

use atlas_core::map::projection::{LonLat, MapPoint, map_from_lon_lat};

pub(crate) type Line = Vec<MapPoint>;

/// A path string with what is needed to read it.
#[derive(Clone, Copy)]
pub(crate) struct Path<'a> {
    pub(crate) text: &'a str,
    pub(crate) steps_per_unit: u32,
}

/// Straight pieces of a path of `m`, implicit lines and `z`, as the generator writes it.
pub(crate) fn lines(path: Path<'_>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let mut pen = MapPoint { x: 0.0, y: 0.0 };
    for stroke in path.text.split('m').skip(1) {
        let is_ring = stroke.ends_with('z');
        let mut line = Line::new();
        for step in numbers(stroke.trim_end_matches('z')).chunks(2) {
            let [dx, dy] = [step[0], step[1]].map(|n_steps| n_steps / f64::from(path.steps_per_unit));
            pen = MapPoint { x: pen.x + dx, y: pen.y + dy };
            line.push(pen);
        }
        if is_ring {
            pen = line[0];
            line.push(pen);
        }
        out.push(line);
    }
    out
}

/// `-15 2-3 4` is −15, 2, −3, 4.
fn numbers(text: &str) -> Vec<f64> {
    let apart = text.replace('-', " -");
    apart.split_whitespace().map(|number| number.parse().unwrap()).collect()
}

pub(crate) fn at((lon_deg, lat_deg): (f64, f64)) -> MapPoint {
    map_from_lon_lat(LonLat::new(lon_deg, lat_deg).unwrap())
}

pub(crate) fn crosses(path: Path<'_>, from: (f64, f64), to: (f64, f64)) -> bool {
    let (a, b) = (at(from), at(to));
    lines(path).iter().flat_map(|line| line.windows(2)).any(|piece| intersect(a, b, piece[0], piece[1]))
}

fn intersect(a: MapPoint, b: MapPoint, c: MapPoint, d: MapPoint) -> bool {
    let side = |p: MapPoint, q: MapPoint, r: MapPoint| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    side(a, b, c) * side(a, b, d) <= 0.0 && side(c, d, a) * side(c, d, b) <= 0.0
}

/// Even-odd, as the outlines are filled.
pub(crate) fn contains(path: Path<'_>, place: (f64, f64)) -> bool {
    let p = at(place);
    let crossings = lines(path)
        .iter()
        .flat_map(|ring| ring.windows(2).map(|w| (w[0], w[1])).collect::<Vec<_>>())
        .filter(|(a, b)| (a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
        .count();
    crossings % 2 == 1
}
