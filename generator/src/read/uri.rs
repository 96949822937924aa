//! Relative references, resolved (RFC 3986, section 5.2).

/// The URI that a reference means where the base URI is this one; without a fragment.
pub fn resolve(base: &str, reference: &str) -> String {
    let without_fragment = |uri: &str| uri.split('#').next().unwrap_or_default().to_owned();
    let (base, reference) = (without_fragment(base), without_fragment(reference));
    if scheme(&reference).is_some() {
        return reference;
    }
    if reference.is_empty() {
        return base;
    }
    let (start, path) = base.split_at(start_of_path(&base));
    let path = path.split('?').next().unwrap_or_default();
    if reference.starts_with("//") {
        let scheme = scheme(&base).map_or(String::new(), |scheme| format!("{scheme}:"));
        return format!("{scheme}{reference}");
    }
    if reference.starts_with('?') {
        return format!("{start}{path}{reference}");
    }
    let (relative, query) = match reference.split_once('?') {
        Some((relative, query)) => (relative, format!("?{query}")),
        None => (reference.as_str(), String::new()),
    };
    let path = if relative.starts_with('/') {
        without_dots(relative)
    } else {
        let folder = path.rfind('/').map_or("", |last| &path[..=last]);
        let separator = if folder.is_empty() && start.contains("//") {
            "/"
        } else {
            folder
        };
        without_dots(&format!("{separator}{relative}"))
    };
    format!("{start}{path}{query}")
}

/// The scheme of a URI, if it begins with one.
fn scheme(uri: &str) -> Option<&str> {
    let (scheme, _) = uri.split_once(':')?;
    let is_of_schemes = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    (is_scheme && scheme.chars().all(is_of_schemes)).then_some(scheme)
}

/// Where the path begins: after the scheme and the authority.
fn start_of_path(uri: &str) -> usize {
    let after_scheme = scheme(uri).map_or(0, |scheme| scheme.len() + 1);
    let rest = &uri[after_scheme..];
    let Some(authority) = rest.strip_prefix("//") else {
        return after_scheme;
    };
    let length = authority.find(['/', '?']).unwrap_or(authority.len());
    after_scheme + "//".len() + length
}

/// A path without its segments `.` and `..`.
fn without_dots(path: &str) -> String {
    let mut segments: Vec<&str> = Vec::new();
    let mut rest = path.split('/').peekable();
    while let Some(segment) = rest.next() {
        let is_last = rest.peek().is_none();
        match segment {
            "." | ".." => {
                let is_root = segments.len() == 1 && segments.first() == Some(&"");
                if segment == ".." && !is_root {
                    segments.pop();
                }
                // What follows the last slash is empty then.
                segments.extend(is_last.then_some(""));
            }
            segment => segments.push(segment),
        }
    }
    segments.join("/")
}
