//! One server for people (`make serve`) and for the journeys: static files on 127.0.0.1, nothing else.
//!
//! A thread for each connection: a browser opens six at once and keeps them, and a pool of threads that is one
//! short would leave the page waiting. It knows of HTTP/1.1 what a browser needs for files, and no more.

mod reply;

use crate::headers;
use anyhow::{Context, bail};
use reply::{Ask, Reply, Site};
use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::iter;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::thread;
use std::time::Duration;

/// Longer than any address of the atlas with the headers of a browser.
const MAX_HEAD_BYTES: u64 = 64 * 1024;
const IDLE: Duration = Duration::from_secs(60);

pub(crate) fn run(root: &Path, port: u16, prefix: &str) -> anyhow::Result<()> {
    let site = Site::new(root, prefix)?;
    let listener = match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            bail!("port {port} is taken: stop what uses it, or choose another with PORT=")
        }
        other => other.with_context(|| format!("cannot listen on port {port}"))?,
    };
    let port = listener.local_addr()?.port();
    println!("Serving {} on http://127.0.0.1:{port}{} (Ctrl-C stops)", root.display(), site.prefix());
    let site = &site;
    thread::scope(|scope| {
        for stream in listener.incoming().flatten() {
            // A browser that hangs up early is its own business; the others are served all the same.
            scope.spawn(move || drop(converse(site, &stream)));
        }
    });
    Ok(())
}

/// Answers one request after the other until either side has enough.
fn converse(site: &Site, stream: &TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    stream.set_nodelay(true)?;
    let (mut reader, mut writer) = (BufReader::new(stream), stream);
    while let Some(head) = read_head(&mut reader)? {
        let (reply, keep) = match Request::parse(&head) {
            Some(request) if matches!(request.method, "GET" | "HEAD") => {
                let is_last = request.header("Connection").eq_ignore_ascii_case("close");
                (site.reply(&request.ask()), !is_last && request.version == "HTTP/1.1")
            }
            // What follows might be a body, which nobody reads.
            Some(_) => (
                Reply::plain(405, "Only GET and HEAD are answered here.\n").with("Allow", "GET, HEAD"),
                false,
            ),
            None => (Reply::plain(400, "This is no HTTP request.\n"), false),
        };
        writer.write_all(&message(&reply, head.starts_with("HEAD "), keep))?;
        if !keep {
            break;
        }
    }
    Ok(())
}

/// The lines up to the blank one; none at the end of the connection.
fn read_head(reader: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut reader = reader.take(MAX_HEAD_BYTES);
    let mut head = String::new();
    while reader.read_line(&mut head)? > 0 {
        if head.ends_with("\n\r\n") || head.ends_with("\n\n") {
            return Ok(Some(head));
        }
    }
    Ok(None)
}

struct Request<'a> {
    method: &'a str,
    target: &'a str,
    version: &'a str,
    fields: Vec<(&'a str, &'a str)>,
}

impl<'a> Request<'a> {
    fn parse(head: &'a str) -> Option<Self> {
        let mut lines = head.lines();
        let mut words = lines.next()?.split(' ');
        let (method, target, version) = (words.next()?, words.next()?, words.next()?);
        let is_http = words.next().is_none() && version.starts_with("HTTP/1.") && target.starts_with('/');
        let fields = lines.filter_map(|line| line.split_once(':')).map(|(name, value)| (name, value.trim()));
        is_http.then(|| Self { method, target, version, fields: fields.collect() })
    }

    /// The value of a field, empty if it is not there.
    fn header(&self, name: &str) -> &'a str {
        self.fields.iter().find(|(it, _)| it.eq_ignore_ascii_case(name)).map_or("", |(_, value)| *value)
    }

    fn ask(&self) -> Ask<'a> {
        Ask {
            target: self.target,
            accept_encoding: self.header("Accept-Encoding"),
            if_none_match: self.header("If-None-Match"),
        }
    }
}

/// Head and body as they go over the wire.
fn message(reply: &Reply, is_head: bool, keep: bool) -> Vec<u8> {
    let length = reply.body.len().to_string();
    // An answer that nothing changed has no body, but the length it would give is that of the file.
    let of_body = (reply.status != 304).then_some(("Content-Length", length.as_str()));
    let of_connection = ("Connection", if keep { "keep-alive" } else { "close" });
    let of_reply = reply.headers.iter().map(|(name, value)| (*name, value.as_str()));
    let fields = headers::ON_EVERYTHING.into_iter().chain(of_reply).chain(of_body).chain([of_connection]);
    let status_line = format!("HTTP/1.1 {} {}", reply.status, reason(reply.status));
    let lines = iter::once(status_line).chain(fields.map(|(name, value)| format!("{name}: {value}")));
    let head = lines.collect::<Vec<_>>().join("\r\n") + "\r\n\r\n";
    let body: &[u8] = if is_head { &[] } else { &reply.body };
    [head.as_bytes(), body].concat()
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        304 => "Not Modified",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "GET /atlas/?q=%C5%9F HTTP/1.1\r\nHost: x\r\naccept-encoding: gzip, br\r\n\r\n";

    #[test]
    fn requests_are_read_one_after_the_other() {
        let mut two = io::Cursor::new(format!("{HEAD}HEAD / HTTP/1.1\n\nGET / HT"));
        assert_eq!(read_head(&mut two).unwrap().as_deref(), Some(HEAD));
        assert_eq!(read_head(&mut two).unwrap().as_deref(), Some("HEAD / HTTP/1.1\n\n"));
        assert_eq!(read_head(&mut two).unwrap(), None);
    }

    #[test]
    fn names_of_fields_match_in_any_case() {
        let request = Request::parse(HEAD).unwrap();
        assert_eq!((request.method, request.ask().target), ("GET", "/atlas/?q=%C5%9F"));
        assert_eq!(request.ask().accept_encoding, "gzip, br");
        assert_eq!(request.header("Connection"), "");
    }

    #[test]
    fn what_is_no_request_is_refused() {
        for head in
            ["\r\n\r\n", "GET /\r\n\r\n", "GET http://x/ HTTP/1.1\r\n\r\n", "GET / HTTP/1.1 x\r\n\r\n"]
        {
            assert!(Request::parse(head).is_none(), "{head:?}");
        }
    }

    #[test]
    fn a_head_request_is_told_the_length_and_given_no_body() {
        let message = String::from_utf8(message(&Reply::plain(404, "Nothing.\n"), true, true)).unwrap();
        assert!(message.starts_with("HTTP/1.1 404 Not Found\r\n"), "{message}");
        assert!(message.contains("Content-Length: 9\r\n") && message.ends_with("\r\n\r\n"), "{message}");
    }
}
