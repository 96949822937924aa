//! The transport that uses reqwest, against a server on the loopback interface.

use crate::support::{Get, Keys, Mint, Post, Put, texts};
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::{NoCredentials, Secret};
use blank_sdk::runtime::file_part::FilePart;
use blank_sdk::runtime::request::Request;
use blank_sdk::runtime::reqwest::ReqwestTransport;
use blank_sdk::runtime::transport::{Body, BoxFuture, Transport, TransportError};
use bytes::Bytes;
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

#[tokio::test]
async fn redirects_within_the_origin_are_followed() {
    for status in [301, 302, 303, 307, 308] {
        let server = Server::new([
            redirect(status, "/other?x=1"),
            redirect(status, "third"),
            ok("1"),
        ]);
        let client = server.client().with_credentials(keys());
        let response = Request::<Get>::authorized::<Keys, _>(&client)
            .send_raw()
            .await
            .unwrap();
        assert_eq!(*response.body(), 1);
        assert_eq!(response.attempts(), 1);
        let requests = server.requests();
        assert!(
            requests[1].starts_with("GET /other?x=1 "),
            "{}",
            requests[1]
        );
        assert!(requests[2].starts_with("GET /third "), "{}", requests[2]);
        for request in requests {
            assert!(request.contains("x-secret: s1"), "{request}");
            assert!(!request.contains("referer"), "{request}");
        }
    }
}

#[tokio::test]
async fn redirects_to_another_origin_are_not_followed() {
    let other = Server::new([ok("1")]);
    let port = other.url.rsplit(':').next().unwrap();
    let locations = [
        other.url.clone(),
        format!("//localhost:{port}/"),
        other.url.replace("http", "https"),
        "//".to_owned(),
        "http://[".to_owned(),
    ];
    for location in locations {
        let server = Server::new([redirect(302, &location)]);
        let error = Request::<Get>::new(&server.client())
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.status().unwrap(), 302);
        assert_eq!(error.headers().unwrap()["location"], location);
        assert!(error.is_status());
    }
    assert!(other.requests().is_empty());
}

#[tokio::test]
async fn a_redirect_with_a_user_name_is_not_followed() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = listener.local_addr().unwrap();
    let response = redirect(302, &format!("http://user:pass@{address}/"));
    let server =
        thread::spawn(move || serve(listener.accept().unwrap().0, &response, &Mutex::default()));
    let client = Client::builder(NoCredentials).base_url(&format!("http://{address}"));
    let client = client
        .reqwest(reqwest::Client::builder().no_proxy())
        .build()
        .unwrap();
    let error = Request::<Get>::new(&client).send().await.unwrap_err();
    assert_eq!(error.status().unwrap(), 302);
    server.join().unwrap();
}

#[tokio::test]
async fn five_redirects_are_followed_and_no_more() {
    let server = Server::new((0..5).map(|_| redirect(302, "/things")).chain([ok("1")]));
    assert_eq!(
        Request::<Get>::new(&server.client()).send().await.unwrap(),
        1
    );
    let server = Server::new((0..6).map(|_| redirect(302, "/things")));
    let error = Request::<Get>::new(&server.client())
        .send()
        .await
        .unwrap_err();
    assert_eq!(error.status().unwrap(), 302);
    assert_eq!(server.requests().len(), 6);
}

