//! A package is compiled once for each set of features: `cargo xtask` and `cargo test --workspace` should ask for the same.

use std::collections::BTreeSet;
use std::env;
use std::process::Command;

#[test]
fn the_commands_are_compiled_with_the_features_of_the_whole_workspace() {
    let commands = packages(&["--package=xtask", "--edges=normal,build"]);
    let workspace = packages(&["--workspace", "--edges=normal,build,dev"]);
    let is_generator = |package: &Package| package.name_and_features.starts_with("sdkwright ");
    assert!(commands.iter().any(is_generator));
    let alone: Vec<_> = commands.difference(&workspace).collect();
    assert!(
        alone.is_empty(),
        "`xtask/Cargo.toml` lacks features of these: {alone:#?}"
    );
}

/// A package as a build compiles it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Package {
    /// Its name, version and features.
    name_and_features: String,
    /// Its role: it runs while others are compiled, as a build script or a macro, or is used by one that does. The features of
    /// such packages are a set of their own.
    is_of_the_compilation: bool,
}

/// Each package that a build compiles.
fn packages(of: &[&str]) -> BTreeSet<Package> {
    let cargo = env::var_os("CARGO").unwrap();
    let tree = Command::new(cargo)
        .args(["tree", "--locked", "--charset=ascii", "--no-dedupe"])
        .args(["--format={p} {f}"])
        .args(of)
        .output()
        .unwrap();
    assert!(tree.status.success(), "{tree:?}");
    let tree = String::from_utf8(tree.stdout).unwrap();
    let mut packages = BTreeSet::new();
    // The depth of what runs while others are compiled, as long as the lines are of that.
    let mut begin = usize::MAX;
    for line in tree.lines().filter(|line| !line.is_empty()) {
        let words = line.trim_start_matches(['|', '`', '-', ' ']);
        let is_heading = words.starts_with('[');
        // A heading is indented as the package whose dependencies it heads.
        let depth = (line.len() - words.len()) / 4 + usize::from(is_heading);
        if depth < begin || depth == begin && is_heading {
            begin = usize::MAX;
        }
        if is_heading {
            if words == "[build-dependencies]" {
                begin = begin.min(depth);
            }
            continue;
        }
        let is_macro = words.contains("(proc-macro)");
        packages.insert(Package {
            name_and_features: words.to_owned(),
            is_of_the_compilation: is_macro || depth >= begin,
        });
        if is_macro {
            begin = begin.min(depth + 1);
        }
    }
    packages
}
