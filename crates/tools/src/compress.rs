//! Brotli and gzip: to weigh files, to put compressed copies beside them, to answer with.

use crate::headers;
use anyhow::Context;
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};
use std::fs;
use std::io::Write;
use std::path::Path;

/// Below this, the headers outweigh what compression saves.
pub(crate) const WORTHWHILE_BYTES: usize = 1024;

/// Brotli at quality 11, as a host that compresses ahead of time does.
pub(crate) fn brotli(content: &[u8]) -> anyhow::Result<Vec<u8>> {
    let params = BrotliEncoderParams { quality: 11, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut out, &params).context("brotli")?;
    Ok(out)
}

pub(crate) fn gzip(content: &[u8], level: u32) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(level));
    // Writing to a Vec cannot fail, and an empty body would show at once.
    encoder.write_all(content).and_then(|()| encoder.finish()).unwrap_or_default()
}

/// Compresses only what never changes under its name: a data file that an editor replaces on the host must not
/// have a stale copy beside it.
pub(crate) fn run(site: &Path) -> anyhow::Result<()> {
    let mut files = Vec::new();
    hashed_files(site, &mut files)?;
    for (path, name) in &files {
        let content = fs::read(path)?;
        fs::write(path.with_file_name(format!("{name}.br")), brotli(&content)?)?;
        fs::write(path.with_file_name(format!("{name}.gz")), gzip(&content, 9))?;
    }
    println!("Compressed {} files ahead of time.", files.len());
    Ok(())
}

fn hashed_files(folder: &Path, found: &mut Vec<(std::path::PathBuf, String)>) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        let path = entry.path();
        let Ok(name) = entry.file_name().into_string() else { continue };
        if path.is_dir() {
            hashed_files(&path, found)?;
        } else if headers::carries_hash(&name) && headers::is_compressible(&name) {
            found.push((path, name));
        }
    }
    Ok(())
}
