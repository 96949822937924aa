//! Calls that block the thread, against a server on the loopback interface.

use crate::server::client;
use crate::support::Get;
use blank_sdk::runtime::blocking::block_on;
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::NoCredentials;
use blank_sdk::runtime::request::Request;
use std::thread;
use std::time::Duration;

/// A client of a server that responds to each request with the number of its connection.
fn numbering() -> Client<NoCredentials> {
    client(
        |number, mut connection| {
            while !connection.head().is_empty() {
                connection.respond(200, "", &number.to_string());
            }
        },
        Duration::from_secs(10),
    )
}

fn get(client: &Client<NoCredentials>) -> Request<Get> {
    Request::new(client)
}

#[test]
fn a_call_needs_no_runtime_and_connections_remain_open_between_calls() {
    let client = numbering();
    assert_eq!(get(&client).send_blocking().unwrap(), 0);
    thread::sleep(Duration::from_millis(50));
    let other = client.clone();
    let call = thread::spawn(move || get(&other).send_raw_blocking().unwrap().into_body());
    assert_eq!(call.join().unwrap(), 0);
    assert_eq!(block_on(get(&client).send()).unwrap().unwrap(), 0);
}

#[test]
fn threads_call_at_the_same_time() {
    let client = numbering();
    let calls: Vec<_> = (0..8)
        .map(|_| {
            let client = client.clone();
            thread::spawn(move || get(&client).send_blocking().is_ok())
        })
        .collect();
    assert!(calls.into_iter().all(|call| call.join().unwrap()));
}

#[test]
fn a_call_ends_within_its_time_limit() {
    let client = client(
        |_, mut connection| connection.read_to_end(&mut Vec::new()),
        Duration::from_millis(50),
    );
    assert!(get(&client).send_blocking().unwrap_err().is_timeout());
}

#[tokio::test]
async fn a_thread_of_a_tokio_runtime_is_not_blocked() {
    let client = numbering();
    let error = get(&client).send_blocking().unwrap_err();
    assert_eq!(
        error.to_string(),
        "a thread of a tokio runtime must not be blocked"
    );
    assert_eq!(error.attempts(), 0);
    let call = tokio::task::spawn_blocking(move || get(&client).send_blocking().is_err());
    assert!(call.await.unwrap());
}
