//! Draws a map as a plain SVG string, with the pieces that the app puts together in its views.

use std::fmt::Write as _;

use atlas_core::domain::vocabulary::Stage;
use atlas_core::map::cluster::{Clusters, Mark, Member, Place, Places};
use atlas_core::map::edge::{Pill, pills};
use atlas_core::map::label::{DIAMOND_RADIUS_PX, Label, Wish, diamond_at, place};
use atlas_core::map::outline::Outlines;
use atlas_core::map::projection::{LonLat, MapPoint, map_from_lon_lat};
use atlas_core::map::screen::{ScreenPoint, ScreenRect};
use atlas_core::map::viewport::Viewport;
use atlas_core::map::{curve, glyph};

/// Name, longitude, latitude, and the stage of each partner there.
pub(crate) type City = (&'static str, f64, f64, &'static [Stage]);

pub(crate) struct Scene<'a> {
    cities: &'a [City],
    viewport: Viewport,
    found: Clusters,
    pills: Vec<Pill>,
}

/// What a browser measures; here every letter is as wide as an average one.
const LETTER_PX: f64 = 7.2;

impl<'a> Scene<'a> {
    pub(crate) fn new(cities: &'a [City], viewport: Viewport) -> Self {
        let places = cities.iter().zip(0..).map(|(&(_, lon, lat, stages), key)| Place {
            key,
            at: at(lon, lat),
            members: stages.iter().map(|&stage| Member { id: key, stage }).collect(),
        });
        let places = Places::new(places.collect());
        let found = places.cluster(&viewport);
        let mut keep_out: Vec<_> = found.marks.iter().map(Mark::rect).collect();
        keep_out.push(ScreenRect::new(viewport.width_px() - 52.0, viewport.height_px() - 130.0, 40.0, 118.0));
        let pill_width = |key: u32, _| (cities[key as usize].0.len() + 4) as f64 * LETTER_PX + 24.0;
        let pills = pills(&places, &found.outside, &viewport, &keep_out, pill_width);
        Self { cities, viewport, found, pills }
    }

    pub(crate) fn svg(&self, outlines: &Outlines) -> String {
        let (width, height) = (self.viewport.width_px(), self.viewport.height_px());
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\">\n<style>{STYLE}</style>\n<rect class=\"sea\" width=\"100%\" height=\"100%\"/>\n"
        );
        self.ground(&mut out, outlines);
        self.lines(&mut out);
        for mark in &self.found.marks {
            draw_mark(&mut out, mark);
        }
        let diamond = self.diamond();
        writeln!(out, "<path class=\"seat\" d=\"{}\"/>", diamond_path(diamond)).unwrap();
        for (mark, label) in self.found.marks.iter().zip(self.labels(diamond)) {
            let Some(label) = label else { continue };
            draw_label(&mut out, &self.name_of(mark), label);
        }
        for pill in &self.pills {
            self.draw_pill(&mut out, pill);
        }
        out + "</svg>\n"
    }

    fn ground(&self, out: &mut String, outlines: &Outlines) {
        writeln!(
            out,
            "<g transform=\"{}\" fill-rule=\"evenodd\">",
            self.viewport.svg_transform(outlines.steps_per_unit)
        )
        .unwrap();
        writeln!(out, "<path class=\"land\" d=\"{}\"/>", outlines.land).unwrap();
        for (class, shapes) in [("member", &outlines.members), ("observer", &outlines.observers)] {
            for shape in shapes {
                writeln!(out, "<path class=\"{class}\" d=\"{}\"/>", shape.path).unwrap();
            }
        }
        writeln!(out, "<path class=\"border\" d=\"{}\"/>", outlines.lines_solid).unwrap();
        writeln!(out, "<path class=\"border dashed\" d=\"{}\"/>\n</g>", outlines.lines_dashed).unwrap();
    }

    fn lines(&self, out: &mut String) {
        let istanbul = self.viewport.screen_from_map(at(28.95, 41.01));
        for &(_, lon, lat, _) in self.cities {
            let seat = self.viewport.screen_from_map(at(lon, lat));
            writeln!(out, "<path class=\"link\" d=\"{}\"/>", curve::path(seat, istanbul)).unwrap();
        }
    }

    fn diamond(&self) -> ScreenPoint {
        let marks: Vec<_> = self.found.marks.iter().map(|mark| (mark.screen, mark.radius_px())).collect();
        diamond_at(self.viewport.screen_from_map(at(28.95, 41.01)), &marks)
    }

    fn name_of(&self, mark: &Mark) -> String {
        let name = self.cities[mark.key() as usize].0;
        match mark.n_more_places() {
            0 => name.to_owned(),
            n => format!("{name} +{n}"),
        }
    }

    fn labels(&self, diamond: ScreenPoint) -> Vec<Option<Label>> {
        let wishes: Vec<_> = self
            .found
            .marks
            .iter()
            .map(|mark| Wish {
                mark: mark.screen,
                radius_px: mark.radius_px(),
                width_px: self.name_of(mark).len() as f64 * LETTER_PX,
                height_px: 16.0,
                priority: mark.counts.total(),
            })
            .collect();
        let mut obstacles: Vec<_> = self.pills.iter().map(|pill| pill.rect).collect();
        obstacles.push(ScreenRect::around(diamond, 2.0 * DIAMOND_RADIUS_PX, 2.0 * DIAMOND_RADIUS_PX));
        place(&wishes, &obstacles, self.viewport.screen())
    }

    fn draw_pill(&self, out: &mut String, pill: &Pill) {
        let ScreenRect { left_px, top_px, .. } = pill.rect;
        let (width, height, middle) = (pill.rect.width_px(), pill.rect.height_px(), pill.rect.center());
        let name = self.cities[pill.key as usize].0;
        let arrow = middle.shifted(width / 2.0 - 14.0, 0.0);
        writeln!(
            out,
            "<rect class=\"pill\" x=\"{left_px:.1}\" y=\"{top_px:.1}\" width=\"{width:.1}\" height=\"{height}\" rx=\"14\"/>\
             <text x=\"{:.1}\" y=\"{:.1}\">{name} {}</text>\
             <path class=\"arrow\" transform=\"translate({:.1} {:.1}) rotate({:.0})\" d=\"M-5 0h10m-4-4 4 4-4 4\"/>",
            left_px + 10.0, middle.y_px, pill.count, arrow.x_px, arrow.y_px, pill.angle_deg
        )
        .unwrap();
    }
}

