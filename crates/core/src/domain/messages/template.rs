//! Texts with places to fill: `{n} of {total}`.

/// Fills each `{name}` in `template` with what `value` gives; a name without a value stays as it is written, so
/// that a mistake shows.
pub(crate) fn fill<'v>(template: &str, value: impl Fn(&str) -> Option<&'v str>) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, behind)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        if let Some(value) = value(name) {
            filled.push_str(value);
        } else {
            filled.extend(["{", name, "}"]);
        }
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

/// The names of the places in `template`, in order.
#[cfg(test)]
pub(crate) fn names(template: &str) -> Vec<&str> {
    template.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_by_name_and_unknown_ones_stay() {
        let value = |name: &str| (name == "n").then_some("59");
        assert_eq!(fill("{n} of {total}, {n}", value), "59 of {total}, 59");
        assert_eq!(fill("no place", value), "no place");
        assert_eq!(fill("{n", value), "{n");
        assert_eq!(names("{n} of {total}"), ["n", "total"]);
    }
}
