//! The rules of <https://www.w3.org/TR/annotation-model/> that say "must", each where its section stands.
//!
//! Written from the text of the recommendation and apart from the code that it checks: it shares nothing with it but
//! the reader of JSON.

use serde_json::Value;

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// Every rule that an annotation breaks. `is_alone` if it is a document of its own, which needs a context (3.1).
pub(crate) fn annotation(it: &Value, is_alone: bool) -> Vec<String> {
    let mut broken = Vec::new();
    let mut must = |holds: bool, rule: &str| {
        if !holds {
            broken.push(format!("{rule}: {it}"));
        }
    };
    must(!is_alone || has_context(it), "3.1 the context of the model, a string if it is the only one");
    must(it["id"].as_str().is_some_and(is_iri), "3.1 exactly one IRI that identifies it");
    must(has_type(it, "Annotation"), "3.1 Annotation among its types");
    let targets = listed(&it["target"]);
    must(!targets.is_empty() && !it["target"].is_null(), "3.1 one target or more");
    must(targets.iter().all(|it| is_resource(it, false)), "3.2 a target is an IRI or a resource with one");
    if !it["body"].is_null() {
        must(
            listed(&it["body"]).iter().all(|it| is_resource(it, true)),
            "3.2 a body is an IRI, a text or a resource",
        );
    }
    if let Some(value) = it.get("bodyValue") {
        must(value.is_string(), "3.2.5 bodyValue is one string");
        must(it.get("body").is_none(), "3.2.5 no body beside bodyValue");
    }
    for name in ["created", "modified", "generated"] {
        if let Some(time) = it.get(name) {
            must(time.as_str().is_some_and(is_utc), "3.3.1 at most one time, xsd:dateTime, UTC as Z");
        }
    }
    for creator in it.get("creator").map(listed).unwrap_or_default() {
        let is_agent = creator.as_str().is_some_and(is_iri) || creator.is_object();
        let id = creator.get("id").is_none_or(|id| id.as_str().is_some_and(is_iri));
        must(is_agent && id, "3.3.2 an agent is an IRI or an object");
        must(
            creator.get("name").is_none_or(|name| name.is_string() || name.is_array()),
            "3.3.2 names are strings",
        );
    }
    let motivations = it.get("motivation").map(listed).unwrap_or_default();
    must(motivations.iter().all(|it| it.is_string()), "3.3.5 motivations are names or IRIs");
    broken
}

/// Every rule that a collection, its embedded pages and their items break.
pub(crate) fn collection(it: &Value) -> Vec<String> {
    let mut broken = Vec::new();
    let mut must = |holds: bool, rule: &str| {
        if !holds {
            broken.push(rule.to_owned());
        }
    };
    must(has_context(it), "5.1 the context of the model");
    must(it["id"].as_str().is_some_and(is_iri), "5.1 exactly one IRI that identifies it");
    must(has_type(it, "AnnotationCollection"), "5.1 AnnotationCollection among its types");
    let total = it.get("total");
    must(total.is_none_or(Value::is_u64), "5.1 total is a whole number, not negative");
    let first = &it["first"];
    let is_page = first.as_str().is_some_and(is_iri) || first.is_object();
    must(is_page || total == Some(&Value::from(0)), "5.1 exactly one first page where there are annotations");
    if let Some(last) = it.get("last") {
        must(last.as_str().is_some_and(is_iri) || last.is_object(), "5.1 at most one last page");
    }
    let mut n_items = 0;
    let mut page = first;
    while page.is_object() {
        broken.extend(rules_of_page(page, n_items));
        let items = page["items"].as_array().map(Vec::as_slice).unwrap_or_default();
        broken.extend(items.iter().flat_map(|item| annotation(item, false)));
        n_items += items.len() as u64;
        page = &page["next"];
    }
    let is_whole = page.is_null() && first.is_object();
    if let Some(total) = total.and_then(Value::as_u64).filter(|total| is_whole && *total != n_items) {
        broken.push(format!("5.1 total says how many there are: {total}, {n_items}"));
    }
    broken
}

