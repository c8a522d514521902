//! A select below its label.

use leptos::prelude::*;

use crate::ui::icon::{Icon, IconView};

#[component]
pub(super) fn Select(
    id: &'static str,
    label: String,
    on_change: Callback<leptos::ev::Event>,
    options: AnyView,
) -> impl IntoView {
    view! {
        <label class="embed__field">
            <span>{label}</span>
            <span class="select">
                <select id=id on:change=move |event| on_change.run(event)>{options}</select>
                <IconView icon=Icon::ChevronDown size_px=14 />
            </span>
        </label>
    }
}
