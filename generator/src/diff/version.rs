//! The version that a change asks for.

use semver::{Prerelease, Version};

use super::change::Rust;

/// The least version that Cargo's rules of `SemVer` ask for after `old`, for a change of this verdict; `None` where `old` is none
/// itself. Within 0.x, the first number that is not zero counts as the major one.
pub fn needed(old: &str, rust: Rust) -> Option<Version> {
    let mut version = Version::parse(old).ok()?;
    if rust == Rust::None {
        return Some(version);
    }
    if !version.pre.is_empty() {
        // Nothing is promised between the pre-releases of a version: any later one will do.
        return Some(later(version));
    }
    version.build = semver::BuildMetadata::EMPTY;
    let Version {
        major,
        minor,
        patch,
        ..
    } = version;
    let (major, minor, patch) = match (rust, major, minor) {
        (Rust::None, ..) => (major, minor, patch),
        (Rust::Breaking, 0, 0) | (Rust::Additive, 0, _) => (0, minor, patch + 1),
        (Rust::Breaking, 0, _) => (0, minor + 1, 0),
        (Rust::Breaking, _, _) => (major + 1, 0, 0),
        (Rust::Additive, _, _) => (major, minor + 1, 0),
    };
    Some(Version::new(major, minor, patch))
}

/// The next pre-release: its last number is one higher, or the first after it.
fn later(mut version: Version) -> Version {
    let pre = version.pre.as_str();
    let (head, last) = pre.rsplit_once('.').unwrap_or((pre, ""));
    let text = match last.parse::<u64>() {
        Ok(number) => format!("{head}.{}", number.saturating_add(1)),
        Err(_) => format!("{pre}.1"),
    };
    if let Ok(pre) = Prerelease::new(&text) {
        version.pre = pre;
    }
    version
}
