//! Puts seeded records into a copy of the built site, for `make bench`: `atlas-bench SITE N PEER`.
//!
//! The readable list in its pages stays what it was: the app takes its place.
#![expect(clippy::print_stderr, reason = "a command-line tool talks to its user")]

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use atlas_bench::Files;

/// That of tests/bench.
const SEED: u64 = 2009;
const DATA_FILE: &str = "data/partnerships.json";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.as_slice() {
        [site, n, peer] => run(Path::new(site), n, Path::new(peer)),
        _ => Err("say where the site is, how many records it is to have, and where those for its peer go"
            .to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Stopped: {error}.");
            ExitCode::FAILURE
        }
    }
}

fn run(site: &Path, n: &str, peer: &Path) -> Result<(), String> {
    let n = n.parse().map_err(|error| format!("'{n}' is no number of records: {error}"))?;
    let files = Files::new(SEED, n, &read(&site.join(DATA_FILE))?)?;
    // The page names the digest; that of the copied site becomes that of the records.
    let page = read(&site.join("index.html"))?;
    let name = page
        .split(['"', '=', ' '])
        .find(|it| it.contains("data/digest-"))
        .ok_or("the page names no digest")?;
    let digest = site.join(name);
    for stale in ["json.br", "json.gz"] {
        fs::remove_file(digest.with_extension(stale)).map_err(|error| error.to_string())?;
    }
    write(&digest, &files.digest)?;
    write(&site.join(DATA_FILE), &files.data)?;
    write(peer, &files.peer)
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))
}
