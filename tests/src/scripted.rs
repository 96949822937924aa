//! The scripted responses of the server, and how they are sent.

use std::time::Duration;

/// One response of the script.
#[derive(Clone, Debug)]
pub struct Scripted {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
    pub(crate) delivery: Delivery,
}

/// How a response is sent.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Delivery {
    /// Head and body, with the body's length announced.
    Whole,
    /// In chunks of that many bytes, without a length.
    Chunked(usize),
    /// Without a length: the end of the connection is the end of the body.
    UntilClose,
    /// With the length of the whole body, of which only that many bytes come before the end.
    CutOff(usize),
    /// In chunks, of which the last one is missing when the connection ends.
    CutOffChunked,
    /// The body again and again, in chunks, for as long as the client reads.
    Endless,
    /// The head and that many bytes of the body, then nothing, on an open connection.
    Stalled(usize),
    /// One byte of the body after each pause.
    Dripping(Duration),
    /// Nothing at all, on an open connection.
    Silent,
    /// The end of the connection instead of a response.
    HangUp,
}

impl Scripted {
    /// A response without a body.
    pub fn new(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Vec::new(),
            delivery: Delivery::Whole,
        }
    }

    /// A response with a JSON body.
    pub fn json(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self::new(status)
            .header("content-type", "application/json")
            .body(body)
    }

    /// No response, on a connection that stays open.
    pub fn silent() -> Self {
        Self::new(200).delivered(Delivery::Silent)
    }

    /// No response: the connection is closed once the request is received.
    pub fn hang_up() -> Self {
        Self::new(200).delivered(Delivery::HangUp)
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sets the body.
    #[must_use]
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// Sends the body in chunks of `size` bytes.
    #[must_use]
    pub fn chunked(self, size: usize) -> Self {
        self.delivered(Delivery::Chunked(size))
    }

    /// Sends the body without a length, and ends it by closing the connection.
    #[must_use]
    pub fn until_close(self) -> Self {
        self.delivered(Delivery::UntilClose)
    }

    /// Announces the whole body, and closes the connection after its first `sent` bytes.
    #[must_use]
    pub fn cut_off_after(self, sent: usize) -> Self {
        self.delivered(Delivery::CutOff(sent))
    }

    /// Sends the body as one chunk, and closes the connection before the chunk that says it is over.
    #[must_use]
    pub fn cut_off_in_chunks(self) -> Self {
        self.delivered(Delivery::CutOffChunked)
    }

    /// Sends the body again and again for as long as the client reads.
    #[must_use]
    pub fn endless(self) -> Self {
        self.delivered(Delivery::Endless)
    }

    /// Announces the whole body, and sends nothing more after its first `sent` bytes.
    #[must_use]
    pub fn stalled_after(self, sent: usize) -> Self {
        self.delivered(Delivery::Stalled(sent))
    }

    /// Sends one byte of the body after each `pause`.
    #[must_use]
    pub fn dripping(self, pause: Duration) -> Self {
        self.delivered(Delivery::Dripping(pause))
    }

    fn delivered(mut self, delivery: Delivery) -> Self {
        self.delivery = delivery;
        self
    }
}
