//! Native companions of the atlas: serve the built pages, prerender them, weigh them, check the data set.
//!
//! The Makefile is their user; `cargo run -p atlas-tools -- --help` explains each on its own.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool talks to its user")]

mod compress;
mod corrections;
mod data;
#[cfg(test)]
mod embed;
mod fingerprint;
mod glue;
mod headers;
mod offline;
mod prerender;
mod serve;
mod size;
mod template;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Parser)]
#[command(about, version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve a built site on this machine, with the headers a real host should send.
    Serve {
        site: PathBuf,
        /// 0 lets the system choose a free port.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// The path the site lives under, such as `/atlas/`.
        #[arg(long, default_value = "/")]
        prefix: String,
    },
    /// Give the files of the app names that carry their hash.
    Fingerprint { site: PathBuf },
    /// Make the names small that the app's JavaScript and WebAssembly share, and leave out what nobody uses.
    Glue { folder: PathBuf },
    /// Write one page per route, so that a plain static host answers deep links.
    Prerender {
        site: PathBuf,
        /// The absolute path of the site on its host; only `404.html` needs it.
        #[arg(long, default_value = "/")]
        base: String,
        /// The web address of the site's root. Without it pages name no canonical address, no card and no sitemap.
        #[arg(long)]
        site_url: Option<String>,
    },
    /// Let the site work without a connection, or take away what let an earlier build do so.
    Offline {
        site: PathBuf,
        #[arg(long)]
        off: bool,
    },
    /// Write a `.br` and a `.gz` beside every file whose name carries its hash.
    Precompress { site: PathBuf },
    /// Weigh the first load and fail above the budget.
    Size {
        site: PathBuf,
        /// Print only the paths of the first load, one a line.
        #[arg(long)]
        list: bool,
    },
    /// Check the data set and write its JSON Schema.
    Data {
        /// The folder of the data set.
        #[arg(default_value = "public/data")]
        folder: PathBuf,
        /// Write nothing; fail if the schema is stale.
        #[arg(long)]
        check: bool,
        /// List the corrections of this file too, beside those of `corrections/` in the folder.
        #[arg(long)]
        corrections: Option<PathBuf>,
    },
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Stopped: {error:#}.");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Serve { site, port, prefix } => serve::run(&site, port, &prefix),
        Command::Fingerprint { site } => fingerprint::run(&site),
        Command::Glue { folder } => glue::run(&folder),
        Command::Prerender { site, base, site_url } => prerender::run(&site, &base, site_url.as_deref()),
        Command::Offline { site, off } => offline::run(&site, !off),
        Command::Precompress { site } => compress::run(&site),
        Command::Size { site, list } => size::run(&site, list),
        Command::Data { folder, check, corrections } => {
            data::run(&folder, check)?;
            corrections::run(&folder, corrections.as_deref())
        }
    }
}