#[tokio::test]
async fn other_methods_follow_no_redirect() {
    for status in [301, 307] {
        let server = Server::new([redirect(status, "/other")]);
        let mut request = Request::<Put>::new(&server.client());
        request.parts.json("body");
        let error = request.send().await.unwrap_err();
        assert_eq!(error.status().unwrap(), status);
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn other_settings_of_reqwest_apply_but_not_its_redirects() {
    let other = Server::new([ok("1")]);
    let server = Server::new([redirect(307, &other.url)]);
    let mut headers = http::HeaderMap::new();
    headers.insert("x-gateway", "1".parse().unwrap());
    let builder = reqwest::Client::builder()
        .no_proxy()
        .default_headers(headers)
        .referer(true)
        .redirect(reqwest::redirect::Policy::limited(9));
    let client = Client::builder(NoCredentials)
        .base_url(&server.url)
        .reqwest(builder)
        .build()
        .unwrap();
    let error = Request::<Get>::new(&client).send().await.unwrap_err();
    assert_eq!(error.status().unwrap(), 307);
    assert!(server.requests()[0].contains("x-gateway: 1"));
    assert!(other.requests().is_empty());
}

#[tokio::test]
async fn a_truncated_body_is_an_incomplete_response() {
    let truncated = [
        "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n{\"a\":",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n",
    ];
    for response in truncated {
        let server = Server::new([response.to_owned()]);
        let error = Request::<Get>::new(&server.client())
            .send()
            .await
            .unwrap_err();
        assert!(error.is_body(), "{error:?}");
        assert_eq!(error.status().unwrap(), 200);
        assert_eq!(error.body().unwrap(), "{\"a\":");
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn a_stated_length_beyond_the_limit_is_not_read() {
    let server = Server::new(["HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n".to_owned()]);
    let error = Request::<Get>::new(&server.client())
        .send()
        .await
        .unwrap_err();
    assert!(error.is_too_large());
}

#[tokio::test]
async fn chunks_are_joined() {
    let response =
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n[1\r\n3\r\n,2]\r\n0\r\n\r\n";
    let server = Server::new([response.to_owned()]);
    let body = Request::<Get>::new(&server.client()).send().await.unwrap();
    assert_eq!(body, serde_json::json!([1, 2]));
}

#[tokio::test]
async fn a_refused_connection_is_retried_for_every_method() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let client = Client::builder(NoCredentials)
        .base_url(&url)
        .reqwest(reqwest::Client::builder().no_proxy())
        .max_retries(1)
        .build()
        .unwrap();
    let mut request = Request::<Mint>::new(&client);
    request.parts.query("mail", "zzz");
    let error = request.send().await.unwrap_err();
    assert!(error.is_connect());
    assert_eq!(error.attempts(), 2);
    assert!(std::error::Error::source(&error).is_some());
    assert!(!texts(&error).contains("zzz"), "{}", texts(&error));
}

#[tokio::test]
async fn a_connection_that_is_closed_without_a_response_is_not_retried() {
    let server = Server::new([String::new()]);
    let mut request = Request::<Mint>::new(&server.client());
    request.parts.query("mail", "zzz");
    let error = request.send().await.unwrap_err();
    assert!(!error.is_connect() && !error.is_timeout() && error.status().is_none());
    assert_eq!(
        error.to_string(),
        "PUT /things failed before a response was received"
    );
    assert!(!texts(&error).contains("zzz"), "{}", texts(&error));
}

#[tokio::test]
async fn a_server_that_does_not_respond_is_a_timeout() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let client = Client::builder(NoCredentials)
        .base_url(&format!("http://{}", listener.local_addr().unwrap()))
        .reqwest(reqwest::Client::builder().no_proxy())
        .timeout(Duration::from_millis(50))
        .build()
        .unwrap();
    let error = Request::<Get>::new(&client).send().await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.attempts(), 1);
}

/// Over a connection, and read by a parser that is independent of this SDK.
#[tokio::test]
async fn a_server_reads_the_parts() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let server = thread::spawn(move || received(listener.accept().unwrap().0));
    let client = Client::builder(NoCredentials)
        .base_url(&url)
        .reqwest(reqwest::Client::builder().no_proxy())
        .build()
        .unwrap();
    let content = b"\r\n--boundary-\r\n\0\xff--".to_vec();
    let file = content.clone();
    let mut request = Request::<Post>::new(&client);
    let png = FilePart::new(file).file_name("a \"cat\".png");
    let owner = FilePart::from("{\"name\":\"Zoë\"}");
    let parts = [
        ("file", png.content_type("image/png")),
        ("tags", FilePart::from("x")),
        ("tags", FilePart::from("y")),
        ("owner", owner.content_type("application/json")),
    ];
    let parts: Vec<_> = parts.map(|(name, part)| (name.to_owned(), part)).into();
    request.parts.multipart("multipart/form-data", parts);
    assert_eq!(request.send().await.unwrap(), 1);
    let (content_type, body) = server.join().unwrap();
    let boundary = multer::parse_boundary(content_type).unwrap();
    let mut form = multer::Multipart::with_reader(&body[..], boundary);
    let mut read = Vec::new();
    while let Some(field) = form.next_field().await.unwrap() {
        read.push((
            field.name().map(str::to_owned),
            field.file_name().map(str::to_owned),
            field.content_type().map(ToString::to_string),
            field.bytes().await.unwrap(),
        ));
    }
    let text = |text: &str| Some(text.to_owned());
    let bytes = |text: &'static str| Bytes::from(text);
    let png = (
        text("file"),
        text("a %22cat%22.png"),
        text("image/png"),
        Bytes::from(content),
    );
    let owner = (
        text("owner"),
        None,
        text("application/json"),
        bytes("{\"name\":\"Zoë\"}"),
    );
    let tag = |tag| (text("tags"), None, None, bytes(tag));
    assert_eq!(read, [png, tag("x"), tag("y"), owner]);
}

/// The content type and the body of a request, to which the server responds with a success.
fn received(mut stream: TcpStream) -> (String, Vec<u8>) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let (mut content_type, mut length) = (String::new(), 0);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        match line.trim_end().split_once(": ") {
            Some(("content-type", text)) => text.clone_into(&mut content_type),
            Some(("content-length", text)) => length = text.parse().unwrap(),
            None if line.trim_end().is_empty() => break,
            Some(_) | None => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    stream
        .write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n1")
        .unwrap();
    (content_type, body)
}
