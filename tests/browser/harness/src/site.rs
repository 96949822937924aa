//! The server of the page.

use crate::http::{Request, head, listen};
use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;
use wasm_bindgen_cli_support::Bindgen;

/// The page, which calls `run` of the package `page`, shows what it returns, and reports it.
const PAGE: &str = r#"<!doctype html>
<link rel="icon" href="data:,">
<pre id="shown"></pre>
<script type="module">
const report = () => fetch("/report", { method: "POST", body: document.getElementById("shown").innerText });
try {
  const { default: init, run } = await import("./page.js");
  await init({ module_or_path: "./page_bg.wasm" });
  document.getElementById("shown").innerText = await run("API");
} catch (error) {
  document.getElementById("shown").innerText = `${error}`;
}
await report();
</script>
"#;

/// A server of the page and its files.
pub struct Site {
    address: SocketAddr,
    reports: Receiver<String>,
}

impl Site {
    /// Makes JavaScript of the WebAssembly, in a folder of its own, and serves both.
    pub fn start(wasm: &Path, folder: &Path, api: &str) -> Result<Self, Box<dyn Error>> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        let mut bindgen = Bindgen::new();
        bindgen.input_path(wasm).out_name("page").typescript(false);
        bindgen.web(true)?.generate(folder)?;
        let (sender, reports) = channel();
        let folder = folder.to_owned();
        let page = PAGE.replace("API", api);
        let address =
            listen(move |request, stream| respond(&request, stream, &page, &folder, &sender))?;
        Ok(Self { address, reports })
    }

    /// The URL of the page.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// What the page shows, once it reports it.
    pub fn report(&self, patience: Duration) -> Option<String> {
        self.reports.recv_timeout(patience).ok()
    }
}

fn respond(
    request: &Request,
    stream: &mut TcpStream,
    page: &str,
    folder: &Path,
    reports: &Sender<String>,
) -> io::Result<()> {
    let mut send = |media_type, body: &[u8]| {
        head(stream, 200, &[("content-type", media_type)])?;
        stream.write_all(body)
    };
    match request.path.as_str() {
        "/" => send("text/html; charset=utf-8", page.as_bytes()),
        "/page.js" => send("text/javascript", &fs::read(folder.join("page.js"))?),
        "/page_bg.wasm" => send("application/wasm", &fs::read(folder.join("page_bg.wasm"))?),
        "/report" => {
            send("text/plain", b"")?;
            reports.send(request.body.clone()).map_err(io::Error::other)
        }
        _ => head(stream, 404, &[]),
    }
}
