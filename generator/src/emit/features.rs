//! The features of emitted crates, and the conditions for what they enable.

use crate::rust::{Crate, UNUSED_MODELS, WEBHOOKS};

/// What needs reqwest and its runtime, which a browser has not.
pub const REQWEST: &str = "all(feature = \"reqwest\", not(target_family = \"wasm\"))";

/// What takes the place of reqwest in a browser.
pub const FETCH: &str =
    "all(feature = \"reqwest\", target_family = \"wasm\", target_os = \"unknown\")";

/// What needs threads.
pub const BLOCKING: &str = "all(feature = \"blocking\", not(target_family = \"wasm\"))";

/// What needs the timers of tokio.
pub const TOWER: &str = "all(feature = \"tower\", not(target_family = \"wasm\"))";

/// What a mock is made of.
pub const MOCK: &str = "feature = \"mock\"";

/// What webhooks need, where they have a feature.
pub fn webhooks(krate: &Crate) -> Option<String> {
    let condition = format!("feature = \"{WEBHOOKS}\"");
    krate.has_webhooks_feature().then_some(condition)
}

/// A feature that every emitted crate has.
pub struct Feature {
    pub name: &'static str,
    /// What the manifest says of it.
    pub comment: &'static str,
    /// What it enables.
    pub enables: &'static [&'static str],
    /// What the docs of the crate say of it.
    pub docs: &'static [&'static str],
    /// What the crate exports with it: the condition, a module of the runtime, and a name in it.
    pub exports: &'static [(&'static str, &'static str, &'static str)],
}

/// The features, in the order of the docs.
pub const ALL: &[Feature] = &[
    Feature {
        name: "reqwest",
        comment: "Sends requests through reqwest and rustls, in a browser through `fetch`.",
        enables: &[
            "dep:gloo-timers",
            "dep:http-body",
            "dep:reqwest",
            "dep:tokio",
            "dep:wasm-bindgen",
            "dep:web-sys",
        ],
        docs: &[
            "- `reqwest` (default): sends requests through reqwest and rustls, in a browser through `fetch`. Without",
            "  it the crate has no HTTP stack, and a client needs a [`Transport`] of your own.",
        ],
        exports: &[
            (REQWEST, "reqwest", "ReqwestTransport"),
            (FETCH, "fetch", "FetchTransport"),
        ],
    },
    Feature {
        name: "tracing",
        comment: "Reports calls as spans of the crate tracing.",
        enables: &["dep:tracing"],
        docs: &[
            "- `tracing`: each call is a span, with the names and fields of OpenTelemetry's conventions for HTTP",
            "  clients, and each attempt an event. They hold no secrets, no arguments and no bodies.",
        ],
        exports: &[],
    },
    Feature {
        name: "blocking",
        comment: "Calls from code that is not asynchronous.",
        enables: &["dep:tokio", "tokio/rt-multi-thread"],
        docs: &[
            "- `blocking`: [`Request`] has `send_blocking`, for code that is not asynchronous, and `block_on` does",
            "  the same for the pages of a list and for streams. All such calls share one background thread.",
        ],
        exports: &[(BLOCKING, "blocking", "block_on")],
    },
    Feature {
        name: "tower",
        comment: "Sends requests through services of tower.",
        enables: &["dep:http-body", "dep:tokio", "dep:tower-service"],
        docs: &[
            "- `tower`: any service of tower that takes HTTP requests is a transport, by `TowerTransport`, and",
            "  `ReqwestTransport` is such a service, for layers to be put around it.",
        ],
        exports: &[(TOWER, "tower", "TowerTransport")],
    },
    Feature {
        name: "mock",
        comment: "A mock of the API, for tests.",
        enables: &[],
        docs: &["- `mock`: `Mock`, which stands in for the API in tests."],
        exports: &[
            (MOCK, "mock", "Mock"),
            (MOCK, "mock_call", "MockCall"),
            (MOCK, "mock_response", "MockResponse"),
        ],
    },
];

/// The features of a crate as a list, for its docs.
pub fn list(krate: &Crate) -> Vec<String> {
    let own = ALL.iter().flat_map(|feature| feature.docs);
    let mut lines: Vec<String> = own.map(|line| (*line).to_owned()).collect();
    // Types with the same features share a line.
    let mut types: Vec<(&[&str], Vec<String>)> = Vec::new();
    for row in krate.scalars().filter(|row| !row.features.is_empty()) {
        let ty = format!("[`{}`]", row.rust);
        match types
            .iter_mut()
            .find(|(features, _)| *features == row.features)
        {
            Some((_, types)) => types.push(ty),
            None => types.push((row.features, vec![ty])),
        }
    }
    for (features, types) in types {
        let features: Vec<String> = features.iter().map(|name| format!("`{name}`")).collect();
        lines.push(format!(
            "- {}: conversions between {} and the types of these crates.",
            features.join(", "),
            types.join(", ")
        ));
    }
    if let [first, rest @ ..] = krate.groups.as_slice() {
        let names = rest
            .iter()
            .fold(format!("`{}`", first.feature), |names, group| {
                format!("{names}, `{}`", group.feature)
            });
        lines.push(format!(
            "- {names} (default): the operations of these groups, each with the models that they use."
        ));
    }
    if krate.has_webhooks_feature() {
        lines.push(format!(
            "- `{WEBHOOKS}` (default): the requests that the API sends, with the models that they use."
        ));
    }
    if !krate.groups.is_empty() {
        lines.push(format!(
            "- `{UNUSED_MODELS}` (default): the models that neither operations nor webhooks use, which may be others in each version."
        ));
    }
    lines
}
