//! Statuses of responses.

use std::fmt;

/// The statuses that a response is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// One status.
    Code(u16),
    /// A hundred statuses, such as `4XX`.
    Range(u16),
    /// Every status that no other response is for.
    Default,
}

impl Status {
    /// What a key of a responses object is for, a range in lower case included.
    pub fn read(key: &str) -> Option<Self> {
        if key == "default" {
            return Some(Self::Default);
        }
        if let (3, Ok(code @ 100..=599)) = (key.len(), key.parse()) {
            return Some(Self::Code(code));
        }
        let hundred = key.get(..1)?.parse::<u16>().ok()?;
        let is_range = key.get(1..)?.eq_ignore_ascii_case("xx");
        (is_range && (1..=5).contains(&hundred)).then_some(Self::Range(hundred))
    }

    /// Whether it is successful (RFC 9110 section 15.3).
    pub fn is_successful(self) -> bool {
        matches!(self, Self::Code(200..=299) | Self::Range(2))
    }

    /// Whether it is a redirection (RFC 9110 section 15.4).
    pub fn is_redirection(self) -> bool {
        matches!(self, Self::Code(300..=399) | Self::Range(3))
    }

    /// Whether such responses end with their headers (RFC 9110 sections 6.4.1, 15.2, 15.3.5, 15.3.6 and 15.4.5).
    pub fn has_no_body(self) -> bool {
        matches!(
            self,
            Self::Code(100..=199 | 204 | 205 | 304) | Self::Range(1)
        )
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => write!(f, "{code}"),
            Self::Range(hundred) => write!(f, "{hundred}XX"),
            Self::Default => f.write_str("default"),
        }
    }
}
