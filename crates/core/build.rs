//! Parts the English catalogue in two, so that the words of later pages are not in the first file of the app.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[expect(unreachable_pub, reason = "of the crate, which makes it public")]
#[path = "src/domain/messages/halves.rs"]
mod halves;

const ENGLISH: &str = "../../public/locale/en.json";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={ENGLISH}");
    println!("cargo::rerun-if-changed=src/domain/messages/halves.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?);
    let (first, later) = halves::halves(serde_json::from_str(&fs::read_to_string(Path::new(ENGLISH))?)?);
    fs::write(out.join("en.first.json"), first.to_string())?;
    fs::write(out.join("en.later.json"), later.to_string())?;
    Ok(())
}
