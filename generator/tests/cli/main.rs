//! The program, run as a user runs it, where it differs from `cargo xtask`, whose tests have the rest of the commands.

mod init;
#[cfg(unix)]
mod interrupted;
mod output;
mod output_folder;
mod report;
mod settings;
mod support;
mod watch;
