//! The drawn outlines: path strings ready for an SVG, read from the file that the generator wrote.

use std::fmt;

use serde_json::Value;

use super::outline_file::{LON0_DEG, SCALE, SHEET_HEIGHT, SHEET_WIDTH, TX, TY};
use crate::file;

/// Path data in whole steps of a part of a map unit. Fill with `evenodd`.
///
/// There is one `land` for all countries, so that none is coloured for itself; only the members and observers of
/// the OTS have shapes of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlines {
    /// How many steps of the paths make a map unit.
    pub steps_per_unit: u32,
    pub land: String,
    /// Borders that the reviewed table does not question.
    pub lines_solid: String,
    /// Borders that are approximate or not agreed.
    pub lines_dashed: String,
    /// In the order of the OTS.
    pub members: Vec<CountryShape>,
    pub observers: Vec<CountryShape>,
    /// For the setting `area` only.
    pub northern_cyprus: NorthernCyprus,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryShape {
    /// ISO 3166-1 alpha-2.
    pub code: String,
    pub path: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NorthernCyprus {
    pub area: String,
    /// Drawn dashed.
    pub line: String,
}

/// Why a file of outlines cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutlineError {
    /// Not JSON, or a field is missing or of the wrong kind.
    Malformed(String),
    /// Drawn on another sheet: marks would stand in wrong places.
    OtherProjection,
    /// Something in this field is not path data.
    NotAPath(String),
}

impl fmt::Display for OutlineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(why) => write!(f, "the outlines cannot be read: {why}"),
            Self::OtherProjection => {
                write!(f, "the outlines were drawn for another projection than this version uses")
            }
            Self::NotAPath(field) => write!(f, "the outlines cannot be drawn: `{field}` is not path data"),
        }
    }
}

impl std::error::Error for OutlineError {}

impl Outlines {
    pub fn from_json(text: &str) -> Result<Self, OutlineError> {
        let file = file::parse(text).map_err(OutlineError::Malformed)?;
        if !is_of_our_sheet(&file).map_err(OutlineError::Malformed)? {
            return Err(OutlineError::OtherProjection);
        }
        let outlines = Self::read(&file).map_err(OutlineError::Malformed)?;
        let wrong = outlines.paths().find(|(_, path)| !is_path(path)).map(|(field, _)| field.to_owned());
        wrong.map_or(Ok(outlines), |field| Err(OutlineError::NotAPath(field)))
    }

    fn read(file: &Value) -> Result<Self, String> {
        let northern_cyprus = file::field(file, "northern_cyprus")?;
        Ok(Self {
            steps_per_unit: file::number(file, "steps_per_unit")?.max(1.0) as u32,
            land: file::text(file, "land")?,
            lines_solid: file::text(file, "lines_solid")?,
            lines_dashed: file::text(file, "lines_dashed")?,
            members: countries(file, "members")?,
            observers: countries(file, "observers")?,
            northern_cyprus: NorthernCyprus {
                area: file::text(northern_cyprus, "area")?,
                line: file::text(northern_cyprus, "line")?,
            },
        })
    }

    fn paths(&self) -> impl Iterator<Item = (&str, &str)> {
        let countries = self.members.iter().chain(&self.observers).map(|it| (&*it.code, &*it.path));
        [
            ("land", &*self.land),
            ("lines_solid", &*self.lines_solid),
            ("lines_dashed", &*self.lines_dashed),
            ("northern_cyprus.area", &*self.northern_cyprus.area),
            ("northern_cyprus.line", &*self.northern_cyprus.line),
        ]
        .into_iter()
        .chain(countries)
    }
}

fn is_of_our_sheet(file: &Value) -> Result<bool, String> {
    let projection = file::field(file, "projection")?;
    let is_ours = file::text(projection, "name")? == "equal-earth"
        && [("lon0_deg", LON0_DEG), ("scale", SCALE), ("tx", TX), ("ty", TY)]
            .into_iter()
            .all(|(name, ours)| file::number(projection, name) == Ok(ours));
    let viewbox = file::list(file, "viewbox")?.iter().map(Value::as_f64);
    Ok(is_ours && viewbox.eq([0.0, 0.0, SHEET_WIDTH, SHEET_HEIGHT].map(Some)))
}

fn countries(file: &Value, name: &str) -> Result<Vec<CountryShape>, String> {
    let mut countries = Vec::new();
    for country in file::list(file, name)? {
        countries
            .push(CountryShape { code: file::text(country, "code")?, path: file::text(country, "path")? });
    }
    Ok(countries)
}

fn is_path(path: &str) -> bool {
    path.starts_with('m') && path.bytes().all(|b| matches!(b, b'm' | b'z' | b' ' | b'-' | b'0'..=b'9'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"{"projection":{"name":"equal-earth","lon0_deg":11,"scale":184.7316,"tx":500,"ty":242},
        "viewbox":[0,0,1000,438],"steps_per_unit":5,"land":"m1 1 2 2z","lines_solid":"m1 1 2 2","lines_dashed":"m1 1 2 2",
        "members":[{"code":"TR","path":"m1 1 2 2z"}],"observers":[],
        "northern_cyprus":{"area":"m1 1 2 2z","line":"m1 1 2 2"}}"#;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(Outlines::from_json(text).unwrap_err().to_string(), expected);
    }

    #[test]
    fn a_good_file_is_read() {
        assert_eq!(Outlines::from_json(FILE).unwrap().members[0].code, "TR");
    }

    #[test]
    fn a_bad_file_says_what_is_wrong() {
        check(
            &FILE.replace("184.7316", "185"),
            "the outlines were drawn for another projection than this version uses",
        );
        check(
            &FILE.replace(r#""land":"m1"#, r#""land":"<svg"#),
            "the outlines cannot be drawn: `land` is not path data",
        );
        check("", "the outlines cannot be read: no JSON from line 1, column 0");
        check(
            &FILE.replace(r#""area""#, r#""size""#),
            "the outlines cannot be read: field `area` is missing or of the wrong kind",
        );
    }
}
