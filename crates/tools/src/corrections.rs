//! Lists the corrections that staff exported from their notebooks beside the records they are about.
//!
//! It changes nothing: an editor decides.

use anyhow::Context;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// Prints every correction of `file` and of `corrections/*.json` in the folder of the data set.
pub(crate) fn run(folder: &Path, file: Option<&Path>) -> anyhow::Result<()> {
    let mut files: Vec<PathBuf> = file.map(Path::to_owned).into_iter().collect();
    if let Ok(entries) = fs::read_dir(folder.join("corrections")) {
        let mut found: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        found.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
        found.sort();
        files.extend(found);
    }
    if files.is_empty() {
        return Ok(());
    }
    let dataset = read(&folder.join("partnerships.json"))?;
    for path in files {
        let corrections = read(&path)?;
        let corrections = corrections.as_array().with_context(|| format!("{} is no list", path.display()))?;
        println!("{}: {} corrections.", path.display(), corrections.len());
        for correction in corrections {
            println!("{}", beside(correction, &dataset));
        }
    }
    Ok(())
}

fn read(path: &Path) -> anyhow::Result<Value> {
    let json = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_slice(&json).with_context(|| format!("{} is not JSON", path.display()))
}

/// A correction as lines: where, what stands there now, what stood there then, what is proposed, on what source.
fn beside(correction: &Value, dataset: &Value) -> String {
    let text = |name: &str| printable(correction.get(name).and_then(Value::as_str).unwrap_or_default());
    let (partnership, field) = (text("partnership"), text("field"));
    let records = dataset.get("partnerships").and_then(Value::as_array);
    let record =
        records.and_then(|all| all.iter().find(|it| it.get("id") == Some(&partnership.as_str().into())));
    let now = match record {
        None => String::from("(no such record)"),
        Some(record) => value_at(record, &field).map_or_else(|| String::from("(no such field)"), shown),
    };
    let mut lines = format!("{partnership}, {field}\n  now:      {now}\n");
    for (label, name) in
        [("then:    ", "old"), ("proposed:", "proposed"), ("source:  ", "source"), ("note:    ", "note")]
    {
        if !text(name).is_empty() {
            lines.extend(["  ", label, " ", &text(name), "\n"]);
        }
    }
    if now == text("proposed") {
        lines += "  (done)\n";
    }
    lines
}

/// The value at a path such as `name.en` or `milestones.0.title`; a milestone may be named by its id.
fn value_at<'v>(record: &'v Value, field: &str) -> Option<&'v Value> {
    field.split('.').filter(|part| !part.is_empty()).try_fold(record, |value, part| match value {
        Value::Array(values) => {
            let by_id = values.iter().find(|it| it.get("id").is_some_and(|id| id == part));
            by_id.or_else(|| values.get(part.parse::<usize>().ok()?))
        }
        _ => value.get(part),
    })
}

/// A text as it is, in English if there are several languages, else as JSON.
fn shown(value: &Value) -> String {
    let text = value.as_str().or_else(|| value.get("en")?.as_str());
    text.map_or_else(|| value.to_string(), printable)
}

/// On one line and without what a terminal would obey.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn check(field: &str, proposed: &str, expected: &str) {
        let dataset = json!({"partnerships": [
            {"id": "who", "name": {"en": "WHO", "tr": "DSÖ"}, "milestones": [{"id": "m1", "date": "2020"}]}
        ]});
        let correction =
            json!({"partnership": "who", "field": field, "old": "2019", "proposed": proposed, "source": "s"});
        assert_eq!(beside(&correction, &dataset), expected);
    }

    #[test]
    fn a_correction_stands_beside_what_the_record_says_now() {
        check(
            "name",
            "World Health\u{1b}[2J Organization",
            "who, name\n  now:      WHO\n  then:     2019\n  proposed: World Health [2J Organization\n  source:   s\n",
        );
        check(
            "milestones.m1.date",
            "2020",
            "who, milestones.m1.date\n  now:      2020\n  then:     2019\n  proposed: 2020\n  source:   s\n  (done)\n",
        );
        check(
            "no.such",
            "x",
            "who, no.such\n  now:      (no such field)\n  then:     2019\n  proposed: x\n  source:   s\n",
        );
    }
}
