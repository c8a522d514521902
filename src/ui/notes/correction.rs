//! A proposed change of the data set: which field, what stands there, what should, and where that was read.

use atlas_core::domain::partnership::PartnershipId;
use atlas_core::notebook::{Content, Correction, Field, Target, fields};
use leptos::prelude::*;

use super::editor::Fields;
use crate::ui::details::whole;
use crate::ui::words::say;

/// A field in words, by the path that a correction names it with; the path itself if it is not known.
pub(super) fn field_name(path: &str) -> String {
    let kind = path.rsplit('.').next().unwrap_or_default();
    let key = match kind {
        "name" => "csv.name",
        "acronym" => "csv.acronym",
        "kind" => "csv.kind",
        "site" => "partner.site",
        "city" => "csv.city",
        "stage" => "csv.stage",
        "as_of" => "csv.as-of",
        "summary" => "notes.field.summary",
        "date" => "notes.field.date",
        "title" => "notes.field.title",
        "detail" => "notes.field.detail",
        "place" => "notes.field.place",
        "" => "notes.field.else",
        _ => return path.to_owned(),
    };
    say(key)
}

/// The fields of what a note is about, as the data set has them now; none while it is not here.
fn fields_of(target: &Target) -> Vec<Field> {
    let Target::Partnership { partnership, part, .. } = target else { return Vec::new() };
    let id = PartnershipId::parse(partnership);
    let found = id.zip(whole()).and_then(|(id, whole)| whole.dataset.partnership(&id).cloned());
    found.map(|partnership| fields(&partnership, part)).unwrap_or_default()
}

fn change(content: &mut Content, change: impl FnOnce(&mut Correction)) {
    change(content.correction.get_or_insert_default());
}

#[component]
pub(super) fn CorrectionFields(fields: Fields, target: Target) -> impl IntoView {
    let all = Memo::new(move |_| fields_of(&target));
    let read = |content: &Content| content.correction.clone().unwrap_or_default();
    let path = fields.filled(move |content| read(content).field);
    let on_field = move |event| {
        let path = event_target_value(&event);
        let old = all.with_untracked(|all| all.iter().find(|it| it.path == path).map(|it| it.value.clone()));
        fields.load(move |content| {
            change(content, |it| {
                it.field = path;
                it.old = old.unwrap_or_default();
            });
        });
    };
    let options = move || {
        let now = path();
        let mut paths: Vec<String> = all.with(|all| all.iter().map(|it| it.path.clone()).collect());
        paths.push(String::new());
        if !paths.contains(&now) {
            paths.push(now.clone());
        }
        let option = |path: String| {
            let is_now = path == now;
            view! { <option value=path.clone() selected=is_now>{field_name(&path)}</option> }
        };
        paths.into_iter().map(option).collect_view()
    };
    let old = fields.filled(move |content| read(content).old);
    let proposed = fields.filled(move |content| read(content).proposed);
    let source = fields.filled(move |content| read(content).source);
    view! {
        <fieldset class="note-editor__correction">
            <legend class="visually-hidden">{say("flag.correction")}</legend>
            <label class="note-field">
                <span>{say("notebook.csv.field")}</span>
                <span class="select"><select on:change=on_field>{options}</select></span>
            </label>
            <label class="note-field">
                <span>{say("notebook.csv.old")}</span>
                <input
                    type="text"
                    dir="auto"
                    prop:value=old
                    on:input=move |event| fields.type_in(|content| change(content, |it| it.old = event_target_value(&event)))
                />
            </label>
            <label class="note-field">
                <span>{say("notebook.csv.proposed")}</span>
                <input
                    type="text"
                    dir="auto"
                    prop:value=proposed
                    on:input=move |event| fields.type_in(|content| change(content, |it| it.proposed = event_target_value(&event)))
                />
            </label>
            <label class="note-field">
                <span>{say("notebook.csv.source")}</span>
                <input
                    type="text"
                    dir="auto"
                    prop:value=source
                    on:input=move |event| fields.type_in(|content| change(content, |it| it.source = event_target_value(&event)))
                />
            </label>
        </fieldset>
    }
}
