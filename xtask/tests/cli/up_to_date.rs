//! The committed SDK is what the generator makes of the committed document.

use std::env;

use crate::support;

#[test]
fn the_generated_folder_is_up_to_date() {
    // From anywhere: without flags, the command works on the project's own files.
    let check = support::xtask(&env::temp_dir(), &["codegen", "--check"]);
    assert_eq!(check.code, Some(0), "{}", check.said);
}