fn at(lon_deg: f64, lat_deg: f64) -> MapPoint {
    map_from_lon_lat(LonLat::new(lon_deg, lat_deg).unwrap())
}

fn diamond_path(at: ScreenPoint) -> String {
    let r = DIAMOND_RADIUS_PX;
    format!("M{:.1} {:.1}l{r} {r}l-{r} {r}l-{r}-{r}z", at.x_px, at.y_px - r)
}

fn draw_mark(out: &mut String, mark: &Mark) {
    let (ScreenPoint { x_px, y_px }, radius) = (mark.screen, mark.radius_px());
    if let Some(stage) = mark.only_stage() {
        let scale = 2.0 * radius / glyph::BOX_UNITS;
        let (left, top) = (x_px - radius, y_px - radius);
        writeln!(
            out,
            "<g transform=\"translate({left:.1} {top:.1}) scale({scale})\"><path class=\"halo\" d=\"{disc}\"/>\
             <path class=\"mark\" d=\"{}\"/></g>",
            glyph::path(stage),
            disc = glyph::DISC
        )
        .unwrap();
        return;
    }
    writeln!(out, "<g transform=\"translate({x_px:.1} {y_px:.1})\"><circle class=\"halo\" r=\"{radius}\"/>")
        .unwrap();
    for arc in glyph::ring(&mark.counts, radius - 4.0, radius) {
        writeln!(out, "<path class=\"mark\" d=\"{}\"/>", arc.path).unwrap();
    }
    writeln!(out, "<text class=\"count\">{}</text></g>", mark.counts.total()).unwrap();
}

fn draw_label(out: &mut String, name: &str, label: Label) {
    let ScreenPoint { x_px, y_px } = label.anchor();
    let anchor = label.side.text_anchor();
    writeln!(
        out,
        "<text class=\"label\" text-anchor=\"{anchor}\" x=\"{x_px:.1}\" y=\"{y_px:.1}\">{name}</text>"
    )
    .unwrap();
}

/// Every sign at 16, 24 and 64 px.
pub(crate) fn legend(row: &[(&str, Stage)]) -> String {
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"260\" height=\"{}\">\n<style>{STYLE}</style>\n",
        row.len() * 72
    );
    for (idx, &(name, stage)) in row.iter().enumerate() {
        let top = idx * 72;
        for (left, size) in [(8, 16), (36, 24), (72, 64)] {
            let (path, scale) = (glyph::path(stage), f64::from(size) / glyph::BOX_UNITS);
            writeln!(
                out,
                "<path class=\"mark\" transform=\"translate({left} {top}) scale({scale})\" d=\"{path}\"/>"
            )
            .unwrap();
        }
        writeln!(out, "<text x=\"148\" y=\"{}\">{name}</text>", top + 32).unwrap();
    }
    out + "</svg>\n"
}

const STYLE: &str = "\
svg{font:500 12.5px 'Source Sans 3',sans-serif}\
path{vector-effect:non-scaling-stroke}\
.sea{fill:oklch(95.8% .014 215)}\
.land{fill:oklch(99% .006 90);stroke:oklch(80% .02 220);stroke-width:.8}\
.member{fill:oklch(80% .075 200)}\
.observer{fill:oklch(90% .04 200)}\
.border{fill:none;stroke:oklch(80% .02 220);stroke-width:.8}\
.dashed{stroke-dasharray:3 3;stroke:oklch(70% .02 220)}\
.link{fill:none;stroke:oklch(52% .1 205);stroke-width:.8;opacity:.45}\
.mark{fill:oklch(50% .16 32);fill-rule:evenodd}\
.halo{fill:oklch(99% .003 200);stroke:oklch(99% .003 200);stroke-width:3}\
.seat{fill:oklch(40% .085 210);stroke:oklch(99% .003 200);stroke-width:1.5}\
text{dominant-baseline:central;fill:oklch(24% .03 225)}\
.label{paint-order:stroke;stroke:oklch(99% .003 200);stroke-width:3;stroke-linejoin:round;font-weight:600}\
.count{text-anchor:middle;font-weight:680;fill:oklch(50% .16 32)}\
.pill{fill:oklch(99% .003 200);stroke:oklch(91% .01 220)}\
.arrow{fill:none;stroke:oklch(40% .085 210);stroke-width:1.5}";
