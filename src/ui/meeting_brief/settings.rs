//! Title, date and marking of a brief, and whether it holds notes.

use leptos::prelude::*;

use super::{Marking, Plan};
use crate::ui::words::say;

#[component]
pub(super) fn Settings(plan: Plan) -> impl IntoView {
    let markings = [Marking::Public, Marking::Internal]
        .map(|marking| {
            view! {
                <label class="check">
                    <input
                        type="radio"
                        name="marking"
                        prop:checked=move || plan.marking() == marking
                        disabled=move || plan.has_notes.get()
                        on:change=move |_| plan.chosen_marking.set(marking)
                    />
                    {say(marking.key())}
                </label>
            }
        })
        .collect_view();
    let forced = move || plan.has_notes.get().then(|| say("meeting-brief.internal-forced"));
    view! {
        <div class="brief-settings">
            <label class="field">
                {say("meeting-brief.name")}
                <input
                    type="text"
                    id="brief-title"
                    autocomplete="off"
                    on:input=move |event| plan.title.set(event_target_value(&event))
                />
            </label>
            <label class="field">
                {say("meeting-brief.date")}
                <input
                    type="date"
                    id="brief-date"
                    prop:value=move || plan.date.get()
                    on:input=move |event| plan.date.set(event_target_value(&event))
                />
            </label>
            <Check id="brief-notes" label_key="meeting-brief.with-notes" is_on=plan.has_notes />
            <Check id="brief-whole" label_key="meeting-brief.whole" is_on=plan.is_whole />
            <fieldset class="brief-settings__marking">
                <legend>{say("meeting-brief.marking")}</legend>
                {markings}
                <p class="notebook__small" role="status">{forced}</p>
            </fieldset>
        </div>
    }
}

#[component]
fn Check(id: &'static str, label_key: &'static str, is_on: RwSignal<bool>) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                id=id
                prop:checked=move || is_on.get()
                on:change=move |event| is_on.set(event_target_checked(&event))
            />
            {say(label_key)}
        </label>
    }
}
