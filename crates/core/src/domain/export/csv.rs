//! A result as comma-separated values (RFC 4180), safe to open in a spreadsheet.

use crate::decimals::decimals;
use std::sync::Arc;

use crate::domain::messages::Messages;
use crate::domain::partnership::Partnership;
use crate::domain::vocabulary::Vocabulary;

/// Tells spreadsheets that the file is UTF-8.
pub(crate) const BYTE_ORDER_MARK: char = '\u{feff}';

/// Separates several values in one cell.
pub(crate) const WITHIN_CELL: &str = "; ";

/// A header row and a row per partnership, in the order given. `address_of` gives a record's address.
pub fn csv(
    partnerships: &[Arc<Partnership>],
    words: &Messages,
    address_of: impl Fn(&Partnership) -> String,
) -> String {
    let mut text = String::from(BYTE_ORDER_MARK);
    let header = [
        "id",
        "acronym",
        "name",
        "kind",
        "listing",
        "stage",
        "observer",
        "sectors",
        "mechanisms",
        "works-in",
        "city",
        "country",
        "longitude",
        "latitude",
        "newest-date",
        "newest-title",
        "as-of",
        "address",
    ];
    push_row(&mut text, &header.map(|column| words.text(&format!("csv.{column}")).to_owned()));
    for partnership in partnerships {
        push_row(&mut text, &cells(partnership, words, &address_of(partnership)));
    }
    text
}

fn cells(partnership: &Partnership, words: &Messages, address: &str) -> [String; 18] {
    let lang = words.lang();
    let partner = &partnership.partner;
    let city = partner.seat.as_ref().map(|seat| &seat.city);
    let degrees = |pick: fn((f64, f64)) -> f64| {
        city.and_then(|city| city.lon_lat_deg).map(|at| decimals(pick(at), 5).to_string()).unwrap_or_default()
    };
    let newest = partnership.newest_milestone();
    [
        partnership.id.to_string(),
        partner.acronym.as_ref().map(|acronym| acronym.get(lang).to_owned()).unwrap_or_default(),
        partner.name.get(lang).to_owned(),
        label(words, partner.kind),
        label(words, partnership.listing),
        partnership.stage.map(|stage| label(words, stage)).unwrap_or_default(),
        joined(partnership.observer_status().map(|status| label(words, status))),
        joined(partnership.sectors.iter().map(|&sector| label(words, sector))),
        joined(partnership.mechanisms.iter().map(|mechanism| label(words, mechanism.kind))),
        joined(partner.works_in.iter().map(|area| words.region(area.region.code()).to_owned())),
        city.map(|city| city.name.get(lang).to_owned()).unwrap_or_default(),
        city.map(|city| words.country(&city.country).to_owned()).unwrap_or_default(),
        degrees(|(lon_deg, _)| lon_deg),
        degrees(|(_, lat_deg)| lat_deg),
        newest.and_then(|milestone| milestone.date).map(|date| date.to_string()).unwrap_or_default(),
        newest.map(|milestone| milestone.title.get(lang).to_owned()).unwrap_or_default(),
        partnership.as_of.to_string(),
        address.to_owned(),
    ]
}

fn label(words: &Messages, value: impl Vocabulary) -> String {
    words.text(&value.message_key()).to_owned()
}

/// The distinct values of a cell, in order.
fn joined(values: impl Iterator<Item = String>) -> String {
    let mut distinct: Vec<String> = Vec::new();
    for value in values {
        if !distinct.contains(&value) {
            distinct.push(value);
        }
    }
    distinct.join(WITHIN_CELL)
}

/// One row of a table, each cell safe in a spreadsheet.
pub(crate) fn push_row(text: &mut String, cells: &[String]) {
    for (idx, cell) in cells.iter().enumerate() {
        if idx > 0 {
            text.push(',');
        }
        text.push_str(&quoted(&without_formula(cell)));
    }
    text.push_str("\r\n");
}

/// A cell that a spreadsheet would run as a formula gets an apostrophe before it, unless it is a number.
fn without_formula(cell: &str) -> String {
    let starts_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if starts_formula && !is_number(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// Without the standard library's reader of numbers, whose tables weigh 10 kB even when compressed.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let (units, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    [units, decimals].iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\n', '\r', ';']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_cannot_be_a_formula() {
        let check = |cell: &str, expected: &str| assert_eq!(quoted(&without_formula(cell)), expected);
        check("=1+1", "'=1+1");
        check("@sum", "'@sum");
        check("-12.5", "-12.5");
        check("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0");
        check("-2+3", "'-2+3");
        check("plain", "plain");
    }

    #[test]
    fn commas_and_quotes_are_quoted() {
        assert_eq!(quoted("a, \"b\""), "\"a, \"\"b\"\"\"");
    }
}
