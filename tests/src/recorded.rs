//! A request as it was received.

/// One request that the server has received, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The number of its connection, counted from zero.
    pub connection: usize,
    /// The request line, such as `GET / HTTP/1.1`.
    pub line: String,
    /// The headers in their order, with the names as they were sent.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Recorded {
    /// The method.
    pub fn method(&self) -> &str {
        self.line.split(' ').next().unwrap_or_default()
    }

    /// The request target: path and query.
    pub fn target(&self) -> &str {
        self.line.split(' ').nth(1).unwrap_or_default()
    }

    /// The value of a header, whatever the case of its name.
    ///
    /// # Panics
    ///
    /// If the header was sent more than once.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self
            .headers
            .iter()
            .filter(|(sent, _)| sent.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str());
        let value = values.next();
        assert_eq!(values.next(), None, "`{name}` was sent twice: {self:?}");
        value
    }

    /// The body as text.
    ///
    /// # Panics
    ///
    /// If the body is not UTF-8.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("the body is UTF-8")
    }
}
