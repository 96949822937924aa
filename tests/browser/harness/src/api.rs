//! The API: a server of another origin than that of the page, as it usually is.

use crate::http::{Request, head, listen};
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// A server of the API.
pub struct Api {
    address: SocketAddr,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    seen: Mutex<Seen>,
    changed: Condvar,
}

/// What the server has seen.
#[derive(Clone, Default)]
struct Seen {
    received: Vec<String>,
    /// The paths whose connections the browser has closed before their responses ended.
    closed: Vec<String>,
}

impl Api {
    /// Starts it.
    pub fn start() -> io::Result<Self> {
        let shared = Arc::new(Shared::default());
        let seeing = Arc::clone(&shared);
        let address = listen(move |request, stream| respond(&request, stream, &seeing))?;
        Ok(Self { address, shared })
    }

    /// The base URL.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The requests in their order, without those in which the browser asks for permission.
    pub fn received(&self) -> Vec<String> {
        self.shared.wait(Duration::ZERO, |_| true).received
    }

    /// The paths of closed connections, once there are that many.
    pub fn closed(&self, count: usize, patience: Duration) -> Vec<String> {
        self.shared
            .wait(patience, |seen| seen.closed.len() >= count)
            .closed
    }
}

impl Shared {
    fn see(&self, change: impl FnOnce(&mut Seen)) {
        change(&mut self.seen.lock().unwrap_or_else(PoisonError::into_inner));
        self.changed.notify_all();
    }

    /// Waits until it is enough, and gives what was seen.
    fn wait(&self, patience: Duration, is_enough: impl Fn(&Seen) -> bool) -> Seen {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let is_waiting = |seen: &mut Seen| !is_enough(seen);
        let waited = self.changed.wait_timeout_while(seen, patience, is_waiting);
        waited.unwrap_or_else(PoisonError::into_inner).0.clone()
    }
}

/// The headers that the browser may send. `User-Agent` is not one of them.
const ALLOWED: &str = "authorization, content-type, x-rownd-app-key, x-rownd-app-secret";

/// Any page may call it, and read its responses.
const ANY_ORIGIN: (&str, &str) = ("access-control-allow-origin", "*");

fn respond(request: &Request, stream: &mut TcpStream, shared: &Shared) -> io::Result<()> {
    if request.method == "OPTIONS" {
        let methods = ("access-control-allow-methods", "GET, POST, PUT");
        let headers = ("access-control-allow-headers", ALLOWED);
        return head(stream, 204, &[ANY_ORIGIN, methods, headers]);
    }
    let line = line(request);
    let is_first = !shared
        .wait(Duration::ZERO, |_| true)
        .received
        .contains(&line);
    shared.see(|seen| seen.received.push(line));
    match request.path.as_str() {
        "/me/applications/app/data" => profile(stream, "user_1"),
        "/me/applications/busy/data" if is_first => head(stream, 503, &[ANY_ORIGIN]),
        "/me/applications/busy/data" => profile(stream, "user_2"),
        "/me/applications/redirecting/data" => {
            let target = ("location", "/me/applications/app/data");
            head(stream, 307, &[ANY_ORIGIN, target])
        }
        "/me/applications/compressed/data" => compressed(stream),
        "/me/applications/silent/data" => {
            until_closed(request, stream, shared);
            Ok(())
        }
        "/applications/app/users/user/data" => profile(stream, "user_3"),
        "/counts" => {
            head(
                stream,
                200,
                &[ANY_ORIGIN, ("content-type", "text/event-stream")],
            )?;
            stream.write_all(b"data: 1\n\n")?;
            let is_heard = |seen: &Seen| seen.received.iter().any(|line| line == "POST /heard");
            shared.wait(Duration::from_secs(60), is_heard);
            stream.write_all(b"data: 2\n\n")?;
            until_closed(request, stream, shared);
            Ok(())
        }
        "/heard" => head(stream, 204, &[ANY_ORIGIN]),
        _ => head(stream, 404, &[ANY_ORIGIN]),
    }
}

fn profile(stream: &mut TcpStream, user: &str) -> io::Result<()> {
    head(
        stream,
        200,
        &[ANY_ORIGIN, ("content-type", "application/json")],
    )?;
    stream.write_all(format!("{{\"rownd_user\":\"{user}\"}}").as_bytes())
}

/// A profile that is compressed, in a response whose headers the page may all see.
fn compressed(stream: &mut TcpStream) -> io::Result<()> {
    const GZIP: &[u8] = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xabV*\xca/\xcfK\x89/-N-R\xb2R\x02Q\xf1&J\xb5\x00\x07)\xfb\x1f\x17\x00\x00\x00";
    let json = ("content-type", "application/json");
    let coding = ("content-encoding", "gzip");
    let exposed = ("access-control-expose-headers", "*");
    head(stream, 200, &[ANY_ORIGIN, json, coding, exposed])?;
    stream.write_all(GZIP)
}

/// Sends nothing more, on a connection that stays open until the browser closes it.
fn until_closed(request: &Request, stream: &mut TcpStream, shared: &Shared) {
    match stream.read(&mut [0]) {
        // It sends something instead.
        Ok(1..) => {}
        Ok(0) | Err(_) => shared.see(|seen| seen.closed.push(request.path.clone())),
    }
}

/// The request in a line, with its credentials and its body.
fn line(request: &Request) -> String {
    let headers = ["authorization", "x-rownd-app-key", "x-rownd-app-secret"];
    let credentials = headers.iter().filter_map(|name| request.header(name));
    let words = [request.method.as_str(), request.path.as_str()];
    let body = (!request.body.is_empty()).then_some(request.body.as_str());
    let words: Vec<&str> = words.into_iter().chain(credentials).chain(body).collect();
    words.join(" ")
}
