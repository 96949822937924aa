//! The browser: a Chromium without a window.

use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A browser that ends when it is dropped.
pub struct Browser(Child);

impl Browser {
    /// Opens a page, with a profile of its own.
    pub fn open(program: &str, url: &str, profile: &Path) -> io::Result<Self> {
        let child = Command::new(program)
            .args(["--headless=new", "--disable-gpu", "--no-first-run"])
            // The page is ours, and in containers there is often no other way.
            .arg("--no-sandbox")
            .args(["--no-proxy-server", "--disable-background-networking"])
            .arg(format!("--user-data-dir={}", profile.display()))
            .arg(url)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        Ok(Self(child))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
