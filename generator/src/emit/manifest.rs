//! `Cargo.toml` and the licences.

use super::features::{self, Feature};
use crate::rust::{Crate, Scalar, UNUSED_MODELS, WEBHOOKS};
use crate::text::{escaped, is_invisible};
use sdkwright_runtime::DEPENDENCIES;

use crate::File;
use crate::mark::MARK;

/// The manifest. The versions of the dependencies are those that the runtime is tested with.
pub fn manifest(krate: &Crate) -> File {
    let manifest = &krate.manifest;
    let mut package = vec![
        ("name", quoted(&manifest.name)),
        ("version", quoted(&manifest.version)),
        ("edition", quoted("2024")),
        ("rust-version", quoted("1.85")),
        ("description", quoted(&manifest.description)),
    ];
    package.extend(
        manifest
            .license
            .iter()
            .map(|license| ("license", quoted(license))),
    );
    package.extend(
        manifest
            .repository
            .iter()
            .map(|repository| ("repository", quoted(repository))),
    );
    package.push(("readme", quoted("README.md")));
    if !manifest.keywords.is_empty() {
        package.push(("keywords", list(&manifest.keywords)));
    }
    if !manifest.categories.is_empty() {
        package.push(("categories", list(&manifest.categories)));
    }
    let package: Vec<String> = package
        .into_iter()
        .map(|(key, value)| format!("{key} = {value}\n"))
        .collect();
    let own: Vec<String> = features::ALL.iter().map(declared).collect();
    let mut features: Vec<&str> = krate
        .scalars()
        .flat_map(|row| row.features)
        .copied()
        .collect();
    features.sort_unstable();
    // Several scalar types may take the same crate.
    features.dedup();
    let features = features
        .iter()
        .map(|name| format!("{name} = [\"dep:{name}\"]\n"));
    let features: String = features.collect();
    let parts = krate.part_features();
    let default = std::iter::once("reqwest").chain(parts.iter().copied());
    let default: Vec<String> = default.map(str::to_owned).collect();
    let parts = parts.iter().map(|name| part(krate, name));
    let parts: String = parts.collect();
    let lib = if manifest.is_lib_stated {
        format!("[lib]\nname = {}\n\n", quoted(&manifest.lib.file_stem()))
    } else {
        String::new()
    };
    let text = format!(
        "# {MARK}: change the document, not this file.\n\n\
         [package]\n{}\n{lib}\
         [package.metadata.docs.rs]\nall-features = true\nrustdoc-args = [\"--cfg\", \"docsrs\"]\n\n\
         [features]\ndefault = {}\n\
         {}{features}{parts}\n\
         {}\n\n\
         [lints.rust]\nunexpected_cfgs = {{ level = \"warn\", check-cfg = [\"cfg(docsrs)\"] }}\nunsafe_code = \"forbid\"\n",
        package.concat(),
        list(&default),
        own.concat(),
        dependencies(krate),
    );
    File {
        path: "Cargo.toml".to_owned(),
        text,
    }
}

/// The feature of a part of the API. Those of groups have names that say enough.
fn part(krate: &Crate, name: &str) -> String {
    let mut groups = krate.groups.iter();
    let comment = match name {
        _ if groups.any(|group| group.feature == name) => "",
        WEBHOOKS => "# The requests that the API sends, with the models that they use.\n",
        UNUSED_MODELS => {
            "# The models that nothing else uses, which may be others in each version.\n"
        }
        _ => "",
    };
    format!("{comment}{name} = []\n")
}

fn declared(feature: &Feature) -> String {
    let enables = feature.enables.iter().map(|one| (*one).to_owned());
    let enables: Vec<String> = enables.collect();
    format!(
        "# {}\n{} = {}\n",
        feature.comment,
        feature.name,
        list(&enables)
    )
}

/// The texts of the licences that the manifest names.
pub fn licenses(krate: &Crate) -> Vec<File> {
    const TEXTS: [(&str, &str, &str); 2] = [
        (
            "Apache-2.0",
            "LICENSE-APACHE",
            include_str!("../../LICENSE-APACHE"),
        ),
        ("MIT", "LICENSE-MIT", include_str!("../../LICENSE-MIT")),
    ];
    let license = krate.manifest.license.as_deref().unwrap_or_default();
    let is_named = |name: &str| license.split([' ', '(', ')', '/']).any(|word| word == name);
    let holder = format!("The authors of {}", krate.manifest.name);
    TEXTS
        .iter()
        .filter(|(name, ..)| is_named(name))
        .map(|(_, path, text)| File {
            path: (*path).to_owned(),
            text: text.replace("The Rownd SDK authors", &holder),
        })
        .collect()
}

/// The dependencies of the runtime, on all targets and on some, without what the document does not need.
fn dependencies(krate: &Crate) -> String {
    let used: Vec<&str> = krate
        .scalars()
        .flat_map(|row| row.features)
        .copied()
        .collect();
    let all = Scalar::ALL.iter().flat_map(|scalar| scalar.row().features);
    let mut unused: Vec<&str> = all.copied().filter(|name| !used.contains(name)).collect();
    if !krate.has_idempotency_keys() {
        unused.push("getrandom");
    }
    let is_needed = |line: &&str| !unused.contains(&line.split(' ').next().unwrap_or_default());
    let lines: Vec<&str> = DEPENDENCIES.lines().filter(is_needed).collect();
    lines.join("\n")
}

/// A basic string of TOML: JSON's escapes are among its own, except those of a surrogate pair.
pub fn quoted(text: &str) -> String {
    let text = text.replace(|c| c > '\u{ffff}' && is_invisible(c), "");
    escaped(&serde_json::Value::from(text).to_string())
}

fn list(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", texts.join(", "))
}
