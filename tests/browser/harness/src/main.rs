//! Opens the page in a browser, and checks what it shows and what the server has received.
//!
//! `cargo xtask browser` calls it with the page as WebAssembly and with the path of the browser.

mod api;
mod browser;
mod http;
mod site;

use api::Api;
use browser::Browser;
use site::Site;
use std::env;
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

/// How long the page may take, of which starting the browser is most.
const PATIENCE: Duration = Duration::from_secs(120);

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let [wasm, program] = arguments()?;
    let wasm = Path::new(&wasm);
    let work = wasm.with_extension("site");
    let api = Api::start()?;
    let site = Site::start(wasm, &work, &api.url())?;
    let browser = Browser::open(&program, &site.url(), &work.join("profile"))?;
    let shown = site.report(PATIENCE).ok_or("the page shows nothing")?;
    let closed = api.closed(CLOSED.len(), Duration::from_secs(10));
    drop(browser);
    same("the page shows", SHOWN, &shown)?;
    same(
        "the server has received",
        RECEIVED,
        &api.received().join("\n"),
    )?;
    same(
        "the browser has closed",
        &CLOSED.join("\n"),
        &closed.join("\n"),
    )
}

/// What the page shows.
const SHOWN: &str = "\
app: Some(\"user_1\")
unknown: GET /me/applications/{app}/data returned 404 Not Found
busy: Some(\"user_2\")
redirecting: GET /me/applications/{app}/data failed before a response was received (3 attempts): \
the server redirects, and a browser does not say where to
compressed: Some(\"user_4\") Some(\"application/json\") None
saved: Some(\"user_3\")
app: GET /me/applications/{app}/data failed before a response was received: TypeError; the console of the browser says more
silent: GET /me/applications/{app}/data timed out
counts: [Some(1), Some(2)]";

/// The requests that the server has received: its credentials and its body are those of the page.
const RECEIVED: &str = "\
GET /me/applications/app/data Bearer a-token
GET /me/applications/unknown/data Bearer a-token
GET /me/applications/busy/data Bearer a-token
GET /me/applications/busy/data Bearer a-token
GET /me/applications/redirecting/data Bearer a-token
GET /me/applications/redirecting/data Bearer a-token
GET /me/applications/redirecting/data Bearer a-token
GET /me/applications/compressed/data Bearer a-token
PUT /applications/app/users/user/data a-key a-secret {\"data\":{\"first_name\":\"Zoë\"}}
GET /me/applications/silent/data Bearer a-token
GET /counts
POST /heard";

/// The connections that end before their response does: that of a call whose time is over, and that of a stream that is dropped.
const CLOSED: [&str; 2] = ["/me/applications/silent/data", "/counts"];

fn same(what: &str, expected: &str, found: &str) -> Result<(), Box<dyn Error>> {
    if found == expected {
        return Ok(());
    }
    Err(format!("{what}\n\n{found}\n\ninstead of\n\n{expected}\n").into())
}

fn arguments() -> Result<[String; 2], Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    arguments
        .try_into()
        .map_err(|_| "usage: harness PAGE.wasm BROWSER".into())
}
