//! One connection: requests are read from it, and responses are written, well-formed or broken.

use crate::recorded::Recorded;
use crate::scripted::{Delivery, Scripted};
use crate::server::Shared;
use std::fmt::Write as _;
use std::io::{self, BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

/// Whether a connection can carry a further request.
enum Next {
    Request,
    Close,
}

/// Serves the requests of one connection until it closes.
///
/// An error here is a client that disconnected, which many of the tests do on purpose.
pub(crate) fn serve(stream: TcpStream, number: usize, shared: &Shared) {
    let Ok(writer) = stream.try_clone() else {
        return;
    };
    let mut reader = BufReader::new(stream);
    let mut writer = writer;
    while let Ok(Some(request)) = read_request(&mut reader, number) {
        let response = shared.take_turn(request);
        match write_response(&mut writer, &response, shared) {
            Ok(Next::Request) => {}
            Ok(Next::Close) | Err(_) => return,
        }
    }
}

fn read_request(reader: &mut impl BufRead, connection: usize) -> io::Result<Option<Recorded>> {
    let line = read_line(reader)?;
    if line.is_empty() {
        return Ok(None);
    }
    let mut headers = Vec::new();
    loop {
        let header = read_line(reader)?;
        if header.is_empty() {
            break;
        }
        let (name, value) = header.split_once(':').unwrap_or((&header, ""));
        headers.push((name.to_owned(), value.trim().to_owned()));
    }
    let length = headers
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .and_then(|(_, value)| value.parse().ok())
        .unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    Ok(Some(Recorded {
        connection,
        line,
        headers,
        body,
    }))
}

fn read_line(reader: &mut impl BufRead) -> io::Result<String> {
    let mut line = Vec::new();
    reader.read_until(b'\n', &mut line)?;
    let line = String::from_utf8_lossy(&line);
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn write_response(
    writer: &mut impl Write,
    response: &Scripted,
    shared: &Shared,
) -> io::Result<Next> {
    let body = response.body.as_slice();
    match response.delivery {
        Delivery::Whole => {
            send(writer, &head(response, Length::Announced))?;
            send(writer, body)?;
            return Ok(Next::Request);
        }
        Delivery::Chunked(size) => {
            send(writer, &head(response, Length::Chunked))?;
            for part in body.chunks(size.max(1)) {
                send(writer, &chunk(part))?;
            }
            send(writer, b"0\r\n\r\n")?;
            return Ok(Next::Request);
        }
        Delivery::UntilClose => {
            send(writer, &head(response, Length::Unknown))?;
            send(writer, body)?;
        }
        Delivery::CutOff(sent) => {
            send(writer, &head(response, Length::Announced))?;
            send(writer, &body[..sent.min(body.len())])?;
        }
        Delivery::CutOffChunked => {
            send(writer, &head(response, Length::Chunked))?;
            send(writer, &chunk(body))?;
        }
        Delivery::Endless => {
            send(writer, &head(response, Length::Chunked))?;
            while shared.pause(Duration::ZERO) {
                send(writer, &chunk(body))?;
            }
        }
        Delivery::Stalled(sent) => {
            send(writer, &head(response, Length::Announced))?;
            send(writer, &body[..sent.min(body.len())])?;
            while shared.pause(Duration::from_secs(60)) {}
        }
        Delivery::Dripping(pause) => {
            send(writer, &head(response, Length::Announced))?;
            for byte in body {
                if !shared.pause(pause) {
                    break;
                }
                send(writer, std::slice::from_ref(byte))?;
            }
        }
        Delivery::Silent => while shared.pause(Duration::from_secs(60)) {},
        Delivery::HangUp => {}
    }
    Ok(Next::Close)
}

/// How the head of a response states the length of the body.
#[derive(Clone, Copy)]
enum Length {
    Announced,
    Chunked,
    Unknown,
}

fn head(response: &Scripted, length: Length) -> Vec<u8> {
    let mut head = format!("HTTP/1.1 {} Scripted\r\n", response.status);
    for (name, value) in &response.headers {
        let _ = write!(head, "{name}: {value}\r\n");
    }
    let given = |(name, _): &(String, String)| name.eq_ignore_ascii_case("content-length");
    match length {
        // A script may lie about the length, and statuses without a body must not announce one.
        Length::Announced if response.headers.iter().any(given) || response.status == 204 => {}
        Length::Announced => {
            let _ = write!(head, "content-length: {}\r\n", response.body.len());
        }
        Length::Chunked => head.push_str("transfer-encoding: chunked\r\n"),
        Length::Unknown => head.push_str("connection: close\r\n"),
    }
    head.push_str("\r\n");
    head.into_bytes()
}

fn chunk(bytes: &[u8]) -> Vec<u8> {
    let mut chunk = format!("{:x}\r\n", bytes.len()).into_bytes();
    chunk.extend_from_slice(bytes);
    chunk.extend_from_slice(b"\r\n");
    chunk
}

fn send(writer: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    writer.write_all(bytes)?;
    writer.flush()
}
