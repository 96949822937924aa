//! Large and tangled documents: what is generated is proportional to their size, or they are rejected because of their size.

use std::fmt::Write;
use std::time::{Duration, Instant};

use sdkwright::diagnostic::Severity;
use sdkwright::report::{Format, Style};
use sdkwright::{Config, Output, Source, Sources};

/// The time limit for a document. It only stops what hangs, since tests run side by side on busy machines.
const PATIENCE: Duration = Duration::from_secs(60);

/// The factor by which the documents are large. `LARGE=1 cargo test --release` tries larger ones.
const MANY: usize = if option_env!("LARGE").is_some() {
    100
} else {
    2
};

const HEAD: &str = "openapi: 3.0.3\ninfo: {title: Scale, version: 1.0.0}\n";

#[test]
fn many_properties() {
    let properties = lines(1_000 * MANY, |n| format!("        p{n}: {{type: string}}"));
    emits_cleanly(&schemas(&format!(
        "    Pet:\n      type: object\n      properties:\n{properties}"
    )));
}

#[test]
fn many_values_of_an_enum() {
    let values = lines(1_000 * MANY, |n| format!("        - value {n}"));
    emits_cleanly(&schemas(&format!(
        "    Kind:\n      type: string\n      enum:\n{values}"
    )));
}

#[test]
fn many_values_that_give_one_name() {
    let values = lines(200 * MANY, |n| {
        format!(
            "        - \"a{}\"",
            "-".repeat(n % 50) + &"!".repeat(n / 50)
        )
    });
    emits(&schemas(&format!(
        "    Kind:\n      type: string\n      enum:\n{values}"
    )));
}

#[test]
fn many_names_that_are_one() {
    // The bits of the number choose the case of each letter.
    let cased = |n: usize| -> String {
        let letters = "abcdefghijklmnopq".chars().enumerate();
        letters
            .map(|(bit, c)| {
                if n >> bit & 1 == 1 {
                    c.to_ascii_uppercase()
                } else {
                    c
                }
            })
            .collect()
    };
    let all = lines(1_000 * MANY, |n| {
        format!("    {}: {{type: object}}", cased(n))
    });
    emits_cleanly(&schemas(&all));
    let properties = lines(1_000 * MANY, |n| {
        format!("        {}: {{type: string}}", cased(n))
    });
    emits_cleanly(&schemas(&format!(
        "    Pet:\n      type: object\n      properties:\n{properties}"
    )));
}

#[test]
fn many_paths() {
    let paths = lines(200 * MANY, |n| {
        format!(
            "  /a{n}: {{get: {{operationId: get{n}, responses: {{'204': {{description: Nothing.}}}}}}}}"
        )
    });
    emits_cleanly(&format!("{HEAD}paths:\n{paths}"));
}

#[test]
fn many_references_to_one_schema() {
    let properties = lines(500 * MANY, |n| {
        format!("        p{n}: {{$ref: '#/components/schemas/Z'}}")
    });
    emits_cleanly(&schemas(&format!(
        "    A:\n      type: object\n      properties:\n{properties}    Z: {{type: object, properties: {{a: {{type: string}}}}}}\n"
    )));
}

#[test]
fn many_schemas_that_refer_to_one_another() {
    let many = 500 * MANY;
    let all = lines(many, |n| {
        let next = (n * 7 + 1) % many;
        format!(
            "    S{n}: {{type: object, properties: {{next: {{$ref: '#/components/schemas/S{next}'}}}}}}"
        )
    });
    emits_cleanly(&schemas(&all));
}

#[test]
fn a_long_chain_of_required_schemas() {
    let many = 200 * MANY;
    let all = lines(many, |n| {
        let next = (n + 1) % many;
        format!(
            "    S{n}: {{type: object, required: [next], properties: {{next: {{$ref: '#/components/schemas/S{next}'}}}}}}"
        )
    });
    emits(&schemas(&all));
}

#[test]
fn a_long_chain_of_all_of() {
    let all = lines(100 * MANY, |n| {
        format!(
            "    S{n}: {{allOf: [{{$ref: '#/components/schemas/S{}'}}, {{type: object, properties: {{p{n}: {{type: string}}}}}}]}}",
            n + 1
        )
    });
    generate(&schemas(&format!(
        "{all}    S{}: {{type: object}}\n",
        100 * MANY
    )));
}

#[test]
fn a_long_chain_of_references() {
    let all = lines(1_000 * MANY, |n| {
        format!("    S{n}: {{$ref: '#/components/schemas/S{}'}}", n + 1)
    });
    generate(&schemas(&format!(
        "{all}    S{}: {{type: object}}\n",
        1_000 * MANY
    )));
}

