//! One server for people (`make serve`) and for the journeys: static files on 127.0.0.1, nothing else.

mod reply;

use crate::headers;
use anyhow::{Context, bail};
use reply::{Ask, Reply, Site};
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::thread;
use tiny_http::{Header, Method, Request, Response, Server};

const THREADS: usize = 4;

pub(crate) fn run(root: &Path, port: u16, prefix: &str) -> anyhow::Result<()> {
    let site = Site::new(root, prefix)?;
    let listener = match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            bail!("port {port} is taken: stop what uses it, or choose another with PORT=")
        }
        other => other.with_context(|| format!("cannot listen on port {port}"))?,
    };
    let port = listener.local_addr()?.port();
    let server = Server::from_listener(listener, None)
        .map_err(|error| anyhow::anyhow!("cannot serve on port {port}: {error}"))?;
    println!("Serving {} on http://127.0.0.1:{port}{} (Ctrl-C stops)", root.display(), site.prefix());
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                for request in server.incoming_requests() {
                    answer(&site, request);
                }
            });
        }
    });
    Ok(())
}

fn answer(site: &Site, request: Request) {
    let reply = if matches!(request.method(), Method::Get | Method::Head) {
        site.reply(&ask(&request))
    } else {
        Reply::plain(405, "Only GET and HEAD are answered here.\n").with("Allow", "GET, HEAD")
    };
    let length = reply.body.len();
    let headers = headers::ON_EVERYTHING
        .into_iter()
        .chain(reply.headers.iter().map(|(name, value)| (*name, value.as_str())))
        .filter_map(|(name, value)| Header::from_bytes(name, value).ok())
        .collect();
    let response = Response::new(reply.status.into(), headers, reply.body.as_slice(), Some(length), None)
        .with_chunked_threshold(usize::MAX);
    // A browser that hangs up early is its own business; the next request is served all the same.
    drop(request.respond(response));
}

fn ask(request: &Request) -> Ask<'_> {
    let header = |name: &'static str| {
        request.headers().iter().find(|header| header.field.equiv(name)).map_or("", |it| it.value.as_str())
    };
    Ask {
        target: request.url(),
        accept_encoding: header("Accept-Encoding"),
        if_none_match: header("If-None-Match"),
    }
}
