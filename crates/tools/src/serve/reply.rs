//! What the server answers, decided without a socket so that it can be tested.

use crate::{compress, headers};
use anyhow::Context;
use percent_encoding::percent_decode_str;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// The parts of a request that decide the answer.
pub(crate) struct Ask<'a> {
    /// Path and query, as sent.
    pub(crate) target: &'a str,
    pub(crate) accept_encoding: &'a str,
    pub(crate) if_none_match: &'a str,
}

#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    fn new(status: u16, body: Vec<u8>) -> Self {
        Self { status, headers: Vec::new(), body }
    }

    pub(crate) fn plain(status: u16, text: &str) -> Self {
        Self::new(status, text.into()).with("Content-Type", "text/plain; charset=utf-8")
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

/// A folder of files and the path it is served under.
pub(crate) struct Site {
    root: PathBuf,
    prefix: String,
}

/// Where a path of the site leads.
enum Found {
    File(PathBuf),
    /// A folder asked for without its final slash; relative links need the slash.
    Folder,
    Nothing,
}

impl Site {
    pub(crate) fn new(root: &Path, prefix: &str) -> anyhow::Result<Self> {
        let root = root
            .canonicalize()
            .with_context(|| format!("{} is not there: build it first", root.display()))?;
        let inner = prefix.trim_matches('/');
        let prefix = if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") };
        Ok(Self { root, prefix })
    }

    pub(crate) fn prefix(&self) -> &str {
        &self.prefix
    }

    pub(crate) fn reply(&self, ask: &Ask<'_>) -> Reply {
        let (path, query) =
            ask.target.split_once('?').map_or((ask.target, None), |(it, rest)| (it, Some(rest)));
        let with_slash = || {
            let query = query.map(|it| format!("?{it}")).unwrap_or_default();
            Reply::plain(301, "Moved.\n").with("Location", format!("{path}/{query}"))
        };
        let Some(inner) = path.strip_prefix(&self.prefix) else {
            let is_prefix = path.strip_suffix('/').unwrap_or(path) == self.prefix.trim_end_matches('/');
            return if is_prefix {
                with_slash()
            } else {
                Reply::plain(404, &format!("This site lives under {}\n", self.prefix))
            };
        };
        let (reply, page) = match self.find(inner) {
            Found::File(file) => (send(&file, 200, ask), inner),
            Found::Folder => (with_slash(), ""),
            Found::Nothing => (send(&self.root.join("404.html"), 404, ask), ""),
        };
        reply.with("Content-Security-Policy", headers::content_security_policy(page))
    }

    /// Looks below the root only: a `..`, a hidden name or a link that leads outside finds nothing.
    fn find(&self, inner: &str) -> Found {
        let mut path = self.root.clone();
        for segment in inner.split('/').filter(|it| !it.is_empty()) {
            match percent_decode_str(segment).decode_utf8() {
                Ok(name) if !name.starts_with('.') && !name.contains(['/', '\\', '\0']) => path.push(&*name),
                _ => return Found::Nothing,
            }
        }
        let as_folder = inner.is_empty() || inner.ends_with('/');
        if as_folder {
            path.push("index.html");
        } else if path.is_dir() {
            return Found::Folder;
        }
        match path.canonicalize() {
            Ok(real) if real.starts_with(&self.root) && real.is_file() => Found::File(real),
            _ => Found::Nothing,
        }
    }
}

fn send(file: &Path, status: u16, ask: &Ask<'_>) -> Reply {
    let name = file.file_name().and_then(|it| it.to_str()).unwrap_or_default();
    let Ok(content) = fs::read(file) else {
        return Reply::plain(404, "Not found.\n");
    };
    let (encoding, body) = encode(file, name, content, ask.accept_encoding);
    let tag = entity_tag(&body);
    let is_known = status == 200 && ask.if_none_match.split(',').any(|it| it.trim() == tag);
    let mut reply = if is_known { Reply::new(304, Vec::new()) } else { Reply::new(status, body) }
        .with("Content-Type", headers::media_type(name))
        .with("Cache-Control", if status == 200 { headers::cache_control(name) } else { "no-cache" })
        .with("ETag", tag);
    if headers::is_compressible(name) {
        reply = reply.with("Vary", "Accept-Encoding");
    }
    match encoding {
        Some(encoding) => reply.with("Content-Encoding", encoding),
        None => reply,
    }
}

/// The `.br` beside the file where there is one, else gzip on the fly for text, else the file as it is.
fn encode(file: &Path, name: &str, content: Vec<u8>, accepted: &str) -> (Option<&'static str>, Vec<u8>) {
    let accepts = |coding: &str| {
        accepted.split(',').any(|it| it.split(';').next().unwrap_or_default().trim() == coding)
    };
    if accepts("br")
        && let Ok(body) = fs::read(file.with_file_name(format!("{name}.br")))
    {
        return (Some("br"), body);
    }
    if accepts("gzip") && headers::is_compressible(name) && content.len() >= compress::WORTHWHILE_BYTES {
        return (Some("gzip"), compress::gzip(&content, 6));
    }
    (None, content)
}

fn entity_tag(body: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    body.hash(&mut hasher);
    format!("\"{:016x}\"", hasher.finish())
}

#[cfg(test)]
mod tests;
