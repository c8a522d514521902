//! Makes the JavaScript that wasm-bindgen writes, and the names that it shares with WebAssembly, smaller.
//!
//! Leptos links a crate for streams that this app never opens, and wasm-bindgen keeps whatever a crate offers to
//! JavaScript. Every function of the browser goes by a name with a hash of 16 digits, once on each side, which no
//! compression makes smaller. Run it before and after wasm-opt: what was let go the first time is unused the second.

mod names;
mod wasm;

use anyhow::Context;
use names::Names;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Classes that nobody in the page uses.
const UNUSED: [&str; 3] = ["IntoUnderlyingByteSource", "IntoUnderlyingSink", "IntoUnderlyingSource"];

/// Rewrites `atlas.js` and `atlas_bg.wasm` in a folder.
pub(crate) fn run(folder: &Path) -> anyhow::Result<()> {
    let (js, wasm) = (folder.join("atlas.js"), folder.join("atlas_bg.wasm"));
    let text = fs::read_to_string(&js).with_context(|| format!("cannot read {}", js.display()))?;
    let module = fs::read(&wasm).with_context(|| format!("cannot read {}", wasm.display()))?;
    let (text, module) = shrunk(&text, &module)?;
    fs::write(&js, text).with_context(|| format!("cannot write {}", js.display()))?;
    fs::write(&wasm, module).with_context(|| format!("cannot write {}", wasm.display()))
}

fn shrunk(js: &str, wasm: &[u8]) -> anyhow::Result<(String, Vec<u8>)> {
    let is_unused = |export: &str| {
        let class = export.trim_start_matches("__wbg_").split('_').next().unwrap_or_default();
        UNUSED.iter().any(|unused| unused.eq_ignore_ascii_case(class))
    };
    let wasm = wasm::without_exports(wasm, is_unused)?;
    let imported: BTreeSet<String> = wasm::imports(&wasm)?.into_iter().collect();
    let js = with_imported_only(&without_classes(js), &imported);
    let mut names = Names::default();
    // Trunk's minifier knows neither an export by the name `default` nor an import without a semicolon.
    let js = names.shortened(&js).replace("__wbg_init as default", "__wbg_init as start");
    let js = js.replace("\"./__wasm_split.js\"\n", "\"./__wasm_split.js\";\n");
    let wasm = wasm::renamed(&wasm, |name| names.known(name))?;
    Ok((js, wasm))
}

/// The script without the unused classes, and without what registers their end.
fn without_classes(js: &str) -> String {
    let begins = |line: &str, before: &str, after: &str| {
        UNUSED.iter().any(|class| {
            line.strip_prefix(before).is_some_and(|rest| rest.starts_with(&format!("{class}{after}")))
        })
    };
    let mut kept = String::with_capacity(js.len());
    let mut end = None;
    for line in js.lines() {
        if end.is_none() {
            end = if begins(line, "export class ", " ") {
                Some("}")
            } else if begins(line, "const ", "Finalization ") {
                Some(");")
            } else if begins(line, "if (Symbol.dispose) ", ".") {
                continue;
            } else {
                None
            };
        }
        match end {
            Some("}") if line == "}" => end = None,
            Some(");") if line.ends_with(");") => end = None,
            Some(_) => {}
            None => {
                kept.push_str(line);
                kept.push('\n');
            }
        }
    }
    kept
}

/// The script with those functions alone that WebAssembly imports.
fn with_imported_only(js: &str, imported: &BTreeSet<String>) -> String {
    const INDENT: &str = "        ";
    let mut kept = String::with_capacity(js.len());
    let mut is_skipping = false;
    for line in js.lines() {
        let inner = line.strip_prefix(INDENT).filter(|inner| !inner.starts_with(' '));
        if let Some((name, _)) = inner.and_then(|inner| inner.split_once(": function(")) {
            is_skipping = !imported.contains(name);
        }
        if !is_skipping {
            kept.push_str(line);
            kept.push('\n');
        }
        if inner.is_some_and(|inner| inner.starts_with('}')) {
            is_skipping = false;
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const JS: &str = "\
export class IntoUnderlyingSink {
    close() {
        wasm.intounderlyingsink_close(this.__wbg_ptr);
    }
}
if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = IntoUnderlyingSink.prototype.free;

function __wbg_get_imports() {
    const import0 = {
        __wbg_body_5f971cbc6950ca4f: function(arg0) {
            return arg0.body;
        },
        __wbg_enqueue_6f971cbc6950ca4f: function() { return handleError(function (arg0) {
            arg0.enqueue();
        }, arguments); },
    };
}
const IntoUnderlyingSinkFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_intounderlyingsink_free(ptr, 1));
wasm.__wbindgen_malloc();
";

    #[test]
    fn what_is_unused_goes_and_what_has_a_hash_becomes_short_on_both_sides() {
        let module = wasm::tests::module(
            &["__wbg_body_5f971cbc6950ca4f"],
            &["memory", "intounderlyingsink_close", "__wbg_intounderlyingsink_free"],
        );
        let (js, module) = shrunk(JS, &module).unwrap();
        assert_eq!(
            js,
            "
function __wbg_get_imports() {
    const import0 = {
        _0: function(arg0) {
            return arg0.body;
        },
    };
}
wasm.__wbindgen_malloc();
"
        );
        assert_eq!(wasm::imports(&module).unwrap(), ["_0"]);
        assert_eq!(wasm::exports(&module).unwrap(), ["memory"]);
        assert_eq!(shrunk(&js, &module).unwrap(), (js, module), "once is enough");
    }
}
