//! The tag of an embed, as a host's page has it, for the preview of the builder.

use web_sys::Element;

/// Where the script that knows the tag has been asked for.
const SCRIPT_ID: &str = "embed-script";

/// Puts one tag with these attributes into `stage`, or changes those of the one that is there.
pub(crate) fn show_tag(stage: &Element, tag: &str, script_url: &str, attributes: &[(&'static str, String)]) {
    // Each of these fails only for names that are none, or in a document that is gone.
    let _shown = try_show(stage, tag, script_url, attributes);
}

fn try_show(
    stage: &Element,
    tag: &str,
    script_url: &str,
    attributes: &[(&'static str, String)],
) -> Option<()> {
    let document = super::document();
    if document.get_element_by_id(SCRIPT_ID).is_none() {
        let script = document.create_element("script").ok()?;
        script.set_id(SCRIPT_ID);
        script.set_attribute("src", script_url).ok()?;
        document.body()?.append_child(&script).ok()?;
    }
    let is_new = stage.first_element_child().is_none();
    let shown = match stage.first_element_child() {
        Some(shown) => shown,
        None => document.create_element(tag).ok()?,
    };
    let names = shown.get_attribute_names();
    for name in names.iter().filter_map(|name| name.as_string()) {
        // The height in force is in the style, which is the tag's own.
        if name != "style" && !attributes.iter().any(|(wanted, _)| *wanted == name) {
            shown.remove_attribute(&name).ok()?;
        }
    }
    for (name, value) in attributes {
        if shown.get_attribute(name).as_ref() != Some(value) {
            shown.set_attribute(name, value).ok()?;
        }
    }
    if is_new {
        stage.append_child(&shown).ok()?;
    }
    Some(())
}
