//! What must hold of a document, case by case: each case is a small document, and what is said about it.

use sdkwright::diagnostic::Code;
use sdkwright::{Config, Source, Sources};

#[test]
fn every_keyword_of_each_version_is_known() {
    for text in [
        include_str!("fixtures/keywords.yaml"),
        include_str!("fixtures/keywords-3.1.yaml"),
        include_str!("fixtures/keywords-3.2.yaml"),
    ] {
        // What is not generated yet is known all the same: so is a scheme that is named by its URI.
        let found = check(text.to_owned(), |code| {
            !matches!(code, Code::Unsupported | Code::Security)
        });
        assert_eq!(found, [] as [String; 0]);
    }
}

#[test]
fn one_of_several_types_fits() {
    for (schema, message) in [
        ("{type: [string, integer], example: a}", ""),
        ("{type: [string, integer], example: 1}", ""),
        (
            "{type: [string, integer], maximum: 3, example: 5}",
            "the number is above `maximum`",
        ),
        (
            "{type: [string, integer], example: true}",
            "expected one of `string`, `integer`, found a boolean",
        ),
        ("{type: [string, 'null'], example: null}", ""),
        ("{type: [string, integer, 'null'], example: null}", ""),
        (
            "{type: [string, integer], example: null}",
            "expected one of `string`, `integer`, found null",
        ),
    ] {
        assert_misfit(schema, message);
    }
}

#[test]
fn an_excluded_limit_does_not_fit() {
    for (schema, message) in [
        ("{exclusiveMinimum: 0, example: 1}", ""),
        (
            "{exclusiveMinimum: 0, example: 0}",
            "the number is the limit itself, which is excluded",
        ),
        (
            "{exclusiveMaximum: 0, example: 1}",
            "the number is above `exclusiveMaximum`",
        ),
        (
            "{const: a, example: b}",
            "`b` is none of the enumerated values",
        ),
    ] {
        assert_misfit(schema, message);
    }
}

#[test]
fn items_and_properties_have_schemas_by_their_places_and_names() {
    for (schema, message) in [
        (
            "{prefixItems: [{type: string}], items: {type: integer}, example: [a, 1]}",
            "",
        ),
        (
            "{prefixItems: [{type: string}], items: false, example: [a, b]}",
            "the number of items is above `maxItems`",
        ),
        (
            "{patternProperties: {^x: {type: string}}, additionalProperties: false, example: {y: 1}}",
            "",
        ),
        (
            "{properties: {ab: {}}, unevaluatedProperties: false, example: {ac: 1}}",
            "there is no property `ac`",
        ),
        (
            "{allOf: [{properties: {ab: {}}}], unevaluatedProperties: false, example: {ab: 1}}",
            "",
        ),
    ] {
        assert_misfit(schema, message);
    }
}

#[test]
fn a_pattern_that_some_dialect_knows_is_sound() {
    for pattern in [
        "",
        r"^[a-z0-9_-]+$",
        r"^(?:a|b)*?$",
        r"(?=a)(?!b)(?<=c)(?<!d)(?<name>e)\k<name>\1",
        r"[\w-.]+@[\d-x]{2,}",
        r"[]a]()[^]|",
        r"\p{L}{1,3}\u0041\x41\cA",
        r"a{,3}{x}b{",
        r"x]}",
        r"(?i)a++b*+",
        r"[--9][a-]",
        r"a{2}?|b",
        r"$|^",
        r"[\]\[a-z(*]",
    ] {
        assert_flaw(pattern, "");
    }
}

/// The digits and letters of ECMA-262 are those of ASCII, and a pattern may match anywhere.
#[test]
fn an_example_is_held_against_its_pattern() {
    for (pattern, fits, misfits) in [
        ("^[a-z]+$", "abc", "Abc"),
        ("b+", "abc", "ac"),
        (r"^\d{3}$", "123", "12"),
        (r"^\d+$", "1", "٣"),
        (r"^\w+$", "a_1", "é"),
        (r"^[^\d]$", "a", "1"),
        (r"^[\w.-]+$", "a.b-c", "a b"),
        (r"^a.c$", "abc", r"a\nc"),
        (r"^[[&&]$", "&", "a"),
        (r"^\/a\-b$", "/a-b", "a-b"),
        (r"^\u0041\x42$", "AB", "ab"),
        ("^(?:a|b)(?<rest>c)$", "ac", "cc"),
        (r"\bcat\b", "a cat", "cats"),
        (r"^[\u4e00-\u9fa5]+$", "中文", "abc"),
        ("^$", "", "a"),
    ] {
        let said = |text: &str| {
            let schema = format!("{{type: string, pattern: '{pattern}', example: \"{text}\"}}");
            mismatches(&schema)
        };
        assert_eq!((said(fits), said(misfits)), (0, 1), "{pattern}");
    }
}

#[test]
fn a_pattern_that_dialects_read_differently_says_nothing() {
    for pattern in [
        "^(?=a)b$",
        "^(?<!a)b$",
        r"(a)\1",
        "^(?i)b$",
        r"\Ab\Z",
        "^a{,3}$",
        "^[]b]$",
        r"^\cb$",
        r"^\ud800$",
        "^[+--]$",
    ] {
        let schema = format!("{{type: string, pattern: '{pattern}', example: 'zz'}}");
        assert_eq!(mismatches(&schema), 0, "{pattern}");
    }
}

/// The time of a search in a text is in proportion to its length, whatever the pattern is.
#[test]
fn a_pattern_that_is_slow_elsewhere_is_read_at_once() {
    let text = "a".repeat(400);
    let schema = format!("{{type: string, pattern: '^(a+)+$', example: '{text}!'}}");
    assert_eq!(mismatches(&schema), 1);
}

