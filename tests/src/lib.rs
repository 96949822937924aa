//! A real HTTP/1.1 server on loopback, for tests of the emitted SDK: it records the bytes of every
//! request, and answers from a script, well or badly as the test asks.

mod answer;
mod connection;
mod readme;
mod recorded;
mod server;

pub use answer::Answer;
pub use recorded::Recorded;
pub use server::{Server, refusing_address};
