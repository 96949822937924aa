//! The lists of operations by tag, in the docs of the crate and in its README.

use insta::assert_snapshot;

use crate::support::emit;

#[test]
fn operations_of_a_large_api_are_listed_by_tag() {
    let path = |at: usize| {
        let tag = if at.is_multiple_of(20) {
            "Odd `ones`"
        } else {
            "things"
        };
        format!("
          /things/{at}: {{get: {{operationId: get{at}, tags: [{tag}], responses: {{'204': {{description: Done.}}}}}}}}")
    };
    let paths: Vec<String> = (0..41).map(path).collect();
    let paths = paths.concat();
    let emitted = emit(&format!(
        "
        paths:{paths}
    "
    ));
    let docs = emitted.file("src/lib.rs");
    assert!(
        docs.contains(
            "//! # Operations by tag\n//!\n//! - `` Odd `ones` ``: [`get0`](Client::get0),"
        )
    );
    assert!(docs.contains("//! - `things`: [`get1`](Client::get1), "));
}

#[test]
fn operations_of_a_small_api_are_not_listed_by_tag() {
    let emitted = emit(
        "
        paths:
          /one: {get: {operationId: getOne, tags: [one], responses: {'204': {description: Done.}}}}
          /two: {get: {operationId: getTwo, tags: [two], responses: {'204': {description: Done.}}}}
    ",
    );
    assert!(!emitted.file("src/lib.rs").contains("by tag"));
}

#[test]
fn the_readme_lists_all_calls_by_tag() {
    let emitted = emit(
        "
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              tags: [Pets *and* people]
              summary: Get a pet
              description: Includes its owner.
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses: {'204': {description: Done.}}
          /toys:
            get:
              operationId: listToys
              tags: [A]
              x-sdk-group: toys
              description: >-
                Lists the toys of all pets, the youngest pet first, each with where it was bought and by whom. A toy that is
                lost is listed, too.
              responses: {'204': {description: Done.}}
          /ping: {get: {operationId: ping, responses: {'204': {description: Done.}}}}
    ",
    );
    let readme = emitted.file("README.md");
    let (_, operations) = readme.split_once("## Operations\n").expect("a section");
    assert_snapshot!(operations, @r"

    ### A

    - `toys().list()`: Lists the toys of all pets, the youngest pet first, each with where it was bought and by whom.

    ### Pets \*and\* people

    - `get_pet(id)`: Get a pet.

    ### Others

    - `ping()`: `GET /ping`
    ");
}

#[test]
fn the_readme_lists_operations_without_tags_below_no_heading() {
    let emitted = emit(
        "
        paths:
          /one: {get: {operationId: getOne, summary: Gets one., responses: {'204': {description: Done.}}}}
    ",
    );
    let readme = emitted.file("README.md");
    let (_, operations) = readme.split_once("## Operations\n").expect("a section");
    assert_snapshot!(operations, @r"

    - `get_one()`: Gets one.
    ");
}