#[test]
fn a_pattern_that_no_dialect_knows_has_a_flaw() {
    for (pattern, flaw) in [
        ("^(abc", "a `(` is not closed"),
        ("a)b", "a `)` closes nothing"),
        ("[a-z", "a `[` is not closed"),
        (r"[a-z\]", "a `[` is not closed"),
        ("^[z-a]+$", "a range ends before it begins"),
        (r"[\]-\[]", "a range ends before it begins"),
        ("*abc", "has nothing before it to repeat"),
        ("(+a)", "has nothing before it to repeat"),
        ("a|?", "has nothing before it to repeat"),
        ("a**", "has nothing before it to repeat"),
        ("{2}", "has nothing before it to repeat"),
        ("a{3,1}", "a repetition ends before it begins"),
        ("[0-9]{3", "a `{` is not closed"),
        (r"abc\", "the last backslash has nothing after it"),
    ] {
        assert_flaw(pattern, flaw);
    }
}

/// The examples of RFC 3986, section 5.4.
#[test]
fn references_are_resolved_against_the_base_uri() {
    for (reference, uri) in [
        ("g:h", "g:h"),
        ("g", "http://a/b/c/g"),
        ("./g", "http://a/b/c/g"),
        ("g/", "http://a/b/c/g/"),
        ("/g", "http://a/g"),
        ("//g", "http://g"),
        ("?y", "http://a/b/c/d;p?y"),
        ("g?y", "http://a/b/c/g?y"),
        (".", "http://a/b/c/"),
        ("..", "http://a/b/"),
        ("../g", "http://a/b/g"),
        ("../../g", "http://a/g"),
        ("../../../g", "http://a/g"),
    ] {
        assert!(
            resolves("http://a/b/c/d;p?q", reference, uri),
            "{reference}"
        );
        assert!(
            !resolves("http://b/b/c/d;p?q", reference, &format!("{uri}x")),
            "{reference}"
        );
    }
    assert!(resolves("https://host", "tree", "https://host/tree"));
    assert!(resolves("x/y", "urn:example:tree", "urn:example:tree"));
}

#[test]
fn no_reference_leads_out_of_the_folder() {
    for (reference, message) in [
        ("../../etc/passwd", "leads out of the folder"),
        ("%2e%2e/%2e%2e/z", "leads out of the folder"),
        ("a/../../../z", "leads out of the folder"),
        ("..%2f..%2fz", "leads out of the folder"),
        ("/etc/passwd", "is not a relative path"),
        ("//host/z", "is not a relative path"),
        ("file:z.yaml", "is not a relative path"),
        ("https://host/z", "is not a relative path"),
        ("C:/z", "is not a relative path"),
        ("..\\z", "is written with `\\`"),
        ("#Pet", "does not resolve"),
    ] {
        let text = schemas(&format!("Thing: {{$ref: '{reference}'}}"));
        let found = check(text, |code| code == Code::DanglingReference);
        assert!(
            found.iter().any(|said| said.contains(message)),
            "{reference}: {found:?}"
        );
    }
}

/// How many values of a schema do not match its pattern.
fn mismatches(schema: &str) -> usize {
    let found = check(schemas(&format!("Thing: {schema}")), |_| true);
    let mismatch = |said: &&String| said.contains(" does not match `pattern`");
    assert_eq!(
        found.iter().filter(mismatch).count(),
        found.len(),
        "{found:?}"
    );
    found.len()
}

/// Whether a reference in a document with this URI leads to the schema with that one.
fn resolves(base: &str, reference: &str, uri: &str) -> bool {
    let schemas = schemas(&format!(
        "Thing: {{$id: '{uri}'}}, Other: {{$ref: '{reference}'}}"
    ));
    let text = format!("{schemas}$self: '{base}'\n");
    let sources = Sources::from(source(text));
    let output = sdkwright::check(&sources, &Config::default());
    output.needs.is_empty() && output.diagnostics.errors() == 0
}

/// Whether a schema with an example gets this message, or none.
fn assert_misfit(schema: &str, message: &str) {
    let found = check(schemas(&format!("Thing: {schema}")), |code| {
        code == Code::Example
    });
    let found = found.join("; ");
    let said = found.strip_prefix("the example does not fit its schema: ");
    assert_eq!(said.unwrap_or(&found), message, "{schema}");
}

fn assert_flaw(pattern: &str, flaw: &str) {
    let text = schemas(&format!("Thing: {{type: string, pattern: '{pattern}'}}"));
    let found = check(text, |code| code == Code::Pattern).join("; ");
    assert!(
        found.ends_with(flaw) && found.is_empty() == flaw.is_empty(),
        "{pattern}: {found}"
    );
}

/// The messages about a document, of those codes that are looked at.
fn check(text: String, is_looked_at: fn(Code) -> bool) -> Vec<String> {
    let sources = Sources::from(source(text));
    let output = sdkwright::check(&sources, &Config::default());
    let messages = output
        .diagnostics
        .iter()
        .filter(|one| is_looked_at(one.code));
    messages.map(|one| one.message.clone()).collect()
}

/// A document with these schemas.
fn schemas(schemas: &str) -> String {
    format!(
        "openapi: 3.2.0\ninfo: {{title: Things, version: '1'}}\ncomponents: {{schemas: {{{schemas}}}}}\n"
    )
}

fn source(text: String) -> Source {
    Source {
        name: "openapi.yaml".to_owned(),
        text,
    }
}