/// Each level refers to the one below it twice.
#[test]
fn diamonds_of_all_of() {
    for keyword in ["allOf", "oneOf", "anyOf"] {
        let all = lines(60, |n| {
            let next = format!("{{$ref: '#/components/schemas/S{}'}}", n + 1);
            format!("    S{n}: {{{keyword}: [{next}, {next}]}}")
        });
        generate(&schemas(&format!(
            "{all}    S60: {{type: object, properties: {{a: {{type: string}}}}}}\n"
        )));
        let all = lines(60, |n| {
            let next = n + 1;
            format!(
                "    S{n}: {{{keyword}: [{{$ref: '#/components/schemas/L{next}'}}, {{$ref: '#/components/schemas/R{next}'}}]}}\n    L{n}: {{$ref: '#/components/schemas/S{n}'}}\n    R{n}: {{{keyword}: [{{$ref: '#/components/schemas/S{n}'}}], description: R}}"
            )
        });
        generate(&schemas(&format!(
            "{all}    L60: {{type: object}}\n    R60: {{type: object}}\n"
        )));
    }
}

#[test]
fn a_union_of_many_members() {
    let many = 50 * MANY;
    let members = lines(many, |n| {
        format!("        - {{$ref: '#/components/schemas/S{n}'}}")
    });
    let all = lines(many, |n| {
        format!(
            "    S{n}: {{type: object, required: [a{n}], properties: {{a{n}: {{type: string}}}}}}"
        )
    });
    emits(&schemas(&format!(
        "    Union:\n      oneOf:\n{members}{all}"
    )));
}

#[test]
fn a_union_of_many_inline_members() {
    let members = lines(50 * MANY, |n| {
        format!(
            "        - {{type: object, required: [kind], properties: {{kind: {{type: string, enum: [k{n}]}}}}}}"
        )
    });
    emits(&schemas(&format!("    Union:\n      anyOf:\n{members}")));
}

#[test]
fn a_mapping_of_many_values() {
    let many = 100 * MANY;
    let mapping = lines(many, |n| {
        format!("          v{n}: '#/components/schemas/S{}'", n % 100)
    });
    let members = lines(100, |n| {
        format!("        - {{$ref: '#/components/schemas/S{n}'}}")
    });
    let all = lines(100, |n| {
        format!(
            "    S{n}: {{type: object, required: [kind], properties: {{kind: {{type: string}}}}}}"
        )
    });
    emits(&schemas(&format!(
        "    Union:\n      oneOf:\n{members}      discriminator:\n        propertyName: kind\n        mapping:\n{mapping}{all}"
    )));
}

#[test]
fn many_aliases_of_one_value() {
    let items = lines(1_000 * MANY, |_| "  - *a".to_owned());
    generate(&format!(
        "{HEAD}paths: {{}}\nx-a: &a {{b: c}}\nx-b:\n{items}"
    ));
    let chain = lines(500 * MANY, |n| {
        format!("  a{}: &a{} {{a: *a{n}}}", n + 1, n + 1)
    });
    generate(&format!("{HEAD}paths: {{}}\nx-a:\n  a0: &a0 1\n{chain}"));
    let merges = lines(200 * MANY, |n| {
        format!("  a{}: &a{} {{<<: *a{n}, k{n}: 1}}", n + 1, n + 1)
    });
    generate(&format!(
        "{HEAD}paths: {{}}\nx-a:\n  a0: &a0 {{k: 1}}\n{merges}"
    ));
}

#[test]
fn deep_nesting() {
    for (open, close) in [
        ("[", "]"),
        ("{a: ", "}"),
        ("{\"a\":", "}"),
        ("[[{\"a\":", "}]]"),
        ("- ", ""),
        ("? ", ""),
        ("&a [", "]"),
    ] {
        let many = 10_000 * MANY;
        is_rejected_once(&format!(
            "{HEAD}paths: {{}}\nx-a: {}1{}\n",
            open.repeat(many),
            close.repeat(many)
        ));
        is_rejected_once(&format!("{}1{}", open.repeat(many), close.repeat(many)));
        is_rejected_once(&open.repeat(many));
    }
    let deeper = lines(100 * MANY, |n| format!("{}a:", " ".repeat(n)));
    is_rejected_once(&deeper);
}

#[test]
fn many_errors() {
    let wrong = lines(500 * MANY, |n| format!("    S{n}: {{type: wrong}}"));
    let errors = generate(&schemas(&wrong)).diagnostics.errors();
    assert_eq!(errors, 500 * MANY);
    let dangling = lines(500 * MANY, |n| {
        format!(
            "    S{n}: {{type: object, properties: {{a: {{$ref: '#/components/schemas/T{n}'}}}}}}"
        )
    });
    generate(&schemas(&dangling));
    let twice = lines(500 * MANY, |_| "    S: {type: object}".to_owned());
    generate(&schemas(&twice));
    let required = lines(500 * MANY, |n| format!("        - r{n}"));
    generate(&schemas(&format!(
        "    S:\n      type: object\n      required:\n{required}"
    )));
}

