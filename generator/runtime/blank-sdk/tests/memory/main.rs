//! Large bodies flow: neither a request nor a response is ever in memory as a whole.
//!
//! It is a program of its own, so that no other test uses memory meanwhile.
#![cfg(all(feature = "reqwest", target_os = "linux"))]

use blank_sdk::runtime::body::Body;
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::NoCredentials;
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::file_part::FilePart;
use blank_sdk::runtime::raw_response::RawResponse;
use blank_sdk::runtime::request::{Operation, Request};
use bytes::Bytes;
use futures_core::Stream;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::thread;
use std::time::Duration;

/// Half a gibibyte.
const HALF: u64 = 1 << 29;

/// In KiB, of the whole process with its server.
const LIMIT: u64 = 64 * 1024;

struct Upload;

impl Operation for Upload {
    type Output = Bytes;
    const METHOD: &'static str = "PUT";
    const PATH: &'static str = "/file";

    fn decode(response: &RawResponse) -> Result<Bytes, Error> {
        response.bytes()
    }
}

/// Half a gibibyte, which is made while it is read.
struct Half {
    left: u64,
    piece: Bytes,
}

impl Half {
    fn new() -> Self {
        Self {
            left: HALF,
            piece: Bytes::from(vec![b'x'; 64 * 1024]),
        }
    }
}

impl Stream for Half {
    type Item = std::io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let length = self.piece.len() as u64;
        Poll::Ready(self.left.checked_sub(length).map(|left| {
            self.left = left;
            Ok(self.piece.clone())
        }))
    }
}

/// Reads a request, and responds with as many bytes as it had.
fn serve(stream: TcpStream) {
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap() == 0 {
            return;
        }
        match line.trim_end().split_once(": ") {
            Some(("content-length", text)) => length = text.parse().unwrap(),
            None if line.trim_end().is_empty() => break,
            Some(_) | None => {}
        }
    }
    let read = std::io::copy(&mut (&mut reader).take(length), &mut std::io::sink());
    assert_eq!(read.unwrap(), length);
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n");
    let mut stream = reader.into_inner();
    stream.write_all(head.as_bytes()).unwrap();
    std::io::copy(&mut std::io::repeat(b'y').take(length), &mut stream).unwrap();
}

/// The most memory that the process has used so far, in KiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let mut lines = status.lines();
    let peak = lines.find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    peak.trim().trim_end_matches(" kB").parse().unwrap()
}

#[tokio::test]
async fn a_gibibyte_there_and_back() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            thread::spawn(|| serve(stream.unwrap()));
        }
    });
    let client = Client::builder(NoCredentials)
        .base_url(&url)
        .timeout(Duration::from_secs(300))
        .reqwest(reqwest::Client::builder().no_proxy())
        .build()
        .unwrap();
    let file = std::env::temp_dir().join(format!("half-{}", std::process::id()));
    // A file with a hole takes no space.
    std::fs::File::create(&file).unwrap().set_len(HALF).unwrap();
    let parts = [
        FilePart::from(Body::from_stream(Half::new(), HALF)),
        FilePart::from(Body::from_file(&file).unwrap()),
    ];
    let parts = Vec::from(parts.map(|part| ("file".to_owned(), part)));
    let mut request = Request::<Upload>::new(&client);
    request.parts.multipart("multipart/form-data", parts);
    let mut stream = request.send_streaming().await.unwrap().into_body();
    let mut received = 0;
    while let Some(piece) = stream.next().await {
        received += piece.unwrap().len() as u64;
    }
    assert!(received > 2 * HALF);
    assert!(peak() < LIMIT, "{} KiB", peak());
    std::fs::remove_file(&file).unwrap();
}