fn rules_of_page(it: &Value, n_before: u64) -> Vec<String> {
    let mut broken = Vec::new();
    let mut must = |holds: bool, rule: &str| {
        if !holds {
            broken.push(rule.to_owned());
        }
    };
    must(it["id"].as_str().is_some_and(is_iri), "5.2 a page has exactly one IRI");
    must(has_type(it, "AnnotationPage"), "5.2 AnnotationPage among its types");
    must(it["items"].is_array(), "5.2 items is a list");
    let start = it.get("startIndex");
    must(start.is_none_or(Value::is_u64), "5.2 startIndex is a whole number, not negative");
    must(start.is_none_or(|start| *start == n_before), "5.2 startIndex counts the items of the pages before");
    for name in ["partOf", "next", "prev"] {
        let is_reference = |it: &Value| it.as_str().is_some_and(is_iri) || it.is_object();
        must(
            it.get(name).is_none_or(is_reference),
            "5.2 another page or the collection is an IRI or an object",
        );
    }
    broken
}

/// 3.2 and 4: an IRI, a textual body, or a resource that says where it is.
fn is_resource(it: &Value, is_body: bool) -> bool {
    if let Some(iri) = it.as_str() {
        return is_iri(iri);
    }
    let Some(object) = it.as_object() else { return false };
    let is_text = has_type(it, "TextualBody") || object.contains_key("value");
    if is_text && is_body {
        // 3.2.4: exactly one value; format and language are strings.
        let attributes = ["format", "language", "purpose", "textDirection"];
        let are_strings =
            attributes.iter().all(|name| object.get(*name).is_none_or(|it| it.is_string() || it.is_array()));
        return it["value"].is_string() && are_strings;
    }
    if let Some(source) = object.get("source") {
        // 4: exactly one source, and selectors of the form that their type has.
        let is_source = source.as_str().is_some_and(is_iri) || source["id"].as_str().is_some_and(is_iri);
        return is_source
            && object.get("selector").map(listed).unwrap_or_default().iter().all(|it| is_selector(it));
    }
    let choices = has_type(it, "Choice") && it["items"].is_array();
    choices || it["id"].as_str().is_some_and(is_iri)
}

/// 4.2: a selector has a type, and of each property that its type needs exactly one.
fn is_selector(it: &Value) -> bool {
    if it.is_string() {
        return true;
    }
    let at_most_one = |name: &str| it.get(name).is_none_or(Value::is_string);
    if has_type(it, "TextQuoteSelector") {
        it["exact"].is_string() && at_most_one("prefix") && at_most_one("suffix")
    } else if has_type(it, "FragmentSelector") {
        it["value"].is_string() && at_most_one("conformsTo")
    } else {
        !it["type"].is_null()
    }
}

fn has_context(it: &Value) -> bool {
    match &it["@context"] {
        Value::String(one) => one == CONTEXT,
        Value::Array(all) => all.len() > 1 && all.iter().any(|it| it == CONTEXT),
        _ => false,
    }
}

fn has_type(it: &Value, name: &str) -> bool {
    listed(&it["type"]).iter().any(|it| *it == name)
}

fn listed(it: &Value) -> Vec<&Value> {
    it.as_array().map_or_else(|| vec![it], |all| all.iter().collect())
}

/// RFC 3987 as far as it forbids characters.
fn is_iri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let first = scheme.chars().next().is_some_and(|c| c.is_ascii_alphabetic());
    let is_scheme = first && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    is_scheme && !rest.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c))
}

/// `2015-01-28T12:00:00Z`, with or without a fraction, and a day that exists.
fn is_utc(text: &str) -> bool {
    let Some(text) = text.strip_suffix('Z') else { return false };
    let (text, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let bytes = text.as_bytes();
    if bytes.len() != 19 || fraction.is_empty() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let separators = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':')];
    let number = |range: std::ops::Range<usize>| text[range].parse::<u32>().ok();
    let Some(year) = number(0..4) else { return false };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let lengths = [31, if is_leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let n_days = number(5..7).and_then(|month| lengths.get((month as usize).checked_sub(1)?).copied());
    separators.iter().all(|(at, separator)| bytes[*at] == *separator)
        && number(8..10).is_some_and(|day| day > 0 && n_days.is_some_and(|n_days| day <= n_days))
        && number(11..13).is_some_and(|hour| hour < 24)
        && number(14..16).is_some_and(|minute| minute < 60)
        && number(17..19).is_some_and(|second| second < 60)
}
