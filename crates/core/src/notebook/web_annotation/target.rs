//! What a note is about as the target of an annotation, both ways.

use serde_json::{Map, Value};

use super::super::json::{place_of, place_text, put, put_text};
use super::super::note::{Part, Target, Where};
use super::own;
use crate::domain::link::percent::encode;
use crate::domain::link::{Link, Route};

const PARTNERSHIP: &str = own!("partnership");
const SEEN: &str = own!("seen");
const EDITION: &str = own!("edition");
const IN: &str = own!("in");

/// RFC 3236: a fragment names an element of a page.
const CONFORMS_TO: &str = "http://tools.ietf.org/rfc/rfc3236";

/// The address of a partnership's page. `base` is the absolute address of the site, with a slash at its end.
fn source(base: &str, partnership: &str) -> String {
    let mut source = [base, "partners/"].concat();
    encode(partnership, &mut source);
    source.push('/');
    source
}

/// The target as the data model has it: one specific resource for ours, a foreign one as it came.
pub(super) fn target_value(target: &Target, base: &str) -> Value {
    let (partnership, part, seen, edition) = match target {
        Target::Foreign(value) => return value.clone(),
        Target::Partnership { partnership, part, seen, edition } => (partnership, part, seen, edition),
    };
    let mut object = Map::new();
    put(&mut object, "type", "SpecificResource");
    put(&mut object, "source", source(base, partnership));
    put(&mut object, PARTNERSHIP, partnership.as_str());
    put(&mut object, SEEN, seen.as_str());
    put_text(&mut object, EDITION, edition.as_deref());
    let mut selector = Map::new();
    match part {
        Part::Whole => {}
        Part::Milestone(id) => {
            put(&mut selector, "type", "FragmentSelector");
            put(&mut selector, "conformsTo", CONFORMS_TO);
            put(&mut selector, "value", id.as_str());
        }
        Part::Quote { exact, prefix, suffix, place } => {
            put(&mut selector, "type", "TextQuoteSelector");
            put(&mut selector, "exact", exact.as_str());
            put(&mut selector, "prefix", prefix.as_str());
            put(&mut selector, "suffix", suffix.as_str());
            put(&mut object, IN, place_text(place));
        }
    }
    if !selector.is_empty() {
        put(&mut object, "selector", selector);
    }
    object.into()
}

/// The target of an annotation: ours if all of it is understood, else foreign as it came.
pub(super) fn target_of(value: Value, base: &str) -> Target {
    let value = match value {
        Value::Array(mut one) if one.len() == 1 => one.pop().unwrap_or_default(),
        other => other,
    };
    understood(&value, base).unwrap_or(Target::Foreign(value))
}

fn understood(value: &Value, base: &str) -> Option<Target> {
    if let Some(address) = value.as_str() {
        let (partnership, part) = partnership_at(address, base)?;
        return Some(Target::Partnership { partnership, part, seen: String::new(), edition: None });
    }
    let object = value.as_object()?;
    let known = ["type", "source", "selector", PARTNERSHIP, SEEN, EDITION, IN];
    if !object.keys().all(|name| known.contains(&name.as_str())) {
        return None;
    }
    let text = |name: &str| object.get(name).map(|it| it.as_str().map(str::to_owned));
    let (partnership, of_address) = match text(PARTNERSHIP) {
        Some(partnership) => (partnership?, Part::Whole),
        None => partnership_at(object.get("source")?.as_str()?, base)?,
    };
    let part = match object.get("selector") {
        None => of_address,
        Some(selector) => {
            selected(selector, text(IN).map_or(Some(Where::Summary), |it| Some(place_of(&it?)))?)?
        }
    };
    let seen = text(SEEN).unwrap_or_else(|| Some(String::new()))?;
    let edition = match text(EDITION) {
        Some(edition) => Some(edition?),
        None => None,
    };
    Some(Target::Partnership { partnership, part, seen, edition })
}

/// The partnership whose page is at this address, in any language, and the milestone that its fragment names.
fn partnership_at(address: &str, base: &str) -> Option<(String, Part)> {
    let rest = address.strip_prefix(base)?;
    let (rest, fragment) =
        rest.split_once('#').map_or((rest, None), |(path, fragment)| (path, Some(fragment)));
    let path = rest.split('?').next().unwrap_or_default();
    let (link, _) = Link::parse(path, "");
    let Route::Partner(id) = link.route else { return None };
    let part = fragment.filter(|id| !id.is_empty()).map_or(Part::Whole, |id| Part::Milestone(id.to_owned()));
    Some((id.to_string(), part))
}

/// A selector of the two kinds that we write, with nothing more in it.
fn selected(selector: &Value, place: Where) -> Option<Part> {
    let object = selector.as_object()?;
    let known = ["type", "conformsTo", "value", "exact", "prefix", "suffix"];
    if !object.keys().all(|name| known.contains(&name.as_str())) {
        return None;
    }
    let text = |name: &str| object.get(name).map_or(Some(""), Value::as_str).map(str::to_owned);
    match object.get("type")?.as_str()? {
        "FragmentSelector" if object.get("conformsTo").is_none_or(|it| it == CONFORMS_TO) => {
            Some(Part::Milestone(object.get("value")?.as_str()?.to_owned()))
        }
        "TextQuoteSelector" => Some(Part::Quote {
            exact: object.get("exact")?.as_str()?.to_owned(),
            prefix: text("prefix")?,
            suffix: text("suffix")?,
            place,
        }),
        _ => None,
    }
}
