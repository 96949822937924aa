//! The server: it listens, and hands each connection to a thread of its own.

use crate::connection;
use crate::recorded::Recorded;
use crate::scripted::Scripted;
use std::collections::VecDeque;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// A server on a free port of 127.0.0.1 that responds from a script, one entry for each request.
///
/// Requests beyond the end of the script are recorded and get the status 599.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
}

/// What the server and the threads of its connections share.
#[derive(Debug, Default)]
pub(crate) struct Shared {
    script: Mutex<VecDeque<Scripted>>,
    recorded: Mutex<Vec<Recorded>>,
    stopped: Mutex<bool>,
    stop: Condvar,
}

impl Server {
    /// Starts a server with the script that it responds from.
    ///
    /// # Panics
    ///
    /// If no port of 127.0.0.1 can be listened on.
    pub fn start(script: impl IntoIterator<Item = Scripted>) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let address = listener.local_addr().expect("the listener has an address");
        let shared = Arc::new(Shared {
            script: Mutex::new(script.into_iter().collect()),
            ..Shared::default()
        });
        let listening = Arc::clone(&shared);
        thread::spawn(move || listen(&listener, &listening));
        Self { address, shared }
    }

    /// Starts a server that sends the same response to every request of a test.
    pub fn always(response: &Scripted) -> Self {
        Self::start(vec![response.clone(); 64])
    }

    /// The URL of the server, without a trailing slash.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The port that the server listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Adds a response to the end of the script, for one that depends on the server's own address.
    pub fn then(&self, response: Scripted) {
        lock(&self.shared.script).push_back(response);
    }

    /// The requests so far, in the order in which they were received.
    pub fn requests(&self) -> Vec<Recorded> {
        lock(&self.shared.recorded).clone()
    }

    /// The request of a test that makes one.
    ///
    /// # Panics
    ///
    /// If there was no request, or more than one.
    pub fn only_request(&self) -> Recorded {
        let mut requests = self.requests();
        assert_eq!(requests.len(), 1, "one request is expected: {requests:?}");
        requests.remove(0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        *lock(&self.shared.stopped) = true;
        self.shared.stop.notify_all();
        // The thread that listens wakes up to see that it is over. Nothing is lost if it does not.
        drop(TcpStream::connect(self.address));
    }
}

impl Shared {
    /// Records a request and returns the next response of the script.
    pub(crate) fn take_turn(&self, request: Recorded) -> Scripted {
        // Both under one lock, so that the order of the record is the order of the script.
        let mut recorded = lock(&self.recorded);
        recorded.push(request);
        lock(&self.script)
            .pop_front()
            .unwrap_or_else(|| Scripted::new(599).body("the script is over"))
    }

    /// Waits for `pause`, or until the server is dropped, and returns whether it is still running.
    pub(crate) fn pause(&self, pause: Duration) -> bool {
        let stopped = lock(&self.stopped);
        let waited = self.stop.wait_timeout_while(stopped, pause, |over| !*over);
        let (stopped, _) = waited.unwrap_or_else(PoisonError::into_inner);
        !*stopped
    }
}

/// An address of 127.0.0.1 on which nothing listens.
///
/// # Panics
///
/// If no port of 127.0.0.1 can be listened on.
pub fn refusing_address() -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    let address = listener.local_addr().expect("the listener has an address");
    format!("http://{address}")
}

fn listen(listener: &TcpListener, shared: &Arc<Shared>) {
    for (number, stream) in listener.incoming().enumerate() {
        if *lock(&shared.stopped) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let shared = Arc::clone(shared);
        thread::spawn(move || connection::serve(stream, number, &shared));
    }
}

/// A test that panics leaves the record as it was.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
