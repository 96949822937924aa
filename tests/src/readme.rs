//! The Rust blocks of the project's README, as documentation tests: what newcomers copy compiles, and holds what it asserts.

#![cfg(doctest)]
#![doc = include_str!("../../README.md")]
