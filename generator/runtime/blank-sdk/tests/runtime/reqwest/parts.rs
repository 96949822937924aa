//! A multipart body, as a server reads it.

use crate::support::Post;
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::NoCredentials;
use blank_sdk::runtime::file_part::FilePart;
use blank_sdk::runtime::request::Request;
use bytes::Bytes;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;

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
