//! The names that a WebAssembly module shares with its surroundings, read and written without knowing the rest.

use anyhow::{Context, bail};

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
const HEADER: &[u8] = b"\0asm\x01\0\0\0";
/// The module from which everything is imported that wasm-bindgen writes.
const GLUE: &str = "./atlas_bg.js";

/// The names of what the glue gives to the module.
pub(super) fn imports(module: &[u8]) -> anyhow::Result<Vec<String>> {
    let mut found = Vec::new();
    each_import(module, |module, name, _| {
        if module == GLUE {
            found.push(name.to_owned());
        }
    })?;
    Ok(found)
}

/// The names of what the module gives.
#[cfg(test)]
pub(super) fn exports(module: &[u8]) -> anyhow::Result<Vec<String>> {
    let mut found = Vec::new();
    each_export(module, |name, _| found.push(name.to_owned()))?;
    Ok(found)
}

/// The module without some of its exports.
pub(super) fn without_exports(module: &[u8], is_out: impl Fn(&str) -> bool) -> anyhow::Result<Vec<u8>> {
    let mut kept = List::default();
    each_export(module, |name, rest| {
        if !is_out(name) {
            kept.push(&[name], rest);
        }
    })?;
    with_section(module, EXPORTS, &kept.section())
}

/// The module with other names for what it shares with the glue; those without one stay.
pub(super) fn renamed<'n>(module: &[u8], new: impl Fn(&str) -> Option<&'n str>) -> anyhow::Result<Vec<u8>> {
    let (mut imports, mut exports) = (List::default(), List::default());
    each_import(module, |from, name, rest| {
        let short = new(name).filter(|_| from == GLUE).map(str::to_owned);
        imports.push(&[from, short.as_deref().unwrap_or(name)], rest);
    })?;
    each_export(module, |name, rest| {
        let short = new(name).map(str::to_owned);
        exports.push(&[short.as_deref().unwrap_or(name)], rest);
    })?;
    with_section(&with_section(module, IMPORTS, &imports.section())?, EXPORTS, &exports.section())
}

/// Entries of a section, as they are written.
#[derive(Default)]
struct List {
    n_entries: usize,
    bytes: Vec<u8>,
}

impl List {
    fn push(&mut self, names: &[&str], rest: &[u8]) {
        self.n_entries += 1;
        for name in names {
            write_number(&mut self.bytes, name.len());
            self.bytes.extend(name.as_bytes());
        }
        self.bytes.extend(rest);
    }

    fn section(&self) -> Vec<u8> {
        let mut section = Vec::new();
        write_number(&mut section, self.n_entries);
        section.extend(&self.bytes);
        section
    }
}

fn each_import(module: &[u8], mut visit: impl FnMut(&str, &str, &[u8])) -> anyhow::Result<()> {
    let mut reader = Reader(section(module, IMPORTS)?.unwrap_or(&[0]));
    for _ in 0..reader.number()? {
        let (from, name) = (reader.name()?, reader.name()?);
        let start = reader.0;
        reader.import_kind()?;
        visit(from, name, &start[..start.len() - reader.0.len()]);
    }
    Ok(())
}

fn each_export(module: &[u8], mut visit: impl FnMut(&str, &[u8])) -> anyhow::Result<()> {
    let mut reader = Reader(section(module, EXPORTS)?.unwrap_or(&[0]));
    for _ in 0..reader.number()? {
        let name = reader.name()?;
        let start = reader.0;
        reader.byte()?;
        reader.number()?;
        visit(name, &start[..start.len() - reader.0.len()]);
    }
    Ok(())
}

/// What stands in the section with this number.
fn section(module: &[u8], wanted: u8) -> anyhow::Result<Option<&[u8]>> {
    Ok(sections(module)?.into_iter().find(|(id, _)| *id == wanted).map(|(_, content)| content))
}

fn with_section(module: &[u8], changed: u8, content: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut out = HEADER.to_vec();
    for (id, old) in sections(module)? {
        let content = if id == changed { content } else { old };
        out.push(id);
        write_number(&mut out, content.len());
        out.extend(content);
    }
    Ok(out)
}

fn sections(module: &[u8]) -> anyhow::Result<Vec<(u8, &[u8])>> {
    let mut reader = Reader(module.strip_prefix(HEADER).context("this is no WebAssembly module")?);
    let mut found = Vec::new();
    while !reader.0.is_empty() {
        let id = reader.byte()?;
        let len = reader.number()?;
        found.push((id, reader.take(len)?));
    }
    Ok(found)
}

/// What is left to read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, len: usize) -> anyhow::Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(len).context("the module ends too soon")?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> anyhow::Result<u8> {
        Ok(self.take(1)?.iter().fold(0, |_, byte| *byte))
    }

    /// A whole number in LEB128.
    fn number(&mut self) -> anyhow::Result<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7F) << shift;
            shift += 7;
            if byte < 0x80 || shift > 56 {
                return Ok(number);
            }
        }
    }

    fn name(&mut self) -> anyhow::Result<&'a str> {
        let len = self.number()?;
        std::str::from_utf8(self.take(len)?).context("a name is no UTF-8")
    }

    /// What is imported: a function, a table, a memory, a global or a tag.
    fn import_kind(&mut self) -> anyhow::Result<()> {
        match self.byte()? {
            0 => self.number().map(drop),
            1 => self.byte().and_then(|_| self.limits()),
            2 => self.limits(),
            3 => self.take(2).map(drop),
            4 => self.byte().and_then(|_| self.number()).map(drop),
            other => bail!("an import of the unknown kind {other}"),
        }
    }

    fn limits(&mut self) -> anyhow::Result<()> {
        let has_most = self.byte()? & 1 == 1;
        self.number()?;
        if has_most {
            self.number()?;
        }
        Ok(())
    }
}

fn write_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push((number & 0x7F) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A module with these imports and exports of functions.
    pub(crate) fn module(imports: &[&str], exports: &[&str]) -> Vec<u8> {
        let (mut imported, mut exported) = (List::default(), List::default());
        imported.push(&["env", "memory"], &[2, 0, 17]);
        for name in imports {
            imported.push(&[GLUE, name], &[0, 200, 1]);
        }
        for name in exports {
            exported.push(&[name], &[0, 7]);
        }
        let empty = [HEADER, &[1, 1, 0, IMPORTS, 1, 0, EXPORTS, 1, 0]].concat();
        let with_imports = with_section(&empty, IMPORTS, &imported.section()).unwrap();
        with_section(&with_imports, EXPORTS, &exported.section()).unwrap()
    }

    #[test]
    fn names_are_changed_and_everything_else_stays() {
        let before = module(&["long"], &["memory", "gone"]);
        let without = without_exports(&before, |name| name == "gone").unwrap();
        assert_eq!(without, module(&["long"], &["memory"]));
        let short = renamed(&without, |name| (name == "long").then_some("_0")).unwrap();
        assert_eq!(short, module(&["_0"], &["memory"]));
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(imports(b"no").is_err());
        assert!(imports(&[HEADER, &[IMPORTS, 9]].concat()).is_err());
    }
}
