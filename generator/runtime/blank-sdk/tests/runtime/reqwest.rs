//! The transport that uses reqwest, against a server on the loopback interface.

mod disconnects;
mod parts;
mod redirects;

use crate::support::{Get, Keys, Put};
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::{NoCredentials, Secret};
use blank_sdk::runtime::request::Request;
use blank_sdk::runtime::reqwest::ReqwestTransport;
use blank_sdk::runtime::transport::{Body, BoxFuture, Transport, TransportError};
use http::HeaderValue;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// A transport around the one that uses reqwest.
struct Naming(ReqwestTransport);

impl Transport for Naming {
    fn send(
        &self,
        mut request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        let name = HeaderValue::from_static("billing");
        request.headers_mut().insert("x-caller", name);
        self.0.send(request)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        self.0.sleep(duration)
    }
}

/// A server that responds to each connection with the next of its texts, and records what was sent.
struct Server {
    url: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn new(responses: impl IntoIterator<Item = String> + Send + 'static) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let record = Arc::clone(&requests);
        let responses: Vec<String> = responses.into_iter().collect();
        thread::spawn(move || {
            for response in responses {
                let (stream, _) = listener.accept().unwrap();
                serve(stream, &response, &record);
            }
        });
        Self { url, requests }
    }

    fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }

    fn client(&self) -> Client<NoCredentials> {
        Client::builder(NoCredentials)
            .base_url(&self.url)
            .reqwest(reqwest::Client::builder().no_proxy())
            .build()
            .unwrap()
    }
}

fn serve(mut stream: TcpStream, response: &str, record: &Mutex<Vec<String>>) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut request = String::new();
    let mut length = 0;
    loop {
        let start = request.len();
        reader.read_line(&mut request).unwrap();
        let line = request[start..].trim_end().to_ascii_lowercase();
        if let Some(text) = line.strip_prefix("content-length: ") {
            length = text.parse().unwrap();
        }
        if line.is_empty() {
            break;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    request.push_str(&String::from_utf8(body).unwrap());
    record.lock().unwrap().push(request);
    // The client may have disconnected already.
    let _ = stream.write_all(response.as_bytes());
}

fn ok(body: &str) -> String {
    format!(
        "HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    )
}

fn redirect(status: u16, location: &str) -> String {
    format!(
        "HTTP/1.1 {status} Moved\r\nlocation: {location}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
    )
}

fn keys() -> Keys {
    Keys {
        key: Secret::new("k1"),
        secret: Secret::new("s1"),
    }
}

#[tokio::test]
async fn requests_and_responses() {
    let server = Server::new([ok("{\"a\":1}")]);
    let client = server.client().with_credentials(keys());
    let mut request = Request::<Put>::authorized::<Keys, _>(&client);
    request.parts.query("q", "a b");
    request.parts.json([1]);
    let response = request.send_raw().await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-length"], "7");
    assert_eq!(response.body()["a"], 1);
    let sent = server.requests().remove(0);
    assert!(
        sent.starts_with("PUT /things?q=a%20b HTTP/1.1\r\n"),
        "{sent}"
    );
    for line in [
        "x-key: k1",
        "x-secret: s1",
        "content-type: application/json",
        "content-length: 3",
        "accept: application/json",
    ] {
        assert!(sent.contains(&format!("{line}\r\n")), "{sent}");
    }
    assert!(sent.ends_with("\r\n\r\n[1]"), "{sent}");
    assert!(!sent.contains("authorization"), "{sent}");
}

#[tokio::test]
async fn a_transport_may_contain_the_one_that_uses_reqwest() {
    let other = Server::new([ok("1")]);
    let server = Server::new([redirect(302, "/here"), redirect(302, &other.url)]);
    let settings = ReqwestTransport::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::limited(9));
    let client = Client::builder(NoCredentials)
        .base_url(&server.url)
        .transport(Naming(ReqwestTransport::new(settings).unwrap()))
        .build()
        .unwrap();
    let error = Request::<Get>::new(&client).send().await.unwrap_err();
    assert_eq!(error.status().unwrap(), 302);
    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    for request in requests {
        assert!(request.contains("x-caller: billing\r\n"), "{request}");
    }
    assert!(other.requests().is_empty());
}

/// Sends a GET through a transport.
async fn get(transport: &ReqwestTransport, url: &str) {
    let request = http::Request::get(url).body(Body::empty()).unwrap();
    let response = transport.send(request).await.unwrap();
    assert_eq!(response.status(), 200, "{url}");
}

fn transport() -> ReqwestTransport {
    ReqwestTransport::new(ReqwestTransport::builder().no_proxy()).unwrap()
}

#[tokio::test]
async fn a_url_with_a_known_origin_is_sent_as_one_with_another() {
    let paths = [
        "",
        "/",
        "?",
        "?a=b",
        "/a?",
        "/a/b?c=d&e='f'",
        "//example.com/a?b",
        "///",
        "/a//b/",
        "/a/../b/./c",
        "/%2e%2E/a/%2e",
        "/%7Ea%2f~%zz",
        "/a|b\"{c}^",
        "/a\\b?c\\d'`|{e}",
        "/\u{e4}?\u{e4}",
        "/http://example.com:1/",
    ];
    let server = Server::new((0..=2 * paths.len()).map(|_| ok("1")));
    let known = transport();
    get(&known, &format!("{}/first?x", server.url)).await;
    for path in paths {
        let url = format!("{}{path}", server.url);
        get(&transport(), &url).await;
        get(&known, &url).await;
    }
    let requests = server.requests();
    let targets = requests
        .iter()
        .map(|request| request.lines().next().unwrap());
    let targets: Vec<&str> = targets.skip(1).collect();
    for (path, pair) in paths.iter().zip(targets.chunks(2)) {
        assert_eq!(pair[0], pair[1], "{path}");
    }
    assert_eq!(requests[13], requests[14]);
    assert_eq!(targets[13], "GET //example.com/a?b HTTP/1.1");
}

#[tokio::test]
async fn another_origin_is_not_the_known_one() {
    let [first, second] = [0, 1].map(|_| Server::new([ok("1"), ok("1"), ok("1")]));
    let transport = transport();
    get(&transport, &first.url).await;
    get(&transport, &second.url).await;
    get(&transport, &second.url.replace("127.0.0.1", "localhost")).await;
    get(&transport, &first.url.replace("http://", "http://Ada:b@")).await;
    get(&transport, &first.url.replace("http://", "http://ada:b@")).await;
    let hosts = |server: &Server| {
        let requests = server.requests();
        let host = |request: &String| request.contains("host: 127.0.0.1:");
        requests.iter().map(host).collect::<Vec<_>>()
    };
    assert_eq!(hosts(&first), [true, true, true]);
    assert_eq!(hosts(&second), [true, false]);
}

#[test]
fn a_transport_shows_no_headers_of_its_own() {
    let headers =
        http::HeaderMap::from_iter([(http::header::COOKIE, HeaderValue::from_static("zzz"))]);
    let settings = ReqwestTransport::builder().default_headers(headers);
    let transport = ReqwestTransport::new(settings).unwrap();
    assert_eq!(format!("{transport:?}"), "ReqwestTransport { .. }");
}
