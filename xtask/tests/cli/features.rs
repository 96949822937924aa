//! A package is compiled once for each set of features: `cargo xtask` and `cargo test --workspace` should ask for the same.

use std::collections::BTreeSet;
use std::env;
use std::process::Command;

#[test]
fn the_commands_are_compiled_with_the_features_of_the_whole_workspace() {
    let commands = packages(&["--package=xtask", "--edges=normal,build"]);
    let workspace = packages(&["--workspace", "--edges=normal,build,dev"]);
    assert!(commands.iter().any(|line| line.starts_with("sdkwright ")));
    let alone: Vec<_> = commands.difference(&workspace).collect();
    assert!(
        alone.is_empty(),
        "`xtask/Cargo.toml` lacks features of these: {alone:#?}"
    );
}

/// Each package that a build compiles, with its version and features.
fn packages(of: &[&str]) -> BTreeSet<String> {
    let cargo = env::var_os("CARGO").unwrap();
    let tree = Command::new(cargo)
        .args(["tree", "--locked", "--prefix=none", "--no-dedupe"])
        .args(["--format={p} {f}"])
        .args(of)
        .output()
        .unwrap();
    assert!(tree.status.success(), "{tree:?}");
    let lines = String::from_utf8(tree.stdout).unwrap();
    lines.lines().map(str::to_owned).collect()
}
