//! Connections that are kept open, and that the server closes when the next request is on its way.

use crate::support::{Get, Mint};
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::NoCredentials;
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::request::{Operation, Request};
use blank_sdk::runtime::response::Response;
use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;

/// A server that responds to the first request of each connection, and closes it when it has read the second one.
fn server() -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            thread::spawn(move || {
                read_request(&stream);
                stream
                    .write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n1")
                    .unwrap();
                read_request(&stream);
            });
        }
    });
    url
}

fn read_request(stream: &TcpStream) {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    while reader.read_line(&mut line).unwrap_or_default() > 2 {
        line.clear();
    }
}

/// The outcome of the second of two requests.
async fn second<O: Operation<Output = Value>>() -> Result<Response<Value>, Error> {
    let client = Client::builder(NoCredentials)
        .base_url(&server())
        .reqwest(reqwest::Client::builder().no_proxy())
        .build()
        .unwrap();
    let first = Request::<O>::new(&client).send_raw().await.unwrap();
    assert_eq!(first.attempts(), 1);
    Request::<O>::new(&client).send_raw().await
}

#[tokio::test]
async fn what_is_idempotent_is_sent_again() {
    assert_eq!(second::<Get>().await.unwrap().attempts(), 2);
}

#[tokio::test]
async fn what_is_not_idempotent_fails() {
    let error = second::<Mint>().await.unwrap_err();
    assert_eq!(error.attempts(), 1);
    assert_eq!(
        error.to_string(),
        "PUT /things failed before a response was received"
    );
}