#[test]
fn huge_words() {
    let word = "x".repeat(100_000 * MANY);
    generate(&schemas(&format!(
        "    {word}: {{type: object, properties: {{a: {{type: strin}}, b: {{type: strin}}}}}}"
    )));
    generate(&schemas(&format!(
        "    A: {{type: {word}, {word}: 1, $ref: {word}}}"
    )));
    generate(&schemas(&format!(
        "    A: {{description: {word}, enum: [{word}]}}"
    )));
    let quoted = "\\u00e9\\n ".repeat(5_000 * MANY);
    generate(&format!(
        "{{\"openapi\": \"3.0.3\", \"info\": {{\"title\": \"{quoted}\", \"version\": \"1\"}}, \"paths\": {{}}}}"
    ));
    let marks = "*_`[<".repeat(400 * MANY);
    generate(&schemas(&format!(
        "    A: {{type: object, description: \"{marks}\"}}"
    )));
    let nested = "> ".repeat(1_000 * MANY);
    generate(&schemas(&format!(
        "    A: {{type: object, description: \"{nested}\"}}"
    )));
    let nested = "((".repeat(1_000 * MANY);
    generate(&schemas(&format!(
        "    A: {{type: object, description: \"{nested}\"}}"
    )));
}

#[test]
fn many_parameters_and_tags() {
    let parameters = lines(100 * MANY, |n| {
        format!("        - {{name: p{n}, in: query, schema: {{type: string}}}}")
    });
    let template: String = lines(20 * MANY, |n| format!("/{{v{n}}}")).replace('\n', "");
    generate(&format!(
        "{HEAD}paths:\n  \"{template}\":\n    get:\n      parameters:\n{parameters}      responses: {{'204': {{description: Nothing.}}}}\n"
    ));
    let tags: Vec<String> = (0..200 * MANY).map(|n| format!("t{n}")).collect();
    generate(&format!(
        "{HEAD}paths:\n  /a:\n    get:\n      tags: [{}]\n      responses: {{'204': {{description: Nothing.}}}}\n",
        tags.join(", ")
    ));
}

/// A document that is larger than any known one, most of which is an extension.
#[test]
fn fifty_megabytes() {
    let filler = lines(5_000 * MANY, |n| {
        format!(
            "  - {{a: {n}, b: [text that is not short, and some more of it, 1.5, true, null], c: {{d: e, f: g}}}}"
        )
    });
    generate(&format!("{HEAD}paths: {{}}\nx-filler:\n{filler}"));
}

/// A crate is emitted, without a diagnostic.
fn emits_cleanly(text: &str) {
    let output = generate(text);
    assert_eq!(output.diagnostics.iter().count(), 0);
    assert!(output.files.is_some());
}

/// A crate is emitted.
fn emits(text: &str) {
    let output = generate(text);
    let errors = output
        .diagnostics
        .iter()
        .filter(|one| one.code.severity() == Severity::Error);
    let errors: Vec<&str> = errors.map(|one| one.message.as_str()).take(3).collect();
    assert!(output.files.is_some(), "{errors:?}");
}

/// The document is rejected, with one error: it is too deep to say more about it.
fn is_rejected_once(text: &str) {
    let output = generate(text);
    assert_eq!(output.diagnostics.iter().count(), 1);
    assert_eq!(output.diagnostics.errors(), 1);
    assert!(output.files.is_none());
}

/// Generates and renders in time, and in proportion to the document.
fn generate(text: &str) -> Output {
    let started = Instant::now();
    let source = Sources::from(Source {
        name: "large.yaml".to_owned(),
        text: text.to_owned(),
    });
    let output = sdkwright::generate(&source, &Config::default());
    let generated = started.elapsed();
    let rendered = [Format::Human(Style::Plain), Format::Short, Format::Json]
        .map(|format| output.diagnostics.render(&source, format).len())
        .iter()
        .sum();
    let time = started.elapsed();
    let begin: String = text.chars().skip(60).take(100).collect();
    if std::env::var_os("SCALE").is_some() {
        let first = output
            .diagnostics
            .iter()
            .next()
            .map(|one| one.message.chars().take(80).collect::<String>());
        let thread = std::thread::current();
        eprintln!(
            "{generated:?} {time:?} {} {} B {:?} {first:?}",
            thread.name().unwrap_or_default(),
            text.len(),
            output.files.is_some()
        );
    }
    assert!(time < PATIENCE, "{time:?} for {begin}");
    assert_in_proportion(text, &output, rendered);
    output
}

/// What the generator writes is proportional to the size of the document: a quadratic document would exceed the limit a hundredfold.
fn assert_in_proportion(text: &str, output: &Output, rendered: usize) {
    // The files that are the same for every document.
    const FRAME: usize = 8_000;
    let files = output.files.iter().flatten();
    let own = files
        .filter(|file| !file.path.starts_with("src/runtime/") && !file.path.starts_with("LICENSE"));
    let emitted: usize = own.map(|file| file.text.len()).sum();
    let limit = FRAME + 15 * text.len();
    assert!(emitted < limit, "{emitted} bytes emitted of {}", text.len());
    // Each error is rendered with an excerpt, in three formats.
    let limit = FRAME + 30 * text.len();
    assert!(
        rendered < limit,
        "{rendered} bytes rendered of {}",
        text.len()
    );
}

fn schemas(schemas: &str) -> String {
    format!("{HEAD}paths: {{}}\ncomponents:\n  schemas:\n{schemas}\n")
}

fn lines(many: usize, line: impl Fn(usize) -> String) -> String {
    (0..many).fold(String::new(), |mut text, n| {
        let _ = writeln!(text, "{}", line(n));
        text
    })
}
