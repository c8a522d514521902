//! Short names for those that wasm-bindgen makes unique by a hash.

use std::collections::BTreeMap;

/// Short names by the long ones, in the order in which they were met.
#[derive(Default)]
pub(super) struct Names(BTreeMap<String, String>);

impl Names {
    /// The short name of a name that was met.
    pub(super) fn known(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// A script in which every name with a hash is short.
    pub(super) fn shortened(&mut self, js: &str) -> String {
        let is_of_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
        let mut out = String::with_capacity(js.len());
        let mut rest = js;
        while let Some(start) = rest.find(is_of_name) {
            let (before, from) = rest.split_at(start);
            let (name, after) = from.split_at(from.find(|c| !is_of_name(c)).unwrap_or(from.len()));
            out.push_str(before);
            out.push_str(self.short(name).unwrap_or(name));
            rest = after;
        }
        out + rest
    }

    fn short(&mut self, name: &str) -> Option<&str> {
        if !has_hash(name) {
            return None;
        }
        let next = format!("_{}", self.0.len());
        Some(self.0.entry(name.to_owned()).or_insert(next))
    }
}

/// Whether wasm-bindgen made a name unique, such as `__wbg_body_5f971cbc6950ca4f`.
fn has_hash(name: &str) -> bool {
    let is_hash = |part: &str| {
        let hash = part.strip_prefix('h').unwrap_or(part);
        hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    name.contains("wasm_bindgen") && name.split('_').any(is_hash)
        || name.starts_with("__wb") && name.rsplit('_').next().is_some_and(is_hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_become_short() {
        let mut names = Names::default();
        let js = "a.__wbg_body_5f971cbc6950ca4f(wasm.__wbindgen_malloc, __wbg_body_5f971cbc6950ca4f)";
        assert_eq!(names.shortened(js), "a._0(wasm.__wbindgen_malloc, _0)");
        assert_eq!(names.shortened("wasm_bindgen__invoke__h5f971cbc6950ca4f(arg0)"), "_1(arg0)");
        assert_eq!(names.known("__wbg_body_5f971cbc6950ca4f"), Some("_0"));
        assert_eq!(names.known("memory"), None);
    }
}
