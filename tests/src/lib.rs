//! A real HTTP/1.1 server on loopback, for tests of the emitted SDK: it records the bytes of every
//! request, and responds from a script, well-formed or broken as the test requires.

mod connection;
mod readme;
mod recorded;
mod scripted;
mod server;

pub use recorded::Recorded;
pub use scripted::Scripted;
pub use server::{Server, refusing_address};
