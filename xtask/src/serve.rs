//! A small static server on the loopback address: enough of HTTP for one folder of files.

use crate::{single, site};
use anyhow::{Context, Result};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use std::{fs, thread};

/// How long an idle connection is kept.
const IDLE: Duration = Duration::from_secs(30);
/// More than any browser sends in one request's head, in bytes.
const MAX_HEAD: u64 = 64 * 1024;

/// A running server; it serves until the process ends.
pub struct Server {
    /// The port it listens on.
    pub port: u16,
}

impl Server {
    /// The address of the site, with a slash at the end.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }
}

/// Serves `folder` at `port`, or at any free port if `port` is 0.
pub fn serve(folder: &Path, port: u16) -> io::Result<Server> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    let port = listener.local_addr()?.port();
    let folder = Arc::new(folder.canonicalize()?);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let folder = Arc::clone(&folder);
            // A connection that breaks concerns the browser that broke it, not the server.
            thread::spawn(move || converse(stream, &folder).ok());
        }
    });
    Ok(Server { port })
}

/// Answers the requests of one connection until it is closed.
fn converse(stream: TcpStream, folder: &Path) -> Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    stream.set_nodelay(true)?;
    let mut output = stream.try_clone()?;
    let mut input = BufReader::new(stream);
    while let Some(first) = read_head(&mut input)? {
        output.write_all(&answer(&first, folder))?;
    }
    Ok(())
}

/// Reads up to the empty line and returns the request line; `None` at the end of the stream.
fn read_head(input: &mut impl BufRead) -> Result<Option<String>> {
    let mut head = input.take(MAX_HEAD);
    let mut first = String::new();
    if head.read_line(&mut first)? == 0 {
        return Ok(None);
    }
    let mut line = String::new();
    loop {
        line.clear();
        // Requests with a body are refused and their connection ends here, out of step.
        if head.read_line(&mut line)? == 0 {
            anyhow::bail!("the request has no end");
        }
        if line.trim_end().is_empty() {
            return Ok(Some(first));
        }
    }
}

/// The whole answer to a request line.
fn answer(request: &str, folder: &Path) -> Vec<u8> {
    let mut words = request.split_ascii_whitespace();
    let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    if method != "GET" && method != "HEAD" {
        return response("405 Method Not Allowed", "text/plain", "Allow: GET, HEAD\r\n", b"");
    }
    let Some((path, bytes)) =
        locate(target, folder).and_then(|path| Some((path.clone(), fs::read(path).ok()?)))
    else {
        return response("404 Not Found", "text/plain; charset=utf-8", "", "404".as_bytes());
    };
    // The one-file application carries its own, stricter policy; a second would forbid its scripts.
    let single = path.file_name().is_some_and(|name| name == single::NAME);
    let policy = if single { String::new() } else { format!("Content-Security-Policy: {}\r\n", site::CSP) };
    let mut response = response("200 OK", media_type(&path), &policy, &bytes);
    if method == "HEAD" {
        response.truncate(response.len() - bytes.len());
    }
    response
}

fn response(status: &str, kind: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let mut out = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n{headers}\
         X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n\r\n",
        body.len()
    )
    .into_bytes();
    out.extend_from_slice(body);
    out
}

/// The file that a request's target names, if it lies in `folder`.
fn locate(target: &str, folder: &Path) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = percent_decode(path)?;
    let mut file = folder.to_owned();
    for part in path.split('/') {
        // Neither upwards, nor a Windows drive or stream, nor an empty or hidden name.
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) || (part.is_empty() && !path.is_empty())
        {
            return None;
        }
        file.push(part);
    }
    if path.is_empty() {
        file.push("index.html");
    }
    // A link may lead out of the folder: what counts is where the file really is.
    let file = file.canonicalize().ok()?;
    (file.starts_with(folder) && file.is_file()).then_some(file)
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut out = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        out.push(match byte {
            b'%' => {
                let digit = |b: u8| char::from(b).to_digit(16);
                let (high, low) = (digit(bytes.next()?)?, digit(bytes.next()?)?);
                u8::try_from(high * 16 + low).ok()?
            }
            other => other,
        });
    }
    String::from_utf8(out).ok()
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|e| e.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Serves at `port` or, if it is taken, at one of the next or any other.
pub fn serve_near(folder: &Path, port: u16) -> Result<Server> {
    let near = (port..=port.saturating_add(20)).chain([0]);
    let mut last = None;
    for port in near {
        match serve(folder, port) {
            Ok(server) => return Ok(server),
            Err(error) => last = Some(error),
        }
    }
    Err(last.unwrap_or_else(|| io::ErrorKind::AddrInUse.into())).context("no port is free on 127.0.0.1")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> PathBuf {
        crate::process::root().join("xtask").canonicalize().unwrap()
    }

    #[test]
    fn serves_only_what_lies_in_the_folder() {
        assert!(locate("/src/main.rs", &folder()).is_some());
        assert!(locate("/src/main.rs?x=1", &folder()).is_some());
        assert!(locate("/src%2Fmain.rs", &folder()).is_some());
        for outside in [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/src/../../Cargo.toml",
            "/..%5cCargo.toml",
            "//etc/passwd",
            "/src",
            "/none",
            "",
            "/%zz",
            "/%f",
            "/a%00",
        ] {
            assert_eq!(locate(outside, &folder()), None, "{outside}");
        }
    }

    #[test]
    fn a_request_ends_at_the_empty_line() {
        let mut input =
            io::Cursor::new(b"GET / HTTP/1.1\r\nHost: x\r\n\r\nGET /b HTTP/1.1\r\n\r\n".as_slice());
        assert_eq!(read_head(&mut input).unwrap().unwrap().trim(), "GET / HTTP/1.1");
        assert_eq!(read_head(&mut input).unwrap().unwrap().trim(), "GET /b HTTP/1.1");
        assert_eq!(read_head(&mut input).unwrap(), None);
        assert!(read_head(&mut io::Cursor::new(b"GET / HTTP/1.1\r\nHost".as_slice())).is_err());
    }

    #[test]
    fn head_has_no_body_and_post_is_refused() {
        let head = String::from_utf8(answer("HEAD /src/main.rs HTTP/1.1", &folder())).unwrap();
        assert!(head.starts_with("HTTP/1.1 200") && head.ends_with("\r\n\r\n") && head.contains(site::CSP));
        assert!(answer("POST / HTTP/1.1", &folder()).starts_with(b"HTTP/1.1 405"));
    }
}
