//! A server on the loopback interface whose connections a function serves.

use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::NoCredentials;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

/// A client of a server whose connections this function serves, given their numbers.
pub fn client(
    serve: impl Fn(usize, Connection) + Clone + Send + 'static,
    timeout: Duration,
) -> Client<NoCredentials> {
    Client::builder(NoCredentials)
        .base_url(&start(serve))
        .timeout(timeout)
        .reqwest(reqwest::Client::builder().no_proxy())
        .build()
        .unwrap()
}

/// Starts a server whose connections this function serves, given their numbers, and returns its URL.
pub fn start(serve: impl Fn(usize, Connection) + Clone + Send + 'static) -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for (number, stream) in listener.incoming().enumerate() {
            let serve = serve.clone();
            let reader = BufReader::new(stream.unwrap());
            thread::spawn(move || serve(number, Connection { reader }));
        }
    });
    url
}

/// A connection to a client.
pub struct Connection {
    reader: BufReader<TcpStream>,
}

impl Connection {
    /// The next line, without its end.
    fn line(&mut self) -> String {
        let mut line = String::new();
        self.reader.read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    }

    /// The head of a request, in lower case.
    pub fn head(&mut self) -> String {
        let mut head = String::new();
        loop {
            let line = self.line().to_ascii_lowercase();
            if line.is_empty() {
                return head;
            }
            head.push_str(&line);
            head.push('\n');
        }
    }

    /// A request: its head, in lower case, and its body.
    pub fn request(&mut self) -> (String, Vec<u8>) {
        let head = self.head();
        let mut lines = head.lines();
        let length = lines.find_map(|line| line.strip_prefix("content-length: "));
        let mut body = Vec::new();
        if let Some(length) = length {
            body.resize(length.parse().unwrap(), 0);
            self.reader.read_exact(&mut body).unwrap();
        } else if head.contains("transfer-encoding: chunked") {
            loop {
                let length = usize::from_str_radix(&self.line(), 16).unwrap();
                let mut chunk = vec![0; length];
                self.reader.read_exact(&mut chunk).unwrap();
                self.line();
                if chunk.is_empty() {
                    break;
                }
                body.extend(chunk);
            }
        }
        (head, body)
    }

    /// Reads until the client closes the connection.
    pub fn read_to_end(&mut self, rest: &mut Vec<u8>) {
        let _ = self.reader.read_to_end(rest);
    }

    /// Sends bytes; the client may have gone.
    pub fn write(&mut self, bytes: impl AsRef<[u8]>) {
        let _ = self.reader.get_mut().write_all(bytes.as_ref());
    }

    /// Sends a response.
    pub fn respond(&mut self, status: u16, headers: &str, body: &str) {
        let length = body.len();
        self.write(format!(
            "HTTP/1.1 {status} -\r\n{headers}content-length: {length}\r\n\r\n{body}"
        ));
    }
}
