//! The commands, run as a user runs them.

mod check;
mod choice;
#[cfg(unix)]
mod ci;
mod codegen;
mod corpus;
mod diff;
mod features;
mod files;
mod fix;
mod overlays;
mod reports;
mod support;
mod up_to_date;
